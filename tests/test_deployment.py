"""What the files for a server promise: the reverse proxy and the start script are run for real, the images are not."""

import gzip
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import NamedTuple

import pytest

from tests.desks import ROOT, Desk

DOCKERFILE, COMPOSE, PROXY = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("Dockerfile", "compose.yaml", "deploy/nginx.conf")
)
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
KEY = "only for this test: 50 characters, and quite a few of them differ"
SETTINGS = (ROOT / "cms" / "settings.py").read_text(encoding="utf-8")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait_for(port, process, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"Nothing answers at port {port}")


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


class Site:
    """What a reader's machine gets from the proxy."""

    def __init__(self, port):
        self.port = port

    def get(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {"Host": "localhost", **named})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """The site as a container starts it, by deploy/start, on a database of its own."""
    folder, port = tmp_path_factory.mktemp("web"), free_port()
    desk = Desk(folder, DEBUG="off", HTTPS="off", SECRET_KEY=KEY, STATIC_ROOT=str(folder / "static"))
    assert desk.run("collectstatic", "--no-input")[0] == 0
    variables = {
        "BEHIND_PROXY": "on", "LOG_FORMAT": "json", "LOG_LEVEL": "INFO", "WEB_BIND": f"127.0.0.1:{port}",
        "PATH": f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}",
    }  # fmt: skip
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            ["sh", "deploy/start"], env={**desk.environment, **variables}, cwd=ROOT, stdout=log, stderr=log
        )
        try:
            wait_for(port, process)
            yield port, folder / "log"
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def site(web, tmp_path_factory):
    """nginx with deploy/nginx.conf, in which only the machine's own places are put in."""
    if NGINX is None:
        pytest.skip("no nginx found: install Debian's nginx-light")
    folder, port = tmp_path_factory.mktemp("proxy"), free_port()
    written = re.sub(r"(web|desk):8000", f"127.0.0.1:{web[0]}", PROXY)
    written = written.replace("listen 8080", f"listen 127.0.0.1:{port}")
    (folder / "nginx.conf").write_text(written.replace("/tmp/", f"{folder}/"))
    # Started by root it would change to a user who may not write in the tests' folder.
    alone = "daemon off; user root;" if os.getuid() == 0 else "daemon off;"
    command = [NGINX, "-c", folder / "nginx.conf", "-p", folder, "-e", "stderr", "-g", alone]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield Site(port)
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.mark.prove
def test_a_public_page_is_asked_of_the_site_once_and_then_kept(site):
    first, second = site.get("/how-we-edit/"), site.get("/how-we-edit/")
    assert (first.status, first.headers["X-Cache"], second.headers["X-Cache"]) == (200, "MISS", "HIT")
    assert first.body == second.body
    assert second.headers["Content-Security-Policy"]


@pytest.mark.prove
def test_what_is_kept_for_one_host_is_not_given_to_another(site):
    site.get("/themes/")
    assert site.get("/themes/", Host="strange.example").status == 400


@pytest.mark.prove
def test_a_page_of_the_admin_site_is_never_kept(site):
    answers = [site.get("/admin/login/") for _ in range(2)]
    assert [each.status for each in answers] == [200, 200]
    assert not any(each.headers["X-Cache"] for each in answers)
    assert len({each.headers["X-Request-ID"] for each in answers}) == 2


def test_what_editors_ask_never_waits_among_the_readers():
    for_readers, *for_editors = re.findall(r"location (?:~ |= )?(\S+) {\s[^}]*proxy_pass http://(\w+);", PROXY)
    assert for_readers == ("/", "readers")
    assert for_editors == [("^/(admin|preview)/", "desk"), ("/admin/login/", "desk")]


@pytest.mark.prove
def test_an_answer_that_sets_a_cookie_is_never_kept(site):
    assert "csrftoken" in site.get("/admin/login/").headers["Set-Cookie"]
    assert not site.get("/how-we-edit/").headers["Set-Cookie"]


@pytest.mark.prove
def test_the_bells_for_machines_are_kept_inside(site, web):
    assert {site.get(path).status for path in ("/livez", "/readyz")} == {404}
    inside = Site(web[0])
    assert {inside.get(path).status for path in ("/livez", "/readyz", "/healthz")} == {200}


