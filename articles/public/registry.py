"""Facts as readers look for them: whose, under which theme, of which days, in which order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from articles.errors import BadInput
from articles.models import OF_KINDS, Organization, Person, Published, Theme
from articles.text.facts.kinds import Kind

_KEY = re.compile(r"[0-9A-Za-z]{1,16}")
DAY = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
# Somebody may bear the keys of all who were merged into them.
_MOST_KEYS = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. ``people`` holds sets of keys, one of each of which a fact must point to; ``since`` and
    ``until`` are partial dates, both included."""

    people: tuple[tuple[str, ...], ...] = ()
    theme: str = ""
    since: str = ""
    until: str = ""
    oldest_first: bool = False

    @property
    def filtered(self) -> bool:
        return bool(self.people or self.theme or self.since or self.until)


def wanted(asked: Mapping[str, str]) -> Wanted:
    """As an address says it: ``of``, ``person``, ``organization`` (keys, comma-separated), ``theme``, ``from``,
    ``to``, ``sort``. Raises BadInput."""
    people = (asked.get(name, "") for name in ("of", "person", "organization"))
    sort = asked.get("sort", "newest")
    if sort not in {"newest", "oldest"}:
        raise BadInput("Sort by newest or by oldest.")
    return Wanted(
        people=tuple(_keys(each) for each in people if each),
        theme=asked.get("theme", "").replace("\0", "")[:100],
        since=_day(asked.get("from", "")),
        until=_day(asked.get("to", "")),
        oldest_first=sort == "oldest",
    )


def facts(kind: Kind, wanted: Wanted) -> QuerySet[Published]:
    """Live rows that are facts of the kind, or lead to them by ``fact``: those of the narrowest index there is."""
    ways = [(f"{kind} of", keys) for keys in wanted.people]
    ways += [(f"{kind} on", (wanted.theme,))] if wanted.theme else []
    rows = Published.objects.live().filter(kind=kind.value)
    if ways:
        (first, keys), *others = ways
        rows = Published.objects.live().filter(kind=first, key__in=keys)
        for other, each in others:
            beside = Published.objects.filter(fact=OuterRef("fact"), kind=other, key__in=each)
            rows = rows.filter(Exists(beside))
    if wanted.since:
        rows = rows.filter(sort_date__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(sort_date__lte=wanted.until + "-99-99"[len(wanted.until) - 4 :])
    return _whole(rows)


def of(keys: Sequence[str]) -> QuerySet[Published]:
    """Live rows that lead to every fact of somebody, whatever its kind."""
    rows = Published.objects.live().filter(fact__isnull=False, kind__in=OF_KINDS)
    return _whole(rows.filter(key=keys[0]) if len(keys) == 1 else rows.filter(key__in=keys))


def called(name: str) -> list[str]:
    """The keys of people and organizations that are called so, whatever its case, and that readers may know of."""
    live = Published.objects.live().filter(kind__in=(Published.Kind.PERSON, Published.Kind.ORGANIZATION))
    people, organizations = (
        model.objects.filter(
            Q(name__iexact=name) | Q(native_name__iexact=name) | Q(merged_into__name__iexact=name)
        ).filter(
            Exists(live.filter(key=OuterRef("key")))
        ).order_by().values_list("key")
        for model in (Person, Organization)
    )  # fmt: skip
    return sorted(key for (key,) in people.union(organizations)[:_MOST_KEYS])


def theme_called(name: str) -> str:
    """The slug of the theme that is called so and has something live; else the words as they are."""
    live = Published.objects.live().filter(kind=Published.Kind.THEME, key=OuterRef("slug"))
    found = Theme.objects.filter(Q(name__iexact=name) | Q(slug=name), Exists(live)).order_by("pk").first()
    return found.slug if found else name


def title_of(theme: str) -> Subquery:
    """What the theme of this slug is called in a live edition."""
    live = Published.objects.live().filter(kind=Published.Kind.THEME, key=theme)
    return Subquery(live.order_by().values("title")[:1])


def read(rows: Sequence[Published]) -> list[Published]:
    """The facts that the rows are or lead to, each with its edition."""
    for row in rows:
        if row.fact is not None:
            row.fact.edition = row.edition
    return [row.fact or row for row in rows]


def _whole(rows: QuerySet[Published]) -> QuerySet[Published]:
    return rows.select_related("edition", "fact").defer("edition__text", "edition__note", "edition__standfirst")


def _keys(text: str) -> tuple[str, ...]:
    """Nobody's key where there is none in it."""
    return tuple(key for key in text.split(",")[:_MOST_KEYS] if _KEY.fullmatch(key)) or ("",)


def _day(text: str) -> str:
    if text and not DAY.fullmatch(text):
        raise BadInput(f"“{text[:40]}” is no day. Write it as 2016, 2016-11 or 2016-11-18.")
    return text
