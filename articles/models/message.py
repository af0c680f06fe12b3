"""That a colleague did something which concerns one: on the desk until it is seen."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .act import Act
from .article import Article
from .note import Note


class MessageQuerySet(models.QuerySet["Message"]):
    def unseen_by(self, user: object) -> "MessageQuerySet":
        """Newest first, as the desk has them."""
        return self.filter(to=user, seen_at__isnull=True).order_by("-pk")


class Message(models.Model):
    """Of an Act or a Note, whose words it has; nobody is told twice of one."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="messages")
    act = models.ForeignKey(Act, models.CASCADE, null=True, blank=True, related_name="+")
    note = models.ForeignKey(Note, models.CASCADE, null=True, blank=True, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(F("to"), F("id").desc(), name="message_unseen", condition=Q(seen_at__isnull=True))]
        constraints = [
            models.UniqueConstraint("to", "act", name="message_of_act_once"),
            models.UniqueConstraint("to", "note", name="message_of_note_once"),
            models.CheckConstraint(
                condition=Q(act__isnull=True, note__isnull=False) | Q(act__isnull=False, note__isnull=True),
                name="message_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"To {self.to} about {self.article}"

    @property
    def about(self) -> Act | Note:
        return self.act or self.note
