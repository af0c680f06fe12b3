"""An article read once: its sentences with their names, dates and quantities, and who "he" and "the company" are."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from articles.text.facts.callings import ROLE_MODIFIERS, ROLES
from articles.text.facts.cues import AUXILIARY, FINITE, ORG_HEADS, ORG_NOUNS, SAY
from articles.text.facts.dates import BY_DAY, DateMention, dates
from articles.text.facts.names import ORGANIZATION, PERSON, Mention, Names, find_names, mentions
from articles.text.facts.numbers import School, school
from articles.text.facts.quantities import Amount, amounts, counts
from articles.text.facts.runs import runs
from articles.text.facts.sentences import DASHES, QUOTES, Range, Sentence, dateline_apart, sentences
from articles.text.facts.wordlists import words

SIGNED = DASHES | {"=", "]"}
POINTING = ROLE_MODIFIERS | words("the this our")
HE = words("he she his her him")
# With one of these a short passage in quotation marks is what somebody says, and no title.
SPOKEN = AUXILIARY | words("we i you they us our my")
PLURALS = words("they we you i")
SHARES = words("% percent")
BEFORE_VERBS = PLURALS | SHARES
VERBAL_ENDS = ("ed", "s")
SEATS = words("headquarters headquartered location seat")
COMPANY_OF = words("accompanied presence alongside attended")
# Nouns for whatever organization an article speaks of; others stand for one that is called so.
COMPANY = words(
    "holding agroholding concern producer company firm enterprise group startup start-up corporation manufacturer "
    "entity organization"
)
COMPANY_ITSELF = COMPANY | {"we"}

MOST_SENTENCES = 10_000  # of an article: some two hundred pages


@dataclass(slots=True)
class Line:
    """A sentence with what stands in it. ``person`` and ``organization`` were the last named before it, ``topic``
    the organization its paragraph spoke of before it; empty where there was none. ``before`` is the line before it.
    ``verbal`` are the tokens that may be finite verbs, by their form or behind a pronoun."""

    sentence: Sentence
    mentions: list[Mention]
    dates: list[DateMention]
    amounts: list[Amount]
    quotes: list[Range]
    person: str = ""
    organization: str = ""
    topic: str = ""
    before: "Line | None" = field(default=None, repr=False, compare=False)
    _verbal: list[int] | None = None

    @property
    def verbal(self) -> list[int]:
        if self._verbal is None:
            lows = self.sentence.lows
            led = not BEFORE_VERBS.isdisjoint(self.sentence.vocabulary)
            self._verbal = [
                index for index, low in enumerate(lows) if _verbal(low) or (led and lows[index - 1] in BEFORE_VERBS)
            ]
        return self._verbal

    def mention_at(self, first: int) -> Mention | None:
        """The name that begins at the token ``first``."""
        for mention in self.mentions:
            if mention.first == first:
                return mention
        return None

    def within(self, first: int, last: int, kind: str) -> list[Mention]:
        """The names of a kind inside a range of tokens, in order."""
        return [m for m in self.mentions if m.kind == kind and first <= m.first and m.last <= last]

    def dated(self, first: int, last: int) -> DateMention | None:
        """The first date inside a range of tokens."""
        for date in self.dates:
            if first <= date.first < last:
                return date
        return None


@dataclass(slots=True)
class Article:
    """Lines in reading order, the names of the whole, and in lower case the post of each person who holds one,
    ``houses`` the organizations they hold them in. ``release`` where an organization tells of itself: it says where
    it sits, or calls itself "our company". ``started`` are the initiatives by category in reading order, each with
    its paragraph."""

    lines: list[Line]
    names: Names
    dated: str
    roles: dict[str, str] = field(default_factory=dict)
    houses: dict[str, str] = field(default_factory=dict)
    release: bool = False
    started: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def begun(self, category: str, paragraph: int) -> str:
        """The initiative of a category named last up to a paragraph; empty where there is none."""
        known = self.started.get(category, [])
        at = bisect_right(known, paragraph, key=itemgetter(0))
        return known[at - 1][1] if at else ""

    def begun_last(self, paragraph: int) -> str:
        """The initiative of whatever category named last up to a paragraph; empty where there is none."""
        known = [one for row in self.started.values() for one in row if one[0] <= paragraph]
        return max(known, default=(0, ""))[1]

    def called(self, line: Line, noun: str) -> str:
        """The organization that "the foundation" or "the company" stands for in a line; empty where none does."""
        if noun in COMPANY:
            introduced = next((name for name, nouns in self.names.nouns.items() if noun in nouns), "")
            return line.topic or introduced or self.names.main
        known = self.names.nouns
        named = [
            name for name in self.names.organizations if noun in known.get(name, ()) or noun in name.lower().split()
        ]
        if line.organization in named:
            return line.organization
        return max(named, key=lambda name: self.names.counts[name], default="")

    def meant(self, line: Line, index: int) -> str:
        """Whom the word at ``index`` stands for: a pronoun, or an organization's common noun."""
        low = line.sentence.low(index)
        if low in HE:
            before = [m.name for m in line.mentions if m.kind == PERSON and m.last <= index]
            return before[-1] if before else line.person
        if low in ORG_NOUNS or low in ORG_HEADS:
            return self.called(line, low)
        return self._holder(line, low) if low in ROLES and line.sentence.low(index - 1) in POINTING else ""

    def _holder(self, line: Line, noun: str) -> str:
        """Whom "the minister" stands for: who was named last, if of that post, else the first who holds it."""
        holders = [name for name, role in self.roles.items() if noun in role.split()]
        return line.person if line.person in holders else next(iter(holders), "")


