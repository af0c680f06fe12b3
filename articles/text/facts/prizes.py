"""What is won: prizes, titles, medals, certificates, places and lists, as a sentence names them."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.facts.cues import (
    AUXILIARY,
    CONTESTS,
    EMBLEMS,
    EVENT_HEADS,
    GIVE,
    HONOURS,
    LISTS,
    PLACES,
    RANKED,
    RECEIVE,
)
from articles.text.facts.names import OTHER
from articles.text.facts.numbers import ORDINALS
from articles.text.facts.reading import Line
from articles.text.facts.sentences import QUOTES, Range
from articles.text.facts.wordlists import words

DETERMINERS = words("a an the its his her their this that another several two three")
# Where the words before an award's noun end: marks, conjunctions, prepositions, times.
STOPS = words(", . ; : ( ) and or of in on at by from to for with upon also just yesterday today evening")
STOPS_BUT_OF, STOPS_BUT_IN = STOPS - {"of", "for"}, STOPS - {"of", "in", "and"}
# A place is one only behind an ordinal: "second center", "third spot".
SPOTS = words("center centre spot prize rank position place")
# These are named by what stands behind "of": "the title of X".
OF_NAME = words("title titles plaque shield badge honor honour distinction order medal statuette label certificate")
# Alone, with "a" before it, these still say what was received.
WHOLE = words("distinction commendation diploma plaque shield statuette")
OF_WHAT = words("prize award medal prizes")
SUPERLATIVES = words("best top most leading outstanding excellent")
COMMON = words("many some such same first-ever own new more big")
MENTIONED = words("honorable honourable special jury")
THANKS = words("appreciation honor honour gratitude merit excellence thanks recognition commendation achievement")
OCCASIONS = CONTESTS | EVENT_HEADS | HONOURS | words("prix nomination category section branch")
BEFORE = DETERMINERS | STOPS | AUXILIARY | QUOTES | RECEIVE | GIVE
PARTING = STOPS | AUXILIARY | RECEIVE | GIVE  # between a name in marks and a noun these keep them apart
PURPOSE_ENDS = AUXILIARY | words("for in at by from , on of . ; this got received won went fell goes")
CATEGORIES = words("category nomination section branch")
METALS = words("gold silver bronze")
WON = words("won wins winning took takes")
WON_BY = (["was", "won"], ["were", "won"], ["went", "to"])
OF_PLACES = words("district town city municipality county")
REACH = 14  # tokens
ORDERS = words("order cross citation star")
# With one of these, or a figure, the name of whatever is won begins or ends.
NAMING = HONOURS | PLACES | SPOTS | ORDERS | EMBLEMS | METALS | CATEGORIES | frozenset(ORDINALS) | {"letter"}


@dataclass(slots=True)
class Prize:
    """An award's name at ``[first, last)``; its noun phrase begins at ``start`` and ends before ``end``."""

    first: int
    last: int
    start: int
    end: int
    bare: bool = False


def prizes(line: Line) -> Iterator[Prize]:
    """The awards a sentence names, in order, without overlap."""
    end = -1
    for index in sorted(line.sentence.places(NAMING) + line.sentence.figures):
        low = line.sentence.lows[index]
        honour = low in HONOURS or low in PLACES or _thanks(line, index)
        if index < end or not (honour or _spot(line, index) or _order(line, index)):
            found = None
            if index >= end and low in METALS and _alone_in(line, index):
                found = Prize(index, index + 1, index, index + 1)  # "won gold in the 800 meters"
            elif index >= end:
                found = _emblem(line, index) if low in EMBLEMS else _branch(line, index) if low in CATEGORIES else None
        elif low in RANKED or low in ("rank", "ranks"):
            found = _listed(line, index) or (_common(line, index) if _spot(line, index) else None)
        else:
            found = _prize(line, index)
        if found:
            end = found.end
            yield found


def _alone_in(line: Line, index: int) -> bool:
    """ "Won gold in the 800 meters": a medal by its metal alone."""
    return line.sentence.low(index - 1) in RECEIVE and line.sentence.low(index + 1) in ("in", "at", "for", ".", ",")


def _emblem(line: Line, index: int) -> Prize | None:
    """ "The Golden Lantern": a prize by its name alone, where its noun follows with a capital."""
    mention = line.mention_at(index)
    marked = next((q for q in line.quotes if q[0] == index), None)
    if marked and marked[1] - marked[0] <= 4:
        return Prize(*marked, index - 1, marked[1] + 1)
    if not mention or mention.kind != OTHER or not 2 <= mention.last - mention.first <= 4:
        return None
    last = mention.last + (line.sentence.low(mention.last).isdigit() and len(line.sentence.low(mention.last)) == 4)
    return Prize(mention.first, last, mention.first, last)


