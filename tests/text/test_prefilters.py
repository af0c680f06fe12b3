"""What is looked for first, so that most lines are read no further, lets nothing through that a rule would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.scraping import anywhere, credits, furniture, lines
from articles.text.scraping.cues import ITSELF, TURNS_TO_READER, WORD, YOU, speaks_of_the_page
from articles.text.scraping.lines import lines_of

LABELS = f"{credits.SOURCE_LABELS}|{credits.AUTHOR_LABELS}".split("|")
WORDS = st.sampled_from([*(re.sub(r"\(.*\)", "", label) for label in LABELS), "Velna", "Anna Berg", "12", "the", " "])
MARKS = st.sampled_from([*credits.LABEL_MARKS, " ", "  ", ", ", " | ", ". ", "\u3000"])
LINES = st.lists(st.tuples(WORDS, MARKS), max_size=6).map(lambda pairs: "".join(map("".join, pairs)))


@pytest.mark.parametrize("table", anywhere.TABLES)
def test_each_phrase_is_met_wherever_it_stands(table):
    for phrase in anywhere.TABLES[table]:
        assert table in anywhere.tables_met(f"x{phrase}x"), phrase


def test_a_text_without_a_phrase_meets_no_table():
    assert not anywhere.tables_met("the council of velna builds a school of straw")


@given(LINES)
def test_no_line_with_a_label_goes_for_one_without(text):
    assert credits.MARKED.search(text) is None or credits._may_be_labelled(text)


@given(st.from_regex(credits.OTHER_HANDS))
def test_other_hands_are_named_by_what_is_looked_for_first(text):
    assert "by" in text.casefold()


@pytest.mark.parametrize("shape", [shape for _, shape, of_figures in furniture.SHAPES if of_figures])
@given(st.data())
def test_each_shape_of_figures_has_one(shape, data):
    assert furniture.DIGIT.search(data.draw(st.from_regex(shape)))


@given(st.text("\n\r\v\f\u2028\u2029\x85\x1c a.", max_size=40))
def test_lines_are_the_same_by_whatever_ends_them(text):
    found = [line.spans[0] for line in lines_of(text)]
    parts = [part.strip() for part in lines.LINE_END.split(text)]
    assert [text[a:b] for a, b in found] == [part for part in parts if part]


@pytest.mark.parametrize("word", sorted(YOU))
def test_a_sentence_to_the_reader_about_the_page_is_read_to_its_end(word):
    text = f"Velna tells {word} in this article."
    assert ITSELF.search(text)
    assert speaks_of_the_page(text)


@pytest.mark.parametrize("word", sorted(filter(WORD.fullmatch, TURNS_TO_READER)))
def test_an_appeal_is_known_by_whatever_word_it_begins_with(word):
    assert speaks_of_the_page(f"{word.title()} newsletter podcast subscribe website login here.")
