"""However many articles there are, a list goes along an index as far as its page: it reads no table and sorts none."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Organization, Person
from articles.steps import publishing
from articles.text.roles import Role

from .printing import corrected, printed
from .test_public_lists import FACTS, HOLT

LISTS = (
    "/", "/?before=2020-01-01T00:00Z_9", "/speeches/", "/claims/", "/claims/?sort=oldest", "/claims/?from=2015&to=2017",
    "/claims/?before=2020-01-01_9", "/claims/?theme=mills", "/claims/?of={person}", "/initiatives/", "/awards/",
    "/themes/", "/themes/mills/", "/themes/mills/?before=2099-01-01_9", "/people/vera-holt-{pk}/",
    "/organizations/dornmill-{works}/", "/corrections/", "/corrections/?before=2020-01-01T00:00Z_9",
    "/feeds/atom.xml", "/feeds/rss.xml", "/themes/mills/atom.xml", "/corrections/atom.xml", "/sitemap.xml",
    "/sitemaps/lists.xml", "/news-sitemap.xml", "/articles/{here}/",
    "/api/v1/articles", "/api/v1/articles?theme=mills", "/api/v1/articles?person={person}&theme=mills",
    "/api/v1/articles?source=Post", "/api/v1/articles?since=2020-01-01T00:00Z", "/api/v1/facts/claim",
    "/api/v1/facts/claim?person={person}", "/api/v1/people", "/api/v1/organizations", "/api/v1/themes",
    "/api/v1/withdrawn",
)  # fmt: skip
# Tables that grow with every article.
GROWING = "articles_(edition|published|finishedpage|monthly|act|article)"


@pytest.fixture
def names(newsroom):
    printed(newsroom, ["Gone", "Mills."], [Role.HEADLINE, Role.BODY], themes=[("mills", "Mills")])
    edition = printed(newsroom, ["Mills", HOLT], [Role.HEADLINE, Role.BODY], FACTS, [("mills", "Mills")], source="Post")
    corrected(newsroom, edition, HOLT.replace("spoke", "sang"), significance="correction", note="She sang.")
    gone = printed(newsroom, ["Gone", "Mills."], [Role.HEADLINE, Role.BODY], themes=[("mills", "Mills")])
    publishing.withdraw(gone.article, newsroom.ada, "Gone.")
    person, works = Person.objects.get(name="Vera Holt"), Organization.objects.get(name="Dornmill")
    return {"person": person.key, "pk": person.pk, "works": works.pk, "here": edition.address}


def plan(sql):
    """How the database would answer, a line a step; PostgreSQL as it would where tables are large."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for way in ("seqscan", "sort", "bitmapscan"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
            cursor.execute(f"EXPLAIN {sql.replace('%', '%%')}")
            return [line for (line,) in cursor.fetchall()]
        cursor.cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"), ())
        return [line for *_, line in cursor.cursor.fetchall()]


def reads_a_table(step):
    if connection.vendor == "postgresql":
        return re.search(rf"Seq Scan on {GROWING}\b", step)
    return re.match(rf"SCAN {GROWING}\b(?!.* USING)", step)


def sorts(step):
    return re.search(
        r"->  (Incremental )?Sort\b|^Sort\b" if connection.vendor == "postgresql" else "FOR ORDER BY", step
    )


@pytest.mark.parametrize("address", LISTS)
def test_a_list_goes_along_an_index_and_sorts_nothing(client, names, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address.format(**names)).status_code == 200
    asked = [each["sql"] for each in captured if each["sql"].startswith("SELECT") and "articles_" in each["sql"]]
    assert 0 < len(asked) <= 3
    for sql in asked:
        steps = plan(sql)
        assert [step for step in steps if reads_a_table(step)] == [], sql
        # What has no limit is of the rows of a page, or of one article.
        assert not re.search(r"LIMIT \d+$", sql) or [step for step in steps if sorts(step)] == [], sql
