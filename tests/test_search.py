"""Looking for words: what is found, in which order, and that no words are an error."""

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import search
from articles.models import Organization, Person, Term
from articles.steps import publishing
from articles.text.facts.kinds import Claim
from articles.text.roles import Role

from .printing import corrected, printed

ROLES = (Role.HEADLINE, Role.BODY)


def mill(newsroom, headline="Mill", body="It turns in the wind.", facts=(), **more):
    return printed(newsroom, [headline, body], ROLES, facts, **more)


def found(words, **more):
    return [hit.edition.headline for hit in search.find(words, **more)]


def test_an_article_is_found_by_its_words_in_any_form(newsroom):
    mill(newsroom, "Mills of Dorn", "The wheels were turning.")
    mill(newsroom, "Boats", "They float.")
    assert found("wheel turned") == ["Mills of Dorn"]
    assert found("DORN") == ["Mills of Dorn"]
    assert found("wheel float") == []


def test_a_word_in_the_headline_counts_for_more(newsroom):
    mill(newsroom, "A quiet day", "Somebody mentioned the windmill in passing, and then went home again.")
    mill(newsroom, "The windmill", "It turns.")
    assert found("windmill") == ["The windmill", "A quiet day"]


def test_names_and_themes_and_sources_are_found(newsroom):
    claim = Claim(statement="It turns", claimant="Dornmill")
    mill(newsroom, facts=[("p1", "It turns", claim)], themes=[("power", "Waterpower")], source="Dorn Courier")
    for words in ("dornmill", "waterpower", "courier"):
        assert found(words) == ["Mill"], words


def test_a_hit_shows_the_passage_with_the_words_found_in_it(newsroom):
    mill(newsroom, body="Nobody knows <b>why</b> the old wheels turn at night.")
    (hit,) = search.find("wheel")
    assert "".join(run.text for run in hit.passage) == "Nobody knows <b>why</b> the old wheels turn at night."
    assert [run.text for run in hit.passage if run.found] == ["wheels"]


def test_the_marks_around_what_was_found_cannot_be_forged(newsroom):
    edition = mill(newsroom, body="plain words")
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM articles_searchentry")
        assert cursor.fetchone() == (1,)
    edition.text = edition.text.replace("plain", "\\u0002plain\\u0003")
    search.index(edition)
    (hit,) = search.find("words")
    assert [run.text for run in hit.passage if run.found] == ["words"]


def test_only_what_is_live_is_found(newsroom, tomorrow):
    first = mill(newsroom, body="It turned slowly.")
    mill(newsroom, "Secret: it turned", body="It turned secretly.", at=tomorrow)
    corrected(newsroom, first, "It turned briskly.")
    assert found("turned") == ["Mill"]
    assert found("turned", limit=1) == ["Mill"]
    assert found("slowly") == []
    with time_machine.travel(tomorrow, tick=False):
        assert set(found("turned")) == {"Mill", "Secret: it turned"}
    publishing.withdraw(first.article, newsroom.ada, "Gone.")
    assert found("turned") == []


def test_an_edition_indexed_twice_is_found_once(newsroom):
    edition = mill(newsroom)
    search.index(edition)
    assert found("wind") == ["Mill"]
    search.remove(edition)
    assert found("wind") == []


def test_an_article_of_any_length_is_found_by_its_beginning(newsroom):
    edition = mill(newsroom)
    long = " ".join(f"水{i:x}水" for i in range(300_000))
    edition.text = edition.text.replace("It turns", f"Beginning {long}")
    search.index(edition)
    assert found("beginning") == ["Mill"]


def test_no_more_are_found_than_asked_for(newsroom):
    for _ in range(3):
        mill(newsroom)
    assert len(found("wind", limit=2)) == 2


