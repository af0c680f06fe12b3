"""Capitalised runs and what they name.

A run is a row of capitalised words with the small words that hold names together. What it names is decided by the
words about it anywhere in the article: posts, titles, the nouns that introduce organizations, what organizations do.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

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
from articles.text.facts.runs import HEAD_LINKS, SUFFIXES, Run
from articles.text.facts.sentences import QUOTES, Sentence
from articles.text.facts.wordlists import words

# "Pavel Sergeevich": so people are addressed in the East of Europe.
PATRONYMICS = ("vich", "vna", "ichna", "ilyich")
# What companies have beside themselves.
BRANCHES = words("academy school foundation fund institute museum university lab labs studio center centre club")
CUT = ORG_HEADS | SUFFIXES
NO_PERSON = ORG_HEADS | EVENT_HEADS | AWARD_HEADS


@dataclass(frozen=True, slots=True)
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

    @property
    def main(self) -> str:
        """The organization the article is about: the one named most often, the first of equals."""
        return max(self.organizations, key=lambda name: self.counts[name], default="")


def find_names(lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> Names:
    """The people and organizations of an article, from its sentences and their runs."""
    votes: dict[str, Counter[str]] = {}
    inside = _inside(lines, found)
    for sentence, row in zip(lines, found, strict=True):
        for run in row:
            text = sentence.phrase(run.first, run.last)
            for kind, weight in evidence(sentence, run, text in inside):
                votes.setdefault(text, Counter())[kind] += weight
            if run.start < run.role:
                votes.setdefault(sentence.phrase(run.start, run.role), Counter())[ORGANIZATION] += 3
        for text in _state_bodies(sentence):
            votes.setdefault(text, Counter())[ORGANIZATION] += 5
    _given_names(votes, lines, found)
    _family_names(votes, lines, found)
    _holders(votes, lines, found)
    _in_capitals(votes)
    names = _settled(votes)
    _count(names, lines, found)
    _introduce(names, lines, found)
    return names


def _in_capitals(votes: dict[str, Counter[str]]) -> None:
    """ "ADA ROE:" is Ada Roe, where she is named in the usual way as well."""
    usual = {text.upper(): text for text in votes if not text.isupper()}
    for text in [text for text in votes if text.isupper() and text in usual]:
        votes[usual[text]].update(votes.pop(text))


def _given_names(votes: dict[str, Counter[str]], lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> None:
    """ "Ada Roe" begins as people's names do: each such name once, however often it stands there."""
    seen = set[str]()
    for sentence, row in zip(lines, found, strict=True):
        for run in row:
            text = sentence.phrase(run.first, run.last)
            if text not in seen and sentence.low(run.first - 1) not in QUOTES:
                seen.add(text)
                lows = sentence.lows[run.first : run.last]
                if personal(lows) and NO_PERSON.isdisjoint(lows):
                    votes.setdefault(text, Counter())[PERSON] += 4


