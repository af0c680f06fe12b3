"""A paragraph's text cut at the boundaries of the quotes in it, so that quotes may nest and overlap in valid HTML."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.document import PublicFact

# The style sheet lights one lane at a time; beyond these, two facts of one paragraph share a light.
LANES = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact's place in its article: ``number`` counts all of them from 1, ``lane`` those of the paragraph."""

    fact: PublicFact
    number: int
    lane: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text inside the same quotes; ``begins`` at its start, ``ends`` at its end."""

    text: str
    inside: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()

    @property
    def classes(self) -> str:
        """The kind of the shortest quote around it, and the lanes of all."""
        shortest = min(self.inside, key=lambda mark: mark.fact.end - mark.fact.start)
        return " ".join((str(shortest.fact.kind), *(f"l{mark.lane}" for mark in self.inside)))


def marks(facts: Sequence[PublicFact], first: int) -> tuple[Mark, ...]:
    """The facts of one paragraph, numbered from ``first`` as they are read."""
    ordered = sorted(facts, key=lambda fact: (fact.start, fact.end, fact.key))
    return tuple(Mark(fact, first + i, i % LANES) for i, fact in enumerate(ordered))


def pieces(text: str, marked: Sequence[Mark]) -> tuple[Piece, ...]:
    """Runs that together are ``text`` to the letter, each inside the same quotes from end to end."""
    placed = [mark for mark in marked if 0 <= mark.fact.start < mark.fact.end <= len(text)]
    ends = {offset for mark in placed for offset in (mark.fact.start, mark.fact.end)}
    cuts = sorted({0, len(text), *ends})
    return tuple(_piece(text, start, end, placed) for start, end in zip(cuts, cuts[1:], strict=False))


def _piece(text: str, start: int, end: int, placed: Sequence[Mark]) -> Piece:
    return Piece(
        text=text[start:end],
        inside=tuple(mark for mark in placed if mark.fact.start <= start and end <= mark.fact.end),
        begins=tuple(mark for mark in placed if mark.fact.start == start),
        ends=tuple(mark for mark in placed if mark.fact.end == end),
    )
