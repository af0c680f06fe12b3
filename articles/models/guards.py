"""Frozen rows stay frozen: the only place that says which columns may move, and the SQL that refuses the rest.

Django remakes a SQLite table when a migration alters it and drops its triggers without a word, so every migration of
a frozen table ends with ``install``; a system check reports a guard that is missing. DELETE is not refused (SQLite's
``flush`` is one): ``verify_editions`` finds it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

EDITIONS = "articles_edition"


@dataclass(frozen=True, slots=True)
class Frozen:
    """A table whose columns never change, but for ``movable``; ``identities`` are its unique sets of columns."""

    table: str
    movable: frozenset[str]
    identities: tuple[tuple[str, ...], ...]


FROZEN = (
    Frozen("articles_seed", frozenset({"encoding", "bom", "text"}), (("id",), ("sha256",))),
    Frozen("articles_revision", frozenset(), (("id",), ("article_id", "number"))),
    Frozen("articles_act", frozenset(), (("id",), ("article_id", "number"))),
    Frozen(
        EDITIONS,
        frozenset({"live_from", "live_until", "withheld_at"}),
        (("id",), ("article_id", "number"), ("key",)),
    ),
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Every frozen table that exists has its guards, as they are written here. Idempotent."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for frozen in FROZEN:
            if frozen.table in tables:
                columns = connection.introspection.get_table_description(cursor, frozen.table)
                fixed = [column.name for column in columns if column.name not in frozen.movable]
                for statement in _statements(connection.vendor, frozen, fixed):
                    cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of guards that should be there and are not."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        cursor.execute(INSTALLED[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
    wanted = {name for frozen in FROZEN if frozen.table in tables for name in _names(connection.vendor, frozen)}
    return sorted(wanted - there)


@register("database")
def check_guards(databases: Iterable[str] | None = None, **options: Any) -> list[CheckMessage]:
    return [
        Error(f"The guard {name} is missing.", hint="Run manage.py rebuild.", id="articles.E001")
        for alias in databases or ()
        for name in missing(connections[alias])
    ]


INSTALLED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger UNION SELECT conname FROM pg_constraint WHERE contype = 'x'",
}


def _names(vendor: str, frozen: Frozen) -> list[str]:
    names = [f"{frozen.table}_frozen"]
    if vendor == "sqlite":
        names.append(f"{frozen.table}_kept")
    if frozen.table == EDITIONS:
        names += ["articles_edition_one_live"] + ["articles_edition_one_live_moved"] * (vendor == "sqlite")
    return names


def _statements(vendor: str, frozen: Frozen, fixed: list[str]) -> list[str]:
    if vendor == "sqlite":
        return _sqlite(frozen, fixed) + (SQLITE_ONE_LIVE if frozen.table == EDITIONS else [])
    return _postgresql(frozen, fixed) + (POSTGRESQL_ONE_LIVE if frozen.table == EDITIONS else [])


def _sqlite(frozen: Frozen, fixed: list[str]) -> list[str]:
    """No UPDATE of a fixed column, and no INSERT OR REPLACE over a row that exists."""
    table, columns = frozen.table, ", ".join(f'"{name}"' for name in fixed)
    same = " OR ".join(
        "(" + " AND ".join(f'"{name}" = NEW."{name}"' for name in identity) + ")" for identity in frozen.identities
    )
    return [
        f'DROP TRIGGER IF EXISTS "{table}_frozen"',
        f'CREATE TRIGGER "{table}_frozen" BEFORE UPDATE OF {columns} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END",
        f'DROP TRIGGER IF EXISTS "{table}_kept"',
        f'CREATE TRIGGER "{table}_kept" BEFORE INSERT ON "{table}" '
        f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {same}) '
        f"BEGIN SELECT RAISE(ABORT, '{table} has this row already'); END",
    ]


def _postgresql(frozen: Frozen, fixed: list[str]) -> list[str]:
    table, columns = frozen.table, ", ".join(f'"{name}"' for name in fixed)
    return [
        "CREATE OR REPLACE FUNCTION articles_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% is frozen', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f'DROP TRIGGER IF EXISTS "{table}_frozen" ON "{table}"',
        f'CREATE TRIGGER "{table}_frozen" BEFORE UPDATE OF {columns} ON "{table}" '
        "FOR EACH ROW EXECUTE FUNCTION articles_frozen()",
    ]


# Half-open intervals overlap when each begins before the other ends; an empty one overlaps nothing.
_OVERLAPS = (
    'EXISTS (SELECT 1 FROM "articles_edition" AS other WHERE other.article_id = NEW.article_id '
    "AND other.id IS NOT NEW.id "
    "AND (other.live_until IS NULL OR other.live_until > other.live_from) "
    "AND (NEW.live_until IS NULL OR NEW.live_until > NEW.live_from) "
    "AND (other.live_until IS NULL OR NEW.live_from < other.live_until) "
    "AND (NEW.live_until IS NULL OR other.live_from < NEW.live_until))"
)
SQLITE_ONE_LIVE = [
    statement
    for name, event in (
        ("articles_edition_one_live", "INSERT"),
        ("articles_edition_one_live_moved", "UPDATE OF live_from, live_until"),
    )
    for statement in (
        f'DROP TRIGGER IF EXISTS "{name}"',
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "articles_edition" WHEN {_OVERLAPS} '
        "BEGIN SELECT RAISE(ABORT, 'two editions of an article would be live at once'); END",
    )
]
POSTGRESQL_ONE_LIVE = [
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    "DO $$ BEGIN "
    "IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'articles_edition_one_live') THEN "
    'ALTER TABLE "articles_edition" ADD CONSTRAINT "articles_edition_one_live" '
    "EXCLUDE USING gist (article_id WITH =, tstzrange(live_from, live_until) WITH &&) "
    "DEFERRABLE INITIALLY DEFERRED; END IF; END $$",
]
