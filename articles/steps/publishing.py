"""Editions: publish now or at a time, reschedule, cancel, withdraw, countersign.

What readers see follows from intervals alone. Nothing moves the past: an interval is changed only where it lies
ahead, and what closes is closed before what follows opens.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from articles import search
from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Act, Article, Edition, FinishedPage, Published, Revision, Stage
from articles.models.monthly import counted
from articles.pages import article as article_page
from articles.text.document import Significance, canonical

from . import messaging
from .approving import approval_of
from .moving import given, head_of, locked, move, name_of, record
from .purging import purge
from .relating import relate
from .remembering import remember
from .showing import called_otherwise, public_document
from .tallying import tally
from .workflow import Action, require


@transaction.atomic
def publish(article: Article | int, by: Any, at: datetime | None = None) -> Edition:
    """The approved Revision is a numbered Edition, live from ``at`` (aware; now by default) until a later one.

    An edition still scheduled for then or later is cancelled: older words never follow newer ones.
    """
    article = locked(article)
    require(article, by, Action.PUBLISH)
    approval = approval_of(article)
    if approval is None:
        raise WrongMoment(f"The approval of “{article}” is not of its newest Revision. Have it approved again.")
    now = timezone.now()
    start = _moment(at, now)
    edition = _edition(article, head_of(article), approval, now, start)
    _end_earlier(article, by, start)
    edition.save(force_insert=True)
    derive(edition)
    move(article, Stage.DONE)
    record(
        article, Action.PUBLISH, by, at=now, effective_at=start, revision=edition.revision, edition=edition.number,
        subject_digest=edition.digest,
    )  # fmt: skip
    # Last, as they add to rows of the whole house: whoever publishes another article waits no longer than for this.
    remember(edition)
    tally(edition)
    purge(article, start)
    return edition


@transaction.atomic
def reschedule(article: Article | int, by: Any, number: int, at: datetime) -> Edition:
    """The scheduled edition is due at another time that lies ahead, and so its page and its rows in the index say."""
    article = locked(article)
    require(article, by, Action.RESCHEDULE)
    edition = _scheduled(article, number)
    start = _moment(at, timezone.now())
    if edition.live_until is not None and start >= edition.live_until:
        raise BadInput(f"A later edition is due at {_told(edition.live_until)}: choose a time before it.")
    before = _before(edition)
    if before is not None and start <= before.live_from:
        raise BadInput(f"Edition {before.number} is due at {_told(before.live_from)}: choose a time after it.")
    if start > edition.live_from:
        _set_interval(edition, start, edition.live_until)
        _close(before, start)
    else:
        _close(before, start)
        _set_interval(edition, start, edition.live_until)
    derive(edition)
    _finish_others(edition)
    record(article, Action.RESCHEDULE, by, effective_at=start, edition=number, subject_digest=edition.digest)
    purge(article, start)
    return edition


@transaction.atomic
def cancel(article: Article | int, by: Any, number: int) -> Edition:
    """The scheduled edition never goes live; the one before it stays."""
    article = locked(article)
    require(article, by, Action.CANCEL)
    edition = _scheduled(article, number)
    _cancel(article, by, edition)
    purge(article, timezone.now())
    return edition


@transaction.atomic
def withdraw(article: Article | int, by: Any, reason: str, number: int | None = None) -> Act:
    """All editions (or the one numbered) are withheld from readers at once, scheduled ones cancelled.

    ``reason`` is public. Somebody else must countersign.
    """
    article = locked(article)
    require(article, by, Action.WITHDRAW)
    reason, now = given(reason, "public reason"), timezone.now()
    editions = _withdrawable(article, number)
    for edition in editions:
        _withhold(edition, now)
    _finish_others(editions[0])
    move(article, None, withdrawal_open=True)
    act = record(
        article, Action.WITHDRAW, by, at=now, edition=number, reason=reason,
        subject_digest=editions[0].digest,
    )  # fmt: skip
    messaging.withdrawn(act)
    purge(article, now)
    return act


@transaction.atomic
def countersign(article: Article | int, by: Any) -> Act:
    """A second person stands behind the withdrawals since the last countersignature."""
    article = locked(article)
    require(article, by, Action.COUNTERSIGN)
    if not article.withdrawal_open:
        raise WrongMoment(f"No withdrawal of “{article}” waits for a countersignature.")
    if settings.FOUR_EYES and by.pk in _withdrew(article):
        raise NotAllowed("You withdrew it, so somebody else must countersign. It waits on their desk.")
    move(article, None, withdrawal_open=False)
    return record(article, Action.COUNTERSIGN, by)


def derive(edition: Edition) -> None:
    """The reading index, the finished page and the search index say what the edition says."""
    with counted(edition):
        Published.index(edition)
    relate(edition)
    finish(edition)
    search.index(edition, called_otherwise(edition.document))


def finish(edition: Edition) -> None:
    """The finished page says what the edition says, and what came before it."""
    html = article_page.render(edition)
    FinishedPage.objects.update_or_create(
        edition=edition,
        defaults={
            "html": html,
            "etag": article_page.etag(html),
            "template_version": article_page.TEMPLATE_VERSION,
        },
    )


def _finish_others(moved: Edition) -> None:
    """The pages of the article's other editions, which tell of what came before them, know what became of this one."""
    others = Edition.objects.filter(article=moved.article_id, withheld_at__isnull=True).exclude(pk=moved.pk)
    for edition in others:
        if not edition.is_cancelled:
            finish(edition)


