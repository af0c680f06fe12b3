"""A newsroom lost, and made again from its export."""

import base64
import hashlib
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings as site
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from articles import search
from articles.models import Act, Article, Edition, FinishedPage, Merge, Published, Revision, Seed, Sketch, Theme
from articles.steps import correcting, likening, merging, publishing, restoring
from articles.steps.importing import Outcome, import_seed
from articles.steps.verifying import against, heads, verify
from articles.text.correction import Correction
from tests.cast import PASSWORD, hire
from tests.newsroom import LINES, Newsroom

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room():
    return Newsroom(hire())


@pytest.fixture
def archive(room, tmp_path, tomorrow):
    """The export of a newsroom: editions replaced, live, scheduled, withdrawn; drafts; a theme; a changed source."""
    article = room.article()
    head = room.head(article)
    theme = Theme.objects.first()
    correcting.save(article, room.cora, head.number, Correction(themes=frozenset({theme.slug})), "A theme")
    room.published(article)
    room.again(article, SMILING)
    room.again(article, SMILING.replace("smiling", "beaming"), at=tomorrow)
    withdrawn = room.published(room.article(lines=("Mills", *LINES[1:])))
    publishing.withdraw(withdrawn, room.ada, "Wrong")
    long = " ".join(f"The mill in Dorn ground {number} sacks of rye in its first year." for number in range(20))
    data = f"Mill at work\n\n{long}\n".encode()
    import_seed(data, "https://dorn.example/mill")
    import_seed(data + b"\nMore.\n", "https://dorn.example/mill")
    folder = tmp_path / "export"
    call_command("export_editions", out=str(folder), stdout=io.StringIO())
    return folder


