"""Themes and what is published on each."""

from django.db.models import Count, Max
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.models import Published, Theme
from articles.pages.writing import written

from .answering import answer
from .errors import telling_refusals
from .front import Card
from .paging import page


@require_safe
def themes(request: HttpRequest) -> HttpResponseBase:
    """Every theme of a live edition, with how many articles it has."""
    rows = Published.objects.live().filter(kind=Published.Kind.THEME).values("key").order_by()
    counted = rows.annotate(name=Max("title"), articles=Count("pk")).order_by("name")
    return answer(request, written("articles/themes.html", {"themes": list(counted), "here": "themes"}))


@require_safe
@telling_refusals
def theme(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The live articles on a theme, newest first. 404 where there are none: a theme may be a secret until then."""
    rows = Published.objects.live().filter(kind=Published.Kind.THEME, key=slug)
    found = page(request, rows.select_related("edition").defer("edition__text", "edition__note"), "sort_date")
    if not found.rows:
        raise Http404
    known = Theme.objects.filter(slug=slug).first()
    said = {
        "slug": slug,
        "name": known.name if known else found.rows[0].title,
        "description": known.description if known else "",
        "page": found,
        "cards": [Card(row.edition) for row in found.rows],
        "here": "themes",
    }
    return answer(request, written("articles/theme.html", said), until=[each.live_until for each in found.rows])
