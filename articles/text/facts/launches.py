"""Where a sentence brings an initiative into the world or runs one: its name, its verb, and how they hang together."""

from collections.abc import Iterator

from articles.text.facts.candidates import DETERMINERS, NO_INITIATIVES, STOPS, Name, names
from articles.text.facts.cues import BE, EMBLEMS, FINITE, INITIATIVE_NOUNS, LAUNCH, LAUNCH_NOUNS, NAMING, SUSTAIN
from articles.text.facts.evidence import BODIES
from articles.text.facts.names import ORGANIZATION, OTHER
from articles.text.facts.namings import (
    CLAUSE_ENDS,
    MODAL,
    PLACES_AND_OCCASIONS,
    behind_participle,
    behind_purpose,
    comes_out,
    newly_called,
)
from articles.text.facts.objects import object_start
from articles.text.facts.reading import Article, Line
from articles.text.facts.unnamed import (
    ANNOUNCED,
    BINDING,
    NOMINAL,
    OBJECT,
    PASSIVE,
    QUOTED,
    RELATIVE,
    STRONG,
    Found,
    done_phrase,
    noun_phrase,
)
from articles.text.facts.wordlists import words

BROKEN_OFF = CLAUSE_ENDS | {","}
# A name in quotation marks needs no noun of its own as the object of these.
HOSTING = words(
    "hold holds held holding offer offers offered offering run runs running ran announce announced announces conduct "
    "conducts conducted conducting implement implements implemented implementing promote promotes promoted promoting "
    "carry carries carried carrying operate operates operated operating continue continues continued continuing"
)
# A capitalised name needs none as the object of these.
BRINGING_OUT = ("launch", "unveil", "releas", "introduc", "roll", "debut")
# An organization's name is an initiative where somebody brings it into being.
FOUNDING = ("launch", "establish", "creat", "found", "form", "inaugurat", "set", "initiat", "open", "prepar")
GIVING = words("gives gave giving given give")  # "gave start to the campaign"
FOUNDABLE = words(
    "school association foundation club cooperative union society workshop laboratory academy library theatre theater "
    "venture alliance consortium federation orchestra choir collective fund network museum kindergarten"
)
# By themselves: "the programme starts".
STARTING = words("starts started begins began start begin kicks kicked goes went")
# What is made by somebody is a product, whatever it is called.
MADE = words("developed launched released unveiled created")
# Where a programme is at work: "under the scheme «X» of Y".
WITHIN = words("under within through with")
# In the passive with their maker behind it these bring something about too.
MAKING = words("made designed built assembled written conceived devised invented")
RUN_BY = words("maintained operated managed coordinated run led funded financed supported administered")
MADE_BY = MAKING | RUN_BY
RUN = LAUNCH | SUSTAIN
OPENING = STOPS | DETERMINERS
NO_THINGS = PLACES_AND_OCCASIONS | STOPS
COMING = words("available come comes came go goes went hit hits entered landed lands working operating")
BEGUN_ALONE = RUN | LAUNCH_NOUNS | NAMING | MADE_BY | BINDING | COMING
# At work is only what a noun says to be a programme.
BEGUN = BEGUN_ALONE | WITHIN | words("framework part")
NOUNS = frozenset(INITIATIVE_NOUNS)
CUES = BEGUN | words("name enters debuts debuted")
SCHEMES = words("programme campaign")
# Whose programmes are a frame for what others do: "within the national project «X»".
GOVERNED = words("national state federal earlier previous former old")
REACH = 16  # tokens between a name and its verb


