"""The log of what was done to an article, each row bound to the one before."""

from django.conf import settings
from django.db import models

from articles.text.document import digest

from .article import Article


class Act(models.Model):
    """Append-only. ``number`` counts an article's acts without gaps; ``digest`` covers the row and the one before."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="acts")
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=20)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", help_text="Empty: Galley."
    )
    at = models.DateTimeField(help_text="When it was done.")
    effective_at = models.DateTimeField(null=True, blank=True, help_text="From when it holds, where that differs.")
    revision = models.PositiveIntegerField(null=True, blank=True)
    edition = models.PositiveIntegerField(null=True, blank=True)
    category = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    subject_digest = models.CharField(max_length=64, blank=True, help_text="Of the revision or edition it is about.")
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["article", "number"]
        indexes = [models.Index(fields=["-at"], name="act_newest")]
        constraints = [models.UniqueConstraint("article", "number", name="act_number_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.action}"

    @property
    def true_digest(self) -> str:
        """What the digest must be for what the row says."""
        effective = self.effective_at.isoformat() if self.effective_at else ""
        return digest(
            self.article_id, self.number, self.action, self.by_id, self.at.isoformat(), effective, self.revision,
            self.edition, self.category, self.reason, self.subject_digest, self.previous_digest,
        )  # fmt: skip
