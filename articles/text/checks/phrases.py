"""Turns of phrase that belong to another language."""

import re
from collections.abc import Iterator

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import COMMON, FUNCTION_WORDS, SAYING, word_set

_VERB_COLON = re.compile(rf"\b({'|'.join(sorted(SAYING))}|pointed out|told reporters)(?: that)?\s*: ?(?=[a-z])")
_COLON_INSIDE = re.compile(r": ?[a-z]")
_BOARD = re.compile(
    r"\b[Tt]he board of directors (?:of )?(?:the )?([A-Z][\w&]*(?: [A-Z][\w&]*){0,3}?)(?:'s|’s)? ((?:[a-z-]+ )?"
    r"(?:chairman|chairwoman|chairperson|president|CEO|director)(?: and CEO)?)(?= [A-Z])"
)
HEARD = word_set("said says smiled told thinks believes pointed added replied laughed revealed")
_TITLE_FOR_SURNAME = re.compile(
    r"\b([A-Z][a-z]+) (total|always) "
    rf"(?=(?:{'|'.join(sorted(HEARD))})\b)"
)


def verb_colon(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A verb of saying with a colon, and no quotation after it."""
    for match in _VERB_COLON.finditer(paragraph.text) if _COLON_INSIDE.search(paragraph.text) else ():
        yield problem(
            paragraph,
            "phrase.verb_colon",
            match.span(),
            "There is a colon, but no quotation after it.",
            f"{match[1]} that ",
            f"{match[1]} ",
        )


def board(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """ "the board of directors of X chairman": the chairman of X."""
    for match in _BOARD.finditer(paragraph.text):
        yield problem(
            paragraph,
            "phrase.board",
            match.span(),
            "The chairman's title was translated word by word.",
            f"{match[1]} {match[2]}",
        )


def surname(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """ "Ma total said": a surname with a title that was translated as a word."""
    for match in _TITLE_FOR_SURNAME.finditer(paragraph.text):
        if match[1].lower() not in FUNCTION_WORDS:
            yield problem(
                paragraph,
                "phrase.surname",
                match.span(),
                f"“{match[2]}” may be a title that was translated as a word.",
                f"Mr {match[1]} ",
                level=Level.INFO,
            )


_PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:he|him|his|she|her)(?: or | and |/)(?:he|him|his|she|hers?)\b", re.IGNORECASE)
HE, SHE = word_set("he him his himself"), word_set("she her hers herself")
# Where one of these is told of, the other pronoun may be theirs.
_OTHERS = word_set(
    """
    wife husband mother father mum mom dad son daughter sister brother parents grandmother grandfather aunt uncle niece
    nephew cousin woman women man men girl girls boy boys lady gentleman couple friend friends colleague colleagues
    predecessor successor bride groom fiancé widow widower mr mrs ms miss sir madam queen king prince princess both each
    """
)
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z’'-]+)+")


def pronouns(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """ "she" for whom the same paragraph called "he", where it names nobody else."""
    if not _OTHERS.isdisjoint(paragraph.vocabulary) or _EITHER.search(paragraph.text):
        return
    named = {match[0] for match in _NAME.finditer(paragraph.text) if COMMON.isdisjoint(match[0].lower().split())}
    found = list(_PRONOUN.finditer(paragraph.text))
    other = next((each for each in found if each.lastindex != found[0].lastindex), None)
    if len(named) < 2 and other is not None:
        message = f"“{found[0][0]}” before, “{other[0]}” here. Is it the same person?"
        yield problem(paragraph, "phrase.pronoun", other.span(), message, level=Level.INFO)


# A word that every form of the phrase has, the phrase as it is found (a regular expression), what it should be (empty:
# the editor must say), and if that is sure enough to be put without asking.
CALQUES = (
    ("app", r"APP", "app", True),
    ("apps", r"APPs|APPS", "apps", True),
    ("iot", r"IOT", "IoT", True),
    ("wifi", r"WIFI|Wifi|wifi", "Wi-Fi", True),
    ("machines", r"ATM machines", "ATMs", True),
    ("machine", r"ATM machine", "ATM", True),
    ("pin", r"PIN number", "PIN", True),
    ("addition", r"In addition to,", "In addition,", False),
    ("addition", r"in addition to,", "in addition,", False),
    ("out", r"carr(?:y|ied|ies|ying) out the (?:upgrade|construction|promotion|cooperation|development)", "", False),
    ("masses", r"(?:the )?broad masses of", "", False),
    ("charge", r"(?:the )?(?:related|relevant) person in charge", "an official", False),
    ("departments", r"(?:the )?(?:related|relevant) departments", "the authorities", False),
    ("welfare", r"public welfare undertakings", "charity", False),
    ("interview", r"accepted (?:an? )?(?:exclusive )?interview with", "spoke to", False),
    ("speech", r"published (?:an? )?speech", "gave a speech", False),
    ("theme", r"theme speech", "keynote speech", False),
    ("grandly", r"was (?:grandly held|held grandly)", "was held", False),
    ("grandly", r"was grandly opened", "was opened", False),
    ("recall", r"Recall,", "", False),
    ("perfect", r"more and more perfect", "better and better", False),
    ("millions", r"\d+(?:[.,]\d+)? millions(?! of)", "", False),
    ("milliard", r"\d+(?:[.,]\d+)? milliard", "", False),
    ("milliards", r"\d+(?:[.,]\d+)? milliards", "", False),
    ("bill", r"\d+(?:[.,]\d+)? billón", "", False),
    ("billones", r"\d+(?:[.,]\d+)? billones", "", False),
)
TRIGGERS = frozenset(word for word, *_ in CALQUES)
# What is looked for first begins with a letter of the phrase, and so is found or not found sooner.
_PATTERNS = tuple(
    (word, re.compile(phrase), re.compile(rf"(?<![\w-])(?:{phrase})(?!\w)"), better, safe)
    for word, phrase, better, safe in CALQUES
)


def calques(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Phrases and letter cases from the table above."""
    text, words = paragraph.text, paragraph.vocabulary
    for word, anywhere, whole, better, safe in _PATTERNS:
        for match in whole.finditer(text) if word in words and anywhere.search(text) else ():
            yield problem(
                paragraph,
                "phrase.calque",
                match.span(),
                f"“{match[0]}” is not how English says it.",
                *([better] if better else []),
                level=Level.WARN if safe else Level.INFO,
                safe=safe and not _may_be_name(text, *match.span()),
            )


# A word of capitals right before it: all of the line may be written so.
_SHOUTED = re.compile(r"[A-Z]{2,}[^\w.]+\Z")


def _may_be_name(text: str, start: int, end: int) -> bool:
    """True in brackets, where it stands for a name before them, and in a line of capitals."""
    if text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")":
        return True
    return bool(_SHOUTED.search(text[max(0, start - 20) : start]) or re.match(r"\W+[A-Z]{2,}\b(?!-)", text[end:]))
