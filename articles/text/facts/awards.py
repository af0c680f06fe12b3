"""Awards: a prize, honour, certificate or place in a ranking that somebody received."""

from collections.abc import Iterator

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
from articles.text.facts.givers import BREAKS, DETERMINERS, giver_of, host_of, named_before
from articles.text.facts.handing import Given, gave, was_given, went_to
from articles.text.facts.kinds import Award, Suggestion
from articles.text.facts.names import ORGANIZATION, PERSON, Mention
from articles.text.facts.numbers import ORDINALS
from articles.text.facts.prizes import Prize, object_name, prizes, won_contest
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import QUOTES
from articles.text.facts.subjects import Subject
from articles.text.facts.titles import (
    HANDING,
    HONOURING,
    PICKED,
    best,
    champion,
    titled,
    verb_before,
    won_title,
)
from articles.text.facts.winners import winner_of
from articles.text.facts.wordlists import words

CONFIDENCE = {"received": 90, "ranked": 85, "was awarded": 85, "gave": 80, "went to": 70}
# How an award comes to its winner where it is itself the subject; German and Chinese put it so (ging an, 花落).
WENT = words("went goes gone go fell fallen falls share corresponded passed")
# Who or what has won, as a noun: the dictionary's words for one who wins.
VICTORS = words("best winner winners laureate laureates champion champions medalist medallist prizewinner")
MOVED = words("rose climbed jumped moved advanced slipped dropped")  # "to 12th place in the X Ranking"
WINNING = RECEIVE | RANKED | RATED | GIVE | VICTORS | WENT | MOVED
NAMED_SO = (
    HONOURS
    | EMBLEMS
    | PLACES
    | RANKED
    | VICTORS
    | words("letter came finished order cross citation star best outstanding honorary honoris won obtained")
)
# Of a prize that is not won yet.
NOMINATIONS = words("nomination nominations nominated shortlist shortlisted candidate candidates finalist finalists")
BETWEEN_PLACES = words(", ; and the while")
# Between the class and its winner where results stand in a list.
TABLED = frozenset((":", "–", "—", "-"))
# With "with" behind them these are passive, wherever their auxiliary stands.
HONOURED = words(
    "rewarded honored honoured awarded distinguished decorated presented felicitated crowned recognized recognised"
)
AWARDING = NAMED_SO | HANDING | RATED
GIVING = GIVE | RATED
RECEIVING = RECEIVE - GIVING
HONOURING_OR_PICKING = HONOURING | PICKED
BEFORE_AWARDS = DETERMINERS | QUOTES
ALSO = words("and , in the a an as well also then later on of")
REACH = 14  # tokens between a verb and its award


def awards(article: Article) -> Iterator[Suggestion[Award]]:
    """The awards of an article in reading order."""
    host, giver, paragraph = "", "", -1
    for index, line in enumerate(article.lines):
        terms = line.sentence.vocabulary
        if line.sentence.paragraph != paragraph:
            giver, paragraph = "", line.sentence.paragraph
        picked = bool(line.quotes) and not PICKED.isdisjoint(terms)
        if terms.isdisjoint(AWARDING) and not picked:
            continue
        after = article.lines[index + 1] if index + 1 < len(article.lines) else None
        host = host_of(article, line) or host
        for given in _of_line(article, line, giver):
            own = _has_a_name(line, given.prize)
            given.giver = article.houses.get(given.giver, given.giver) or ("" if own else host)
            given.giver = given.giver or (_told_after(article, line, after) if after and own else "")
            giver = given.giver or giver
            yield _suggestion(line, given)
        yield from _over_two(line, after)
        yield from _tabled(line)


