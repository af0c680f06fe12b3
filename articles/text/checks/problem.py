"""What the checks are given and what they give back, as values."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from string import ascii_letters

from articles.text.changes import bare_words
from articles.text.checks.capitals import WORD, read
from articles.text.checks.terms import CheckedTerm, plain_words
from articles.text.checks.vocabulary import COMMON
from articles.text.roles import Role


class Level(StrEnum):
    """``BLOCK`` keeps an article from approval until it is mended or dismissed; the others only tell."""

    INFO = "info"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True)
class CheckedParagraph:
    """A paragraph as corrected so far; ``machine`` is empty where an editor added it."""

    key: str
    role: Role
    text: str
    machine: str = ""

    @cached_property
    def words(self) -> list[str]:
        """Its words of plain letters, in lower case."""
        return plain_words(self.text.lower())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words, for a quick look whether a check has anything to do."""
        return frozenset(self.words)

    @cached_property
    def cues(self) -> frozenset[str]:
        """Its vocabulary, and its characters but for plain letters and spaces; with a figure of another script, 0."""
        marks = self.text.encode("ascii", "ignore").translate(None, _LETTERS_AND_SPACE).decode("ascii")
        if self.text.isascii():
            return self.vocabulary.union(marks)
        others = _BEYOND.findall(self.text)
        return self.vocabulary.union(marks, others, "0" if any(map(str.isdecimal, others)) else "")


@dataclass(frozen=True)
class Checked:
    """An article as the checks see it; ``names`` are those in accepted facts."""

    paragraphs: tuple[CheckedParagraph, ...]
    headline_cut: bool = False
    names: tuple[str, ...] = ()
    terms: tuple[CheckedTerm, ...] = ()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of plain letters of all paragraphs that are kept, in lower case."""
        kept = [paragraph.vocabulary for paragraph in self.paragraphs if paragraph.role is not Role.DROPPED]
        return frozenset().union(*kept)

    def counts(self, term: CheckedTerm) -> bool:
        """With context words, a term counts only where one of these stands in the article too."""
        return not term.context or any(map(self._stands, term.context))

    def _stands(self, word: str) -> bool:
        small = word.casefold()
        parts = plain_words(small)
        if not self.vocabulary.issuperset(parts):
            return False
        return bool(len(parts) == 1 and parts[0] == small) or any(
            small in one.text.casefold() for one in self.paragraphs
        )

    @cached_property
    def uncapitalised(self) -> frozenset[str]:
        """All words that stand in lower case somewhere in the article, corrected or as the machine wrote it."""
        return frozenset(
            word for text in self._wordings(frozenset(Role)) for word in WORD.findall(text) if word.islower()
        )

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The words that stand capitalised inside a sentence, never in lower case, and are no common ones."""
        inside = {
            name.letters
            for text in self._wordings(frozenset({Role.BODY}))
            for name in read(text).names
            if not name.opens
        }
        return frozenset(inside - self.uncapitalised - COMMON)

    def _wordings(self, roles: frozenset[Role]) -> Iterator[str]:
        for paragraph in self.paragraphs:
            if paragraph.role in roles:
                yield from {paragraph.text, paragraph.machine}

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each paragraph stands, by its key."""
        return {paragraph.key: index for index, paragraph in enumerate(self.paragraphs)}

    @cached_property
    def lengths(self) -> list[int]:
        """How many characters each paragraph has."""
        return [len(paragraph.text) for paragraph in self.paragraphs]

    def before(self, paragraph: CheckedParagraph) -> CheckedParagraph | None:
        """The last paragraph before this one that is part of the article's text."""
        earlier = self.paragraphs[: self.position[paragraph.key]]
        return next((other for other in reversed(earlier) if other.role in _RUNNING), None)

    def after(self, paragraph: CheckedParagraph) -> CheckedParagraph | None:
        """The next paragraph that is part of the article's text."""
        later = self.paragraphs[self.position[paragraph.key] + 1 :]
        return next((other for other in later if other.role in _RUNNING), None)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an editor should look at, at ``[start, end)`` of the paragraph's text.

    Each of ``proposals`` is a text to put there; a ``safe`` problem's first one may be put without asking.
    ``fingerprint`` stays the same as long as the words in question and two on either side do.
    """

    rule: str
    level: Level
    paragraph: str
    start: int
    end: int
    message: str
    proposals: tuple[str, ...]
    safe: bool
    fingerprint: str

    @property
    def is_remark(self) -> bool:
        """A second opinion on the grammar, which counts as no open problem."""
        return self.rule.startswith(REMARK)


# How the rules of the second opinion begin.
REMARK = "grammar."
Check = Callable[[CheckedParagraph, Checked], Iterator[Problem]]


def problem(
    paragraph: CheckedParagraph,
    rule: str,
    span: tuple[int, int],
    message: str,
    *proposals: str,
    level: Level = Level.WARN,
    safe: bool = False,
    about: tuple[str, ...] = (),
) -> Problem:
    """A Problem with its fingerprint; ``about`` are words that tell it from another in the same place."""
    start, end = span
    now = paragraph.text[start:end]
    fresh = tuple(text for text in dict.fromkeys(proposals) if text != now)
    marked = fingerprint(rule, paragraph.text, start, end, about)
    return Problem(rule, level, paragraph.key, start, end, message, fresh, safe and bool(fresh), marked)


def fingerprint(rule: str, text: str, start: int, end: int, about: tuple[str, ...] = ()) -> str:
    """Sixteen hexadecimal digits of the SHA-256 over the rule, the span's words and two words on either side."""
    before = " ".join(text[max(0, start - _NEAR) : start].rsplit(None, 2)[-2:])
    after = " ".join(text[end : end + _NEAR].split(None, 2)[:2])
    parts = (
        rule,
        *about,
        *bare_words(before)[-2:],
        "[",
        *bare_words(text[start:end]),
        "]",
        *bare_words(after)[:2],
    )
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


_LETTERS_AND_SPACE = f"{ascii_letters} ".encode()
_BEYOND = re.compile(r"[^\x00-\x7f]")
_RUNNING = frozenset({Role.BODY, Role.HEADING, Role.CAPTION})
# As far as two words reach, in code points.
_NEAR = 60
