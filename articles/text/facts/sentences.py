"""Paragraphs cut into tokens and sentences that remember where they stood."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import accumulate, compress, count
from operator import ne

from articles.text.facts.wordlists import words

Range = tuple[int, int]

# A plain word, as most are; a word with inner hyphens, apostrophes and ampersands; a number with its separators and
# ordinal ending; a possessive; any other sign.
TOKEN = re.compile(
    r"([a-zA-Z]\w*+(?![-'’&])"
    r"|[^\W\d_]\w*(?:(?:-|['’](?!s\b)|&(?:amp;)?)[^\W_]+)*"
    r"|[0-9０-９](?:[0-9０-９.,．，]*[0-9０-９])?(?:st|nd|rd|th)?(?![^\W\d_]|[.,．，]?[0-9０-９])"
    r"|[0-9０-９](?:[0-9０-９.,．，]*[0-9０-９])?"
    r"|['’]s\b"
    r"|\w+|[^\w\s])"
)
END_MARKS = frozenset(".!?。！？…")
CLOSING = frozenset("\"'”’»)]）」』》")
AFTER_ENDS = CLOSING | END_MARKS
CLOSES = CLOSING | {"“", "‘"}  # the Germans close with what others open with
OPENING = frozenset("„«“‘「『《\"'")
QUOTES = frozenset("„«“‘「『《\"'”’»」』》")
OPENING_ONLY = frozenset("„«「『《“‘")
DASHES = frozenset("-–—―")
DATELINE = 16  # tokens before the dash that ends one
TITLE_LENGTH = 14  # tokens; what is longer between quotation marks is speech, or two marks that do not belong together
# After these a full stop is part of the word.
ABBREVIATIONS = words(
    "hj ir drs dra ing engr lic mr mrs ms dr prof smt shri hon rev capt col lt maj sgt eng adv atty fr msgr dept univ "
    "fig vol st no vs inc co ltd corp jr sr gen gov rep sen approx jan feb mar apr jun jul aug sep sept oct nov dec"
)
MONTH_WORDS = words("january february march april may june july august september october november december")
# A sentence is cut here at the latest: prose has none so long, and every rule stays linear.
LONGEST = 220


def where(flags: Iterable[bool]) -> list[int]:
    """The numbers of those that are true, in order."""
    return list(compress(count(), flags))


@dataclass(slots=True)
class Sentence:
    """Tokens of one sentence: ``words`` as printed, ``lows`` in lower case, ``starts`` and ``ends`` their code
    points in ``text``, the whole paragraph. Ranges of tokens are ``[first, last)``. ``figures`` and ``capitals`` are
    the tokens that begin with a digit and those with a capital letter."""

    paragraph: int
    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    vocabulary: set[str] = field(init=False)
    figures: list[int] = field(init=False)
    capitals: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = set(self.lows)
        self.figures = [index for index, low in enumerate(self.lows) if low[0].isdigit()]
        self.capitals = where(map(ne, self.lows, self.words))

    def __len__(self) -> int:
        return len(self.words)

    @property
    def alone(self) -> bool:
        """Whether it is all of its paragraph."""
        return self.starts[0] <= 2 and self.ends[-1] >= len(self.text) - 2

    def phrase(self, first: int, last: int) -> str:
        """The paragraph's text from token ``first`` up to and not including token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def quoted(self) -> list[Range]:
        """The short passages between quotation marks that close, marks left out: titles and names, not what is said."""
        return _quoted(self)

    def places(self, table: Collection[str]) -> list[int]:
        """Where the words of a table stand, in order."""
        if self.vocabulary.isdisjoint(table):
            return []
        return [index for index, low in enumerate(self.lows) if low in table]

    def low(self, index: int) -> str:
        """The token in lower case, empty outside the sentence."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def glued(self, index: int) -> bool:
        """No space stands between this token and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]


def sentences(paragraph: int, text: str) -> list[Sentence]:
    """The sentences of one paragraph, in order; every token is in exactly one."""
    parts = TOKEN.split(text)  # what stands between the tokens, and they
    bounds = [*accumulate(map(len, parts))]
    words, starts, ends = parts[1::2], bounds[:-1:2], bounds[1::2]
    lows = [*map(str.lower, words)]
    found, first = [], 0
    for last in _cuts(words, lows, starts, ends):
        part = slice(first, last)
        found.append(Sentence(paragraph, text, words[part], lows[part], starts[part], ends[part]))
        first = last
    return found