def _told_after(article: Article, line: Line, after: Line) -> str:
    """ "X won the Y Prize. The award, convened by Z, is worth 5,000": who gives it is told in the next sentence."""
    prize = next(prizes(after), None) if after.sentence.paragraph - line.sentence.paragraph <= 1 else None
    if not prize or prize.first > 2 or after.sentence.low(0) not in ("the", "this"):
        return ""
    own = _has_a_name(after, prize)
    same = after.sentence.phrase(prize.first, prize.last) in line.sentence.text
    return giver_of(article, after, prize)[0] if same or not own else ""


def _has_a_name(line: Line, prize: Prize) -> bool:
    return any(word[0].isupper() for word in line.sentence.words[prize.first : prize.last])


def _of_line(article: Article, line: Line, known: str) -> Iterator[Given]:
    """The awards of a sentence; ``known`` gave those before it in the paragraph."""
    found, lows, taken, giver = [*prizes(line)], line.sentence.lows, -1, ""
    for verb, low in enumerate(lows):
        if verb < taken or low not in WINNING or _hoped(lows, verb):
            continue
        given = _given(article, line, verb, found, giver, known)
        if given and _is_won(line, given):
            found = [prize for prize in found if prize.first != given.prize.first]
            taken, giver = max(given.prize.end, verb + 1), given.giver
            yield given
            yield from _also(article, line, given, found)
            yield from _in_turn(line, max(given.prize.end, given.last))


def _is_won(line: Line, given: Given) -> bool:
    """Whether somebody wins, and wins something else; whoever is not named at least a prize that is."""
    if not given.recipient:
        return given.unnamed and _has_a_name(line, given.prize)
    return given.recipient != line.sentence.phrase(given.prize.first, given.prize.last)


def _also(article: Article, line: Line, given: Given, found: list[Prize]) -> Iterator[Given]:
    """ "Was awarded the X in 1994 and, in 2010, the Y": the next award of the same winner, under the same verb."""
    behind = next((p for p in found if p.start >= given.prize.end and not p.bare), None)
    if behind and given.rule == "gave" and "and" in line.sentence.lows[given.last : behind.start]:
        to = line.sentence.low(behind.end) == "to"
        winner = next((m for m in line.mentions if to and behind.end < m.first <= behind.end + 4), None)
        if winner:  # "gave its X to Y and its Z to W"
            yield Given(behind, winner.name, given.giver, behind.start, winner.last, "gave")
        return
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


