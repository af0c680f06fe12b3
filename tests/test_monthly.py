"""How many there are each month is counted as things happen, and is what the reading index says at any moment."""

import io
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.db.models import Sum
from django.utils import timezone

from articles.models import Monthly, Published, monthly
from articles.models.published import COUNTED
from articles.steps import publishing
from articles.text.facts.kinds import Claim, Speech
from articles.text.roles import Role

from .printing import printed

TEXT = "Vera Holt of Dornmill spoke on mills."
FACTS = (
    ("p1", "Vera Holt", Speech(speaker="Vera Holt", organization="Dornmill", title="On mills", date="2016-11-18")),
    ("p1", "on mills", Claim(statement="Mills turn", claimant="Dornmill", date="2016")),
)


def told():
    rows = Monthly.objects.come().values_list("kind", "key", "month").annotate(live=Sum("count")).order_by()
    return {(kind, key, month): live for kind, key, month, live in rows if live}


def true():
    rows = Published.objects.live().filter(kind__in=COUNTED).values_list("kind", "key", "sort_date")
    return dict(Counter((kind, key, day[:7]) for kind, key, day in rows))


def agree():
    assert told() == true()
    return told()


@pytest.fixture
def edition(newsroom):
    return printed(newsroom, ["Mills", TEXT], [Role.HEADLINE, Role.BODY], FACTS, [("mills", "Mills")])


def test_what_is_published_is_counted_under_its_theme_and_whoever_it_is_of(edition):
    month = timezone.now().strftime("%Y-%m")
    counts = agree()
    assert counts["theme", "mills", month] == 1
    assert {(kind, when): n for (kind, _, when), n in counts.items() if kind == "claim of"} == {("claim of", "2016"): 1}
    assert sum(n for (kind, _, when), n in counts.items() if (kind, when) == ("speech of", "2016-11")) == 2


def test_an_edition_in_place_of_another_counts_once(newsroom, edition):
    before = agree()
    newsroom.again(edition.article, TEXT.replace("spoke", "sang"))
    assert agree() == before


def test_what_is_scheduled_counts_from_its_moment_on(newsroom, tomorrow):
    article = newsroom.approved()
    publishing.publish(article, newsroom.ada, tomorrow)
    assert agree() == {}
    with time_machine.travel(tomorrow + timedelta(seconds=1), tick=False):
        assert agree() != {}


def test_what_is_moved_or_cancelled_before_it_came_counts_where_it_is(newsroom, edition, tomorrow):
    later = newsroom.again(edition.article, TEXT.replace("spoke", "sang"), at=tomorrow)
    before = agree()
    publishing.reschedule(edition.article, newsroom.ada, later.number, tomorrow + timedelta(days=1))
    for days in (0, 1, 2, 3):
        with time_machine.travel(tomorrow + timedelta(days=days, seconds=1), tick=False):
            assert agree() == before
    publishing.cancel(edition.article, newsroom.ada, later.number)
    for days in (0, 3):
        with time_machine.travel(tomorrow + timedelta(days=days), tick=False):
            assert agree() == before


def test_what_is_withdrawn_counts_no_longer_even_when_it_came_by_itself(newsroom, tomorrow):
    article = newsroom.approved()
    publishing.publish(article, newsroom.ada, tomorrow)
    with time_machine.travel(tomorrow + timedelta(days=1), tick=False):
        assert agree() != {}
        publishing.withdraw(article, newsroom.ada, "Gone.")
        assert agree() == {}
    with time_machine.travel(tomorrow + timedelta(days=40), tick=False):
        assert agree() == {}


def test_a_count_that_is_wrong_is_put_right_by_rebuild(edition):
    right = agree()
    Monthly.objects.update(count=7)
    Monthly.objects.create(kind="theme", key="mills", month="1999-01", since=datetime(2000, 1, 1, tzinfo=UTC), count=1)
    call_command("rebuild", stdout=io.StringIO())
    assert agree() == right


def test_a_recount_keeps_what_is_scheduled_for_its_moment(newsroom, edition, tomorrow):
    newsroom.again(edition.article, TEXT.replace("spoke", "sang"), at=tomorrow)
    before = agree()
    monthly.recount(connection)
    assert agree() == before
    with time_machine.travel(tomorrow + timedelta(days=1), tick=False):
        assert agree() == before
