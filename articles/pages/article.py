"""An edition's page, rendered once: it holds what the edition says. What moves is left to the door."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.encoding import iri_to_uri, uri_to_iri

from articles.models import Edition, Rights
from articles.text.document import PublicDocument, PublicParagraph, keys_of
from articles.text.roles import Role

from .credit import how_made, language_name, share_in_words
from .facts import Line, lines
from .linked_data import description, news_article
from .marks import Mark, Piece, marks, pieces
from .names import addresses
from .past import past
from .wording import date_in_words
from .writing import written

# Where the door puts what has become of an edition since.
STANDING = "<!-- standing -->"
# A page is kept for ever, and the templates' indents are a thirteenth of it.
_INDENTED = re.compile("\n[\n ]+")


@dataclass(frozen=True, slots=True)
class Note:
    """A fact as it is explained beside its paragraph. ``placed`` where its words are marked in the text."""

    mark: Mark
    lines: tuple[Line, ...]
    placed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as a reader sees it. ``machine`` is empty where no machine wrote it."""

    key: str
    role: Role
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    machine: str
    unchanged: bool


def render(edition: Edition) -> str:
    """The page's HTML."""
    document = edition.document
    before = past(edition)
    original = original_address(document)
    html = written(
        "articles/article.html",
        {
            **_said(document),
            "edition": edition,
            "past": before,
            "whole_address": settings.SITE_URL + reverse("articles:article", args=[edition.address]),
            "address": settings.SITE_URL + uri_to_iri(edition.get_absolute_url()),
            "made": how_made(edition, document),
            "linked_data": news_article(edition, document, before, original),
        },
    )
    return _INDENTED.sub("\n", html)


def render_document(document: PublicDocument, *, standing: str) -> str:
    """The page as it would be, under a banner that says what it is: ``Preview: not approved``."""
    return written("articles/article.html", {**_said(document), "edition": None, "standing": standing})


def etag(html: str) -> str:
    """SHA-256 of the HTML, in hexadecimal."""
    return hashlib.sha256(html.encode()).hexdigest()


def original_address(document: PublicDocument) -> str:
    """The original's address as it is written in a page, if a reader can follow it without harm."""
    url = document.metadata.url
    try:
        return iri_to_uri(url) if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _template_version() -> str:
    """A digest of everything a finished page is made with, so that no change of it can be forgotten."""
    here = Path(__file__).parent
    templates = here.parent / "templates" / "articles"
    sources = [
        *sorted(here.glob("*.py")),
        *(templates / name for name in ("base.html", "article.html")),
        *sorted(templates.glob("_*.html")),
        here.parent / "static" / "articles" / "readers.css",
    ]
    whole = hashlib.sha256(f"{settings.SITE_NAME}\n{settings.SITE_URL}".encode())
    for path in sources:
        whole.update(path.read_bytes())
    return whole.hexdigest()


TEMPLATE_VERSION = _template_version()


def _said(document: PublicDocument) -> dict[str, Any]:
    headline, standfirst, *text = _parts(document)
    return {
        "document": document,
        "headline": headline,
        "standfirst": standfirst,
        "text": text,
        "description": description(document),
        "dated": date_in_words(document.metadata.dated),
        "language": language_name(document.metadata.language),
        "original": original_address(document),
        "rights": Rights(document.metadata.rights).label,
        "changed": share_in_words(document.paragraphs),
        "facts": len(document.facts),
    }


def _parts(document: PublicDocument) -> list[Shown | None]:
    """The headline, the standfirst, then every other paragraph in its order; the first two may be missing."""
    shown = list(_shown(document))
    head = next((each for each in shown if each.role is Role.HEADLINE), None)
    stand = next((each for each in shown if each.role is Role.STANDFIRST), None)
    return [head, stand, *(each for each in shown if each is not head and each is not stand)]


def _shown(document: PublicDocument) -> Iterator[Shown]:
    urls, number = addresses(key for fact in document.facts for key in keys_of(fact.values)), 1
    for paragraph in document.paragraphs:
        marked = marks([fact for fact in document.facts if fact.paragraph == paragraph.key], number)
        number += len(marked)
        yield _paragraph(paragraph, marked, document, urls)


def _paragraph(
    paragraph: PublicParagraph, marked: tuple[Mark, ...], document: PublicDocument, urls: Mapping[str, str]
) -> Shown:
    cut = pieces(paragraph.text, marked)
    placed = {mark for piece in cut for mark in piece.begins}
    return Shown(
        key=paragraph.key,
        role=paragraph.role,
        pieces=cut,
        notes=tuple(
            Note(mark, lines(mark.fact.values, document.name_of, lambda key: urls.get(key, "")), mark in placed)
            for mark in marked
        ),
        machine=paragraph.machine,
        unchanged=paragraph.machine == paragraph.text,
    )
