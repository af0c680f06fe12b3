"""Occasions: the noun phrases that name them, and when each takes place."""

from dataclasses import dataclass

from articles.text.facts.cues import BE, EVENT_HEADS, FINITE, HONOURS, LAUNCH_NOUNS, OCCASIONS, SAY, SPEAK
from articles.text.facts.dates import DateMention
from articles.text.facts.holders import LINKS
from articles.text.facts.names import ORGANIZATION
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import QUOTES, Sentence
from articles.text.facts.wordlists import words

PREPOSITIONS = words("at in during on after before of over")
# "Of" leads to an occasion only behind these.
WITHIN = words(
    "works activities proceedings agenda program programme sidelines margins margin fringes framework part occasion "
    "end course day days conclusion opening closing start beginning context sessions session morning evening "
    "afternoon half stage middle presence backdrop scope front guests participants visitors audience members "
    "attendees organizers organisers speech address lecture keynote statement remarks"
)
# To whom something is said: "presented to the forum".
TOLD = words("invited presented delivered spoke speaking said addressed presents told")
# A programme is an occasion where something is opened or given in it, or where it was one before.
PROGRAMMES = words("program programme")
SOLEMN = LAUNCH_NOUNS | words("opening closing launching inaugural award cultural felicitation commemorative training")
DETERMINERS = words("the a an this its their his her same")
LEFT_STOPS = (
    words(
        "the a an this that its their his her at in during on of to for from by with and or , . ; : ( ) - "
        "said same he she it they we i who which where when"
    )
    | SAY
)
LATER = words(
    "afterwards later yesterday today here there itself also then last this dedicated commemorating "
    "as that because if after before like amid under between together when organised with where and hosted how what "
    "why sponsored jointly co-organized co-organised co-hosted convened initiated arranged prepared devoted attended "
    "entitled titled called"
)
OPENING = words(
    "begins begin starts opened closed addressed addressing attended opening closing told tells addresses opens "
    "attending concluding"
)
HOLDING = words("celebrated held hosted organized organised convened staged hosts holds joined visited inaugurated")
PLANNED = words("will to would plans shall not never")
GATHERED = words("connection celebrated gathered met came invited assembled ended concluded opened closed began marked")
# Of a greater occasion that has a name these are parts.
PARTS = words("session discussion panel plenary podium debate roundtable opening closing")
GROUNDS = words("area grounds venue site premises")
# Where occasions are held.
HOUSES = words("hall center centre palace square building room stadium arena house park hotel")
STAGED = words("held hosted")
ON_THE_DAY = (["on", "the", "day"], ["on", "this", "day"])  # "in a presentation on the day"
LIVE = 3  # paragraphs for which an occasion is being told of
TIME = 4  # tokens: the hour over an entry of a live report takes no more
LEAD = 4  # sentences in which the news says its day
# These are occasions where they sit: "the district council debated".
SITTINGS = words("council parliament senate committee board")
DEBATED = words("debated discussed met sat convened deliberated voted")
DAYS = words("day evening night")  # they are occasions where something solemn is done: "the opening day of the school"
HEADS = OCCASIONS | EVENT_HEADS | SITTINGS | DAYS
# Behind the head of a noun phrase.
ALONE = LEFT_STOPS | FINITE | OCCASIONS
HELD = words(
    "debated discussed met sat convened deliberated voted came drew lasted continued "
    "held launched started finished ended gathered brought convened wrapped opened kicked concluded closed began "
    "opens closes took attended organized organised hosted"
)
ORGANIZED = words("sponsored organized organised hosted convened initiated jointly co-organized co-hosted")
ORGANIZER = 16  # tokens in which the organizer of an occasion is named
WHOLES = words(
    "session meeting opening closing ceremony act discussion plenary round edition delivery handover launch launching "
    "presentation inauguration premiere signing unveiling anniversary celebration commemoration"
)


@dataclass(slots=True)
class Occasion:
    """An occasion at the tokens ``[first, last)``, its phrase opened by the preposition at ``opener``. ``named`` where
    a proper name tells it from others; ``back`` where it is one the article spoke of before."""

    opener: int
    first: int
    last: int
    name: str
    named: bool
    back: bool


