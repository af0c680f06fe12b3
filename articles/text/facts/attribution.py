"""Who asserts what in a sentence: "X said that …", "…, said X", "according to X", "so X", "in his view"."""

from dataclasses import dataclass

from articles.text.facts.callings import HONORIFICS, ROLES
from articles.text.facts.cues import AUXILIARY, BE, SAY, SAY_THAT
from articles.text.facts.names import ORGANIZATION, PERSON, Mention
from articles.text.facts.reading import HE, Article, Line
from articles.text.facts.sentences import QUOTES
from articles.text.facts.wordlists import words

# Verbs of making public: their object may be an initiative, or what is said.
ANNOUNCED = words("announced announces confirmed confirms revealed promised")
BEFORE_WORDS = QUOTES | {","}
# Whoever these are, they are not named.
EXPERTS = words(
    "experts scientists analysts residents eyewitnesses witnesses researchers specialists observers media forecasters "
    "statistics locals insiders industry"
)
OPINIONS = words("opinion view words estimation eyes")
BEFORE_NOUNS = words("a an the without of no under its this their as in for by with from")
STANCES = words("sure convinced confident certain proud aware hide doubt clear known fact secret hopeful optimistic")
NOT_IN_VIEW = SAY | STANCES | words("according so used")
ATTRIBUTING = NOT_IN_VIEW | {"in"}
POSTED = 10  # tokens of the post before who says something
COLON = 24  # tokens between a verb of saying and the colon before what is said
AFAR = 30  # tokens between a verb of saying and a speaker behind it
STOPS = frozenset(",;:.!?") | {"that"} | QUOTES | frozenset("-–—")


@dataclass(slots=True)
class Attribution:
    """The words ``[first, last)`` make ``who`` answer for the tokens ``[start, end)``; ``who`` is empty where the
    sentence says that nobody named does ("it is reported that"). ``back`` where the sentences before are meant."""

    first: int
    last: int
    who: str
    start: int
    end: int
    back: bool = False


def attributions(article: Article, line: Line) -> list[Attribution]:
    """The attributions of a sentence, in order."""
    found: list[Attribution] = []
    lows = line.sentence.lows
    viewed = not line.sentence.vocabulary.isdisjoint(OPINIONS)
    for index in line.sentence.places(ATTRIBUTING if viewed else NOT_IN_VIEW):
        if found and index < found[-1].last:
            continue
        low, one = lows[index], None
        if low in SAY or (low == "used" and lows[index + 1 : index + 3] == ["the", "following"]):
            one = _said(article, line, index, found)
        elif low == "according" and line.sentence.low(index + 1) == "to":
            one = _phrase(article, line, index, index + 2)
        elif low == "in" and line.sentence.low(index + 2) in OPINIONS:
            one = _phrase(article, line, index, index + 1)
        elif low in STANCES and line.sentence.low(index + 1) == "that":
            one = _holds(article, line, index, found)
        elif low == "so" and index and lows[index - 1] == ",":
            one = _so(article, line, index)
        if one:
            found.append(one)
    return found


def _said(article: Article, line: Line, verb: int, found: list[Attribution]) -> Attribution | None:
    """The attribution a verb of saying makes; none where it has no subject or launches instead of reports."""
    sentence = line.sentence
    if sentence.low(verb - 1) in BEFORE_NOUNS and not sentence.lows[verb].endswith(("ed", "ing")):
        return None  # "without guarantee", "the promise"
    if sentence.low(verb - 1) in BE or (sentence.low(verb - 1) == "been"):
        return _passive(article, line, verb)
    after = _inverted(article, line, verb) or _as_told(line, verb)
    if after:
        return after
    begin = found[-1].last if found else 0
    who, subject = _subject(article, line, begin, verb)
    if not who:
        return None
    told = _as_announced(line, begin, subject, verb)
    if told > begin:
        return Attribution(told, len(sentence), who, begin, told)
    if sentence.low(verb + 1) in STOPS and subject > 0 and sentence.low(_before(sentence.lows, subject)) in STOPS:
        closing = _closing(article, line, verb, subject, who, begin)
        if closing:
            return closing
    quoted = _behind_quotation(line, begin, subject)
    if quoted:
        return Attribution(quoted, len(sentence), who, begin, quoted)
    start = _content(line, verb) or _figure(line, verb)
    if start >= len(sentence) - 1:  # nothing follows that could be said
        return None
    if start and _opens_saying(sentence.lows, begin) and begin + 3 < subject:
        return Attribution(_before(sentence.lows, subject) + 1, start, who, begin, len(sentence))
    return Attribution(begin, start, who, start, len(sentence)) if start else None


