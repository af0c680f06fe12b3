"""Who wins an award: the work or product by its own name, the initiative that "the programme" means, a name."""

from articles.text.facts.cues import AUXILIARY, INITIATIVE_NOUNS
from articles.text.facts.names import ORGANIZATION, PERSON
from articles.text.facts.reading import Article, Line
from articles.text.facts.subjects import Subject, subject
from articles.text.facts.wordlists import words

BREAKS = words(". ; : ( )")
POINTERS = words("the this our its his her")
OPENERS = POINTERS | words(
    "a an in on at by and or that which who whom it they he she we i you there and but when as if"
)
CLASS = 6  # tokens of what a class is called
NAMED_FIRST = 40  # characters in which a sentence names what it is about
OPENING = 12  # tokens in which what was sent is named
FAMILIES = words("family crew class couple")
# Who wins together without being named.
PEOPLE = words(
    "team authors author students pupils schoolchildren schoolgirls researchers scientists engineers developers "
    "inventors participants winners employees workers teachers collectives individuals athletes artists farmers "
    "volunteers entrepreneurs families children players"
)


def winner_of(article: Article, line: Line, verb: int, passive: bool) -> Subject:
    """Who wins: what stands right before the verb, the initiative that "the programme" means, else the sentence's own
    first name."""
    winner = _marked(line, verb) or _sent(line, verb) or _initiative(article, line, verb)
    if winner:
        return winner
    winner = _it(article, line, verb) or _family(line, subject(article, line, verb, (ORGANIZATION, PERSON)))
    shared = line.sentence.low(verb - 1) == "and"  # "became the champion and won"
    right = (
        winner.first >= 0
        and (shared or verb - winner.last <= 4)
        and "," not in line.sentence.lows[winner.last + 1 : verb]
    )
    if right and not (passive and line.sentence.low(winner.first - 1) in ("of", "at")):
        return winner
    named = [m for m in line.mentions if m.last <= verb and m.kind in (PERSON, ORGANIZATION)]
    if named:
        return Subject(named[0].name, named[0].first, named[0].last)
    last = _behind_subject(line, verb)
    if line.sentence.low(last - 1) in PEOPLE and winner.first < 0:
        return Subject("", max(last - 2, 0), last)
    return winner if winner.name else _unnamed(line, last)


def _family(line: Line, winner: Subject) -> Subject:
    """ "The family of the student X was rated": they, and not X alone."""
    near = range(winner.first - 2, max(winner.first - 5, -1), -1)
    of = next((step for step in near if line.sentence.lows[step] in FAMILIES), -1)
    if of < 0 or line.sentence.low(of + 1) != "of":
        return winner
    return Subject(line.sentence.phrase(of, winner.last), of, winner.last)


def _behind_subject(line: Line, verb: int) -> int:
    while verb > 0 and line.sentence.lows[verb - 1] in AUXILIARY:
        verb -= 1
    return verb


def _it(article: Article, line: Line, verb: int) -> Subject | None:
    """ "X recognizes sounds. It won the Y Prize": the initiative that the sentence before begins with."""
    index, before = _behind_subject(line, verb) - 1, line.before
    index -= line.sentence.low(index) == "also"
    if line.sentence.low(index) != "it" or not before or line.within(0, index, ORGANIZATION):
        return None
    known = {name for row in article.started.values() for _, name in row}
    opening = before.sentence.text[before.sentence.starts[0] : before.sentence.ends[-1]][:NAMED_FIRST]
    named = next((name for name in known if name in opening), "")
    return Subject(named, index, index + 1) if named else None


def _unnamed(line: Line, last: int) -> Subject:
    """ "The collection received the X Prize": whatever the noun phrase before the verb means."""
    lows = line.sentence.lows
    if lows[0] == "class" and 1 < last <= CLASS:  # "Class 3 of Grade 8"
        return Subject(line.sentence.phrase(0, last), 0, last)
    first = last
    while first > 0 and last - first < 5 and lows[first - 1].isalpha() and lows[first - 1] not in OPENERS:
        first -= 1
    opened = 0 < first < last and lows[first - 1] in POINTERS
    return Subject(line.sentence.phrase(first, last), first - 1, last) if opened else Subject("")


def _marked(line: Line, verb: int) -> Subject | None:
    """ "The wine «X» obtained", "its film «X» has won": a work or a product wins under its own name."""
    end = verb
    while end > 0 and (line.sentence.lows[end - 1] in AUXILIARY or line.sentence.lows[end - 1] in ("also", "just")):
        end -= 1
    quote = next((q for q in line.quotes if q[1] + 1 == end), None)
    return Subject(line.sentence.phrase(*quote), quote[0] - 1, quote[1] + 1) if quote else None


def _sent(line: Line, verb: int) -> Subject | None:
    """ "The tea «X» sent by Y stood out and won": what was sent wins, and not who sent it."""
    quote = next((q for q in line.quotes if q[1] + 3 < verb and q[0] <= OPENING), None)
    if (
        quote
        and line.sentence.low(quote[1] + 2) == "by"
        and line.sentence.lows[quote[1] + 1].endswith(("ed", "nt", "de"))
    ):
        return Subject(line.sentence.phrase(*quote), quote[0] - 1, quote[1] + 1)
    return None


def _initiative(article: Article, line: Line, verb: int) -> Subject | None:
    """ "This service won", "the program itself last autumn took": the initiative of that kind named last before."""
    lows = line.sentence.lows
    for step in range(verb - 1, max(verb - 6, 0), -1):
        if lows[step] in BREAKS or lows[step] == ",":
            return None
        if lows[step] in INITIATIVE_NOUNS and lows[step - 1] in ("the", "this"):
            paragraph = line.sentence.paragraph
            category = INITIATIVE_NOUNS[lows[step]]
            named = article.begun(category, paragraph)
            named = named or (article.begun_last(paragraph) if category == "programme" else "")
            return Subject(named, step - 1, step + 1) if named else None
    return None
