"""Wherever a link leads there is something: a walk through everything that readers and crawlers can reach, in a
newsroom whose every field holds what could end an attribute, an element or a script."""

import json
import xml.etree.ElementTree as ET
from urllib.parse import urldefrag

import pytest

from .everything import HOSTILE, publish_everything
from .walking import Links, leads, walk
from .wellformed import Wellformed

STARTS = (
    "/", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/feeds/rss.xml", "/corrections/atom.xml",
    "/search/?q=turns", "/api/v1/articles", "/api/v1/articles/1", "/api/v1/articles/1/editions",
    "/api/v1/articles/1/ninjs", "/api/v1/facts/speech", "/api/v1/facts/claim", "/api/v1/people",
    "/api/v1/organizations", "/api/v1/themes", "/api/v1/search?q=turns", "/api/v1/withdrawn",
)  # fmt: skip
GONE = ("/articles/3/", "/articles/3/editions/1/", "/api/v1/articles/3", "/api/v1/articles/3/ninjs")


# The addresses above are those of the first articles there are.
pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)


@pytest.fixture
def site(client, newsroom):
    """What the walk found, by address."""
    publish_everything(newsroom)
    return {found.address: found for found in walk(client, *STARTS)}


def test_every_link_is_answered_and_leads_to_its_anchor(site):
    answered = {address: found.response.status_code for address, found in site.items()}
    assert [(address, site[address].by) for address, status in answered.items() if status not in {200, 301}] == []
    anchors = {address: Links(found.text).anchors for address, found in site.items() if found.is_page}
    assert len(anchors) > 60
    for address, found in site.items():
        for there, anchor in map(urldefrag, leads(found)):
            assert not anchor or there not in anchors or anchor in anchors[there], (
                f"{address} leads to {there}#{anchor}"
            )


def test_hostile_words_are_read_as_words_wherever_they_stand(client, site):
    told = {**{address: found.response for address, found in site.items()}, **{each: client.get(each) for each in GONE}}
    shown = {address: words_of(response, address) for address, response in told.items()}
    assert sum(HOSTILE in words for words in shown.values()) > 60
    for kind in ("/articles/", "/claims/", "/people/", "/themes/", "/feeds/", "/corrections/", "/api/v1/", "/search/"):
        assert any(HOSTILE in words for address, words in shown.items() if address.startswith(kind)), kind


def words_of(response, address):
    """What an answer says to whoever reads it; a fault in how it is written fails."""
    text, kind = response.content.decode(), response["Content-Type"].partition(";")[0]
    if kind == "text/html":
        page = Wellformed(text)
        assert page.faults == [], address
        assert page.strange == [], address
        return "".join(page.text)
    if kind.endswith("json"):
        return "\n".join(strings(json.loads(text)))
    return "".join(ET.fromstring(text).itertext()) if kind.endswith("xml") else text


def strings(told):
    """Every text in a JSON value."""
    if isinstance(told, dict):
        return [each for value in told.values() for each in strings(value)]
    if isinstance(told, list):
        return [each for value in told for each in strings(value)]
    return [str(told)]
