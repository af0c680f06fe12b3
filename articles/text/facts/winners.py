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
OPENING = 12  # tokens in which what was sent is named


def winner_of(article: Article, line: Line, verb: int, passive: bool) -> Subject:
    """Who wins: what stands right before the verb, the initiative that "the programme" means, else the sentence's own
    first name."""
    winner = _marked(line, verb) or _sent(line, verb) or _initiative(article, line, verb)
    if winner:
        return winner
    winner = subject(article, line, verb, (ORGANIZATION, PERSON))
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
    return winner if winner.name else _unnamed(line, verb)


def _unnamed(line: Line, verb: int) -> Subject:
    """ "The team received the X Prize": whoever the noun phrase before the verb means."""
    lows, last = line.sentence.lows, verb
    while last > 0 and lows[last - 1] in AUXILIARY:
        last -= 1
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
