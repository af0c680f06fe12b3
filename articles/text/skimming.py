"""Canonical text read for the parts that readers get, and plain forms written as canonical text, in a fraction of the
time.

For whoever compares many documents: values of ``Document`` take many times as long to make as the text takes to read.
Words stay as they are written there (``Raw``). ``written(json.loads(canonical(document)))`` is
``canonical(document).encode()``.
"""

from typing import Any

from msgspec import DecodeError, Raw, Struct, json

from articles.text.document import Named, writing
from articles.text.scraping.blocks import Span


class Paragraph(Struct, gc=False):
    key: str
    role: str
    text: Raw
    spans: tuple[Span, ...]
    confirmed_by: int | None


class Fact(Struct, gc=False):
    key: str
    kind: str
    paragraph: str
    quote: Raw
    start: int
    end: int
    machine_start: int | None
    machine_end: int | None
    values: Raw
    state: str
    decided_by: int | None


class Judgement(Struct, gc=False):
    by: int | None


class Skimmed(Struct, gc=False):
    """A Revision's document, less what neither readers nor the question whose hand is in it need."""

    format: int
    metadata: dict[str, Raw]
    paragraphs: list[Paragraph]
    facts: list[Fact]
    themes: list[str]
    judgements: list[Judgement]
    significance: str
    note: str


class Names(Struct, gc=False):
    """What an edition's themes, people and organizations were called when it was made."""

    themes: list[Named]
    names: list[Named]


_skimming, _naming = json.Decoder(Skimmed), json.Decoder(Names)


def skimmed(text: bytes) -> Skimmed | None:
    """None where the text is no Revision's."""
    try:
        return _skimming.decode(text)
    except (DecodeError, UnicodeError):
        return None


def named(text: bytes) -> Names | None:
    """None where the text is no edition's."""
    try:
        return _naming.decode(text)
    except (DecodeError, UnicodeError):
        return None


def written(form: Any) -> bytes:
    """The canonical text, in UTF-8, of a document in the plain form of ``json`` or of ``Struct``."""
    return writing.encode(form)
