"""A source that came again with other words: as it was, as it is now, and the article, paragraph by paragraph."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.errors import BadSeed
from articles.models import Article, Seed
from articles.steps.moving import head_of
from articles.steps.preparing import read
from articles.text.changes import Change, changes, share_changed
from articles.text.document import Document
from articles.text.readiness import machine_words
from articles.text.roles import READER_ROLES

from .panel import panel

# Above this share of changed words two paragraphs are not one that was rewritten.
_ANOTHER = 0.6
# How many new paragraphs may have come before one that stayed.
_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Row:
    """``was`` and ``now`` are the source's words, ``ours`` the article's, of the paragraph with this place and key."""

    was: str
    now: str
    changes: tuple[Change, ...]
    ours: str = ""
    key: str = ""
    place: int = 0

    @property
    def changed(self) -> bool:
        return self.was != self.now

    @property
    def touched(self) -> bool:
        """Somebody corrected these words."""
        return bool(self.key) and self.ours != self.was


def source_page(request: HttpRequest, article: Article, extra: Mapping[str, Any] | None = None) -> HttpResponse:
    """The three texts side by side, or only the seed where it did not change."""
    head = head_of(article)
    error, found = "", ()
    if article.newer_seed is not None:
        try:
            found = tuple(three_ways(head.document, article.seed.text, paragraphs_of(article.newer_seed)))
        except BadSeed as refusal:
            error = str(refusal)
    context = {
        **panel(request, article, head, "source"),
        "title": str(article),
        "rows": found,
        "changed_rows": sum(row.changed for row in found),
        "unreadable": error,
        **(extra or {}),
    }
    return TemplateResponse(request, "admin/articles/article/source.html", context)


def paragraphs_of(seed: Seed) -> list[str]:
    """The paragraphs readers would see if the seed were imported now."""
    reading = read(bytes(seed.data), seed.encoding, seed.media_type)
    return [block.text for block in reading.scraped.blocks if block.role in READER_ROLES]


def three_ways(document: Document, seed_text: str, new: Sequence[str]) -> Iterator[Row]:
    """Every paragraph of the article with what its source said and says now; what is new stands where it came."""
    ours = [(at, each) for at, each in enumerate(document.paragraphs, 1) if each.role in READER_ROLES]
    old = [machine_words(each, seed_text) for _, each in ours]
    for was, now in aligned(old, new):
        words = ("" if was is None else old[was], "" if now is None else new[now])
        place, mine = ours[was] if was is not None else (0, None)
        yield Row(*words, changes(*words), mine.text if mine else "", mine.key if mine else "", place)


def aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of places of the same paragraph in both, None where it is in one alone; in reading order."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
        else:
            yield from _alike(old, new, range(a, b), range(c, d))


def _alike(old: Sequence[str], new: Sequence[str], was: range, now: range) -> Iterator[tuple[int | None, int | None]]:
    """The paragraphs of a changed stretch: each with the first later one that is much like it."""
    at = now.start
    for one in was:
        ahead = range(at, min(now.stop, at + _AHEAD))
        other = next((k for k in ahead if share_changed(old[one], new[k]) < _ANOTHER), None)
        if other is not None:
            yield from ((None, k) for k in range(at, other))
            at = other + 1
        yield one, other
    yield from ((None, k) for k in range(at, now.stop))
