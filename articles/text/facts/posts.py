"""The post a person holds and the organization it is held in, from the words about the name."""

from dataclasses import dataclass

from articles.text.facts.callings import (
    DEPARTMENTS,
    FIELDS,
    GOVERNMENT_ROLES,
    HONORIFICS,
    NO_TRADES,
    OCCUPATIONS,
    ROLE_MODIFIERS,
    ROLES,
    TRADES,
)
from articles.text.facts.cues import GIVE, RATED, SAY
from articles.text.facts.evidence import ORGANIZATION, PERSON, before_post
from articles.text.facts.heading import LEADS
from articles.text.facts.holders import SCHOOLS
from articles.text.facts.names import Mention
from articles.text.facts.reading import Article, Line
from articles.text.facts.wordlists import words

# Posts that are held in some organization even where none stands beside them: then it is the one spoken of.
OF_A_COMPANY = words("ceo chairman chairwoman president secretary director founder spokesperson spokesman manager")
OF_A_SCHOOL = words("principal headmaster headmistress headteacher rector dean")
PREPOSITIONS = SAY | words("of at from in for who")
PARTY_BODIES = words("party directors")  # of the organization whose post follows
STOPS = words("the a an of and who which")
COMPOUNDED = words(
    "spokesman spokeswoman spokesperson officer teacher engineer analyst researcher inspector worker leader expert "
    "specialist secretary"
)
GOVERNED = words("bank authority fund agency")
HEADING = words("director manager head chief officer boss leader coordinator editor")
LED = words("after before with following to alongside")
POST_ENDS = frozenset(",.);:-–—")
RANK = ROLES | ROLE_MODIFIERS
RANK_OR_STOP = RANK | STOPS
OPENED = GIVE | RATED | words("the a an to")
NO_NOUNS = STOPS | SAY
NOT_PLAIN = NO_NOUNS | words("with by to in for as is was")


@dataclass(slots=True)
class Post:
    """A post as printed, its organization by name, and the tokens ``[first, last)`` of both in their line."""

    role: str = ""
    organization: str = ""
    first: int = -1
    last: int = -1


def posts(article: Article) -> dict[str, Post]:
    """For each person the fullest post stated anywhere in the article."""
    found: dict[str, Post] = {}
    for line in article.lines:
        for mention in line.mentions:
            if mention.kind != PERSON or found.get(mention.name, Post()).organization:
                continue
            post = post_at(article, line, mention)
            if (post.role or post.organization) and (post.organization or mention.name not in found):
                found[mention.name] = post
    return found


def post_at(article: Article, line: Line, person: Mention) -> Post:
    """The post printed beside a person: before the name, before a comma, or behind one; "conservator NAME from the ORG"
    holds it in what follows."""
    post = _beside(article, line, person)
    member = line.mention_at(person.last + 1 + (line.sentence.low(person.last + 1) == "the"))
    of = line.sentence.low(person.last) in ("of", "at", "from") and member and member.kind == ORGANIZATION
    for_whom = person.last + 2 + (line.sentence.low(person.last + 2) == "the")
    if not of and line.sentence.low(person.last + 1) == "representing":  # "NAME, representing the ORG"
        member = line.mention_at(for_whom)
        of = member is not None and member.kind == ORGANIZATION
    if of and member and not post.organization:
        return Post(post.role, member.name, post.first if post.role else person.first, member.last)
    return post


def _beside(article: Article, line: Line, person: Mention) -> Post:
    sentence = line.sentence
    first = _name_start(line, person.first)
    first -= sentence.low(first - 1) == ":"
    start = first
    while start > 0 and _of_post(line, start - 1):
        start -= 1
    if start < first and (sentence.lows[start] == "and" or sentence.lows[start] == "/"):
        start += 1
    if start < first and not ROLES.isdisjoint(sentence.lows[start:first]):
        post = _before(article, line, start, first)
        fuller = _behind(article, line, person.last + 1) if sentence.low(person.last) == "," else Post()
        if not post.organization and fuller.organization:
            return Post(fuller.role, fuller.organization, start, fuller.last)
        member = line.mention_at(person.last + 2 + (sentence.low(person.last + 2) == "the"))
        of = sentence.lows[person.last : person.last + 2] in ([",", "of"], [",", "from"])
        if not post.organization and of and member and member.kind == ORGANIZATION:
            return Post(post.role, member.name, start, member.last)
        behind = line.mention_at(person.last + 1 + (sentence.low(person.last + 1) == "the"))
        if behind and behind.kind == ORGANIZATION and sentence.low(person.last) in ("of", "at", "from"):
            return Post(post.role, behind.name, post.first, behind.last)
        return post
    noun = before_post(sentence, first)
    if noun >= 0 and not _of_another(line, _noun_start(line, noun)):
        end = first - (sentence.low(first - 1) == ",")
        return _phrase(article, line, _noun_start(line, noun), noun, end)
    last = person.last + _age_behind(line, person.last)
    if sentence.low(last) in (",", "(", "-", "–", "—"):
        post = _behind(article, line, last + 1)
        if post.role and not _of_next(line, person, post):
            return post
        if sentence.low(last + 1) == "who":
            return _heads(line, last + 1)
    return _trade(line, first)


