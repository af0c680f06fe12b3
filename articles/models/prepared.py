"""Queries written once and asked often: putting SQL together costs many times what the database does with it."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import BinaryField, Expression, Field, Func, QuerySet
from django.db.models.sql.compiler import SQLCompiler


class Blank(Expression):
    """A value that is not known before the query is asked."""

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


class Prepared:
    """A query with blanks, of ``values_list`` rows. ``rows`` is called once, at the first question."""

    def __init__(self, rows: Callable[[], QuerySet]) -> None:
        self.rows = rows

    def first(self, **values: Any) -> tuple[Any, ...] | None:
        """The first row, its values as Django reads them, or None."""
        written = self._written
        filled = {name: field.get_db_prep_value(values[name], connection) for name, field in written.blanks.items()}
        with connection.cursor() as cursor:
            cursor.execute(written.sql, {**written.known, **filled})
            row = cursor.fetchone()
        return row and tuple(next(written.compiler.apply_converters([row], written.converters)))

    @cached_property
    def _written(self) -> "_Written":
        return _Written(self.rows()[:1].query.get_compiler(connection=connection))


class _Written:
    """SQL with a name for each parameter: ``known`` has the values of some, ``blanks`` the fields of the others."""

    def __init__(self, compiler: SQLCompiler) -> None:
        sql, parameters = compiler.as_sql()
        names = [each.name if isinstance(each, Blank) else f"p{i}" for i, each in enumerate(parameters)]
        named = dict(zip(names, parameters, strict=True))
        self.compiler = compiler
        self.sql = sql.replace("%%", "%%%%") % tuple(f"%({name})s" for name in names)
        self.known = {name: each for name, each in named.items() if not isinstance(each, Blank)}
        self.blanks = {name: each.output_field for name, each in named.items() if isinstance(each, Blank)}
        self.converters = compiler.get_converters(column for column, *_ in compiler.select)


class Bytes(Func):
    """A text as UTF-8, for whoever only sends it: as text it would be decoded to be encoded again."""

    output_field = BinaryField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="CAST(%(expressions)s AS BLOB)", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="CONVERT_TO(%(expressions)s, 'UTF8')", **context)
