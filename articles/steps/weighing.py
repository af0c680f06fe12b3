"""How often editors agreed with each of the importer's rules, told from what they did with its suggestions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles.models import FACT_MODELS, Article
from articles.text.checks import NEVER_SILENT, check
from articles.text.checks.problem import Problem
from articles.text.document import Document, FactState
from articles.text.mending import mend
from articles.text.readiness import checked, judged, problems

from .revising import glossary


@dataclass(slots=True)
class FactRule:
    """What became of a rule's suggestions: ``edited`` were accepted with other values than suggested."""

    kind: str
    rule: str
    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    open: int = 0

    @property
    def share(self) -> float | None:
        """The share accepted of those decided; None where none is."""
        decided = self.accepted + self.edited + self.rejected
        return (self.accepted + self.edited) / decided if decided else None


@dataclass(frozen=True, slots=True)
class LineRule:
    """What became of the paragraphs a rule gave a role or joined, in articles that somebody has corrected."""

    rule: str
    given: int
    changed: int


@dataclass(slots=True)
class CheckRule:
    """What became of a check's findings in the machine's words, in articles that somebody has corrected: ``mended`` are
    there no more, ``by_galley`` of them were safe fixes, ``undone`` safe fixes that are there again; ``dismissed`` are
    no problems by an editor's word."""

    rule: str
    mended: int = 0
    dismissed: int = 0
    open: int = 0
    by_galley: int = 0
    undone: int = 0

    @property
    def false_share(self) -> float | None:
        """The share dismissed of those settled; None where none is."""
        settled = self.mended + self.dismissed
        return self.dismissed / settled if settled else None


def check_rules() -> list[CheckRule]:
    """Each rule of the checks, by name. A dismissed problem counts as a false alarm, a mended one as a right one; what
    the guards ask is a question, no alarm."""
    rules: dict[str, CheckRule] = {}
    for article, first, head in _corrected_articles():
        seen = checked(first, article.seed.text, glossary())
        found = check(seen)
        fixes = {_mark(each) for each in mend(first, seen, found).fixes}
        left, dismissed = {_mark(each) for each in problems(head, article.seed.text, glossary())}, judged(head)
        for mark in {_mark(each) for each in found} | {each for each in dismissed if each[0] not in NEVER_SILENT}:
            rule = rules.setdefault(mark[0], CheckRule(mark[0]))
            rule.dismissed += mark in dismissed
            rule.open += mark in left and mark not in dismissed
            rule.mended += mark not in left and mark not in dismissed
            rule.by_galley += mark in fixes and mark not in left
            rule.undone += mark in fixes and mark in left
    return [rules[name] for name in sorted(rules)]


def _mark(problem: Problem) -> tuple[str, str]:
    return problem.rule, problem.fingerprint


def fact_rules() -> list[FactRule]:
    """Each rule of each kind of fact, by kind and name; facts that editors added are no rule's."""
    rules: dict[tuple[str, str], FactRule] = {}
    for kind, model in FACT_MODELS.items():
        for row in model.objects.exclude(suggested=None).iterator(chunk_size=500):
            found = rules.setdefault((kind.value, row.rule), FactRule(kind.value, row.rule))
            _count(found, row.state, _printed(model.plain_values(row)) != _printed(row.suggested))
    return [rules[key] for key in sorted(rules)]


def line_rules() -> list[LineRule]:
    """Each rule that gave a role or joined lines; how many of them an editor changed, joined, split or took out."""
    given: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for _, first, head in _corrected_articles():
        now = {each.key: each for each in head.paragraphs}
        for paragraph in first.paragraphs:
            given[paragraph.rule] += 1
            kept = now.get(paragraph.key)
            changed[paragraph.rule] += kept is None or (kept.role, kept.spans) != (paragraph.role, paragraph.spans)
    return [LineRule(rule, count, changed[rule]) for rule, count in sorted(given.items())]


def _printed(fields: dict[str, Any]) -> dict[str, Any]:
    """What the article says; the links to people and organizations come only with acceptance."""
    return {name: value for name, value in fields.items() if not name.endswith("_key")}


def _count(rule: FactRule, state: str, other_values: bool) -> None:
    match state:
        case FactState.ACCEPTED.value if other_values:
            rule.edited += 1
        case FactState.ACCEPTED.value:
            rule.accepted += 1
        case FactState.REJECTED.value:
            rule.rejected += 1
        case _:
            rule.open += 1


def _corrected_articles() -> Iterator[tuple[Article, Document, Document]]:
    """Each article that a person has saved, with its first and its newest Document."""
    saved = Article.objects.filter(revisions__author__isnull=False).distinct().select_related("seed").order_by("pk")
    for article in saved.iterator(chunk_size=100):
        yield article, *(article.revisions.get(number=number).document for number in (1, article.head))