def _heads(line: Line, who: int) -> Post:
    """ "NAME, who heads the ORG": no post by its noun, but what is led."""
    for step in range(who + 1, min(who + 6, len(line.sentence))):
        if line.sentence.lows[step] in LEADS:
            led = line.within(step, step + 9, ORGANIZATION)
            return Post("", led[0].name, who, led[0].last) if led else Post()
    return Post()


def _of_next(line: Line, person: Mention, post: Post) -> bool:
    """ "Speaking after NAME, the head of the ORG, NAME, …": the post is of who follows."""
    led = line.sentence.low(person.first - 1) in LED
    follows = line.mention_at(post.last + 1)
    return led and follows is not None and follows.kind == PERSON


def _age_behind(line: Line, last: int) -> int:
    """How many tokens an age takes behind a name: "(58)", ", 68 years", ", 66"."""
    sentence = line.sentence
    if sentence.low(last) not in ("(", ",") or not sentence.low(last + 1).isdigit():
        return 0
    step = last + 2 + (sentence.low(last + 2) == "years") + (sentence.low(last + 3) == "old")
    closed = sentence.low(step) == ")"
    return step + closed - last if closed or sentence.low(step) == "," else 0


def _of_another(line: Line, start: int) -> bool:
    """ "NAME, head of the ORG, NAME, …": in a list of guests a post behind a comma is of the name before it."""
    start -= line.sentence.low(start - 1) in ("the", "a", "an")
    comma = line.sentence.low(start - 1) == ","
    before = next((m for m in line.mentions if m.last == start - 1 and m.kind == PERSON), None)
    return comma and before is not None and line.sentence.low(before.first - 1) not in LED


def _trade(line: Line, first: int) -> Post:
    """ "The bamboo weaver NAME": what a person does, with the noun that says of what."""
    noun = line.sentence.low(first - 1)
    if not noun.endswith(TRADES) or noun in NO_TRADES or not line.sentence.words[first - 1].islower():
        return Post()
    start = first - 1
    start -= _modified(line, start)
    return Post(line.sentence.phrase(start, first), "", start, first)


def _modified(line: Line, start: int) -> bool:
    """Whether a noun before a trade says of what: "bamboo weaver", behind a determiner or a verb of giving."""
    before = line.sentence.low(start - 1)
    opened = line.sentence.low(start - 2) in OPENED
    return before.isalpha() and line.sentence.words[start - 1].islower() and opened and before not in NO_NOUNS


def _name_start(line: Line, first: int) -> int:
    while first > 0 and (
        line.sentence.lows[first - 1] in HONORIFICS
        or (line.sentence.lows[first - 1] in ("his", "her") and line.sentence.lows[first] in HONORIFICS)
        or (line.sentence.lows[first - 1] == "." and line.sentence.low(first - 2) in HONORIFICS)
    ):
        first -= 1
    return first


def _of_post(line: Line, index: int) -> bool:
    low = line.sentence.lows[index]
    if low in RANK or (
        low.isalpha() and line.sentence.low(index - 1) == "chief" and line.sentence.low(index + 1) == "officer"
    ):
        return True  # "Chief Investment Officer"
    return low in ("and", "/", "&") and line.sentence.low(index - 1) in RANK and line.sentence.low(index + 1) in RANK


def _noun_start(line: Line, noun: int) -> int:
    while noun > 0 and _of_post(line, noun - 1):
        noun -= 1
    return noun


def _before(article: Article, line: Line, start: int, first: int) -> Post:
    """ "ORG founder and chairman NAME", "CEO NAME", "Northern Health Minister NAME"."""
    sentence = line.sentence
    owner = next(
        (
            m
            for m in line.mentions
            if m.last == start or (m.last == start - 1 and sentence.low(start - 1) in ("'s", "’s"))
        ),
        None,
    )
    nouns = [low for low in sentence.lows[start:first] if low in ROLES]
    if not nouns:
        return Post()
    if nouns[-1] in GOVERNMENT_ROLES:
        while start > 0 and sentence.words[start - 1][0].isupper() and sentence.lows[start - 1] not in ("the", "a"):
            start -= 1
        start = _compound(line, start) if sentence.words[start].islower() else start
        return Post(sentence.phrase(start, first), "", start, first)
    start -= nouns[-1] in OCCUPATIONS and _modified(line, start)
    start = _compound(line, start) if nouns[-1] in COMPOUNDED else start
    start -= (
        nouns[-1] in HEADING
        and sentence.low(start - 1) in DEPARTMENTS
        and (start == 1 or sentence.words[start - 1].islower())
    )
    while start > 0 and sentence.lows[start - 1] in FIELDS and sentence.words[start - 1][0].isupper():
        start -= 1  # "Provincial Health Director"
    role = sentence.phrase(start, first)
    if owner and owner.kind == ORGANIZATION:
        return Post(role, owner.name, owner.first, first)
    return Post(role, _spoken_of(article, line, start, nouns[-1]), start, first)


