"""A second opinion on grammar by Harper, where it is installed; Galley works without it.

It is asked where an editor looks (the workbench and the list of problems), never while importing or saving: what it
finds is told, counts as no open problem, keeps nothing from approval and is never put in place by itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any, NamedTuple

from articles.text.checks.capitals import WORD
from articles.text.checks.problem import REMARK, Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import word_set
from articles.text.roles import READER_ROLES

try:
    import harper
except ImportError:
    harper = None

# Harper's rules that help on machine-translated news. All 905 of its default ones were tried on the 39 open labelled
# articles (689 sentences, 12,068 words) and on 120 pairs of a faulty sentence and the same as an editor leaves it
# (tests/text/sentences.py). These found 31 of the faulty sentences and nothing in the mended ones; in the articles they
# found 3 faults, and nothing that is right. `make quality` counts again. Left out for what they found in the articles
# that is right: SpelledNumbers 126, OrthographicConsistency 26, UnclosedQuotes 13, BoringWords 13, PossessiveNoun 7,
# OxfordComma 7, Regionalisms 6, CurrencyPlacement 5, SplitWords 5, CompoundNouns 4, MoreAdjective 3, ExpandThough 3,
# ToTwoToo, NoOxfordComma and AvoidContractions 2, Months, MissingPreposition, ExpandMinimum, DisjointPrefixes,
# QuantifierNumeralConflict, WrongNegative, Dashes and DiscourseMarkers 1. SpellCheck knows no names; LongSentences, AnA
# and RedundantThat are checks of our own; TheMy proposes what is wrong.
RULES = word_set(
    """
    AdjectiveDoubleDegree AllowTo ArriveTo CapitalizePersonalPronouns DespiteOf DidPast Discuss GoodAt InterestedIn
    LastButNotLeast MassNouns ModalOf NounVerbConfusion OneOfTheSingular PronounInflectionBe PronounVerbAgreement
    SimplePastToPastParticiple SinceDuration TheirToThere ThenThan VeryUnique
    """
)


def second_opinion(article: Checked, found: Sequence[Problem] = ()) -> Iterator[Problem]:
    """What Harper finds in an article, but for places where ``found`` has a problem already."""
    if harper is None:
        return
    taken: dict[str, list[tuple[int, int]]] = {}
    for each in found:
        taken.setdefault(each.paragraph, []).append((each.start, each.end))
    _HARPER.teach(_names(article))
    for paragraph in article.paragraphs:
        if paragraph.role in READER_ROLES:
            yield from _of_paragraph(paragraph, taken.get(paragraph.key, []))


def _names(article: Checked) -> frozenset[str]:
    """The words of names: the glossary's, the accepted facts', and what stands capitalised inside sentences."""
    told = " ".join((*article.names, *(term.preferred for term in article.terms)))
    inside = {word.capitalize() for word in article.capitalised}
    return frozenset(WORD.findall(told)) | inside


def _of_paragraph(paragraph: CheckedParagraph, taken: Sequence[tuple[int, int]]) -> Iterator[Problem]:
    for fault in _faults(paragraph.text):
        if not any(start < fault.end and fault.start < end for start, end in taken):
            yield problem(
                paragraph,
                REMARK + fault.rule,
                (fault.start, fault.end),
                fault.message,
                *fault.proposals,
                level=Level.INFO,
            )


class Fault(NamedTuple):
    """What Harper says of ``[start, end)`` of a text, in code points."""

    rule: str
    start: int
    end: int
    message: str
    proposals: tuple[str, ...]


@lru_cache(maxsize=4096)
def _faults(text: str) -> tuple[Fault, ...]:
    return _HARPER.faults(text)


class _Harper:
    """One Harper for the process, made when it is first asked (some 0.6 seconds, 140 MB), used by one thread at a
    time. What it was taught stays taught: only new names cost anything."""

    # It forgets the names it was taught once they are so many.
    MOST_NAMES = 20_000

    def __init__(self) -> None:
        self.lock = Lock()
        self.taught: frozenset[str] = frozenset()

    @cached_property
    def linter(self) -> Any:
        made = harper.Linter(harper.Dialect.BRITISH)
        made.set_lint_config({rule: rule in RULES for rule in harper.get_default_lint_config()})
        return made

    def teach(self, names: frozenset[str]) -> None:
        with self.lock:
            if not names - self.taught:
                return
            if len(self.taught) > self.MOST_NAMES:
                self.linter.clear_words()
                self.taught = frozenset()
            self.linter.import_words(sorted(names - self.taught))
            self.taught |= names

    def faults(self, text: str) -> tuple[Fault, ...]:
        with self.lock:
            found = self.linter.organized_lints(text, language=harper.Language.PLAINTEXT)
        return tuple(sorted((_fault(rule, lint) for rule, lints in found.items() for lint in lints), key=_place))


_HARPER = _Harper()


# Harper marks words as Markdown does.
_CODE = re.compile(r"`([^`]*)`")


def _place(fault: Fault) -> tuple[int, int, str]:
    return fault.start, fault.end, fault.rule


def _fault(rule: str, lint: Any) -> Fault:
    proposals = tuple(_put(lint.problem_text, each) for each in lint.suggestions)
    return Fault(rule, lint.span.start, lint.span.end, _CODE.sub(r"“\1”", lint.message), proposals)


def _put(words: str, suggestion: Any) -> str:
    """What stands at the place once the suggestion is taken."""
    if suggestion.kind == harper.SuggestionKind.INSERT_AFTER:
        return words + suggestion.replacement_text
    return "" if suggestion.kind == harper.SuggestionKind.REMOVE else suggestion.replacement_text
