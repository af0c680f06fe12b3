"""Initiatives without a name of their own: noun phrases whose head says what was launched."""

from dataclasses import dataclass

from articles.text.facts.candidates import DETERMINERS, STOPS
from articles.text.facts.cues import AUXILIARY, FINITE, INITIATIVE_NOUNS, LAUNCH, LAUNCH_NOUNS
from articles.text.facts.reading import Line
from articles.text.facts.sentences import QUOTES
from articles.text.facts.wordlists import words

QUOTED, PASSIVE, OBJECT, NOMINAL, RELATIVE = (
    "quoted name",
    "was launched",
    "launched",
    "establishment of",
    "that somebody launched",
)
# Unnamed, only these count; and a verb that may mean planning or improving does not bring them about.
UNNAMED = words("programme platform partnership campaign fund team report service")
PLANNING = words(
    "develop develops developed developing run runs running ran begin began begins put offer offers offered"
)
# With these a partnership by its noun phrase alone is an initiative, with those what is begun.
BINDING = words("entered entering forged sealed concluded signed")
ANNOUNCED = words("announced announces")
STRONG = LAUNCH - PLANNING
BEGINNING = STRONG | LAUNCH_NOUNS
# What is agreed on is more than an aim.
AGREED = words("signed concluded agreed reached partnered teamed joined")
# What these are of is part of what they are called.
OF_SOMETHING = words("programme campaign fund service")
PLAIN_ENDS = (STOPS - {"of", "and"}) | FINITE | words("together this last next")
BEFORE_DONE = words("also already officially recently just jointly")
DONE_OPENERS = DETERMINERS | QUOTES | words(", . ; : ( ) that which who and by with from")
LONGEST = 12  # tokens of a noun phrase


@dataclass(slots=True)
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


def noun_phrase(line: Line, start: int, verb: int, rule: str) -> Found | None:
    """An initiative without a name of its own: a noun phrase whose head is one of the nouns."""
    sentence = line.sentence
    while sentence.low(start) in DETERMINERS:
        start += 1
    last = _phrase_end(line, start)
    head = sentence.low(last - 1) if last > start else ""
    category = INITIATIVE_NOUNS.get(head, "")
    capital = any(word[0].isupper() or word[0].isdigit() for word in sentence.words[start:last])
    if not category or not _brings_about(sentence.lows[verb], category) or not (capital or category in UNNAMED):
        return None
    agreed = category != "report" and not AGREED.isdisjoint(sentence.lows[:verb])
    if sentence.low(verb - 1) == "to" and not capital and not agreed:  # an aim, not yet a deed
        return None
    if category == "programme" and sentence.lows[verb].startswith(("introduc", "present")) and not capital:
        return None  # a plan that is explained
    last = _listed(line, last)
    if category == "team" and sentence.low(last) == "for":
        last = _complement_end(line, last + 1)
    plain = last - start == 1 and sentence.low(last) == "for"  # "a hotline for victims"
    if plain or (category in OF_SOMETHING and sentence.low(last) in ("of", "in")):
        last = _plain_end(line, last)
    if category == "report" and sentence.low(last) in ("on", "about", "of", "entitled", "titled"):
        last = _complement_end(line, last + 1)
    if last - start == 1 and not capital:  # "opened the day"
        return None
    return Found(start, last, category, verb, rule, start, last)


def done_phrase(line: Line, verb: int) -> Found | None:
    """ "A joint working group was created", "a laboratory of physics has been opened": what is there since then."""
    lows, last = line.sentence.lows, verb
    while last > 0 and (lows[last - 1] in AUXILIARY or lows[last - 1] in BEFORE_DONE):
        last -= 1
    start = last
    while start > 0 and last - start < LONGEST and lows[start - 1] not in DONE_OPENERS:
        start -= 1
    head = next((step for step in range(start, last - 1) if lows[step + 1] in ("of", "for", "in")), last - 1)
    category = INITIATIVE_NOUNS.get(lows[head], "") if last < verb and lows[verb] in STRONG else ""
    if category not in UNNAMED or line.sentence.low(start - 1) not in ("a", "an") or last - start < 2:
        return None
    return Found(start, last, category, verb, PASSIVE, start, verb + 1)


def _brings_about(verb: str, category: str) -> bool:
    """Whether a verb brings an initiative of a category about: partners are bound, programmes announced."""
    if category == "partnership":
        return verb in BEGINNING or verb in BINDING
    return verb in BEGINNING or (verb in ANNOUNCED and category in ("programme", "campaign", "fund"))


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


def _plain_end(line: Line, preposition: int) -> int:
    """ "A program of compensation of transport costs": the end of what it is of, in plain words; else where it was."""
    lows, last = line.sentence.lows, preposition + 1
    while last < min(preposition + LONGEST, len(lows)) and (lows[last].isalpha() and lows[last] not in PLAIN_ENDS):
        if not line.sentence.words[last].islower():
            break
        last += 1
    plain = last > preposition + 1 and lows[preposition + 1] not in DETERMINERS
    return last if plain else preposition


def _listed(line: Line, last: int) -> int:
    """ "A website, hotline and letter box" is one name: a list goes on while its nouns do."""
    sentence, end = line.sentence, last
    while sentence.low(end) in (",", "and"):
        step = _phrase_end(line, end + 1)
        if step == end + 1 or sentence.low(step - 1) not in INITIATIVE_NOUNS or step - end > 5:
            break
        end = step
    return end
