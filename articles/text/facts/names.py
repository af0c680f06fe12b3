"""Capitalised runs and what they name.

A run is a row of capitalised words with the small words that hold names together. What it names is decided by the
words about it anywhere in the article: posts, titles, the nouns that introduce organizations, what organizations do.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.text.facts.cues import (
    AWARD_HEADS,
    BUSINESS_ROLES,
    DELIVER,
    EVENT_HEADS,
    HONORIFICS,
    HUMAN,
    NO_TRADES,
    ORG_ACTS,
    ORG_HEADS,
    ORG_NOUNS,
    ROLE_MODIFIERS,
    ROLES,
    SAY,
    SPEECH_NOUNS,
    STATE_BODIES,
    STATE_PLACES,
    TRADES,
    TRADING,
    words,
)
from articles.text.facts.runs import HEAD_LINKS, LEADING_NOUNS, SUFFIXES, Run
from articles.text.facts.sentences import QUOTES, Sentence

PERSON, ORGANIZATION, OTHER = "person", "organization", "other"
# The first words of countries that have two.
OF_COUNTRIES = words("united south north new costa saudi sri el republic european sierra burkina")
# A name with one of these in it is an occasion's.
GATHERINGS = words("forum summit conference congress symposium festival convention expo olympiad biennale")
# In apposition these need no article: "NAME, operator of terminals".
MAKERS = words("operator manufacturer supplier maker developer publisher retailer producer provider owner carrier")
PLACED = words("the in at from near to")
# Newspapers stand in marks as titles do.
PRESS = words("newspaper daily times news press magazine gazette herald tribune radio television")
PLACES = words("ground square street road stadium station airport palace building arena avenue")
ORG_DEEDS = words("presented opened received won sells makes produces employs runs plans has is was will announced")
# What one person does, where a company would do otherwise.
DONE_BY_ONE = words("led headed chaired written painted directed composed authored coached conducted sung illustrated")
BETWEEN = words("also has have had will would to officially recently is are was today")


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
            for kind, weight in _evidence(sentence, run, text in inside):
                votes.setdefault(text, Counter())[kind] += weight
            if run.start < run.role:
                votes.setdefault(sentence.phrase(run.start, run.role), Counter())[ORGANIZATION] += 3
        for text in _state_bodies(sentence):
            votes.setdefault(text, Counter())[ORGANIZATION] += 5
    _family_names(votes, lines, found)
    names = _settled(votes)
    _count(names, lines, found)
    _introduce(names, lines, found)
    return names


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


def _inside(lines: Sequence[Sentence], found: Sequence[Sequence[Run]]) -> set[str]:
    """Names that stand inside a sentence, where a capital is no accident."""
    return {
        sentence.phrase(run.first, run.last)
        for sentence, row in zip(lines, found, strict=True)
        for run in row
        if run.start > 0
    }


def _evidence(sentence: Sentence, run: Run, inside: bool) -> Iterator[tuple[str, int]]:
    """What speaks for a person and for an organization at one place where a name stands."""
    lows = sentence.lows[run.first : run.last]
    if not lows[-1][0].isalpha():
        return
    head = EVENT_HEADS | AWARD_HEADS | PLACES
    plain = ORG_HEADS.isdisjoint(lows) and not GATHERINGS.isdisjoint(lows)
    if lows[-1] in head or (lows[0] in EVENT_HEADS and lows[0] not in ORG_HEADS) or plain:
        yield OTHER, 9
    elif len(lows) > 1 and (lows[-1] in ORG_HEADS | SUFFIXES or lows[0] in ORG_HEADS or _linked_head(lows)):
        press = lows[-1] in PRESS
        whole = not press and sentence.low(run.first - 1) in QUOTES and sentence.low(run.last) in QUOTES
        if not whole or sentence.low(run.first - 2) in ORG_NOUNS | ORG_HEADS:  # in marks it may be any title
            yield ORGANIZATION, 6
    elif not ORG_HEADS.isdisjoint(lows[1:-1]):
        yield ORGANIZATION, 4
    else:
        yield from _neighbours(sentence, run, lows, inside)


def _linked_head(lows: list[str]) -> bool:
    """ "X Department of Y": the head noun stands before the link."""
    return any(low in ORG_HEADS and lows[at + 1] in HEAD_LINKS for at, low in enumerate(lows[:-1]))


def _neighbours(sentence: Sentence, run: Run, lows: list[str], inside: bool) -> Iterator[tuple[str, int]]:
    before, after = sentence.low(run.start - 1), sentence.low(run.last)
    if before in QUOTES:
        before = sentence.low(run.start - 2)
    if (before in ORG_NOUNS and run.role == run.first) or sentence.lows[run.start] in LEADING_NOUNS:
        yield ORGANIZATION, 5
    if _titled(sentence, run) and len(lows) <= 5:
        yield PERSON, 5
    if _held_in(sentence, run.start):
        yield ORGANIZATION, 3
    bracketed = after == "(" and sentence.low(run.last + 1) in ROLES
    held = bracketed and sentence.low(run.last + 2) in ("of", ")", ",")
    if held and 1 < len(lows) <= 4:  # "NAME (president of the club)", but "COMPANY (CEO NAME)"
        yield PERSON, 4
    elif after in ROLES | ROLE_MODIFIERS or bracketed:
        yield ORGANIZATION, 4
    if after == "," and _introduced(sentence, run.last + 1, ORG_NOUNS):
        yield ORGANIZATION, 4
    if after == "," and before not in PLACED and _introduced(sentence, run.last + 1, ROLES):
        yield PERSON, 4
    if len(lows) > 1 and after == "," and sentence.low(run.last + 1) == "who" and before not in PLACED | {"of"}:
        yield PERSON, 4
    if (
        1 < len(lows) <= 4
        and after in ("from", "of")
        and sentence.low(run.last + 2) == ","
        and sentence.low(run.last + 3) == "who"
    ):
        yield PERSON, 4
    if 1 < len(lows) <= 4 and (_by_trade(sentence, run.first) or _as_person(sentence, run)):
        yield PERSON, 3
    if (
        1 < len(lows) <= 3
        and after == "of"
        and sentence.low(run.last + 1) == "the"
        and sentence.low(run.last + 2) in ORG_HEADS
    ):
        yield PERSON, 1
    if len(lows) > 1 and before == "of" and sentence.words[run.start - 2][0].isupper() and _named_before(sentence, run):
        yield ORGANIZATION, 3
    if len(lows) > 1 and _aged(sentence, run.last):
        yield PERSON, 4
    if (len(lows) > 1 or inside) and before not in PLACED | {"of"}:
        yield from _acting(sentence, run, lows)


def _by_trade(sentence: Sentence, first: int) -> bool:
    """ "The baker NAME": what a person does stands right before the name."""
    low = sentence.low(first - 1)
    return (
        len(low) > 3
        and low.endswith(TRADES)
        and low not in NO_TRADES | ORG_NOUNS
        and sentence.words[first - 1].islower()
    )


def _as_person(sentence: Sentence, run: Run) -> bool:
    """ "The 34-year-old NAME", "led by NAME", "NAME and her team", "“…”, rejoices NAME"."""
    before, far = sentence.low(run.first - 1), sentence.low(run.first - 2)
    if before.endswith("year-old") or (before == "by" and far in DONE_BY_ONE):
        return True
    if sentence.low(run.last) == "and" and sentence.low(run.last + 1) in ("her", "his"):
        return True
    verb = before.endswith(("s", "ed")) and before.isalpha() and sentence.words[run.first - 1].islower()
    return verb and far in QUOTES and len(before) > 3


def _named_before(sentence: Sentence, run: Run) -> bool:
    """ "Director Floor Roe of NAME": two capitals and a post before "of"."""
    near = sentence.lows[max(run.start - 5, 0) : run.start - 1]
    return not ROLES.isdisjoint(near) and near[-1] not in ROLES | ORG_HEADS


def _held_in(sentence: Sentence, start: int) -> bool:
    """ "General manager of NAME": a post of business is held in an organization, one of state may be in a country."""
    index = start - 1 - (sentence.low(start - 1) == "the")
    if sentence.low(index) not in ("of", "at"):
        return False
    named = start + 1 < len(sentence) and sentence.words[start + 1][0].isupper()
    if sentence.low(index) == "at" and not ROLES.isdisjoint(sentence.lows[max(index - 4, 0) : index]):
        return True
    president = sentence.low(index - 1) == "president" and named and sentence.lows[start] not in OF_COUNTRIES
    return sentence.low(index - 1) in BUSINESS_ROLES or president


def _aged(sentence: Sentence, last: int) -> bool:
    """ "NAME, 34," and "NAME (34)": an age stands where other names have none."""
    age = sentence.low(last + 1)
    closed = (sentence.low(last), sentence.low(last + 2)) in ((",", ","), ("(", ")"), (",", "years"))
    return closed and age.isdigit() and len(age) == 2


def _titled(sentence: Sentence, run: Run) -> bool:
    """A title or a post stands right before the name, in the run or in lower case."""
    if sentence.lows[run.start] in HONORIFICS or run.role < run.first:
        return True
    before = sentence.low(run.first - 1)
    if before == ":":
        before = sentence.low(run.first - 2)
    if before in ROLES or before in HONORIFICS:
        return True
    return before_post(sentence, run.first) >= 0


def before_post(sentence: Sentence, first: int) -> int:
    """The post's noun in "the head of the X settlement NAME", "its director, NAME", or -1."""
    index = first - 1
    if sentence.low(index) in ("of", "for", "in", "at", "the", "a"):  # the post's complement, not its holder
        return -1
    comma = sentence.low(index) == ","
    index -= comma
    stop = max(index - 13, -1)
    while index > stop:
        low = sentence.lows[index]
        if low in ROLES or (low == "general" and sentence.low(index - 1) in ROLES):
            direct = comma and index == first - 2
            return index if direct or sentence.low(index + 1) in ("of", "for") else -1
        if not low[0].isalnum() or low in SAY:
            return -1
        index -= 1
    return -1


