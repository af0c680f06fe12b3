"""What the docs say is so: their examples are asked, their links and pictures are there."""

import json
import re

import pytest
from django.core.management import call_command

from tests.desks import ROOT

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^ {4}\$ curl (.+)\n {4}(\d{3})\n((?: {4}.*\n)*)", re.M)
EXAMPLES = EXAMPLE.findall(API)
ANYTHING = "…"


@pytest.fixture
def demonstration(db, settings, capsys):
    settings.DEBUG = True
    call_command("demo")


def agrees(told, real):
    """Whether the answer is as told; ``…`` is anything, in a list whatever follows, in an object the other fields."""
    if told == ANYTHING:
        return True
    if isinstance(told, dict) and isinstance(real, dict):
        named = set(told) - {ANYTHING}
        return (ANYTHING in told or named == set(real)) and all(agrees(told[key], real.get(key)) for key in named)
    if isinstance(told, list) and isinstance(real, list):
        first = told[:-1] if told[-1:] == [ANYTHING] else told
        return (first != told or len(told) == len(real)) and all(map(agrees, first, real)) and len(real) >= len(first)
    return told == real


def ask(client, command):
    """What the site says to the example's request."""
    address = re.search(r"http://127\.0\.0\.1:8000(\S+?)'?$", command)[1]
    headers = {"Host": "127.0.0.1:8000"}
    if "ETAG" in command:
        headers["If-None-Match"] = client.get(address, headers=headers)["ETag"]
    return client.get(address, headers=headers)


@pytest.mark.django_db(transaction=True, reset_sequences=True)  # the page tells of article 1
def test_every_example_of_the_api_is_answered_as_its_page_says(client, demonstration):
    assert len(EXAMPLES) >= 9
    for command, status, body in EXAMPLES:
        response = ask(client, command)
        assert response.status_code == int(status), command
        if body:
            assert agrees(json.loads(body), response.json()), (command, response.json())
        if response.status_code >= 400:
            assert response["Content-Type"] == "application/problem+json"


def test_the_page_of_the_api_names_every_question_there_is(client, db):
    asked = {path.removeprefix("/api/v1") for path in client.get("/api/v1/openapi.json").json()["paths"]}
    named = set(re.findall(r"`(/[^`?]+)`", API.partition("\n## ")[0]))
    told = {re.sub(r"^/facts/\w+$", "/facts/{kind}", each) for each in named}
    assert asked - told == set()
    assert told - asked == {"/api/v1/", "/api/", "/api/v1/openapi.json"}


def test_the_page_of_the_api_names_every_filter_there_is(client, db):
    described = client.get("/api/v1/openapi.json").json()["paths"]
    rows = dict(re.findall(r"^\| `(/[\w/]+)`[^|]*\|[^|]*\|([^|]*)\|$", API, re.M))
    for path in ("/articles", "/facts/{kind}", "/search"):
        asked = {each["name"] for each in described[f"/api/v1{path}"]["get"]["parameters"]}
        told = set(re.findall(r"`(\w+)`", rows[path.replace("{kind}", "speech")]))
        assert told == asked - {"kind", "limit", "after"}, path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_picture_is_shown_and_small_enough_to_load_with_its_page():
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    pictures = sorted((ROOT / "docs" / "pictures").iterdir())
    assert len(pictures) >= 5
    assert [each.name for each in pictures if f"pictures/{each.name})" not in shown] == []
    assert [each.name for each in pictures if each.stat().st_size > 150_000] == []


def test_every_threat_names_a_test_that_there_is():
    rows = re.findall(r"^\| (?!threat|---)([^|]+)\|[^|]+\|([^|]+)\|$", SECURITY, re.M)
    assert len(rows) >= 25
    for threat, proofs in rows:
        files = ["tests/test_settings.py", *re.findall(r"`(tests/\w+\.py)`", proofs)]
        there = "".join((ROOT / file).read_text(encoding="utf-8") for file in files)
        named = re.findall(r"`(test_\w+)`", proofs)
        assert named, threat
        assert [name for name in named if f"def {name}(" not in there] == [], threat
