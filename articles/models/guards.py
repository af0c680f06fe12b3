"""Frozen rows stay frozen: the only place that says which columns may move, and the SQL that refuses the rest.

Django remakes a SQLite table when a migration alters it and drops its triggers without a word, so every migration of
a frozen table ends with ``install``; a system check reports a guard that is missing. DELETE is not refused (SQLite's
``flush`` is one): ``verify_editions`` finds it.

One change passes: the words of a row give way to what ``blanks`` has for them, once an Act says that the row of this
digest was redacted. On SQLite these guards ask ``articles_act``, which cannot be remade while they stand: a migration
that alters it begins with ``uninstall``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from .blanks import BLANK
from .edition import Edition
from .revision import Revision
from .seed import Seed

EDITIONS = "articles_edition"
REDACTED = "redact"  # the action of the Act


@dataclass(frozen=True, slots=True)
class Frozen:
    """A table whose columns never change, but for ``movable``; ``identities`` are its unique sets of columns.

    ``blank`` are the words that a redaction takes and what it leaves; ``digest`` is the column that its Act names.
    """

    table: str
    movable: frozenset[str]
    identities: tuple[tuple[str, ...], ...]
    blank: Mapping[str, str | bytes] = field(default_factory=dict)
    digest: str = "digest"


FROZEN = (
    Frozen("articles_seed", frozenset({"encoding", "bom", "text"}), (("id",), ("sha256",)), BLANK[Seed], "sha256"),
    Frozen("articles_revision", frozenset(), (("id",), ("article_id", "number")), BLANK[Revision]),
    Frozen("articles_act", frozenset(), (("id",), ("article_id", "number"))),
    Frozen(
        EDITIONS,
        frozenset({"live_from", "live_until", "withheld_at"}),
        (("id",), ("article_id", "number"), ("key",)),
        BLANK[Edition],
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


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """No frozen table has its guards; only for a migration that ends with ``install``."""
    with connection.cursor() as cursor:
        for frozen in FROZEN:
            for name in (f"{frozen.table}_frozen", f"{frozen.table}_kept"):
                on = "" if connection.vendor == "sqlite" else f' ON "{frozen.table}"'
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on}')


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
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' "
    "UNION SELECT conname FROM pg_constraint WHERE contype = 'x'",
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
    unless = f"WHEN NOT ({_redaction(frozen, fixed, 'IS', _SQLITE_BYTES)}) " if frozen.blank else ""
    return [
        f'DROP TRIGGER IF EXISTS "{table}_frozen"',
        f'CREATE TRIGGER "{table}_frozen" BEFORE UPDATE OF {columns} ON "{table}" {unless}'
        f"BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END",
        f'DROP TRIGGER IF EXISTS "{table}_kept"',
        f'CREATE TRIGGER "{table}_kept" BEFORE INSERT ON "{table}" '
        f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {same}) '
        f"BEGIN SELECT RAISE(ABORT, '{table} has this row already'); END",
    ]


def _postgresql(frozen: Frozen, fixed: list[str]) -> list[str]:
    table, columns = frozen.table, ", ".join(f'"{name}"' for name in fixed)
    redaction = _redaction(frozen, fixed, "IS NOT DISTINCT FROM", _POSTGRESQL_BYTES)
    passing = f"IF {redaction} THEN RETURN NEW; END IF; "
    return [
        f"CREATE OR REPLACE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"{passing if frozen.blank else ''}"
        "RAISE EXCEPTION '% is frozen', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f'DROP TRIGGER IF EXISTS "{table}_frozen" ON "{table}"',
        f'CREATE TRIGGER "{table}_frozen" BEFORE UPDATE OF {columns} ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION {table}_frozen()",
    ]


_SQLITE_BYTES, _POSTGRESQL_BYTES = "X'%s'", r"'\x%s'::bytea"


def _redaction(frozen: Frozen, fixed: list[str], same: str, binary: str) -> str:
    """True where the words of the row become blank, nothing else changes, and an Act says so; never NULL.

    ``same`` is the comparison that knows NULL, ``binary`` a literal of bytes, ``%s`` their digits.
    """
    words = [name for name in fixed if name in frozen.blank]
    blank = [f'NEW."{name}" {same} {_literal(frozen.blank[name], binary)}' for name in words]
    kept = [f'NEW."{name}" {same} OLD."{name}"' for name in fixed if name not in frozen.blank]
    told = (
        f"EXISTS (SELECT 1 FROM \"articles_act\" AS act WHERE act.action = '{REDACTED}' "
        f'AND act.subject_digest = OLD."{frozen.digest}")'
    )
    return " AND ".join([*blank, *kept, told])


def _literal(value: str | bytes, binary: str) -> str:
    return binary % value.hex() if isinstance(value, bytes) else "'" + value.replace("'", "''") + "'"


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
