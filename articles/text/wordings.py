"""What editors put in place of a machine's words, in phrases short enough to be met again, and offered again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from articles.text.changes import Op, bare_words, changes, share_changed
from articles.text.checks.problem import CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import FUNCTION_WORDS

RULE = "memory"
MOST_WORDS = 5
LONGEST = 80
# Where more of a paragraph was written anew, no phrase of it stands for another.
MOST_CHANGED = 0.6
_SENTENCE = re.compile(r"[\d.!?,;:\"“”()\[\]]")


@dataclass(frozen=True, slots=True)
class Remembered:
    """``right`` stands for ``wrong`` in ``kept`` approved articles; in ``left`` its editors did otherwise."""

    wrong: str
    right: str
    kept: int
    left: int


def put(machine: str, corrected: str) -> frozenset[tuple[str, str]]:
    """The phrases of the machine's words with what an editor put in their place; none with a number in it."""
    if share_changed(machine, corrected) > MOST_CHANGED:
        return frozenset()
    runs = pairwise(changes(machine, corrected))
    found = ((a.text.strip(), b.text.strip()) for a, b in runs if (a.op, b.op) == (Op.GONE, Op.NEW))
    return frozenset((wrong, right) for wrong, right in found if _tells(wrong) and _is_short(right))


def key_of(wrong: str) -> str:
    """By what a phrase is looked up: its first two words, in lower case."""
    return " ".join(bare_words(wrong.casefold())[:2])[:LONGEST]


def keys(text: str) -> frozenset[str]:
    """The keys of every phrase that may stand in the text."""
    words = bare_words(text.casefold())
    pairs = (f"{one} {two}" for one, two in pairwise(words) if one[0].isalnum() and two[0].isalnum())
    return frozenset(key for key in (*filter(_is_telling, words), *pairs) if len(key) <= LONGEST)


def places(wrong: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the phrase stands in the text, in whole words."""
    pattern = r"\s+".join(map(re.escape, wrong.split()))
    return (match.span() for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text))


def offers(paragraph: CheckedParagraph, memory: Iterable[Remembered], found: Iterable[Problem]) -> Iterator[Problem]:
    """A note under each phrase that was put otherwise before, but where a problem ``found`` proposes the same."""
    proposed = [(each.start, each.end, set(each.proposals)) for each in found if each.paragraph == paragraph.key]
    for one in memory:
        for start, end in places(one.wrong, paragraph.text):
            same = any(one.right in texts and at < end and start < to for at, to, texts in proposed)
            if not same and not _is_right_already(one, paragraph.text, start):
                yield problem(
                    paragraph, RULE, (start, end), _told(one), one.right, level=Level.INFO, about=(one.right,)
                )


def _told(one: Remembered) -> str:
    of = "" if not one.left else f" of {one.kept + one.left}"
    many = one.kept + one.left > 1
    return f"Put as “{one.right}” in {one.kept}{of} approved article{'s' if many else ''}."


def _is_right_already(one: Remembered, text: str, start: int) -> bool:
    """The words there are part of what an editor would put."""
    at = one.right.find(one.wrong)
    return at >= 0 and start >= at and text.startswith(one.right, start - at)


def _tells(wrong: str) -> bool:
    return _is_short(wrong) and any(_is_telling(word) for word in bare_words(wrong.casefold()))


def _is_short(phrase: str) -> bool:
    if not phrase or len(phrase) > LONGEST or _SENTENCE.search(phrase):
        return False
    return 0 < len(bare_words(phrase)) <= MOST_WORDS


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word[0].isalpha() and word not in FUNCTION_WORDS
