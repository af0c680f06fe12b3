"""What pages and lists cost with very many articles, beside what they cost with a thousand.

    python tests/bench/bench_scale.py [ARTICLES]

100,000 unless told otherwise; a million short ones take half an hour and 10 GB of disk. The figures are the
processor's milliseconds in one process that asks the site without a server: medians, after a first time that is not
counted. A star is for more than one and a half times.
"""

import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import ROOT, environment, median, migrated, start  # noqa: E402

FEW, MANY, ROUNDS, LIMIT = 1_000, 100_000, 11, 1.5


def main():
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    few, most = measured(FEW), measured(many)
    print(f"{'milliseconds of the processor':<40} {FEW:>10,} {many:>10,}  times")
    for name, cost in few.items():
        times = most[name] / cost
        print(f"{name:<40} {cost:10.1f} {most[name]:10.1f} {times:6.2f}{' *' if times > LIMIT else ''}")


def measured(count, var=None):
    """Milliseconds by page, told by a process of its own, as Django is set up once in each."""
    command = [sys.executable, __file__, "--in", str(var or migrated()), str(count)]
    told = subprocess.run(
        command, env=environment(var or ROOT), cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return {name: float(cost) for name, _, cost in (line.rpartition("\t") for line in told.stdout.splitlines())}


def measure(var, count):
    start(var)
    from django.contrib.auth.models import User
    from django.test import Client

    from articles.models import Edition
    from articles.pages.article import TEMPLATE_VERSION
    from tests.bench import million

    if not Edition.objects.exists():
        begun = time.perf_counter()
        million.fill(count, TEMPLATE_VERSION, lambda done: _say(f"{done:,} of {count:,} articles "))
        size = (var / "galley.sqlite3").stat().st_size / 2**20
        _say(f"{count:,} articles in {time.perf_counter() - begun:.0f} s, {size:,.0f} MB\n")
    reader, editor = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    editor.force_login(User.objects.get(username="scale"))
    for name, address in addresses(count).items():
        print(f"{name}\t{cost(editor if address.startswith('/admin/') else reader, address):.2f}")


def cost(client, address):
    """Milliseconds of the processor for one answer."""
    times = []
    for _ in range(ROUNDS + 1):
        begun = time.process_time()
        response = client.get(address)
        b"".join(response) if response.streaming else response.content  # noqa: B018
        times.append((time.process_time() - begun) * 1000)
        if response.status_code != 200:
            raise SystemExit(f"{address} answers {response.status_code}")
    return median(times[1:])


def addresses(count):
    """What is asked, by what it is called."""
    from django.urls import reverse

    from articles.models import Edition, Organization, Person
    from tests.bench.million import words

    half = Edition.objects.get(pk=count // 2 // 20 * 20 + 1)
    twice = f"/articles/n{count // 2 // 20 * 20 + 3}-{count // 2 // 20 * 20 + 3}/"
    back, day = f"?before={half.live_from:%Y-%m-%dT%H:%M:%SZ}_{half.pk}", half.live_from.date()
    many, few = Person.objects.get(pk=1), Person.objects.get(key=_somebody(half.pk))
    usual, rare = words()[0][0], words()[0][-3000]
    return {
        "home": "/", "home, half way back": f"/{back}",
        "article": reverse("articles:article", args=[half.address]),
        "article of two editions": twice, "edition": f"{twice}editions/1/", "history": f"{twice}history/",
        "time map": f"{twice}timemap/", "comparison": f"{twice}compare/1..2/",
        "speeches": "/speeches/", "claims": "/claims/", "claims, oldest first": "/claims/?sort=oldest",
        "claims, half way back": f"/claims/?before={day}_{half.pk * 20}",
        "claims until a day": f"/claims/?to={day}", "claims of many": f"/claims/?of={many.key}",
        "claims of few": f"/claims/?of={few.key}", "claims on the theme of half": "/claims/?theme=subject-1",
        "claims of many on a theme": f"/claims/?of={many.key}&theme=subject-1",
        "initiatives": "/initiatives/", "awards": "/awards/",
        "themes": "/themes/", "theme of half": "/themes/subject-1/", "theme of few": "/themes/subject-7/",
        "person of many facts": many.get_absolute_url(), "person of few facts": few.get_absolute_url(),
        "organization": Organization.objects.get(pk=1).get_absolute_url(), "corrections": "/corrections/",
        "search, most usual word": f"/search/?q={usual}", "search, rare word": f"/search/?q={rare}",
        "search, one's own word": f"/search/?q=zq{half.pk}",
        "search, two usual words": f"/search/?q={usual}+internet",
        "search, usual and one's own": f"/search/?q={usual}+zq{half.pk}",
        "search, part of a word": "/search/?q=compan",
        "search, typing mistake": "/search/?q=comapny", "search, no such word": "/search/?q=xylophonic",
        "search, narrowed": f"/search/?q={usual}&theme=subject-7",
        "feed": "/feeds/atom.xml", "feed of the theme of half": "/themes/subject-1/atom.xml",
        "feed of the theme of few": "/themes/subject-7/atom.xml", "feed of corrections": "/corrections/atom.xml",
        "sitemap": "/sitemap.xml", "sitemap of lists": "/sitemaps/lists.xml", "sitemap of news": "/news-sitemap.xml",
        "API: articles": "/api/v1/articles", "API: articles on a theme": "/api/v1/articles?theme=subject-7",
        "API: articles on a person": f"/api/v1/articles?person={few.key}",
        "API: articles of a source": "/api/v1/articles?source=Scale",
        "API: article": f"/api/v1/articles/{half.article_id}", "API: claims": "/api/v1/facts/claim",
        "API: people": "/api/v1/people", "API: themes": "/api/v1/themes", "API: withdrawn": "/api/v1/withdrawn",
        "API: search": f"/api/v1/search?q={usual}",
        "admin: desk": "/admin/", "admin: articles": "/admin/articles/article/",
        "admin: articles in review": "/admin/articles/article/?stage__exact=in+review",
        "admin: editions": "/admin/articles/edition/",
    }  # fmt: skip


def _somebody(edition):
    """The key of a person who is named in the edition."""
    from articles.models import Published

    return Published.objects.get(edition=edition, kind=Published.Kind.PERSON).key


def _say(text):
    print(f"\r{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        measure(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
