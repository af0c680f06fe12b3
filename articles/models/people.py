"""People and organizations that facts are about."""

from django.db import models
from django.urls import reverse
from django.utils.text import slugify

from .keys import new_key


class NamedQuerySet(models.QuerySet):
    def called(self, name: str) -> "NamedQuerySet":
        """Those whose name, native name or alias this is, whatever its case; merged ones last, which point on."""
        found = self.filter(
            models.Q(name__iexact=name) | models.Q(native_name__iexact=name) | models.Q(terms__wrong__iexact=name)
        )
        return found.distinct().order_by(models.F("merged_into").asc(nulls_first=True), "pk")


class Named(models.Model):
    """Somebody or something with a name of the house. ``key`` is permanent; a merged row stays and points on."""

    key = models.CharField(max_length=16, unique=True, default=new_key, editable=False)
    name = models.CharField(max_length=200, help_text="The form the house uses.")
    native_name = models.CharField(max_length=200, blank=True, help_text="In its own script.")
    wikidata = models.CharField("Wikidata id", max_length=20, blank=True, help_text="Such as Q42.")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        return slugify(self.name, allow_unicode=True)


class Person(Named):
    class Meta(Named.Meta):
        verbose_name_plural = "people"

    def get_absolute_url(self) -> str:
        return reverse("articles:person", args=[self.slug or "person", self.pk])


class Organization(Named):
    def get_absolute_url(self) -> str:
        return reverse("articles:organization", args=[self.slug or "organization", self.pk])
