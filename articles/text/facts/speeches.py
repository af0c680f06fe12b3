"""Speeches: a named person who speaks at an occasion."""

from collections.abc import Iterator, Mapping

from articles.text.facts.callings import ROLES
from articles.text.facts.cues import (
    SAY,
    TITLE_CUES,
)
from articles.text.facts.dates import DateMention
from articles.text.facts.events import LIVE, Calendar, Occasion, occasions
from articles.text.facts.interviews import guest
from articles.text.facts.kinds import Speech, Suggestion
from articles.text.facts.names import OTHER, PERSON
from articles.text.facts.posts import Post, post_at
from articles.text.facts.reading import HE, Article, Line
from articles.text.facts.sentences import QUOTES, Range
from articles.text.facts.speaking import (
    AUDIENCE,
    ECHOES,
    FLOORS,
    MET,
    PRESS,
    STATEMENTS,
    THEMES,
    Cue,
    cue_of,
    inverted,
    one_of_many,
    staged,
    to_a_medium,
)
from articles.text.facts.wordlists import words

# Speeches that need no other occasion, and the verbs that give them.
OWN = words(
    "speech lecture keynote address talk interview sermon presentation laudation laudatio eulogy oration homily"
)
OWN_WORDS = OWN | words("word words remarks")
INTERVIEWS = words("interview interviewed conversation")
# They tell that one speaks after, or before, another.
NEXT = words(
    "summing speaking spoke addressing present spot laughter applause part turn also then next meanwhile sharing "
    "opening closing afterwards subsequently finally audience participants guests speaker speakers dais first last "
    "panel attendees hall floor second experience pressed joining moderator answering questions results session stage "
    "jury representative representatives hosts host forum conference meeting event congress debate round"
)
OF_SOMEBODY = words("his her the a an")
# Behind one of these stands what is said, and its dates are no speech's.
TOLD = words("that :")
NEAR = 1  # paragraph
GIVING = words("gave gives delivered delivers delivering giving held holds made makes making")
CONFIDENCE = {
    "speech at an occasion": 90,
    "speech": 75,
    "said at an occasion": 85,
    "his speech": 75,
    "one of several": 60,
}


def speeches(article: Article, held: Mapping[str, Post]) -> Iterator[Suggestion[Speech]]:
    """One speech for each speaker, in reading order; ``held`` are the posts of the people by name."""
    found = dict[str, Suggestion[Speech]]()
    for one in _told(article, held):
        before = found.get(one.values.speaker)
        if not before or (one.values.title and not before.values.title and _same_event(one.values, before.values)):
            found[one.values.speaker] = one
    yield from found.values()


def _reach_of(line: Line) -> int:
    """For how many paragraphs whoever says something may be a speaker of the occasion told of: more, where a word says
    that one speaks after another."""
    return NEAR if NEXT.isdisjoint(line.sentence.vocabulary) else LIVE


def _same_event(one: Speech, other: Speech) -> bool:
    return one.event in other.event or other.event in one.event


def _told(article: Article, held: Mapping[str, Post]) -> Iterator[Suggestion[Speech]]:
    """Each sentence that reports a speech."""
    calendar = Calendar(article)
    asked = guest(article)
    for index, line in enumerate(article.lines):
        found = [one for one in occasions(line) if calendar.knows(line, one)]
        names = [calendar.settle(line, one) for one in found]
        calendar.pass_by(line)
        cue = cue_of(line, found) or staged(line, bool(calendar.latest))
        cue = cue or (one_of_many(article, line, held) if calendar.live(line, _reach_of(line)) else None)
        if cue and cue.many and any("that" in line.sentence.lows[cue.last : one.opener] for one in found):
            continue  # "announced that it unveiled X at Y"
        if not cue:
            continue
        at = _at_name(line, cue) if not found else None
        if at:
            found, names = [at], [calendar.settle(line, at)]
        before = article.lines[index - 1] if index else None
        speaker = _speaker(article, line, cue, before)
        if not speaker and "you" in line.sentence.lows[: cue.first]:
            speaker = asked  # "in May, you gave a lecture …"
        alone = _titled(line, cue) or _held_by_itself(line, cue) or _by_itself(line, cue)
        ahead = not cue.noun and line.sentence.low(cue.first - 1) in ("will", "would")
        occasion = not ahead and (found or calendar.latest or alone)
        if speaker and occasion:
            calendar.told = max(calendar.told, line.sentence.paragraph if calendar.live(line) else calendar.told)
            yield _speech(line, before, cue, speaker, held.get(speaker, Post()), found, names, calendar)


