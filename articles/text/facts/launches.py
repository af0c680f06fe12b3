"""Where a sentence brings an initiative into the world or runs one: its name, its verb, and how they hang together."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.facts.candidates import DETERMINERS, NO_INITIATIVES, STOPS, Name, names
from articles.text.facts.cues import (
    BE,
    FINITE,
    INITIATIVE_NOUNS,
    LAUNCH,
    LAUNCH_NOUNS,
    NAMING,
    SUSTAIN,
    words,
)
from articles.text.facts.names import ORGANIZATION, OTHER
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import QUOTES

QUOTED, PASSIVE, OBJECT, NOMINAL, RELATIVE = (
    "quoted name",
    "was launched",
    "launched",
    "establishment of",
    "that somebody launched",
)
ADVERBS = words("off forward up out also officially jointly successfully formally recently together on in over")
CLAUSE_ENDS = words(". ; ! ?")
# Unnamed, only these count; and a verb that may mean planning or improving does not bring them about.
UNNAMED = words("programme platform partnership campaign fund team report service")
PLANNING = words(
    "develop develops developed developing run runs running ran begin began begins put offer offers offered"
)
STRONG = LAUNCH - PLANNING
# A name in quotation marks needs no noun of its own as the object of these.
HOSTING = words(
    "hold holds held holding offer offers offered offering run runs running ran announce announced announces"
)
# A capitalised name needs none as the object of these.
BRINGING_OUT = ("launch", "unveil", "releas", "introduc", "roll", "debut")
# An organization's name is an initiative where somebody brings it into being.
FOUNDING = ("launch", "establish", "creat", "found", "form", "inaugurat", "set", "initiat", "open")
# By themselves: "the programme starts".
STARTING = words("starts started begins began start begin kicks kicked goes went")
# What is made by somebody is a product, whatever it is called.
MADE = words("developed launched released unveiled created")
# Where a programme is at work: "under the scheme «X» of Y".
WITHIN = words("under within through with")
BEGUN = LAUNCH | SUSTAIN | LAUNCH_NOUNS | WITHIN | {"framework"}
# Of these kinds, by their category, what somebody works under is at work.
SCHEMES = words("programme campaign")
MODAL = words("will also has officially")
LONGEST = 12  # tokens of a noun phrase
REACH = 16  # tokens between a name and its verb


@dataclass(frozen=True, slots=True)
class Found:
    """An initiative's name at ``[first, last)`` by the rule; its noun phrase begins at the token ``start`` and the
    evidence ends before the token ``end``."""

    first: int
    last: int
    category: str
    verb: int
    rule: str
    start: int
    end: int


def launches(article: Article, line: Line) -> Iterator[Found]:
    """The initiatives of a sentence in order, each name once."""
    terms = line.sentence.vocabulary
    if terms.isdisjoint(BEGUN):
        return
    named, taken = [*names(line)], -1
    for index, low in enumerate(line.sentence.lows):
        if index < taken:
            continue
        found = None
        if (low in LAUNCH or low in SUSTAIN) and _is_verb(line, index):
            found = _by_verb(article, line, index, named)
        elif low in WITHIN or low == "framework":
            found = _at_work(line, index, named)
        elif low in LAUNCH_NOUNS and line.sentence.low(index + 1) == "of":
            found = _of_named(line, index, named) or _noun_phrase(line, index + 2, index, NOMINAL)
        if found:
            named = [name for name in named if name.first != found.first]
            taken = max(found.last, index + 1) if found.rule != PASSIVE and found.rule != RELATIVE else index + 1
            yield found


def _is_verb(line: Line, index: int) -> bool:
    """Whether a word that may be a noun ("the launch", "a run", "organizing committee") is the verb here."""
    sentence = line.sentence
    low, before = sentence.lows[index], sentence.low(index - 1)
    if index and sentence.words[index][0].isupper():
        return False
    if low.endswith("ing"):
        return not BE.isdisjoint(sentence.lows[max(index - 4, 0) : index]) or before in ("by", ",", "of", "after")
    plain = not low.endswith(("ed", "t", "n", "d"))
    return not (plain and (before in DETERMINERS or before in ("of", "'s", "’s", "for", "-")))


def _by_verb(article: Article, line: Line, verb: int, named: list[Name]) -> Found | None:
    lows = line.sentence.lows
    if lows[verb] == "set" and "up" not in lows[verb + 1 : verb + 3]:
        return None
    before = set(lows[max(verb - 4, 0) : verb])
    intends = line.sentence.low(verb - 1) in ("to", "will", "would", "can")
    passive = not lows[verb].endswith("ing") and not BE.isdisjoint(before) and not intends
    done = _passive(line, verb, named) if passive or _participle(line, verb) else None
    if done or passive:
        return done
    start = _object(line, verb)
    return (
        _direct(line, start, verb, named)
        or _relative(article, line, verb, named)
        or (_started(line, verb, named) if lows[verb] in STARTING else None)
        or (_noun_phrase(line, start, verb, OBJECT) if lows[verb] in LAUNCH else None)
    )


def _participle(line: Line, verb: int) -> bool:
    """ "The programme X, launched by Y", "Launched by Y, X …": a past form with its agent behind it."""
    sentence = line.sentence
    if not sentence.lows[verb].endswith(("ed", "n", "t", "p")) and sentence.lows[verb] not in ("set", "run", "begun"):
        return False
    near = sentence.lows[verb + 1 : verb + 4]
    first = verb == 0 or sentence.lows[verb - 1] in (",", "(")
    return "by" in near[:3] or (first and bool(near) and near[0] in ("in", "on", "under", "with", "last", "this"))


def _object(line: Line, verb: int) -> int:
    """The token where the object begins: adverbs, dates, "offering of" and determiners skipped."""
    sentence, index = line.sentence, verb + 1
    carried = sentence.lows[verb] in ("put", "puts", "brought", "brings")
    if carried and sentence.low(index) in ("into", "in", "on", "to"):  # "put into operation", "brought to life"
        index += 2
    if sentence.low(index) == ",":  # "created, in 2019, the programme"
        day = line.dated(index, index + 4)
        index = day.last + 1 if day and sentence.low(day.last) == "," else index
    while index < len(sentence):
        low = sentence.lows[index]
        day = line.dated(index, index + 1 + (low in ("in", "on", "the", "this")) + (sentence.low(index + 1) == "the"))
        if day and not sentence.lows[index].isdigit() or day and index > verb + 1:
            index = day.last
        elif low in DETERMINERS or (low in ADVERBS and index == verb + 1):
            index += 1
        elif (
            index == verb + 1
            and (low.endswith("ing") or low in LAUNCH_NOUNS)
            and sentence.low(index + 1) in ("of", "the")
        ):
            index += 1 + (sentence.low(index + 1) == "of")
        else:
            break
    return index


def _direct(line: Line, start: int, verb: int, named: list[Name]) -> Found | None:
    """A name as the verb's object, alone or at the end of a noun phrase ("120 clinics of the scheme «X»")."""
    lows = line.sentence.lows
    for name in named:
        head = name.first - name.quoted
        if head < start or head - start > REACH:
            continue
        between = lows[start : max(name.start, start)]
        alone = head - start <= 0
        if not _reaches(line, between) or not (alone or name.category) or not _fits(line, name, verb, alone):
            continue
        return _found(line, name, verb, QUOTED if name.quoted else OBJECT)
    return None


