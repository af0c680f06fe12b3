"""What each line of a scraped page is: headline, standfirst, credit, paragraph, furniture."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.text.roles import Role
from articles.text.scraping.credits import PARTICLES, Credits, credits_of
from articles.text.scraping.furniture import (
    ADVERT,
    COMMENTS,
    HANDLED,
    LINK_LIST,
    PAGE_DATA,
    RIGHTS,
    caption_rule,
    furniture_rule,
)
from articles.text.scraping.joining import Paragraph, Piece, habits_of, paragraphs_of
from articles.text.scraping.lines import Line
from articles.text.scraping.prose import (
    BULLET,
    NUMBERED,
    begins_closing,
    begins_lower,
    ends_dangling,
    ends_sentence,
    is_item,
    is_prose,
    is_quotation,
    sentence_count,
    word_count,
    word_set,
)

# Furniture that stands at an article's end: the share of its words that must stand before for it to be the end.
END_MARKS = {COMMENTS: 0.6, RIGHTS: 0.8, HANDLED: 0.8, PAGE_DATA: 0.8}
LONG_PARAGRAPH = 40  # words
LONGEST_STANDFIRST = 60  # words
MOST_STANDFIRSTS = 3  # lines
LONGEST_HEADLINE = 45
LONGEST_HEADING = 15
LONGEST_LINK = 25
PAPERS = word_set("daily news times post herald press agency media tv online journal today network magazine weekly")
NAME_AND_PAPER = re.compile(r"\s[-–—|/]\s")
NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")
PAPER_NAME = re.compile(r"(?:[^\W\d_]+\s?){1,4}")
STANDFIRST_LABEL = re.compile(
    r"^\W*(?:abstract|summary|introduction|intro|core tips?|core reading|guide|lead|guide reading|digest"
    r"|key points?|in brief|in short|tl;dr|highlights?)\s?[:：\]】]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: what it is, its lines, its text, the rule that says so; for a credit, what it credits."""

    role: Role
    lines: tuple[int, ...]
    text: str
    rule: str
    credits: Credits | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    role: Role
    rule: str
    credits: Credits | None = None


Marks = dict[int, Mark]


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """The page's parts in reading order; every line is in exactly one."""
    marks = _first_look(lines)
    marks |= _after_the_end(lines, marks)
    marks |= _link_lists(lines, marks)
    marks |= _headline(lines, marks)
    marks |= _bare_names(lines, marks)
    marks |= _standfirst(lines, marks)
    marks |= _spare_credits(lines, marks)
    paragraphs = _paragraphs(lines, marks)
    parts = [*_marked_parts(lines, marks), *_text_parts(paragraphs, lines, marks)]
    return sorted(parts, key=lambda part: part.lines[0])


# One line by itself


def _first_look(lines: Sequence[Line]) -> Marks:
    return {i: mark for i, line in enumerate(lines) if (mark := _by_itself(line.text))}


def _by_itself(text: str) -> Mark | None:
    if not text:
        return Mark(Role.DROPPED, "invisible")
    rule = caption_rule(text)
    if rule:
        return Mark(Role.CAPTION, rule)
    found = credits_of(text)
    if found:
        return Mark(found.role, "credit line", found)
    rule = furniture_rule(text)
    if not rule or (rule == "ornament" and begins_closing(text)):
        return None
    return Mark(Role.DROPPED, rule)


def _free(lines: Sequence[Line], marks: Marks, start: int = 0, stop: int | None = None) -> list[int]:
    """Lines that nothing is known of yet."""
    return [i for i in range(start, len(lines) if stop is None else stop) if i not in marks]


# Readers' comments and lists of links


def _after_the_end(lines: Sequence[Line], marks: Marks) -> Marks:
    """From a mark of the article's end on nothing is the article's, if most of it stands before and nothing long
    after."""
    words = [word_count(line.text) if i not in marks and is_prose(line.text) else 0 for i, line in enumerate(lines)]
    last_long = max((i for i, count in enumerate(words) if count >= LONG_PARAGRAPH), default=-1)
    before, total = 0, sum(words)
    for i, count in enumerate(words):
        rule = marks[i].rule if i in marks else ""
        if rule in END_MARKS and before >= max(1, END_MARKS[rule] * total) and (rule == COMMENTS or i > last_long):
            after = range(i + 1, len(lines)) if rule == COMMENTS else _free(lines, marks, i)
            return {j: Mark(Role.DROPPED, "after the article") for j in after}
        before += count
    return {}


def _link_lists(lines: Sequence[Line], marks: Marks) -> Marks:
    """What stands under the heading of a list of links, until the article goes on. Above the article, where its
    headline follows such a list, bulleted lines only."""
    found: Marks = {}
    in_list, told, last = False, False, ""
    for i, line in enumerate(lines):
        if i in marks:
            in_list = marks[i].rule == LINK_LIST or (in_list and marks[i].role is Role.DROPPED)
        elif in_list and _may_be_link(line.text, last) and (told or BULLET.match(line.text)):
            found[i] = Mark(Role.DROPPED, "list of links")
        else:
            in_list, last = False, line.text
            told = told or is_prose(line.text)
    return found


