"""Every question the API answers."""

from enum import StrEnum
from typing import Annotated, Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from ninja import Path, Query
from pydantic import WithJsonSchema

from articles.errors import BadInput
from articles.models import Edition, Published
from articles.models import Theme as ThemeRow
from articles.pages.names import MODELS, addresses
from articles.pages.ninjs import canceled, ninjs
from articles.public import registry
from articles.public.counting import live_on
from articles.public.moments import moment
from articles.public.paging import bounded, following, place
from articles.public.searching import looked_for
from articles.public.versions import with_reason
from articles.text.facts.kinds import Kind

from .schemas import (
    Article,
    ArticleInList,
    EditionInList,
    FactInList,
    Hit,
    NamedPage,
    Page,
    Theme,
    Withdrawn,
)
from .shown import fact_in_list, gone, in_list, taken, whole
from .wiring import NoSuchPage, api

MOST = 100
Limit = Annotated[int, Query(ge=1, le=MOST, description=f"How many at most, up to {MOST}.")]
After = Annotated[str, Query(max_length=80, description="Where the page begins: leave it to “next”.")]
Key = Annotated[str, Query(max_length=100)]
Number = Annotated[int, Path(ge=0, lt=10**18)]
# One of these, or empty, as if it had not been said.
Moment = Annotated[
    str, WithJsonSchema({"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "maxLength": 0}]})
]
Day = Annotated[
    str,
    Query(
        max_length=10,
        description="A partial ISO date, included.",
        pattern=f"^({registry.DAY.pattern})?$",
    ),
]


class Sort(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"


@api.get("/articles", response=Page[ArticleInList], tags=["articles"], summary="Live articles, newest first")
def articles(
    request: HttpRequest,
    theme: Key = "",
    person: Key = "",
    organization: Key = "",
    source: Annotated[str, Query(max_length=300)] = "",
    since: Annotated[Moment, Query("", description="Published at or after this moment, in ISO 8601.")] = "",
    until: Annotated[Moment, Query("", description="Published before this moment, in ISO 8601.")] = "",
    limit: Limit = 20,
    after: After = "",
) -> dict[str, Any]:
    asked = {Published.Kind.PERSON: person, Published.Kind.ORGANIZATION: organization, Published.Kind.THEME: theme}
    ways = [(kind, clean(key)) for kind, key in asked.items() if key]
    rows = _naming(ways) if ways else Edition.objects.live().only("live_from", "live_until")
    if source:
        rows = rows.filter(**{"edition__source" if ways else "source": clean(source)})
    rows = rows.filter(live_from__gte=moment(since)) if since else rows
    rows = bounded(rows, Q(live_from__lt=moment(until))) if until else rows
    return _editions(request, rows, "sort_date" if ways else "live_from", after, limit)


@api.get("/articles/{id}", response=Article, tags=["articles"], summary="An article as it is now")
def article(request: HttpRequest, id: Number) -> dict[str, Any]:
    edition = Edition.objects.live().filter(article=id).dated().first()
    if edition is None:
        raise gone(id)
    return told(request, edition, whole(request, edition))


@api.get(
    "/articles/{id}/editions", response=list[EditionInList], tags=["articles"],
    summary="Every edition readers may see, newest first",
)  # fmt: skip
def editions(request: HttpRequest, id: Number) -> list[dict[str, Any]]:
    found = list(Edition.objects.readable().filter(article=id).defer("text").dated().order_by("-number"))
    if not found:
        raise gone(id)
    request.told_until = [each.live_until for each in found]
    return [{**in_list(request, each), "live": each.is_live} for each in found]


@api.get(
    "/articles/{id}/editions/{number}", response=Article, tags=["articles"],
    summary="An edition as it was published",
)  # fmt: skip
def edition(request: HttpRequest, id: Number, number: Number) -> dict[str, Any]:
    edition = Edition.objects.readable().filter(article=id, number=number).dated().first()
    if edition is None:
        raise gone(id, number=number)
    return told(request, edition, whole(request, edition))


@api.get(
    "/articles/{id}/ninjs", response=dict, tags=["ninjs"],
    summary="An article in IPTC ninjs 3.1; withdrawn, it is canceled and holds the notice",
)  # fmt: skip
def article_ninjs(request: HttpRequest, id: Number) -> dict[str, Any]:
    edition = Edition.objects.live().filter(article=id).dated().first()
    return _ninjs(request, edition, id)


@api.get(
    "/articles/{id}/editions/{number}/ninjs", response=dict, tags=["ninjs"],
    summary="An edition in IPTC ninjs 3.1; withdrawn, it is canceled and holds the notice",
)  # fmt: skip
def edition_ninjs(request: HttpRequest, id: Number, number: Number) -> dict[str, Any]:
    edition = Edition.objects.readable().filter(article=id, number=number).dated().first()
    return _ninjs(request, edition, id, number=number)


@api.get("/facts/{kind}", response=Page[FactInList], tags=["facts"], summary="Facts of a kind")
def facts(
    request: HttpRequest,
    kind: Kind,
    person: Annotated[str, Query(max_length=400, description="Keys, comma-separated: one of them.")] = "",
    organization: Annotated[str, Query(max_length=400, description="Keys, comma-separated: one of them.")] = "",
    theme: Key = "",
    since: Day = "",
    until: Day = "",
    sort: Sort = Sort.NEWEST,
    limit: Limit = 20,
    after: After = "",
) -> dict[str, Any]:
    asked = {"person": person, "organization": organization, "theme": theme, "from": since, "to": until, "sort": sort}
    wanted = registry.wanted(asked)
    rows, oldest = registry.facts(kind, wanted), wanted.oldest_first
    return paged(
        request,
        rows,
        "sort_date",
        after,
        limit,
        lambda request, row: fact_in_list(request, *registry.read([row])),
        oldest,
    )


@api.get("/people", response=Page[NamedPage], tags=["names"], summary="People named in live articles, by key")
def people(request: HttpRequest, limit: Limit = 20, after: After = "") -> dict[str, Any]:
    return _names(request, Published.Kind.PERSON, limit, after)


@api.get("/organizations", response=Page[NamedPage], tags=["names"], summary="Organizations named, by key")
def organizations(request: HttpRequest, limit: Limit = 20, after: After = "") -> dict[str, Any]:
    return _names(request, Published.Kind.ORGANIZATION, limit, after)


@api.get("/themes", response=Page[Theme], tags=["names"], summary="Themes of live articles, by slug")
def themes(request: HttpRequest, limit: Limit = 20, after: After = "") -> dict[str, Any]:
    rows = ThemeRow.objects.filter(slug__gt=clean(after)).annotate(key=F("slug"), articles=live_on("slug"))
    found = list(rows.filter(articles__gt=0).order_by("slug").values("key", "name", "articles")[: limit + 1])
    page = reverse("articles:theme", args=["-"]).removesuffix("-/")
    items = [{**each, "url": request.build_absolute_uri(f"{page}{each['key']}/")} for each in found[:limit]]
    return {"items": items, "next": _next(request, found, limit, lambda each: each["key"])}


@api.get("/search", response=list[Hit], tags=["articles"], summary="Live articles that have all the words, best first")
def search(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=200, description="Where no article has them, those most like them are taken.")],
    theme: Key = "",
    of: Annotated[str, Query(max_length=100, description="The key of a person or organization.")] = "",
    year: Annotated[str, Query(max_length=4, description="Of publication.")] = "",
    limit: Limit = 20,
) -> list[dict[str, Any]]:
    hits = looked_for(q, limit, {"theme": theme, "of": of, "year": year}).hits
    dated = Edition.objects.live().defer("text").dated().in_bulk([hit.edition.pk for hit in hits])
    return [
        {"article": in_list(request, dated[hit.edition.pk]), "passage": "".join(run.text for run in hit.passage)}
        for hit in hits
        if hit.edition.pk in dated
    ]


@api.get("/withdrawn", response=Page[Withdrawn], tags=["articles"], summary="What was taken from readers, newest first")
def withdrawn(request: HttpRequest, limit: Limit = 20, after: After = "") -> dict[str, Any]:
    rows = with_reason(Edition.objects.withheld())
    return paged(request, rows, "withheld_at", after, limit, _withdrawn)


def clean(text: str) -> str:
    """Without what no database holds."""
    return text.replace("\0", "")


def paged(
    request: HttpRequest, rows: QuerySet, field: str, after: str, limit: int, shown: Any, oldest_first: bool = False
) -> dict[str, Any]:
    """A page of the rows, newest first (or oldest), and the address of the next. Raises NoSuchPage."""
    found = _page_of(rows, field, after, limit, oldest_first)
    request.told_until = [vars(row).get("live_until") for row in found]
    items = [shown(request, row) for row in found[:limit]]
    return {"items": items, "next": _next(request, found, limit, lambda row: place(row, field))}


def _naming(ways: list[tuple[str, str]]) -> QuerySet[Published]:
    """Live rows of the reading index for the first way to an article, of articles that have the others too."""
    (kind, key), *others = ways
    rows = Published.objects.live().filter(kind=kind, key=key)
    for kind, key in others:
        rows = rows.filter(Exists(Published.objects.filter(edition=OuterRef("edition"), kind=kind, key=key)))
    return rows.only("edition", "sort_date", "live_until")


def _editions(request: HttpRequest, rows: QuerySet, field: str, after: str, limit: int) -> dict[str, Any]:
    """A page of articles, by rows that are editions or lead to one; two queries."""
    found = _page_of(rows, field, after, limit)
    request.told_until = [row.live_until for row in found]
    pks = [getattr(row, "edition_id", row.pk) for row in found[:limit]]
    editions = Edition.objects.live().filter(pk__in=pks).defer("text").dated().order_by().in_bulk()
    items = [in_list(request, editions[pk]) for pk in pks if pk in editions]
    return {"items": items, "next": _next(request, found, limit, lambda row: place(row, field))}


def _page_of(rows: QuerySet, field: str, after: str, limit: int, oldest_first: bool = False) -> list[Any]:
    """The rows of the page and the one that follows. Raises NoSuchPage."""
    try:
        return following(rows, field, after, limit + 1, oldest_first)
    except BadInput as refusal:
        raise NoSuchPage(str(refusal)) from refusal


def told(request: HttpRequest, edition: Edition, said: dict[str, Any]) -> dict[str, Any]:
    request.told_until = [edition.live_until]
    return said


def _ninjs(request: HttpRequest, edition: Edition | None, article: int, **which: Any) -> dict[str, Any]:
    if edition is None:
        withheld = taken(article, **which)
        return canceled(withheld, withheld.reason or "")
    return told(request, edition, ninjs(edition, edition.first_published))


def _names(request: HttpRequest, kind: Published.Kind, limit: int, after: str) -> dict[str, Any]:
    live = Published.objects.live().filter(kind=kind, key=OuterRef("key")).order_by("-sort_date", "-pk")
    rows = MODELS[kind].objects.filter(key__gt=clean(after)).annotate(called=Subquery(live.values("title")[:1]))
    named = rows.filter(called__isnull=False).order_by("key").values_list("key", "called")[: limit + 1]
    found = [{"key": key, "name": name} for key, name in named]
    urls = addresses(each["key"] for each in found[:limit])
    items = [
        {**each, "url": request.build_absolute_uri(urls[each["key"]]) if each["key"] in urls else ""}
        for each in found[:limit]
    ]
    return {"items": items, "next": _next(request, found, limit, lambda each: each["key"])}


def _next(request: HttpRequest, found: list[Any], limit: int, place_of: Any) -> str | None:
    if len(found) <= limit:
        return None
    asked = {**request.GET.dict(), "after": place_of(found[limit - 1])}
    return request.build_absolute_uri(f"{request.path}?{urlencode(asked)}")


def _withdrawn(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    return {
        "article": edition.article_id,
        "edition": edition.number,
        "withdrawn": edition.withheld_at,
        "reason": edition.reason or "",
    }