def _holds(article: Article, line: Line, index: int, found: list[Attribution]) -> Attribution | None:
    """ "X is sure that", "X drew attention to the fact that": no verb of saying, but what X holds."""
    begin = found[-1].last if found else 0
    who, _ = _subject(article, line, begin, index)
    return Attribution(begin, index + 2, who, index + 2, len(line.sentence)) if who else None


def _as_announced(line: Line, begin: int, subject: int, verb: int) -> int:
    """ "…, as the head of Y, X, announced on Thursday": the comma from which on nothing more is said, or 0."""
    lows = line.sentence.lows
    if "that" in lows[verb:] or ":" in lows[verb:]:
        return 0
    near = range(subject, max(subject - POSTED, begin), -1)
    return next((step - 1 for step in near if lows[step] == "as" and lows[step - 1] == ","), 0)


def _behind_quotation(line: Line, begin: int, subject: int) -> int:
    """ "“…”, the president of Y, X, has claimed at the round table": where what is not spoken begins, or 0."""
    lows = line.sentence.lows
    if QUOTES.isdisjoint(lows[begin : begin + 4]):
        return 0
    for step in range(subject - 1, begin + 4, -1):
        if lows[step] in QUOTES and "," in (line.sentence.low(step + 1), lows[step - 1]):
            return step + 1
        if lows[step] in SAY or lows[step] in (";", ":", "."):
            return 0
    return 0


def _opens_saying(lows: list[str], begin: int) -> bool:
    """ "Stating that the port grows, X noted that …": what stands before the speaker is X's as well."""
    return lows[begin].endswith("ing") and lows[begin] in SAY and "that" in lows[begin + 1 : begin + 4]


def _before(lows: list[str], subject: int) -> int:
    """The token before a subject and its article and conjunction: ", as the Union shared"."""
    index = subject - 1
    while index >= 0 and (lows[index] in ("the", "as", "a", "an") or lows[index] in AUXILIARY):
        index -= 1
    return index


def _closing(article: Article, line: Line, verb: int, subject: int, who: str, begin: int) -> Attribution | None:
    """ "…, he added." at a sentence's end, or between commas in its middle."""
    lows = line.sentence.lows
    first = _before(lows, subject)
    if first < begin + 2:
        return None
    rest = verb + 1
    while rest < len(lows) and lows[rest] in STOPS:
        rest += 1
    if rest >= len(lows):
        return Attribution(first, len(lows), who, begin, first)
    return None


def _passive(article: Article, line: Line, verb: int) -> Attribution | None:
    """ "This was stated by X" answers for the sentence before; "it is reported that" for nobody."""
    sentence = line.sentence
    if sentence.low(verb + 1) == "by" and sentence.low(verb - 2) in ("this", "it", "that"):
        people = line.within(verb, len(sentence), PERSON) or line.within(verb, len(sentence), ORGANIZATION)
        return Attribution(0, len(sentence), people[0].name, 0, 0, back=True) if people else None
    if sentence.low(verb + 1) == "that" and sentence.low(verb - 2) == "it":
        return Attribution(verb - 2, verb + 2, "", verb + 2, len(sentence))
    return None


def _inverted(article: Article, line: Line, verb: int) -> Attribution | None:
    """ "…, said X." and "…, added X, …": what stands before, and around, is X's."""
    sentence = line.sentence
    first = verb - 1
    while first > 0 and sentence.low(first - 1) in STOPS and sentence.low(first) in STOPS:
        first -= 1
    if sentence.low(first) not in STOPS:
        return None
    who, last = _follower(article, line, verb + 1)
    if not who:
        return None
    if sentence.low(last) == "," and last + 3 < len(sentence):
        return Attribution(first, last + 1, who, 0, len(sentence))
    return Attribution(first, last, who, 0, first) if first > 1 else None


def _as_told(line: Line, verb: int) -> Attribution | None:
    """ "…, as explained yesterday by X at the forum": what stands before is X's."""
    lows = line.sentence.lows
    if line.sentence.low(verb - 1) != "as" or "by" not in lows[verb + 1 : verb + 4]:
        return None
    by = lows.index("by", verb + 1)
    people = line.within(by, by + 9, PERSON) or line.within(by, by + 9, ORGANIZATION)
    return Attribution(verb - 1, len(lows), people[0].name, 0, verb - 1) if people and verb > 3 else None


def _follower(article: Article, line: Line, index: int) -> tuple[str, int]:
    """The name or noun that begins within a few tokens of ``index`` without a stop, and the token after it."""
    sentence = line.sentence
    for step in range(index, min(index + 9, len(sentence))):
        if sentence.lows[step] in STOPS and sentence.low(step - 1) not in HONORIFICS:  # "said Ms. Oline"
            break
        mention = line.mention_at(step)
        if mention and mention.kind == PERSON:
            return mention.name, mention.last
        if mention and mention.kind == ORGANIZATION and step <= index + 2:
            ahead = line.within(step, min(index + 12, len(sentence)), PERSON)
            return (ahead[0].name, ahead[0].last) if ahead else (mention.name, mention.last)
        if step <= index + 1 and sentence.lows[step] not in ("his", "her") and article.meant(line, step):
            return article.meant(line, step), step + 1
    return _afar(line, index)