def dateline_apart(sentence: Sentence) -> list[Sentence]:
    """The first sentence of an article cut behind its dateline: "VELMAR, May 3 (Agency) – The port …"."""
    if sentence.words[0] == "[" and "=" in sentence.words[:DATELINE]:  # "[Agency = Reporter NAME] "
        return _cut(sentence, next((at for at, word in enumerate(sentence.words[:DATELINE]) if word == "]"), -1))
    signs = DASHES if sentence.words[0] != "(" else frozenset("=")  # "(Velmar=Agency) Reporter NAME = "
    dash = next((step for step, word in enumerate(sentence.words[:DATELINE]) if word in signs), -1)
    if sentence.words[0] == "(" and dash > 0:
        dash = next((step for step, word in enumerate(sentence.words[:DATELINE]) if word in signs and step > dash), -1)
    while 0 < dash < len(sentence) - 1 and sentence.words[dash + 1] in DASHES:
        dash += 1
    first = sentence.words[0]
    marked = first == "(" or (len(first) > 2 and first.isupper()) or _dated_by_agency(sentence, dash)
    return _cut(sentence, dash) if marked and not sentence.glued(dash) else [sentence]


def _cut(s: Sentence, last: int) -> list[Sentence]:
    """The sentence in two parts behind the token ``last``, or whole where nothing would be left of one."""
    if last < 1 or last + 1 >= len(s):
        return [s]
    cut = slice(0, last + 1), slice(last + 1, None)
    return [Sentence(s.paragraph, s.text, s.words[c], s.lows[c], s.starts[c], s.ends[c]) for c in cut]


def _dated_by_agency(sentence: Sentence, dash: int) -> bool:
    """ "Velmar, May 3 (AB) -": the place in small letters, but a month and an agency behind it."""
    signed = sentence.low(dash - 1) == ")" and sentence.words[0][0].isupper()
    return signed and not MONTH_WORDS.isdisjoint(sentence.lows[:dash])


def _cuts(words: list[str], lows: list[str], starts: list[int], ends: list[int]) -> list[int]:
    """The token after each sentence's last one."""
    cuts, first, last = [], 0, len(words)
    for mark in [*where(map(END_MARKS.__contains__, words)), last]:
        while first + LONGEST <= mark and first + LONGEST < last:
            first = _closed(first + LONGEST, words, starts, ends)
            cuts.append(first)
        if first <= mark < last and _ends(mark, first, words, lows, starts, ends):
            first = _closed(mark, words, starts, ends)
            cuts.append(first)
    return [*cuts, last] if first < last else cuts


def _closed(index: int, words: list[str], starts: list[int], ends: list[int]) -> int:
    """The token behind a sentence's last one and the marks that close it."""
    index += 1
    while index < len(words) and words[index] in AFTER_ENDS and starts[index] == ends[index - 1]:
        index += 1
    return index


def _ends(index: int, first: int, words: list[str], lows: list[str], starts: list[int], ends: list[int]) -> bool:
    """Whether the mark at ``index`` ends the sentence that began at ``first``."""
    if words[index] in "?!" and words[index + 2 : index + 3] == [","] and words[index + 1] in CLOSING:
        return False  # "under the title “Who pays?”, the adviser said"
    if words[index] not in ".…" or index + 1 >= len(words) or index == first:
        return True
    before, after = lows[index - 1], words[index + 1]
    if before in ABBREVIATIONS or (len(before) == 1 and before.isalpha() and words[index - 1].isupper()):
        return False
    if before.isdigit() and len(before) <= 2:  # "1. January", "3. The third item of a list"
        return index - 1 != first and lows[index + 1] not in MONTH_WORDS
    glued = starts[index + 1] == ends[index]
    return not glued or after[0].isupper() or after in CLOSING


def _quoted(sentence: Sentence) -> list[Range]:
    found: list[Range] = []
    opened = -1
    for index in sentence.places(QUOTES):
        if opened >= 0 and _closes(sentence, index) and index - opened <= TITLE_LENGTH:
            if index > opened + 1:
                found.append((opened + 1, index))
            opened = -1
        elif _opens(sentence, index):
            opened = index
    return found


def _opens(sentence: Sentence, index: int) -> bool:
    if sentence.words[index] in OPENING_ONLY:
        return True
    tight = index + 1 < len(sentence) and sentence.glued(index + 1)
    return sentence.words[index] in OPENING and tight and (index == 0 or not sentence.glued(index) or index == 1)


def _closes(sentence: Sentence, index: int) -> bool:
    if sentence.words[index] in "»』》":
        return True  # French sets a space before it
    return sentence.words[index] in CLOSES and sentence.glued(index)
