"""A newsroom for measuring: settings, database and seeds in a folder that is gone afterwards."""

import atexit
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT / "tests" / "corpus").glob("*.txt"))
SERVER = "postgres://postgres@127.0.0.1:5432/postgres"
KEY = "for measuring only, never for a site that anybody reads, and long enough"


def folder():
    """An empty folder, gone when the script ends."""
    made = Path(tempfile.mkdtemp(prefix="galley-bench-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def environment(var, **more):
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL", "CACHE_URL"}}
    return {
        **kept, "DEBUG": "off", "HTTPS": "off", "SECRET_KEY": KEY, "GALLEY_VAR": str(var),
        "STATIC_ROOT": str(var / "static"), "DJANGO_SETTINGS_MODULE": "cms.settings",
        "PYTHONPATH": os.pathsep.join([str(var), str(ROOT)]), **more,
    }  # fmt: skip


class Used(NamedTuple):
    """``cpu`` counts the seconds of its own processes too; ``memory`` is the most MB that the largest of them had."""

    seconds: float
    cpu: float
    memory: float


def manage(var, *arguments, **more):
    """What a command used, from its start to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, ROOT / "manage.py", *map(str, arguments)],
        env=environment(var, **more), cwd=var, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    told = process.stderr.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"manage.py {' '.join(map(str, arguments))} failed: {told.strip().splitlines()[-1]}")
    return Used(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def migrated(**more):
    """A folder with an empty newsroom."""
    var = folder()
    manage(var, "migrate", "--verbosity", "0", **more)
    manage(var, "collectstatic", "--no-input", "--verbosity", "0", **more)
    manage(var, "setup", **more)
    return var


@contextmanager
def own_database(engine):
    """The variables of a database that is gone afterwards: SQLite's is in the newsroom's folder, PostgreSQL's on the
    server of POSTGRES."""
    if engine == "sqlite":
        yield {}
        return
    import psycopg

    server, name = os.environ.get("POSTGRES", SERVER), f"galley_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield {"DATABASE_URL": f"{server.rpartition('/')[0]}/{name}"}
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def seeds(count, number=7):
    """A folder of so many texts, the same at each run: heads of the corpus's articles over paragraphs drawn from all
    of them, with a seventh of the words changed, so that no two tell the same story."""
    chance, made = random.Random(number), folder()
    texts = [[line for line in path.read_text("utf-8").splitlines() if line.strip()] for path in CORPUS]
    heads, bodies = [text[:4] for text in texts], [line for text in texts for line in text[4:]]
    words = sorted({word for line in bodies for word in re.findall(r"\b[a-z]{4,}\b", line)})

    def changed(match):
        return chance.choice(words) if chance.random() < 1 / 7 else match[0]

    for place in range(count):
        lines = [*chance.choice(heads), *chance.sample(bodies, 14)]
        text = re.sub(r"\b[a-z]{4,}\b", changed, "\n\n".join(lines))
        (made / f"{place:06}.txt").write_text(f"{text}\n", encoding="utf-8")
    return made


def start(var, **more):
    """Django, in this process, on the newsroom in the folder."""
    os.environ.clear()
    os.environ.update({**environment(var, **more)})
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()


def median(values):
    return sorted(values)[len(values) // 2]