def empty():
    """The database as ``migrate`` left it."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM articles_searchentry")
        else:
            cursor.execute("TRUNCATE articles_searchentry")
    call_command("flush", interactive=False, verbosity=0)


def restored(folder):
    out = io.StringIO()
    call_command("restore_editions", str(folder), stdout=out, stderr=out)
    return out.getvalue()


def test_an_edition_shown_under_a_merged_theme_is_sound_though_the_merge_was_undone(room, tmp_path):
    mills, works = (Theme.objects.create(name=name, slug=name.lower()) for name in ("Mills", "Works"))
    article = room.ready()
    room.correct(article, themes=frozenset({"mills"}))
    merged = merging.merge(mills, works, room.ada, "The same")
    room.published(article)
    merging.undo(merged, room.bea)
    folder, was = tmp_path / "export", Merge.objects.values().get()
    call_command("export_editions", out=str(folder), stdout=io.StringIO())
    empty()
    restored(folder)
    assert Merge.objects.values().get() == was
    assert [each.sentence for each in verify(drafts=True)] == []


def frozen():
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in (Seed, Revision, Edition)}
    for seed in rows["Seed"]:
        seed["data"] = bytes(seed["data"])
    return rows


def test_a_lost_newsroom_is_what_it_was(archive):
    before, kept = frozen(), list(heads())
    acts = set(Act.objects.values_list("pk", "digest"))
    columns = ("edition", "kind", "key", "title", "fields", "sort_date", "live_from", "live_until", "withheld")
    # Which articles are related is weighed anew, by what is live then.
    stated = Published.objects.exclude(kind="related").order_by("edition", "kind", "key")
    index = list(stated.values(*columns))
    pages = dict(FinishedPage.objects.values_list("edition", "etag"))
    columns = ("pk", "stage", "head", "headline", "newer_seed", "withdrawal_open", "open_problems", "changed_at")
    articles = list(Article.objects.order_by("pk").values(*columns))
    empty()
    assert "Every digest holds" in restored(archive)
    assert frozen() == before
    assert acts < set(Act.objects.values_list("pk", "digest"))
    assert list(against(json.dumps(each) for each in kept)) == []
    assert [each.sentence for each in verify(drafts=True)] == []
    assert list(Article.objects.order_by("pk").values(*columns)) == articles
    columns = ("edition", "kind", "key", "title", "fields", "sort_date", "live_from", "live_until", "withheld")
    assert list(stated.all().values(*columns)) == index
    assert dict(FinishedPage.objects.values_list("edition", "etag")) == pages
    assert [hit.edition.number for hit in search.find("smiling")] == [2]


def test_each_article_says_that_it_was_restored(archive):
    empty()
    restored(archive)
    exported_at = json.loads((archive / "manifest.json").read_text())["exported_at"]
    for article in Article.objects.all():
        last = article.acts.order_by("-number").first()
        assert (last.action, last.by, last.reason) == ("restored", None, f"from the export of {exported_at}")


def test_nobody_can_sign_in_to_a_restored_account(archive):
    ids = dict(User.objects.filter(username__in=["cora", "ada"]).values_list("username", "pk"))
    empty()
    restored(archive)
    assert dict(User.objects.values_list("username", "pk")) == ids
    assert not User.objects.filter(is_active=True).exists()
    for name in ids:
        User.objects.filter(username=name).update(is_active=True)
        assert authenticate(None, username=name, password=PASSWORD) is None
        assert authenticate(None, username=name, password="") is None


def test_the_work_goes_on_after_a_restore(archive, room):
    """New rows are numbered after the restored ones, duplicates are still known, editions still follow one another."""
    newest = max(Revision.objects.values_list("pk", flat=True))
    empty()
    restored(archive)
    call_command("setup", stdout=io.StringIO())
    for each in User.objects.all():
        each.is_active = each.is_superuser = True
        each.save()
    article = Article.objects.get(pk=Article.objects.order_by("pk").first().pk)
    edition = room.again(article, SMILING.replace("smiling", "laughing"))
    assert edition.number == 4
    assert edition.revision.pk > newest
    seed = Seed.objects.filter(identity="https://dorn.example/mill").first()
    assert import_seed(bytes(seed.data), seed.identity).outcome is Outcome.UNCHANGED
    copy = import_seed(bytes(seed.data) + b" ", "elsewhere.txt").article
    assert Article.objects.get(pk=copy.pk).likeness >= likening.ALIKE
    assert Sketch.objects.count() == 2
    assert [each.sentence for each in verify(drafts=True)] == []


def test_nothing_is_restored_over_what_is_here(archive):
    before = frozen()
    with pytest.raises(CommandError, match="only migrated"):
        restored(archive)
    assert frozen() == before


@pytest.mark.parametrize("part", ["accounts", "revisions", "heads", "ninjs"])
def test_a_changed_byte_is_refused_before_anything_is_stored(archive, part):
    file = archive / f"{part}.jsonl"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    empty()
    with pytest.raises(CommandError, match=f"{part}.jsonl is not as it was written"):
        restored(archive)
    assert not User.objects.exists()


def test_a_missing_file_or_manifest_is_named(archive):
    empty()
    (archive / "acts.jsonl").unlink()
    with pytest.raises(CommandError, match="acts.jsonl cannot be read"):
        restored(archive)
    (archive / "manifest.json").write_text('{"format": 1}')
    with pytest.raises(CommandError, match="is no manifest"):
        restored(archive)
    (archive / "manifest.json").unlink()
    with pytest.raises(CommandError, match="no manifest"):
        restored(archive)


def resealed(folder, part, lines):
    """The part rewritten, and the manifest with it: what somebody would do who can write both."""
    data = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
    (folder / f"{part}.jsonl").write_bytes(data)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["parts"][part] = {"lines": len(lines), "sha256": hashlib.sha256(data).hexdigest()}
    (folder / "manifest.json").write_text(json.dumps(manifest))


def part_of(folder, part):
    return [json.loads(line) for line in (folder / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_forged_export_that_fits_its_manifest_is_told_by_its_digests(archive):
    acts = part_of(archive, "acts")
    forged = [{**each, "reason": "forged"} if each["action"] == "withdraw" else each for each in acts]
    resealed(archive, "acts", forged)
    empty()
    with pytest.raises(CommandError, match="1 finding"):
        restored(archive)


def test_an_export_without_its_newest_rows_restores_nothing(archive):
    resealed(archive, "acts", part_of(archive, "acts")[:-1])
    empty()
    with pytest.raises(CommandError, match="Nothing was restored: Article .* has lost act"):
        restored(archive)
    assert not Seed.objects.exists()


def test_an_export_of_a_later_format_is_refused(archive):
    manifest = json.loads((archive / "manifest.json").read_text())
    (archive / "manifest.json").write_text(json.dumps({**manifest, "format": 2}))
    with pytest.raises(CommandError, match="format 2"):
        restored(archive)


def another_newsroom(folder):
    """The environment of a site of its own, on a new SQLite file."""
    outside = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**outside, "GALLEY_VAR": str(folder), "DEBUG": "on", "DJANGO_SETTINGS_MODULE": "cms.settings"}


def manage(environment, *arguments):
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=site.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.prove
def test_another_machine_makes_the_same_newsroom_of_it(archive, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    environment = another_newsroom(there)
    assert manage(environment, "migrate", "--verbosity", "0").returncode == 0
    done = manage(environment, "restore_editions", str(archive))
    assert (done.returncode, done.stderr) == (0, "")
    kept = tmp_path / "heads.jsonl"
    kept.write_bytes((archive / "heads.jsonl").read_bytes())
    checked = manage(environment, "verify_editions", "--drafts", "--against", str(kept))
    assert "4 editions are as they were left" in checked.stdout, checked.stderr
    database = sqlite3.connect(there / "galley.sqlite3")
    digests = set(database.execute("SELECT digest FROM articles_edition"))
    database.close()
    assert digests == {(each,) for each in Edition.objects.values_list("digest", flat=True)}


@pytest.mark.prove
def test_a_killed_restore_leaves_nothing_and_runs_again(archive, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    environment = another_newsroom(there)
    assert manage(environment, "migrate", "--verbosity", "0").returncode == 0
    stopping = (
        "import django, time; django.setup(); from articles.steps import restoring as r; from pathlib import Path\n"
        "r._mark = lambda at: (print('nearly', flush=True), time.sleep(60))\n"
        f"r.restore(Path({str(archive)!r}))"
    )
    command = [sys.executable, "-c", stopping]
    running = subprocess.Popen(command, cwd=site.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True)
    with running:
        assert running.stdout.readline() == "nearly\n"
        running.send_signal(signal.SIGKILL)
    database = sqlite3.connect(there / "galley.sqlite3")
    for table in ("articles_seed", "articles_revision", "articles_edition", "auth_user"):
        assert database.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)
    database.close()
    assert manage(environment, "restore_editions", str(archive)).returncode == 0


def test_the_seeds_bytes_come_back(archive):
    empty()
    restored(archive)
    told = {each["sha256"]: base64.b64decode(each["data"]) for each in part_of(archive, "seeds")}
    assert {each.sha256: bytes(each.data) for each in Seed.objects.all()} == told
    assert all(hashlib.sha256(data).hexdigest() == sha256 for sha256, data in told.items())


def test_it_is_one_transaction(archive, monkeypatch):
    def fail(*_):
        raise KeyboardInterrupt

    empty()
    monkeypatch.setattr(restoring, "_mark", fail)
    with pytest.raises(KeyboardInterrupt):
        restored(archive)
    assert not Article.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM articles_searchentry")
        assert cursor.fetchone() == (0,)
