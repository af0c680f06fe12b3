"""Words looked for in the whole article, on whatever sheet they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.text.correction import tidied
from articles.text.document import Document
from articles.text.roles import Role

from .sheets import Sheet

MOST_FOUND = 100
LONGEST_WORDS = 200
NEAR = 40


@dataclass(frozen=True, slots=True)
class Found:
    """One place: the words and what stands beside them, in the paragraph that is ``place`` in the article."""

    sheet: int
    key: str
    place: int
    before: str
    words: str
    after: str


def places(document: Document, sheets: Sequence[Sheet], words: str) -> list[Found]:
    """Where the words stand in the article as it is saved, whatever their case; MOST_FOUND at most."""
    wanted = tidied(words)[:LONGEST_WORDS]
    return list(islice(_places(document, sheets, wanted), MOST_FOUND)) if wanted else []


def _places(document: Document, sheets: Sequence[Sheet], wanted: str) -> Iterator[Found]:
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    on = {part.paragraph.key: at for at, sheet in reversed([*enumerate(sheets, 1)]) for part in sheet}
    for place, each in enumerate(document.paragraphs, 1):
        for match in pattern.finditer(each.text) if each.role is not Role.DROPPED else ():
            start, end = match.span()
            yield Found(
                on[each.key], each.key, place, each.text[max(0, start - NEAR) : start], match[0],
                each.text[end : end + NEAR],
            )  # fmt: skip
