"""Whatever the readers' door is asked, in whatever words, it answers: it may refuse, and never breaks."""

from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Organization, Person

from .conftest import prove_share
from .printing import printed
from .test_public_lists import FACTS, HOLT, Role

PATHS = (
    "/", "/articles/{}/", "/articles/{}-{id}/", "/articles/{id}/{}/", "/articles/{here}/",
    "/articles/{here}/editions/{}/", "/articles/{here}/history/", "/articles/{here}/compare/{}..{}/",
    "/articles/{here}/compare/0..1/", "/articles/{here}/timemap/", "/articles/{here}/report/", "/speeches/",
    "/claims/", "/initiatives/", "/awards/", "/people/{}-{person}/", "/people/{}/", "/organizations/{}-{works}/",
    "/themes/", "/themes/{}/", "/themes/mills/", "/themes/{}/atom.xml", "/themes/mills/{}.xml", "/corrections/",
    "/corrections/{}.xml", "/how-we-edit/", "/search/", "/api/", "/api/v1/openapi.json", "/api/v1/{}",
    "/api/v1/articles", "/api/v1/articles/{}", "/api/v1/articles/{id}", "/api/v1/articles/{id}/editions",
    "/api/v1/articles/{id}/editions/{}", "/api/v1/articles/{id}/ninjs", "/api/v1/articles/{id}/editions/{}/ninjs",
    "/api/v1/facts/{}", "/api/v1/facts/claim", "/api/v1/people", "/api/v1/organizations", "/api/v1/themes",
    "/api/v1/search", "/api/v1/withdrawn", "/feeds/{}.xml", "/feeds/rss.xml", "/sitemap.xml",
    "/sitemaps/articles-{}.xml", "/sitemaps/lists.xml", "/news-sitemap.xml", "/robots.txt", "/healthz", "/livez",
    "/readyz", "/preview/{}/", "/{}", "/static/{}",
)  # fmt: skip
PARAMETERS = (
    "at", "before", "after", "q", "of", "person", "organization", "theme", "year", "from", "to", "since", "until",
    "sort", "limit", "source", "p", "sent",
)  # fmt: skip
HEADERS = (
    "accept", "accept-datetime", "accept-encoding", "accept-language", "if-none-match", "if-modified-since", "if-match",
    "if-unmodified-since", "range", "cookie", "content-type", "content-length", "x-forwarded-for", "x-forwarded-proto",
    "x-request-id", "referer", "host",
)  # fmt: skip
FIELDS = ("p", "text", "contact", "website", "stamp", "csrfmiddlewaretoken", "extra")

NASTY = (
    "", "0", "-1", "1e9", "99999999999999999999", "9" * 400, "\0", "a\0b", "%00", "%", "..", "../../etc/passwd", "'",
    "' OR 1=1 --", '"unclosed', "*", "NEAR(", "a:b", "{headline}", "\x02\x03", "\ud7ff", "\ufeff", "\u202e", "水车",
    "2016-11-18", "2016-13-45", "9999-12-31T23:59:59Z", "0001-01-01T00:00+23:59", "2026-11-24T10:30Z_1", "2016_1",
    "2016-11_0", "Tue, 24 Nov 2026 10:30:00 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", 'W/"x"', '"', "bytes=0-",
    "gzip;q=", "gzip;q=9.9.9", "1,2,3", "," * 50, "x" * 10_000, "<script>", "{{ 7|add:7 }}", "\r\nX: y", "true",
    "null", "[]", "newest",
)  # fmt: skip
words = st.sampled_from(NASTY) | st.text(max_size=30)


@pytest.fixture
def known(newsroom):
    edition = printed(newsroom, ["Mills", HOLT], [Role.HEADLINE, Role.BODY], FACTS, [("mills", "Mills")])
    return {
        "here": edition.address, "id": edition.article_id, "person": Person.objects.get(name="Vera Holt").pk,
        "works": Organization.objects.get(name="Dornmill").pk,
    }  # fmt: skip


def told(asked):
    """A header's value, as far as a server would let it through."""
    return asked.replace("\r", "").replace("\n", "").replace("\0", "").encode("utf-8", "replace").decode("latin-1")


def ask(known, method, path, parts, parameters, headers, fields):
    kept = {name: f"{{{name}}}" for name in known}
    filled = path.format(*(quote(each, safe="") for each in parts), **kept).format(**known)
    client = Client(headers={name: told(value) for name, value in headers.items()})
    data = fields if method == "post" else parameters
    response = getattr(client, method)(filled, data, **({"query_params": parameters} if method == "post" else {}))
    whole = b"".join(response) if response.streaming else response.content
    assert response.status_code < 500 or filled == "/readyz", (filled, parameters, headers, fields)
    return whole


def fuzzed(examples):
    def run(known):
        slow = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]

        @settings(
            max_examples=examples, deadline=None, suppress_health_check=slow, database=None, derandomize=examples < 999
        )
        @given(
            method=st.sampled_from(["get", "get", "get", "head", "post"]),
            path=st.sampled_from(PATHS),
            parts=st.lists(words, min_size=3, max_size=3),
            parameters=st.dictionaries(st.sampled_from(PARAMETERS), words, max_size=4),
            headers=st.dictionaries(st.sampled_from(HEADERS), words, max_size=3),
            fields=st.dictionaries(st.sampled_from(FIELDS), words, max_size=5),
        )
        def every(**asked):
            ask(known, **asked)

        every()

    return run


def test_anything_may_be_asked_and_nothing_breaks(known):
    fuzzed(100)(known)


@pytest.mark.prove
def test_anything_may_be_asked_for_a_long_time(known):
    fuzzed(max(1000, int(20_000 * prove_share())))(known)


def test_each_address_stands_every_nasty_word(known):
    for path in PATHS:
        for word in ("\0", "9" * 400, '"unclosed', "0001-01-01T00:00+23:59"):
            ask(known, "get", path, [word] * 3, dict.fromkeys(PARAMETERS, word), {}, {})
        ask(known, "post", path, ["x"] * 3, {}, {}, dict.fromkeys(FIELDS, "\0"))
