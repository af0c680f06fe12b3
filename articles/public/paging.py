"""Long lists, a page at a time: the next page begins behind the last row of this one, however many came meanwhile."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.http import urlencode

from articles.errors import BadInput

from .moments import moment

PAGE = 20
_PK = re.compile(r"[0-9]{1,18}")
_NO_PAGE = "That page of the list does not exist. Begin at its first page."
_MOMENTS = {"live_from", "withheld_at"}
_DAY = re.compile(r"[0-9-]{1,10}")


@dataclass(frozen=True, slots=True)
class Page:
    """``older`` is the query of the page that follows, empty at the end; ``first`` the query of the first page, empty
    where this is it."""

    rows: list[Any]
    older: str = ""
    first: str = ""


def page(
    request: HttpRequest, rows: QuerySet, field: str, oldest_first: bool = False, parts: Sequence[QuerySet] = ()
) -> Page:
    """The rows, newest by ``field`` first (or oldest), that follow where the reader has come to. Raises BadInput."""
    before = request.GET.get("before", "")
    found = following(rows, field, before, PAGE + 1, oldest_first, parts)
    kept = {name: value for name, value in request.GET.items() if name != "before"}
    older = {**kept, "before": place(found[PAGE - 1], field)} if len(found) > PAGE else None
    return Page(
        rows=found[:PAGE],
        older=f"?{urlencode(older)}" if older else "",
        first=f"?{urlencode(kept)}" if before else "",
    )


def following(
    rows: QuerySet, field: str, before: str, limit: int, oldest_first: bool = False, parts: Sequence[QuerySet] = ()
) -> list[Any]:
    """At most so many rows behind the place that ``before`` names; one query. Raises BadInput.

    ``parts`` are the rows cut into what indexes have in order, where none has all: each is read as far as the page
    goes.
    """
    behind = _behind(field, before, "gt" if oldest_first else "lt") if before else Q()
    order = (field, "pk") if oldest_first else (f"-{field}", "-pk")
    if not parts:
        return list(bounded(rows, behind).order_by(*order)[:limit])
    first, *others = (_alone(bounded(each, behind).order_by(*order)[:limit]) for each in parts)
    return list(rows.filter(pk__in=first.union(*others, all=True)).order_by(*order))[:limit]


def _alone(rows: QuerySet) -> QuerySet:
    """The rows' keys in a query of their own, as SQLite takes no limit inside of a union."""
    return rows.model._default_manager.filter(pk__in=rows.values("pk")).order_by().values("pk")


def bounded(rows: QuerySet, bound: Q) -> QuerySet:
    """The rows within the bound, which comes first of all that is asked: of two bounds of one column SQLite follows
    the first through its index, and would else begin at the newest of all."""
    known = len(rows.query.where.children)
    within = rows.filter(bound)
    children = within.query.where.children
    children[:] = children[known:] + children[:known]
    return within


def place(row: Any, field: str) -> str:
    """Where a row stands in its list, for the page that follows."""
    value = getattr(row, field)
    return f"{value.isoformat() if isinstance(value, datetime) else value}_{row.pk}"


def _behind(field: str, before: str, side: str) -> Q:
    value, _, pk = before.rpartition("_")
    if not (_PK.fullmatch(pk) and (field in _MOMENTS or _DAY.fullmatch(value))):
        raise BadInput(_NO_PAGE)
    try:
        there: Any = moment(value) if field in _MOMENTS else value
    except BadInput as error:
        raise BadInput(_NO_PAGE) from error
    beyond = Q(**{f"{field}__{side}": there}) | Q(**{f"pk__{side}": int(pk)})
    return Q(**{f"{field}__{side}e": there}) & beyond
