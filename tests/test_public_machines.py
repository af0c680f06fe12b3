"""What feed readers, crawlers and watchdogs are told."""

import xml.etree.ElementTree as ET

import pytest
from django.db import OperationalError, connection
from django.test import RequestFactory
from django.urls import reverse

from articles.public import errors
from articles.steps import publishing
from articles.text.roles import Role

from .printing import corrected, printed

ATOM = "{http://www.w3.org/2005/Atom}"
GONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def mill(newsroom, headline="Mill & <water>", slug="mill", **more):
    return printed(newsroom, [headline, "It turns."], [Role.HEADLINE, Role.BODY], slug=slug, **more)


def atom(client):
    return ET.fromstring(client.get("/feeds/atom.xml").content)


def test_the_feed_has_an_entry_for_each_article_that_stays_the_same(client, newsroom):
    edition = mill(newsroom)
    (before,) = atom(client).findall(f"{ATOM}entry")
    corrected(newsroom, edition, "It turns slowly.", significance="correction", note="It is slow.")
    (after,) = atom(client).findall(f"{ATOM}entry")
    assert before.find(f"{ATOM}title").text == "Mill & <water>"
    assert (
        before.find(f"{ATOM}id").text
        == after.find(f"{ATOM}id").text
        == f"http://testserver/articles/{edition.article_id}/"
    )
    assert after.find(f"{ATOM}link").get("href") == f"http://testserver/articles/{edition.address}/"
    assert "It is slow." in after.find(f"{ATOM}summary").text


def test_the_feed_tells_what_was_withdrawn(client, newsroom):
    edition = mill(newsroom)
    publishing.withdraw(edition.article, newsroom.ada, "Gone.")
    feed = atom(client)
    assert feed.findall(f"{ATOM}entry") == []
    (gone,) = feed.findall(GONE)
    assert gone.get("ref") == f"http://testserver/articles/{edition.article_id}/"
    corrected(newsroom, edition, "It turns slowly.", significance="correction", note="It is slow.")
    feed = atom(client)
    assert len(feed.findall(f"{ATOM}entry")) == 1
    assert feed.findall(GONE) == []


def test_the_feed_is_answered_with_304_until_something_changes(client, newsroom):
    mill(newsroom)
    etag = client.get("/feeds/atom.xml")["ETag"]
    assert client.get("/feeds/atom.xml", headers={"if-none-match": etag}).status_code == 304
    mill(newsroom)
    assert client.get("/feeds/atom.xml", headers={"if-none-match": etag}).status_code == 200


def test_the_sitemap_lists_what_is_live(client, newsroom, tomorrow, django_assert_num_queries):
    edition = mill(newsroom, slug="水车")
    mill(newsroom, slug="later", at=tomorrow)
    with django_assert_num_queries(1):
        response = client.get("/sitemap.xml")
    (url,) = ET.fromstring(response.content).findall(f"{MAP}url")
    assert url.find(f"{MAP}loc").text == "http://testserver" + reverse("articles:article", args=[edition.address])
    assert url.find(f"{MAP}lastmod").text.startswith(f"{edition.live_from:%Y-%m-%d}")


def test_robots_are_kept_out_of_the_newsroom(client, db):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_watchdog_hears_whether_the_database_answers(client, db, monkeypatch):
    assert (client.get("/healthz").status_code, client.get("/healthz").content) == (200, b"ok\n")

    def fails(*args, **kwargs):
        raise OperationalError("gone")

    with monkeypatch.context() as broken:
        broken.setattr(connection, "cursor", fails)
        assert client.get("/healthz").status_code == 503


def test_a_failure_is_told_without_a_database():
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/how-we-edit/", "/search/", "/nowhere/"])
def test_every_page_is_kept_to_what_comes_from_here(client, db, path):
    response = client.get(path)
    text = response.content.decode()
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "style=" not in text
    assert "<style" not in text
    assert 'src="' not in text
    assert "Vary" not in response
    assert not response.cookies