def _introduced(sentence: Sentence, index: int, nouns: frozenset[str]) -> bool:
    """Whether an apposition beginning at ``index`` has one of these nouns as its head."""
    article = sentence.low(index) in ("a", "an", "the")
    for step in range(index + article, index + article + 4):
        low = sentence.low(step)
        if low in nouns:
            step += sentence.low(step + 1) == "general"
            capital = step + 1 < len(sentence) and sentence.words[step + 1][0].isupper()
            bare = nouns is ROLES or (low in MAKERS and sentence.low(step + 1) == "of")
            return (article or bare) and sentence.low(step + 1) != ":" and not (nouns is ROLES and capital)
        if low in ("'s", "’s"):
            continue
        if not low or not low[0].isalpha() or low in SAY or low == "of" or (nouns is ORG_NOUNS and low in ROLES):
            return False
        if nouns is ROLES and low not in ROLE_MODIFIERS and not article and sentence.low(step + 1) not in ROLES:
            return False
    return False


def _acting(sentence: Sentence, run: Run, lows: list[str]) -> Iterator[tuple[str, int]]:
    """Verbs right after the name, or a verb of saying right before it."""
    step = run.last
    while step < run.last + 3 and sentence.low(step) in BETWEEN:
        step += 1
    verb = sentence.low(step)
    passive = sentence.low(step - 1) in ("is", "are", "was")
    if verb in ORG_ACTS and not passive or len(lows) > 1 and lows[-1] in TRADING and (verb in ORG_DEEDS or verb in SAY):
        yield ORGANIZATION, 2
    elif 1 < len(lows) <= 4 and not passive and _speaks(sentence, run, step):
        yield PERSON, 1


