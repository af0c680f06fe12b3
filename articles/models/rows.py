"""New rows of a table in one statement, for what comes by the thousand: no model is made of a row."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from django.db import connection, models


def insert(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Stores the rows, each with the same columns by their attributes' names in the same order; what is not among
    them has no default. Values are checked by the database alone. Raises what ``bulk_create`` raises."""
    if not rows:
        return
    fields = [model._meta.get_field(name) for name in rows[0]]
    adapted = {at: adapt for at, field in enumerate(fields) if (adapt := _adapting(field))}
    quote = connection.ops.quote_name
    columns, places = ", ".join(quote(each.column) for each in fields), ", ".join(["%s"] * len(fields))
    values = [list(row.values()) for row in rows]
    for row in values:
        for at, adapt in adapted.items():
            row[at] = adapt(row[at])
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})", values)  # noqa: S608


def _adapting(field: models.Field) -> Callable[[Any], Any] | None:
    """What makes the database's form of the field's value; None where that is the value itself."""
    if isinstance(field, models.JSONField):
        return _json
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    return None


def _json(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()
