"""What may name an initiative: quoted and capitalised names, with the noun that says what each is."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.facts.cues import AWARD_HEADS, CONTESTS, EVENT_HEADS, HONOURS, INITIATIVE_NOUNS, NAMING
from articles.text.facts.names import OTHER, PERSON
from articles.text.facts.reading import Line
from articles.text.facts.wordlists import words

# Capitals that name no one thing.
GENERIC = words(
    "x-ray x-rays ai it vr ar 5g 4g 3d led wi-fi wifi gps dna covid covid-19 internet english euro euros tv pc usb ev "
    "iot ict sme smes ngo ngos"
)
BEFORE_NAME = words("of the under by with")  # "with the name of X", "under the name X"
JOINING = words("to without with for")
DETERMINERS = words("a an the its his her their this our new own first so-called another these those")
STOPS = words(
    ". , ; : ( ) – — - in on at for with to from by which that who whose where when as and or of is are "
    "was were will has have than into through during under after before since until while so he she it "
    "they we within among about against between along per via behind amid despite"
)
APPOSITION_ENDS = words(", . ; : ( ) which that who whose where with in since at on as and was is has will would")
LONGEST = 16  # tokens of an apposition
AFTER = words(", . ; which that , and was is has in on for") | {""}
BEFORE = STOPS | DETERMINERS | words("'s ’s")
# Occasions and honours are none, whoever holds or gives them.
NO_INITIATIVES = (
    AWARD_HEADS.difference(INITIATIVE_NOUNS)
    | CONTESTS
    | words("list ranking")
    | (EVENT_HEADS - words("day days week marathon festival"))
)
NOT_NAMED = NO_INITIATIVES | HONOURS | words("panel debate discussion lecture talk speech conversation")


@dataclass(slots=True)
class Name:
    """What may be an initiative's name at ``[first, last)``, in the noun phrase ``[start, end)`` with its noun, marks
    and determiner; ``category`` is empty where no noun says what it is."""

    first: int
    last: int
    start: int
    end: int
    category: str
    quoted: bool
    kind: str = OTHER


def names(line: Line) -> Iterator[Name]:
    """Everything in the sentence that may name an initiative: in quotation marks, then in capitals, in order."""
    yield from quoted_names(line)
    inside = {token for first, last in line.quotes for token in range(first, last)}
    for mention in line.mentions:
        generic = mention.last - mention.first == 1 and line.sentence.lows[mention.first] in GENERIC
        if generic or mention.kind == PERSON:
            continue
        if mention.first not in inside and not line.dated(mention.first, mention.last):
            yield _capital_name(line, mention.first, mention.last, mention.kind)


def quoted_names(line: Line) -> Iterator[Name]:
    """What may name an initiative in quotation marks, in order."""
    for first, last in line.quotes:
        if line.sentence.low(first - 2) not in NOT_NAMED and line.sentence.low(last + 1) not in NOT_NAMED:
            yield _quoted_name(line, first, last)


def _quoted_name(line: Line, first: int, last: int) -> Name:
    lows = line.sentence.lows
    noun, start = _noun_before(line, first - 1)
    end = last + 1
    behind = _noun_behind(line, last + 1)
    if not noun and behind > last:
        noun, end = lows[behind], behind + 1
    if not noun and lows[last - 1] in INITIATIVE_NOUNS:
        noun = lows[last - 1]
    noun = noun or _apposed(line, last + 1)
    return Name(first, last, start, min(end, len(lows)), INITIATIVE_NOUNS.get(noun, ""), True)


def _noun_behind(line: Line, first: int) -> int:
    """The last noun behind a name in marks that says what it is: "«X» school cooperation project"; or -1."""
    found = -1
    for step in range(first, min(first + 3, len(line.sentence))):
        low = line.sentence.lows[step]
        if low in STOPS or not low[0].isalpha():
            break
        found = step if low in INITIATIVE_NOUNS else found
    return found


def apposition_end(line: Line, comma: int) -> int:
    """Where "'X', a course for beginners" ends; ``comma`` itself where no noun of an initiative stands behind it."""
    if not _apposed(line, comma) or line.sentence.low(comma + 1) not in ("a", "an"):
        return comma
    last = comma + 2
    while last < min(comma + LONGEST, len(line.sentence)) and line.sentence.lows[last] not in APPOSITION_ENDS:
        last += 1
    return last


def _apposed(line: Line, comma: int) -> str:
    """The noun behind a name: "'X', a course for beginners"."""
    lows = line.sentence.lows
    if line.sentence.low(comma) != "," or line.sentence.low(comma + 1) not in ("a", "an", "the", "its"):
        return ""
    near = lows[comma + 1 : comma + 6]
    return next((low for low in near if low in INITIATIVE_NOUNS), "") if "," not in near else ""


def _capital_name(line: Line, first: int, last: int, kind: str) -> Name:
    """A capitalised name: its noun is its last or first word, or stands right beside it."""
    lows = line.sentence.lows
    noun, start = _noun_before(line, first)
    end = last
    if line.sentence.low(last) in INITIATIVE_NOUNS and line.sentence.words[last].islower():
        noun, end = lows[last], last + 1
    elif lows[last - 1] in INITIATIVE_NOUNS:
        noun = lows[last - 1]
    elif lows[first] in INITIATIVE_NOUNS and last > first + 1:
        noun = lows[first]
    elif not noun:  # "National Strategy for Rural Schools", "Marathon of Readings"
        linked = (lows[step - 1] for step in range(first + 1, last) if lows[step] in ("for", "of"))
        noun = next((low for low in linked if low in INITIATIVE_NOUNS), "")
    if line.sentence.low(last).isdigit() and len(line.sentence.low(last)) <= 4 and line.sentence.low(last + 1) in AFTER:
        last = end = last + 1
    while noun and start < first and line.sentence.low(last) in JOINING:  # "the programme Back to Work"
        step = last + 1 + (line.sentence.low(last + 1) == "the")
        if not _capital_at(line, step):
            break
        last = end = step + 1
    noun = noun or _apposed(line, last)
    return Name(first, last, start, end, INITIATIVE_NOUNS.get(noun, ""), False, kind)


def _capital_at(line: Line, index: int) -> bool:
    mention = line.mention_at(index)
    return mention is not None and mention.kind == OTHER and not line.dated(index, index + 1)


def _noun_before(line: Line, index: int) -> tuple[str, int]:
    """The noun that introduces the name whose marks begin at ``index`` ("the app called X"), and where its noun phrase
    begins."""
    sentence = line.sentence
    head = index - 1
    head -= sentence.low(head - 1) == "," and sentence.low(head) in NAMING  # "the currency, called X"
    head -= sentence.low(head) == "the" and sentence.low(head - 1) == ","
    head -= sentence.low(head) == ":" and sentence.low(head - 1) in INITIATIVE_NOUNS  # "developed an app: «X»"
    while head > 0 and _names_it(line, head):
        head -= 1
    if sentence.low(head) == "," and sentence.low(head - 1) in INITIATIVE_NOUNS and index - head <= 2:
        head -= 1  # "its new service, X"
    start = head
    while start > 0 and index - start < 10 and sentence.lows[start] not in BEFORE:
        start -= 1
    near = [low for low in sentence.lows[start : head + 1] if low in INITIATIVE_NOUNS]
    if near and (sentence.lows[head] in INITIATIVE_NOUNS or sentence.lows[head] not in STOPS):
        return near[-1], start + (sentence.lows[start] in BEFORE)
    return "", index


def _names_it(line: Line, index: int) -> bool:
    """Whether the word is one of "called", "with the name of", "under the name" before a name."""
    sentence = line.sentence
    if sentence.lows[index] in NAMING:
        return True
    if sentence.lows[index] not in BEFORE_NAME:
        return False
    near = (sentence.low(index - 1), sentence.low(index + 1), sentence.low(index + 2))
    return (sentence.lows[index] == "of" and near[0] == "name") or (
        sentence.lows[index] in ("the", "under", "by", "with") and "name" in near[1:]
    )
