"""``export_editions``: the archive as lines of JSON, with a digest of each file."""

import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.steps.exporting import PARTS, TOLD, export


class Command(BaseCommand):
    help = "Writes everything that was frozen, as it is at one moment, in a form that restore_editions and people read."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--out", metavar="FOLDER", default="-", help="a new folder, a file for each part; - for one stream"
        )

    def handle(self, *args: Any, out: str, **options: Any) -> None:
        if out == "-":
            self.stream()
            return
        try:
            self.fill(Path(out))
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error

    def stream(self) -> None:
        """Each line says its part; the manifest is the last."""
        out = sys.stdout.buffer

        def write(part: str, line: bytes) -> None:
            out.write(b'{"part":"%s","row":%s}\n' % (part.encode(), line[:-1]))

        write("manifest", json.dumps(export(write)).encode() + b"\n")

    def fill(self, folder: Path) -> None:
        """A folder without a manifest is an export that did not end."""
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise CommandError(f"{folder} is not empty. Name a new folder.")
        with ExitStack() as open_files:
            manifest = export(_into(folder, open_files))
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        self.stdout.write(f"{manifest['parts']['editions']['lines']} editions and what they rest on are in {folder}.")


def _into(folder: Path, open_files: ExitStack) -> Callable[[str, bytes], None]:
    files = {part: open_files.enter_context((folder / f"{part}.jsonl").open("wb")) for part in (*PARTS, *TOLD)}

    def write(part: str, line: bytes) -> None:
        files[part].write(line)

    return write
