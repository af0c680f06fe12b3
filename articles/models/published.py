"""What is derived from editions so that readers wait for nothing; ``rebuild`` makes both again."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils import timezone

from articles.text.document import PublicDocument, PublicFact, plain_part
from articles.text.facts.kinds import Claim, Speech

from .edition import Edition, EditionQuerySet


class PublishedQuerySet(models.QuerySet["Published"]):
    def live(self) -> "PublishedQuerySet":
        """Rows of editions that are live now, newest first."""
        now = timezone.now()
        open_ended = models.Q(live_until__isnull=True) | models.Q(live_until__gt=now)
        return self.filter(open_ended, withheld=False, live_from__lte=now)


class Published(models.Model):
    """The reading index: a row for each accepted fact, theme, person and organization of each edition, with a copy of
    the edition's interval; and slim rows that lead to facts by whom, under which theme and by what amount they are
    looked for, so that no list reads more than it shows."""

    class Kind(models.TextChoices):
        SPEECH = "speech", "speech"
        CLAIM = "claim", "claim"
        INITIATIVE = "initiative", "initiative"
        AWARD = "award", "award"
        THEME = "theme", "theme"
        PERSON = "person", "person"
        ORGANIZATION = "organization", "organization"
        # What leads to a fact: whom it is of, the themes it stands under, the amounts a claim states.
        SPEECH_OF = "speech of", "speech of"
        CLAIM_OF = "claim of", "claim of"
        INITIATIVE_OF = "initiative of", "initiative of"
        AWARD_OF = "award of", "award of"
        SPEECH_ON = "speech on", "speech on"
        CLAIM_ON = "claim on", "claim on"
        INITIATIVE_ON = "initiative on", "initiative on"
        AWARD_ON = "award on", "award on"
        AMOUNT = "amount", "amount"
        RELATED = "related", "related"

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="published")
    kind = models.CharField(max_length=16, choices=Kind)
    key = models.CharField(
        max_length=100,
        help_text="The fact's, person's or organization's key, the theme's slug, a related article's number, or whose "
        "amount it is, of which year, in which unit.",
    )
    fact = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="pointers")
    title = models.CharField(max_length=500, blank=True, help_text="What a list shows first.")
    quote = models.TextField(blank=True)
    paragraph = models.CharField(max_length=16, blank=True)
    fields = models.JSONField(default=dict, help_text="The fact's fields, with the names of people and organizations.")
    sort_date = models.CharField(max_length=10, help_text="ISO date; the edition's where the fact has none.")
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True, blank=True)
    withheld = models.BooleanField(default=False)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "published"
        indexes = [
            models.Index(fields=["kind", "-sort_date", "-id"], name="published_by_kind"),
            models.Index(fields=["edition", "kind"], name="published_of_edition"),
            models.Index(fields=["kind", "key", "-sort_date", "-id"], name="published_by_key"),
            models.Index(
                fields=["key", "-sort_date", "-id"], name="published_pointers", condition=models.Q(fact__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.key

    @classmethod
    def index(cls, edition: Edition) -> None:
        """The index has this edition's rows as they are now, and no others of it."""
        cls.objects.filter(edition=edition).delete()
        rows = cls.objects.bulk_create(cls.rows_of(edition))
        themes = [row.key for row in rows if row.kind == cls.Kind.THEME]
        cls.objects.bulk_create(
            row.pointer(kind, key, **columns)
            for row in rows
            if row.kind in FACT_KINDS
            for kind, key, columns in _pointers(row, themes)
        )

    def pointer(self, kind: str, key: str, **columns: Any) -> "Published":
        """A row that leads to this one, not saved."""
        return Published(
            edition=self.edition, kind=kind, key=key, fact=self, sort_date=self.sort_date, live_from=self.live_from,
            live_until=self.live_until, withheld=self.withheld, **columns,
        )  # fmt: skip

    @classmethod
    def rows_of(cls, edition: Edition) -> list["Published"]:
        """The rows an edition has in the index, not saved."""
        document, day = edition.document, edition.live_from.date().isoformat()
        return [
            cls(
                edition=edition,
                live_from=edition.live_from,
                live_until=edition.live_until,
                withheld=edition.withheld_at is not None,
                **{"sort_date": day, **columns},
            )
            for columns in (*_fact_rows(document, day), *_name_rows(document))
        ]


