"""How fast seeds become articles: read alone, imported with and without checks, by one and two processes, beside a
bulk_create of the same rows. ``bench_import.py [N]``, 1,000 seeds by default."""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import manage, migrated, seeds, start  # noqa: E402

WAYS = (
    ("imported", ()),
    ("imported, no checks", ("--no-checks",)),
    ("imported, 2 workers", ("--workers", "2")),
    ("imported, 2 workers, no checks", ("--workers", "2", "--no-checks")),
)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    made = seeds(count)
    size = sum(path.stat().st_size for path in made.iterdir())
    print(f"{count} seeds of {size / count / 1024:.1f} KB, each way in a process and a database of its own")
    one = next(made.iterdir())
    started, least = manage(migrated(), "import_seeds", one)
    _print("one seed (what starting costs)", 1, started, least)
    _print("read, nothing stored", count, *manage(migrated(), "import_seeds", "--dry-run", "--json", made))
    for name, options in WAYS:
        var = migrated()
        _print(name, count, *manage(var, "import_seeds", *options, made))
    _print("imported again, all known", count, *manage(var, "import_seeds", made))
    rows, took = bulk(var, migrated())
    _print(f"bulk_create of the same {rows:,} rows", count, took, None)


def bulk(imported, empty):
    """The rows of one newsroom written to another, a table at a time in one transaction."""
    start(imported)
    from django.apps import apps
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    models = [each for each in apps.get_app_config("articles").get_models() if each._meta.db_table in there]
    rows = [(each, list(each.objects.all())) for each in models if each.__name__ not in {"Term", "Theme"}]
    connection.close()
    connection.settings_dict["NAME"] = empty / "galley.sqlite3"
    begun = perf_counter()
    with transaction.atomic():
        connection.cursor().execute("PRAGMA defer_foreign_keys = ON")
        for model, found in rows:
            model.objects.bulk_create(found, batch_size=500)
    took = perf_counter() - begun
    connection.close()
    return sum(len(found) for _, found in rows), took


def _print(what, count, seconds, memory):
    most = f"   at most {memory:5.0f} MB" if memory else ""
    print(f"{what:<42} {seconds:7.2f} s   {count / seconds:8.1f} a second{most}", flush=True)


if __name__ == "__main__":
    main()
