"""Capitalised runs: rows of capitalised words with the small words between them, posts and titles cut off."""

import re
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
from articles.text.facts.cues import AWARD_HEADS, EVENT_HEADS, NOT_NAMES, ORG_HEADS, ORG_NOUNS, STATE_PLACES
from articles.text.facts.dates import MONTHS, WEEKDAYS
from articles.text.facts.given import GIVEN, VIETNAMESE, personal
from articles.text.facts.sentences import QUOTES, Sentence
from articles.text.facts.wordlists import words

# Small words inside names: always, or only after the head noun of an organization, an event or a post.
LINKS = words("de del della di da do dos das na nas van von der den bin bint ibn al el la le du des et und für & y")
HEAD_LINKS = words("of for on")
# Whose bodies keep the possessive in their name: "People's Government".
OF_PEOPLE = words("people women men children workers farmers writers lawyers teachers")
# The fields of these go on behind "and".
TITLES = words("mr mrs ms dr prof eng sheikh shri smt adv hj ir drs dra ing engr lic")
OFFICES = words("ministry department bureau commission committee directorate agency office faculty institute")
HEADS = ORG_HEADS | EVENT_HEADS | ROLES | AWARD_HEADS | {"service"}
# Cut off where a language that writes its nouns with capitals puts them before the name ("the Start-up X").
LEADING_NOUNS = words("start-up startup company operator firm manufacturer supplier")
HEADED = ORG_HEADS | EVENT_HEADS | AWARD_HEADS
CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)
# Of whatever country: "the Argentine NAME".
DEMONYMS = words(
    "american argentine argentinian australian austrian belgian bolivian brazilian british bulgarian canadian catalan "
    "chilean chinese colombian croatian cuban czech danish dutch ecuadorian egyptian english estonian finnish french "
    "georgian german greek hungarian indian indonesian iranian iraqi irish israeli italian japanese jordanian kazakh "
    "korean kuwaiti latvian lebanese lithuanian malaysian mexican moroccan nigerian norwegian pakistani peruvian "
    "philippine polish portuguese romanian russian saudi scottish serbian slovak slovenian spanish swedish swiss "
    "syrian thai tunisian turkish ukrainian uruguayan uzbek venezuelan vietnamese welsh"
)
# The deputy of one of these is named right behind it.
PARLIAMENTS = words(
    "duma rada sejm saeima seimas majlis knesset bundestag bundesrat landtag riksdag storting folketing"
)
PARTS_OF_SCHOOLS, SCHOOLS = (
    words("faculty department"),
    words("university college academy polytechnic institute school"),
)
# These go on with what they are for: "National Strategy for Rural Schools".
SCHEMES = words("strategy program programme plan initiative")
HOUSES = PARLIAMENTS | SCHOOLS
# Legal forms, the tail of a company's full name.
SUFFIXES = words("co ltd inc corp llc limited gmbh plc pvt asa ab aps oyj sarl sas bhd tbk pte kk ag se nv bv spa srl")
# Arabic articles written with the name.
ARTICLES = ("al-", "el-", "ar-", "as-", "ad-", "an-", "ash-", "ben-")
BRAND = re.compile(r"[a-z]{1,2}-?[A-Z]\w{2}")  # "e-Harbor", "iSail"
FIELDS_OF_STUDY = (*FIELD_ENDINGS, "studies", "sciences", "technology", "engineering", "medicine", "arts", "economy")
# Before a company's name in marks these are no name.
ACRONYMS = words("tv it ai pr hr sms pdf id")
LEGAL_FORMS = words("llc jsc ooo oao pao ao pjsc cjsc")
# Posts held in a place.
PLACE_ROLES = words("mayor governor prefect mayoress sheriff vice-mayor vice-governor")
LONGEST = 13  # words of a name
POST_WORDS = ROLES | ROLE_MODIFIERS
LINKED_POSTS = POST_WORDS | {"and"}
PLAIN_ROLES = ROLES - GOVERNMENT_ROLES
BEFORE_TITLES = ROLES | HONORIFICS | {"."}
NO_NAMES = LEGAL_FORMS | ACRONYMS
# A run of one or two words with none of these is a name as it stands; behind one with none of those it ends.
PARTING = ROLES | HONORIFICS | DEMONYMS | LEADING_NOUNS | NO_NAMES | words(". general his her their excellency ngo")
GOING_ON = LINKS | HEAD_LINKS | words(". , ' ’ 's ’s and no")


