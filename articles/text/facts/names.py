"""Capitalised runs and what they name.

A run is a row of capitalised words with the small words that hold names together. What it names is decided by the
words about it anywhere in the article: posts, titles, the nouns that introduce organizations, what organizations do.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from articles.text.facts.callings import ROLES
from articles.text.facts.cues import (
    AWARD_HEADS,
    EVENT_HEADS,
    ORG_ENDINGS,
    ORG_HEADS,
    ORG_NOUNS,
    SAY,
    STATE_BODIES,
    STATE_PLACES,
)
from articles.text.facts.evidence import ORGANIZATION, OTHER, PERSON, evidence
from articles.text.facts.given import personal
from articles.text.facts.holders import HEAD_LINKS, Run
from articles.text.facts.runs import DEMONYMS, SUFFIXES
from articles.text.facts.sentences import QUOTES, Sentence
from articles.text.facts.wordlists import words

# "Pavel Sergeevich": so people are addressed in the East of Europe.
PATRONYMICS = ("vich", "vna", "ichna", "ilyich")
# What companies have beside themselves.
BRANCHES = words("academy school foundation fund institute museum university lab labs studio center centre club")
# Legal forms written out are cut off as the short ones are: "X Joint Stock Company".
CUT = ORG_HEADS | SUFFIXES | words("joint stock joint-stock private public limited liability open closed")
# Whatever organization is so called, with a capital.
ANY = words("company firm group enterprise startup start-up supplier operator manufacturer producer employer")
# With these many names begin.
COMMON_FIRST = (
    words("north south east west northern southern eastern western central great royal first united global national")
    | words("international general public green blue white black golden silver nordic polar modern young europe world")
    | DEMONYMS
)
BEFORE_NO_PERSON = QUOTES | {"in"}
NO_PERSON = ORG_HEADS | EVENT_HEADS | AWARD_HEADS

Spot = tuple[Sentence, Run, str]  # where a name stands, and as it is printed
Votes = dict[str, dict[str, int]]  # what speaks for each kind, by the name


@dataclass(slots=True)
class Mention:
    """A name at the tokens ``[first, last)``; ``name`` is its most complete form in the article."""

    first: int
    last: int
    name: str
    kind: str


@dataclass(slots=True)
class Names:
    """The names of an article: every form that stands for one, how often organizations are named, and the common nouns
    that say what each is ("the association NAME")."""

    people: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    forms: dict[str, tuple[str, str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    nouns: dict[str, set[str]] = field(default_factory=dict)

    def count(self, rows: Iterable[Sequence[Mention]]) -> None:
        """Counts the mentions of an article, and puts its names in their order."""
        named = [mention.name for row in rows for mention in row]
        self.counts.update(named)
        order = {name: at for at, name in enumerate(dict.fromkeys(named))}
        self.people.sort(key=lambda name: order.get(name, len(order)))
        self.organizations.sort(key=lambda name: order.get(name, len(order)))

    @property
    def main(self) -> str:
        """The organization the article is about: the one named most often, the first of equals."""
        return max(self.organizations, key=lambda name: self.counts[name], default="")


def find_names(lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> Names:
    """The people and organizations of an article, from its sentences and their runs."""
    rows = [
        [(sentence, run, sentence.phrase(run.first, run.last)) for run in row]
        for sentence, row in zip(lines, found, strict=True)
    ]
    spots = [*chain.from_iterable(rows)]
    votes = _votes(lines, rows, {text for _, run, text in spots if run.start > 0})
    _given_names(votes, spots)
    _family_names(votes, spots)
    _holders(votes, spots)
    _in_capitals(votes)
    names = _settled(votes)
    _abbreviated(names, spots)
    _introduce(names, spots)
    return names


def _votes(lines: Sequence[Sentence], rows: Sequence[Sequence[Spot]], inside: Collection[str]) -> Votes:
    """What is said about each name where it stands; ``inside`` are those that stand inside a sentence, where a capital
    is no accident."""
    votes: Votes = {}
    for sentence, row in zip(lines, rows, strict=True):
        for _, run, text in row:
            for kind, weight in evidence(sentence, run, text in inside):
                _vote(votes, text, kind, weight)
            if run.start < run.role:
                _vote(votes, sentence.phrase(run.start, run.role), ORGANIZATION, 3)
        for text in _state_bodies(sentence):
            _vote(votes, text, ORGANIZATION, 5)
    return votes


def _vote(votes: Votes, text: str, kind: str, weight: int) -> None:
    count = votes.setdefault(text, {})
    count[kind] = count.get(kind, 0) + weight


def _in_capitals(votes: Votes) -> None:
    """ "ADA ROE:" is Ada Roe, where she is named in the usual way as well."""
    capitals = [text for text in votes if text.isupper()]
    usual = {text.upper(): text for text in votes if not text.isupper()} if capitals else {}
    for text in [text for text in capitals if text in usual]:
        for kind, weight in votes.pop(text).items():
            _vote(votes, usual[text], kind, weight)


def _given_names(votes: Votes, spots: Sequence[Spot]) -> None:
    """ "Ada Roe" begins as people's names do: each such name once, however often it stands there."""
    seen = set[str]()
    for sentence, run, text in spots:
        if text not in seen and sentence.low(run.first - 1) not in BEFORE_NO_PERSON:
            seen.add(text)
            lows = sentence.lows[run.first : run.last]
            if personal(lows) and NO_PERSON.isdisjoint(lows):
                _vote(votes, text, PERSON, 4)


