"""Initiatives: programmes, products, platforms, reports … that somebody brings into the world or runs."""

from collections.abc import Iterator

from articles.text.facts.candidates import Name, apposition_end, names
from articles.text.facts.cues import INITIATIVE_NOUNS, ORG_NOUNS
from articles.text.facts.kinds import Initiative, InitiativeCategory, Suggestion
from articles.text.facts.launches import GOVERNED, MADE, MAKING, RUN_BY, launches
from articles.text.facts.names import ORGANIZATION, OTHER, PERSON, Mention
from articles.text.facts.namings import is_finite
from articles.text.facts.posts import Post, post_at
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import QUOTES, Range
from articles.text.facts.subjects import Subject, subject, whole
from articles.text.facts.unnamed import AGREED, NOMINAL, OBJECT, PASSIVE, QUOTED, RELATIVE, Found
from articles.text.facts.wordlists import words

# "From the initiative X", "under the scheme «X»".
FRAMES = words("from under of with into by to within through in")
SPOKEN_OF = "spoken of"
# What runs, and is spoken of by its name alone while it does.
RUNNING = ("programme", "platform", "campaign", "service")
RUNNING_NOUNS = frozenset(noun for noun, category in INITIATIVE_NOUNS.items() if category in RUNNING)
CONFIDENCE = {SPOKEN_OF: 55, QUOTED: 90, OBJECT: 85, PASSIVE: 80, NOMINAL: 70, RELATIVE: 75}
DETERMINERS = frozenset(("a", "an", "the", "its", "his", "her", "their"))
# Who tells of a creation is not who creates.
TELLING = frozenset(("highlighted", "mentioned", "recalled", "praised", "welcomed", "stressed", "noted", "celebrated"))
SHARED = 8  # tokens between a subject and its second verb
OFTEN = 3  # namings of an article's own organization
CLAUSE_BREAKS = words(", ; : . ( that")
CLAUSE = 12  # tokens of a clause before the name
AGENT = 10  # tokens behind a passive in which its agent is named


def initiatives(article: Article) -> Iterator[Suggestion[Initiative]]:
    """Each initiative of an article once, in reading order, where it is first said to be launched or run."""
    seen: set[str] = set()
    for line in article.lines:
        for found in launches(article, line):
            name = line.sentence.phrase(found.first, found.last)
            if name.lower() not in seen:
                seen.add(name.lower())
                yield _suggestion(article, line, found, name)
    yield from _spoken_of(article, seen)


def _spoken_of(article: Article, seen: set[str]) -> Iterator[Suggestion[Initiative]]:
    """ "The results of its «X» project": a programme nobody is said to have launched is run by whose it is."""
    for line in article.lines:
        for one in names(line) if _speaks_of_one(line) else ():
            name = line.sentence.phrase(one.first, one.last)
            if not (one.kind == OTHER and one.category in RUNNING and name.lower() not in seen and _beside(line, one)):
                continue
            found = Found(one.first, one.last, one.category, one.first, SPOKEN_OF, one.start, one.end)
            owner = _possessor(line, found) or Subject(line.topic)
            if (owner.name and one.quoted) or _told_by_itself(line, one):
                seen.add(name.lower())
                yield _suggestion(article, line, found, name)


def _speaks_of_one(line: Line) -> bool:
    """Whether a noun of what is run stands beside marks or a capital; most sentences have none."""
    words = line.sentence.words
    return any(
        near in QUOTES or near[0].isupper()
        for step in line.sentence.places(RUNNING_NOUNS)
        for near in words[max(step - 1, 0) : step + 2]
    )


def _told_by_itself(line: Line, name: Name) -> bool:
    """Whether it is more than where somebody comes from, or the frame a state works in; without marks, what acts."""
    sentence = line.sentence
    framed = sentence.low(name.start - 1) in FRAMES or sentence.low(name.start - 2) in FRAMES
    own = name.quoted or (name.category != "service" and is_finite(sentence.low(name.end)))
    return own and not framed and GOVERNED.isdisjoint(sentence.lows[max(name.start - 1, 0) : name.first])


