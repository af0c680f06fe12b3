"""An approved Revision made public."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from articles.text.document import FORMAT, PublicDocument, Significance, digest, parse_public

from .article import Article
from .keys import new_key
from .revision import Revision


class EditionQuerySet(models.QuerySet["Edition"]):
    def given(self) -> "EditionQuerySet":
        """What readers were given or will be, withheld since or not: all but what was cancelled."""
        return self.exclude(live_until__isnull=False, live_until__lte=F("live_from"))

    def readable(self, at: datetime | None = None) -> "EditionQuerySet":
        """What readers may see: live now or once, and not withheld. Every page, feed, count and search starts here."""
        return self.given().filter(withheld_at__isnull=True, live_from__lte=at or timezone.now())

    def live(self, at: datetime | None = None) -> "EditionQuerySet":
        """What is live at that moment (now by default); at most one an article."""
        moment = at or timezone.now()
        return self.readable(moment).filter(Q(live_until__isnull=True) | Q(live_until__gt=moment))

    def read_by(self, at: datetime) -> "EditionQuerySet":
        """What readers had been given by then, live or not any more, and were not refused."""
        return self.given().filter(live_from__lte=at).filter(Q(withheld_at__isnull=True) | Q(withheld_at__gt=at))

    def dated(self) -> "EditionQuerySet":
        """Each with ``first_published``, when readers first saw its article, and ``changed``, when it last changed for
        them: minor editions do not move that."""
        upto = Edition.objects.readable().filter(article=OuterRef("article"), number__lte=OuterRef("number"))
        telling = upto.exclude(significance=Significance.MINOR.value)
        first = Subquery(upto.order_by("live_from").values("live_from")[:1])
        changed = Subquery(telling.order_by("-live_from").values("live_from")[:1])
        return self.annotate(first_published=first, changed=Coalesce(changed, first))

    def scheduled(self) -> "EditionQuerySet":
        """What will be live later and was not cancelled."""
        return self.given().filter(withheld_at__isnull=True, live_from__gt=timezone.now())

    def withheld(self) -> "EditionQuerySet":
        """What readers once saw and are now refused."""
        return self.filter(withheld_at__isnull=False, live_from__lte=F("withheld_at"))


class Edition(models.Model):
    """Everything but ``live_from``, ``live_until`` and ``withheld_at`` is frozen. The interval is half open; an empty
    one (``live_until == live_from``) is a cancelled edition."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=16, unique=True, default=new_key)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="editions")
    slug = models.CharField(max_length=80, blank=True)
    headline = models.CharField(max_length=500)
    standfirst = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    significance = models.CharField(max_length=15, choices=[(each.value, each.value) for each in Significance])
    note = models.TextField("public note", blank=True)
    contributors = models.JSONField(default=list, help_text="The names of those who corrected it.")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approver_name = models.CharField(max_length=200)
    approved_at = models.DateTimeField()
    four_eyes = models.BooleanField(default=True, help_text="Somebody who wrote none of it approved it.")
    format = models.PositiveSmallIntegerField(default=FORMAT)
    text = models.TextField(help_text="The public document's canonical text.")
    revision_digest = models.CharField(max_length=64)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True, blank=True)
    withheld_at = models.DateTimeField(null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-live_from", "-pk"]
        indexes = [
            models.Index(fields=["-live_from", "-id"], name="edition_newest"),
            models.Index(fields=["article", "-live_from"], name="edition_of_article"),
            models.Index(fields=["significance", "-live_from", "-id"], name="edition_told"),
            models.Index(fields=["source", "-live_from", "-id"], name="edition_of_source"),
            models.Index(
                fields=["-withheld_at", "-id"], name="edition_withheld", condition=Q(withheld_at__isnull=False)
            ),
        ]
        constraints = [
            models.UniqueConstraint("article", "number", name="edition_number_once"),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")), name="edition_interval"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline} (edition {self.number})"

    def get_absolute_url(self) -> str:
        return reverse("articles:edition", args=[self.address, self.number])

    @property
    def address(self) -> str:
        """``<slug>-<id>`` or ``<id>``: the article's part of its address."""
        return f"{self.slug}-{self.article_id}" if self.slug else str(self.article_id)

    @property
    def document(self) -> PublicDocument:
        return parse_public(self.text)

    @property
    def true_digest(self) -> str:
        """What the digest must be for what the row says."""
        return digest(
            self.article_id, self.number, self.key, self.slug, self.headline, self.standfirst, self.source,
            self.significance, self.note, "\n".join(self.contributors), self.approver_id, self.approver_name,
            self.approved_at.isoformat(), int(self.four_eyes), self.format, self.text, self.revision_digest,
            self.previous_digest, self.created_at.isoformat(),
        )  # fmt: skip

    def was_read_by(self, at: datetime) -> bool:
        """As ``read_by`` tells it."""
        refused = self.withheld_at is not None and self.withheld_at <= at
        return self.live_from <= at and not self.is_cancelled and not refused

    @property
    def is_live(self) -> bool:
        now = timezone.now()
        return self.withheld_at is None and self.live_from <= now and (not self.live_until or self.live_until > now)

    @property
    def is_scheduled(self) -> bool:
        return self.withheld_at is None and self.live_from > timezone.now() and not self.is_cancelled

    @property
    def is_cancelled(self) -> bool:
        return self.live_until is not None and self.live_until <= self.live_from
