"""Marks that are doubled, of another script, or alone."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.roles import Role

_DOUBLED = re.compile(
    r"(?<![.,;:])(?:,[,.;]+|;[;,.]+|:[,;.]+|::(?!\w)|\.\.(?![\w/])|(?<=[a-z]{4})\.,)(?![.,;:])|([!?])\1+(?!\1)"
)
_SIDE_BY_SIDE = re.compile(r"[.,;:!?][.,;:!?]")
_WIDE_MARK = re.compile("\\s*([，。；：（）！？、～．％【】])\\s*")
_WIDE = {
    "，": ",", "。": ".", "；": ";", "：": ":", "（": "(", "）": ")", "！": "!", "？": "?", "、": ",", "～": "–",
    "．": ".", "％": "%", "【": "[", "】": "]",
}  # fmt: skip
_WIDE_LETTERS = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
NARROW = {ord(wide): mark for wide, mark in _WIDE.items()} | {
    ord(wide): normalize("NFKC", wide)
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for wide in map(chr, range(ord(first), ord(last) + 1))
}
_WIDE_SIGN = re.compile(f"[{''.join(map(chr, NARROW))}]")
CORNERS = {"「": "“", "」": "”", "『": "‘", "』": "’", "《": "“", "》": "”", "〈": "‘", "〉": "’"}
_CORNER = re.compile(f"[{''.join(CORNERS)}]")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_ENDINGS = frozenset(".!?…:;,。！？：；，\"”’'»)]")


def doubled(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Two marks where one is meant; three full stops are an ellipsis."""
    if not _SIDE_BY_SIDE.search(paragraph.text):
        return
    for match in _DOUBLED.finditer(paragraph.text):
        marks = match[0]
        one = "." if "." in marks and marks != ".," else marks[-1] if marks == ".," else marks[0]
        level, safe = (Level.INFO, False) if marks[0] in "!?" else (Level.WARN, marks != ".,")
        yield problem(
            paragraph, "mark.doubled", match.span(), f"“{marks}” is one mark too many.", one, level=level, safe=safe
        )


def full_width(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Chinese and Japanese marks and letters in an English text; inside words of those scripts they are right."""
    text = paragraph.text
    for match in _WIDE_MARK.finditer(text):
        mark = match[1]
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        if _HAN.fullmatch(before) and _HAN.fullmatch(after):
            continue
        proposal = _spaced(_WIDE[mark], before, after, parted=match[0][-1].isspace())
        # A wave is a dash between figures; around words it is an ornament.
        safe = mark != "～" or (before.isdigit() and after.isdigit())
        yield problem(
            paragraph, "mark.full_width", match.span(), f"“{mark}” is not an English mark.", proposal, safe=safe
        )
    for match in _WIDE_LETTERS.finditer(text):
        yield problem(
            paragraph,
            "mark.full_width",
            match.span(),
            f"“{match[0]}” is written in full-width letters.",
            normalize("NFKC", match[0]),
        )


def narrowed(text: str) -> str:
    """The text with English marks and letters for those of full width."""
    return text.translate(NARROW) if _WIDE_SIGN.search(text) else text


def _spaced(mark: str, before: str, after: str, *, parted: bool) -> str:
    """The English mark with the spaces it wants between these neighbours; ``parted`` where white space followed."""
    if mark in "([":
        return f" {mark}" if before and before not in '([“"' else mark
    if mark in ",.:%" and before.isdigit() and after.isdigit() and not parted:
        return mark
    return f"{mark} " if after.isalnum() or after in '(“"（「《【' and after else mark


def corners(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Chinese and Japanese quotation and title marks."""
    for match in _CORNER.finditer(paragraph.text):
        message = f"“{match[0]}” is not an English quotation mark."
        yield problem(paragraph, "mark.corner", match.span(), message, _quoting(paragraph.text, match.start()))


def _quoting(text: str, at: int) -> str:
    """The English mark, with a space where it touches the sentence around it."""
    mark = CORNERS[text[at]]
    if mark in "“‘":
        return f" {mark}" if text[at - 1 : at].isalnum() or text[at - 1 : at] in set(".,;:") else mark
    return f"{mark} " if text[at + 1 : at + 2].isalnum() else mark


def alone(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A paragraph of marks without a word."""
    text = paragraph.text
    if text.strip() and not any(letter.isalnum() for letter in text):
        yield problem(paragraph, "mark.alone", (0, len(text)), "There is no word in this paragraph.", "")


def no_end(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A paragraph of running text that ends without a mark."""
    text = paragraph.text.rstrip()
    if paragraph.role is Role.BODY and text[-1:] not in _ENDINGS and text.count(" ") >= 7:
        start = text.rfind(" ") + 1
        yield problem(
            paragraph,
            "mark.no_end",
            (start, len(text)),
            "The paragraph ends without a full stop.",
            text[start:] + ".",
            level=Level.INFO,
        )
