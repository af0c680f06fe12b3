"""Which lines of a web page its markup shows to be the article, read by the optional package trafilatura.

It only ever drops lines, never a sentence between two of the article's; without the package, with a page it finds no
article in, or one that disagrees with the words of the page, nothing changes.
"""

from collections.abc import Collection, Sequence
from importlib import import_module
from importlib.util import find_spec

from articles.text.scraping.lines import Line
from articles.text.scraping.marks import Marks, dropped, headline_at, unmarked

INSTALLED = find_spec("trafilatura") is not None
LONGEST_PAGE = 500_000  # characters: about one second of work
ENOUGH = 0.6  # of the words in the page's sentences


def kept_texts(page: str) -> frozenset[str]:
    """The texts of the page's article, as many as its markup tells; none where that cannot be known."""
    if not INSTALLED or len(page) > LONGEST_PAGE:
        return frozenset()
    found = import_module("trafilatura").extract(page, include_comments=False, favor_recall=True) or ""
    return frozenset(found.splitlines())


def outside_the_article(lines: Sequence[Line], marks: Marks, kept: Collection[str]) -> Marks:
    """Lines under the headline that are not among ``kept``, but for sentences between two that are."""
    if not kept:
        return {}
    bare = {_bare(text) for text in kept}
    free = unmarked(lines, marks, headline_at(marks) + 1)
    inside = [i for i in free if _bare(lines[i].text) in bare]
    if not inside or _words(lines, inside) < ENOUGH * _words(lines, free):
        return {}
    between = {i for i in free if inside[0] < i < inside[-1] and lines[i].prose}
    outside = set(free).difference(inside, between)
    return {i: dropped("outside the article by the page's markup") for i in sorted(outside)}


def _words(lines: Sequence[Line], numbers: Sequence[int]) -> int:
    return sum(lines[i].words for i in numbers if lines[i].prose)


def _bare(text: str) -> str:
    """The text's letters and digits: marks and white space differ between two readings of a page."""
    return "".join(filter(str.isalnum, text)).casefold()
