"""Remarks between colleagues. Open ones keep an article from approval; none of them changes its words."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Article, Note

from . import messaging


@transaction.atomic
def note(article: Article, by: Any, text: str, about: str = "", proposed: str = "") -> Note:
    """The remark is open on the article, or on the paragraph or fact whose key is ``about``."""
    _require(by)
    if not text.strip():
        raise BadInput("Write the note.")
    made = Note.objects.create(article=article, by=by, text=text.strip(), about=about, proposed=proposed.strip())
    messaging.noted(made)
    return made


@transaction.atomic
def resolve(note: Note, by: Any) -> Note:
    """The remark is settled."""
    _require(by)
    if not Note.objects.open().filter(pk=note.pk).update(resolved_by=by, resolved_at=timezone.now()):
        raise WrongMoment("Somebody else has resolved this note.")
    note.refresh_from_db()
    return note


def _require(by: Any) -> None:
    if not (by.has_perm("articles.change_article") or by.has_perm("articles.approve_article")):
        raise NotAllowed("Your account may not write notes on articles.")
