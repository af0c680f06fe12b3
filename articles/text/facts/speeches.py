"""Speeches: a named person who speaks at an occasion."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.text.facts.cues import (
    BE,
    DELIVER,
    FRAMED,
    INVERTED,
    PRESENT,
    SAY,
    SPEAK,
    SPEAK_OF,
    SPEECH_ACTS,
    SPEECH_NOUNS,
    STAGED,
    STAGES,
    TITLE_CUES,
)
from articles.text.facts.dates import DateMention
from articles.text.facts.events import Calendar, Occasion, occasions
from articles.text.facts.kinds import Speech, Suggestion
from articles.text.facts.names import OTHER, PERSON
from articles.text.facts.posts import Post, post_at
from articles.text.facts.reading import HE, Article, Line
from articles.text.facts.sentences import QUOTES, Range
from articles.text.facts.wordlists import words

# Speeches that need no other occasion, and the verbs that give them.
OWN = words("speech lecture keynote address talk interview sermon presentation")
# A greeting and its like are speeches where they are somebody's, or given.
GREETED = words("greeting greetings welcome impressions testimony message tribute reply")
INTERVIEWS = words("interview interviewed")
GIVING = words("gave gives delivered delivers delivering giving held holds")
SPOKEN = SPEAK | SAY | PRESENT | INVERTED | SPEECH_ACTS
# Said elsewhere: to the paper, in writing, on another day.
ELSEWHERE = words(
    "statement email e-mail phone telephone letter wrote writes website twitter facebook post release correspondent "
    "reporter reporters journalists recalls earlier previously tweeted report press"
)
# They tell that one speaks after, or before, another.
NEXT = words(
    "speaking spoke addressing present spot laughter applause part turn also then next meanwhile sharing opening "
    "closing afterwards subsequently finally audience participants "
    "guests speaker speakers dais first last panel attendees hall stage floor second experience pressed joining "
    "moderator answering questions results session"
)
SPOKEN_BEFORE = QUOTES | {","}
TO_OTHERS = words("that who which whose")
SHOWN = PRESENT | words("showed shows shared evaluated analyzed analysed discussed illustrated demonstrated argued")
TURNS = words("first next then last second third also afterwards too finally")
TOPICS = words("topic floor word thread thought stage microphone subject baton conversation")
ECHOES = words("applause objection objections criticism approval contradiction praise support laughter contradictions")
EARNED = words("received came earned went got harvested")
MET = words("met visited caught sat talked spoke")
CONFIDENCE = {
    "speech at an occasion": 90,
    "speech": 75,
    "said at an occasion": 85,
    "his speech": 75,
    "one of several": 60,
}


@dataclass(frozen=True, slots=True)
class Cue:
    """What makes a sentence report a speech: its noun or its verb at the tokens ``[first, last)``; ``many`` where only
    an occasion told of before makes a speech of it."""

    first: int
    last: int
    noun: bool
    many: bool = False


def speeches(article: Article, held: Mapping[str, Post]) -> Iterator[Suggestion]:
    """One speech for each speaker, in reading order; ``held`` are the posts of the people by name."""
    calendar, seen = Calendar(article), set[str]()
    for index, line in enumerate(article.lines):
        found = [one for one in occasions(line) if calendar.knows(line, one)]
        names = [calendar.settle(line, one) for one in found]
        cue = _cue(line, found) or _staged(line, bool(calendar.latest))
        cue = cue or (_one_of_many(article, line, held) if calendar.live(line) else None)
        if not cue:
            continue
        at = _at_name(line, cue) if not found else None
        if at:
            found, names = [at], [calendar.settle(line, at)]
        before = article.lines[index - 1] if index else None
        speaker = _speaker(line, cue, before)
        alone = _titled(line, cue) or _held_by_itself(line, cue) or line.sentence.lows[cue.first] in INTERVIEWS
        occasion = found or calendar.latest or alone
        if speaker and speaker not in seen and occasion:
            seen.add(speaker)
            yield _speech(line, before, cue, speaker, held.get(speaker, Post()), found, names, calendar)


def _cue(line: Line, found: list[Occasion]) -> Cue | None:
    """A speech's noun that somebody gives or that is somebody's; else a verb of saying beside an occasion."""
    lows = line.sentence.lows
    if not line.sentence.vocabulary.isdisjoint(SPEECH_NOUNS):
        for index, low in enumerate(lows):
            if low in SPEECH_NOUNS and _given(line, index):
                return Cue(index, index + 1, True)
    owned = next((one for one in found if line.sentence.low(one.opener) in ("in", "at", "during")), None)
    if found and not line.sentence.vocabulary.isdisjoint(SPOKEN):
        at = owned or found[0]
        for index, low in enumerate(lows):
            if low in SPEAK and index < at.first <= index + 8:
                return Cue(index, index + 1, False)
        for index, low in enumerate(lows):
            if low in PRESENT and not SPEAK_OF.isdisjoint(lows[index + 1 : index + 7]):
                return Cue(index, index + 1, False)
        for index, low in enumerate(lows):
            if (
                (low in SAY or _acts(line, index) or _inverted(line, index))
                and at.opener - index < 18
                and not _reported(line, index, at)
            ):
                return Cue(index, index + 1, False)
    return None


def _acts(line: Line, index: int) -> bool:
    """ "Called for patience", "welcomed the guests": what a speaker does with words, where a person does it."""
    sentence = line.sentence
    low = sentence.lows[index]
    if low not in SPEECH_ACTS or (
        low in ("called", "calls", "calling") and sentence.low(index + 1) not in ("for", "on", "upon")
    ):
        return False
    return any(m.kind == PERSON and m.last <= index for m in line.mentions) and sentence.low(index - 1) not in BE


def _one_of_many(article: Article, line: Line, held: Mapping[str, Post]) -> Cue | None:
    """ "For her part, the engineer Ada Roe reviewed …": where an occasion is being told of, whoever is introduced by a
    post and says something speaks at it."""
    sentence = line.sentence
    if sentence.vocabulary.isdisjoint(SPOKEN | SHOWN) or not ELSEWHERE.isdisjoint(sentence.lows):
        return None
    if NEXT.isdisjoint(sentence.lows):
        return None
    for mention in line.mentions:
        if mention.kind != PERSON or mention.name not in held or held[mention.name].first < 0:
            continue
        post = post_at(article, line, mention)
        if post.first < 0:
            continue
        last = max(mention.last, post.last)
        before = post.first - 1 - (sentence.low(post.first - 1) in ("the", "a"))
        if sentence.low(before) in SAY and sentence.low(before - 1) in SPOKEN_BEFORE:
            return Cue(before, before + 1, False, many=True)
        for step in range(last, min(last + 6, len(sentence))):
            low = sentence.lows[step]
            if low in (".", ";", ":") or (low in TO_OTHERS and step > last + 1):
                break
            if low in SAY or low in SHOWN or _acts(line, step):
                return Cue(step, step + 1, False, many=True)
    return None


def _inverted(line: Line, index: int) -> bool:
    """ "…, found Ada Roe": these report only where the speaker follows at once."""
    behind = line.mention_at(index + 1)
    return line.sentence.lows[index] in INVERTED and bool(behind) and behind.kind == PERSON


def _staged(line: Line, known: bool) -> Cue | None:
    """ "Who took the floor", "closed the day", "we have interviewed Ada Roe": speaking, in other words."""
    sentence = line.sentence
    for index, low in enumerate(sentence.lows):
        if low in STAGES and known and not STAGED.isdisjoint(sentence.lows[max(index - 2, 0) : index]):
            return Cue(index, index + 1, False)
        framed = low in ("opened", "closed", "opens", "closes") and sentence.low(index + 1) == "the"
        if framed and known and sentence.low(index + 2) in FRAMED:
            return Cue(index, index + 3, False)
        if known and _takes_turn(line, index):
            return Cue(index, index + 1, False)
        if known and low in ECHOES and _echoed(line, index):
            return Cue(index, index + 1, False)
        if low in MET and _meets(line, index):
            return Cue(index, index + 1, False)
        if low == "interviewed" and line.within(index, index + 8, PERSON) and sentence.low(index - 1) not in BE:
            return Cue(index, index + 1, False)
    return None


def _takes_turn(line: Line, index: int) -> bool:
    """ "Spoke first", "took over the topic", "was followed by Ada Roe": one speaker after another."""
    sentence = line.sentence
    low, after = sentence.lows[index], sentence.lows[index + 1 : index + 4]
    if not any(mention.kind == PERSON for mention in line.mentions):
        return False
    if low in ("spoke", "speaking", "speak"):
        return bool(after) and after[0] in TURNS
    if low in ("took", "takes", "taking", "picked", "picks"):
        return bool(after) and (after[0] in ("over", "up", "the") and not TOPICS.isdisjoint(after))
    return low == "addressed" and sentence.low(index + 1) == "by"


def _echoed(line: Line, index: int) -> bool:
    """ "Great applause received Ada Roe", "objection came from Ada Roe": what the hall answers to was said in it."""
    came = EARNED & set(line.sentence.lows[index + 1 : index + 4])
    return bool(came) and bool(line.within(index, index + 9, PERSON))


def _meets(line: Line, index: int) -> bool:
    """ "We met Ada Roe at the fair": those who report did so to hear her."""
    before = line.sentence.lows[max(index - 3, 0) : index]
    return not {"we", "i", "reporter", "correspondent", "reporters"}.isdisjoint(before) and bool(
        line.within(index, index + 9, PERSON)
    )


def _at_name(line: Line, cue: Cue) -> Occasion | None:
    """ "A keynote at CES 2023": behind a speech's noun a name alone is an occasion."""
    sentence = line.sentence
    for step in range(cue.last, min(cue.last + 4, len(sentence) - 1)) if cue.noun else ():
        mention = line.mention_at(step + 1 + (sentence.low(step + 1) == "the"))
        if sentence.lows[step] == "at" and mention and mention.kind == OTHER:
            last = mention.last + (sentence.low(mention.last).isdigit() and len(sentence.low(mention.last)) == 4)
            return Occasion(step, mention.first, last, sentence.phrase(mention.first, last), True, False)
    return None