HOSTILE = (
    '"unclosed', "*", "a OR", "NOT", "AND", "NEAR(a b)", "headline:mill", "-wind", "wind*", "^wind", "(wind", "a\x00b",
    "{wind}", "%s %d", "'; DROP TABLE articles_edition; --", "\x02\x03", "_", "½ ² ٣", "水车", "\u0301", "\ud800",
    "wind " * 2000, "w" * 10_000, '"' * 10_000, "\u202ewind", "wind\nwind", "<-> wind & mill | !",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_give_results_or_none(client, newsroom, words):
    mill(newsroom)
    assert all(hit.edition.headline == "Mill" for hit in search.find(words))
    assert client.get("/search/", {"q": words.encode("utf-8", "replace")}).status_code == 200


def test_marks_of_a_query_language_are_left_out_and_the_words_found(newsroom):
    mill(newsroom)
    for words in ('"wind', "wind*", "^wind", "(wind)", "-wind", "{wind}", "wind\x00"):
        assert found(words) == ["Mill"], words


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_are_an_error(db, words):
    assert search.find(words) == []


def test_the_search_page_shows_hits_as_text_in_two_queries(client, newsroom, django_assert_num_queries):
    mill(newsroom, "<b>Mill</b>", body="Nobody knows <i>why</i> the wheels turn.")
    with django_assert_num_queries(2):
        text = client.get("/search/?q=wheel").content.decode()
    assert '&lt;i&gt;why&lt;/i&gt; the <mark class="found">wheels</mark> turn.' in text
    assert "&lt;b&gt;Mill&lt;/b&gt;" in text


def test_the_search_page_says_when_nothing_is_found(client, newsroom, django_assert_num_queries):
    assert "No article has all of these words" in client.get("/search/?q=zebra").content.decode()
    with django_assert_num_queries(0):
        text = client.get("/search/?q=+").content.decode()
    assert "Looks through headlines" in text


def test_the_words_stay_in_the_box(client, db):
    assert 'value="&quot;&gt;&lt;script&gt;"' in client.get('/search/?q="><script>').content.decode()


def test_a_misspelt_word_finds_what_it_may_have_meant(client, newsroom, django_assert_num_queries):
    mill(newsroom, "Watermills of Dorn", "They turn.")
    assert search.nearest("watermils") == "watermills"
    assert search.nearest("Watremils turn") == "watermills turn"
    with django_assert_num_queries(3):
        text = client.get("/search/?q=watremills").content.decode()
    assert 'No article has “<span dir="auto">watremills</span>”' in text
    assert "Watermills of Dorn" in text


@pytest.mark.parametrize("words", ["watermills", "zzzzzzzz", "dorm", "", "42 17", "mi"])
def test_what_is_known_or_like_nothing_is_left_as_it_is(newsroom, words):
    mill(newsroom, "Watermills", "They turn.")
    assert search.nearest(words) == ""


def test_words_of_what_was_withdrawn_are_suggested_no_longer(newsroom):
    edition = mill(newsroom, "Clandestine", "They turn windward.")
    mill(newsroom, "Boats", "They turn.")
    publishing.withdraw(edition.article, newsroom.ada, "Gone.")
    assert [search.nearest(word) for word in ("clandestin", "windwards", "boatz")] == ["", "", "boats"]
    publishing.derive(type(edition).objects.get(pk=edition.pk))
    assert search.nearest("clandestin") == ""


def test_people_and_organizations_are_found_by_what_else_they_are_called(newsroom):
    claim = Claim(statement="It turns", claimant="Dornmill")
    Organization.objects.create(name="Dornmill", native_name="多恩磨坊")
    edition = mill(newsroom, facts=[("p1", "It turns", claim)])
    organization = Organization.objects.get()
    Term.objects.create(wrong="Thorn Mill", preferred="Dornmill", organization=organization)
    Organization.objects.create(name="Dornmills Incorporated", merged_into=organization)
    publishing.derive(edition)
    for words in ("多恩磨坊", "thorn", "incorporated"):
        assert found(words) == ["Mill"], words


def test_articles_are_found_by_what_the_glossary_has_for_their_words(newsroom):
    Term.objects.create(wrong="Wheelhouse of air", preferred="windmill", native="风车", kind="phrase")
    Term.objects.create(wrong="Boathouse", preferred="harbour", kind="phrase")
    mill(newsroom, body="The windmill turns.")
    assert found("wheelhouse") == found("风车") == ["Mill"]
    assert found("boathouse") == []


def test_a_search_is_narrowed_by_theme_name_and_year(client, newsroom, django_assert_num_queries):
    claim = Claim(statement="It turns", claimant="Dornmill")
    mill(newsroom, "Mill", "It turns.", facts=[("p1", "It turns", claim)], themes=[("power", "Waterpower")])
    mill(newsroom, "Wheel", "It turns.", themes=[("trade", "Trade")])
    key = (Organization.objects.first() or Person.objects.first()).key
    year = str(timezone.now().year)
    narrowed = search.Narrowed
    assert found("turns", narrowed=narrowed(theme="power")) == ["Mill"]
    assert found("turns", narrowed=narrowed(of=(key, "nobody"))) == ["Mill"]
    assert set(found("turns", narrowed=narrowed(year=year))) == {"Mill", "Wheel"}
    assert found("turns", narrowed=narrowed(theme="trade", of=(key,))) == []
    assert found("turns", narrowed=narrowed(year="1999")) == []
    with django_assert_num_queries(2):
        text = client.get("/search/?q=turns").content.decode()
    assert 'href="/search/?q=turns&amp;theme=trade"' in text
    text = client.get("/search/?q=turns&theme=trade").content.decode()
    assert 'class="chosen"><a href="/search/?q=turns"' in text
    assert ">Trade<" in text
    assert "theme=power" not in text
    assert f"year={year}" not in text  # it would leave out nothing
    assert '<input type="hidden" name="theme" value="trade">' in text
    assert [each["article"]["headline"] for each in client.get("/api/v1/search?q=turns&theme=trade").json()] == [
        "Wheel"
    ]


@pytest.mark.parametrize(
    "narrow", ["theme=%22%27)", "of=,,", "of=%00", "year=99999", "theme=" + "x" * 5000, "year=%E2"]
)
def test_hostile_ways_to_narrow_find_nothing(client, newsroom, narrow):
    mill(newsroom)
    assert client.get(f"/search/?q=wind&{narrow}").status_code == 200


def test_of_what_is_as_good_the_newest_comes_first(newsroom, monkeypatch):
    for headline in ("First", "Second", "Third"):
        mill(newsroom, headline)
    assert found("wind") == ["Third", "Second", "First"]
    monkeypatch.setattr(search, "_NEWEST", 2)
    assert found("wind") == ["Third", "Second"]
