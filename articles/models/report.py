"""What a reader says is wrong."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .edition import Edition


class ReaderReportQuerySet(models.QuerySet["ReaderReport"]):
    def open(self) -> "ReaderReportQuerySet":
        return self.filter(answered_at__isnull=True)


class ReaderReport(models.Model):
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="reports")
    paragraph = models.CharField(max_length=16, blank=True, help_text="The paragraph's key.")
    text = models.TextField("what is wrong", max_length=2000)
    contact = models.CharField("how to reach you", max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ReaderReportQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.text[:80]
