"""Messages to the colleagues whom a step concerns, on their desk and by e-mail: once each, with the step or not at all.

Nobody is told of what they did themselves. E-mail goes out after the commit and is never a step's undoing; people
without an address, or who have left, get none.
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
from django.utils import timezone

from articles.models import Act, Article, Message, Note

from .moving import name_of
from .workflow import Action

logger = logging.getLogger(__name__)

LONGEST_SUBJECT = 150
# A note names a few colleagues; whoever is named after these is not written to.
MOST_MENTIONS = 20

# An account's name after @, where that does not stand within an e-mail address.
_MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]+)")
# Django names the accounts of a permission only where it is told whose permissions are meant.
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True, slots=True)
class Mail:
    """Plain text; the subject is one line."""

    to: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is said, and the name of the article's page where it is to be seen."""

    said: str
    page: str = "change"


def submitted(act: Act, contributors: set[int]) -> None:
    """Those who may approve the article and had no hand in it know that it waits."""
    _tell(_approvers().exclude(pk__in=contributors), act)


def approved(act: Act) -> None:
    """The editors who worked on the article know."""
    _tell(_editors(act.article), act)


def sent_back(act: Act) -> None:
    """The editors who worked on the article know why."""
    _tell(_editors(act.article), act)


def withdrawn(act: Act) -> None:
    """Everyone who worked on the article, and all who may approve, know; somebody must countersign."""
    _tell(_all_who_worked(act.article) | _approvers(), act)


def noted(note: Note) -> None:
    """Each colleague whom the note names as @username and who may see the article knows."""
    _tell([each for each in _mentioned(note.text) if _may_see(each)], note)


def told(about: Act | Note) -> Told:
    """What those whom it concerns read of it, in their mail and on their desk."""
    who = name_of(about.by)
    if isinstance(about, Note):
        return Told(f"{who} mentioned you in a note:\n\n{about.text}", "review")
    match about.action:
        case Action.SUBMIT.value:
            return Told(f"{who} submitted it for review.", "review")
        case Action.SEND_BACK.value:
            return Told(f"{who} sent it back ({about.category}):\n\n{about.reason}")
        case Action.WITHDRAW.value:
            what = f"edition {about.edition}" if about.edition is not None else "all its editions"
            return Told(f"{who} withdrew {what}. Somebody else must countersign.\n\n{about.reason}", "review")
        case _:
            return Told(f"{who} approved it.")


def see(by: Any, numbers: Iterable[int]) -> int:
    """These messages to ``by`` are on the desk no more; returns how many were."""
    return Message.objects.unseen_by(by).filter(pk__in=list(numbers)).update(seen_at=timezone.now())


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


def _tell(people: Iterable[User], about: Act | Note) -> None:
    """Each of the people but whoever did it has it on the desk and, once the transaction is committed, by e-mail."""
    others = {each.pk: each for each in people if each.is_active and each != about.by}.values()
    kind = "note" if isinstance(about, Note) else "act"
    Message.objects.bulk_create(Message(to=each, article=about.article, **{kind: about}) for each in others)
    subject, body = _written(about)
    addressed = {each.email.strip().casefold(): each.email.strip() for each in others}
    mails = [Mail(to, subject, body) for to in addressed.values() if to]
    if mails:
        transaction.on_commit(partial(_send, mails))


def _written(about: Act | Note) -> tuple[str, str]:
    """The subject and body of the e-mail."""
    article, what = about.article, told(about)
    address = f"{settings.SITE_URL}{reverse(f'admin:articles_article_{what.page}', args=[article.pk])}"
    return _one_line(f"[{settings.SITE_NAME}] {article}"), f"{article}\n\n{what.said}\n\n{address}\n"


def _one_line(text: str) -> str:
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:LONGEST_SUBJECT]


def _send(mails: list[Mail]) -> None:
    """Each is handed over, or its failure is logged."""
    try:
        with get_connection() as connection:
            for mail in mails:
                _send_one(mail, connection)
    except Exception:  # whatever a mail server does, the step is done
        logger.exception("%d messages could not be sent.", len(mails))


def _send_one(mail: Mail, connection: Any) -> None:
    try:
        EmailMessage(mail.subject, mail.body, to=[mail.to], connection=connection).send()
    except Exception:  # the others are to have theirs
        logger.exception("A message to %s could not be sent.", mail.to)
