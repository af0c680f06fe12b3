"""The same seeds imported by the queue with 1, 2 and 4 workers: their rates, and that all made the same articles.

``bench_queue.py [N]``, 500 short seeds by default, each time in a database of its own on the PostgreSQL of POSTGRES
(postgres://…/postgres), with a Redis of its own. Needs redis-server and what requirements-queue.txt and
requirements-postgres.txt name.
"""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import ROOT, environment, folder, manage, migrated, own_database, start  # noqa: E402
from tests.bench.running import answering, free_port  # noqa: E402

WORKERS = (1, 2, 4)
PLACES = ("Dorn", "Hale", "Marn", "Velt", "Osk", "Tarn")
SAID = ("the mill is open", "nothing was lost", "work begins in spring", "every house has light", "the road is done")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    if shutil.which("redis-server") is None:
        raise SystemExit("redis-server is not installed (Debian: redis-server)")
    given = short_seeds(count)
    size = given.stat().st_size / count
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"{count:,} seeds of {size:.0f} bytes on {os.cpu_count()} cores; load of the machine before: {load}")
    digests = {measured(count, given, workers) for workers in WORKERS}
    print("the same articles each time" if len(digests) == 1 else f"{len(digests)} DIFFERENT ARCHIVES: {digests}")


def measured(count, given, workers):
    """What was made with so many workers, as one digest."""
    with own_database("postgres") as where, redis() as address:
        where |= {"REDIS_URL": address}
        var = migrated(**where)
        with worker(var, workers, where) as process:
            used = manage(var, "import_seeds", "--queue", given, **where)
            spent = seconds_of(process)
        command = [sys.executable, __file__, var, "digest"]
        out = subprocess.run(command, env=environment(var, **where), capture_output=True, text=True, check=True).stdout
        made, digest = json.loads(out)
        told = f"{made:,} articles of {count:,} seeds, {digest[:16]}"
        print(
            f"{workers} workers {used.seconds:8.1f} s {count / used.seconds:7.1f} a second   seconds of the processor: "
            f"sender {used.cpu:6.1f}, workers {spent:7.1f}   {told}",
            flush=True,
        )
        return made, digest


def told(var):
    """How many articles there are, and a digest of all their words and facts, whatever keys they were given."""
    start(var, **{name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL")})
    from articles.models import Revision

    each = Revision.objects.filter(number=1).order_by("article__seed__sha256")
    said = hashlib.sha256()
    count = 0
    for revision in each.select_related("article__seed").iterator(chunk_size=1000):
        document, count = revision.document, count + 1
        places = {paragraph.key: place for place, paragraph in enumerate(document.paragraphs)}
        words = [(str(p.role), p.text, p.spans, p.rule) for p in document.paragraphs]
        facts = [(places[f.paragraph], f.quote, f.start, f.end, repr(f.values), f.rule) for f in document.facts]
        said.update(repr((revision.article.seed.sha256, words, facts)).encode())
    return count, said.hexdigest()


def short_seeds(count):
    """One file of so many records, the same at each run, no two alike."""
    chance, file = random.Random(7), folder() / "seeds.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            place, other = chance.sample(PLACES, 2)
            text = (
                f"House {number} of {place} opens\n\nsource: the {other} news\n\nNovember {1 + number % 28}th, "
                f"the mayor of {place} Vera Holt said that {chance.choice(SAID)}, for {number + 10} people of {other}."
                f"\n\nThe house cost {number + 3} million, and {chance.choice(SAID)}.\n\nLeave a Reply\n"
            )
            out.write(json.dumps({"text": text}) + "\n")
    return file


@contextmanager
def redis():
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen(command, cwd=folder(), stdout=subprocess.DEVNULL)
    try:
        yield f"redis://127.0.0.1:{answering(port, process, 'redis-server')}/0"
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def worker(var, processes, where):
    """Celery as docs/operating.md says, ready."""
    options = ["--concurrency", str(processes), "--without-gossip", "--without-mingle", "--loglevel", "INFO"]
    log = var / "worker.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "cms.queue", "worker", *options],
            env={**environment(var, **where), "PYTHONPATH": str(ROOT)}, cwd=var, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        while " ready." not in log.read_text():
            if process.poll() is not None:
                raise SystemExit(f"The worker does not start: {log.read_text()[-500:]}")
            time.sleep(0.05)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=60)


def seconds_of(process):
    """Of the processor, of a worker's processes."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    stats = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in (process.pid, *children)]
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    if sys.argv[2:] == ["digest"]:
        print(json.dumps(told(Path(sys.argv[1]))))
    else:
        main()
