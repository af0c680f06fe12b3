"""Sentences cut into clauses: each with its own finite verb, its figures and what is apposed to them."""

from bisect import bisect_left
from collections.abc import Collection

from articles.text.facts.cues import FINITE, LAUNCH_NOUNS, TAILS
from articles.text.facts.quantities import PERCENT
from articles.text.facts.reading import PLURALS, SHARES, Line
from articles.text.facts.sentences import QUOTES, Range, Sentence
from articles.text.facts.wordlists import words

BREAKS = words(", ; : ( ) — – 、 ， ；")
PRONOUNS = words("it that this they")
PRESENT = words("today now currently nowadays")
RELATIVES = words("which who whom whose where when")
# The prepositions of time in English.
TIMES = words("in since by during over after within as from until for")
# What a clause opens with before its subject: conjunctions, relatives and marks.
LEADING = words("and but that while so then , also because as yet thus therefore recall . - –") | QUOTES
# Prepositions, articles and possessives: none of them is a subject by itself.
NO_SUBJECTS = words("the a an of in on at for with to by from and or its our their his her these those all")
BEFORE_YEAR = words("previous prior last year-earlier")
# "With the participation of 40 countries": how Romance and Slavic languages tell who came.
TAKING_PART = words("participation attendance presence")
# What asks people, so that their answers are the figure.
SURVEYS = words("survey poll questionnaire surveyed polled")
NUMERALS = words("one two three four five six seven eight nine ten several many")
# Words in -ed that are no past tense.
NOT_PAST = words("need seed feed speed breed deed weed indeed exceed proceed succeed hundred kindred")
# Behind SHARES and PLURALS any words but these are verbs: "20 % return", "they collect 6 thousand tons".
AFTER_SHARES = words(
    "of in on at for from to and or more less higher lower by compared with over under than per up down year month "
    "quarter week annually annual points point respectively"
)
AFTER_PLURALS = NUMERALS | words(
    "in on at of for from to and or but also only just all both themselves ourselves ourself myself alone as with not "
    "who that which a an the this these those always never often still already now then together"
)
TRAILING = words(". , ; : ! ? 。 ！ ？ … - – —") | QUOTES


def clauses(line: Line, cut: Collection[int]) -> list[Range]:
    """The clauses of a sentence in order, as ranges of tokens; ``cut`` are tokens that belong to none."""
    found: list[Range] = []
    lead = -1
    segments, lows = _segments(line, cut), line.sentence.lows
    for at, (first, last) in enumerate(segments):
        kind = _kind(line, first, last, bool(found) and lead < 0)
        if kind == "tail" and _leads(line, (first, last), segments[at + 1 : at + 2]):
            kind = "bare"
        if kind == "clause" and lead >= 0 and _contrasts(line, lead, first):
            found.append((lead, first))
            lead = -1
        if kind == "clause" and found and lead < 0 and _same_measure(line, found[-1], first):
            found[-1] = (found[-1][0], last)
            continue
        if kind == "clause":
            found.append((lead if lead >= 0 else first, last))
            lead = -1
        elif kind == "tail" and found and told_apart(line, first, last):
            found.append((first, last))
        elif kind == "tail" and found and not (lows[first] == "that" and told_apart(line, *found[-1])):
            found[-1] = (found[-1][0], last)
        elif kind == "bare" and lead < 0:
            lead = first
    if lead >= 0 and any(amount.first >= lead for amount in line.amounts):
        found.append((lead, _end(line, lead, cut)))
    parts = [part for clause in found for part in _coordinated(line, clause)]
    return [trimmed for part in parts for trimmed in [_trimmed(line, part)] if trimmed[0] < trimmed[1]]


def told_apart(line: Line, first: int, last: int) -> bool:
    """ "…, with the participation of 40 experts", "…, endowed with 900 euros": a figure that is told by itself."""
    lows = line.sentence.lows
    taken = lows[first] in ("with", "in") and not TAKING_PART.isdisjoint(lows[first + 1 : first + 3])
    given = lows[first : first + 2] in (["endowed", "with"], ["together", "with"])
    near = first + 8 if taken else first + 5
    return (taken or given) and any(first < amount.first < min(near, last) for amount in line.amounts)


def _contrasts(line: Line, lead: int, first: int) -> bool:
    """ "412 vessels sail so, while only 17 quays have sockets": two sides, each with its figure."""
    counted = any(lead <= amount.first < first and not amount.spelled for amount in line.amounts)
    return counted and line.sentence.lows[first] in ("while", "whereas", "but")


