"""What is derived from editions so that readers wait for nothing; ``rebuild`` makes both again."""

from django.db import models
from django.utils import timezone

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
