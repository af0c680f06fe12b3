"""Sketches of what was imported, so that the same story from another site is known again."""

import struct
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from articles.text import likeness

from .article import Article

_NUMBERS = struct.Struct(f">{likeness.PLACES}I")


class Sketch(models.Model):
    """64 numbers that stand for an article's text as imported. A near copy of what is known has no bands of its own,
    so that a look costs the same however many copies there are."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="sketch")
    data = models.BinaryField(help_text="The numbers, four bytes each.")

    def __str__(self) -> str:
        return f"Sketch of {self.article_id}"

    @staticmethod
    def columns(article: int, numbers: likeness.Sketch) -> dict[str, Any]:
        """The columns of the row that holds an article's numbers."""
        return {"article_id": article, "data": _NUMBERS.pack(*numbers)}


class BandQuerySet(models.QuerySet["Band"]):
    def sharing(self, values: Iterable[int]) -> dict[int, list[tuple[int, likeness.Sketch]]]:
        """By each of these values the articles that may be alike, as they have it too, with their numbers."""
        found: dict[int, list[tuple[int, likeness.Sketch]]] = defaultdict(list)
        for value, article, data in self.filter(value__in=list(values)).values_list("value", "sketch", "sketch__data"):
            found[value].append((article, _NUMBERS.unpack(data)))
        return found


class Band(models.Model):
    sketch = models.ForeignKey(Sketch, models.CASCADE, related_name="bands")
    value = models.BigIntegerField(db_index=True)

    objects = BandQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.value)
