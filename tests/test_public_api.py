"""The API: what it tells, how it refuses, and that it tells no more than the pages do."""

import json
import os
import re
from datetime import timedelta
from pathlib import Path

import jsonschema_rs
import pytest
import time_machine
from django.utils import timezone

from articles.models import Organization, Person
from articles.pages.ninjs import STANDARD
from articles.steps import publishing
from articles.text.facts.kinds import Claim, Speech
from articles.text.roles import Role

from .printing import corrected, printed
from .wellformed import Wellformed

SPEECH = Speech(speaker="Vera Holt", organization="Dornmill", title="On mills", date="2016-11-18")
CLAIM = Claim(statement="Mills turn", claimant="Dornmill", date="2015")
FACTS = (("p2", "Vera Holt of Dornmill spoke", SPEECH), ("p2", "spoke on mills", CLAIM))
LINES = ("Mills", "They turn.", "Vera Holt of Dornmill spoke on mills.")
ROLES = (Role.HEADLINE, Role.STANDFIRST, Role.BODY)
LISTS = (
    "articles", "facts/speech", "facts/claim", "facts/initiative", "facts/award", "people", "organizations", "themes",
    "search?q=mills", "withdrawn",
)  # fmt: skip


@pytest.fixture
def edition(newsroom):
    return printed(newsroom, LINES, ROLES, FACTS, [("mills", "Mills & water")], slug="mills", source="Courier")


def get(client, path):
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200, response.content
    return response.json()


def ids(client, path):
    return [each["id"] for each in get(client, path)["items"]]


def several(newsroom, count):
    return [printed(newsroom, [f"Mill {i}", "It turns."], [Role.HEADLINE, Role.BODY]) for i in range(count)]


def test_an_article_is_told_whole(client, edition):
    told = get(client, f"articles/{edition.article_id}")
    assert (told["headline"], told["edition"], told["source"]) == ("Mills", 1, "Courier")
    assert told["url"] == f"http://testserver/articles/{edition.address}/"
    assert [each["text"] for each in told["paragraphs"]] == list(LINES)
    assert [each["key"] for each in told["facts"]] == [each.key for each in edition.document.facts]
    assert told["facts"][0]["fields"]["speaker"] == "Vera Holt"
    assert told["facts"][0]["title"] == "On mills"
    assert told["themes"] == [{"key": "mills", "name": "Mills & water"}]
    assert {each["name"] for each in told["names"]} == {"Vera Holt", "Dornmill"}
    assert told["digest"] == edition.digest


def test_every_edition_is_told_with_its_three_dates(client, newsroom, edition):
    second = corrected(
        newsroom, edition, "Vera Holt of Dornmill spoke on mills twice.", "p2", "correction", note="Twice."
    )
    third = corrected(newsroom, edition, "Mills here", key="p0")
    told = get(client, f"articles/{edition.article_id}/editions")
    assert [(each["edition"], each["live"]) for each in told] == [(3, True), (2, False), (1, False)]
    moments = [told[0][name][:19] for name in ("first_published", "changed", "published")]
    assert moments == [each.live_from.isoformat()[:19] for each in (edition, second, third)]
    old = get(client, f"articles/{edition.article_id}/editions/1")
    assert old["paragraphs"][2]["text"] == LINES[2]


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("theme=mills", True), ("theme=boats", False), ("source=Courier", True), ("source=Other", False),
        ("since=2026-01-01T00:00Z", True), ("until=2026-01-01T00:00Z", False), ("theme=%00", False),
    ],
)  # fmt: skip
def test_articles_are_found_by_theme_source_and_time(client, edition, asked, there):
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert bool(ids(client, f"articles?{asked}")) is there


def test_articles_and_facts_are_found_by_whom_they_name(client, newsroom, edition):
    several(newsroom, 1)
    vera, dornmill = Person.objects.get().key, Organization.objects.get().key
    assert ids(client, f"articles?person={vera}&organization={dornmill}") == [edition.article_id]
    assert [each["title"] for each in get(client, f"facts/claim?organization={dornmill}")["items"]] == ["Mills turn"]
    assert get(client, f"facts/claim?person={vera}")["items"] == []
    assert (
        get(client, f"facts/speech?person={vera}&theme=mills&since=2016&until=2016-11")["items"][0]["title"]
        == "On mills"
    )
    assert get(client, "facts/speech?until=2015")["items"] == []


def test_a_fact_leads_to_its_words(client, edition):
    (fact,) = get(client, "facts/claim")["items"]
    page, anchor = fact["url"].removeprefix("http://testserver").split("#")
    assert f'id="{anchor}"' in client.get(page).content.decode()
    assert (fact["quote"], fact["article"], fact["edition"]) == ("spoke on mills", edition.article_id, 1)


