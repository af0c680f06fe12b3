"""Awards told from the side of whoever gives them: "Y gave Z the X", "the X went to Z", "the X was presented to Z"."""

from dataclasses import dataclass

from articles.text.facts.cues import AUXILIARY, GIVE
from articles.text.facts.givers import DETERMINERS, named_behind
from articles.text.facts.names import OTHER, PERSON
from articles.text.facts.prizes import Prize, object_name
from articles.text.facts.reading import Article, Line
from articles.text.facts.subjects import Subject, subject
from articles.text.facts.titles import HONOURING, honorary
from articles.text.facts.wordlists import words

NO_COMMITTEE = DETERMINERS | {"and"}
FROM = words("of from in")
MEANWHILE = words("this year time also then finally again jointly posthumously edition deservedly")


@dataclass(slots=True)
class Given:
    """Who received what from whom, with the tokens ``[first, last)`` that say it."""

    prize: Prize
    recipient: str
    giver: str
    first: int
    last: int
    rule: str
    unnamed: bool = False


def gave(article: Article, line: Line, verb: int, prize: Prize | None, known: str) -> Given | None:
    """ "Y presented its «X» award to Z", "Y awarded Z the title of «X»", "Y conferred X upon Z"."""
    sentence = line.sentence
    named = prize if prize and not prize.bare else None
    named = named or (object_name(line, verb) or honorary(line, verb) if sentence.lows[verb] in HONOURING else None)
    if not named:
        return None
    to = next((step for step in range(named.end, min(named.end + 5, len(sentence)))
               if sentence.lows[step] in ("to", "upon", "on")), -1)  # fmt: skip
    behind = [m for m in line.mentions if 0 <= to < m.first <= to + 7 and sentence.low(m.last) not in ("'s", "’s")]
    between = [m for m in line.mentions if verb < m.first and m.last <= named.start]
    between = [m for m in between if sentence.low(m.first - 1) not in FROM] or between
    winners = [m for m in behind or between if m.kind != OTHER] or behind or between
    company = next((who for step in range(verb + 2, named.start) if (who := _company(article, line, step))), "")
    if company and not winners:
        giver = _who_gave(article, line, verb, known)
        return Given(named, company, giver.name, giver.first if giver.first >= 0 else verb, named.end, "gave")
    him = article.meant(line, verb + 1) if line.sentence.low(verb + 1) in ("him", "her", "it") else ""
    if him and not behind:
        giver = _who_gave(article, line, verb, known)
        return Given(named, him, giver.name, giver.first if giver.first >= 0 else verb, named.end, "gave")
    if not winners or (not behind and named.first - verb > 12):
        return None
    winner = winners[0] if behind else winners[-1]
    giver = _who_gave(article, line, verb, known)
    first = giver.first if giver.first >= 0 else verb
    return Given(named, winner.name, giver.name, first, max(winner.last, named.end), "gave")


def _company(article: Article, line: Line, index: int) -> str:
    """ "Distinguished the company with": whom a common noun stands for."""
    return article.meant(line, index) if line.sentence.low(index - 1) in ("the", "its") else ""


def _who_gave(article: Article, line: Line, verb: int, known: str) -> Subject:
    """The verb's subject; behind "and" that of the verb before; a committee by its noun."""
    lows = line.sentence.lows
    if known and lows[verb - 1] == "and":
        return Subject(known)
    end = verb
    while end > 0 and (lows[end - 1] in AUXILIARY or lows[end - 1] in ("also", "then", "jointly")):
        end -= 1
    if lows[end - 1 : end] in (["committee"], ["jury"], ["organizers"], ["organisers"]):
        first = end - 1
        while first > 0 and lows[first - 1].isalpha() and lows[first - 1] not in NO_COMMITTEE and end - first < 5:
            first -= 1
        return Subject(line.sentence.phrase(first, end), first, end)
    return subject(article, line, verb)


def went_to(line: Line, verb: int, prize: Prize | None) -> Given | None:
    """ "The X prize went to Y"."""
    near = [m for m in line.mentions if verb < m.first <= verb + 9]
    winner = next((m for m in near if m.kind != OTHER), next(iter(near), None))
    step = verb + 1
    while line.sentence.low(step) in MEANWHILE or line.dated(step, step + 1):
        step += 1
    share = line.sentence.lows[verb] == "share"
    to = line.sentence.low(step) in (("of",) if share else ("to", "on", "upon"))
    winner = winner if winner and winner.first <= step + 5 else None
    if not winner or not prize or prize.bare or not to:
        return None
    return Given(prize, winner.name, "", prize.start, winner.last, "went to")


def was_given(line: Line, verb: int, prize: Prize, known: str) -> Given | None:
    """ "The X was presented to Y by Z", "A distinction was received by Y"."""
    lows = line.sentence.lows
    if prize.bare:
        return None
    giving = lows[verb] in GIVE
    leads = ("to", "on", "upon") if giving else ("of",) if line.sentence.low(verb + 1) == "worthy" else ("by",)
    step = next((s for s in range(verb + 1, min(verb + 8, len(lows))) if lows[s] in leads), -1)
    winner = next((m for m in line.mentions if step >= 0 and step < m.first <= step + 6), None)
    if not winner:
        return _for_winner(line, verb, prize, known) if giving else None
    by = next((s for s in range(verb + 1, min(winner.last + 6, len(lows))) if lows[s] == "by"), -1) if giving else -1
    of = line.sentence.low(prize.end) == "of"
    person = [m.name for m in line.within(by, by + 8, PERSON)] if by >= 0 else []
    giver = (
        (named_behind(line, by, 8)[0] or "".join(person[:1]))
        if by >= 0
        else (of and named_behind(line, prize.end, verb - prize.end)[0]) or known
    )
    return Given(prize, winner.name, giver, prize.start, winner.last, "was awarded")


def _for_winner(line: Line, verb: int, prize: Prize, known: str) -> Given | None:
    """ "For X, the Award was given by Y": the winner stands before the award."""
    lows = line.sentence.lows
    start = next((s for s in range(prize.start - 1, -1, -1) if lows[s] in ("for", "to")), -1)
    winner = next((m for m in line.mentions if 0 <= start < m.first <= start + 3 and m.last < prize.start), None)
    if not winner or prize.bare:
        return None
    by = line.sentence.low(verb + 1) == "by"
    giver, last = named_behind(line, verb + 1, 9) if by else (known, verb + 1)
    return Given(prize, winner.name, giver, start, max(last, verb + 1), "was awarded")
