"""Forms that come late, twice, or with what belongs elsewhere: a sentence, a fitting status, and nothing changed."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from articles.models import Act, Article, Edition, Note, PreviewLink, Revision
from articles.steps import correcting, noting, previewing, publishing
from articles.text.correction import Correction
from articles.text.structure import Join
from tests.cast import PASSWORD

BETTER = "The mill in Dorn opened at last on Monday, said Vera Holt."


def url(name, *args):
    return reverse(f"admin:articles_article_{name}", args=args)


def press(client, article, action, **given):
    return client.post(url("act", article.pk, action), {"page": "review", **given})


def everything():
    """All that a refused form must leave as it was."""
    return (
        list(Article.objects.order_by("pk").values()),
        list(Edition.objects.order_by("pk").values("pk", "live_from", "live_until", "withheld_at")),
        [model.objects.count() for model in (Act, Revision, Edition)],
        list(Note.objects.order_by("pk").values()),
        list(PreviewLink.objects.order_by("pk").values()),
    )


def refuse(response, status, words):
    """The page it was sent from, with the sentence above it."""
    html = response.content.decode()
    assert (response.status_code, words in html) == (status, True), html[html.find("refusal") :][:400]
    if status != 404:
        assert 'role="alert"' in html


@pytest.fixture
def ada(client, newsroom):
    client.login(username="ada", password=PASSWORD)
    return client


def tomorrow(days=1):
    return timezone.now() + timedelta(days=days)


def typed(at):
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def scheduled(newsroom):
    article = newsroom.published()
    newsroom.again(article, BETTER, significance="update", note="At last.", at=tomorrow())
    return article


# Late


def test_a_digest_that_is_not_the_heads_approves_nothing(ada, newsroom):
    article, other = newsroom.submitted(), newsroom.submitted()
    before = everything()
    for digest in ("", "0" * 64, newsroom.head(other).digest, article.revisions.get(number=1).digest):
        refuse(press(ada, article, "approve", digest=digest), 409, "has changed since you opened it")
    assert everything() == before


def test_judging_what_a_colleague_has_judged_is_refused(ada, newsroom):
    article = newsroom.approved()
    before = everything()
    refuse(press(ada, article, "approve", digest=newsroom.head(article).digest), 409, "only what is in review")
    refuse(press(ada, article, "send-back", category="names", reason="Holt?"), 409, "only what is in review")
    assert everything() == before


def test_publishing_what_a_colleague_has_published_is_refused(ada, newsroom):
    article = newsroom.published()
    before = everything()
    refuse(press(ada, article, "publish", when="now"), 409, "you can publish only what is approved")
    refuse(
        press(ada, article, "publish", when="at", at=typed(tomorrow())), 409, "you can publish only what is approved"
    )
    assert everything() == before


@pytest.mark.parametrize(("action", "given"), [("cancel", {}), ("reschedule", {"at": "2099-01-01T10:00"})])
def test_what_is_scheduled_no_more_is_neither_moved_nor_cancelled(ada, newsroom, action, given):
    article = scheduled(newsroom)
    publishing.cancel(article, newsroom.bea, 2)
    before = everything()
    refuse(press(ada, article, action, edition=2, **given), 409, "is not scheduled any more")
    assert everything() == before


@pytest.mark.parametrize(("action", "given"), [("cancel", {}), ("reschedule", {"at": "2099-01-01T10:00"})])
def test_what_went_live_meanwhile_is_neither_moved_nor_cancelled(ada, newsroom, action, given):
    article = scheduled(newsroom)
    with time_machine.travel(tomorrow(2)):
        ada.login(username="ada", password=PASSWORD)
        before = everything()
        refuse(press(ada, article, action, edition=2, **given), 409, "is not scheduled any more")
        assert everything() == before


def test_an_edition_is_withdrawn_once(ada, newsroom):
    article = newsroom.published()
    form = {"reason": "No permission", "confirmed": "1", "page": "withdraw"}
    assert press(ada, article, "withdraw", **form).status_code == 302
    before = everything()
    refuse(press(ada, article, "withdraw", **form), 409, "nothing to withdraw")
    refuse(press(ada, article, "withdraw", edition="1", **form), 409, "nothing to withdraw")
    assert everything() == before


def test_a_withdrawal_is_countersigned_once(client, newsroom):
    article = newsroom.published()
    publishing.withdraw(article, newsroom.ada, "No permission")
    client.login(username="bea", password=PASSWORD)
    assert press(client, article, "countersign").status_code == 302
    before = everything()
    refuse(press(client, article, "countersign"), 409, "waits for a countersignature")
    assert everything() == before


def test_a_note_is_resolved_once(ada, newsroom):
    article = newsroom.submitted()
    remark = noting.note(article, newsroom.bea, "Which Monday?")
    assert ada.post(url("resolve_note", article.pk, remark.pk)).status_code == 302
    before = everything()
    refuse(ada.post(url("resolve_note", article.pk, remark.pk)), 409, "Somebody else has resolved this note.")
    assert everything() == before


def test_restoring_on_an_old_page_is_refused(client, newsroom):
    article = newsroom.ready()
    newsroom.correct(article, text=BETTER)
    client.login(username="cora", password=PASSWORD)
    before = everything()
    refuse(client.post(url("restore", article.pk), {"number": "1", "base": "2"}), 409, "has a newer Revision than 2")
    assert everything() == before


# Times that cannot be


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2020-01-01T10:00", "has passed"),
        ("2027-03-28T02:30", "There is no"),
        ("2027-10-31T02:30", "comes twice"),
        ("2027-02-30T10:00", "Give the day and the time"),
        ("", "Give the day and the time"),
    ],
)
@pytest.mark.parametrize("action", ["publish", "reschedule"])
def test_a_time_that_has_passed_or_never_comes_is_refused_and_kept(ada, newsroom, action, at, words):
    article = newsroom.approved() if action == "publish" else scheduled(newsroom)
    before = everything()
    with timezone.override(ZoneInfo("Europe/Berlin")):
        response = press(ada, article, action, when="at", at=at, edition="2")
    refuse(response, 400, words)
    assert f'value="{at}"' in response.content.decode()
    assert everything() == before


def test_an_edition_is_not_moved_before_the_one_it_follows(ada, newsroom):
    article = newsroom.published(at=tomorrow())
    newsroom.correct(article, text=BETTER, significance="update", note="At last.")
    correcting.submit(article, newsroom.cora)
    assert press(ada, article, "approve", digest=newsroom.head(article).digest).status_code == 302
    assert press(ada, article, "publish", when="at", at=typed(tomorrow(3))).status_code == 302
    before = everything()
    refuse(press(ada, article, "reschedule", edition="2", at=typed(tomorrow(0.5))), 400, "choose a time after it")
    refuse(press(ada, article, "reschedule", edition="1", at=typed(tomorrow(4))), 400, "choose a time before it")
    assert everything() == before


# What belongs elsewhere


@pytest.mark.parametrize("edition", ["7", "-1", "x", "", "1e9", "99999999999999999999"])
@pytest.mark.parametrize("action", ["cancel", "reschedule", "withdraw"])
def test_an_edition_that_is_not_this_articles_is_refused(ada, newsroom, action, edition):
    article = scheduled(newsroom)
    before = everything()
    given = {"at": typed(tomorrow(2)), "reason": "Wrong", "confirmed": "1", "edition": edition}
    if action == "withdraw" and not edition:
        given["reason"] = " "
    response = press(ada, article, action, **given)
    assert response.status_code in (400, 409)
    assert 'role="alert"' in response.content.decode()
    assert everything() == before


def test_the_scheduled_edition_of_another_article_is_not_cancelled_from_here(ada, newsroom):
    other, article = scheduled(newsroom), newsroom.published()
    before = everything()
    refuse(press(ada, article, "cancel", edition="2"), 409, "is not scheduled any more")
    refuse(press(ada, article, "reschedule", edition="2", at=typed(tomorrow(3))), 409, "is not scheduled any more")
    refuse(press(ada, article, "withdraw", edition="2", reason="x", confirmed="1"), 409, "2 is not public")
    assert everything() == before
    assert other.editions.scheduled().exists()


def test_notes_links_and_revisions_of_another_article_are_not_there(ada, newsroom):
    article, other = newsroom.submitted(), newsroom.submitted()
    remark = noting.note(other, newsroom.bea, "Which?")
    link = previewing.make(other, newsroom.bea, newsroom.head(other).digest, 1).link
    newsroom.correct(other, structure=(Join("p1", "p2"),))
    before = everything()
    assert ada.post(url("resolve_note", article.pk, remark.pk)).status_code == 404
    assert ada.post(url("revoke_preview", article.pk, link.pk)).status_code == 404
    assert ada.post(url("add_note", article.pk), {"text": "x", "about": "nowhere"}).status_code == 404
    assert ada.get(url("compare", article.pk, 2, 3)).status_code == 404
    refuse(ada.post(url("restore", article.pk), {"number": "3", "base": "2"}), 404, "has no Revision 3")
    assert everything() == before


@pytest.mark.parametrize("name", ["review", "history", "timeline", "previews", "preview", "withdraw"])
def test_there_is_no_page_of_an_article_that_is_not_there(ada, name):
    assert ada.get(url(name, 99999)).status_code == 404


# A withdrawn article


def test_correcting_a_withdrawn_article_gives_readers_nothing_back_until_it_is_published_anew(client, newsroom):
    article = newsroom.published()
    address = article.editions.get().get_absolute_url()
    publishing.withdraw(article, newsroom.ada, "No permission")
    newsroom.correct(article, text=BETTER, significance="correction", note="It opened at last.")
    assert client.get(address).status_code == 410
    correcting.submit(article, newsroom.cora)
    client.login(username="bea", password=PASSWORD)
    assert press(client, article, "approve", digest=newsroom.head(article).digest).status_code == 302
    client.logout()
    assert client.get(address).status_code == 410
    publishing.publish(article, newsroom.bea)
    assert client.get(address).status_code == 410
    again = article.editions.get(number=2).get_absolute_url()
    assert "at last on Monday" in client.get(again).content.decode()


def test_a_correction_of_a_withdrawn_article_is_not_called_minor_in_silence(ada, newsroom):
    article = newsroom.published()
    publishing.withdraw(article, newsroom.ada, "No permission")
    newsroom.correct(article, text=BETTER)
    before = everything()
    response = press(ada, article, "submit")
    refuse(response, 409, "Say how much this edition changes for its readers.")
    assert everything() == before


def test_nothing_is_saved_over_what_a_colleague_wrote_meanwhile(client, newsroom):
    """The forms of the workbench are tested beside it; here, that the page of another revision says so."""
    article = newsroom.ready()
    client.login(username="cora", password=PASSWORD)
    form = {"base": "77", "sheet": "1", "do": "save", "reason": "x", "text-p1": BETTER}
    before = everything()
    response = client.post(url("change", article.pk), form)
    refuse(response, 400, "does not say which revision it was typed on")
    assert everything() == before
    assert correcting.save(article, newsroom.cora, 2, Correction(), "Nothing") is None
