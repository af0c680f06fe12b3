"""A court orders that words be gone: one colleague asks for it, another confirms, and they are blanked for good.

Blanked are, for a withheld edition: its text, headline, standfirst, note, source and address; the Revision it was made
of; the Revisions that led to it since the edition before, and those that came after it until the next edition (an
edition that was cancelled or is itself redacted does not count as one, and those cancelled are blanked with them); its
rows in the reading index, its page, its entry in the search and what the correction memory learnt from it; the
article's notes, unsaved typing and what readers
reported about it. Where the newest Revision is among them, the article's own rows are blanked too. It is not where it
was saved after the withdrawal: that is the newsroom's own remedy. ``seed`` blanks the seed's bytes and text, and those
of every later version of the same source.

Left are numbers, digests, names, times, reasons and the log. NOT blanked are: the article's other editions (each shows
machine words beside its own: withdraw and redact those too where they hold the words), other articles, the seed unless
it is asked for, names of people, organizations and themes, reasons given in the log; nor exports and backups made
before. A database keeps what it overwrote until it is compacted: see docs/operating.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from articles import search
from articles.errors import NotAllowed, WrongMoment
from articles.models import Act, Article, Edition, Note, ReaderReport, Revision, Seed, Stage, WorkingCopy
from articles.models.blanks import BLANK, is_blank
from articles.models.drafts import METADATA, write_draft
from articles.text.document import Document

from .moving import given, head_of, locked, move, record
from .publishing import derive
from .remembering import forget
from .workflow import Action, may

GONE = "(redacted)"
WITH_SEED = "with its seed"


@dataclass(frozen=True, slots=True)
class Redacted:
    """How many rows of each are blank now."""

    editions: int
    revisions: int
    seeds: int
    draft: bool


@transaction.atomic
def request(article: Article | int, by: Any, number: int, reason: str, *, seed: bool = False) -> Act:
    """That the withheld edition's words go for good (with ``seed`` the seed's too) is somebody else's to confirm."""
    article = locked(article)
    _require_permission(by)
    edition = _withheld(article, number)
    if asked := _open_request(article, number):
        raise WrongMoment(f"{asked.by} has asked for it already. Somebody else must confirm it.")
    return record(
        article, Action.REDACTION_REQUESTED, by, edition=number, subject_digest=edition.digest,
        category=WITH_SEED if seed else "", reason=given(reason, "reason"),
    )  # fmt: skip


@transaction.atomic
def confirm(article: Article | int, by: Any, number: int) -> Redacted:
    """The words of the edition, and of whatever else holds them, are gone for good; an Act tells of each row."""
    article = locked(article)
    _require_permission(by)
    edition = _withheld(article, number)
    asked = _open_request(article, number)
    if asked is None:
        raise WrongMoment(f"Nobody has asked that edition {number} of “{article}” be redacted. Ask first.")
    if asked.by_id == by.pk:
        raise NotAllowed("You asked for it, so somebody else must confirm it.")
    revisions = _holding(article, edition)
    editions = [edition, *_cancelled_with(edition, revisions)]
    seeds = list(Seed.objects.filter(identity=article.seed.identity)) if asked.category == WITH_SEED else []
    head = head_of(article)
    for each in editions:
        forget(each)
        search.remove(each)
    for row in (*editions, *revisions, *seeds):
        _blank(article, row, by, asked)
    if draft := head in revisions:
        _blank_draft(article, head)
    _blank_beside(article, editions)
    for each in article.editions.all():
        derive(each)
    return Redacted(len(editions), len(revisions), len(seeds), draft)


def redacted(acts: Iterable[Act]) -> frozenset[str]:
    """The digests of the rows that these Acts say are blank."""
    redact = Action.REDACT.value
    return frozenset(act.subject_digest for act in acts if act.action == redact)


def unconfirmed(acts: Iterable[Act]) -> Iterator[int | None]:
    """The numbers of editions that were redacted without a second person's request."""
    asked: dict[int | None, int | None] = {}
    request, redact = Action.REDACTION_REQUESTED.value, Action.REDACT.value
    for act in acts:
        if act.action == request:
            asked[act.edition] = act.by_id
        elif act.action == redact and asked.get(act.edition, act.by_id) == act.by_id:
            yield act.edition


def _require_permission(by: Any) -> None:
    if not may(by, Action.WITHDRAW):
        raise NotAllowed(f"{by} may not withdraw articles, so not redact them either.")


def _withheld(article: Article, number: int) -> Edition:
    edition = article.editions.filter(number=number).first()
    if edition is None:
        raise WrongMoment(f"“{article}” has no edition {number}.")
    if edition.withheld_at is None:
        raise WrongMoment(f"Edition {number} of “{article}” is not withdrawn. Withdraw it first.")
    if is_blank(edition):
        raise WrongMoment(f"Edition {number} of article {article.pk} is redacted already.")
    return edition


def _open_request(article: Article, number: int) -> Act | None:
    asked = article.acts.filter(action=Action.REDACTION_REQUESTED.value, edition=number)
    return asked.order_by("-number").first()


def _holding(article: Article, edition: Edition) -> list[Revision]:
    """The Revisions between the editions that are kept, but for one that the newsroom saved after the withdrawal."""
    own = edition.revision.number
    kept = [each.revision.number for each in _kept(article, edition)]
    after = min((number for number in kept if number > own), default=article.head + 1)
    before = max((number for number in kept if number < own), default=0)
    between = article.revisions.filter(number__gt=before, number__lt=after)
    return [each for each in between if not is_blank(each) and not _remedy(article, edition, each)]


def _kept(article: Article, edition: Edition) -> list[Edition]:
    others = article.editions.exclude(pk=edition.pk).select_related("revision")
    return [each for each in others if not each.is_cancelled and not is_blank(each)]


def _remedy(article: Article, edition: Edition, revision: Revision) -> bool:
    return revision.number == article.head and revision.at > edition.withheld_at


def _cancelled_with(edition: Edition, revisions: list[Revision]) -> list[Edition]:
    others = Edition.objects.filter(revision__in=revisions).exclude(pk=edition.pk)
    return [each for each in others if not is_blank(each)]


def _blank(article: Article, row: Edition | Revision | Seed, by: Any, asked: Act) -> None:
    """The Act first: without it the guards let nothing through."""
    record(
        article, Action.REDACT, by, edition=asked.edition, revision=row if isinstance(row, Revision) else None,
        subject_digest=row.sha256 if isinstance(row, Seed) else row.digest, category=row._meta.model_name,
        reason=asked.reason,
    )  # fmt: skip
    type(row)._default_manager.filter(pk=row.pk).update(**BLANK[type(row)])


def _blank_draft(article: Article, head: Revision) -> None:
    """The article's rows hold nothing, as its newest Revision does; whoever opens it brings back an older one."""
    write_draft(article, Document(), head.document)
    names = (*METADATA, "headline", "significance", "note")
    move(
        article, Stage.CORRECTING, open_problems=None, blocking_problems=None,
        **{name: getattr(article, name) for name in names},
    )  # fmt: skip


def _blank_beside(article: Article, editions: list[Edition]) -> None:
    """What people wrote about the words, and often quoted."""
    Note.objects.filter(article=article).update(text=GONE, proposed="")
    WorkingCopy.objects.filter(article=article).delete()
    ReaderReport.objects.filter(edition__in=editions).update(text=GONE)
    ReaderReport.objects.filter(edition__in=editions).exclude(answer="").update(answer=GONE)
