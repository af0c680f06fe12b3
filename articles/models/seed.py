"""A file as it came, kept byte for byte."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class SeedQuerySet(models.QuerySet["Seed"]):
    def known(self, sha256: str) -> "Seed | None":
        return self.filter(sha256=sha256).first()

    def of(self, identity: str) -> "SeedQuerySet":
        """Every version of one source, newest first."""
        return self.filter(identity=identity).order_by("-pk")


class Seed(models.Model):
    """One file (or one record of a JSON Lines file) as received. Never changed; ``encoding`` and ``text`` are how its
    bytes are read, and may be read anew as long as no person has worked on the article."""

    identity = models.CharField(
        max_length=500, db_index=True, help_text="The source's address if stated, else the path inside its folder."
    )
    sha256 = models.CharField("SHA-256", max_length=64, unique=True, help_text="Of the bytes, in hexadecimal.")
    data = models.BinaryField("bytes")
    media_type = models.CharField(max_length=100, default="text/plain")
    encoding = models.CharField(max_length=40)
    bom = models.BooleanField("byte order mark", default=False)
    text = models.TextField(help_text="The bytes decoded, nothing else done to them.")
    received_at = models.DateTimeField(default=timezone.now)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="uploaded_seeds"
    )

    objects = SeedQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.identity
