"""Looking for words: what is found, in which order, and that no words are an error."""

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import search
from articles.models import Edition
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
    search.index(Edition(pk=edition.pk, text=edition.text.replace("plain", "\\u0002plain\\u0003")))
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
    search.index(Edition(pk=edition.pk, text=edition.text.replace("It turns", f"Beginning {long}")))
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
