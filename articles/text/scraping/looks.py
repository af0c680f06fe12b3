"""One look at a line: what the rules about a line by itself ask of it, found once for all of them."""

import re
from dataclasses import dataclass

from articles.text.scraping.anywhere import tables_met
from articles.text.scraping.prose import ends_sentence, is_prose, word_count

LONGEST_FOLDED = 600  # characters: no phrase of the tables is looked for beyond
FIGURES, FIGURE = "0123456789", re.compile(r"\d")


@dataclass(slots=True)
class Look:
    """A line's text, its ``words``, whether it ended as a sentence, is ``prose`` and holds a ``figure``; its beginning
    ``folded`` as the tables of ``phrases`` are written, and the tables ``met`` in that."""

    text: str
    words: int
    ended: bool
    prose: bool
    figure: bool
    folded: str
    met: frozenset[str]


def look_at(text: str) -> Look:
    folded = folded_for_tables(text)
    words, ended, prose = word_count(text), ends_sentence(text), is_prose(text)
    return Look(text, words, ended, prose, has_figure(text), folded, tables_met(folded))


def folded_for_tables(text: str) -> str:
    return text[:LONGEST_FOLDED].replace("’", "'").replace("‘", "'").replace("：", ":").casefold()


def has_figure(text: str) -> bool:
    """There is a digit in the text, of whatever script."""
    return any(map(text.__contains__, FIGURES)) or (not text.isascii() and FIGURE.search(text) is not None)
