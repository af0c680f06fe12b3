"""A Document becomes the article's newest Revision, and its rows."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import models
from django.utils import timezone

from articles.models import Article, Revision, Stage, Term
from articles.models.drafts import write_draft
from articles.text.checks.problem import CheckedTerm, Level, Problem
from articles.text.document import Document, canonical
from articles.text.readiness import judged, open_problems, problems

from .moving import move

# What was found in the Revisions looked at last, by this process.
MOST_FOUND = 32
Look = Callable[[Document, str, tuple[CheckedTerm, ...]], tuple[Problem, ...]]
_found: dict[tuple[Look, str, int], tuple[tuple[CheckedTerm, ...], tuple[Problem, ...]]] = {}


def revise(
    article: Article,
    new: Document,
    old: Document,
    *,
    by: Any,
    reason: str,
    stage: Stage,
    restores: int | None = None,
    at: datetime | None = None,
) -> Revision:
    """The locked article's rows are ``new``, which is its newest Revision; its open problems are counted."""
    parent = article.revisions.filter(number=article.head).first()
    revision = Revision(
        article=article,
        number=article.head + 1,
        author=by,
        reason=reason[:300],
        at=at or timezone.now(),
        restores=restores,
        parent_digest=parent.digest if parent else "",
        text=canonical(new),
    )
    revision.digest = revision.true_digest
    write_draft(article, new, old)
    _move_head(article, revision, new, stage)
    revision.save(force_insert=True)
    return revision


def found_in(revision: Revision, seed_text: str, look: Look = problems) -> tuple[Problem, ...]:
    """What ``look`` finds in the Revision; once, as long as it and the glossary stay as they are."""
    terms, key = glossary(), (look, revision.digest, hash(seed_text))
    kept = _found.get(key)
    if kept is None or kept[0] is not terms:
        kept = _found[key] = terms, look(revision.document, seed_text, terms)
        for old in list(_found)[:-MOST_FOUND]:
            _found.pop(old, None)
    return kept[1]


def glossary() -> tuple[CheckedTerm, ...]:
    """The house's terms as the checks read them; read anew when one was added, changed or taken away."""
    state = Term.objects.aggregate(models.Count("pk"), models.Max("changed_at"), models.Sum("pk"))
    return _glossary(tuple(state.values()))


@lru_cache(maxsize=1)
def _glossary(state: tuple[object, ...]) -> tuple[CheckedTerm, ...]:
    return tuple(
        CheckedTerm(
            wrong=(term.wrong, *filter(None, term.inflections.split("\n"))),
            preferred=term.preferred,
            safe=term.safe,
            context=tuple(filter(None, term.context.split("\n"))),
            case=term.case,
        )
        for term in Term.objects.accepted()
    )


def _move_head(article: Article, revision: Revision, new: Document, stage: Stage) -> None:
    known = judged(new)
    found = [each for each in found_in(revision, article.seed.text) if (each.rule, each.fingerprint) not in known]
    metadata = {name: getattr(article, name) for name in _COLUMNS}
    move(
        article,
        stage,
        head=revision.number,
        open_problems=len(found),
        blocking_problems=sum(each.level is Level.BLOCK for each in found),
        machine_problems=_as_it_came(article, revision, len(found)),
        **metadata,
    )


def _as_it_came(article: Article, revision: Revision, found: int) -> int:
    """How many problems the article had before anybody touched it; counted once, as a machine's words never change."""
    if article.machine_problems is not None:
        return article.machine_problems
    if revision.number == 1:
        return found
    first = article.revisions.get(number=1).document
    return len(open_problems(first, article.seed.text, glossary()))


_COLUMNS = (
    "slug", "headline", "headline_cut", "source", "byline", "dateline", "dated", "url", "language", "original_text",
    "rights", "rights_basis", "significance", "note",
)  # fmt: skip
