"""One article at its address: the newest edition, each edition, what became of it, and when."""

from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.utils import timezone
from django.utils.http import http_date

from articles.models import Edition, FinishedPage, Published
from articles.pages import article as article_page
from articles.steps import publishing
from articles.text.roles import Role
from articles.text.structure import Join

from .printing import corrected, printed

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."


@pytest.fixture
def edition(newsroom):
    return newsroom.published().editions.get()


@pytest.fixture
def here(edition):
    return f"/articles/{edition.address}/"


def test_the_article_page_is_the_finished_page_read_in_one_query(client, edition, here, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get(here)
    assert response.status_code == 200
    assert response.content.decode() == FinishedPage.objects.get().html
    assert "Mill opens its doors" in response.content.decode()


def test_it_says_what_it_is(client, edition, here, settings):
    response = client.get(here)
    assert response["ETag"] == f'"{FinishedPage.objects.get().etag}"'
    assert response["Last-Modified"] == http_date(edition.live_from.timestamp())
    assert response["Content-Language"] == "en"
    assert f'<{settings.SITE_URL}{here}>; rel="canonical"' in response["Link"]
    assert f'<{here}history/>; rel="version-history"' in response["Link"]
    assert f'<{here}editions/1/>; rel="latest-version"' in response["Link"]
    assert response["Vary"] == "Accept-Datetime, Accept-Encoding"
    assert not response.cookies


@pytest.mark.parametrize("header", ["if-none-match", "if-modified-since"])
def test_who_has_it_already_is_told_so(client, here, header):
    first = client.get(here)
    known = {"if-none-match": first["ETag"], "if-modified-since": first["Last-Modified"]}
    again = client.get(here, headers={header: known[header]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == first["Cache-Control"]
    assert again["ETag"] == first["ETag"]
    assert "Content-Length" not in again


@pytest.mark.parametrize("packed", ["", "gzip"])
def test_a_page_that_the_reader_has_is_not_read(client, here, packed, django_assert_num_queries):
    taken = {"accept-encoding": packed}
    known = client.get(here, headers=taken)["ETag"]
    FinishedPage.objects.update(html="Nobody may read this.")
    with django_assert_num_queries(1):
        again = client.get(here, headers={"if-none-match": known, **taken})
    assert (again.status_code, again["ETag"]) == (304, known)
    said = ("Cache-Control", "Vary", "Last-Modified", "Link")
    first = client.get(here, headers=taken)
    assert [again[name] for name in said] == [first[name] for name in said]


def test_a_page_is_not_taken_for_known_where_more_is_asked(client, here):
    known = client.get(here)["ETag"]
    for header in ("if-match", "if-unmodified-since"):
        asked = {
            "if-none-match": known,
            header: '"another"' if header == "if-match" else "Sat, 01 Jan 2000 00:00:00 GMT",
        }
        assert client.get(here, headers=asked).status_code == 412


def test_a_page_that_the_reader_has_is_read_where_what_is_related_to_it_changed(client, newsroom, edition, here):
    Published.objects.create(
        edition=edition,
        kind=Published.Kind.RELATED,
        key=newsroom.published().pk,
        sort_date="2026",
        live_from=edition.live_from,
    )
    known = client.get(here)["ETag"]
    assert client.get(here, headers={"if-none-match": known}).status_code == 304
    Edition.objects.exclude(pk=edition.pk).update(live_until=timezone.now())
    again = client.get(here, headers={"if-none-match": known})
    assert (again.status_code, again.content) == (200, client.get(here).content)
    assert b"<h1" in again.content
    assert client.get(here, headers={"if-none-match": again["ETag"]}).status_code == 304


@pytest.mark.parametrize("known", ["*", '"\0"', "W/", '"a", "b"', '"' + "0" * 9000 + '"', "\udc80", ""])
def test_whatever_a_reader_claims_to_have_gets_the_page_or_nothing(client, here, known):
    again = client.get(here, headers={"if-none-match": known})
    assert again.status_code == (304 if known == "*" else 200)
    assert known == "*" or again.content == client.get(here).content


def test_a_new_edition_is_not_taken_for_the_old_one(client, newsroom, edition, here):
    known = client.get(here)["ETag"]
    corrected(newsroom, edition, SMILING)
    assert client.get(here, headers={"if-none-match": known}).status_code == 200


def test_it_may_be_kept_for_a_minute_and_never_beyond_the_next_edition(client, newsroom, edition, here):
    assert client.get(here)["Cache-Control"] == "public, max-age=60"
    start = timezone.now() + timedelta(hours=1)
    newsroom.again(edition.article, SMILING, at=start)
    with time_machine.travel(start - timedelta(seconds=20), tick=False):
        assert client.get(here)["Cache-Control"] == "public, max-age=20"
    with time_machine.travel(start, tick=False):
        response = client.get(here)
    assert "smiling" in response.content.decode()
    assert response["Cache-Control"] == "public, max-age=60"


def test_head_is_answered_like_get_without_the_page(client, here):
    response = client.head(here)
    assert (response.status_code, response.content) == (200, b"")
    assert response["ETag"] == client.get(here)["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_nothing_can_be_done_to_it(client, here, method):
    assert getattr(client, method)(here).status_code == 405


@pytest.mark.parametrize(
    "wrong", ["", "another-title-", "Mill-Opens-Its-Doors-", "-", "мельница-", "mill-opens-its-doors-0"]
)
def test_a_wrong_slug_leads_to_the_right_one(client, edition, here, wrong, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get(f"/articles/{wrong}{edition.article_id}/")
    assert (response.status_code, response["Location"]) == (301, here)


def test_an_article_may_have_no_slug_or_one_of_any_script(client, newsroom):
    bare = printed(newsroom, ["Mill", "It turns."], [Role.HEADLINE, Role.BODY], slug="")
    assert client.get(f"/articles/{bare.article_id}/").status_code == 200
    chinese = printed(newsroom, ["Mill", "It turns."], [Role.HEADLINE, Role.BODY], slug="水车")
    assert client.get(f"/articles/水车-{chinese.article_id}/").status_code == 200
    assert client.get(f"/articles/{chinese.article_id}/")["Location"] == quote(f"/articles/水车-{chinese.article_id}/")


def test_an_edition_stays_at_its_address_and_says_what_became_of_it(client, newsroom, edition, here, settings):
    now = client.get(f"{here}editions/1/").content.decode()
    assert "It is the one readers see now" in now
    second = corrected(newsroom, edition, SMILING)
    response = client.get(f"{here}editions/1/")
    text = response.content.decode()
    assert "which was replaced on" in text
    assert f'<a href="{here}">Read the newest edition</a>' in text
    assert f"{here}compare/1..2/" in text
    assert "smiling" not in text
    assert response["Memento-Datetime"] == http_date(edition.live_from.timestamp())
    assert response["Last-Modified"] == http_date(second.live_from.timestamp())
    assert f'<{settings.SITE_URL}{here}>; rel="canonical"' in response["Link"]
    assert f'<{here}editions/2/>; rel="successor-version"' in response["Link"]
    assert 'rel="predecessor-version"' not in response["Link"]
    assert f'<{here}editions/1/>; rel="predecessor-version"' in client.get(f"{here}editions/2/")["Link"]


def test_an_editions_page_is_read_in_one_query_too(client, here, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get(f"{here}editions/1/").status_code == 200


def test_an_editions_etag_moves_when_it_is_replaced(client, newsroom, edition, here):
    known = client.get(f"{here}editions/1/")["ETag"]
    assert client.get(f"{here}editions/1/", headers={"if-none-match": known}).status_code == 304
    corrected(newsroom, edition, SMILING)
    assert client.get(f"{here}editions/1/", headers={"if-none-match": known}).status_code == 200


def test_an_edition_keeps_its_own_slug(client, edition):
    response = client.get(f"/articles/other-{edition.article_id}/editions/1/")
    assert (response.status_code, response["Location"]) == (301, edition.get_absolute_url())


def test_the_article_as_it_was(client, newsroom, edition, here):
    second = corrected(newsroom, edition, SMILING)
    before = (second.live_from - timedelta(microseconds=1)).isoformat()
    for at, number in ((before, 1), (second.live_from.isoformat(), 2), (before.replace("+", "%2B"), 1)):
        response = client.get(f"{here}?at={at}")
        assert (response.status_code, response["Location"]) == (302, f"{here}editions/{number}/")


@pytest.mark.parametrize(
    "at",
    [
        "",
        "yesterday",
        "2026-13-01",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00+23:59",
        "2026-11-24T10:00:00+99:00",
        "\x00",
    ],
)
def test_a_time_that_is_none_or_has_not_come_is_refused_in_words(client, here, at):
    response = client.get(here, {"at": at})
    assert response.status_code == 400
    assert "That cannot be answered" in response.content.decode()


def test_before_its_first_edition_there_was_no_article(client, here):
    assert client.get(f"{here}?at=2001-01-01").status_code == 404


def test_the_history_lists_every_edition_with_its_note(client, newsroom, edition, here, django_assert_max_num_queries):
    corrected(newsroom, edition, SMILING, significance="correction", note="She smiled.")
    with django_assert_max_num_queries(3):
        text = client.get(f"{here}history/").content.decode()
    assert text.index("Edition 2") < text.index("Edition 1")
    assert "She smiled." in text
    assert f"{here}compare/1..2/" in text
    assert f"{here}compare/0..1/" in text
    assert client.get(f"/articles/x-{edition.article_id}/history/")["Location"] == f"{here}history/"


def test_paragraphs_joined_between_two_editions_are_told_as_joined(client, newsroom, edition, here):
    article = edition.article
    newsroom.correct(article, structure=(Join("p1", "p2"),), key="p0", significance="update", note="Shorter.")
    newsroom.published(article)
    text = client.get(f"{here}compare/1..2/").content.decode()
    assert "Joined from 2 paragraphs" in text
    assert "Taken out" not in text
    assert "<del> ¶</del>" in text


def test_two_editions_are_compared_word_by_word(client, newsroom, edition, here, django_assert_num_queries):
    corrected(newsroom, edition, SMILING)
    with django_assert_num_queries(1):
        text = client.get(f"{here}compare/1..2/").content.decode()
    assert "said Vera Holt<ins>, smiling</ins>." in text
    assert "1 of 3 paragraphs differ" in text
    assert "said Vera Holt<del>, smiling</del>." in client.get(f"{here}compare/2..1/").content.decode()
    assert "every paragraph is the same" in client.get(f"{here}compare/1..1/").content.decode()


def test_nought_stands_for_the_machines_words(client, newsroom, edition, here):
    corrected(newsroom, edition, SMILING)
    assert "every paragraph is the same" in client.get(f"{here}compare/0..1/").content.decode()
    assert "said Vera Holt<ins>, smiling</ins>." in client.get(f"{here}compare/0..2/").content.decode()


@pytest.mark.parametrize("pair", ["0..0", "1..0", "1..2", "7..9", "01..1", "1..", "a..b"])
def test_what_cannot_be_compared_is_not_found(client, here, pair):
    assert client.get(f"{here}compare/{pair}/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/articles/99999999/", "/articles/999999999999999999999999/", "/articles/mill/", "/articles/-/",
        "/articles/{id}/editions/0/", "/articles/{id}/editions/2/", "/articles/{id}/editions/99999999999999999999/",
        "/articles/{id}/editions/1/x/", "/articles/9/history/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client, edition, address):
    response = client.get(address.format(id=edition.article_id))
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_a_page_made_by_older_templates_is_made_anew(client, edition, here):
    FinishedPage.objects.update(template_version="older", html="stale", etag="stale")
    response = client.get(here)
    assert response.content.decode() == article_page.render(edition)
    assert response["ETag"] == f'"{article_page.etag(response.content.decode())}"'


def test_a_reader_with_an_editors_cookie_gets_the_same_page(client, newsroom, here, django_assert_num_queries):
    before = client.get(here).content
    client.force_login(newsroom.ada)
    with django_assert_num_queries(1):
        assert client.get(here).content == before


def test_what_was_read_a_moment_ago_is_gone_once_it_is_withdrawn(client, newsroom, edition, here):
    for encoding in ("identity", "gzip"):
        assert client.get(here, headers={"accept-encoding": encoding}).status_code == 200
    publishing.withdraw(edition.article, newsroom.ada, "The source has retracted it.")
    for encoding in ("identity", "gzip"):
        assert client.get(here, headers={"accept-encoding": encoding}).status_code == 410


def test_an_article_costs_no_more_queries_however_many_editions_and_neighbours(
    client, newsroom, edition, here, django_assert_num_queries
):
    first = client.get(here)
    for text in (SMILING, SMILING.replace("smiling", "laughing")):
        newsroom.published()
        corrected(newsroom, edition, text)
    with django_assert_num_queries(1):
        page = client.get(here)
    assert "laughing" in page.content.decode()
    assert 'class="related"' in page.content.decode()
    assert page["ETag"] != first["ETag"]
