"""The report of what corrections took, and the week on the desk."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.bars import HEAD, HEIGHT, WIDTH, drawn
from articles.models import Tally
from articles.steps.tallying import monday

REPORT = "admin:articles_article_work"


@pytest.fixture
def ada(client, newsroom):
    client.force_login(newsroom.ada)
    return client


def tally(weeks_ago, name, kind="source", **sums):
    week = monday(timezone.localdate()) - timedelta(weeks=weeks_ago)
    return Tally.objects.create(week=week, kind=kind, name=name, **sums)


def words(response):
    return " ".join(response.content.decode().split())


def test_bars_stand_on_one_base_and_the_highest_reaches_the_top():
    bars = drawn([("a", "a: 1", [1, 0]), ("b", "b: 2 and 4", [2, 4])], ("before", "after"))
    flat = [bar for step in bars.steps for bar in step.bars]
    assert {round(bar.y + bar.height, 1) for bar in flat} == {HEAD + HEIGHT}
    assert max(bar.height for bar in flat) == HEIGHT
    assert max(bar.x + bar.width for bar in flat) <= WIDTH
    assert bars.highest == "4"


def test_where_nothing_is_nothing_is_drawn():
    assert drawn([("a", "a", [0, 0])], ("before", "after")) is None
    assert drawn([], ("before",)) is None


def test_the_report_adds_up_by_week_site_and_rule(ada):
    sums = {"words_before": 1000, "words_after": 500, "edits": 250, "longer": 1000}
    tally(0, "news.example", articles=1, problems_before=30, problems_after=1, **sums)
    tally(1, "news.example", articles=1, problems_before=10, problems_after=0, **sums)
    tally(1, "other.example", articles=3, problems_before=10, problems_after=0, **sums)
    tally(0, "quote.odd", "rule", articles=1, problems_before=8, problems_after=2)
    page = words(ada.get(reverse(REPORT)))
    line = '<tr><th scope="row">news.example</th><td>2</td><td>25 %</td><td>50 %</td><td>20.0</td><td>1.0</td></tr>'
    assert line in page
    rule = "<code>quote.odd</code></th><td>8</td><td>2</td><td>75 %</td><td>2.7</td><td>1.3</td>"
    assert rule in page
    assert page.count("<svg") - page.count('class="base-svgs"') >= 2
    assert "30.0 problems for 1,000 words came, 2.0 left" in page


def test_what_is_older_than_asked_for_is_left_out(ada):
    tally(5, "old.example", articles=1, words_before=10, words_after=10, edits=1, longer=10)
    assert "old.example" not in words(ada.get(reverse(REPORT), {"weeks": 4}))
    assert "old.example" in words(ada.get(reverse(REPORT), {"weeks": 26}))
    assert "Nothing was first published" in words(ada.get(reverse(REPORT), {"weeks": 4}))


def test_the_report_asks_the_same_whatever_there_is(ada):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            ada.get(reverse(REPORT), {"weeks": 104})
        return len(queries)

    tally(0, "a.example", articles=1, words_before=10, words_after=10, edits=1, longer=10)
    asked()
    few = asked()
    Tally.objects.bulk_create(
        Tally(week=monday(timezone.localdate()) - timedelta(weeks=w), kind="source", name=f"{n}.example", articles=1)
        for w in range(100)
        for n in range(50)
    )
    assert asked() == few


@pytest.mark.parametrize("name", ["rex", "nobody"])
def test_who_may_not_look_at_articles_gets_no_report(client, newsroom, name):
    user = User.objects.filter(username=name).first() or User.objects.create_user(name)
    client.force_login(user)
    assert client.get(reverse(REPORT)).status_code in (302, 403)


def test_the_desk_draws_the_week(ada, newsroom):
    assert "The last seven days" not in words(ada.get("/admin/"))
    newsroom.published()
    page = words(ada.get("/admin/"))
    today = timezone.localdate()
    assert f"{today:%a %-d %b}: 1 corrected, 1 submitted, 1 approved, 1 published" in page
