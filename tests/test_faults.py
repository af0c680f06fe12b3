"""What is left when something gives way in the middle: everything or nothing, and the act can be done again.

Processes are killed for real, at each statement of an act and on both sides of its commit.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from unittest import mock

import pytest
import time_machine
from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone

from articles.errors import WrongMoment
from articles.models import Article, Edition, Revision, Seed, rows
from articles.steps import approving, correcting, publishing
from articles.steps.importing import Outcome, import_seed
from articles.steps.verifying import verify
from articles.text.correction import Correction, ParagraphEdit
from articles.text.roles import Role
from tests.browser_form import sent
from tests.cast import hire
from tests.conftest import prove_share
from tests.desks import CORPUS, ROOT, Desk
from tests.newsroom import Newsroom

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."
MOST_STATEMENTS = 400
KILLS = max(1, round(20 * prove_share()))


@pytest.fixture
def room(transactional_db):
    return Newsroom(hire())


def publish(room):
    """An act to try again and again, and what tells whether it is done."""
    article = room.approved()
    return lambda: publishing.publish(article, room.ada), lambda: article.editions.count() == 1


def publish_a_later_edition(room):
    article = room.published()
    room.correct(article, text=SMILING, significance="correction", note="She smiled.")
    article = room.approved(article)
    return lambda: publishing.publish(article, room.ada), lambda: article.editions.count() == 2


def save(room):
    article = room.article()
    edit = Correction(paragraphs=(ParagraphEdit("p1", SMILING, Role.BODY, True),))
    return lambda: correcting.save(article, room.cora, 1, edit, "Better"), lambda: room.head(article).number == 2


def import_one(room):
    data = CORPUS[0].read_bytes()
    return lambda: import_seed(data, "mill.txt"), lambda: Seed.objects.exists() and Article.objects.exists()


ACTS = pytest.mark.parametrize("act", [publish, publish_a_later_edition, save, import_one])


def sound():
    """Nothing is half done: each row's digest, each chain, each draft against its newest revision."""
    return [each.sentence for each in verify(drafts=True)] == []


class Fault:
    """Gives way at statement ``at`` of those sent to the database, by ``giving_way``."""

    def __init__(self, at, giving_way):
        self.at, self.giving_way, self.seen = at, giving_way, 0

    def __call__(self, execute, sql, params, many, context):
        self.seen += 1
        if self.seen == self.at:
            self.giving_way()
        return execute(sql, params, many, context)


@contextmanager
def at_each_statement(fault):
    """Rows that are copied are a statement too, of which Django does not tell its wrappers."""
    real = rows._store

    def store(table, columns, values):
        if connection.vendor == "postgresql":
            return fault(lambda *_: real(table, columns, values), f"COPY {table}", None, True, {})
        return real(table, columns, values)

    with connection.execute_wrapper(fault), mock.patch.object(rows, "_store", store):
        yield


def disk_error():
    raise OperationalError("disk I/O error")


def kill_me():
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.prove
@ACTS
def test_a_statement_that_fails_undoes_all_before_it(room, act):
    do, done = act(room)
    for at in range(1, MOST_STATEMENTS):
        fault = Fault(at, disk_error)
        with at_each_statement(fault), suppress(OperationalError):
            do()
        if fault.seen < at:
            break
        assert not done(), f"done although statement {at} failed"
        assert sound(), f"unsound after statement {at} failed"
    assert at > 10
    assert done()
    assert sound()


def killed(do, at=None, commit=None):
    """Whether a process that does it died: at a statement, or ``before`` or ``after`` its commit."""
    connection.close()
    child = os.fork()
    if child == 0:
        try:
            if commit:
                _die_around_the_commit(commit)
            with at_each_statement(Fault(at, kill_me)):
                do()
            connection.close()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _die_around_the_commit(moment):
    real = connection._commit

    def commit():
        if moment == "after":
            real()
        kill_me()

    connection._commit = commit


@pytest.mark.prove
@ACTS
def test_a_process_killed_at_any_statement_leaves_nothing_and_the_next_one_does_it(room, act):
    do, done = act(room)
    for at in range(1, MOST_STATEMENTS):
        if not killed(do, at):
            break
        assert not done(), f"done although killed at statement {at}"
        assert sound(), f"unsound after being killed at statement {at}"
    assert at > 10
    assert done()
    assert sound()


@pytest.mark.prove
@ACTS
def test_a_process_killed_before_its_commit_has_done_nothing_and_after_it_everything(room, act):
    do, done = act(room)
    assert killed(do, commit="before")
    assert not done()
    assert sound()
    assert killed(do, commit="after")
    assert done()
    assert sound()


