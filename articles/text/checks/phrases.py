"""Turns of phrase that belong to another language."""

import re
from collections.abc import Iterator

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import FUNCTION_WORDS, SAYING

_VERB_COLON = re.compile(rf"\b({'|'.join(sorted(SAYING))}|pointed out|told reporters)(?: that)?\s*: ?(?=[a-z])")
_BOARD = re.compile(
    r"\b[Tt]he board of directors (?:of )?(?:the )?([A-Z][\w&]*(?: [A-Z][\w&]*){0,3}?)(?:'s|’s)? ((?:[a-z-]+ )?"
    r"(?:chairman|chairwoman|chairperson|president|CEO|director)(?: and CEO)?)(?= [A-Z])"
)
_TITLE_FOR_SURNAME = re.compile(
    r"\b([A-Z][a-z]+) (total|always) "
    r"(?=(?:said|says|smiled|told|thinks|believes|pointed|added|replied|laughed|revealed)\b)"
)


def verb_colon(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A verb of saying with a colon, and no quotation after it."""
    if ":" not in paragraph.text:
        return
    for match in _VERB_COLON.finditer(paragraph.text):
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
    if "directors" not in paragraph.vocabulary:
        return
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
    if paragraph.vocabulary.isdisjoint({"total", "always"}):
        return
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


# A phrase as it is found (a regular expression), what it should be (empty: the editor must say), and if that is
# sure enough to be put without asking.
CALQUES = (
    (r"APP", "app", True),
    (r"APPs|APPS", "apps", True),
    (r"IOT", "IoT", True),
    (r"WIFI|Wifi|wifi", "Wi-Fi", True),
    (r"ATM machines", "ATMs", True),
    (r"ATM machine", "ATM", True),
    (r"PIN number", "PIN", True),
    (r"In addition to,", "In addition,", False),
    (r"in addition to,", "in addition,", False),
    (r"carr(?:y|ied|ies|ying) out the (?:upgrade|construction|promotion|cooperation|development)", "", False),
    (r"(?:the )?broad masses of", "", False),
    (r"(?:the )?(?:related|relevant) person in charge", "an official", False),
    (r"(?:the )?(?:related|relevant) departments", "the authorities", False),
    (r"public welfare undertakings", "charity", False),
    (r"accepted (?:an? )?(?:exclusive )?interview with", "spoke to", False),
    (r"published (?:an? )?speech", "gave a speech", False),
    (r"(?:theme|keynote) speech speech", "keynote speech", False),
    (r"theme speech", "keynote speech", False),
    (r"was (?:grandly held|held grandly)", "was held", False),
    (r"was grandly opened", "was opened", False),
    (r"Recall,", "", False),
    (r"more and more perfect", "better and better", False),
    (r"\d+(?:[.,]\d+)? (?:millions|billions)(?! of)", "", False),
    (r"\d+(?:[.,]\d+)? (?:milliards?|bill[oó]n|billones)", "", False),
)
_CALQUE = re.compile(r"(?<![\w-])(?:" + "|".join(f"({found})" for found, _, _ in CALQUES) + r")(?![\w-])")


def calques(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """Phrases and letter cases from the table above."""
    for match in _CALQUE.finditer(paragraph.text):
        _, better, safe = CALQUES[match.lastindex - 1]
        yield problem(
            paragraph,
            "phrase.calque",
            match.span(),
            f"“{match[0].strip()}” is not how English says it.",
            *([better] if better else []),
            level=Level.WARN if safe else Level.INFO,
            safe=safe,
        )
