"""Awards: a prize, honour, certificate or place in a ranking that somebody received."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.facts.cues import AUXILIARY, BE, EVENT_HEADS, GIVE, HONOURS, HOPES, PLACES, RANKED, RECEIVE, words
from articles.text.facts.kinds import Award, Suggestion
from articles.text.facts.names import ORGANIZATION, OTHER, PERSON
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import QUOTES, Range
from articles.text.facts.subjects import Subject, subject

CONFIDENCE = {"received": 90, "ranked": 85, "was awarded": 85, "gave": 80, "went to": 70}
DETERMINERS = words("a an the its his her their")
BREAKS = words(". ; : ( )")
# These make an honour of whatever stands in quotation marks behind them.
RATED = words("rated named selected recognized recognised honored honoured awarded")
GIVERS = words("by from")
CONTESTS = EVENT_HEADS | HONOURS
REACH = 24  # tokens behind the verb


@dataclass(frozen=True, slots=True)
class Prize:
    """An award's name at ``[first, last)``; ``end`` is the token behind its noun and marks."""

    first: int
    last: int
    end: int


def awards(article: Article) -> Iterator[Suggestion]:
    """The awards of an article in reading order."""
    for index, line in enumerate(article.lines):
        words = line.sentence.vocabulary
        if words.isdisjoint(HONOURS) and words.isdisjoint(PLACES) and (words.isdisjoint(RATED) or not line.quotes):
            continue
        after = article.lines[index + 1] if index + 1 < len(article.lines) else None
        yield from _of_line(article, line, after)


def _of_line(article: Article, line: Line, after: Line | None) -> Iterator[Suggestion]:
    taken = -1
    for index, low in enumerate(line.sentence.lows):
        if index < taken:
            continue
        found = None
        if low in RECEIVE or low in RANKED:
            found = _received(article, line, index, after)
        if not found and low == "went" and line.sentence.low(index + 1) == "to":
            found = _went_to(line, index)
        if not found and low in GIVE:
            found = _gave(article, line, index)
        if found:
            taken = found[1]
            yield found[0]


def _received(article: Article, line: Line, verb: int, after: Line | None) -> tuple[Suggestion, int] | None:
    """Winning in the active, being awarded in the passive."""
    lows = line.sentence.lows
    quote = next((q for q in line.quotes if q[1] == verb - 1), None)  # "was the «X» awarded"
    passive = not BE.isdisjoint(lows[max((quote[0] if quote else verb) - 3, 0) : verb])
    if not HOPES.isdisjoint(lows[max(verb - 5, 0) : verb]) or (lows[verb] in GIVE and not passive):
        return None
    prize = _prize(line, verb)
    if not prize:
        return _inverted(line, verb, after) if passive else None
    winner = subject(article, line, verb, (ORGANIZATION, PERSON))
    if passive or not _right_before(line, winner, verb):
        winner = _first(line, verb, winner)
    giver, end = _giver(line, prize)
    first = winner.first if winner.first >= 0 and _near(line, winner, verb) else _verb_start(line, verb)
    rule = "ranked" if lows[verb] in RANKED else "was awarded" if passive else "received"
    return _suggestion(
        line, (first, max(end, prize.end)), winner.name, line.sentence.phrase(prize.first, prize.last), giver, rule
    )


def _verb_start(line: Line, verb: int) -> int:
    while verb > 0 and line.sentence.lows[verb - 1] in AUXILIARY:
        verb -= 1
    return verb


def _right_before(line: Line, winner: Subject, verb: int) -> bool:
    return winner.first >= 0 and verb - winner.last <= 4 and "," not in line.sentence.lows[winner.last : verb]


def _near(line: Line, winner: Subject, verb: int) -> bool:
    return verb - winner.last <= 16 and not RECEIVE & set(line.sentence.lows[winner.last : verb - 1])


def _first(line: Line, verb: int, winner: Subject) -> Subject:
    """The sentence's own subject: its first person or organization before the verb."""
    named = [m for m in line.mentions if m.last <= verb and m.kind in (PERSON, ORGANIZATION)]
    return Subject(named[0].name, named[0].first, named[0].last) if named else winner


def _prize(line: Line, verb: int) -> Prize | None:
    """The award named behind the verb."""
    lows = line.sentence.lows
    limit = min(verb + REACH, len(lows))
    stop = next((step for step in range(verb + 1, limit) if lows[step] in BREAKS or lows[step] in RECEIVE), limit)
    quoted = next((q for q in line.quotes if verb < q[0] < stop), None)
    noun = next((step for step in range(verb + 1, stop) if (lows[step] in HONOURS or lows[step] in PLACES)
                 and not (quoted and quoted[0] <= step < quoted[1])), -1)  # fmt: skip
    if quoted and (noun < 0 or noun >= quoted[1] + 3):
        inner = not HONOURS.isdisjoint(lows[quoted[0] : quoted[1]])
        rated = quoted[0] - verb <= 3 and lows[verb] in RATED
        return Prize(quoted[0], quoted[1], quoted[1] + 1) if rated or (inner and quoted[0] - verb <= 4) else None
    if noun < 0 or noun - verb > 12:
        return None
    if quoted and (quoted[1] <= noun <= quoted[1] + 2 or _introduces(lows[noun + 1 : quoted[0] - 1])):
        return Prize(quoted[0], quoted[1], max(quoted[1] + 1, noun + 1 if noun >= quoted[1] else 0))
    return _phrase(line, verb, noun, stop)


def _introduces(between: list[str]) -> bool:
    """ "The title of «X»", "the list «X»"."""
    return between in ([], ["of"], [","], ["called"], ["named"])


