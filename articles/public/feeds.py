"""News for feed readers, as Atom and as RSS 2.0: the site's, each theme's, and the corrections.

What was withdrawn is told as deleted (RFC 6721) to readers of Atom; RSS has no word for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles.models import Edition, Published
from articles.pages.past import QUIET

from .answering import answer
from .corrections import told, ways
from .front import Card, cards
from .paging import following
from .versions import with_reason

ENTRIES = 50
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = ("-withheld_at", "-pk")


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is of: ``home`` is the page beside it, ``name`` how its own addresses are called."""

    title: str
    home: str
    name: str
    of: tuple[str, ...] = ()


class Atom(Atom1Feed):
    """An Atom feed that also says which of its entries are gone, and why."""

    mime_type = "application/atom+xml; charset=utf-8"

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def latest_post_date(self) -> datetime:
        """An empty feed is always the same."""
        return super().latest_post_date() if self.items else _NEVER

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for identity, when, why in self.feed["gone"]:
            handler.startElement("at:deleted-entry", {"ref": identity, "when": rfc3339_date(when)})
            handler.addQuickElement("at:comment", why)
            handler.endElement("at:deleted-entry")


class Rss(Rss201rev2Feed):
    mime_type = "application/rss+xml; charset=utf-8"

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else _NEVER


FORMATS: dict[str, type[Atom | Rss]] = {"atom": Atom, "rss": Rss}


@require_safe
def site(request: HttpRequest, form: str) -> HttpResponseBase:
    """An entry for each live article; its id stays the same from edition to edition. Three queries."""
    channel = Channel(settings.SITE_NAME, reverse("articles:home"), "articles:feed")
    return _articles(
        request,
        form,
        channel,
        _cards(Edition.objects.live().order_by("-live_from", "-pk")[:ENTRIES]),
        Edition.objects.withheld(),
    )


@require_safe
def theme(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The articles on a theme; 404 where there never were any."""
    rows = Published.objects.filter(kind=Published.Kind.THEME, key=slug)
    newest = rows.live().order_by("-sort_date", "-pk").values("edition")[:ENTRIES]
    found = _cards(Edition.objects.live().filter(pk__in=newest).order_by())
    named = next((name for card in found for key, name in card.themes if key == slug), None)
    if named is None:
        raise Http404
    channel = Channel(
        f"{named}: {settings.SITE_NAME}", reverse("articles:theme", args=[slug]), "articles:theme-feed", (slug,)
    )
    on_it = Exists(rows.filter(edition=OuterRef("pk")))
    return _articles(request, form, channel, found, Edition.objects.withheld().filter(on_it))


@require_safe
def corrections(request: HttpRequest, form: str) -> HttpResponseBase:
    """An entry for each edition that put something right, leading to the difference it made. Two queries."""
    editions = following(told(), "live_from", "", ENTRIES, parts=ways())
    gone = [
        (request.build_absolute_uri(_edition_of(each)), each.withheld_at, each.reason)
        for each in with_reason(Edition.objects.withheld().exclude(significance__in=QUIET)).order_by(*_LAST)[:ENTRIES]
    ]
    channel = Channel(
        f"Corrections: {settings.SITE_NAME}", reverse("articles:corrections"), "articles:corrections-feed"
    )
    return _written(request, form, channel, [_correction(request, each) for each in editions], gone)


def _cards(live: QuerySet[Edition]) -> list[Card]:
    return cards(sorted(live.defer("text").dated(), key=attrgetter("live_from", "pk"), reverse=True))


def _articles(
    request: HttpRequest, form: str, channel: Channel, found: Sequence[Card], withheld: QuerySet[Edition]
) -> HttpResponseBase:
    entries = [_article(request, card.edition, [name for _, name in card.themes]) for card in found]
    until = [card.edition.live_until for card in found]
    return _written(request, form, channel, entries, _gone(request, withheld), until=until)


def _written(
    request: HttpRequest,
    form: str,
    channel: Channel,
    entries: Sequence[dict[str, Any]],
    gone: Sequence[tuple[str, datetime, str]],
    until: Sequence[datetime | None] = (),
) -> HttpResponseBase:
    feed = FORMATS[form](
        title=channel.title,
        link=request.build_absolute_uri(channel.home),
        description=channel.title,
        language="en",
        author_name=settings.SITE_NAME,
        feed_url=request.build_absolute_uri(reverse(channel.name, args=[*channel.of, form])),
        gone=gone,
    )
    for entry in entries:
        feed.add_item(**entry)
    return answer(request, feed.writeString("utf-8"), until=until, content_type=feed.mime_type)


def _article(request: HttpRequest, edition: Edition, themes: list[str]) -> dict[str, Any]:
    note = f"{edition.significance.capitalize()}: {edition.note}" if edition.note else ""
    return {
        "title": edition.headline,
        "link": request.build_absolute_uri(reverse("articles:article", args=[edition.address])),
        "description": "\n\n".join(filter(None, (edition.standfirst, note))),
        "author_name": edition.source or None,
        "categories": themes,
        "unique_id": _identity(request, edition.article_id),
        "unique_id_is_permalink": False,
        "pubdate": edition.first_published,
        "updateddate": edition.changed,
    }


def _correction(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    difference = reverse("articles:compare", args=[edition.address, edition.before or 0, edition.number])
    return {
        "title": f"{edition.significance.capitalize()}: {edition.headline}",
        "link": request.build_absolute_uri(difference if edition.before else edition.get_absolute_url()),
        "description": edition.note,
        "unique_id": request.build_absolute_uri(_edition_of(edition)),
        "unique_id_is_permalink": False,
        "pubdate": edition.live_from,
        "updateddate": edition.live_from,
    }


def _gone(request: HttpRequest, withheld: QuerySet[Edition]) -> list[tuple[str, datetime, str]]:
    """The articles of which nothing is live any more, each once, by the last that was taken."""
    back = Exists(Edition.objects.live().filter(article=OuterRef("article")))
    newest = {
        each.article_id: each for each in reversed(with_reason(withheld.exclude(back)).order_by(*_LAST)[:ENTRIES])
    }
    return [(_identity(request, article), each.withheld_at, each.reason or "") for article, each in newest.items()]


def _identity(request: HttpRequest, article: int) -> str:
    return request.build_absolute_uri(reverse("articles:article", args=[str(article)]))


def _edition_of(edition: Edition) -> str:
    """The edition's address without its slug, which never changes."""
    return reverse("articles:edition", args=[str(edition.article_id), edition.number])