def launches(article: Article, line: Line) -> Iterator[Found]:
    """The initiatives of a sentence in order, each name once."""
    terms = line.sentence.vocabulary
    if terms.isdisjoint(BEGUN_ALONE if terms.isdisjoint(NOUNS) else BEGUN):
        return
    named, taken = [*names(line)], -1
    for index in line.sentence.places(CUES):
        if index < taken:
            continue
        low, found = line.sentence.lows[index], None
        if (low in LAUNCH or low in SUSTAIN or low in BINDING or _makes(line, index)) and _is_verb(line, index):
            found = _by_verb(article, line, index, named)
        elif comes_out(line, index) or (low == "available" and line.sentence.low(index - 1) in BE):
            found = _started(line, index, named)
        elif low in WITHIN or low == "framework" or (low == "part" and line.sentence.low(index - 1) == "as"):
            found = _at_work(line, index, named)
        elif low in LAUNCH_NOUNS and (of := _of(line, index)):
            found = _of_named(line, of - 1, named)
            unnamed = not _ceremony(line, index) and not _is_heading(line)
            found = found or (noun_phrase(line, of + 1, index, NOMINAL) if unnamed else None)
        elif low in NAMING or low == "name":
            found = newly_called(line, index, named)
        if found:
            named = [name for name in named if name.first != found.first]
            taken = max(found.last, index + 1) if found.rule != PASSIVE and found.rule != RELATIVE else index + 1
            yield found


def _of(line: Line, index: int) -> int:
    """ "The launch of X", "the launching ceremony of X", "the launch from October 1 of X", "gave start to X": where the
    preposition stands, or 0."""
    of = index + 1 + _ceremony(line, index)
    day = line.dated(of, of + 2) if line.sentence.low(of) != "of" else None
    of = day.last if day else of
    given = line.sentence.low(of) == "to" and line.sentence.low(index - 1) in GIVING
    return of if line.sentence.low(of) == "of" or given else 0


def _is_heading(line: Line) -> bool:
    """ "Start of the trial", alone and without a full stop."""
    return line.sentence.alone and line.sentence.lows[-1][0].isalnum()


def _ceremony(line: Line, index: int) -> bool:
    """ "The launching ceremony of the project «X»" """
    of = line.sentence.low(index + 2) == "of"
    return of and line.sentence.low(index + 1) in ("ceremony", "event", "meeting")


def _makes(line: Line, index: int) -> bool:
    """ "Was made by Y": said of what was made, and by whom."""
    sentence = line.sentence
    return sentence.lows[index] in MADE_BY and "by" in sentence.lows[index + 1 : index + 3]


def _is_verb(line: Line, index: int) -> bool:
    """Whether a word that may be a noun ("the launch", "a run", "organizing committee") is the verb here."""
    sentence = line.sentence
    low, before = sentence.lows[index], sentence.low(index - 1)
    if index and sentence.words[index][0].isupper():
        return False
    if low.endswith("ing") and low != "bring":
        return not BE.isdisjoint(sentence.lows[max(index - 4, 0) : index]) or before in ("by", ",", "of", "after")
    plain = not low.endswith(("ed", "t", "n", "d"))
    if before in GIVING:
        return False
    return not (plain and (before in DETERMINERS or before in ("of", "'s", "’s", "for", "-")))


def _by_verb(article: Article, line: Line, verb: int, named: list[Name]) -> Found | None:
    lows = line.sentence.lows
    if lows[verb] == "set" and {"up", "in", "into"}.isdisjoint(lows[verb + 1 : verb + 3]):  # "set up", "set in motion"
        return None
    before = set(lows[max(verb - 4, 0) : verb])
    intends = line.sentence.low(verb - 1) in ("to", "will", "would", "can")
    passive = not lows[verb].endswith("ing") and not BE.isdisjoint(before) and not intends
    done = _passive(line, verb, named) if passive or _participle(line, verb) else None
    if done or passive:
        return done or done_phrase(line, verb)
    start = object_start(line, verb)
    return (
        _direct(line, start, verb, named)
        or _under_a_name(line, verb, named)
        or _relative(article, line, verb, named)
        or (_started(line, verb, named) if lows[verb] in STARTING or comes_out(line, verb) else None)
        or (done_phrase(line, verb) if lows[verb] in STARTING else None)
        or (
            noun_phrase(line, start, verb, OBJECT)
            if lows[verb] in LAUNCH or lows[verb] in BINDING or lows[verb] in ANNOUNCED
            else None
        )
    )