def test_whoever_publishes_again_what_a_killed_process_published_is_told_so(room):
    do, _ = publish(room)
    assert killed(do, commit="after")
    with pytest.raises(WrongMoment):
        do()
    assert Edition.objects.count() == 1


def test_whoever_imports_again_what_a_killed_process_imported_changes_nothing(room):
    do, _ = import_one(room)
    assert killed(do, commit="after")
    assert do().outcome is Outcome.UNCHANGED
    assert (Seed.objects.count(), Article.objects.count(), Revision.objects.count()) == (1, 1, 2)


# The database is away and comes back


@contextmanager
def away():
    """Whoever asks for the database finds nobody at its address."""
    connection.close()
    name = "NAME" if connection.vendor == "sqlite" else "PORT"
    kept = connection.settings_dict[name]
    connection.settings_dict[name] = "/nowhere/galley.sqlite3" if name == "NAME" else "1"
    yield
    connection.close()
    connection.settings_dict[name] = kept


def test_a_site_whose_database_is_away_says_so_and_works_when_it_is_back(client, room):
    article = room.published()
    address = f"/articles/mill-opens-its-doors-{article.pk}/"
    client.raise_request_exception = False
    assert client.get(address).status_code == 200
    with away():
        assert client.get(address).status_code == 500
        assert [client.get(path).status_code for path in ("/livez", "/healthz", "/readyz")] == [200, 503, 503]
    assert client.get(address).status_code == 200
    assert client.get("/readyz").status_code == 200


def test_a_save_while_the_database_is_away_gives_the_typing_back_and_can_be_sent_again(client, room, caplog):
    article = room.article()
    client.force_login(room.cora, "django.contrib.auth.backends.ModelBackend")
    address = f"/admin/articles/article/{article.pk}/change/"
    typing = sent(client.get(address)) | {"text-p1": SMILING, "reason": "Better"}
    with away():
        refused = client.post(address, typing)
        kept = client.post(f"{address}../keep/", typing, headers={"Accept": "application/json"})
    assert refused.status_code == kept.status_code == 503
    assert SMILING in refused.content.decode()
    assert "save again in a minute" in refused.content.decode()
    assert "save again in a minute" in kept.json()["refusal"]
    assert "The database did not answer POST" in caplog.text
    assert room.head(article).number == 1
    assert client.post(address, typing).status_code == 302
    assert room.head(article).document.paragraph("p1").text == SMILING


if connection.vendor == "postgresql":  # a file has no line that breaks

    def test_a_connection_that_broke_between_two_requests_is_replaced(client, room):
        assert client.get("/").status_code == 200
        with closing(connection.copy()) as other, connection.cursor() as mine, other.cursor() as cursor:
            mine.execute("SELECT pg_backend_pid()")
            cursor.execute("SELECT pg_terminate_backend(%s)", mine.fetchone())
        close_old_connections()  # as at the start of each request; the test client leaves it out
        assert client.get("/").status_code == 200


# SQLite's own limits, met by real processes


HOUSE = """
from cms.settings import *
OPTIONS = DATABASES["default"]["OPTIONS"]
OPTIONS["timeout"] = 0.5
OPTIONS["init_command"] += "{pragma}"
"""


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def house(desk, pragma=""):
    """The same desk with other settings of the database."""
    (desk.folder / "house.py").write_text(HOUSE.format(pragma=pragma))
    path = os.pathsep.join([str(desk.folder), str(ROOT)])
    return Desk(desk.folder, DJANGO_SETTINGS_MODULE="house", PYTHONPATH=path)


def soundly(desk):
    code, out = desk.run("verify_editions", "--drafts")
    return code == 0, out