def _reaches(line: Line, between: list[str]) -> bool:
    """Whether what stands between a verb and a name is one noun phrase with its complements."""
    return not any(low in FINITE or (low in STOPS and low != "of") for low in between)


def _fits(line: Line, name: Name, verb: int, alone: bool) -> bool:
    """Whether a name can be what the verb brings about or runs."""
    lows, low = line.sentence.lows, line.sentence.lows[verb]
    if lows[name.last - 1] in NO_INITIATIVES:
        return False
    if name.quoted:
        return bool(name.category) or (
            alone and (low in STRONG or low in HOSTING) and line.sentence.words[name.first][0].isupper()
        )
    if name.kind == ORGANIZATION:
        return bool(name.category) and low.startswith(FOUNDING) and alone
    if name.category:
        return low in LAUNCH or low in SUSTAIN
    return alone and low.startswith(BRINGING_OUT)


def _found(line: Line, name: Name, verb: int, rule: str, end: int = 0) -> Found:
    category = name.category or _category_near(line, name) or ("other" if name.quoted else "product")
    return Found(name.first, name.last, category, verb, rule, name.start, max(end, name.end))


def _category_near(line: Line, name: Name) -> str:
    near = line.sentence.lows[name.first : name.last + 6]
    return next((INITIATIVE_NOUNS[low] for low in near if low in INITIATIVE_NOUNS), "")


