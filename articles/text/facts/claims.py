"""Claims: what a reader could check against the world."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.text.facts.attribution import Attribution, attributions
from articles.text.facts.clauses import clauses, finite, told_apart
from articles.text.facts.cues import (
    ABSTRACT,
    ATTENDANCE,
    BE,
    EVENT_HEADS,
    EVENTS,
    FOUNDED,
    INITIATIVE_NOUNS,
    IRREALIS,
    LAUNCH_NOUNS,
    LIFE,
    ORG_NOUNS,
    OWN_FIGURES,
    PROMISES,
    SHOW,
    UNIQUE,
    VAGUE,
)
from articles.text.facts.interviews import answers, label
from articles.text.facts.kinds import Claim, Quantity, Suggestion
from articles.text.facts.names import ORGANIZATION, PERSON, Mention
from articles.text.facts.quantities import PERCENT, Amount
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import Range
from articles.text.facts.wordlists import words

# What a market does is told by the reporter.
SHARES, TRADED = words("shares stock"), words("closed traded price rose fell")
FIRST_PERSON = words("we our us i my")
# Verbs of beginning: whatever begins on a date is an event.
BEGUN = words("started opened began starts opens")
# What befalls people is counted, if only in words.
BEFELL = words("killed injured wounded hurt treated arrested detained evacuated rescued hospitalized hospitalised died")
OF_ONESELF = words("i my myself")
PROPORTIONS = (["in", "every"], ["out", "of"])  # "three out of four pupils"
NO_VERB = BE | {""}
EXPECTING = words("expects expected estimates reckons promises promised hopes plans intends counts puts put")
# Behind the verb and one of these stands who gave, took or shared something.
OBJECTS = words("by from with to")
LASTING = LAUNCH_NOUNS | words("continues lasts")
FORESEEN = words("planned scheduled expected slated foreseen due")
# Without a figure some clause is a claim only by one of these, or, with a date, by one of those.
ALONE = UNIQUE | VAGUE
UNNUMBERED = ALONE | SHOW
DATED = UNNUMBERED | FORESEEN | PROMISES | FOUNDED | EVENTS | words("starts debuts premieres since put to")
MARKS = frozenset('"“”„«»「」『』')
# A date beside these is an initiative's own.
OF_INITIATIVES = words("launched released published organized organised running runs")
# How sure each rule is, in percent: an editor's guide, lower where a rule rests on few labelled examples.
CONFIDENCE = {"figure": 90, "rank": 90, "counted in words": 60, "promise": 80, "event on a date": 80, "only one": 60,
              "vague number": 55, "shown": 60}  # fmt: skip


@dataclass(slots=True)
class Teller:
    """Who spoke in the sentence ``before``, who is said in the one behind to have stated this (``back``), and in whose
    answer it stands, in an interview (``answers``)."""

    before: str
    back: str
    answers: str = ""


def claims(article: Article) -> Iterator[Suggestion[Claim]]:
    """The claims of an article in reading order."""
    said = [attributions(article, line) for line in article.lines]
    for line, row, told in zip(article.lines, said, _tellers(article, said), strict=True):
        if line.sentence.lows[-1] not in ("?", "？") and _may_claim(line):
            yield from _of_line(article, line, row, told)


def _tellers(article: Article, said: Sequence[Sequence[Attribution]]) -> list[Teller]:
    """For each line who answers for it from outside: the sentence behind it ("this was stated by X"), else the sentence
    before it in its paragraph."""
    tellers, before, paragraph = [], "", -1
    answering, quoted = answers(article), _quoted(article, said)
    for index, (line, row) in enumerate(zip(article.lines, said, strict=True)):
        if line.sentence.paragraph != paragraph:
            paragraph, before = line.sentence.paragraph, ""
        after = said[index + 1] if index + 1 < len(said) else ()
        back = next((one.who for one in after if one.back), "") if after else ""
        tellers.append(Teller(before, back or quoted.get(index, ""), answering.get(paragraph, "")))
        before = next((one.who for one in row if not one.back), "") if row else ""
    return tellers


def _quoted(article: Article, said: Sequence[Sequence[Attribution]]) -> dict[int, str]:
    """For each line whose quotation goes on in the next one of its paragraph, who is said to speak where it closes."""
    found: dict[int, str] = {}
    for index in range(len(article.lines) - 2, -1, -1):
        line, after = article.lines[index], article.lines[index + 1]
        if line.sentence.paragraph == after.sentence.paragraph and _left_open(line) and not said[index]:
            who = next((one.who for one in said[index + 1] if not one.back), "") or found.get(index + 1, "")
            found.update({index: who} if who else {})
    return found


def _left_open(line: Line) -> bool:
    printed = line.sentence.words
    return printed[0] in MARKS and sum(map(MARKS.__contains__, printed)) % 2 == 1


def _may_claim(line: Line) -> bool:
    """Whether the sentence has what some rule needs: most have none and are read no further."""
    return bool(line.amounts) or not line.sentence.vocabulary.isdisjoint(DATED if line.dates else UNNUMBERED)


def _of_line(article: Article, line: Line, said: Sequence[Attribution], told: Teller) -> Iterator[Suggestion[Claim]]:
    cut = {token for one in said for token in range(one.first, one.last)} if said else set[int]()
    if told.answers:
        cut.update(range(label(line)[1]))
    for first, last in clauses(line, cut):
        first = _behind_occasion(line, first, last)
        rule = _rule(line, first, last)
        if rule:
            who = "" if rule == "shown" else _claimant(article, line, (first, last), said, told)
            if not who and not OF_ONESELF.isdisjoint(line.sentence.lows[first : first + 4]):
                continue  # an author's own life
            yield _claim(line, (first, last), who, rule)


def _behind_occasion(line: Line, first: int, last: int) -> int:
    """ "This came during the speech at X, in the presence of 23": where the tail begins that holds the figure."""
    lows = line.sentence.lows
    if lows[first] != "this" or line.sentence.low(first + 1) not in ("came", "comes"):
        return first
    figure = next((amount.first for amount in line.amounts if amount.first > first), first)
    return next((step + 1 for step in range(min(figure, last - 1), first, -1) if lows[step] == ","), first)


def _claim(line: Line, span: Range, who: str, rule: str) -> Suggestion[Claim]:
    first, last = span
    sentence = line.sentence
    date = line.dated(first, last)
    values = Claim(
        statement=sentence.phrase(first, last),
        claimant=who,
        quantities=_quantities(line, span),
        date=date.iso if date else "",
        date_basis=date.basis if date else "",
    )
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return Suggestion(sentence.paragraph, start, end, values, rule, CONFIDENCE[rule])


def _within(line: Line, first: int, last: int) -> list[Amount]:
    return [amount for amount in line.amounts if first <= amount.first < last]


def _quantities(line: Line, span: Range) -> tuple[Quantity, ...]:
    return tuple(amount.quantity for amount in _within(line, *span) if _counts(amount))


def _counts(amount: Amount) -> bool:
    """Digits count, and measures in words; other numbers in words where they are large or count things."""
    unit = amount.quantity.unit
    return not amount.spelled or amount.measured or bool(unit and unit.lower().split()[-1] not in ABSTRACT)


def _rule(line: Line, first: int, last: int) -> str:
    """The rule by which a clause can be checked, empty where it cannot."""
    lows = line.sentence.lows
    if lows[first] in IRREALIS or lows[first] == "let" or "if" in lows[max(first - 2, 0) : first + 2]:
        return ""
    found = _within(line, first, last)
    figures = [amount for amount in found if not amount.spelled or amount.quantity.unit.lower() in PERCENT]
    if any(not amount.spelled and amount.quantity.unit == "rank" for amount in figures):
        return "rank"
    if figures:
        return "" if _is_entry(line, first, last) else "figure"
    terms = set(lows[first:last])
    if found and _counted_in_words(line, first, last, found, terms):
        return "counted in words"
    return _dated(line, first, last, terms) or _unnumbered(line, first, last, terms)


def _is_entry(line: Line, first: int, last: int) -> bool:
    """ "300 g of flour": an entry of a list that says nothing of its figure."""
    lows = line.sentence.lows
    whole = first <= 1 and last >= len(lows) - 1 and lows[-1].isalnum()
    return whole and ":" not in lows and line.sentence.alone and finite(line, first, last) < 0


def _counted_in_words(line: Line, first: int, last: int, found: Sequence[Amount], terms: set[str]) -> bool:
    """Numbers in words are figures beside an organization's promise, a founding, or a deed that is past."""
    found = [amount for amount in found if not _accompanies(line, amount.first)]
    named = any(first <= m.first < last and m.kind in (ORGANIZATION, PERSON) for m in line.mentions)
    if any(line.sentence.lows[a.last : b.first] in PROPORTIONS for a, b in zip(found, found[1:], strict=False)):
        return True
    if not FIRST_PERSON.isdisjoint(terms) and any(_counts(amount) for amount in found):
        return line.sentence.low(finite(line, first, last)) not in NO_VERB
    if not BEFELL.isdisjoint(terms) and any(_counts(amount) for amount in found):
        return True  # "seven people were injured"
    openers = [one for one in found if one.first == first or line.sentence.low(one.first - 1) == ","]
    if any(_counts(one) and _done_to(line, one.first, last) for one in openers):
        return True
    promised = named and not PROMISES.isdisjoint(terms)
    if any(amount.measured for amount in found):
        return promised or not LASTING.isdisjoint(terms)
    opening = any(amount.first == first for amount in found) and not promised  # "three pupils made a helmet"
    return (named or promised) and not opening and any(_counts(amount) for amount in found) and _past(line, first, last)


