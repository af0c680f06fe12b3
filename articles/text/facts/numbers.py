"""A grammar of numbers as machine-translated news prints them.

``numbers`` finds every number of a sentence: digits with thousands marks and decimal marks of either school, full-width
digits, number words, and amounts put together from parts ("1 billion 340 million", "21 thousand and 600", "5 lakh").
It knows nothing of dates or of what is counted.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from articles.text.facts.sentences import Sentence

MAGNITUDES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "millions": 10**6, "mln": 10**6, "mn": 10**6,
    "billion": 10**9, "billions": 10**9, "bn": 10**9, "bln": 10**9, "milliard": 10**9, "trillion": 10**12,
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "wan": 10**4, "万": 10**4, "萬": 10**4,
    "yi": 10**8, "亿": 10**8, "億": 10**8, "myriad": 10**4,
}  # fmt: skip
SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
WORDS = SMALL | TENS
ONES = {"a": Decimal(1), "an": Decimal(1), "half": Decimal("0.5")}
COUNTED = frozenset(WORDS).union(f"{tens}-{ones}" for tens in TENS for ones in SMALL)
SPELLED = COUNTED.union(ONES)
ORDINALS = {
    word: value
    for value, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0C: ",", 0xFF0E: "."}
LONGEST = 24  # digits; what is longer is an identifier

THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}\Z")
DECIMAL = re.compile(r"(\d+)[.,](\d+)\Z")
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\Z")
THREE = re.compile(r"\d{3}\Z")
CONTINENTAL = re.compile(r"\d+,\d{1,2}\Z|\d{1,3}(?:\.\d{3}){2,}\Z|\d{1,3}\.\d{3},\d+\Z")
ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d+\.\d{1,2}\Z")


class School(Enum):
    """Which mark parts the thousands: unknown, the comma, or the dot."""

    UNKNOWN = 0
    ENGLISH = 1
    CONTINENTAL = 2


@dataclass(slots=True)
class Number:
    """``value`` printed at the tokens ``[first, last)``; ``spelled`` where it is written in words alone, ``scaled``
    where a magnitude word took part, ``ordinal`` where it is a place in a row ("46th")."""

    first: int
    last: int
    value: Decimal
    spelled: bool = False
    scaled: bool = False
    ordinal: bool = False


def school(lows: Iterable[str]) -> School:
    """The school an article's own numbers follow, by the forms that only one school writes."""
    digits = [low for low in lows if low[0].isdigit() and not low.isdigit()]
    continental = sum(1 for low in digits if CONTINENTAL.match(low))
    english = sum(1 for low in digits if ENGLISH.match(low))
    if continental == english:
        return School.UNKNOWN
    return School.CONTINENTAL if continental > english else School.ENGLISH


def reading(digits: str, scaled: bool, marks: School) -> Decimal | None:
    """What a number printed in digits means; ``scaled`` where a magnitude or a percent sign follows."""
    digits = digits if digits.isascii() else digits.translate(WIDE)
    if len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return Decimal(digits)
    if THOUSANDS.match(digits) and not (scaled and marks is School.CONTINENTAL) or LAKHS.match(digits):
        return Decimal(digits.replace(",", ""))
    if DOTS.match(digits) and (digits.count(".") > 1 or "," in digits or _parts_thousands(digits, scaled, marks)):
        return Decimal(digits.replace(".", "").replace(",", "."))
    decimal = DECIMAL.match(digits)
    return Decimal(f"{decimal[1]}.{decimal[2]}") if decimal else None


def _parts_thousands(digits: str, scaled: bool, marks: School) -> bool:
    """Whether the one dot before three digits parts thousands: never before a magnitude, nor after a leading zero."""
    return not scaled and marks is not School.ENGLISH and not digits.startswith("0")


def numbers(sentence: Sentence, taken: Collection[int], marks: School) -> list[Number]:
    """The numbers of a sentence in order, leaving out the tokens ``taken`` by dates."""
    found: list[Number] = []
    free = 0
    spelled = COUNTED if sentence.vocabulary.isdisjoint(MAGNITUDES) else SPELLED
    for index in sorted(sentence.places(spelled) + sentence.figures):
        number = _amount(sentence, index, taken, marks) if index >= free and index not in taken else None
        if number:
            found.append(number)
            free = number.last
    return found


