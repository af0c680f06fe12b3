"""Initiatives that a sentence introduces by their name: "an incubator called «X»", "the app is called X"."""

from articles.text.facts.candidates import NO_INITIATIVES, Name
from articles.text.facts.cues import BE, FINITE, INITIATIVE_NOUNS
from articles.text.facts.reading import Line
from articles.text.facts.unnamed import OBJECT, PASSIVE, Found
from articles.text.facts.wordlists import words

# Of these kinds, by their category, what somebody works under is at work.
INTRODUCING = words("a an new own")
POINTED = words("the its this their his her our")
# What opens under a name and is none: buildings, events, works of one author's hand are left to their nouns.
PLACES_AND_OCCASIONS = NO_INITIATIVES | words(
    "factory plant building shop store cafe restaurant hotel museum park exhibition school kindergarten mall stadium "
    "hospital clinic pavilion square street bridge station monument memorial statue garden novel poem song painting "
    "sculpture photo video post letter statement slogan motto theme title word words term case investigation law bill "
    "act decree order resolution ground zone village house hall room"
)
CLAUSE_ENDS = words(". ; ! ?")
MODAL = words("will also has officially would shall is to be become are now been have")
SINCE = 14  # tokens before "has been operating" in which it is said since when
ASIDE = 16  # tokens of a clause between a name and its verb
# "Will come out", "went on sale".
OUT = words("out live online operational")
COMING_OUT = words(
    "landed lands working operating running come comes came go goes went hit hits entered enters debuts debuted"
)


def newly_called(line: Line, index: int, named: list[Name]) -> Found | None:
    """ "An incubator called «X»", "a complex under the name «X»": what is introduced by its name for the first time."""
    sentence = line.sentence
    for name in named:
        near = 0 < name.first - name.quoted - index <= 2
        if not near or sentence.lows[name.last - 1] in NO_INITIATIVES:
            continue
        called = _is_called(line, index, name)
        if called:
            return called
        start = index - 1 - (sentence.low(index - 1) == ",")
        the = start - 1 - (sentence.low(start - 1) != "the")
        if start == index - 2 and sentence.low(start) in INITIATIVE_NOUNS and sentence.low(the) == "the":
            category = INITIATIVE_NOUNS[sentence.lows[start]]  # "the joint venture, called X, …"
            return Found(name.first, name.last, category, start, PASSIVE, the, max(name.end, name.last))
        while start > max(index - 9, 0) and sentence.lows[start] not in INTRODUCING:
            if sentence.lows[start] in CLAUSE_ENDS or sentence.lows[start] in BE or sentence.lows[start] == ",":
                return None
            start -= 1
        nouns = sentence.lows[start:index]
        category = next((INITIATIVE_NOUNS[low] for low in reversed(nouns) if low in INITIATIVE_NOUNS), "")
        if (
            category not in ("", "report")
            and sentence.lows[start] in INTRODUCING
            and PLACES_AND_OCCASIONS.isdisjoint(nouns[-1:])
        ):
            verb = next((step for step in range(start - 1, -1, -1) if is_finite(sentence.lows[step])), start)
            return Found(name.first, name.last, category, verb, OBJECT, start, max(name.end, name.last))
    return None


def _is_called(line: Line, index: int, name: Name) -> Found | None:
    """ "The app is called X"."""
    sentence = line.sentence
    noun = index - 2
    told = (
        sentence.low(index - 1) in BE and sentence.low(noun) in INITIATIVE_NOUNS and sentence.low(noun - 1) in POINTED
    )
    if not told or name.first - name.quoted != index + 1:
        return None
    category = INITIATIVE_NOUNS[sentence.lows[noun]]
    return Found(name.first, name.last, category, index, PASSIVE, noun - 1, max(name.end, name.last))


def comes_out(line: Line, verb: int) -> bool:
    """ "Will come out", "went on sale", "hit the market": how a product is said to begin by itself."""
    low, after = line.sentence.lows[verb], line.sentence.lows[verb + 1 : verb + 4]
    if low not in COMING_OUT:
        return False
    since = after[:1] == ["since"] or line.sentence.lows[max(verb - SINCE, 0) : verb].count("since") > 0
    if low in ("landed", "lands") or (low in ("working", "operating", "running") and since):
        return True
    if low in ("come", "comes", "came", "go", "goes", "went"):
        return (
            after[:1] == ["out"]
            or bool(OUT & set(after[:1]))
            or after[:2] in (["on", "sale"], ["into", "operation"])
            or after == ["on", "the", "market"]
        )
    return low in ("hit", "hits", "entered", "enters", "debuts", "debuted") and (
        after[1:2] in (["market"], ["shelves"], ["stores"]) or low.startswith("debut")
    )


def is_finite(low: str) -> bool:
    return low in FINITE or (low.endswith("ed") and len(low) > 4)


def behind_participle(between: list[str]) -> list[str]:
    """ "The «X», compiled by Y, was published", "the «X», in its fifth year, is run": an aside parts a name from its
    verb."""
    if between[:1] != [","] or "," not in between[2:ASIDE]:
        return between
    rest = between[between.index(",", 2) + 1 :]
    return rest if between[2:3] == ["by"] or not BE.isdisjoint(rest[:1]) else between


def behind_purpose(between: list[str]) -> list[str]:
    """ "The center «X» for training farmers will be established": what it is for parts a name from its verb."""
    if between[:1] != ["for"]:
        return between
    return next((between[step:] for step, low in enumerate(between) if low in BE or low in MODAL), between)
