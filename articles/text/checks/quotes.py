"""Quotation marks and brackets that do not pair."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem

MARKS = frozenset('"“”„«»＂')
_MARK = re.compile(f"[{''.join(sorted(MARKS))}]")
_OPEN_BY_NATURE, _CLOSED_BY_NATURE = "“„«", "”»"
# A mark after a figure and before a word is an inch.
_INCH = re.compile(r"\"(?<=\d.)(?=[ -][A-Za-z])")
_CLAUSE = re.compile(r"[,.;:!?—–]\s+|\s[-–—]\s")
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)")
_BRACKET = re.compile(r"[()\[\]]")
_ITEM = re.compile(r"\s*\w{1,3}\Z")
_PAIRS = {")": "(", "]": "["}


class Mark(NamedTuple):
    at: int
    sign: str
    opens: bool


def unbalanced(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """A quotation that only begins or only ends. One that goes on in the next paragraph may stay open."""
    marks = quotation_marks(paragraph.text)
    for before, mark in pairwise((None, *marks)):
        if before is None or not before.opens:
            if not mark.opens:
                yield _never_begun(paragraph, mark)
        elif mark.opens:
            yield _never_ended(paragraph, before, mark.at)
    if marks and marks[-1].opens and not _goes_on(paragraph, article):
        yield _never_ended(paragraph, marks[-1], len(paragraph.text))


def mixed(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A quotation whose two marks are of different kinds, reversed, or of another language."""
    for first, last in pairwise(quotation_marks(paragraph.text)):
        if not first.opens or last.opens or (first.sign, last.sign) in {('"', '"'), ("“", "”")}:
            continue
        span, text = (first.at, last.at + 1), paragraph.text[first.at + 1 : last.at]
        foreign = {first.sign, last.sign} & set("„«»")
        yield problem(
            paragraph,
            "quote.mixed",
            span,
            f"{first.sign}…{last.sign} are not English quotation marks."
            if foreign
            else f"The quotation begins with {first.sign} and ends with {last.sign}.",
            f"“{text.strip()}”",
            f'"{text.strip()}"',
            safe={first.sign, last.sign} <= set('"“”'),
        )


def brackets(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A bracket without its other half, but for those after the number of an item."""
    opened: list[tuple[str, int]] = []
    alone: list[int] = []
    for match in _BRACKET.finditer(paragraph.text):
        if match[0] in "([":
            opened.append((match[0], match.start()))
        elif opened and opened[-1][0] == _PAIRS[match[0]]:
            opened.pop()
        elif not _ITEM.match(paragraph.text[: match.start()]):
            alone.append(match.start())
    for at in sorted([*alone, *(at for _, at in opened)]):
        yield problem(paragraph, "bracket.unbalanced", (at, at + 1), f"“{paragraph.text[at]}” has no other half.", "")


@lru_cache(maxsize=256)
def quotation_marks(text: str) -> list[Mark]:
    """The double quotation marks of a text, each opening or closing by its neighbours, else by its nature."""
    found: list[Mark] = []
    # Letters that were read wrongly look like marks.
    if "â€" in text:
        return found
    inches = {match.start() for match in _INCH.finditer(text)} if '"' in text else set()
    for match in _MARK.finditer(text):
        pending = bool(found) and found[-1].opens
        if match.start() in inches and not pending:
            continue
        found.append(Mark(match.start(), match[0], _opens(text, match.start(), pending)))
    return found


def _opens(text: str, at: int, pending: bool) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free_before = not before or before.isspace() or before in "([{（—–/‘"
    free_after = not after or after.isspace() or after in ")]}）.,;:!?—–/’，。；：！？"
    if free_before != free_after:
        return free_before
    if text[at] == "“" and pending:
        return not any(mark in text[:at] for mark in "„") or free_before
    if text[at] in _OPEN_BY_NATURE or text[at] in _CLOSED_BY_NATURE:
        return text[at] in _OPEN_BY_NATURE
    return not pending


def _goes_on(paragraph: CheckedParagraph, article: Checked) -> bool:
    following = article.after(paragraph)
    return following is not None and following.text.lstrip()[:1] in {*_OPEN_BY_NATURE, '"'}


def _never_begun(paragraph: CheckedParagraph, mark: Mark) -> Problem:
    text = paragraph.text
    breaks = list(_CLAUSE.finditer(text, 0, max(mark.at - 1, 0)))
    start = breaks[-1].end() if breaks else 0
    words = text[start : mark.at]
    opening = "“" if mark.sign == "”" else "«" if mark.sign == "»" else mark.sign
    return problem(
        paragraph,
        "quote.unbalanced",
        (start, mark.at + 1),
        "A quotation ends here that never began.",
        f"{opening}{words}{mark.sign}",
        words,
    )


def _never_ended(paragraph: CheckedParagraph, mark: Mark, before: int) -> Problem:
    text = paragraph.text
    ended = _SENTENCE_END.search(text, mark.at + 1, before)
    end = ended.end() if ended else mark.at + 1 + len(text[mark.at + 1 : before].rstrip())
    words = text[mark.at + 1 : end]
    closing = {"“": "”", "„": "“", "«": "»"}.get(mark.sign, mark.sign)
    return problem(
        paragraph,
        "quote.unbalanced",
        (mark.at, end),
        "A quotation begins here that never ends.",
        f"{mark.sign}{words}{closing}",
        words,
    )


def single(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """An opening single quotation mark that nothing closes."""
    text = paragraph.text
    for match in re.finditer("‘(?=\\w)", text):
        closing = text.find("’", match.end())
        again = text.find("‘", match.end())
        # An apostrophe at the head of a short form ("‘90s", "‘em") is a quotation mark by accident.
        if (closing < 0 or 0 <= again < closing) and not text[match.end()].isdigit():
            yield problem(
                paragraph,
                "quote.single",
                match.span(),
                "A quotation begins here that never ends.",
                "",
                level=Level.INFO,
            )
