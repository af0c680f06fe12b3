"""What the correction of articles took, added up as each is first published."""

from django.db import models


class Tally(models.Model):
    """The articles first published in a week, by their source or by a rule of the checks; ``week`` is its Monday.

    ``words_before`` and ``words_after`` are the machine's and the edition's, ``edits`` lead from one to the other,
    ``longer`` counts the words of the longer of each two paragraphs. Under a rule only its problems are counted.
    """

    class Kind(models.TextChoices):
        SOURCE = "source", "source"
        RULE = "rule", "rule"

    week = models.DateField()
    kind = models.CharField(max_length=6, choices=Kind)
    name = models.CharField(max_length=100, blank=True, help_text="The site or the rule.")
    articles = models.PositiveIntegerField(default=0)
    words_before = models.PositiveBigIntegerField(default=0)
    words_after = models.PositiveBigIntegerField(default=0)
    edits = models.PositiveBigIntegerField(default=0)
    longer = models.PositiveBigIntegerField(default=0)
    problems_before = models.PositiveBigIntegerField(default=0)
    problems_after = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name_plural = "tallies"
        ordering = ["-week", "kind", "name"]
        constraints = [models.UniqueConstraint(fields=["week", "kind", "name"], name="tally_once")]

    def __str__(self) -> str:
        return f"{self.name or 'unknown'}, week of {self.week}"