def occasions(line: Line) -> list[Occasion]:
    """The occasions a sentence places something at, in order."""
    found: list[Occasion] = []
    for index in line.sentence.places(HEADS):
        low = line.sentence.lows[index]
        if line.sentence.low(index + 1) in OCCASIONS and line.sentence.words[index + 1].islower():
            continue  # "opening ceremony"
        sits = low in SITTINGS and (line.sentence.low(index + 1) in DEBATED or _spoken_in(line, index))
        solemn = low in DAYS and line.sentence.low(index - 1) in SOLEMN
        if (
            sits or solemn or low in OCCASIONS or (low in EVENT_HEADS and line.sentence.words[index][0].isupper())
        ) and not (found and index < found[-1].last):
            one = _occasion(line, index)
            if one:
                found.append(one)
    held = [one for index in line.sentence.places(STAGED) if (one := _held_so(line, index))] if line.quotes else []
    return found + [one for one in held if not any(one.first < other.last for other in found)] if held else found


def _held_so(line: Line, held: int) -> Occasion | None:
    """ "At the ‘Velmar Plus 2024’ held in Y": a name in marks is an occasion's where it is said to be held."""
    quote = next((q for q in line.quotes if q[1] + 1 == held), None)
    opener = quote[0] - 2 - (line.sentence.low(quote[0] - 2) in DETERMINERS) if quote else -1
    if not quote or line.sentence.low(opener) not in PREPOSITIONS:
        return None
    return Occasion(opener, *quote, line.sentence.phrase(*quote), True, False)


def _occasion(line: Line, head: int) -> Occasion | None:
    sentence = line.sentence
    for m in line.mentions:
        if m.first <= head < m.last and (m.kind == ORGANIZATION or sentence.lows[m.last - 1] in HOUSES):
            return None
    if not _stands_alone(line, head):
        return None
    first, opener = _start(line, head)
    if not _happens(line, head, first, opener):
        return None
    last = _end(line, head)
    if opener < 0 and not _is_held(line, last):
        return None
    words = sentence.words[first:last]
    marked = any(first < opened <= last for opened, _ in line.quotes)
    named = marked or any(word[0].isupper() for word in words)
    back = sentence.low(first - 1) in ("same", "this") or (
        last == first + 1 and sentence.low(first - 1) in ("the", "this")
    )
    back = back or sentence.lows[last : last + 3] in ON_THE_DAY
    return Occasion(opener, first, last, sentence.phrase(first, last), named, back)


def _spoken_in(line: Line, index: int) -> bool:
    """ "Speaking in parliament", "addressed the council"."""
    before = line.sentence.lows[max(index - 3, 0) : index]
    return not SPEAK.isdisjoint(before) and not {"in", "to", "before", "the"}.isdisjoint(before)


def _is_held(line: Line, last: int) -> bool:
    """ "The salon sponsored by the bureau opened", "the forum was held": an occasion as the subject."""
    sentence, index = line.sentence, last
    if "theme" in sentence.lows[index : index + 4] or sentence.low(index) == "themed":
        index = next((q[1] + 1 for q in line.quotes if index < q[0] <= index + 6), index)
    index += sentence.low(index) == "," and sentence.low(index + 1) in ORGANIZED
    if sentence.low(index) in ORGANIZED:
        near = sentence.lows[index : index + ORGANIZER]
        index += next((step for step, low in enumerate(near) if step > 2 and (low in HELD or low in BE)), 0)
    index += sentence.low(index) in BE
    return sentence.low(index + sentence.low(index).endswith("ly")) in HELD


def _happens(line: Line, head: int, first: int, opener: int) -> bool:
    """Whether the noun is an occasion here: no plaque's name, no programme but a solemn one, no mere "occasion"."""
    sentence = line.sentence
    low, before = sentence.lows[head], sentence.low(head - 1)
    if sentence.low(opener) == "of" and sentence.low(opener - 1) in HONOURS:
        return False
    if low in PROGRAMMES:
        alone = sentence.low(head + 1) not in QUOTES and not line.mention_at(head + 1)
        organized = before in ("a", "an") and sentence.low(head + 1) in ("organized", "organised")
        return alone and (before in SOLEMN or before in ("the", "this", "same") or organized)
    if low == "table":
        return before == "round"
    if low == "call":
        return before in ("earnings", "conference", "investor", "results")
    if low == "occasion":
        return before in ("this", "same", "that")
    return low not in ("delivery", "handover", "launch", "launching") or sentence.low(head + 1) == "of"