def _may_be_link(text: str, open_before: str) -> bool:
    if begins_closing(text) or (begins_lower(text) and open_before and not ends_sentence(open_before)):
        return False
    if BULLET.match(text):
        return word_count(text) <= 2 * LONGEST_LINK
    return word_count(text) <= LONGEST_LINK and not (text.endswith((".", "。")) and word_count(text) >= 6)


# The head: headline, standfirst, credits


def _headline(lines: Sequence[Line], marks: Marks) -> Marks:
    free = _free(lines, marks)
    body = next((i for i in free if _is_paragraph(lines[i].text)), len(lines))
    if body == len(lines):  # a short piece of news: its headline and its sentences
        body = next((i for i in free[1:] if _ends_as_text(lines[i].text)), body)
    candidates = [i for i in free if i < body]
    if not candidates or (_ends_as_text(lines[candidates[0]].text) and _begins_the_body(candidates[0], lines, marks)):
        return {}
    chosen = _chosen(candidates, body, lines)
    above = {i: Mark(Role.DROPPED, "above the headline") for i in candidates if i < chosen}
    return above | {chosen: Mark(Role.HEADLINE, "first line of the article")} | _repeated(chosen, lines, marks)


def _ends_as_text(text: str) -> bool:
    return text.endswith((".", "。")) and not text.endswith("..") and is_prose(text)


def _begins_the_body(first: int, lines: Sequence[Line], marks: Marks) -> bool:
    """The first line is a sentence of the article rather than its headline: long, with no credit after it."""
    credited = first + 1 in marks and marks[first + 1].credits is not None
    return not credited and (word_count(lines[first].text) >= 12 or len(_free(lines, marks)) == 1)


def _is_paragraph(text: str) -> bool:
    words = word_count(text)
    return words > LONGEST_HEADLINE or (words >= 25 and sentence_count(text) >= 2)


def _chosen(candidates: list[int], body: int, lines: Sequence[Line]) -> int:
    """The first line that speaks of what the article speaks of, unless a longer one follows a mere label."""
    known = {w for line in lines[body:] for w in _content_words(line.text)}
    for number, i in enumerate(candidates):
        words = _content_words(lines[i].text)
        label = word_count(lines[i].text) <= 3 and any(
            word_count(lines[j].text) >= 5 and not is_prose(lines[j].text) for j in candidates[number + 1 :]
        )
        if not label and (not known or not words or len(words & known) >= 0.2 * len(words)):
            return _fuller_copy(i, candidates, lines)
    return candidates[0]


def _content_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{4,}", text[:20_000].casefold()))


def _fuller_copy(chosen: int, candidates: list[int], lines: Sequence[Line]) -> int:
    """Of a headline printed twice, the whole one rather than the cut one, and the one without the site's name."""
    text = lines[chosen].text
    for i in candidates:
        other = lines[i].text
        if i > chosen and len(other) > 15 and (text.startswith(other + " ") or other.startswith(text.rstrip(".…"))):
            return i
    return chosen


def _repeated(chosen: int, lines: Sequence[Line], marks: Marks) -> Marks:
    headline = lines[chosen].text
    return {
        i: Mark(Role.DROPPED, "headline again")
        for i in _free(lines, marks)
        if i != chosen and lines[i].text == headline
    }


def _headline_at(marks: Marks) -> int:
    return next((i for i, mark in marks.items() if mark.role is Role.HEADLINE), -1)


def _bare_names(lines: Sequence[Line], marks: Marks) -> Marks:
    """A name on a line of its own beside the dateline is the author's, where no author is named otherwise."""
    if any(mark.credits and mark.credits.byline for mark in marks.values()):
        return {}
    first = next((i for i in _free(lines, marks) if is_prose(lines[i].text)), len(lines))
    for i, mark in marks.items():
        if mark.role is Role.DATELINE and i < first:
            for j in (i - 1, i + 1):
                name = _bare_name(lines[j].text) if 0 <= j < len(lines) and j not in marks else ""
                if name:
                    credit = Credits(Role.BYLINE, byline=name)
                    return {j: Mark(Role.BYLINE, "name beside the dateline", credit)}
    return {}


def _bare_name(text: str) -> str:
    """The name on a line that holds nothing else, but perhaps the paper's after a dash or bar; else nothing."""
    name, *paper = NAME_AND_PAPER.split(text, maxsplit=1)
    if paper and not PAPER_NAME.fullmatch(paper[0]):
        return ""
    words = name.split()
    if not 2 <= len(words) <= 4 or PAPERS & {w.casefold() for w in words}:
        return ""
    return name if all(NAME_WORD.fullmatch(w) and (w[0].isupper() or w in PARTICLES) for w in words) else ""


