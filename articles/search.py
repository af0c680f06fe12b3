"""The only file that knows the search engine: FTS5 on SQLite, a stored search vector on PostgreSQL.

Every edition that is not withheld has an entry from the moment it is made; only live ones are found, and what is live
is said by ``Edition.objects.live()`` alone. Of the newest that have all the words the best come first, so a word costs
the same whether ten articles have it or a million. Beside the entries stands each word they have, once: what a
misspelt word may have meant.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from rapidfuzz import process
from rapidfuzz.distance import OSA

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
# Of so many of the newest articles the best are looked for.
_NEWEST = 1000
_WORD = re.compile(rf"[^\W\d_]{{4,{_LONGEST_WORD}}}")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Only articles on the theme (a slug), that name one of these people or organizations (keys), of the year."""

    theme: str = ""
    of: tuple[str, ...] = ()
    year: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a passage, ``found`` where it is what was looked for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    edition: Edition
    passage: tuple[Run, ...]


def find(words: str, limit: int = 30, narrowed: Narrowed | None = None) -> list[Hit]:
    """The live editions that have all the words, best first, each with the passage it was found by; one query.

    Any text may be asked for; what is not a word is left out, and where no word is left nothing is found.
    """
    query = _query(words)
    if not query:
        return []
    live, parameters = Edition.objects.live().order_by().values("pk").query.sql_with_params()
    engine = _ENGINES[connection.vendor]
    asked = [each for part in engine.asks for each in _asked(part, query, narrowed or Narrowed(), parameters, limit)]
    found = Edition.objects.raw(engine.find.format(live=live, columns=_COLUMNS, newest=_NEWEST), asked)
    return [Hit(edition, _runs(edition.passage)) for edition in found]


def nearest(words: str) -> str:
    """The words, each that no article has put as the one most like it that some article has; empty where there is
    none. One query."""
    asked = list(dict.fromkeys(_WORD.findall(words.casefold())))[:_MOST_WORDS]
    if not asked:
        return ""
    like = _alike(asked)
    meant = {word: _meant(word, like) for word in asked if word not in like}
    said = _WORD.sub(lambda each: meant.get(each.group(), each.group()), words.casefold())
    return said if said != words.casefold() else ""


def index(edition: Edition, also: Iterable[str] = ()) -> None:
    """The edition's words are found, and by what else its names and terms are ``also`` called."""
    _forget(edition)
    if edition.withheld_at is None:
        entry = _entry(edition.document, also)
        engine = _ENGINES[connection.vendor]
        with connection.cursor() as cursor:
            cursor.execute(engine.insert, [edition.pk, *entry, " ".join(_tags_of(edition))])
            cursor.execute(engine.learn, [json.dumps(_words(entry), ensure_ascii=False)])


def remove(edition: Edition) -> None:
    """The edition's words are found no longer, and those that no other has are known no longer."""
    _forget(edition)
    words = json.dumps(_words(_entry(edition.document, ())), ensure_ascii=False)
    with connection.cursor() as cursor:
        cursor.execute(_ENGINES[connection.vendor].unlearn, [words])


def install(connection: BaseDatabaseWrapper) -> None:
    """The tables are there. Idempotent."""
    with connection.cursor() as cursor:
        for statement in _ENGINES[connection.vendor].create:
            cursor.execute(statement)


def uninstall(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}")


TABLES = ("articles_searchentry", "articles_searchword")


@dataclass(frozen=True, slots=True)
class Engine:
    """``insert`` takes an edition's id, headline, standfirst, names, text and tags; ``learn`` and ``unlearn`` its
    words as a JSON list; ``find`` what ``asks`` names, in that order."""

    create: tuple[str, ...]
    insert: str
    delete: str
    learn: str
    unlearn: str
    find: str
    asks: tuple[str, ...]


_VOCABULARY = (
    f"CREATE TABLE IF NOT EXISTS articles_searchword (word varchar({_LONGEST_WORD}) PRIMARY KEY)",
    "CREATE INDEX IF NOT EXISTS articles_searchword_alike ON articles_searchword (substr(word, 1, 1), length(word))",
)
_COLUMNS = ", ".join(
    f"edition.{field.column}" for field in Edition._meta.concrete_fields if field.name not in {"text", "note"}
)

