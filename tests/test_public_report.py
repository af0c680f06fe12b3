"""A reader says what is wrong."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.models import ReaderReport
from articles.public import reports
from articles.steps import publishing

from .printing import corrected

WORDS = "It opened on Tuesday, I was there."


@pytest.fixture(autouse=True)
def clock():
    cache.clear()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        yield clock


@pytest.fixture
def edition(newsroom):
    return newsroom.published().editions.get()


@pytest.fixture
def here(edition):
    return f"/articles/{edition.address}/report/"


@pytest.fixture
def send(client, clock, here):
    """Opens the form, waits as long as typing takes, and sends it."""

    def send(seconds=20, **fields):
        form = client.get(here, {"p": fields.get("p", "")}).context["form"]
        clock.shift(seconds)
        typed = {name: form[name].value() or "" for name in form.fields}
        return client.post(here, {**typed, "text": WORDS, **fields})

    return send


def test_a_report_waits_on_the_desk_with_its_paragraph(client, edition, here, send):
    response = send(p="p1", contact="eve@example.org")
    assert (response.status_code, response["Location"]) == (302, f"{here}?sent")
    report = ReaderReport.objects.open().get()
    assert (report.edition, report.paragraph, report.text, report.contact) == (
        edition, "p1", WORDS, "eve@example.org",
    )  # fmt: skip
    assert "Thank you" in client.get(response["Location"]).content.decode()


def test_the_form_shows_the_words_it_is_about(client, here):
    assert "The mill in Dorn opened on Monday" in client.get(f"{here}?p=p1").content.decode()
    assert "About these words" not in client.get(f"{here}?p=none").content.decode()


def test_the_form_is_kept_by_nobody_and_indexed_by_nobody(client, here):
    response = client.get(here)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"


def test_a_wrong_slug_leads_to_the_form_with_the_paragraph_kept(client, edition, here):
    response = client.get(f"/articles/x-{edition.article_id}/report/?p=p1")
    assert (response.status_code, response["Location"]) == (301, f"{here}?p=p1")


def test_an_empty_report_is_refused_and_what_was_typed_stays(send):
    response = send(text=" ", contact="eve@example.org")
    assert response.status_code == 400
    page = response.content.decode()
    assert "eve@example.org" in page
    assert "Please say what is wrong" in page
    assert not ReaderReport.objects.exists()


def test_a_report_that_is_too_long_is_refused_and_stays(send):
    response = send(text="x" * 2001)
    assert response.status_code == 400
    assert "x" * 2001 in response.content.decode()
    assert "2000 characters" in response.content.decode()


def test_what_fills_in_the_trap_is_thanked_and_thrown_away(here, send):
    assert send(website="https://example.org")["Location"] == f"{here}?sent"
    assert not ReaderReport.objects.exists()


def test_what_types_faster_than_anyone_is_asked_once_more(client, clock, here, send):
    response = send(seconds=1)
    assert response.status_code == 400
    text = response.content.decode()
    assert "quicker" in text
    assert WORDS in text
    clock.shift(10)
    again = client.post(here, {"text": WORDS, "stamp": response.context["form"]["stamp"].value()})
    assert again.status_code == 302
    assert ReaderReport.objects.count() == 1


def test_a_form_open_for_days_keeps_its_words_and_can_be_sent_again(client, clock, here, send):
    response = send(seconds=2 * 24 * 3600)
    assert "open for too long" in response.content.decode()
    assert WORDS in response.content.decode()
    clock.shift(10)
    again = client.post(here, {"text": WORDS, "stamp": response.context["form"]["stamp"].value()})
    assert again.status_code == 302


@pytest.mark.parametrize("stamp", ["", "1", "1:abc:def", "\x00"])
def test_a_forged_stamp_sends_nothing(client, here, stamp):
    assert client.post(here, {"text": WORDS, "stamp": stamp}).status_code == 400
    assert not ReaderReport.objects.exists()


def test_a_report_is_about_the_edition_that_was_open(client, newsroom, clock, edition, here):
    stamp = client.get(here).context["form"]["stamp"].value()
    clock.shift(20)
    corrected(newsroom, edition, "The mill in Dorn opened on Monday, said Vera Holt, beaming.")
    clock.shift(20)
    client.post(here, {"text": WORDS, "stamp": stamp})
    assert ReaderReport.objects.get().edition.number == 1


def test_one_address_sends_so_many_an_hour(clock, send, monkeypatch):
    monkeypatch.setattr(reports, "AN_HOUR", 2)
    assert [send().status_code for _ in range(3)] == [302, 302, 429]
    response = send()
    assert WORDS in response.content.decode()
    assert ReaderReport.objects.count() == 2


def test_another_address_is_not_stopped_by_it(here, send, monkeypatch, settings):
    monkeypatch.setattr(reports, "AN_HOUR", 1)
    settings.BEHIND_PROXY = True
    statuses = []
    for forwarded in ("192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.9, 192.0.2.2"):
        client = Client(headers={"x-forwarded-for": forwarded})
        stamp = client.get(here).context["form"]["stamp"].value()
        with time_machine.travel(timezone.now() + timedelta(seconds=20), tick=False):
            statuses.append(client.post(here, {"text": WORDS, "stamp": stamp}).status_code)
    assert statuses == [302, 302, 429, 429]


def test_without_its_token_a_form_is_refused(here):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post(here, {"text": WORDS}).status_code == 403
    assert not ReaderReport.objects.exists()


def test_hostile_words_come_back_as_text(send):
    text = send(text="", contact="<script>alert(1)</script>").content.decode()
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_no_report_on_what_was_withdrawn_or_never_was(client, newsroom, clock, edition, here):
    stamp = client.get(here).context["form"]["stamp"].value()
    publishing.withdraw(edition.article, newsroom.ada, "Gone.")
    clock.shift(20)
    assert client.post(here, {"text": WORDS, "stamp": stamp}).status_code == 410
    assert client.post("/articles/999/report/", {"text": WORDS, "stamp": stamp}).status_code == 404
    assert not ReaderReport.objects.exists()


def test_nul_and_lone_surrogates_do_no_harm(send):
    assert send(text="a\x00b").status_code in {302, 400}
    assert send(p="\x00").status_code in {302, 400}
