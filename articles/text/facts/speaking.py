"""What makes a sentence report a speech: its noun, or a verb of saying at an occasion."""

from collections.abc import Mapping
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
)
from articles.text.facts.events import Occasion
from articles.text.facts.names import PERSON
from articles.text.facts.posts import Post, post_at
from articles.text.facts.reading import Article, Line
from articles.text.facts.sentences import QUOTES
from articles.text.facts.wordlists import words

# A greeting and its like are speeches where they are somebody's, or given.
GREETED = words("greeting greetings welcome impressions testimony message tribute reply")
# An interview is accepted or granted; a conversation is had with the paper in it.
CONVERSING = words("accepted accepts accepting granted grants granting conceded exclusive in")
REPORTING = words("made makes making gave gives giving delivered delivers")
# How Slavic languages and Chinese have somebody speak: выступить с докладом, 作报告.
COMING = words("performed performs came comes spoke speaks appeared appears")
PRONOUNCED = words("pronounced given said offered taught imparted dictated spoken")
LECTURING = words("gave gives given giving offered offers imparted imparts dictated dictates taught pronounced")
SPOKEN = SPEAK | SAY | PRESENT | INVERTED | SPEECH_ACTS | {"used"}
STATEMENTS = words("statement statements declaration declarations")
NOUNS = SPEECH_NOUNS | STATEMENTS | words("conference conversation report")
PRESS = words(
    "newspaper paper agency correspondent reporter magazine channel radio portal reporters journalists media press"
)
THEMES = words("theme title topic titled entitled")
# Said elsewhere: to the paper, in writing, on another day.
ELSEWHERE = words(
    "statement email e-mail phone telephone letter wrote writes website twitter facebook post release correspondent "
    "reporter reporters journalists recalls earlier previously tweeted report press"
)
SPOKEN_BEFORE = QUOTES | {","}
TO_OTHERS = words("that who which whose")
SHOWN = PRESENT | words("showed shows shared evaluated analyzed analysed discussed illustrated demonstrated argued")
REPORTED = SAY | SPEECH_ACTS | SHOWN | INVERTED | words("made makes used")
FLOORS = words("floor podium rostrum stage")  # who takes them speaks, whatever the occasion
TURNS = words("first next then last second third also afterwards too finally")
TOPICS = words("topic floor word thread thought stage microphone subject baton conversation")
ECHOES = words("applause objection objections criticism approval contradiction praise support laughter contradictions")
EARNED = words("received came earned went got harvested")
MET = words("met visited caught sat talked spoke")
# "The meeting was opened by Ada Roe", "another opinion was expressed by Ada Roe".
BY_SPEAKERS = words("addressed expressed voiced opened closed concluded inaugurated")
REACH = 14  # tokens behind "by"
PASSED_ON = words("given taken passed handed")
AUDIENCE = words("students teachers guests participants audience listeners delegates parliament assembly crowd pupils")
JOINED = words("joined connected participated attended")
AFAR = words("video online remotely videoconference link telephone")
TELLING = SPOKEN | SHOWN
PRESENTING = PRESENT | DELIVER
GIVEN_BY = DELIVER | PRONOUNCED
STAGING = (
    STAGES
    | ECHOES
    | MET
    | JOINED
    | BY_SPEAKERS
    | words(
        "word lectured opened closed opens closes spoke speaking speak took takes taking picked picks addressed "
        "interviewed"
    )
)


@dataclass(slots=True)
class Cue:
    """What makes a sentence report a speech: its noun or its verb at the tokens ``[first, last)``; ``many`` where only
    an occasion told of before makes a speech of it."""

    first: int
    last: int
    noun: bool
    many: bool = False


def cue_of(line: Line, found: list[Occasion]) -> Cue | None:
    """A speech's noun that somebody gives or that is somebody's; else a verb of saying beside an occasion."""
    lows = line.sentence.lows
    if not line.sentence.vocabulary.isdisjoint(NOUNS):
        for index in line.sentence.places(NOUNS):
            if _given(line, index):
                return Cue(index, index + 1, True)
    if found and not line.sentence.vocabulary.isdisjoint(SPOKEN):
        at = next((one for one in found if line.sentence.low(one.opener) in ("in", "at", "during")), found[0])
        for index in line.sentence.places(SPEAK):
            if index < at.first <= index + 8:
                return Cue(index, index + 1, False)
        for index in line.sentence.places(PRESENT):
            if not SPEAK_OF.isdisjoint(lows[index + 1 : index + 7]):
                return Cue(index, index + 1, False)
        for index in line.sentence.places(REPORTED):
            if (
                (lows[index] in SAY or _acts(line, index) or _shows(line, index) or inverted(line, index))
                and at.opener - index < 18
                and not _reported(line, index, at)
            ):
                return Cue(index, index + 1, False)
    return None


