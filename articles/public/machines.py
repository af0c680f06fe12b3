"""What crawlers and watchdogs ask for."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.models import Edition

from .answering import answer

# The most one sitemap may hold.
ADDRESSES = 50_000


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """The newest live articles with the day of their edition; one query."""
    editions = Edition.objects.live().only("slug", "article_id", "live_from").order_by("-live_from", "-pk")[:ADDRESSES]
    site = request.build_absolute_uri("/").rstrip("/")
    entries = [
        f"<url><loc>{escape(site + reverse('articles:article', args=[each.address]))}</loc>"
        f"<lastmod>{each.live_from.isoformat(timespec='seconds')}</lastmod></url>"
        for each in editions
    ]
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{SITEMAP}">\n{chr(10).join(entries)}\n</urlset>\n'
    return answer(request, xml, content_type="application/xml; charset=utf-8")


SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    sitemap = request.build_absolute_uri(reverse("articles:sitemap"))
    closed = "".join(f"Disallow: {path}\n" for path in (reverse("admin:index"), reverse("articles:search")))
    return answer(request, f"User-agent: *\n{closed}\nSitemap: {sitemap}\n", content_type="text/plain; charset=utf-8")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("The database does not answer.\n", status=503, content_type="text/plain", headers=_FRESH)
    return HttpResponse("ok\n", content_type="text/plain", headers=_FRESH)


_FRESH = {"Cache-Control": "no-store"}