def _speaks(sentence: Sentence, run: Run, step: int) -> bool:
    """Whether a name says something, gives a speech, or does what only people do."""
    verb = sentence.low(step)
    if verb in SAY or verb in HUMAN or sentence.low(run.first - 1) in SAY:
        return True
    if verb in DELIVER and not SPEECH_NOUNS.isdisjoint(sentence.lows[step : step + 6]):
        return True
    opening = run.start == 0 and verb in ("in", "at", "on", "during")  # "NAME at the ceremony stated"
    return opening and any(low in SAY for low in sentence.lows[step : step + 14])


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
    for text, count in sorted(votes.items(), key=lambda vote: -len(vote[0].split())):
        kind = max(count, key=lambda kind: count[kind])
        if text in names.forms or kind == OTHER:
            continue
        (names.people if kind == PERSON else names.organizations).append(text)
        for form in _forms(text, kind):
            names.forms.setdefault(form, (text, kind))
    return names


def _forms(text: str, kind: str) -> list[str]:
    """The shorter forms an article uses for a name: a person's family name (at either end), an organization's first
    words, or its head noun with a capital."""
    parts = text.split()
    if kind == PERSON:
        return [text, parts[-1], *([parts[0]] if len(parts) > 1 else []), " ".join(parts[-2:])]
    heads = [part for part in (parts[0], parts[-1]) if part.lower() in ORG_HEADS]
    prefixes = [" ".join(parts[:size]) for size in range(len(parts) - 1, 1, -1) if _stands_for(parts, size)]
    single = parts[:1] if len(parts) == 2 and parts[-1].lower() in ORG_HEADS else []
    return [text, *heads, *single, *prefixes]


def _stands_for(parts: list[str], size: int) -> bool:
    """Whether the first words alone mean the whole: with a head noun of their own, or where only head nouns are cut."""
    cut = ORG_HEADS | SUFFIXES
    tail = [part.lower().strip(".,") for part in parts[size:]]
    return parts[size - 1].lower() in ORG_HEADS or cut.issuperset(tail)


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
            if kind == ORGANIZATION and before in ORG_NOUNS:
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
