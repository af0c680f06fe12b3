"""Two people, organizations or themes that are one, or a theme by another name: said once, and undone as once."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Merge(models.Model):
    """``gone`` points to ``into`` since; both are keys, of themes slugs. ``was`` and ``now`` are their names then."""

    class Kind(models.TextChoices):
        PERSON = "person", "person"
        ORGANIZATION = "organization", "organization"
        THEME = "theme", "theme"

    kind = models.CharField(max_length=12, choices=Kind)
    gone = models.CharField(max_length=100)
    into = models.CharField(max_length=100)
    was = models.CharField(max_length=200)
    now = models.CharField(max_length=200)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "-at"], name="merge_of_kind")]

    def __str__(self) -> str:
        return f"{self.was} → {self.now}"
