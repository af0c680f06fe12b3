"""The original's paragraphs laid beside the machine's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.beside import beside


@pytest.mark.parametrize(
    ("original", "lengths", "laid"),
    [
        ("一\n二\n三", (5, 9, 700), ("一", "二", "三")),
        ("一\n\n二\r\n", (5, 9), ("一", "二")),
        ("一二三四\n五六", (40, 20, 20), ("一二三四", "", "五六")),
        ("一\n二\n三\n四", (50, 50), ("一\n二", "三\n四")),
        ("", (5, 9), ("", "")),
        ("一", (0, 0), ("", "一")),
        ("一\n二", (), ()),
    ],
)
def test_each_stands_where_it_has_its_place_in_the_whole(original, lengths, laid):
    assert beside(original, lengths) == laid


@given(st.lists(st.text("一二三 \n", max_size=30), max_size=20), st.lists(st.integers(0, 900), min_size=1, max_size=20))
def test_none_is_left_out_and_none_is_told_twice(paragraphs, lengths):
    original = "\n".join(paragraphs)
    lines = [line.strip() for line in original.splitlines() if line.strip()]
    laid = beside(original, lengths)
    assert len(laid) == len(lengths)
    assert [line for each in laid for line in each.split("\n") if line] == lines
