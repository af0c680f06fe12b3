"""Letters that were damaged on the way, and letters of other scripts that were left in."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from unicodedata import category

import ftfy

from articles.text.checks.problem import Checked, CheckedParagraph, Problem, problem

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});")
_TAG = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|p|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]+")
# What is left of the first byte of a UTF-8 letter that was read as Latin, with what is left of the others.
DAMAGED = frozenset("ÂÃâÅÄÐÑÎÏïãäåæçèé")
_DAMAGED = re.compile(f"[{''.join(sorted(DAMAGED))}][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_AROUND = re.compile(r"\S*")
_FOREIGN = re.compile("[\u1100-\u11ff\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]+")


def entities(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Characters still written as HTML entities."""
    for match in _ENTITY.finditer(paragraph.text):
        letter = unescape(match[0])
        if match[0][1] == "#" or match[0][1:] in html5:
            yield problem(
                paragraph, "text.entity", match.span(), f"“{match[0]}” is left from a web page.", letter, safe=True
            )


def tags(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """HTML tags left in the text."""
    for match in _TAG.finditer(paragraph.text):
        yield problem(paragraph, "text.tag", match.span(), f"“{match[0]}” is left from a web page.", "")


def control(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Characters that stand for no letter."""
    if paragraph.text.isprintable():
        return
    misread = list(damaged(paragraph.text))
    for match in _CONTROL.finditer(paragraph.text):
        if not any(start <= match.start() < end for start, end, _ in misread):
            message = "There are unprintable characters here."
            yield problem(paragraph, "text.control", match.span(), message, _letters(match[0]), safe=True)


def _letters(controls: str) -> str:
    """What Windows means by characters that Unicode gives to machines; nothing for the others."""
    return "".join(
        bytes([ord(each)]).decode("cp1252", "ignore") if "\x80" <= each <= "\x9f" else "" for each in controls
    )


def mojibake(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Words read in the wrong encoding, where reading them in the right one makes sense."""
    for start, end, mended in damaged(paragraph.text):
        shown = paragraph.text[start:end]
        message = f"“{shown}” was read in a wrong encoding."
        yield problem(paragraph, "text.mojibake", (start, end), message, mended, safe=True)


def damaged(text: str) -> Iterator[tuple[int, int, str]]:
    """The words read in a wrong encoding: their offsets, and how they read in the right one, where that makes
    letters that there are."""
    match = None if text.isascii() else _DAMAGED.search(text)
    while match:
        start = max(text.rfind(space, 0, match.start()) for space in " \n\t") + 1
        end = _AROUND.match(text, match.start()).end()
        mended = ftfy.fix_encoding(text[start:end])
        if mended != text[start:end] and not any(category(letter) == "Cn" for letter in mended):
            yield start, end, mended
        match = _DAMAGED.search(text, end)


def lost(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """The sign for a letter that could not be read."""
    at = paragraph.text.find("\ufffd")
    while at >= 0:
        yield problem(paragraph, "text.lost_letter", (at, at + 1), "A letter could not be read here.")
        at = paragraph.text.find("\ufffd", at + 1)


def untranslated(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Chinese, Japanese or Korean words, but for those an English word explains in brackets."""
    if paragraph.text.isascii():
        return
    for match in _FOREIGN.finditer(paragraph.text):
        if not _in_brackets(paragraph.text, *match.span()):
            yield problem(paragraph, "text.untranslated", match.span(), f"“{match[0]}” was not translated.")


def _in_brackets(text: str, start: int, end: int) -> bool:
    opened = max(text.rfind(mark, 0, start) for mark in "(（[")
    closed = max(text.rfind(mark, 0, start) for mark in ")）]")
    return opened > closed and any(text.find(mark, end) >= 0 for mark in ")）]")
