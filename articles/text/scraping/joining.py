"""Paragraphs that the scraper broke, found and put together again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.scraping.blocks import Span
from articles.text.scraping.lines import Line
from articles.text.scraping.prose import (
    CLOSING,
    begins_closing,
    begins_lower,
    ends_closed,
    ends_dangling,
    ends_sentence,
    is_item,
    is_prose,
    last_word,
    word_count,
    word_set,
)

WHOLE = "whole"
LONG_PIECE = 9  # words: no heading is that long and open
SHORT_PIECE = 5
LONG_LINE = 12
LONG_PARAGRAPH = 20
SALUTATION = re.compile(r"(?:my )?(?:dear|hello|greetings|good (?:day|morning|evening))\b.*,$", re.IGNORECASE)
QUESTION_WORDS = ("what", "who", "where", "why", "how", "when", "which")
# Verbs that go on after a name: a small letter after a short line is then no new paragraph.
GOES_ON = word_set(
    "is was are were has have had will would can could said says announced told launched won received added also and or"
    " which who that, of in to for from with"
)


def joined(text: str, spans: Sequence[Span]) -> str:
    """The machine's words of a paragraph: the white space inside its pieces folded to single spaces, the pieces
    parted by one space, by none before closing punctuation."""
    whole = ""
    for start, end in spans:
        whole = glued(whole, " ".join(text[start:end].split()))
    return whole


def glued(whole: str, piece: str) -> str:
    if not whole or not piece:
        return whole + piece
    return whole + piece if piece[0] in CLOSING else f"{whole} {piece}"


@dataclass(slots=True)
class Piece:
    """A line that may be part of a paragraph. ``fresh``: credits stand before it, so nothing goes on into it;
    ``advert``: an advert stands before it; ``interrupted``: lines that are no text do; ``adjacent``: the piece before
    is the line before, without a blank one."""

    index: int
    text: str
    fresh: bool = False
    advert: bool = False
    interrupted: bool = False
    adjacent: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file writes its paragraphs: ``blank_lines`` part them; many begin with a small letter
    (``lower_starts``); nearly all end with a stop (``stops``)."""

    blank_lines: bool
    lower_starts: bool
    stops: bool


