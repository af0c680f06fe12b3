"""Capitalised runs: rows of capitalised words with the small words between them, posts and titles cut off."""

import re

from articles.text.facts.callings import FIELDS, GOVERNMENT_ROLES, HONORIFICS, ROLES
from articles.text.facts.cues import AWARD_HEADS, EVENT_HEADS, NOT_NAMES, ORG_HEADS, ORG_NOUNS, STATE_PLACES
from articles.text.facts.dates import MONTHS, WEEKDAYS
from articles.text.facts.given import personal
from articles.text.facts.holders import (
    HEAD_LINKS,
    HEADED,
    LINKS,
    PARTS_OF_SCHOOLS,
    POST_WORDS,
    SCHOOLS,
    Run,
    held,
    is_field,
    person_start,
    placed,
)
from articles.text.facts.sentences import QUOTES, Sentence
from articles.text.facts.wordlists import words

# Whose bodies keep the possessive in their name: "People's Government".
OF_PEOPLE = words("people women men children workers farmers writers lawyers teachers")
# The fields of these go on behind "and".
OFFICES = words("ministry department bureau commission committee directorate agency office faculty institute")
HEADS = ORG_HEADS | EVENT_HEADS | ROLES | AWARD_HEADS | {"service"}
# Cut off where a language that writes its nouns with capitals puts them before the name ("the Start-up X").
LEADING_NOUNS = words("start-up startup company operator firm manufacturer supplier")
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
# These go on with what they are for: "National Strategy for Rural Schools".
SCHEMES = words("strategy program programme plan initiative")
# Legal forms, the tail of a company's full name.
SUFFIXES = words("co ltd inc corp llc limited gmbh plc pvt asa ab aps oyj sarl sas bhd tbk pte kk ag se nv bv spa srl")
# Arabic articles written with the name.
ARTICLES = ("al-", "el-", "ar-", "as-", "ad-", "an-", "ash-", "ben-")
BRAND = re.compile(r"[a-z]{1,2}-?[A-Z]\w{2}")  # "e-Harbor", "iSail"
# Before a company's name in marks these are no name.
ACRONYMS = words("tv it ai pr hr sms pdf id")
LEGAL_FORMS = words("llc jsc ooo oao pao ao pjsc cjsc")
LONGEST = 13  # words of a name
LINKED_POSTS = POST_WORDS | {"and"}
CLOSERS = words("first now today together more us out up without again one")
NO_NAMES = LEGAL_FORMS | ACRONYMS
# A run of one or two words with none of these is a name as it stands; behind one with none of those it ends.
PARTING = ROLES | HONORIFICS | DEMONYMS | LEADING_NOUNS | NO_NAMES | words(". general his her their excellency ngo")
GOING_ON = LINKS | HEAD_LINKS | words(". , ' ’ 's ’s and no")


def runs(sentence: Sentence) -> list[Run]:
    """The capitalised runs of a sentence, posts and titles told apart from the names."""
    found: list[Run] = []
    free = 0
    for index in sentence.capitals:
        if index < free or not _capital(sentence, index):
            continue
        free = last = person_start(sentence, index, _run_end(sentence, index))
        if last - index < 3 and PARTING.isdisjoint(sentence.lows[index:last]):
            found.append(Run(index, index, index, last))
            continue
        end = _before_form(sentence, index, last)
        plain = _parted(sentence, index, end) if end > index else None
        found += held(sentence, index, end) or placed(sentence, index, end) or ([plain] if plain else [])
    return found


def _before_form(sentence: Sentence, start: int, last: int) -> int:
    """ "Director of LLC «X»": a legal form before a name in marks is no name."""
    if sentence.lows[last - 1] not in LEGAL_FORMS or sentence.low(last) not in QUOTES:
        return last
    return last - 1 - (last - start > 1 and sentence.lows[last - 2] in HEAD_LINKS)


def _capital(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if not word[0].isupper():
        if word == sentence.lows[index]:
            return False
        if BRAND.match(word):
            return True
        return word.startswith(ARTICLES) and word.partition("-")[2][:1].isupper()
    if len(word) <= 4 and (_degree(sentence, index) or _degree(sentence, index + 2)):
        return False
    if index == 0 and sentence.lows[0].endswith("ing") and sentence.low(1) == ",":  # "Continuing, the CEO …"
        return False
    if sentence.lows[index] not in NOT_NAMES:
        return True
    opening = index == 0 or sentence.words[index - 1] in QUOTES or sentence.low(index - 1) in (":", "-", "–", ".")
    return not opening and (_near_capital(sentence, index) or _closes_a_name(sentence, index))


def _degree(sentence: Sentence, index: int) -> bool:
    """Whether the token is the second half of "M.Sc.", "S.Pd.": an academic degree, and no name."""
    if sentence.low(index - 1) != "." or not (sentence.glued(index) and sentence.glued(index - 1)):
        return False
    short = len(sentence.low(index - 2)) == 1 and 1 < len(sentence.low(index)) <= 4
    return short and sentence.low(index - 3) in (",", ".")


def _near_capital(sentence: Sentence, index: int) -> bool:
    """A capital function word inside a sentence is a name where another capital follows ("Secretary He Ming")."""
    after = sentence.words[index + 1] if index + 1 < len(sentence) else ""
    return after[:1].isupper() and sentence.lows[index] not in CALENDAR


def _closes_a_name(sentence: Sentence, index: int) -> bool:
    """ "Patients First": a small word with a capital behind a name that its noun introduces."""
    before = sentence.words[index - 1]
    named = before[:1].isupper() and sentence.lows[index - 1] not in NOT_NAMES and sentence.lows[index] in CLOSERS
    return named and sentence.low(index - 2) in ORG_NOUNS


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
    return last + _of_a_region(sentence, first, last)


def _of_a_region(sentence: Sentence, first: int, last: int) -> bool:
    """ "Ministry of Agriculture of the X region": whose it is, said in lower case."""
    if sentence.low(last) not in STATE_PLACES or sentence.words[last][0].isupper():
        return False
    lows = sentence.lows[first:last]
    return lows.count("of") > 1 and lows[0] in OFFICES and ROLES.isdisjoint(lows)


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
    held = not GOVERNMENT_ROLES.isdisjoint(heads) and is_field(sentence.low(after))
    offices = (
        held or not OFFICES.isdisjoint(heads) or (is_field(sentence.low(after)) and not ORG_HEADS.isdisjoint(heads))
    )
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


def _organization(sentence: Sentence, index: int) -> bool:
    """Whether the capitals at ``index`` name an organization: then they give the award, and are no part of its name."""
    while index < len(sentence) and sentence.words[index][0].isupper():
        if sentence.lows[index] in ORG_HEADS or sentence.lows[index] == "service":
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
    if sentence.lows[index] == "officer" and sentence.lows[index - 1] in FIELDS:  # "Upazila Education Officer"
        return start if ORG_HEADS.isdisjoint(sentence.lows[start:index]) else index
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
        if is_field(sentence.lows[index]) and "".join(sentence.words[index + 1 : index + 2])[:1].isupper():
            return index + 1
    return last - 2 if last - role >= 5 and sentence.words[last - 2][0].isupper() else last
