"""The newest articles for feed readers: Atom, with what was withdrawn told as deleted (RFC 6721)."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles.models import Edition

from .answering import answer

ENTRIES = 50


class Feed(Atom1Feed):
    """An Atom feed that also says which of its entries are gone."""

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for identity, when in self.feed["gone"]:
            handler.addQuickElement("at:deleted-entry", "", {"ref": identity, "when": rfc3339_date(when)})


@require_safe
def atom(request: HttpRequest) -> HttpResponseBase:
    """An entry for each live article; its id stays the same from edition to edition. Two queries."""
    editions = list(Edition.objects.live().defer("text").order_by("-live_from", "-pk")[:ENTRIES])
    feed = Feed(
        title=settings.SITE_NAME,
        link=request.build_absolute_uri(reverse("articles:home")),
        description="",
        language="en",
        feed_url=request.build_absolute_uri(reverse("articles:atom")),
        gone=_gone(request, {each.article_id for each in editions}),
    )
    for edition in editions:
        feed.add_item(**_entry(request, edition))
    return answer(
        request,
        feed.writeString("utf-8"),
        until=[each.live_until for each in editions],
        content_type="application/atom+xml; charset=utf-8",
    )


def _entry(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    note = f"{edition.significance.capitalize()}: {edition.note}" if edition.note else ""
    return {
        "title": edition.headline,
        "link": request.build_absolute_uri(reverse("articles:article", args=[edition.address])),
        "description": "\n\n".join(filter(None, (edition.standfirst, note))),
        "unique_id": _identity(request, edition.article_id),
        "updateddate": edition.live_from,
    }


def _gone(request: HttpRequest, live: set[int]) -> list[tuple[str, Any]]:
    withheld = Edition.objects.withheld().order_by("-withheld_at").values_list("article_id", "withheld_at")
    newest = {article: when for article, when in reversed(withheld[:ENTRIES]) if article not in live}
    return [(_identity(request, article), when) for article, when in newest.items()]


def _identity(request: HttpRequest, article: int) -> str:
    return request.build_absolute_uri(reverse("articles:article", args=[str(article)]))
