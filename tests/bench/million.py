"""Any number of short editions, written straight into the tables: the same at each run but for the day it is made on.

A twentieth of the articles have a second edition, one in two hundred was withdrawn, the newest thousandth is not live
yet, and a fiftieth more are still being worked on. Half of all is on one theme, and a twentieth on one person. Words
come as often as words do: the first in most texts, the last in few, and each text has one of its own.
"""

import itertools
import json
import random
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from functools import cache

from django.db import connection

from articles import search
from articles.models import monthly
from articles.search import _tag
from articles.text.document import Document, canonical

HANDFUL, WORDS, THEMES, DAYS, BODY = 5_000, 20_000, 40, 3650, 30
SYLLABLES = ["".join(each) for each in itertools.product("bdfghklmnprstvw", "aeo")]
USUAL = ["company", "internet", "network", "people", "year", "award", "platform", "public", "society", "report"]
WORKING = ("imported", "imported", "correcting", "in review", "approved")
BARE = {
    "sqlite": ("PRAGMA synchronous=OFF", "PRAGMA cache_size=-800000", "PRAGMA foreign_keys=OFF"),
    "postgresql": ("SET synchronous_commit=off", "SET session_replication_role=replica"),
}
COLUMNS = {
    "articles_seed": "id identity sha256 data media_type encoding bom text received_at",
    "articles_article": "id seed_id slug headline headline_cut source byline dateline dated url language original_text "
    "rights rights_basis significance note stage head withdrawal_open created_at changed_at likeness",
    "articles_revision": "id article_id number reason at parent_digest format text digest",
    "articles_edition": "id article_id revision_id number key slug headline standfirst source significance note "
    "contributors approver_id approver_name approved_at four_eyes format text revision_digest previous_digest digest "
    "created_at live_from live_until withheld_at",
    "articles_finishedpage": "edition_id template_version html etag",
    "articles_act": "id article_id number action at category reason subject_digest previous_digest digest by_id",
    "articles_published": "id edition_id kind key fact_id title quote paragraph fields sort_date live_from live_until "
    "withheld",
}


@cache
def words():
    """The vocabulary, most usual first, and the sums of how often they come."""
    chance, made = random.Random(11), dict.fromkeys(USUAL)
    while len(made) < WORDS:
        made["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))] = None
    sums, total = [], 0.0
    for place in range(WORDS):
        total += 1 / (place + 2)
        sums.append(total)
    return list(made), sums


def fill(count, template_version, progress=lambda done: None):
    """The newsroom, which was only migrated, has so many articles."""
    with connection.cursor() as cursor:
        for statement in BARE[connection.vendor]:
            cursor.execute(statement)
        put_on = _undress(cursor)
        _names(cursor, count)
        for first in range(1, count + count // 50 + 1, HANDFUL):
            rows = defaultdict(list)
            for number in range(first, min(first + HANDFUL, count + count // 50 + 1)):
                _article(rows, number, count, template_version)
            for table, values in rows.items():
                _write(cursor, table, values)
            progress(first)
        cursor.execute(search._ENGINES[connection.vendor].learn, [json.dumps(sorted(words()[0]))])
        for statement in put_on:
            cursor.execute(statement)
        monthly.recount(connection)
        _settle(cursor)


def _write(cursor, table, values):
    if table == "articles_searchentry":
        cursor.executemany(search._ENGINES[connection.vendor].insert, values)
        return
    columns = COLUMNS[table].split()
    if connection.vendor == "postgresql":
        with cursor.cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copied:
            for row in values:
                copied.write_row(row)
        return
    cursor.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})", values
    )


def _undress(cursor):
    """Indexes and guards are taken off; how they are put on again."""
    if connection.vendor == "postgresql":
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexdef NOT LIKE %s",
            [list(COLUMNS), "%UNIQUE%"],
        )
        found = [("INDEX", *row) for row in cursor.fetchall()]
    else:
        cursor.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', 'trigger') "
            f"AND tbl_name IN {tuple(COLUMNS)}"
        )
        found = cursor.fetchall()
    for kind, name, _ in found:
        cursor.execute(f'DROP {kind} "{name}"')
    return [sql for _, _, sql in found]


