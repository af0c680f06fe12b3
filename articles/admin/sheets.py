"""An article's form cut into sheets, so that no page asks a browser or the server for more than they take."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from articles.text.checks.problem import Problem
from articles.text.document import Document, Fact, Paragraph
from articles.text.facts.kinds import CLASSES, Kind
from articles.text.roles import Role

# Django refuses a form of more than 1,000 fields; a sheet stays well below, whatever its article is like.
MOST_FIELDS = 880
MOST_PARAGRAPHS = 40
# Code points of text. In the widest script and URL-encoded that is half of what the server accepts.
MOST_CHARACTERS = 250_000
# A paragraph longer than this is not typed in, only split.
LONGEST = 50_000
# Empty forms for facts the machine missed, and what the correction memory offers, on every sheet.
MOST_NEW_FACTS, NEW_FACT = 4, 7
MOST_OFFERS = 15
# The token, the base, the sheet, the reason, the scheduled edition, what was pressed; then those two.
COMMON = 13 + MOST_NEW_FACTS * NEW_FACT + MOST_OFFERS * 3
# Text, role, confirmation, where to split, and “take theirs” after a conflict.
PARAGRAPH = 5
# A dropped line has its role and “take theirs”.
DROPPED = 2
# State, quote, “checked” and “take theirs”, beside the fields of its kind.
FACT = 4
# The proposal chosen, the judgement, its reason.
PROBLEM = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph on a sheet. Where it does not ``open`` here it goes on from the sheet before, its text read-only."""

    paragraph: Paragraph
    opens: bool
    problems: tuple[Problem, ...] = ()
    facts: tuple[Fact, ...] = ()


Sheet = tuple[Part, ...]


def cut(document: Document, problems: Sequence[Problem], about: int = 0) -> tuple[Sheet, ...]:
    """The document's sheets, at least one. ``about`` counts the first sheet's fields about the article itself."""
    cutter = _Cutter(COMMON + about)
    for paragraph, found, facts in _paragraphs(document, problems):
        cutter.add(paragraph, found, facts)
    return cutter.sheets


def same_sheet(
    document: Document, problems: Sequence[Problem], paragraphs: frozenset[str], facts: frozenset[str]
) -> Sheet:
    """The sheet that shows these paragraphs and facts again, with as many of their problems as there is room for."""
    room = MOST_FIELDS - COMMON - len(paragraphs) * PARAGRAPH
    parts = []
    for paragraph, found, stated in _paragraphs(document, problems):
        mine = tuple(each for each in stated if each.key in facts)
        if paragraph.key not in paragraphs and not mine:
            continue
        room -= sum(map(fields_of, mine))
        fitting = found[: max(0, room // PROBLEM)] if paragraph.key in paragraphs else ()
        room -= len(fitting) * PROBLEM
        parts.append(Part(paragraph, paragraph.key in paragraphs, fitting, mine))
    return tuple(parts)


def fields_of(fact: Fact) -> int:
    """How many fields a fact's form has at most."""
    return FACT + _OF_KIND[fact.kind]


def _paragraphs(
    document: Document, problems: Iterable[Problem]
) -> Iterator[tuple[Paragraph, tuple[Problem, ...], tuple[Fact, ...]]]:
    """Every paragraph with its problems and facts."""
    found, facts = _by_paragraph(problems), _by_paragraph(document.facts)
    for paragraph in document.paragraphs:
        yield paragraph, tuple(found.get(paragraph.key, ())), tuple(facts.get(paragraph.key, ()))


def _by_paragraph(items: Iterable) -> Mapping[str, list]:
    gathered: dict[str, list] = {}
    for item in items:
        gathered.setdefault(item.paragraph, []).append(item)
    return gathered


_OF_KIND = {kind: len(dataclasses.fields(CLASSES[kind])) for kind in Kind}


@dataclass(slots=True)
class _Open:
    """A part still being filled."""

    paragraph: Paragraph
    opens: bool
    problems: list[Problem] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def closed(self) -> Part:
        return Part(self.paragraph, self.opens, tuple(self.problems), tuple(self.facts))


class _Cutter:
    """Fills one sheet after the other."""

    def __init__(self, taken: int) -> None:
        self.done: list[Sheet] = []
        self.parts: list[_Open] = []
        self.fields, self.shown, self.characters = taken, 0, 0

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return (*self.done, tuple(part.closed() for part in self.parts))

    def add(self, paragraph: Paragraph, problems: tuple[Problem, ...], facts: tuple[Fact, ...]) -> None:
        dropped = paragraph.role is Role.DROPPED
        fields, length = DROPPED if dropped else PARAGRAPH, min(len(paragraph.text), LONGEST)
        if self._is_full(fields, not dropped, length):
            self._turn()
        self._start(paragraph, True, fields, length)
        self.shown += not dropped
        for problem in problems:
            self._room(paragraph, PROBLEM).problems.append(problem)
        for fact in facts:
            self._room(paragraph, fields_of(fact)).facts.append(fact)

    def _is_full(self, fields: int, shown: bool, length: int) -> bool:
        if not self.parts:
            # An empty first sheet may still be too full for it, of fields about the article.
            return self.fields + fields > MOST_FIELDS
        return (
            self.fields + fields > MOST_FIELDS
            or self.shown + shown > MOST_PARAGRAPHS
            or self.characters + length > MOST_CHARACTERS
        )

    def _turn(self) -> None:
        self.done.append(tuple(part.closed() for part in self.parts))
        self.parts, self.fields, self.shown, self.characters = [], COMMON, 0, 0

    def _start(self, paragraph: Paragraph, opens: bool, fields: int, length: int) -> None:
        self.parts.append(_Open(paragraph, opens))
        self.fields += fields
        self.characters += length

    def _room(self, paragraph: Paragraph, fields: int) -> _Open:
        """The part that takes one more item of this many fields, on a new sheet if need be."""
        if self.fields + fields > MOST_FIELDS:
            self._turn()
            self._start(paragraph, False, 0, min(len(paragraph.text), LONGEST))
        self.fields += fields
        return self.parts[-1]
