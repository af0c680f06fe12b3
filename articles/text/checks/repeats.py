"""Words and paragraphs that stand twice."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import eq

from rapidfuzz import fuzz

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem

_TWICE = re.compile(r"\b([^\W\d_]+)([ \n]+)\1\b(?![-'’])", re.IGNORECASE)
_TWICE_PHRASE = re.compile(r"\b([a-z]+ [a-z]+(?: [a-z]+)?) \1\b")
# Twice is always a slip; "what it is is clear" and "the one he came to to ask" are none.
_NEVER_TWICE = frozenset({"the", "of", "a", "an", "and", "or", "its", "their"})
# Twice is right as often as not.
_OFTEN_TWICE = frozenset(
    {"had", "that", "very", "ha", "bye", "no", "so", "blah", "many", "more", "long", "far", "in", "on"}
)


def word(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """The same word twice running, but for names that are made so."""
    if paragraph.text.isascii() and b"\1" not in _again(paragraph.words, 1):
        return
    words = paragraph.text.lower().split()
    if not any(map(str.startswith, words[1:], words)):
        return
    for match in _TWICE.finditer(paragraph.text):
        small = match[1].lower()
        if match[1][0].isupper() and paragraph.text[match.end() - len(match[1])].isupper():
            continue
        if small in _OFTEN_TWICE:
            level, safe = Level.INFO, False
        else:
            # A capital before the second one may be a letter that names ("Plan A a success").
            level, safe = Level.WARN, small in _NEVER_TWICE and (match[1] != "A" or _begins(paragraph.text, match))
        yield problem(
            paragraph, "repeat.word", match.span(), f"“{match[1]}” stands here twice.", match[1], level=level, safe=safe
        )


def _begins(text: str, match: re.Match[str]) -> bool:
    return not text[: match.start()].strip(" \"“‘'(") or text[: match.start()].rstrip(" \"“‘'(")[-1] in ".!?\n"


def phrase(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """The same two or three words twice running."""
    if b"\1\1" not in _again(paragraph.words, 2) and b"\1\1\1" not in _again(paragraph.words, 3):
        return
    words = paragraph.text.split()
    if not any(map(eq, words, words[2:])) and not any(map(eq, words, words[3:])):
        return
    for match in _TWICE_PHRASE.finditer(paragraph.text):
        yield problem(paragraph, "repeat.phrase", match.span(), f"“{match[1]}” stands here twice.", match[1])


def _again(words: list[str], after: int) -> bytes:
    """A byte for each word: 1 where the word so many places after it is the same."""
    return bytes(map(eq, words, words[after:]))


# A paragraph of fewer letters says too little to be told from another.
_LONG = 60


def whole(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """A paragraph that says what an earlier one says, to 95 of 100 letters."""
    length = len(paragraph.text)
    most = int(0.2 * length + 4)
    shortest, longest = length - most, length + most
    lengths = article.lengths[: article.position[paragraph.key]]
    alike = [at for at, each in enumerate(lengths) if shortest <= each <= longest]
    text = _plain(paragraph.text) if alike else ""
    for other in (article.paragraphs[at] for at in alike if text):
        if other.role not in _SHOWN:
            continue
        earlier = _plain(other.text)
        if text == earlier or (len(text) > _LONG and fuzz.ratio(text, earlier, score_cutoff=95)):
            yield problem(
                paragraph,
                "repeat.paragraph",
                (0, len(paragraph.text)),
                "An earlier paragraph says the same.",
                about=(text,),
            )
            return


_SHOWN = frozenset({"headline", "standfirst", "body", "heading", "caption"})


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