def _in_turn(line: Line, index: int) -> Iterator[Given]:
    """ "The first prize went to X, the second – to Y and the third to Z": the places whose verb is left out."""
    sentence = line.sentence
    while index < len(sentence):
        while sentence.low(index) in BETWEEN_PLACES:
            index += 1
        end = index + 1 + (sentence.low(index + 1) in PLACES or sentence.low(index + 1) in HONOURS)
        to = end + (sentence.low(end) in TABLED)
        winner = next((m for m in line.mentions if to < m.first <= to + 4), None)
        if sentence.low(index) not in ORDINALS or sentence.low(to) not in ("to", "by") or not winner:
            return
        yield Given(Prize(index, end, index, end), winner.name, "", index, winner.last, "went to")
        index = winner.last


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
        return went_to(line, verb, before)
    inverted = None if passive or behind else _inverted(line, verb, before, known)
    if inverted:
        return inverted
    if lows[verb] in VICTORS:
        contest = best(line, verb) if lows[verb] == "best" else won_contest(line, verb) or champion(line, verb)
        after = _is_behind(line, contest.end) if contest else None
        if contest and after:  # "the laureate of the X Prize is NAME"
            return Given(contest, after.name, "", verb, after.last, "received")
        return _received(article, line, verb_before(line, verb), contest, False) if contest else None
    after = _is_behind(line, verb) if passive and before and not behind and lows[verb] in HONOURED else None
    if before and after and "with" in lows[max(before.start - 2, 0) : before.start]:  # "with the X was honored NAME"
        return Given(before, after.name, "", before.start, after.last, "was awarded")
    if lows[verb] in GIVING and not passive:
        return gave(article, line, verb, behind, giver) or (
            _received(article, line, verb, behind, False) if behind and lows[verb] in RECEIVING else None
        )
    if behind and not behind.bare and not _nominated(line, verb, behind):
        rated = passive and lows[verb] in RATED and lows[verb + 1] == "as" and behind.start > 1
        whole = titled(line, verb) if rated else None
        behind = whole if whole and whole.end <= behind.start - 1 else behind
        return _received(article, line, verb, behind, passive)
    front = _list_before(article, line, verb) if lows[verb] in RANKED and not passive else None
    if front:
        return front
    picked = lows[verb] in PICKED
    honoured = passive and lows[verb] in HONOURING_OR_PICKING and (picked or lows[verb + 1 : verb + 2] != ["for"])
    handed = line.quotes or line.sentence.low(verb + 1) == "with"
    handed = handed and lows[verb + 1 : verb + 2] != ["for"]
    named = (handed and object_name(line, verb)) or titled(line, verb) if honoured else None
    if named and (named.first - verb <= 4 or lows[verb + 1] in ("as", "one", "by", ",")):
        return _received(article, line, verb, named, passive)
    named_last = _named_last(line, verb) if passive and lows[verb] in RATED else None
    if named_last:
        return named_last
    told = next((p for p in reversed(found) if p.end <= verb and not p.bare), None)
    if told and lows[verb] in RECEIVING and lows[verb + 1 : verb + 2] == ["it"] and not passive:
        return _received(article, line, verb, Prize(told.first, told.last, verb + 1, verb + 2), passive)
    title = won_title(line, verb) if lows[verb] in RECEIVING and not passive else None
    if title:
        return _received(article, line, verb, title, passive)
    return was_given(line, verb, before, known) if passive and before else None


def _is_behind(line: Line, verb: int) -> Mention | None:
    """Who stands right behind a verb, where nobody is named before it."""
    near = [m for m in line.mentions if m.kind in (PERSON, ORGANIZATION) and m.first <= verb + 5]
    told = line.sentence.low(verb) in BE or line.sentence.low(verb) in HONOURED
    return near[0] if told and near and near[0].first > verb else None


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
    return not any(low in BREAKS or low in RECEIVE or (low in GIVE and low != "hands") for low in between)


def _list_before(article: Article, line: Line, verb: int) -> Given | None:
    """ "In the «Top 50» issued by Y, Z ranked sixth": the list before whoever is in it."""
    lows = line.sentence.lows
    winner = next((m for m in line.mentions if m.last == verb and m.kind in (PERSON, ORGANIZATION)), None)
    if not winner:
        return None
    for first, last in line.quotes:
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
    return Given(prize, winner.name, giver, first, max(end, prize.end), rule, winner.first >= 0)


def _verb_start(line: Line, verb: int) -> int:
    while verb > 0 and line.sentence.lows[verb - 1] in AUXILIARY:
        verb -= 1
    return verb


def _near(line: Line, winner: Subject, verb: int) -> bool:
    return verb - winner.last <= 16 and not RECEIVE & set(line.sentence.lows[winner.last : verb - 1])


def _over_two(line: Line, after: Line | None) -> Iterator[Suggestion[Award]]:
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


def _tabled(line: Line) -> Iterator[Suggestion[Award]]:
    """ "First prize: NAME", "Best film – «X»": a line of a table of winners."""
    sentence = line.sentence
    prize = next(prizes(line), None)
    if not prize or prize.start > 3 or sentence.low(prize.end) not in TABLED or WINNING & set(sentence.lows) - PLACES:
        return
    ordinal = line.amounts or prize.last - prize.first > 1
    winner = next((m for m in line.mentions if prize.end < m.first <= prize.end + 4), None)
    if winner and ordinal:
        yield _suggestion(line, Given(prize, winner.name, "", prize.start, winner.last, "went to"))


def _suggestion(line: Line, given: Given) -> Suggestion[Award]:
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
