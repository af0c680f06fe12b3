"""What articles are about: a controlled list, chosen by editors."""

from django.db import models
from django.urls import reverse
from taggit.models import ItemBase, TagBase


class Theme(TagBase):
    """A merged theme stays and points on; documents keep its slug, and its address leads to where it points."""

    description = models.TextField(blank=True)
    keywords = models.TextField(blank=True, help_text="Words that suggest the theme, one a line.")
    broader = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="narrower")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )

    class Meta:
        ordering = ["name"]

    def get_absolute_url(self) -> str:
        return reverse("articles:theme", args=[self.slug])


class ThemedArticle(ItemBase):
    tag = models.ForeignKey(Theme, models.PROTECT, related_name="themed_articles")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="themed")

    class Meta:
        constraints = [models.UniqueConstraint("tag", "content_object", name="theme_once_an_article")]