def _beside(line: Line, name: Name) -> bool:
    """Whether the noun that says what it is stands right beside the marks."""
    lows = line.sentence.lows
    noun = name.first - 1 - name.quoted
    if "new" in lows[max(name.start - 2, 0) : name.first]:  # "a new scholarship, the X Grant"
        return True
    return line.sentence.low(name.last + name.quoted) in INITIATIVE_NOUNS or lows[max(noun, 0)] in INITIATIVE_NOUNS


def _suggestion(article: Article, line: Line, found: Found, name: str) -> Suggestion[Initiative]:
    sentence = line.sentence
    owner = _house(article, line, found, _owner(article, line, found))
    first, last = _reach(line, found, owner)
    date = line.dated(first, last) or line.dated(last, last + 6)
    values = Initiative(
        name=name,
        owner=owner.name,
        category=InitiativeCategory(found.category),
        date=date.iso if date else "",
        date_basis=date.basis if date and date.iso else "",
    )
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return Suggestion(sentence.paragraph, start, end, values, found.rule, CONFIDENCE[found.rule])


def _house(article: Article, line: Line, found: Found, owner: Subject) -> Subject:
    """Products, platforms and services that somebody presents by office are of the organization."""
    who = next((m for m in line.mentions if m.first == owner.first and m.kind == PERSON), None)
    shown = line.sentence.lows[found.verb].startswith(("present", "announc", "unveil"))
    of_office = shown or found.category in ("product", "platform", "service")
    post = post_at(article, line, who) if who and of_office else Post()
    return Subject(post.organization, owner.first, owner.last) if post.organization else owner


def _owner(article: Article, line: Line, found: Found) -> Subject:
    """Whose noun phrase it is, else the agent of a passive or of a relative clause, else the verb's subject."""
    possessor = _possessor(line, found)
    if possessor or found.rule == SPOKEN_OF:
        return possessor or Subject(line.topic or _of_the_article(article))
    if found.rule == PASSIVE or (found.rule == NOMINAL and line.sentence.low(found.end) == "by"):
        return _agent(article, line, found)
    if line.sentence.lows[found.verb] in ("under", "part", "framework"):  # "under the X scheme, the department has dug"
        behind = line.within(found.last, len(line.sentence), ORGANIZATION)
        return Subject(behind[0].name) if behind else Subject(line.topic)
    maker = _maker(article, line, found)
    who = maker or subject(article, line, _main_verb(line, found.verb))
    telling = (line.sentence.lows[step] for step in reversed(line.verbal) if step < found.verb)
    told = next(telling, "") if found.rule == NOMINAL else ""
    if told in TELLING:
        return Subject("")
    reported = who.last >= 0 and not {"that", ":"}.isdisjoint(
        line.sentence.lows[who.last : max(found.start, found.verb)]
    )
    if who.name in article.names.people and (reported or told.startswith("announc")):
        return Subject(article.houses.get(who.name, ""))  # "she recalled that the program «X» has been operating"
    return who


def _of_the_article(article: Article) -> str:
    """The organization an article is about, where one is named again and again."""
    main = article.names.main
    return main if article.names.counts[main] >= OFTEN else ""


def _maker(article: Article, line: Line, found: Found) -> Subject | None:
    """ "X, a platform maintained by Y": who is said to run it in the apposition behind its name."""
    comma = found.last + (line.sentence.low(found.last) in QUOTES)
    end = apposition_end(line, comma)
    by = next((step for step in range(comma, end) if line.sentence.lows[step] == "by"), -1)
    return _by(article, line, by) if by > 0 and line.sentence.lows[by - 1] in MAKING | RUN_BY | MADE else None


def _main_verb(line: Line, verb: int) -> int:
    """ "Signed an agreement with Y to launch": who launches is the subject of what was done to that end."""
    lows = line.sentence.lows
    if line.sentence.low(verb - 1) != "to":
        return verb
    signed = (step for step in range(verb - 2, -1, -1) if lows[step] in AGREED)
    return next(signed, verb)


def _possessor(line: Line, found: Found) -> Subject | None:
    """ "Y's scheme «X»", "the scheme «X» of Y"."""
    sentence = line.sentence
    after = found.last + (sentence.low(found.last) in QUOTES)
    after += sentence.low(after) in INITIATIVE_NOUNS
    after = max(after, found.end if found.rule != PASSIVE else after)
    for mention in line.mentions:
        behind = sentence.low(after) == "of" and mention.first in (after + 1, after + 2)
        before = (
            sentence.low(mention.last) in ("'s", "’s")
            and 0 <= found.start - mention.last <= 4
            and mention.last < found.first
        )
        if (behind or before) and mention.kind == ORGANIZATION:
            return Subject(mention.name, mention.first, mention.last)
    return None


