"""Paragraphs that were joined, split or written anew under another key, told from keys, words and spans.

``paragraph_changes`` compares paragraphs of one key. Here a paragraph whose words went into its neighbour is compared
with what it went into, so that nothing is called gone or new that is only somewhere else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rapidfuzz.distance import Indel

from articles.text.changes import Change, Op, ParagraphChange, Standing, bare_words, paragraph_changes
from articles.text.scraping.blocks import Span

# Where two paragraphs were one: it stands between their texts in ``changes``, and in no paragraph's own text.
BREAK = "\n"
# A neighbour took over a paragraph where it holds so much of it beyond what it held before.
_TAKEN_OVER = 0.6
# A paragraph under another key is the same one where no more of its words changed.
_SAME = 0.3
# Fewer words than these say nothing about where they come from.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph as it is compared; ``spans`` are its places in the seed, where it has any."""

    key: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reshaped:
    """What became of a paragraph. ``others`` are the keys it was joined from, or those it was split into, beside its
    own; ``change`` then is of all their texts, with BREAK between them."""

    change: ParagraphChange
    others: tuple[str, ...] = ()


def reshaped(old: Sequence[Told], new: Sequence[Told]) -> tuple[Reshaped, ...]:
    """Every paragraph of both articles once, in the reading order of ``new``, gone ones behind the paragraph they
    stood behind; those joined or split with the paragraph that kept its key."""
    old = _known_again(old, new)
    joined, split = _taken_over(old, new), _taken_over(new, old)
    split = {key: others for key, others in split.items() if key not in joined}
    changes = paragraph_changes(_glued(old, joined), _glued(new, split))
    return tuple(_named(each, joined, split) for each in changes)


def with_marks(runs: Sequence[Change]) -> Iterator[Change]:
    """The runs with a mark where paragraphs were or are parted; a blank in its place is no change of its own."""
    left = list(runs)
    while left:
        run, after = left.pop(0), left[0] if left else None
        if after and {run.text, after.text} == {BREAK, " "}:
            parted = run if run.text == BREAK else left[0]
            left[0] = Change(Op.SAME, " ")
            yield Change(parted.op, " ¶")
        else:
            yield Change(run.op, run.text.replace(BREAK, " ¶ "))


def in_words(found: Reshaped) -> str:
    """What became of it, as its readers are told."""
    standing, others = found.change.standing, len(found.others) + 1
    match standing:
        case Standing.JOINED:
            return f"joined from {others} paragraphs"
        case Standing.SPLIT:
            return f"split into {others} paragraphs"
        case _:
            return str(standing)


def _named(change: ParagraphChange, joined: dict[str, "_Group"], split: dict[str, "_Group"]) -> Reshaped:
    for groups, standing in ((joined, Standing.JOINED), (split, Standing.SPLIT)):
        if change.key in groups:
            return Reshaped(replace(change, standing=standing), groups[change.key].others)
    return Reshaped(change)


@dataclass(slots=True)
class _Group:
    """Paragraphs that are one on the other side: those before and after the one that keeps its key there."""

    kept: Told
    before: tuple[Told, ...] = ()
    after: tuple[Told, ...] = ()

    @property
    def all(self) -> tuple[Told, ...]:
        return (*self.before, self.kept, *self.after)

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(each.key for each in (*self.before, *self.after))

    @property
    def text(self) -> str:
        return BREAK.join(each.text for each in self.all)


def _known_again(old: Sequence[Told], new: Sequence[Told]) -> list[Told]:
    """The old paragraphs, those that are gone under the key of a new one that says the same."""
    before, after = {each.key for each in old}, {each.key for each in new}
    fresh = {each.key: bare_words(each.text) for each in new if each.key not in before}
    found = []
    for one in old:
        again = "" if one.key in after or not fresh else _again(bare_words(one.text), fresh)
        fresh.pop(again, None)
        found.append(replace(one, key=again or one.key))
    return found


def _again(words: list[str], fresh: Mapping[str, list[str]]) -> str:
    """The key of the first new paragraph that says the same, empty where none does."""
    if len(words) < _FEW:
        return ""
    mine = set(words)
    # Comparing word by word is for those that have most of their words in common.
    alike = (key for key, other in fresh.items() if 2 * len(mine.intersection(other)) > len(mine))
    return next((key for key in alike if Indel.normalized_distance(words, fresh[key]) <= _SAME), "")


def _taken_over(apart: Sequence[Told], whole: Sequence[Told]) -> dict[str, _Group]:
    """Key → the paragraphs of ``apart`` that are one paragraph of that key in ``whole``."""
    there = {each.key: each for each in whole}
    groups: dict[str, _Group] = {}
    for place, one in enumerate(apart):
        if one.key in there:
            group = _Group(one)
            group.after = _next_to(group, apart[place + 1 :], there)
            groups[one.key] = group
    taken = {each.key for group in groups.values() for each in group.after}
    for place, one in enumerate(apart):
        if one.key in there:
            ahead = [each for each in apart[:place] if each.key not in taken]
            groups[one.key].before = _next_to(groups[one.key], ahead[::-1], there)[::-1]
    return {key: group for key, group in groups.items() if group.others}


def _next_to(group: _Group, others: Iterable[Told], there: Mapping[str, Told]) -> tuple[Told, ...]:
    """As many of the others, in their order, as went into the paragraph that the group is one of."""
    found: tuple[Told, ...] = ()
    whole = there[group.kept.key]
    for each in takewhile(lambda other: other.key not in there, others):
        if not _went_into(each, whole, (*group.all, *found)):
            break
        found = (*found, each)
    return found


def _went_into(one: Told, whole: Told, already: Sequence[Told]) -> bool:
    """The whole holds this paragraph's place in the seed, or most of its words beyond those it holds already."""
    if one.spans and all(any(start <= a and b <= end for start, end in whole.spans) for a, b in one.spans):
        return not any(set(one.spans) & set(each.spans) for each in already)
    held = [word for each in already for word in bare_words(each.text)]
    mine, target = bare_words(one.text), bare_words(whole.text)
    if len(mine) < _FEW and target not in ([*held, *mine], [*mine, *held]):
        return False
    apart = Indel.distance(held, target) + len(mine)
    together = min(Indel.distance([*held, *mine], target), Indel.distance([*mine, *held], target))
    return bool(mine) and apart - together >= 2 * _TAKEN_OVER * len(mine)


def _glued(paragraphs: Sequence[Told], groups: Mapping[str, _Group]) -> list[tuple[str, str]]:
    """(key, text), each group's texts as one."""
    inside = {key for group in groups.values() for key in group.others}
    return [
        (each.key, groups[each.key].text if each.key in groups else each.text)
        for each in paragraphs
        if each.key not in inside
    ]