def _at_name(line: Line, cue: Cue) -> Occasion | None:
    """ "A keynote at CES 2023": behind a speech's noun a name alone is an occasion."""
    sentence = line.sentence
    for step in range(cue.last, min(cue.last + 4, len(sentence) - 1)) if cue.noun else ():
        mention = line.mention_at(step + 1 + (sentence.low(step + 1) == "the"))
        if sentence.lows[step] == "at" and mention and mention.kind == OTHER:
            last = mention.last + (sentence.low(mention.last).isdigit() and len(sentence.low(mention.last)) == 4)
            return Occasion(step, mention.first, last, sentence.phrase(mention.first, last), True, False)
    return None


def _speaker(article: Article, line: Line, cue: Cue, before: Line | None) -> str:
    """The person the cue belongs to: the nearest named before it, else after it, else the one "he" means."""
    people = [mention for mention in line.mentions if mention.kind == PERSON]
    earlier = [mention for mention in people if mention.last <= cue.last]
    if line.sentence.lows[cue.first] in ECHOES:
        earlier = []
    ahead = line.mention_at(cue.last)
    spoke = line.sentence.lows[cue.first] == "spoke" and ahead is not None and ahead.kind == PERSON
    if spoke or line.sentence.lows[cue.first] == "interviewed" or inverted(line, cue.first):
        earlier = [mention for mention in people if mention.first > cue.first][:1]
    if earlier:
        return earlier[-1].name
    if people:
        return people[0].name
    lows = line.sentence.lows
    he = any(low in HE or low == "excellency" for low in lows[: cue.first + 6])
    if he and before and line.sentence.paragraph - before.sentence.paragraph <= 1:
        return line.person
    return next((who for step in range(1, min(cue.first + 6, len(lows))) if (who := _by_post(article, line, step))), "")


def _by_post(article: Article, line: Line, index: int) -> str:
    """ "The minister" who was named before."""
    pointed = line.sentence.low(index - 1) in ("the", "this") and line.sentence.lows[index] in ROLES
    return article.meant(line, index) if pointed else ""


def _speech(line: Line, before: Line | None, cue: Cue, speaker: str, post: Post, found: list[Occasion],
            names: list[str], calendar: Calendar) -> Suggestion[Speech]:  # fmt: skip
    sentence = line.sentence
    title = _title(line, cue)
    occasion, event = _occasion(found, names, cue, calendar)
    if not found and cue.noun and sentence.lows[cue.first] in STATEMENTS and to_a_medium(line, cue.first):
        event = ""
    first, last = _reach(calendar.article, line, cue, speaker, occasion, title)
    start = sentence.starts[first]
    named = any(m.name == speaker for m in line.mentions)
    if not named and before and before.sentence.paragraph == sentence.paragraph:
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
        themed = not THEMES.isdisjoint(lows[max(first - 4, 0) : first])
        asked = themed and line.sentence.lows[last - 1] in ("?", "!")
        if (line.sentence.lows[last - 1] in (".", "!", "?", ",") and not asked) or line.sentence.low(first - 2) == ",":
            continue  # words spoken
        if themed or cue.noun and (close or not TITLE_CUES.isdisjoint(lows[max(first - 4, 0) : first])):
            return first, last
    for index, low in enumerate(lows):
        if low in TITLE_CUES and cue.noun and cue.first <= index + 6 and line.sentence.low(index + 1) in QUOTES:
            last = len(lows) - (lows[-1] in ".!?")
            return (index + 2, last) if index + 2 < last else None
    return None


def _by_itself(line: Line, cue: Cue) -> bool:
    """An interview, "we met Ada Roe" as those who report begin, "took the floor": an occasion of their own."""
    lows = line.sentence.lows
    met = lows[cue.first] in MET and not {"we", "reporter", "correspondent"}.isdisjoint(lows[:4])
    audience = lows[cue.first] in ("spoke", "lectured") and not AUDIENCE.isdisjoint(lows[cue.last : cue.last + 7])
    return audience or lows[cue.first] in INTERVIEWS or (met and lows[0] not in QUOTES) or lows[cue.first] in FLOORS


def _titled(line: Line, cue: Cue) -> bool:
    return cue.noun and _title(line, cue) is not None


def _held_by_itself(line: Line, cue: Cue) -> bool:
    """ "Gave a lecture", "in a speech to parliament": a speech that is an occasion of its own."""
    lows = line.sentence.lows
    if cue.noun and lows[cue.first] in STATEMENTS and line.sentence.low(cue.last) == "to":
        return not PRESS.isdisjoint(lows[cue.last : cue.last + 5]) or to_a_medium(line, cue.first)
    if not cue.noun or lows[cue.first] not in OWN_WORDS:
        return False
    given = not GIVING.isdisjoint(lows[max(cue.first - 6, 0) : cue.first])
    near = lows[max(cue.first - 4, 0) : cue.first]
    if {"his", "her"} & set(near) and {"in", "during"} & set(lows[max(cue.first - 5, 0) : cue.first]):
        return True
    told = "a" in near and (
        line.sentence.low(cue.last) in ("to", "before", "at") or ["in", "a"] in (near[-3:-1], near[-2:])
    )
    return given or told