@pytest.mark.prove
def test_a_database_that_is_locked_too_long_is_told_and_nothing_is_half_done(desk):
    folder, impatient = desk.seeds("locked", 12), house(desk)
    with closing(sqlite3.connect(desk.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, out = impatient.run("import_seeds", folder)
        other.execute("ROLLBACK")
    assert code == 1
    assert "the database does not answer (database is locked). Run the import again." in out
    assert "Traceback" not in out
    assert desk.count("seed") == desk.count("article") == 0
    assert "12 created" in desk.run("import_seeds", folder)[1]


@pytest.mark.prove
def test_a_full_disk_is_told_and_what_is_there_is_whole(desk):
    folder = desk.seeds("full", 100)
    with closing(sqlite3.connect(desk.database)) as database:
        (pages,) = database.execute("PRAGMA page_count").fetchone()
    code, out = house(desk, f" PRAGMA max_page_count={pages + 600};").run("import_seeds", folder)
    assert code == 1
    assert "database or disk is full" in out
    assert "Traceback" not in out
    assert 0 < desk.count("article") == desk.count("seed") == desk.count("revision", "number = 1") < 100
    assert soundly(desk)[0]
    desk.run("import_seeds", folder)
    assert desk.count("article") == 100
    assert soundly(desk)[0]


@pytest.fixture
def small_disk(tmp_path):
    """A disk of eight megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk can be made: only root may mount one")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@pytest.mark.prove
def test_a_disk_that_is_really_full_is_told_and_once_there_is_room_the_rest_is_done(small_disk, tmp_path):
    desk, folder = Desk(small_disk), Desk(tmp_path).seeds("full", 36)
    ballast = small_disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        file.write(bytes(shutil.disk_usage(small_disk).free - 1_000_000))
    code, out = desk.run("import_seeds", folder)
    assert code == 1
    assert "database or disk is full" in out
    assert "Traceback" not in out
    assert desk.count("article") == desk.count("seed") < 36
    ballast.unlink()
    assert soundly(desk)[0]
    code, out = desk.run("import_seeds", folder)
    assert code == 0, out
    assert desk.count("article") == 36
    assert soundly(desk)[0]


# The clock is set back


def test_a_clock_that_is_set_back_between_two_steps_breaks_no_chain(room):
    article = room.submitted()
    before = article.acts.order_by("-number").first()
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        approving.approve(article, room.bea, room.head(article).digest)
        publishing.publish(article, room.ada)
        assert article.editions.live().count() == 1
        assert sound()
    assert article.editions.live().count() == 1
    numbers = list(article.acts.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert article.acts.get(number=before.number + 1).previous_digest == before.digest
    assert sound()


def test_a_later_edition_by_a_clock_that_is_slow_never_makes_two_live(room):
    article = room.published()
    room.correct(article, text=SMILING, significance="correction", note="She smiled.")
    article = room.approved(article)
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        with suppress(WrongMoment):
            publishing.publish(article, room.ada)
        assert article.editions.live().count() <= 1
    assert article.editions.live().count() == 1
    if article.editions.count() == 1:
        publishing.publish(article, room.ada)
    assert [each.number for each in article.editions.live()] == [2]
    assert sound()


# Backups


@pytest.mark.prove
def test_a_backup_made_while_others_write_is_whole_and_says_what_the_archive_says(desk, tmp_path_factory):
    desk.run("demo")
    writer = desk.start("import_seeds", desk.seeds("meanwhile", 60))
    restored = tmp_path_factory.mktemp("restored")
    while desk.count("seed") < 20:
        time.sleep(0.01)
    back_up(desk, restored)
    assert writer.poll() is None, "the writer was done before the backup was made"
    writer.communicate(timeout=120)
    other = Desk(restored)
    assert other.count("edition") >= 1
    assert 20 <= other.count("article") == other.count("seed") < desk.count("article")
    assert soundly(other)[0]
    heads = restored / "heads.jsonl"
    assert other.run("verify_editions", "--drafts", "--keep", heads)[0] == 0
    code, out = desk.run("verify_editions", "--against", heads)
    assert code == 0, out


@pytest.mark.prove
def test_a_backup_of_a_quiet_site_has_every_digest(desk, tmp_path_factory):
    desk.run("demo")
    restored = tmp_path_factory.mktemp("restored")
    back_up(desk, restored)
    other, kept = Desk(restored), []
    for each in (desk, other):
        assert each.run("verify_editions", "--drafts", "--keep", each.folder / "heads.jsonl")[0] == 0
        kept.append((each.folder / "heads.jsonl").read_text())
    assert kept[0] == kept[1] != ""


def back_up(desk, folder):
    """As docs/operating.md says."""
    with closing(sqlite3.connect(desk.database, timeout=20)) as database:
        database.execute("VACUUM INTO ?", [str(folder / "galley.sqlite3")])


# Long


@pytest.mark.prove
@pytest.mark.parametrize("round", range(KILLS))
def test_backups_made_at_any_moment_are_whole(desk, tmp_path_factory, round):
    writer = desk.start("import_seeds", desk.seeds("meanwhile", 24))
    while writer.poll() is None and desk.count("seed") <= round:
        time.sleep(0.005)
    restored = tmp_path_factory.mktemp("restored")
    back_up(desk, restored)
    writer.communicate(timeout=120)
    other = Desk(restored)
    ok, out = soundly(other)
    assert ok, out
    assert other.count("article") == other.count("seed") == other.count("revision", "number = 1")