def _same_measure(line: Line, before: Range, first: int) -> bool:
    """ "The loss is 20%, while elsewhere it is less than 5%", "it took 19 minutes, today it takes 13": the same measure
    of something or of some time else, in a pronoun."""
    lows = line.sentence.lows
    elsewhere = lows[first] in ("while", "whereas", "against") and not PRONOUNS.isdisjoint(lows[first : first + 7])
    at_present = lows[first] in PRESENT and not PRONOUNS.isdisjoint(lows[first + 1 : first + 3])
    return (elsewhere or at_present) and any(before[0] <= amount.first < before[1] for amount in line.amounts)


def _leads(line: Line, segment: Range, after: list[Range]) -> bool:
    """Whether a time without a verb ("ten years ago") belongs to the clause that follows it."""
    lows = line.sentence.lows
    first, last = segment
    if not after or not (lows[last - 1] in ("ago", "later") or lows[first] in TIMES):
        return False
    return _kind(line, *after[0], False) == "clause" and finite(line, *after[0]) != after[0][0]


def _segments(line: Line, cut: Collection[int]) -> list[Range]:
    """What stands between commas and other breaks; dates and titles keep theirs."""
    sentence, breaks = line.sentence, _breaks(line.sentence)
    if line.dates or line.quotes:
        kept = {token for date in line.dates for token in range(date.first, date.last)}
        kept.update(token for first, last in line.quotes for token in range(first - 1, last + 1))
        breaks = [index for index in breaks if index not in kept]
    found, first = [], 0
    for index in sorted({*breaks, *cut}) if cut else breaks:
        if index > first:
            found.append((first, index))
        first = index + 1
    if first < len(sentence):
        found.append((first, len(sentence)))
    return found


def _breaks(sentence: Sentence) -> list[int]:
    """Where marks part a sentence; the colon of "22:00" does not."""
    found = sentence.places(BREAKS)
    if ":" not in sentence.vocabulary:
        return found
    return [
        at
        for at in found
        if sentence.lows[at] != ":"
        or not (
            sentence.glued(at) and (_figured(sentence, at + 1) or sentence.lows[at - 2 : at] == ["previous", "year"])
        )
    ]


def _figured(sentence: Sentence, index: int) -> bool:
    return sentence.glued(index) and sentence.low(index)[:1].isdigit()


def _end(line: Line, first: int, cut: Collection[int]) -> int:
    return next((index for index in range(first, len(line.sentence)) if index in cut), len(line.sentence))


def finite(line: Line, first: int, last: int) -> int:
    """The first finite verb in a range of tokens, or -1."""
    lows = line.sentence.lows
    for index in line.verbal[bisect_left(line.verbal, first) : bisect_left(line.verbal, last)]:
        low = lows[index]
        if index > first + 1 and lows[index - 1] == "to" and not line.sentence.words[index - 2][0].isupper():
            continue
        if (
            low in FINITE
            or (low.endswith("s") and _counts(line, first, index))
            or (index > first and lows[index - 1] in SHARES and low.isalpha() and low not in AFTER_SHARES)
            or (index > first and lows[index - 1] in PLURALS and low.isalpha() and low not in AFTER_PLURALS)
            or (lows[index - 1] in RELATIVES and low.endswith("s") and low.isalpha() and not low.endswith("ss"))
            or (_past(low) and (index == 0 or lows[index - 1] not in ("the", "a", "an")))
        ):
            return index
    return -1


def _past(low: str) -> bool:
    return low.endswith("ed") and len(low) > 3 and low not in NOT_PAST


def _counts(line: Line, first: int, index: int) -> bool:
    """ "The canteen cooks 640 lunches": a word in -s right before a figure, behind a noun or an adverb."""
    low, before = line.sentence.lows[index], line.sentence.low(index - 1)
    if index == first or low.endswith("ss") or len(low) < 4 or not line.sentence.words[index].islower():
        return False
    if not low.isalpha() or before in NO_SUBJECTS or not (before.isalpha() or before in QUOTES):
        return False
    figured = any(amount.first == index + 1 and not amount.spelled for amount in line.amounts)
    return figured and not any(amount.first < index <= amount.last for amount in line.amounts)


