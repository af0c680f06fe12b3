"""Sitemaps: an index of maps, each of a range of articles, so that any number fits; and the news of two days."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.models import Edition, Organization, Person, Published, Theme

from .answering import answer
from .counting import live_on

# A map may hold 50,000 addresses; these are written in well under a second.
RANGE = 10_000
NEWS, NEWS_IS = 1_000, timedelta(days=2)
XML = "application/xml; charset=utf-8"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_SPACE = "http://www.google.com/schemas/sitemap-news/0.9"
NAMED = {"people": Person, "organizations": Organization}
_NAMES = (Published.Kind.PERSON, Published.Kind.ORGANIZATION)
LISTS = ("home", "speeches", "claims", "initiatives", "awards", "themes", "corrections", "how-we-edit", "api-docs")


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """A map for every range of article numbers that has a live one, of people and of organizations, and one of the
    lists. One query."""
    # That the number is positive says nothing, but leads SQLite to the index in which it comes first.
    numbered = Edition.objects.live().filter(article_id__gt=0).order_by("-article_id")
    named = {name: Subquery(_known(model).order_by("-pk").values("pk")[:1]) for name, model in NAMED.items()}
    newest = numbered.annotate(**named).values("article_id", *NAMED).first() or {}
    paths = [reverse("articles:sitemap-lists")]
    for name, number in (("articles", newest.get("article_id")), *((name, newest.get(name)) for name in NAMED)):
        ranges = range(number // RANGE + 1) if number is not None else ()
        paths += [reverse(f"articles:sitemap-{name}", args=[n]) for n in ranges]
    entries = (f"<sitemap><loc>{escape(request.build_absolute_uri(path))}</loc></sitemap>" for path in paths)
    return _answered(request, "sitemapindex", entries)


@require_safe
def named(request: HttpRequest, name: str, number: int) -> HttpResponseBase:
    """The people or organizations of a range whom live articles name, but for those merged into others; one query."""
    start = number * RANGE
    rows = _known(NAMED[name]).filter(pk__gte=start, pk__lt=start + RANGE, merged_into__isnull=True)
    found = list(rows.order_by("pk").only("name"))
    if not found:
        raise Http404
    site = request.build_absolute_uri("/").rstrip("/")
    return _answered(
        request, "urlset", (f"<url><loc>{escape(site + each.get_absolute_url())}</loc></url>" for each in found)
    )


@require_safe
def articles(request: HttpRequest, number: int) -> HttpResponseBase:
    """The live articles of a range, with the day each last changed for its readers; one query."""
    start = number * RANGE
    editions = Edition.objects.live().filter(article_id__gte=start, article_id__lt=start + RANGE).dated()
    found = list(editions.order_by("article_id").only("slug", "article_id"))
    if not found:
        raise Http404
    site = request.build_absolute_uri("/").rstrip("/")
    entries = (
        f"<url><loc>{escape(site + reverse('articles:article', args=[each.address]))}</loc>"
        f"<lastmod>{each.changed.isoformat(timespec='seconds')}</lastmod></url>"
        for each in found
    )
    return _answered(request, "urlset", entries)


@require_safe
def lists(request: HttpRequest) -> HttpResponseBase:
    """The lists and the themes; one query."""
    live = Theme.objects.annotate(articles=live_on("slug")).filter(articles__gt=0)
    themes = live.order_by("slug").values_list("slug", flat=True)
    paths = [reverse(f"articles:{name}") for name in LISTS] + [reverse("articles:theme", args=[key]) for key in themes]
    return _answered(
        request, "urlset", (f"<url><loc>{escape(request.build_absolute_uri(path))}</loc></url>" for path in paths)
    )


@require_safe
def news(request: HttpRequest) -> HttpResponseBase:
    """The articles first published within two days, for news search engines; one query."""
    since = timezone.now() - NEWS_IS
    editions = Edition.objects.live().filter(live_from__gte=since).dated().filter(first_published__gte=since)
    found = editions.only("slug", "article_id", "headline", "live_from").order_by("-live_from", "-pk")[:NEWS]
    site = request.build_absolute_uri("/").rstrip("/")
    return _answered(request, "urlset", (_news(site, each) for each in found), f' xmlns:news="{NEWS_SPACE}"')


def _known(model: type[Person] | type[Organization]) -> QuerySet:
    """Those whom readers may know of."""
    live = Published.objects.live().filter(kind__in=_NAMES, key=OuterRef("key"))
    return model.objects.filter(Exists(live))


def _news(site: str, edition: Edition) -> str:
    return (
        f"<url><loc>{escape(site + reverse('articles:article', args=[edition.address]))}</loc><news:news>"
        f"<news:publication><news:name>{escape(settings.SITE_NAME)}</news:name>"
        "<news:language>en</news:language></news:publication>"
        f"<news:publication_date>{edition.first_published.isoformat(timespec='seconds')}</news:publication_date>"
        f"<news:title>{escape(edition.headline)}</news:title></news:news></url>"
    )


def _answered(request: HttpRequest, root: str, entries: Iterable[str], more: str = "") -> HttpResponseBase:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{SITEMAP}"{more}>'
    return answer(request, "\n".join((head, *entries, f"</{root}>\n")), content_type=XML)
