"""A remark between colleagues."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .article import Article


class NoteQuerySet(models.QuerySet["Note"]):
    def open(self) -> "NoteQuerySet":
        return self.filter(resolved_at__isnull=True)


class Note(models.Model):
    """On a paragraph, a fact or (with no ``about``) the article. Open notes keep an article from approval."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="notes")
    about = models.CharField(max_length=16, blank=True, help_text="The key of a paragraph or fact.")
    text = models.TextField()
    proposed = models.TextField("proposed words", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    resolved_at = models.DateTimeField(null=True, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]
