"""The effort of post-editing, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.effort import edit_rate, hter


@pytest.mark.parametrize(
    ("machine", "corrected", "rate"),
    [
        ("The fund opened in May", "The fund opened in May", 0),
        ("The fund opened in May", "The fund closed in May", 1 / 5),
        ("The fund opened May", "The fund opened in May", 1 / 5),
        ("The the fund opened in May", "The fund opened in May", 1 / 5),
        ("the fund opened in May", "The fund opened in May", 1 / 5),
        ("The fund opened , in May", "The fund opened, in May", 0),
        ("a b c d", "x", 4),
        ("a b c d", "", 1),
        ("", "", 0),
        ("", "The fund", 1),
    ],
)
def test_the_rate_is_edits_for_each_corrected_word(machine, corrected, rate):
    assert hter(machine, corrected) == pytest.approx(rate)


def test_a_phrase_moved_counts_as_taken_out_and_put_in():
    assert hter("In May the fund opened here", "the fund opened here In May") == pytest.approx(4 / 6)


@given(st.text(), st.text())
def test_the_edit_rate_lies_between_nothing_and_everything(machine, corrected):
    assert 0 <= edit_rate(machine, corrected) <= 1
    assert edit_rate(machine, machine) == hter(machine, machine) == 0


def test_nothing_kept_is_the_whole():
    assert edit_rate("a b c", "x y") == 1
