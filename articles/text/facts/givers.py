"""Who gives an award: behind "by" or "from", in a relative clause, or in brackets."""

from articles.text.facts.callings import ROLES
from articles.text.facts.cues import GIVE
from articles.text.facts.names import ORGANIZATION
from articles.text.facts.prizes import Prize
from articles.text.facts.reading import Article, Line
from articles.text.facts.subjects import subject
from articles.text.facts.wordlists import words

DETERMINERS = words("a an the its his her their")
BREAKS = words(". ; : ( )")
GIVERS = words("by from")
# What an organization does with an award, as a verb whose subject it is.
GRANTS = words(
    "grants awards donates gives confers presents organizes organises holds hosts sponsors bestows grant awarded "
    "donated organized organised held sponsored presented publishes compiles"
)
# How a prize's holder is told behind or before it.
ORGANIZERS = words("organizer organiser organizers host sponsor organized organised sponsored hosted by")
SEVERAL = words("awards prizes medals trophies statuettes titles diplomas certificates plaques honours honors")
REACH = 14  # tokens between a verb and its award


def named_before(line: Line, verb: int, prize: Prize, prepositions: tuple[str, ...]) -> str:
    """ "Was honored by Y with the X", "received from Y the X": the giver stands before the award."""
    by = next((step for step in range(verb + 1, prize.start) if line.sentence.lows[step] in prepositions), -1)
    named = line.within(by, prize.start, ORGANIZATION) if by >= 0 else []
    return named[0].name if named else ""


def giver_of(article: Article, line: Line, prize: Prize) -> tuple[str, int]:
    """Who gives it (behind "by", "from" or "of" after the name, "which Y grants", "(organizer: Y)"), and the evidence's
    end."""
    sentence = line.sentence
    for step in range(prize.end, min(prize.end + REACH, len(sentence))):
        low = sentence.lows[step]
        if low == "(" and sentence.low(step + 1) in ORGANIZERS:
            return named_behind(line, step, 8)
        if low in BREAKS or (low == "and" and step > prize.end):
            break
        if low in ("which", "that"):
            return _grants(line, step, prize.end)
        if low in GIVERS or (low == "of" and step == prize.end):
            named = named_behind(line, step, 8)
            if named[0]:
                return named
            if low == "by":
                return _common(article, line, step + 1)
    return "", prize.end


def host_of(article: Article, line: Line) -> str:
    """ "The Chamber distributed its awards at the gala": who gives the prizes that are told of behind it."""
    for verb in line.sentence.places(GIVE):
        if not SEVERAL.isdisjoint(line.sentence.lows[verb + 1 : verb + REACH]):
            who = subject(article, line, verb, (ORGANIZATION,)).name
            return who if who in article.names.organizations else ""
    return ""


def named_behind(line: Line, step: int, reach: int) -> tuple[str, int]:
    named = line.within(step, min(step + reach, len(line.sentence)), ORGANIZATION)
    closing = bool(named) and line.sentence.low(step) == "(" and line.sentence.low(named[0].last) == ")"
    return (named[0].name, named[0].last + closing) if named else ("", -1)


def _grants(line: Line, which: int, end: int) -> tuple[str, int]:
    """ "…, which the Union grants", "…, which is held by the Union"."""
    limit = min(which + REACH, len(line.sentence))
    named = line.within(which, limit, ORGANIZATION)
    verb = next((step for step in range(which, limit) if line.sentence.lows[step] in GRANTS), -1)
    return (named[0].name, max(named[0].last, verb + 1)) if named and verb > 0 else ("", end)


def _common(article: Article, line: Line, first: int) -> tuple[str, int]:
    """A giver without a proper name: "the summit organizing committee"; one spoken of before goes by its name."""
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
    if last == first + 1 and sentence.lows[first] in ROLES:  # whoever that is
        return "", first
    meant = article.meant(line, first) if last == first + 1 else ""
    return (meant or sentence.phrase(first, last), last) if first < last <= first + 6 else ("", first)
