"""Sketches of what was imported, so that the same story from another site is known again."""

import struct
from collections.abc import Iterable
from typing import Any

from django.db import models

from articles.text import likeness

from .article import Article

_NUMBERS = struct.Struct(f">{likeness.PLACES}I")


class SketchQuerySet(models.QuerySet["Sketch"]):
    def sharing(self, bands: Iterable[int]) -> "SketchQuerySet":
        """Those that may be alike: one of their bands is one of these."""
        return self.filter(pk__in=Band.objects.filter(value__in=list(bands)).values("sketch"))


class Sketch(models.Model):
    """64 numbers that stand for an article's text as imported. A near copy of what is known has no bands of its own,
    so that a look costs the same however many copies there are."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="sketch")
    data = models.BinaryField(help_text="The numbers, four bytes each.")

    objects = SketchQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Sketch of {self.article_id}"

    @property
    def numbers(self) -> likeness.Sketch:
        return _NUMBERS.unpack(self.data)

    @staticmethod
    def columns(article: int, numbers: likeness.Sketch) -> dict[str, Any]:
        """The columns of the row that holds an article's numbers."""
        return {"article_id": article, "data": _NUMBERS.pack(*numbers)}


class Band(models.Model):
    sketch = models.ForeignKey(Sketch, models.CASCADE, related_name="bands")
    value = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.value)
