"""What readers' pages cost: gunicorn with 2 workers, asked over 8 connections, beside a page that does nothing.

Uses wrk where it is installed (Debian: wrk), else a slower asker of its own, and says which.
"""

import http.client
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import ROOT, environment, manage, median, migrated, start  # noqa: E402

CONNECTIONS, SECONDS, ROUNDS, PUBLISHED = 8, 3, 3, 60
HOUSE = """
from cms.settings import *
ROOT_URLCONF = "house_urls"
"""
URLS = """
from django.http import HttpResponse
from django.urls import path
from cms.urls import handler400, handler404, handler500, urlpatterns as site
PAGE = open({page!r}, "rb").read()
urlpatterns = [path("constant/", lambda request: HttpResponse(PAGE)), *site]
"""
BARE = """
PAGE = open({page!r}, "rb").read()
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(PAGE)))])
    return [PAGE]
"""


def main():
    var = migrated()
    address, page = furnish(var)
    (var / "house.py").write_text(HOUSE)
    (var / "house_urls.py").write_text(URLS.format(page=str(page)))
    (var / "bare.py").write_text(BARE.format(page=str(page)))
    wrk = shutil.which("wrk")
    print(f"{PUBLISHED} articles, {page.stat().st_size / 1024:.1f} KB a page, asked by {'wrk' if wrk else 'itself'}")
    bare = serve(var, "bare:application")
    site = serve(var, "cms.wsgi:application", DJANGO_SETTINGS_MODULE="house")
    try:
        etag = ask(site[1], address).getheader("ETag")
        asked = {
            "no framework, constant page": (bare[1], "/", None),
            "constant page, same middleware": (site[1], "/constant/", None),
            "article": (site[1], address, None),
            "article, 304": (site[1], address, etag),
            "home": (site[1], "/", None),
        }
        measured = {name: [] for name in asked}
        for _ in range(ROUNDS):
            for name, (port, path, known) in asked.items():
                measured[name].append(load(wrk, port, path, known))
        for name, rounds in measured.items():
            rate, slow = median([each[0] for each in rounds]), median([each[1] for each in rounds])
            print(f"{name:<34} {rate:8.0f} a second   99 of 100 within {slow:6.1f} ms")
    finally:
        for process, _ in (bare, site):
            process.terminate()
            process.wait(timeout=30)


def furnish(var):
    """The demonstration's article and others published; the address of the first and a file with its page."""
    manage(var, "demo", DEBUG="on")
    start(var)
    from django.contrib.auth.models import User

    from articles.models import FinishedPage
    from tests.newsroom import Newsroom

    finished = FinishedPage.objects.get()
    names = ("cora", "ada", "carl", "bea", "rex")  # the demonstration has made the first two
    room = Newsroom({name: User.objects.get_or_create(username=name)[0] for name in names})
    for _ in range(PUBLISHED - 1):
        room.published()
    (var / "page.html").write_text(finished.html, encoding="utf-8")
    return f"/articles/{finished.edition.address}/", var / "page.html"


def serve(var, application, **more):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [
        "gunicorn",
        "--workers",
        "2",
        "--bind",
        f"127.0.0.1:{port}",
        "--no-control-socket",
        "--log-level",
        "error",
    ]
    process = subprocess.Popen([sys.executable, "-m", *command, application], env=environment(var, **more), cwd=ROOT)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process, port
        time.sleep(0.05)
    raise SystemExit(f"{application} does not start")


def ask(port, path, known=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": "localhost", **({"If-None-Match": known} if known else {})})
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != (304 if known else 200):
        raise SystemExit(f"{path} answers {response.status}")
    return response


def load(wrk, port, path, known):
    """Answers a second, and the milliseconds within which 99 of 100 came."""
    ask(port, path, known)
    if wrk is None:
        return by_ourselves(port, path, known)
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", "Host: localhost"]
    if known:
        command += ["-H", f"If-None-Match: {known}"]
    out = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx or 3xx" in out:
        raise SystemExit(f"{path}: {out}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), float(number) * {"us": 0.001, "ms": 1, "s": 1000}[
        unit
    ]


def by_ourselves(port, path, known):
    until, times = time.perf_counter() + SECONDS, []

    def one():
        while time.perf_counter() < until:
            begun = time.perf_counter()
            ask(port, path, known)
            times.append((time.perf_counter() - begun) * 1000)

    threads = [threading.Thread(target=one) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times) / SECONDS, sorted(times)[int(len(times) * 0.99)]


if __name__ == "__main__":
    main()
