"""Seeds imported by workers: a real Redis, real Celery processes, and what is left when one of them dies."""

import base64
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.db import OperationalError

from articles.models import Article
from articles.steps import handing
from articles.steps.preparing import Given
from tests.desks import CORPUS, ROOT, Desk

celery = pytest.importorskip("celery", reason="Celery is not installed: see requirements-queue.txt")
from articles.tasks import import_handful  # noqa: E402

NOWHERE = "redis://127.0.0.1:1/0"
MANY = 96  # three handfuls
# What a worker that died held comes back so soon here; an installation waits longer than any handful takes.
RETURNS_AFTER = 4  # seconds


@pytest.fixture(scope="module")
def redis(tmp_path_factory):
    """The address of a Redis of these tests alone."""
    port = _free_port()
    process = start_redis(port, tmp_path_factory.mktemp("redis"))
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait(timeout=20)


def start_redis(port, folder):
    server = shutil.which("redis-server")
    if server is None:
        pytest.skip("no redis-server found: install Debian's redis-server")
    command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _wait_until(lambda: _answers(port), "Redis does not answer")
    return process


@pytest.fixture(scope="module")
def desk(redis, tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk"), REDIS_URL=redis, QUEUE_RETURNS_AFTER=str(RETURNS_AFTER))


@contextmanager
def worker(desk, processes=2):
    """A worker in a process group of its own, so that it can be killed whole."""
    log = desk.folder / "worker.log"
    options = ["--concurrency", str(processes), "--without-gossip", "--without-mingle", "--loglevel", "INFO"]
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "cms.queue", "worker", *options],
            env={**desk.environment, "PYTHONPATH": str(ROOT)},
            cwd=desk.folder, stdout=out, stderr=out, start_new_session=True,
        )  # fmt: skip
        try:
            _wait_until(lambda: " ready." in log.read_text(), f"The worker does not start: {log}")
            yield process
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(timeout=60)


def sound(desk):
    return desk.run("verify_editions", "--drafts")


def children(process):
    task = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(each) for each in task.read_text().split()]


def _free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_until(true, otherwise, seconds=60):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, otherwise
        time.sleep(0.05)


def begun(desk, before):
    _wait_until(lambda: desk.count("article") > before, "Nothing is imported")


@pytest.mark.prove
def test_workers_make_the_articles_and_their_answers_come_back(desk):
    folder, before = desk.seeds("sent", MANY), desk.count("article")
    (folder / "none.txt").write_text("   ")
    with worker(desk):
        code, out = desk.run("import_seeds", "--queue", folder)
        assert f"{MANY} created, 0 unchanged, 0 changed, 1 refused" in out
        assert "none.txt: " in out
        assert code == 1
        (folder / "none.txt").unlink()
        code, out = desk.run("import_seeds", "--queue", folder)
        assert (code, f"0 created, {MANY} unchanged, 0 changed, 0 refused" in out) == (0, True)
    assert desk.count("article") == desk.count("seed") == desk.count("revision", "number = 1") == before + MANY
    assert sound(desk)[0] == 0


@pytest.mark.prove
def test_two_senders_and_two_workers_at_once_make_one_article_a_seed(desk):
    folder, before = desk.seeds("twice", MANY), desk.count("article")
    with worker(desk):
        both = [desk.start("import_seeds", "--queue", folder) for _ in range(2)]
        told = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert desk.count("article") == desk.count("seed") == before + MANY
    assert sum(int(out.partition(" created")[0].split()[-1]) for out in told) == MANY
    assert sound(desk)[0] == 0


@pytest.mark.prove
def test_a_workers_process_killed_in_the_middle_leaves_its_handful_to_another(desk):
    folder, before = desk.seeds("child", MANY), desk.count("article")
    with worker(desk) as process:
        sender = desk.start("import_seeds", "--queue", folder)
        begun(desk, before)
        for child in children(process):
            os.kill(child, signal.SIGKILL)
        out, _ = sender.communicate(timeout=120)
    assert (sender.returncode, "0 refused" in out) == (0, True), out
    assert desk.count("article") == desk.count("seed") == desk.count("revision", "number = 1") == before + MANY
    assert sound(desk)[0] == 0


@pytest.mark.prove
def test_what_a_killed_worker_held_is_done_by_the_next_one(desk):
    folder, before = desk.seeds("killed", MANY), desk.count("article")
    with worker(desk) as process:
        sender = desk.start("import_seeds", "--queue", folder)
        begun(desk, before)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=20)
    left = desk.count("article") - before
    assert left < MANY
    assert sound(desk)[0] == 0
    with worker(desk):
        out, _ = sender.communicate(timeout=120)
    assert (sender.returncode, "0 refused" in out) == (0, True), out
    assert desk.count("article") == desk.count("seed") == desk.count("revision", "number = 1") == before + MANY
    assert sound(desk)[0] == 0


