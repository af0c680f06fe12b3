"""What the words about a capitalised run say of it: a person's, an organization's, or neither's name."""

from collections.abc import Iterator
from functools import lru_cache

from articles.text.facts.callings import (
    DEPARTMENTS,
    HONORIFICS,
    HUMAN,
    NO_TRADES,
    OCCUPATIONS,
    ROLE_MODIFIERS,
    ROLES,
    TRADES,
)
from articles.text.facts.cues import (
    AUXILIARY,
    AWARD_HEADS,
    DELIVER,
    EVENT_HEADS,
    LAUNCH,
    ORG_ACTS,
    ORG_ENDINGS,
    ORG_HEADS,
    ORG_NOUNS,
    PRESENT,
    SAY,
    SPEECH_NOUNS,
    STATE_PLACES,
    TRADING,
)
from articles.text.facts.given import personal
from articles.text.facts.heading import (
    KIN,
    NOUNS_BESIDE,
    agreed_with,
    at_work,
    has_age_apposed,
    has_lived,
    headed,
    held_in,
    in_a_row,
    in_a_title,
    is_aged,
    is_begun,
    is_known_by_given_name,
    is_region,
    is_related,
    named_so,
    who_heads,
    with_a_person,
)
from articles.text.facts.holders import HEAD_LINKS, TITLES, Run
from articles.text.facts.runs import SUFFIXES, is_leading
from articles.text.facts.sentences import QUOTES, Sentence
from articles.text.facts.wordlists import words

PERSON, ORGANIZATION, OTHER = "person", "organization", "other"
# A name with one of these in it is an occasion's.
GATHERINGS = words("forum summit conference congress symposium festival convention expo olympiad biennale")
# In apposition these need no article: "NAME, operator of terminals".
MAKERS = words("operator manufacturer supplier maker developer publisher retailer producer provider owner carrier")
# Bodies of whatever organization stands beside them.
OF_OTHERS = (["party", "committee"], ["standing", "committee"], ["party", "group"])
SUPERLATIVES = words("best most top outstanding excellent")
PLACED = words("the in at from near to")
# Newspapers stand in marks as titles do.
PRESS = words("newspaper daily times news press magazine gazette herald tribune radio television")
PLACES = words(
    "ground square street road stadium station airport palace building arena avenue examination examinations exam act"
)
SETTLEMENTS = words("village villages town townlet city hamlet commune district settlement suburb neighborhood island")
VENUES = words("theatre theater teatro théâtre cinema hotel")
ORG_DEEDS = words("presented opened received won sells makes produces employs runs plans has is was will announced")
MAKES = words("makes produces manufactures sells employs supplies exports imports serves")
# What one person does, where a company would do otherwise.
DONE_BY_ONE = words("led headed chaired written painted directed composed authored coached conducted sung illustrated")
BESIDE = NOUNS_BESIDE | KIN  # none of these in a sentence, and none of these rules finds anything in it
HOUSES = words("publishing fashion auction trading")
PARTED = frozenset((",", "-", "–", "—"))
COMPLEMENTS = words("of for in at the a")
TRADE_ENDS = words(", . and of from in at with who ;") | {""}
TALKS = words("interview conversation talk speech address statement")
DEALT = words("by to from with 's ’s")
NEITHER = EVENT_HEADS | AWARD_HEADS | PLACES
ORG_TAILS = ORG_HEADS | SUFFIXES
# A name with none of these in it does not say itself what it names.
TELLING = GATHERINGS | NEITHER | ORG_TAILS | SUPERLATIVES | words("no committee group duma ngo faculty service")
# No post goes on behind these.
VERBS = SAY | AUXILIARY | PRESENT | (LAUNCH - ORG_HEADS - words("open set form start build pilot"))
POSTS = ROLES | ROLE_MODIFIERS
POSTS_PROPER = POSTS - OCCUPATIONS
NEARBY = words("guest guests home hosts visiting star")  # before a post, in capitals that begin a sentence
BODIES = ORG_NOUNS | ORG_HEADS
OPENERS = BODIES | DEPARTMENTS
NOT_PEOPLE = NO_TRADES | ORG_NOUNS
BELONGING = PLACED | {"of"}
BETWEEN = words("also has have had will would to officially recently is are was today")


