"""The registry: facts as they are looked for, whose they are, and what stands beside them."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Organization, Person, Published, Theme
from articles.pages.plots import plot
from articles.public import counting, paging
from articles.steps import publishing
from articles.text.facts.kinds import Award, Claim, Initiative, Quantity, Speech
from articles.text.roles import Role

from .printing import corrected, printed
from .wellformed import Wellformed

WORDS = {"claim": ("claim", "claims"), "award": ("award", "awards")}


def users(number, **more):
    return Claim(
        statement=f"{number} users",
        claimant="Dornmill",
        quantities=(Quantity(Decimal(number), "users"),),
        **{"date": "2016-11", **more},
    )


def stating(newsroom, *values, headline="Mill", themes=(), **more):
    """An article with a paragraph for each of these facts."""
    lines = [headline, *(f"Words of number {i} in the wind." for i in range(len(values)))]
    facts = [(f"p{i + 1}", f"Words of number {i}", each) for i, each in enumerate(values)]
    roles = [Role.HEADLINE, *(Role.BODY for _ in values)]
    return printed(newsroom, lines, roles, facts, themes, **more)


def titles(client, address):
    return [fact.title for fact in client.get(address).context["facts"]]


def key_of(name):
    return (Person.objects.filter(name=name).first() or Organization.objects.get(name=name)).key


@pytest.fixture
def several(newsroom):
    return stating(
        newsroom,
        Claim(statement="Of 2015", claimant="Dornmill", date="2015"),
        Claim(statement="Of November", claimant="Dornmill", date="2016-11"),
        Claim(statement="Of the 18th", claimant="Boatyard", date="2016-11-18"),
        Claim(statement="Of 2017", claimant="Boatyard", date="2017-01-01"),
        Speech(speaker="Vera Holt", organization="Dornmill", title="On mills", date="2016"),
        Award(recipient="Vera Holt", name="Mill prize", giver="Boatyard", date="2018"),
        themes=[("mills", "Mills")],
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Of 2017", "Of the 18th", "Of November", "Of 2015"]),
        ("?sort=oldest", ["Of 2015", "Of November", "Of the 18th", "Of 2017"]),
        ("?from=2016-11", ["Of 2017", "Of the 18th", "Of November"]),
        ("?to=2016", ["Of the 18th", "Of November", "Of 2015"]),
        ("?from=2016-11-18&to=2016-11", ["Of the 18th"]),
        ("?from=2016-11-18&to=2016-11-18", ["Of the 18th"]),
        ("?from=2018", []),
        ("?theme=mills&to=2015", ["Of 2015"]),
        ("?theme=boats", []),
    ],
)
def test_facts_are_found_by_day_and_theme_in_either_order(client, several, asked, found):
    assert titles(client, f"/claims/{asked}") == found


def test_facts_are_found_by_whom_they_point_to(client, several):
    dornmill, boatyard, vera = (key_of(name) for name in ("Dornmill", "Boatyard", "Vera Holt"))
    assert titles(client, f"/claims/?organization={dornmill}") == ["Of November", "Of 2015"]
    assert titles(client, f"/claims/?of={dornmill}&from=2016&theme=mills") == ["Of November"]
    assert titles(client, f"/speeches/?person={vera}&organization={dornmill}") == ["On mills"]
    assert titles(client, f"/speeches/?person={vera}&organization={boatyard}") == []
    assert titles(client, f"/claims/?of={dornmill},{boatyard}&sort=oldest")[0] == "Of 2015"
    assert titles(client, f"/awards/?of={boatyard}") == ["Mill prize"]


def test_facts_are_picked_by_a_name_that_is_typed(client, newsroom, several, tomorrow):
    stating(newsroom, Speech(speaker="Ivy Low"), at=tomorrow)
    dornmill, ivy = key_of("Dornmill"), key_of("Ivy Low")
    response = client.get("/claims/?name= dornMILL&from=2016&before=2017_1")
    assert (response.status_code, response["Location"]) == (302, f"/claims/?from=2016&of={dornmill}")
    assert client.get("/claims/?name=&about=Mills&of=x")["Location"] == "/claims/?of=x&theme=mills"
    assert client.get("/claims/?name=&about=")["Location"] == "/claims/"
    assert client.get("/claims/?name=%00")["Location"] == "/claims/"
    for asked in ("name=Ivy Low", "name=Nobody", "about=Nothing", "about=%F0"):
        address = client.get(f"/claims/?{asked}")["Location"]
        assert ivy not in address
        assert titles(client, address) == []


@pytest.mark.parametrize(
    "asked", ["from=soon", "to=2016-13", "from=2016-11-18T10", "sort=best", "to=٢٠١٦", "from=\x00"]
)
def test_what_is_no_day_or_order_is_refused_in_words(client, db, asked):
    response = client.get(f"/claims/?{asked}")
    assert response.status_code == 400
    assert "That cannot be answered" in response.content.decode()


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_either_order_is_walked_page_by_page_and_none_is_missed(client, several, monkeypatch, sort):
    monkeypatch.setattr(paging, "PAGE", 1)
    found, address = [], f"/claims/?sort={sort}&theme=mills"
    while address:
        response = client.get(address)
        found += [fact.title for fact in response.context["facts"]]
        address = "/claims/" + response.context["page"].older if response.context["page"].older else ""
    expected = ["Of 2017", "Of the 18th", "Of November", "Of 2015"]
    assert found == (expected if sort == "newest" else expected[::-1])


def test_a_list_says_how_many_there_are_and_stops_counting(client, several, monkeypatch):
    assert "4 claims" in client.get("/claims/").content.decode()
    assert "1 speech<" in client.get("/speeches/").content.decode()
    monkeypatch.setattr(counting, "MOST", 3)
    assert "More than 3 claims" in client.get("/claims/").content.decode()
    assert counting.in_words(4, "claim", "claims") == "more than 3 claims"


def test_the_form_keeps_what_was_asked_for(client, several):
    key = key_of("Dornmill")
    text = client.get(f"/claims/?of={key}&from=2016&sort=oldest").content.decode()
    assert f'<input type="hidden" name="of" value="{key}">' in text
    assert 'name="from" value="2016"' in text
    assert '<option value="oldest" selected>' in text
    assert "Only those of" in text
    assert Wellformed(text).faults == []


def test_claims_whose_numbers_differ_stand_beside_each_other(client, newsroom):
    stating(newsroom, users(17), headline="Seventeen")
    other = stating(newsroom, users(20), headline="Twenty")
    stating(newsroom, users(30, date="2015"), headline="Another year")
    stating(newsroom, Claim("9 mills", "Dornmill", quantities=(Quantity(Decimal(9), "mills"),), date="2016"))
    stating(newsroom, users(17), headline="The same")
    found = {fact.edition.headline: fact for fact in client.get("/claims/").context["facts"]}
    assert [each.amount for each in found["Seventeen"].beside] == ["20 users"]
    assert {each.edition.headline for each in found["Twenty"].beside} == {"Seventeen", "The same"}
    assert found["Another year"].beside == ()
    assert found["Mill"].beside == ()
    assert found["Seventeen"].beside[0].url == f"/articles/{other.address}/#f-{other.document.facts[0].key}"
    assert "20 users</a>, in" in client.get("/claims/").content.decode()


def test_a_number_that_is_not_live_stands_beside_nothing(client, newsroom, tomorrow):
    stating(newsroom, users(17))
    stating(newsroom, users(20), at=tomorrow)
    gone = stating(newsroom, users(30))
    publishing.withdraw(gone.article, newsroom.ada, "Gone.")
    (fact,) = client.get("/claims/").context["facts"]
    assert fact.beside == ()


def test_claims_with_numbers_are_listed_in_three_queries(client, newsroom, django_assert_max_num_queries):
    for number in (17, 20, 30):
        stating(newsroom, users(number), themes=[("mills", "Mills")])
    key = key_of("Dornmill")
    with django_assert_max_num_queries(3):
        client.get(f"/claims/?of={key}&theme=mills&from=2016")


def test_a_person_has_every_form_of_their_name_and_what_they_did(client, newsroom, several):
    kept = Person.objects.create(name="Vera Holt-Dorn", native_name="维拉")
    Person.objects.filter(name="Vera Holt").update(merged_into=kept)
    stating(newsroom, Speech(speaker="V. Holt", speaker_key=kept.key, title="On wind", date="2019"))
    response = client.get(kept.get_absolute_url())
    text = response.content.decode()
    assert response.context["also"] == ["V. Holt", "Vera Holt"]
    assert "维拉" in text
    assert response.context["done"] == [("Said", "speeches", 2), ("Got or gave", "awards", 1)]
    (said,) = re.findall(r'href="(/speeches/\?of=[^"]*)"', text)
    assert titles(client, said) == ["On wind", "On mills"]
    assert Wellformed(text).faults == []


def test_what_is_stated_of_somebody_is_drawn_by_year_and_told_in_words(client, several):
    text = client.get(Organization.objects.get(name="Boatyard").get_absolute_url()).content.decode()
    (drawing,) = re.findall(r"<svg.*?</svg>", text, re.S)
    assert 'role="img"' in drawing
    assert "2016: 1 claim; 2017: 1 claim; 2018: 1 award" in drawing
    assert drawing.count("<rect") == 3
    assert "style=" not in text
    assert '<th scope="row">2018</th><td>1 award</td>' in text


def test_bars_are_as_high_as_their_counts():
    drawn = plot([("claim", "2015", 1), ("claim", "2017-05", 2), ("award", "2017", 2)], WORDS)
    assert [bar.label for bar in drawn.bars] == ["2015", "2016", "2017"]
    assert [bar.count for bar in drawn.bars] == [1, 0, 4]
    first, _, last = ([part.height for part in bar.parts] for bar in drawn.bars)
    assert (first, last) == ([23.0], [46.0, 46.0])
    assert all(part.y >= 0 and part.y + part.height <= drawn.base for bar in drawn.bars for part in bar.parts)
    assert drawn.kinds == ("claim", "award")


def test_months_are_drawn_where_they_are_known_and_few():
    assert [bar.label for bar in plot([("claim", "2016-11", 1), ("claim", "2017-01", 1)], WORDS).bars] == [
        "November 2016", "December 2016", "January 2017",
    ]  # fmt: skip
    assert [bar.short for bar in plot([("claim", "2016-11", 1), ("claim", "2016-12", 1)], WORDS).bars] == [
        "Nov 2016", "Dec 2016",
    ]  # fmt: skip
    assert plot([("claim", "2016-11", 1)], WORDS) is None
    assert plot([], WORDS) is None
    far = plot([("claim", "1044", 1), ("claim", "2017", 1)], WORDS)
    assert [bar.label for bar in far.bars] == ["1044", "2017"]


def test_a_theme_leads_to_broader_and_narrower_ones_that_readers_may_know_of(client, newsroom, tomorrow):
    themes = [("power", "Power"), ("mills", "Mills"), ("wind", "Wind")]
    stating(newsroom, users(1), themes=themes)
    stating(newsroom, users(1), themes=[("spying", "Spying")], at=tomorrow)
    Theme.objects.filter(slug="mills").update(broader=Theme.objects.get(slug="power"))
    for slug in ("wind", "spying"):
        Theme.objects.filter(slug=slug).update(broader=Theme.objects.get(slug="mills"))
    response = client.get("/themes/mills/")
    assert [each.slug for each in response.context["broader"]] == ["power"]
    assert [each.slug for each in response.context["narrower"]] == ["wind"]
    assert "Spying" not in response.content.decode()
    assert titles(client, "/claims/?theme=mills") == ["1 users"]


def test_a_list_narrowed_to_a_theme_says_what_the_theme_is_called(client, newsroom):
    stating(newsroom, users(1), themes=[("water-mills", "Water mills")])
    page = client.get("/claims/?theme=water-mills").content.decode()
    assert 'Only in articles on <a href="/themes/water-mills/" dir="auto">Water mills</a>' in page


def test_a_theme_is_drawn_over_time(client, newsroom):
    for months in (3, 1, 1):
        with time_machine.travel(timezone.now().replace(day=15) - timedelta(days=31 * months), tick=False):
            stating(newsroom, themes=[("mills", "Mills")])
    response = client.get("/themes/mills/")
    assert [bar.count for bar in response.context["plot"].bars] == [1, 0, 2]
    assert response.context["plot"].top.label == response.context["plot"].bars[2].label
    assert "3 articles" in response.content.decode()


def test_articles_that_share_names_and_themes_lead_to_each_other(client, newsroom):
    first = stating(newsroom, Speech(speaker="Vera Holt"), headline="Holt speaks", themes=[("mills", "Mills")])
    stating(newsroom, users(1), headline="Mills alone", themes=[("mills", "Mills")])
    stating(newsroom, Initiative("Boat", "Boatyard"), headline="Boats")
    last = stating(newsroom, Speech(speaker="Vera Holt"), headline="Holt again", themes=[("mills", "Mills")])
    assert related(client, last) == ["Holt speaks", "Mills alone"] or related(client, last) == [
        "Mills alone", "Holt speaks",
    ]  # fmt: skip
    assert related(client, first)[0] == "Holt again"
    assert "Boats" not in related(client, first)


def related(client, edition):
    text = client.get(f"/articles/{edition.address}/").content.decode()
    aside = re.search(r'<aside class="related".*?</aside>', text, re.S)
    return re.findall(r"<a [^>]*>(.*?)</a>", aside[0]) if aside else []


def test_only_what_is_live_is_related_and_it_takes_no_query_more(client, newsroom, tomorrow, django_assert_num_queries):
    first, gone = (stating(newsroom, headline=each, themes=[("mills", "Mills")]) for each in ("First", "Gone"))
    stating(newsroom, headline="Later", themes=[("mills", "Mills")], at=tomorrow)
    here = f"/articles/{first.address}/"
    with django_assert_num_queries(1):
        before = client.get(here)
    assert related(client, first) == ["Gone"]
    publishing.withdraw(gone.article, newsroom.ada, "Gone.")
    assert related(client, first) == []
    assert client.get(here, headers={"if-none-match": before["ETag"]}).status_code == 200
    with time_machine.travel(tomorrow, tick=False):
        assert related(client, first) == ["Later"]


def test_a_related_article_is_called_what_it_is_called_now(client, newsroom):
    first, other = (stating(newsroom, headline=each, themes=[("mills", "Mills")]) for each in ("First", "Old name"))
    corrected(newsroom, other, "New name", key="p0")
    assert related(client, first) == ["New name"]


def test_an_article_near_to_many_keeps_the_newest(client, newsroom):
    first = stating(newsroom, headline="First", themes=[("mills", "Mills")])
    for i in range(10):
        stating(newsroom, headline=f"Mill {i}", themes=[("mills", "Mills")])
    assert Published.objects.filter(edition=first, kind="related").count() <= 8
    assert len(related(client, first)) == 5


def test_what_is_withheld_leads_nowhere_when_all_is_made_again(client, newsroom):
    first, gone = (stating(newsroom, headline=each, themes=[("mills", "Mills")]) for each in ("First", "Gone"))
    publishing.withdraw(gone.article, newsroom.ada, "Gone.")
    for edition in (first, gone):
        edition.refresh_from_db()
        publishing.derive(edition)
    assert not Published.objects.filter(kind="related").exists()


def plans(client, address):
    """How the database finds the rows of each query of a page."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    explain = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}[connection.vendor]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        for query in captured.captured_queries:
            cursor.execute(explain + query["sql"])
            yield "\n".join(str(row) for row in cursor.fetchall())


def test_every_long_list_is_read_by_an_index(client, newsroom, several):
    person, dornmill = Person.objects.get(name="Vera Holt"), key_of("Dornmill")
    publishing.withdraw(stating(newsroom).article, newsroom.ada, "Gone.")
    scans = re.compile(r"SCAN articles_\w+\b(?! USING)|Seq Scan on articles_")
    for address in (
        "/", "/claims/", f"/claims/?of={dornmill}", "/claims/?theme=mills&sort=oldest", person.get_absolute_url(),
        "/themes/mills/", "/feeds/atom.xml", "/corrections/", "/corrections/rss.xml", "/api/v1/withdrawn",
        "/sitemaps/articles-0.xml", f"/articles/{several.address}/",
    ):  # fmt: skip
        for plan in plans(client, address):
            assert not scans.search(plan), f"{address}: {plan}"


def test_a_persons_facts_come_in_order_from_their_index(client, several):
    (listed, *_) = [plan for plan in plans(client, Person.objects.get().get_absolute_url()) if "_published" in plan]
    if connection.vendor == "sqlite":
        assert "published_pointers" in listed
        assert "TEMP B-TREE FOR ORDER BY" not in listed.split("SCALAR SUBQUERY")[0]
    else:
        assert "Index Scan" in listed
