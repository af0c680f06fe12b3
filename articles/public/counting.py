"""Counts as columns of the query that lists what is counted: a page of a list stays a few queries whatever it tells."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import IntegerField, JSONField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from articles.models import Monthly, Published

MOST = 1_000
_ROWS = {"sqlite": "json_group_array(json_array({}))", "postgresql": "jsonb_agg(jsonb_build_array({}))"}


def number(rows: QuerySet) -> RawSQL:
    """How many rows there are; nobody counts further than one more than MOST."""
    sql, parameters = rows.order_by().values("pk")[: MOST + 1].query.sql_with_params()
    return RawSQL(f"SELECT COUNT(*) FROM ({sql}) AS counted", parameters, IntegerField())  # noqa: S608, S611


def by_month(kinds: Iterable[str], keys: Iterable[str]) -> RawSQL:
    """How many live rows each month has, by kind: a list of [kind, ``2016-11`` or ``2016``, count]."""
    rows = Monthly.objects.come().filter(kind__in=kinds, key__in=keys).order_by()
    counts = rows.values("kind", "month").annotate(live=Sum("count")).filter(live__gt=0)
    sql, parameters = counts.query.sql_with_params()
    listed = _ROWS[connection.vendor].format("kind, month, live")
    return RawSQL(f"SELECT {listed} FROM ({sql}) AS months", parameters, JSONField())  # noqa: S608, S611


def live_on(theme: str) -> Coalesce:
    """How many live articles the theme has whose slug the field holds."""
    rows = Monthly.objects.come().filter(kind=Published.Kind.THEME, key=OuterRef(theme)).order_by()
    return Coalesce(Subquery(rows.values("key").annotate(live=Sum("count")).values("live")), 0)


def in_words(count: int, one: str, many: str) -> str:
    """``1 claim``, ``20 claims``, ``more than 1,000 claims``."""
    return f"more than {MOST:,} {many}" if count > MOST else f"{count:,} {one if count == 1 else many}"
