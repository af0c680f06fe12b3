"""How fast seeds become articles: read alone, imported with and without checks, by one and two processes, beside a
bulk_create of the same rows. ``bench_import.py [N …]``, 1,000 seeds by default; of 100,000, a database takes 3 GB in
the folder that TMPDIR names, and is gone before the next one is made. ``--two`` measures two workers alone, and prints
a line after every 10,000 seeds: flat is the same rate in each."""

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter, process_time, sleep

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import Used, manage, migrated, seeds, start  # noqa: E402

WAYS = (
    ("imported", ()),
    ("imported, no checks", ("--no-checks",)),
    ("imported, 2 workers", ("--workers", "2")),
    ("imported, 2 workers, no checks", ("--workers", "2", "--no-checks")),
)


# Seeds between two lines of --two.
LINE = 10_000
# Beyond so many seeds their rows are too many to be held in memory, as a bulk_create of them needs.
MOST_IN_BULK = 10_000


def main():
    two = "--two" in sys.argv
    for count in [int(each) for each in sys.argv[1:] if each != "--two"] or [1000]:
        two_workers(count) if two else measure(count)


def measure(count):
    made = seeds(count)
    size = sum(path.stat().st_size for path in made.iterdir())
    print(f"{count:,} seeds of {size / count / 1024:.1f} KB, each way in a process and a database of its own")
    one = next(made.iterdir())
    _print("one seed (what starting costs)", 1, manage(migrated(), "import_seeds", one))
    _print("read, nothing stored", count, manage(migrated(), "import_seeds", "--dry-run", "--json", made))
    var = migrated()
    for name, options in WAYS:
        shutil.rmtree(var)
        var = migrated()
        _print(name, count, manage(var, "import_seeds", *options, made))
    stored = sum(each.stat().st_size for each in var.glob("galley.sqlite3*"))
    print(f"{'database on the disk':<38} {stored / 1e6:6.0f} MB")
    _print("imported again, all known", count, manage(var, "import_seeds", made))
    if count <= MOST_IN_BULK:
        rows, used = bulk(var, migrated())
        _print(f"bulk_create of the same {rows:,} rows", count, used)
    shutil.rmtree(made)


def two_workers(count):
    made = seeds(count)
    for name, options in WAYS[2:]:
        var = migrated()
        report, command = var / "report.jsonl", ["import_seeds", *options, made]
        with ThreadPoolExecutor(1) as beside:
            running = beside.submit(manage, var, *command, "--report", report)
            _watch(running, report, count)
            _print(name, count, running.result())
        shutil.rmtree(var)
    shutil.rmtree(made)


def _watch(running, report, count):
    """A line for every 10,000 seeds of a running import."""
    begun, told, lines = perf_counter(), 0, 0
    with report.open("a+") as rows:
        rows.seek(0)
        while not running.done():
            lines += sum(1 for _ in rows)
            if lines - told >= LINE:
                now = perf_counter()
                print(f"  {lines:>9,} of {count:,}   {(lines - told) / (now - begun):7.1f} a second", flush=True)
                begun, told = now, lines
            sleep(0.2)


def bulk(imported, empty):
    """The rows of one newsroom written to another, a table at a time in one transaction."""
    start(imported)
    from django.apps import apps
    from django.db import connection, transaction

    connection.settings_dict["NAME"] = imported / "galley.sqlite3"
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
    told = f"{count / used.seconds:7.1f} a second   {used.cpu:8.2f} s of CPU, {1000 * used.cpu / count:5.1f} ms each"
    print(f"{what:<38} {used.seconds:8.2f} s   {told}{most}", flush=True)


if __name__ == "__main__":
    main()