@lru_cache(8192)
def _verbal(low: str) -> bool:
    return low in FINITE or low.endswith(VERBAL_ENDS)


def _of_itself(sentence: Sentence, opening: bool) -> bool:
    lows = sentence.lows
    for step in sentence.places(("our", "(") if opening else ("our",)):
        if step >= len(lows) - 2:
            break
        low = lows[step]
        if low == "our" and lows[step + 1] in ("company", "president") and sentence.low(step - 1) not in QUOTES:
            return True
        if opening and low == "(" and (lows[step + 1] in SEATS or lows[step + 1 : step + 3] == ["head", "office"]):
            return True
    return False


def read(paragraphs: Sequence[str], dated: str) -> Article:
    """The article whose body is these paragraphs, ``dated`` its dateline as a partial date or empty; of its sentences
    the first 10,000."""
    told = (sentence for index, text in enumerate(paragraphs) for sentence in sentences(index, text))
    parts = [*islice(told, MOST_SENTENCES)]
    parts[:1] = dateline_apart(parts[0]) if parts else []
    dated = dated or _printed(parts)
    found = [runs(sentence) for sentence in parts]
    if len(parts) > 1 and parts[0].words[-1] in SIGNED:
        found[0] = []  # who signs the news is not in it
    names = find_names(parts, found)
    marks = school(sentence.lows[index] for sentence in parts for index in sentence.figures)
    named = [mentions(sentence, row, names) for sentence, row in zip(parts, found, strict=True)]
    names.count(named)
    lines = [_line(sentence, row, dated, marks) for sentence, row in zip(parts, named, strict=True)]
    _same_days(lines)
    release = any(_of_itself(part, at < 3) for at, part in enumerate(parts))
    _remember(lines, names.main, COMPANY_ITSELF if release else COMPANY)
    return Article(lines, names, dated, release=release)


def _printed(parts: Sequence[Sentence]) -> str:
    """The day of a dateline inside the body, where the page gives none: "VELMAR, 14 November 2021 (Agency) – …"."""
    days = dates(parts[0], "") if len(parts) > 1 and parts[0].words[-1] in DASHES else []
    return next((day.iso for day in days if len(day.iso) == 10), "")