def _reach(article: Article, line: Line, cue: Cue, speaker: str, occasion: Occasion | None,
           title: Range | None) -> Range:  # fmt: skip
    """The tokens that still state the speech: speaker and post, cue, occasion, title, and a date right before."""
    firsts, lasts = [_owned(line, cue)], [cue.last]
    mention = next((m for m in line.mentions if m.name == speaker and m.kind == PERSON), None)
    near = range(cue.first - 1, max(cue.first - 6, -1), -1)
    he = next((step for step in near if line.sentence.lows[step] in ("he", "she")), -1)
    he = he if he >= 0 else next((step for step in near if line.sentence.lows[step] in HE), -1)
    direct = line.sentence.low(cue.first - 1) in ("he", "she")
    if he >= 0 and (direct or not mention):
        mention = None
        firsts.append(he - (line.sentence.lows[he] in ("his", "her") and line.sentence.low(he - 1) == "in"))
    if mention:
        post = post_at(article, line, mention)
        firsts += [mention.first] + [post.first] * (post.first >= 0)
        lasts += [mention.last] + [post.last] * (post.first >= 0)
    behind = cue.last + 2 * (line.sentence.low(cue.last) in ("he", "she") and line.sentence.low(cue.last + 1) in GIVING)
    lasts += [behind] + ([] if mention or he >= 0 else _by_office(article, line, behind))
    if occasion and not _told_of(line, cue, occasion):
        firsts.append(occasion.opener if occasion.opener >= 0 else occasion.first)
        lasts.append(occasion.last)
    if title:
        firsts.append(title[0] - 1)
        lasts.append(min(title[1] + 1, len(line.sentence)) if line.sentence.low(title[1]) in QUOTES else title[1])
    first, last = min(firsts), _with_verb(line, max(lasts))
    day = next((d for d in line.dates if _is_day(d) and 0 <= first - d.last <= 8 and _opens(line, d, first)), None)
    return (day.first if day else first), last


def _by_office(article: Article, line: Line, first: int) -> list[int]:
    """ "In the opening speech, the minister": the end of whom the noun behind the cue stands for."""
    near = range(first, min(first + 6, len(line.sentence)))
    return [step + 1 for step in near if _by_post(article, line, step)][:1]


def _owned(line: Line, cue: Cue) -> int:
    """ "In her opening speech", "in the opening speech": the noun's phrase with its preposition."""
    lows = line.sentence.lows
    for step in range(cue.first - 1, max(cue.first - 4, -1), -1) if cue.noun else ():
        if lows[step] in OF_SOMEBODY and line.sentence.low(step - 1) in ("in", "during", "with"):
            return step - 1
    return cue.first


def _with_verb(line: Line, last: int) -> int:
    """The verb of saying right behind the speaker belongs to what states a speech."""
    return last + 1 if line.sentence.low(last) in SAY else last


def _told_of(line: Line, cue: Cue, occasion: Occasion) -> bool:
    """ "In his speech, X said that 200 took part in the fair": the occasion is part of what was said."""
    return cue.noun and occasion.first > cue.last and "that" in line.sentence.lows[cue.last : occasion.opener]


def _opens(line: Line, day: DateMention, first: int) -> bool:
    """Whether a day before a speech is of its clause: at the sentence's beginning, or not parted by a comma."""
    return day.first <= 3 or "," not in line.sentence.lows[day.last : first]


def _is_day(date: DateMention) -> bool:
    return len(date.iso) == 10 or (date.iso.startswith("--") and len(date.iso) == 7)


def _day(line: Line, first: int, last: int, event: str, calendar: Calendar) -> DateMention | None:
    """The day stated beside the speech, else the day of its occasion."""
    told = next(
        (step for step in range(last, min(last + 6, len(line.sentence))) if line.sentence.lows[step] in TOLD), -1
    )
    dates = [day for day in line.dates if told < 0 or day.first < told]
    days = [day for day in dates if _is_day(day) and first - 4 <= day.first <= last + 3]
    behind = next((day for day in days if last <= day.first), None)
    inside = next((day for day in days if day.first < last), None)
    if behind and inside and line.sentence.lows[inside.first] == "today":
        return behind
    month = next((day for day in dates if len(day.iso) == 7 and first - 4 <= day.first <= last + 6), None)
    lead = calendar.lead if not event and line.sentence.paragraph <= 1 else None
    return inside or calendar.days.get(event) or next(iter(days), month or lead)


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