def evidence(sentence: Sentence, run: Run, inside: bool) -> Iterator[tuple[str, int]]:
    """What speaks for a person and for an organization at one place where a name stands."""
    lows = sentence.lows[run.first : run.last]
    telling = not TELLING.isdisjoint(lows)
    if telling and lows[-3:-1] == ["no", "."] and lows[0] not in ROLES:
        yield ORGANIZATION, 6
    if not lows[-1][0].isalpha() or (sentence.low(run.last) in TITLES and ORG_HEADS.isdisjoint(lows)):
        return
    if _settlement(sentence, run, lows) or is_region(sentence, run):
        yield OTHER, 5
    elif (
        (telling and _names_neither(sentence, run, lows))
        or _is_title(sentence, run)
        or is_begun(sentence, run)
        or in_a_title(sentence, run)
    ):
        yield OTHER, 9
    elif not telling:
        yield from _neighbours(sentence, run, lows, inside)
    elif len(lows) > 1 and (lows[-1] in ORG_TAILS or lows[0] in ORG_HEADS or _linked_head(lows)):
        whole = sentence.low(run.first - 1) in QUOTES and sentence.low(run.last) in QUOTES
        if _held_there(sentence, run.start) and not VENUES.isdisjoint(lows):
            yield OTHER, 3
        elif not whole or lows[-1] in PRESS or sentence.low(run.first - 2) in BODIES:  # in marks it may be any title
            yield ORGANIZATION, 6
    elif not ORG_HEADS.isdisjoint(lows[1:-1]) or (lows[-1] == "service" and len(lows) > 2):
        yield ORGANIZATION, 4
    else:
        yield from _neighbours(sentence, run, lows, inside)


def _names_neither(sentence: Sentence, run: Run, lows: list[str]) -> bool:
    """An occasion, a place, an honour; "won the «Best Delivery Service»": what is won."""
    gathering = ORG_HEADS.isdisjoint(lows) and not GATHERINGS.isdisjoint(lows)
    occasion = gathering or lows[-1] in NEITHER or (lows[0] in EVENT_HEADS and lows[0] not in ORG_HEADS)
    generic = (
        lows in OF_OTHERS or lows == ["duma"] or sentence.words[run.first : run.last] == ["NGO"] or lows[0] == "faculty"
    )
    return occasion or generic or (lows[0] in SUPERLATIVES and sentence.low(run.first - 1) in QUOTES)


def _is_title(sentence: Sentence, run: Run) -> bool:
    """ "The title of X" """
    return sentence.low(run.first - 1) == "of" and sentence.low(run.first - 2) in ("title", "titles")


def _settlement(sentence: Sentence, run: Run, lows: list[str]) -> bool:
    """ "The village NAME", but "the head of the village NAME"."""
    plain = sentence.low(run.start - 1) in SETTLEMENTS and sentence.words[run.start - 1].islower()
    return plain and not personal(lows) and (len(lows) == 1 or before_post(sentence, run.first) < 0)


def _held_there(sentence: Sentence, start: int) -> bool:
    """ "In the Theatre NAME": where something takes place."""
    return sentence.low(start - 1 - (sentence.low(start - 1) == "the")) in ("in", "at")


def _linked_head(lows: list[str]) -> bool:
    """ "X Department of Y": the head noun stands before the link."""
    return any(
        (low in ORG_HEADS or low == "service") and lows[at + 1] in HEAD_LINKS for at, low in enumerate(lows[:-1])
    )