def _done_to(line: Line, first: int, last: int) -> bool:
    """ "Five new schools will be built", "two thousand visits have been paid": what is planned or done, counted."""
    lows = line.sentence.lows
    return any(
        lows[at : at + 2] in (["will", "be"], ["have", "been"]) and line.sentence.low(at + 2).endswith(("d", "t", "n"))
        for at in range(first, last - 1)
    )


def _accompanies(line: Line, index: int) -> bool:
    """ "Together with seven enterprises", "with Y and three banks": who else took part, not what was done."""
    before = line.sentence.lows[max(index - 6, 0) : index]
    return before[-1:] == ["with"] or (before[-1:] == ["and"] and "with" in before)


def _past(line: Line, first: int, last: int) -> bool:
    verb = finite(line, first, last)
    return verb >= 0 and (
        line.sentence.lows[verb].endswith("ed") or line.sentence.lows[verb] in ("has", "have", "was", "were")
    )


def _dated(line: Line, first: int, last: int, terms: set[str]) -> str:
    """A promise with a date, or an event on one; only a date that says which day, month, quarter or year."""
    lows = line.sentence.lows
    date = line.dated(first, last)
    if not date or lows[date.first] in ("today", "tomorrow", "yesterday", "day", "previous"):
        return ""
    if not date.iso and lows[date.last - 1] == "half":  # of a match, if of no year
        return ""
    if "it" in terms and any(lows[at : at + 3] == ["it", "will", "be"] for at in range(first, last)):  # the weather
        return ""
    due = not FORESEEN.isdisjoint(terms) and not BE.isdisjoint(terms)
    due = due or any(lows[at] in ("is", "are", "going") and lows[at + 1] == "to" for at in range(first, last - 1))
    if due or not PROMISES.isdisjoint(terms) or not terms.isdisjoint(("starts", "debuts", "premieres")):
        return "promise"
    founded = not FOUNDED.isdisjoint(terms) and (
        not BE.isdisjoint(terms) or any(low == "," and after in FOUNDED for low, after in pairwise(lows[first:last]))
    )
    founded = founded and _subject_is_organization(line, first, last)
    lasting = lows[date.first - 1] == "since" and not terms.isdisjoint(("has", "have"))
    if lasting and (not INITIATIVE_NOUNS.keys().isdisjoint(terms) or any(first < q[0] <= last for q in line.quotes)):
        return ""  # "since 2019 it has been running the project «X»"
    if not founded and (not OF_INITIATIVES.isdisjoint(terms) or _launched(line, first, last, terms)):
        return ""
    if lows[first:last].count("place") and "took" in terms:  # an occasion that is over is told of, not claimed
        return ""
    if not lasting and _is_of_an_occasion(line, first, finite(line, first, last)):
        return ""
    happened = lasting or not EVENTS.isdisjoint(terms) or ("put" in terms and not BE.isdisjoint(terms))
    return "event on a date" if founded or happened else ""


