"""The frozen form of an article: its values, its canonical text, its digest.

A Document is everything a Revision holds. ``canonical`` writes it as one line of JSON that is the same for the same
article on every machine: keys sorted, no spaces, UTF-8, fields in the plain form of ``json``. ``parse`` reads it back;
``parse(canonical(document)) == document``. A PublicDocument is the part of it that readers see.

People are named by their account's number, so that a changed user name changes no digest.
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

import msgspec

from articles.text.anchors import AnchorState
from articles.text.facts.kinds import CLASSES, Claim, Comparator, Kind, Quantity, Values, kind_of
from articles.text.roles import Role
from articles.text.scraping.blocks import Span

FORMAT = 1


class FactState(StrEnum):
    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Significance(StrEnum):
    """How much an edition changes for its readers; unsaid until an editor of a later edition says it."""

    UNSAID = "unsaid"
    FIRST = "first"
    MINOR = "minor"
    CLARIFICATION = "clarification"
    CORRECTION = "correction"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of the article beside its text. ``dated`` is a partial date."""

    slug: str = ""
    headline_cut: bool = False
    source: str = ""
    byline: str = ""
    dateline: str = ""
    dated: str = ""
    url: str = ""
    language: str = ""
    original_text: str = ""
    rights: str = "unknown"
    rights_basis: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    key: str
    role: Role
    text: str
    spans: tuple[Span, ...] = ()
    rule: str = ""
    confirmed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """``start`` and ``end`` place the quote in the paragraph's text, ``machine_start`` and ``machine_end`` in the
    machine's words of the paragraph it was found in (None where an editor added the fact)."""

    key: str
    paragraph: str
    quote: str
    start: int
    end: int
    values: Values
    suggested: Values | None = None
    machine_start: int | None = None
    machine_end: int | None = None
    anchor: AnchorState = AnchorState.EXACT
    state: FactState = FactState.SUGGESTED
    rule: str = ""
    confidence: int = 0
    decided_by: int | None = None

    @property
    def kind(self) -> Kind:
        return kind_of(self.values)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A problem someone judged to be none, or a guarded change someone confirmed."""

    rule: str
    fingerprint: str
    paragraph: str
    reason: str
    by: int | None


@dataclass(frozen=True, slots=True)
class Document:
    metadata: Metadata = Metadata()
    paragraphs: tuple[Paragraph, ...] = ()
    facts: tuple[Fact, ...] = ()
    themes: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    significance: Significance = Significance.FIRST
    note: str = ""

    @property
    def format(self) -> int:
        return FORMAT

    def paragraph(self, key: str) -> Paragraph | None:
        return next((each for each in self.paragraphs if each.key == key), None)

    def fact(self, key: str) -> Fact | None:
        return next((each for each in self.facts if each.key == key), None)

    @property
    def headline(self) -> str:
        return next((each.text for each in self.paragraphs if each.role is Role.HEADLINE), "")

    @property
    def standfirst(self) -> str:
        return next((each.text for each in self.paragraphs if each.role is Role.STANDFIRST), "")


@dataclass(frozen=True, slots=True)
class PublicParagraph:
    key: str
    role: Role
    text: str
    machine: str


@dataclass(frozen=True, slots=True)
class PublicFact:
    """``start`` and ``end`` place the quote in the paragraph's text; both 0 where the quote is lost."""

    key: str
    paragraph: str
    quote: str
    start: int
    end: int
    machine_quote: str
    values: Values

    @property
    def kind(self) -> Kind:
        return kind_of(self.values)


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a permanent key and the name it bears in this edition."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """What an edition holds. ``names`` are the people and organizations its facts point to, ``themes`` by slug."""

    metadata: Metadata
    paragraphs: tuple[PublicParagraph, ...]
    facts: tuple[PublicFact, ...]
    themes: tuple[Named, ...]
    names: tuple[Named, ...]
    significance: Significance
    note: str

    @property
    def format(self) -> int:
        return FORMAT

    @property
    def headline(self) -> str:
        return next((each.text for each in self.paragraphs if each.role is Role.HEADLINE), "")

    @property
    def standfirst(self) -> str:
        return next((each.text for each in self.paragraphs if each.role is Role.STANDFIRST), "")

    def name_of(self, key: str) -> str:
        return next((each.name for each in self.names if each.key == key), "")


def in_order(facts: Iterable[Fact], paragraphs: Iterable[Paragraph]) -> tuple[Fact, ...]:
    """Facts as they are read: by paragraph, place, then key. A Document's facts are in this order."""
    place = {each.key: i for i, each in enumerate(paragraphs)}
    return tuple(sorted(facts, key=lambda each: (place[each.paragraph], each.start, each.key)))


def keys_of(values: Values) -> frozenset[str]:
    """The keys of the people and organizations a fact points to."""
    found = (getattr(values, name) for name in _names(type(values)) if name.endswith("_key"))
    return frozenset(filter(None, found))


def plain(document: Document | PublicDocument) -> dict[str, Any]:
    """The document in the plain form of ``json``."""
    return {"format": FORMAT, **_plain(document)}


