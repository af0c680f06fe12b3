"""A seed's bytes become a Seed, an Article, its Paragraphs and suggested facts, or are refused with a sentence."""

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.errors import BadSeed
from articles.models import Article, Seed, Stage
from articles.models.keys import new_key
from articles.text.anchors import AnchorState, follow
from articles.text.document import Document, Fact, Metadata, Paragraph, in_order
from articles.text.facts import suggest
from articles.text.facts.kinds import Suggestion, Suggestions
from articles.text.readiness import machine_words
from articles.text.roles import FACT_ROLES, Role
from articles.text.scraping import NotAnArticle, scrape
from articles.text.scraping.blocks import Scraped
from articles.text.scraping.decoding import Decoded, Undecodable, decode
from articles.text.scraping.html import visible_text

from .moving import head_of, locked, record
from .revising import revise
from .workflow import Action

HTML = "text/html"


class Outcome(StrEnum):
    CREATED = "created"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REREAD = "read anew"


@dataclass(frozen=True, slots=True)
class Reading:
    """A seed as read, nothing stored: its text and what was found in it."""

    decoded: Decoded
    scraped: Scraped
    suggestions: Suggestions


@dataclass(frozen=True, slots=True)
class Imported:
    outcome: Outcome
    seed: Seed
    article: Article


def require_size(size: int) -> None:
    """Raises BadSeed where this many bytes are too many for one article."""
    if size > settings.SEED_MAX_BYTES:
        raise BadSeed(
            f"It has {size:,} bytes; the most an article may have is {settings.SEED_MAX_BYTES:,}. Is it one article?"
        )


def read(data: bytes, encoding: str | None = None, media_type: str = "text/plain") -> Reading:
    """What a seed's bytes say. Raises BadSeed with the reason where they are no article that can be read."""
    require_size(len(data))
    try:
        decoded = decode(data, encoding)
        if media_type == HTML:
            decoded = replace(decoded, text=visible_text(decoded.text))
        scraped = scrape(decoded.text)
    except (Undecodable, NotAnArticle) as error:
        raise BadSeed(str(error)) from error
    return Reading(decoded, scraped, suggest(fact_texts(scraped), scraped.dated))


def fact_texts(scraped: Scraped) -> list[str]:
    """The texts in which facts are looked for, in order."""
    return [each.text for each in scraped.blocks if each.role in FACT_ROLES]


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
    sha256 = hashlib.sha256(data).hexdigest()
    known = Seed.objects.known(sha256)
    if known is not None and (encoding is None or encoding == known.encoding):
        return _known(known)
    reading = read(data, encoding, media_type)
    if known is not None:
        return _known(known) if reading.decoded.encoding == known.encoding else _read_anew(known, reading)
    seed = Seed(
        identity=identity[:500], sha256=sha256, data=data, media_type=media_type, encoding=reading.decoded.encoding,
        bom=reading.decoded.bom, text=reading.decoded.text, uploaded_by=uploaded_by,
    )  # fmt: skip
    try:
        return _store(seed, reading, url)
    except IntegrityError:
        # Another importer stored the same bytes between our look and our writing.
        known = Seed.objects.known(sha256)
        if known is None:
            raise
        return _known(known)


def foreseen(data: bytes, identity: str, encoding: str | None = None) -> Outcome:
    """What ``import_seed`` would do with readable bytes; nothing is stored."""
    known = Seed.objects.known(hashlib.sha256(data).hexdigest())
    if known is None:
        return Outcome.CHANGED if _of_identity(identity) else Outcome.CREATED
    return Outcome.UNCHANGED if encoding in (None, known.encoding) else Outcome.REREAD


def document_of(reading: Reading, url: str = "") -> Document:
    """The first Document of an article: the machine's words and the importer's suggestions."""
    scraped = reading.scraped
    paragraphs = tuple(Paragraph(new_key(), each.role, each.text, each.spans, each.rule) for each in scraped.blocks)
    told = [each for each in paragraphs if each.role in FACT_ROLES]
    found = (_fact(each, told[each.paragraph], reading.decoded.text) for each in reading.suggestions.facts)
    facts = in_order(found, paragraphs)
    headline = next((each.text for each in paragraphs if each.role is Role.HEADLINE), "")
    metadata = Metadata(
        slug=short_slug(headline), headline_cut=scraped.headline_cut, source=scraped.source[:300],
        byline=scraped.byline[:300], dateline=scraped.dateline[:300], dated=scraped.dated, url=url[:500],
    )  # fmt: skip
    return Document(metadata, paragraphs, facts)


def short_slug(headline: str) -> str:
    """The headline's words for an address, at most 80 characters, no word cut."""
    slug = slugify(headline, allow_unicode=True)
    return slug if len(slug) <= 80 else slug[:81].rpartition("-")[0] or slug[:80]


def _fact(suggestion: Suggestion, paragraph: Paragraph, seed_text: str) -> Fact:
    start, end = suggestion.start, suggestion.end
    quote = paragraph.text[start:end]
    printed = follow(quote, start, end, paragraph.text, machine_words(paragraph, seed_text))
    lost = printed.state is AnchorState.LOST
    return Fact(
        new_key(), paragraph.key, quote, start, end, suggestion.values, suggestion.values,
        machine_start=None if lost else printed.start, machine_end=None if lost else printed.end,
        rule=suggestion.rule, confidence=suggestion.confidence,
    )  # fmt: skip


def _known(seed: Seed) -> Imported:
    article = Article.objects.filter(seed=seed).first() or _of_identity(seed.identity)
    if article is None:
        raise BadSeed(f"Its bytes are known as {seed.identity}, which has no article. Tell your administrator.")
    return Imported(Outcome.UNCHANGED, seed, article)


def _of_identity(identity: str) -> Article | None:
    return Article.objects.filter(seed__identity=identity).order_by("pk").first()


@transaction.atomic
def _store(seed: Seed, reading: Reading, url: str) -> Imported:
    seed.save(force_insert=True)
    article = _of_identity(seed.identity)
    if article is not None:
        Article.objects.filter(pk=article.pk).update(newer_seed=seed)
        record(locked(article), Action.IMPORT, seed.uploaded_by, reason="source changed", subject_digest=seed.sha256)
        return Imported(Outcome.CHANGED, seed, locked(article))
    article = Article.objects.create(seed=seed)
    revision = revise(article, document_of(reading, url), Document(), by=None, reason="Imported", stage=Stage.IMPORTED)
    record(article, Action.IMPORT, seed.uploaded_by, revision=revision)
    return Imported(Outcome.CREATED, seed, article)


@transaction.atomic
def _read_anew(seed: Seed, reading: Reading) -> Imported:
    """The seed's text in its new encoding, and the article made of it, as long as no person has saved it."""
    article = locked(Article.objects.get(seed=seed))
    if article.revisions.filter(author__isnull=False).exists():
        raise BadSeed("Somebody has corrected its article already, so it keeps the encoding it was read with.")
    Seed.objects.filter(pk=seed.pk).update(
        encoding=reading.decoded.encoding, bom=reading.decoded.bom, text=reading.decoded.text
    )
    seed.refresh_from_db()
    article.seed = seed
    old = head_of(article).document
    new = document_of(reading, article.url)
    revision = revise(
        article, new, old, by=None, reason=f"Read as {seed.encoding}", stage=Stage.IMPORTED, at=timezone.now()
    )
    record(article, Action.IMPORT, None, revision=revision, reason=f"read as {seed.encoding}")
    return Imported(Outcome.REREAD, seed, article)
