"""The number guard: numbers, dates and percentages that the correction changed against the machine's words.

Two ways to write one value are one value: "17 million" and "17,000,000", "18th" and "18", "third" and "3rd",
"2016-11-18" and "18 November 2016".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from articles.text.changes import Word
from articles.text.checks.machine import alignment, place_of, printed
from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.terms import plain_words
from articles.text.checks.vocabulary import MONTHS


def changed(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """Each value that stands more often in the correction than in the machine's words, or less often."""
    if paragraph.text == paragraph.machine:
        return
    machine = printed(paragraph.machine, paragraph.text, article)
    if paragraph.text == machine:
        return
    gone, new = differing(machine, paragraph.text)
    for number in new:
        yield _added(paragraph, number)
    for number in gone:
        place = place_of(number.start, alignment(machine, paragraph.text))
        yield _gone(paragraph, number, place, machine[number.start : number.end])


@lru_cache(maxsize=256)
def differing(old: str, new: str) -> tuple[tuple["Number", ...], tuple["Number", ...]]:
    """The values that stand more often in one text than in the other: the old one's, the new one's."""
    before, after = numbers(old), numbers(new)
    if [(each.value, each.kind) for each in before] == [(each.value, each.kind) for each in after]:
        return (), ()
    left_before, left_after = _unmatched(before, after), _unmatched(after, before)
    if not left_before and not left_after:
        return (), ()
    gaps = alignment(old, new)
    return (
        tuple(_picked(before, left_before, [gaps.old[gap.old_kept] for gap in gaps.gaps])),
        tuple(_picked(after, left_after, [gaps.new[gap.new_kept] for gap in gaps.gaps])),
    )


class Number(NamedTuple):
    """A value as it stands at ``[start, end)``. ``kind`` tells 3, 3 %, 3 percentage points and the month of March.

    A ``soft`` one is a word that may be no number at all ("one of them", "First, …"): it answers for the same value
    on the other side, but is never missed.
    """

    value: str
    kind: str
    start: int
    end: int
    soft: bool = False


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_WORDS = frozenset(_ORDINALS.split())
_VALUES = {
    **{word: value for value, word in enumerate(_ONES.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    **{word: value for value, word in enumerate(_ORDINALS.split())},
    **{word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
_MAGNITUDES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3, "wan": 10**4, "万": 10**4, "lakh": 10**5,
    "million": 10**6, "mn": 10**6, "crore": 10**7, "yi": 10**8, "亿": 10**8, "billion": 10**9, "bn": 10**9,
    "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_LOOSE = {"dozens", "hundreds", "thousands", "millions", "billions", "half"}
_PERCENT = re.compile(
    r"\s*(?:(percentage[ -]points?|percent[ -]points?|per cent points?)|%|％|percent\b|per cent\b|pct\b)", re.IGNORECASE
)
# Letters before a figure make it part of a name; a hyphen before it a minus, unless it parts a range or a date.
# What is seldom comes before the look behind it, so that only there is looked behind.
_FIGURE = re.compile(
    r"([-−\d](?:(?<=\d)(?<![A-Za-z\d].)|(?<=[-−])(?<![\w)].)(?=\d))\d*(?:[.,]\d+)*)"
    r"(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\d)"
)
_AFTER_FIGURE = re.compile(r"[kKmMbBtT万亿](?<=\d.)(?:(?<=[kK万亿])|n)(?![A-Za-z])")
_DIGIT = re.compile(r"\d")
_SPELLED = {word: re.compile(rf"{word}(?<![A-Za-z]{word})(?![A-Za-z])") for word in (*_VALUES, *_LOOSE, *_MAGNITUDES)}
_NUMBER_WORDS = frozenset(_SPELLED)
_MONTH = re.compile(rf"\b({'|'.join(sorted((name.title() for name in MONTHS), key=len, reverse=True))})\b\.?")
_MONTH_WORDS = frozenset(MONTHS)
_DATE_LIKE = re.compile(r"\d(?:[-/.] ?\d| months? )")
# Dates in figures whose order is certain; "3/4/2017" is read by each country its own way.
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>[12](?<!\d.)\d{3})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?P<day>\d(?<!\d.)\d?)\.\s?(?P<month>\d{1,2})\.\s?(?P<year>[12]\d{3})(?!\d)",
    )
)
_DATE_IN_MONTHS = re.compile(
    r"(?<!\d)(?:(?P<year>[12]\d{3}) years? )?(?P<month>\d{1,2}) months? (?P<day>\d{1,2}) (?:day|number|th)\b"
)
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;,…]|\n)[\"“‘'(\s]*\Z")
_JOINED = re.compile(r"[\s-]+|\s+and\s+", re.IGNORECASE)


