"""A whole snapshot of an article, appended by every save that changed something. Never changed."""

from django.conf import settings
from django.db import models

from articles.text.document import FORMAT, Document, digest, parse

from .article import Article


class Revision(models.Model):
    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(help_text="1 is the article as imported.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", help_text="Empty: Galley."
    )
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    restores = models.PositiveIntegerField(null=True, blank=True, help_text="The Revision whose words it brings back.")
    parent_digest = models.CharField(max_length=64, blank=True)
    format = models.PositiveSmallIntegerField(default=FORMAT)
    text = models.TextField(help_text="The document's canonical text.")
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["article", "number"]
        indexes = [models.Index(fields=["-at"], name="revision_newest")]
        constraints = [models.UniqueConstraint("article", "number", name="revision_number_once")]

    def __str__(self) -> str:
        return f"Revision {self.number}"

    @property
    def document(self) -> Document:
        return parse(self.text)

    @property
    def true_digest(self) -> str:
        """What the digest must be for what the row says."""
        return digest(
            self.article_id, self.number, self.author_id, self.reason, self.at.isoformat(), self.restores,
            self.parent_digest, self.format, self.text,
        )  # fmt: skip
