"""Open remarks on an article as a page lists them, and what a new one may be about."""

from collections.abc import Collection
from typing import Any

from articles.models import Article
from articles.steps.workflow import Action, may
from articles.text.document import Document
from articles.text.roles import Role


def notes_panel(article: Article, document: Document, user: Any, on_sheet: Collection[str] = ()) -> dict[str, Any]:
    """The template's context. A new note may be about the article, or a paragraph or fact that is ``on_sheet``."""
    place = {each.key: f"paragraph {at}" for at, each in enumerate(document.paragraphs, 1)}
    facts = {each.key: f"{each.kind} in {place[each.paragraph]}" for each in document.facts}
    about = {**place, **facts}
    shown = [each for each in document.paragraphs if each.role is not Role.DROPPED and each.key in on_sheet]
    return {
        "article": article,
        "open_notes": [(each, about.get(each.about, "")) for each in article.notes.open().select_related("by")],
        "abouts": [
            *((each.key, f"{place[each.key].capitalize()}: {each.text}") for each in shown),
            *((each.key, f"The {facts[each.key]}: {each.quote}") for each in document.facts if each.key in on_sheet),
        ],
        "may_note": may(user, Action.CORRECT) or may(user, Action.APPROVE),
    }