def _branch(line: Line, noun: int) -> Prize | None:
    """ "Won the novel branch", "the poetry category was won by": a part of a contest by its noun alone."""
    lows, start = line.sentence.lows, _start(line, noun)
    won = line.sentence.low(start - 1) == "the" and line.sentence.low(start - 2) in WON
    won = won or lows[noun + 1 : noun + 3] in WON_BY
    return Prize(start, noun + 1, start, noun + 1) if won and start < noun else None


def _thanks(line: Line, index: int) -> bool:
    """ "A letter of thanks", as Russian authorities award it."""
    lows = line.sentence.lows[index : index + 3]
    thanks = lows[:1] == ["letter"] and line.sentence.low(index - 1) in THANKS  # "a gratitude letter"
    return thanks or (lows[:2] == ["letter", "of"] and lows[2:] != [] and lows[2] in THANKS)


def _spot(line: Line, index: int) -> bool:
    return line.sentence.lows[index] in SPOTS and _ordinal(line.sentence.low(index - 1))


def _order(line: Line, index: int) -> bool:
    """An Order with a capital, and the place in "came second in the contest"."""
    low = line.sentence.lows[index]
    if low in ORDERS:
        return line.sentence.words[index][0].isupper()
    came = line.sentence.low(index - 1) in ("came", "finished", "placed") and line.sentence.low(index + 1) in (
        "in",
        "at",
    )
    return came and _ordinal(low)


def _ordinal(low: str) -> bool:
    return low in ORDINALS or (low[:1].isdigit() and low.endswith(("st", "nd", "rd", "th")))


def _prize(line: Line, noun: int) -> Prize | None:
    return _named(line, noun) or _common(line, noun)


def _named(line: Line, noun: int) -> Prize | None:
    """An award with a name of its own: in quotation marks or in capitals, about or beside its noun."""
    sentence = line.sentence
    for first, last in line.quotes:
        between = sentence.lows[noun + 1 : first - 1] if first - 1 > noun else None
        if between is not None and between in ([], ["of"], [","], ["called"], ["named"], ["of", "the"], ["for", "the"]):
            return Prize(first, last, _start(line, noun), last + 1)
        if first <= noun < last or last < noun <= last + 3 and PARTING.isdisjoint(sentence.lows[last + 1 : noun]):
            return Prize(first, last, first - 1, max(last + 1, noun + 1))
    for mention in line.mentions:
        if mention.first <= noun < mention.last:
            last = mention.last
            last = contest_end(line, last, CONTESTS) if sentence.low(last) in ("in", "of") else last
            last += sentence.low(last).isdigit() and len(sentence.low(last)) == 4  # "Good Winter Award 2023"
            last = _in_category(line, _of_place(line, last))
            first = _possessed(line, mention.first)
            return Prize(first, last, first, last)
        of = sentence.lows[noun] in OF_NAME and sentence.low(noun + 1) == "of"
        if mention.first == noun + 1 + of and mention.kind == OTHER:
            last = name_end(line, mention.last)
            return Prize(mention.first, last, _start(line, noun), last)
    if sentence.lows[noun] in ("title", "titles") and sentence.low(noun + 1) == "of":
        last = noun + 2
        while last < len(sentence) and sentence.words[last][0].isupper():
            last += 1
        last = purpose(line, last) if last == noun + 2 and sentence.low(last) in SUPERLATIVES else last
        return Prize(noun + 2, last, _start(line, noun), last) if last > noun + 2 else None
    return None


def _in_category(line: Line, last: int) -> int:
    """ "Grand Prize in the food category": what it was won in."""
    if line.sentence.lows[last : last + 2] != ["in", "the"]:
        return last
    near = range(last + 2, min(last + 6, len(line.sentence)))
    end = next((step + 1 for step in near if line.sentence.lows[step] in CATEGORIES), last)
    return last if any(low in STOPS for low in line.sentence.lows[last + 2 : end]) else end


def _of_place(line: Line, last: int) -> int:
    """ "Environment Prize of the district": whose prize it is, where that has no name."""
    lows = line.sentence.lows
    placed = lows[last : last + 2] == ["of", "the"] and line.sentence.low(last + 2) in OF_PLACES
    return last + 3 if placed and line.sentence.low(last + 3) not in ("of", "'s", "’s") else last


