"""What readers may see, at every public address: nothing before its time, nothing after it was withdrawn."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from articles.models import Edition, Organization, Person, ReaderReport
from articles.steps import publishing
from articles.text.facts.kinds import Award, Claim, Initiative, Speech
from articles.text.roles import Role

from .printing import corrected, printed

REASON = "The source has retracted it."
LINES = ("Mill of secrets", "Secret standfirst", "Vera Holt of Dornmill won a prize at the fair.")
ROLES = (Role.HEADLINE, Role.STANDFIRST, Role.BODY)
FACTS = (
    ("p2", "Vera Holt", Speech(speaker="Vera Holt", organization="Dornmill", title="secret speech")),
    ("p2", "won a prize", Claim(statement="secret claim", claimant="Vera Holt")),
    ("p2", "Dornmill", Initiative(name="secret fund", owner="Dornmill")),
    ("p2", "at the fair", Award(recipient="Vera Holt", name="secret prize", giver="Fair")),
)
LISTS = (
    "/", "/speeches/", "/claims/", "/initiatives/", "/awards/", "/themes/", "/corrections/", "/how-we-edit/",
    "/search/?q=fair", "/feeds/atom.xml", "/feeds/rss.xml", "/corrections/atom.xml", "/corrections/rss.xml",
    "/sitemap.xml", "/sitemaps/lists.xml", "/news-sitemap.xml", "/robots.txt", "/healthz",
)  # fmt: skip
READ = {
    "articles_edition", "articles_act", "articles_published", "articles_monthly", "articles_finishedpage",
    "articles_person", "articles_organization", "articles_theme", "articles_searchentry", "articles_searchword",
}  # fmt: skip


@pytest.fixture
def secret(newsroom):
    return printed(newsroom, LINES, ROLES, FACTS, [("spying", "Spying")], slug="secret")


def addresses(edition, **more):
    here = f"/articles/{edition.address}/"
    return [here, f"{here}editions/1/", f"{here}history/", f"{here}timemap/", f"{here}compare/0..1/", f"{here}report/"]


def names():
    return [each.get_absolute_url() for model in (Person, Organization) for each in model.objects.all()]


def everywhere(edition):
    filters = [f"{list}?of={Person.objects.first().key}" for list in LISTS[1:5]]
    return [*LISTS, "/themes/spying/", "/themes/spying/atom.xml", *names(), *filters, *addresses(edition)]


def headers(response):
    """All but the number that every request has of its own."""
    return {name: value for name, value in response.headers.items() if name != "X-Request-ID"}


def test_every_page_of_a_live_article_can_be_read(client, secret):
    for address in everywhere(secret):
        assert client.get(address).status_code == 200, address
    assert "secrets" in client.get("/search/?q=fair").content.decode()


def test_a_scheduled_edition_answers_exactly_as_an_unknown_one(client, newsroom, tomorrow):
    edition = printed(newsroom, LINES, ROLES, FACTS, [("spying", "Spying")], at=tomorrow, slug="secret")
    unknown = client.get("/articles/99999/")
    for address in [
        *addresses(edition),
        *names(),
        "/themes/spying/",
        "/themes/spying/rss.xml",
        f"/articles/{edition.article_id}/",
    ]:
        response = client.get(address)
        assert (response.status_code, response.content) == (404, unknown.content), address
        assert headers(response) == headers(unknown), address
    for address in LISTS:
        assert "ecret" not in client.get(address).content.decode(), address
    with time_machine.travel(tomorrow, tick=False):
        for address in everywhere(edition):
            assert client.get(address).status_code == 200, address


def test_a_cancelled_edition_never_was(client, newsroom, tomorrow):
    edition = printed(newsroom, LINES, ROLES, FACTS, at=tomorrow, slug="secret")
    publishing.cancel(edition.article, newsroom.ada, 1)
    with time_machine.travel(tomorrow + timedelta(days=1), tick=False):
        assert {client.get(address).status_code for address in addresses(edition)} == {404}


def test_a_scheduled_edition_withdrawn_before_its_time_never_was(client, newsroom, tomorrow):
    edition = printed(newsroom, LINES, ROLES, FACTS, at=tomorrow, slug="secret")
    publishing.withdraw(edition.article, newsroom.ada, REASON)
    for moment in (timezone.now(), tomorrow + timedelta(days=1)):
        with time_machine.travel(moment, tick=False):
            assert {client.get(address).status_code for address in addresses(edition)} == {404}


def test_a_withdrawn_article_is_gone_everywhere_and_says_why(client, newsroom, secret):
    before = [*names(), "/themes/spying/", "/themes/spying/atom.xml", "/sitemaps/articles-0.xml"]
    then = timezone.now().isoformat()
    publishing.withdraw(secret.article, newsroom.ada, REASON)
    times = [f"/articles/{secret.address}/?at={at}" for at in (then, "2001-01-01", timezone.now().isoformat())]
    for address in [*addresses(secret), *times, f"/articles/other-{secret.article_id}/"]:
        response = client.get(address)
        assert response.status_code == 410, address
        text = response.content.decode()
        assert REASON in text
        assert "ecret" not in text, address
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Cache-Control"] == "no-cache"
    for address in before:
        assert client.get(address).status_code == 404, address
    for address in LISTS:
        assert "ecret" not in client.get(address).content.decode(), address


def test_one_edition_is_withdrawn_and_the_others_stay(client, newsroom, secret):
    here = f"/articles/{secret.address}/"
    corrected(newsroom, secret, "Vera Holt of Dornmill won a prize at the fair there.", key="p2")
    publishing.withdraw(secret.article, newsroom.ada, REASON, number=1)
    assert client.get(here).status_code == 200
    assert client.get(f"{here}editions/2/").status_code == 200
    assert client.get(f"{here}editions/1/").status_code == 410
    assert client.get(f"{here}compare/1..2/").status_code == 410
    assert client.get(f"{here}compare/0..1/").status_code == 410
    history = client.get(f"{here}history/").content.decode()
    assert REASON in history
    assert "editions/1/" not in history
    assert 'rel="predecessor-version"' not in client.get(f"{here}editions/2/")["Link"]


def test_the_reason_told_is_that_of_the_edition_asked_for(client, newsroom, secret):
    corrected(newsroom, secret, "Vera Holt of Dornmill won a prize at the fair there.", key="p2")
    publishing.withdraw(secret.article, newsroom.ada, "Of the first.", number=1)
    publishing.withdraw(secret.article, newsroom.ada, "Of the second.", number=2)
    here = f"/articles/{secret.address}/"
    assert "Of the first." in client.get(f"{here}editions/1/").content.decode()
    assert "Of the second." in client.get(f"{here}editions/2/").content.decode()
    assert "Of the second." in client.get(here).content.decode()


def test_a_withdrawn_article_may_come_back_as_a_later_edition(client, newsroom, secret):
    publishing.withdraw(secret.article, newsroom.ada, REASON)
    corrected(
        newsroom, secret, "Vera Holt of Dornmill won no prize at the fair.", key="p2", significance="correction",
        note="She won none.",
    )  # fmt: skip
    here = f"/articles/{secret.address}/"
    assert client.get(here).status_code == 200
    assert client.get(f"{here}editions/1/").status_code == 410


def test_an_unpublished_article_is_unknown(client, newsroom):
    article = newsroom.approved()
    assert client.get(f"/articles/mill-opens-its-doors-{article.pk}/").status_code == 404


class Refuses:
    """Lets a statement through only to the tables readers may be answered from."""

    def __init__(self, *more):
        self.allowed, self.seen = READ | set(more), set()

    def __call__(self, execute, sql, parameters, many, context):
        tables = set(re.findall(r"\b((?:articles|auth|django|taggit|axes)_\w+)", sql))
        assert tables <= self.allowed, f"a public page touched {tables - self.allowed}: {sql}"
        if more := re.match(r"\s*(INSERT|UPDATE|DELETE|REPLACE)", sql, re.I):
            assert "articles_readerreport" in sql, f"a public page wrote: {more[0]}: {sql}"
        self.seen |= tables
        return execute(sql, parameters, many, context)


def test_public_pages_read_no_other_table_and_write_none(client, newsroom, secret, tomorrow):
    corrected(newsroom, secret, "Vera Holt of Dornmill won a prize at the fair there.", key="p2")
    withdrawn = printed(newsroom, LINES, ROLES, FACTS, slug="withdrawn")
    publishing.withdraw(withdrawn.article, newsroom.ada, REASON)
    scheduled = printed(newsroom, LINES, ROLES, FACTS, slug="scheduled", at=tomorrow)
    client.force_login(newsroom.ada)
    here = f"/articles/{secret.address}/"
    told = [f"/api/v1/{path}" for path in ("articles", "people", "themes", "withdrawn", "facts/claim", "search?q=fair")]
    told += [
        f"/api/v1/articles/{n}{path}"
        for n in (secret.article_id, withdrawn.article_id, scheduled.article_id)
        for path in ("", "/editions", "/editions/1", "/ninjs", "/editions/1/ninjs")
    ]
    pages = [
        *told, "/api/", f"/themes/spying/?x={withdrawn.pk}", *everywhere(secret),
        *addresses(withdrawn), *addresses(scheduled),
        f"{here}compare/1..2/",
        f"{here}?at={timezone.now().isoformat()}", f"/articles/x-{secret.article_id}/", "/?before=x",
        f"{here}report/?sent", "/people/nobody-999/", "/themes/none/", "/nowhere/", "/search/?q=nowhere",
    ]  # fmt: skip
    wrapper = Refuses()
    with connection.execute_wrapper(wrapper):
        assert {client.get(page).status_code for page in pages} == {200, 301, 302, 400, 404, 410}
    assert wrapper.seen == READ


def test_a_stale_page_is_made_anew_from_the_same_tables(client, secret):
    Edition.objects.get().page.__class__.objects.update(template_version="older")
    with connection.execute_wrapper(Refuses()):
        assert client.get(f"/articles/{secret.address}/").status_code == 200


def test_the_only_row_the_public_door_writes_is_a_readers_report(client, secret):
    here = f"/articles/{secret.address}/report/"
    wrapper = Refuses("articles_readerreport")
    with connection.execute_wrapper(wrapper), time_machine.travel(timezone.now(), tick=False) as clock:
        form = client.get(here).context["form"]
        clock.shift(10)
        client.post(here, {"text": "She won two.", "stamp": form["stamp"].value()})
    assert ReaderReport.objects.get().text == "She won two."
    assert "articles_readerreport" in wrapper.seen
