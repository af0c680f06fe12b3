"""``verify_editions``: nothing that was frozen has changed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import Edition
from articles.steps.verifying import Finding, against, heads, redacted_editions, verify


class Command(BaseCommand):
    help = (
        "Works out every digest, chain, approval and interval anew and tells what is not as it was left. Exit status 1 "
        "if anything is. Only --against can find a database rewritten as a whole."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--drafts", action="store_true", help="look at articles' unpublished rows too")
        parser.add_argument("--against", metavar="FILE", help="compare with heads kept earlier")
        parser.add_argument("--keep", metavar="FILE", help="if all is well, write the heads to keep elsewhere")

    def handle(self, *args: Any, drafts: bool, against: str | None, keep: str | None, **options: Any) -> None:
        found = 0
        for finding in (*verify(drafts), *(_against(against) if against else ())):
            self.stderr.write(finding.sentence)
            found += 1
        if found:
            raise CommandError(
                f"{found} finding{'s' * (found > 1)}. Do not repair by hand: restore a backup and compare."
            )
        self.stdout.write(f"{_as_left(Edition.objects.count())}{_but_redacted()}.")
        if keep:
            self.keep(Path(keep))

    def keep(self, file: Path) -> None:
        lines = "".join(f"{json.dumps(each)}\n" for each in heads())
        try:
            file.write_text(lines, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"Their heads are in {file}. Keep it where nobody of this site can write.")


def _as_left(count: int) -> str:
    return "1 edition is as it was left" if count == 1 else f"{count} editions are as they were left"


def _but_redacted() -> str:
    count = redacted_editions()
    return f", but for {count} that {'were' if count > 1 else 'was'} redacted by two people" if count else ""


def _against(file: str) -> Iterator[Finding]:
    try:
        yield from against(Path(file).read_text(encoding="utf-8").splitlines())
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise CommandError(f"{file} does not hold heads as --keep writes them.") from error