_ENGINES = {
    "sqlite": Engine(
        create=(
            "CREATE VIRTUAL TABLE IF NOT EXISTS articles_searchentry "
            "USING fts5(headline, standfirst, names, body, tags, tokenize = 'porter unicode61')",
            *_VOCABULARY,
        ),
        insert="INSERT INTO articles_searchentry (rowid, headline, standfirst, names, body, tags) "
        "VALUES (%s, %s, %s, %s, %s, %s)",
        delete="DELETE FROM articles_searchentry WHERE rowid = %s",
        learn="INSERT OR IGNORE INTO articles_searchword SELECT value FROM json_each(%s)",
        unlearn="DELETE FROM articles_searchword WHERE word IN (SELECT value FROM json_each(%s)) AND NOT EXISTS ("
        "SELECT 1 FROM articles_searchentry WHERE articles_searchentry MATCH '\"' || word || '\"')",
        # FTS5 weighs a word by counting it in every article; that all words stand in the headline, the standfirst or
        # among the names is known for those that are looked at alone.
        find="WITH newest AS MATERIALIZED (SELECT live.pk AS pk FROM articles_searchentry "
        "JOIN ({live}) AS live ON live.pk = articles_searchentry.rowid WHERE articles_searchentry MATCH %s "
        "ORDER BY articles_searchentry.rowid DESC LIMIT {newest}), "
        "headed AS MATERIALIZED (SELECT rowid FROM articles_searchentry WHERE articles_searchentry MATCH %s "
        "AND rowid >= (SELECT min(pk) FROM newest)), "
        "stood AS MATERIALIZED (SELECT rowid FROM articles_searchentry WHERE articles_searchentry MATCH %s "
        "AND rowid >= (SELECT min(pk) FROM newest)), "
        "named AS MATERIALIZED (SELECT rowid FROM articles_searchentry WHERE articles_searchentry MATCH %s "
        "AND rowid >= (SELECT min(pk) FROM newest)), "
        "best AS MATERIALIZED (SELECT pk, (pk IN headed) * 8 + (pk IN stood) * 4 + (pk IN named) * 2 AS worth "
        "FROM newest ORDER BY worth DESC, pk DESC LIMIT %s) "
        "SELECT {columns}, snippet(articles_searchentry, 3, char(2), char(3), '…', 32) AS passage FROM best "
        "CROSS JOIN articles_searchentry ON articles_searchentry.rowid = best.pk "
        "CROSS JOIN articles_edition AS edition ON edition.id = best.pk "
        "WHERE articles_searchentry MATCH %s ORDER BY worth DESC, best.pk DESC",
        asks=("live", "anywhere", "headline", "standfirst", "names", "limit", "anywhere"),
    ),
    "postgresql": Engine(
        create=(
            "CREATE TABLE IF NOT EXISTS articles_searchentry "
            "(edition_id bigint PRIMARY KEY, body text NOT NULL, words tsvector NOT NULL)",
            "CREATE INDEX IF NOT EXISTS articles_searchentry_words ON articles_searchentry USING gin (words)",
            *_VOCABULARY,
        ),
        insert="WITH entry (id, headline, standfirst, names, body, tags) AS (VALUES (%s, %s, %s, %s, %s, %s)) "
        "INSERT INTO articles_searchentry (edition_id, body, words) SELECT id, body, "
        "setweight(to_tsvector('english', headline), 'A') || setweight(to_tsvector('english', standfirst), 'B') || "
        "setweight(to_tsvector('english', names), 'C') || setweight(to_tsvector('english', body), 'D') || "
        "array_to_tsvector(string_to_array(tags, ' ')) FROM entry",
        delete="DELETE FROM articles_searchentry WHERE edition_id = %s",
        learn="INSERT INTO articles_searchword SELECT jsonb_array_elements_text(%s::jsonb) ON CONFLICT DO NOTHING",
        unlearn="DELETE FROM articles_searchword WHERE word IN (SELECT jsonb_array_elements_text(%s::jsonb)) "
        "AND NOT EXISTS (SELECT 1 FROM articles_searchentry WHERE words @@ plainto_tsquery('english', word))",
        find="WITH newest AS MATERIALIZED (SELECT live.pk AS pk, body, words, asked.query FROM articles_searchentry "
        "JOIN ({live}) AS live ON live.pk = edition_id, websearch_to_tsquery('english', %s) AS asked (query) "
        "WHERE numnode(asked.query) > 0 AND words @@ (asked.query && %s::tsquery) "
        "ORDER BY edition_id DESC LIMIT {newest}), "
        "best AS MATERIALIZED (SELECT pk, body, query, ts_rank(words, query) AS rank FROM newest "
        "ORDER BY rank DESC, pk DESC LIMIT %s) "
        "SELECT {columns}, ts_headline('english', body, query, "
        "'MaxWords=32, MinWords=16, StartSel=' || chr(2) || ', StopSel=' || chr(3)) AS passage "
        "FROM best JOIN articles_edition AS edition ON edition.id = best.pk ORDER BY rank DESC, best.pk DESC",
        asks=("live", "words", "tags", "limit"),
    ),
}


