from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.errors import BadInput, Blocked, NotAllowed, WrongMoment
from articles.models import Article, Edition, FinishedPage, Published
from articles.steps import publishing

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."
BEAMING = "The mill in Dorn opened on Monday, said Vera Holt, beaming."


def live(article, at=None):
    return [each.number for each in Edition.objects.filter(article=article).live(at)]


def intervals(article):
    return {each.number: (each.live_from, each.live_until) for each in article.editions.all()}


def test_an_approved_article_is_published_word_for_word(newsroom):
    article = newsroom.approved()
    edition = publishing.publish(article, newsroom.ada)
    assert (edition.number, edition.significance, edition.contributors) == (1, "first", ["cora"])
    assert edition.digest == edition.true_digest
    assert edition.document.headline == "Mill opens its doors"
    assert [each.quote for each in edition.document.facts] == ["The mill in Dorn opened on Monday, said Vera Holt"]
    assert "Leave a Reply" not in edition.text
    assert (live(article), Article.objects.get().stage) == ([1], "done")


def test_an_editor_cannot_publish(newsroom):
    article = newsroom.approved()
    with pytest.raises(NotAllowed):
        publishing.publish(article, newsroom.cora)


def test_what_is_not_approved_is_not_published(newsroom):
    article = newsroom.submitted()
    with pytest.raises(WrongMoment):
        publishing.publish(article, newsroom.ada)


def test_publishing_derives_the_index_and_the_page(newsroom):
    edition = newsroom.published().editions.get()
    assert sorted(Published.objects.values_list("kind", "title")) == [
        ("person", "Vera Holt"), ("speech", "opening"), ("speech of", ""),
    ]  # fmt: skip
    assert Published.objects.get(kind="speech of").fact == Published.objects.get(kind="speech")
    assert FinishedPage.objects.get().edition == edition


def test_a_later_edition_ends_the_one_before_where_it_begins(newsroom):
    article = newsroom.published()
    second = newsroom.again(article, SMILING)
    first = article.editions.get(number=1)
    assert first.live_until == second.live_from
    assert (live(article), second.previous_digest) == ([2], first.digest)
    assert list(Published.objects.filter(edition=first).values_list("live_until", flat=True).distinct()) == [
        first.live_until
    ]


def test_a_scheduled_edition_goes_live_by_itself(newsroom, tomorrow):
    article = newsroom.published(at=tomorrow)
    assert live(article) == []
    assert [each.number for each in article.editions.scheduled()] == [1]
    with time_machine.travel(tomorrow + timedelta(minutes=1), tick=False):
        assert live(article) == [1]
        assert not article.editions.scheduled().exists()
    assert not Edition.objects.readable().exists()


def test_as_it_was_at_a_moment_is_a_query(newsroom, tomorrow):
    article = newsroom.published()
    newsroom.again(article, SMILING, at=tomorrow)
    assert live(article) == [1]
    assert live(article, tomorrow) == [2]
    assert live(article, tomorrow - timedelta(microseconds=1)) == [1]


@pytest.mark.parametrize(
    "moment",
    [lambda: timezone.now() - timedelta(minutes=1), lambda: datetime(2099, 1, 1)],
    ids=["past", "naive"],  # noqa: DTZ001
)
def test_a_time_that_has_passed_or_has_no_zone_is_refused(newsroom, moment):
    article = newsroom.approved()
    with pytest.raises(BadInput):
        publishing.publish(article, newsroom.ada, moment())
    assert not article.editions.exists()


def test_older_words_never_follow_newer_ones(newsroom, tomorrow):
    article = newsroom.published(at=tomorrow)
    second = newsroom.again(article, SMILING)
    assert article.editions.get(number=1).is_cancelled
    assert second.significance == "minor"
    assert (live(article), live(article, tomorrow)) == ([2], [2])


def test_rescheduling_moves_the_end_of_the_edition_before(newsroom, tomorrow):
    article = newsroom.published()
    newsroom.again(article, SMILING, at=tomorrow)
    for moment in (tomorrow + timedelta(hours=2), tomorrow - timedelta(hours=2)):
        publishing.reschedule(article, newsroom.ada, 2, moment)
        assert intervals(article)[1][1] == intervals(article)[2][0] == moment
    with pytest.raises(BadInput):
        publishing.reschedule(article, newsroom.ada, 2, timezone.now() - timedelta(minutes=1))


def test_a_rescheduled_editions_page_and_rows_tell_the_new_day(newsroom, tomorrow):
    article = newsroom.published(at=tomorrow)
    later = tomorrow + timedelta(days=40)
    publishing.reschedule(article, newsroom.ada, 1, later)
    assert set(Published.objects.values_list("sort_date", flat=True)) == {later.date().isoformat()}
    assert f"{later:%B %Y}" in FinishedPage.objects.get().html