def habits_of(lines: Sequence[Line], pieces: Sequence[Piece]) -> Habits:
    parted = sum(line.gap > 0 for line in lines[1:])
    starts = [b.text for a, b in zip(pieces, pieces[1:], strict=False) if ends_sentence(a.text) and is_prose(b.text)]
    lower = sum(begins_lower(start) for start in starts)
    long = [piece.text for piece in pieces if word_count(piece.text) >= LONG_LINE]
    stopped = sum(map(ends_closed, long))
    return Habits(2 * parted >= len(lines) - 1, lower > 0.15 * len(starts), stopped >= 0.6 * len(long))


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph, and the rule that joined them (``WHOLE``: there is but one)."""

    lines: list[int]
    pieces: list[str]
    words: int
    rule: str = WHOLE

    def grow(self, piece: Piece, rule: str) -> None:
        self.lines.append(piece.index)
        self.pieces.append(piece.text)
        self.words += word_count(piece.text)
        self.rule = rule if self.rule == WHOLE else self.rule

    @property
    def text(self) -> str:
        """The pieces put together, one space between them, none before closing punctuation."""
        parts = [("" if piece[0] in CLOSING else " ") + piece for piece in self.pieces]
        return "".join(parts).strip()


def paragraphs_of(pieces: Sequence[Piece], habits: Habits) -> list[Paragraph]:
    """The pieces as whole paragraphs, in order."""
    found: list[Paragraph] = []
    for number, piece in enumerate(pieces):
        after = pieces[number + 1].text if number + 1 < len(pieces) and not pieces[number + 1].fresh else ""
        rule = _rule(found[-1], piece, after, habits) if found else ""
        if rule:
            found[-1].grow(piece, rule)
        else:
            found.append(Paragraph([piece.index], [piece.text], word_count(piece.text)))
    return found


def _rule(before: Paragraph, piece: Piece, after: str, habits: Habits) -> str:
    """The name of the rule by which the piece goes on the paragraph before it; empty where it begins a new one."""
    if piece.fresh:
        return ""
    if begins_closing(piece.text):
        return "begins with closing punctuation"
    if is_item(piece.text):
        return ""
    return (
        _broken_off(before, piece, habits)
        or _in_a_bracket(before, piece)
        or _runs_on_in_small_letters(before, piece, habits)
        or _around_a_link(before, piece, after)
        or _same_block(before, piece, habits)
    )


def _broken_off(before: Paragraph, piece: Piece, habits: Habits) -> str:
    end = before.pieces[-1]
    if before.words <= SHORT_PIECE and SALUTATION.match(end):
        return ""
    if ends_sentence(end) or not ends_dangling(end):
        return _after_an_interruption(before, piece, habits)
    question = before.pieces[0].split(None, 1)[0].casefold() in QUESTION_WORDS
    return "" if question and before.words <= LONG_PIECE and not begins_lower(piece.text) else "broke off in the middle"


def _after_an_interruption(before: Paragraph, piece: Piece, habits: Habits) -> str:
    """Furniture stands between an open line and the next: surely the same sentence after an advert; after other
    furniture where all other paragraphs end with a stop, as this one does then."""
    if ends_closed(before.pieces[-1]) or before.words < LONG_PIECE:
        return ""
    if piece.advert:
        return "goes on after an advert"
    figure = piece.text[0].isdigit() and ends_sentence(piece.text)
    whole = habits.stops and (figure or (before.words >= LONG_PARAGRAPH and ends_sentence(piece.text)))
    return "goes on after furniture" if piece.interrupted and whole else ""


def _in_a_bracket(before: Paragraph, piece: Piece) -> str:
    """The bracket opened at the end of the line before is closed in this one."""
    end = before.pieces[-1]
    opened = end.rfind("(") > end.rfind(")") and not ends_closed(end)
    closed = 0 <= piece.text.find(")") < (piece.text.find("(") % (len(piece.text) + 1))
    return "goes on in a bracket" if opened and closed else ""


def _runs_on_in_small_letters(before: Paragraph, piece: Piece, habits: Habits) -> str:
    """A small letter goes on an open line: surely a long one; a short one, unless paragraphs here begin so."""
    end = before.pieces[-1]
    if not begins_lower(piece.text) or ends_sentence(end):
        return ""
    if ends_closed(end) and (habits.lower_starts or end.endswith((":", "："))):
        return ""
    goes_on = last_word(piece.text.split(None, 1)[0]) in GOES_ON
    if not goes_on and before.words <= SHORT_PIECE and word_count(piece.text) <= SHORT_PIECE:
        return ""  # entries of a list
    if before.words >= LONG_PIECE or goes_on or not habits.lower_starts:
        return "goes on in small letters"
    return ""


def _around_a_link(before: Paragraph, piece: Piece, after: str) -> str:
    """A few words on a line of their own, between the halves of a sentence: they were a link."""
    if not after or word_count(piece.text) > 6 or before.words < LONG_PIECE:
        return ""
    if ends_closed(before.pieces[-1]) or ends_closed(piece.text):
        return ""
    return "words of a link" if begins_closing(after) or begins_lower(after) else ""


def _same_block(before: Paragraph, piece: Piece, habits: Habits) -> str:
    """Sentences on lines without a blank one between, in a file that parts its blocks by blank lines."""
    if not piece.adjacent or not habits.blank_lines or is_item(before.pieces[0]):
        return ""
    return "same block" if _full_sentence(before.pieces[-1]) and _full_sentence(piece.text) else ""


def _full_sentence(text: str) -> bool:
    return ends_sentence(text) and word_count(text) >= 4