@pytest.mark.prove
def test_a_request_has_one_number_from_the_proxy_to_the_log(site, web):
    number = site.get("/nowhere-at-all/").headers["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f]{32}", number)
    assert f'"request": "{number}"' in web[1].read_text()


@pytest.mark.prove
def test_the_servers_own_lines_are_written_as_the_sites_are(web):
    lines = [json.loads(line) for line in web[1].read_text().splitlines() if line.startswith("{")]
    own = [line for line in lines if line["logger"] == "gunicorn.error"]
    assert any(line["message"].startswith("Listening at: ") for line in own)
    assert {tuple(line) for line in own} == {("time", "level", "logger", "request", "message")}
    assert "[INFO]" not in web[1].read_text()


@pytest.mark.prove
def test_what_readers_search_for_is_in_no_line(site, web):
    assert site.get("/search/?q=nobodys-business").status == 200
    log = web[1].read_text()
    assert "GET '/search/' 200" in log
    assert "nobodys-business" not in log
    assert "gunicorn.access" not in log


@pytest.mark.prove
def test_a_guesser_is_slowed_down_at_the_door(site):
    statuses = [site.get("/admin/login/").status for _ in range(30)]
    assert statuses.count(429) >= 5
    assert site.get("/").status == 200


@pytest.mark.prove
def test_more_than_can_be_sent_is_refused_before_it_comes(site):
    response = site.get("/admin/", "POST", None, Content_Length=str(40 * 1024 * 1024))
    assert response.status == 413


@pytest.mark.prove
def test_static_files_come_packed_and_may_be_kept_for_ever(site):
    page = site.get("/").body.decode()
    (address, *_) = re.findall(r'href="(/static/[^"]+\.css)"', page)
    response = site.get(address, Accept_Encoding="gzip")
    assert "immutable" in response.headers["Cache-Control"]
    assert b"{" in gzip.decompress(response.body)


@pytest.mark.prove
def test_a_container_may_run_any_command(tmp_path):
    desk = Desk(tmp_path)
    path = f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "deploy/start", "verify_editions"],
        env={**desk.environment, "PATH": path}, cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


# Read, not run: no engine that runs images is needed for the tests


def test_what_the_image_runs_as_has_no_rights_and_owns_no_code():
    last_stage = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.findall(r"^USER (\S+)", last_stage, re.M) == ["10001:10001"]
    assert "--chown" not in last_stage


def test_every_package_of_the_image_is_pinned_with_hashes():
    installs = re.findall(r"pip install .*", DOCKERFILE)
    assert len(installs) == 4
    assert all("--require-hashes" in each for each in installs)


def test_what_the_image_copies_is_there_and_let_through():
    let_through = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M):
        for source in line.split():
            assert (ROOT / source).exists(), source
            assert any(
                (ROOT / source).relative_to(ROOT).match(each) or source.startswith(f"{each}/") for each in let_through
            )


def test_no_image_is_of_any_version_there_may_be():
    images = re.findall(r"^FROM (\S+)", DOCKERFILE, re.M) + re.findall(r"^ +image: (\S+)", COMPOSE, re.M)
    assert {each for each in images if not re.search(r":\d", each)} == {"galley"}


def test_every_variable_of_the_compose_file_is_one_the_site_reads():
    environment = COMPOSE.partition("environment: &environment\n")[2].partition("\nservices:")[0]
    names = re.findall(r"^ {4}([A-Z_]+):", environment, re.M)
    assert len(names) > 8
    assert [name for name in names if f'"{name}"' not in SETTINGS] == []


def test_secrets_have_no_default_and_only_the_proxy_is_reached_from_outside():
    assert set(re.findall(r"\$\{(SECRET_KEY|DATABASE_PASSWORD)(:[^}])", COMPOSE)) == {
        ("SECRET_KEY", ":?"), ("DATABASE_PASSWORD", ":?"),
    }  # fmt: skip
    assert re.findall(r"ports: (.+)", COMPOSE) == ['["127.0.0.1:8080:8080"]']
    assert "back: {internal: true}" in COMPOSE


def test_containers_of_strangers_input_write_nowhere_and_gain_no_rights():
    assert COMPOSE.count("read_only: true") == COMPOSE.count("redis-server") + 2
    assert COMPOSE.count("cap_drop: [ALL]") == COMPOSE.count("no-new-privileges:true") == 2
