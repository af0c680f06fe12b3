"""An article page with facts and themes."""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page


class Themed(TaggedItemBase):
    content_object = ParentalKey("wagtail_site.ArticlePage", on_delete=models.CASCADE, related_name="themed")


class ArticlePage(Page):
    standfirst = models.TextField(blank=True)
    body = StreamField([("paragraph", blocks.RichTextBlock())])
    themes = ClusterTaggableManager(through=Themed, blank=True)


class Fact(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=16)
    quote = models.TextField()
