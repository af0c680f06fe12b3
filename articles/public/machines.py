"""What crawlers and watchdogs ask for."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from .answering import answer


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    maps = (request.build_absolute_uri(reverse(f"articles:{name}")) for name in ("sitemap", "news-sitemap"))
    told = "".join(f"Sitemap: {address}\n" for address in maps)
    closed = "".join(f"Disallow: {path}\n" for path in (reverse("admin:index"), f"{reverse('articles:search')}?"))
    return answer(request, f"User-agent: *\n{closed}\n{told}", content_type="text/plain; charset=utf-8")


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
