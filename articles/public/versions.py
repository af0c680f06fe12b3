"""Editions beside each other, and those that were taken from readers."""

from django.db.models import OuterRef, QuerySet, Subquery

from articles.models import Act, Edition
from articles.steps.workflow import Action


def with_the_one_before(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Without their texts, each with ``before``: the number of the edition that readers had before it, or None."""
    return editions.defer("text").annotate(before=neighbour("lt", "article", "number"))


def neighbour(side: str, article: str, number: str) -> Subquery:
    """The number of the nearest edition on that side (``lt`` or ``gt``) that readers may see."""
    others = Edition.objects.readable().filter(**{"article": OuterRef(article), f"number__{side}": OuterRef(number)})
    return Subquery(others.order_by("-number" if side == "lt" else "number").values("number")[:1])


def withdrawn(article: int) -> QuerySet[Edition]:
    """The article's editions that were taken from readers, without a word of theirs but each with its public reason."""
    acts = Act.objects.filter(article=OuterRef("article"), action=Action.WITHDRAW.value, at=OuterRef("withheld_at"))
    withheld = Edition.objects.withheld().filter(article=article).only("number", "withheld_at", "live_from")
    return withheld.annotate(reason=Subquery(acts.order_by("-number").values("reason")[:1]))
