"""The only file that knows the search engine: FTS5 on SQLite, a stored search vector on PostgreSQL.

Every edition has an entry from the moment it is made; only live ones are found, and what is live is said by
``Edition.objects.live()`` alone.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.models import Edition
from articles.text.document import PublicDocument

# Around what was found; they stand in no indexed text.
_OPEN, _CLOSE = "\x02", "\x03"
# PostgreSQL takes what stands in angle brackets for a tag and leaves it out, so they are kept as other characters.
_STORED = {**dict.fromkeys((*range(9), 11, 12, *range(14, 32)), " "), ord("<"): "\x04", ord(">"): "\x05"}
_READ = {4: "<", 5: ">"}
_MOST_WORDS, _LONGEST_WORD = 16, 64
# A search vector of PostgreSQL holds a megabyte; no more than these characters of a text are found.
_LONGEST_TEXT = 250_000


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a passage, ``found`` where it is what was looked for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    edition: Edition
    passage: tuple[Run, ...]


def find(words: str, limit: int = 30) -> list[Hit]:
    """The live editions that have all the words, best first, each with the passage it was found by.

    Any text may be asked for; what is not a word is left out, and where no word is left nothing is found.
    """
    query = _query(words)
    if not query:
        return []
    live, parameters = Edition.objects.live().order_by().values("pk").query.sql_with_params()
    sql = _ENGINES[connection.vendor].find.format(live=live)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, query, limit])
        found = dict(cursor.fetchall())
    editions = Edition.objects.live().defer("text").in_bulk(found)
    return [Hit(editions[pk], _runs(passage)) for pk, passage in found.items() if pk in editions]


def index(edition: Edition) -> None:
    """The edition's words are found."""
    remove(edition)
    with connection.cursor() as cursor:
        cursor.execute(_ENGINES[connection.vendor].insert, [edition.pk, *_entry(edition.document)])


def remove(edition: Edition) -> None:
    """The edition's words are found no longer."""
    with connection.cursor() as cursor:
        cursor.execute(_ENGINES[connection.vendor].delete, [edition.pk])


def install(connection: BaseDatabaseWrapper) -> None:
    """The table is there. Idempotent."""
    with connection.cursor() as cursor:
        for statement in _ENGINES[connection.vendor].create:
            cursor.execute(statement)


def uninstall(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS articles_searchentry")


@dataclass(frozen=True, slots=True)
class Engine:
    """``insert`` takes an edition's id, headline, standfirst, text and names; ``find`` the query and a limit."""

    create: tuple[str, ...]
    insert: str
    delete: str
    find: str


_ENGINES = {
    "sqlite": Engine(
        create=(
            "CREATE VIRTUAL TABLE IF NOT EXISTS articles_searchentry "
            "USING fts5(headline, standfirst, body, names, tokenize = 'porter unicode61')",
        ),
        insert="INSERT INTO articles_searchentry (rowid, headline, standfirst, body, names) "
        "VALUES (%s, %s, %s, %s, %s)",
        delete="DELETE FROM articles_searchentry WHERE rowid = %s",
        # Ordered by rank alone, FTS5 hands its rows out best first, and only so many are looked at as are wanted.
        find="SELECT live.pk, snippet(articles_searchentry, 2, char(2), char(3), '…', 32) FROM articles_searchentry "
        "JOIN ({live}) AS live ON live.pk = articles_searchentry.rowid WHERE articles_searchentry MATCH %s "
        "AND rank MATCH 'bm25(8.0, 4.0, 1.0, 2.0)' ORDER BY rank LIMIT %s",
    ),
    "postgresql": Engine(
        create=(
            "CREATE TABLE IF NOT EXISTS articles_searchentry "
            "(edition_id bigint PRIMARY KEY, body text NOT NULL, words tsvector NOT NULL)",
            "CREATE INDEX IF NOT EXISTS articles_searchentry_words ON articles_searchentry USING gin (words)",
        ),
        insert="WITH entry (id, headline, standfirst, body, names) AS (VALUES (%s, %s, %s, %s, %s)) "
        "INSERT INTO articles_searchentry (edition_id, body, words) SELECT id, body, "
        "setweight(to_tsvector('english', headline), 'A') || setweight(to_tsvector('english', standfirst), 'B') || "
        "setweight(to_tsvector('english', names), 'C') || setweight(to_tsvector('english', body), 'D') FROM entry",
        delete="DELETE FROM articles_searchentry WHERE edition_id = %s",
        find="SELECT best.pk, ts_headline('english', best.body, best.query, "
        "'MaxWords=32, MinWords=16, StartSel=' || chr(2) || ', StopSel=' || chr(3)) FROM ("
        "SELECT live.pk, body, query, ts_rank(words, query) AS rank FROM articles_searchentry "
        "JOIN ({live}) AS live ON live.pk = edition_id, websearch_to_tsquery('english', %s) AS query "
        "WHERE words @@ query ORDER BY rank DESC, live.pk DESC LIMIT %s) AS best ORDER BY rank DESC, best.pk DESC",
    ),
}


def _query(words: str) -> str:
    """Each word as a quoted phrase, which both engines read as that word and no operator."""
    asked = words.translate(_STORED).replace('"', " ").split()
    known = [word[:_LONGEST_WORD] for word in asked if any(character.isalnum() for character in word[:_LONGEST_WORD])]
    return " ".join(f'"{word}"' for word in known[:_MOST_WORDS])


def _entry(document: PublicDocument) -> tuple[str, str, str, str]:
    headline, standfirst = document.headline, document.standfirst
    body = "\n".join(each.text for each in document.paragraphs if each.text not in {headline, standfirst})
    named = [each.name for each in (*document.themes, *document.names)]
    names = "\n".join((*named, document.metadata.byline, document.metadata.source))
    return tuple(text[:_LONGEST_TEXT].translate(_STORED) for text in (headline, standfirst, body, names))


def _runs(passage: str) -> tuple[Run, ...]:
    runs = []
    for piece in passage.translate(_READ).split(_OPEN):
        found, closed, rest = piece.partition(_CLOSE)
        runs += [Run(found, True), Run(rest, False)] if closed else [Run(piece, False)]
    return tuple(run for run in runs if run.text)
