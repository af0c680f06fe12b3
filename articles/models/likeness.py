"""Sketches of what was imported, so that the same story from another site is known again."""

from collections.abc import Iterable

from django.db import models

from articles.text import likeness

from .article import Article

_BYTES = 4


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
        data = bytes(self.data)
        return tuple(int.from_bytes(data[at : at + _BYTES], "big") for at in range(0, len(data), _BYTES))

    @classmethod
    def of(cls, article: Article, numbers: likeness.Sketch) -> "Sketch":
        return cls(article=article, data=b"".join(each.to_bytes(_BYTES, "big") for each in numbers))


class Band(models.Model):
    sketch = models.ForeignKey(Sketch, models.CASCADE, related_name="bands")
    value = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.value)
