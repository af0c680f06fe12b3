"""Organizations and the people named right behind them: "the director of the X College Ada Roe"."""

from dataclasses import dataclass

from articles.text.facts.callings import (
    BUSINESS_ROLES,
    DEPARTMENTS,
    FIELD_ENDINGS,
    FIELDS,
    GOVERNMENT_ROLES,
    HONORIFICS,
    ROLE_MODIFIERS,
    ROLES,
)
from articles.text.facts.cues import AWARD_HEADS, EVENT_HEADS, ORG_HEADS, ORG_NOUNS, STATE_PLACES
from articles.text.facts.given import GIVEN, VIETNAMESE, personal
from articles.text.facts.sentences import Sentence
from articles.text.facts.wordlists import words

# Small words inside names: always, or only after the head noun of an organization, an event or a post.
LINKS = words(
    "de del della di da do dos das na nas van von der den bin bint ibn al el la le du des et und für & y cu och og és "
    "ve con sur aux au zum zur vom för til voor"
)
HEAD_LINKS = words("of for on")
TITLES = words("mr mrs ms dr prof eng sheikh shri smt adv hj ir drs dra ing engr lic")
HEADED = ORG_HEADS | EVENT_HEADS | AWARD_HEADS
# The deputy of one of these is named right behind it.
PARLIAMENTS = words(
    "duma rada sejm saeima seimas majlis knesset bundestag bundesrat landtag riksdag storting folketing"
)
PARTS_OF_SCHOOLS, SCHOOLS = (
    words("faculty department"),
    words("university college academy polytechnic institute school"),
)
HOUSES = PARLIAMENTS | SCHOOLS
FIELDS_OF_STUDY = (*FIELD_ENDINGS, "studies", "sciences", "technology", "engineering", "medicine", "arts", "economy")
# Posts held in a place.
PLACE_ROLES = words("mayor governor prefect mayoress sheriff vice-mayor vice-governor")
POST_WORDS = ROLES | ROLE_MODIFIERS
PLAIN_ROLES = ROLES - GOVERNMENT_ROLES
BEFORE_TITLES = ROLES | HONORIFICS | {"."}
# Behind one of these with its article, whoever holds a post in it is named: "the president of the Chamber NAME".
MEMBERED = words(
    "chamber council committee union association federation party parliament assembly ministry commission society "
    "department agency academy institute university board municipality senate court company group"
)


@dataclass(slots=True)
class Run:
    """Tokens of a sentence: the name ``[first, last)``, the post inside the run ``[role, first)`` (empty when they are
    equal) and the capitalised words before the post ``[start, role)``."""

    start: int
    role: int
    first: int
    last: int


def person_start(sentence: Sentence, start: int, last: int) -> int:
    """Where a person's name begins behind what it is of: "National Company for Wells Dr. NAME", "University of Velmar
    NAME"; ``last`` where none does."""
    if last - start > 2 and sentence.lows[start] in HOUSES and personal(sentence.lows[start + 1 : last]):
        return start + 1
    if last - start == 3 and sentence.low(start - 1) in ORG_NOUNS and personal(sentence.lows[start + 1 : last]):
        return start + 1  # "the head of the company ORG NAME"
    for step in range(start + 1, last):
        low = sentence.lows[step]
        if low in TITLES and sentence.low(step - 1) not in BEFORE_TITLES:
            return step
        if (
            last - step in (2, 3)
            and step - start > 2
            and (low in GIVEN or low in VIETNAMESE)
            and not HEAD_LINKS.isdisjoint(sentence.lows[start : step - 1])
            and personal(sentence.lows[step:last])
        ):
            headed = not ORG_HEADS.isdisjoint(sentence.lows[start:step]) and sentence.lows[step - 1] not in ORG_HEADS
            return step if headed else last
    return last


