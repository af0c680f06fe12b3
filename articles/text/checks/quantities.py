"""Amounts that were translated word for word."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import FIGURES, FOLDED, PLURALS, word_set

_COUNT = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|several|many|both|(?:\d{1,3}(?:,\d{3})+|\d+)(?: (?:hundred|thousand|million|billion))?)"
)
COUNTS = FIGURES | word_set(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety"
    " several many both"
)
_SINGULAR = re.compile(
    rf"(?<![\w.,$€£¥-])({_COUNT}) ({'|'.join(sorted(PLURALS))})\b"
    r"(?=[.,;:)!?]|\Z| (?:and|or|in|on|at|of|for|to|from|with|by|who|that|which|have|were|are|has|was|is|per"
    r"|participated|attended|took|can|will)\b)"
)
_FIGURE = r"\d[\d,.]*(?: (?:thousand|million|billion|trillion|hundred))?"
_TWICE_ABOUT = re.compile(
    rf"\b(?P<first>more than|over|nearly|about|around|almost|at least|approximately|up to) (?P<number>{_FIGURE})"
    r"(?P<second> (?:or so|or more|odd|multiple|more(?= \w)|plus|left and right)|\+)",
    re.IGNORECASE,
)
FIRST_ABOUT = FOLDED | word_set("more over nearly about around almost at approximately up")
SECOND_ABOUT = frozenset({"+", "so", "more", "odd", "multiple", "plus", "left"})
_NUMBER_WORD = r"\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten"
_LITERAL = re.compile(
    rf"\b({_NUMBER_WORD}) (hundred million|ten thousand|ten million million|million million|wan|yi|thousand million"
    r"|hundred thousand million)\b",
    re.IGNORECASE,
)
_POWER = re.compile(
    r" (?:hundred million|ten thousand|ten million|million million|wan|yi|thousand million|hundred thousand)\b",
    re.IGNORECASE,
)
_LITERAL_VALUES = {
    "hundred million": 10**8, "ten thousand": 10**4, "million million": 10**12, "ten million million": 10**13,
    "wan": 10**4, "yi": 10**8, "thousand million": 10**9, "hundred thousand million": 10**11,
}  # fmt: skip
_WORD_VALUES = {
    word: value
    for value, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_SIZES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_TIMES = re.compile(
    rf"\b(amounted to|handled|processed|received|accepted|reported|totall?ed|reached) ({_FIGURE}) times\b",
    re.IGNORECASE,
)
_GROWN = re.compile(
    rf"\b(?:increased|grew|rose|grown|up|increase of) (?:by )?({_FIGURE}|two|three|five|ten) times\b", re.IGNORECASE
)
_PERSON_TIMES = re.compile(r"\b(person|people)[- ]times?\b", re.IGNORECASE)
_PERCENT_POINTS = re.compile(r"\b(?:percent|per cent|percents)( points?)\b", re.IGNORECASE)
_PRICED = r"(?:sold for|priced at|price of|costs?|worth|raised?|invest(?:ed|ment of)?|financing of|only)"
_BARE_MONEY = re.compile(
    rf"\b{_PRICED} (?:about |nearly |more than |over )?(\d[\d,.]* (?:million|billion))"
    r"(?=[.,;]| (?:in|for|from|to|and)\b)",
    re.IGNORECASE,
)
_MILLIONS = re.compile(r"[\d,.] [mb]illion(?:[.,;]| (?:in|for|from|to|and)\b)", re.IGNORECASE)
_PIECES = re.compile(rf"\b{_PRICED} ({_FIGURE}) (blocks?|pieces?|knives)\b", re.IGNORECASE)

PRICED = FOLDED | word_set("sold priced price cost costs worth raise raised invest invested investment financing only")
PIECES = frozenset({"block", "blocks", "piece", "pieces", "knives"})


def singular(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A number above one before a noun that counts one."""
    for match in _SINGULAR.finditer(paragraph.text) if _counts_one(paragraph) else ():
        if match[1] not in {"1", "01"} and not _is_year(match[1]):
            plural = PLURALS[match[2]]
            yield problem(
                paragraph, "quantity.singular", match.span(2), f"“{match[1]} {match[2]}” wants a plural.", plural
            )


def _counts_one(paragraph: CheckedParagraph) -> bool:
    """True where such a noun follows a figure or a word for a number."""
    if not PLURALS.keys().isdisjoint(_FIGURED.findall(paragraph.text)):
        return True
    counts = _COUNTING & paragraph.vocabulary
    return bool(counts) and any(noun in PLURALS and count in counts for count, noun in pairwise(paragraph.words))


_FIGURED = re.compile(r"\d ([a-z]+)")
_COUNTING = COUNTS | {"hundred", "thousand", "million", "billion"}


def _is_year(count: str) -> bool:
    return len(count) == 4 and count.isdigit() and count[:2] in {"19", "20"}


