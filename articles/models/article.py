"""One piece of work, from its seed to its last edition."""

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from taggit.managers import TaggableManager

from articles.text.document import Significance
from articles.text.roles import READER_ROLES

from .seed import Seed
from .theme import ThemedArticle


class Stage(models.TextChoices):
    """Where the work stands. What readers see is said by the editions, not by this."""

    IMPORTED = "imported", "imported"
    CORRECTING = "correcting", "correcting"
    IN_REVIEW = "in review", "in review"
    APPROVED = "approved", "approved"
    DONE = "done", "done"
    SPIKED = "spiked", "spiked"


class Rights(models.TextChoices):
    UNKNOWN = "unknown", "not known"
    OWN = "own", "our own"
    LICENSED = "licensed", "licensed"
    PERMISSION = "permission", "by permission"
    QUOTATION = "quotation", "quotation or research exception"
    PUBLIC_DOMAIN = "public domain", "public domain"


class ArticleQuerySet(models.QuerySet["Article"]):
    def to_correct(self) -> "ArticleQuerySet":
        return self.filter(stage__in=[Stage.IMPORTED, Stage.CORRECTING])

    def in_review(self) -> "ArticleQuerySet":
        return self.filter(stage=Stage.IN_REVIEW)

    def approved(self) -> "ArticleQuerySet":
        return self.filter(stage=Stage.APPROVED)

    def assigned_to(self, user: object) -> "ArticleQuerySet":
        return self.filter(assignee=user).exclude(stage__in=[Stage.DONE, Stage.SPIKED])

    def source_changed(self) -> "ArticleQuerySet":
        return self.filter(newer_seed__isnull=False)

    def awaiting_countersignature(self) -> "ArticleQuerySet":
        return self.filter(withdrawal_open=True)

    def with_progress(self) -> "ArticleQuerySet":
        """``shown`` paragraphs that readers will see, ``confirmed`` of them."""
        shown = Q(paragraphs__role__in=sorted(READER_ROLES))
        confirmed = shown & Q(paragraphs__confirmed_by__isnull=False)
        return self.annotate(shown=_paragraphs(shown), confirmed=_paragraphs(confirmed))

    def waited_longest(self, most: int) -> "ArticleQuerySet":
        """So many of them with their progress; nothing is worked out for the others."""
        first = self.order_by("changed_at", "pk").values("pk")[:most]
        return Article.objects.filter(pk__in=first).with_progress().order_by("changed_at", "pk")


def _paragraphs(which: Q) -> Coalesce:
    """How many of the article's paragraphs there are, counted for the rows that are shown and no others."""
    rows = Article.objects.filter(which, pk=OuterRef("pk")).order_by().values("pk")
    return Coalesce(Subquery(rows.annotate(number=Count("paragraphs")).values("number")), 0)


class Article(models.Model):
    seed = models.OneToOneField(Seed, models.PROTECT, related_name="article")
    newer_seed = models.ForeignKey(
        Seed,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The source as it came later, when it differs from what this article was made from.",
    )
    like = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The article already here that tells the same story.",
    )
    likeness = models.PositiveSmallIntegerField(default=0, help_text="How much of their text is the same, per cent.")
    slug = models.SlugField(
        max_length=80, blank=True, allow_unicode=True, help_text="The words in the article's address."
    )
    headline = models.CharField(max_length=500, blank=True, editable=False)
    headline_cut = models.BooleanField("headline cut off", default=False)
    source = models.CharField(max_length=300, blank=True, help_text="Who published the original.")
    byline = models.CharField(max_length=300, blank=True, help_text="Who wrote it, without “By”.")
    dateline = models.CharField(max_length=300, blank=True, help_text="The date line as printed.")
    dated = models.CharField(
        "date", max_length=10, blank=True, help_text="The original's date as far as it is known: 2016-11-18, 2016-11."
    )
    url = models.URLField("original's address", max_length=500, blank=True)
    language = models.CharField(
        "original language", max_length=35, blank=True, help_text="The original's language: zh, ko, de …"
    )
    original_text = models.TextField(blank=True, help_text="The article in its own language, if you have it.")
    rights = models.CharField(
        max_length=20, choices=Rights, default=Rights.UNKNOWN, help_text="Unknown rights keep an article from review."
    )
    rights_basis = models.CharField(
        max_length=300, blank=True, help_text="The licence, the permission's date and giver, or the exception."
    )
    themes = TaggableManager(through=ThemedArticle, blank=True, verbose_name="themes")
    significance = models.CharField(
        max_length=15, choices=[(each.value, each.value) for each in Significance], default=Significance.FIRST
    )
    note = models.TextField(
        "public note", blank=True, help_text="What this edition changes, for its readers. Not for a first edition."
    )
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.IMPORTED)
    head = models.PositiveIntegerField(default=0, help_text="The number of the newest Revision.")
    open_problems = models.PositiveIntegerField(null=True, editable=False, help_text="Empty: not looked for yet.")
    blocking_problems = models.PositiveIntegerField(null=True, editable=False)
    machine_problems = models.PositiveIntegerField(
        null=True, editable=False, help_text="How many problems it had as it came. Empty: not looked for yet."
    )
    withdrawal_open = models.BooleanField(default=False, help_text="A withdrawal waits for a countersignature.")
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["stage", "-changed_at"], name="article_by_stage"),
            models.Index(fields=["-changed_at", "-id"], name="article_newest"),
            models.Index(fields=["changed_at"], name="article_countersign", condition=Q(withdrawal_open=True)),
        ]
        permissions = [
            ("approve_article", "Can approve an article"),
            ("publish_article", "Can publish an article"),
            ("withdraw_article", "Can withdraw an article"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="article_stage_known"),
            models.CheckConstraint(condition=Q(rights__in=Rights.values), name="article_rights_known"),
        ]

    def __str__(self) -> str:
        return self.headline or f"Article {self.pk}"