FACT_KINDS = (
    Published.Kind.SPEECH,
    Published.Kind.CLAIM,
    Published.Kind.INITIATIVE,
    Published.Kind.AWARD,
)
OF_KINDS = tuple(Published.Kind(f"{kind} of") for kind in FACT_KINDS)
# What is counted by months.
COUNTED = (Published.Kind.THEME, *OF_KINDS)


class FinishedPageQuerySet(models.QuerySet["FinishedPage"]):
    def of(self, editions: EditionQuerySet) -> "FinishedPageQuerySet":
        """The pages, each with its edition, but for the document it was made from."""
        pages = self.filter(edition__in=editions).select_related("edition")
        return pages.defer("edition__text", "edition__note", "edition__standfirst")


class FinishedPage(models.Model):
    """An edition's page, rendered once. ``etag`` is the SHA-256 of the HTML."""

    edition = models.OneToOneField(Edition, models.CASCADE, primary_key=True, related_name="page")
    template_version = models.CharField(max_length=64)
    html = models.TextField()
    etag = models.CharField(max_length=64)

    objects = FinishedPageQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Page of {self.edition}"


def _fact_rows(document: PublicDocument, day: str) -> Iterator[dict[str, Any]]:
    for fact in document.facts:
        fields = plain_part(fact.values)
        names = {
            name.removesuffix("_key"): document.name_of(key) for name, key in fields.items() if name.endswith("_key")
        }
        yield {
            "kind": fact.kind.value,
            "key": fact.key,
            "title": title_of(fact)[:500],
            "quote": fact.quote,
            "paragraph": fact.paragraph,
            "fields": {**fields, "names": names},
            "sort_date": _sortable(fact.values.date, day),
        }


def title_of(fact: PublicFact) -> str:
    """What a list shows of the fact first."""
    match fact.values:
        case Speech():
            return fact.values.title or fact.values.event or fact.values.speaker
        case Claim():
            return fact.values.statement or fact.quote
        case _:
            return fact.values.name or fact.quote


def _sortable(date: str, day: str) -> str:
    """The date as far as it sorts; the edition's day where there is no date or no year in it."""
    return date if date and not date.startswith("--") else day


def _name_rows(document: PublicDocument) -> Iterator[dict[str, Any]]:
    for theme in document.themes:
        yield {"kind": Published.Kind.THEME, "key": theme.key, "title": theme.name}
    organizations = _organizations(document)
    for named in document.names:
        kind = Published.Kind.ORGANIZATION if named.key in organizations else Published.Kind.PERSON
        yield {"kind": kind, "key": named.key, "title": named.name}


def _organizations(document: PublicDocument) -> set[str]:
    """The keys that facts use for organizations."""
    fields = [plain_part(fact.values) for fact in document.facts]
    return {each.get(name, "") for each in fields for name in ("organization_key", "giver_key")} - {""}


def amounts_key(claimant: str, sort_date: str, unit: str) -> str:
    """Under which amounts stand beside each other: whose, of which year, in which unit."""
    return f"{claimant} {sort_date[:4]} {unit.casefold()}"[:100]


def _pointers(row: Published, themes: list[str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Kind, key and other columns of each row that leads to the fact."""
    keys = {value for name, value in row.fields.items() if name.endswith("_key") and value}
    yield from ((f"{row.kind} of", key, {}) for key in sorted(keys))
    yield from ((f"{row.kind} on", theme, {}) for theme in themes)
    claimant = row.fields.get("person_key") or row.fields.get("organization_key")
    for quantity in row.fields.get("quantities", ()):
        if claimant and quantity["unit"]:
            key = amounts_key(claimant, row.sort_date, quantity["unit"])
            yield Published.Kind.AMOUNT, key, {"fields": quantity}
