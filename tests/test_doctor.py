"""An installation that is wrong is told so in sentences; one that is well is ready for readers."""

import shutil
import smtplib
import socket
from collections import namedtuple
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from articles.models import Act, guards
from articles.steps import examining
from articles.steps.examining import examine
from cms import probes

Usage = namedtuple("Usage", "total used free")
NOWHERE = "redis://127.0.0.1:1/0"
DROPPED = {
    "sqlite": 'DROP TRIGGER "articles_act_frozen"',
    "postgresql": 'DROP TRIGGER "articles_act_frozen" ON "articles_act"',
}


@pytest.fixture
def sound(db, settings, tmp_path, monkeypatch):
    """An installation as it should be."""
    settings.SECRET_KEY = "x1" * 40
    settings.HTTPS = True
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://news.example", ["news.example"]
    settings.STATIC_ROOT = settings.VAR_DIR = tmp_path
    (tmp_path / "staticfiles.json").write_text("{}")
    settings.EMAIL_HOST = "mail.example"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    monkeypatch.setattr(examining.importlib.util, "find_spec", lambda name: name)
    return settings


def forget_newest_migration():
    MigrationRecorder.Migration.objects.filter(app="articles").order_by("-pk").first().delete()


def told():
    return " ".join(each.sentence for each in examine() if each.wrong)


def noted():
    return " ".join(each.sentence for each in examine() if not each.wrong)


def test_a_sound_installation_has_nothing_to_complain_of(sound):
    assert list(examine()) == []


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY can be guessed"),
        ("SECRET_KEY", "only-good-for-a-laptop-" + "x" * 50, "SECRET_KEY can be guessed"),
        ("DEBUG", True, "DEBUG is on"),
        ("HTTPS", False, "HTTPS is off"),
        ("ALLOWED_HOSTS", ["*"], "ALLOWED_HOSTS takes any name"),
        ("ALLOWED_HOSTS", ["other.example"], "has no news.example"),
        ("STATIC_ROOT", "/nowhere", "run manage.py collectstatic"),
    ],
)
def test_a_setting_that_is_wrong_is_named(sound, name, value, sentence):
    setattr(sound, name, value)
    assert sentence in told()


def test_a_folder_that_is_not_there_is_named(sound, tmp_path):
    sound.VAR_DIR = tmp_path / "gone"
    assert f"There is no folder {tmp_path / 'gone'}" in told()


def test_a_full_disk_is_named(sound, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**12, 10**12, 300 * 1024**2))
    assert "Only 300 MB are free" in told()


def test_a_database_that_does_not_answer_is_named_and_nothing_else_asked_of_it(sound, monkeypatch):
    monkeypatch.setattr(examining, "connection", Away())
    assert told() == ("The database does not answer: connection refused. Is DATABASE_URL right and its server running?")


def test_a_missing_guard_is_named(sound):
    with connection.cursor() as cursor:
        cursor.execute(DROPPED[connection.vendor])
    assert "The guard articles_act_frozen is missing" in told()
    guards.install(connection)
    assert told() == ""


def test_a_migration_not_applied_is_named(sound):
    forget_newest_migration()
    assert "migrations are not applied: run manage.py migrate." in told()


@pytest.mark.parametrize(
    ("mode", "check", "sentence"),
    [
        (
            "delete",
            "ok",
            "The database's journal is delete, not WAL: readers wait for writers. Is its disk a network's?",
        ),
        ("wal", "row 7 missing from index", "The database file is damaged (row 7 missing from index): restore it"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_named(sound, monkeypatch, mode, check, sentence):
    monkeypatch.setattr(examining, "connection", Journal(mode, check))
    (complaint,) = examining._engine()
    assert sentence in complaint.sentence


class Away:
    """A database that does not answer."""

    def ensure_connection(self):
        raise OperationalError("connection refused\nwith more lines")

    cursor = ensure_connection


class Journal:
    """A SQLite file that answers the two questions about it."""

    vendor = "sqlite"

    def __init__(self, *answers):
        self.answers = list(answers)

    def cursor(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def execute(self, statement):
        return self

    def fetchone(self):
        return (self.answers.pop(0),)


def test_a_slow_clock_is_named(sound, newsroom):
    newsroom.submitted()
    assert told() == ""
    newest = Act.objects.order_by("-number").first()
    Act.objects.bulk_create([
        Act(article=newest.article, number=newest.number + 1, action="take", at=timezone.now() + timedelta(hours=2))
    ])  # fmt: skip
    assert "this clock is slow" in told()


def test_a_cache_that_keeps_nothing_is_named(sound):
    sound.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert "The cache does not keep what it is given" in told()


def test_a_cache_server_that_is_away_is_named(sound):
    pytest.importorskip("redis")
    sound.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": NOWHERE}}
    assert "The cache does not keep what it is given" in told()


def test_a_mail_server_that_is_away_is_named(sound):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: refused at once
        sound.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        sound.EMAIL_HOST, sound.EMAIL_PORT = "127.0.0.1", taken.getsockname()[1]
        assert "The mail server 127.0.0.1 does not take mail" in told()


def test_a_mail_server_that_refuses_us_is_named(sound, monkeypatch):
    def refuse(self):
        raise smtplib.SMTPAuthenticationError(535, b"no")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", refuse)
    assert "does not take mail" in told()


def test_what_an_installation_may_do_without_is_a_note(sound, monkeypatch):
    sound.EMAIL_HOST = ""
    monkeypatch.setattr(examining.importlib.util, "find_spec", lambda name: None)
    assert told() == ""
    assert "EMAIL_HOST is not set" in noted()
    assert "harper is not installed, so grammar is not checked" in noted()


def test_the_command_says_so_and_ends_with_a_failure_where_something_is_wrong(sound):
    out = StringIO()
    call_command("doctor", stdout=out)
    assert out.getvalue() == "All is well.\n"
    sound.DEBUG, errors = True, StringIO()
    with pytest.raises(CommandError, match="1 found"):
        call_command("doctor", stderr=errors)
    assert errors.getvalue().startswith("Wrong: DEBUG is on")


# Bells for machines


def test_a_site_with_all_its_parts_is_alive_and_ready(client, db):
    assert client.get("/livez").status_code == 200
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"ready": True, "wrong": []})
    assert response["Cache-Control"] == "no-store"


def test_a_site_whose_database_is_away_is_alive_and_not_ready(client, db, monkeypatch):
    monkeypatch.setattr(probes, "connection", Away())
    assert client.get("/livez").status_code == 200
    response = client.get("/readyz")
    assert (response.status_code, response.json()["wrong"]) == (503, ["database"])


def test_a_site_without_its_guards_is_not_ready(client, db):
    with connection.cursor() as cursor:
        cursor.execute(DROPPED[connection.vendor])
    response = client.get("/readyz")
    assert (response.status_code, response.json()["wrong"]) == (503, ["articles.E001"])


def test_a_site_with_a_migration_to_apply_is_not_ready(client, db):
    forget_newest_migration()
    assert client.get("/readyz").json()["wrong"] == ["migrations"]


def test_a_site_whose_cache_is_away_is_not_ready(client, db, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    response = client.get("/readyz")
    assert (response.status_code, response.json()["wrong"]) == (503, ["cache"])


def test_nothing_can_be_done_to_the_bells(client, db):
    assert {client.post(path).status_code for path in ("/livez", "/readyz")} == {405}
