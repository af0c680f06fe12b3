"""A form sent too late, from nowhere or by nobody in particular is refused, and what was typed comes back."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from articles.admin.refusals import csrf_failure
from articles.admin.sheets import MOST_CHARACTERS
from articles.admin.site import Newsroom
from articles.models import Article
from tests.browser_form import sent
from tests.cast import PASSWORD

LABOUR = "Half a day’s work <b>& more</b>"
ESCAPED = "Half a day’s work &lt;b&gt;&amp; more&lt;/b&gt;"


@pytest.fixture
def article(newsroom):
    return newsroom.article()


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_without_a_token_the_typing_comes_back(article):
    client = Client(enforce_csrf_checks=True)
    client.login(username="cora", password=PASSWORD)
    response = client.post(change(article), {"text-p1": LABOUR, "base": "1"})
    assert response.status_code == 403
    assert ESCAPED in response.content.decode()
    assert Article.objects.get(pk=article.pk).head == 1


def test_without_a_token_a_readers_words_come_back_without_the_newsroom_around_them(rf):
    response = csrf_failure(rf.post("/articles/mill-1/report/", {"text": LABOUR}))
    page = response.content.decode()
    assert response.status_code == 403
    assert ESCAPED in page
    assert "Desk" not in page


def test_a_password_is_never_given_back(db):
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("admin:login"), {"username": "cora", "password": "correct horse"})
    assert response.status_code == 403
    assert "correct horse" not in response.content.decode()


def test_after_the_login_expired_the_typing_comes_back_with_a_login(client, article):
    response = client.post(change(article), {"text-p1": LABOUR, "base": "1"})
    page = response.content.decode()
    assert response.status_code == 403
    assert ESCAPED in page
    assert 'name="login-password"' in page


def test_logging_in_again_saves_what_was_typed(client, article, newsroom):
    client.login(username="cora", password=PASSWORD)
    data = sent(client.get(change(article))) | {"text-p1": "The mill, said Vera Holt.", "reason": "Shorter"}
    client.logout()
    asked = client.post(change(article), data)
    again = sent(asked, action="") | {"login-username": "cora", "login-password": PASSWORD}
    response = client.post(change(article), again)
    assert response.status_code == 302
    head = article.revisions.order_by("-number").first()
    assert head.document.paragraph("p1").text == "The mill, said Vera Holt."
    assert head.author == newsroom.cora
    assert client.get(change(article)).status_code == 200


def test_a_wrong_password_keeps_the_typing(client, article):
    given = {"text-p1": LABOUR, "base": "1", "login-username": "cora", "login-password": "wrong-one"}
    response = client.post(change(article), given)
    page = response.content.decode()
    assert response.status_code == 403
    assert ESCAPED in page
    assert "wrong-one" not in page


def test_where_more_than_a_password_is_asked_for_the_typing_waits_for_it(client, article, monkeypatch):
    monkeypatch.setattr(Newsroom, "has_permission", lambda site, request: "second" in request.session)
    given = {"text-p1": LABOUR, "base": "1", "login-username": "cora", "login-password": PASSWORD}
    response = client.post(change(article), given)
    assert response.status_code == 403
    assert ESCAPED in response.content.decode()
    assert "More than a password is asked of you" in response.content.decode()
    assert Article.objects.get(pk=article.pk).head == 1


def test_a_visitor_who_only_looks_is_sent_to_the_login(client, article):
    response = client.get(change(article))
    assert response.status_code == 302
    assert response.url.startswith(reverse("admin:login"))


def test_somebody_without_the_right_to_look_is_told_so_and_keeps_the_typing(client, article):
    client.login(username="rex", password=PASSWORD)
    assert client.get(change(article)).status_code == 403
    response = client.post(change(article), {"text-p1": LABOUR})
    assert response.status_code == 403
    assert ESCAPED in response.content.decode()


def test_logging_out_when_the_login_has_expired_asks_for_nothing(client, db):
    assert client.post(reverse("admin:logout")).status_code == 302


# Longer than is taken at once


FORM = "application/x-www-form-urlencoded"


def too_long(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    return urlencode({"text-p1": f"{LABOUR} " * 40, "role-p1": "body", "base": "1"})


def test_a_form_longer_than_is_taken_comes_back_with_its_typing(client, article, settings):
    client.login(username="cora", password=PASSWORD)
    response = client.post(change(article), too_long(settings), content_type=FORM)
    page = response.content.decode()
    assert response.status_code == 413
    assert "is the most that can be sent at once" in page
    assert page.count(ESCAPED) == 40
    assert "Content-Security-Policy" in response.headers
    assert Article.objects.get(pk=article.pk).head == 1


def test_who_has_no_session_is_told_so_and_no_form_is_read_for_them(client, article, settings):
    response = client.post(change(article), too_long(settings), content_type=FORM)
    assert response.status_code == 413
    assert "Half a day" not in response.content.decode()


def test_a_script_is_told_in_json_that_it_is_too_long(client, article, settings):
    client.login(username="cora", password=PASSWORD)
    address = reverse("admin:articles_article_keep", args=[article.pk])
    response = client.post(address, too_long(settings), content_type=FORM, headers={"Accept": "application/json"})
    assert response.status_code == 413
    assert "the most that can be sent" in response.json()["refusal"]


def test_a_sheet_in_the_widest_script_can_be_sent(settings):
    longest = urlencode({"text-p1": "😀" * (MOST_CHARACTERS - 1)})
    assert 1.5 * len(longest) < settings.DATA_UPLOAD_MAX_MEMORY_SIZE
