"""Initiatives: programmes, products, platforms, reports … that somebody brings into the world or runs."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.facts.cues import BE, FINITE, INITIATIVE_NOUNS, LAUNCH, LAUNCH_NOUNS, SUSTAIN, words
from articles.text.facts.kinds import Initiative, InitiativeCategory, Suggestion
from articles.text.facts.names import ORGANIZATION, OTHER, PERSON
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import QUOTES, Range
from articles.text.facts.subjects import Subject, subject

CONFIDENCE = {
    "quoted name": 90,
    "launched": 85,
    "was launched": 80,
    "establishment of": 70,
    "that somebody launched": 75,
}
DETERMINERS = words("a an the its his her their this our new own first so-called another")
ADVERBS = words("off forward up also officially jointly successfully formally out recently together on in")
STOPS = words(
    ". , ; : ( ) – — - in on at for with to from by which that who whose where when as and or of is are "
    "was were will has have than into through during under after before since until while so he she it "
    "they we"
)
# Unnamed, only these count; and a verb that may mean planning or improving does not bring them about.
UNNAMED = words("programme platform partnership campaign fund team report service")
STRONG = LAUNCH - words("develop develops developed developing run runs running ran begin began begins put")
LONGEST = 12  # tokens of a noun phrase


@dataclass(frozen=True, slots=True)
class Found:
    """An initiative's name at ``[first, last)``, by the rule; the evidence ends before the token ``end``."""

    first: int
    last: int
    category: str
    verb: int
    rule: str
    end: int


def initiatives(article: Article) -> Iterator[Suggestion]:
    """Each initiative of an article once, in reading order, where it is first said to be launched or run."""
    seen: set[str] = set()
    for line in article.lines:
        words = line.sentence.vocabulary
        if words.isdisjoint(LAUNCH) and words.isdisjoint(SUSTAIN) and words.isdisjoint(LAUNCH_NOUNS):
            continue
        for found in _of_line(line):
            name = line.sentence.phrase(found.first, found.last)
            if name.lower() not in seen:
                seen.add(name.lower())
                yield _suggestion(article, line, found, name)


def _of_line(line: Line) -> Iterator[Found]:
    taken = -1
    for index, low in enumerate(line.sentence.lows):
        if index < taken:
            continue
        found = None
        if low in LAUNCH or low in SUSTAIN:
            found = _by_verb(line, index)
        elif low in LAUNCH_NOUNS and line.sentence.low(index + 1) == "of":
            found = _noun_phrase(line, index + 2, index, "establishment of")
        if found:
            taken = max(found.last, index + 1)
            yield found


def _by_verb(line: Line, verb: int) -> Found | None:
    lows = line.sentence.lows
    before = {lows[step] for step in range(max(verb - 4, 0), verb)}
    if lows[verb].endswith("ing") and BE.isdisjoint(before):  # "the organizing committee"
        return None
    if lows[verb] in LAUNCH and not BE.isdisjoint(before) and not lows[verb].endswith("ing"):
        return _passive(line, verb)
    if lows[verb] in ("starts", "began", "started", "begins"):
        return _quoted_before(line, verb)
    start = _object(line, verb)
    named = _quoted_after(line, start, verb)
    if named or lows[verb] in SUSTAIN:
        return named
    if lows[verb] == "set" and "up" not in lows[verb + 1 : verb + 2]:
        return None
    return (
        _relative(line, verb)
        or _called(line, start, verb)
        or _noun_phrase(line, start, verb, "launched")
        or _capital(line, start, verb)
    )


def _object(line: Line, verb: int) -> int:
    """The token where the object begins: adverbs, dates and determiners skipped."""
    index = verb + 1
    while index < len(line.sentence):
        day = line.dated(index, index + 1)
        if day and day.first == index and not line.sentence.lows[index].isdigit():
            index = day.last
        elif line.sentence.lows[index] in DETERMINERS or (
            line.sentence.lows[index] in ADVERBS and (index == verb + 1 or line.dated(index + 1, index + 3))
        ):
            index += 1
        else:
            break
    return index


