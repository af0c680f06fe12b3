"""Dates as newspapers print them, read as partial ISO 8601 dates: day first where the order is open."""

import datetime
import re
from dataclasses import dataclass

MONTHS = "january february march april may june july august september october november december"
NUMBER_OF = {form: n for n, name in enumerate(MONTHS.split(), 1) for form in (name, name[:3])} | {"sept": 9}
MONTH = rf"(?P<month>{'|'.join(sorted(NUMBER_OF, key=len, reverse=True))})\b\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
# Each form in figures has two numbers with such a mark between them, or names its year.
MARKED = re.compile(r"\d\s?[-./年]\s?\d")
DIGIT = re.compile(r"\d")
MONTH_BEGUN = tuple(name[:3] for name in MONTHS.split())
# The fuller form first: the first that matches is the date.
FORMS_IN_FIGURES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){YEAR}\s?[-./年]\s?(?P<m>\d{{1,2}})\s?[-./月]\s?(?P<day>\d{{1,2}})(?!\d)\.?日?",
        rf"(?<![\d.])(?P<a>\d{{1,2}})\s?[-./]\s?(?P<b>\d{{1,2}})\s?[-./]\s?{YEAR}(?!\d)",
        r"(?<![\d.])(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<yy>\d\d)(?![\d.])",
        # A day and a month with their stops before the time of day, the year left out: 14.4. klo 6:00.
        r"(?<![\d.])(?P<a>\d{1,2})\.\s?(?P<b>\d{1,2})\.,?\s(?:\w{2,5}\.? )?\d{1,2}[:.]\d\d(?![\d.])",
        rf"(?<!\d){YEAR} years? (?P<m>\d{{1,2}}) months? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?:day|number)s?)?",
    )
)
FORMS = FORMS_IN_FIGURES + tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){DAY}(?: of| de)?[\s/-]{{1,2}}{MONTH},?(?: of| de)?[\s/-]{{1,2}}{YEAR}(?!\d)",
        rf"\b{MONTH}\s?{DAY},?\s{{1,2}}{YEAR}(?!\d)",
        rf"(?<!\d){YEAR},?[\s-]{MONTH}[\s-]{DAY}(?!\d)",
        rf"\b{MONTH},? {YEAR}(?!\d)",
        rf"(?<!\d){DAY}(?: of)? {MONTH}",
        rf"\b{MONTH} {DAY}(?!\d)",
    )
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """The first full date of a line: where it stands, and what it says (``2023-06-14``, ``2023-06``, ``--06-14``)."""

    start: int
    end: int
    iso: str


def date_in(text: str) -> PrintedDate | None:
    """The date a line prints, in its fullest form; none where the numbers make no date."""
    text = text[:300]
    if not DIGIT.search(text):
        return None
    folded = text.casefold()
    named = any(map(folded.__contains__, MONTH_BEGUN))
    if not named and "year" not in folded and not MARKED.search(text):
        return None
    for form in FORMS if named else FORMS_IN_FIGURES:
        for found in form.finditer(text):
            iso = _iso(found.groupdict())
            if iso:
                return PrintedDate(found.start(), found.end(), iso)
    return None


def _iso(parts: dict[str, str | None]) -> str:
    year = parts.get("year") or (f"20{parts['yy']}" if parts.get("yy") else "")
    if parts.get("a"):
        return _day_first(year, int(parts["a"]), int(parts["b"]))
    month = NUMBER_OF[parts["month"].casefold()] if parts.get("month") else int(parts["m"])
    if not parts.get("day"):
        return f"{year}-{month:02}"
    return _valid(year, month, int(parts["day"]))


def _day_first(year: str, a: int, b: int) -> str:
    return _valid(year, b, a) or _valid(year, a, b)


def _valid(year: str, month: int, day: int) -> str:
    try:
        datetime.date(int(year or 2000), month, day)
    except ValueError:
        return ""
    return f"{year or '-'}-{month:02}-{day:02}"