def _acts(line: Line, index: int) -> bool:
    """ "Called for patience", "welcomed the guests": what a speaker does with words, where a person does it."""
    sentence = line.sentence
    low = sentence.lows[index]
    if low in ("made", "makes") and sentence.low(index + 1) in ("clear", "known", "plain"):
        return any(m.kind == PERSON and m.last <= index for m in line.mentions)
    if low == "used":  # "used the following expressions": what is said follows
        return sentence.lows[index + 1 : index + 3] == ["the", "following"]
    if low not in SPEECH_ACTS or (
        low in ("called", "calls", "calling") and sentence.low(index + 1) not in ("for", "on", "upon")
    ):
        return False
    return any(m.kind == PERSON and m.last <= index for m in line.mentions) and sentence.low(index - 1) not in BE


def _shows(line: Line, index: int) -> bool:
    """ "NAME evaluated at the programme": a person who lays something open, with no more than a post between."""
    near = line.sentence.lows[max(index - 3, 0) : index]
    named = any(m.kind == PERSON and index - 9 <= m.first and m.last <= index for m in line.mentions)
    return line.sentence.lows[index] in SHOWN and named and "who" not in near and BE.isdisjoint(near)


def one_of_many(article: Article, line: Line, held: Mapping[str, Post]) -> Cue | None:
    """ "For her part, the engineer Ada Roe reviewed …": where an occasion is being told of, whoever is introduced by a
    post and says something speaks at it."""
    sentence = line.sentence
    if sentence.vocabulary.isdisjoint(TELLING) or any(not _told_to(line, at) for at in sentence.places(ELSEWHERE)):
        return None
    for mention in line.mentions:
        if mention.kind != PERSON or mention.name not in held or held[mention.name].first < 0:
            continue
        post = post_at(article, line, mention)
        if post.first < 0:
            continue
        last = _behind_clause(line, max(mention.last, post.last))
        before = post.first - 1 - (sentence.low(post.first - 1) in ("the", "a"))
        if sentence.low(before) in SAY and sentence.low(before - 1) in SPOKEN_BEFORE:
            return Cue(before, before + 1, False, many=True)
        for step in range(last, min(last + 6, len(sentence))):
            low = sentence.lows[step]
            if low in (".", ";", ":") or (low in TO_OTHERS and step > last + 1) or sentence.low(step + 1) == "me":
                break
            if (
                (low in SAY and sentence.low(step + 1) != "me")
                or (low in SHOWN and _lays_open(line, step))
                or _acts(line, step)
            ):
                return None if _to_the_paper(low) else Cue(step, step + 1, False, many=True)
    return None


def _told_to(line: Line, index: int) -> bool:
    """ "Told journalists": those who report of the occasion were there."""
    before = index - 1 - (line.sentence.low(index - 1) == "the")
    return line.sentence.low(before) in ("told", "tells") and line.sentence.lows[index] in PRESS


def _to_the_paper(low: str) -> bool:
    """ "Warns Ada Roe": the present is how a paper gives what it was told; what was said at an occasion is past."""
    return low.endswith("s") and low not in ("believes", "thinks")


def _lays_open(line: Line, verb: int) -> bool:
    """ "Presented the figures", but not "presented the school with a piano"."""
    near = line.sentence.lows[verb + 1 : verb + 6]
    return line.sentence.lows[verb] not in PRESENT or "with" not in near or not SPEAK_OF.isdisjoint(near)


def _behind_clause(line: Line, last: int) -> int:
    """ "NAME, who has grown roses for years, told": behind the clause that says who that is."""
    sentence = line.sentence
    if sentence.low(last) != "," or sentence.low(last + 1) != "who":
        return last
    return next(
        (step + 1 for step in range(last + 3, min(last + 22, len(sentence))) if sentence.lows[step] == ","), last
    )


