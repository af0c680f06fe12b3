"""How much work the correction of a machine's words was, counted in words.

A word is what ``changes.words`` says, so a mark of punctuation counts as one, and a change of case is an edit.
"""

from rapidfuzz.distance import Levenshtein

from articles.text.changes import bare_words


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
