"""Dates written as another language writes them, and days that never were."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import DAYS, MONTH_NAMES, MONTHS

_MONTH = "|".join(MONTH_NAMES)
MONTH_WORDS = frozenset(name.lower() for name in MONTH_NAMES)
_CALQUE = re.compile(
    r"\b(?:(?P<year>[12]\d{3}) years?,? )?(?P<month>\d{1,2}) months? (?P<day>\d{1,2}) (?:day|number|th)\b"
)
_ENDING = re.compile(r"\d(?:st|nd|rd|th)\b")
_ORDINAL = re.compile(rf"\b(?:(?:{_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)\b|(\d{{1,2}})(?:st|nd|rd|th) (?:{_MONTH})\b)")
_WEEKDAY = "|".join(day.title() for day in DAYS)
_IN_WORDS = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),? (?:the )?)?\b"
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{_MONTH}))\b"
    r"(?:,? (?P<year>[12]\d{3})\b)?"
)
# A date in words is looked for only where its month and day are side by side.
_DAY_LAST, _DAY_FIRST = re.compile(rf"(?:{_MONTH}) \d"), re.compile(rf"\d(?:st|nd|rd|th)? (?:{_MONTH})")
# The digit comes before the look behind it, so that only digits are looked at.
_IN_FIGURES = re.compile(r"([12](?<![\d/.-].)\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])")


def calque(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """ "2015 year 3 month 8 day"."""
    for match in _CALQUE.finditer(paragraph.text):
        month, day = int(match["month"]), int(match["day"])
        proposals = [f"{day} {MONTH_NAMES[month - 1]}{_year(match['year'])}"] if _exists(2000, month, day) else []
        yield problem(paragraph, "date.calque", match.span(), "The date is not written in English.", *proposals)


def _year(year: str | None) -> str:
    return f" {year}" if year else ""


def ordinal(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A day of the month with "th" beside its month."""
    for match in _ORDINAL.finditer(paragraph.text) if _ENDING.search(paragraph.text) else ():
        group = 1 if match[1] else 2
        span = (match.start(group), match.end(group) + 2)
        yield problem(
            paragraph, "date.ordinal", span, f"House style is “{match[group]}”.", match[group], level=Level.INFO
        )


def impossible(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A day in figures that no calendar has."""
    for match in _IN_FIGURES.finditer(paragraph.text):
        if not _exists(int(match[1]), int(match[3]), int(match[4])):
            yield problem(paragraph, "date.impossible", match.span(), f"There is no {match[0]}.")


def impossible_in_words(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A day with its month's name that no calendar has, or that was another day of the week."""
    text = paragraph.text
    for match in _IN_WORDS.finditer(text) if _DAY_LAST.search(text) or _DAY_FIRST.search(text) else ():
        name, day = match["month"] or match["month2"], int(match["day"] or match["day2"])
        month, year = MONTHS[name.lower()], int(match["year"] or 2000)
        if not _exists(year, month, day):
            yield problem(paragraph, "date.impossible", match.span(), f"There is no {match[0].strip()}.")
        elif match["weekday"] and match["year"]:
            right = DAYS[date(year, month, day).weekday()].title()
            if right != match["weekday"]:
                yield problem(paragraph, "date.weekday", match.span("weekday"), f"That day was a {right}.", right)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