def inverted(line: Line, index: int) -> bool:
    """ "…, found Ada Roe": these report only where the speaker follows at once."""
    behind = line.mention_at(index + 1)
    return line.sentence.lows[index] in INVERTED and behind is not None and behind.kind == PERSON


def staged(line: Line, known: bool) -> Cue | None:
    """ "Who took the floor", "closed the day", "we have interviewed Ada Roe": speaking, in other words."""
    sentence = line.sentence
    for index in sentence.places(STAGING):
        low = sentence.lows[index]
        floor = low in FLOORS and {"took", "takes", "taking"} & set(sentence.lows[max(index - 2, 0) : index])
        if low in STAGES and (known or floor) and not STAGED.isdisjoint(sentence.lows[max(index - 2, 0) : index]):
            return Cue(index, index + 1, False)
        framed = low in ("opened", "closed", "opens", "closes") and sentence.low(index + 1) == "the"
        if framed and known and sentence.low(index + 2) in FRAMED:
            return Cue(index, index + 3, False)
        if known and _takes_turn(line, index):
            return Cue(index, index + 1, False)
        if known and low in JOINED and _joined_from_afar(line, index):
            return Cue(index, index + 1, False)
        if known and low in ECHOES and _echoed(line, index):
            return Cue(index, index + 1, False)
        if low in MET and _meets(line, index):
            return Cue(index, index + 1, False)
        if low in ("spoke", "lectured") and _to_an_audience(line, index):
            return Cue(index, index + 1, False)
        if known and low in ("lectured", "addressed") and _to_those_there(line, index):
            return Cue(index, index + 1, False)
        after = line.mention_at(index + 1)
        if low == "spoke" and known and after and after.kind == PERSON:
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
        ordered = sentence.low(index - 1) == "to" and sentence.low(index - 2) in TURNS  # "next to speak was Ada Roe"
        return ordered or (bool(after) and after[0] in TURNS)
    if low in ("floor", "word"):  # "the floor was given to Ada Roe"
        near = sentence.lows[index + 1 : index + 6]
        return not PASSED_ON.isdisjoint(near) and bool(line.within(index, index + REACH, PERSON))
    if low in ("took", "takes", "taking", "picked", "picks"):
        return bool(after) and (after[0] in ("over", "up", "the") and not TOPICS.isdisjoint(after))
    return low in BY_SPEAKERS and sentence.low(index + 1) == "by" and bool(line.within(index, index + REACH, PERSON))


def _joined_from_afar(line: Line, index: int) -> bool:
    """ "Ada Roe joined the meeting by video link": who does so does it to speak."""
    afar = not AFAR.isdisjoint(line.sentence.lows[index + 1 : index + 9])
    return afar and any(m.kind == PERSON and m.last <= index for m in line.mentions)


def _to_an_audience(line: Line, index: int) -> bool:
    """ "Spoke to more than 800 teachers and students"."""
    near = line.sentence.lows[index + 1 : index + 8]
    return near[:1] in (["to"], ["before"]) and not AUDIENCE.isdisjoint(near) and _person_before(line, index)


def _to_those_there(line: Line, index: int) -> bool:
    """ "Lectured on bees", "also addressed the guests", where an occasion is known."""
    if line.sentence.low(index - 1) in BE or not _person_before(line, index):
        return False
    there = not AUDIENCE.isdisjoint(line.sentence.lows[index + 1 : index + 6])
    return there if line.sentence.lows[index] == "addressed" else line.sentence.low(index + 1) in ("on", "about")


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


def _reported(line: Line, verb: int, at: Occasion) -> bool:
    """ "It is reported", "announced that it received a prize at …": what is said was not said at the occasion."""
    between = line.sentence.lows[verb : at.opener]
    if at.last == verb and at.opener < 0:  # "the ceremony concluded with …"
        return True
    return line.sentence.low(verb - 1) in ("is", "are") or "that" in between


def _person_before(line: Line, noun: int) -> bool:
    return any(m.kind == PERSON and m.last <= noun for m in line.mentions)


