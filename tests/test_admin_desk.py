"""The desk: what waits, and for whom."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Edition
from articles.steps import approving, correcting, publishing, reporting
from articles.steps.importing import import_seed
from tests.cast import PASSWORD
from tests.test_admin_workbench import SEED

# Session, user, permissions twice; then a few for each queue, however many rows it has.
MOST_QUERIES = 28


def desk(client, who):
    client.login(username=who, password=PASSWORD)
    response = client.get(reverse("admin:index"))
    return {queue.name: queue for queue in response.context["queues"]}, response.content.decode()


def test_each_article_waits_where_its_next_step_is(client, newsroom):
    fresh, review, approved = newsroom.article(), newsroom.submitted(), newsroom.approved()
    due = newsroom.published(at=timezone.now() + timedelta(days=1))
    queues, _ = desk(client, "ada")
    assert [each.pk for each in queues["correct"].rows] == [fresh.pk]
    assert [each.pk for each in queues["review"].rows] == [review.pk]
    assert [each.pk for each in queues["approved"].rows] == [approved.pk]
    assert [edition.article_id for edition, _ in queues["scheduled"].rows] == [due.pk]


def test_ones_own_work_in_review_is_shown_apart(client, newsroom):
    others, own = newsroom.submitted(), newsroom.submitted(by=newsroom.ada)
    queues, _ = desk(client, "ada")
    assert [each.pk for each in queues["review"].rows] == [others.pk]
    assert [each.pk for each in queues["own"].rows] == [own.pk]


def test_a_later_edition_waits_for_whoever_had_no_hand_since_the_last_one(client, newsroom):
    article = newsroom.published()
    newsroom.correct(article, by=newsroom.ada, key="p2", text="Visitors came from near and far.",
                     significance="minor")  # fmt: skip
    correcting.submit(article, newsroom.ada)
    assert [each.pk for each in desk(client, "ada")[0]["own"].rows] == [article.pk]
    assert [each.pk for each in desk(client, "cora")[0]["review"].rows] == [article.pk]


def test_mine_is_what_is_assigned_to_me(client, newsroom):
    article, other = newsroom.article(), newsroom.article()
    correcting.take(article, newsroom.cora)
    correcting.take(other, newsroom.carl)
    queues, _ = desk(client, "cora")
    assert [each.pk for each in queues["mine"].rows] == [article.pk]


def test_what_was_sent_back_says_why_until_it_is_submitted_again(client, newsroom):
    article, recalled = newsroom.submitted(), newsroom.submitted()
    approving.send_back(article, newsroom.ada, "names", "Is it Holt or Hold?")
    correcting.recall(recalled, newsroom.cora)
    newsroom.article()
    queues, html = desk(client, "cora")
    assert [each.pk for each in queues["returned"].rows] == [article.pk]
    assert "Is it Holt or Hold?" in html
    correcting.submit(article, newsroom.cora)
    queues, _ = desk(client, "cora")
    assert not queues["returned"].rows


def test_withdrawals_reports_and_changed_sources_wait_too(client, newsroom):
    withdrawn, reported = newsroom.published(), newsroom.published()
    publishing.withdraw(withdrawn, newsroom.ada, "No permission")
    reporting.report(Edition.objects.get(article=reported), "p1", "It was Tuesday.")
    import_seed(SEED.read_bytes(), "a.txt")
    changed = import_seed(SEED.read_bytes().replace(b"17 million", b"18 million"), "a.txt").article
    queues, html = desk(client, "ada")
    assert [each.pk for each in queues["withdrawals"].rows] == [withdrawn.pk]
    assert [each.pk for each in queues["source"].rows] == [changed.pk]
    assert queues["reports"].count == 1
    assert "It was Tuesday." in html


def test_progress_and_problems_stand_in_each_row(client, newsroom):
    newsroom.article()
    Article.objects.update(open_problems=3, blocking_problems=1)
    _, html = desk(client, "cora")
    assert "0 of 3 confirmed" in html
    assert "1 blocking" in html
    assert "3 open problems" in html


def test_an_empty_desk_says_so_in_words(client, newsroom):
    queues, html = desk(client, "cora")
    assert all(queue.empty in html for queue in queues.values())


def test_somebody_without_rights_is_told_whom_to_ask(client, newsroom):
    client.login(username="rex", password=PASSWORD)
    response = client.get(reverse("admin:index"))
    assert response.context["queues"] == []
    assert "Ask your administrator" in response.content.decode()


@pytest.mark.parametrize("many", [1, 6])
def test_the_desk_asks_few_questions_however_much_waits(client, newsroom, many):
    for _ in range(many):
        newsroom.article()
        newsroom.submitted()
        newsroom.submitted(by=newsroom.ada)
        newsroom.approved()
        returned = newsroom.submitted()
        approving.send_back(returned, newsroom.ada, "names", "Is it Holt or Hold?")
        reporting.report(Edition.objects.get(article=newsroom.published()), "p1", "It was Tuesday.")
    client.login(username="ada", password=PASSWORD)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(reverse("admin:index"))
    assert len(asked) <= MOST_QUERIES, len(asked)


def test_what_colleagues_did_is_on_the_desk_with_its_link_until_it_is_seen(client, newsroom):
    article = newsroom.submitted()
    approving.send_back(article, newsroom.ada, "names", "Who is <Vera> Holt?")
    queues, page = desk(client, "cora")
    [(message, told, address)] = queues["messages"].rows
    assert (told.said, address) == (
        "ada sent it back (names):\n\nWho is <Vera> Holt?",
        reverse("admin:articles_article_change", args=[article.pk]),
    )
    assert "Who is &lt;Vera&gt; Holt?" in page
    seen = reverse("admin:articles_article_seen")
    answer = client.post(seen, {"message": [message.pk, "x", "9" * 30]})
    assert (answer.status_code, answer.url) == (302, f"{reverse('admin:index')}#messages")
    assert desk(client, "cora")[0]["messages"].count == 0


def test_nobody_clears_anothers_desk(client, newsroom):
    newsroom.submitted()
    queues, _ = desk(client, "ada")
    number = queues["messages"].rows[0][0].pk
    client.login(username="bea", password=PASSWORD)
    client.post(reverse("admin:articles_article_seen"), {"message": number})
    assert desk(client, "ada")[0]["messages"].count == 1
