"""White space where none belongs, and none where some does."""

import re
from collections.abc import Iterator

from articles.text.checks.problem import Checked, CheckedParagraph, Problem, problem

_EDGE = re.compile(r"\A\s+|\s+\Z")
ODD = frozenset("\u00a0\u202f\u205f\u2060\u3000\ufeff\t\u00ad" + "".join(map(chr, range(0x2000, 0x200C))))
_ODD = re.compile(f"[{''.join(sorted(ODD))}]+")
_UNSEEN = "\u200b\u2060\ufeff\u00ad"
_DOUBLED = re.compile(r"(?<=\S)(?: {2,}|[^\S\n]*\n\s+)(?=\S)")
# An ellipsis may stand free; a closing quotation mark before a word was meant as an opening one.
_BEFORE_MARK = re.compile(r"[^\S\n](?<=\S.)[^\S\n]*(?=[;!?)\]}]|,(?!\d)|[”%](?!\w)|…(?!\s)|:(?![-)(DP])|\.(?![\w./]))")
_SPACED_MARK = re.compile(r"[;!?)\]},”%…:.](?<=\s.)")
_INSIDE = re.compile(r"([(\[“‘](?:(?<=[(\[])|(?<!\S.)))(\s+)(?=\S)")
# The mark comes before the look behind it, so that only marks are looked at.
_AFTER_MARK = re.compile(
    r"[,;:.!?](?:(?<=[^\W_][,;])(?=[A-Za-z“‘])|(?<=[”’)],)(?=[^\W_])|(?<=[a-z]{2}:)(?=[A-Za-z“‘])"
    r"|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])|(?<=[.!?])[”\")](?=[A-Z][a-z]))"
)
_BESIDE = re.compile(r"”(?=[^\W_])|\)(?=[A-Za-z]{2})|“(?<=[^\W_].)(?=[^\W_])|\((?<=[a-z]{2}.)(?=[A-Za-z]{2}[^)]* )")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\b[\w-]+\.(?:com|org|net|cn|io)\b\S*|&#?\w+;", re.IGNORECASE)


def edges(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """White space before the first or after the last word."""
    if paragraph.text != paragraph.text.strip():
        for match in _EDGE.finditer(paragraph.text):
            yield problem(
                paragraph, "space.edge", match.span(), "There is white space at the end of the text.", "", safe=True
            )


def odd(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Spaces that are not the ordinary one, and characters nobody sees."""
    for match in _ODD.finditer(paragraph.text):
        if match.start() > 0 and match.end() < len(paragraph.text):
            space = " " if match[0].strip(_UNSEEN) else ""
            yield problem(
                paragraph, "space.odd", match.span(), "This is no ordinary space.", space, safe=True, about=(match[0],)
            )


def doubled(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """More than one space between two words."""
    if "  " in paragraph.text or "\n" in paragraph.text:
        for match in _DOUBLED.finditer(paragraph.text):
            yield problem(
                paragraph, "space.doubled", match.span(), "There is more than one space here.", " ", safe=True
            )


def before_mark(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A space before a mark that follows its word."""
    for match in _BEFORE_MARK.finditer(paragraph.text) if _SPACED_MARK.search(paragraph.text) else ():
        mark = paragraph.text[match.end()]
        yield problem(paragraph, "space.before_mark", match.span(), f"There is a space before “{mark}”.", "", safe=True)


def inside(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A space after an opening bracket or quotation mark."""
    for match in _INSIDE.finditer(paragraph.text):
        yield problem(paragraph, "space.inside", match.span(2), f"There is a space after “{match[1]}”.", "", safe=True)


def after_mark(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """No space after a mark that ends a word, but for those inside addresses and entities."""
    found = list(_AFTER_MARK.finditer(paragraph.text))
    addresses = [match.span() for match in _ADDRESS.finditer(paragraph.text)] if found else []
    for match in found:
        at, mark = match.start(), match[0]
        if not any(start <= at < end for start, end in addresses):
            message, safe = f"There is no space after “{mark}”.", mark in ",;" and _parts_words(paragraph.text, at)
            yield problem(paragraph, "space.after_mark", match.span(), message, mark + " ", safe=safe)


def _parts_words(text: str, at: int) -> bool:
    """Two letters at least on both sides: no formula ("N,N-dimethyl")."""
    return text[max(0, at - 2) : at].isalnum() and at > 1 and text[at + 1 : at + 3].isalpha() or text[at - 1] in "”’)"


def beside(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Words that touch a quotation or a bracket from outside."""
    for match in _BESIDE.finditer(paragraph.text):
        proposal = f" {match[0]}" if match[0] in "“(" else f"{match[0]} "
        yield problem(paragraph, "space.beside", match.span(), "A space is missing here.", proposal)
