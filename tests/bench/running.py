"""The site running as docs/operating.md says, for measuring: gunicorn, and nginx before it where there is one."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.bench.place import ROOT, environment, manage, start

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def furnish(var, count, **more):
    """The demonstration's article and others published; its address, its page and the room they were made in."""
    manage(var, "demo", **{**more, "DEBUG": "on"})
    start(var, **more)
    from django.contrib.auth.models import User

    from articles.models import FinishedPage
    from tests.newsroom import Newsroom

    finished = FinishedPage.objects.get()
    names = ("cora", "ada", "carl", "bea", "rex")  # the demonstration has made the first two
    room = Newsroom({name: User.objects.get_or_create(username=name)[0] for name in names})
    for _ in range(count - 1):
        room.published()
    return f"/articles/{finished.edition.address}/", finished.html, room


class Served(NamedTuple):
    """A gunicorn with its workers."""

    process: subprocess.Popen
    port: int

    def memory(self):
        """MB of the workers: each one's own, and its part of what they share."""
        rollups = [Path(f"/proc/{each}/smaps_rollup").read_text() for each in self._workers()]
        return sum(int(re.search(r"^Pss:\s+(\d+)", each, re.M)[1]) for each in rollups) / 1024

    def spent(self):
        """Seconds of the processor that the workers have used; nothing where the system does not tell."""
        stats = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in self._workers()]
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.terminate()
        self.process.wait(timeout=60)

    def _workers(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return children.read_text().split() if children.exists() else []


def serve(var, application="cms.wsgi", *options, python=sys.executable, **more):
    """gunicorn with two workers, its log in the folder."""
    port = free_port()
    command = [
        python, "-m", "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "--no-control-socket",
        "--log-level", "error", *options, application,
    ]  # fmt: skip
    with (var / "gunicorn.log").open("a") as log:
        process = subprocess.Popen(command, env=environment(var, **more), cwd=ROOT, stdout=log, stderr=log)
    return Served(process, answering(port, process, application))


@contextmanager
def behind_proxy(var, readers, desk):
    """The port of nginx with deploy/nginx.conf before both; the readers' own where there is no nginx."""
    if NGINX is None:
        yield readers
        return
    port, written = free_port(), (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    for name, place in {
        "/tmp/": f"{var}/", "web:8000": f"127.0.0.1:{readers}", "desk:8000": f"127.0.0.1:{desk}",
        "listen 8080": f"listen 127.0.0.1:{port}", "rate=30r/m": "rate=3000r/m",
        "access_log off": f"log_format bench '$upstream_cache_status $status'; access_log {var}/asked.log bench",
    }.items():  # fmt: skip
        written = written.replace(name, place)
    (var / "nginx.conf").write_text(written)
    alone = "daemon off; user root;" if Path("/proc/self").owner() == "root" else "daemon off;"
    command = [NGINX, "-c", var / "nginx.conf", "-p", var, "-e", "stderr", "-g", alone]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield answering(port, process, "nginx")
    finally:
        process.terminate()
        process.wait(timeout=30)


def kept(var):
    """What share of answers the proxy had kept, in percent; None where there was no proxy."""
    log = var / "asked.log"
    asked = (
        re.findall(r"^(HIT|MISS|EXPIRED|STALE|UPDATING|REVALIDATED) ", log.read_text(), re.M) if log.exists() else []
    )
    return 100 * sum(each in {"HIT", "STALE", "UPDATING"} for each in asked) / len(asked) if asked else None


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def answering(port, process, name):
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return port
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise SystemExit(f"{name} does not start")
