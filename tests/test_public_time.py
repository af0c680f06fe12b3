"""A site that remembers: which edition was read when, what changed since, and what was put right."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django.utils.http import http_date

from articles.steps import publishing

from .printing import corrected
from .wellformed import Wellformed

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."
BEAMING = "The mill in Dorn opened on Monday, said Vera Holt, beaming."
DAY = timedelta(days=1)


@pytest.fixture
def edition(newsroom):
    """Published three days ago."""
    with time_machine.travel(timezone.now() - 3 * DAY, tick=False):
        return newsroom.published().editions.get()


@pytest.fixture
def here(edition):
    return f"/articles/{edition.address}/"


@pytest.fixture
def second(newsroom, edition):
    """Two days ago, a correction."""
    with time_machine.travel(edition.live_from + DAY, tick=False):
        return corrected(newsroom, edition, SMILING, significance="correction", note="She smiled.")


@pytest.fixture
def third(newsroom, second):
    """Yesterday, a comma or so."""
    with time_machine.travel(second.live_from + DAY, tick=False):
        return corrected(newsroom, second, "Visitors came from many villages near by.", key="p2")


def stamp(edition):
    return http_date(edition.live_from.timestamp())


def linked_data(text):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)[1])


def test_an_edition_points_to_those_before_and_after_and_to_the_ends(client, edition, second, third, here):
    links = client.get(f"{here}editions/2/")["Link"]
    assert f'<{here}>; rel="original"' in links
    assert f'<{here}>; rel="timegate"' in links
    assert f'<{here}timemap/>; rel="timemap"; type="application/link-format"' in links
    assert f'<{here}history/>; rel="version-history"' in links
    for number, rel, which in ((1, "prev", edition), (3, "next", third), (1, "first", edition), (3, "last", third)):
        assert f'<{here}editions/{number}/>; rel="{rel} memento"; datetime="{stamp(which)}"' in links
    assert f'<{here}editions/1/>; rel="predecessor-version"' in links
    assert f'<{here}editions/3/>; rel="successor-version"' in links


def test_the_timemap_lists_what_was_read_when(client, edition, second, here, tomorrow, newsroom):
    newsroom.again(edition.article, BEAMING, at=tomorrow)
    response = client.get(f"{here}timemap/")
    assert response["Content-Type"] == "application/link-format"
    assert response.content.decode().split(",\n") == [
        f'<http://testserver{here}>; rel="original timegate"',
        f'<http://testserver{here}timemap/>; rel="self"; type="application/link-format"; '
        f'from="{stamp(edition)}"; until="{stamp(second)}"',
        f'<http://testserver{here}editions/1/>; rel="first memento"; datetime="{stamp(edition)}"',
        f'<http://testserver{here}editions/2/>; rel="last memento"; datetime="{stamp(second)}"\n',
    ]


def test_the_timemap_is_read_in_one_query_and_keeps_to_its_address(client, edition, here, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get(f"{here}timemap/").status_code == 200
    assert client.get(f"/articles/{edition.article_id}/timemap/")["Location"] == f"{here}timemap/"
    assert client.get("/articles/99/timemap/").status_code == 404


def test_a_withdrawn_edition_is_in_no_timemap(client, newsroom, edition, second, here):
    publishing.withdraw(edition.article, newsroom.ada, "Wrong mill.", number=1)
    assert "editions/1/" not in client.get(f"{here}timemap/").content.decode()
    assert "editions/1/" not in client.get(here)["Link"]
    publishing.withdraw(edition.article, newsroom.ada, "Wrong mill.")
    assert client.get(f"{here}timemap/").status_code == 410


@pytest.mark.parametrize(
    ("since", "number"), [(-9 * DAY, 1), (timedelta(), 1), (DAY, 2), (1.5 * DAY, 2), (2 * DAY, 3), (99 * DAY, 3)]
)
def test_a_browser_that_asks_for_a_day_gets_the_edition_of_that_day(
    client, edition, second, third, here, since, number, django_assert_num_queries
):
    at = http_date((edition.live_from + since).timestamp())
    with django_assert_num_queries(1):
        response = client.get(here, headers={"accept-datetime": at})
    assert (response.status_code, response["Location"]) == (302, f"{here}editions/{number}/")
    assert "Accept-Datetime" in response["Vary"]
    assert f'<{here}timemap/>; rel="timemap"' in response["Link"]


def test_that_an_answer_depends_on_the_day_asked_for_is_always_said(client, edition, here):
    assert "Accept-Datetime" in client.get(here)["Vary"]
    assert "Accept-Datetime" not in client.get(f"{here}editions/1/").get("Vary", "")


@pytest.mark.parametrize("at", ["yesterday", "", "Tue, 99 Nov 2026 10:30:00 GMT", "2026-11-24"])
def test_a_day_that_is_none_is_refused_in_words(client, here, at):
    response = client.get(here, headers={"accept-datetime": at})
    assert response.status_code == 400
    assert "is no time" in response.content.decode()


def test_what_was_withdrawn_is_to_be_had_at_no_day(client, newsroom, edition, second, here):
    publishing.withdraw(edition.article, newsroom.ada, "Wrong mill.", number=1)
    at = {"accept-datetime": stamp(edition)}
    assert client.get(here, headers=at)["Location"] == f"{here}editions/2/"
    publishing.withdraw(edition.article, newsroom.ada, "Wrong mill.")
    assert client.get(here, headers=at).status_code == 410


def test_a_minor_edition_does_not_move_the_day_of_the_last_change(client, edition, second, third, here):
    text = client.get(here).content.decode()
    said = linked_data(text)
    assert said["datePublished"] == edition.live_from.isoformat()
    assert said["dateModified"] == second.live_from.isoformat()
    assert said["sdDatePublished"] == third.live_from.isoformat()
    assert f'article:modified_time" content="{timezone.localtime(second.live_from).isoformat()[:19]}' in text
    credit = re.search(r'<p class="credit">(.*?)</p>', text, re.S)[1]
    assert re.findall(r"<span>(Published|Changed|This edition) ", credit) == ["Published", "Changed", "This edition"]


def test_an_article_of_one_edition_has_one_day(client, edition, here):
    credit = re.search(r'<p class="credit">(.*?)</p>', client.get(here).content.decode(), re.S)[1]
    assert re.findall(r"<span>(Published|Changed|This edition) ", credit) == ["Published"]


def test_what_was_put_right_stays_on_the_article_with_its_difference(client, newsroom, second, third, here):
    corrected(newsroom, third, BEAMING, significance="clarification", note="Beaming, to be exact.")
    text = client.get(here).content.decode()
    amends = re.search(r'<aside class="amends".*?</aside>', text, re.S)[0]
    assert amends.index("Beaming, to be exact.") < amends.index("She smiled.")
    assert f'href="{here}compare/1..2/"' in amends
    assert f'href="{here}compare/3..4/"' in amends
    told = linked_data(text)["correction"]
    assert [each["text"] for each in told] == ["Beaming, to be exact.", "She smiled."]
    assert told[1]["url"].endswith(f"{here}compare/1..2/")
    assert Wellformed(text).faults == []


def test_an_old_edition_says_that_it_was_put_right_later(client, edition, second, third, here):
    old = client.get(f"{here}editions/1/").content.decode()
    assert "Something in it was put right later" in old
    assert f"{here}compare/1..2/" in old
    assert "put right later" not in client.get(f"{here}editions/2/").content.decode()


def test_the_note_of_a_withdrawn_edition_leaves_the_later_ones(client, newsroom, edition, second, third, here):
    publishing.withdraw(edition.article, newsroom.ada, "She did not.", number=2)
    text = client.get(here).content.decode()
    assert "She smiled." not in text
    assert linked_data(text)["dateModified"] == edition.live_from.isoformat()


def test_an_edition_whose_forerunner_was_cancelled_forgets_it(client, newsroom, edition, here, tomorrow):
    newsroom.again(edition.article, SMILING, significance="correction", note="She smiled.", at=tomorrow)
    newsroom.again(edition.article, BEAMING, significance="update", note="She beamed.", at=tomorrow + DAY)
    publishing.cancel(edition.article, newsroom.ada, 2)
    with time_machine.travel(tomorrow + DAY, tick=False):
        text = client.get(here).content.decode()
    assert "She beamed." in text
    assert "She smiled." not in text
    assert f"{here}compare/1..3/" in text


def test_an_edition_whose_forerunner_was_put_off_tells_its_new_day(client, newsroom, tomorrow):
    article = newsroom.published(at=tomorrow)
    newsroom.again(article, SMILING, significance="update", note="Smiling.", at=tomorrow + 4 * DAY)
    publishing.reschedule(article, newsroom.ada, 1, tomorrow + 2 * DAY)
    with time_machine.travel(tomorrow + 4 * DAY, tick=False):
        said = linked_data(client.get(f"/articles/{article.editions.first().address}/").content.decode())
    assert said["datePublished"] == (tomorrow + 2 * DAY).isoformat()
