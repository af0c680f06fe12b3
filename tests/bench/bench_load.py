"""The running site with everybody at once: readers, twenty editors who save, two who publish, an import.

``bench_load.py [--engine sqlite|postgres] [--seconds 60] [--seeds 1000]``; both engines, one after the other, where
none is named. PostgreSQL is the one of POSTGRES (postgres://…/postgres), in a database that is gone afterwards. Needs
wrk, and uses nginx where there is one. Readers and editors have processes of their own, the import is niced.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.editors import PASSWORD, Browser, Editor, Publishers  # noqa: E402
from tests.bench.place import ROOT, environment, manage, migrated, own_database, seeds  # noqa: E402
from tests.bench.running import behind_proxy, furnish, kept, serve  # noqa: E402

EDITORS, PAUSE, TO_PUBLISH, PUBLISHED = 20, 10, 30, 100  # PAUSE: seconds between two saves of an editor
READERS, THOUGHT = 95, 1.0  # connections, and the longest thought in seconds: about 190 pages a second
LOOKING = 5  # connections that search: one question in twenty
SITE = ("--config", "python:cms.serving")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--engine", choices=("sqlite", "postgres"))
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("--seeds", type=int, default=1000)
    options = asked.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not installed (Debian: wrk)")
    if options.engine:
        with own_database(options.engine) as where:
            measured(options, where)
        return
    for engine in ("sqlite", "postgres"):
        subprocess.run([sys.executable, __file__, "--engine", engine, *sys.argv[1:]], check=True)


def measured(options, where):
    var, given = migrated(**where), seeds(options.seeds)
    _, _, room = furnish(var, PUBLISHED, **where)
    shared, waiting = articles_to_correct(room), [room.approved().pk for _ in range(TO_PUBLISH)]
    paths(var)
    print(f"{options.engine}: {options.seconds} s, {options.seeds:,} seeds; load of the machine before: {load()}")
    readers, desk = (serve(var, "cms.wsgi", *SITE, **where) for _ in range(2))
    try:
        with behind_proxy(var, readers.port, desk.port) as port:
            browsers = [Browser(desk.port, name).sign_in() for name in hired()]
            warmed(var, port)
            served = {"readers": readers, "desk": desk}
            told = together(options, var, where, port, browsers, shared, waiting, given, served)
    finally:
        readers.end()
        desk.end()
    print(f"kept by the proxy: {kept(var) or 0:.0f} % of what readers asked; load of the machine after: {load()}")
    judged(var, where, *told)


def together(options, var, where, port, browsers, shared, waiting, given, processes):
    until = time.monotonic() + options.seconds
    asking = [ask(port, var / "pages.txt", READERS, THOUGHT, options.seconds)]
    asking.append(ask(port, var / "searches.txt", LOOKING, THOUGHT, options.seconds))
    *editing, ada, bea = browsers
    editors = [Editor(each, shared[i // 2], 1 + i % 2, until, PAUSE) for i, each in enumerate(editing)]
    publishers = Publishers([ada, bea], waiting, until)
    importer = subprocess.Popen(
        ["nice", "-n", "19", sys.executable, ROOT / "manage.py", "import_seeds", given],
        env=environment(var, **where), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    for each in (*editors, publishers):
        each.start()
    used = {name: each.spent() for name, each in processes.items()}
    watch(until, processes, importer)
    for each in (*editors, publishers):
        each.join()
    for name, each in zip(("pages", "searches"), asking, strict=True):
        of_readers(name, json.loads(each.communicate()[0].splitlines()[-1]))
    of_editors(editors)
    told = ", ".join(f"{name} {each.spent() - used[name]:.1f}" for name, each in processes.items())
    print(f"  seconds of the processor: {told}")
    print(f"  import    {ended(importer)}")
    return editors, publishers


def ended(importer):
    """The last line the import wrote; it is stopped where it is not done."""
    stopped = importer.poll() is None
    if stopped:
        importer.terminate()
    out, _ = importer.communicate()
    return "stopped when the time was over" if stopped else out.strip().splitlines()[-1]


def ask(port, file, connections, thought, seconds):
    command = [
        "wrk",
        "-t1",
        f"-c{connections}",
        f"-d{seconds}s",
        "--timeout",
        "30s",
        "-s",
        ROOT / "tests/bench/readers.lua",
    ]
    address = f"http://127.0.0.1:{port}"
    return subprocess.Popen([*command, address, "--", file, str(thought)], stdout=subprocess.PIPE, text=True)


def warmed(var, port):
    """A site that has just started reads its code first; nobody measures that."""
    for each in [ask(port, var / f"{name}.txt", 8, 0.1, 5) for name in ("pages", "searches")]:
        each.wait()


def watch(until, processes, importer):
    """Memory over time, ten times; of the import, when it was done."""
    begun, pause, done = time.monotonic(), (until - time.monotonic()) / 10, None
    print("  seconds   " + "   ".join(f"MB {name}" for name in processes))
    while (now := time.monotonic()) < until:
        if done is None and importer.poll() is not None:
            done = now - begun
        print(
            f"  {now - begun:7.0f}   " + "   ".join(f"{each.memory():10.1f}" for each in processes.values()), flush=True
        )
        time.sleep(min(pause, max(0, until - time.monotonic())))
    print(f"  import    {f'done after {done:.0f} s at most' if done else 'not done when the time was over'}")


def of_readers(name, told):
    rate = f"{told['asked'] / told['seconds']:.1f} a second"
    _print(name, rate, *(told[each] for each in ("p50", "p95", "p99", "most")))
    print(f"            {told['refused']} refused, {told['broken']} broken")


def of_editors(editors):
    answers = [each for editor in editors for each in editor.browser.took]
    for method, name in (("GET", "opened"), ("POST", "saved")):
        took = sorted(each[2] for each in answers if each[0] == method)
        p50, p95, p99 = (took[int(len(took) * share)] for share in (0.5, 0.95, 0.99))
        failed = sum(each[1] >= 500 for each in answers if each[0] == method)
        _print(name, f"{len(took)} answers", p50, p95, p99, took[-1])
        print(f"            {failed} failed")
    saved, refused = sum(len(each.acknowledged) for each in editors), [s for each in editors for s in each.refused]
    print(f"            {saved} saves acknowledged, {len(refused)} refused {set(refused) or ''}")


def _print(name, count, p50, p95, p99, most):
    print(f"  {name:<9} {count:<16} p50 {p50:6.1f}   p95 {p95:6.1f}   p99 {p99:6.1f}   most {most:7.1f} ms")


def judged(var, where, editors, publishers):
    """What must hold whatever the load was: no save lost, no article twice in one edition, everything verified."""
    from articles.models import Article, Edition, Revision

    saved = dict(Revision.objects.exclude(author=None).values_list("reason", "text"))
    made = list(Revision.objects.exclude(author=None).values_list("reason", flat=True))
    words = [each for editor in editors for each in editor.acknowledged]
    lost = [each for each in words if made.count(each) != 1 or each not in saved[each]]
    last = [each.acknowledged[-1] for each in editors if each.acknowledged]
    heads = " ".join(article.revisions.get(number=article.head).text for article in Article.objects.filter(head__gt=1))
    lost += [each for each in last if each not in heads]
    twice = [pk for pk, won in publishers.won.items() if won != 1 or Edition.objects.filter(article=pk).count() != 1]
    manage(var, "verify_editions", "--drafts", **where)
    errors = sum("ERROR" in line for line in (var / "gunicorn.log").read_text().splitlines())
    print(
        f"  {len(words)} saves looked for, {len(lost)} lost; {len(publishers.won)} articles published by two at once, "
        f"{len(twice)} twice; {errors} errors in the log; {Article.objects.count():,} articles, all verified"
    )


def hired():
    from django.contrib.auth.models import Group, User

    names = [f"editor{number}" for number in range(EDITORS)]
    for name in (*names, "ada", "bea"):
        user, _ = User.objects.get_or_create(username=name)
        user.is_staff = True
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name="Approvers" if name in {"ada", "bea"} else "Editors"))
    return [*names, "ada", "bea"]


def articles_to_correct(room):
    """One for two editors each, of some length."""
    from articles.steps.importing import import_seed

    texts = [path.read_bytes() for path in sorted(seeds(EDITORS // 2, 11).iterdir())]
    return [import_seed(text, f"shared-{number}.txt").article.pk for number, text in enumerate(texts)]


def paths(var):
    """What readers ask for: articles most, then the front page, lists, people, feeds; and words they look for."""
    from articles.models import Edition

    articles = [f"/articles/{each.address}/" for each in Edition.objects.live()]
    lists = ["/", "/speeches/", "/claims/", "/initiatives/", "/awards/", "/themes/", "/corrections/", "/how-we-edit/"]
    machines = ["/feeds/atom.xml", "/sitemap.xml", "/api/v1/articles"]
    (var / "pages.txt").write_text("\n".join([*articles, *["/"] * 20, *lists * 3, *machines]))
    words = sorted(
        {word for word in json.loads(Edition.objects.order_by("pk").first().text).__str__().split() if word.isalpha()}
    )
    pairs = [f"/search/?q={one}+{other}" for one, other in combinations(words[:80], 2)]
    (var / "searches.txt").write_text("\n".join(pairs))


def load():
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


if __name__ == "__main__":
    main()
