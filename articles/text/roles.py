"""What a paragraph is in its article."""

from enum import StrEnum


class Role(StrEnum):
    """The part a paragraph plays. ``DROPPED`` is page furniture: kept, never shown to readers."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SOURCE = "source"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    DROPPED = "dropped"


# Readers see these as paragraphs. Source, byline and dateline lines are shown from the article's own
# fields, which the importer fills without their labels.
READER_ROLES = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.HEADING, Role.CAPTION})
# Facts are looked for here: the article's own running text.
FACT_ROLES = frozenset({Role.BODY, Role.HEADING})
