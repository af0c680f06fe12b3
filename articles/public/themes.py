"""Themes and what is published on each."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.models import Published, Theme
from articles.pages.plots import plot
from articles.pages.writing import written

from .answering import answer
from .counting import by_month, in_words, live_on
from .errors import telling_refusals
from .front import Card
from .paging import page


@require_safe
def themes(request: HttpRequest) -> HttpResponseBase:
    """Every theme of a live edition, with how many articles it has."""
    counted = Theme.objects.annotate(articles=live_on("slug")).filter(articles__gt=0).order_by("name")
    themes = [{"key": each.slug, "name": each.name, "articles": each.articles} for each in counted]
    return answer(request, written("articles/themes.html", {"themes": themes, "here": "themes"}))


@require_safe
@telling_refusals
def theme(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The live articles on a theme, newest first, and its neighbours; two queries. 404 where there are none: a theme
    may be a secret until then."""
    rows = Published.objects.live().filter(kind=Published.Kind.THEME, key=slug)
    whole = rows.select_related("edition").defer("edition__text", "edition__note")
    found = page(request, whole.annotate(months=by_month([Published.Kind.THEME], [slug])), "sort_date")
    if not found.rows:
        raise Http404
    newest = found.rows[0]
    said = {
        **_known(slug, newest.title),
        "slug": slug,
        "count": in_words(sum(count for _, _, count in newest.months), "article", "articles"),
        "plot": plot(newest.months, {"theme": ("article", "articles")}),
        "page": found,
        "cards": [Card(row.edition) for row in found.rows],
        "here": "themes",
    }
    return answer(request, written("articles/theme.html", said), until=[each.live_until for each in found.rows])


def _known(slug: str, title: str) -> dict[str, Any]:
    """What the house says of the theme, and the broader and narrower ones that readers may know of; one query."""
    asked = Theme.objects.filter(slug=slug).order_by()
    beside = Q(slug=slug) | Q(broader__in=asked.values("pk")) | Q(pk__in=asked.values("broader"))
    live = Published.objects.live().filter(kind=Published.Kind.THEME, key=OuterRef("slug"))
    known = list(Theme.objects.filter(beside, Exists(live)).order_by("name"))
    this = next((each for each in known if each.slug == slug), None)
    if this is None:
        return {"name": title, "description": "", "broader": [], "narrower": []}
    return {
        "name": this.name,
        "description": this.description,
        "broader": [each for each in known if each.pk == this.broader_id],
        "narrower": [each for each in known if each.broader_id == this.pk],
    }
