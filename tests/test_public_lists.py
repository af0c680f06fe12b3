"""The lists: what is in them, a page at a time, in at most three queries."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import Edition, Organization, Person, Published, Theme
from articles.public import paging
from articles.steps import publishing
from articles.text.facts.kinds import Award, Claim, Initiative, Speech
from articles.text.roles import Role

from .printing import corrected, printed
from .wellformed import Wellformed

HOLT = "Vera Holt of Dornmill spoke on mills and won a prize."
FACTS = (
    ("p1", "Vera Holt", Speech(speaker="Vera Holt", organization="Dornmill", title="On mills", date="2016-11-18")),
    ("p1", "on mills", Claim(statement="Mills turn", claimant="Dornmill", date="2016")),
    ("p1", "Dornmill", Initiative(name="Mill fund", owner="Dornmill")),
    ("p1", "won a prize", Award(recipient="Vera Holt", name="Mill prize")),
)
LISTS = ("/", "/speeches/", "/claims/", "/initiatives/", "/awards/", "/themes/", "/themes/mills/", "/corrections/")


@pytest.fixture
def holt(newsroom):
    return printed(newsroom, ["Mills", HOLT], [Role.HEADLINE, Role.BODY], FACTS, [("mills", "Mills & water")])


def several(newsroom, count, **more):
    return [
        printed(newsroom, [f"Mill {i} turns", "It turns in the wind."], [Role.HEADLINE, Role.BODY], **more)
        for i in range(count)
    ]


def headlines(response):
    return [card.edition.headline for card in response.context["cards"]]


def walk(client, address, name):
    """Every page of a list, from the first to the last, each as the named rows of its context."""
    found = []
    while address:
        response = client.get(address)
        found.append(response.context[name])
        older = response.context["page"].older
        address = address.partition("?")[0] + older if older else ""
    return found


@pytest.mark.parametrize("address", LISTS)
def test_a_list_takes_at_most_three_queries(client, newsroom, holt, address, django_assert_max_num_queries):
    corrected(newsroom, holt, HOLT.replace("spoke", "has spoken"), significance="update", note="News.")
    with django_assert_max_num_queries(3):
        response = client.get(address)
    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=60"
    assert client.get(address, headers={"if-none-match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "address", ["/", "/speeches/", "/claims/", "/initiatives/", "/awards/", "/themes/", "/corrections/"]
)
def test_an_empty_list_says_so_in_words(client, db, address):
    response = client.get(address)
    assert response.status_code == 200
    assert 'class="empty"' in response.content.decode()


def test_the_front_page_has_each_article_once_newest_first(client, newsroom, holt):
    several(newsroom, 1)
    corrected(newsroom, holt, HOLT.replace("spoke", "has spoken"))
    response = client.get("/")
    assert headlines(response) == ["Mills", "Mill 0 turns"]
    assert "Mills &amp; water" in response.content.decode()


def test_older_articles_follow_page_by_page_and_none_is_missed(client, newsroom, monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 2)
    editions = several(newsroom, 5)
    pages = walk(client, "/", "cards")
    assert [[card.edition.pk for card in page] for page in pages] == [
        [editions[4].pk, editions[3].pk], [editions[2].pk, editions[1].pk], [editions[0].pk],
    ]  # fmt: skip


def test_what_is_published_meanwhile_moves_no_older_page(client, newsroom, monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 2)
    several(newsroom, 4)
    older = client.get("/").context["page"].older
    before = headlines(client.get("/" + older))
    several(newsroom, 2)
    assert headlines(client.get("/" + older)) == before


def test_articles_of_one_moment_are_all_listed(client, newsroom, monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 2)
    with time_machine.travel(timezone.now(), tick=False):
        several(newsroom, 5)
        assert sorted(len(page) for page in walk(client, "/", "cards")) == [1, 2, 2]


@pytest.mark.parametrize(
    "before", ["x", "_", "2026-11-24_", "2026_1", "0001-01-01T00:00+23:59_1", "\x00_1", "2026-11-24T10:00Z_x"]
)
def test_a_page_that_never_was_is_refused_in_words(client, db, before):
    for address in ("/", "/corrections/"):
        response = client.get(address, {"before": before})
        assert response.status_code == 400
        assert "Begin at its first page" in response.content.decode()


@pytest.mark.parametrize("before", ["x_1", "_1", "2016_", "2016\x00_1", "2016_99999999999999999999"])
def test_a_page_of_facts_that_never_was_is_refused_too(client, db, before):
    assert client.get("/claims/", {"before": before}).status_code == 400


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/speeches/", "On mills"),
        ("/claims/", "Mills turn"),
        ("/initiatives/", "Mill fund"),
        ("/awards/", "Mill prize"),
    ],
)
def test_a_fact_leads_to_the_words_that_state_it(client, holt, address, title):
    (fact,) = client.get(address).context["facts"]
    assert fact.title == title
    article, anchor = fact.url.split("#")
    assert f'id="{anchor}"' in client.get(article).content.decode()


def test_facts_are_listed_by_their_own_date(client, newsroom, holt):
    later = Claim(statement="Later", claimant="Dornmill", date="2020-01-01")
    printed(newsroom, ["Old", "Later words."], [Role.HEADLINE, Role.BODY], [("p1", "Later", later)])
    assert [fact.title for fact in client.get("/claims/").context["facts"]] == ["Later", "Mills turn"]


def test_only_the_facts_of_the_live_edition_are_listed(client, newsroom, holt):
    corrected(newsroom, holt, HOLT.replace("spoke", "has spoken"))
    assert Published.objects.filter(kind="claim").count() == 2
    assert len(client.get("/claims/").context["facts"]) == 1


def test_facts_can_be_had_of_one_person_or_organization(client, newsroom, holt):
    other = Claim(statement="Boats float", claimant="Boatyard")
    printed(newsroom, ["Boats", "Boats float."], [Role.HEADLINE, Role.BODY], [("p1", "Boats float", other)])
    key = Organization.objects.get(name="Dornmill").key
    response = client.get(f"/claims/?of={key}")
    assert [fact.title for fact in response.context["facts"]] == ["Mills turn"]
    assert "Only those of" in response.content.decode()
    assert len(client.get("/claims/").context["facts"]) == 2


@pytest.mark.parametrize("of", ["nobody", "\x00", "' OR 1=1", "é"])
def test_facts_of_nobody_are_none(client, holt, of):
    response = client.get("/claims/", {"of": of})
    assert response.status_code == 200
    assert response.context["facts"] == []


def test_a_person_has_a_page_of_what_is_stated_of_them(client, holt, django_assert_max_num_queries):
    person = Person.objects.get(name="Vera Holt")
    with django_assert_max_num_queries(3):
        response = client.get(person.get_absolute_url())
    assert {fact.title for fact in response.context["facts"]} == {"On mills", "Mill prize"}
    assert Organization.objects.get(name="Dornmill").get_absolute_url() in response.content.decode()


def test_a_wrong_name_in_an_address_leads_to_the_right_one(client, holt):
    person = Person.objects.get(name="Vera Holt")
    response = client.get(f"/people/somebody-else-{person.pk}/")
    assert (response.status_code, response["Location"]) == (301, person.get_absolute_url())


def test_who_was_merged_leads_to_whom_they_are(client, newsroom, holt):
    kept = Person.objects.create(name="Vera Holt-Dorn")
    between = Person.objects.create(name="V. Holt", merged_into=kept)
    Person.objects.filter(name="Vera Holt").update(merged_into=between)
    for each in (between, Person.objects.get(name="Vera Holt")):
        response = client.get(each.get_absolute_url())
        assert (response.status_code, response["Location"]) == (301, kept.get_absolute_url())
    response = client.get(kept.get_absolute_url())
    assert {fact.title for fact in response.context["facts"]} == {"On mills", "Mill prize"}


def test_a_name_no_live_edition_shows_is_unknown(client, newsroom, holt):
    person = Person.objects.create(name="Nobody Yet")
    assert client.get(person.get_absolute_url()).status_code == 404
    publishing.withdraw(holt.article, newsroom.ada, "Gone.")
    assert client.get(Person.objects.get(name="Vera Holt").get_absolute_url()).status_code == 404
    assert client.get("/people/x-1/?before=2016_1").status_code == 404


def test_a_theme_has_its_articles_and_the_index_counts_them(client, newsroom, holt):
    several(newsroom, 1, themes=[("mills", "Mills & water")])
    Theme.objects.create(name="Nothing yet", slug="nothing-yet")
    assert headlines(client.get("/themes/mills/")) == ["Mill 0 turns", "Mills"]
    index = client.get("/themes/").content.decode()
    assert "Mills &amp; water" in index
    assert "2 articles" in index
    assert "Nothing yet" not in index
    assert client.get("/themes/nothing-yet/").status_code == 404


def test_corrections_tell_what_was_put_right_and_only_that(client, newsroom, holt):
    corrected(newsroom, holt, HOLT.replace("spoke", "has spoken"), significance="minor")
    corrected(newsroom, holt, HOLT.replace("spoke", "sang"), significance="correction", note="She sang.")
    corrected(newsroom, holt, HOLT.replace("spoke", "hummed"), significance="clarification", note="More exactly.")
    response = client.get("/corrections/")
    assert [edition.number for edition in response.context["page"].rows] == [4, 3]
    text = response.content.decode()
    assert "She sang." in text
    assert f"/articles/{holt.address}/compare/2..3/" in text


def test_a_list_is_kept_no_longer_than_what_is_in_it(client, newsroom, holt):
    start = timezone.now() + timedelta(hours=1)
    newsroom.correct(holt.article, text=HOLT.replace("spoke", "sang"), significance="minor")
    printed_at = Edition.objects.get()
    Edition.objects.filter(pk=printed_at.pk).update(live_until=start)
    with time_machine.travel(start - timedelta(seconds=5), tick=False):
        assert client.get("/")["Cache-Control"] == "public, max-age=5"


def test_lists_can_be_read_by_anybody_and_changed_by_nobody(client, db):
    for address in [*LISTS, "/search/", "/how-we-edit/", "/feeds/atom.xml", "/sitemap.xml", "/robots.txt", "/healthz"]:
        assert client.post(address).status_code == 405


def test_hostile_text_is_text_on_every_page(client, newsroom):
    hostile = "<script>alert('1')</script>"
    facts = [
        ("p2", hostile, Speech(hostile, "", hostile, hostile, "", hostile, hostile, hostile, "2016", hostile)),
        ("p2", hostile, Claim(hostile, hostile, date="2016")),
        ("p2", hostile, Initiative(hostile, hostile)),
        ("p2", hostile, Award(hostile, name=hostile, giver=hostile, event=hostile)),
    ]
    roles = [Role.HEADLINE, Role.STANDFIRST, Role.BODY]
    edition = printed(newsroom, [hostile, hostile, hostile], roles, facts, [("evil", hostile)], source=hostile)
    corrected(newsroom, edition, f"{hostile} more", "p1", "correction", note=hostile)
    Theme.objects.update(description=hostile)
    Person.objects.update(native_name=hostile, wikidata='"><script>')
    here = f"/articles/{edition.address}/"
    named = [each.get_absolute_url() for model in (Person, Organization) for each in model.objects.all()]
    pages = [*LISTS[:6], "/themes/evil/", "/corrections/", *named, "/search/?q=script"]
    pages += [
        f"{here}{page}" for page in ("", "editions/1/", "history/", "compare/0..2/", "compare/1..2/", "report/?p=p2")
    ]
    for address in pages:
        text = client.get(address).content.decode()
        assert "<script>" not in text, address
        assert "&lt;script&gt;" in text, address
        assert Wellformed(text).faults == [], address
    publishing.withdraw(edition.article, newsroom.ada, hostile)
    text = client.get(here).content.decode()
    assert "&lt;script&gt;" in text
    assert "<script>" not in text
