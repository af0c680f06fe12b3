"""Dates, amounts and counts in English that a reader need not decode."""

import re
from decimal import Decimal

from articles.text.facts.kinds import Comparator, Quantity

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_PARTIAL = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?)?")
_BOUNDS = {
    Comparator.EXACT: "",
    Comparator.ABOUT: "about ",
    Comparator.OVER: "more than ",
    Comparator.AT_LEAST: "at least ",
    Comparator.UNDER: "less than ",
    Comparator.AT_MOST: "at most ",
}
_NUMBERS = ("nobody", "one person", "two people", "three people", "four people", "five people", "six people")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def date_in_words(partial: str) -> str:
    """``2016-11-18`` as 18 November 2016, ``--11-18`` as 18 November, ``2016-11`` as November 2016; else as it is."""
    found = _PARTIAL.fullmatch(partial)
    if found is None:
        return partial
    year = "" if found["year"] == "-" else found["year"]
    month = MONTHS[int(found["month"]) - 1] if found["month"] else ""
    day = str(int(found["day"])) if found["day"] else ""
    return " ".join(filter(None, (day, month, year)))


def amount_in_words(quantity: Quantity) -> str:
    """``more than 17,000,000 users``; a bare rank as ``rank 3``."""
    value, bound = _grouped(quantity.value), _BOUNDS[quantity.comparator]
    if quantity.unit == "rank":
        return f"{bound}rank {value}"
    return f"{bound}{value}{'' if quantity.unit.startswith('%') else ' '}{quantity.unit}".strip()


def people(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count} people"


def ordinal(number: int) -> str:
    """``third`` for 3; ``further person`` where counting has stopped to be reading."""
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else "further person"


def shortened(text: str, most: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[: most - 1]}…"


def _grouped(value: Decimal) -> str:
    """Thousands set apart; no exponent and no empty decimals."""
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
