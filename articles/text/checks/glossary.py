"""Words the house writes otherwise."""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.text.checks.problem import Checked, CheckedParagraph, CheckedTerm, Problem, problem
from articles.text.checks.terms import plain_words, possible

ANY_CASE = "any"


def preferred(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """A wrong form of a term; one with context words only in an article that has one of them."""
    for term in possible(article.terms, paragraph.vocabulary):
        if not term.is_possible(article.vocabulary) or not article.counts(term):
            continue
        for match in _pattern(term.wrong, term.case).finditer(paragraph.text):
            if match[0] != term.preferred:
                yield problem(
                    paragraph,
                    "glossary.preferred",
                    match.span(),
                    f"The house writes “{term.preferred}”."
                    if term.preferred
                    else f"The house never writes “{match[0]}”.",
                    *([_cased(term, match[0], paragraph.text[: match.start()])] if term.preferred else []),
                    safe=term.safe,
                    about=(term.preferred,),
                )


def housed(machine: str, text: str, article: Checked) -> str:
    """The machine's words with the house's in place of wrong forms that are never right, where ``text`` has those and
    none of these: putting them changes no name."""
    if not article.terms or machine == text:
        return machine
    for term in possible(article.terms, _vocabulary(machine)):
        if term.safe and term.preferred and term.preferred in text and article.counts(term):
            pattern = _pattern(term.wrong, term.case)
            if not pattern.search(text):
                machine = pattern.sub(lambda _, put=term.preferred: put, machine)
    return machine


@lru_cache(maxsize=512)
def _vocabulary(machine: str) -> frozenset[str]:
    """Both guards ask for the same words, and again once the article is mended."""
    return frozenset(plain_words(machine.lower()))


@lru_cache(maxsize=4096)
def _pattern(wrong: tuple[str, ...], case: str) -> re.Pattern[str]:
    forms = "|".join(
        r"\s+".join(map(re.escape, form.split())) for form in sorted(wrong, key=len, reverse=True) if form.strip()
    )
    return re.compile(rf"(?<!\w)(?:{forms or '(?!)'})(?!\w)", re.IGNORECASE if case == ANY_CASE else 0)


def _cased(term: CheckedTerm, found: str, before: str) -> str:
    """The preferred form, with a capital where it begins a sentence as the wrong form did."""
    begins = not before.strip(" \"“‘'(") or before.rstrip(" \"“‘'(")[-1:] in ".!?"
    if begins and found[:1].isupper() and term.preferred.islower():
        return term.preferred[:1].upper() + term.preferred[1:]
    return term.preferred
