"""``restore_editions``: an export becomes a newsroom again."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.errors import Refused
from articles.steps.restoring import restore
from articles.steps.verifying import verify


class Command(BaseCommand):
    help = (
        "Fills an empty database from an export, then verifies it. Nobody can sign in to the restored accounts. A run "
        "that is stopped leaves nothing and can be started again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="FOLDER", help="as export_editions wrote it")

    def handle(self, *args: Any, folder: str, **options: Any) -> None:
        try:
            done = restore(Path(folder))
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        found = 0
        for finding in verify(drafts=True):
            self.stderr.write(finding.sentence)
            found += 1
        told = f"{done.articles} articles with {done.editions} editions of {done.exported_at} are restored."
        if found:
            raise CommandError(f"{told} {found} findings: the archive was exported with them, or look for another.")
        self.stdout.write(f"{told} Every digest holds. Now run setup, and make accounts or wake the old ones.")
