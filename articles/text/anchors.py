"""A quote followed through an edit of its paragraph. Nothing is ever moved to words that merely look alike."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from articles.text.changes import Gap, Word, aligned, words


class AnchorState(StrEnum):
    """How a quote stands in its paragraph. ``LOST`` blocks approval; the others hold at their offsets."""

    EXACT = "exact"
    MOVED = "moved"
    REWORDED = "reworded"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """``quote`` is the text at ``[start, end)``, but for a lost one: ``[0, 0)`` and the words that were lost."""

    start: int
    end: int
    quote: str
    state: AnchorState


def follow(quote: str, start: int, end: int, old: str, new: str) -> Anchor:
    """Where the quote at ``old[start:end]`` stands in ``new``.

    A quote that is not at its offsets (it was lost before) is found again only by its exact words, once in the text.
    """
    if start >= end or old[start:end] != quote:
        return _found_again(words(quote), new, quote)
    if old == new:
        return Anchor(start, end, quote, AnchorState.EXACT)
    if _stands_before(start, end, old, new):
        return Anchor(start, end, quote, AnchorState.EXACT)
    before, after, gaps = _compared(old, new)
    first, last = _covered(before, start, end)
    if first == last:
        return _lost(quote)
    return (
        _untouched(before, after, gaps, (first, last), (start, end), old, new)
        or _elsewhere(before, after, (first, last), (start, end), new)
        or _reworded(before, after, gaps, (first, last), new, quote)
        or _lost(quote)
    )


def _stands_before(start: int, end: int, old: str, new: str) -> bool:
    """True where nothing changes before the quote, in it and in the word it ends in: any alignment keeps that."""
    if old[start].isspace() or old[end - 1].isspace():
        return False
    space = _SPACE.search(old, end)
    whole = space.start() if space else len(old)
    return new.startswith(old[:whole]) and (len(new) == whole or new[whole].isspace())


@lru_cache(maxsize=4)
def _compared(old: str, new: str) -> tuple[list[Word], list[Word], list[Gap]]:
    """The words of both and how they are aligned: one paragraph's facts are followed one after another."""
    before, after = words(old), words(new)
    return before, after, aligned(before, after)


def shift(start: int, end: int, by: int) -> tuple[int, int]:
    """The offsets after ``by`` code points were put (or, negative, taken away) before them."""
    return start + by, end + by


def joined(anchor: Anchor, by: int) -> Anchor:
    """The anchor in a paragraph made by a join, where ``by`` code points come before the anchor's own paragraph."""
    if anchor.state is AnchorState.LOST or not by:
        return anchor
    start, end = shift(anchor.start, anchor.end, by)
    state = AnchorState.MOVED if anchor.state is AnchorState.EXACT else anchor.state
    return replace(anchor, start=start, end=end, state=state)


def split(anchor: Anchor, first_end: int, second_start: int) -> tuple[int, Anchor]:
    """Which half (0 or 1) the anchor goes to, and the anchor there, when its paragraph becomes ``[0, first_end)`` and
    ``[second_start, …)``. A quote that the cut goes through is lost, in the first half."""
    if anchor.state is AnchorState.LOST or anchor.end <= first_end:
        return 0, anchor
    if anchor.start >= second_start:
        return 1, joined(anchor, -second_start)
    return 0, _lost(anchor.quote)


def locate(selected: str, before: str, after: str, text: str) -> tuple[int, int] | None:
    """The offsets of the words selected in a browser, with the words around them as it showed them.

    White space is folded; neighbours may reach beyond the text. None where the words with these neighbours do not
    stand in the text exactly once.
    """
    folded, offsets = _folded(text)
    wanted = " ".join(selected.split())
    left, right = " ".join(before.split()), " ".join(after.split())
    if not wanted:
        return None
    places = [
        at
        for at in _occurrences(wanted, folded)
        if _meet(left[::-1], folded[:at].strip()[::-1]) and _meet(right, folded[at + len(wanted) :].strip())
    ]
    if len(places) != 1:
        return None
    return offsets[places[0]], offsets[places[0] + len(wanted) - 1] + 1


def _lost(quote: str) -> Anchor:
    return Anchor(0, 0, quote, AnchorState.LOST)


