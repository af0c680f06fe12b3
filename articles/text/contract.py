"""An article as the labelled corpus writes it: one object of ``tests/corpus/FORMAT.md``."""

from typing import Any

from articles.text.facts.kinds import (
    Award,
    Claim,
    Initiative,
    Quantity,
    Speech,
    Suggestion,
    Suggestions,
    Values,
    kind_of,
)
from articles.text.roles import FACT_ROLES, Role
from articles.text.scraping.blocks import Scraped

FIELDS = {
    Speech: ("speaker", "role", "organization", "title", "event", "date"),
    Claim: ("claimant",),
    Initiative: ("name", "owner"),
    Award: ("recipient", "name", "giver"),
}


def contract(name: str, scraped: Scraped, suggestions: Suggestions) -> dict[str, Any]:
    """The object for one article. ``suggestions`` are those for ``fact_texts(scraped)``."""
    texts = fact_texts(scraped)
    return {
        "name": name,
        "title": _text(scraped, Role.HEADLINE),
        "title_truncated": scraped.headline_cut,
        "standfirst": _text(scraped, Role.STANDFIRST),
        "source": scraped.source or None,
        "byline": scraped.byline or None,
        "dateline": scraped.dateline or None,
        "body": texts,
        "dropped": [b.text for b in scraped.blocks if b.role in {Role.DROPPED, Role.CAPTION}],
        "facts": [_fact(suggestion, texts) for suggestion in suggestions.facts],
        "people": list(suggestions.people),
        "organizations": list(suggestions.organizations),
    }


def fact_texts(scraped: Scraped) -> list[str]:
    """The texts that facts are looked for in: body paragraphs and headings, in reading order."""
    return [block.text for block in scraped.blocks if block.role in FACT_ROLES]


def _text(scraped: Scraped, role: Role) -> str | None:
    return " ".join(block.text for block in scraped.blocks if block.role is role) or None


def _fact(suggestion: Suggestion[Values], texts: list[str]) -> dict[str, Any]:
    values = suggestion.values
    fact: dict[str, Any] = {
        "kind": str(kind_of(values)),
        "quote": texts[suggestion.paragraph][suggestion.start : suggestion.end],
    }
    fact |= {field: getattr(values, field) or None for field in FIELDS[type(values)]}
    if isinstance(values, Claim):
        fact["quantities"] = [_quantity(quantity) for quantity in values.quantities]
    return fact


def _quantity(quantity: Quantity) -> dict[str, Any]:
    value = quantity.value
    return {"value": int(value) if value == value.to_integral_value() else float(value), "unit": quantity.unit}
