"""Phrases that tell a line wherever they stand in it: those of all tables are looked for in one pass."""

from collections import defaultdict

import ahocorasick

from articles.text.scraping import phrases, picture_phrases

WORDING, CAPTION, PICTURE = "wording", "caption", "picture"
TABLES = {
    WORDING: phrases.ANYWHERE,
    CAPTION: picture_phrases.CAPTION_MARKS,
    PICTURE: ("photo", "image", "picture", "illustration", "credit"),
}


def tables_met(folded: str) -> frozenset[str]:
    """The tables of which the text, folded as they are, holds some phrase."""
    met = [tables for _, tables in PHRASES.iter(folded)]
    return frozenset().union(*met) if met else NONE


NONE = frozenset[str]()


def _automaton() -> ahocorasick.Automaton:
    tables_of = defaultdict(set)
    for table, of_table in TABLES.items():
        for phrase in of_table:
            tables_of[phrase].add(table)
    made = ahocorasick.Automaton()
    for phrase, tables in tables_of.items():
        made.add_word(phrase, tables)
    made.make_automaton()
    return made


PHRASES = _automaton()
