"""Whoever keeps pages before the site knows under which keys, and is told which to let go."""

import pytest
from django.utils import timezone

from articles.models import Edition, Published
from articles.steps import publishing

from .printing import corrected

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."
HEARD = []


def hear(keys, at):
    HEARD.append((keys, at))


def fail(keys, at):
    raise OSError("The CDN does not answer.")


@pytest.fixture
def listening(settings):
    settings.PURGE = "tests.test_purging.hear"
    HEARD.clear()


@pytest.fixture
def edition(newsroom):
    return newsroom.published().editions.get()


def keys(response):
    assert response["Cache-Tag"] == response["Surrogate-Key"].replace(" ", ",")
    return response["Surrogate-Key"].split()


@pytest.mark.parametrize(
    "address",
    ["/articles/{0}/", "/articles/{0}/editions/1/", "/articles/{0}/history/", "/articles/{0}/compare/0..1/",
     "/articles/{0}/timemap/", "/api/v1/articles/{1}", "/api/v1/articles/{1}/editions/1", "/api/v1/articles/{1}/ninjs"],
)  # fmt: skip
def test_all_that_shows_an_article_is_kept_under_its_key(client, edition, address):
    response = client.get(address.format(edition.address, edition.article_id))
    assert keys(response) == [f"article-{edition.article_id}"]


@pytest.mark.parametrize(
    "address", ["/", "/claims/", "/themes/", "/search/?q=mill", "/corrections/", "/feeds/atom.xml", "/sitemap.xml",
                "/news-sitemap.xml", "/api/v1/articles", "/api/v1/facts/claim", "/how-we-edit/"],
)  # fmt: skip
def test_everything_else_is_kept_as_a_list(client, edition, address):
    assert keys(client.get(address)) == ["lists"]


def lead(edition, other):
    Published.objects.create(
        edition=edition, kind=Published.Kind.RELATED, key=other.article_id, sort_date="2026",
        live_from=edition.live_from,
    )  # fmt: skip


def test_an_article_is_kept_under_the_keys_of_those_it_leads_to_and_of_no_draft(client, newsroom, edition, tomorrow):
    live, scheduled = newsroom.published().editions.get(), newsroom.published(at=tomorrow).editions.get()
    lead(edition, live)
    lead(edition, scheduled)
    response = client.get(f"/articles/{edition.address}/")
    assert keys(response) == [f"article-{edition.article_id}", f"article-{live.article_id}"]


def test_what_has_changed_is_told_when_it_is_stored_and_not_before(
    newsroom, edition, listening, django_capture_on_commit_callbacks
):
    other = newsroom.published().editions.get()
    lead(other, edition)
    with django_capture_on_commit_callbacks() as told:
        second = corrected(newsroom, edition, SMILING)
        assert HEARD == []
    [tell] = told
    tell()
    expected = (f"article-{edition.article_id}", f"article-{other.article_id}", "lists")
    assert [(expected, second.live_from)] == HEARD


def test_each_step_that_moves_what_readers_see_is_told_with_its_moment(
    newsroom, edition, tomorrow, listening, django_capture_on_commit_callbacks
):
    later = tomorrow + (tomorrow - timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        newsroom.again(edition.article, SMILING, at=tomorrow)
        publishing.reschedule(edition.article, newsroom.ada, 2, later)
        publishing.cancel(edition.article, newsroom.ada, 2)
        publishing.withdraw(edition.article, newsroom.ada, "Wrong mill.")
    moments = [at for _, at in HEARD]
    assert moments[:2] == [tomorrow, later]
    assert moments[3] == Edition.objects.get(pk=edition.pk).withheld_at > moments[2]
    assert {told for told, _ in HEARD} == {(f"article-{edition.article_id}", "lists")}


def test_who_cannot_be_told_undoes_nothing(newsroom, edition, settings, caplog, django_capture_on_commit_callbacks):
    settings.PURGE = "tests.test_purging.fail"
    with django_capture_on_commit_callbacks(execute=True):
        publishing.withdraw(edition.article, newsroom.ada, "Wrong mill.")
    assert Edition.objects.get(pk=edition.pk).withheld_at
    assert "The CDN does not answer." in caplog.text
