"""What is derived from editions so that readers wait for nothing; ``rebuild`` makes both again."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils import timezone

from articles.text.document import PublicDocument, PublicFact, plain_values
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
    the edition's interval."""

    class Kind(models.TextChoices):
        SPEECH = "speech", "speech"
        CLAIM = "claim", "claim"
        INITIATIVE = "initiative", "initiative"
        AWARD = "award", "award"
        THEME = "theme", "theme"
        PERSON = "person", "person"
        ORGANIZATION = "organization", "organization"

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="published")
    kind = models.CharField(max_length=12, choices=Kind)
    key = models.CharField(max_length=100, help_text="The fact's, person's or organization's key, or the theme's slug.")
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
            models.Index(fields=["kind", "key", "-sort_date", "-id"], name="published_by_key"),
        ]

    def __str__(self) -> str:
        return self.title or self.key

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


class FinishedPageQuerySet(models.QuerySet["FinishedPage"]):
    def of(self, editions: EditionQuerySet) -> "FinishedPageQuerySet":
        return self.filter(edition__in=editions).select_related("edition")


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
        fields = plain_values(fact.values)
        names = {
            name.removesuffix("_key"): document.name_of(key) for name, key in fields.items() if name.endswith("_key")
        }
        yield {
            "kind": fact.kind.value,
            "key": fact.key,
            "title": _title(fact)[:500],
            "quote": fact.quote,
            "paragraph": fact.paragraph,
            "fields": {**fields, "names": names},
            "sort_date": _sortable(fact.values.date, day),
        }


def _title(fact: PublicFact) -> str:
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
    fields = [plain_values(fact.values) for fact in document.facts]
    return {each.get(name, "") for each in fields for name in ("organization_key", "giver_key")} - {""}