def _stands_alone(line: Line, head: int) -> bool:
    """Whether the noun is the head of its phrase, and does not describe the next one ("closing word")."""
    if line.sentence.words[head][0].isupper():
        return True
    after = line.sentence.low(head + 1)
    named = bool(after) and line.sentence.words[head + 1][0].isupper() and line.mention_at(head + 1) is not None
    if after in GROUNDS:  # "at the fair area"
        return True
    if named or after in LATER or after.endswith("ed") or after in ("held", "hosted", "organized"):
        return True
    return not after[:1].isalpha() or after in ALONE


def _start(line: Line, head: int) -> tuple[int, int]:
    """The phrase's first token and the preposition before it; -1 where no preposition leads to it."""
    sentence = line.sentence
    index = head
    quote = next((q for q in line.quotes if q[0] <= head <= q[1] + 1), None)
    if quote:
        index = quote[0] - 1
    while index > 0 and head - index < 9:
        before = sentence.lows[index - 1]
        inner = (
            before in ("of", "for") and sentence.words[index][0].isupper() and sentence.words[index - 2][0].isupper()
        )
        if line.dated(index - 1, index) or (before in ("'s", "’s") and line.dated(index - 2, index - 1)):
            break
        if before in LEFT_STOPS and not inner or (before in FINITE and not sentence.words[index - 1][0].isupper()):
            break
        index -= 1
    back = index - 1
    while back >= 0 and (
        sentence.lows[back] in DETERMINERS
        or line.dated(back, back + 1)
        or _of_day(line, back)
        or _between_days(line, back)
    ):
        back -= 1
    preposition = back >= 0 and sentence.lows[back] in PREPOSITIONS
    if preposition and sentence.lows[back] == "on" and line.dated(back + 1, back + 2) and not _of_day(line, back + 2):
        preposition = False  # "announced on Thursday the launch of"
    if preposition and sentence.lows[back] == "of":  # "on the sidelines of", but not "ahead of"
        preposition = sentence.low(back - 1) in WITHIN
    preposition = preposition or (sentence.low(back) == "to" and sentence.low(back - 1) in TOLD)
    preposition = preposition or (sentence.low(back) in ("with", "for", "to") and sentence.low(back - 1) in GATHERED)
    numbered = any(low[0].isdigit() for low in sentence.lows[index:head]) and sentence.words[head][0].isupper()
    preposition = preposition or (sentence.low(back) == "to" and numbered)  # "went to the 14th X Congress"
    opened = back >= 0 and (sentence.lows[back] in OPENING or _celebrated(line, back))
    return index, back if preposition or opened else -1


def _celebrated(line: Line, index: int) -> bool:
    """ "The club celebrated a gala": held, and not only planned."""
    return line.sentence.lows[index] in HOLDING and PLANNED.isdisjoint(line.sentence.lows[max(index - 3, 0) : index])


def _between_days(line: Line, index: int) -> bool:
    """The commas of "inaugurated today, Tuesday, the forum"."""
    return line.sentence.lows[index] == "," and line.dated(index - 1, index) is not None


def _of_day(line: Line, index: int) -> bool:
    """The possessive of "today's briefing"."""
    return line.sentence.lows[index] in ("'s", "’s") and line.dated(index - 1, index) is not None


def _end(line: Line, head: int) -> int:
    """The phrase's end: capitals that go on, and "of the X" behind a part of a whole."""
    sentence = line.sentence
    quote = next((q for q in line.quotes if q[0] <= head < q[1]), None)
    last = head + 1
    titled = next((q for q in line.quotes if q[0] == head + 2), None)
    if titled:  # "the conference «X»"
        return titled[1] + 1
    if quote:
        last = quote[1] + 1
        if sentence.low(last) in OCCASIONS:
            last += 1
    while last < len(sentence) and (sentence.words[last][0].isupper() or _linked(sentence, last)):
        last += 1
    whole = sentence.lows[head] in WHOLES and sentence.low(last) != "on"
    if sentence.low(last) in ("of", "on", "for") and (whole or _capital_after(line, last)):
        return _complement(line, last + 1)
    return last