def _standfirst(lines: Sequence[Line], marks: Marks) -> Marks:
    head = _headline_at(marks)
    if head < 0:
        return {}
    free = _free(lines, marks, head + 1)
    credit = next((i for i, mark in marks.items() if i > head and mark.credits), -1)
    above = [i for i in free if i < credit]
    rest = [i for i in free if i > credit]
    if above and len(above) <= MOST_STANDFIRSTS and _leaves_an_article(above, rest, lines):
        return {i: Mark(Role.STANDFIRST, "between headline and credits") for i in above}
    if above or not rest:
        rest = free
    return _standfirst_by_its_look(rest, lines)


def _leaves_an_article(above: list[int], rest: list[int], lines: Sequence[Line]) -> bool:
    taken = [word_count(lines[i].text) for i in above]
    left = sum(word_count(lines[i].text) for i in rest if is_prose(lines[i].text))
    return max(taken) <= LONGEST_STANDFIRST and left > sum(taken)


def _standfirst_by_its_look(free: list[int], lines: Sequence[Line]) -> Marks:
    """The first line, if it is labelled a summary, or is no paragraph but more than a heading over one."""
    if len(free) < 2:
        return {}
    text, following = lines[free[0]].text, lines[free[1]].text
    if STANDFIRST_LABEL.match(text):
        return {free[0]: Mark(Role.STANDFIRST, "labelled a summary")}
    if not is_prose(following) or begins_closing(following) or word_count(text) > LONGEST_STANDFIRST:
        return {}
    if is_quotation(text) and sentence_count(text) <= 3:
        return {free[0]: Mark(Role.STANDFIRST, "quotation under the headline")}
    short = 6 <= word_count(text) <= 40 and not ends_sentence(text) and not is_item(text)
    if short and not ends_dangling(text) and not text.endswith((":", "：")) and not begins_lower(following):
        return {free[0]: Mark(Role.STANDFIRST, "line without a stop under the headline")}
    return {}


def _spare_credits(lines: Sequence[Line], marks: Marks) -> Marks:
    """Each credit once: the date of first publication, the first byline and source; further ones are furniture."""
    head = _headline_at(marks)
    body = next((i for i in _free(lines, marks, head + 1) if is_prose(lines[i].text)), len(lines))
    kept: set[int] = set()
    for role in (Role.DATELINE, Role.BYLINE, Role.SOURCE):
        found = [i for i, mark in marks.items() if mark.role is role and mark.credits]
        found.sort(key=lambda i: (marks[i].credits.later, not head < i < body, i))
        kept |= set(found[:1])
    return {i: Mark(Role.DROPPED, "credited before") for i, mark in marks.items() if mark.credits and i not in kept}


# The body


def _paragraphs(lines: Sequence[Line], marks: Marks) -> list[Paragraph]:
    pieces = list(_pieces(lines, marks))
    return paragraphs_of(pieces, habits_of(lines, pieces))


def _pieces(lines: Sequence[Line], marks: Marks) -> Iterator[Piece]:
    last = -1
    for i in _free(lines, marks):
        between = [marks[j] for j in range(last + 1, i)]
        yield Piece(
            i,
            lines[i].text,
            fresh=any(mark.credits or mark.role is Role.HEADLINE for mark in between),
            advert=bool(between) and all(mark.rule == ADVERT for mark in between),
            adjacent=last == i - 1 and lines[i].gap == 0,
        )
        last = i


def _marked_parts(lines: Sequence[Line], marks: Marks) -> Iterator[Part]:
    for i, mark in marks.items():
        yield Part(mark.role, (i,), lines[i].text, mark.rule, mark.credits)


def _text_parts(paragraphs: list[Paragraph], lines: Sequence[Line], marks: Marks) -> Iterator[Part]:
    texts = [paragraph.text for paragraph in paragraphs]
    last = max((n for n, text in enumerate(texts) if is_prose(text)), default=len(texts))
    for number, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        listed = number > 0 and _goes_on_a_list(text, texts[number - 1])
        if number > last and not listed:
            role, rule = Role.DROPPED, "after the last paragraph"
        elif _is_heading(number, texts):
            role, rule = Role.HEADING, "short line over a paragraph"
        else:
            role, rule = Role.BODY, paragraph.rule
        yield Part(role, tuple(paragraph.lines), text, rule)


def _goes_on_a_list(text: str, before: str) -> bool:
    return before.endswith((":", "：")) or (NUMBERED.match(text) is not None and NUMBERED.match(before) is not None)


def _is_heading(number: int, texts: list[str]) -> bool:
    text = texts[number]
    if word_count(text) > LONGEST_HEADING or is_item(text) or number + 1 >= len(texts):
        return False
    return not text.endswith((".", "。", ":", "：", ",", ";", "”", '"')) and is_prose(texts[number + 1])