def twice_about(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A number that is approximate on both sides."""
    for match in _TWICE_ABOUT.finditer(paragraph.text):
        yield problem(
            paragraph,
            "quantity.twice_about",
            match.span(),
            f"“{match[0]}” says twice that the number is not exact.",
            f"{match['first']} {match['number']}",
        )


def literal(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Chinese powers of ten written out: 2.6 hundred million is 260 million."""
    for match in _LITERAL.finditer(paragraph.text) if _POWER.search(paragraph.text) else ():
        value = _decimal(match[1]) * _LITERAL_VALUES[match[2].lower()]
        yield problem(
            paragraph,
            "quantity.literal",
            match.span(),
            f"“{match[0]}” is {_trimmed(value)}.",
            _short(value),
        )


def _decimal(word: str) -> Decimal:
    return Decimal(_WORD_VALUES.get(word.lower()) or word)


def _short(value: Decimal) -> str:
    """As a newspaper prints it: 260 million, 1.34 billion, 26,000."""
    for size, name in _SIZES:
        if value >= size:
            return f"{_trimmed(value / size)} {name}"
    return _trimmed(value)


def _trimmed(value: Decimal) -> str:
    figures = f"{value:,f}"
    return figures.rstrip("0").rstrip(".") if "." in figures else figures


def times(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """ "times" for things counted, and growth by so many times, which may mean one more."""
    for match in _TIMES.finditer(paragraph.text):
        at = match.end() - len("times")
        yield problem(
            paragraph,
            "quantity.times",
            (at, match.end()),
            "What is counted here? “times” is a translated counter.",
            "cases",
        )
    for match in _GROWN.finditer(paragraph.text):
        yield problem(
            paragraph,
            "quantity.growth",
            match.span(),
            "Grown by so many times, or to so many times? The original may mean either.",
            level=Level.INFO,
        )


def person_times(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """ "person-times": a count of visits, not of people."""
    for match in _PERSON_TIMES.finditer(paragraph.text):
        yield problem(
            paragraph, "quantity.person_times", match.span(), f"“{match[0]}” is no English count.", "visits", "people"
        )


def percent_points(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """ "percent points"."""
    for match in _PERCENT_POINTS.finditer(paragraph.text):
        yield problem(
            paragraph,
            "quantity.percent_points",
            match.span(),
            f"“{match[0]}” should be “percentage{match[1]}”.",
            f"percentage{match[1]}",
        )


def money(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """An amount of money without its currency."""
    for match in _BARE_MONEY.finditer(paragraph.text) if _MILLIONS.search(paragraph.text) else ():
        yield problem(
            paragraph, "quantity.currency", match.span(1), f"“{match[1]}” of which currency?", level=Level.INFO
        )


def pieces(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """An amount of money in "pieces"."""
    for match in _PIECES.finditer(paragraph.text):
        yield problem(
            paragraph, "quantity.pieces", match.span(2), f"“{match[2]}” may be the currency.", "yuan", level=Level.INFO
        )


_WITH_NOUN = re.compile(r"(\d(?<![\w.,].)[\d,]*(?:\.\d+)?)(?: (thousand|million|billion))? ([a-z]{4,})")


def clash(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """The same thing counted elsewhere in the article by exactly ten, a hundred, a thousand or ten thousand times."""
    mine = _counted(paragraph.text)
    if not mine:
        return
    others = [
        (value, noun, shown)
        for other in article.paragraphs[: article.position[paragraph.key]]
        if other.role in _SHOWN
        for value, noun, shown, _ in _counted(other.text)
    ]
    for value, noun, shown, span in mine:
        for earlier, same, was in others:
            if noun == same and value != earlier and max(value, earlier) / min(value, earlier) in _TENS:
                yield problem(
                    paragraph, "quantity.clash", span, f"“{shown}” here, “{was}” earlier. Which is right?", about=(was,)
                )
                break


_SHOWN = frozenset({"headline", "standfirst", "body", "heading", "caption"})
_TENS = frozenset({Decimal(10), Decimal(100), Decimal(1000), Decimal(10000)})
_SCALE = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}


@lru_cache(maxsize=2048)
def _counted(text: str) -> tuple[tuple[Decimal, str, str, tuple[int, int]], ...]:
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[tuple[Decimal, str, str, tuple[int, int]]]:
    """Amounts of at least two telling figures with the noun after them."""
    for match in _WITH_NOUN.finditer(text):
        telling = match[1].replace(",", "").replace(".", "").strip("0")
        if len(telling) < 2 or match[3] in {"years", "year", "days", "months", "percent", "hours", "minutes"}:
            continue
        try:
            value = Decimal(match[1].replace(",", "")) * _SCALE[match[2]]
        except InvalidOperation:
            continue
        yield value, match[3], match[0], match.span()
