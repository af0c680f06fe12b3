"""A problem someone judged to be none, or a guarded change someone confirmed."""

from typing import Any

from django.conf import settings
from django.db import models

from .article import Article


class Dismissal(models.Model):
    """``fingerprint`` is of the rule, the words and their neighbours, so that it survives edits elsewhere."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="dismissals")
    rule = models.CharField(max_length=60)
    fingerprint = models.CharField(max_length=64)
    paragraph = models.CharField(max_length=16, help_text="The paragraph's key.")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("article", "rule", "fingerprint", name="dismissal_once")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"

    def plain(self) -> dict[str, Any]:
        """As a Document has it, in the plain form of ``json``."""
        return {
            "rule": self.rule, "fingerprint": self.fingerprint, "paragraph": self.paragraph, "reason": self.reason,
            "by": self.by_id,
        }  # fmt: skip
