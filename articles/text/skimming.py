"""Canonical text read for the parts that readers get, and written back, in a fraction of the time.

For whoever compares many documents: values of ``Document`` take many times as long to make as the text takes to read.
``written(json.loads(canonical(document)))`` is ``canonical(document).encode()``.
"""

from typing import Any, TypedDict

import msgspec

from articles.text.document import writing


class _Paragraph(TypedDict):
    key: str
    role: str
    text: str
    spans: list[tuple[int, int]]
    confirmed_by: int | None


class _Fact(TypedDict):
    key: str
    kind: str
    paragraph: str
    quote: str
    start: int
    end: int
    machine_start: int | None
    machine_end: int | None
    values: dict[str, Any]
    state: str
    decided_by: int | None


class _Judgement(TypedDict):
    by: int | None


class Skimmed(TypedDict):
    """The plain form of a Revision's document, less what neither readers nor the question whose hand is in it need."""

    format: int
    metadata: dict[str, Any]
    paragraphs: list[_Paragraph]
    facts: list[_Fact]
    themes: list[str]
    judgements: list[_Judgement]
    significance: str
    note: str


class _Named(TypedDict):
    key: str
    name: str


class Named(TypedDict):
    """What an edition's themes, people and organizations were called when it was made."""

    themes: list[_Named]
    names: list[_Named]


_skimming, _naming = msgspec.json.Decoder(Skimmed), msgspec.json.Decoder(Named)


def skimmed(text: str) -> Skimmed | None:
    """None where the text is no Revision's."""
    try:
        return _skimming.decode(text)
    except (msgspec.DecodeError, UnicodeError):
        return None


def named(text: str) -> Named | None:
    """None where the text is no edition's."""
    try:
        return _naming.decode(text)
    except (msgspec.DecodeError, UnicodeError):
        return None


def written(plain: dict[str, Any]) -> bytes:
    """The canonical text, in UTF-8, of a document in the plain form of ``json``."""
    return writing.encode(plain)