@pytest.mark.prove
def test_a_queue_that_goes_away_in_the_middle_is_told_and_the_rest_is_done_when_it_is_back(tmp_path):
    port = _free_port()
    desk = Desk(tmp_path, REDIS_URL=f"redis://127.0.0.1:{port}/0", QUEUE_RETURNS_AFTER=str(RETURNS_AFTER))
    folder, server = desk.seeds("lost", 3 * MANY), start_redis(port, tmp_path)
    with worker(desk):
        sender = desk.start("import_seeds", "--queue", folder)
        begun(desk, 0)
        server.kill()
        server.wait(timeout=20)
        out, _ = sender.communicate(timeout=120)
        assert sender.returncode == 1
        assert "Is the server of REDIS_URL running?" in out
        assert "Traceback" not in out
        server = start_redis(port, tmp_path)
        code, out = desk.run("import_seeds", "--queue", folder)
    server.terminate()
    server.wait(timeout=20)
    assert (code, "0 refused" in out) == (0, True), out
    assert desk.count("article") == desk.count("seed") == 3 * MANY
    assert sound(desk)[0] == 0


@pytest.mark.prove
def test_the_cache_is_in_redis_for_all_processes(desk, redis):
    code = "import django; django.setup(); from django.core.cache import cache; cache.{}"
    for act in ("set('a', 'kept')", "get('a') == 'kept' or exit(7)"):
        done = subprocess.run(
            [sys.executable, "-c", code.format(act)],
            env={**desk.environment, "DJANGO_SETTINGS_MODULE": "cms.settings"},
            cwd=ROOT, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0


def test_a_site_whose_cache_is_in_redis_is_ready(client, db, settings, redis):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis}}
    assert client.get("/readyz").json() == {"ready": True, "wrong": []}
    caches["default"].close()


# Without processes


def given(number=0):
    return Given(CORPUS[number].read_bytes(), f"{number}.txt")


def test_a_seed_travels_as_json_and_arrives_as_it_was():
    seed = Given(bytes(range(256)), "https://news.example/é", "gb18030", "text/html", "https://news.example/é")
    assert handing.unpacked(handing.packed(seed)) == seed


def test_a_parcels_answers_are_in_order_whatever_becomes_of_each(db):
    seeds = [given(0), Given(b" ", "none.txt"), given(0), given(1)]
    answers = handing.import_parcels([handing.packed(each) for each in seeds])
    assert [each["outcome"] for each in answers] == ["created", "refused", "unchanged", "created"]
    again = handing.import_parcels([handing.packed(each) for each in seeds])
    assert [each["outcome"] for each in again] == ["unchanged", "refused", "unchanged", "unchanged"]
    assert [each["article"] for each in again] == [each["article"] for each in answers]
    assert Article.objects.count() == 2


def test_a_fault_of_ours_on_one_seed_stops_none_of_the_others(db, monkeypatch, caplog):
    real = handing.prepared

    def prepared(seeds, *args, **options):
        for number, (label, outcome) in enumerate(real(seeds, *args, **options)):
            yield label, ZeroDivisionError("a fault") if number == 0 else outcome

    monkeypatch.setattr(handing, "prepared", prepared)
    answers = handing.import_parcels([handing.packed(given(0)), handing.packed(given(1))])
    assert [each["outcome"] for each in answers] == ["refused", "created"]
    assert "Galley failed on it (ZeroDivisionError" in answers[0]["reason"]
    assert "Import of 0.txt failed" in caplog.text


def test_a_handful_on_which_workers_die_is_let_go(db):
    parcels = [{**handing.packed(given()), "data": base64.b64encode(b" ").decode()}]
    reasons = [import_handful.apply([parcels], task_id="deadly").get()[0]["reason"] for _ in range(4)]
    assert all("workers died" not in reason for reason in reasons[:3])
    assert reasons[3].startswith("3 workers died on its handful.")


def test_a_database_that_is_away_for_a_moment_is_asked_again(db, monkeypatch):
    answers = iter([OperationalError("away"), OperationalError("away"), ["done"]])

    def import_parcels(parcels, checks):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr("articles.tasks.import_parcels", import_parcels)
    assert import_handful.apply([[]]).get() == ["done"]


def test_without_an_address_of_redis_there_is_no_queue(db, settings, tmp_path):
    settings.REDIS_URL = ""
    with pytest.raises(CommandError, match="There is no queue: set REDIS_URL"):
        call_command("import_seeds", "--queue", str(CORPUS[0]))


def test_without_celery_it_is_said_what_to_install(db, settings):
    settings.REDIS_URL, settings.QUEUE_APPLICATION = NOWHERE, "no_such_module.app"
    with pytest.raises(CommandError, match=r"install requirements-queue\.txt"):
        call_command("import_seeds", "--queue", str(CORPUS[0]))


@pytest.mark.prove
def test_a_redis_that_does_not_answer_is_said_at_once(desk):
    away = Desk(desk.folder, REDIS_URL=NOWHERE)
    code, out = away.run("import_seeds", "--queue", CORPUS[0])
    assert code == 1
    assert "Is the server of REDIS_URL running?" in out
