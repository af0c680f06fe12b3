"""E-mail to the colleagues whom a step concerns: sent after the commit, at most once each, never a step's undoing.

Nobody is told of what they did themselves; people without an address, or who have left, get none.
"""

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse

from articles.models import Act, Article, Note

from .moving import name_of

logger = logging.getLogger(__name__)

LONGEST_SUBJECT = 150
# A note names a few colleagues; whoever is named after these is not written to.
MOST_MENTIONS = 20

# An account's name after @, where that does not stand within an e-mail address.
_MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]+)")
# Django names the accounts of a permission only where it is told whose permissions are meant.
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True, slots=True)
class Message:
    """Plain text; the subject is one line."""

    to: str
    subject: str
    body: str


def submitted(act: Act, contributors: set[int]) -> None:
    """Those who may approve the article and had no hand in it know that it waits."""
    waiting = _approvers().exclude(pk__in=contributors)
    _tell(waiting, act.by, act.article, f"{name_of(act.by)} submitted it for review.", "review")


def approved(act: Act) -> None:
    """The editors who worked on the article know."""
    _tell(_editors(act.article), act.by, act.article, f"{name_of(act.by)} approved it.")


def sent_back(act: Act) -> None:
    """The editors who worked on the article know why."""
    said = f"{name_of(act.by)} sent it back ({act.category}):\n\n{act.reason}"
    _tell(_editors(act.article), act.by, act.article, said)


def withdrawn(act: Act) -> None:
    """Everyone who worked on the article, and all who may approve, know; somebody must countersign."""
    what = f"edition {act.edition}" if act.edition is not None else "all its editions"
    said = f"{name_of(act.by)} withdrew {what}. Somebody else must countersign.\n\n{act.reason}"
    concerned = _all_who_worked(act.article) | _approvers()
    _tell(concerned, act.by, act.article, said, "review")


def noted(note: Note) -> None:
    """Each colleague whom the note names as @username and who may see the article has read it in their mail."""
    named = [each for each in _mentioned(note.text) if _may_see(each)]
    said = f"{name_of(note.by)} mentioned you in a note:\n\n{note.text}"
    _tell(named, note.by, note.article, said, "review")


def _approvers() -> QuerySet[User]:
    return User.objects.with_perm("articles.approve_article", backend=_BACKEND)


def _editors(article: Article) -> QuerySet[User]:
    return User.objects.filter(pk__in=article.revisions.values("author"))


def _all_who_worked(article: Article) -> QuerySet[User]:
    return User.objects.filter(Q(pk__in=article.revisions.values("author")) | Q(pk__in=article.acts.values("by")))


def _mentioned(text: str) -> QuerySet[User]:
    """The accounts named; a full stop or a hyphen may end the sentence as well as the name."""
    found = list(dict.fromkeys(match[1] for match in _MENTION.finditer(text)))[:MOST_MENTIONS]
    return User.objects.filter(username__in={name for each in found for name in (each, each.rstrip(".@+-"))})


def _may_see(user: User) -> bool:
    return any(user.has_perm(f"articles.{each}_article") for each in ("view", "change", "approve"))


def _tell(people: Iterable[User], by: Any, article: Article, said: str, page: str = "change") -> None:
    """Once the transaction is committed, each of the people but ``by`` has one message about the article."""
    address = f"{settings.SITE_URL}{reverse(f'admin:articles_article_{page}', args=[article.pk])}"
    subject = _one_line(f"[{settings.SITE_NAME}] {article}")
    body = f"{article}\n\n{said}\n\n{address}\n"
    others = {each.email.strip().casefold(): each for each in people if each.is_active and each != by}
    messages = [Message(each.email.strip(), subject, body) for address, each in others.items() if address]
    if messages:
        transaction.on_commit(partial(_send, messages))


def _one_line(text: str) -> str:
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:LONGEST_SUBJECT]


def _send(messages: list[Message]) -> None:
    """Each message is handed over, or its failure is logged."""
    try:
        with get_connection() as connection:
            for message in messages:
                _send_one(message, connection)
    except Exception:  # whatever a mail server does, the step is done
        logger.exception("%d messages could not be sent.", len(messages))


def _send_one(message: Message, connection: Any) -> None:
    try:
        EmailMessage(message.subject, message.body, to=[message.to], connection=connection).send()
    except Exception:  # the others are to have theirs
        logger.exception("A message to %s could not be sent.", message.to)
