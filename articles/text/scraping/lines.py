"""A seed's text as lines: where each stands and how it reads once repaired."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.text.scraping.repairing import repaired

# Line ends, the typographic ones included; next line (U+0085) is in scraped text a misread ellipsis.
LINE = re.compile("[^\n\r\v\f\u2028\u2029]+")
LINE_END = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """``[start, end)`` in the seed's text without the white space around it; ``text`` repaired and folded;
    ``gap`` is how many blank lines stand before it."""

    start: int
    end: int
    text: str
    gap: int


def lines_of(text: str, most: int | None = None) -> tuple[Line, ...]:
    """The lines of the text that are not blank, in order; all, or as many as ``most``."""
    return tuple(islice(_lines(text), most))


def _lines(text: str) -> Iterator[Line]:
    last_end = 0
    for found in LINE.finditer(text):
        raw = found[0]
        if not raw.strip():
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        end = start + len(raw.strip())
        breaks = len(LINE_END.findall(text, last_end, start))
        yield Line(start, end, repaired(raw), max(0, breaks - 1))
        last_end = end
