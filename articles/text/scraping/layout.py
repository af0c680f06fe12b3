"""What each line of a scraped page is: headline, standfirst, credit, paragraph, furniture."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.text.roles import Role
from articles.text.scraping.bylines import bare_names
from articles.text.scraping.captions import caption_rule
from articles.text.scraping.credits import Credits, credits_of
from articles.text.scraping.cues import cue_weight
from articles.text.scraping.ending import about_the_author, after_the_end, notes, under_headings
from articles.text.scraping.furniture import ADVERT, furniture_rule, row_rule
from articles.text.scraping.head import (
    bracketed_headline,
    buttons_under_credits,
    headline,
    labelled_headline,
    spare_credits,
    standfirst,
)
from articles.text.scraping.interruptions import (
    among_furniture,
    answers,
    entries,
    interruptions,
    names_in_sentences,
    pictures,
    words_to_readers,
)
from articles.text.scraping.joining import Habits, Paragraph, Piece, habits_of, paragraphs_of
from articles.text.scraping.kept import outside_the_article
from articles.text.scraping.lines import Line
from articles.text.scraping.looks import look_at
from articles.text.scraping.marks import Mark, Marks, dropped, headline_at, unmarked
from articles.text.scraping.prose import BULLET, NUMBERED, begins_closing, ends_sentence, is_item, is_prose, word_count

LONGEST_MARKED = 60  # words: a longer line is the article's
SHORT, PAGE_LINES = 80, 4_096  # characters; lines: sites print the same short ones on each page, so they are remembered
LONGEST_HEADING = 15
SHORTEST_LEFT = 5


@dataclass(slots=True)
class Part:
    """A part of the page: what it is, its lines, its text, the rule that says so; for a credit, what it credits."""

    role: Role
    lines: tuple[int, ...]
    text: str
    rule: str
    credits: Credits | None = None


def parts_of(lines: Sequence[Line], kept: Collection[str] = ()) -> list[Part]:
    """The page's parts in reading order; every line is in exactly one. ``kept``: the article's texts by markup."""
    marks = _marks(lines, kept)
    pieces = list(_pieces(lines, marks))
    habits = habits_of(lines, pieces)
    intruding = _intruding(lines, marks, pieces, habits)
    if intruding:
        marks |= intruding
        pieces = list(_pieces(lines, marks))
        habits = habits_of(lines, pieces)
    paragraphs = paragraphs_of(pieces, habits)
    parts = [*_marked_parts(lines, marks), *_text_parts(paragraphs, lines, marks)]
    return sorted(parts, key=lambda part: part.lines[0])


LOOKS = (
    after_the_end, under_headings, headline, bare_names, words_to_readers, notes, buttons_under_credits, standfirst,
    buttons_under_credits, among_furniture, pictures, about_the_author, spare_credits,
)  # fmt: skip


def _marks(lines: Sequence[Line], kept: Collection[str]) -> Marks:
    """What is known of each line by itself, then by what stands around it."""
    marks = {i: mark for i, line in enumerate(lines) if (mark := _by_itself(line))}
    for i in (
        *names_in_sentences(lines, marks),
        *answers(lines, marks),
        *entries(lines, marks),
        *bracketed_headline(lines, marks),
        *labelled_headline(lines, marks),
    ):
        del marks[i]
    for look in LOOKS:
        marks |= look(lines, marks)
    return marks | outside_the_article(lines, marks, kept)


def _intruding(lines: Sequence[Line], marks: Marks, pieces: Sequence[Piece], habits: Habits) -> Marks:
    head = headline_at(marks)
    return interruptions(lines, [piece.index for piece in pieces if piece.index > head], habits)


def _by_itself(line: Line) -> Mark | None:
    text = line.text
    if not text:
        return dropped("invisible")
    if line.words > LONGEST_MARKED:
        return None
    return (_on_every_page if len(text) <= SHORT else _told_by_words)(text, line.columns)


def _told_by_words(text: str, columns: tuple[str, ...]) -> Mark | None:
    look = look_at(text)
    found = credits_of(look)
    if found:
        return Mark(found.role, "credit line", found)
    rule = caption_rule(look)
    if rule:
        return Mark(Role.CAPTION, rule)
    rule = row_rule(columns) or furniture_rule(look)
    if not rule or (rule == "ornament" and begins_closing(text)):
        return None
    return dropped(rule)


_on_every_page = lru_cache(PAGE_LINES)(_told_by_words)


# The body


def _pieces(lines: Sequence[Line], marks: Marks) -> Iterator[Piece]:
    last = -1
    for i in unmarked(lines, marks):
        between = [marks[j] for j in range(last + 1, i)]
        yield Piece(
            i,
            lines[i].text,
            fresh=any(mark.credits or mark.role is Role.HEADLINE for mark in between),
            advert=bool(between) and all(mark.rule == ADVERT for mark in between),
            interrupted=bool(between),
            adjacent=last == i - 1 and lines[i].gap == 0,
        )
        last = i


def _marked_parts(lines: Sequence[Line], marks: Marks) -> Iterator[Part]:
    for i, mark in marks.items():
        yield Part(mark.role, (i,), lines[i].text, mark.rule, mark.credits)


def _text_parts(paragraphs: list[Paragraph], lines: Sequence[Line], marks: Marks) -> Iterator[Part]:
    texts = [paragraph.text for paragraph in paragraphs]
    last = _last(paragraphs, texts, len(lines) - 1)
    for number, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        if number > last:
            yield from (Part(Role.DROPPED, (i,), lines[i].text, "after the last paragraph") for i in paragraph.lines)
            continue
        if _is_heading(number, texts):
            role, rule = Role.HEADING, "short line over a paragraph"
        else:
            role, rule = Role.BODY, paragraph.rule
        yield Part(role, tuple(paragraph.lines), text, rule)


def _last(paragraphs: list[Paragraph], texts: list[str], last_line: int) -> int:
    """The last paragraph: the last of some words that ends as a sentence does, and what goes on from it without a
    line of furniture between: the items of a list, sentences of a few words."""
    last = max((n for n, text in enumerate(texts) if is_prose(text)), default=len(texts) - 1)
    for n in range(last + 1, len(texts)):
        follows = paragraphs[n].lines[0] == paragraphs[n - 1].lines[-1] + 1
        if _goes_on_a_list(texts[n], texts[n - 1]) or (follows and _short_sentence(texts[n])):
            last = n
        elif not (follows and (texts[n].endswith("?") or _announces_a_list(texts[n : n + 2]))):
            break
    return last + 1 if _only_line_left(texts[last + 1 :]) and paragraphs[-1].lines[-1] == last_line else last


def _only_line_left(texts: list[str]) -> bool:
    """Nothing but one line follows the last sentence, too long for a name or a button: its stop was lost."""
    return len(texts) == 1 and word_count(texts[0]) >= SHORTEST_LEFT and cue_weight(texts[0]) <= 1


def _announces_a_list(texts: list[str]) -> bool:
    return len(texts) == 2 and texts[0].endswith((":", "：")) and is_item(texts[1])


def _goes_on_a_list(text: str, before: str) -> bool:
    same = any(sign.match(text) and sign.match(before) for sign in (NUMBERED, BULLET))
    return before.endswith((":", "：")) or same


def _short_sentence(text: str) -> bool:
    return (
        text.endswith((".", "。", ".”", '."', "”.", '".', "».", ".»")) and ends_sentence(text) and text.count(" ") > 0
    )


def _is_heading(number: int, texts: list[str]) -> bool:
    text = texts[number]
    if word_count(text) > LONGEST_HEADING or is_item(text) or number + 1 >= len(texts):
        return False
    return not text.endswith((".", "。", ":", "：", ",", ";", "”", '"')) and is_prose(texts[number + 1])
