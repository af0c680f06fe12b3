"""Bytes → text → blocks with roles → whole paragraphs.

``decoding`` reads the bytes, ``lines`` and ``repairing`` what stands on each line. What a line is say, by itself and
by one of ``looks``, ``credits``, ``captions`` and ``furniture`` (by the tables of ``phrases`` and ``picture_phrases``,
some looked for ``anywhere``) and ``cues`` (by words alone); by its place, ``head``, ``bylines``, ``interruptions`` and
``ending``. ``joining`` puts broken paragraphs together, ``layout`` decides, ``kept`` asks the markup of a web page,
``genuine`` refuses what is no article.
"""

from collections.abc import Collection

from articles.text.roles import Role
from articles.text.scraping.blocks import Block, Scraped
from articles.text.scraping.genuine import MOST_LINES, NotAnArticle, refuse_no_article, refuse_too_many
from articles.text.scraping.headline import LONG, is_cut
from articles.text.scraping.joining import joined
from articles.text.scraping.layout import Part, parts_of
from articles.text.scraping.lines import Line, lines_of, unwrapped

__all__ = ["NotAnArticle", "joined", "scrape"]


def scrape(text: str, kept: Collection[str] = ()) -> Scraped:
    """The article in a seed's text, every line in exactly one block. ``kept`` are the texts of its article that the
    markup of a web page shows, where it was one. Raises NotAnArticle."""
    lines = lines_of(text, MOST_LINES + 1)
    refuse_too_many(lines)
    lines = unwrapped(lines)
    parts = parts_of(lines, kept)
    refuse_no_article(lines, parts)
    credits = [part.credits for part in parts if part.credits]
    return Scraped(
        blocks=tuple(_block(part, text, lines) for part in parts),
        headline_cut=_headline_cut(parts),
        source=next((c.source for c in credits if c.source), ""),
        byline=next((c.byline for c in credits if c.byline), ""),
        dateline=next((part.text for part in parts if part.role is Role.DATELINE), ""),
        dated=next((c.dated for c in credits if c.dated), ""),
    )


def _block(part: Part, text: str, lines: tuple[Line, ...]) -> Block:
    first, *others = part.lines
    spans = sum((lines[i].spans for i in others), lines[first].spans)
    return Block(part.role, spans, part.text or joined(text, spans), part.rule)


def _headline_cut(parts: list[Part]) -> bool:
    headlines = [part.text for part in parts if part.role is Role.HEADLINE and len(part.text) >= LONG]
    rest = "\n".join(part.text for part in parts if part.role is not Role.HEADLINE) if headlines else ""
    return any(is_cut(headline, rest) for headline in headlines)
