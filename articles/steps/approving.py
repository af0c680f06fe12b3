"""Judging an article in review: approve, send back, revoke. Whoever approves wrote none of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from articles.errors import BadInput, MovedOn, NotAllowed
from articles.models import Act, Article, Edition, Revision, Stage
from articles.text.document import Document

from . import messaging
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
    act = record(article, Action.APPROVE, by, revision=head)
    messaging.approved(act)
    return act


@transaction.atomic
def send_back(article: Article | int, by: Any, category: str, reason: str) -> Act:
    """The article is being corrected again; its editor reads why."""
    article = locked(article)
    require(article, by, Action.SEND_BACK)
    if category not in CATEGORIES:
        raise BadInput(f"Choose why it goes back: {', '.join(CATEGORIES)}.")
    move(article, Stage.CORRECTING)
    act = record(
        article, Action.SEND_BACK, by, revision=head_of(article), category=category, reason=given(reason, "reason")
    )
    messaging.sent_back(act)
    return act


@transaction.atomic
def revoke(article: Article | int, by: Any, reason: str) -> Act:
    """The approval holds no longer; the article is being corrected again."""
    article = locked(article)
    require(article, by, Action.REVOKE)
    move(article, Stage.CORRECTING)
    return record(article, Action.REVOKE, by, revision=head_of(article), reason=given(reason, "reason"))


def approval_of(article: Article) -> Act | None:
    """The Act that approved the article's head, unless something ended it since, or it could not have been given."""
    if article.stage != Stage.APPROVED:
        return None
    act = article.acts.filter(action=Action.APPROVE.value).order_by("-number").first()
    return act if act is not None and _holds(article, act) else None


def _holds(article: Article, act: Act) -> bool:
    """The Act is what its digest says, of the head's words, by somebody who had no hand in them."""
    head = head_of(article)
    if (act.revision, act.subject_digest, act.digest) != (head.number, head.digest, act.true_digest):
        return False
    return not (settings.FOUR_EYES and act.by_id in contributors(article, head, act.at))


def contributors(article: Article, head: Revision, at: datetime | None = None) -> set[int]:
    """The accounts that had a hand in ``head`` as it would have been approved at that moment (now by default).

    Since the newest edition that has been live and is not withheld: authors of Revisions, those whose Revisions were
    restored, whoever confirmed a paragraph or a guarded change, decided a fact or dismissed a problem; and who
    uploaded the seed, where there is no such edition.
    """
    read = Edition.objects.read_by(at or timezone.now()).select_related("revision").defer("text")
    last = read.filter(article=article, revision__number__lt=head.number).order_by("-number").first()
    return _hands_in(article, head, last, article.revisions.values_list(*_WHO))


def had_a_hand(articles: Iterable[Article], user: Any) -> set[int]:
    """Those of the articles (by id) whose head the user had a hand in; few queries, however many articles."""
    heads = Revision.objects.filter(article__in=list(articles), number=models.F("article__head"))
    heads = list(heads.select_related("article__seed").defer("article__seed__data", "article__seed__text"))
    asked = {each.article_id for each in heads}
    editions = Edition.objects.read_by(timezone.now()).select_related("revision").defer("text")
    editions = editions.filter(article__in=asked, revision__number__lt=models.F("article__head")).order_by("number")
    last = {each.article_id: each for each in editions}
    written: dict[int, list[Written]] = {}
    for article, *who in Revision.objects.filter(article__in=asked).values_list("article_id", *_WHO):
        written.setdefault(article, []).append(tuple(who))
    return {
        each.article_id
        for each in heads
        if user.pk in _hands_in(each.article, each, last.get(each.article_id), written[each.article_id])
    }


# Of a Revision: its number, its author and the number of the one it restores.
Written = tuple[int, int | None, int | None]
_WHO = ("number", "author_id", "restores")


def _hands_in(article: Article, head: Revision, last: Edition | None, written: Iterable[Written]) -> set[int]:
    """Whoever had a hand in ``head`` since ``last``."""
    before = last.revision if last else None
    authors = wrote(head.number, before.number if before else 0, article.seed.uploaded_by_id, written)
    return authors | judged(head.document, before.document if before else None)


def wrote(number: int, since: int, uploader: int | None, written: Iterable[Written]) -> set[int]:
    """The authors of the Revisions up to ``number`` that come after ``since``, those whose words were restored, and
    who brought the seed where nothing came before (``since`` is 0)."""
    rows = [each for each in written if each[0] <= number]
    authors = {each: author for each, author, _ in rows}
    who = {author for each, author, _ in rows if each > since}
    who |= {authors.get(restored) for each, _, restored in rows if each > since and restored}
    if not since:
        who.add(uploader)
    return who - {None}


def judged(head: Document, last: Document | None) -> set[int]:
    """Whose confirmations, decisions and judgements stand in ``head`` and did not in ``last``."""
    known = hands(last) if last else set()
    return {by for _, by in hands(head) - known} - {None}


def hands(document: Document) -> set[tuple[object, int | None]]:
    """(what, who): every confirmation, decision and judgement in the document, with its account."""
    return (
        {(("paragraph", each.key, each.text), each.confirmed_by) for each in document.paragraphs}
        | {(("fact", each.key, each.state, each.quote, each.values), each.decided_by) for each in document.facts}
        | {(("judgement", each.rule, each.fingerprint), each.by) for each in document.judgements}
    )


def _require_other_eyes(article: Article, by: Any) -> None:
    if settings.FOUR_EYES and by.pk in contributors(article, head_of(article)):
        raise NotAllowed(
            f"You had a hand in this version of “{article}”, so you cannot approve it. "
            "Ask a colleague who did not: it waits on their desk."
        )