def _quoted_after(line: Line, start: int, verb: int) -> Found | None:
    """A quoted name as the object, or behind the object's noun ("the program «X»", "the «X» campaign")."""
    lows = line.sentence.lows
    for first, last in line.quotes:
        if not 0 <= first - 1 - start <= 5:
            continue
        nouns = [
            low
            for low in lows[start : first - 1] + lows[last + 1 : last + 3] + lows[last - 1 : last]
            if low in INITIATIVE_NOUNS
        ]
        direct = first - 1 == start and lows[verb] in STRONG
        if not STOPS.isdisjoint(lows[start : first - 1]) or not (nouns or direct):
            continue
        if not nouns and lows[last + 1 : last + 2] == [","]:  # "'X', a course for beginners"
            nouns = [low for low in lows[last + 2 : last + 6] if low in INITIATIVE_NOUNS]
        category = INITIATIVE_NOUNS[nouns[0]] if nouns else "other"
        end = last + 2 if nouns and line.sentence.low(last + 1) in INITIATIVE_NOUNS else last + 1
        return Found(first, last, category, verb, "quoted name", min(end, len(lows)))
    return None


def _quoted_before(line: Line, verb: int) -> Found | None:
    """ "The program «X» starts"."""
    lows = line.sentence.lows
    for first, last in line.quotes:
        owned = lows[last + 1 : last + 2] == ["of"] and verb <= last + 9
        if (last + 1 == verb or owned) and line.sentence.low(first - 2) in INITIATIVE_NOUNS:
            return Found(first, last, INITIATIVE_NOUNS[line.sentence.low(first - 2)], verb, "quoted name", verb + 1)
    return None


def _passive(line: Line, verb: int) -> Found | None:
    """ "The machine called X was launched", "the product «X», which was released": what has a name of its own."""
    lows = line.sentence.lows
    be = next(step for step in range(verb - 1, -1, -1) if lows[step] in BE)
    head = be - 1
    while head > 0 and lows[head] in ("which", "that", ",", "has", "have"):
        head -= 1
    for first, last in line.quotes:
        if last in (head, head + 1) or last == head - 1 and lows[head] in INITIATIVE_NOUNS:
            near = [low for low in lows[max(first - 4, 0) : first - 1] + [lows[head]] if low in INITIATIVE_NOUNS]
            return Found(first, last, INITIATIVE_NOUNS[near[-1]] if near else "other", verb, "was launched", verb + 1)
    if lows[head] in INITIATIVE_NOUNS:
        return _headed(line, head, verb)
    mention = next((m for m in line.mentions if m.last == head + 1 and m.kind == OTHER), None)
    if not mention:
        return None
    near = [low for low in lows[max(mention.first - 4, 0) : mention.last] if low in INITIATIVE_NOUNS]
    if near and not line.dated(mention.first, mention.last):
        return Found(mention.first, mention.last, INITIATIVE_NOUNS[near[-1]], verb, "was launched", verb + 1)
    return None


def _headed(line: Line, head: int, verb: int) -> Found | None:
    """ "The Night Boats programme was launched": a name with its noun behind it."""
    mention = next((m for m in line.mentions if m.last == head and m.kind != PERSON), None)
    if not mention:
        return None
    category = INITIATIVE_NOUNS[line.sentence.lows[head]]
    return Found(mention.first, head + 1, category, verb, "was launched", verb + 1)


def _relative(line: Line, verb: int) -> Found | None:
    """ "The street festival that X organized"."""
    sentence = line.sentence
    agent = next((m for m in line.mentions if m.last == verb and m.kind in (ORGANIZATION, PERSON)), None)
    if not agent:
        return None
    that = agent.first - 1
    that -= sentence.low(that) == "the"
    head = that - 1
    if sentence.low(that) not in ("that", "which") or sentence.low(head) not in INITIATIVE_NOUNS:
        return None
    first = head
    while first > 0 and sentence.lows[first - 1] not in STOPS | DETERMINERS and head - first < 5:
        first -= 1
    return Found(first, head + 1, INITIATIVE_NOUNS[sentence.lows[head]], verb, "that somebody launched", verb + 1)


