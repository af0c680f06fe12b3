"""How much work the correction of a machine's words was, counted in words.

A word is what ``changes.words`` says, so a mark of punctuation counts as one, and a change of case is an edit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from articles.text.changes import bare_words


@dataclass(frozen=True, slots=True)
class Effort:
    """Words of the machine's text and of the corrected one, the edits between them, and the words of the longer of
    each two paragraphs."""

    words_before: int
    words_after: int
    edits: int
    longer: int

    @property
    def hter(self) -> float:
        """Edits for each word as it is now."""
        return self.edits / max(1, self.words_after)

    @property
    def rate(self) -> float:
        """Edits for each word of the longer text, 0 to 1."""
        return self.edits / max(1, self.longer)


def effort(pairs: Iterable[tuple[str, str]]) -> Effort:
    """What led from the machine's words to the corrected ones, paragraph by paragraph."""
    words = [(bare_words(machine), bare_words(corrected)) for machine, corrected in pairs]
    return Effort(
        sum(len(before) for before, _ in words),
        sum(len(after) for _, after in words),
        sum(Levenshtein.distance(before, after) for before, after in words),
        sum(max(len(before), len(after)) for before, after in words),
    )


def hter(machine: str, corrected: str) -> float:
    """The human-targeted translation edit rate: insertions, deletions and substitutions for each corrected word.

    After Snover and others, "A Study of Translation Edit Rate with Targeted Human Annotation" (AMTA 2006), but for
    their shifts: a phrase moved counts as its words taken out and put in. 0 for untouched words, more than 1 where
    more was taken out than was left; 1 where nothing was left.
    """
    before, after = bare_words(machine), bare_words(corrected)
    if not after:
        return 1.0 if before else 0.0
    return Levenshtein.distance(before, after) / len(after)


def edit_rate(machine: str, corrected: str) -> float:
    """The same edits for each word of the longer text: 0 for untouched words, 1 where no word was kept."""
    return Levenshtein.normalized_distance(bare_words(machine), bare_words(corrected))