@dataclass(slots=True)
class Run:
    """Tokens of a sentence: the name ``[first, last)``, the post inside the run ``[role, first)`` (empty when they are
    equal) and the capitalised words before the post ``[start, role)``."""

    start: int
    role: int
    first: int
    last: int


def runs(sentence: Sentence) -> list[Run]:
    """The capitalised runs of a sentence, posts and titles told apart from the names."""
    found: list[Run] = []
    free = 0
    for index in sentence.capitals:
        if index < free or not _capital(sentence, index):
            continue
        free = last = _person_start(sentence, index, _run_end(sentence, index))
        if last - index < 3 and PARTING.isdisjoint(sentence.lows[index:last]):
            found.append(Run(index, index, index, last))
            continue
        end = _before_form(sentence, index, last)
        plain = _parted(sentence, index, end) if end > index else None
        found += _held(sentence, index, end) or _placed(sentence, index, end) or ([plain] if plain else [])
    return found


def _person_start(sentence: Sentence, start: int, last: int) -> int:
    """Where a person's name begins behind what it is of: "National Company for Wells Dr. NAME", "University of Velmar
    NAME"; ``last`` where none does."""
    if last - start > 2 and sentence.lows[start] in HOUSES and personal(sentence.lows[start + 1 : last]):
        return start + 1
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


def _before_form(sentence: Sentence, start: int, last: int) -> int:
    """ "Director of LLC «X»": a legal form before a name in marks is no name."""
    if sentence.lows[last - 1] not in LEGAL_FORMS or sentence.low(last) not in QUOTES:
        return last
    return last - 1 - (last - start > 1 and sentence.lows[last - 2] in HEAD_LINKS)


def _held(sentence: Sentence, start: int, last: int) -> list[Run]:
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
    alone = heads == [first] and last - first > 2 and not sentence.words[first].isupper()
    if alone and personal(sentence.lows[first + 1 : last]):
        end = first + 1  # "President of the Chamber NAME"
    if last - end < 2 or sentence.lows[end] in HEAD_LINKS:
        return [Run(first, first, first, last)] if heads or sentence.lows[post] in BUSINESS_ROLES else []
    return [Run(first, first, first, end), Run(end, end, end, last)]


def _in_charge(low: str) -> bool:
    """What directors direct that is no organization: "Director of Marketing"."""
    return _field(low) or low in DEPARTMENTS or low.endswith("ing") or low in STATE_PLACES


def _placed(sentence: Sentence, start: int, last: int) -> list[Run]:
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
        end = _institute_end(sentence, start, last)
    if not heads or end <= start + 1 or not 2 <= last - end <= 3 or HEAD_LINKS & set(sentence.lows[end:last]):
        return []
    return [Run(start, start, start, end), Run(end, end, end, last)]


def _institute_end(sentence: Sentence, start: int, last: int) -> int:
    """Where "Institute of Northern Studies" ends before its member's name; ``start`` where nothing says so."""
    if sentence.low(start + 1) not in HEAD_LINKS:
        return start
    ends = [step + 1 for step in range(start + 2, last - 1) if sentence.lows[step].endswith(FIELDS_OF_STUDY)]
    return ends[-1] if ends else start


