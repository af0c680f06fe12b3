"""Seeds become Articles with their Paragraphs and suggested facts, or are refused with a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from articles.errors import BadSeed
from articles.models import Act, Article, Revision, Seed, Stage
from articles.models.drafts import Plain, create_drafts, own_columns
from articles.models.rows import insert_models, insert_told

from .likening import liken
from .moving import head_of, locked, record
from .preparing import Given, Prepared, prepare, sha256_of
from .revising import glossary, revise
from .workflow import Action


class Outcome(StrEnum):
    CREATED = "created"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REREAD = "read anew"


@dataclass(frozen=True, slots=True)
class Imported:
    outcome: Outcome
    seed: Seed
    article: Article


def import_seed(
    data: bytes,
    identity: str,
    *,
    encoding: str | None = None,
    media_type: str = "text/plain",
    url: str = "",
    uploaded_by: Any = None,
) -> Imported:
    """The bytes are a Seed with its Article, once: the same bytes again change nothing.

    Other bytes under a known identity flag that article as “source changed”; known bytes with another ``encoding``
    are read anew unless somebody has saved the article. Raises BadSeed, and then nothing is stored.
    """
    known = Seed.objects.known(sha256_of(data))
    if known is not None and encoding in (None, known.encoding):
        return _known(known)
    return _store_one(prepare(Given(data, identity, encoding, media_type, url), glossary()), uploaded_by)


def store(batch: Sequence[Prepared], uploaded_by: Any = None) -> list[Imported | BadSeed]:
    """What became of each, in order; those that are new in one transaction of a few statements."""
    created = _create_new(batch, uploaded_by)
    return [created.pop(each.sha256, None) or _stored_or_refused(each, uploaded_by) for each in batch]


def known_articles(digests: Sequence[str]) -> dict[str, int]:
    """SHA-256 of bytes that are here already → their article."""
    return dict(Article.objects.filter(seed__sha256__in=digests).values_list("seed__sha256", "pk"))


def foreseen(data: bytes, identity: str, encoding: str | None = None) -> Outcome:
    """What ``import_seed`` would do with readable bytes; nothing is stored."""
    known = Seed.objects.known(sha256_of(data))
    if known is None:
        return Outcome.CHANGED if _of_identity(identity) else Outcome.CREATED
    return Outcome.UNCHANGED if encoding in (None, known.encoding) else Outcome.REREAD


def _stored_or_refused(prepared: Prepared, uploaded_by: Any) -> Imported | BadSeed:
    try:
        return _store_one(prepared, uploaded_by)
    except BadSeed as refusal:
        return refusal
    except (DataError, IntegrityError) as error:
        return BadSeed(f"The database does not take it: {error}. Please report it with the file.")


def _store_one(prepared: Prepared, uploaded_by: Any) -> Imported:
    known = Seed.objects.known(prepared.sha256)
    if known is None:
        try:
            return _store_new(prepared, uploaded_by)
        except IntegrityError:
            # Another importer stored the same bytes between our look and our writing.
            known = Seed.objects.known(prepared.sha256)
            if known is None:
                raise
    same = prepared.given.encoding is None or prepared.decoded.encoding == known.encoding
    return _known(known) if same else _read_anew(known, prepared)


def _store_new(prepared: Prepared, uploaded_by: Any) -> Imported:
    if _of_identity(prepared.given.identity) is not None:
        return _flag(prepared, uploaded_by)
    return _create([prepared], uploaded_by)[0]


def _create_new(batch: Sequence[Prepared], uploaded_by: Any) -> dict[str, Imported]:
    """Those nobody knows yet, by the digest of their bytes; none where another importer was at the same ones."""
    known = set(Seed.objects.filter(sha256__in=[each.sha256 for each in batch]).values_list("sha256", flat=True))
    taken = set(
        Seed.objects.filter(identity__in=[each.given.identity for each in batch]).values_list("identity", flat=True)
    )
    fresh = []
    for each in batch:
        if each.sha256 not in known and each.given.identity not in taken:
            known.add(each.sha256)
            taken.add(each.given.identity)
            fresh.append(each)
    try:
        return {each.seed.sha256: each for each in _create(fresh, uploaded_by)}
    except IntegrityError:
        return {}


@transaction.atomic
def _create(batch: Sequence[Prepared], uploaded_by: Any) -> list[Imported]:
    """Seeds, Articles, their rows, first Revisions and Acts, in a few statements for all."""
    if not batch:
        return []
    now = timezone.now()
    seeds = [_seed(each, uploaded_by) for each in batch]
    insert_told(seeds, "sha256")
    plain = [msgspec.json.decode(each.newest_text) for each in batch]
    articles = [_article(*each, now) for each in zip(seeds, batch, plain, strict=True)]
    insert_told(articles, "seed_id")
    create_drafts(list(zip(articles, plain, strict=True)))
    revisions = [each for pair in zip(articles, batch, strict=True) for each in _revisions(*pair, now)]
    insert_models(revisions)
    insert_models([_imported(each, uploaded_by, now) for each in revisions if each.number == 1])
    liken([(article, each.sketch) for article, each in zip(articles, batch, strict=True)])
    return [Imported(Outcome.CREATED, *each) for each in zip(seeds, articles, strict=True)]


def _seed(prepared: Prepared, uploaded_by: Any) -> Seed:
    given, decoded = prepared.given, prepared.decoded
    return Seed(
        identity=given.identity[:500], sha256=prepared.sha256, data=given.data, media_type=given.media_type,
        encoding=decoded.encoding, bom=decoded.bom, text=decoded.text, uploaded_by=uploaded_by,
    )  # fmt: skip


def _article(seed: Seed, prepared: Prepared, plain: Plain, now: datetime) -> Article:
    return Article(
        seed=seed, head=2 if prepared.mended else 1, created_at=now, changed_at=now,
        machine_problems=prepared.machine_problems, open_problems=prepared.open_problems,
        blocking_problems=prepared.blocking_problems, **own_columns(plain),
    )  # fmt: skip


def _revisions(article: Article, prepared: Prepared, now: datetime) -> Iterator[Revision]:
    """The machine's words; then Galley's safe fixes of them, if there are any."""
    first = _revision(article, 1, "Imported", prepared.text, now)
    yield first
    if prepared.mended:
        yield _revision(article, 2, prepared.mended.reason, prepared.mended.text, now, first.digest)


def _revision(article: Article, number: int, reason: str, text: str, now: datetime, parent: str = "") -> Revision:
    revision = Revision(article_id=article.pk, number=number, reason=reason, at=now, parent_digest=parent, text=text)
    revision.digest = revision.true_digest
    return revision


def _imported(revision: Revision, uploaded_by: Any, now: datetime) -> Act:
    act = Act(
        article_id=revision.article_id, number=1, action=Action.IMPORT.value, by_id=uploaded_by and uploaded_by.pk,
        at=now, revision=1, subject_digest=revision.digest,
    )  # fmt: skip
    act.digest = act.true_digest
    return act


def _known(seed: Seed) -> Imported:
    article = Article.objects.filter(seed=seed).first() or _of_identity(seed.identity)
    if article is None:
        raise BadSeed(f"Its bytes are known as {seed.identity}, which has no article. Tell your administrator.")
    return Imported(Outcome.UNCHANGED, seed, article)


def _of_identity(identity: str) -> Article | None:
    return Article.objects.filter(seed__identity=identity[:500]).order_by("pk").first()


@transaction.atomic
def _flag(prepared: Prepared, uploaded_by: Any) -> Imported:
    """Other bytes of a known source: kept as a Seed, its article flagged, no word of the article touched."""
    seed = _seed(prepared, uploaded_by)
    seed.save(force_insert=True)
    known = _of_identity(seed.identity)
    if known is None:
        raise BadSeed(f"{seed.identity} has no article any more. Import it again.")
    article = locked(known)
    Article.objects.filter(pk=article.pk).update(newer_seed=seed)
    record(article, Action.IMPORT, uploaded_by, reason="source changed", subject_digest=seed.sha256)
    article.newer_seed = seed
    return Imported(Outcome.CHANGED, seed, article)


@transaction.atomic
def _read_anew(seed: Seed, prepared: Prepared) -> Imported:
    """The seed's text in its new encoding, and the article made of it, as long as no person has saved it."""
    article = locked(Article.objects.get(seed=seed))
    if article.revisions.filter(author__isnull=False).exists():
        raise BadSeed("Somebody has corrected its article already, so it keeps the encoding it was read with.")
    decoded = prepared.decoded
    Seed.objects.filter(pk=seed.pk).update(encoding=decoded.encoding, bom=decoded.bom, text=decoded.text)
    seed.refresh_from_db()
    article.seed = seed
    told = f"read as {seed.encoding}"
    old = head_of(article).document
    revision = revise(article, prepared.document, old, by=None, reason=told.capitalize(), stage=Stage.IMPORTED)
    record(article, Action.IMPORT, None, revision=revision, reason=told)
    if prepared.mended:
        reason = prepared.mended.reason
        revise(article, prepared.newest, prepared.document, by=None, reason=reason, stage=Stage.IMPORTED)
    return Imported(Outcome.REREAD, seed, article)