def _family_names(votes: Votes, spots: Sequence[Spot]) -> None:
    """A single name that says something speaks for the longer name that ends with it: "Ada Roe … Roe said"."""
    speakers, whole = set[str](), dict[str, str]()
    for sentence, run, text in spots:
        if run.last - run.first == 1:
            if sentence.low(run.last) in SAY or sentence.low(run.first - 1) in SAY:
                speakers.add(sentence.words[run.first])
        elif run.last - run.first <= 4:
            whole.setdefault(sentence.words[run.last - 1], text)
    for name in speakers & whole.keys():
        count = votes.get(whole[name], {})
        other = count.get(ORGANIZATION) or count.get(OTHER) or votes.get(name)
        _vote(votes, whole[name], PERSON, 0 if other else 3)


def _holders(votes: Votes, spots: Sequence[Spot]) -> None:
    """ "The teacher of the college Ada Roe": a person, where some other name ends with that noun."""
    ends = {sentence.lows[run.last - 1] for sentence, run, _ in spots}
    for sentence, run, text in spots:
        if run.start != run.first or not 2 <= run.last - run.first <= 3 or sentence.low(run.start - 1) not in ends:
            continue
        of = (sentence.low(run.start - 3), sentence.low(run.start - 2)) in (("of", "the"), ("at", "the"))
        plain = NO_PERSON.isdisjoint(sentence.lows[run.first : run.last])
        if of and plain and sentence.low(run.start - 4) in ROLES:
            _vote(votes, text, PERSON, 9)


def _state_bodies(sentence: Sentence) -> list[str]:
    """ "government of the X region" """
    if sentence.vocabulary.isdisjoint(STATE_BODIES):
        return []
    return [sentence.phrase(first, last) for first, last in state_bodies(sentence)]


def state_bodies(sentence: Sentence) -> list[tuple[int, int]]:
    found = []
    for index in sentence.places(STATE_BODIES):
        if sentence.low(index + 1) == "of" and sentence.words[index].islower():
            last = index + 2 + (sentence.low(index + 2) == "the")
            first_name = last
            while last < len(sentence) and sentence.words[last][0].isupper():
                last += 1
            if last > first_name:
                found.append((index, last + (sentence.low(last) in STATE_PLACES)))
    return found


def _settled(votes: Votes) -> Names:
    """Each name given to what most speaks for it; shorter forms led to the complete one."""
    names = Names()
    for text, count in sorted(votes.items(), key=lambda vote: (-len(vote[0].split()), vote[0].endswith(PATRONYMICS))):
        kind = max(count, key=count.__getitem__)
        if text in names.forms or kind == OTHER or text.lower() in ANY:
            continue
        given, _, father = text.partition(" ")
        if father.endswith(PATRONYMICS) and names.forms.get(given, ("", ""))[1] == PERSON:
            names.forms[text] = names.forms[given]
            continue
        (names.people if kind == PERSON else names.organizations).append(text)
        branch = _is_branch(text)
        for form in _forms(text, kind):
            if not (branch and _of_its_own(form, text, votes)):
                names.forms.setdefault(form, (text, kind))
    return names