def _participle(line: Line, verb: int) -> bool:
    """ "The programme X, launched by Y", "Launched by Y, X …": a past form with its agent behind it."""
    sentence = line.sentence
    if not sentence.lows[verb].endswith(("ed", "n", "t", "p")) and sentence.lows[verb] not in ("set", "run", "begun"):
        return False
    near = sentence.lows[verb + 1 : verb + 4]
    first = verb == 0 or sentence.lows[verb - 1] in (",", "(")
    return "by" in near[:3] or (first and bool(near) and near[0] in ("in", "on", "under", "with", "last", "this"))


def _direct(line: Line, start: int, verb: int, named: list[Name]) -> Found | None:
    """A name as the verb's object, alone or at the end of a noun phrase ("120 clinics of the scheme «X»")."""
    lows = line.sentence.lows
    for name in named:
        head = name.first - name.quoted
        if head < start or head - start > REACH:
            continue
        between = lows[start : max(name.start, start)]
        alone = head - start <= 0
        thing = not name.category and not alone and _thing(line, name, line.sentence.lows[start:head], verb)
        read = lows[verb].startswith("present") and "paper" in lows[verb : name.first]  # a talk
        if read or name.category == "campaign" and _behind_of(line, name) and lows[verb] in SUSTAIN:
            continue  # "held on the eve of Republic Day"
        if lows[verb] not in LAUNCH and _told_behind(line, name):
            continue
        apart = alone or name.category or _is_founded(line, name)
        if not _reaches(line, between) or not (thing or (apart and _fits(line, name, verb, alone))):
            continue
        return _found(line, name, verb, QUOTED if name.quoted else OBJECT)
    return None


def _told_behind(line: Line, name: Name) -> bool:
    """ "Presented the programme «X», which Y runs": it is told behind who brings it about."""
    which = name.end + (line.sentence.low(name.end) == ",")
    near = line.sentence.lows[which + 1 : which + 9]
    return line.sentence.low(which) in ("which", "that") and not RUN.isdisjoint(near) and BE.isdisjoint(near)


def _behind_of(line: Line, name: Name) -> bool:
    """ "The eve of X" """
    return line.sentence.low(name.start - 1) == "of"


def _under_a_name(line: Line, verb: int, named: list[Name]) -> Found | None:
    """ "Under the name «X», Y offers courses": called so before the verb."""
    for name in named:
        before = line.sentence.lows[max(name.first - 4, 0) : name.first - 1]
        so = before in (["under", "the", "name"], ["under", "the", "title"], ["under", "the", "brand"])
        if name.quoted and so and name.last < verb <= name.last + REACH:
            return _found(line, name, verb, QUOTED)
    return None


def _thing(line: Line, name: Name, between: list[str], verb: int) -> bool:
    """ "Unveiled the heating window «X»": whatever its noun, what is brought out under a name, but for places and
    occasions."""
    low = line.sentence.lows[verb]
    if not name.quoted and low.startswith(BRINGING_OUT) and 0 < len(between) <= 3 and name.kind == OTHER:
        plain = between[-1].isalpha() and line.sentence.words[name.first - 1].islower()
        return plain and between[-1] not in NO_THINGS  # "introduced the bioplastic X"
    if name.quoted and between[-1:] and between[-1] in NAMING and (low in LAUNCH or low in MAKING) and len(between) > 1:
        return True  # "developed the cookies named «X»"
    described = bool(between) and between[-1].isalpha() and not line.sentence.words[name.first - 2].istitle()
    placed = bool(between) and between[-1] in PLACES_AND_OCCASIONS and "online" not in between
    return name.quoted and low in STRONG and described and not placed and len(between) <= 6


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
        brought_out = low.startswith(BRINGING_OUT) and name.category == "product"  # "a new night train, the X Express"
        founded = low.startswith(FOUNDING) and (_is_founded(line, name) or (bool(name.category) and alone))
        return founded or brought_out
    if name.category:
        led = name.category == "team" and low.startswith("lead")  # a group that somebody heads
        return low in LAUNCH or (low in SUSTAIN and not led)
    return alone and low.startswith(BRINGING_OUT)