def _line(sentence: Sentence, named: list[Mention], dated: str, marks: School) -> Line:
    quotes, days = sentence.quoted(), dates(sentence, dated)
    found = _amounts(sentence, named, days, quotes, marks) if counts(sentence) else []
    return Line(sentence, named, days, found, quotes)


def _amounts(
    sentence: Sentence, named: list[Mention], days: list[DateMention], quotes: list[Range], marks: School
) -> list[Amount]:
    """The quantities of a sentence, but for those inside names and titles, and the ages of people."""
    taken = {token for day in days for token in range(day.first, day.last)}
    inside = {token for mention in named for token in range(mention.first, mention.last)}
    for first, last in quotes:
        if SPOKEN.isdisjoint(sentence.lows[first:last]) and not _is_said(sentence, last):
            inside.update(range(first, last))
    return [one for one in amounts(sentence, taken, inside, marks) if not _is_age(sentence, named, one)]


def _is_age(sentence: Sentence, named: list[Mention], amount: Amount) -> bool:
    """ "…, says Ada Roe, 17." """
    if amount.quantity.unit.lower() in ("years old", "year old"):
        return True
    if sentence.low(amount.last) == "and" and sentence.lows[amount.last + 2 : amount.last + 4] == ["years", "old"]:
        return True
    if len(sentence.lows[amount.first]) != 2 or sentence.low(amount.first - 1) not in (",", "("):
        return False
    after = sentence.low(amount.first + 1) in (",", ".", ")", ";", "")
    return after and any(m.kind == PERSON and m.last == amount.first - 1 for m in named)


def _is_said(sentence: Sentence, last: int) -> bool:
    """ "“The industry asked 90 thousand”, he said": what a verb of saying follows is no title."""
    comma = "," in (sentence.low(last + 1), sentence.low(last - 1))
    return comma and not SAY.isdisjoint(sentence.lows[last + 1 : last + 9])


def _same_days(lines: list[Line]) -> None:
    """ "The same day" is the day named last before it, where one is."""
    day = ""
    for line in lines:
        for at, found in enumerate(line.dates):
            if line.sentence.lows[found.first] == "same" and day:
                line.dates[at] = replace(found, iso=day, basis=BY_DAY)
            elif len(found.iso) == 10 or found.iso.startswith("--"):
                day = found.iso


def _remember(lines: list[Line], main: str, itself: frozenset[str]) -> None:
    """Tells each line what and who stand before it."""
    person = organization = topic = ""
    paragraph = -1
    for before, line in zip((None, *lines), lines, strict=False):
        if line.sentence.paragraph != paragraph:
            paragraph, topic = line.sentence.paragraph, ""
        line.before = before
        line.person, line.organization, line.topic = person, organization, topic
        topic = topic or (main if _of_main(line, itself) else "")
        for mention in line.mentions:
            if mention.kind == PERSON:
                person = person if _accompanies(line, mention) else mention.name
            elif mention.kind == ORGANIZATION:
                organization = mention.name
                topic = topic or ("" if _housed(line, mention) else mention.name)


def _accompanies(line: Line, mention: Mention) -> bool:
    """ "Accompanied by the governor, NAME": whom "she" does not mean in what follows."""
    near = line.sentence.lows[max(mention.first - 9, 0) : mention.first]
    return not COMPANY_OF.isdisjoint(near)


def _housed(line: Line, mention: Mention) -> bool:
    """ "Kept in the Archive": where something is done, and not who does it."""
    step = mention.first - 1
    step -= line.sentence.low(step) == "the"
    return line.sentence.low(step) in ("in", "at")


def _of_main(line: Line, itself: frozenset[str]) -> bool:
    """Whether a sentence speaks of "the company", or a release of "we", before it names any organization."""
    lows, spoken_of = line.sentence.lows, line.sentence.places(itself)
    if not spoken_of:
        return False
    named = next((m.first for m in line.mentions if m.kind == ORGANIZATION), len(lows))
    return any(step < named - 1 and (lows[step] == "we" or lows[step - 1] == "the") for step in spoken_of)