def _covered(before: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The range of words that the quote touches."""
    first = bisect_right(before, start, key=lambda word: word.end)
    last = bisect_left(before, end, key=lambda word: word.start)
    # Only the last word of a text may be empty.
    last -= last > first and not before[last - 1].text
    return (first, last) if first < last else (0, 0)


def _untouched(
    before: Sequence[Word],
    after: Sequence[Word],
    gaps: Sequence[Gap],
    covered: tuple[int, int],
    offsets: tuple[int, int],
    old: str,
    new: str,
) -> Anchor | None:
    """The anchor, if the alignment keeps all the quote's words together."""
    first, last = covered
    for gap in gaps:
        if gap.old_kept.start <= first and last <= gap.old_kept.stop:
            at = gap.new_kept.start + first - gap.old_kept.start
            start, end = _ends(before, after, covered, offsets, at)
            stays = (start, end) == offsets and old[start:end] == new[start:end]
            return Anchor(start, end, new[start:end], AnchorState.EXACT if stays else AnchorState.MOVED)
    return None


def _elsewhere(
    before: Sequence[Word], after: Sequence[Word], covered: tuple[int, int], offsets: tuple[int, int], new: str
) -> Anchor | None:
    """The anchor, if the quote's words stand exactly once in the old text and exactly once in the new."""
    wanted = [word.text for word in before[slice(*covered)]]
    places = _runs(wanted, after)
    if len(places) != 1 or len(_runs(wanted, before)) != 1:
        return None
    start, end = _ends(before, after, covered, offsets, places[0])
    return Anchor(start, end, new[start:end], AnchorState.MOVED)


def _found_again(quoted: Sequence[Word], new: str, quote: str) -> Anchor:
    after = words(new)
    wanted = [word.text for word in quoted if word.text]
    places = _runs(wanted, after)
    if not wanted or len(places) != 1:
        return _lost(quote)
    start, end = after[places[0]].start, after[places[0] + len(wanted) - 1].end
    return Anchor(start, end, new[start:end], AnchorState.MOVED)


def _ends(
    before: Sequence[Word], after: Sequence[Word], covered: tuple[int, int], offsets: tuple[int, int], at: int
) -> tuple[int, int]:
    """Offsets in the new text of the same words from word ``at``; a quote may begin or end inside a word."""
    first, last = covered
    start = after[at].start + max(offsets[0] - before[first].start, 0)
    end = after[at + last - first - 1].end - max(before[last - 1].end - offsets[1], 0)
    return start, end


def _runs(wanted: Sequence[str], among: Sequence[Word]) -> list[int]:
    """The places where the wanted words stand one after the other."""
    texts = [word.text for word in among]
    length = len(wanted)
    return [at for at in range(len(texts) - length + 1) if texts[at : at + length] == wanted]


# Below this likeness (0 to 100) between the old quote and the words now in its place, and with fewer than half of its
# letters in words that are still there, it is a different statement.
_SAME_STATEMENT = 55


def _reworded(
    before: Sequence[Word],
    after: Sequence[Word],
    gaps: Sequence[Gap],
    covered: tuple[int, int],
    new: str,
    quote: str,
) -> Anchor | None:
    """The anchor on the words that took the quote's place, if they still say something like it."""
    run = _trimmed(after[_new_first(gaps, covered[0]) : _new_last(gaps, covered[1])], quote)
    if not run:
        return None
    start, end = run[0].start, run[-1].end
    alike = fuzz.ratio(quote.casefold(), new[start:end].casefold()) >= _SAME_STATEMENT
    quoted = before[slice(*covered)]
    if not alike and 2 * _letters_kept(quoted, run) < _letters(quoted):
        return None
    same_words = [word.text for word in run] == [word.text for word in quoted]
    return Anchor(start, end, new[start:end], AnchorState.MOVED if same_words else AnchorState.REWORDED)


def _letters_kept(quoted: Sequence[Word], run: Sequence[Word]) -> int:
    there = {word.text.casefold() for word in run}
    return _letters([word for word in quoted if word.text.casefold() in there])


def _letters(run: Sequence[Word]) -> int:
    return sum(len(word.text) for word in run if word.text[:1].isalnum())


def _new_first(gaps: Sequence[Gap], first: int) -> int:
    """The new word that the quote's first word became; inside a rewritten phrase, in proportion."""
    for gap in gaps:
        if first < gap.old.stop:
            return gap.new.start + _share(first, gap)
        if first < gap.old_kept.stop:
            return gap.new_kept.start + first - gap.old_kept.start
    return gaps[-1].new_kept.stop


def _new_last(gaps: Sequence[Gap], last: int) -> int:
    """The end of the new words that the quote's last word became."""
    for gap in gaps:
        if gap.old.start < last <= gap.old.stop:
            return gap.new.start + _share(last, gap)
        if gap.old_kept.start < last <= gap.old_kept.stop:
            return gap.new_kept.start + last - gap.old_kept.start
    return gaps[-1].new_kept.stop


def _share(index: int, gap: Gap) -> int:
    there = gap.new.stop - gap.new.start
    return round((index - gap.old.start) * there / (gap.old.stop - gap.old.start))


def _trimmed(run: Sequence[Word], quote: str) -> Sequence[Word]:
    """The run without marks at its ends that the quote had not."""
    first, last = 0, len(run)
    while first < last and not run[first].text[:1].isalnum() and quote[0].isalnum():
        first += 1
    while first < last and not run[last - 1].text[-1:].isalnum() and quote[-1].isalnum():
        last -= 1
    return [word for word in run[first:last] if word.text]


_SPACE = re.compile(r"\s+")


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with each run of white space as one space, and each character's offset in the text."""
    folded, offsets, at = [], [], 0
    for space in _SPACE.finditer(text):
        folded.append(text[at : space.start()] + " ")
        offsets.extend(range(at, space.start() + 1))
        at = space.end()
    folded.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(folded), offsets


def _occurrences(wanted: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", text)]


def _meet(shown: str, found: str) -> bool:
    """True if the neighbours agree as far as both reach."""
    length = min(len(shown), len(found))
    return shown[:length] == found[:length]
