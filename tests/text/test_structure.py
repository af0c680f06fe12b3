from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.anchors import AnchorState
from articles.text.document import Document, Fact, FactState, Paragraph
from articles.text.facts.kinds import Claim
from articles.text.readiness import machine_words
from articles.text.roles import Role
from articles.text.structure import Add, CannotReshape, Join, Move, Split, reshape

SEED = "One two three.\n\nFour five six.\n\nSeven."


@pytest.fixture
def document():
    return Document(
        paragraphs=(
            Paragraph("a", Role.BODY, "One two three.", ((0, 14),)),
            Paragraph("b", Role.BODY, "Four five six.", ((16, 30),)),
            Paragraph("c", Role.BODY, "Seven.", ((32, 38),)),
        ),
        facts=(
            Fact("f", "b", "five", 5, 9, Claim(), machine_start=5, machine_end=9, state=FactState.ACCEPTED),
            Fact("g", "a", "two", 4, 7, Claim(), machine_start=4, machine_end=7, state=FactState.ACCEPTED),
        ),
    )


def quoted(document, key):
    fact = document.fact(key)
    paragraph = document.paragraph(fact.paragraph)
    machine = machine_words(paragraph, SEED)
    printed = None if fact.machine_start is None else machine[fact.machine_start : fact.machine_end]
    return fact.paragraph, paragraph.text[fact.start : fact.end], printed


def solid(document):
    spans = sorted(span for paragraph in document.paragraphs for span in paragraph.spans)
    return "".join("".join(SEED[start:end] for start, end in spans).split())


def test_a_join_carries_words_facts_and_spans_along(document):
    joined = reshape(document, Join("a", "b"), SEED)
    assert [p.text for p in joined.paragraphs] == ["One two three. Four five six.", "Seven."]
    assert joined.paragraph("a").spans == ((0, 14), (16, 30))
    assert quoted(joined, "f") == ("a", "five", "five")
    assert joined.fact("f").anchor is AnchorState.MOVED
    assert quoted(joined, "g") == ("a", "two", "two")


def test_a_quote_joined_to_an_empty_paragraph_has_not_moved(document):
    emptied = replace(document, paragraphs=(replace(document.paragraphs[0], text=""), *document.paragraphs[1:]))
    joined = reshape(emptied, Join("a", "b"), SEED)
    assert quoted(joined, "f")[:2] == ("a", "five")
    assert joined.fact("f").anchor is AnchorState.EXACT


def test_only_neighbours_can_be_joined(document):
    with pytest.raises(CannotReshape, match="right after"):
        reshape(document, Join("a", "c"), SEED)


def test_a_split_carries_words_facts_and_spans_along(document):
    parted = reshape(document, Split("b", 5, "n"), SEED)
    assert [p.text for p in parted.paragraphs] == ["One two three.", "Four", "five six.", "Seven."]
    assert quoted(parted, "f") == ("n", "five", "five")
    assert machine_words(parted.paragraph("n"), SEED) == "five six."


def test_a_split_through_a_quote_loses_it(document):
    parted = reshape(document, Split("b", 7, "n"), SEED)
    assert parted.fact("f").anchor is AnchorState.LOST


def test_a_join_undoes_a_split(document):
    again = reshape(reshape(document, Split("b", 5, "n"), SEED), Join("b", "n"), SEED)
    assert [p.text for p in again.paragraphs] == [p.text for p in document.paragraphs]
    assert quoted(again, "f") == ("b", "five", "five")


@pytest.mark.parametrize("at", [0, 14, 99])
def test_a_split_at_an_end_is_refused(document, at):
    with pytest.raises(CannotReshape):
        reshape(document, Split("b", at, "n"), SEED)


def test_a_paragraph_moves_and_another_is_added(document):
    moved = reshape(document, Move("c", ""), SEED)
    assert [p.key for p in moved.paragraphs] == ["c", "a", "b"]
    added = reshape(moved, Add("n", "c", Role.HEADING, "New"), SEED)
    assert [p.key for p in added.paragraphs] == ["c", "n", "a", "b"]
    assert added.paragraph("n").spans == ()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 15), st.booleans()), max_size=6))
def test_no_reshaping_loses_a_word_of_the_seed_or_misplaces_a_quote(changes):
    document = Document(
        paragraphs=tuple(
            Paragraph(key, Role.BODY, SEED[start:end], ((start, end),))
            for key, start, end in (("a", 0, 14), ("b", 16, 30), ("c", 32, 38))
        ),
        facts=(Fact("f", "b", "five", 5, 9, Claim(), machine_start=5, machine_end=9),),
    )
    for number, (key, at, join) in enumerate(changes):
        keys = [p.key for p in document.paragraphs]
        after = keys[(keys.index(key) + 1) % len(keys)] if key in keys else key
        change = Join(key, after) if join else Split(key, at, f"n{number}")
        try:
            document = reshape(document, change, SEED)
        except CannotReshape:
            continue
    assert solid(document) == "".join(SEED.split())
    fact = document.fact("f")
    assert fact.anchor is AnchorState.LOST or quoted(document, "f")[1] == "five"