def _is_branch(text: str) -> bool:
    parts = text.split()
    return len(parts) > 1 and parts[-1].lower() in BRANCHES


def _of_its_own(form: str, text: str, votes: Votes) -> bool:
    """Whether "Acme" is the house that "Acme Academy" is of: more speaks for it alone."""
    return votes.get(form, {}).get(ORGANIZATION, 0) > votes[text].get(ORGANIZATION, 0)


def _abbreviated(names: Names, spots: Sequence[Spot]) -> None:
    """ "Nordal State University (NSU)": what stands in brackets behind an organization stands for it."""
    for sentence, run, text in spots:
        if sentence.low(run.last) != "(" or sentence.low(run.last + 2) != ")":
            continue
        known, short = names.forms.get(text, ("", OTHER)), sentence.words[run.last + 1]
        if known[1] == ORGANIZATION and short.isupper() and short.isalpha() and 2 <= len(short) <= 8:
            names.forms[short] = known
            names.organizations[:] = [name for name in names.organizations if name != short]


def _forms(text: str, kind: str) -> list[str]:
    """The shorter forms an article uses for a name: a person's family name (at either end), an organization's first
    words, or its head noun with a capital."""
    parts = text.split()
    if kind == PERSON:
        ends = [f"{parts[0]} {parts[-1]}"] if len(parts) > 2 else []
        return [
            text,
            *ends,
            *(part.upper() for part in (text, parts[-1], parts[0])),
            parts[-1],
            *([parts[0]] if len(parts) > 1 else []),
            " ".join(parts[-2:]),
        ]
    heads = [part for part in (parts[0], parts[-1]) if part.lower() in ORG_HEADS]
    heads += [parts[0]] if parts[0].lower().endswith(ORG_ENDINGS) else []
    prefixes = [" ".join(parts[:size]) for size in range(len(parts) - 1, 1, -1) if _stands_for(parts, size)]
    heads += [
        part for part, link in zip(parts, parts[1:], strict=False) if link in HEAD_LINKS and part.lower() in ORG_HEADS
    ]
    formal = len(parts) == 3 and parts[-1].lower().strip(".") in SUFFIXES and len(parts[0]) > 4
    heads += parts[:1] if formal and parts[0].lower() not in COMMON_FIRST else []  # "Wittmond Tools AG", "Wittmond"
    single = parts[:1] if len(parts) == 2 and parts[-1].lower() in ORG_HEADS else []
    return [text, *heads, *single, *prefixes]


def _stands_for(parts: list[str], size: int) -> bool:
    """Whether the first words alone mean the whole: with a head noun of their own, or where only head nouns are cut."""
    tail = [part.lower().strip(".,") for part in parts[size:]]
    return parts[size - 1].lower() in ORG_HEADS or CUT.issuperset(tail)


def _introduce(names: Names, spots: Sequence[Spot]) -> None:
    for sentence, run, text in spots:
        name, kind = names.forms.get(text, ("", OTHER))
        if kind == ORGANIZATION:
            before = sentence.low(run.start - 1 - (sentence.low(run.start - 1) in QUOTES))
            if before in ORG_NOUNS or before in ORG_HEADS:
                names.nouns.setdefault(name, set()).add(before)


def mentions(sentence: Sentence, row: Sequence[Run], names: Names) -> list[Mention]:
    """The names of a sentence in order, each led to its most complete form."""
    found = []
    for run in row:
        if run.start < run.role:
            found.append(_mention(sentence, run.start, run.role, names))
        found.append(_mention(sentence, run.first, run.last, names))
    if not sentence.vocabulary.isdisjoint(STATE_BODIES):
        bodies = [
            Mention(first, last, sentence.phrase(first, last), ORGANIZATION) for first, last in state_bodies(sentence)
        ]
        found = [mention for mention in found if not any(b.first <= mention.first < b.last for b in bodies)] + bodies
        found.sort(key=lambda mention: mention.first)
    return found


def _mention(sentence: Sentence, first: int, last: int, names: Names) -> Mention:
    text = sentence.phrase(first, last)
    name, kind = names.forms.get(text, (text, OTHER))
    return Mention(first, last, name, kind)
