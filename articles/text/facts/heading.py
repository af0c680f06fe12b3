"""Whether what is named is held, headed or said by its noun to be an organization."""

from articles.text.facts.callings import BUSINESS_ROLES, ROLES
from articles.text.facts.cues import CONTESTS, INITIATIVE_NOUNS, STATE_PLACES
from articles.text.facts.given import GIVEN, personal
from articles.text.facts.holders import Run
from articles.text.facts.runs import DEMONYMS, LEGAL_FORMS
from articles.text.facts.sentences import QUOTES, Sentence
from articles.text.facts.wordlists import words

# The first words of countries that have two.
OF_COUNTRIES = words("united south north new costa saudi sri el republic european sierra burkina")
HOLDERS = words("founders co-founders owners directors managers employees shareholders executives")
NOT_LED = CONTESTS.union(INITIATIVE_NOUNS)
LEADS = words("heads headed leads led runs run directs directed manages managed chairs chaired presides founded")
# Behind a name these say what it is: "the NAME publishing house", "of NAME magazine".
CALLED_SO = words("magazine publisher concern holding corporation shipyard agency")
CHAINS = words("house chain group")
TRADES = words("publishing fashion auction bakery supermarket hotel restaurant retail")
# Of these a name is the subject or the field, and no group: "the working group NAME".
AT_WORK = words("working research focus study age discussion interest task support self-help")
# Each of those that follow is one.
ROWS = words(
    "companies firms startups start-ups banks clubs associations foundations manufacturers suppliers "
    "operators publishers agencies airlines carmakers retailers cooperatives"
)
ROW = 8  # tokens
KIN = words("son daughter wife husband brother sister mother father grandson granddaughter niece nephew widow")
OWNERS = words("his her their 's ’s")
NEAR_PLACES = words("in at from near to")
INTRODUCED = words("the of by with for from")
NEAR_ONES = words(
    "friend grandmother grandfather granny grandma grandpa mother father aunt uncle sister brother daughter son wife "
    "husband cousin niece nephew neighbor neighbour colleague classmate girlfriend boyfriend"
)
NOUNS_BESIDE = LEADS | ROWS | NEAR_ONES | CALLED_SO | TRADES | {"tank", "years"}
# What is agreed, is agreed with an organization.
AGREED = words("cooperation collaboration partnership agreement memorandum contract understanding alliance tie-up")
LIFE = 20  # tokens in brackets
BEGUN = ("programme", "service", "campaign", "platform", "product")
ENDING = words(", . which that for of with to in")


def named_so(sentence: Sentence, run: Run) -> bool:
    """ "The NAME publishing house", "by the NAME company": the noun stands behind the name."""
    if sentence.low(run.start - 1) not in INTRODUCED or not sentence.words[run.start][0].isupper():
        return False
    after, next_one = sentence.low(run.last), sentence.low(run.last + 1)
    plain = run.last < len(sentence) and sentence.words[run.last].islower()
    plain = plain and sentence.lows[run.last - 1] not in DEMONYMS
    return plain and (after in CALLED_SO or (after in TRADES and next_one in CHAINS))


def agreed_with(sentence: Sentence, run: Run) -> bool:
    """ "Reached strategic cooperation with NAME", a name of two words and more that is no country's."""
    agreed = sentence.low(run.start - 1) == "with" and sentence.low(run.start - 2) in AGREED
    return agreed and sentence.lows[run.first] not in OF_COUNTRIES and sentence.lows[run.last - 1] not in STATE_PLACES


def is_begun(sentence: Sentence, run: Run) -> bool:
    """ "The NAME Academy, a free class in bookkeeping, ": an initiative, though its last word heads organizations."""
    if sentence.low(run.last) != "," or sentence.low(run.last + 1) not in ("a", "an"):
        return False
    near = range(run.last + 2, run.last + 6)
    noun = next((step for step in near if sentence.low(step) in INITIATIVE_NOUNS), -1)
    known = (
        noun > 0 and INITIATIVE_NOUNS[sentence.lows[noun]] in BEGUN and "," not in sentence.lows[run.last + 2 : noun]
    )
    return known and sentence.low(noun + 1) in ENDING and not personal(sentence.lows[run.first : run.last])


def in_a_title(sentence: Sentence, run: Run) -> bool:
    """ "The «NAME Top 50»", "«NAME Class 3»": in marks, and a number at its end."""
    marked = sentence.low(run.start - 1) in QUOTES and sentence.low(run.last + 1) in QUOTES
    return marked and sentence.low(run.last).isdigit()


def is_known_by_given_name(sentence: Sentence, run: Run) -> bool:
    """ "My grandmother Ada", "the sister of Ada, 71 years old": a given name alone, with its kin or its age."""
    if run.last - run.first > 1 or sentence.lows[run.first] not in GIVEN:
        return False
    years = sentence.low(run.last + 1).isdigit() and sentence.low(run.last + 2) == "years"
    return (years and sentence.low(run.last) == ",") or sentence.low(run.first - 1) in NEAR_ONES


