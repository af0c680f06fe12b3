"""Whether a text holds an article at all."""

import re
from collections.abc import Sequence

from articles.text.roles import Role
from articles.text.scraping.layout import Part
from articles.text.scraping.lines import Line
from articles.text.scraping.prose import ends_sentence, word_count

MOST_LINES = 10_000
CODE_ENDS = re.compile(r"(?:[;{}]\s*|\)\s*:?)$")
CODE_BEGINS = re.compile(
    r"\s*(?:def |class |import |from \w+ import|#include|function |return\b|public |private |static "
    r"|const |let |var |if ?\(|for ?\(|while ?\(|else\b|elif |try:|except|package |using |@\w+|//|/\*|\*/|</?\w+"
    r"|SELECT "
    r"|INSERT |\$\w+ ?=)|\s*[\w.\[\]\"']+ ?(?:=|:=|\+=|->|=>) ?\S|\s*\"\w+\": "
)
# What code ends with; the capitals it begins with where it sets nothing.
CODE_SIGNS, COMMANDS = ";{}):", "IS"
SENTENCE_WORDS = 5
LONG_LINE = 15  # words


class NotAnArticle(ValueError):
    """A text in which no article is found. Its message is the sentence the operator reads."""


def refuse_too_many(lines: Sequence[Line]) -> None:
    """Raises NotAnArticle for more than MOST_LINES lines."""
    if len(lines) > MOST_LINES:
        raise NotAnArticle(
            f"The text has over {MOST_LINES:,} lines, too many for an article. Give one file an article."
        )


def refuse_no_article(lines: Sequence[Line], parts: Sequence[Part]) -> None:
    """Raises NotAnArticle for source code, for lists without a sentence, and where all is page furniture."""
    if not lines:
        raise NotAnArticle("The text is blank. Scrape the article again.")
    coded = _coded(lines)
    if coded >= 3:
        raise NotAnArticle(
            f"The text is source code or data: {coded} of its {len(lines)} lines are. Give the article's text."
        )
    if any(_tells(part.text) for part in parts if part.role in {Role.BODY, Role.HEADING}):
        return
    if any(_tells(part.text) for part in parts):
        raise NotAnArticle(f"The {len(lines)} lines hold nothing but page furniture. Scrape the article again.")
    raise NotAnArticle(
        f"None of the {len(lines)} lines is a sentence, so there is no article. Scrape the article again."
    )


def _coded(lines: Sequence[Line]) -> int:
    """How many lines are code, if that is most of them; else 0."""
    coded = 0
    for number, line in enumerate(lines):
        coded += _is_code(line.text[:300])
        if number + 1 - coded >= 0.5 * len(lines):
            return 0
    return coded


def _is_code(text: str) -> bool:
    if (text[-1:] in CODE_SIGNS or text[-1:].isspace()) and CODE_ENDS.search(text[-5:]):
        return True
    told = text[:1].isupper() and text[0] not in COMMANDS and "=" not in text and "->" not in text
    return not told and CODE_BEGINS.match(text) is not None


def _tells(text: str) -> bool:
    words = word_count(text)
    return words >= LONG_LINE or (words >= SENTENCE_WORDS and ends_sentence(text))