def _passive(line: Line, verb: int, named: list[Name]) -> Found | None:
    """ "The machine called X was launched", "X, which was released", "the plan X, launched by Y", "Launched by Y under
    the name of X": what has a name of its own, on either side of the verb."""
    sentence = line.sentence
    for name in reversed(named):
        between = sentence.lows[name.end : verb]
        if not 0 <= verb - name.end <= 8 or not _fits_passive(line, name, verb):
            continue
        of = line.within(name.end, verb, ORGANIZATION) if between[:1] == ["of"] else []
        between = sentence.lows[of[0].last : verb] if of else between  # "the project «X» of Y was started"
        if all(low in BE or low in PASSIVE_LINKS or low.endswith("ly") for low in between):
            return _found(line, name, verb, PASSIVE, verb + 1)
    for name in named:
        near = sentence.lows[verb + 1 : max(name.first - name.quoted, verb + 1)]
        named_so = name.first > verb and len(near) <= REACH and not NAMING.isdisjoint(near[-2:])
        if named_so and not any(low in CLAUSE_ENDS or low in FINITE for low in near):
            return _found(line, name, verb, PASSIVE, verb + 1)
    return None


PASSIVE_LINKS = words("which that , has have had just also first being will would can ( already now")


def _fits_passive(line: Line, name: Name, verb: int) -> bool:
    sentence = line.sentence
    if sentence.lows[name.last - 1] in NO_INITIATIVES or sentence.lows[verb] in SUSTAIN and not name.category:
        return False
    if name.kind == ORGANIZATION:
        return False
    made = sentence.lows[verb] in MADE and "by" in sentence.lows[verb + 1 : verb + 3]
    return name.quoted or bool(name.category) or made


def _relative(article: Article, line: Line, verb: int, named: list[Name]) -> Found | None:
    """ "The programme «X», which Y has been running", "the street festival that X organized"."""
    sentence = line.sentence
    that, agent = verb - 1, -1
    while that > max(verb - 12, 0) and sentence.lows[that] not in ("that", "which"):
        agent = that if line.mention_at(that) or article.meant(line, that) else agent
        if sentence.lows[that] in CLAUSE_ENDS | {","}:
            return None
        that -= 1
    if agent < 0 or sentence.low(that) not in ("that", "which"):
        return None
    for name in reversed(named):
        if sentence.lows[name.last - 1] in NO_INITIATIVES or name.kind != OTHER or not (name.quoted or name.category):
            continue
        if 0 <= that - name.end <= REACH and _reaches_back(line, name.end, that):
            return _found(line, name, verb, RELATIVE, verb + 1)
    return _relative_noun(line, verb, that)


def _reaches_back(line: Line, first: int, last: int) -> bool:
    """Whether the relative clause belongs to the name: nothing between but a comma and an apposition."""
    return not any(low in CLAUSE_ENDS or low in BE for low in line.sentence.lows[first:last])


