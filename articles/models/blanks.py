"""What a redacted row holds where its words were. The guards let nothing else into a frozen row."""

from typing import Any

from django.db import models

from articles.text.document import Document, Metadata, PublicDocument, Significance, canonical

from .edition import Edition
from .revision import Revision
from .seed import Seed

_NOTHING_PUBLIC = PublicDocument(Metadata(), (), (), (), (), Significance.FIRST, "")

BLANK: dict[type[models.Model], dict[str, str | bytes]] = {
    Seed: {"data": b"", "text": ""},
    Revision: {"text": canonical(Document())},
    Edition: {
        "slug": "", "headline": "", "standfirst": "", "source": "", "note": "", "text": canonical(_NOTHING_PUBLIC),
    },
}  # fmt: skip


def is_blank(row: Any, model: type[models.Model] | None = None) -> bool:
    """No word is in the Seed, Revision or Edition; ``model`` says which where the row is its columns alone."""
    return all(_bytes(getattr(row, name)) == _bytes(value) for name, value in BLANK[model or type(row)].items())


def _bytes(value: str | bytes | memoryview) -> bytes:
    return value.encode() if isinstance(value, str) else bytes(value)
