"""What every step does: lock the article, move its stage if nobody else has, write the Act."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.errors import BadInput, WrongMoment
from articles.models import Act, Article, Revision, Stage

from .workflow import Action


def locked(article: Article | int) -> Article:
    """The article as it is now, held until the transaction ends."""
    pk = article if isinstance(article, int) else article.pk
    return Article.objects.select_for_update(of=("self",)).select_related("seed").get(pk=pk)


def move(article: Article, to: Stage | None, **columns: Any) -> None:
    """The article's row has the stage and columns, if it is still at the stage and head it was read with."""
    expected = Article.objects.filter(pk=article.pk, stage=article.stage, head=article.head)
    changes = {"changed_at": timezone.now(), **columns, **({"stage": to} if to else {})}
    if not expected.update(**changes):
        raise WrongMoment(f"“{article}” was moved by somebody else just now. Reload its page.")
    for name, value in changes.items():
        setattr(article, name, value)


def record(
    article: Article,
    action: Action,
    by: Any,
    *,
    at: datetime | None = None,
    effective_at: datetime | None = None,
    revision: Revision | None = None,
    edition: int | None = None,
    category: str = "",
    reason: str = "",
    subject_digest: str = "",
) -> Act:
    """One more Act of the article, bound to the one before."""
    last = article.acts.order_by("-number").first()
    act = Act(
        article=article,
        number=last.number + 1 if last else 1,
        action=action.value,
        by=by,
        at=at or timezone.now(),
        effective_at=effective_at,
        revision=revision.number if revision else None,
        edition=edition,
        category=category,
        reason=reason,
        subject_digest=subject_digest or (revision.digest if revision else ""),
        previous_digest=last.digest if last else "",
    )
    act.digest = act.true_digest
    act.save(force_insert=True)
    return act


def head_of(article: Article) -> Revision:
    return article.revisions.get(number=article.head)


def given(reason: str, what: str) -> str:
    """The reason without outer blanks. Raises BadInput where there is none."""
    if not reason.strip():
        raise BadInput(f"Give the {what}: whoever opens this article next needs it.")
    return reason.strip()


def name_of(user: Any) -> str:
    """What a colleague is called in public and in the log."""
    return "Galley" if user is None else user.get_full_name() or user.get_username()