def _reported(line: Line, verb: int, at: Occasion) -> bool:
    """ "It is reported", "announced that it received a prize at …": what is said was not said at the occasion."""
    between = line.sentence.lows[verb : at.opener]
    if at.last == verb:  # "the ceremony concluded with …"
        return True
    return line.sentence.low(verb - 1) in ("is", "are") or "that" in between


def _given(line: Line, noun: int) -> bool:
    """Whether the noun is a speech somebody gives: a verb of giving near it, a possessive before it, or a title."""
    lows = line.sentence.lows
    near = lows[max(noun - 9, 0) : noun]
    if lows[noun] == "paper":
        return lows[noun - 1] in ("working", "position", "research", "keynote") and not DELIVER.isdisjoint(near)
    if (
        lows[noun] in ("word", "words", "address", "remarks")
        and near[-1:] != ["greeting"]
        and "closing" not in near[-3:]
        and "opening" not in near[-3:]
    ):
        return not DELIVER.isdisjoint(near) and lows[noun] in ("address", "remarks")
    if lows[noun] in GREETED and "of" not in lows[noun : noun + 2]:
        return not {"his", "her"}.isdisjoint(near[-3:]) or not DELIVER.isdisjoint(near)
    return not DELIVER.isdisjoint(near) or not {"his", "her", "in", "the"}.isdisjoint(near[-3:])


