"""A paragraph of an article as corrected so far, with the place its machine words have in the seed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.text.roles import Role

from .article import Article


class Paragraph(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="paragraphs")
    key = models.CharField(max_length=16)
    position = models.PositiveIntegerField()
    role = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Role])
    spans = models.JSONField(default=list, help_text="Where its words stand in the seed's text, in code points.")
    text = models.TextField(blank=True)
    rule = models.CharField(max_length=60, blank=True, help_text="The rule that gave the role or joined the pieces.")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("article", "key", name="paragraph_key_once"),
            models.CheckConstraint(condition=Q(role__in=[each.value for each in Role]), name="paragraph_role_known"),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @staticmethod
    def columns(position: int, plain: dict[str, Any]) -> dict[str, Any]:
        """The columns of the row that holds this paragraph of a document in plain form, its article left out."""
        same = {name: plain[name] for name in ("key", "role", "spans", "text", "rule")}
        return {**same, "position": position, "confirmed_by_id": plain["confirmed_by"]}

    def plain(self) -> dict[str, Any]:
        """As a Document has it, in the plain form of ``json``."""
        return {
            "key": self.key, "role": self.role, "text": self.text, "spans": self.spans, "rule": self.rule,
            "confirmed_by": self.confirmed_by_id,
        }  # fmt: skip
