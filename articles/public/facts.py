"""What articles state: speeches, claims, initiatives and awards, each with a way to the words that state it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from articles.models import Edition, Published, amounts_key
from articles.pages.facts import Line, lines
from articles.pages.names import addresses
from articles.pages.wording import amount_in_words, date_in_words
from articles.pages.writing import written
from articles.text.document import read_quantity, read_values
from articles.text.facts.kinds import Kind

from . import registry
from .answering import answer
from .counting import in_words, number
from .errors import telling_refusals
from .paging import page

PLURALS = {Kind.SPEECH: "speeches", Kind.CLAIM: "claims", Kind.INITIATIVE: "initiatives", Kind.AWARD: "awards"}
# Amounts that are compared with those of a page's claims, and how many stand beside one claim.
_COMPARED, _BESIDE = 200, 4


@dataclass(frozen=True, slots=True)
class Beside:
    """What another claim of the same claimant states of the same year in the same unit, where the number differs."""

    amount: str
    url: str
    edition: Edition


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact in a list. ``url`` leads to its words, lit up in their article."""

    kind: str
    title: str
    quote: str
    lines: tuple[Line, ...]
    url: str
    edition: Edition
    beside: tuple[Beside, ...] = ()


@require_safe
@telling_refusals
def facts(request: HttpRequest, kind: Kind) -> HttpResponseBase:
    """The facts of a kind in live editions that are looked for, by their date; at most three queries."""
    if typed := {
        name: request.GET[name].replace("\0", "").strip() for name in ("name", "about") if name in request.GET
    }:
        return HttpResponseRedirect(_picked(request, **typed), headers={"Cache-Control": "public, max-age=60"})
    wanted = registry.wanted(request.GET.dict())
    rows = registry.facts(kind, wanted)
    counted = rows.annotate(total=number(rows), theme=registry.title_of(wanted.theme))
    found = page(request, counted, "sort_date", oldest_first=wanted.oldest_first)
    total, theme = (found.rows[0].total, found.rows[0].theme) if found.rows else (0, "")
    read = registry.read(found.rows)
    said = {
        "page": found,
        "facts": stated(read, differing(read) if kind is Kind.CLAIM else {}),
        "here": kind.value,
        "plural": PLURALS[kind],
        "count": in_words(total, kind.value, PLURALS[kind]),
        "of": _name_in(read, {key for keys in wanted.people for key in keys}),
        "theme": theme,
        "since": date_in_words(wanted.since),
        "until": date_in_words(wanted.until),
        "names": sorted({name for row in read for name in names_of(row).values()}),
        "wanted": wanted,
        "kept": _kept(request),
        "without_theme": _without(request, "theme"),
        "without_people": _without(request, "of", "person", "organization"),
    }
    return answer(request, written("articles/facts.html", said), until=[each.live_until for each in found.rows])


def stated(rows: Sequence[Published], beside: dict[int, list[Beside]] | None = None) -> list[Stated]:
    """The facts as readers see them; one query, for the addresses of those they name."""
    urls = addresses(key for row in rows for key in names_of(row))
    return [_stated(row, urls, (beside or {}).get(row.pk, [])) for row in rows]


def differing(claims: Sequence[Published]) -> dict[int, list[Beside]]:
    """By claim, what others of its claimant state otherwise; one query, none where no claim has an amount."""
    own = {row.pk: _amounts(row) for row in claims}
    keys = {key for amounts in own.values() for key in amounts}
    if not keys:
        return {}
    others = _amounts_under(keys)
    return {pk: list(islice(_others(pk, amounts, others), _BESIDE)) for pk, amounts in own.items()}


def names_of(row: Published) -> dict[str, str]:
    """What those are called in the edition whom the fact points to, by key."""
    fields: dict[str, Any] = row.fields
    return {fields[f"{name}_key"]: called for name, called in fields["names"].items() if fields[f"{name}_key"]}


def fact_url(row: Published, edition: Edition) -> str:
    return f"{reverse('articles:article', args=[edition.address])}#f-{row.key}"


def _amounts(row: Published) -> dict[str, set[str]]:
    """The values a claim states, by what they may be compared under."""
    claimant = row.fields["person_key"] or row.fields["organization_key"]
    stated: dict[str, set[str]] = defaultdict(set)
    for quantity in row.fields["quantities"] if claimant else ():
        if quantity["unit"]:
            stated[amounts_key(claimant, row.sort_date, quantity["unit"])].add(quantity["value"])
    return stated


def _amounts_under(keys: set[str]) -> dict[str, list[Published]]:
    rows = Published.objects.live().filter(kind=Published.Kind.AMOUNT, key__in=keys).select_related("edition", "fact")
    slim = rows.only("key", "fields", "fact__key", "edition__article_id", "edition__slug", "edition__headline")
    found = defaultdict(list)
    for row in slim.order_by("key", "-sort_date", "-pk")[:_COMPARED]:
        found[row.key].append(row)
    return found


def _others(pk: int, amounts: dict[str, set[str]], others: dict[str, list[Published]]) -> Iterator[Beside]:
    """The newest first, of each of the claim's amounts."""
    for key, values in amounts.items():
        for other in others[key]:
            if other.fact_id != pk and other.fields["value"] not in values:
                amount = amount_in_words(read_quantity(other.fields))
                yield Beside(amount, fact_url(other.fact, other.edition), other.edition)


def _stated(row: Published, urls: dict[str, str], beside: Sequence[Beside]) -> Stated:
    fields = {name: value for name, value in row.fields.items() if name != "names"}
    names = names_of(row)
    said = lines(read_values(Kind(row.kind), fields), lambda key: names.get(key, ""), lambda key: urls.get(key, ""))
    return Stated(
        kind=row.kind,
        title=row.title,
        quote="" if _bare(row.quote) == _bare(row.title) else row.quote,
        lines=tuple(line for line in said if line.text.strip("“”") != row.title),
        url=fact_url(row, row.edition),
        edition=row.edition,
        beside=tuple(beside),
    )


def _bare(words: str) -> str:
    """Whatever its first letter is, and with a full stop or without."""
    return words.casefold().rstrip(".。")


def _name_in(rows: Sequence[Published], keys: set[str]) -> str:
    """What the first of the keys that a row names is called."""
    called = (name for row in rows for key, name in names_of(row).items() if key in keys)
    return next(called, "")


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the form of days and order keeps of the address."""
    return [(name, request.GET[name]) for name in ("of", "person", "organization", "theme") if request.GET.get(name)]


def _picked(request: HttpRequest, name: str = "", about: str = "") -> str:
    """The list's address by the keys of whom and what was typed into its form; what nobody is called finds nothing."""
    asked = {each: value for each, value in request.GET.items() if value and each not in {"name", "about", "before"}}
    if name:
        asked["of"] = ",".join(registry.called(name)) or "-"
    if about:
        asked["theme"] = registry.theme_called(about)
    return f"{request.path}?{urlencode(asked)}" if asked else request.path


def _without(request: HttpRequest, *names: str) -> str:
    """The list's address without these."""
    rest = {name: value for name, value in request.GET.items() if name not in {*names, "before"}}
    return f"{request.path}?{urlencode(rest)}" if rest else request.path
