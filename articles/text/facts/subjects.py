"""Who does what a verb says: the name, the noun or the pronoun before it."""

from dataclasses import dataclass

from articles.text.facts.cues import AUXILIARY, STATE_PLACES, words
from articles.text.facts.names import ORGANIZATION, OTHER, PERSON, Mention
from articles.text.facts.reading import HE, Article, Line

SMALL = AUXILIARY | words("also just jointly officially recently successfully once again been already never , then to")
REACH = 26  # tokens before the verb


@dataclass(frozen=True, slots=True)
class Subject:
    """``name`` with the tokens ``[first, last)`` that say it; ``first`` is -1 where it is understood from before."""

    name: str
    first: int = -1
    last: int = -1


def subject(article: Article, line: Line, verb: int, kinds: tuple[str, ...] = (ORGANIZATION, PERSON)) -> Subject:
    """The subject of the verb: what stands right before it, else the nearest name, else the paragraph's topic."""
    sentence = line.sentence
    index = verb - 1
    while index >= 0 and sentence.lows[index] in SMALL:
        index -= 1
    right = _right_before(article, line, index, (*kinds, OTHER))
    if right:
        return right
    for step in range(index, max(verb - REACH, -1), -1):
        low = sentence.lows[step]
        mention = next((m for m in line.mentions if m.last == step + 1 and m.kind in kinds), None)
        if mention:
            return _whole(line, mention)
        if low in HE and low not in ("his", "her", "him"):
            who = article.meant(line, step)
            return Subject(who, step, step + 1)
        if sentence.low(step - 1) in ("the", "its") and article.meant(line, step):
            return Subject(article.meant(line, step), step - 1, step + 1)
    return Subject(line.topic)


def _right_before(article: Article, line: Line, index: int, kinds: tuple[str, ...]) -> Subject | None:
    if index < 0:
        return None
    sentence = line.sentence
    low = sentence.lows[index]
    place = low in STATE_PLACES
    mention = next((m for m in line.mentions if m.last == index + 1 - place and m.kind in kinds), None)
    if mention and mention.first == 0 and sentence.lows[0] in ("the", "this"):
        return None
    if mention and place:
        return Subject(sentence.phrase(mention.first, index + 1), mention.first, index + 1)
    if mention and mention.kind != OTHER:
        return _whole(line, mention)
    if mention:
        return Subject(mention.name, mention.first, mention.last)
    if low == "it":
        before = line.within(0, index, ORGANIZATION)
        return Subject(before[0].name if before else line.topic or line.organization, index, index + 1)
    if low in ("he", "she") or (sentence.low(index - 1) in ("the", "its", "his", "her") and article.meant(line, index)):
        return Subject(article.meant(line, index), index - (low not in ("he", "she")), index + 1)
    return None


def _whole(line: Line, mention: Mention) -> Subject:
    """Two names held together by "and" act together."""
    sentence = line.sentence
    back = mention.first - 1
    back -= sentence.low(back) == "the"
    if back > 0 and sentence.lows[back] == "and":
        other = next((m for m in line.mentions if m.last == back and m.kind in (ORGANIZATION, PERSON)), None)
        if other:
            return Subject(sentence.phrase(other.first, mention.last), other.first, mention.last)
    return Subject(mention.name, mention.first, mention.last)