def test_names_and_themes_are_told_with_their_pages(client, edition):
    (person,) = get(client, "people")["items"]
    assert (person["name"], person["key"]) == ("Vera Holt", Person.objects.get().key)
    assert client.get(person["url"].removeprefix("http://testserver")).status_code == 200
    (theme,) = get(client, "themes")["items"]
    assert (theme["name"], theme["articles"]) == ("Mills & water", 1)
    assert client.get(theme["url"].removeprefix("http://testserver")).status_code == 200
    assert get(client, "organizations")["items"][0]["name"] == "Dornmill"


def test_words_are_searched_for(client, edition):
    (hit,) = get(client, "search?q=spoke")
    assert (hit["article"]["id"], "spoke" in hit["passage"]) == (edition.article_id, True)
    assert get(client, "search?q=zebra") == []


@pytest.mark.parametrize("path", ["articles", "people", "themes", "facts/claim", "facts/claim?sort=oldest"])
def test_a_list_is_walked_page_by_page_and_none_is_missed(client, newsroom, path):
    for i in range(3):
        claim = Claim(statement=f"Number {i}", claimant="Dornmill", date=f"201{i}")
        speech = Speech(speaker=f"Vera {i}")
        facts = [("p1", "It turns", claim), ("p1", "It turns", speech)]
        printed(newsroom, [f"Mill {i}", "It turns."], [Role.HEADLINE, Role.BODY], facts, [(f"mills-{i}", f"Mills {i}")])
    found, address = [], f"{path}{'&' if '?' in path else '?'}limit=1"
    while address:
        page = get(client, address)
        assert len(page["items"]) == 1
        found += [json.dumps(each) for each in page["items"]]
        address = (page["next"] or "").removeprefix("http://testserver/api/v1/")
    assert len(set(found)) == 3


def test_who_has_it_already_is_told_so(client, edition):
    for path in (f"articles/{edition.article_id}", *LISTS):
        response = client.get(f"/api/v1/{path}")
        assert response["Cache-Control"] == "public, max-age=60", path
        assert response["Access-Control-Allow-Origin"] == "*"
        again = client.get(f"/api/v1/{path}", headers={"if-none-match": response["ETag"]})
        assert (again.status_code, again.content) == (304, b""), path


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("articles/99", 404), ("articles/1/editions/9", 404), ("articles/99/editions", 404), ("articles/99/ninjs", 404),
        ("articles/x", 422), ("articles/99999999999999999999", 422), ("articles/-1", 422), ("facts/rumour", 422),
        ("articles?limit=0", 422), ("articles?limit=101", 422), ("articles?limit=x", 422), ("search", 422),
        ("articles?after=x", 404), ("articles?since=soon", 400), ("facts/claim?since=soon", 422),
        ("facts/claim?sort=best", 422), ("withdrawn?after=x_1", 404), ("facts/claim?after=%00_1", 404),
        ("nothing", 404), ("", 404),
    ],
)  # fmt: skip
def test_refusals_can_be_read_by_machines(client, edition, path, status):
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()
    assert (told["status"], told["type"], bool(told["title"])) == (status, "about:blank", True)


@pytest.mark.parametrize("path", LISTS)
def test_head_is_answered_like_get_without_the_words(client, edition, path):
    response = client.head(f"/api/v1/{path}")
    assert (response.status_code, response.content) == (200, b"")
    assert response["ETag"] == client.get(f"/api/v1/{path}")["ETag"]
    assert client.head("/api/v1/articles/99").status_code == 404


@pytest.mark.parametrize("path", LISTS)
def test_a_list_takes_at_most_three_queries(client, newsroom, edition, path, django_assert_max_num_queries):
    for each in several(newsroom, 3):
        publishing.withdraw(each.article, newsroom.ada, "Gone.")
    with django_assert_max_num_queries(3):
        client.get(f"/api/v1/{path}")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed_by_it(client, edition, method):
    for path in (f"articles/{edition.article_id}", *LISTS):
        response = getattr(client, method)(f"/api/v1/{path}")
        assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
        assert response["Allow"] == "GET, HEAD"


def test_what_was_withdrawn_is_gone_and_told(client, newsroom, edition):
    publishing.withdraw(edition.article, newsroom.ada, "The mill burnt down.")
    for path in ("", "/editions", "/editions/1"):
        response = client.get(f"/api/v1/articles/{edition.article_id}{path}")
        assert (response.status_code, response.json()["detail"]) == (410, "The mill burnt down.")
    (told,) = get(client, "withdrawn")["items"]
    assert (told["article"], told["edition"], told["reason"]) == (edition.article_id, 1, "The mill burnt down.")
    for path in LISTS[:-1]:
        assert "Mills" not in client.get(f"/api/v1/{path}").content.decode(), path


def test_what_is_scheduled_is_unknown(client, newsroom, tomorrow):
    later = printed(newsroom, LINES, ROLES, FACTS, [("mills", "Mills")], at=tomorrow)
    unknown = client.get("/api/v1/articles/99999").content
    for path in ("", "/editions", "/editions/1", "/ninjs", "/editions/1/ninjs"):
        response = client.get(f"/api/v1/articles/{later.article_id}{path}")
        assert (response.status_code, response.content) == (404, unknown), path
    for path in LISTS:
        assert "ills" not in client.get(f"/api/v1/{path}").content.decode(), path