def _neighbours(sentence: Sentence, run: Run, lows: list[str], inside: bool) -> Iterator[tuple[str, int]]:
    before, after = sentence.low(run.start - 1), sentence.low(run.last)
    if before in QUOTES:
        before = sentence.low(run.start - 2)
    plain = run.start > 0 and not sentence.words[run.start - 1][0].isupper()
    marked = sentence.low(run.start - 1) in QUOTES
    named = (before in ORG_HEADS or before in ORG_NOUNS) and before != "station" if marked else before in ORG_NOUNS
    introduced = named and plain and run.role == run.first and not at_work(sentence, run)
    if introduced or is_leading(sentence, run.start):
        yield ORGANIZATION, 5
    heads = marked and headed(sentence, run)
    if not heads and _titled(sentence, run) and len(lows) <= 5 and lows[-1] not in STATE_PLACES:
        yield PERSON, 5
    if (_compound(lows[0]) or _compound(lows[-1])) and sentence.words[run.start][0].isupper():
        yield ORGANIZATION, 4
    yield from _beside_posts(sentence, run, lows)
    if before == "house" and sentence.low(run.start - 2) in HOUSES:
        yield ORGANIZATION, 5
    beside = not BESIDE.isdisjoint(sentence.vocabulary)
    if beside and (named_so(sentence, run) or in_a_row(sentence, run)):
        yield ORGANIZATION, 3
    if (
        after in ORG_NOUNS
        and sentence.low(run.start - 3) in ROLES
        and sentence.lows[run.start - 2 : run.start] == ["of", "the"]
    ):
        yield ORGANIZATION, 3  # "the head of the NAME cooperative"
    if heads or (beside and who_heads(sentence, run)):
        yield ORGANIZATION, 4
    opening = run.start == 0 and after != "," and len(lows) == 1  # "VELMAR - Governor …"
    if after in PARTED and not opening and before not in PLACED and _introduced(sentence, run.last + 1, ROLES):
        yield PERSON, 4
    if (
        has_age_apposed(sentence, run.last)
        or (beside and is_related(sentence, run))
        or (before.endswith("year-old") and after in PARTED)
    ):
        yield PERSON, 4
    if beside and is_known_by_given_name(sentence, run):
        yield PERSON, 4
    if len(lows) > 1:
        yield from _of_more_words(sentence, run, lows, before, after)
    if (len(lows) > 1 or inside) and before not in BELONGING:
        yield from _acting(sentence, run, lows)


@lru_cache(4096)
def _compound(low: str) -> bool:
    """ "Stadttheater": what it is, behind what it is of."""
    return low.endswith(ORG_ENDINGS) and low not in ORG_ENDINGS


def _beside_posts(sentence: Sentence, run: Run, lows: list[str]) -> Iterator[tuple[str, int]]:
    """Posts and nouns of organizations about a name: "Acme CEO", "manager of Acme", "Acme, the operator"."""
    after = sentence.low(run.last)
    if held_in(sentence, run.start):
        yield ORGANIZATION, 3
    bracketed = after == "(" and sentence.low(run.last + 1) in ROLES
    held = bracketed and sentence.low(run.last + 2) in ("of", ")", ",")
    if held and 1 < len(lows) <= 4:  # "NAME (president of the club)", but "COMPANY (CEO NAME)"
        yield PERSON, 4
    elif after in POSTS_PROPER or bracketed:
        alone = run.start == 0 and len(lows) == 1 and (lows[0] in OPENERS or lows[0] in NEARBY)  # "Theatre director"
        if not (alone or lows[0] in POSTS or lows[-1] in STATE_PLACES):
            yield ORGANIZATION, 4
    if after == "," and sentence.low(run.start - 1) not in PLACED and _introduced(sentence, run.last + 1, ORG_NOUNS):
        yield ORGANIZATION, 4


def _of_more_words(sentence: Sentence, run: Run, lows: list[str], before: str, after: str) -> Iterator[tuple[str, int]]:
    """What speaks only for names of two words and more, people's of four at most."""
    short = len(lows) <= 4
    if lows[-1] in TRADING and _trades(sentence, run):
        yield ORGANIZATION, 1
    if agreed_with(sentence, run) or (lows[-1] in TRADING and before in DEALT):
        yield ORGANIZATION, 2
    if short and after == "," and before not in PLACED and _trade_behind(sentence, run.last + 1):
        yield PERSON, 3
    if after == "," and sentence.low(run.last + 1) == "who" and before not in BELONGING:
        yield PERSON, 4
    if short and after in ("from", "of") and sentence.lows[run.last + 2 : run.last + 4] == [",", "who"]:
        yield PERSON, 4
    if short and (_by_trade(sentence, run.first) or _as_person(sentence, run)):
        yield PERSON, 3
    if (
        short
        and after == ","
        and sentence.low(run.last + 1) == "in"
        and not TALKS.isdisjoint(sentence.lows[run.last + 2 : run.last + 6])
    ):
        yield PERSON, 3  # "NAME, in an interview with this paper, …"
    the = after == "of" and sentence.low(run.last + 1) == "the"
    if the and len(lows) <= 3 and sentence.low(run.last + 2) in ORG_HEADS:
        yield PERSON, 1
    if before == "of" and sentence.words[run.start - 2][0].isupper() and _named_before(sentence, run):
        yield ORGANIZATION, 3
    if len(lows) == 2 and "and" in (before, after) and with_a_person(sentence, run):
        yield PERSON, 2
    if after in (",", "(") and (is_aged(sentence, run.last) or has_lived(sentence, run.last)):
        yield PERSON, 4


