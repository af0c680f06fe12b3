"""The word-level difference of two texts, and of two whole articles.

A word is a run of letters and digits, a single mark of punctuation, or one character of a script written
without spaces. White space goes with the word it stands before, so nothing of either text is ever lost.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Indel


class Op(StrEnum):
    """What became of a run of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that stayed, went or came."""

    op: Op
    text: str


class Standing(StrEnum):
    """What became of a paragraph; one moved may have been changed too. ``moves`` finds what was joined or split."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"
    MOVED = "moved"
    JOINED = "joined"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    key: str
    standing: Standing
    changes: tuple[Change, ...]


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The runs that lead from ``old`` to ``new``: same + gone is ``old``, same + new is ``new``, to the letter."""
    if old == new:
        return (Change(Op.SAME, old),) if old else ()
    before, after = words(old), words(new)
    runs = _Runs()
    for gap in _readable(aligned(before, after), before, after):
        runs.changed(_text(before[gap.old]), _text(after[gap.new]))
        for was, now in zip(before[gap.old_kept], after[gap.new_kept], strict=True):
            runs.kept(was, now)
    return runs.finished()


def share_changed(old: str, new: str) -> float:
    """The share, 0 to 1, of both texts' words that stand in only one of them."""
    return Indel.normalized_distance(bare_words(old), bare_words(new))


