"""Links by which somebody without an account reads one Revision: made, opened, revoked.

A token is signed, so that nobody who writes to the database can make one, and kept only as its hash, so that nobody
who reads the database can use one.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db import models, transaction
from django.utils import timezone

from articles.errors import BadInput, Gone, NotAllowed, NotThere, WrongMoment
from articles.models import Article, Edition, PreviewLink, Revision

LONGEST = 30  # days
_SIGNER = "articles.preview"


@dataclass(frozen=True, slots=True)
class Made:
    """A link with its token, which is never to be had again."""

    link: PreviewLink
    token: str


@transaction.atomic
def make(article: Article, by: Any, digest: str, days: int) -> Made:
    """The Revision of this digest can be read by whoever has the token, for so many days (1 to LONGEST)."""
    _require(by)
    if not 0 < days <= LONGEST:
        raise BadInput(f"Choose for how many days the link opens: 1 to {LONGEST}.")
    revision = article.revisions.filter(digest=digest).first()
    if revision is None:
        raise BadInput(f"“{article}” has no revision with this digest. Load the page again, then make the link.")
    if _withheld(revision).exists():
        raise WrongMoment(f"Revision {revision.number} was withdrawn from readers: nobody outside is given its words.")
    token = Signer(salt=_SIGNER, sep=".").sign(secrets.token_urlsafe(24))
    now = timezone.now()
    link = PreviewLink.objects.create(
        article=article, revision_digest=digest, token_hash=_hash(token), made_by=by, made_at=now,
        expires_at=now + timedelta(days=days),
    )  # fmt: skip
    return Made(link, token)


@transaction.atomic
def revoke(link: PreviewLink, by: Any) -> PreviewLink:
    """The link opens nothing any more."""
    _require(by)
    if not PreviewLink.objects.open().filter(pk=link.pk).update(revoked_by=by, revoked_at=timezone.now()):
        raise WrongMoment("This link is closed already.")
    link.refresh_from_db()
    return link


@dataclass(frozen=True, slots=True)
class Opened:
    link: PreviewLink
    article: Article
    revision: Revision


def opened(token: str, *, count: bool = True) -> Opened:
    """What the token opens; the opening is counted. Raises NotThere or Gone."""
    link = _link(token)
    revision = link.article.revisions.filter(digest=link.revision_digest).first()
    if link.revoked_at is not None:
        raise Gone("This link was taken back by the newsroom. Ask whoever gave it to you for another.")
    if not link.is_open:
        raise Gone(f"This link could be opened until {_told(link.expires_at)}. Ask whoever gave it to you for another.")
    if revision is None or _withheld(revision, link).exists():
        raise Gone("The article was withdrawn after you were given this link, so its words are shown to nobody.")
    if count:
        seen = {"openings": models.F("openings") + 1, "opened_at": timezone.now()}
        PreviewLink.objects.filter(pk=link.pk).update(**seen)
    return Opened(link, link.article, revision)


def _link(token: str) -> PreviewLink:
    unknown = NotThere("There is no such preview. The address may have been cut short: copy all of it.")
    try:
        Signer(salt=_SIGNER, sep=".").unsign(token)
    except BadSignature as error:
        raise unknown from error
    link = PreviewLink.objects.select_related("article__seed").filter(token_hash=_hash(token)).first()
    if link is None:
        raise unknown
    return link


def _withheld(revision: Revision, since: PreviewLink | None = None) -> models.QuerySet[Edition]:
    """The edition made of the Revision, if readers are refused it; or any edition withheld since the link was made."""
    mine = models.Q(revision=revision)
    if since is not None:
        mine |= models.Q(article=revision.article_id, withheld_at__gte=since.made_at)
    return Edition.objects.filter(mine, withheld_at__isnull=False)


def _told(moment: Any) -> str:
    return f"{timezone.localtime(moment):%-d %B %Y, %H:%M %Z}"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _require(by: Any) -> None:
    if not (by.has_perm("articles.change_article") or by.has_perm("articles.approve_article")):
        raise NotAllowed("Your account may not give anybody outside a preview.")
