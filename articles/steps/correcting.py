"""Correcting an article: save, restore, take, assign, submit, recall, spike, revive."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from articles.errors import BadInput, Conflict, NotThere, WrongMoment
from articles.models import Act, Article, Revision, Stage, Theme
from articles.models.blanks import is_blank
from articles.text.correction import CannotApply, Correction, apply, clashes, needed
from articles.text.document import Document, Significance, canonical
from articles.text.structure import CannotReshape

from . import messaging, publishing
from .approving import contributors
from .moving import given, head_of, locked, move, record
from .naming import with_names
from .readiness import require_ready
from .revising import revise
from .workflow import Action, may, require


@transaction.atomic
def save(
    article: Article | int, by: Any, base: int, correction: Correction, reason: str, scheduled: str = ""
) -> Revision | None:
    """The correction, made on Revision ``base``, is the article's newest Revision; None where it changes nothing.

    ``scheduled`` is ``keep`` or ``cancel`` where an edition of the article is scheduled. Raises NotAllowed,
    WrongMoment, BadInput, or Conflict where somebody else changed the same words meanwhile.
    """
    article = locked(article)
    require(article, by, Action.CORRECT)
    head = head_of(article)
    new = _corrected(article, by, base, correction, head)
    if canonical(new) == head.text:
        return None
    _about_scheduled(article, by, scheduled)
    return revise(article, new, head.document, by=by, reason=given(reason, "reason"), stage=Stage.CORRECTING)


@transaction.atomic
def restore(article: Article | int, by: Any, number: int, base: int, scheduled: str = "") -> Revision | None:
    """Revision ``number`` is brought back as a new Revision; None where it is what the article says already."""
    article = locked(article)
    require(article, by, Action.CORRECT)
    if base != article.head:
        raise WrongMoment(f"“{article}” has a newer Revision than {base}. Look at it before you restore.")
    old = article.revisions.filter(number=number).first()
    if old is None:
        raise NotThere(f"“{article}” has no Revision {number}.")
    if is_blank(old):
        raise WrongMoment(f"Revision {number} of “{article}” was redacted: there is nothing to bring back.")
    head = head_of(article)
    if old.text == head.text:
        return None
    _about_scheduled(article, by, scheduled)
    reason = f"Restored revision {number}"
    return revise(article, old.document, head.document, by=by, reason=reason, stage=Stage.CORRECTING, restores=number)


@transaction.atomic
def take(article: Article | int, by: Any) -> Act:
    """The article is on this editor's desk."""
    article = locked(article)
    require(article, by, Action.TAKE)
    return _assign(article, by, by, Action.TAKE)


@transaction.atomic
def assign(article: Article | int, by: Any, to: Any) -> Act:
    """The article is on ``to``'s desk."""
    article = locked(article)
    require(article, by, Action.ASSIGN)
    if not may(to, Action.CORRECT):
        raise BadInput(f"{to} may not correct articles. Choose somebody who may.")
    return _assign(article, by, to, Action.ASSIGN)


@transaction.atomic
def submit(article: Article | int, by: Any) -> Act:
    """The article is in review. Raises Blocked with every reason why it is not ready."""
    article = locked(article)
    require(article, by, Action.SUBMIT)
    require_ready(article)
    move(article, Stage.IN_REVIEW)
    head = head_of(article)
    act = record(article, Action.SUBMIT, by, revision=head)
    messaging.submitted(act, contributors(article, head))
    return act


@transaction.atomic
def recall(article: Article | int, by: Any) -> Act:
    """The article is back from review, before anybody judged it."""
    article = locked(article)
    require(article, by, Action.RECALL)
    move(article, Stage.CORRECTING)
    return record(article, Action.RECALL, by, revision=head_of(article))


@transaction.atomic
def spike(article: Article | int, by: Any, reason: str) -> Act:
    """The article is laid aside for good; ``revive`` brings it back."""
    article = locked(article)
    require(article, by, Action.SPIKE)
    if article.editions.live().exists() or article.editions.scheduled().exists():
        raise WrongMoment(f"“{article}” is public or scheduled. Withdraw it first.")
    move(article, Stage.SPIKED)
    return record(article, Action.SPIKE, by, revision=head_of(article), reason=given(reason, "reason"))


@transaction.atomic
def revive(article: Article | int, by: Any) -> Act:
    """A spiked article is being corrected again."""
    article = locked(article)
    require(article, by, Action.REVIVE)
    move(article, Stage.CORRECTING)
    return record(article, Action.REVIVE, by, revision=head_of(article))


@transaction.atomic
def settle_source(article: Article | int, by: Any, reason: str) -> Act:
    """Somebody has looked at the changed source; the article is no longer flagged."""
    article = locked(article)
    require(article, by, Action.SETTLE_SOURCE)
    if article.newer_seed is None:
        raise WrongMoment(f"The source of “{article}” is not flagged as changed any more.")
    digest = article.newer_seed.sha256
    move(article, None, newer_seed=None)
    return record(article, Action.SETTLE_SOURCE, by, reason=given(reason, "reason"), subject_digest=digest)


def _corrected(article: Article, by: Any, base: int, correction: Correction, head: Revision) -> Document:
    on_screen = head if base == head.number else article.revisions.filter(number=base).first()
    if on_screen is None:
        raise BadInput(f"“{article}” has no Revision {base}. Reload its page; your typing is below.")
    wanted = needed(correction, on_screen.document)
    _require_known_themes(wanted, on_screen.document)
    if found := clashes(wanted, on_screen.document, head.document):
        raise Conflict(
            f"Somebody else changed the same words of “{article}” since you opened it. "
            "Nothing of yours is lost: choose below, then save again.",
            found,
        )
    try:
        new = apply(wanted, on_screen.document, head.document, by.pk, article.seed.text)
    except (CannotApply, CannotReshape) as error:
        raise BadInput(str(error)) from error
    return _unsaid_anew(article, with_names(new, head.document), head, wanted)


def _require_known_themes(correction: Correction, base: Document) -> None:
    """Themes are chosen from the house's list; what is not on it is refused by name."""
    if correction.themes is None:
        return
    unknown = correction.themes - set(base.themes) - _known_themes(correction.themes)
    if unknown:
        raise BadInput(f"There is no theme “{min(unknown)}”. Choose from the list, or ask for it to be made.")


def _known_themes(slugs: frozenset[str]) -> set[str]:
    return set(Theme.objects.filter(slug__in=slugs).values_list("slug", flat=True))


def _unsaid_anew(article: Article, new: Document, head: Revision, correction: Correction) -> Document:
    """The first correction of what was published leaves significance and note unsaid, but for what it says itself."""
    if canonical(new) == head.text or not article.editions.filter(revision=head).exists():
        return new
    return replace(new, significance=correction.significance or Significance.UNSAID, note=correction.note or "")


def _about_scheduled(article: Article, by: Any, scheduled: str) -> None:
    waiting = article.editions.scheduled().order_by("live_from").first()
    if waiting is None:
        return
    if scheduled == "cancel":
        publishing.cancel(article, by, waiting.number)
    elif scheduled != "keep":
        raise WrongMoment(
            f"Edition {waiting.number} is due on {waiting.live_from:%-d %B %Y at %H:%M %Z}. "
            "Say whether to keep or cancel it, then save again."
        )


def _assign(article: Article, by: Any, to: Any, action: Action) -> Act:
    move(article, Stage.CORRECTING if article.stage == Stage.IMPORTED else None, assignee=to)
    return record(article, action, by, reason=f"to {to.get_username()}")
