"""Judging an article in review: approve, send back, revoke. Whoever approves wrote none of it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from articles.errors import BadInput, MovedOn, NotAllowed
from articles.models import Act, Article, Edition, Revision, Stage
from articles.text.document import Document

from .moving import given, head_of, locked, move, record
from .readiness import require_ready
from .workflow import Action, require

# Why an article is sent back; the editor finds it on the desk.
CATEGORIES = ("accuracy", "facts", "language", "names", "rights", "style", "other")


@transaction.atomic
def approve(article: Article | int, by: Any, digest: str) -> Act:
    """The Revision of this digest is approved, word for word.

    Raises MovedOn where the article has a newer one, NotAllowed where the approver had a hand in it, Blocked where
    something is open.
    """
    article = locked(article)
    require(article, by, Action.APPROVE)
    head = head_of(article)
    if digest != head.digest:
        raise MovedOn(f"“{article}” has changed since you opened it. Read what changed, then approve that.")
    _require_other_eyes(article, by)
    require_ready(article)
    move(article, Stage.APPROVED)
    return record(article, Action.APPROVE, by, revision=head)


@transaction.atomic
def send_back(article: Article | int, by: Any, category: str, reason: str) -> Act:
    """The article is being corrected again; its editor reads why."""
    article = locked(article)
    require(article, by, Action.SEND_BACK)
    if category not in CATEGORIES:
        raise BadInput(f"Choose why it goes back: {', '.join(CATEGORIES)}.")
    move(article, Stage.CORRECTING)
    return record(
        article, Action.SEND_BACK, by, revision=head_of(article), category=category, reason=given(reason, "reason")
    )


@transaction.atomic
def revoke(article: Article | int, by: Any, reason: str) -> Act:
    """The approval holds no longer; the article is being corrected again."""
    article = locked(article)
    require(article, by, Action.REVOKE)
    move(article, Stage.CORRECTING)
    return record(article, Action.REVOKE, by, revision=head_of(article), reason=given(reason, "reason"))


def approval_of(article: Article) -> Act | None:
    """The Act that approved the article's head, unless something ended it since."""
    if article.stage != Stage.APPROVED:
        return None
    act = article.acts.filter(action=Action.APPROVE.value).order_by("-number").first()
    return act if act is not None and act.revision == article.head else None


def contributors(article: Article, head: Revision, at: datetime | None = None) -> set[int]:
    """The accounts that had a hand in ``head`` as it would have been approved at that moment (now by default).

    Since the newest edition that has been live and is not withheld: authors of Revisions, those whose Revisions were
    restored, whoever confirmed a paragraph or a guarded change, decided a fact or dismissed a problem; and who
    uploaded the seed, where there is no such edition.
    """
    last = _last_read(article, head, at or timezone.now())
    revisions = list(article.revisions.filter(number__gt=last.revision.number if last else 0, number__lte=head.number))
    known = hands(last.revision.document) if last else set()
    who = {by for _, by in hands(head.document) - known}
    who |= {each.author_id for each in revisions}
    who |= set(_authors(article, {each.restores for each in revisions}))
    if last is None:
        who.add(article.seed.uploaded_by_id)
    return who - {None}


def _last_read(article: Article, head: Revision, at: datetime) -> Edition | None:
    """The newest edition of earlier words that readers had been given by then and were not refused."""
    editions = Edition.objects.filter(article=article, live_from__lte=at, revision__number__lt=head.number).exclude(
        live_until__isnull=False, live_until__lte=models.F("live_from")
    )
    unrefused = editions.filter(models.Q(withheld_at__isnull=True) | models.Q(withheld_at__gt=at))
    return unrefused.select_related("revision").order_by("-number").first()


def hands(document: Document) -> set[tuple[object, int | None]]:
    """(what, who): every confirmation, decision and judgement in the document, with its account."""
    return (
        {(("paragraph", each.key, each.text), each.confirmed_by) for each in document.paragraphs}
        | {(("fact", each.key, each.state, each.quote, each.values), each.decided_by) for each in document.facts}
        | {(("judgement", each.rule, each.fingerprint), each.by) for each in document.judgements}
    )


def _authors(article: Article, numbers: set[int | None]) -> list[int | None]:
    return list(article.revisions.filter(number__in=numbers - {None}).values_list("author_id", flat=True))


def _require_other_eyes(article: Article, by: Any) -> None:
    if settings.FOUR_EYES and by.pk in contributors(article, head_of(article)):
        raise NotAllowed(
            f"You had a hand in this version of “{article}”, so you cannot approve it. "
            "Ask a colleague who did not: it waits on their desk."
        )
