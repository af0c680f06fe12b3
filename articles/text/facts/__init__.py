"""Paragraphs in, suggested facts out: speeches, claims, initiatives, awards, and the names in the text.

What is found on the way (names, dates, amounts, clauses …) stays in this room and is not frozen: it is made by the
hundred for each article, and freezing costs four times as much.
"""

from articles.text.facts.suggesting import suggest

__all__ = ["suggest"]
