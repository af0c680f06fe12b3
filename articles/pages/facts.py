"""A fact's fields as lines that a reader can check."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.text.facts.kinds import Kind, Quantity, Values, kind_of

from .wording import amount_in_words, date_in_words


@dataclass(frozen=True, slots=True)
class Line:
    """``url`` where what is named has a page of its own, ``remark`` what the article printed or did not say."""

    label: str
    text: str
    url: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """``keys`` are the fields that may point to whom ``name`` names; a quoted one is a title."""

    label: str
    name: str
    keys: tuple[str, ...] = ()
    quoted: bool = False


FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.SPEECH: (
        Field("Speaker", "speaker", ("speaker_key",)),
        Field("Role", "role"),
        Field("Organization", "organization", ("organization_key",)),
        Field("Title", "title", quoted=True),
        Field("Occasion", "event"),
        Field("Place", "place"),
    ),
    Kind.CLAIM: (
        Field("Claim", "statement"),
        Field("Made by", "claimant", ("person_key", "organization_key")),
    ),
    Kind.INITIATIVE: (
        Field("Name", "name"),
        Field("Owner", "owner", ("organization_key",)),
        Field("Kind", "category"),
    ),
    Kind.AWARD: (
        Field("Award", "name"),
        Field("Received by", "recipient", ("person_key", "organization_key")),
        Field("Given by", "giver", ("giver_key",)),
        Field("Occasion", "event"),
    ),
}


def lines(values: Values, name_of: Callable[[str], str], url_of: Callable[[str], str]) -> tuple[Line, ...]:
    """Every field the fact has. ``name_of`` and ``url_of`` tell the house's name and page of a key, or nothing."""
    named = (_line(field, values, name_of, url_of) for field in FIELDS[kind_of(values)])
    return tuple(line for line in (*named, *_amounts(values), *_date(values)) if line.text)


def in_one_line(values: Values, name_of: Callable[[str], str]) -> str:
    """The fact's fields as running text, for a comparison word by word."""
    said = lines(values, name_of, lambda key: "")
    return "; ".join(f"{line.label}: {line.text}{f' ({line.remark})' if line.remark else ''}" for line in said)


def _line(field: Field, values: Values, name_of: Callable[[str], str], url_of: Callable[[str], str]) -> Line:
    printed = getattr(values, field.name)
    key = next((key for name in field.keys if (key := getattr(values, name))), "")
    name = name_of(key) if key else ""
    if field.quoted and printed:
        printed = f"“{printed}”"
    remark = f"printed “{printed}”" if name and printed and name != printed else ""
    return Line(field.label, name or printed, url_of(key) if key else "", remark)


def _amounts(values: Values) -> Iterator[Line]:
    quantities: tuple[Quantity, ...] = getattr(values, "quantities", ())
    for quantity in quantities:
        text = amount_in_words(quantity)
        remark = f"printed “{quantity.printed}”" if quantity.printed and quantity.printed != text else ""
        yield Line("Amount", text, remark=remark)


def _date(values: Values) -> Iterator[Line]:
    if values.date:
        unsaid = "year not stated" if values.date.startswith("--") else ""
        remarks = filter(None, (values.date_basis.rstrip("."), unsaid))
        yield Line("Date", date_in_words(values.date), remark="; ".join(remarks))