def _speaker(line: Line, cue: Cue, before: Line | None) -> str:
    """The person the cue belongs to: the nearest named before it, else after it, else the one "he" means."""
    people = [mention for mention in line.mentions if mention.kind == PERSON]
    earlier = [mention for mention in people if mention.last <= cue.last]
    if line.sentence.lows[cue.first] in ECHOES:
        earlier = []
    if line.sentence.lows[cue.first] == "interviewed" or _inverted(line, cue.first):
        earlier = [mention for mention in people if mention.first > cue.first][:1]
    if earlier:
        return earlier[-1].name
    if people:
        return people[0].name
    pronoun = any(low in HE for low in line.sentence.lows[: cue.first + 6])
    return line.person if pronoun and before and before.sentence.paragraph == line.sentence.paragraph else ""


def _speech(line: Line, before: Line | None, cue: Cue, speaker: str, post: Post, found: list[Occasion],
            names: list[str], calendar: Calendar) -> Suggestion:  # fmt: skip
    sentence = line.sentence
    title = _title(line, cue)
    occasion, event = _occasion(found, names, cue, calendar)
    first, last = _reach(calendar.article, line, cue, speaker, occasion, title)
    start = sentence.starts[first]
    named = any(m.name == speaker for m in line.mentions)
    if not named and before:
        start = before.sentence.starts[0]
    day = _day(line, first, last, event, calendar)
    rule = _rule(cue, occasion, named)
    values = Speech(
        speaker=speaker,
        role=post.role,
        organization=post.organization,
        title=sentence.phrase(*title) if title else "",
        event=event,
        place=_place(line, occasion),
        date=day.iso if day else "",
        date_basis=day.basis if day else "",
    )
    return Suggestion(sentence.paragraph, start, sentence.ends[last - 1], values, rule, CONFIDENCE[rule])


def _rule(cue: Cue, occasion: Occasion | None, named: bool) -> str:
    if not named:
        return "his speech"
    if not cue.noun:
        return "one of several" if cue.many else "said at an occasion"
    return "speech at an occasion" if occasion else "speech"


