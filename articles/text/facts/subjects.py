"""Who does what a verb says: the name, the noun or the pronoun before it."""

from dataclasses import dataclass

from articles.text.facts.cues import AUXILIARY, BE, FINITE, STATE_BODIES, STATE_PLACES
from articles.text.facts.interviews import interviewed
from articles.text.facts.names import ORGANIZATION, OTHER, PERSON, Mention
from articles.text.facts.reading import HE, Article, Line
from articles.text.facts.sentences import Sentence
from articles.text.facts.wordlists import words

SMALL = AUXILIARY | words("also just jointly officially recently successfully once again been already never , then to")
# Verbs that take an infinitive: who intends to is who does.
INTENDING = words(
    "plan plans planned intend intends intended want wants wanted decided hope hopes agreed aim aims going"
)
RELATIVE = words("which who that")
ARTICLES = words("a an the")
HAVE = words("has have had will would")
FULL_VERBS = FINITE - BE
ENDS = words(", ; : . ( )")
PLACED = words("in at from near")
BRACKET = 24  # tokens in brackets
REACH = 26  # tokens before the verb


@dataclass(slots=True)
class Subject:
    """``name`` with the tokens ``[first, last)`` that say it; ``first`` is -1 where it is understood from before."""

    name: str
    first: int = -1
    last: int = -1


def subject(article: Article, line: Line, verb: int, kinds: tuple[str, ...] = (ORGANIZATION, PERSON)) -> Subject:
    """The subject of the verb: what stands right before it, else the nearest name, else the paragraph's topic."""
    sentence = line.sentence
    index = verb - 1
    while index >= 0 and (sentence.lows[index] in SMALL or sentence.lows[index] == ")"):
        index = _before_bracket(sentence, index) if sentence.lows[index] == ")" else index - 1
    if sentence.low(index + 1) == "to" and sentence.low(index) in INTENDING:
        return subject(article, line, index, kinds)
    if index > 0 and sentence.lows[index] in ("and", "then"):
        former = _verb_before(line, index)
        if former > 0:
            return subject(article, line, former, kinds)
    right = (
        _before_auxiliary(article, line, verb, (*kinds, OTHER))
        or _before_apposition(line, index + 1, kinds)
        or _right_before(article, line, index, (*kinds, OTHER))
    )
    if right:
        return right
    for step in range(index, max(verb - REACH, -1), -1):
        low = sentence.lows[step]
        mention = next((m for m in line.mentions if m.last == step + 1 and m.kind in kinds), None)
        if mention:
            return whole(line, mention)
        if low in HE and low not in ("his", "her", "him"):
            who = article.meant(line, step)
            return Subject(who, step, step + 1)
        if sentence.low(step - 1) in ("the", "its") and article.meant(line, step):
            return Subject(article.meant(line, step), step - 1, step + 1)
    return Subject(line.topic)


def _verb_before(line: Line, conjunction: int) -> int:
    """ "X obtained a seal from Y and launched": the verb that the one behind "and" shares its subject with, or -1."""
    lows = line.sentence.lows
    for step in range(conjunction - 1, max(conjunction - REACH, 0), -1):
        if lows[step] in (";", ":", ".") or lows[step] in RELATIVE:
            return -1
        past = lows[step].endswith("ed") and len(lows[step]) > 4 and lows[step - 1] not in ARTICLES
        if (past or lows[step] in FULL_VERBS) and line.sentence.words[step].islower():
            return step
    return -1


def _before_auxiliary(article: Article, line: Line, verb: int, kinds: tuple[str, ...]) -> Subject | None:
    """ "X has last Thursday at the fair presented": the subject stands before an auxiliary far from its verb."""
    lows = line.sentence.lows
    for step in range(verb - 1, max(verb - REACH, 0), -1):
        if lows[step] in HAVE:
            return _right_before(article, line, step - 1, kinds) if verb - step > 2 else None
        if lows[step] in ENDS or lows[step] == "and":
            return None
    return None


def _before_apposition(line: Line, comma: int, kinds: tuple[str, ...]) -> Subject | None:
    """ "X and Y, makers of boats, have founded": what stands between the commas is said of the name before them."""
    lows = line.sentence.lows
    if line.sentence.low(comma) != ",":
        return None
    for step in range(comma - 1, max(comma - BRACKET, 0), -1):
        if lows[step] in (";", ":", "."):
            return None
        mention = next((m for m in line.mentions if m.last == step and m.kind in kinds), None)
        apposed = next((m for m in line.mentions if m.first == step + 1 and m.last == comma and m.kind == PERSON), None)
        if lows[step] == "," and apposed:  # "a pupil of the school X, NAME, has won"
            return Subject(apposed.name, apposed.first, apposed.last)
        if lows[step] == "," and mention:
            return whole(line, mention)
    return None


