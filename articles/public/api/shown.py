"""Rows of the database as the API tells them."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from articles.models import Edition, Published
from articles.models.published import title_of
from articles.pages.article import original_address
from articles.public.facts import fact_url
from articles.public.versions import withdrawn
from articles.text.document import PublicFact, plain_part

from .wiring import Gone


def in_list(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """``edition`` must be dated."""
    return {
        "id": edition.article_id,
        "url": request.build_absolute_uri(reverse("articles:article", args=[edition.address])),
        "edition": edition.number,
        "headline": edition.headline,
        "standfirst": edition.standfirst,
        "source": edition.source,
        "significance": edition.significance,
        "note": edition.note,
        "first_published": edition.first_published,
        "changed": edition.changed,
        "published": edition.live_from,
        "digest": edition.digest,
    }


def whole(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    document, metadata = edition.document, edition.document.metadata
    return {
        **in_list(request, edition),
        "byline": metadata.byline,
        "dateline": metadata.dateline,
        "dated": metadata.dated,
        "original": original_address(document),
        "language": metadata.language,
        "rights": metadata.rights,
        "contributors": edition.contributors,
        "approver": edition.approver_name,
        "approved": edition.approved_at,
        "four_eyes": edition.four_eyes,
        "paragraphs": [
            {"key": each.key, "role": str(each.role), "text": each.text, "machine": each.machine}
            for each in document.paragraphs
        ],
        "facts": [_fact(each) for each in document.facts],
        "themes": [{"key": each.key, "name": each.name} for each in document.themes],
        "names": [{"key": each.key, "name": each.name} for each in document.names],
    }


def fact_in_list(request: HttpRequest, row: Published) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "key": row.key,
        "title": row.title,
        "quote": row.quote,
        "paragraph": row.paragraph,
        "fields": row.fields,
        "url": request.build_absolute_uri(fact_url(row, row.edition)),
        "article": row.edition.article_id,
        "edition": row.edition.number,
        "headline": row.edition.headline,
        "sort_date": row.sort_date,
    }


def gone(article: int, **which: Any) -> Gone:
    """The refusal of what readers once saw. Raises Http404 where they never did."""
    edition = taken(article, **which)
    return Gone(edition.reason or "")


def taken(article: int, **which: Any) -> Edition:
    """The last of the editions asked for that was withdrawn, with the public ``reason``. Raises Http404."""
    from_readers = withdrawn(article).filter(**which).order_by("-withheld_at", "-number").first()
    if from_readers is None:
        raise Http404
    return from_readers


def _fact(fact: PublicFact) -> dict[str, Any]:
    return {
        "kind": str(fact.kind),
        "key": fact.key,
        "title": title_of(fact),
        "quote": fact.quote,
        "paragraph": fact.paragraph,
        "fields": plain_part(fact.values),
    }
