"""Capitalised words: where they stand, and whether a sentence begins with them."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple


class Name(NamedTuple):
    """A word with a capital in it, at ``[start, end)``, without its possessive ending.

    ``letters`` is what it is compared by; ``opens`` is true where it begins a sentence, a quotation or an item,
    ``in_run`` where another such word is right beside it.
    """

    text: str
    letters: str
    start: int
    end: int
    opens: bool = False
    in_run: bool = False


# Letters and figures, with the apostrophes and ampersands between them.
WORD = re.compile(r"[^\W_]+(?:[’'&][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s\Z|[’']\Z")
# Before a word that begins a sentence, a quotation, an item or the text.
_OPENING = re.compile(r"(?:\A|[.!?:;…\n|•·。！？：；])[\s\"“”‘’'«»„(\[*–—-]*\Z|[\"“‘«„]\Z")
# Between the words of one name.
BETWEEN = re.compile(r"[ \u00a0-]")


class Words:
    """The words of a text: the capitalised ones in order, and all of them for looking up."""

    def __init__(self, names: list[Name], order: list[str]) -> None:
        self.names, self.order = names, order
        self.all = frozenset(order)
        self.counted = Counter(name.letters for name in names)

    def joined(self) -> frozenset[str]:
        """All pairs and triples of words that follow each other, written as one."""
        pairs = [first + second for first, second in zip(self.order, self.order[1:], strict=False)]
        triples = [pair + third for pair, third in zip(pairs, self.order[2:], strict=False)]
        return frozenset(pairs + triples)


@lru_cache(maxsize=2048)
def read(text: str) -> Words:
    """The words of a text, in order."""
    names: list[Name] = []
    order: list[str] = []
    last = None
    for match in WORD.finditer(text):
        word = match[0]
        if word == word.lower():
            order.append(_bare(word))
            last = None
            continue
        word = _bare(word)
        order.append(word.lower())
        adjoins = last is not None and bool(BETWEEN.fullmatch(text, last, match.start()))
        if adjoins and not names[-1].in_run:
            names[-1] = names[-1]._replace(in_run=True)
        opens = not adjoins and bool(_OPENING.search(text, max(0, match.start() - 12), match.start()))
        names.append(Name(word, order[-1], match.start(), match.start() + len(word), opens, adjoins))
        last = match.end()
    return Words(names, order)


def _bare(word: str) -> str:
    """The word without its possessive ending."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