def _moment(at: datetime | None, now: datetime) -> datetime:
    if at is None:
        return now
    if timezone.is_naive(at):
        raise BadInput("Give the time with its time zone.")
    if at <= now:
        raise BadInput(f"{_told(at)} has passed. Choose a time ahead, or publish now.")
    return at


def _told(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%-d %B %Y, %H:%M %Z}"


def _edition(article: Article, revision: Revision, approval: Act, now: datetime, start: datetime) -> Edition:
    last = article.editions.order_by("-number").first()
    document = revision.document
    content = public_document(article, document)
    edition = Edition(
        article=article,
        number=last.number + 1 if last else 1,
        revision=revision,
        slug=content.metadata.slug,
        headline=content.headline[:500],
        standfirst=content.standfirst,
        source=content.metadata.source,
        significance=document.significance if article.editions.given().exists() else Significance.FIRST,
        note=content.note,
        contributors=_contributors(article, revision),
        approver=approval.by,
        approver_name=name_of(approval.by),
        approved_at=approval.at,
        four_eyes=settings.FOUR_EYES,
        text=canonical(content),
        revision_digest=revision.digest,
        previous_digest=last.digest if last else "",
        created_at=now,
        live_from=start,
    )
    edition.digest = edition.true_digest
    return edition


def _contributors(article: Article, revision: Revision) -> list[str]:
    """The names of all who corrected it, in the order they came to it."""
    authors = article.revisions.filter(number__lte=revision.number, author__isnull=False).order_by("number")
    return list(dict.fromkeys(name_of(each.author) for each in authors.select_related("author")))


def _end_earlier(article: Article, by: Any, start: datetime) -> None:
    """Whatever of the article is live at ``start`` ends there; what is due then or later is cancelled."""
    for edition in article.editions.scheduled().filter(live_from__gte=start).order_by("-live_from"):
        _cancel(article, by, edition)
    for edition in article.editions.readable(start).filter(
        models.Q(live_until__isnull=True) | models.Q(live_until__gt=start)
    ):
        _set_interval(edition, edition.live_from, start)


def _scheduled(article: Article, number: int) -> Edition:
    edition = article.editions.scheduled().filter(number=number).first()
    if edition is None:
        raise WrongMoment(f"Edition {number} of “{article}” is not scheduled any more.")
    return edition


def _before(edition: Edition) -> Edition | None:
    """The edition that ends where this one begins."""
    return Edition.objects.filter(
        article=edition.article_id, live_until=edition.live_from, live_from__lt=edition.live_from,
        withheld_at__isnull=True,
    ).first()  # fmt: skip


def _cancel(article: Article, by: Any, edition: Edition) -> None:
    before, until = _before(edition), edition.live_until
    _set_interval(edition, edition.live_from, edition.live_from)
    _close(before, until)
    _finish_others(edition)
    record(article, Action.CANCEL, by, edition=edition.number, subject_digest=edition.digest)


def _close(edition: Edition | None, until: datetime | None) -> None:
    if edition is not None:
        _set_interval(edition, edition.live_from, until)


def _set_interval(edition: Edition, start: datetime, until: datetime | None) -> None:
    """The edition and its rows in the reading index have this interval."""
    now = timezone.now()
    if start != edition.live_from and (edition.live_from <= now or start <= now):
        raise WrongMoment(f"Edition {edition.number} has been live since {_told(edition.live_from)}.")
    if edition.live_until is not None and edition.live_until <= now:
        raise WrongMoment(f"Edition {edition.number} ended at {_told(edition.live_until)}.")
    _move_edition(edition, live_from=start, live_until=until)


def _move_edition(edition: Edition, **columns: Any) -> None:
    Edition.objects.filter(pk=edition.pk).update(**columns)
    for name, value in columns.items():
        setattr(edition, name, value)
    with counted(edition):
        Published.objects.filter(edition=edition).update(
            live_from=edition.live_from, live_until=edition.live_until, withheld=edition.withheld_at is not None
        )


def _withdrawable(article: Article, number: int | None) -> list[Edition]:
    editions = article.editions.filter(withheld_at__isnull=True).order_by("-number")
    if number is not None:
        editions = editions.filter(number=number)
    found = [each for each in editions if not each.is_cancelled]
    if not found:
        what = "no edition is" if number is None else f"edition {number} is not"
        raise WrongMoment(f"Of “{article}” {what} public or scheduled, so there is nothing to withdraw.")
    return found


def _withhold(edition: Edition, now: datetime) -> None:
    if edition.live_from > now:
        before = _before(edition)
        _move_edition(edition, live_until=edition.live_from, withheld_at=now)
        if before is not None and before.live_until is not None and before.live_until > now:
            _close(before, None)
    elif edition.live_until is None or edition.live_until > now:
        _move_edition(edition, live_until=now, withheld_at=now)
    else:
        _move_edition(edition, withheld_at=now)
    search.remove(edition)


def _withdrew(article: Article) -> set[int | None]:
    last = article.acts.filter(action=Action.COUNTERSIGN.value).order_by("-number").first()
    open_acts = article.acts.filter(action=Action.WITHDRAW.value, number__gt=last.number if last else 0)
    return set(open_acts.values_list("by_id", flat=True))
