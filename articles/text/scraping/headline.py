"""Whether the scraper cut a headline."""

import re

from articles.text.scraping.prose import DANGLING, last_word, word_set

# Words that end many a headline whole: "what it is", "goes on", "takes over", "in and out", "who we are".
ENDS_WELL = word_set(
    "on in over up by about under through is are was be will has had have been that this these can so her more"
)
ENDS_BADLY = DANGLING - ENDS_WELL
ABBREVIATIONS = word_set(
    "tv pc km kg kw gb tb ltd ph pm cm mm vs hr dr mr st rd nd th hp phd nfl nba bbc ctr sms pcs mw gw bn mn"
)
WORD, LETTER = re.compile(r"\w"), re.compile(r"[^\W\d_]")
INFLECTED = re.compile(r"(?:s|es|ed|ing|'s|’s)?\b")  # what may stand behind a word that is met whole
CUT_MARK = re.compile(r"(?:\.\.\.?|…)$")
LONG = 60  # characters: sites cut no shorter headlines
HALF_WORD = 8  # letters: so much is left of a word at most
VERY_LONG = 90  # from here on a short last word that only begins words of the article is taken for half a word


def is_cut(headline: str, rest: str) -> bool:
    """The headline stops in the middle: in a word or before one, at an ellipsis, or where a longer copy goes on.

    ``rest`` is the text of the article beside it.
    """
    if len(headline) < LONG:
        return False
    return (
        CUT_MARK.search(headline) is not None
        or _longer_copy(headline, rest)
        or _ends_before_a_word(headline)
        or _ends_in_a_word(headline, rest)
        or _bracket_left_open(headline)
    )


def _longer_copy(headline: str, rest: str) -> bool:
    at = rest.find(headline)
    return at >= 0 and rest[at + len(headline) : at + len(headline) + 1].isalnum()


def _ends_before_a_word(headline: str) -> bool:
    if headline.endswith((",", "-", "(", ":", "“", "«", "„", "‘", "/", "&")):
        return True
    last = headline.rsplit(None, 1)[-1]
    return last.casefold() in ENDS_BADLY


def _ends_in_a_word(headline: str, rest: str) -> bool:
    """The last word is none, or it is met in the article only as the beginning of longer ones."""
    last = last_word(headline)
    if not last.isalpha() or headline[-1] in ".!?…":
        return False
    if len(last) == 1:
        return headline[-1].islower() and last not in "ai"
    if len(last) <= 3 and not set(last) & set("aeiouy") and headline.split()[-1].islower():
        return last not in ABBREVIATIONS
    return len(headline) >= VERY_LONG and len(last) <= HALF_WORD and _only_begins_words(last, rest.casefold())


def _only_begins_words(last: str, rest: str) -> bool:
    begins, at = False, rest.find(last)
    while at >= 0:
        end = at + len(last)
        if at == 0 or not WORD.match(rest, at - 1):
            if INFLECTED.match(rest, end):
                return False
            begins = begins or LETTER.match(rest, end) is not None
        at = rest.find(last, at + 1)
    return begins


def _bracket_left_open(headline: str) -> bool:
    return any(headline.count(a) > headline.count(b) for a, b in ("()", "[]", "（）", "《》"))
