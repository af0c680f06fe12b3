"""What the settings promise: to browsers by headers, to editors by their sessions and locks, to nobody by the log."""

import json
import logging
import os
import re
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from cms import logs
from tests.cast import PASSWORD
from tests.desks import Desk

ROOT = Path(__file__).resolve().parent.parent
SECRET = "a-secret-of-the-installation"
KEY = "only for this test: 50 characters, and quite a few of them differ"
HOME, DESK, LOGIN = "/", "/admin/", "/admin/login/"
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"


def run(*arguments, **variables):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments],
        env={**kept, "SECRET_KEY": KEY, **variables},
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def said(*names, **variables):
    """The settings' values in a process of their own."""
    values = f"[getattr(settings, name) for name in {names!r}]"
    code = f"import json; from cms import settings; print(json.dumps({values}, default=str))"
    done = run("-W", "error", "-c", code, **variables)
    assert done.returncode == 0, done.stderr
    values = json.loads(done.stdout)
    return values[0] if len(values) == 1 else values


# What browsers are told


@pytest.fixture
def editor(client, cast):
    client.force_login(cast["cora"])
    return client


@pytest.fixture(params=[HOME, "/nowhere/", DESK, LOGIN])
def answered(request, editor):
    return editor.get(request.param)


def test_every_page_runs_nothing_but_the_sites_own_files(answered):
    policy = dict(part.strip().partition(" ")[::2] for part in answered["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["object-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in answered["Content-Security-Policy"]


def test_no_page_holds_script_or_style_of_its_own(answered):
    html = answered.content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)", html)
    assert not re.search(r"<style|\son[a-z]+=", html)


def test_every_page_is_kept_out_of_frames_and_tells_other_sites_little(answered):
    assert answered["X-Frame-Options"] == "DENY"
    assert answered["X-Content-Type-Options"] == "nosniff"
    assert answered["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answered["Cross-Origin-Opener-Policy"] == "same-origin"
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(answered["Permissions-Policy"].split(", "))


def test_over_tls_cookies_are_of_this_host_alone_and_plain_http_is_left_behind():
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_NAME", "SECURE_SSL_REDIRECT")
    assert said(*names) == [True, True, "__Host-galley", True]
    assert said("SECURE_HSTS_SECONDS") == 31_536_000
    assert said("CONTENT_SECURITY_POLICY")["DIRECTIVES"]["upgrade-insecure-requests"] is True


def test_plain_http_is_sent_to_tls_but_not_the_machines_inside_the_house(client, db, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/")["Location"] == "https://testserver/"
    assert client.get("/healthz").status_code == 200


def test_djangos_own_check_of_a_deployment_finds_nothing():
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


def test_without_a_secret_key_the_site_does_not_start(tmp_path):
    done = run("-c", "import cms.settings", SECRET_KEY="", GALLEY_VAR=str(tmp_path))
    assert done.returncode != 0
    assert "Set SECRET_KEY" in done.stderr


def test_the_folder_of_a_laptops_database_is_made(tmp_path):
    done = run("manage.py", "migrate", "--verbosity", "0", DEBUG="on", GALLEY_VAR=str(tmp_path / "new" / "var"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "new" / "var" / "galley.sqlite3").exists()


def test_an_empty_variable_is_none_at_all():
    assert said("VAR_DIR", "SITE_NAME", "SITE_URL", GALLEY_VAR="", SITE_NAME="", SITE_URL="") == said(
        "VAR_DIR", "SITE_NAME", "SITE_URL"
    )


@pytest.mark.parametrize("name", ["DEBUG", "HTTPS", "DATABASE_POOL", "LOG_FORMAT"])
def test_a_variable_that_cannot_be_read_is_named(name):
    done = run("-c", "import cms.settings", **{name: "perhaps"})
    assert f"{name}='perhaps'" in done.stderr


# Signing in


def sign_in(name, password=PASSWORD, address=HERE, **headers):
    client = Client(REMOTE_ADDR=address, **headers)
    response = client.post(LOGIN, {"username": name, "password": password, "next": DESK})
    return response.status_code


@pytest.fixture
def lock(cast, settings):
    settings.AXES_ENABLED = True
    return settings


def guess(name, address=HERE, times=None, **headers):
    times = settings.AXES_FAILURE_LIMIT if times is None else times
    return [sign_in(name, f"guess {number}", address, **headers) for number in range(times)]


def test_a_name_at_an_address_is_locked_after_eight_wrong_guesses_even_with_the_right_password(lock):
    assert guess("cora") == [200] * 7 + [429]
    assert sign_in("cora") == 429


def test_seven_wrong_guesses_lock_nobody(lock):
    guess("cora", times=7)
    assert sign_in("cora") == 302


def test_a_strangers_guesses_lock_no_editor_at_another_address_and_no_colleague_at_the_same(lock):
    guess("cora", HERE)
    assert sign_in("cora", address=ELSEWHERE) == 302
    assert sign_in("carl", address=HERE) == 302


def test_another_browser_opens_no_lock(lock):
    guess("cora", HTTP_USER_AGENT="one")
    assert sign_in("cora", HTTP_USER_AGENT="another") == 429


def test_a_lock_ends_by_itself_after_an_hour(lock):
    guess("cora")
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert sign_in("cora") == 302


def test_an_operator_opens_a_lock(lock):
    guess("cora")
    call_command("axes_reset_ip_username", HERE, "cora", stdout=StringIO())
    assert sign_in("cora") == 302


def test_a_stranger_cannot_choose_the_address_that_is_locked(lock):
    guess("cora", HTTP_X_FORWARDED_FOR=ELSEWHERE)
    assert sign_in("cora", address=HERE) == 429
    assert sign_in("cora", address=ELSEWHERE) == 302


def test_behind_a_proxy_the_lock_is_of_the_address_that_the_proxy_saw(lock):
    lock.BEHIND_PROXY = True
    proxy = "10.0.0.1"
    guess("cora", proxy, HTTP_X_FORWARDED_FOR=f"1.1.1.1, {HERE}")
    assert sign_in("cora", address=proxy, HTTP_X_FORWARDED_FOR=f"2.2.2.2, {HERE}") == 429
    assert sign_in("cora", address=proxy, HTTP_X_FORWARDED_FOR=f"{HERE}, {ELSEWHERE}") == 302


def test_who_signed_in_and_who_could_not_is_kept_and_logged(lock, caplog):
    caplog.set_level(logging.INFO, "axes.handlers")
    guess("cora", ELSEWHERE, times=2)
    sign_in("cora")
    assert [(each.username, each.ip_address) for each in AccessLog.objects.all()] == [("cora", HERE)]
    assert [each.ip_address for each in AccessFailureLog.objects.all()] == [ELSEWHERE] * 2
    assert f'username: "cora", ip_address: "{HERE}"' in caplog.text
    assert f'username: "cora", ip_address: "{ELSEWHERE}"' in caplog.text


def test_a_wrong_password_is_kept_nowhere(lock, caplog):
    caplog.set_level(logging.DEBUG)
    sign_in("cora", "hunter2 but longer")
    rows = [*AccessAttempt.objects.values(), *AccessFailureLog.objects.values()]
    assert len(rows) == 2
    assert "hunter2" not in str(rows) + caplog.text


# Sessions


def test_a_session_ends_twelve_hours_after_the_last_request(editor):
    start = timezone.now()
    for hours, status in ((0, 200), (11, 200), (22, 200), (34.5, 302)):
        with time_machine.travel(start + timedelta(hours=hours), tick=False):
            assert editor.get(DESK).status_code == status


def test_a_session_is_not_written_at_each_request(editor, django_assert_num_queries):
    editor.get(DESK)
    before = Session.objects.get().expire_date
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        editor.get(DESK)
    assert Session.objects.get().expire_date == before


def test_reading_the_public_site_writes_no_session(editor):
    before = Session.objects.get().expire_date
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert editor.get(HOME).status_code == 200
    assert Session.objects.get().expire_date == before


def test_an_account_made_inactive_is_out_at_its_next_request(editor, cast):
    assert editor.get(DESK).status_code == 200
    User.objects.filter(username="cora").update(is_active=False)
    assert editor.get(DESK).status_code == 302


def test_a_new_password_ends_every_session_of_its_account(editor, cast):
    cora = User.objects.get(username="cora")
    cora.set_password("another long one, for tests only")
    cora.save()
    assert editor.get(DESK).status_code == 302


def test_a_new_key_signs_nobody_out_while_the_old_one_is_named(editor, settings):
    old, settings.SECRET_KEY = settings.SECRET_KEY, f"{KEY}, but new"
    settings.SECRET_KEY_FALLBACKS = [old]
    assert editor.get(DESK).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert editor.get(DESK).status_code == 200  # its session was signed anew meanwhile


def test_a_new_key_alone_signs_everybody_out(editor, settings):
    settings.SECRET_KEY = f"{KEY}, but new"
    assert editor.get(DESK).status_code == 302


# Uploads


def test_a_request_over_the_limit_is_refused_before_it_is_read(client, db):
    body = b"x" * 100
    response = client.post(
        LOGIN, body, content_type="application/octet-stream", CONTENT_LENGTH=str(settings.UPLOAD_MAX_BYTES + 1)
    )
    assert (response.status_code, b"32 MB" in response.content) == (413, True)


# Numbers and lines of the log


def test_every_answer_has_a_number_of_its_own(client, db):
    numbers = {client.get(path)["X-Request-ID"] for path in (HOME, HOME, "/nowhere/", LOGIN)}
    assert len(numbers) == 4


def test_only_a_proxy_of_ours_may_number_requests(client, db, settings):
    given = {"X-Request-ID": "edge-12345678"}
    assert client.get(HOME, headers=given)["X-Request-ID"] != "edge-12345678"
    settings.BEHIND_PROXY = True
    assert client.get(HOME, headers=given)["X-Request-ID"] == "edge-12345678"
    assert client.get(HOME, headers={"X-Request-ID": "a\tforged line"})["X-Request-ID"] != "a\tforged line"


@pytest.fixture
def lines():
    """What the log would print, as JSON."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines([SECRET]))
    root = logging.getLogger()
    root.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)


def test_every_line_that_a_request_causes_has_its_number(client, db, lines):
    logging.getLogger("cms.middleware").setLevel(logging.INFO)
    response = client.get("/nowhere/")
    logging.getLogger("cms.middleware").setLevel(logging.NOTSET)
    told = {line["logger"]: line for line in lines()}
    assert {"django.request", "cms.middleware"} <= set(told)
    assert {line["request"] for line in told.values()} == {response["X-Request-ID"]}
    assert told["cms.middleware"]["message"].startswith("GET '/nowhere/' 404 in ")
    assert told["cms.middleware"]["time"].endswith("+00:00")


def test_a_fault_is_one_line_with_its_traceback(lines):
    try:
        raise ValueError("two\nlines")
    except ValueError:
        logging.getLogger("any").exception("It failed")
    (line,) = lines()
    assert (line["message"], line["level"]) == ("It failed", "ERROR")
    assert "Traceback" in line["exception"]


def test_no_secret_is_in_a_line_not_even_in_a_traceback(lines):
    try:
        raise RuntimeError(f"cannot connect with {SECRET}")
    except RuntimeError:
        logging.getLogger("any").exception("With %s it failed", SECRET)
    text = json.dumps(lines())
    assert SECRET not in text
    assert text.count(logs.HIDDEN) == 2


def test_what_an_address_holds_as_token_is_in_no_line(lines):
    logs.begin("12345678")
    logs.hide(["token-of-a-preview"])
    logging.getLogger("django.request").error("Internal Server Error: /preview/token-of-a-preview/")
    assert "token-of-a-preview" not in json.dumps(lines())
    logs.begin("12345679")
    logging.getLogger("any").error("token-of-a-preview")
    assert lines()[-1]["message"] == "token-of-a-preview"


def test_the_installations_secrets_are_those_hidden():
    secrets = said(
        "SECRETS", EMAIL_HOST_PASSWORD="of-the-mail", DATABASE_URL="postgres://u:of%40the-database@h/n",
        REDIS_URL="redis://:of-the-queue@h/0", CACHE_URL="redis://:of-the-cache@h/0", SECRET_KEY_OLD="of-before",
    )  # fmt: skip
    assert set(secrets) >= {KEY, "of-before", "of-the-mail", "of@the-database", "of-the-queue", "of-the-cache"}


def test_a_database_that_does_not_answer_is_told_without_its_password():
    url = f"postgres://galley:{SECRET}@127.0.0.1:1/galley?connect_timeout=2"
    done = run("manage.py", "migrate", DATABASE_URL=url)
    assert done.returncode != 0
    assert SECRET not in done.stdout + done.stderr


@pytest.mark.parametrize(("chosen", "begins"), [("json", '{"time": "'), ("text", "20")])
def test_the_log_is_written_in_the_form_chosen(chosen, begins):
    code = "import django, logging; django.setup(); logging.getLogger('a').warning('%s', 'b')"
    done = run("-c", code, LOG_FORMAT=chosen, DJANGO_SETTINGS_MODULE="cms.settings")
    assert done.stderr.startswith(begins)
    assert len(done.stderr.splitlines()) == 1


def test_the_threat_model_names_tests_that_are_there():
    told = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    names, files = re.findall(r"`(test_\w+)`", told), re.findall(r"`(tests/[\w/]+\.py)`", told)
    assert len(names) > 20
    assert [name for name in names if f"def {name}(" not in tests] == []
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_every_package_is_pinned_with_its_hashes():
    files = sorted(ROOT.glob("requirements*.txt"))
    assert len(files) == 5
    for file in files:
        text = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", file.read_text("utf-8"), flags=re.M))
        packages = [line for line in text.splitlines() if line.strip()]
        assert packages
        assert [line for line in packages if not re.match(r"[\w.\[\]-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


# Engines


def test_the_pool_takes_the_place_of_kept_connections():
    url = "postgres://u:p@h/n"
    assert said("DATABASES", DATABASE_URL=url, DATABASE_CONN_MAX_AGE="7")["default"]["CONN_MAX_AGE"] == 7
    pooled = said("DATABASES", DATABASE_URL=url, DATABASE_POOL="9")["default"]
    assert (pooled["CONN_MAX_AGE"], pooled["OPTIONS"]["pool"]) == (0, {"max_size": 9})


def test_redis_is_queue_and_cache_unless_the_cache_has_its_own():
    url, other = "redis://h:1/0", "redis://h:2/0"
    broker, caches = said("CELERY_BROKER_URL", "CACHES", REDIS_URL=url)
    assert (broker, caches["default"]["LOCATION"]) == (url, url)
    broker, caches = said("CELERY_BROKER_URL", "CACHES", REDIS_URL=url, CACHE_URL=other)
    assert (broker, caches["default"]["LOCATION"]) == (url, other)
    assert "locmem" in said("CACHES")["default"]["BACKEND"]


SITE = """
from articles.admin.site import Newsroom

class TwoFactors(Newsroom):
    def has_permission(self, request):
        return super().has_permission(request) and "second" in request.session
"""
SIGNED_IN_BY_PASSWORD_ALONE = """
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
cora = User.objects.create_user("cora", password="a long one", is_staff=True, is_superuser=True)
client = Client(headers={"host": "localhost"})
client.force_login(cora, "django.contrib.auth.backends.ModelBackend")
seen = [client.get("/admin/").status_code]
session = client.session
session["second"] = True
session.save()
seen += [client.get("/admin/").status_code, client.get("/admin/articles/article/").status_code]
print(admin.site.name, seen)
"""


@pytest.mark.prove
def test_an_installation_asks_for_a_second_factor_by_a_site_of_its_own(tmp_path):
    (tmp_path / "house.py").write_text("from cms.settings import *\nNEWSROOM_SITE = 'house_site.TwoFactors'\n")
    (tmp_path / "house_site.py").write_text(SITE)
    desk = Desk(tmp_path, DJANGO_SETTINGS_MODULE="house", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    code, out = desk.run("shell", "--no-imports", "-c", SIGNED_IN_BY_PASSWORD_ALONE)
    assert (code, out.strip().splitlines()[-1]) == (0, "admin [302, 200, 200]"), out


def test_an_installation_adds_to_the_settings_by_a_module_of_its_own(tmp_path):
    (tmp_path / "house.py").write_text(
        "from cms.settings import *\nMIDDLEWARE = [*MIDDLEWARE, 'django.middleware.gzip.GZipMiddleware']\n"
    )
    code = "import cms.wsgi; from django.conf import settings; print(settings.MIDDLEWARE[-1])"
    done = run("-c", code, DJANGO_SETTINGS_MODULE="house", PYTHONPATH=str(tmp_path))
    assert done.stdout.strip().endswith("GZipMiddleware"), done.stderr
