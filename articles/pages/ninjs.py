"""An edition as IPTC ninjs 3.1, the form in which newsrooms exchange news as JSON."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from articles.models import Edition, Rights
from articles.text.document import Named, PublicDocument
from articles.text.roles import Role

from .article import original_address
from .credit import source_type

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "https://iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
# A tag names its house by a year in which the host was the house's.
SINCE = 2026
_HEADS = frozenset({Role.HEADLINE, Role.STANDFIRST})
_ORGANIZATION_KEYS = ("organization_key", "giver_key")


def ninjs(edition: Edition, first: datetime) -> dict[str, Any]:
    """The edition as readers see it. ``first`` is when they first saw the article.

    ``uri`` is the article's and stays from edition to edition, ``version`` counts editions. What is not known is left
    out. Our facts have no place in the standard and are not in it.
    """
    document = edition.document
    told = {
        "standard": STANDARD,
        "uri": _uri(edition),
        "type": "text",
        "representationType": "full",
        "version": str(edition.number),
        "firstCreated": first.isoformat(),
        "versionCreated": edition.live_from.isoformat(),
        "pubStatus": "usable",
        "language": "en",
        "slugline": edition.slug,
        "edNote": edition.note,
        "by": document.metadata.byline,
        "located": document.metadata.dateline,
        **_words(document),
        **_named(document),
        "digitalSourceType": _source_type(source_type(document)),
        "infoSources": _sources(document),
        "usageTerms": _rights(document),
        "altIds": [{"role": "edition", "value": edition.key}, {"role": "sha256", "value": edition.digest}],
    }
    return {name: value for name, value in told.items() if value}


def canceled(edition: Edition, reason: str) -> dict[str, Any]:
    """The edition once it was withdrawn: the same name and version, and in place of its words the public notice."""
    notice = f"This article was withdrawn on {edition.withheld_at:%-d %B %Y}. The newsroom gives this reason: {reason}"
    return {
        "standard": STANDARD,
        "uri": _uri(edition),
        "type": "text",
        "representationType": "full",
        "version": str(edition.number),
        "versionCreated": edition.withheld_at.isoformat(),
        "pubStatus": "canceled",
        "language": "en",
        "edNote": reason,
        "bodies": [
            {**each, "charCount": len(notice), "wordCount": len(notice.split())} for each in _plain_text("main", notice)
        ],
    }


def _uri(edition: Edition) -> str:
    """A tag URI (RFC 4151), which names the article, is no address and never changes."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"tag:{host},{SINCE}:articles/{edition.article_id}"


def _words(document: PublicDocument) -> dict[str, Any]:
    body = "\n\n".join(each.text for each in document.paragraphs if each.role not in _HEADS)
    return {
        "headlines": _plain_text("main", document.headline),
        "descriptions": _plain_text("summary", document.standfirst),
        "bodies": [
            {**each, "charCount": len(body), "wordCount": len(body.split())} for each in _plain_text("main", body)
        ],
    }


def _plain_text(role: str, words: str) -> list[dict[str, Any]]:
    return [{"role": role, "contentType": "text/plain", "value": words}] if words else []


def _named(document: PublicDocument) -> dict[str, Any]:
    organizations = {getattr(fact.values, name, "") for fact in document.facts for name in _ORGANIZATION_KEYS}
    return {
        "people": [_literal(each) for each in document.names if each.key not in organizations],
        "organisations": [_literal(each) for each in document.names if each.key in organizations],
        "subjects": [{**_literal(each), "rel": "about"} for each in document.themes],
    }


def _literal(named: Named) -> dict[str, str]:
    return {"name": named.name, "literal": named.key}


def _sources(document: PublicDocument) -> list[dict[str, str]]:
    source, url = document.metadata.source, original_address(document)
    told = {"name": source, "uri": url, "role": "original"}
    return [{name: value for name, value in told.items() if value}] if source or url else []


def _source_type(term: str) -> dict[str, str]:
    return {"uri": f"http://cv.iptc.org/newscodes/digitalsourcetype/{term}"} if term else {}


def _rights(document: PublicDocument) -> str:
    said = (Rights(document.metadata.rights).label, document.metadata.rights_basis)
    return ": ".join(filter(None, said)) if document.metadata.rights != Rights.UNKNOWN else ""