def _relative_noun(line: Line, verb: int, that: int) -> Found | None:
    sentence, head = line.sentence, that - 1
    if sentence.low(head) not in INITIATIVE_NOUNS or sentence.lows[verb] not in LAUNCH | SUSTAIN:
        return None
    first = head
    while first > 0 and sentence.lows[first - 1] not in STOPS | DETERMINERS and head - first < 5:
        first -= 1
    if first == head:
        return None
    return Found(first, head + 1, INITIATIVE_NOUNS[sentence.lows[head]], verb, RELATIVE, first, head + 1)


def _started(line: Line, verb: int, named: list[Name]) -> Found | None:
    """ "The program «X» of Y starts"."""
    sentence = line.sentence
    for name in named:
        between = sentence.lows[name.end : verb]
        small = not between or between[0] == "of" or MODAL.issuperset(between)
        if name.end <= verb <= name.end + 9 and name.category and name.kind == OTHER and small:
            return _found(line, name, verb, QUOTED if name.quoted else PASSIVE, verb + 1)
    return None


def _at_work(line: Line, index: int, named: list[Name]) -> Found | None:
    """ "Under the «X» scheme of Y", "within Y's programme «X»": somebody's, so it is run."""
    sentence = line.sentence
    for name in named:
        if not (name.category and name.kind == OTHER and 0 < name.start - index <= 4):
            continue
        behind = sentence.low(name.end) == "of" and line.within(name.end, name.end + 9, ORGANIZATION)
        before = [m for m in line.mentions if m.last <= name.start and sentence.low(m.last) in ("'s", "’s")]
        own = sentence.low(name.start - 1) in ("its", "their")
        scheme = sentence.lows[index] == "under" and name.category in SCHEMES
        if own or scheme or behind or (before and before[-1].kind == ORGANIZATION):
            return _found(line, name, index, NOMINAL)
    return None


def _of_named(line: Line, noun: int, named: list[Name]) -> Found | None:
    """ "The launch of the platform X"."""
    for name in named:
        named_so = (name.quoted or name.category) and name.kind == OTHER
        between = line.sentence.lows[noun + 2 : max(name.start, noun)]
        if named_so and noun < name.first and name.start - noun <= 5 and _reaches(line, between):
            return _found(line, name, noun, NOMINAL)
    return None


def _noun_phrase(line: Line, start: int, verb: int, rule: str) -> Found | None:
    """An initiative without a name of its own: a noun phrase whose head is one of the nouns."""
    sentence = line.sentence
    while sentence.low(start) in DETERMINERS:
        start += 1
    last = _phrase_end(line, start)
    head = sentence.low(last - 1) if last > start else ""
    category = INITIATIVE_NOUNS.get(head, "")
    capital = any(word[0].isupper() or word[0].isdigit() for word in sentence.words[start:last])
    if not category or sentence.lows[verb] not in STRONG | LAUNCH_NOUNS or not (capital or category in UNNAMED):
        return None
    if sentence.low(verb - 1) == "to" and not capital:  # an aim, not yet a deed
        return None
    last = _listed(line, last)
    if category == "report" and sentence.low(last) in ("on", "about", "of", "entitled", "titled"):
        last = _complement_end(line, last + 1)
    return Found(start, last, category, verb, rule, start, last)


def _phrase_end(line: Line, start: int) -> int:
    last = start
    while last < min(start + LONGEST, len(line.sentence)):
        low = line.sentence.lows[last]
        if low in STOPS or low in QUOTES or (low in FINITE and low not in INITIATIVE_NOUNS):
            break
        last += 1
    return last


def _complement_end(line: Line, start: int) -> int:
    """The end of "on X's Y and Z 2016": up to the next break."""
    last = start
    while last < min(start + LONGEST, len(line.sentence)) and line.sentence.lows[last] not in ".,;:()":
        last += 1
    return last


def _listed(line: Line, last: int) -> int:
    """ "A website, hotline and letter box" is one name: a list goes on while its nouns do."""
    sentence, end = line.sentence, last
    while sentence.low(end) in (",", "and"):
        step = _phrase_end(line, end + 1)
        if step == end + 1 or sentence.low(step - 1) not in INITIATIVE_NOUNS or step - end > 5:
            break
        end = step
    return end