def _settle(cursor):
    if connection.vendor == "postgresql":
        cursor.execute("SET session_replication_role=origin")
        for table in [*COLUMNS, "articles_person", "articles_organization", "articles_theme"]:
            if table != "articles_finishedpage":
                cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
        cursor.execute("VACUUM ANALYZE")
        return
    cursor.execute("INSERT INTO articles_searchentry(articles_searchentry) VALUES('optimize')")
    cursor.execute("PRAGMA optimize=0x10002")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _told(moment):
    """As Django writes it on SQLite; PostgreSQL is told that it is UTC by the session."""
    return moment.replace(tzinfo=None).isoformat(" ", timespec="microseconds")


def many(count):
    """How many people and how many organizations there are."""
    return max(10, count // 100)


def _names(cursor, count):
    cursor.execute(
        "INSERT INTO auth_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, "
        "is_active, date_joined) VALUES (1000001, '', %s, 'scale', '', '', '', %s, %s, %s)",
        [True, True, True, _told(datetime.now(UTC))],
    )
    for table, letter, called in (("person", "p", "Ban Wo"), ("organization", "o", "Works")):
        rows = [(i, f"{letter}{i}", f"{called} {i}", "", "") for i in range(1, many(count) + 1)]
        columns = "id, key, name, native_name, wikidata"
        cursor.executemany(f"INSERT INTO articles_{table} ({columns}) VALUES (%s, %s, %s, %s, %s)", rows)
    themes = [(1000 + i, f"Subject {i}", f"subject-{i}", "", "") for i in range(1, THEMES + 1)]
    columns = "id, name, slug, description, keywords"
    cursor.executemany(f"INSERT INTO articles_theme ({columns}) VALUES (%s, %s, %s, %s, %s)", themes)


def _article(rows, number, count, version):
    chance, (vocabulary, sums) = random.Random(number), words()
    said = chance.choices(vocabulary, cum_weights=sums, k=BODY)
    headline, text = f"{' '.join(said[:5])} {number}".capitalize(), " ".join([*said[5:], f"zq{number}"])
    public = number <= count
    at = datetime.now(UTC) - timedelta(days=DAYS) * (1 - number / (count * 0.999))
    stage = "done" if public else WORKING[number % len(WORKING)]
    digest = f"{number:064x}"
    rows["articles_seed"].append(
        (number, f"seed-{number}.txt", digest, text.encode(), "text/plain", "utf-8", False, text, _told(at))
    )
    rows["articles_article"].append(
        (number, number, f"n{number}", headline, False, "Scale", "", "", "", "", "", "", "licensed", "Bench", "first",
         "", stage, 1, False, _told(at), _told(at), 0)
    )  # fmt: skip
    rows["articles_revision"].append((number, number, 1, "Imported", _told(at), "", 1, canonical(Document()), digest))
    if not public:
        return
    if number % 20 == 3:
        again = at + timedelta(days=1)
        _edition(rows, number, 1, number, at, again, None, headline, text, count, version)
        _edition(rows, number, 2, 10**8 + number, again, None, None, f"{headline} again", text, count, version)
    else:
        gone = at + timedelta(hours=1) if number % 200 == 7 else None
        _edition(rows, number, 1, number, at, gone, gone, headline, text, count, version)


def _edition(rows, article, number, pk, at, until, withheld, headline, text, count, version):
    chance = random.Random(pk)
    people = many(count)
    person = 1 if article % 20 == 0 else chance.randint(1, people)
    organization = 1 if article % 25 == 0 else chance.randint(1, people)
    theme = 1 if article % 2 == 0 else chance.randint(2, THEMES)
    told = "first" if number == 1 else chance.choice(["correction", "minor", "update"])
    digest, moment = f"{pk:064x}", _told(at)
    until, withheld = (each and _told(each) for each in (until, withheld))
    document = {
        "facts": [], "format": 1, "names": [], "note": "", "significance": told,
        "metadata": {"byline": "", "dated": "", "dateline": "", "headline_cut": False, "language": "",
                     "original_text": "", "rights": "licensed", "rights_basis": "Bench", "slug": f"n{article}",
                     "source": "Scale", "url": ""},
        "paragraphs": [{"key": f"p{i}", "machine": each, "role": role, "text": each}
                       for i, (role, each) in enumerate([("headline", headline), ("body", text)])],
        "themes": [{"key": f"subject-{theme}", "name": f"Subject {theme}"}],
    }  # fmt: skip
    rows["articles_edition"].append(
        (pk, article, article, number, f"k{pk}", f"n{article}", headline, text[:80], "Scale", told,
         "Put right." if told == "correction" else "", "[]", 1000001, "scale", moment, True, 1,
         json.dumps(document, separators=(",", ":"), sort_keys=True), digest, "", digest, moment, moment, until,
         withheld)
    )  # fmt: skip
    html = f"<!doctype html><title>{headline}</title><h1>{headline}</h1><p>{text}</p><!-- related --><!-- standing -->"
    rows["articles_finishedpage"].append((pk, version, html, digest))
    rows["articles_act"].append((pk, article, number, "publish", moment, "", "", digest, "", digest, 1000001))
    if withheld:
        rows["articles_act"].append(
            (10**9 + pk, article, number + 1, "withdraw", withheld, "", "Gone.", digest, "", digest, 1000001)
        )
    else:
        keys = [("theme", f"subject-{theme}"), ("of", f"p{person}"), ("of", f"o{organization}"), ("year", str(at.year))]
        names, tags = f"Subject {theme}\nBan Wo {person}\nWorks {organization}", [_tag(*each) for each in keys]
        rows["articles_searchentry"].append((pk, headline, text[:80], names, text, " ".join(tags)))
    _index(rows, article, pk, at, until, withheld, person, organization, theme, text, chance)


def _index(rows, article, pk, at, until, withheld, person, organization, theme, text, chance):
    """As Published.index and relate write them."""
    day, first, made = at.date().isoformat(), pk * 20, []

    def row(kind, key, title="", fact=None, quote="", fields="{}"):
        made.append(
            (first + len(made), pk, kind, key, fact, title, quote, "p1" if quote else "", fields, day,
             _told(at), until, withheld is not None)
        )  # fmt: skip
        return first + len(made) - 1

    def fact(kind, fields, *keys):
        pk = row(kind, f"f{len(made)}", text[:60], None, text[:40], json.dumps(fields))
        for key in keys:
            row(f"{kind} of", key, fact=pk)
        row(f"{kind} on", f"subject-{theme}", fact=pk)
        return pk

    who, where = (f"p{person}", f"Ban Wo {person}"), (f"o{organization}", f"Works {organization}")
    quantity = {"value": str(chance.randint(1, 999)), "unit": "people", "comparator": "=", "printed": "many"}
    claim = {
        "statement": text[:60], "claimant": who[1], "person_key": who[0], "organization_key": "",
        "quantities": [quantity], "date": day, "date_basis": "", "names": {"person": who[1], "organization": ""},
    }  # fmt: skip
    claimed = fact("claim", claim, who[0])
    row("amount", f"{who[0]} {day[:4]} people", fact=claimed, fields=json.dumps(quantity))
    if article % 3 == 0:
        speech = {
            "speaker": who[1], "speaker_key": who[0], "role": "", "organization": where[1],
            "organization_key": where[0], "title": text[:60], "event": "", "place": "", "date": day, "date_basis": "",
            "names": {"speaker": who[1], "organization": where[1]},
        }  # fmt: skip
        fact("speech", speech, who[0], where[0])
    if article % 5 == 0:
        initiative = {
            "name": text[:60], "owner": where[1], "organization_key": where[0], "category": "fund", "date": day,
            "date_basis": "", "names": {"organization": where[1]},
        }  # fmt: skip
        fact("initiative", initiative, where[0])
    if article % 10 == 0:
        award = {
            "recipient": who[1], "person_key": who[0], "organization_key": "", "name": text[:60], "giver": "",
            "giver_key": "", "event": "", "date": day, "date_basis": "", "names": {"person": who[1],
            "organization": "", "giver": ""},
        }  # fmt: skip
        fact("award", award, who[0])
    row("theme", f"subject-{theme}", f"Subject {theme}")
    row("person", who[0], who[1])
    row("organization", where[0], where[1])
    for _ in range(2):
        row("related", str(chance.randint(1, article)))
    rows["articles_published"] += made