def _linked(sentence: Sentence, index: int) -> bool:
    """ "Feira Mineira de Ciências": a small word of another language inside a name."""
    return sentence.lows[index] in LINKS and index + 1 < len(sentence) and sentence.words[index + 1][0].isupper()


def _capital_after(line: Line, index: int) -> bool:
    step = index + 1 + (line.sentence.low(index + 1) == "the")
    return step < len(line.sentence) and line.sentence.words[step][0].isupper() and not line.dated(step, step + 1)


def _complement(line: Line, first: int) -> int:
    """The end of the noun phrase at ``first``; capitals linked by "of the" and "on the" go on."""
    sentence = line.sentence
    last = first + (sentence.low(first) in DETERMINERS)
    limit = min(first + 12, len(sentence))
    while last < limit:
        low = sentence.lows[last]
        if low in ("of", "on", "for", "&") and _capital_after(line, last):
            last += 1 + (sentence.low(last + 1) == "the")
        elif _quote_at(line, last):
            last = _quote_at(line, last)
        elif low in LEFT_STOPS or low in FINITE or not low[0].isalnum() or low == "held":
            break
        else:
            last += 1
    return last


def _quote_at(line: Line, index: int) -> int:
    """The token behind the name in marks that opens at ``index``, or 0."""
    return next((last + 1 for first, last in line.quotes if first == index + 1), 0)


class Calendar:
    """The occasions of an article as it goes on: the one spoken of last, and when each is held."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.latest = ""
        self.days: dict[str, DateMention] = {}
        self.proper = ""
        self.told = -LIVE - 1
        self.recent: tuple[int, DateMention] | None = None
        told = [line for line in article.lines if len(line.sentence) > TIME][:LEAD]
        days = (day for line in told for day in line.dates if len(day.iso) == 10)
        self.lead = next((day for day in days if not article.dated or day.iso <= article.dated), None)

    def knows(self, line: Line, occasion: Occasion) -> bool:
        """Whether "the programme" is an occasion the article spoke of before."""
        low = line.sentence.lows[occasion.last - 1]
        live = self.live(line) and line.sentence.low(occasion.opener) == "at"
        return low not in PROGRAMMES or not occasion.back or live or low in self.latest.lower().split()

    def live(self, line: Line, paragraphs: int = LIVE) -> bool:
        """Whether an occasion was spoken of within the last paragraphs, so that what follows is told of it."""
        return 0 <= line.sentence.paragraph - self.told <= paragraphs

    def pass_by(self, line: Line) -> None:
        """Keeps the last day that a sentence told of."""
        if not line.dates:
            return
        whole = next((day for day in reversed(line.dates) if len(day.iso) == 10), None)
        if whole and "will" not in line.sentence.vocabulary:
            self.recent = line.sentence.paragraph, whole

    def _told_before(self, line: Line) -> DateMention | None:
        """The day of the sentences before, in this paragraph or the one before."""
        return self.recent[1] if self.recent and line.sentence.paragraph - self.recent[0] <= 1 else None

    def settle(self, line: Line, occasion: Occasion) -> str:
        """The occasion's full name: that of an earlier one where this is spoken of as known."""
        self.told = line.sentence.paragraph
        name = occasion.name
        whole = name.rpartition(" of the ")[2].lower()
        part = not occasion.named and self.proper and occasion.name.split()[-1].lower() in PARTS
        if self.latest and (occasion.back or whole in self.latest.lower()):
            name = self.latest
        elif part:
            name = self.proper
        if occasion.named or not occasion.back or not self.latest:
            self.latest = name
        self.proper = name if occasion.named else self.proper
        days = [day for day in line.dates if len(day.iso) == 10 or len(day.iso) == 7 and day.iso.startswith("--")]
        near = next((day for day in days if occasion.opener - 4 <= day.first), next(iter(days), None))
        if near and name not in self.days:
            self.days[name] = near
        elif not days and not occasion.named and name == occasion.name:
            day = self._told_before(line) or self.lead
            if day:
                self.days.setdefault(name, day)  # the news is of that day
        return name