def _agent(article: Article, line: Line, found: Found) -> Subject:
    """Behind "by"; else the organization the sentence spoke of before, else the paragraph's topic."""
    lows = line.sentence.lows
    behind = found.end if found.rule == NOMINAL else found.verb
    by = next((step for step in range(behind, min(behind + AGENT, len(lows))) if lows[step] == "by"), -1)
    if by < 0 and found.rule == PASSIVE:  # "X, compiled by Y, was published"
        by = next((step for step in range(found.last, found.verb) if lows[step] == "by"), -1)
    agent = _by(article, line, by) if by >= 0 else None
    if agent:
        return agent
    if by == found.verb + 1 and line.sentence.low(by + 1) in ("a", "an"):  # "founded by a group of divers"
        return Subject("")
    before = line.within(0, max(found.start, 0), ORGANIZATION)
    houses = [article.houses[m.name] for m in line.mentions if m.name in article.houses]
    return whole(line, before[-1]) if before else Subject(line.topic or next(iter(houses), ""))


def _by(article: Article, line: Line, by: int) -> Subject | None:
    """Whom the words behind "by" name, or stand for."""
    lows = line.sentence.lows
    agents = line.within(by, by + AGENT, ORGANIZATION) or line.within(by, by + AGENT, PERSON)
    near = range(by + 1, min(by + 4, len(lows)) if line.sentence.low(by + 1) not in ("a", "an") else by)
    meant = next((step for step in near if article.meant(line, step)), -1)
    if agents and not 0 < meant < agents[0].first:
        return _jointly(line, agents) or whole(line, agents[0])
    return Subject(article.meant(line, meant), by, meant + 1) if meant > 0 else None


def _jointly(line: Line, agents: list[Mention]) -> Subject | None:
    """ "Developed by X and the cooperative Y": both."""
    lows, one, two = line.sentence.lows, agents[0], next(iter(agents[1:]), agents[0])
    between = lows[one.last : two.first]
    if between[:1] != ["and"] or not all(low in ("and", "the") or low in ORG_NOUNS for low in between):
        return None
    return Subject(line.sentence.phrase(one.first, two.last), one.first, two.last)


def _clause_start(line: Line, start: int) -> int:
    """Where the clause of a name begins, if near."""
    for step in range(start, max(start - CLAUSE, 0), -1):
        if line.sentence.lows[step - 1] in CLAUSE_BREAKS:
            return step
    return 0 if start <= CLAUSE else start


def _predicate_end(line: Line, verb: int) -> int:
    """ "The platform X allows households to book": the end of what it does, if it does."""
    lows = line.sentence.lows
    if not is_finite(line.sentence.low(verb)):
        return verb
    near = range(verb, min(verb + CLAUSE, len(lows)))
    return next((step for step in near if lows[step] in CLAUSE_BREAKS or lows[step] == "and"), near[-1] + 1)


def _reach(line: Line, found: Found, owner: Subject) -> Range:
    """From the owner, the name or the verb, whichever is first, to the end of the evidence."""
    lows = line.sentence.lows
    firsts, lasts = [found.first, found.start, found.verb], [found.end, found.last, found.verb + 1]
    if found.rule in (QUOTED, OBJECT):
        lasts.append(apposition_end(line, found.last + (line.sentence.low(found.last) in QUOTES)))
    if found.rule == SPOKEN_OF:
        firsts.append(_clause_start(line, found.start))
        lasts.append(_predicate_end(line, found.end))
    told = any(owner.last <= quote[0] < found.start for quote in line.quotes)  # "runs «X» and opened «Y»"
    shared = lows[found.verb - 1] == "and" and found.verb - owner.last > SHARED  # "X signed a pact with Y and launched"
    if owner.first >= 0 and not told and not shared:
        firsts.append(owner.first)
        lasts.append(owner.last)
    first, last = min(firsts), max(lasts)
    while first > 0 and (lows[first - 1] in DETERMINERS or lows[first - 1] in QUOTES):
        first -= 1
    return first, last
