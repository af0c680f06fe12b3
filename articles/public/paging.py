"""Long lists, a page at a time: the next page begins behind the last row of this one, however many came meanwhile."""

import re
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
_DAY = re.compile(r"[0-9-]{1,10}")


@dataclass(frozen=True, slots=True)
class Page:
    """``older`` is the query of the page that follows, empty at the end; ``first`` the query of the first page, empty
    where this is it."""

    rows: list[Any]
    older: str = ""
    first: str = ""


def page(request: HttpRequest, rows: QuerySet, field: str) -> Page:
    """The rows, newest by ``field`` first, that follow where the reader has come to. Raises BadInput."""
    if before := request.GET.get("before", ""):
        rows = rows.filter(_behind(field, before))
    found = list(rows.order_by(f"-{field}", "-pk")[: PAGE + 1])
    kept = {name: value for name, value in request.GET.items() if name != "before"}
    older = {**kept, "before": _place(found[PAGE - 1], field)} if len(found) > PAGE else None
    return Page(
        rows=found[:PAGE],
        older=f"?{urlencode(older)}" if older else "",
        first=f"?{urlencode(kept)}" if before else "",
    )


def _place(row: Any, field: str) -> str:
    value = getattr(row, field)
    return f"{value.isoformat() if isinstance(value, datetime) else value}_{row.pk}"


def _behind(field: str, before: str) -> Q:
    value, _, pk = before.rpartition("_")
    if not (_PK.fullmatch(pk) and (field == "live_from" or _DAY.fullmatch(value))):
        raise BadInput(_NO_PAGE)
    try:
        place: Any = moment(value) if field == "live_from" else value
    except BadInput as error:
        raise BadInput(_NO_PAGE) from error
    return Q(**{f"{field}__lte": place}) & (Q(**{f"{field}__lt": place}) | Q(pk__lt=int(pk)))