# What ninjs 3.1 knows of what is used here: every name of an object, and the kind of its value.
_TEXTS = {"role": str, "contentType": str, "value": str, "charCount": int, "wordCount": int}
NINJS = {
    "uri": str, "standard": {"name": str, "version": str, "schema": str}, "type": str, "representationType": str,
    "version": str, "firstCreated": str, "versionCreated": str, "pubStatus": str, "language": str, "slugline": str,
    "edNote": str, "by": str, "located": str, "usageTerms": str, "headlines": [_TEXTS], "descriptions": [_TEXTS],
    "bodies": [_TEXTS], "people": [{"name": str, "literal": str}], "organisations": [{"name": str, "literal": str}],
    "subjects": [{"name": str, "literal": str, "rel": str}], "altIds": [{"role": str, "value": str}],
    "infoSources": [{"name": str, "uri": str, "role": str}], "digitalSourceType": {"uri": str},
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def faults(told, known=NINJS, at="ninjs"):
    """What of the value the standard does not know."""
    if isinstance(known, list):
        return [fault for each in told for fault in faults(each, known[0], at)] if isinstance(told, list) else [at]
    if isinstance(known, dict):
        strange = [f"{at}.{name}" for name in told if name not in known]
        inside = (faults(told[name], known[name], f"{at}.{name}") for name in told if name in known)
        return strange + [fault for each in inside for fault in each]
    return [] if isinstance(told, known) else [at]


def valid(told):
    assert faults(told) == []
    assert re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}:articles/\d+", told["uri"])
    assert told["pubStatus"] in {"usable", "withheld", "canceled"}
    assert all(MOMENT.fullmatch(told[name]) for name in ("firstCreated", "versionCreated") if name in told)
    assert all(each["value"] for name in ("headlines", "descriptions", "bodies") for each in told.get(name, []))
    assert told["standard"] == STANDARD
    if file := os.environ.get("GALLEY_NINJS_SCHEMA"):
        against(json.loads(Path(file).read_text(encoding="utf-8"))).validate(told)


def against(schema):
    """The standard's own schema; what it takes from elsewhere, the shapes of places, is not fetched."""
    return jsonschema_rs.validator_for(schema, validate_formats=True, retriever=lambda address: {})


def test_every_edition_is_had_as_ninjs(client, newsroom, edition):
    corrected(newsroom, edition, "Vera Holt of Dornmill spoke twice.", "p2", "correction", note="Twice.")
    now, old = (get(client, f"articles/{edition.article_id}{path}/ninjs") for path in ("", "/editions/1"))
    for told in (now, old):
        valid(told)
    assert (now["version"], now["edNote"], old["version"]) == ("2", "Twice.", "1")
    assert now["uri"] == old["uri"]
    assert now["bodies"][0]["value"] == "Vera Holt of Dornmill spoke twice."
    assert now["firstCreated"] == old["firstCreated"]


def test_withdrawn_it_is_canceled_and_holds_the_notice(client, newsroom, edition):
    before = get(client, f"articles/{edition.article_id}/ninjs")
    publishing.withdraw(edition.article, newsroom.ada, "The mill burnt down.")
    for path in ("", "/editions/1"):
        told = get(client, f"articles/{edition.article_id}{path}/ninjs")
        valid(told)
        assert (told["pubStatus"], told["uri"]) == ("canceled", before["uri"])
        assert "The mill burnt down." in told["bodies"][0]["value"]
        assert not any(line in json.dumps(told) for line in LINES)


def test_a_strange_name_in_ninjs_would_be_found():
    assert faults({"uri": "x", "headline": "x"}) == ["ninjs.headline"]
    assert faults({"bodies": [{"value": 3}]}) == ["ninjs.bodies.value"]


def test_the_api_describes_itself_to_machines_and_people(client, edition):
    described = get(client, "openapi.json")
    assert set(described["paths"]) >= {"/api/v1/articles", "/api/v1/facts/{kind}", "/api/v1/articles/{id}/ninjs"}
    response = client.get("/api/")
    text = response.content.decode()
    for path in described["paths"]:
        assert f"GET {path}" in text
    for name in described["components"]["schemas"]["Article"]["properties"]:
        assert f"<code>{name}</code>" in text
    assert Wellformed(text).faults == []
    assert "<script" not in text
    assert "//cdn" not in text


def test_every_path_it_describes_is_answered(client, edition):
    for path in get(client, "openapi.json")["paths"]:
        address = path.replace("{id}", str(edition.article_id)).replace("{number}", "1").replace("{kind}", "claim")
        assert client.get(address, {"q": "mills"}).status_code == 200, path
