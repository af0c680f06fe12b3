"""The record of an article: all that was done to it, who, when, and to which words, checked as it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Act, Article, Edition, PreviewLink, Revision
from articles.steps.moving import head_of, name_of
from articles.steps.verifying import of_article

from .panel import moment, panel


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done. ``subject`` is the digest of what it is about, ``digest`` its own, both empty where it
    has none."""

    at: datetime
    what: str
    who: str
    account: int | None
    said: tuple[str, ...] = ()
    reason: str = ""
    subject: str = ""
    digest: str = ""


@require_safe
def timeline_page(request: HttpRequest, article: Article) -> HttpResponse:
    """Everything in the order it was done, and what the check of digests, chains and intervals found just now."""
    editions = article.editions.defer("text").select_related("revision").order_by("number")
    entries = sorted(_entries(article), key=lambda entry: entry.at)
    context = {
        **panel(request, article, head_of(article), "history"),
        "title": f"The record of “{article}”",
        "entries": entries,
        "editions": [(each, _for_readers(each)) for each in editions],
        "findings": [finding.sentence for finding in of_article(article)],
        "checked_at": timezone.now(),
        "last_act": article.acts.order_by("-number").first(),
    }
    return TemplateResponse(request, "admin/articles/article/timeline.html", context)


def _entries(article: Article) -> Iterator[Entry]:
    # A Revision and the Act that came of it may bear one moment: the words come first.
    for revision in article.revisions.defer("text").select_related("author").order_by("number"):
        yield _revision(revision)
    for act in article.acts.select_related("by").order_by("number"):
        yield _act(act)
    for link in article.preview_links.select_related("made_by", "revoked_by"):
        yield from _link(link)


def _revision(revision: Revision) -> Entry:
    said = (f"words of revision {revision.restores}",) if revision.restores else ()
    return Entry(
        revision.at, f"Revision {revision.number}", name_of(revision.author), revision.author_id, said,
        revision.reason, "", revision.digest,
    )  # fmt: skip


def _act(act: Act) -> Entry:
    said = (
        f"revision {act.revision}" if act.revision else "",
        f"edition {act.edition}" if act.edition else "",
        f"from {moment(act.effective_at)}" if act.effective_at and act.effective_at != act.at else "",
        act.category,
    )
    return Entry(
        act.at, act.action.capitalize(), name_of(act.by), act.by_id, tuple(filter(None, said)), act.reason,
        act.subject_digest, act.digest,
    )  # fmt: skip


def _link(link: PreviewLink) -> Iterator[Entry]:
    said = (f"until {moment(link.expires_at)}", f"opened {link.openings} times")
    yield Entry(
        link.made_at, "Preview link made", name_of(link.made_by), link.made_by_id, said, subject=link.revision_digest
    )
    if link.revoked_at:
        yield Entry(
            link.revoked_at, "Preview link revoked", name_of(link.revoked_by), link.revoked_by_id,
            subject=link.revision_digest,
        )  # fmt: skip


def _for_readers(edition: Edition) -> str:
    """When readers had it, in words."""
    if edition.is_cancelled:
        return "never: it was cancelled" if edition.withheld_at is None else "never: it was withdrawn before"
    until = f" until {moment(edition.live_until)}" if edition.live_until else ""
    withheld = f"; withheld since {moment(edition.withheld_at)}" if edition.withheld_at else ""
    return f"from {moment(edition.live_from)}{until}{withheld}"