def _query(words: str) -> list[str]:
    """Each word as a quoted phrase, which both engines read as that word and no operator."""
    asked = words.translate(_STORED).replace('"', " ").split()
    known = [word[:_LONGEST_WORD] for word in asked if any(character.isalnum() for character in word[:_LONGEST_WORD])]
    return [f'"{word}"' for word in known[:_MOST_WORDS]]


def _asked(part: str, query: list[str], narrowed: Narrowed, live: tuple[object, ...], limit: int) -> tuple[object, ...]:
    """What stands for one part of an engine's question."""
    every = f"({' AND '.join(query)})"
    match part:
        case "live":
            return live
        case "limit":
            return (limit,)
        case "words":
            return (" ".join(query),)
        case "tags":
            return (" & ".join(f"({' | '.join(each)})" for each in _wanted_tags(narrowed)),)
    tags = "".join(f" AND tags : ({' OR '.join(each)})" for each in _wanted_tags(narrowed))
    columns = "{headline standfirst names body}" if part == "anywhere" else part
    return (f"{columns} : {every}{tags}",)


def _wanted_tags(narrowed: Narrowed) -> list[list[str]]:
    """One of each list must be among an entry's tags."""
    wanted = (("theme", (narrowed.theme,)), ("of", narrowed.of), ("year", (narrowed.year,)))
    return [[_tag(kind, key) for key in keys] for kind, keys in wanted if any(keys)]


def _tags_of(edition: Edition) -> list[str]:
    document = edition.document
    keys = [("theme", each.key) for each in document.themes] + [("of", each.key) for each in document.names]
    return [_tag(kind, key) for kind, key in (*keys, ("year", str(edition.live_from.year)))]


def _tag(kind: str, key: str) -> str:
    """One word to both engines, whatever the key is written in."""
    return f"{kind}{hashlib.sha256(key.encode()).hexdigest()[:20]}z"


def _forget(edition: Edition) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ENGINES[connection.vendor].delete, [edition.pk])


def _entry(document: PublicDocument, also: Iterable[str]) -> tuple[str, str, str, str]:
    headline, standfirst = document.headline, document.standfirst
    body = "\n".join(each.text for each in document.paragraphs if each.text not in {headline, standfirst})
    named = [each.name for each in (*document.themes, *document.names)]
    names = "\n".join((*named, document.metadata.byline, document.metadata.source, *also))
    return tuple(text[:_LONGEST_TEXT].translate(_STORED) for text in (headline, standfirst, names, body))


def _words(entry: tuple[str, ...]) -> list[str]:
    """Sorted, so that two who learn at once wait for one another in one order."""
    return sorted({word for text in entry for word in _WORD.findall(text.casefold())})


def _alike(asked: list[str]) -> set[str]:
    """The words that some entry has and that begin as one of these and are about as long."""
    alike = " OR ".join(["(substr(word, 1, 1) = %s AND length(word) BETWEEN %s AND %s)"] * len(asked))
    asks = [value for word in asked for value in (word[0], len(word) - 1, len(word) + 1)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT word FROM articles_searchword WHERE {alike}", asks)  # noqa: S608
        return {word for (word,) in cursor.fetchall()}


def _meant(word: str, known: set[str]) -> str:
    """The known word that the fewest slips of a finger make into this one; itself where none is near."""
    slips = 1 if len(word) < 8 else 2
    found = process.extractOne(word, sorted(known), scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else word


def _runs(passage: str) -> tuple[Run, ...]:
    runs = []
    for piece in passage.translate(_READ).split(_OPEN):
        found, closed, rest = piece.partition(_CLOSE)
        runs += [Run(found, True), Run(rest, False)] if closed else [Run(piece, False)]
    return tuple(run for run in runs if run.text)
