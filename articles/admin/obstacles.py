"""What keeps an article from review, each with the place where it is settled."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.document import Document

from .sheets import Sheet

_PARAGRAPH = re.compile(r"Paragraph (\d+)")
_QUOTED = re.compile(r"“(.+?)…?” ", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """``link`` leads from the workbench's address to the field in question: ``?sheet=2#p-3f…``."""

    sentence: str
    link: str


def obstacles(sentences: Sequence[str], document: Document, sheets: Sequence[Sheet]) -> tuple[Obstacle, ...]:
    """The sentences with their links."""
    on = {part.paragraph.key: at for at, sheet in reversed([*enumerate(sheets, 1)]) for part in sheet}
    return tuple(Obstacle(each, _link(each, document, on)) for each in sentences)


def _link(sentence: str, document: Document, on: dict[str, int]) -> str:
    key, anchor = _place(sentence, document)
    if key in on:
        return f"?sheet={on[key]}#{anchor}"
    if "rights" in sentence:
        return "?sheet=1#id_meta-rights"
    return "../review/#notes" if " note" in sentence and " open" in sentence else "?sheet=1#about"


def _place(sentence: str, document: Document) -> tuple[str, str]:
    """The key of the paragraph a sentence is about, and the anchor on its sheet."""
    if sentence.startswith("The ") and (quoted := _QUOTED.search(sentence)):
        for fact in document.facts:
            if fact.quote.startswith(quoted[1]) and sentence.startswith(f"The {fact.kind} "):
                return fact.paragraph, f"f-{fact.key}"
    if found := _PARAGRAPH.search(sentence):
        at = int(found[1]) - 1
        if at < len(document.paragraphs):
            key = document.paragraphs[at].key
            return key, f"p-{key}"
    return "", ""