def _is_founded(line: Line, name: Name) -> bool:
    """ "The school X", "the joint venture X": a body of those that people found together, and no firm."""
    return line.sentence.low(name.first - 1 - name.quoted) in FOUNDABLE


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
        between = behind_participle(sentence.lows[name.end : verb])
        if not 0 <= len(between) <= 8 or verb < name.end or not _fits_passive(line, name, verb):
            continue
        of = line.within(name.end, verb, ORGANIZATION) if between[:1] == ["of"] else []
        between = sentence.lows[of[0].last : verb] if of else between  # "the project «X» of Y was started"
        between = behind_purpose(between)
        apposed = between[:2] in ([",", "a"], [",", "the"], [",", "an"]) and between[-1] in INITIATIVE_NOUNS
        if apposed or all(low in BE or low in PASSIVE_LINKS or low.endswith("ly") for low in between):
            return _found(line, name, verb, PASSIVE, verb + 1)
    for name in named:
        near = sentence.lows[verb + 1 : max(name.first - name.quoted, verb + 1)]
        named_so = name.first > verb and len(near) <= REACH and not NAMING.isdisjoint(near[-2:])
        if named_so and not any(low in CLAUSE_ENDS or low in FINITE for low in near):
            return _found(line, name, verb, PASSIVE, verb + 1)
    return None


# What may stand between a name and its passive verb: relatives, auxiliaries, adverbs of time.
PASSIVE_LINKS = words("which that , has have had just also first being will would can ( already now and it")


def _fits_passive(line: Line, name: Name, verb: int) -> bool:
    sentence = line.sentence
    fund = name.category == "fund" and sentence.lows[verb].startswith(FOUNDING) and sentence.low(verb + 1) == "by"
    nothing = sentence.lows[name.last - 1] in NO_INITIATIVES or (name.kind == ORGANIZATION and not fund)
    nothing = nothing or (name.quoted and not name.category and sentence.lows[name.first] in EMBLEMS)  # a prize
    nothing = nothing or "top" in sentence.lows[name.first : name.last]  # "the «Top 50» issued by Y"
    nothing = nothing or (name.quoted and sentence.low(name.first - 2) in PLACES_AND_OCCASIONS)  # "his novel «X»"
    of_others = sentence.lows[verb] in ("approved", "adopted") and name.category == "product"  # by whoever tests it
    if nothing or of_others or sentence.lows[verb] in SUSTAIN and not name.category:
        return False
    made = sentence.lows[verb] in MADE and "by" in sentence.lows[verb + 1 : verb + 3]
    return name.quoted or bool(name.category) or made


def _relative(article: Article, line: Line, verb: int, named: list[Name]) -> Found | None:
    """ "The programme «X», which Y has been running", "the street festival that X organized"."""
    sentence = line.sentence
    near = sentence.lows[max(verb - 12, 0) : verb]
    if "that" not in near and "which" not in near:
        return None
    that, agent = verb - 1, -1
    while that > max(verb - 12, 0) and sentence.lows[that] not in ("that", "which"):
        they = sentence.lows[that] in ("they", "we", "it", "he", "she")
        body = (sentence.lows[that] in BODIES or sentence.lows[that] == "service") and sentence.low(that - 1) == "the"
        agent = that if they or body or line.mention_at(that) or article.meant(line, that) else agent
        if sentence.lows[that] in BROKEN_OFF:
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
    if sentence.low(head) not in INITIATIVE_NOUNS or sentence.lows[verb] not in RUN:
        return None
    first = head
    while first > 0 and sentence.lows[first - 1] not in OPENING and head - first < 5:
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
        if sentence.low(name.end) == "," and sentence.low(name.end + 1) in ("which", "that"):
            continue  # it is told behind who runs it
        if not GOVERNED.isdisjoint(sentence.lows[index + 1 : name.first]):
            continue  # the frame that a state works in, and nobody begins
        own = sentence.low(name.start - 1) in ("its", "their")
        scheme = sentence.lows[index] in ("under", "part", "framework") and name.category in SCHEMES
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
