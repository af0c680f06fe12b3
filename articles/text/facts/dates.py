"""Partial dates in running text: what is printed, and what the article's own dateline makes of it.

A date is ``2016-11-18``, ``2016-11``, ``2016`` or, where no year can be known, ``--11-18``. Without a dateline nothing
is guessed: "November 18th" has no year then, and "on Tuesday" no date at all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from articles.text.facts.sentences import Sentence, sentences
from articles.text.facts.wordlists import words

PRINTED = "as printed"
BY_YEAR = "year by the dateline"
BY_MONTH = "month by the dateline"
BY_DAY = "counted from the dateline"

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
RELATIVE = words("last this next previous past")
PERIODS = words("year month week quarter")
# Days by where they stand to the dateline.
NEAR_DAYS: dict[tuple[str, ...], int] = {("day", "before", "yesterday"): -2, ("day", "after", "tomorrow"): 2}
NEXT_DAYS: dict[tuple[str, ...], int] = {("day", "before"): -1, ("previous", "day"): -1, ("day", "after"): 1}
DAYS = {"yesterday": -1, "tomorrow": 1, "today": 0}
NIGHTS = {"last": -1, "this": 0, "yesterday": -1}
HOURS = words("night evening morning afternoon")
PARTS = words("quarter half")
PART_ORDINALS = words("first second third fourth 1st 2nd 3rd 4th")
TRIGGERS = (
    PART_ORDINALS | frozenset(MONTHS) | frozenset(WEEKDAYS) | RELATIVE | frozenset(DAYS) | {"same", "day", "previous"}
)
# Behind one of these May and March are months, and no verbs or names.
BEFORE_MONTH = words("in of since until last this next by early late from during")
TO = frozenset(("-", "–", "—", "to", "and"))  # between the days of a range
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
YEAR = re.compile(r"(?:19|20)\d\d\Z")
DOTTED = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})\.?\Z|(\d{1,2})\.(\d{1,2})\.(\d{4})\Z")
# A dateline written year first, in figures or in East Asian characters, or in eight digits.
YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s?[年년./-]\s?(\d{1,2})(?:\s?[月월./-]\s?(\d{1,2}))?(?![\d:])|(\d\d)(\d\d)(?!\d))"
)
# Words that may follow "on the 14th" where it is a day; a noun after it makes it an ordinal ("on the 5th floor").
AFTER_DAY = words("that at in and of it he she they the , . ; : by to for with this when who which")
AFTER_ORDINAL = AFTER_DAY | {""}
# Farther ahead of the dateline than this, a date without a year lies in the year before.
AHEAD = timedelta(days=183)


@dataclass(slots=True)
class DateMention:
    """A date at the tokens ``[first, last)``; ``iso`` is empty where the text cannot be resolved."""

    first: int
    last: int
    iso: str
    basis: str


def partial(text: str) -> str:
    """The first date printed in a dateline, as a partial date; empty where there is none."""
    written = YEAR_FIRST.search(text[:200])
    iso = _iso(*(int(part) for part in written.groups() if part)) if written else ""
    if len(iso) == 10:
        return iso
    for sentence in sentences(0, text[:200]):
        found = [mention.iso for mention in dates(sentence, "") if mention.iso]
        if found:
            return max([*found, iso], key=len)
    return iso


def dates(sentence: Sentence, dated: str) -> list[DateMention]:
    """The dates of a sentence in order, without overlap, resolved by the partial date ``dated`` of its article."""
    found: list[DateMention] = []
    free = 0
    known = _known(dated)
    for index in sorted(sentence.places(TRIGGERS) + sentence.figures):
        mention = _at(sentence, index, free, known) if index >= free else None
        if mention:
            found.append(mention)
            free = mention.last
    return found


def _at(sentence: Sentence, index: int, free: int, known: date | None) -> DateMention | None:
    low = sentence.lows[index]
    if low.isdigit():
        return _numeric(sentence, index, known)
    if low in MONTHS and _names_month(sentence, index):
        return _month(sentence, index, free, known)
    if low in WEEKDAYS and sentence.words[index][0].isupper():
        return _weekday(sentence, index, known)
    if low in DAYS:
        iso = (known + timedelta(days=DAYS[low])).isoformat() if known else ""
        return DateMention(index, index + 1, iso, BY_DAY if known else "")
    after = sentence.low(index + 1)
    if low in NIGHTS and after in HOURS:  # "last night", "this morning"
        iso = (known + timedelta(days=NIGHTS[low])).isoformat() if known else ""
        return DateMention(index, index + 2, iso, BY_DAY if known else "")
    if low in RELATIVE and after in PERIODS:
        return _period(sentence, index, known)
    if low in PART_ORDINALS and after in PARTS:
        year, last = _year_after(sentence, index + 2, known)
        return DateMention(index, last, _iso(year) if year else "", PRINTED if year else "")
    if low in ("this", "same") and after == "day":
        return DateMention(index, index + 2, known.isoformat() if known else "", BY_DAY if known else "")
    if low in ("day", "previous") and sentence.low(index - 1) == "the":
        return _neighbour(sentence, index, known)
    return _numeric(sentence, index, known) if low[0].isdigit() else None


def _neighbour(sentence: Sentence, index: int, known: date | None) -> DateMention | None:
    """ "The day before", "the previous day", "the day before yesterday", counted from the dateline."""
    row = sentence.lows[index : index + 3]
    whole = NEAR_DAYS.get(tuple(row))
    shift = whole or NEXT_DAYS.get(tuple(row[:2]))
    if not shift or (not whole and row[2:] and row[2][0].isalnum() and row[2] not in AFTER_DAY):
        return None
    if not whole and row[2:] and row[2] in ("the", "this"):
        return None
    last = index + (3 if whole else 2)
    return DateMention(
        index, last, (known + timedelta(days=shift)).isoformat() if known else "", BY_DAY if known else ""
    )


def _names_month(sentence: Sentence, index: int) -> bool:
    """Whether the word is the month, not the verb or the surname: "may", "march", "Jan"."""
    word, low = sentence.words[index], sentence.lows[index]
    if not word[0].isupper():
        return False
    if len(low) > 3 and low != "march":
        return True
    after = index + 1 + (sentence.low(index + 1) == "." and len(low) < 5)
    after += sentence.low(after) == "," and YEAR.match(sentence.low(after + 1)) is not None
    near = (sentence.low(index - 1), sentence.low(index - 2), sentence.low(after))
    return bool(
        any(DAY.match(part) or YEAR.match(part) for part in near)
        or (near[0] in BEFORE_MONTH and near[2] not in ("the", "a"))
    )


def _month(sentence: Sentence, index: int, free: int, known: date | None) -> DateMention:
    month, day, first, last = MONTHS[sentence.lows[index]], 0, index, index + 1
    back = index - 1
    if sentence.low(back) in (".", "of"):
        back -= 1
    last += sentence.low(last) == "." and len(sentence.lows[index]) <= 4
    before, after = DAY.match(sentence.low(back)), DAY.match(sentence.low(last))
    if before and back >= free and 1 <= int(before[1]) <= 31:
        day, first = int(before[1]), back
        begun = DAY.match(sentence.low(back - 2)) if sentence.low(back - 1) in TO and back - 2 >= free else None
        if begun and int(begun[1]) < day:  # "24-27 July"
            day, first = int(begun[1]), back - 2
    elif after and 1 <= int(after[1]) <= 31:
        day, last = int(after[1]), last + 1
        ended = DAY.match(sentence.low(last + 1)) if sentence.low(last) in TO else None
        if ended and day < int(ended[1]) <= 31 and sentence.low(last + 2)[:1] in ("", ",", "."):
            last += 2  # "July 24-27"
    year, last = _year_after(sentence, last, known)
    if year:
        return DateMention(first, last, _iso(year, month, day), PRINTED)
    if not known:
        return DateMention(first, last, f"--{month:02}-{day:02}" if day else f"--{month:02}", PRINTED)
    return DateMention(first, last, _iso(_nearest(month, day, known), month, day), BY_YEAR)


def _year_after(sentence: Sentence, index: int, known: date | None) -> tuple[int, int]:
    """The year standing at ``index``, and the token after it: "2021", ", 2021", "of 2021", "last year"."""
    step = index + 1 if sentence.low(index) in (",", "of", ".") else index
    if YEAR.match(sentence.low(step)):
        return int(sentence.low(step)), step + 1
    step += sentence.low(step) == "the"
    shift = {"last": -1, "this": 0, "next": 1}.get(sentence.low(step))
    if shift is not None and sentence.low(step + 1) == "year":
        return (known.year + shift if known else 0), step + 2
    return 0, index


def _nearest(month: int, day: int, known: date) -> int:
    moment = _day(known.year, month, day or 1)
    return known.year - 1 if moment and moment - known > AHEAD else known.year


def _weekday(sentence: Sentence, index: int, known: date | None) -> DateMention:
    last = index + 1
    if not known:
        return DateMention(index, last, "", "")
    day = DAY.match(sentence.low(index + 2)) if sentence.low(index + 1) == "(" else None
    if day and sentence.low(index + 3) == ")":  # "this Thursday (12)"
        return DateMention(index, index + 4, _month_of(int(day[1]), known), BY_MONTH)
    row = sentence.lows[index + 1 : index + 6]
    if (
        len(row) == 5
        and row[0] == "("
        and row[2] == "/"
        and row[4] == ")"
        and row[1].isdecimal()
        and row[3].isdecimal()
    ):
        iso = _iso(known.year, int(row[3]), int(row[1]))  # "Thursday (8/4)"
        return DateMention(index, index + 6, iso, BY_YEAR) if len(iso) == 10 else DateMention(index, last, "", "")
    back = (known.weekday() - WEEKDAYS[sentence.lows[index]]) % 7
    back = back or 7 * (sentence.low(index - 1) == "last")
    if sentence.low(index - 1) == "next":
        return DateMention(index - 1, last, (known + timedelta(days=7 - back)).isoformat(), BY_DAY)
    return DateMention(index, last, (known - timedelta(days=back)).isoformat(), BY_DAY)


def _period(sentence: Sentence, index: int, known: date | None) -> DateMention:
    low, unit, last = sentence.lows[index], sentence.lows[index + 1], index + 2
    shift = {"this": 0, "next": 1}.get(low, -1)
    if not known or unit in ("week", "quarter"):
        return DateMention(index, last, "", "")
    if unit == "year":
        return DateMention(index, last, f"{known.year + shift:04}", BY_YEAR)
    months = known.year * 12 + known.month - 1 + shift
    return DateMention(index, last, f"{months // 12:04}-{months % 12 + 1:02}", BY_MONTH)


def _numeric(sentence: Sentence, index: int, known: date | None) -> DateMention | None:
    low = sentence.lows[index]
    dotted = DOTTED.match(low) if "." in low else None
    if dotted:
        parts = [int(part) for part in dotted.groups() if part]
        return _whole(index, index + 1, parts)
    if sentence.low(index + 1) in ("/", "-", ".") and sentence.glued(index + 1) and sentence.glued(index + 2):
        row = sentence.lows[index : index + 5 : 2]
        if len(row) == 3 and sentence.low(index + 3) == sentence.low(index + 1) and all(map(str.isdecimal, row)):
            return _whole(index, index + 5, [int(part) for part in row])
    if len(low) == 4 and YEAR.match(low) and _is_year(sentence, index):
        return DateMention(index, index + 1, low, PRINTED)
    return _day_of_month(sentence, index, known)


def _whole(first: int, last: int, parts: Sequence[int]) -> DateMention | None:
    """A date in three numbers: the year first, else the day first unless that is impossible."""
    one, two, three = parts
    three += 2000 if three < 100 and one <= 31 else 0
    iso = _iso(one, two, three) if one > 31 else _iso(three, two, one) if two <= 12 else _iso(three, one, two)
    return DateMention(first, last, iso, PRINTED) if len(iso) == 10 else None


def _is_year(sentence: Sentence, index: int) -> bool:
    """Whether four digits are a year and not a count: "in 2020", but "over 2000 people", "2050 yuan"."""
    value, before, after = int(sentence.lows[index]), sentence.low(index - 1), sentence.low(index + 1)
    if before in ("over", "about", "nearly", "than", "around", "almost", "some", "$", "€", "£", "¥"):
        return False
    return value % 50 != 0 or before in ("in", "of", "since", "by", "until", "from", "for") or not after.isalpha()


def _day_of_month(sentence: Sentence, index: int, known: date | None) -> DateMention | None:
    """ "On the 14th" is a day of the dateline's month, or of the one before where it lies ahead."""
    low = sentence.lows[index]
    ordinal = None if low.isdigit() else DAY.match(low)
    if not ordinal or sentence.low(index - 1) != "the" or sentence.low(index - 2) not in ("on", "of"):
        return None
    if sentence.low(index + 1) not in AFTER_ORDINAL:
        return None
    if not known:
        return DateMention(index, index + 1, "", "")
    told = sentence.lows[index + 1 : index + 4]
    if told in (["of", "last", "month"], ["of", "this", "month"]):
        months = known.year * 12 + known.month - 1 - (told[1] == "last")
        return DateMention(index, index + 4, _iso(months // 12, months % 12 + 1, int(ordinal[1])), BY_MONTH)
    return DateMention(index, index + 1, _month_of(int(ordinal[1]), known), BY_MONTH)


def _month_of(day: int, known: date) -> str:
    """A day of the dateline's month, or of the one before where it lies ahead."""
    months = known.year * 12 + known.month - 1 - (day > known.day)
    return _iso(months // 12, months % 12 + 1, day)


@lru_cache(64)
def _known(dated: str) -> date | None:
    return date.fromisoformat(dated) if len(dated) == 10 and dated[0] != "-" else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(year: int, month: int = 0, day: int = 0) -> str:
    """As much of the date as is possible: an impossible day is left out, an impossible month makes it none."""
    if not 1 <= year <= 9999 or not 0 <= month <= 12:
        return ""
    if month and day and _day(year, month, day):
        return f"{year:04}-{month:02}-{day:02}"
    return f"{year:04}-{month:02}" if month else f"{year:04}"
