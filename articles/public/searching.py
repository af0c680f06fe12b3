"""Looking for words in what is live."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from articles import search as engine
from articles.models import Published
from articles.pages.writing import written

from .answering import answer

MOST = 30
LONGEST = 200
# What a search is narrowed by, as addresses say it, and how many of each are offered.
NARROWS = {"theme": "Theme", "of": "Named", "year": "Year"}
_OFFERED = 6
_NAMES = (Published.Kind.PERSON, Published.Kind.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Found:
    """``instead`` are the words that were looked for because no article has those that were asked for."""

    hits: list[engine.Hit]
    instead: str


@dataclass(frozen=True, slots=True)
class Way:
    """A link that narrows the search, or widens it again where it is narrowed by this already."""

    label: str
    url: str
    chosen: bool


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Any words give results or none, never an error; at most three queries."""
    words = request.GET.get("q", "").strip()
    found = looked_for(words, MOST, request.GET)
    said = {
        "words": words[:LONGEST],
        "instead": found.instead,
        "hits": found.hits,
        "most": MOST,
        "ways": _ways(request, found),
        "kept": [(name, request.GET[name]) for name in NARROWS if request.GET.get(name)],
        "here": "search",
    }
    return answer(
        request,
        written("articles/search.html", said),
        until=[hit.edition.live_until for hit in found.hits],
        headers={"X-Robots-Tag": "noindex"} if request.GET else {},
    )


def looked_for(words: str, limit: int, asked: Mapping[str, str]) -> Found:
    """The live articles that have the words; where none has, those that have the words most like them."""
    narrowed = engine.Narrowed(
        theme=asked.get("theme", "")[:LONGEST],
        of=tuple(filter(None, asked.get("of", "").split(",")[:20])),
        year=asked.get("year", "")[:4],
    )
    if hits := engine.find(words, limit, narrowed):
        return Found(hits, "")
    instead = engine.nearest(words)
    return Found(engine.find(instead, limit, narrowed) if instead else [], instead)


def _ways(request: HttpRequest, found: Found) -> dict[str, list[Way]]:
    """By what the search may be narrowed: what some of the articles found have and others have not."""
    asked = {name: request.GET[name] for name in ("q", *NARROWS) if request.GET.get(name)}
    counted = {} if found.instead else _counted(found.hits)
    ways = {}
    for name, heading in NARROWS.items():
        there = counted.get(name, Counter())
        if chosen := asked.get(name):
            rest = {each: value for each, value in asked.items() if each != name}
            ways[heading] = [_way(dict(there.keys()).get(chosen, chosen), rest, True)]
        elif some := [each for each, number in there.most_common() if number < len(found.hits)]:
            ways[heading] = [_way(label, {**asked, name: key}, False) for key, label in some[:_OFFERED]]
    return ways


def _way(label: str, asked: dict[str, str], chosen: bool) -> Way:
    return Way(label, f"{reverse('articles:search')}?{urlencode(asked)}", chosen)


def _counted(hits: Iterable[engine.Hit]) -> dict[str, Counter[tuple[str, str]]]:
    """How many of the articles found have each (key, label) of a theme, name or year; one query."""
    editions = [hit.edition for hit in hits]
    if not editions:
        return {}
    rows = Published.objects.filter(edition__in=editions, kind__in=(Published.Kind.THEME, *_NAMES))
    counted: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in NARROWS}
    for kind, key, title in rows.order_by("title").values_list("kind", "key", "title"):
        counted["of" if kind in _NAMES else "theme"][key, title] += 1
    counted["year"].update((str(each.live_from.year),) * 2 for each in editions)
    return counted
