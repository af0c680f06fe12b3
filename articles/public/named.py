"""A person's or an organization's page: what live editions say of them."""

from collections.abc import Iterable

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.models import Organization, Person
from articles.pages.writing import written
from articles.text.facts.kinds import Kind

from .answering import answer
from .errors import moved, telling_refusals
from .facts import about, of_kind, stated
from .paging import page


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
    one, keys = _family(model, pk)
    found = page(request, about(of_kind(list(Kind)), keys), "sort_date")
    if not found.rows:
        raise Http404
    if one.pk != pk or slug != (one.slug or model._meta.model_name):
        return moved(one.get_absolute_url())
    said = {"one": one, "kind": model._meta.model_name, "page": found, "facts": stated(found.rows)}
    return answer(request, written("articles/named.html", said), until=[each.live_until for each in found.rows])


def _family(model: type[Person] | type[Organization], pk: int) -> tuple[Person | Organization, list[str]]:
    """The one that stands for this row after all merges, and the keys of everybody merged into it."""
    members = {each.pk: each for each in _merged(model, [pk])}
    if pk not in members:
        raise Http404
    one = members[pk]
    while one.merged_into_id is not None:
        members = {each.pk: each for each in _merged(model, [one.merged_into_id])}
        one = members[one.merged_into_id]
    return one, [each.key for each in members.values()]


def _merged(model: type[Person] | type[Organization], pks: Iterable[int]) -> Iterable[Person | Organization]:
    """The rows and those merged into them, three merges deep."""
    into = Q(pk__in=pks)
    for depth in range(1, 4):
        into |= Q(**{f"{'__'.join(['merged_into'] * depth)}__in": pks})
    return model.objects.filter(into)
