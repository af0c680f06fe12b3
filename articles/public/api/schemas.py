"""The shapes of what the API tells. Their words are its description; moments are ISO 8601, addresses absolute."""

from datetime import datetime
from typing import Any, Generic, TypeVar

from ninja import Schema
from pydantic import Field

Item = TypeVar("Item")


class Named(Schema):
    key: str = Field(description="Permanent: a person's or organization's key, a theme's slug.")
    name: str


class NamedPage(Named):
    url: str = Field(description="The page that readers have of it; empty where there is none.")


class Theme(NamedPage):
    articles: int = Field(description="How many live articles are on it.")


class ArticleInList(Schema):
    id: int = Field(description="Permanent.")
    url: str
    edition: int = Field(description="The number of the edition that is told; editions count from 1.")
    headline: str
    standfirst: str
    source: str
    significance: str = Field(description="first, minor, clarification, correction or update.")
    note: str = Field(description="What the edition says of its difference from the one before.")
    first_published: datetime
    changed: datetime = Field(description="When it last changed for its readers; minor editions do not move it.")
    published: datetime = Field(description="From when this edition is read.")
    digest: str = Field(description="SHA-256, in hexadecimal, over the edition and the digest of the one before.")


class Paragraph(Schema):
    key: str = Field(description="Permanent: /articles/…#p-<key> leads to it.")
    role: str
    text: str
    machine: str = Field(description="What the machine had written; empty where an editor wrote it.")


class Fact(Schema):
    kind: str = Field(description="speech, claim, initiative or award.")
    key: str = Field(description="Permanent: /articles/…#f-<key> leads to its words.")
    title: str
    quote: str = Field(description="The words that state it, from the paragraph.")
    paragraph: str
    fields: dict[str, Any] = Field(
        description="What it states. Fields that end in _key lead to people and organizations; dates are partial ISO "
        "dates; the value of a quantity is a decimal as text."
    )


class FactInList(Fact):
    url: str
    article: int
    edition: int
    headline: str
    sort_date: str = Field(description="The date it is sorted by: its own, else the edition's.")


class Article(ArticleInList):
    byline: str
    dateline: str
    dated: str = Field(description="Of the original: a partial ISO date.")
    original: str = Field(description="The original's address.")
    language: str = Field(description="Of the original.")
    rights: str
    contributors: list[str]
    approver: str
    approved: datetime
    four_eyes: bool = Field(description="Whether somebody approved it who wrote none of it.")
    paragraphs: list[Paragraph]
    facts: list[Fact]
    themes: list[Named]
    names: list[Named]


class EditionInList(ArticleInList):
    live: bool


class Hit(Schema):
    article: ArticleInList
    passage: str = Field(description="The words around what was found.")


class Withdrawn(Schema):
    article: int
    edition: int
    withdrawn: datetime
    reason: str


class Page(Schema, Generic[Item]):
    items: list[Item]
    next: str | None = Field(None, description="The address of the page that follows; null at the end.")


class Problem(Schema):
    """RFC 9457, as application/problem+json."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