def _compound(line: Line, start: int) -> int:
    """ "Block development officer": nouns before a post, from a comma, a determiner or the sentence's beginning on."""
    step = start
    while (
        step > 0
        and start - step < 3
        and (step == 1 or line.sentence.words[step - 1].islower())
        and _plain(line, step - 1)
    ):
        step -= 1
    opened = step == 0 or line.sentence.lows[step - 1] in (",", "the", "a", "an", "and")
    return step if opened else start


def _plain(line: Line, index: int) -> bool:
    low = line.sentence.lows[index]
    return low.isalpha() and low not in NOT_PLAIN


def _spoken_of(article: Article, line: Line, start: int, noun: str) -> str:
    """The organization of a post that stands alone: the one before the bracket, the paragraph's, the article's."""
    if line.sentence.low(start - 1) == "(":
        return next((m.name for m in line.mentions if m.last == start - 1 and m.kind == ORGANIZATION), "")
    if noun in OF_A_SCHOOL:
        return next((name for name in article.names.organizations if not SCHOOLS.isdisjoint(name.lower().split())), "")
    return (line.topic or article.names.main) if noun in OF_A_COMPANY else ""


def _behind(article: Article, line: Line, start: int) -> Post:
    """ "NAME, head of research of the ORG, …"."""
    sentence = line.sentence
    start += sentence.low(start) in ("a", "an", "the")
    noun = start
    while sentence.low(noun) in ROLE_MODIFIERS and sentence.low(noun) not in ROLES:
        noun += 1
    noun += sentence.low(noun).isalpha() and sentence.low(noun) not in RANK_OR_STOP and sentence.low(noun + 1) in ROLES
    if sentence.low(noun) not in ROLES:
        return Post()
    end = noun
    while end < min(noun + 16, len(sentence)) and sentence.lows[end] not in POST_ENDS:
        end += 1
    return _phrase(article, line, start, noun, end)


def _phrase(article: Article, line: Line, start: int, noun: int, end: int) -> Post:
    """A post's noun with what follows it, the organization parted from the post."""
    sentence = line.sentence
    while noun + 1 < end and _of_post(line, noun + 1):
        noun += 1
    government = sentence.lows[noun] in GOVERNMENT_ROLES and not _governs_a_body(line, noun, end)
    if government:
        while start > 0 and sentence.words[start - 1][0].isupper() and sentence.lows[start - 1] not in ("the", "a"):
            start -= 1
    last = noun + 1
    while last < end and sentence.lows[last] in ("of", "at", "for", "in", "from"):
        place = _place(line, last + 1, end)
        body = not PARTY_BODIES.isdisjoint(sentence.lows[last + 1 : place])
        named = "" if government or body else _named(article, line, last + 1, place)
        if named:
            return Post(sentence.phrase(start, last), named, start, end)
        if sentence.lows[last] not in ("of", "for") and not government:
            break
        last = place
        if (
            sentence.low(last) == "and" and sentence.low(last + 1) in RANK
        ):  # "secretary of the committee and director of"
            last += 2
            while last < end and _of_post(line, last):
                last += 1
    return Post(sentence.phrase(start, last), "", start, end)


def _governs_a_body(line: Line, noun: int, end: int) -> bool:
    """ "Governor of the Central Bank": of a body, and of no place."""
    governor = line.sentence.lows[noun] == "governor" and line.sentence.low(noun + 1) == "of"
    return governor and not GOVERNED.isdisjoint(line.sentence.lows[noun + 2 : min(end, noun + 6)])


def _place(line: Line, start: int, end: int) -> int:
    """The end of the noun phrase behind a preposition: before the next preposition that no name holds together."""
    index = start
    while index < end:
        inside = any(m.first < index < m.last for m in line.mentions)
        if line.sentence.lows[index] in PREPOSITIONS and not inside and index > start:
            break
        if line.sentence.lows[index] == "and" and line.sentence.low(index + 1) in ROLES and not inside:
            break
        index += 1
    return index


def _named(article: Article, line: Line, start: int, end: int) -> str:
    """The organization a noun phrase names, by name or as "the foundation"."""
    named = line.within(start, end, ORGANIZATION)
    if named:
        return named[0].name
    if line.sentence.low(start) in ("the", "its", "our") and start + 2 <= end <= start + 3:
        return article.meant(line, end - 1)
    return ""