def _by_trade(sentence: Sentence, first: int) -> bool:
    """ "The baker NAME": what a person does stands right before the name."""
    low = sentence.low(first - 1)
    return len(low) > 3 and low.endswith(TRADES) and low not in NOT_PEOPLE and sentence.words[first - 1].islower()


def _trade_behind(sentence: Sentence, index: int) -> bool:
    """ "NAME, a mussel picker from the islands": what a person does closes an apposition."""
    index += sentence.low(index) in ("a", "an", "the")
    for step in range(index, index + 3):
        low = sentence.low(step)
        if not low.replace("-", "").isalpha() or low in PLACED or low in SAY or not sentence.words[step].islower():
            return False
        if low in OCCUPATIONS or (low.endswith(TRADES) and len(low) > 4 and low not in NOT_PEOPLE):
            return sentence.low(step + 1) in TRADE_ENDS
    return False


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
    return not ROLES.isdisjoint(near) and near[-1] not in ROLES and near[-1] not in ORG_HEADS


def _titled(sentence: Sentence, run: Run) -> bool:
    """A title or a post stands right before the name, in the run or in lower case."""
    if sentence.lows[run.start] in HONORIFICS or run.role < run.first:
        return True
    before = sentence.low(run.first - 1)
    if before == ":" and run.last - run.first > 1:
        before = sentence.low(run.first - 2)
    if before in ROLES or before in HONORIFICS:
        return True
    return before_post(sentence, run.first) >= 0


def before_post(sentence: Sentence, first: int) -> int:
    """The post's noun in "the head of the X settlement NAME", "its director, NAME", or -1."""
    index = first - 1
    if (sentence.low(index) in QUOTES and sentence.glued(first)) or sentence.low(
        index
    ) in COMPLEMENTS:  # the post's complement, not its holder
        return -1
    comma = sentence.low(index) == ","
    index -= comma
    stop = max(index - 13, -1)
    while index > stop:
        low = sentence.lows[index]
        if low in ROLES or (low == "general" and sentence.low(index - 1) in ROLES):
            direct = comma and index == first - 2
            return index if direct or sentence.low(index + 1) in ("of", "for", "at") else -1
        if (not low[0].isalnum() and low not in QUOTES and low != "'s") or low in VERBS:
            return -1
        index -= 1
    return -1


def _trades(sentence: Sentence, run: Run) -> bool:
    """ "Ruiyang Medical stood out": a name that ends as companies' names do, as the subject of a clause."""
    opened = run.start == 0 or sentence.low(run.start - 1) in (".", ",", "and", "but", "that", "”", '"')
    return opened and (
        sentence.low(run.last).endswith("ed") or sentence.low(run.last) in ("and", "stood", "also", "'s", "’s")
    )


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
    if verb in MAKES and not passive and not personal(lows):
        yield ORGANIZATION, 1
    if verb in ORG_ACTS and not passive or len(lows) > 1 and lows[-1] in TRADING and (verb in ORG_DEEDS or verb in SAY):
        yield ORGANIZATION, 2
    elif 1 < len(lows) <= 4 and not passive and _speaks(sentence, run, step):
        yield PERSON, 1


def _addressed(sentence: Sentence, run: Run) -> bool:
    """ "Her family told NAME": who is told something, often a paper; but "“…”, tells NAME"."""
    told = sentence.low(run.first - 1) in ("told", "tells")
    return told and sentence.low(run.first - 2) not in QUOTES and sentence.low(run.first - 2) != ","


def _speaks(sentence: Sentence, run: Run, step: int) -> bool:
    """Whether a name says something, gives a speech, or does what only people do."""
    verb = sentence.low(step)
    before = sentence.low(run.first - 1)
    if verb in SAY or verb in HUMAN or (before in SAY and not _addressed(sentence, run)):
        return True
    if verb in DELIVER and not SPEECH_NOUNS.isdisjoint(sentence.lows[step : step + 6]):
        return True
    opening = run.start == 0 and verb in ("in", "at", "on", "during")  # "NAME at the ceremony stated"
    return opening and any(low in SAY for low in sentence.lows[step : step + 14])
