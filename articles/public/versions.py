"""Editions beside each other, and those that were taken from readers."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.db.models import Expression, F, Func, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import JSONObject

from articles.models import Act, Edition
from articles.steps.workflow import Action
from articles.text.document import Significance


@dataclass(frozen=True, slots=True)
class Memento:
    """An edition as others speak of it. ``at`` is the moment it went live."""

    number: int
    at: datetime
    slug: str
    article: int
    significance: str

    @property
    def address(self) -> str:
        return f"{self.slug}-{self.article}" if self.slug else str(self.article)

    @property
    def corrects(self) -> bool:
        return self.significance in {Significance.CORRECTION, Significance.CLARIFICATION}


class JsonList(Func):
    """The rows of a subquery as one JSON list, in no order; as text, for whoever keeps what they made of it."""

    function = "JSON_GROUP_ARRAY"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="JSONB_AGG(%(expressions)s)::text", **context)


def siblings(article: str, at: Expression | None = None) -> Subquery:
    """Every edition of the article that readers may see, for ``mementos`` to read."""
    row = JSONObject(number=F("number"), at=F("live_from"), slug=F("slug"), significance=F("significance"))
    editions = Edition.objects.readable(at).filter(article=OuterRef(article)).order_by()
    return Subquery(editions.annotate(all=JsonList(row)).values("all"))


@lru_cache(maxsize=1000)
def mementos(article: int, rows: str) -> tuple[Memento, ...]:
    """In the order they went live."""
    read = [Memento(**{**row, "article": article, "at": read_moment(row["at"])}) for row in json.loads(rows)]
    return tuple(sorted(read, key=lambda each: (each.at, each.number)))


def with_the_one_before(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Without their texts, each with ``before``: the number of the edition that readers had before it, or None."""
    others = Edition.objects.readable().filter(article=OuterRef("article"), number__lt=OuterRef("number"))
    return editions.defer("text").annotate(before=Subquery(others.order_by("-number").values("number")[:1]))


def withdrawn(article: int) -> QuerySet[Edition]:
    """The article's editions that were taken from readers, without a word of theirs but each with its public reason."""
    return with_reason(Edition.objects.withheld().filter(article=article))


def with_reason(withheld: QuerySet[Edition]) -> QuerySet[Edition]:
    """Editions that were taken from readers, each with the public ``reason`` and none with a word of its own."""
    acts = Act.objects.filter(article=OuterRef("article"), action=Action.WITHDRAW.value, at=OuterRef("withheld_at"))
    reason = Subquery(acts.order_by("-number").values("reason")[:1])
    return withheld.only("article_id", "number", "withheld_at", "live_from").annotate(reason=reason)


def read_moment(text: str) -> datetime:
    """SQLite keeps moments in UTC and does not say so."""
    read = datetime.fromisoformat(text)
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read
