"""What others' programs make of what machines are given: feed readers, crawlers, and whoever tries the API."""

import subprocess
import sys

import extruct
import feedparser
import pytest

from articles.steps import publishing

from .cast import hire
from .conftest import prove_share
from .everything import HOSTILE, publish_everything
from .newsroom import Newsroom

# A right question may be about what is not there or has been withdrawn; a wrong one is refused.
ANSWERS = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "404", "410"]
[checks.negative_data_rejection]
expected-statuses = ["4xx"]
"""
SCHEMATHESIS = (sys.executable, "-m", "schemathesis.cli")
FEEDS = ("/feeds/", "/corrections/", "/themes/mills/")


@pytest.fixture
def everything(newsroom):
    return publish_everything(newsroom)


@pytest.mark.parametrize("form", ["atom", "rss"])
@pytest.mark.parametrize("folder", FEEDS)
def test_feed_readers_find_nothing_to_forgive(client, everything, folder, form):
    response = client.get(f"{folder}{form}.xml")
    read = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert (read.bozo, read.version, read.encoding) == (False, {"atom": "atom10", "rss": "rss20"}[form], "utf-8")
    assert read.feed.title
    assert read.entries
    for entry in read.entries:
        assert entry.link.startswith("http://testserver/")
        assert entry.id.startswith("http://testserver/articles/")
        assert entry.published_parsed
    assert any(HOSTILE in entry.title for entry in read.entries)


def test_crawlers_read_back_what_pages_tell_them(client, everything, settings):
    settings.SITE_URL = "http://testserver"
    here = f"/articles/{everything.edition.address}/"
    for address, version in ((here, 3), (f"{here}editions/1/", 1)):
        read = extruct.extract(client.get(address).content, syntaxes=["json-ld", "opengraph"])
        (article,), (graph,) = read["json-ld"], read["opengraph"]
        assert (article["@context"], article["@type"]) == ("https://schema.org", "NewsArticle")
        assert (article["headline"], article["version"]) == (HOSTILE, version)
        assert [each["@type"] for each in article["mentions"]] == [
            "Event", "Quotation", "Claim", "Project", "Organization", "Event",
        ]  # fmt: skip
        assert dict(graph["properties"])["og:title"] == HOSTILE
        assert dict(graph["properties"])["og:url"] == article["url"]


def test_what_crawlers_are_told_leads_somewhere(client, everything, settings):
    settings.SITE_URL = "http://testserver"
    publishing.derive(everything.edition)
    (article,) = extruct.extract(client.get(f"/articles/{everything.edition.address}/").content, syntaxes=["json-ld"])[
        "json-ld"
    ]
    ours = [each for each in addresses_in(article) if each.startswith("http://testserver/")]
    assert len(ours) > 10
    for address in ours:
        page, _, anchor = address.removeprefix("http://testserver").partition("#")
        response = client.get(page)
        assert response.status_code == 200, address
        assert f'id="{anchor}"' in response.content.decode() or not anchor, address


def addresses_in(told):
    if isinstance(told, dict):
        return [each for value in told.values() for each in addresses_in(value)]
    if isinstance(told, list):
        return [each for value in told for each in addresses_in(value)]
    return [told] if isinstance(told, str) and told.startswith("http") else []


@pytest.mark.prove
@pytest.mark.django_db(transaction=True)
def test_the_api_keeps_to_its_own_description_whatever_it_is_asked(live_server, tmp_path):
    publish_everything(Newsroom(hire()))
    known = tmp_path / "schemathesis.toml"
    known.write_text(ANSWERS)
    asked = ["run", f"{live_server.url}/api/v1/openapi.json", "--checks", "all", "--generation-database", "none"]
    many = ["--max-examples", str(max(5, round(200 * prove_share()))), "--no-color"]
    ran = subprocess.run(
        [*SCHEMATHESIS, "--config-file", str(known), *asked, *many], capture_output=True, text=True, cwd=tmp_path
    )
    assert ran.returncode == 0, ran.stdout[-4000:]