def _amount(sentence: Sentence, first: int, taken: Collection[int], marks: School) -> Number | None:
    """The whole amount that begins at ``first``: parts, each smaller than the one before, added up."""
    part = _part(sentence, first, marks)
    if not part:
        return None
    value, last, scale, spelled = part
    total, scaled = value, scale > 1
    while scale > 1:
        after = last + 1 if sentence.low(last) == "and" else last
        more = _part(sentence, after, marks) if after not in taken else None
        if not more or more[0] >= scale or more[3] != spelled or not _belongs(sentence, after, more, last):
            break
        total, last, scale = total + more[0], more[1], more[2]
    ordinal = not spelled and ORDINAL.match(sentence.lows[first])
    total = total.quantize(Decimal(1)) if total == total.to_integral_value() else total.normalize()
    return Number(first, last, total, spelled, scaled, bool(ordinal))


def _belongs(sentence: Sentence, after: int, more: tuple[Decimal, int, int, bool], last: int) -> bool:
    """A part without a magnitude of its own is the last one: "21 thousand and 600", not "2 million 5 percent"."""
    return more[2] > 1 or more[0] >= 10 or after == last


def _part(sentence: Sentence, first: int, marks: School) -> tuple[Decimal, int, int, bool] | None:
    """One part ``(value, token after, magnitude, spelled)``: digits or words, then magnitudes."""
    low = sentence.low(first)
    if not low:
        return None
    spelled = not low[0].isdigit()
    plain = _words(sentence, first) if spelled else None
    if spelled and not plain:
        return None
    last = plain[1] if plain else first + 1
    scale, end = _scale(sentence, last)
    if plain:
        return plain[0] * scale, end, scale, True
    plainly = low.isdigit()
    ordinal = None if plainly else ORDINAL.match(low)
    if plainly and len(low) <= 3:
        low, last = _spaced(sentence, first)
        scale, end = (scale, end) if last == first + 1 else _scale(sentence, last)
    percent = sentence.low(end) in ("%", "％", "percent")
    value = Decimal(ordinal[1]) if ordinal else reading(low, scale > 1 or percent, marks)
    return (value * scale if scale > 1 else value, end, scale, False) if value is not None else None


def _spaced(sentence: Sentence, first: int) -> tuple[str, int]:
    """Thousands parted by spaces ("1 250 000"), put together, and the token after them."""
    digits, last = sentence.lows[first], first + 1
    while last < min(first + 5, len(sentence)) and THREE.match(sentence.lows[last]):
        if sentence.starts[last] != sentence.ends[last - 1] + 1:
            break
        digits, last = digits + sentence.lows[last][:3], last + 1
    return digits, last


def _words(sentence: Sentence, first: int) -> tuple[Decimal, int] | None:
    """Number words below a hundred: "five", "twenty-one", "twenty one"."""
    low = sentence.low(first)
    if low in ONES:  # "a million", "half a million"
        after = first + 1 + (low == "half" and sentence.low(first + 1) in ("a", "an"))
        return (ONES[low], after) if sentence.low(after) in MAGNITUDES else None
    tens, dash, ones = low.partition("-")
    if dash:
        return (Decimal(TENS[tens] + SMALL[ones]), first + 1) if tens in TENS and ones in SMALL else None
    if low in TENS and 0 < SMALL.get(sentence.low(first + 1), 0) < 10:
        return Decimal(TENS[low] + SMALL[sentence.low(first + 1)]), first + 2
    return (Decimal(WORDS[low]), first + 1) if low in WORDS else None


def _scale(sentence: Sentence, index: int) -> tuple[int, int]:
    """The magnitude words at ``index`` multiplied out, and the token after them. Three at most: "hundred million"."""
    scale, end = 1, index
    while end < index + 3 and sentence.low(end) in MAGNITUDES:
        scale *= MAGNITUDES[sentence.lows[end]]
        end += 1
    if scale == 1 and sentence.low(end) == "ten" and sentence.low(end + 1) == "thousand":  # 5 ten thousand (万)
        return 10**4, end + 2
    return scale, end
