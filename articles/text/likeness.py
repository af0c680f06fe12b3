"""How alike two texts are, told from sketches of a fixed size, so that an archive need not be read again.

A sketch is a one-permutation MinHash (Li, Owen, Zhang 2012; empty bins filled from the next full one) of runs of three
words: two sketches agree in about as many places as the texts share runs (Jaccard's index). ``bands`` cut it so
that of texts sharing seven tenths of their runs three in four share a band, of those sharing 85 % nearly all: an index
finds them in one look.
"""

import re
import zlib
from collections.abc import Sequence

PLACES = 64
BANDS = 8
_ROWS = 5
_RUN = 3
_MASK = 0xFFFFFFFF
# An odd multiplier spreads CRC-32, which is linear, over all bits (Knuth's 2^32 / golden ratio).
_SPREAD = 0x9E3779B1
_WORD = re.compile(r"\w+")

Sketch = tuple[int, ...]


def sketch(texts: Sequence[str]) -> Sketch | None:
    """The sketch of an article's paragraphs: 64 numbers of 32 bits; None for a text too short to be told apart."""
    words = _WORD.findall(" ".join(texts).casefold())
    if len(words) < 10 * _RUN:
        return None
    least = [_MASK] * PLACES
    for run in zip(*(words[at:] for at in range(_RUN)), strict=False):
        mixed = zlib.crc32(" ".join(run).encode("utf-8", "surrogatepass")) * _SPREAD & _MASK
        place = mixed >> 26
        if mixed < least[place]:
            least[place] = mixed
    return _filled(least)


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs of three words that the two texts have in common, 0 to 1, give or take 0.06."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / PLACES


def bands(of: Sketch) -> tuple[int, ...]:
    """Eight numbers of 63 bits; alike texts share at least one."""
    return tuple(
        zlib.crc32(repr((at, rows)).encode()) << 31 | zlib.crc32(repr((rows, at)).encode()) >> 1
        for at in range(BANDS)
        for rows in [of[at * _ROWS : (at + 1) * _ROWS]]
    )


def _filled(least: list[int]) -> Sketch:
    """Empty places take the value of the next full one, and how far it was."""
    full = [each != _MASK for each in least]
    filled = []
    for place in range(PLACES):
        steps = next(step for step in range(PLACES) if full[(place + step) % PLACES])
        filled.append((least[(place + steps) % PLACES] + steps * _SPREAD) & _MASK)
    return tuple(filled)