def _afar(line: Line, index: int) -> tuple[str, int]:
    """ "– said at the conference the president of Y, X": the speaker behind an occasion and a post."""
    sentence = line.sentence
    people = line.within(index, min(index + AFAR, len(sentence)), PERSON)
    if not people or sentence.low(index) not in ("at", "in", "during", "on", "the", "to"):
        return "", index
    between = sentence.lows[index : people[0].first]
    posted = not ROLES.isdisjoint(between) and not any(low in SAY or low in (".", ";", ":") for low in between)
    return (people[0].name, people[0].last) if posted else ("", index)


def _subject(article: Article, line: Line, begin: int, verb: int) -> tuple[str, int]:
    """Who says: the person named before the verb, the pronoun or noun nearest to it, else the organization."""
    sentence = line.sentence
    named: Mention | None = None
    for mention in line.mentions:
        if begin <= mention.first and mention.last <= verb and mention.kind in (PERSON, ORGANIZATION):
            nearer = named is None or mention.kind == PERSON or named.kind != PERSON
            named = mention if nearer else named
    for index in range(verb - 1, max(verb - 4, begin - 1), -1):
        if sentence.lows[index] in STOPS or (named and index < named.last):
            break
        if sentence.lows[index] in HE or sentence.low(index - 1) in ("the", "this"):
            who = article.meant(line, index)
            if who:
                return who, index
    if named and _reaches(line, named, verb):
        return named.name, named.first
    return "", -1


def _reaches(line: Line, named: Mention, verb: int) -> bool:
    """Whether the name can be the verb's subject: near it, or parted from it by a whole apposition."""
    between = line.sentence.lows[named.last : verb]
    return verb - named.last <= 4 or between[-1] == "," or between.count(",") == 0 or between[0] in (",", "(")


def _figure(line: Line, verb: int) -> int:
    """ "Announced 40 bicycles": the token where a figure that is announced begins, or 0 where a clause follows."""
    figure = next((amount.first for amount in line.amounts if amount.first > verb), 0)
    near = line.sentence.lows[verb + 1 : figure]
    plain = line.sentence.lows[verb] in ANNOUNCED and not any(low in STOPS or low in AUXILIARY for low in near)
    return verb + 1 if figure and plain and len(near) <= 5 else 0


def _content(line: Line, verb: int) -> int:
    """The token where what is said begins, or 0 where the verb reports nothing."""
    sentence = line.sentence
    near = sentence.lows[verb + 1 : verb + 14]
    if "that" in near and not any(mark in near[: near.index("that")] for mark in (";", ".")):
        return verb + 2 + near.index("that") + (sentence.low(verb + 2 + near.index("that")) == ",")
    figure = next((amount.first for amount in line.amounts if amount.first > verb), verb + COLON)
    far = sentence.lows[verb + 1 : max(min(figure, verb + COLON), verb + 14)]
    if ":" in far:
        return verb + 2 + far.index(":")
    if sentence.lows[verb] in SAY_THAT and not (near and near[0] in BEFORE_WORDS):
        return 0
    if "," in near[:9]:
        return verb + 2 + near.index(",")
    return verb + 1


def _phrase(article: Article, line: Line, index: int, start: int) -> Attribution | None:
    """ "According to X, …" and "in his view, …": before, after or between what X answers for."""
    sentence = line.sentence
    last = start
    while last < len(sentence) and (
        sentence.lows[last] not in (",", ".", ";", ":") or sentence.low(last - 1) in HONORIFICS
    ):
        last += 1
    people = line.within(start, last, PERSON)
    who = people[0].name if people else ""
    for step in range(start, last):
        mention = line.mention_at(step)
        named = mention.name if mention and mention.kind in (PERSON, ORGANIZATION) else ""
        who = who or named or article.meant(line, step)
    if not who and article.release and "our" in sentence.lows[start:last]:
        who = article.names.main
    if not who and EXPERTS.isdisjoint(sentence.lows[start:last]):
        return None
    if last + 2 >= len(sentence):
        return Attribution(index, len(sentence), who, 0, index)
    return Attribution(index, last + 1, who, 0 if index > 1 else last + 1, len(sentence))


def _so(article: Article, line: Line, index: int) -> Attribution | None:
    """ "…, so the Union." and "For this, so Roth, …", as German reports."""
    who, last = _follower(article, line, index + 1)
    if not who or line.sentence.low(last) not in (",", ".", ""):
        return None
    end = len(line.sentence) if line.sentence.low(last) == "," else index
    return Attribution(index - 1, last + 1, who, 0, end)
