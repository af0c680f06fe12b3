"""Galley's safe fixes of an article, which an editor may take back in one."""

from typing import Any

from django.db import transaction

from articles.errors import WrongMoment
from articles.models import Article, Revision
from articles.text.correction import Correction, ParagraphEdit
from articles.text.document import Document

from . import correcting
from .moving import head_of, locked
from .preparing import SAFE_FIXES
from .workflow import Action, require


def safe_fixes(article: Article) -> Revision | None:
    """Galley's Revision that holds nothing but its safe fixes, if the article has one."""
    mine = article.revisions.filter(author=None, reason__startswith=f"{SAFE_FIXES}:")
    return mine.order_by("-number").first()


@transaction.atomic
def take_back(article: Article | int, by: Any, scheduled: str = "") -> Revision:
    """The words before Galley's safe fixes stand again, wherever nobody has changed them since.

    Raises NotAllowed, and WrongMoment where nothing of them is left as Galley wrote it.
    """
    article = locked(article)
    require(article, by, Action.CORRECT)
    fixes = safe_fixes(article)
    if fixes is None:
        raise WrongMoment(f"Galley fixed nothing in “{article}” by itself.")
    revision = (
        correcting.restore(article, by, fixes.number - 1, fixes.number, scheduled)
        if article.head == fixes.number
        else _words_before(article, by, fixes, scheduled)
    )
    if revision is None:
        raise WrongMoment(f"Nothing of Galley's safe fixes is left in “{article}” as it was made.")
    return revision


def _words_before(article: Article, by: Any, fixes: Revision, scheduled: str) -> Revision | None:
    before, after = article.revisions.get(number=fixes.number - 1).document, fixes.document
    edits = tuple(_edits(before, after, head_of(article).document))
    said = f"Took back Galley's safe fixes (revision {fixes.number})"
    return correcting.save(article, by, article.head, Correction(paragraphs=edits), said, scheduled)


def _edits(before: Document, after: Document, now: Document) -> list[ParagraphEdit]:
    """Each paragraph that reads as Galley left it, as it read before; whoever confirmed it confirmed other words."""
    words = {each.key: each.text for each in before.paragraphs}
    fixed = {each.key: each.text for each in after.paragraphs if words.get(each.key, each.text) != each.text}
    return [
        ParagraphEdit(each.key, words[each.key], each.role, confirmed=False)
        for each in now.paragraphs
        if fixed.get(each.key) == each.text
    ]
