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
    values = [list(row.values()) for row in rows]
    for row in values:
        for at, adapt in adapted.items():
            row[at] = adapt(row[at])
    _store(model._meta.db_table, [each.column for each in fields], values)


def _store(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """PostgreSQL copies rows in a tenth of the time that it takes to insert them."""
    quote = connection.ops.quote_name
    into = f"{quote(table)} ({', '.join(map(quote, columns))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {into} VALUES ({places})", rows)  # noqa: S608


def insert_models(rows: Sequence[models.Model]) -> None:
    """Stores these new rows of one table; they are not told the keys that the database gives."""
    if rows:
        fields = [each for each in rows[0]._meta.concrete_fields if not (each.primary_key and rows[0].pk is None)]
        insert(type(rows[0]), [{each.attname: getattr(row, each.attname) for each in fields} for row in rows])


def _adapting(field: models.Field) -> Callable[[Any], Any] | None:
    """What makes the database's form of the field's value; None where that is the value itself."""
    if isinstance(field, models.JSONField):
        return _json
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    return None


def _json(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()