def canonical(document: Document | PublicDocument) -> str:
    """The document as text, the same for the same document whenever and wherever it is written: ``plain`` as
    ``json.dumps(…, ensure_ascii=False, sort_keys=True, separators=(",", ":"))`` writes it, in a tenth of the time."""
    facts = [_fact_to_write(each) for each in document.facts]
    return writing.encode({**_fields(document), "format": FORMAT, "facts": facts}).decode()


# Writes dataclasses, named values and what ``json`` knows, keys sorted.
writing = msgspec.json.Encoder(order="sorted")


def _fact_to_write(fact: Fact | PublicFact) -> dict[str, Any]:
    """Its fields and its kind."""
    written = {**_fields(fact), "kind": fact.kind, "values": _values_to_write(fact.values)}
    if isinstance(fact, Fact):
        same = fact.suggested is fact.values
        written["suggested"] = written["values"] if same else _values_to_write(fact.suggested)
    return written


def _values_to_write(values: Values | None) -> Any:
    """The values themselves, but for decimals, which are written in one way alone."""
    if not isinstance(values, Claim) or not values.quantities:
        return values
    quantities = [{**_fields(each), "value": _plain(each.value)} for each in values.quantities]
    return {**_fields(values), "quantities": quantities}


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in _names(type(value))}


def digest(*parts: str | bytes | int | None) -> str:
    """SHA-256 in hex over the parts, each preceded by its length in bytes, so that no two lists of parts read alike.
    Text is its UTF-8: a part may be given as that."""
    told: list[bytes] = []
    for part in parts:
        data = b"" if part is None else part if type(part) is bytes else str(part).encode()
        told.append(_LENGTHS[len(data)] if len(data) < len(_LENGTHS) else b"%d:" % len(data))
        told.append(data)
    return hashlib.sha256(b"".join(told)).hexdigest()


# Most parts are short, and there are millions of them to be verified.
_LENGTHS = [b"%d:" % length for length in range(100)]


@lru_cache(maxsize=32)
def parse(text: str) -> Document:
    """The Document a Revision's canonical text holds; read once, as a page and a save ask for the same again."""
    data = json.loads(text)
    return Document(
        metadata=Metadata(**data["metadata"]),
        paragraphs=tuple(_paragraph(each) for each in data["paragraphs"]),
        facts=tuple(_fact(each) for each in data["facts"]),
        themes=tuple(data["themes"]),
        judgements=tuple(Judgement(**each) for each in data["judgements"]),
        significance=Significance(data["significance"]),
        note=data["note"],
    )


def parse_public(text: str) -> PublicDocument:
    """The PublicDocument an Edition's canonical text holds."""
    data = json.loads(text)
    return PublicDocument(
        metadata=Metadata(**data["metadata"]),
        paragraphs=tuple(PublicParagraph(**{**each, "role": Role(each["role"])}) for each in data["paragraphs"]),
        facts=tuple(PublicFact(**{**_known(each), "values": values_from(each)}) for each in data["facts"]),
        themes=tuple(Named(**each) for each in data["themes"]),
        names=tuple(Named(**each) for each in data["names"]),
        significance=Significance(data["significance"]),
        note=data["note"],
    )


def _plain(value: Any) -> Any:
    """Dataclasses as dictionaries (facts with their kind), tuples as lists, decimals as text."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple:
        return [_plain(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if kind is Decimal:
        return format(value.normalize() + 0, "f")  # zero has no sign
    plain = {name: _plain(getattr(value, name)) for name in _names(kind)}
    if isinstance(value, Fact | PublicFact):
        plain["kind"] = value.kind.value
    return plain


_AS_THEY_ARE = frozenset({str, int, bool, type(None)})


@lru_cache(maxsize=32)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def plain_part(part: Metadata | Paragraph | Fact | Values) -> dict[str, Any]:
    """A part of a document in the plain form of ``json``, as the whole document's has it."""
    return _plain(part)


def values_from(data: dict[str, Any], field: str = "values") -> Any:
    """The fields of a fact of ``data["kind"]``, from their plain form under ``data[field]``."""
    return read_values(Kind(data["kind"]), data[field]) if data[field] is not None else None


def read_values(kind: Kind, plain: dict[str, Any]) -> Values:
    fields = dict(plain)
    if kind is Kind.CLAIM:
        fields["quantities"] = tuple(read_quantity(each) for each in plain["quantities"])
    return CLASSES[kind](**fields)


def read_quantity(plain: dict[str, str]) -> Quantity:
    return Quantity(Decimal(plain["value"]), plain["unit"], Comparator(plain["comparator"]), plain["printed"])


def _known(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "kind"}


def _paragraph(data: dict[str, Any]) -> Paragraph:
    spans = tuple((start, end) for start, end in data["spans"])
    return Paragraph(**{**data, "role": Role(data["role"]), "spans": spans})


def _fact(data: dict[str, Any]) -> Fact:
    return Fact(
        **{
            **_known(data),
            "values": values_from(data),
            "suggested": values_from(data, "suggested"),
            "anchor": AnchorState(data["anchor"]),
            "state": FactState(data["state"]),
        }
    )
