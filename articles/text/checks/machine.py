"""The machine's words, as the guards compare them with the correction."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from articles.text.changes import Gap, Word, aligned, words
from articles.text.checks.encoding import damaged
from articles.text.checks.glossary import housed
from articles.text.checks.problem import Checked
from articles.text.checks.punctuation import narrowed

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def printed(machine: str, text: str, article: Checked) -> str:
    """The machine's words with the damage repaired that was repaired in ``text`` (entities, tags, misread letters,
    marks of another script), and with those terms of the house that are never right otherwise."""
    words = _repaired(machine) if _repaired(text) == text else machine
    return housed(words, text, article)


@lru_cache(maxsize=1024)
def _repaired(text: str) -> str:
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    for start, end, mended in reversed(list(damaged(text))):
        text = text[:start] + mended + text[end:]
    return narrowed(text)


class Alignment(NamedTuple):
    """The words of two texts and what became of them."""

    old: list[Word]
    new: list[Word]
    gaps: list[Gap]


@lru_cache(maxsize=64)
def alignment(old: str, new: str) -> Alignment:
    before, after = words(old), words(new)
    return Alignment(before, after, aligned(before, after))


def place_of(offset: int, pair: Alignment) -> tuple[int, int]:
    """Where in the new text the words are that took the place of the old word at ``offset``; ``[at, at)`` if none."""
    new = pair.new
    index = bisect_right([word.start for word in pair.old], offset) - 1
    for gap in pair.gaps:
        if index < gap.old.stop:
            return _span(new, gap.new)
        if index < gap.old_kept.stop:
            at = gap.new_kept.start + index - gap.old_kept.start
            return new[at].start, new[at].end
    return _span(new, slice(len(new), len(new)))


def _span(new: Sequence[Word], run: slice) -> tuple[int, int]:
    if run.start < run.stop:
        return new[run.start].start, new[run.stop - 1].end
    at = new[run.start - 1].end if run.start else 0
    return at, at
