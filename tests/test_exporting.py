"""The archive as lines of JSON, taken at one moment."""

import base64
import hashlib
import io
import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from articles.models import Act, Edition, Revision, Seed
from articles.pages.ninjs import ninjs
from articles.steps import exporting, publishing
from articles.steps.exporting import PARTS, TOLD, export
from articles.steps.verifying import heads
from tests.cast import hire
from tests.newsroom import LINES, Newsroom

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."
# Made again by restore, or kept beside the archive and lost with the database; docs/operating.md says which.
DRAFTS = {"Paragraph", "Speech", "Claim", "Initiative", "Award", "Dismissal", "ThemedArticle"}
DERIVED = {"Published", "FinishedPage", "Monthly", "Wording", "Tally"}
BESIDE = {"Note", "WorkingCopy", "ReaderReport", "PreviewLink", "Replacement", "Message"}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room():
    return Newsroom(hire())


def exported(folder):
    call_command("export_editions", out=str(folder), stdout=io.StringIO())
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def lines(folder, part):
    return [json.loads(line) for line in (folder / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_everything_frozen_is_in_it_with_its_digest(room, tmp_path):
    article = room.published()
    room.again(article, SMILING)
    exported(tmp_path)
    for part, model in (("revisions", Revision), ("acts", Act), ("editions", Edition)):
        told = [(each["id"], each["digest"]) for each in lines(tmp_path, part)]
        assert told == list(model.objects.order_by("pk").values_list("pk", "digest"))
    [seed] = lines(tmp_path, "seeds")
    assert base64.b64decode(seed["data"]) == bytes(Seed.objects.get().data)
    assert lines(tmp_path, "heads") == json.loads(json.dumps(list(heads())))


def test_the_manifest_has_the_digest_of_every_file(room, tmp_path):
    room.published()
    manifest = exported(tmp_path)
    assert set(manifest["parts"]) == {*PARTS, *TOLD}
    for part, told in manifest["parts"].items():
        data = (tmp_path / f"{part}.jsonl").read_bytes()
        assert told == {"lines": data.count(b"\n"), "sha256": hashlib.sha256(data).hexdigest()}


def test_accounts_are_names_without_passwords_or_addresses(room, tmp_path):
    room.cora.email = "cora@news.example"
    room.cora.save()
    room.published()
    exported(tmp_path)
    accounts = lines(tmp_path, "accounts")
    assert [each["username"] for each in accounts] == ["cora", "ada"]
    assert set(accounts[0]) == {"id", "username", "first_name", "last_name"}
    assert "cora@news.example" not in "".join(each.read_text(encoding="utf-8") for each in tmp_path.iterdir())


def test_every_table_of_the_newsroom_is_exported_made_again_or_named_as_left_out():
    """A new model belongs into PARTS, or into one of the sets above and into the docs."""
    ours = {model.__name__ for model in apps.get_app_config("articles").get_models()}
    assert ours - {model.__name__ for model in PARTS.values()} - DRAFTS - DERIVED - BESIDE == set()


def test_only_what_readers_may_see_is_told_as_ninjs(room, tmp_path, tomorrow):
    article = room.published()
    room.again(article, SMILING)
    room.again(article, SMILING.replace("smiling", "beaming"), at=tomorrow)
    withdrawn = room.published(room.article(lines=("Mills", *LINES[1:])))
    publishing.withdraw(withdrawn, room.ada, "Wrong")
    exported(tmp_path)
    told = lines(tmp_path, "ninjs")
    assert [each["version"] for each in told] == ["1", "2"]
    [uri] = {each["uri"] for each in told}
    assert uri.startswith("tag:127.0.0.1,")
    assert uri.endswith(f":articles/{article.pk}")
    assert {each["firstCreated"] for each in told} == {article.editions.get(number=1).live_from.isoformat()}


def test_ninjs_says_what_readers_read(room, settings):
    settings.SITE_URL = "https://news.example"
    edition = room.published().editions.get()
    told = ninjs(edition, edition.live_from)
    assert told["headlines"] == [{"role": "main", "contentType": "text/plain", "value": LINES[0]}]
    [body] = told["bodies"]
    assert body["value"] == f"{LINES[1]}\n\n{LINES[2]}"
    assert (body["charCount"], body["wordCount"]) == (len(body["value"]), len(body["value"].split()))
    assert [each["name"] for each in told["people"]] == ["Vera Holt"]
    assert (told["pubStatus"], told["slugline"]) == ("usable", "mill-opens-its-doors")
    assert told["usageTerms"] == "licensed: Test agreement of 2026"
    assert "edNote" not in told
    assert "organisations" not in told


def test_what_is_written_meanwhile_is_not_in_it_and_waits_for_nothing(room, tmp_path, monkeypatch):
    """Another editor saves after the first line was read; the export shows the moment it began."""
    article = room.published()
    before, written = Revision.objects.count(), []

    def another():
        room.correct(article, text=SMILING)
        written.append(Revision.objects.count())
        connection.close()

    def write(part, line):
        rows.append((part, json.loads(line)))
        if len(rows) == 1:
            thread = threading.Thread(target=another)
            thread.start()
            thread.join(10)

    rows = []
    manifest = export(write)
    assert written == [before + 1]
    assert manifest["parts"]["revisions"]["lines"] == before
    head = next(row for part, row in rows if part == "heads")
    assert head["revision"][0] == max(row["number"] for part, row in rows if part == "revisions")
    again = export(lambda *_: None)
    assert again["parts"]["revisions"]["lines"] == before + 1


def test_an_export_that_fails_holds_no_lock_and_leaves_no_manifest(room, tmp_path, monkeypatch):
    room.published()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "ninjs", fail)
    with pytest.raises(CommandError, match="No space left"):
        exported(tmp_path)
    assert not (tmp_path / "manifest.json").exists()
    room.published(room.article(lines=("Mills", *LINES[1:])))


def test_a_folder_with_something_in_it_is_not_written_to(room, tmp_path):
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(CommandError, match="is not empty"):
        exported(tmp_path)
    assert (tmp_path / "manifest.json").read_text() == "{}"


def read_by_itself(folder, *heads):
    """What the script of the docs says: with Python's standard library alone, and nothing of Galley."""
    script = Path(__file__).resolve().parent.parent / "docs" / "verify_export.py"
    command = [sys.executable, "-I", "-S", script, folder, *heads]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=folder, env={})
    return ended.returncode, ended.stdout.strip() + ended.stderr