def _family_names(votes: dict[str, Counter[str]], lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> None:
    """A single name that says something speaks for the longer name that ends with it: "Ada Roe … Roe said"."""
    speakers, whole = set(), {}
    for sentence, row in zip(lines, found, strict=True):
        for run in row:
            if run.last - run.first == 1:
                near = (sentence.low(run.last), sentence.low(run.first - 1))
                speakers.update({sentence.words[run.first]} if not SAY.isdisjoint(near) else ())
            elif run.last - run.first <= 4:
                whole.setdefault(sentence.words[run.last - 1], sentence.phrase(run.first, run.last))
    for name in speakers & whole.keys():
        count = votes.setdefault(whole[name], Counter())
        count[PERSON] += 0 if count[ORGANIZATION] or count[OTHER] or votes.get(name) else 3


def _holders(votes: dict[str, Counter[str]], lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> None:
    """ "The teacher of the college Ada Roe": a person, where some other name ends with that noun."""
    ends = {sentence.lows[run.last - 1] for sentence, row in zip(lines, found, strict=True) for run in row}
    for sentence, row in zip(lines, found, strict=True):
        for run in row:
            of = (sentence.low(run.start - 3), sentence.low(run.start - 2)) in (("of", "the"), ("at", "the"))
            plain = run.start == run.first and 2 <= run.last - run.first <= 3
            plain = plain and NO_PERSON.isdisjoint(sentence.lows[run.first : run.last])
            if plain and of and sentence.low(run.start - 1) in ends and sentence.low(run.start - 4) in ROLES:
                votes.setdefault(sentence.phrase(run.first, run.last), Counter())[PERSON] += 9


def _inside(lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> set[str]:
    """Names that stand inside a sentence, where a capital is no accident."""
    return {
        sentence.phrase(run.first, run.last)
        for sentence, row in zip(lines, found, strict=True)
        for run in row
        if run.start > 0
    }


def _state_bodies(sentence: Sentence) -> list[str]:
    """ "government of the X region" """
    if sentence.vocabulary.isdisjoint(STATE_BODIES):
        return []
    return [sentence.phrase(first, last) for first, last in state_bodies(sentence)]


def state_bodies(sentence: Sentence) -> list[tuple[int, int]]:
    found = []
    for index, low in enumerate(sentence.lows):
        if low in STATE_BODIES and sentence.low(index + 1) == "of" and sentence.words[index].islower():
            last = index + 2 + (sentence.low(index + 2) == "the")
            first_name = last
            while last < len(sentence) and sentence.words[last][0].isupper():
                last += 1
            if last > first_name:
                found.append((index, last + (sentence.low(last) in STATE_PLACES)))
    return found


def _settled(votes: dict[str, Counter[str]]) -> Names:
    """Each name given to what most speaks for it; shorter forms led to the complete one."""
    names = Names()
    for text, count in sorted(votes.items(), key=lambda vote: (-len(vote[0].split()), vote[0].endswith(PATRONYMICS))):
        kind = max(count, key=lambda kind: count[kind])
        if text in names.forms or kind == OTHER:
            continue
        given, _, father = text.partition(" ")
        if father.endswith(PATRONYMICS) and names.forms.get(given, ("", ""))[1] == PERSON:
            names.forms[text] = names.forms[given]
            continue
        (names.people if kind == PERSON else names.organizations).append(text)
        for form in _forms(text, kind):
            if not _of_its_own(form, text, votes):
                names.forms.setdefault(form, (text, kind))
    return names


def _of_its_own(form: str, text: str, votes: dict[str, Counter[str]]) -> bool:
    """Whether "Acme" is the house that "Acme Academy" is of: more speaks for it alone."""
    alone = votes.get(form, Counter())[ORGANIZATION]
    return text.split()[1:] != [] and text.split()[-1].lower() in BRANCHES and alone > votes[text][ORGANIZATION]


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
    single = parts[:1] if len(parts) == 2 and parts[-1].lower() in ORG_HEADS else []
    return [text, *heads, *single, *prefixes]


def _stands_for(parts: list[str], size: int) -> bool:
    """Whether the first words alone mean the whole: with a head noun of their own, or where only head nouns are cut."""
    tail = [part.lower().strip(".,") for part in parts[size:]]
    return parts[size - 1].lower() in ORG_HEADS or CUT.issuperset(tail)


def _count(names: Names, lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> None:
    order: dict[str, int] = {}
    for sentence, row in zip(lines, found, strict=True):
        for mention in mentions(sentence, row, names):
            names.counts[mention.name] += 1
            order.setdefault(mention.name, len(order))
    names.people.sort(key=lambda name: order.get(name, len(order)))
    names.organizations.sort(key=lambda name: order.get(name, len(order)))


def _introduce(names: Names, lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> None:
    for sentence, row in zip(lines, found, strict=True):
        for run in row:
            name, kind = names.forms.get(sentence.phrase(run.first, run.last), ("", OTHER))
            before = sentence.low(run.start - 1 - (sentence.low(run.start - 1) in QUOTES))
            if kind == ORGANIZATION and (before in ORG_NOUNS or before in ORG_HEADS):
                names.nouns.setdefault(name, set()).add(before)


def mentions(sentence: Sentence, row: Sequence[Run], names: Names) -> list[Mention]:
    """The names of a sentence in order, each led to its most complete form."""
    found = []
    for run in row:
        if run.start < run.role:
            found += _mention(sentence, run.start, run.role, names)
        found += _mention(sentence, run.first, run.last, names)
    if not sentence.vocabulary.isdisjoint(STATE_BODIES):
        bodies = [
            Mention(first, last, sentence.phrase(first, last), ORGANIZATION) for first, last in state_bodies(sentence)
        ]
        found = [mention for mention in found if not any(b.first <= mention.first < b.last for b in bodies)] + bodies
        found.sort(key=lambda mention: mention.first)
    return found


def _mention(sentence: Sentence, first: int, last: int, names: Names) -> list[Mention]:
    text = sentence.phrase(first, last)
    name, kind = names.forms.get(text, (text, OTHER))
    return [Mention(first, last, name, kind)]
