"""The buttons of an article's pages: one step each, shown to those who may, refused with a sentence to others."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.admin.actions import STEPS
from articles.admin.moments import moment_typed
from articles.errors import BadInput
from articles.models import Article, Stage
from articles.steps import correcting, publishing
from articles.steps.workflow import TABLE, Action
from tests.cast import PASSWORD


def press(client, article, action, who=None, **given):
    if who:
        client.login(username=who, password=PASSWORD)
    return client.post(reverse("admin:articles_article_act", args=[article.pk, action]), given)


def page(client, article, who=None, name="change"):
    if who:
        client.login(username=who, password=PASSWORD)
    return client.get(reverse(f"admin:articles_article_{name}", args=[article.pk])).content.decode()


def now(article):
    return Article.objects.get(pk=article.pk)


def tomorrow():
    return timezone.now() + timedelta(days=1)


def typed(at):
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def test_every_move_of_the_table_has_its_button():
    assert set(STEPS) == {move.action.value.replace(" ", "-") for move in TABLE} - {Action.CORRECT.value}


def test_an_article_travels_from_desk_to_readers_by_its_buttons(client, newsroom):
    article = newsroom.article()
    assert press(client, article, "take", "cora").status_code == 302
    assert now(article).assignee == newsroom.cora
    newsroom.ready(article)
    assert press(client, article, "submit").url.endswith("/change/")
    assert (
        press(client, article, "approve", "ada", digest=newsroom.head(article).digest, page="review").status_code == 302
    )
    assert press(client, article, "publish", when="now").status_code == 302
    assert article.editions.live().exists()
    assert now(article).stage == Stage.DONE


def test_the_editor_reads_why_it_came_back(client, newsroom):
    article = newsroom.submitted()
    press(client, article, "send-back", "ada", category="names", reason="Is it Holt or Hold?")
    client.login(username="cora", password=PASSWORD)
    desk = client.get(reverse("admin:index")).content.decode()
    assert "Is it Holt or Hold?" in desk
    assert "Names:" in desk


@pytest.mark.parametrize(
    ("action", "stage", "who", "given"),
    [
        ("recall", "submitted", "cora", {}),
        ("revoke", "approved", "ada", {"reason": "A doubt"}),
        ("assign", "article", "ada", {"to": "carl"}),
        ("spike", "article", "cora", {"reason": "A hoax"}),
    ],
)
def test_the_other_moves(client, newsroom, action, stage, who, given):
    article = getattr(newsroom, stage)()
    assert press(client, article, action, who, **given).status_code == 302
    assert now(article).acts.order_by("-number").first().action == action


def test_a_spiked_article_is_revived(client, newsroom):
    article = newsroom.article()
    correcting.spike(article, newsroom.cora, "A hoax")
    assert press(client, article, "revive", "cora").status_code == 302
    assert now(article).stage == Stage.CORRECTING


def test_an_edition_is_scheduled_rescheduled_and_cancelled(client, newsroom):
    article = newsroom.approved()
    press(client, article, "publish", "ada", when="at", at=typed(tomorrow()))
    [edition] = article.editions.scheduled()
    later = tomorrow() + timedelta(days=1)
    press(client, article, "reschedule", edition=edition.number, at=typed(later))
    edition.refresh_from_db()
    assert typed(edition.live_from) == typed(later)
    press(client, article, "cancel", edition=edition.number)
    assert not article.editions.scheduled().exists()


def test_withdrawing_is_asked_about_on_a_page_of_its_own(client, newsroom):
    article = newsroom.published()
    assert reverse("admin:articles_article_withdraw", args=[article.pk]) in page(client, article, "ada")
    refused = press(client, article, "withdraw", reason="No permission", page="withdraw")
    assert refused.status_code == 400
    assert "No permission" in refused.content.decode()
    assert article.editions.live().exists()
    press(client, article, "withdraw", reason="No permission", confirmed="1", page="withdraw")
    assert not article.editions.live().exists()
    assert press(client, article, "countersign", "bea").status_code == 302
    assert not now(article).withdrawal_open


def test_one_edition_is_withdrawn_alone(client, newsroom):
    article = newsroom.published()
    newsroom.again(article, "The mill in Dorn opened at last on Monday, said Vera Holt.")
    press(client, article, "withdraw", "ada", reason="Wrong", confirmed="1", edition="1")
    assert [each.number for each in article.editions.live()] == [2]


# Who may not, wrong moment, bad input


def test_a_button_is_drawn_only_for_those_who_may(client, newsroom):
    article = newsroom.approved()
    assert "/act/publish/" not in page(client, article, "cora")
    assert "/act/publish/" in page(client, article, "ada")
    assert "/act/submit/" not in page(client, article)


def test_a_contributor_sees_the_button_disabled_and_reads_why(client, newsroom):
    article = newsroom.submitted(by=newsroom.ada)
    html = page(client, article, "ada", "review")
    assert "/act/approve/" not in html
    assert "You had a hand in this version" in html
    assert "disabled" in html


def test_a_contributor_who_posts_all_the_same_is_refused(client, newsroom):
    article = newsroom.submitted(by=newsroom.ada)
    response = press(client, article, "approve", "ada", digest=newsroom.head(article).digest, page="review")
    assert response.status_code == 403
    assert "You had a hand in this version" in response.content.decode()
    assert now(article).stage == Stage.IN_REVIEW


def test_whoever_withdrew_sees_countersigning_disabled(client, newsroom):
    article = newsroom.published()
    publishing.withdraw(article, newsroom.ada, "No permission")
    html = page(client, article, "ada")
    assert "/act/countersign/" not in html
    assert "You withdrew it" in html
    assert press(client, article, "countersign").status_code == 403
    assert "/act/countersign/" in page(client, article, "bea")


def test_an_article_that_moved_on_is_not_approved(client, newsroom):
    article = newsroom.submitted()
    digest = newsroom.head(article).digest
    newsroom.correct(article, text="The mill in Dorn opened on Monday, Vera Holt said.")
    correcting.submit(article, newsroom.cora)
    response = press(client, article, "approve", "ada", digest=digest, page="review")
    assert response.status_code == 409
    assert "has changed since you opened it" in response.content.decode()
    assert now(article).stage == Stage.IN_REVIEW


def test_submitting_too_early_tells_what_blocks_with_links(client, newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="The mill opened, said Vera Holt.")
    response = press(client, article, "submit", "cora")
    html = response.content.decode()
    assert response.status_code == 409
    assert 'href="?sheet=1#p-p2"' in html
    assert "is not confirmed" in html


@pytest.mark.parametrize("who", ["rex", "cora"])
def test_without_the_right_nothing_happens(client, newsroom, who):
    article = newsroom.approved()
    assert press(client, article, "publish", who, when="now").status_code == 403
    assert now(article).stage == Stage.APPROVED


def test_at_the_wrong_stage_the_refusal_names_the_right_one(client, newsroom):
    response = press(client, newsroom.article(), "approve", "ada", digest="")
    assert response.status_code == 409
    assert "in review" in response.content.decode()


@pytest.mark.parametrize(
    ("action", "given"),
    [
        ("send-back", {"category": "boredom", "reason": "Half a day’s work"}),
        ("send-back", {"category": "names", "reason": " "}),
    ],
)
def test_a_bad_reason_is_refused_and_what_was_typed_is_kept(client, newsroom, action, given):
    response = press(client, newsroom.submitted(), action, "ada", **given)
    assert response.status_code == 400
    assert given["reason"].strip() in response.content.decode()


@pytest.mark.parametrize("at", ["", "soon", "2020-01-01T10:00", "2030-01-01T10:00+02:00"])
def test_a_time_that_cannot_be_is_refused_and_kept(client, newsroom, at):
    article = newsroom.approved()
    response = press(client, article, "publish", "ada", when="at", at=at)
    assert response.status_code == 400
    assert f'value="{at}"' in response.content.decode()
    assert not article.editions.exists()


@pytest.mark.parametrize(("text", "says"), [("2026-03-29T02:30", "There is no"), ("2026-10-25T02:30", "comes twice")])
def test_an_hour_the_clock_skips_or_repeats_is_refused(text, says):
    with timezone.override(ZoneInfo("Europe/Berlin")), pytest.raises(BadInput, match=says):
        moment_typed(text)


def test_a_time_is_read_on_the_newsrooms_clock():
    with timezone.override(ZoneInfo("Europe/Berlin")):
        assert moment_typed("2026-07-01T10:00") == datetime(2026, 7, 1, 8, tzinfo=ZoneInfo("UTC"))


def test_an_unknown_action_and_an_unknown_article_are_not_there(client, newsroom):
    article = newsroom.article()
    assert press(client, article, "burn", "cora").status_code == 404
    assert client.post(reverse("admin:articles_article_act", args=[9999, "take"])).status_code == 404


def test_an_article_is_not_assigned_to_somebody_who_may_not_correct(client, newsroom):
    article = newsroom.article()
    for name in ("rex", "nobody"):
        assert press(client, article, "assign", "cora", to=name).status_code == 400
    assert now(article).assignee is None
