"""What readers' pages cost: gunicorn with 2 workers, asked over 8 connections, beside a page that does nothing and,
where WAGTAIL_PYTHON names a Python that has wagtail, whitenoise and gunicorn, beside the same article in Wagtail.

Uses wrk where it is installed (Debian: wrk), else a slower asker of its own, and says which. The milliseconds of the
processor are the workers' own, which a busy machine moves less than the answers a second.
"""

import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import ROOT, environment, median, migrated  # noqa: E402
from tests.bench.running import furnish, serve  # noqa: E402

CONNECTIONS, SECONDS, ROUNDS, PUBLISHED = 8, 2, 5, 60
WAGTAIL = os.environ.get("WAGTAIL_PYTHON")
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
    wrk, served = shutil.which("wrk"), []
    address, html, _ = furnish(var, PUBLISHED)
    page = var / "page.html"
    page.write_text(html, encoding="utf-8")
    (var / "house.py").write_text(HOUSE)
    (var / "house_urls.py").write_text(URLS.format(page=str(page)))
    (var / "bare.py").write_text(BARE.format(page=str(page)))
    print(f"{PUBLISHED} articles, {page.stat().st_size / 1024:.1f} KB a page, asked by {'wrk' if wrk else 'itself'}")
    try:
        served.append(serve(var, "bare:application"))
        served.append(serve(var, "cms.wsgi:application", DJANGO_SETTINGS_MODULE="house"))
        bare, site = served
        etag = ask(site, address).getheader("ETag")
        asked = {
            "no framework, constant page": (bare, "/", {}),
            "constant page, same middleware": (site, "/constant/", {}),
            "article": (site, address, {}),
            "article, compressed": (site, address, {"Accept-Encoding": "gzip"}),
            "article, 304": (site, address, {"If-None-Match": etag}),
            "home": (site, "/", {}),
        }
        if WAGTAIL:
            where = in_wagtail(var)
            more = {"DJANGO_SETTINGS_MODULE": "tests.bench.wagtail_site.settings"}
            served.append(serve(var, "tests.bench.wagtail_site.wsgi:application", python=WAGTAIL, **more))
            asked["article in Wagtail"] = (served[-1], where, {})
        else:
            print("Without Wagtail: WAGTAIL_PYTHON names no Python that has it.")
        tell(asked, wrk)
    finally:
        for each in served:
            each.end()


def tell(asked, wrk):
    """Each in its turn, round by round, so that whatever else the machine does slows them all."""
    measured = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, one in asked.items():
            measured[name].append(load(wrk, *one))
    for name, rounds in measured.items():
        rate, slow, cpu = (median([each[place] for each in rounds]) for place in range(3))
        print(f"{name:<32} {rate:7.0f} a second   99 of 100 within {slow:6.1f} ms   processor {cpu:5.2f} ms each")


def in_wagtail(var):
    """The demonstration's article published in Wagtail; the address of its page."""
    from articles.models import Edition

    edition = Edition.objects.get(article=1)
    document = edition.document
    said = {
        "headline": edition.headline,
        "standfirst": edition.standfirst,
        "paragraphs": [each.text for each in document.paragraphs],
        "facts": [[str(each.kind), each.quote] for each in document.facts],
        "themes": [each.name for each in document.themes],
    }
    made = subprocess.run(
        [WAGTAIL, "-m", "tests.bench.wagtail_site.furnish"],
        input=json.dumps(said), capture_output=True, text=True, check=True, cwd=ROOT,
        env=environment(var, DJANGO_SETTINGS_MODULE="tests.bench.wagtail_site.settings"),
    )  # fmt: skip
    return f"/{made.stdout.strip().rstrip('/').rpartition('/')[2]}/"


def ask(served, path, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
    connection.request("GET", path, headers={"Host": "localhost", **(headers or {})})
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != (304 if headers and "If-None-Match" in headers else 200):
        raise SystemExit(f"{path} answers {response.status}")
    return response


def load(wrk, served, path, headers):
    """Answers a second, the milliseconds within which 99 of 100 came, and the workers' milliseconds for one."""
    ask(served, path, headers)
    before = served.spent()
    count, rate, slow = by_wrk(wrk, served, path, headers) if wrk else by_ourselves(served, path, headers)
    return rate, slow, (served.spent() - before) * 1000 / count


def by_wrk(wrk, served, path, headers):
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", "Host: localhost"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    out = subprocess.run(
        [*command, f"http://127.0.0.1:{served.port}{path}"], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx or 3xx" in out:
        raise SystemExit(f"{path}: {out}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    slow = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return int(re.search(r"(\d+) requests in", out)[1]), float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), slow


def by_ourselves(served, path, headers):
    until, times = time.perf_counter() + SECONDS, []

    def one():
        while time.perf_counter() < until:
            begun = time.perf_counter()
            ask(served, path, headers)
            times.append((time.perf_counter() - begun) * 1000)

    threads = [threading.Thread(target=one) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times), len(times) / SECONDS, sorted(times)[int(len(times) * 0.99)]


if __name__ == "__main__":
    main()
