"""Everything that was frozen, and what it needs to be read again, as lines of JSON from one moment.

Each part is a table. What the newsroom keeps beside the archive is not in it: open notes, unsaved typing, readers'
reports, groups, passwords, addresses. Pages, the reading index and the search are made again from what is.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, models, transaction
from django.utils import timezone

from articles.models import (
    FACT_MODELS,
    Act,
    Article,
    Band,
    Dismissal,
    Edition,
    Merge,
    Organization,
    Paragraph,
    Person,
    Revision,
    Seed,
    Sketch,
    Term,
    Theme,
)  # fmt: skip
from articles.pages.ninjs import ninjs

from .verifying import heads

FORMAT = 1
# Rows in memory at a time; one may be a seed of ten megabytes.
CHUNK = 10

# The tables by the name of their part, in an order in which they can be filled again.
PARTS: dict[str, type[models.Model]] = {
    "accounts": User,
    "people": Person,
    "organizations": Organization,
    "themes": Theme,
    "merges": Merge,
    "terms": Term,
    "seeds": Seed,
    "articles": Article,
    "sketches": Sketch,
    "bands": Band,
    "revisions": Revision,
    "acts": Act,
    "editions": Edition,
}
# Parts that are told by the others.
TOLD = ("heads", "ninjs")
# Of an account, what the archive says of people: no password, no address.
ACCOUNT = ("id", "username", "first_name", "last_name")


@dataclass(slots=True)
class Part:
    """What was written of a part."""

    lines: int = 0
    sha256: Any = field(default_factory=hashlib.sha256)

    def add(self, line: bytes) -> None:
        self.lines += 1
        self.sha256.update(line)


def export(write: Callable[[str, bytes], None]) -> dict[str, Any]:
    """Each line of each part, ended by a line feed, was given to ``write(part, line)``; returns the manifest.

    All of it is from one moment, whoever writes meanwhile, and nobody waits for it.
    """
    parts = {name: Part() for name in (*PARTS, *TOLD)}
    with snapshot():
        taken = timezone.now()
        for name, row in _rows(taken):
            line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            parts[name].add(line)
            write(name, line)
    return {
        "format": FORMAT,
        "exported_at": taken.isoformat(),
        "parts": {name: {"lines": each.lines, "sha256": each.sha256.hexdigest()} for name, each in parts.items()},
    }


@contextmanager
def snapshot() -> Iterator[None]:
    """Whatever is read within is of one moment, and nobody waits for it. Not within a transaction."""
    if connection.vendor == "sqlite":
        with _deferred():
            yield
        return
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def columns_of(name: str) -> list[models.Field]:
    """The columns that a part holds."""
    fields = PARTS[name]._meta.concrete_fields
    return [each for each in fields if PARTS[name] is not User or each.attname in ACCOUNT]


@contextmanager
def _deferred() -> Iterator[None]:
    """The site's own transactions on SQLite begin with the write lock, which a reader must not hold."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _rows(taken: datetime) -> Iterator[tuple[str, Any]]:
    for name, model in PARTS.items():
        rows = _authors() if model is User else model._default_manager.all()
        columns = columns_of(name)
        for row in rows.order_by("pk").iterator(chunk_size=CHUNK):
            yield name, {each.attname: _plain(getattr(row, each.attname)) for each in columns}
    yield from (("heads", head) for head in heads())
    yield from (("ninjs", ninjs(edition, edition.first)) for edition in _readable(taken))


def _plain(value: Any) -> Any:
    """Bytes in base64, moments in ISO 8601; the rest is JSON as it is."""
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, datetime) else value


def _authors() -> models.QuerySet[User]:
    """The accounts that the archive, or an article's rows as they are now, name."""
    naming = [
        (Seed, "uploaded_by"), (Revision, "author"), (Act, "by"), (Edition, "approver"), (Article, "assignee"),
        (Merge, "by"), (Merge, "undone_by"),
        (Paragraph, "confirmed_by"), (Dismissal, "by"), *((model, "decided_by") for model in FACT_MODELS.values()),
    ]  # fmt: skip
    named = (models.Q(pk__in=model._default_manager.order_by().values(name)) for model, name in naming)
    return User.objects.filter(reduce(or_, named))


def _readable(taken: datetime) -> Iterator[Edition]:
    """With ``first``: when readers first saw the article."""
    earliest = Edition.objects.readable(taken).filter(article=models.OuterRef("article")).order_by("live_from")
    editions = Edition.objects.readable(taken).annotate(first=models.Subquery(earliest.values("live_from")[:1]))
    return editions.select_related("article").order_by("pk").iterator(chunk_size=CHUNK)
