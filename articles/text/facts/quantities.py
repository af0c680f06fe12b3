"""Numbers of a sentence as quantities: what is counted, and how the print bounds it.

Left out are years and dates, places in a row that are no ranks, numbers that are part of a name ("Enterprise 100", a
short quoted title) and list markers.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter

from articles.text.facts.kinds import Comparator, Quantity
from articles.text.facts.numbers import COUNTED, MAGNITUDES, ORDINALS, Number, School, numbers
from articles.text.facts.sentences import Sentence
from articles.text.facts.wordlists import words

PERCENT = words("% ％ percent percentage pct")
CURRENCY_SIGNS = words("$ € £ ¥ ￥ ₩ ₽ ₹ ฿ ₫")
# ISO 4217, and what newspapers abbreviate currencies to at home.
CURRENCY_CODES = words(
    "usd eur rmb cny gbp jpy krw rub inr hkd us$ hk$ rs rp idr rm myr sgd aud cad nzd chf sek nok dkk pln huf czk ron "
    "bgn mxn brl ars clp cop pen zar kes ngn ghs egp mad aed sar qar omr kwd php thb vnd twd uah gel kzt uzs lei "
    "fcfa tk"
)
# What time and measure are counted in: with these even a number in words is a figure.
TIME_UNITS = words(
    "year years month months week weeks day days hour hours minute minutes second seconds decade decades "
    "century centuries quarters"
)
MEASURES = (
    TIME_UNITS
    | PERCENT
    | words(
        "yuan dollars dollar euros euro rubles ruble roubles won yen pounds rupees dong pesos francs meters "
        "metres kilometers kilometres km kg kilograms tons tonnes hectares acres mu liters litres gigawatts "
        "megawatts degrees square cubic riyals riyal dirhams dinars lira liras kronor kroner krona crowns zloty zlotys "
        "forints rand reais ringgit rupiah baht hryvnia tenge shillings naira cents miles feet gallons barrels liras"
    )
)
# Between the number and what is counted.
SKIPPED = words("more other different additional new of the such whole full")
# A counted noun phrase ends before these.
STOPS = words(
    "a an the of in on at to for from by with and or but as is are was were be been has have had will "
    "would can could may must that which who whom whose than per this last next these those it he she "
    "they we i his her its their our not also only into over under after before during since until within "
    "between among across through about against nationwide worldwide annually alone overall together so "
    "far up down did do does where when while if because compared including plus each every all there "
    "yesterday today now"
)
COMPARATORS = {
    Comparator.OVER: ("over", "more than", "above", "exceeding", "exceeded", "exceeds", "exceed", "upwards of",
                      "larger than", "surpassed", "surpassing", "greater than", "beyond"),
    Comparator.AT_LEAST: ("at least", "not less than", "no less than", "no fewer than", "a minimum of"),
    Comparator.UNDER: ("less than", "fewer than", "under", "below", "nearly", "almost", "close to", "not quite"),
    Comparator.AT_MOST: ("up to", "at most", "no more than", "not more than", "a maximum of", "as many as"),
    Comparator.ABOUT: ("about", "around", "approximately", "some", "roughly", "circa", "an estimated", "or so"),
}  # fmt: skip
BEFORE = {phrase: sign for sign, phrases in COMPARATORS.items() for phrase in phrases}
ENDS_BEFORE = frozenset(phrase.split()[-1] for phrase in BEFORE)
CLOCK = words("clock am pm a.m p.m o'clock o’clock hrs")
# "412 of the 5,300 vessels": both count vessels.
OUT_OF = [["in", "every"], ["of", "the"], ["out", "of"], ["out", "of", "the"], ["of"]]
BETWEEN = [["to"], ["-"], ["–"], ["and"], ["or"], *OUT_OF]
# Behind these a number tells one from others: "Class 3 of Grade 8".
NUMBERED = words(
    "class grade group line route room section article phase chapter volume building gate room team hall "
    "stage level step part version season tier zone"
)
RANK_VERBS = words(
    "ranked ranks rank ranking took takes won came finished placed got get gets "
    "conquered claimed secured occupied occupies achieved obtained reached holds hold held"
)
RANK_NOUNS = words("place position rank center centre spot")
# "The third in the country": a rank without any verb that says so.
RANKED_IN = words(
    "country world city region province state nation county continent district prefecture europe asia africa"
)
RANKING = RANK_VERBS | RANKED_IN
NUMERALS = COUNTED.union(ORDINALS, MAGNITUDES)
CURRENCIES = CURRENCY_SIGNS | CURRENCY_CODES
SIGNS_BEFORE = CURRENCY_SIGNS | frozenset("%％")  # the Turks write "%62"
GLUED = SIGNS_BEFORE | frozenset("(-–—~«\"“„‘'")  # a number stands right behind these
IRREGULAR_PLURALS = words("people personnel children men women staff police cattle fish sheep teeth feet mice")


@dataclass(slots=True)
class Amount:
    """A quantity at the tokens ``[first, last)``, its unit included where it follows. ``spelled`` numbers count as
    figures only with a ``measured`` unit: three points of a speech are no statistic, ten years are."""

    first: int
    last: int
    quantity: Quantity
    spelled: bool = False
    measured: bool = False


def counts(sentence: Sentence) -> bool:
    """Whether a sentence has any word or figure that a quantity begins with."""
    return bool(sentence.figures) or not sentence.vocabulary.isdisjoint(NUMERALS)


def amounts(sentence: Sentence, taken: Collection[int], named: Collection[int], marks: School) -> list[Amount]:
    """The quantities of a sentence in order. ``taken`` are tokens of dates, ``named`` those of names and titles."""
    found = [
        amount
        for number in numbers(sentence, taken, marks)
        if not _in_name(sentence, number, named)
        for amount in [_amount(sentence, number)]
        if amount
    ]
    found += _word_ranks(sentence)
    return _shared_units(sentence, sorted(found, key=attrgetter("first"))) if len(found) > 1 else found


def _in_name(sentence: Sentence, number: Number, named: Collection[int]) -> bool:
    """Whether the number is part of an ordinary name, a marker of a list, or glued to letters ("5G")."""
    if number.first in named:
        return True
    if number.first == 0 and sentence.low(1) in (".", ")"):
        return True
    at = number.first - 1
    before, after = sentence.low(at), sentence.low(number.last)
    if _age(sentence, number, before, after) or _numbered(sentence, number, before, after):
        return True
    if before in ("(", ",") and after in (")", ","):  # "this Thursday (12)", an age
        return not sentence.low(at - 1).isdigit() and not number.scaled
    if after in CLOCK or (":" in (before, after) and _clock(sentence, number)) or _hour(sentence, number, before):
        return True
    if before not in GLUED and sentence.glued(number.first):
        return True
    glued = len(after) == 1 and after.isalpha() and sentence.glued(number.last)
    if glued or (
        before in NUMBERED and (sentence.words[at].istitle() or _unit_end(sentence, number.last) == number.last)
    ):
        return True
    capital = at > 0 and sentence.words[at][0].isupper() and before not in CURRENCY_CODES and before not in BEFORE
    return (capital and not _placed(sentence, number)) or (before == "the" and _singular(sentence, number))


def _placed(sentence: Sentence, number: Number) -> bool:
    """ "At the seat in Velmar 85 people work": the capital before the number is where, and no name with it."""
    if sentence.low(number.first - 2) not in ("in", "near"):
        return False
    unit = _unit_end(sentence, number.last)
    return number.last < unit and _plural(sentence.lows[unit - 1]) and sentence.words[unit - 1].islower()


def _numbered(sentence: Sentence, number: Number, before: str, after: str) -> bool:
    """ "Lyceum No. 4", "masonry from 1884": a number that tells one from others, and a year of long ago."""
    if before == ".":
        return sentence.low(number.first - 2) == "no"
    if before not in ("from", "in", "since", "of"):
        return False
    old = 1500 <= number.value < 1900 and len(sentence.low(number.first)) == 4 and number.last == number.first + 1
    return old and (not after[:1].isalpha() or after in ("is", "was", "and", "to", "in"))


def _age(sentence: Sentence, number: Number, before: str, after: str) -> bool:
    """ "A 71-year-old", "at the age of 75", "aged 9": how old somebody is counts nothing."""
    if after == "years" and number.value < 120 and sentence.low(number.last + 1) in ("old", ",", ")"):
        who = before in ("is", "was") and sentence.low(number.first - 2) == "who"
        if who or before in ("(", ","):
            return True
    if after == "-" and sentence.low(number.last + 1).startswith("year-old"):
        return True
    return before == "aged" or (before == "of" and sentence.low(number.first - 2) == "age")


def _clock(sentence: Sentence, number: Number) -> bool:
    """ "10:45" """
    after, before = sentence.glued(number.last + 1), sentence.glued(number.first)
    return (sentence.low(number.last) == ":" and after) or (sentence.low(number.first - 1) == ":" and before)


def _hour(sentence: Sentence, number: Number, before: str) -> bool:
    """ "At 6 every morning", "until 11 p.m." """
    after = sentence.lows[number.last : number.last + 3]
    early = before in ("at", "until", "from") and number.value <= 24 and after[:1] in (["every"], ["sharp"])
    return early or after in (["p", ".", "m"], ["a", ".", "m"])


def _singular(sentence: Sentence, number: Number) -> bool:
    """ "The 40 cranes day": a number above one before a noun phrase in the singular is a name."""
    if number.spelled or number.scaled or number.value < 2:
        return False
    unit = _unit_end(sentence, number.last)
    return number.last < unit <= number.last + 3 and sentence.lows[unit - 1] in ("day", "campaign", "plan", "project")


def _amount(sentence: Sentence, number: Number) -> Amount | None:
    if number.ordinal:
        return _rank(sentence, number.first, number.value)
    first, comparator = _comparator(sentence, number.first)
    unit, last = _unit(sentence, number)
    if number.spelled and number.value == 1 and not number.scaled:
        return None
    printed = sentence.phrase(first, max(last, number.last))
    measured = unit.partition(" ")[0].lower() in MEASURES
    return Amount(first, last, Quantity(number.value, unit, comparator, printed), number.spelled, measured)


def _rank(sentence: Sentence, index: int, value: Decimal) -> Amount | None:
    """A place in a row is a quantity only where somebody ranks or takes it."""
    back = index - 2 if sentence.low(index - 1) in ("the", "number", "no") else index - 1
    placed = sentence.low(index + 1) in RANK_NOUNS
    verb = sentence.low(back)
    came = verb in ("came", "finished", "placed") and sentence.low(index + 1) in ("in", "at", "among")
    if verb.startswith("rank") or (placed and verb in RANK_VERBS) or came or _among(sentence, index):
        last = index + 2 if placed else index + 1
        return Amount(index, last, Quantity(value, "rank", printed=sentence.phrase(index, last)))
    return None


def _among(sentence: Sentence, index: int) -> bool:
    """ "The third in the country", behind a comma or a form of "be"; "second half in the city" is none."""
    the = sentence.low(index - 1) == "the"
    step = index + 1
    step += sentence.low(step) in ("largest", "biggest", "highest")
    opened = sentence.low(index - 2) in (",", "is", "was", "are", "as")
    where = sentence.low(step + 1) if sentence.low(step + 1) != "the" else sentence.low(step + 2)
    return the and opened and sentence.low(step) in ("in", "of") and where in RANKED_IN


def _word_ranks(sentence: Sentence) -> list[Amount]:
    if sentence.vocabulary.isdisjoint(RANKING):
        return []
    lows = sentence.lows
    ranks = (_rank(sentence, index, Decimal(ORDINALS[lows[index]])) for index in sentence.places(ORDINALS))
    return [rank for rank in ranks if rank]


def _comparator(sentence: Sentence, index: int) -> tuple[int, Comparator]:
    """The first token of the comparator before the number, and what it says."""
    at = index - 1 if sentence.low(index - 1) in CURRENCIES else index
    for length in (3, 2, 1) if sentence.low(at - 1) in ENDS_BEFORE else ():
        sign = BEFORE.get(" ".join(sentence.lows[max(at - length, 0) : at])) if at >= length else None
        if sign and not (length == 1 and sentence.low(at - 2) in ("talking", "talk", "speaking", "think", "worry")):
            return at - length, sign
    return at, Comparator.EXACT


def _unit(sentence: Sentence, number: Number) -> tuple[str, int]:
    """What is counted, and the token after it: a sign, a measure, a currency before, or the noun phrase after."""
    last = number.last
    before, after = sentence.low(number.first - 1), sentence.low(last)
    if after in PERCENT:
        end = last + 2 if sentence.low(last + 1) in ("point", "points") else last + 1
        return sentence.phrase(last, end), end
    if before in "%％" and sentence.glued(number.first) and not sentence.glued(number.first - 1):
        return before, last
    if after == "per" and sentence.low(last + 1) == "cent":
        return sentence.phrase(last, last + 2), last + 2
    if before in CURRENCY_SIGNS or before in CURRENCY_CODES:
        country = sentence.glued(number.first - 1) and sentence.words[number.first - 2].isupper()  # "R$", "US$"
        return sentence.phrase(number.first - 1 - country, number.first), last
    if after == "-" and sentence.glued(last) and sentence.glued(last + 1) and sentence.low(last + 1).isalpha():
        return sentence.words[last + 1], last + 2  # "a 200-bed hospital"
    while sentence.low(last) in SKIPPED:
        last += 1
    end = _unit_end(sentence, last)
    if end > last:
        return sentence.phrase(last, end), end
    return _number_of(sentence, number), number.last


def _unit_end(sentence: Sentence, first: int) -> int:
    """The end of the counted noun phrase: up to its first plural or measure, four words at most."""
    index, single = first, first
    while index < first + 4 and index < len(sentence):
        low = sentence.lows[index]
        if low in STOPS or not low[0].isalpha() or low in MAGNITUDES:
            break
        index += 1
        if low in ("square", "cubic", "percentage"):
            continue
        if low in ("kinds", "types", "sets", "pieces", "sorts") and sentence.low(index) == "of":
            return max(_unit_end(sentence, index + 1), index)
        if _plural(low) or low in MEASURES:
            return index
        if low.endswith("ed") and index - 1 > first:
            return single
        single = index
    return min(single, index)


def _plural(low: str) -> bool:
    return low in IRREGULAR_PLURALS or (len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")))


def _number_of(sentence: Sentence, number: Number) -> str:
    """ "The number of shareholders was 41,260": what is counted stands before."""
    for index in range(number.first - 1, max(number.first - 14, -1), -1):
        if sentence.lows[index] == "of" and sentence.low(index - 1) in ("number", "numbers", "total"):
            end = _unit_end(sentence, index + 1)
            return sentence.phrase(index + 1, end)
    return ""


def _shared_units(sentence: Sentence, found: list[Amount]) -> list[Amount]:
    """ "From 4,2 to 1,1 percent": the first number of a range takes the unit of the second."""
    for index, (one, two) in enumerate(zip(found, found[1:], strict=False)):
        between = sentence.lows[one.last : two.first]
        if not one.quantity.unit and between in BETWEEN:
            found[index] = replace(one, quantity=replace(one.quantity, unit=two.quantity.unit), measured=two.measured)
    return found
