"""A quote keeps its words through the edits of its paragraph, or says that it lost them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import anchors
from articles.text.anchors import Anchor, AnchorState, follow, joined, locate, shift, split

OLD = "Since 2016, the Tencent acceptance of bad information reports amounted to 17 million times, but also a platform."


def followed(quote, new, old=OLD):
    start = old.index(quote)
    return follow(quote, start, start + len(quote), old, new)


@pytest.mark.parametrize(
    ("quote", "new", "state", "now"),
    [
        ("17 million times", OLD, "exact", "17 million times"),
        ("17 million times", OLD + " More.", "exact", "17 million times"),
        ("17 million times", "In all, " + OLD, "moved", "17 million times"),
        ("17 million times", OLD.replace("Since 2016, the Tencent", "Tencent's"), "moved", "17 million times"),
        ("17 million times", "It came to 17 million times since 2016.", "moved", "17 million times"),
        ("17 million times", OLD.replace("17 million", "17  million"), "moved", "17  million times"),
        ("17 million times", OLD.replace("times", "cases"), "reworded", "17 million cases"),
        (
            "17 million times",
            OLD.replace("17 million times", "17 million or so times"),
            "reworded",
            "17 million or so times",
        ),
        ("17 million times", OLD.replace("17", "18"), "reworded", "18 million times"),
        ("17 million times", "Nothing of it is left.", "lost", "17 million times"),
        ("17 million times", "", "lost", "17 million times"),
        ("17 million times", OLD.replace(" 17 million times", ""), "lost", "17 million times"),
        ("Tencent acceptance", OLD.replace("the Tencent acceptance", "the acceptance by Tencent"), "reworded", None),
        ("2016", OLD.replace("2016", "2017"), "reworded", "2017"),
        ("201", "In all, " + OLD, "moved", "201"),
    ],
)
def test_a_quote_is_followed_through_an_edit(quote, new, state, now):
    anchor = followed(quote, new)
    assert anchor.state == state
    assert now is None or anchor.quote == now
    if anchor.state is AnchorState.LOST:
        assert (anchor.start, anchor.end) == (0, 0)
    else:
        assert new[anchor.start : anchor.end] == anchor.quote


def test_the_rewritten_sentence_is_still_the_evidence():
    new = "Since 2016, Tencent has handled 17 million reports of bad information, and has built a platform."
    quote = "the Tencent acceptance of bad information reports amounted to 17 million times"
    anchor = followed(quote, new)
    assert anchor.state is AnchorState.REWORDED
    assert anchor.quote == "Tencent has handled 17 million reports of bad information"


def test_a_quote_does_not_jump_to_a_sentence_that_looks_alike():
    old = "Tencent sold 17 million phones. It rained. Lenovo sold 12 million phones."
    new = "It rained. Lenovo sold 12 million phones."
    assert followed("Tencent sold 17 million phones", new, old).state is AnchorState.LOST


def test_a_quote_does_not_jump_to_the_same_words_elsewhere():
    old = "He was glad. The market fell for a year. He was glad."
    new = "The market fell for a year. He was glad."
    assert followed("He was glad", new, old).state is AnchorState.LOST


def test_a_sentence_carried_to_the_end_is_moved():
    old = "Tencent sold 17 million phones. It rained for days. The market fell."
    new = "It rained for days. The market fell. Tencent sold 17 million phones."
    anchor = followed("Tencent sold 17 million phones", new, old)
    assert anchor == Anchor(37, 67, "Tencent sold 17 million phones", AnchorState.MOVED)


def test_a_lost_quote_is_found_again_by_its_exact_words_only():
    assert follow("17 million times", 0, 0, "x", OLD).state is AnchorState.MOVED
    assert follow("17 million times", 0, 0, "x", OLD + OLD).state is AnchorState.LOST
    assert follow("18 million times", 0, 0, "x", OLD).state is AnchorState.LOST
    assert follow("7 million", 0, 0, "x", OLD).state is AnchorState.LOST


WORDS = st.lists(
    st.sampled_from(["the", "fund", "Tencent", "said", "17", "million", ",", ".", "小米"]), min_size=1, max_size=12
)


@st.composite
def edits(draw):
    old = " ".join(draw(WORDS))
    start = draw(st.integers(0, len(old) - 1))
    end = draw(st.integers(start + 1, len(old)))
    return old, start, end, draw(st.one_of(WORDS.map(" ".join), st.text(max_size=20)))


@given(edits())
def test_what_is_not_lost_stands_at_its_offsets(edit):
    old, start, end, new = edit
    anchor = follow(old[start:end], start, end, old, new)
    if anchor.state is AnchorState.LOST:
        assert anchor == Anchor(0, 0, old[start:end], AnchorState.LOST)
    else:
        assert anchor.quote
        assert new[anchor.start : anchor.end] == anchor.quote
    if anchor.state is AnchorState.EXACT:
        assert (anchor.start, anchor.end, anchor.quote) == (start, end, old[start:end])


@given(WORDS.map(" ".join), WORDS.map(" ".join), WORDS.map(" ".join), WORDS.map(" ".join))
def test_words_left_alone_and_unique_are_never_reworded_or_lost(left, right, new_left, new_right):
    quote = "Ma Huateng spoke"
    anchor = followed(quote, f"{new_left} {quote} {new_right}", f"{left} {quote} {right}")
    assert anchor.state in {AnchorState.EXACT, AnchorState.MOVED}
    assert anchor.quote == quote


def test_a_join_moves_what_came_second():
    exact = Anchor(3, 7, "fund", AnchorState.EXACT)
    assert shift(3, 7, 10) == (13, 17)
    assert joined(exact, 10) == Anchor(13, 17, "fund", AnchorState.MOVED)
    assert joined(exact, 0) == exact
    assert joined(Anchor(3, 7, "fund", AnchorState.REWORDED), 10).state is AnchorState.REWORDED
    lost = Anchor(0, 0, "fund", AnchorState.LOST)
    assert joined(lost, 10) == lost


def test_a_split_sends_each_quote_to_its_half_and_loses_what_it_cuts():
    text = "One fund. Two funds."
    assert split(Anchor(0, 8, text[0:8], AnchorState.EXACT), 9, 10) == (0, Anchor(0, 8, "One fund", AnchorState.EXACT))
    assert split(Anchor(10, 13, "Two", AnchorState.EXACT), 9, 10) == (1, Anchor(0, 3, "Two", AnchorState.MOVED))
    assert split(Anchor(4, 13, text[4:13], AnchorState.EXACT), 9, 10)[1].state is AnchorState.LOST


@pytest.mark.parametrize(
    ("selected", "before", "after", "expected"),
    [
        ("17 million", "amounted to", "times", "17 million"),
        ("17  million\n", "amounted   to ", " times", "17 million"),
        ("to", "amounted", "17", "to"),
        ("to", "", "", "to"),
        ("also a", "but", "platform.", "also a"),
        ("Since", "the end of another paragraph", "2016", "Since"),
        ("a", "", "", None),
        ("Lenovo", "", "", None),
        ("17 million", "came to", "times", None),
        ("17 million", "", "cases", None),
        ("  ", "", "", None),
    ],
)
def test_a_browsers_selection_is_located_by_its_neighbours(selected, before, after, expected):
    found = locate(selected, before, after, OLD)
    assert (OLD[slice(*found)] if found else None) == expected


@given(st.text(st.sampled_from("ab \n é小"), min_size=1, max_size=30), st.data())
def test_what_is_located_is_what_was_selected(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = locate(text[start:end], text[:start], text[end:], text)
    if found is not None:
        assert text[slice(*found)].split() == text[start:end].split()


@given(st.text("ab. ", max_size=9), st.text("ab. ", max_size=9), st.text("ab. ", max_size=9))
def test_a_quote_before_every_change_is_found_without_a_comparison_where_one_finds_it(kept, old, new):
    before, after = kept + old, kept + new
    for start in range(len(before)):
        for end in range(start + 1, len(before) + 1):
            quick = follow(before[start:end], start, end, before, after)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(anchors, "_stands_before", lambda *_: False)
                assert follow(before[start:end], start, end, before, after) == quick