def paragraph_changes(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> tuple[ParagraphChange, ...]:
    """Every paragraph of both articles, given as (key, text) with keys unique in each, in the reading order of
    ``new``; gone ones follow the paragraph they stood behind. Only as few as need be count as moved."""
    before, after = dict(old), dict(new)
    in_place = _in_place([key for key, _ in old], [key for key, _ in new])
    gone = _gone_behind(old, after, in_place)
    result = list(gone.get(None, ()))
    for key, text in new:
        result.append(_paragraph(key, before.get(key), text, key in in_place))
        result.extend(gone.get(key, ()))
    return tuple(result)


class Word(NamedTuple):
    """``text`` without and ``space`` as the white space before it; ``start`` is the offset of ``text``."""

    space: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_UNSPACED = "\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = (
    "!-/:-@\\[-`{-~\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf"
    "\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_LETTERS = rf"[^\s{_MARKS}{_UNSPACED}]+"
# Apostrophes, hyphens and the marks inside a number belong to the word they stand in.
_BARE = rf"{_LETTERS}(?:(?:['\u2019\u2010\u2011-]|(?<=\d)[.,](?=\d)){_LETTERS})*|[{_MARKS}{_UNSPACED}]"
_BARE_WORD = re.compile(_BARE)
_WORD = re.compile(rf"(\s*)({_BARE}|\Z)")


def words(text: str) -> list[Word]:
    """The words of a text; white space at its end goes with a last word that is empty."""
    found, end = [], 0
    for space, word in _WORD.findall(text):
        start = end + len(space)
        end = start + len(word)
        # As ``Word(…)`` makes it, without a call of Python's own for every word of every text.
        found.append(tuple.__new__(Word, (space, word, start)))
    return found if found[-1].space else found[:-1]


def bare_words(text: str) -> list[str]:
    """The words of a text without their white space."""
    return _BARE_WORD.findall(text)


class Gap(NamedTuple):
    """Words of the old text that gave way to words of the new, then a run of words that both keep."""

    old: slice
    new: slice
    old_kept: slice
    new_kept: slice


def aligned(before: Sequence[Word], after: Sequence[Word]) -> list[Gap]:
    """The longest common sequence of words, as gaps between what both keep; only the first gap may be empty."""
    opcodes = Indel.opcodes([word.text for word in before], [word.text for word in after])
    gaps, old_from, new_from = [], 0, 0
    for code in opcodes:
        if code.tag == "equal":
            gaps.append(_gap(old_from, code.src_start, code.src_end, new_from, code.dest_start, code.dest_end))
            old_from, new_from = code.src_end, code.dest_end
    if old_from < len(before) or new_from < len(after):
        gaps.append(_gap(old_from, len(before), len(before), new_from, len(after), len(after)))
    return gaps


def _gap(old_from: int, old_to: int, old_end: int, new_from: int, new_to: int, new_end: int) -> Gap:
    return Gap(slice(old_from, old_to), slice(new_from, new_to), slice(old_to, old_end), slice(new_to, new_end))


def _readable(gaps: Sequence[Gap], before: Sequence[Word], after: Sequence[Word]) -> Iterator[Gap]:
    """The same alignment without the one or two little words that would break up a rewritten phrase."""
    held: Gap | None = None
    for gap in gaps:
        if held and _is_crumb(before[held.old_kept], held, gap, before, after):
            gap = Gap(
                slice(held.old.start, gap.old.stop), slice(held.new.start, gap.new.stop), gap.old_kept, gap.new_kept
            )
        elif held:
            yield held
        held = gap
    if held:
        yield held


def _is_crumb(kept: Sequence[Word], left: Gap, right: Gap, before: Sequence[Word], after: Sequence[Word]) -> bool:
    if len(kept) > 2 or any(len(word.text) > 3 for word in kept):
        return False
    size = sum(len(word.text) for word in kept)
    return all(_size(gap, before, after) > size for gap in (left, right))


def _size(gap: Gap, before: Sequence[Word], after: Sequence[Word]) -> int:
    return max(sum(len(word.text) for word in before[gap.old]), sum(len(word.text) for word in after[gap.new]))


def _text(run: Sequence[Word]) -> str:
    return "".join(word.space + word.text for word in run)


class _Runs:
    """Changes as they are found, gathered into as few runs as there can be."""

    def __init__(self) -> None:
        self.done: list[Change] = []
        self.same = self.gone = self.new = ""

    def changed(self, gone: str, new: str) -> None:
        self.gone += gone
        self.new += new

    def kept(self, was: Word, now: Word) -> None:
        if was.space == now.space:
            self._close()
            self.same += was.space + was.text
        else:
            self.changed(was.space, now.space)
            self._close()
            self.same += was.text

    def finished(self) -> tuple[Change, ...]:
        self._close()
        self._add(Op.SAME, self.same)
        return tuple(self.done)

    def _close(self) -> None:
        if not self.gone and not self.new:
            return
        shared = _shared_space(self.gone, self.new)
        self._add(Op.SAME, self.same + self.gone[:shared])
        self._add(Op.GONE, self.gone[shared:])
        self._add(Op.NEW, self.new[shared:])
        self.same = self.gone = self.new = ""

    def _add(self, op: Op, text: str) -> None:
        if text:
            self.done.append(Change(op, text))


def _shared_space(gone: str, new: str) -> int:
    length = 0
    for one, other in zip(gone, new, strict=False):
        if one != other or not one.isspace():
            break
        length += 1
    return length


def _paragraph(key: str, old: str | None, new: str, in_place: bool) -> ParagraphChange:
    if old is None:
        return ParagraphChange(key, Standing.NEW, changes("", new))
    standing = Standing.SAME if old == new else Standing.CHANGED
    return ParagraphChange(key, standing if in_place else Standing.MOVED, changes(old, new))


def _gone_behind(
    old: Sequence[tuple[str, str]], after: dict[str, str], in_place: set[str]
) -> dict[str | None, list[ParagraphChange]]:
    """Gone paragraphs under the key of the last one before them that kept its place, None at the beginning."""
    behind: dict[str | None, list[ParagraphChange]] = {}
    last = None
    for key, text in old:
        if key in in_place:
            last = key
        elif key not in after:
            behind.setdefault(last, []).append(ParagraphChange(key, Standing.GONE, changes(text, "")))
    return behind


def _in_place(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The keys on the longest increasing subsequence of old positions, read in the new order (patience sorting)."""
    position = {key: index for index, key in enumerate(old)}
    shared = [key for key in new if key in position]
    tops: list[int] = []
    piles: list[str] = []
    below: dict[str, str | None] = {}
    for key in shared:
        pile = bisect_left(tops, position[key])
        tops[pile : pile + 1] = [position[key]]
        piles[pile : pile + 1] = [key]
        below[key] = piles[pile - 1] if pile else None
    kept, key = set(), piles[-1] if piles else None
    while key is not None:
        kept.add(key)
        key = below[key]
    return kept