def _possessed(line: Line, first: int) -> int:
    """ "The Minister's Prize": whose prize it is belongs to its name."""
    sentence = line.sentence
    if sentence.low(first - 1) in ("'s", "’s") and first > 1 and sentence.words[first - 2][0].isupper():
        first -= 2
        while first > 0 and sentence.words[first - 1][0].isupper():
            first -= 1
    return first


def name_end(line: Line, last: int) -> int:
    """ "Friend of the Field": a name that goes on behind "of the"."""
    step = last + 1 + (line.sentence.low(last + 1) == "the")
    behind = line.mention_at(step) if line.sentence.low(last) == "of" else None
    return behind.last if behind and behind.kind == OTHER else last


def _common(line: Line, noun: int) -> Prize | None:
    """An award by its noun phrase, with the contest it is won in or what it is given for."""
    sentence = line.sentence
    first = _start(line, noun)
    last = noun + 1
    if sentence.lows[noun] == "mention" and sentence.low(noun - 1) not in MENTIONED:
        return None
    place = _spot(line, noun) or _ordinal(sentence.lows[noun]) or sentence.lows[noun] in PLACES
    if sentence.low(last) == "of" and sentence.low(last + 1) in THANKS:
        return Prize(first, last + 2, first, last + 2)
    if sentence.low(last) in ("of", "at", "in", "from"):
        last = contest_end(line, last)
        if sentence.lows[last - 1] in CATEGORIES | QUOTES and sentence.low(last) in ("of", "at"):
            last = contest_end(line, last)  # "first prize in the youth category of the X Contest"
    elif sentence.low(last) == "for" and not place and not _capital(line, first, noun):
        last = purpose(line, last + 1)
    if first == noun and last == noun + 1 and sentence.low(last) == "of":
        the = sentence.low(last + 1) == "the" and sentence.lows[noun] == "certificate"
        last = _of_what(line, last + the) if the or sentence.lows[noun] in OF_WHAT else last
    if sentence.lows[noun] in LISTS and sentence.low(noun + 1) == "of":
        last = top_end(line, noun + 2 + (sentence.low(noun + 2) == "the"))
        told = any(low in SUPERLATIVES or low.isdigit() for low in sentence.lows[noun + 2 : last])
        return Prize(noun, last, noun, last, bare=not told)
    alone = first == noun and last == noun + 1
    if alone and sentence.lows[noun] in WHOLE and sentence.low(noun - 1) in ("a", "an"):
        return Prize(first, last, first, last)
    if (
        place and last == noun + 1 and sentence.low(last) in ("of", "in") and sentence.lows[noun] != "prize"
    ):  # "third place in the country"
        return None
    return Prize(first, last, first, last, alone or _ordinary(line, first, noun))


def _capital(line: Line, first: int, last: int) -> bool:
    return any(word[0].isupper() for word in line.sentence.words[first:last])


def _of_what(line: Line, of: int) -> int:
    """ "Prize of innovation": what it is for, in plain words."""
    last = of + 1
    while last <= of + 3 and line.sentence.low(last).isalpha() and line.sentence.words[last].islower():
        if line.sentence.lows[last] in STOPS or line.sentence.lows[last] in AUXILIARY:
            break
        last += 1
    plain = last > of + 1 and line.sentence.low(of + 1) not in BEFORE
    return last if plain else of


def _ordinary(line: Line, first: int, noun: int) -> bool:
    """ "Many prizes", "the same award": described, but not told from others."""
    return noun - first == 1 and line.sentence.lows[first] in COMMON


def _start(line: Line, noun: int) -> int:
    """Where the noun phrase of an award begins: behind the determiner or the verb."""
    sentence, first = line.sentence, noun
    while first > 0 and noun - first < 8:
        if sentence.lows[first - 3 : first] == ["of", "the", "year"]:  # "Book of the Year award"
            first -= 3
            continue
        low = sentence.lows[first - 1]
        if low in BEFORE or low in ("'s", "’s"):
            break
        first -= 1
    return first


def contest_end(line: Line, preposition: int, heads: frozenset[str] = OCCASIONS) -> int:
    """The end of "prize of the X Contest": the contest's name belongs to the award's."""
    sentence = line.sentence
    for step in range(preposition + 1, min(preposition + 9, len(sentence))):
        quote = next((q for q in line.quotes if q[0] <= step < q[1]), None)
        mention = next((m for m in line.mentions if m.first <= step < m.last), None)
        if quote and (sentence.low(quote[0] - 2) in heads or not heads.isdisjoint(sentence.lows[quote[0] : quote[1]])):
            return quote[1] + 1
        if sentence.lows[step] in heads:
            behind = next((q for q in line.quotes if q[0] == step + 2), None)
            named = next((m.last for m in line.mentions if m.first == step + 1 and m.kind == OTHER), step + 1)
            return behind[1] + 1 if behind else max(named, mention.last if mention else 0)
        joined = sentence.lows[step] == "and" and _capital(line, step - 1, step) and _capital(line, step + 1, step + 2)
        if sentence.lows[step] in STOPS_BUT_OF and not joined:
            break
    return preposition


