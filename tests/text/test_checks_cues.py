"""A check is asked only where its cues stand, a term only where its words do: nothing that would be found is missed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.checks import (
    CHECKS,
    CheckedParagraph,
    CheckedTerm,
    dates,
    determiners,
    fragments,
    numbers,
    phrases,
    quantities,
)
from articles.text.checks.terms import possible
from articles.text.roles import Role

ASCII = "".join(map(chr, range(32, 127)))
# Letters that are others' in capitals, and signs and figures beyond ASCII.
ODD = ASCII + "ſKİıß²１年月日：·｜©é\xa0\u3000"
CALLED = (
    (dates.ordinal, dates._ORDINAL), (dates.impossible_in_words, dates._IN_WORDS),
    (determiners.missing, determiners._BARE_NOUN), (quantities.singular, quantities._SINGULAR),
    (quantities.twice_about, re.compile(rf"(?:{quantities._TWICE_ABOUT.pattern})(?!\w)", re.IGNORECASE)),
    (quantities.literal, quantities._LITERAL), (quantities.person_times, quantities._PERSON_TIMES),
    (quantities.percent_points, quantities._PERCENT_POINTS), (quantities.money, quantities._BARE_MONEY),
    (quantities.pieces, quantities._PIECES), (quantities.clash, quantities._WITH_NOUN),
    (phrases.verb_colon, phrases._VERB_COLON), (phrases.surname, phrases._TITLE_FOR_SURNAME),
)  # fmt: skip


@pytest.mark.parametrize(("check", "pattern"), CALLED)
@given(st.data())
def test_each_check_is_called_where_its_pattern_stands(check, pattern, data):
    text = data.draw(st.from_regex(pattern, alphabet=ASCII))
    cues_there = CheckedParagraph("p", Role.BODY, text).cues
    (row,) = (row for row in CHECKS if row.find is check)
    assert not any(map(cues_there.isdisjoint, row.cues))


@given(st.from_regex(fragments._NO_SUBJECT, fullmatch=True, alphabet=ODD))
def test_a_verb_without_a_subject_calls_in_whatever_letters(text):
    assert not fragments.WILLING.isdisjoint(CheckedParagraph("p", Role.BODY, text).cues)


def test_a_figure_of_any_script_is_a_cue():
    assert "0" in CheckedParagraph("p", Role.BODY, "١ boat").cues
    assert "0" not in CheckedParagraph("p", Role.BODY, "² boats").cues


@given(st.text(ODD))
def test_the_words_and_marks_of_a_paragraph_are_its_cues(text):
    paragraph = CheckedParagraph("p", Role.BODY, text)
    assert paragraph.vocabulary == {*re.findall("[a-z]+", text.lower())}
    assert paragraph.cues - {"0"} == paragraph.vocabulary | {each for each in text if not re.match("[A-Za-z 0]", each)}


@given(st.text("one A5-kK", max_size=12))
def test_a_number_s_word_is_read_wherever_it_stands(text):
    whole = [match for match in re.finditer("[A-Za-z]+", text.lower()) if match[0] == "one"]
    places = [match.start() for match in whole if not text[match.start() - 1 : match.start()].isdigit()]
    assert [token.start for token in numbers._spelled(text, frozenset({"one"}))] == places


WORDINGS = st.lists(st.sampled_from(["a", "bb", "ccc", "中"]), max_size=3).map(" ".join)
TERMS = st.lists(
    st.lists(WORDINGS, min_size=1, max_size=3).map(lambda wrong: CheckedTerm(tuple(wrong), "x", safe=True))
)


@given(TERMS, st.sets(st.sampled_from(["a", "bb", "ccc", "d"])))
def test_the_terms_that_are_possible_are_found_by_one_of_their_words(terms, words):
    terms, words = tuple(terms), frozenset(words)
    assert list(possible(terms, words)) == [term for term in terms if term.is_possible(words)]
