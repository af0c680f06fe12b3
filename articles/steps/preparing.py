"""All of an import that needs no database: a seed's bytes become a Document with its problems counted and its sketch.

Runs in the importer's own process or in others beside it; a Prepared travels between them.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.text import slugify

from articles.errors import BadSeed
from articles.models.keys import new_key
from articles.text.anchors import AnchorState, follow
from articles.text.checks.problem import Checked, CheckedTerm, Level, Problem
from articles.text.contract import fact_texts
from articles.text.document import Document, Fact, Metadata, Paragraph, canonical, in_order, parse
from articles.text.facts import suggest
from articles.text.facts.kinds import Suggestion, Suggestions, Values
from articles.text.likeness import Sketch, sketch
from articles.text.mending import mend
from articles.text.readiness import checked, machine_words, open_in
from articles.text.roles import FACT_ROLES, Role
from articles.text.scraping import NotAnArticle, scrape
from articles.text.scraping.blocks import Scraped
from articles.text.scraping.decoding import Decoded, Undecodable, decode
from articles.text.scraping.html import visible_text
from articles.text.scraping.kept import kept_texts

HTML = "text/html"
# How the reason of a Revision by Galley begins that holds nothing but its safe fixes.
SAFE_FIXES = "Safe fixes"


@dataclass(frozen=True, slots=True)
class Given:
    """A seed as it came. ``identity`` is its address if stated, else its path."""

    data: bytes
    identity: str
    encoding: str | None = None
    media_type: str = "text/plain"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A seed as read, nothing stored: its text and what was found in it."""

    decoded: Decoded
    scraped: Scraped
    suggestions: Suggestions


@dataclass(frozen=True, slots=True)
class MendedText:
    """The canonical text of a document with its safe fixes, and these by rule as its Revision's reason tells."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """``text`` is the canonical text of the machine's words; ``mended`` that with the safe fixes, if there are any.
    ``machine_problems`` are those of the former, the other counts those of the newest; all are None where the checks
    were left for later. ``sketch`` is None where the text is too short for one."""

    given: Given
    sha256: str
    decoded: Decoded
    text: str
    machine_problems: int | None
    open_problems: int | None
    blocking_problems: int | None
    sketch: Sketch | None
    mended: MendedText | None = None

    @property
    def document(self) -> Document:
        """The machine's words."""
        return parse(self.text)

    @property
    def newest(self) -> Document:
        """What the article says once it is stored."""
        return parse(self.newest_text)

    @property
    def newest_text(self) -> str:
        return self.mended.text if self.mended else self.text


def prepare(given: Given, terms: Sequence[CheckedTerm] = (), *, checks: bool = True) -> Prepared:
    """Everything about the seed that can be stored. Raises BadSeed with the reason where it is no article."""
    reading = read(given.data, given.encoding, given.media_type)
    document = document_of(reading, given.url)
    article = checked(document, reading.decoded.text, tuple(terms)) if checks else Checked(())
    as_it_came = open_in(article, document) if checks else None
    mended, found = _mended(document, article, as_it_came or ())
    return Prepared(
        given,
        sha256_of(given.data),
        reading.decoded,
        canonical(document),
        None if as_it_came is None else len(as_it_came),
        None if as_it_came is None else len(found),
        None if as_it_came is None else sum(each.level is Level.BLOCK for each in found),
        sketch(fact_texts(reading.scraped)),
        mended,
    )


def _mended(
    document: Document, article: Checked, found: tuple[Problem, ...]
) -> tuple[MendedText | None, tuple[Problem, ...]]:
    """How the document was mended, if anything was safe to mend, and the problems that are open then."""
    mended = mend(document, article, found)
    if not mended.fixes:
        return None, found
    new = _readdressed(document, mended.document)
    told = f"{SAFE_FIXES}: {mended.told}"
    reason = told if len(told) <= 300 else f"{told[:297].rpartition(',')[0]} …"
    return MendedText(canonical(new), reason), open_in(mended.article, new)


def _readdressed(old: Document, new: Document) -> Document:
    """The new document with the address its headline makes, unless somebody chose the old one's."""
    if old.headline == new.headline or old.metadata.slug != short_slug(old.headline):
        return new
    return replace(new, metadata=replace(new.metadata, slug=short_slug(new.headline)))


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
        kept = kept_texts(decoded.text) if media_type == HTML else ()
        if media_type == HTML:
            decoded = replace(decoded, text=visible_text(decoded.text))
        scraped = scrape(decoded.text, kept)
    except (Undecodable, NotAnArticle) as error:
        raise BadSeed(str(error)) from error
    return Reading(decoded, scraped, suggest(fact_texts(scraped), scraped.dated))


def document_of(reading: Reading, url: str = "") -> Document:
    """The first Document of an article: the machine's words and the importer's suggestions."""
    scraped = reading.scraped
    paragraphs = tuple(Paragraph(new_key(), each.role, each.text, each.spans, each.rule) for each in scraped.blocks)
    told = [each for each in paragraphs if each.role in FACT_ROLES]
    machine = [machine_words(each, reading.decoded.text) for each in told]
    found = (_fact(each, told[each.paragraph], machine[each.paragraph]) for each in reading.suggestions.facts)
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


def _fact(suggestion: Suggestion[Values], paragraph: Paragraph, machine: str) -> Fact:
    start, end = suggestion.start, suggestion.end
    quote = paragraph.text[start:end]
    printed = (start, end) if machine == paragraph.text else _printed(quote, start, end, paragraph.text, machine)
    return Fact(
        new_key(), paragraph.key, quote, start, end, suggestion.values, suggestion.values, *printed,
        rule=suggestion.rule, confidence=suggestion.confidence,
    )  # fmt: skip


def _printed(quote: str, start: int, end: int, text: str, machine: str) -> tuple[int | None, int | None]:
    """Where the quote stands in the machine's words, which the text repairs; nowhere where nothing is left of it."""
    anchor = follow(quote, start, end, text, machine)
    return (None, None) if anchor.state is AnchorState.LOST else (anchor.start, anchor.end)