def _noun_phrase(line: Line, start: int, verb: int, rule: str) -> Found | None:
    """An initiative without quotation marks: a noun phrase whose head is one of the nouns."""
    sentence = line.sentence
    while sentence.low(start) in DETERMINERS:
        start += 1
    last = _phrase_end(line, start)
    head = sentence.low(last - 1) if last > start else ""
    category = INITIATIVE_NOUNS.get(head, "")
    capital = any(word[0].isupper() or word[0].isdigit() for word in sentence.words[start:last])
    if not category or sentence.lows[verb] not in STRONG | LAUNCH_NOUNS or not (capital or category in UNNAMED):
        return None
    if sentence.low(verb - 1) == "to" and not capital:  # an aim, not yet a deed
        return None
    last = _listed(line, last)
    if category == "report" and sentence.low(last) in ("on", "about", "of", "entitled", "titled"):
        last = _complement_end(line, last + 1)
    return Found(start, last, category, verb, rule, last)


def _called(line: Line, start: int, verb: int) -> Found | None:
    """ "An app called X", "the satellite X": a name behind its noun."""
    lows = line.sentence.lows
    for index in range(start, min(start + 5, len(lows))):
        if lows[index] in STOPS:
            break
        if lows[index] in INITIATIVE_NOUNS and lows[verb] in LAUNCH:
            first = index + 1 + (line.sentence.low(index + 1) in ("called", "named", "titled", "entitled", "dubbed"))
            mention = line.mention_at(first)
            if mention and mention.kind != PERSON and not line.dated(mention.first, mention.last):
                return Found(mention.first, mention.last, INITIATIVE_NOUNS[lows[index]], verb, "launched", mention.last)
    return None


def _phrase_end(line: Line, start: int) -> int:
    last = start
    while last < min(start + LONGEST, len(line.sentence)):
        low = line.sentence.lows[last]
        if low in STOPS or low in QUOTES or (low in FINITE and low not in INITIATIVE_NOUNS):
            break
        last += 1
    return last


def _complement_end(line: Line, start: int) -> int:
    """The end of "on X's Y and Z 2016": up to the next break."""
    last = start
    while last < min(start + LONGEST, len(line.sentence)) and line.sentence.lows[last] not in ".,;:()":
        last += 1
    return last


def _listed(line: Line, last: int) -> int:
    """ "A website, hotline and letter box" is one name: a list goes on while its nouns do."""
    sentence, end = line.sentence, last
    while sentence.low(end) in (",", "and"):
        step = _phrase_end(line, end + 1)
        if step == end + 1 or sentence.low(step - 1) not in INITIATIVE_NOUNS or step - end > 5:
            break
        end = step
    return end


def _capital(line: Line, start: int, verb: int) -> Found | None:
    """A name as the object of launching itself."""
    mention = line.mention_at(start)
    launching = line.sentence.lows[verb].startswith(("launch", "unveil", "releas", "introduc"))
    if not mention or mention.kind == PERSON or not launching:
        return None
    return Found(
        mention.first, mention.last, _category_near(line, mention.first, mention.last), verb, "launched", mention.last
    )


def _category_near(line: Line, first: int, last: int) -> str:
    near = line.sentence.lows[first : last + 6]
    return next((INITIATIVE_NOUNS[low] for low in near if low in INITIATIVE_NOUNS), "product")


def _suggestion(article: Article, line: Line, found: Found, name: str) -> Suggestion:
    sentence = line.sentence
    owner = _owner(article, line, found)
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


def _owner(article: Article, line: Line, found: Found) -> Subject:
    """The agent of a passive, else the verb's subject."""
    if found.rule == "was launched":
        by = next((step for step in range(found.verb, min(found.verb + 10, len(line.sentence)))
                   if line.sentence.lows[step] == "by"), -1)  # fmt: skip
        agents = line.within(by, by + 10, ORGANIZATION) or line.within(by, by + 10, PERSON) if by >= 0 else []
        return Subject(agents[0].name, agents[0].first, agents[0].last) if agents else Subject(line.topic)
    return subject(article, line, found.verb)


def _reach(line: Line, found: Found, owner: Subject) -> Range:
    """From the owner or the name, whichever is first, to the end of the evidence."""
    lows = line.sentence.lows
    firsts = [found.first, found.verb]
    if owner.first >= 0:
        firsts.append(owner.first)
    if found.rule == "was launched":
        firsts = [found.first]
    first = min(firsts)
    while first > 0 and (lows[first - 1] in DETERMINERS or lows[first - 1] in QUOTES):
        first -= 1
    return first, max(found.end, owner.last if found.rule == "was launched" else 0)
