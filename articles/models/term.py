"""The glossary: what machines write, and what the house writes."""

from django.conf import settings
from django.db import models

from .people import Organization, Person


class TermQuerySet(models.QuerySet["Term"]):
    def accepted(self) -> "TermQuerySet":
        """Those the house writes by."""
        return self.filter(proposed_by__isnull=True)

    def proposed(self) -> "TermQuerySet":
        """Those somebody proposed and nobody has accepted or refused yet."""
        return self.filter(proposed_by__isnull=False, refused_by__isnull=True)

    def refused(self) -> "TermQuerySet":
        """Those that were proposed and refused, kept so that nobody need ask again."""
        return self.filter(refused_by__isnull=False)


class Term(models.Model):
    """``proposed_by`` is empty once the term is accepted; until then no check reads it."""

    class Kind(models.TextChoices):
        NAME = "name", "name"
        PHRASE = "phrase", "phrase"

    class Case(models.TextChoices):
        AS_IS = "as-is", "as written"
        ANY = "any", "any case"

    wrong = models.CharField("wrong form", max_length=200, help_text="What the machine writes.")
    preferred = models.CharField(
        "preferred form",
        max_length=200,
        blank=True,
        help_text="Empty: a forbidden form, for which the editor finds a word.",
    )
    native = models.CharField("native term", max_length=200, blank=True)
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.NAME)
    case = models.CharField("case mode", max_length=5, choices=Case, default=Case.AS_IS)
    inflections = models.TextField(blank=True, help_text="Other forms of the wrong form, one a line.")
    context = models.TextField(
        "context words", blank=True, help_text="One a line; the term counts only where one stands in the article."
    )
    safe = models.BooleanField(default=False, help_text="The wrong form is never right in ordinary English.")
    note = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="terms")
    organization = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="terms")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    refused_because = models.CharField(max_length=300, blank=True, editable=False)
    used = models.PositiveIntegerField(
        default=0, editable=False, help_text="How often a wrong form gave way in an article's first edition."
    )
    changed_at = models.DateTimeField(auto_now=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["preferred", "wrong"]
        constraints = [models.UniqueConstraint("wrong", "preferred", name="term_once")]

    def __str__(self) -> str:
        return f"{self.wrong} → {self.preferred or '(never)'}"
