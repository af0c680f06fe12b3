"""A person's or an organization's page: their names, what they said, claimed, launched and got, and when."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.models import OF_KINDS, Organization, Person, Published
from articles.pages.facts import FIELDS
from articles.pages.plots import plot
from articles.pages.writing import written
from articles.text.facts.kinds import Kind

from . import registry
from .answering import answer
from .counting import by_month
from .errors import moved, telling_refusals
from .facts import PLURALS, names_of, stated
from .paging import page

DONE = {Kind.SPEECH: "Said", Kind.CLAIM: "Claimed", Kind.INITIATIVE: "Launched", Kind.AWARD: "Got or gave"}
WORDS = {kind.value: (kind.value, plural) for kind, plural in PLURALS.items()}


@require_safe
@telling_refusals
def person(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    return _named(request, Person, slug, pk)


@require_safe
@telling_refusals
def organization(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    return _named(request, Organization, slug, pk)


def _named(request: HttpRequest, model: type[Person] | type[Organization], slug: str, pk: int) -> HttpResponseBase:
    """404 unless a live edition names them: a name that no reader has seen stays the newsroom's."""
    one, members = _family(model, pk)
    keys = [each.key for each in members]
    rows = registry.of(keys)
    found = page(request, rows.annotate(months=by_month(OF_KINDS, keys)), "sort_date")
    if not found.rows:
        raise Http404
    if one.pk != pk or slug != (one.slug or model._meta.model_name):
        return moved(one.get_absolute_url())
    read, months = registry.read(found.rows), _months(found.rows[0].months)
    said = {
        "one": one,
        "kind": model._meta.model_name,
        "here": "named",
        "also": _also_called(one, members, read),
        "done": _done(months),
        "keys": ",".join(keys),
        "plot": plot(months, WORDS),
        "page": found,
        "facts": stated(read),
    }
    return answer(request, written("articles/named.html", said), until=[each.live_until for each in found.rows])


def _months(rows: Sequence[Sequence[Any]]) -> list[tuple[str, str, int]]:
    return [(kind.removesuffix(" of"), month, count) for kind, month, count in rows]


def _done(months: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """What they did, the list that has it, and how often."""
    counts = {kind: sum(count for each, _, count in months if each == kind) for kind in Kind}
    return [(said, PLURALS[kind], counts[kind]) for kind, said in DONE.items() if counts[kind]]


def _also_called(
    one: Person | Organization, members: Iterable[Person | Organization], facts: Iterable[Published]
) -> list[str]:
    """Every other form of the name: those of who was merged into it, and as the listed articles print it."""
    keys, forms = {each.key for each in members}, [each.name for each in members]
    for row in facts:
        forms += [name for key, name in names_of(row).items() if key in keys]
        forms += [
            row.fields[field.name] for field in FIELDS[Kind(row.kind)] if keys & {row.fields[key] for key in field.keys}
        ]
    return sorted(set(forms) - {one.name, one.native_name, ""})[:12]


def _family(
    model: type[Person] | type[Organization], pk: int
) -> tuple[Person | Organization, list[Person | Organization]]:
    """The one that stands for this row after all merges, and everybody merged into it, itself among them."""
    members = {each.pk: each for each in _merged(model, [pk])}
    if pk not in members:
        raise Http404
    one = members[pk]
    while one.merged_into_id is not None:
        members = {each.pk: each for each in _merged(model, [one.merged_into_id])}
        one = members[one.merged_into_id]
    return one, list(members.values())


def _merged(model: type[Person] | type[Organization], pks: Iterable[int]) -> Iterable[Person | Organization]:
    """The rows and those merged into them, three merges deep; each way to one is an index."""
    asked = model.objects.order_by()
    once = asked.filter(merged_into__in=pks)
    twice = asked.filter(merged_into__in=once.values("pk"))
    thrice = asked.filter(merged_into__in=twice.values("pk"))
    return asked.filter(pk__in=pks).union(once, twice, thrice)