class Token(NamedTuple):
    """A figure, a word for a number, or a magnitude; ``text`` in lower case and without "th"."""

    text: str
    start: int
    end: int
    is_figure: bool = False

    @property
    def is_magnitude(self) -> bool:
        return self.text in _MAGNITUDES


@lru_cache(maxsize=2048)
def numbers(text: str) -> tuple[Number, ...]:
    """The values in a text, in order: figures and words for numbers, percentages, months."""
    words = frozenset(plain_words(text.lower()))
    found = [*_named_months(text)] if not _MONTH_WORDS.isdisjoint(words) else []
    figures = _DIGIT.search(text) is not None
    if figures:
        found.extend(_numeric_dates(text))
    for number in found:
        text = text[: number.start] + "~" * (number.end - number.start) + text[number.end :]
    tokens = [*(_figures(text) if figures else ()), *_spelled(text, words & _NUMBER_WORDS)]
    for phrase in _phrases(text, sorted(tokens, key=lambda token: token.start)):
        found.extend(_read(text, phrase))
    return tuple(sorted(found, key=lambda number: number.start))


def _figures(text: str) -> list[Token]:
    found = [Token(match[1], *match.span(), is_figure=True) for match in _FIGURE.finditer(text)]
    return found + [Token(match[0].lower(), *match.span()) for match in _AFTER_FIGURE.finditer(text) if found]


def _spelled(text: str, words: frozenset[str]) -> Iterator[Token]:
    """These words for numbers, wherever they stand."""
    small = text.lower()
    for word in words:
        for match in _SPELLED[word].finditer(small if len(small) == len(text) else text):
            if not text[match.start() - 1 : match.start()].isdigit():
                yield Token(word, *match.span())


def _numeric_dates(text: str) -> Iterator[Number]:
    if not _DATE_LIKE.search(text):
        return
    for pattern in (*_DATES, _DATE_IN_MONTHS) if " month" in text else _DATES:
        for match in pattern.finditer(text):
            for part in ("year", "month", "day"):
                if match[part]:
                    kind = "month" if part == "month" and int(match[part]) <= 12 else ""
                    yield Number(str(int(match[part])), kind, *match.span(part))


def _phrases(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of tokens that may be one number: nothing between them but a space, a hyphen or an "and"."""
    phrase: list[Token] = []
    for token in tokens:
        if phrase and not _continues(text[phrase[-1].end : token.start], phrase, token):
            yield phrase
            phrase = []
        phrase.append(token)
    if phrase:
        yield phrase


def _continues(between: str, phrase: Sequence[Token], token: Token) -> bool:
    """True if the token belongs to the number begun: a magnitude, or a part smaller than the last magnitude."""
    if between and not _JOINED.fullmatch(between):
        return False
    last = phrase[-1]
    if token.is_magnitude:
        return last.text not in _LOOSE and "and" not in between
    if last.is_magnitude:
        return len(phrase) > 1 and _plain(token) < _MAGNITUDES[last.text]
    tens = not last.is_figure and _VALUES.get(last.text, 0) >= 20
    return tens and not token.is_figure and 0 < _plain(token) < 10 and "and" not in between


def _plain(token: Token) -> Decimal:
    """A token's own value; a loose word's is beyond any part."""
    if token.is_figure:
        return _figure(token.text) or Decimal("Infinity")
    return Decimal(_VALUES.get(token.text, "Infinity"))


def _figure(printed_as: str) -> Decimal | None:
    """The value of a figure with either continent's marks; None where the marks make no number ("1.2.3")."""
    sign, figure = ("-", printed_as[1:]) if printed_as[0] in "-−" else ("", printed_as)
    if "," not in figure and figure.count(".") < 2:
        return Decimal(sign + figure)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figure):
        figure = figure.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+", figure):
        figure = figure.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d+", figure):
        figure = figure.replace(",", ".")
    return Decimal(sign + figure) if figure.count(".") <= 1 and "," not in figure else None