FORGED = (
    ("revisions", "reason", "Forged", "is not what its digest says"),
    ("acts", "by_id", 1, "is not what its digest says"),
    ("acts", "number", 9, "does not follow the one before"),
    ("editions", "contributors", ["Nobody"], "is not what its digest says"),
    ("editions", "approver_id", 10**6, "was not approved and published as it says"),
    ("seeds", "data", "", "is not the bytes that came"),
)


def test_an_export_is_verified_without_galley(room, tmp_path):
    article = room.published()
    room.again(article, SMILING)
    folder = tmp_path / "export"
    exported(folder)
    heads = folder / "heads.jsonl"
    assert read_by_itself(folder, heads) == (0, "2 editions are as they were published.")
    for part, column, value, said in FORGED:
        file = folder / f"{part}.jsonl"
        whole = file.read_text(encoding="utf-8")
        rows = lines(folder, part)
        file.write_text("".join(f"{json.dumps(each)}\n" for each in (*rows[:-1], {**rows[-1], column: value})))
        code, told = read_by_itself(folder)
        assert (code, said in told, f"{part}.jsonl is not as it was written" in told) == (1, True, True), told
        file.write_text(whole, encoding="utf-8")
    kept = tmp_path / "heads.jsonl"
    kept.write_text(json.dumps({"article": article.pk, "revision": [9, "0" * 64], "act": [0, ""], "edition": [0, ""]}))
    code, told = read_by_itself(folder, kept)
    assert (code, told) == (1, f"revision 9 of article {article.pk} is gone or another")


def test_a_stream_says_the_part_of_each_line_and_ends_with_the_manifest(room, capfdbinary):
    room.published()
    call_command("export_editions")
    told = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert told[-1]["part"] == "manifest"
    counted = {part: len([each for each in told if each["part"] == part]) for part in (*PARTS, *TOLD)}
    assert counted == {part: each["lines"] for part, each in told[-1]["row"]["parts"].items()}


def test_rows_are_read_a_few_at_a_time(room, monkeypatch):
    """Memory does not grow with the archive: no query of a table asks for all its rows at once."""
    room.published()
    sizes = []
    iterate = QuerySet.iterator

    def noted(queryset, chunk_size=None):
        sizes.append(chunk_size)
        return iterate(queryset, chunk_size)

    monkeypatch.setattr(QuerySet, "iterator", noted)
    with CaptureQueriesContext(connection) as queries:
        export(lambda *_: None)
    assert len(sizes) == len(PARTS) + len(TOLD)
    assert all(size and size <= 100 for size in sizes)
    assert len(queries) < 30
