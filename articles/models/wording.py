"""The correction memory: what editors put in place of a machine's words, in articles that were approved."""

from django.db import models
from django.db.models import F, Q


class WordingQuerySet(models.QuerySet["Wording"]):
    def trusted(self) -> "WordingQuerySet":
        """Those put so at least as often as the machine's words were left or put otherwise; a lone word twice."""
        return self.filter(Q(kept__gte=2) | Q(wrong__contains=" "), kept__gte=F("left"))


class Wording(models.Model):
    """``kept`` counts the articles whose first edition has ``right`` for the machine's ``wrong``, ``left`` those whose
    editors saw ``wrong`` and did something else. ``key`` is by what it is looked up: its first two words."""

    wrong = models.CharField("machine's words", max_length=80)
    right = models.CharField("editors' words", max_length=80)
    key = models.CharField(max_length=80, db_index=True, editable=False)
    kept = models.PositiveIntegerField("taken over", default=0)
    left = models.PositiveIntegerField("done otherwise", default=0)

    objects = WordingQuerySet.as_manager()

    class Meta:
        verbose_name = "remembered correction"
        ordering = ["-kept", "wrong"]
        constraints = [models.UniqueConstraint(fields=["wrong", "right"], name="wording_once")]

    def __str__(self) -> str:
        return f"{self.wrong} → {self.right}"