def _capital(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if not word[0].isupper():
        if word == sentence.lows[index]:
            return False
        if BRAND.match(word):
            return True
        return word.startswith(ARTICLES) and word.partition("-")[2][:1].isupper()
    if "." in (sentence.low(index - 1), sentence.low(index + 1)) and (
        _degree(sentence, index) or _degree(sentence, index + 2)
    ):
        return False
    if index == 0 and sentence.lows[0].endswith("ing") and sentence.low(1) == ",":  # "Continuing, the CEO …"
        return False
    if sentence.lows[index] not in NOT_NAMES:
        return True
    opening = index == 0 or sentence.words[index - 1] in QUOTES or sentence.low(index - 1) in (":", "-", "–", ".")
    return not opening and _near_capital(sentence, index)


def _degree(sentence: Sentence, index: int) -> bool:
    """Whether the token is the second half of "M.Sc.", "S.Pd.": an academic degree, and no name."""
    glued = sentence.glued(index) and sentence.glued(index - 1) and sentence.low(index - 1) == "."
    short = len(sentence.low(index - 2)) == 1 and 1 < len(sentence.low(index)) <= 4
    return glued and short and sentence.low(index - 3) in (",", ".")


def _near_capital(sentence: Sentence, index: int) -> bool:
    """A capital function word inside a sentence is a name where another capital follows ("Secretary He Ming")."""
    after = sentence.words[index + 1] if index + 1 < len(sentence) else ""
    return after[:1].isupper() and sentence.lows[index] not in CALENDAR


def _run_end(sentence: Sentence, first: int) -> int:
    last, count = first + 1, len(sentence)
    while last < count and last - first < LONGEST:
        if _capital(sentence, last):
            last += 1
            continue
        if sentence.lows[last] not in GOING_ON:
            break
        step = _linked(sentence, last) or _branched(sentence, first, last) or _of_number(sentence, last)
        if not step:
            break
        last = step
    return last


def _of_number(sentence: Sentence, index: int) -> int:
    """The token behind the number of "School No. 12", or 0."""
    numbered = sentence.lows[index : index + 2] == ["no", "."] and sentence.low(index + 2).isdigit()
    return index + 3 if numbered and sentence.low(index - 1) in ORG_HEADS else 0


def _linked(sentence: Sentence, index: int) -> int:
    """The token after the capital that a small word at ``index`` links to the run, or 0."""
    low = sentence.lows[index]
    if low in ".,":
        return _marked(sentence, index)
    after = index + 1
    if low in ("'", "’") and sentence.glued(index) and sentence.low(index - 1).endswith("s"):  # "Teachers' Union"
        return after + 1 if sentence.low(after) in ORG_HEADS and sentence.words[after][0].isupper() else 0
    if low in ("'s", "’s") and sentence.low(index - 1) in OF_PEOPLE:
        return after + 1 if after < len(sentence) and sentence.words[after][0].isupper() else 0
    if low in HEAD_LINKS and sentence.low(index - 1) in HEADS:
        after += sentence.low(after) == "the"
        if sentence.low(index - 1) in AWARD_HEADS and _organization(sentence, after):
            return 0
    elif low not in LINKS and not (low == "for" and sentence.low(index - 1) in SCHEMES):
        return 0
    if after < len(sentence) and sentence.low(after) in LINKS:
        after += 1
    return after + 1 if after < len(sentence) and _capital(sentence, after) else 0


def _branched(sentence: Sentence, first: int, index: int) -> int:
    """ "Union of Booksellers of the East", "Ministry of Education and Science": an organization's name that goes on."""
    if sentence.lows[index] not in ("of", "and"):
        return 0
    heads = set(sentence.lows[first:index])
    after = index + 1 + (sentence.low(index + 1) == "the")
    of = sentence.lows[index] == "of" and not ORG_HEADS.isdisjoint(heads) and not HEAD_LINKS.isdisjoint(heads)
    held = not GOVERNMENT_ROLES.isdisjoint(heads) and _field(sentence.low(after))
    offices = held or not OFFICES.isdisjoint(heads) or (_field(sentence.low(after)) and not ORG_HEADS.isdisjoint(heads))
    also = sentence.lows[index] == "and" and offices and ("of" in heads or "for" in heads)
    if not (of or also) or after >= len(sentence) or not _capital(sentence, after):
        return 0
    if of and sentence.lows[first] in PARTS_OF_SCHOOLS and _school(sentence, after):
        return 0
    return 0 if also and _organization(sentence, after) else after + 1


def _school(sentence: Sentence, index: int) -> bool:
    """Whether the capitals at ``index`` name a school: its faculty is no part of its name."""
    while index < len(sentence) and sentence.words[index][0].isupper():
        if sentence.lows[index] in SCHOOLS:
            return True
        index += 1 + (sentence.low(index + 1) in ("'s", "’s"))
    return False


def _field(low: str) -> bool:
    return low in FIELDS or low.endswith(FIELD_ENDINGS)


def _organization(sentence: Sentence, index: int) -> bool:
    """Whether the capitals at ``index`` name an organization: then they give the award, and are no part of its name."""
    while index < len(sentence) and sentence.words[index][0].isupper():
        if sentence.lows[index] in ORG_HEADS:
            return True
        index += 1
    return False


def _marked(sentence: Sentence, index: int) -> int:
    """The token behind a mark inside a name, or 0: the full stop of a title, the comma in "Co., Ltd."."""
    before, after = sentence.low(index - 1), index + 1
    initial = len(before) == 1 and sentence.words[index - 1].isupper() and sentence.glued(index)
    if sentence.lows[index] == "." and initial and after < len(sentence):  # "K. R. Menon"
        return after + 1 if sentence.words[after][0].isupper() else 0
    if sentence.lows[index] == "." and before in HONORIFICS and after < len(sentence):
        return after if sentence.words[after][0].isupper() else 0
    if before in SUFFIXES or sentence.low(index - 2) in SUFFIXES or sentence.low(after) in SUFFIXES:
        after += sentence.low(after) == ","
        return after + 1 if sentence.low(after) in SUFFIXES and sentence.low(after) != before else 0
    return 0


def _parted(sentence: Sentence, start: int, last: int) -> Run | None:
    """The run with its post and its title cut off the front; none where nothing but those is left."""
    if sentence.low(start - 1) in QUOTES and sentence.low(last) in QUOTES:
        return Run(start, start, start, last)
    while start < last and (_excellency(sentence, start) or sentence.lows[start] == "excellency"):
        start += 1
    start += sentence.lows[start] in DEMONYMS and personal(sentence.lows[start + 1 : last])
    role = first = start
    headed = sentence.lows[last - 1] in HEADED or sentence.low(last) in AWARD_HEADS
    for index in range(last - 1, start - 1, -1):
        if sentence.lows[index] in ROLES and not headed:
            role, first = _role_start(sentence, start, index), _field_end(sentence, index, last)
            break
    while first < last and (
        sentence.lows[first] in HONORIFICS or sentence.lows[first] == "." or _excellency(sentence, first)
    ):
        first += 1
    if first < last - 1 and sentence.lows[first] == "general" and sentence.low(first - 1) in HONORIFICS:
        first += 1  # "Major General NAME"
    if first >= last and role > start:  # "Acme CEO": the post ends the run, the name stands before it
        return Run(start, start, start, role)
    if first + 1 < last and is_leading(sentence, first):
        first += 1
    if first + 1 == last and sentence.lows[first] in NO_NAMES:
        return None
    return Run(start, min(role, first), first, last) if first < last else None


def is_leading(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised noun leads to the name of an organization, and is no part of it."""
    return sentence.lows[index] in LEADING_NOUNS or sentence.words[index] == "NGO"


def _excellency(sentence: Sentence, index: int) -> bool:
    """The first word of "His Excellency", "Her Highness"."""
    return sentence.lows[index] in ("his", "her", "their") and sentence.low(index + 1) in HONORIFICS


def _role_start(sentence: Sentence, start: int, index: int) -> int:
    if sentence.lows[index] in GOVERNMENT_ROLES or FIELDS.issuperset(sentence.lows[start:index]):
        return start
    if sentence.lows[start] == "chief" and sentence.lows[index] == "officer":
        return start
    while index > start and sentence.lows[index - 1] in LINKED_POSTS:
        index -= 1
    return index


def _field_end(sentence: Sentence, role: int, last: int) -> int:
    """Where the person begins after "Minister of Public Health": behind the last noun of a field."""
    if sentence.low(role + 1) == "general":
        role += 1
    if sentence.low(role + 1) not in HEAD_LINKS:
        return role + 1
    for index in range(last - 1, role, -1):
        if _field(sentence.lows[index]) and "".join(sentence.words[index + 1 : index + 2])[:1].isupper():
            return index + 1
    return last - 2 if last - role >= 5 and sentence.words[last - 2][0].isupper() else last
