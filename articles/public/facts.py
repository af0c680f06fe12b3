"""What articles state: speeches, claims, initiatives and awards, each with a way to the words that state it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Edition, Published
from articles.pages.facts import Line, lines
from articles.pages.names import addresses
from articles.pages.writing import written
from articles.text.document import read_values
from articles.text.facts.kinds import Kind

from .answering import answer
from .errors import telling_refusals
from .paging import page

PLURALS = {Kind.SPEECH: "speeches", Kind.CLAIM: "claims", Kind.INITIATIVE: "initiatives", Kind.AWARD: "awards"}
_POINTERS = ("speaker_key", "person_key", "organization_key", "giver_key")


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact in a list. ``url`` leads to its words, lit up in their article."""

    kind: str
    title: str
    quote: str
    lines: tuple[Line, ...]
    url: str
    edition: Edition


@require_safe
@telling_refusals
def facts(request: HttpRequest, kind: Kind) -> HttpResponseBase:
    """The facts of a kind in live editions, newest first; of one person or organization with ``?of=<key>``."""
    rows, of = of_kind([kind]), request.GET.get("of", "")
    found = page(request, about(rows, [of]) if of else rows, "sort_date")
    said = {
        "page": found,
        "facts": stated(found.rows),
        "here": kind.value,
        "plural": PLURALS[kind],
        "of": _name_in(found.rows, of),
        "filtered": bool(of),
    }
    return answer(request, written("articles/facts.html", said), until=[each.live_until for each in found.rows])


def of_kind(kinds: Sequence[Kind]) -> QuerySet[Published]:
    rows = Published.objects.live().filter(kind__in=[kind.value for kind in kinds])
    return rows.select_related("edition").defer("edition__text", "edition__note")


def about(rows: QuerySet[Published], keys: Sequence[str]) -> QuerySet[Published]:
    """The facts that point to one of the keys. The names of an edition lead to it, so that no other is looked into."""
    known = [key for key in keys if key.isalnum()]
    named = Published.objects.live().filter(
        kind__in=[Published.Kind.PERSON, Published.Kind.ORGANIZATION], key__in=known
    )
    pointing = Q(pk__in=[])
    for field in _POINTERS:
        pointing |= Q(**{f"fields__{field}__in": known})
    return rows.filter(pointing, edition__in=named.values("edition"))


def stated(rows: Sequence[Published]) -> list[Stated]:
    """The rows as readers see them; one query, for the addresses of those they name."""
    urls = addresses(key for row in rows for key in _names(row))
    return [_stated(row, urls) for row in rows]


def _stated(row: Published, urls: dict[str, str]) -> Stated:
    fields = {name: value for name, value in row.fields.items() if name != "names"}
    names = _names(row)
    said = lines(read_values(Kind(row.kind), fields), lambda key: names.get(key, ""), lambda key: urls.get(key, ""))
    article = reverse("articles:article", args=[row.edition.address])
    return Stated(
        kind=row.kind,
        title=row.title,
        quote=row.quote if row.quote != row.title else "",
        lines=tuple(line for line in said if line.text.strip("“”") != row.title),
        url=f"{article}#f-{row.key}",
        edition=row.edition,
    )


def _names(row: Published) -> dict[str, str]:
    """What those are called in the edition whom the fact points to, by key."""
    fields: dict[str, Any] = row.fields
    return {fields[f"{name}_key"]: called for name, called in fields["names"].items() if fields[f"{name}_key"]}


def _name_in(rows: Sequence[Published], key: str) -> str:
    return next((name for row in rows if (name := _names(row).get(key))), "")