def has_age_apposed(sentence: Sentence, last: int) -> bool:
    """ "NAME, a 71-year-old", "NAME, a 71 - year - old"."""
    apposed = sentence.low(last) == "," and sentence.low(last + 1) in ("a", "an")
    if apposed and sentence.low(last + 2).endswith("year-old"):
        return True
    return sentence.low(last + 4) == "year" and sentence.lows[last + 3 : last + 7] == ["-", "year", "-", "old"]


def is_aged(sentence: Sentence, last: int) -> bool:
    """ "NAME, 34," and "NAME (34)": an age stands where other names have none."""
    age = sentence.low(last + 1)
    closed = (sentence.low(last), sentence.low(last + 2)) in ((",", ","), ("(", ")"), (",", "years"), ("(", "years"))
    return closed and age.isdigit() and len(age) == 2


def has_lived(sentence: Sentence, last: int) -> bool:
    """ "NAME (Velna, 3 May 1931 - 17 January 2012)": two years in brackets are those of a life."""
    if sentence.low(last) != "(":
        return False
    close = next((step for step in range(last, min(last + LIFE, len(sentence))) if sentence.lows[step] == ")"), last)
    years = [low for low in sentence.lows[last:close] if low.isdigit() and len(low) == 4]
    return len(years) == 2


def in_a_row(sentence: Sentence, run: Run) -> bool:
    """ "The start-ups NAME and NAME", "the think tank NAME"."""
    before = run.start - 1
    if sentence.low(before) == "tank" and sentence.low(before - 1) == "think":
        return True
    while before > 0 and (sentence.lows[before] in (",", "and") or sentence.words[before][0].isupper()):
        before -= 1
    return run.start - before <= ROW and sentence.low(before) in ROWS and before > 0


def at_work(sentence: Sentence, run: Run) -> bool:
    """ "The working group NAME" """
    return sentence.low(run.start - 1) == "group" and sentence.low(run.start - 2) in AT_WORK


def held_in(sentence: Sentence, start: int) -> bool:
    """ "General manager of NAME": a post of business is held in an organization, one of state may be in a country."""
    index = start - 1 - (sentence.low(start - 1) == "the")
    if sentence.low(index) not in ("of", "at"):
        return False
    named = start + 1 < len(sentence) and sentence.words[start + 1][0].isupper()
    if sentence.low(index) == "at" and not ROLES.isdisjoint(sentence.lows[max(index - 4, 0) : index]):
        return True
    president = sentence.low(index - 1) == "president" and named and sentence.lows[start] not in OF_COUNTRIES
    return sentence.low(index - 1) in BUSINESS_ROLES or sentence.low(index - 1) in HOLDERS or president


def headed(sentence: Sentence, run: Run) -> bool:
    """ "Head of the apiary «NAME»": what somebody heads is an organization, whatever its noun."""
    marked = sentence.low(run.start - 1) in QUOTES and sentence.low(run.last) in QUOTES
    if marked and sentence.low(run.start - 2) in LEGAL_FORMS:
        return True
    if not marked or sentence.low(run.start - 2) in NOT_LED:
        return False
    near = sentence.lows[max(run.start - 6, 0) : run.start - 2]
    of = next((step for step in range(len(near) - 1, -1, -1) if near[step] in ("of", "at", "from")), -1)
    return of > 0 and near[of - 1] in ROLES and sentence.low(run.start - 2).isalpha()


def who_heads(sentence: Sentence, run: Run) -> bool:
    """ "Who heads NAME", "who has run the NAME": what a relative clause says somebody leads."""
    index = run.start - 1
    index -= sentence.low(index) in ("the", "of", "for")
    index -= sentence.low(index) == "the"
    verb = sentence.low(index)
    near = sentence.lows[max(index - 4, 0) : index]
    return verb in LEADS and ("who" in near or "which" in near)


def with_a_person(sentence: Sentence, run: Run) -> bool:
    """ "NAME and Ada Roe": two words beside two that are known for a person's name."""
    before, after = sentence.lows[max(run.first - 3, 0) : run.first], sentence.lows[run.last : run.last + 3]
    behind = after[:1] == ["and"] and personal(after[1:]) and not _is_capital(sentence, run.last + 3)
    return behind or (before[2:] == ["and"] and personal(before[:2]) and not _is_capital(sentence, run.first - 4))


def _is_capital(sentence: Sentence, index: int) -> bool:
    return 0 <= index < len(sentence) and sentence.words[index][0].isupper()


def is_related(sentence: Sentence, run: Run) -> bool:
    """ "Her son NAME", "her son, NAME": somebody's kin."""
    kin = run.start - 1 - (sentence.low(run.start - 1) == ",")
    return sentence.low(kin) in KIN and sentence.low(kin - 1) in OWNERS


def is_region(sentence: Sentence, run: Run) -> bool:
    """ "In NAME province": a place, whatever people are called so."""
    return sentence.low(run.last) in STATE_PLACES and sentence.low(run.first - 1) in NEAR_PLACES
