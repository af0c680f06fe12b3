"""What an article's form shows before anybody types: the value of every field, by its name."""

import dataclasses
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from articles.text.correction import tidied, tidied_lines
from articles.text.document import Document, Fact, Metadata, Paragraph
from articles.text.facts.kinds import Comparator, Quantity

Values = dict[str, tuple[str, ...]]
TICKED = ("1",)

COMPARATORS = {
    Comparator.EXACT: "exactly",
    Comparator.ABOUT: "about",
    Comparator.OVER: "over",
    Comparator.AT_LEAST: "at least",
    Comparator.UNDER: "under",
    Comparator.AT_MOST: "at most",
}
# Fields of several lines; everywhere else white space is of no account.
_LINES = ("meta-original_text", "note", "quantities")


class BadQuantity(ValueError):
    """A quantity that cannot be read; the message is a sentence for its author."""


def shown(document: Document, names: Mapping[str, str]) -> Values:
    """Every field's value. ``names`` are what the keys of people and organizations are called."""
    values = _about(document)
    for paragraph in document.paragraphs:
        values.update(_of_paragraph(paragraph))
    for fact in document.facts:
        values.update(_of_fact(fact, names))
    return values


def differs(name: str, typed: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Somebody typed something else: line ends, outer blanks and Unicode form make no difference."""
    if name == "themes":
        return set(typed) != set(before)
    tidy = tidied_lines if name.endswith(_LINES) else tidied
    return tuple(map(tidy, typed)) != tuple(map(tidy, before))


def told(quantity: Quantity) -> str:
    """The quantity as an editor reads and types it: value | unit | comparator | as printed."""
    parts = [format(quantity.value, "f"), quantity.unit, COMPARATORS[quantity.comparator], quantity.printed]
    return " | ".join(parts).rstrip(" |")


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of several lines. Raises BadQuantity with what is wrong in which line."""
    return tuple(_quantity(line) for line in tidied_lines(text).split("\n") if line)


def _quantity(line: str) -> Quantity:
    value, unit, comparator, printed = [*(part.strip() for part in line.split("|", 3)), "", "", ""][:4]
    return Quantity(_number(value, line), unit, _comparator(comparator, line), printed)


def _number(value: str, line: str) -> Decimal:
    try:
        number = Decimal(value.replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or len(value) > 40 or abs(number.adjusted()) > 30:
        raise BadQuantity(f"“{line[:60]}” does not begin with a number. Write it as 17000000 | times | about.")
    return number


def _comparator(word: str, line: str) -> Comparator:
    wanted = word.casefold() or "exactly"
    for comparator, name in COMPARATORS.items():
        if wanted in (name, comparator.value):
            return comparator
    raise BadQuantity(f"“{word[:30]}” in “{line[:60]}” is none of {', '.join(COMPARATORS.values())}.")


def _about(document: Document) -> Values:
    metadata = {f"meta-{field.name}": getattr(document.metadata, field.name) for field in dataclasses.fields(Metadata)}
    cut = TICKED if metadata.pop("meta-headline_cut") else ()
    return {
        **{name: (value,) for name, value in metadata.items()},
        "meta-headline_cut": cut,
        "themes": document.themes,
        "significance": (str(document.significance),),
        "note": (document.note,),
    }


def _of_paragraph(paragraph: Paragraph) -> Values:
    return {
        f"text-{paragraph.key}": (paragraph.text,),
        f"role-{paragraph.key}": (str(paragraph.role),),
        f"confirmed-{paragraph.key}": () if paragraph.confirmed_by is None else TICKED,
    }


def _of_fact(fact: Fact, names: Mapping[str, str]) -> Values:
    values: Values = {
        f"fact-{fact.key}-state": (str(fact.state),),
        f"fact-{fact.key}-quote": (fact.quote,),
        f"fact-{fact.key}-checked": (),
    }
    for field in dataclasses.fields(fact.values):
        values[f"fact-{fact.key}-{field.name}"] = (told_field(fact, field.name, names),)
    return values


def told_field(fact: Fact, name: str, names: Mapping[str, str]) -> str:
    """One of the fact's values as its field shows it."""
    value = getattr(fact.values, name)
    if name == "quantities":
        return "\n".join(told(each) for each in value)
    return names.get(value, "") if name.endswith("_key") else value
