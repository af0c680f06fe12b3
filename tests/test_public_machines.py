"""What feed readers, crawlers and watchdogs are told."""

import gzip
import re
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from articles.models import Person
from articles.public import errors, maps
from articles.steps import publishing
from articles.text.facts.kinds import Speech
from articles.text.roles import Role

from .printing import corrected, printed

ATOM = "{http://www.w3.org/2005/Atom}"
GONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
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


def test_the_sitemap_leads_to_a_map_of_what_is_live(client, newsroom, tomorrow, django_assert_num_queries):
    edition = mill(newsroom, slug="水车")
    mill(newsroom, slug="later", at=tomorrow)
    with django_assert_num_queries(1):
        index = ET.fromstring(client.get("/sitemap.xml").content)
    maps = [each.text for each in index.findall(f"{MAP}sitemap/{MAP}loc")]
    assert maps == ["http://testserver/sitemaps/lists.xml", "http://testserver/sitemaps/articles-0.xml"]
    with django_assert_num_queries(1):
        response = client.get(maps[1])
    (url,) = ET.fromstring(response.content).findall(f"{MAP}url")
    assert url.find(f"{MAP}loc").text == "http://testserver" + reverse("articles:article", args=[edition.address])
    assert url.find(f"{MAP}lastmod").text.startswith(f"{edition.live_from:%Y-%m-%d}")


def test_any_number_of_articles_fits_into_maps(client, newsroom, monkeypatch):
    monkeypatch.setattr(maps, "RANGE", 2)
    editions = [mill(newsroom, slug=f"mill-{i}") for i in range(3)]
    index = ET.fromstring(client.get("/sitemap.xml").content)
    found = []
    for address in [each.text for each in index.findall(f"{MAP}sitemap/{MAP}loc")][1:]:
        response = client.get(address)
        if response.status_code == 200:
            found += [each.text for each in ET.fromstring(response.content).findall(f"{MAP}url/{MAP}loc")]
    assert found == [f"http://testserver/articles/{each.address}/" for each in editions]
    assert client.get("/sitemaps/articles-99.xml").status_code == 404


def test_the_lists_and_themes_have_a_map(client, newsroom, tomorrow):
    mill(newsroom, themes=[("power", "Power")])
    mill(newsroom, slug="later", at=tomorrow, themes=[("spying", "Spying")])
    text = client.get("/sitemaps/lists.xml").content.decode()
    assert "http://testserver/themes/power/" in text
    assert "http://testserver/claims/" in text
    assert "spying" not in text


def test_people_and_organizations_have_maps_where_readers_may_know_of_them(
    client, newsroom, tomorrow, django_assert_num_queries
):
    speech = [("p1", "It turns", Speech(speaker="Vera Holt", organization="Dornmill"))]
    printed(newsroom, ["Mill", "It turns."], [Role.HEADLINE, Role.BODY], speech)
    secret = [("p1", "It turns", Speech(speaker="Ivy Low"))]
    printed(newsroom, ["Mill", "It turns."], [Role.HEADLINE, Role.BODY], secret, at=tomorrow)
    with django_assert_num_queries(1):
        index = client.get("/sitemap.xml").content.decode()
    assert "/sitemaps/people-0.xml" in index
    assert "/sitemaps/organizations-0.xml" in index
    with django_assert_num_queries(1):
        people = client.get("/sitemaps/people-0.xml").content.decode()
    assert f"http://testserver/people/vera-holt-{Person.objects.get(name='Vera Holt').pk}/" in people
    assert "ivy" not in people
    assert "/organizations/dornmill-" in client.get("/sitemaps/organizations-0.xml").content.decode()
    assert client.get("/sitemaps/people-99.xml").status_code == 404


def test_the_news_map_holds_what_was_first_published_within_two_days(client, newsroom, django_assert_num_queries):
    with time_machine.travel(timezone.now() - timedelta(days=3), tick=False):
        old = mill(newsroom, "Old mill", slug="old")
    new = mill(newsroom, "New <mill>", slug="new")
    corrected(newsroom, old, "It turns slowly.", significance="correction", note="It is slow.")
    with django_assert_num_queries(1):
        root = ET.fromstring(client.get("/news-sitemap.xml").content)
    (url,) = root.findall(f"{MAP}url")
    assert url.find(f"{MAP}loc").text == f"http://testserver/articles/{new.address}/"
    assert url.find(f"{NEWS}news/{NEWS}title").text == "New <mill>"
    assert url.find(f"{NEWS}news/{NEWS}publication_date").text == new.live_from.isoformat(timespec="seconds")
    assert url.find(f"{NEWS}news/{NEWS}publication/{NEWS}language").text == "en"


FEEDS = ["/feeds/", "/themes/power/", "/corrections/"]


@pytest.mark.parametrize("folder", FEEDS)
@pytest.mark.parametrize("form", ["atom", "rss"])
def test_every_feed_is_had_in_both_forms_in_few_queries(client, newsroom, folder, form, django_assert_max_num_queries):
    edition = mill(newsroom, themes=[("power", "Power & water")])
    corrected(newsroom, edition, "It turns slowly.", significance="correction", note="It is <slow>.")
    with django_assert_max_num_queries(5):
        response = client.get(f"{folder}{form}.xml")
    assert response["Content-Type"] == f"application/{form}+xml; charset=utf-8"
    root = ET.fromstring(response.content)
    entries = root.findall(f"{ATOM}entry") or root.findall("channel/item")
    assert len(entries) == 1
    assert "It is <slow>." in "".join(entries[0].itertext())
    known = client.get(f"{folder}{form}.xml", headers={"if-none-match": response["ETag"]})
    assert known.status_code == 304


