"""Paragraphs joined, split, moved and added; facts and the seed's spans go with the words they belong to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from articles.text import anchors
from articles.text.anchors import Anchor, AnchorState
from articles.text.document import Document, Fact, Paragraph
from articles.text.roles import Role
from articles.text.scraping import joined
from articles.text.scraping.blocks import Span


class CannotReshape(ValueError):
    """A change of structure that does not fit the document; the message is a sentence for its author."""


@dataclass(frozen=True, slots=True)
class Join:
    """``second``, the paragraph after ``first``, becomes the end of it."""

    first: str
    second: str
    order_matters: ClassVar[bool] = False
    told: ClassVar[str] = "joined"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.first, self.second)


@dataclass(frozen=True, slots=True)
class Split:
    """The text from code point ``at`` on becomes a paragraph of its own, ``new_key``."""

    key: str
    at: int
    new_key: str
    order_matters: ClassVar[bool] = False
    told: ClassVar[str] = "split"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)


@dataclass(frozen=True, slots=True)
class Move:
    """The paragraph goes after the paragraph ``after``, or to the top where that is empty."""

    key: str
    after: str
    order_matters: ClassVar[bool] = True
    told: ClassVar[str] = "moved"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key, self.after) if self.after else (self.key,)


@dataclass(frozen=True, slots=True)
class Add:
    """A paragraph that is not in the seed, after ``after`` or at the top where that is empty."""

    key: str
    after: str
    role: Role
    text: str
    order_matters: ClassVar[bool] = False
    told: ClassVar[str] = "added"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.after,) if self.after else ()


Restructuring = Join | Split | Move | Add


def reshape(document: Document, change: Restructuring, seed_text: str) -> Document:
    """The document with the change made. Raises CannotReshape where it does not fit."""
    for key in change.names:
        if document.paragraph(key) is None:
            raise CannotReshape(f"Paragraph {key} is not in this article any more.")
    made = change.new_key if isinstance(change, Split) else change.key if isinstance(change, Add) else None
    if made is not None and document.paragraph(made) is not None:
        raise CannotReshape(f"There is a paragraph {made} already. Reload the page and try again.")
    match change:
        case Join():
            return _join(document, change, seed_text)
        case Split():
            return _split(document, change, seed_text)
        case Move():
            return _placed(document, _found(document, change.key), change.after)
        case Add():
            return _placed(document, Paragraph(change.key, change.role, change.text, rule="editor"), change.after)


def _found(document: Document, key: str) -> Paragraph:
    return next(each for each in document.paragraphs if each.key == key)


def _placed(document: Document, paragraph: Paragraph, after: str) -> Document:
    if paragraph.key == after:
        raise CannotReshape("A paragraph cannot be moved after itself.")
    rest = [each for each in document.paragraphs if each.key != paragraph.key]
    at = next((i + 1 for i, each in enumerate(rest) if each.key == after), 0)
    return replace(document, paragraphs=(*rest[:at], paragraph, *rest[at:]))


def glued(first: str, second: str) -> str:
    """Two texts as one, by the rule that joins a broken paragraph's pieces."""
    whole = f"{first}\n{second}"
    return joined(whole, ((0, len(first)), (len(first) + 1, len(whole))))


def _join(document: Document, change: Join, seed_text: str) -> Document:
    first, second = _found(document, change.first), _found(document, change.second)
    order = [each.key for each in document.paragraphs]
    if order.index(second.key) != order.index(first.key) + 1:
        raise CannotReshape("Only a paragraph and the one right after it can be joined.")
    text, spans = glued(first.text, second.text), (*first.spans, *second.spans)
    by, machine_by = len(text) - len(second.text), _shift(first, second, seed_text)
    whole = replace(first, text=text, spans=spans, rule="editor", confirmed_by=None)
    facts = tuple(
        _carried(each, first.key, by, machine_by) if each.paragraph == second.key else each for each in document.facts
    )
    kept = tuple(whole if each.key == first.key else each for each in document.paragraphs if each.key != second.key)
    return replace(document, paragraphs=kept, facts=facts)