def held(sentence: Sentence, start: int, last: int) -> list[Run]:
    """ "Rector of X University", "Head of the X Agency NAME": the organization of a post and whoever holds it."""
    post = start
    while post < last and sentence.lows[post] in ROLE_MODIFIERS and sentence.low(post + 1) in POST_WORDS:
        post += 1
    held = sentence.lows[post] in PLAIN_ROLES or (post + 4 == last and sentence.lows[last - 1] in ORG_HEADS)
    if not held or sentence.lows[post] not in ROLES or sentence.low(post + 1) not in ("of", "at", "for"):
        return []
    first = post + 2 + (sentence.low(post + 2) == "the")
    heads = [
        step for step in range(first, last) if sentence.lows[step] in ORG_HEADS or sentence.lows[step] == "service"
    ]
    if heads:  # "Administration of the Nordvik District"
        heads += [step for step in range(heads[-1] + 1, last) if sentence.lows[step] in STATE_PLACES]
    if first + 1 == last and sentence.low(last) in ORG_NOUNS:  # "CEO of the NAME cooperative"
        return [Run(first, first, first, last)]
    if (
        sentence.lows[post] in BUSINESS_ROLES
        and first + 1 == last
        and not heads
        and not _in_charge(sentence.lows[first])
    ):
        return [Run(first, first, first, last)]  # "CEO of NAME"
    if first >= last or (not heads and first + 1 == last) or FIELDS.issuperset(sentence.lows[first:last]):
        return []
    end = heads[-1] + 1 if heads and heads[-1] > first else last
    if heads == [first]:
        end = _member_at(sentence, first, last) or end
    if last - end < 2 or sentence.lows[end] in HEAD_LINKS:
        return [Run(first, first, first, last)] if heads or sentence.lows[post] in BUSINESS_ROLES else []
    return [Run(first, first, first, end), Run(end, end, end, last)]


def _in_charge(low: str) -> bool:
    """What directors direct that is no organization: "Director of Marketing"."""
    return is_field(low) or low in DEPARTMENTS or low.endswith("ing") or low in STATE_PLACES


def placed(sentence: Sentence, start: int, last: int) -> list[Run]:
    """ "The mayor of PLACE NAME", "the director of the X College NAME": two or more capitals behind what is held."""
    if last - start < 3:
        return []
    before = start - 1 - (sentence.low(start - 1) == "the")
    post = sentence.low(before - 1)
    if sentence.low(before) not in ("of", "at", "from") or post not in ROLES:
        return []
    heads = [step for step in range(start, last) if sentence.lows[step] in HEADED]
    if post in PLACE_ROLES and not heads and not LINKS & set(sentence.lows[start:last]):
        return [Run(start, start, start, last - 2), Run(last - 2, last - 2, last - 2, last)]
    end = heads[-1] + 1 if heads else last
    if heads == [start]:
        end = _member_at(sentence, start, last)
    if not heads or end <= start or not 2 <= last - end <= 3 or HEAD_LINKS & set(sentence.lows[end:last]):
        return []
    return [Run(start, start, start, end), Run(end, end, end, last)]


def _member_at(sentence: Sentence, start: int, last: int) -> int:
    """Where the member's name begins behind "the Chamber" or "the Institute of Northern Studies"; 0 where nothing says
    so."""
    if sentence.low(start + 1) not in HEAD_LINKS:
        alone = sentence.lows[start] in MEMBERED and sentence.low(start - 1) == "the"
        alone = alone or (personal(sentence.lows[start + 1 : last]) and not sentence.words[start].isupper())
        return start + 1 if alone and 2 <= last - start - 1 <= 3 else 0
    end = _institute_end(sentence, start, last)
    return end if end > start and sentence.words[end][0].isupper() else 0


def _institute_end(sentence: Sentence, start: int, last: int) -> int:
    """Where "Institute of Northern Studies" ends before its member's name; ``start`` where nothing says so."""
    if sentence.low(start + 1) not in HEAD_LINKS:
        return start
    fields = (step for step in range(start + 2, last - 1) if _is_studied(sentence.lows[step]))
    ends = [step + 1 for step in fields]
    return ends[-1] if ends else start


def _is_studied(low: str) -> bool:
    return low in FIELDS or low.endswith(FIELDS_OF_STUDY)


def is_field(low: str) -> bool:
    return low in FIELDS or low.endswith(FIELD_ENDINGS)