def _launched(line: Line, first: int, last: int, terms: set[str]) -> bool:
    """ "Started the model «X» in 2018": a launch is an initiative, and a claim only by its figures."""
    begun = not BEGUN.isdisjoint(terms)
    return begun and (
        any(first < quote[0] <= last for quote in line.quotes) or not INITIATIVE_NOUNS.keys().isdisjoint(terms)
    )


def _is_of_an_occasion(line: Line, first: int, verb: int) -> bool:
    """ "The X Fair opened its doors on Monday": what is over is told of, not claimed."""
    if line.sentence.low(first - 1) in ("which", "that") and not EVENT_HEADS.isdisjoint(
        line.sentence.lows[max(first - 4, 0) : first]
    ):
        return True  # "the fair, which opened on the 9th"
    heads = [low for low in line.sentence.lows[first:verb] if low in EVENT_HEADS]
    capital = any(m.first < verb and line.sentence.lows[m.last - 1] in heads for m in line.mentions if m.first >= first)
    return capital and line.sentence.low(verb).endswith(("ed", "gan", "ok"))


def _subject_is_organization(line: Line, first: int, last: int) -> bool:
    if not ORG_NOUNS.isdisjoint(line.sentence.lows[first : first + 3]) or line.sentence.lows[first] == "it":
        return True
    mention = next((m for m in line.mentions if first <= m.first < last), None)
    return bool(mention and mention.kind == ORGANIZATION and mention.first <= first + 3)


