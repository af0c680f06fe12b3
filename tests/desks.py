"""A newsroom in a folder of its own, with real processes at work on its database file."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = sorted((ROOT / "tests" / "corpus").glob("d*.txt"))


class Desk:
    def __init__(self, folder, **variables):
        self.folder, self.database, self.variables = folder, folder / "galley.sqlite3", variables
        self.run("migrate", "--verbosity", "0")

    @property
    def environment(self):
        kept = {
            name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        }
        return {**kept, "DEBUG": "on", "GALLEY_VAR": str(self.folder), **self.variables}

    def start(self, *arguments):
        return subprocess.Popen(
            [sys.executable, ROOT / "manage.py", *map(str, arguments)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.folder,
        )

    def run(self, *arguments):
        process = self.start(*arguments)
        out, _ = process.communicate(timeout=120)
        return process.returncode, out

    def count(self, table, those="TRUE"):
        with closing(sqlite3.connect(self.database, timeout=20)) as database:
            return database.execute(f"SELECT COUNT(*) FROM articles_{table} WHERE {those}").fetchone()[0]

    def seeds(self, name, count):
        folder = self.folder / name
        folder.mkdir()
        for i in range(count):
            text = CORPUS[i % len(CORPUS)].read_text(encoding="utf-8")
            (folder / f"{i:03}.txt").write_text(text.replace(" the ", f" the {name}{i} ", 1), encoding="utf-8")
        return folder