def _given(line: Line, noun: int) -> bool:
    """Whether the noun is a speech somebody gives: a verb of giving near it, a possessive before it, or a title."""
    lows = line.sentence.lows
    near = lows[max(noun - 9, 0) : noun]
    if line.sentence.low(noun + 1) in ("hall", "room", "theatre", "theater", "notes"):
        return False
    titled = any(quote[0] == noun + 2 for quote in line.quotes)
    if titled and lows[noun] in ("paper", "report") and not PRESENTING.isdisjoint(near[-4:]):
        return _person_before(line, noun)  # "presented the paper «X»"
    if lows[noun] in ("interview", "conversation") and not CONVERSING.isdisjoint(near[-3:]):
        return lows[noun] == "interview" or line.sentence.low(noun + 1) == "with"
    if lows[noun] == "report" and near[-1:] in (["his"], ["her"]) and near[-2:-1] in (["in"], ["during"]):
        return not SAY.isdisjoint(lows)
    if lows[noun] in ("conversation", "report"):
        return lows[noun] == "report" and (_reports(line, noun, near) or _given_by(line, noun))
    if lows[noun] == "sharing" and line.sentence.low(noun + 1) == "of":  # "the sharing of data"
        return False
    if _given_by(line, noun):
        return True
    if lows[noun] in STATEMENTS:
        return not {"made", "making", "gave", "giving"}.isdisjoint(near[-4:]) or to_a_medium(line, noun)
    if lows[noun] == "conference":  # what a lecture is called in Romance languages
        return not LECTURING.isdisjoint(near[-3:]) and near[-1] in ("a", "the", "opening", "closing", "inaugural")
    if lows[noun] == "paper":
        return lows[noun - 1] in ("working", "position", "research", "keynote") and not DELIVER.isdisjoint(near)
    if (
        lows[noun] in ("word", "words", "address", "remarks")
        and near[-1:] != ["greeting"]
        and "closing" not in near[-3:]
        and "opening" not in near[-3:]
    ):
        thanks = line.sentence.low(noun + 1) == "of" and line.sentence.low(noun + 2) in (
            "thanks",
            "welcome",
            "greeting",
        )
        own = 5 if lows[noun] == "address" else 2  # "in her New Year's address"
        his = not {"his", "her"}.isdisjoint(near[-own:]) and not {"in", "during"}.isdisjoint(near[-own - 2 :])
        themed = not THEMES.isdisjoint(lows[noun : noun + 9]) and any(noun < q[0] <= noun + 10 for q in line.quotes)
        if themed and _person_before(line, noun):  # "sent words to the guests with the topic of «X»"
            return True
        return (lows[noun] in ("address", "remarks") or thanks) and (his or not DELIVER.isdisjoint(near))
    if lows[noun] in GREETED and "of" not in lows[noun : noun + 2]:
        return not {"his", "her"}.isdisjoint(near[-3:]) or not DELIVER.isdisjoint(near)
    return not DELIVER.isdisjoint(near) or not {"his", "her", "in", "the"}.isdisjoint(near[-3:])


def _reports(line: Line, noun: int, near: list[str]) -> bool:
    """ "NAME made a report", "NAME came forward with a report", as one gives a lecture."""
    coming = near[-2:] == ["with", "a"] and not COMING.isdisjoint(near[-6:])
    return (coming or not REPORTING.isdisjoint(near[-5:])) and _person_before(line, noun)


def to_a_medium(line: Line, noun: int) -> bool:
    """ "In statements to the press", "in declarations to Radio NAME"."""
    sentence = line.sentence
    led = {"in", "making"} & set(sentence.lows[max(noun - 3, 0) : noun])
    if not led or sentence.low(noun + 1) not in ("to", "for"):
        return False
    at = noun + 2 + (sentence.low(noun + 2) == "the")
    named = line.mention_at(at)
    return not PRESS.isdisjoint(sentence.lows[at : at + 4]) or (named is not None and named.kind != PERSON)


def _given_by(line: Line, noun: int) -> bool:
    """ "The closing lecture was given by NAME", "the toast was pronounced by NAME"."""
    near = line.sentence.lows[noun + 1 : noun + 7]
    by = near.index("by") if "by" in near else -1
    given = by > 0 and not BE.isdisjoint(near[:by]) and not GIVEN_BY.isdisjoint(near[:by])
    return given and any(m.kind == PERSON and noun < m.first <= noun + by + 16 for m in line.mentions)