def purpose(line: Line, start: int) -> int:
    """The end of what an award is given for, in plain words."""
    last = start
    while last < min(start + REACH, len(line.sentence)) and line.sentence.lows[last] not in PURPOSE_ENDS:
        last += 1
    return last


def _listed(line: Line, index: int) -> Prize | None:
    """ "Ranked 12th in the «X» list", "the fourth rank in the «X»": the list's name; none of a whole country."""
    sentence = line.sentence
    for step in range(index + 1, min(index + REACH, len(sentence))):
        if sentence.lows[step] in (";", ".") or (sentence.lows[step] in RECEIVE and step > index + 1):
            break
        quote = next((q for q in line.quotes if q[0] == step), None)
        if quote:
            return Prize(*quote, step - 1, quote[1] + 1 + (sentence.low(quote[1] + 1) in LISTS))
        if sentence.lows[step] == "top" and sentence.low(step + 1).isdigit():  # "among the top 100 firms of the land"
            last = top_end(line, step + 2)
            return Prize(step, last, step, last) if last > step + 2 else None
        if sentence.lows[step] in LISTS:
            mention = next((m for m in line.mentions if m.first <= step < m.last), None)
            first, last = (mention.first, mention.last) if mention else (_start(line, step), step + 1)
            return Prize(first, last, first, last) if last - first > 1 else None
    return None


def top_end(line: Line, first: int) -> int:
    """The end of what is counted in "top 100 private firms of the province"."""
    last = first
    while last < min(first + 8, len(line.sentence)):
        low = line.sentence.lows[last]
        by = line.sentence.low(last + 1) == "by" and low.endswith("ed")  # "released by Y"
        if by or low in STOPS_BUT_IN or low in AUXILIARY or low in RECEIVE:
            break
        last += 1
    while last > first and line.sentence.lows[last - 1] in ("and", "of", "in", "the"):
        last -= 1
    return last


def won_contest(line: Line, noun: int) -> Prize | None:
    """ "The winner of the competition «X»", "laureate of the X Prize": the contest by its name."""
    sentence = line.sentence
    if sentence.low(noun + 1) not in ("of", "in", "at"):
        return None
    for step in range(noun + 2, min(noun + 9, len(sentence))):
        if sentence.lows[step] in STOPS_BUT_OF:
            return None
        quote = next((q for q in line.quotes if q[0] == step + 1), None)
        if quote:
            return Prize(*quote, noun + 2, quote[1] + 1)
        if sentence.lows[step] in CONTESTS and sentence.low(step + 1) == "of" and sentence.words[step + 2].islower():
            return Prize(step, _of_what(line, step + 1), noun + 2, _of_what(line, step + 1))
        mention = line.mention_at(step)
        if mention and not OCCASIONS.isdisjoint(sentence.lows[mention.first : mention.last]):
            return Prize(mention.first, mention.last, noun + 2, mention.last)
    return None


def object_name(line: Line, verb: int) -> Prize | None:
    """The named object of giving or naming, where no noun says that it is an award: "handed the Golden Anchor to"."""
    sentence = line.sentence
    for step in range(verb + 1, min(verb + REACH, len(sentence))):
        if sentence.lows[step] in ("to", "upon", ";", ":", "by"):
            break
        quote: Range | None = next((q for q in line.quotes if q[0] == step + 1), None)
        if quote and sentence.words[quote[0]][0].isupper():
            return Prize(*quote, step, quote[1] + 1)
        mention = line.mention_at(step)
        if mention and mention.kind == OTHER and _object(line, step):
            year = sentence.low(mention.last).isdigit() and len(sentence.low(mention.last)) == 4
            return Prize(mention.first, mention.last + year, mention.first, mention.last + year)
    return None


def _object(line: Line, first: int) -> bool:
    """Whether a name with its determiner is an object, and not behind a preposition."""
    before, far = line.sentence.low(first - 1), line.sentence.low(first - 2)
    return before in ("the", "its", "a", "her", "his") and far not in ("in", "on", "at", "of")
