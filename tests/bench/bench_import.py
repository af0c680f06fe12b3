"""How fast seeds become articles: read alone, imported with and without checks, by one and two processes, beside a
bulk_create of the same rows. ``bench_import.py [N]``, 1,000 seeds by default."""

import sys
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import Used, manage, migrated, seeds, start  # noqa: E402

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
    _print("one seed (what starting costs)", 1, manage(migrated(), "import_seeds", one))
    _print("read, nothing stored", count, manage(migrated(), "import_seeds", "--dry-run", "--json", made))
    for name, options in WAYS:
        var = migrated()
        _print(name, count, manage(var, "import_seeds", *options, made))
    _print("imported again, all known", count, manage(var, "import_seeds", made))
    rows, used = bulk(var, migrated())
    _print(f"bulk_create of the same {rows:,} rows", count, used)


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
    begun, cpu = perf_counter(), process_time()
    with transaction.atomic():
        connection.cursor().execute("PRAGMA defer_foreign_keys = ON")
        for model, found in rows:
            model.objects.bulk_create(found, batch_size=500)
    used = Used(perf_counter() - begun, process_time() - cpu, 0)
    connection.close()
    return sum(len(found) for _, found in rows), used


def _print(what, count, used):
    """CPU seconds hold on a machine that does other things too; those by the clock do not."""
    most = f"   at most {used.memory:4.0f} MB" if used.memory else ""
    rate = count / used.seconds
    print(f"{what:<38} {used.seconds:6.2f} s   {rate:7.1f} a second   {used.cpu:6.2f} s of CPU{most}", flush=True)


if __name__ == "__main__":
    main()