def _phrase(line: Line, verb: int, noun: int, stop: int) -> Prize | None:
    """An award without quotation marks of its own: its noun phrase, with the contest it is won in."""
    sentence = line.sentence
    mention = next((m for m in line.mentions if m.first <= noun < m.last), None)
    first = mention.first if mention else noun
    while first - 1 > verb and sentence.lows[first - 1] not in DETERMINERS | {",", "and", "of"} and not mention:
        first -= 1
    last = mention.last if mention else noun + 1
    if sentence.low(last) in ("of", "at", "in") and not mention:
        last = _contest(line, last, stop)
    elif sentence.low(last) == "for":
        last = _purpose(line, last + 1, stop)
    bare = last == first + 1 and not sentence.words[first][0].isupper()
    return None if bare else Prize(first, last, last)


def _contest(line: Line, preposition: int, stop: int) -> int:
    """The end of "prize of the X Contest": the contest's name belongs to the award's."""
    sentence = line.sentence
    for step in range(preposition + 1, min(preposition + 9, stop)):
        if sentence.lows[step] in CONTESTS:
            quote = next((q for q in line.quotes if q[0] <= step < q[1] or q[0] == step + 2), None)
            return quote[1] + 1 if quote else step + 1
    return preposition


def _purpose(line: Line, start: int, stop: int) -> int:
    last = start
    while last < stop and line.sentence.lows[last] not in ("in", "at", "by", "from", ",", "on", "of"):
        last += 1
    return last


def _giver(line: Line, prize: Prize) -> tuple[str, int]:
    """Who gives it (behind "by", "from" or "of" after the name), and the evidence's end."""
    sentence = line.sentence
    limit = min(prize.end + 14, len(sentence))
    for step in range(prize.end, limit):
        low = sentence.lows[step]
        if low in BREAKS or (low == "and" and step > prize.end):
            break
        if low in GIVERS or (low == "of" and step == prize.end):
            named = line.within(step, min(step + 8, len(sentence)), ORGANIZATION)
            if named:
                return named[0].name, named[0].last
            if low == "by":
                return _common(line, step + 1)
    return "", prize.end


def _common(line: Line, first: int) -> tuple[str, int]:
    """A giver without a proper name: "the summit organizing committee"."""
    sentence = line.sentence
    while sentence.low(first) in DETERMINERS:
        first += 1
    last = first
    while (
        last < len(sentence)
        and sentence.lows[last][0].isalpha()
        and sentence.lows[last] not in ("in", "at", "on", "and", "for")
    ):
        last += 1
    return (sentence.phrase(first, last), last) if first < last <= first + 6 else ("", first)


def _gave(article: Article, line: Line, verb: int) -> tuple[Suggestion, int] | None:
    """ "X presented its «Y» award to Z"."""
    sentence = line.sentence
    if not BE.isdisjoint(sentence.lows[max(verb - 2, 0) : verb]):
        return None
    prize = _prize(line, verb)
    to = sentence.lows.index("to", prize.end) if prize and "to" in sentence.lows[prize.end : prize.end + 4] else -1
    named = [m for m in line.mentions if to >= 0 and to < m.first <= to + 6]
    if not prize or not named:
        return None
    giver = subject(article, line, verb)
    first = giver.first if giver.first >= 0 else verb
    winner = next((m for m in named if m.kind != OTHER), named[0])
    return _suggestion(
        line, (first, winner.last), winner.name, sentence.phrase(prize.first, prize.last), giver.name, "gave"
    )


def _went_to(line: Line, verb: int) -> tuple[Suggestion, int] | None:
    """ "The X prize went to Y"."""
    sentence = line.sentence
    winner = next((m for m in line.mentions if verb < m.first <= verb + 6), None)
    mention = next((m for m in line.mentions if m.last <= verb and verb - m.last <= 2), None)
    if not winner or not mention or HONOURS.isdisjoint(sentence.lows[mention.last - 1 : verb]):
        return None
    name = sentence.phrase(mention.first, verb)
    return _suggestion(line, (mention.first, winner.last), winner.name, name, "", "went to")


def _inverted(line: Line, verb: int, after: Line | None) -> tuple[Suggestion, int] | None:
    """ "The «X» was awarded, which Y donates. It went to Z": the winner stands in the next sentence."""
    quoted = next((q for q in line.quotes if q[1] <= verb <= q[1] + 4), None)
    if not quoted or HONOURS.isdisjoint(line.sentence.lows[max(quoted[0] - 3, 0) : quoted[1] + 2]):
        return None
    name = line.sentence.phrase(*quoted)
    givers = line.within(verb, len(line.sentence), ORGANIZATION)
    first = max(quoted[0] - 1, 0)
    if after and after.sentence.low(0) in ("it", "this") and after.sentence.low(1) in ("went", "goes"):
        winner = next((m for m in after.mentions if m.first <= 8), None)
        if winner and after.sentence.paragraph == line.sentence.paragraph:
            start, end = line.sentence.starts[first], after.sentence.ends[winner.last - 1]
            values = Award(recipient=winner.name, name=name, giver=givers[0].name if givers else "")
            return Suggestion(line.sentence.paragraph, start, end, values, "went to", CONFIDENCE["went to"]), verb + 1
    return None


def _suggestion(line: Line, span: Range, recipient: str, name: str, giver: str, rule: str) -> tuple[Suggestion, int]:
    sentence = line.sentence
    first, last = span
    while first > 0 and sentence.lows[first - 1] in DETERMINERS | QUOTES:
        first -= 1
    date = line.dated(max(first - 3, 0), last)
    values = Award(
        recipient=recipient, name=name, giver=giver,
        date=date.iso if date else "", date_basis=date.basis if date and date.iso else "",
    )  # fmt: skip
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return Suggestion(sentence.paragraph, start, end, values, rule, CONFIDENCE[rule]), last