def _occasion(found: list[Occasion], names: list[str], cue: Cue, calendar: Calendar) -> tuple[Occasion | None, str]:
    """The sentence's occasion nearest to the cue with its full name, else the one spoken of last."""
    near = min(zip(found, names, strict=True), key=lambda one: abs(one[0].first - cue.first), default=None)
    inner = near and next((one for one in zip(found, names, strict=True) if one[0].opener == near[0].last), None)
    near = inner or near  # "a gathering at the X Book Fair"
    return near if near else (None, calendar.latest)


def _title(line: Line, cue: Cue) -> Range | None:
    """The title in quotation marks behind "entitled" or beside the speech's noun; one that never closes runs on."""
    lows = line.sentence.lows
    for first, last in line.quotes:
        close = abs(first - cue.last) <= 4 or abs(cue.first - last) <= 4
        if line.sentence.lows[last - 1] in (".", "!", "?", ",") or line.sentence.low(first - 2) == ",":
            continue  # words spoken
        if cue.noun and (close or not TITLE_CUES.isdisjoint(lows[max(first - 4, 0) : first])):
            return first, last
    for index, low in enumerate(lows):
        if low in TITLE_CUES and cue.noun and cue.first <= index + 6 and line.sentence.low(index + 1) in QUOTES:
            last = len(lows) - (lows[-1] in ".!?")
            return (index + 2, last) if index + 2 < last else None
    return None


def _titled(line: Line, cue: Cue) -> bool:
    return cue.noun and _title(line, cue) is not None


def _held_by_itself(line: Line, cue: Cue) -> bool:
    """ "Gave a lecture", "in a speech to parliament": a speech that is an occasion of its own."""
    lows = line.sentence.lows
    if not cue.noun or lows[cue.first] not in OWN:
        return False
    given = not GIVING.isdisjoint(lows[max(cue.first - 6, 0) : cue.first])
    near = lows[max(cue.first - 4, 0) : cue.first]
    told = "a" in near and (line.sentence.low(cue.last) in ("to", "before", "at") or near[-3:-1] == ["in", "a"])
    return given or told


def _reach(article: Article, line: Line, cue: Cue, speaker: str, occasion: Occasion | None,
           title: Range | None) -> Range:  # fmt: skip
    """The tokens that still state the speech: speaker and post, cue, occasion, title, and a date right before."""
    firsts, lasts = [cue.first], [cue.last]
    mention = next((m for m in line.mentions if m.name == speaker and m.kind == PERSON), None)
    if line.sentence.low(cue.first - 1) in ("he", "she"):
        firsts.append(cue.first - 1)
    elif mention:
        post = post_at(article, line, mention)
        firsts += [mention.first] + [post.first] * (post.first >= 0)
        lasts += [mention.last] + [post.last] * (post.first >= 0)
    if occasion:
        firsts.append(occasion.opener if occasion.opener >= 0 else occasion.first)
        lasts.append(occasion.last)
    if title:
        firsts.append(title[0] - 1)
        lasts.append(min(title[1] + 1, len(line.sentence)) if line.sentence.low(title[1]) in QUOTES else title[1])
    first, last = min(firsts), max(lasts)
    day = next((d for d in line.dates if _is_day(d) and 0 <= first - d.last <= 8 and _opens(line, d, first)), None)
    return (day.first if day else first), last


def _opens(line: Line, day: DateMention, first: int) -> bool:
    """Whether a day before a speech is of its clause: at the sentence's beginning, or not parted by a comma."""
    return day.first <= 3 or "," not in line.sentence.lows[day.last : first]


def _is_day(date: DateMention) -> bool:
    return len(date.iso) == 10 or (date.iso.startswith("--") and len(date.iso) == 7)


def _day(line: Line, first: int, last: int, event: str, calendar: Calendar) -> DateMention | None:
    """The day stated beside the speech, else the day of its occasion."""
    days = [day for day in line.dates if _is_day(day) and first - 4 <= day.first <= last + 3]
    behind = next((day for day in days if last <= day.first), None)
    inside = next((day for day in days if day.first < last), None)
    if behind and inside and line.sentence.lows[inside.first] == "today":
        return behind
    return inside or calendar.days.get(event) or next(iter(days), None)


def _place(line: Line, occasion: Occasion | None) -> str:
    """Where the occasion was held, if the words right behind it say so."""
    if not occasion:
        return ""
    sentence, index = line.sentence, occasion.last
    index += sentence.low(index) == "held"
    day = line.dated(index, index + 3)
    index = day.last if day else index
    if sentence.low(index) not in ("in", "at"):
        return ""
    index += 1 + (sentence.low(index + 1) == "the")
    mention = line.mention_at(index)
    return mention.name if mention and mention.kind != PERSON else ""
