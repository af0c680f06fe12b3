"""Awards: a prize, honour, certificate or place in a ranking that somebody received."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.facts.cues import (
    AUXILIARY,
    BE,
    EMBLEMS,
    GIVE,
    HONOURS,
    HOPES,
    LISTS,
    PLACES,
    RANKED,
    RATED,
    RECEIVE,
)
from articles.text.facts.givers import giver_of, named_before, named_behind
from articles.text.facts.kinds import Award, Suggestion
from articles.text.facts.names import ORGANIZATION, OTHER, PERSON
from articles.text.facts.prizes import Prize, object_name, prizes, won_contest
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import QUOTES
from articles.text.facts.subjects import Subject, subject
from articles.text.facts.titles import PICKED, champion, honorary, titled, verb_before, won_title
from articles.text.facts.winners import winner_of
from articles.text.facts.wordlists import words

CONFIDENCE = {"received": 90, "ranked": 85, "was awarded": 85, "gave": 80, "went to": 70}
DETERMINERS = words("a an the its his her their")
WENT = words("went goes gone go fell fallen falls share corresponded passed")
VICTORS = words("winner winners laureate laureates champion champions medalist medallist prizewinner")
WINNING = RECEIVE | RANKED | RATED | GIVE | VICTORS | WENT
NAMED_SO = (
    HONOURS
    | EMBLEMS
    | PLACES
    | RANKED
    | VICTORS
    | words("letter came finished order cross citation star best outstanding honorary honoris won obtained")
)
NOMINATIONS = words("nomination nominations nominated shortlist shortlisted candidate candidates finalist finalists")
TABLED = frozenset((":", "–", "—", "-"))
BREAKS = words(". ; : ( )")
# What the object of these is called is an honour without any noun that says so, if it is a name.
HANDING = words("handed handing conferred bestowed awarded granted decorated")
# With "with" behind them these are passive, wherever their auxiliary stands.
HONOURED = words(
    "rewarded honored honoured awarded distinguished decorated presented felicitated crowned recognized recognised"
)
AWARDING = NAMED_SO | HANDING | RATED
GIVING = GIVE | RATED
RECEIVING = RECEIVE - GIVING
HONOURING = HANDING | RATED
HONOURING_OR_PICKING = HONOURING | PICKED
NO_COMMITTEE = DETERMINERS | {"and"}
BEFORE_AWARDS = DETERMINERS | QUOTES
ALSO = words("and , in the a an as well also then later on of")
REACH = 14  # tokens between a verb and its award


@dataclass(slots=True)
class Given:
    """Who received what from whom, with the tokens ``[first, last)`` that say it."""

    prize: Prize
    recipient: str
    giver: str
    first: int
    last: int
    rule: str


def awards(article: Article) -> Iterator[Suggestion]:
    """The awards of an article in reading order."""
    giver, paragraph = "", -1
    for index, line in enumerate(article.lines):
        terms = line.sentence.vocabulary
        if line.sentence.paragraph != paragraph:
            giver, paragraph = "", line.sentence.paragraph
        picked = bool(line.quotes) and not PICKED.isdisjoint(terms)
        if terms.isdisjoint(AWARDING) and not picked:
            continue
        after = article.lines[index + 1] if index + 1 < len(article.lines) else None
        for given in _of_line(article, line, giver):
            giver = given.giver or giver
            yield _suggestion(line, given)
        yield from _over_two(line, after)
        yield from _tabled(line)


def _of_line(article: Article, line: Line, known: str) -> Iterator[Given]:
    """The awards of a sentence; ``known`` gave those before it in the paragraph."""
    found, lows, taken, giver = [*prizes(line)], line.sentence.lows, -1, ""
    for verb, low in enumerate(lows):
        if verb < taken or low not in WINNING or _hoped(lows, verb):
            continue
        given = _given(article, line, verb, found, giver, known)
        if given and given.recipient and given.recipient != line.sentence.phrase(given.prize.first, given.prize.last):
            found = [prize for prize in found if prize.first != given.prize.first]
            taken, giver = max(given.prize.end, verb + 1), given.giver
            yield given
            yield from _also(article, line, given, found)


def _also(article: Article, line: Line, given: Given, found: list[Prize]) -> Iterator[Given]:
    """ "Was awarded the X in 1994 and, in 2010, the Y": the next award of the same winner, under the same verb."""
    behind = next((p for p in found if p.start >= given.prize.end and not p.bare), None)
    if not behind or given.rule in ("gave", "went to"):
        return
    days = {token for day in line.dates for token in range(day.first, day.last)}
    between = [
        low
        for step, low in enumerate(line.sentence.lows)
        if given.prize.end <= step < behind.start and step not in days
    ]
    if (
        "and" in between
        and ALSO.issuperset(between)
        and WINNING.isdisjoint(line.sentence.lows[behind.end : behind.end + 6])
    ):
        giver, end = giver_of(article, line, behind)
        first = min((day for day in days if day >= given.prize.end), default=behind.start)
        yield Given(behind, given.recipient, giver, first, max(end, behind.end), given.rule)


def _hoped(lows: list[str], verb: int) -> bool:
    """A nomination, a hope or a denial is no award."""
    return not HOPES.isdisjoint(lows[max(verb - 5, 0) : verb])


def _given(article: Article, line: Line, verb: int, found: list[Prize], giver: str, known: str) -> Given | None:
    lows = line.sentence.lows
    marked = next((q for q in line.quotes if q[1] == verb - 1), None)  # "was the «X» awarded"
    passive = not BE.isdisjoint(lows[max((marked[0] if marked else verb) - 3, 0) : verb]) and lows[verb] not in WENT
    passive = passive or (line.sentence.low(verb + 1) == "with" and lows[verb] in HONOURED)
    behind = next((p for p in found if 0 <= p.start - verb <= REACH and _joined(line, verb, p)), None)
    before = next((p for p in reversed(found) if p.end <= verb and _reaches(line, p, verb)), None)
    if lows[verb] in WENT:
        return _went_to(line, verb, before)
    inverted = None if passive or behind else _inverted(line, verb, before, known)
    if inverted:
        return inverted
    if lows[verb] in VICTORS:
        contest = won_contest(line, verb) or champion(line, verb)
        return _received(article, line, verb_before(line, verb), contest, False) if contest else None
    if lows[verb] in GIVING and not passive:
        return _gave(article, line, verb, behind, giver) or (
            _received(article, line, verb, behind, False) if behind and lows[verb] in RECEIVING else None
        )
    if behind and not behind.bare and not _nominated(line, verb, behind):
        best = titled(line, verb) if passive and lows[verb] in RATED and lows[behind.start - 2 : behind.start] else None
        behind = best if best and best.end <= behind.start - 1 and lows[verb + 1] == "as" else behind
        return _received(article, line, verb, behind, passive)
    front = _list_before(article, line, verb) if lows[verb] in RANKED and not passive else None
    if front:
        return front
    picked = lows[verb] in PICKED
    honoured = passive and lows[verb] in HONOURING_OR_PICKING and (picked or lows[verb + 1 : verb + 2] != ["for"])
    handed = line.quotes or line.sentence.low(verb + 1) == "with"
    handed = handed and lows[verb + 1 : verb + 2] != ["for"]
    named = (handed and object_name(line, verb)) or titled(line, verb) if honoured else None
    if named and (named.first - verb <= 4 or lows[verb + 1 : verb + 4] in (["as", "one", "of"], ["one", "of", "the"])):
        return _received(article, line, verb, named, passive)
    named_last = _named_last(line, verb) if passive and lows[verb] in RATED else None
    if named_last:
        return named_last
    title = won_title(line, verb) if lows[verb] in RECEIVING and not passive else None
    if title:
        return _received(article, line, verb, title, passive)
    return _was_given(line, verb, before, known) if passive and before else None


def _inverted(line: Line, verb: int, prize: Prize | None, known: str) -> Given | None:
    """ "The prize for the best actress got Y", "Y has the Golden Lantern received": the award before its verb."""
    if not prize or prize.bare or line.sentence.lows[verb] not in RECEIVE or verb - prize.end > 2:
        return None
    after = next((m for m in line.mentions if verb < m.first <= verb + 4 and m.kind in (PERSON, ORGANIZATION)), None)
    opening = prize.start <= 2 or line.sentence.low(prize.start - 2) in (",", "and", ";")
    if after and opening:
        return Given(prize, after.name, known, prize.start, after.last, "received")
    earlier = [m for m in line.mentions if m.last <= prize.start and m.kind in (PERSON, ORGANIZATION)]
    has = {"has", "have", "had", "who"} & set(line.sentence.lows[earlier[-1].last : prize.start]) if earlier else set()
    return Given(prize, earlier[-1].name, known, earlier[-1].first, verb + 1, "received") if has else None


def _reaches(line: Line, prize: Prize, verb: int) -> bool:
    """Whether an award is the subject of the verb: near it, or parted from it only by "of the Fund for …"."""
    of = line.sentence.low(prize.end) == "of" and any(
        m.first <= prize.end + 2 and m.last >= verb - 4 for m in line.mentions if m.first > prize.end
    )
    end = verb
    while end > 0 and line.sentence.lows[end - 1] in AUXILIARY:
        end -= 1
    aside = line.sentence.low(prize.end) == "," and line.sentence.low(end - 1) == ","
    return verb - prize.end <= 6 or of or (aside and verb - prize.end <= REACH)


def _joined(line: Line, verb: int, prize: Prize) -> bool:
    """Whether nothing parts an award from the verb before it: no break, no other verb of winning."""
    dated = {token for date in line.dates for token in range(date.first, date.last)}
    between = [low for step, low in enumerate(line.sentence.lows[: prize.start]) if step > verb and step not in dated]
    return not any(low in BREAKS or low in RECEIVE or low in GIVE for low in between)


def _list_before(article: Article, line: Line, verb: int) -> Given | None:
    """ "In the «Top 50» issued by Y, Z ranked sixth": the list before whoever is in it."""
    lows = line.sentence.lows
    winner = next((m for m in line.mentions if m.last == verb and m.kind in (PERSON, ORGANIZATION)), None)
    for first, last in line.quotes if winner else ():
        placed = not {"in", "on", "among"}.isdisjoint(lows[max(first - 4, 0) : first - 1])
        if placed and last < verb and ("top" in lows[first:last] or line.sentence.low(last + 1) in LISTS):
            prize = Prize(first, last, first - 1, last + 1)
            return Given(prize, winner.name, giver_of(article, line, prize)[0], first - 1, verb + 2, "ranked")
    return None


def _nominated(line: Line, verb: int, prize: Prize) -> bool:
    """ "Named for the X Award", "selected to compete for": not yet won."""
    listed = line.sentence.low(verb + 1) == "for" and line.sentence.lows[verb] in ("named", "listed")
    near = line.sentence.lows[verb + 1 : prize.last]
    category = any(near[step + 1 : step + 2] and near[step + 1] in QUOTES for step, low in enumerate(near)
                   if low in NOMINATIONS)  # fmt: skip
    return listed or (not NOMINATIONS.isdisjoint(near) and not category)


def _named_last(line: Line, verb: int) -> Given | None:
    """ "The best player of the match was named goalkeeper NAME": the title first."""
    lows, end = line.sentence.lows, verb
    while end > 0 and lows[end - 1] in AUXILIARY:
        end -= 1
    start = next((step for step in range(end - 1, max(end - 9, -1), -1) if lows[step] == "best"), -1)
    winner = next((m for m in line.mentions if verb < m.first <= verb + 4 and m.kind == PERSON), None)
    if start < 0 or not winner or any(low in BREAKS or low == "," for low in lows[start:end]):
        return None
    return Given(Prize(start, end, start, end), winner.name, "", start, winner.last, "was awarded")


def _received(article: Article, line: Line, verb: int, prize: Prize, passive: bool) -> Given | None:
    """Winning in the active, being awarded in the passive."""
    lows = line.sentence.lows
    if prize.bare:
        return None
    winner = winner_of(article, line, verb, passive)
    giver, end = giver_of(article, line, prize)
    giver = giver or named_before(line, verb, prize, ("by",) if passive else ("from",))
    first = winner.first if winner.first >= 0 and _near(line, winner, verb) else _verb_start(line, verb)
    rule = "ranked" if lows[verb] in RANKED else "was awarded" if passive else "received"
    return Given(prize, winner.name, giver, first, max(end, prize.end), rule)


def _verb_start(line: Line, verb: int) -> int:
    while verb > 0 and line.sentence.lows[verb - 1] in AUXILIARY:
        verb -= 1
    return verb


def _near(line: Line, winner: Subject, verb: int) -> bool:
    return verb - winner.last <= 16 and not RECEIVE & set(line.sentence.lows[winner.last : verb - 1])


def _gave(article: Article, line: Line, verb: int, prize: Prize | None, known: str) -> Given | None:
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


def _went_to(line: Line, verb: int, prize: Prize | None) -> Given | None:
    """ "The X prize went to Y"."""
    near = [m for m in line.mentions if verb < m.first <= verb + 6]
    winner = next((m for m in near if m.kind != OTHER), next(iter(near), None))
    to = line.sentence.low(verb + 1) == ("of" if line.sentence.lows[verb] == "share" else "to")
    if not winner or not prize or prize.bare or not to:
        return None
    return Given(prize, winner.name, "", prize.start, winner.last, "went to")


def _was_given(line: Line, verb: int, prize: Prize, known: str) -> Given | None:
    """ "The X was presented to Y by Z", "A distinction was received by Y"."""
    lows = line.sentence.lows
    if prize.bare:
        return None
    giving = lows[verb] in GIVE
    leads = ("to", "on", "upon") if giving else ("by",)
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


def _over_two(line: Line, after: Line | None) -> Iterator[Suggestion]:
    """ "The «X» was awarded, which Y donates. It went to Z": the winner stands in the next sentence."""
    sentence = line.sentence
    if not after or after.sentence.paragraph != sentence.paragraph or GIVE.isdisjoint(sentence.vocabulary):
        return
    winner = next((m for m in after.mentions if m.first <= 8), None)
    prize = next((p for p in prizes(line) if not p.bare), None)
    if prize and winner and after.sentence.low(0) in ("it", "this", "they", "these") and after.sentence.low(1) in WENT:
        givers = line.within(prize.end, len(sentence), ORGANIZATION)
        name = sentence.phrase(prize.first, prize.last)
        values = Award(recipient=winner.name, name=name, giver=givers[0].name if givers else "")
        start, end = sentence.starts[prize.start], after.sentence.ends[winner.last - 1]
        yield Suggestion(sentence.paragraph, start, end, values, "went to", CONFIDENCE["went to"])


def _tabled(line: Line) -> Iterator[Suggestion]:
    """ "First prize: NAME", "Best film – «X»": a line of a table of winners."""
    sentence = line.sentence
    prize = next(prizes(line), None)
    if not prize or prize.start > 3 or sentence.low(prize.end) not in TABLED or WINNING & set(sentence.lows) - PLACES:
        return
    ordinal = line.amounts or prize.last - prize.first > 1
    winner = next((m for m in line.mentions if prize.end < m.first <= prize.end + 4), None)
    if winner and ordinal:
        yield _suggestion(line, Given(prize, winner.name, "", prize.start, winner.last, "went to"))


def _suggestion(line: Line, given: Given) -> Suggestion:
    sentence = line.sentence
    first, last = min(given.first, given.prize.start), max(given.last, given.prize.end)
    while first > 0 and sentence.lows[first - 1] in BEFORE_AWARDS:
        first -= 1
    date = line.dated(max(first - 3, 0), last)
    values = Award(
        recipient=given.recipient, name=sentence.phrase(given.prize.first, given.prize.last), giver=given.giver,
        date=date.iso if date else "", date_basis=date.basis if date and date.iso else "",
    )  # fmt: skip
    start, end = sentence.starts[first], sentence.ends[min(last, len(sentence)) - 1]
    return Suggestion(sentence.paragraph, start, end, values, given.rule, CONFIDENCE[given.rule])