def _kind(line: Line, first: int, last: int, follows: bool) -> str:
    """What a segment is: a clause of its own, a tail of the clause before, an aside, or bare."""
    lows = line.sentence.lows
    verb = finite(line, first, last)
    figures = [amount for amount in line.amounts if first <= amount.first < last] if follows else []
    opener = lows[first]
    if opener in ("and", "or") and first + 1 < last:
        opener = lows[first + 1]
    if follows and figures and lows[first : first + 2] == ["but", "not"]:  # "up to 80%, but not more than 3 million"
        return "tail"
    if verb >= 0 and follows:
        if opener in RELATIVES and not figures:
            return "tail" if opener == "when" else "aside"
        if verb == first:
            whole = lows[first] in ("has", "employs", "operates", "owns", "exports", "serves", "produces", "sells")
            return "clause" if whole and figures else "tail"
    if follows and verb < 0 and figures and line.sentence.low(first - 1) == "(" and opener in BEFORE_YEAR:
        return "tail"
    if not follows and opener in ("in", "of", "among") and not SURVEYS.isdisjoint(lows[first : first + 6]):
        return "bare"  # "In a survey of 900 people, 70 % said"
    if follows and verb < 0 and (opener in TIMES or opener == "on") and line.dated(first, first + 2):
        return "tail"
    if verb >= 0 or not LAUNCH_NOUNS.isdisjoint(lows[first : first + 3]):
        return "clause"
    if follows and figures:
        share = all(amount.quantity.unit.lower() in PERCENT for amount in figures)
        return "tail" if opener in TAILS or share or not opener.endswith("ing") else "clause"
    return "aside" if follows and opener in TAILS else "bare"


def _coordinated(line: Line, clause: Range) -> list[Range]:
    """A clause parted at "and" where both sides have a verb; a side without figures is let go."""
    first, last = clause
    lows = line.sentence.lows
    for index in range(first + 1, last - 1) if "and" in lows[first:last] else ():
        if lows[index] != "and" or (finite(line, index + 1, last) < 0 and not _third(line, index + 1)):
            continue
        before = finite(line, first, index)
        near = finite(line, index + 1, min(index + 12, last)) >= 0 or _third(line, index + 1)
        if before < 0 or (lows[index + 1] != "that" and not near):
            continue
        left = any(first <= amount.first < index for amount in line.amounts)
        left = left or any(first <= date.first < index and date.iso[:1].isdigit() for date in line.dates)
        right = any(index < amount.first < last for amount in line.amounts)
        if left and not right and any(index < date.first < last and date.iso[:1].isdigit() for date in line.dates):
            return [(first, index), *_coordinated(line, (index + 1, last))]
        if right and not left and _own_verb(line, index + 1, last):
            return _coordinated(line, (index + 1, last))
        if left and right and (_own_verb(line, index + 1, last) or lows[index + 1] == "that"):
            return [(first, index), *_coordinated(line, (index + 1, last))]
        if left and not right:
            return [(first, index)]
    return [clause]


def _own_verb(line: Line, first: int, last: int) -> bool:
    """Whether the side after "and" says something of its figure, and is no list of nouns with a relative clause."""
    verb = finite(line, first, last)
    if _third(line, first):
        return True
    return verb >= 0 and RELATIVES.isdisjoint(line.sentence.lows[first:verb])


def _third(line: Line, first: int) -> bool:
    """ "And sails 110 kilometers", "and sails nowadays with 23 ships": a verb in -s right behind "and"."""
    lows = line.sentence.lows
    for step in (first, first + 1):
        low = line.sentence.low(step)
        if not low.endswith("s") or low.endswith("ss") or len(low) < 4 or not low.isalpha():
            continue
        near = line.sentence.low(step + 1)
        to = near in ("to", "in", "with", "for", "only", "up", "some", "almost", "nearly", "at")
        numbered = any(amount.first == step + 1 + to for amount in line.amounts)
        if numbered or near in ("nowadays", "now", "already", "about", "today", "currently", "more", "over"):
            return step == first or lows[first].endswith("ly")
    return False


def _trimmed(line: Line, clause: Range) -> Range:
    """A clause without conjunctions before it and marks about it; from behind "of which" where the rest is whole."""
    first, last = clause
    lows = line.sentence.lows
    while first < last and lows[first] in LEADING:
        first += 1
    for index in range(first, min(first + 6, last - 2)) if "which" in lows[first : first + 6] else ():
        if lows[index] == "which" and lows[index + 1] not in FINITE and index > first:
            first = index + 1
            break
    while last > first and lows[last - 1] in TRAILING:
        last -= 1
    return first, last