def test_an_entry_moves_with_what_changed_and_not_with_a_comma(client, newsroom):
    with time_machine.travel(timezone.now() - timedelta(days=3), tick=False):
        first = mill(newsroom)
    with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
        second = corrected(newsroom, first, "It turns slowly.", significance="correction", note="It is slow.")
    corrected(newsroom, first, "It turns so slowly.", significance="minor")
    (entry,) = atom(client).findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}published").text == first.live_from.isoformat()
    assert entry.find(f"{ATOM}updated").text == second.live_from.isoformat()
    root = ET.fromstring(client.get("/sitemaps/articles-0.xml").content)
    assert root.find(f"{MAP}url/{MAP}lastmod").text == second.live_from.isoformat(timespec="seconds")


def test_a_correction_in_the_feed_leads_to_its_difference(client, newsroom):
    edition = mill(newsroom)
    corrected(newsroom, edition, "It turns slowly.", significance="correction", note="It is slow.")
    (entry,) = ET.fromstring(client.get("/corrections/atom.xml").content).findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/articles/{edition.address}/compare/1..2/"
    assert entry.find(f"{ATOM}id").text == f"http://testserver/articles/{edition.article_id}/editions/2/"


def test_what_was_withdrawn_is_told_in_every_atom_feed_with_the_reason(client, newsroom):
    edition = mill(newsroom, themes=[("power", "Power")])
    mill(newsroom, slug="other", themes=[("power", "Power")])
    corrected(newsroom, edition, "It turns slowly.", significance="correction", note="Secret.")
    publishing.withdraw(edition.article, newsroom.ada, "The mill burnt down.")
    for folder in FEEDS:
        root = ET.fromstring(client.get(f"{folder}atom.xml").content)
        (gone,) = root.findall(GONE)
        assert gone.findtext(GONE.replace("deleted-entry", "comment")) == "The mill burnt down.", folder
        assert "Secret." not in "".join(root.itertext())
        assert edition.slug not in client.get(f"{folder}rss.xml").content.decode(), folder


def test_a_theme_nobody_may_know_of_has_no_feed(client, newsroom, tomorrow):
    mill(newsroom, themes=[("spying", "Spying")], at=tomorrow)
    assert client.get("/themes/spying/atom.xml").status_code == 404
    assert client.get("/feeds/json.xml").status_code == 404


def test_pages_lead_to_their_feeds(client, newsroom):
    mill(newsroom, themes=[("power", "Power")])
    home, theme = client.get("/").content.decode(), client.get("/themes/power/").content.decode()
    for address in ("/feeds/atom.xml", "/feeds/rss.xml", "/corrections/atom.xml"):
        assert f'href="{address}"' in home
    for address in ("/themes/power/atom.xml", "/themes/power/rss.xml"):
        assert f'href="{address}"' in theme


def test_robots_are_kept_out_of_the_newsroom(client, db):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Sitemap: http://testserver/news-sitemap.xml" in text


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
    policy = response["Content-Security-Policy"]
    assert re.search("default-src '(self|none)'", policy)
    assert not re.search("unsafe|https?:|\\*", policy)
    assert "style=" not in text
    assert "<style" not in text
    assert 'src="' not in text
    assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert not response.cookies


PAGES = ["/", "/feeds/atom.xml", "/api/v1/articles", "/api/v1/openapi.json", "/how-we-edit/"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_compressed_for_who_takes_it(client, newsroom, path):
    for _ in range(3):
        mill(newsroom)
    plain, small = client.get(path), client.get(path, headers={"accept-encoding": "br, gzip;q=0.8"})
    assert gzip.decompress(small.content) == plain.content
    assert len(small.content) < len(plain.content)
    assert (small["Content-Encoding"], small["ETag"]) == ("gzip", f"W/{plain['ETag']}")
    assert "Accept-Encoding" in small["Vary"]
    assert "Accept-Encoding" in plain["Vary"]
    assert small["Content-Length"] == str(len(small.content))
    again = client.get(path, headers={"accept-encoding": "gzip", "if-none-match": small["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", small["ETag"])
    assert client.get(path, headers={"if-none-match": small["ETag"]}).status_code == 304


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "identity, gzip; q=0.0", "notgzip"])
def test_who_takes_no_gzip_gets_none(client, db, accepted):
    assert "Content-Encoding" not in client.get("/", headers={"accept-encoding": accepted})


def test_a_page_with_a_secret_is_never_compressed(client, newsroom):
    edition = mill(newsroom)
    response = client.get(f"/articles/{edition.address}/report/", headers={"accept-encoding": "gzip"})
    assert response.status_code == 200
    assert "csrfmiddlewaretoken" in response.content.decode()
    assert "Content-Encoding" not in response


@pytest.mark.parametrize("path", ["/", "/api/", "/feeds/rss.xml", "/nowhere/", "/api/v1/articles/99"])
def test_every_answer_keeps_browsers_to_what_it_is(client, db, path):
    response = client.get(path)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