def _before_bracket(sentence: Sentence, close: int) -> int:
    """The token before the bracket that closes here; what stands in brackets does nothing."""
    opened = next((step for step in range(close, max(close - BRACKET, -1), -1) if sentence.lows[step] == "("), close)
    return opened - 1


def _right_before(article: Article, line: Line, index: int, kinds: tuple[str, ...]) -> Subject | None:
    if index < 0:
        return None
    sentence = line.sentence
    low = sentence.lows[index]
    place = low in STATE_PLACES and sentence.words[index].islower()
    mention = next((m for m in line.mentions if m.last == index + 1 - place and m.kind in kinds), None)
    if mention and mention.first == 0 and sentence.lows[0] in ("the", "this"):
        return None
    if mention and place:
        return Subject(sentence.phrase(mention.first, index + 1), mention.first, index + 1)
    placed = _before_place(line, mention) if mention else None
    if placed:
        return whole(line, placed)
    if mention and mention.kind != OTHER:
        return whole(line, mention)
    if mention:
        return _placed(line, mention)
    if low == "you":  # a question
        who = interviewed(article)
        return Subject(who, index, index + 1) if who else None
    if low == "party" and sentence.low(index - 1) in ("his", "her"):  # what Indonesians call their own side
        return Subject(line.topic or article.names.main, index - 1, index + 1)
    if low == "they":
        return Subject(line.topic, index, index + 1)
    if low == "we":
        return Subject(article.names.main, index, index + 1)
    if low == "it":
        before = line.within(0, index, ORGANIZATION)
        known = line.topic or article.names.main or line.organization
        return Subject(before[0].name if before else known, index, index + 1)
    if low in ("sides", "parties") and sentence.low(index - 1) in ("two", "both", "the", "three"):
        before = line.within(0, index, ORGANIZATION)
        both = _pair(line.before) if line.before and not before else ""
        return Subject(before[0].name if before else both or line.topic, index - 2, index + 1)
    if low in ("he", "she") or (
        sentence.low(index - 1) in ("the", "its", "his", "her", "our") and article.meant(line, index)
    ):
        return Subject(article.meant(line, index), index - (low not in ("he", "she")), index + 1)
    if low in STATE_BODIES and sentence.low(index - 1) == "the" and sentence.words[index].islower():
        return Subject("", index - 1, index + 1)  # "the ministry" that is not named
    return None


def _pair(line: Line) -> str:
    """ "X and the Y signed": the two that "the two sides" are in the sentence behind it."""
    named = [m for m in line.mentions if m.kind == ORGANIZATION]
    pairs = ((one, whole(line, one)) for one in named)
    return next((both.name for one, both in pairs if both.name != one.name), "")


def _placed(line: Line, mention: Mention) -> Subject:
    """ "The port of X": the noun belongs to what a place's name stands for."""
    sentence, first = line.sentence, mention.first
    if sentence.low(first - 1) == "of" and sentence.low(first - 3) == "the" and sentence.low(first - 2).isalpha():
        return Subject(sentence.phrase(first - 2, mention.last), first - 2, mention.last)
    return Subject(mention.name, first, mention.last)


def _before_place(line: Line, mention: Mention) -> Mention | None:
    """ "The school in Velmar", "the Institute together with Velmar": the name before the place or the partner."""
    sentence, step = line.sentence, mention.first - 1
    step -= sentence.low(step) == "the"
    if sentence.low(step) == "with" and sentence.low(step - 1) in ("together", "along", "jointly"):
        step -= 1
    elif sentence.low(step) not in PLACED:
        return None
    return next((m for m in line.mentions if m.last == step), None)


def whole(line: Line, mention: Mention) -> Subject:
    """Two names held together by "and" act together."""
    sentence = line.sentence
    back = mention.first - 1
    back -= sentence.low(back) == "the"
    if back > 0 and sentence.lows[back] == "and":
        other = next((m for m in line.mentions if m.last == back and m.kind in (ORGANIZATION, PERSON)), None)
        if other:
            return Subject(sentence.phrase(other.first, mention.last), other.first, mention.last)
    return Subject(mention.name, mention.first, mention.last)
