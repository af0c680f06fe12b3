"""What machines that read pages are told: a schema.org NewsArticle, and the facts it states.

A claim is told as a Claim and never as a ClaimReview: that somebody says so is recorded, not judged.
"""

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.models import Edition
from articles.text.document import PublicDocument

from .credit import how_made, source_type
from .linked_facts import DATED, mentions
from .past import Amendment, Past
from .wording import shortened

# Inside a script element these could end it or open a comment; in JSON their escapes are the same characters.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def news_article(edition: Edition, document: PublicDocument, past: Past, original: str) -> SafeString:
    """JSON-LD, safe inside a script element. Every address is whole, as crawlers want it."""
    known = {name: value for name, value in _said(edition, document, past, original).items() if value}
    text = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **known}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308 - every character that could end the element is escaped


def description(document: PublicDocument) -> str:
    """The standfirst, else the beginning of the text, in at most 200 characters."""
    opening = next((each.text for each in document.paragraphs if each.text != document.headline), "")
    return shortened(document.standfirst or opening, 200)


def _said(edition: Edition, document: PublicDocument, past: Past, original: str) -> dict[str, Any]:
    here, metadata = whole(reverse("articles:article", args=[edition.address])), document.metadata
    facts = mentions(document, here)
    return {
        "@id": here,
        "url": here,
        "mainEntityOfPage": here,
        "identifier": edition.key,
        "headline": document.headline,
        "description": description(document),
        "inLanguage": "en",
        "dateCreated": metadata.dated if DATED.fullmatch(metadata.dated) else "",
        "datePublished": past.first.isoformat(),
        "dateModified": past.changed.isoformat(),
        "sdDatePublished": edition.live_from.isoformat(),
        "version": edition.number,
        "creativeWorkStatus": "Published",
        "wordCount": sum(len(each.text.split()) for each in document.paragraphs),
        "dateline": metadata.dateline,
        "author": {"@type": "Person", "name": metadata.byline} if metadata.byline else None,
        "editor": [{"@type": "Person", "name": name} for name in edition.contributors],
        "accountablePerson": {"@type": "Person", "name": edition.approver_name},
        "creditText": how_made(edition, document),
        "digitalSourceType": _source_type(source_type(document)),
        "sourceOrganization": {"@type": "Organization", "name": metadata.source} if metadata.source else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, "url": whole("/"), **_policies()},
        "articleSection": [theme.name for theme in document.themes[:1]],
        "keywords": [theme.name for theme in document.themes],
        "isBasedOn": original,
        "translationOfWork": _original(metadata.language, original),
        "interpretedAsClaim": [{"@id": each["@id"]} for each in facts if each["@type"] == "Claim"],
        "mentions": facts,
        "isAccessibleForFree": True,
        "archivedAt": whole(edition.get_absolute_url()),
        "correction": _one_or_all([_correction(each) for each in past.amendments if each.corrects]),
    }


def whole(path: str) -> str:
    """The address with the site's own before it."""
    return settings.SITE_URL + path


def _original(language: str, address: str) -> dict[str, str] | None:
    if not language:
        return None
    return {"@type": "CreativeWork", "inLanguage": language, **({"url": address} if address else {})}


def _source_type(term: str) -> str:
    """The IPTC's term in the words of schema.org."""
    return f"https://schema.org/{term[:1].upper()}{term[1:]}DigitalSource" if term else ""


def _policies() -> dict[str, str]:
    policy = whole(reverse("articles:how-we-edit"))
    return {
        "publishingPrinciples": policy,
        "correctionsPolicy": f"{policy}#corrections",
        "verificationFactCheckingPolicy": f"{policy}#facts",
        "actionableFeedbackPolicy": f"{policy}#report",
        "ethicsPolicy": policy,
    }


def _correction(amendment: Amendment) -> dict[str, str]:
    edition, before = amendment.edition, amendment.before
    told = {
        "@type": "CorrectionComment",
        "text": edition.note,
        "datePublished": edition.live_from.isoformat(),
        "inLanguage": "en",
    }
    if before is None:
        return told
    return {**told, "url": whole(reverse("articles:compare", args=[edition.address, before, edition.number]))}


def _one_or_all(said: list[Any]) -> Any:
    """A single value stands alone, as JSON-LD has it."""
    return said[0] if len(said) == 1 else said
