"""What scraping hands on: a seed's text cut into blocks, every line in exactly one."""

from dataclasses import dataclass

from articles.text.roles import Role

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-to-be: ``spans`` are its pieces in the seed's text, ``text`` the pieces joined and repaired
    (mojibake, entities, tags), ``rule`` the name of the rule that gave it its role or joined it."""

    role: Role
    spans: tuple[Span, ...]
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Scraped:
    """An article as found in a seed's text. ``source``, ``byline`` and ``dateline`` are credits without their labels
    (the dateline as printed), ``dated`` the dateline as a partial date; all empty where none is printed."""

    blocks: tuple[Block, ...]
    headline_cut: bool
    source: str
    byline: str
    dateline: str
    dated: str
