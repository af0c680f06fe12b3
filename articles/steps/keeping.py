"""An editor's typing kept before she saves it: hers alone, replaced by the next, gone once it is saved."""

from typing import Any

from django.db import transaction

from articles.errors import BadInput, NotAllowed
from articles.models import Article, WorkingCopy

from .workflow import Action, may

# Characters of one sheet's form, URL-encoded: as much as the site takes in one request.
LONGEST_FORM = 5 * 1024 * 1024
# No article has so many sheets.
MOST_SHEETS = 1000


@transaction.atomic
def keep(article: Article, by: Any, base: int, sheet: int, form: str) -> WorkingCopy:
    """The sheet's form, URL-encoded and typed on Revision ``base``, stands in this editor's working copy.

    What she typed on other sheets stays there. Raises NotAllowed or BadInput.
    """
    if not may(by, Action.CORRECT):
        raise NotAllowed("Your account may not correct articles, so nothing is kept for you.")
    if len(form) > LONGEST_FORM or not 0 < sheet <= MOST_SHEETS:
        raise BadInput("This is more than can be kept unsaved. Save it.")
    if not article.revisions.filter(number=base).exists():
        raise BadInput(f"“{article}” has no Revision {base}. Save, or load the page again.")
    copy = _copy(article, by) or WorkingCopy(article=article, editor=by)
    copy.sheets = {**copy.sheets, sheet: form}
    copy.base = base
    copy.save()
    return copy


@transaction.atomic
def forget(article: Article, by: Any, sheet: int) -> None:
    """Nothing is kept of what this editor typed on this sheet."""
    copy = _copy(article, by)
    if copy is None:
        return
    copy.sheets = {number: form for number, form in copy.sheets.items() if number != sheet}
    if copy.form:
        copy.save()
    else:
        copy.delete()


def kept(article: Article, by: Any) -> WorkingCopy | None:
    """What is kept of this editor's typing on this article, if anything."""
    return WorkingCopy.objects.filter(article=article, editor=by).first()


def _copy(article: Article, by: Any) -> WorkingCopy | None:
    return WorkingCopy.objects.select_for_update(of=("self",)).filter(article=article, editor=by).first()