def _unnumbered(line: Line, first: int, last: int, terms: set[str]) -> str:
    lows = line.sentence.lows
    for index in range(first, last - 2) if not ALONE.isdisjoint(terms) else ():
        low = lows[index]
        if low in BE and lows[index + 1] == "the" and lows[index + 2] in UNIQUE and "in" in lows[index + 3 : last]:
            return "only one"
        if low in VAGUE and lows[index + 1] == "of" and lows[last - 1].endswith("ed"):
            return "vague number"
    shown = not SHOW.isdisjoint(terms) and not EVENT_HEADS.isdisjoint(line.sentence.lows[:last])
    return "shown" if shown and line.within(first, last, ORGANIZATION) else ""


def _claimant(article: Article, line: Line, span: Range, said: Sequence[Attribution], told: Teller) -> str:
    """Who asserts a clause: whom the sentence names, else who spoke before, else whose own figure it is, or nobody."""
    first, last = span
    for one in reversed(said):
        if one.start <= first < one.end:
            return one.who
    if told.answers:
        return told.answers
    ranked = next((amount for amount in _within(line, first, last) if amount.quantity.unit == "rank"), None)
    if ranked:
        return _after(line, ranked.last, last)
    if told.back:
        return told.back
    if not FIRST_PERSON.isdisjoint(line.sentence.lows[first:last]):
        return told.before or (article.names.main if article.release else line.person)
    own = line.within(first, last, ORGANIZATION)
    return (not own and told.before) or _own(article, line, first, last)


def _after(line: Line, first: int, last: int) -> str:
    ranking = line.within(first, len(line.sentence), ORGANIZATION)
    given = [m for m in line.mentions if m.kind == ORGANIZATION and "by" in line.sentence.lows[m.first - 2 : m.first]]
    return next((m.name for m in (*ranking, *given)), "")


def _own(article: Article, line: Line, first: int, last: int) -> str:
    """The organization whose figure it is: the clause's subject, the sentence's, the paragraph's; an article's main one
    only for figures that companies give of themselves. Attendance and foundings are the reporter's."""
    lows = line.sentence.lows
    if lows[first] in ("his", "her"):  # what is told of somebody's own house is told by that person
        return article.meant(line, first)
    if lows[first] in ("he", "she", "who") or line.sentence.low(first - 1) == "who":
        return ""
    verb = finite(line, first, last)
    expecting = next((m for m in line.mentions if m.kind == PERSON and m.last == verb and m.first >= first), None)
    if expecting and lows[verb] in EXPECTING:
        return expecting.name
    terms = set(lows[first:last])
    counted = any(not amount.spelled for amount in _within(line, first, last))
    traded = not SHARES.isdisjoint(terms) and not TRADED.isdisjoint(terms)
    if (
        traded
        or (not counted and not LIFE.isdisjoint(terms))
        or not UNIQUE.isdisjoint(lows[first : first + 4])
        or not ATTENDANCE.isdisjoint(lows[first : max(verb, first) + 2])
        or told_apart(line, first, last)
        or (_priced(lows[first:last]) and not article.release)
    ):
        return ""
    subject = _subject(article, line, first, last)
    if subject or line.topic:
        return subject or line.topic
    own = article.release or not OWN_FIGURES.isdisjoint(line.sentence.vocabulary)
    return article.names.main if own else ""


def _priced(lows: list[str]) -> bool:
    """ "47 yuan per share": what a market pays."""
    return "per" in lows and any(one == "per" and two in ("share", "barrel", "ounce") for one, two in pairwise(lows))


def _subject(article: Article, line: Line, first: int, last: int) -> str:
    lows, named = line.sentence.lows, {mention.first: mention for mention in reversed(line.mentions)}
    verb = finite(line, first, last)
    for index in range(first, last):
        mention = named.get(index)
        if mention and mention.kind == ORGANIZATION and not _is_object(line, mention, verb):
            return mention.name
        who = article.meant(line, index) if index and lows[index - 1] in ("the", "its") else ""
        if who:
            return who
    return _before(article, line, first)


def _is_object(line: Line, mention: Mention, verb: int) -> bool:
    """ "Was funded by Y", "signed with Y": whose figure it is not, behind the verb and a preposition."""
    step = mention.first - 1
    step -= line.sentence.low(step) == "the"
    return 0 <= verb < mention.first and line.sentence.low(step) in OBJECTS


def _before(article: Article, line: Line, first: int) -> str:
    """The organization the sentence spoke of before the clause, by name or as "the company"."""
    subject = next((m for m in line.mentions if m.kind == ORGANIZATION and m.first <= 2 and m.last < first), None)
    if subject and line.sentence.low(subject.last) == "," and line.sentence.low(subject.last + 1) in ("which", "that"):
        return subject.name
    for index in range(first - 1, max(first - 41, -1), -1):
        mention = line.mention_at(index)
        if mention and mention.kind == ORGANIZATION:
            return mention.name
        if line.sentence.low(index - 1) == "the" and article.meant(line, index):
            return article.meant(line, index)
    return ""