def test_rescheduling_past_a_neighbour_is_refused(newsroom, tomorrow):
    article = newsroom.published(at=tomorrow)
    later = tomorrow + timedelta(days=1)
    newsroom.again(article, SMILING, at=later)
    with pytest.raises(BadInput, match="later edition"):
        publishing.reschedule(article, newsroom.ada, 1, later)
    with pytest.raises(BadInput, match="Edition 1 is due"):
        publishing.reschedule(article, newsroom.ada, 2, tomorrow)


def test_cancelling_leaves_the_edition_before_live(newsroom, tomorrow):
    article = newsroom.published()
    newsroom.again(article, SMILING, at=tomorrow)
    publishing.cancel(article, newsroom.ada, 2)
    assert (live(article, tomorrow), intervals(article)[1][1]) == ([1], None)
    with pytest.raises(WrongMoment, match="not scheduled any more"):
        publishing.cancel(article, newsroom.ada, 2)


def test_what_has_gone_live_is_neither_rescheduled_nor_cancelled(newsroom, tomorrow):
    article = newsroom.published(at=tomorrow)
    with time_machine.travel(tomorrow, tick=False):
        for act in (
            lambda: publishing.cancel(article, newsroom.ada, 1),
            lambda: publishing.reschedule(article, newsroom.ada, 1, tomorrow + timedelta(days=1)),
        ):
            with pytest.raises(WrongMoment):
                act()
    assert intervals(article) == {1: (tomorrow, None)}


def test_withdrawing_withholds_every_edition_and_cancels_the_scheduled(newsroom, tomorrow):
    article = newsroom.published()
    newsroom.again(article, SMILING)
    newsroom.again(article, BEAMING, at=tomorrow)
    publishing.withdraw(article, newsroom.ada, "The report was false.")
    assert not Edition.objects.readable(tomorrow).exists()
    assert {each.withheld_at is not None for each in article.editions.all()} == {True}
    assert article.editions.get(number=3).is_cancelled
    assert set(Published.objects.values_list("withheld", flat=True)) == {True}
    assert Article.objects.get().withdrawal_open


def test_one_edition_is_withheld_alone(newsroom):
    article = newsroom.published()
    newsroom.again(article, SMILING)
    publishing.withdraw(article, newsroom.ada, "A wrong name.", number=1)
    assert [each.number for each in Edition.objects.readable()] == [2]
    assert live(article) == [2]


def test_a_withdrawal_needs_a_public_reason_and_something_to_withdraw(newsroom):
    article = newsroom.published()
    with pytest.raises(BadInput, match="public reason"):
        publishing.withdraw(article, newsroom.ada, "")
    with pytest.raises(NotAllowed):
        publishing.withdraw(article, newsroom.cora, "No")
    publishing.withdraw(article, newsroom.ada, "Wrong")
    with pytest.raises(WrongMoment, match="nothing to withdraw"):
        publishing.withdraw(article, newsroom.ada, "Again")


def test_somebody_else_countersigns(newsroom):
    article = newsroom.published()
    publishing.withdraw(article, newsroom.ada, "Wrong")
    with pytest.raises(NotAllowed, match="somebody else"):
        publishing.countersign(article, newsroom.ada)
    publishing.countersign(article, newsroom.bea)
    assert not Article.objects.get().withdrawal_open
    with pytest.raises(WrongMoment):
        publishing.countersign(article, newsroom.bea)


def test_coming_back_is_a_new_edition(newsroom):
    article = newsroom.published()
    publishing.withdraw(article, newsroom.ada, "Wrong")
    newsroom.again(article, SMILING, "correction", "The report named the wrong mill.")
    assert live(article) == [2]
    assert [each.number for each in Edition.objects.readable()] == [2]


def settled(write):
    """The write, with the constraints that wait for the end of a transaction checked at once."""
    with transaction.atomic():
        write()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_changed_name_is_not_published_as_minor(newsroom):
    article = newsroom.published()
    text = "The mill in Dorn opened on Monday, said Vera Hold."
    with pytest.raises(Blocked) as refusal:
        newsroom.again(article, text)
    assert [each for each in refusal.value.reasons if "not minor. A name changed" in each]


def test_two_editions_of_an_article_are_never_live_at_once(newsroom):
    edition = newsroom.published().editions.get()
    edition.pk, edition.number, edition.key = None, 2, "another"
    with pytest.raises(IntegrityError):
        settled(lambda: edition.save(force_insert=True))


def test_an_edition_moved_over_another_is_refused_by_the_database(newsroom):
    article = newsroom.published()
    newsroom.again(article, SMILING)
    with pytest.raises(IntegrityError):
        settled(lambda: Edition.objects.filter(number=1).update(live_until=None))
