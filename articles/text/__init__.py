"""Words: pure Python, strings in, values out. No Django, no clock, no disk.

Offsets are code points, half open ``[start, end)``, everywhere in this floor.
"""