def _read(text: str, phrase: Sequence[Token]) -> Iterator[Number]:
    """The number that a phrase says, with the percent sign or word behind it."""
    start, end = phrase[0].start, phrase[-1].end
    value = _value(phrase)
    if value is None:
        return
    percent = _PERCENT.match(text, end)
    kind = "" if not percent else "points" if percent[1] else "%"
    soft = not percent and len(phrase) == 1 and not phrase[0].is_figure and _is_soft(text, phrase[0])
    yield Number(value, kind, start, percent.end() if percent else end, soft)


def _value(phrase: Sequence[Token]) -> str | None:
    first = phrase[0]
    if len(phrase) == 1 and first.is_figure:
        figure = _figure(first.text)
        return first.text if figure is None else _written(figure)
    if len(phrase) == 1 and first.text in _LOOSE:
        return first.text
    if len(phrase) == 1 and first.is_magnitude and len(first.text) < 5:
        return None
    return _written(_sum(phrase))


def _sum(phrase: Sequence[Token]) -> Decimal:
    """Parts of falling magnitude added up: 1 billion 340 million, two hundred and five."""
    total, part = Decimal(0), Decimal(1) if phrase[0].is_magnitude else Decimal(0)
    for token in phrase:
        if token.is_magnitude:
            part *= _MAGNITUDES[token.text]
            continue
        if part >= 100:
            total, part = total + part, Decimal(0)
        plain = _plain(token)
        part += plain if plain.is_finite() else 0
    return total + part


def _written(value: Decimal) -> str:
    figures = f"{value:f}"
    return figures.rstrip("0").rstrip(".") if "." in figures else figures


def _is_soft(text: str, token: Token) -> bool:
    if token.text == "one":
        return True
    before = text[max(0, token.start - 12) : token.start]
    if token.text == "first" and (text.startswith(" of all", token.end) or before.lower().endswith("at ")):
        return True
    return token.text in _ORDINAL_WORDS and bool(_SENTENCE_START.search(before))


def _named_months(text: str) -> Iterator[Number]:
    """Months by name; "May" and "March" only beside a figure or after a preposition."""
    for match in _MONTH.finditer(text):
        around = text[max(0, match.start() - 9) : match.start()] + "|" + text[match.end() : match.end() + 5]
        if match[1] not in {"May", "March", "Mar", "Jan", "Sep", "Dec"} or re.search(
            r"\d|\b(?:in|of|since|until|by|last|next|early|late|mid|this)[ -]\|", around, re.IGNORECASE
        ):
            yield Number(str(MONTHS[match[1].lower()]), "month", *match.span())


def _unmatched(these: Sequence[Number], others: Sequence[Number]) -> Counter[tuple[str, str]]:
    """How many of each value have no partner on the other side; soft ones are partners but are not counted."""
    theirs = Counter((number.value, number.kind) for number in others)
    firm = Counter((number.value, number.kind) for number in these if not number.soft)
    return firm - theirs


def _picked(
    found: Sequence[Number], wanted: Counter[tuple[str, str]], kept: Sequence[Sequence[Word]]
) -> Iterator[Number]:
    """As many of each value as are wanted: first those that stand in words the correction changed."""
    spans = [(run[0].start, run[-1].end) for run in kept if run]
    firm = [number for number in found if not number.soft]
    firm.sort(key=lambda number: any(start <= number.start and number.end <= end for start, end in spans))
    left = Counter(wanted)
    for number in firm:
        if left[number.value, number.kind] > 0:
            left[number.value, number.kind] -= 1
            yield number


def _added(paragraph: CheckedParagraph, number: Number) -> Problem:
    shown = paragraph.text[number.start : number.end]
    return problem(
        paragraph,
        "number.changed",
        (number.start, number.end),
        f"“{shown}” is not in the machine's words. Is it right?",
        level=Level.BLOCK,
        about=(paragraph.key, "new", number.value, number.kind),
    )


def _gone(paragraph: CheckedParagraph, number: Number, place: tuple[int, int], shown: str) -> Problem:
    return problem(
        paragraph,
        "number.changed",
        place,
        f"“{shown}” is in the machine's words and no longer here. Is that right?",
        level=Level.BLOCK,
        about=(paragraph.key, "gone", number.value, number.kind),
    )
