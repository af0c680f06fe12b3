"""What machines that read pages are told: a schema.org NewsArticle."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.models import Edition
from articles.text.document import PublicDocument, Significance

from .wording import shortened

# Inside a script element these could end it or open a comment; in JSON their escapes are the same characters.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def news_article(edition: Edition, document: PublicDocument, first_published: datetime, original: str) -> SafeString:
    """JSON-LD, safe inside a script element. Addresses are relative to the page's own."""
    known = {name: value for name, value in _said(edition, document, first_published, original).items() if value}
    text = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **known}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308 - every character that could end the element is escaped


def description(document: PublicDocument) -> str:
    """The standfirst, else the beginning of the text, in at most 200 characters."""
    opening = next((each.text for each in document.paragraphs if each.text != document.headline), "")
    return shortened(document.standfirst or opening, 200)


def _said(edition: Edition, document: PublicDocument, first_published: datetime, original: str) -> dict[str, Any]:
    metadata = document.metadata
    return {
        "mainEntityOfPage": reverse("articles:article", args=[edition.address]),
        "url": reverse("articles:article", args=[edition.address]),
        "headline": document.headline,
        "description": description(document),
        "inLanguage": "en",
        "datePublished": first_published.isoformat(),
        "dateModified": edition.live_from.isoformat(),
        "version": edition.number,
        "author": {"@type": "Person", "name": metadata.byline} if metadata.byline else None,
        "editor": [{"@type": "Person", "name": name} for name in edition.contributors],
        "sourceOrganization": {"@type": "Organization", "name": metadata.source} if metadata.source else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, **_policies()},
        "keywords": [theme.name for theme in document.themes],
        "isBasedOn": original,
        "isAccessibleForFree": True,
        "correction": _correction(edition),
    }


def _policies() -> dict[str, str]:
    policy = reverse("articles:how-we-edit")
    return {"publishingPrinciples": policy, "correctionsPolicy": f"{policy}#corrections"}


def _correction(edition: Edition) -> dict[str, str] | None:
    if edition.significance not in {Significance.CORRECTION, Significance.CLARIFICATION} or not edition.note:
        return None
    return {"@type": "CorrectionComment", "text": edition.note, "datePublished": edition.live_from.isoformat()}
