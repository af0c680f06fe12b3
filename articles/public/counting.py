"""Counts as columns of the query that lists what is counted: a page of a list stays a few queries whatever it tells."""

from django.db import connection
from django.db.models import IntegerField, JSONField, QuerySet
from django.db.models.expressions import RawSQL

MOST = 1_000
# The plot of somebody's facts is of so many of the newest.
PLOTTED = 5_000
_ROWS = {"sqlite": "json_group_array(json_array({}))", "postgresql": "jsonb_agg(jsonb_build_array({}))"}


def number(rows: QuerySet) -> RawSQL:
    """How many rows there are; nobody counts further than one more than MOST."""
    sql, parameters = rows.order_by().values("pk")[: MOST + 1].query.sql_with_params()
    return RawSQL(f"SELECT COUNT(*) FROM ({sql}) AS counted", parameters, IntegerField())  # noqa: S608, S611


def by_month(rows: QuerySet) -> RawSQL:
    """How many of the newest rows each month has, by kind: a list of [kind, ``2016-11`` or ``2016``, count]."""
    newest = rows.select_related(None).order_by("-sort_date", "-pk").values("kind", "sort_date")[:PLOTTED]
    sql, parameters = newest.query.sql_with_params()
    months = (
        "SELECT kind, SUBSTR(sort_date, 1, 7) AS month, COUNT(*) AS n "  # noqa: S608
        f"FROM ({sql}) AS newest GROUP BY kind, SUBSTR(sort_date, 1, 7)"
    )
    listed = _ROWS[connection.vendor].format("kind, month, n")
    return RawSQL(f"SELECT {listed} FROM ({months}) AS months", parameters, JSONField())  # noqa: S608, S611


def in_words(count: int, one: str, many: str) -> str:
    """``1 claim``, ``20 claims``, ``more than 1,000 claims``."""
    return f"more than {MOST:,} {many}" if count > MOST else f"{count:,} {one if count == 1 else many}"
