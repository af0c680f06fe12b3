"""An export becomes a newsroom again: the same rows under the same numbers, so that every digest holds.

Accounts come back as names that cannot sign in. What is derived is made again. Each article's log says that it was
restored. All of it is one transaction: a restore that ends early leaves nothing.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.color import no_style
from django.db import connection, models, transaction

from articles.errors import BadInput, WrongMoment
from articles.models import Article, Edition
from articles.models.drafts import write_draft
from articles.models.rows import insert_models
from articles.text.document import Document

from .exporting import CHUNK, FORMAT, PARTS, TOLD, columns_of
from .moving import head_of, record
from .publishing import derive
from .reading import handfuls
from .remembering import learn_anew
from .tallying import tally_anew
from .verifying import against
from .workflow import Action


@dataclass(frozen=True, slots=True)
class Restored:
    """``exported_at`` as the manifest says it."""

    exported_at: str
    articles: int
    editions: int


def restore(folder: Path) -> Restored:
    """Everything in the export is in the database, which was empty.

    Raises BadInput where the export is not whole or not as it was written, WrongMoment where something is here already.
    """
    manifest = checked(folder)
    with transaction.atomic(durable=True):
        require_empty()
        for name in PARTS:
            _fill(folder, name)
        _number_on()
        _write_drafts()
        for edition in Edition.objects.order_by("pk").iterator(chunk_size=CHUNK):
            derive(edition)
        learn_anew()
        tally_anew()
        _require_heads(folder)
        _mark(manifest["exported_at"])
        return Restored(manifest["exported_at"], Article.objects.count(), Edition.objects.count())


def checked(folder: Path) -> dict[str, Any]:
    """The manifest of an export whose every file is as it was written; BadInput names the one that is not."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        told = {name: (manifest["parts"][name]["lines"], manifest["parts"][name]["sha256"]) for name in (*PARTS, *TOLD)}
        known = manifest["format"], datetime.fromisoformat(manifest["exported_at"])
    except OSError as error:
        raise BadInput(f"{folder} has no manifest that can be read, so it is no whole export.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(f"{folder / 'manifest.json'} is no manifest of an export.") from error
    if known[0] != FORMAT:
        raise BadInput(f"{folder} is an export of format {known[0]}; this Galley reads {FORMAT}.")
    for name, (lines, sha256) in told.items():
        if _count_and_digest(folder / f"{name}.jsonl") != (lines, sha256):
            raise BadInput(f"{folder / f'{name}.jsonl'} is not as it was written. Take another copy of the export.")
    return manifest


def require_empty() -> None:
    """Raises WrongMoment where a table that would be filled has rows."""
    for name, model in PARTS.items():
        if found := model._default_manager.count():
            raise WrongMoment(
                f"This database has {found} {name} already. Restore onto one that was only migrated; "
                "run setup and make accounts afterwards."
            )


def _count_and_digest(file: Path) -> tuple[int, str]:
    whole, lines = hashlib.sha256(), 0
    try:
        with file.open("rb") as opened:
            for line in opened:
                whole.update(line)
                lines += 1
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}.") from error
    return lines, whole.hexdigest()


def _fill(folder: Path, name: str) -> None:
    model, columns = PARTS[name], columns_of(name)
    with (folder / f"{name}.jsonl").open(encoding="utf-8", newline="\n") as lines:
        for handful in handfuls(lines, CHUNK):
            insert_models([_row(model, columns, json.loads(line)) for line in handful])


def _row(model: type[models.Model], columns: list[models.Field], told: dict[str, Any]) -> models.Model:
    try:
        row = model(**{each.attname: _value(each, told[each.attname]) for each in columns})
    except KeyError as missing:
        raise BadInput(f"The export has no {missing} of {model._meta.verbose_name_plural}.") from missing
    if isinstance(row, User):
        row.is_active = False
        row.set_unusable_password()
    return row


def _value(column: models.Field, plain: Any) -> Any:
    if plain is None:
        return None
    if isinstance(column, models.BinaryField):
        return base64.b64decode(plain)
    return datetime.fromisoformat(plain) if isinstance(column, models.DateTimeField) else plain


def _number_on() -> None:
    """New rows are numbered after the restored ones."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(PARTS.values())):
            cursor.execute(statement)


def _write_drafts() -> None:
    """Each article's paragraphs, facts, themes and judgements are its newest Revision."""
    for article in Article.objects.order_by("pk").iterator(chunk_size=CHUNK):
        write_draft(article, head_of(article).document, Document())


def _require_heads(folder: Path) -> None:
    with (folder / "heads.jsonl").open(encoding="utf-8") as lines:
        for finding in against(lines):
            raise BadInput(f"Nothing was restored: {finding.sentence}")


def _mark(exported_at: str) -> None:
    for article in Article.objects.order_by("pk").iterator(chunk_size=CHUNK):
        record(article, Action.RESTORED, None, reason=f"from the export of {exported_at}")
