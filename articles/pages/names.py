"""Where the people and organizations that facts point to have their pages."""

from collections.abc import Iterable

from django.db.models import CharField, Value

from articles.models import Organization, Person

MODELS = {"person": Person, "organization": Organization}


def addresses(keys: Iterable[str]) -> dict[str, str]:
    """The address of each key that is somebody's; one query, none where there are no keys."""
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    people, organizations = (
        model.objects.filter(key__in=wanted)
        .order_by()
        .values_list("key", "pk", "name", Value(kind, output_field=CharField()))
        for kind, model in MODELS.items()
    )
    return {
        key: MODELS[kind](pk=pk, name=name).get_absolute_url() for key, pk, name, kind in people.union(organizations)
    }
