"""``import_seeds``: scraped, machine-translated articles become drafts on the editors' desk."""

import argparse
import codecs
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from tqdm import tqdm

from articles.errors import Refused
from articles.management.queueing import answered
from articles.steps.handing import REFUSED, answer_of
from articles.steps.importing import Imported, Outcome, foreseen, known_articles, store
from articles.steps.preparing import Given, Prepared, read, sha256_of
from articles.steps.reading import handfuls, prepared
from articles.steps.revising import glossary
from articles.steps.seed_files import Found, files_of, seeds_in, seeds_in_stream
from articles.steps.workers import spare_the_collector
from articles.text.contract import contract

# So many seeds are stored in one transaction: whole articles all of them, or none.
BATCH = 40
MOST_WORKERS = 64


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one seed."""

    file: str
    outcome: str
    reason: str = ""
    article: int | None = None


class Command(BaseCommand):
    help = (
        "Imports seeds: .txt, .html, .jsonl (one object a line: text, url, title), each also .gz, and .zip. "
        "Importing the same again changes nothing. Exit status 1 if any was refused."
    )
    requires_system_checks = []  # they load every page, for longer than it takes to read a hundred seeds

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", metavar="PATH", help="file, folder, pattern, - (default: seeds/)")
        parser.add_argument("--dry-run", action="store_true", help="tell what would be done and store nothing")
        parser.add_argument(
            "--json",
            action="store_true",
            help="a JSON object a line for each seed; with --dry-run, what was found in it",
        )
        parser.add_argument("--encoding", type=_encoding, help="read text files in this encoding only")
        parser.add_argument("--workers", type=_workers, default=1, help="processes that read while one writes")
        parser.add_argument("--queue", action="store_true", help="let workers on other machines do it; see REDIS_URL")
        parser.add_argument("--no-checks", action="store_true", help="count problems when an article is first saved")
        parser.add_argument("--report", metavar="FILE", help="write what became of each seed, a JSON object a line")

    def handle(self, *args: Any, paths: list[str], report: str | None, **options: Any) -> None:
        self.options = options
        tally: Counter[str] = Counter()
        with ExitStack() as stack:
            written = stack.enter_context(_opened(report)) if report else None
            for row in self.rows(paths or [str(settings.BASE_DIR / "seeds")]):
                tally[row.outcome] += 1
                self.tell(row, written)
        self.count(tally)
        if tally[REFUSED]:
            raise CommandError(f"{tally[REFUSED]} refused, for the reasons above. Everything else is done.")

    def rows(self, paths: list[str]) -> Iterator[Row]:
        if self.options["dry_run"]:
            yield from (each if isinstance(each, Row) else self.foretold(each) for each in self.found(paths))
        elif self.options["queue"]:
            yield from self.by_workers(paths)
        else:
            yield from self.by_myself(paths)

    def by_workers(self, paths: list[str]) -> Iterator[Row]:
        for row, answer in answered(self.given(self.found(paths)), checks=not self.options["no_checks"]):
            yield row if answer is None else Row(row.file, **asdict(answer))

    def by_myself(self, paths: list[str]) -> Iterator[Row]:
        spare_the_collector()
        _leave_the_disk_its_time()
        for handful in handfuls(self.made_ready(self.found(paths)), BATCH):
            yield from self.stored(handful)

    def found(self, paths: list[str]) -> Iterator[Found | Row]:
        """Every seed there is, and a Row for what is none."""
        files: list[str | None] = []
        for given in paths:
            try:
                files += [None] if given == "-" else files_of(given)
            except Refused as error:
                yield Row(given, REFUSED, str(error))
        for file in tqdm(list(dict.fromkeys(files)), unit="file", disable=not sys.stderr.isatty()):
            for found in seeds_in_stream(sys.stdin.buffer) if file is None else seeds_in(Path(file)):
                yield Row(found.place, REFUSED, found.refusal) if found.refusal else found

    def made_ready(self, seeds: Iterator[Found | Row]) -> Iterator[Row | tuple[str, Prepared]]:
        """Each seed prepared, beside its place; a Row for what is known already or refused."""
        checks, workers = not self.options["no_checks"], self.options["workers"]
        for row, outcome in prepared(self.given(seeds), glossary(), workers=workers, checks=checks):
            if isinstance(outcome, Prepared):
                yield row.file, outcome
            else:
                yield row if outcome is None else _row(row.file, outcome)

    def given(self, seeds: Iterator[Found | Row]) -> Iterator[tuple[Row, Given | None]]:
        return (each for handful in handfuls(seeds, BATCH) for each in self.to_prepare(handful))

    def to_prepare(self, handful: Sequence[Found | Row]) -> Iterator[tuple[Row, Given | None]]:
        """A Row for each, and what is to be prepared where that does not say everything yet."""
        known = known_articles([sha256_of(each.data) for each in handful if isinstance(each, Found)])
        for each in handful:
            if isinstance(each, Row):
                yield each, None
                continue
            encoding, article = self.encoding(each), known.get(sha256_of(each.data))
            if encoding is None and article is not None:
                yield Row(each.place, Outcome.UNCHANGED.value, article=article), None
            else:
                yield Row(each.place, ""), Given(each.data, each.identity, encoding, each.media_type, each.url)

    def stored(self, handful: Sequence[Row | tuple[str, Prepared]]) -> Iterator[Row]:
        """What became of each, in order."""
        ready = [each for each in handful if not isinstance(each, Row)]
        try:
            done = iter(store([each for _, each in ready]))
        except OperationalError as error:
            raise CommandError(
                f"{ready[0][0]}: the database does not answer ({error}). Run the import again."
            ) from error
        for each in handful:
            yield each if isinstance(each, Row) else _row(each[0], next(done))

    def foretold(self, found: Found) -> Row:
        """What importing would do. With --json the database is not even looked at."""
        try:
            reading = read(found.data, self.encoding(found), found.media_type)
        except Exception as error:
            return _row(found.place, error)
        if not self.options["json"]:
            return Row(found.place, foreseen(found.data, found.identity, self.encoding(found)).value)
        self.stdout.write(json.dumps(contract(found.name, reading.scraped, reading.suggestions), ensure_ascii=False))
        return Row(found.place, "read")

    def encoding(self, found: Found) -> str | None:
        return self.options["encoding"] and (found.encoding or self.options["encoding"])

    def tell(self, row: Row, report: IO[str] | None) -> None:
        told = self.options["json"] and not self.options["dry_run"]
        line = json.dumps(asdict(row), ensure_ascii=False) if report or told else ""
        if report:
            report.write(f"{line}\n")
            report.flush()
        if told:
            self.stdout.write(line)
        if row.outcome == REFUSED:
            with tqdm.external_write_mode(sys.stderr):
                self.stderr.write(f"{row.file}: {row.reason}")

    def count(self, tally: Counter[str]) -> None:
        told = ", ".join(f"{tally[each]} {each}" for each in _order(tally))
        out = self.stderr if self.options["json"] else self.stdout
        out.write(told, self.style.NOTICE if tally[REFUSED] else self.style.SUCCESS)


def _leave_the_disk_its_time() -> None:
    """SQLite: no waiting for the disk at each handful. A power cut may take the last ones, whole; to import again
    brings them back. What others commit meanwhile they wait for, as ever."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = NORMAL")


def _row(place: str, done: Imported | Exception) -> Row:
    return Row(place, **asdict(answer_of(done, place)))


def _order(tally: Counter[str]) -> list[str]:
    """The four outcomes that are always told, then what else occurred."""
    always = ["created", "unchanged", "changed", REFUSED]
    return always + sorted(set(tally) - set(always))


def _encoding(name: str) -> str:
    try:
        codecs.lookup(name)
    except LookupError as error:
        raise argparse.ArgumentTypeError(
            f"there is no encoding {name!r}; utf-8, gb18030 and windows-1252 are some"
        ) from error
    return name


def _workers(number: str) -> int:
    if not number.isdecimal() or not 1 <= int(number) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{number!r} is not a number from 1 to {MOST_WORKERS}")
    return int(number)


def _opened(report: str) -> IO[str]:
    try:
        return Path(report).open("w", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"The report cannot be written to {report}: {error.strerror}.") from error