def _shift(first: Paragraph, second: Paragraph, seed_text: str) -> int:
    both = joined(seed_text, (*first.spans, *second.spans))
    return len(both) - len(joined(seed_text, second.spans))


def _carried(fact: Fact, paragraph: str, by: int, machine_by: int) -> Fact:
    """The fact in the paragraph its own became the end of."""
    return _anchored(
        replace(fact, paragraph=paragraph, **_machine(fact, machine_by)), anchors.joined(_anchor(fact), by)
    )


def _machine(fact: Fact, by: int) -> dict[str, int | None]:
    """Its offsets in the machine's words of the other paragraph, None where those do not hold them."""
    if fact.machine_start is None or fact.machine_end is None or fact.machine_start + by < 0:
        return {"machine_start": None, "machine_end": None}
    start, end = anchors.shift(fact.machine_start, fact.machine_end, by)
    return {"machine_start": start, "machine_end": end}


def _anchor(fact: Fact) -> Anchor:
    return Anchor(fact.start, fact.end, fact.quote, fact.anchor)


def _anchored(fact: Fact, anchor: Anchor) -> Fact:
    return replace(fact, start=anchor.start, end=anchor.end, anchor=anchor.state)


def _split(document: Document, change: Split, seed_text: str) -> Document:
    old = _found(document, change.key)
    head, tail = old.text[: change.at].rstrip(), old.text[change.at :].lstrip()
    if not head or not tail:
        raise CannotReshape("A paragraph can be split only between two of its words.")
    ahead, behind = split_spans(seed_text, old.spans, _share(old.text, change.at))
    first = replace(old, text=head, spans=ahead, rule="editor", confirmed_by=None)
    second = Paragraph(change.new_key, old.role, tail, behind, "editor")
    cut = len(joined(seed_text, old.spans)) - len(joined(seed_text, behind))
    facts = tuple(
        _after_split(each, first, second, len(old.text) - len(tail), cut) if each.paragraph == old.key else each
        for each in document.facts
    )
    return _placed(
        replace(document, facts=facts, paragraphs=tuple(first if p.key == old.key else p for p in document.paragraphs)),
        second,
        old.key,
    )


def _share(text: str, at: int) -> float:
    """How much of the text, white space left out, stands before ``at``: 0 to 1."""
    return _solid(text[:at]) / max(1, _solid(text))


def _solid(text: str) -> int:
    return sum(not c.isspace() for c in text)


def _after_split(fact: Fact, first: Paragraph, second: Paragraph, cut: int, machine_cut: int) -> Fact:
    half, anchor = anchors.split(_anchor(fact), len(first.text), cut)
    if half == 1:
        return _anchored(replace(fact, paragraph=second.key, **_machine(fact, -machine_cut)), anchor)
    if anchor.state is AnchorState.LOST and fact.anchor is not AnchorState.LOST:
        return _anchored(fact, anchor)
    inside = fact.machine_end is not None and fact.machine_end <= machine_cut
    return fact if inside else replace(fact, machine_start=None, machine_end=None)


def split_spans(seed_text: str, spans: Sequence[Span], share: float) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans cut in two at the white space nearest to ``share`` of their solid characters, each word kept whole."""
    wanted = share * sum(_solid(seed_text[start:end]) for start, end in spans)
    gaps = list(_gaps(seed_text, spans))
    if not gaps:
        return tuple(spans), ()
    _, span, at = min(gaps, key=lambda gap: abs(gap[0] - wanted))
    start, end = spans[span]
    ahead = (*spans[:span], (start, at)) if at > start else tuple(spans[:span])
    return ahead, ((at, end), *spans[span + 1 :])


def _gaps(seed_text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """(solid characters before it, span, offset in the seed) of each place between two words."""
    solid = 0
    for span, (start, end) in enumerate(spans):
        if span:
            yield solid, span, start
        for at in range(start, end):
            if not seed_text[at].isspace():
                solid += 1
            elif start < at:
                yield solid, span, at
