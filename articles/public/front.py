"""The front page, and how articles stand in lists."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.models import Edition, Published
from articles.pages.writing import written

from .answering import answer
from .errors import telling_refusals
from .paging import page


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list, with its themes as (slug, name)."""

    edition: Edition
    themes: Sequence[tuple[str, str]] = ()


@require_safe
@telling_refusals
def home(request: HttpRequest) -> HttpResponseBase:
    """What is live, newest first; two queries."""
    found = page(request, Edition.objects.live().defer("text", "note"), "live_from")
    html = written("articles/home.html", {"page": found, "cards": cards(found.rows), "here": "home"})
    return answer(request, html, until=[each.live_until for each in found.rows])


def cards(editions: Sequence[Edition]) -> list[Card]:
    themes = defaultdict(list)
    rows = Published.objects.filter(edition__in=[each.pk for each in editions], kind=Published.Kind.THEME)
    for edition, slug, name in rows.order_by("title").values_list("edition_id", "key", "title"):
        themes[edition].append((slug, name))
    return [Card(each, themes[each.pk]) for each in editions]
