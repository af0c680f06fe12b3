"""What is wrong with an installation, each in a sentence that says what to do."""

import importlib.util
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.mail import get_connection
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http.request import validate_host
from django.utils import timezone

from articles.models import Act, guards

LEAST_SPACE = 1024**3  # bytes
LEAST_KEY = 50  # characters, as Django's own deployment check wants
MOST_APART = timedelta(seconds=5)
EXTRAS = {"harper": "grammar is not checked", "trafilatura": "web pages are read as plain text"}


@dataclass(frozen=True, slots=True)
class Complaint:
    """``wrong`` where readers or editors would notice; else a remark."""

    sentence: str
    wrong: bool = True


def examine() -> Iterator[Complaint]:
    """Everything that is not as it should be; nothing where all is well. Writes nothing but a word to the cache."""
    yield from _key()
    yield from _debug()
    yield from _hosts()
    yield from _static()
    yield from _disk()
    yield from _cache()
    yield from _mail()
    yield from _extras()
    unreachable = list(_database())
    yield from unreachable or _inside_the_database()


def _inside_the_database() -> Iterator[Complaint]:
    unapplied = list(_migrations())
    yield from unapplied
    yield from _engine()
    if not unapplied:
        yield from _guards()
        yield from _clock()


def _key() -> Iterator[Complaint]:
    if len(settings.SECRET_KEY) < LEAST_KEY or settings.SECRET_KEY.startswith("only-good-for-a-laptop"):
        yield Complaint(f"SECRET_KEY can be guessed: set it to a random line of {LEAST_KEY} characters or more.")


def _debug() -> Iterator[Complaint]:
    if settings.DEBUG:
        yield Complaint("DEBUG is on: whoever meets an error sees the settings. Turn it off where others read.")
    elif not settings.HTTPS:
        yield Complaint("HTTPS is off: passwords and sessions travel readable. Turn it on where others read.")


def _hosts() -> Iterator[Complaint]:
    host = urlsplit(settings.SITE_URL).hostname or ""
    if "*" in settings.ALLOWED_HOSTS:
        yield Complaint("ALLOWED_HOSTS takes any name, so that strangers choose what links say. Name your hosts.")
    elif not validate_host(host, settings.ALLOWED_HOSTS):
        yield Complaint(f"SITE_URL is {settings.SITE_URL}, but ALLOWED_HOSTS has no {host or 'such host'}. Add it.")
    if host in {"127.0.0.1", "localhost"}:
        yield Complaint(
            "SITE_URL is this machine's own: links in mail lead nowhere for others. Set it.", settings.HTTPS
        )


def _static() -> Iterator[Complaint]:
    if not settings.DEBUG and not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield Complaint(f"There are no static files in {settings.STATIC_ROOT}: run manage.py collectstatic --no-input.")


def _disk() -> Iterator[Complaint]:
    if not settings.VAR_DIR.is_dir():
        yield Complaint(f"There is no folder {settings.VAR_DIR}: make it, or name another by GALLEY_VAR.")
        return
    free = shutil.disk_usage(settings.VAR_DIR).free
    if free < LEAST_SPACE:
        yield Complaint(f"Only {free // 1024**2:,} MB are free where {settings.VAR_DIR} is. Make room.")


def _cache() -> Iterator[Complaint]:
    word = f"doctor-{uuid.uuid4()}"
    try:
        cache.set(word, word, timeout=10)
        kept = cache.get(word) == word
        cache.delete(word)
    except Exception:  # each engine has its own exceptions
        kept = False
    if not kept:
        yield Complaint("The cache does not keep what it is given. Is the server of CACHE_URL or REDIS_URL running?")


def _mail() -> Iterator[Complaint]:
    if not settings.EMAIL_HOST:
        yield Complaint("EMAIL_HOST is not set: messages are printed where the site runs, and nobody gets one.", False)
        return
    try:
        with get_connection() as mail:
            mail.open()
    except OSError as error:
        yield Complaint(f"The mail server {settings.EMAIL_HOST} does not take mail ({error}). Nobody gets messages.")


def _extras() -> Iterator[Complaint]:
    for name, without in EXTRAS.items():
        if importlib.util.find_spec(name) is None:
            yield Complaint(f"{name} is not installed, so {without}: see requirements-extras.txt.", False)


def _database() -> Iterator[Complaint]:
    try:
        connection.ensure_connection()
    except Error as error:
        told = str(error).strip().splitlines()[0]
        yield Complaint(f"The database does not answer: {told}. Is DATABASE_URL right and its server running?")


def _migrations() -> Iterator[Complaint]:
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if waiting:
        yield Complaint(f"{waiting} migrations are not applied: run manage.py migrate.")


def _guards() -> Iterator[Complaint]:
    for name in guards.missing(connection):
        yield Complaint(f"The guard {name} is missing, so frozen rows can be changed: run manage.py rebuild.")


def _engine() -> Iterator[Complaint]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        (mode,) = cursor.execute("PRAGMA journal_mode").fetchone()
        (sound,) = cursor.execute("PRAGMA quick_check(1)").fetchone()
    if mode != "wal":
        yield Complaint(
            f"The database's journal is {mode}, not WAL: readers wait for writers. Is its disk a network's?"
        )
    if sound != "ok":
        yield Complaint(f"The database file is damaged ({sound}): restore it from a backup.")


def _clock() -> Iterator[Complaint]:
    """Against the database's clock where it has one of its own, and against the newest entry of the log."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            apart = abs(cursor.fetchone()[0] - timezone.now())
        if apart > MOST_APART:
            yield Complaint(f"This machine's clock and the database's are {apart.total_seconds():.0f} seconds apart.")
    newest = Act.objects.order_by("-at").values_list("at", flat=True).first()
    if newest is not None and newest > timezone.now() + MOST_APART:
        yield Complaint(f"The log has an entry of {newest:%Y-%m-%d %H:%M} UTC, which lies ahead: this clock is slow.")
