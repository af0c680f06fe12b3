"""What an editor changed, word by word and paragraph by paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.changes import Change, Op, Standing, changes, paragraph_changes, share_changed, words

TEXTS = st.text(st.sampled_from("ab Ab1,.’'\"\n\t 小米。 é\u00a0-"), max_size=40)


def runs(old, new):
    return [(change.op.value, change.text) for change in changes(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The fund.", "The fund.", [("same", "The fund.")]),
        ("", "", []),
        ("", "New words", [("new", "New words")]),
        ("Old words", "", [("gone", "Old words")]),
        ("the fund opened", "The fund opened", [("gone", "the"), ("new", "The"), ("same", " fund opened")]),
        ("sales , up", "sales, up", [("same", "sales"), ("gone", " "), ("same", ", up")]),
        ("orders,and", "orders, and", [("same", "orders,"), ("new", " "), ("same", "and")]),
        ("in the big hall", "in the hall", [("same", "in the"), ("gone", " big"), ("same", " hall")]),
        (
            "up 1,000 units",
            "up 1,200 units",
            [("same", "up "), ("gone", "1,000"), ("new", "1,200"), ("same", " units")],
        ),
        ("达到1700万次", "达到1800万次", [("same", "达到"), ("gone", "1700"), ("new", "1800"), ("same", "万次")]),
        ("小米手机", "小米的手机", [("same", "小米"), ("new", "的"), ("same", "手机")]),
    ],
)
def test_changes_are_found_by_words(old, new, expected):
    assert runs(old, new) == expected


def test_a_rewritten_phrase_is_not_broken_up_by_a_little_word():
    assert runs("He gave speech of the summit today", "He spoke words of the morning today") == [
        ("same", "He "),
        ("gone", "gave speech of the summit"),
        ("new", "spoke words of the morning"),
        ("same", " today"),
    ]


def test_a_word_that_says_something_is_kept_between_two_changes():
    assert ("same", " Tencent ") in runs("yesterday Tencent announced", "Today Tencent said")


@given(TEXTS, TEXTS)
def test_no_letter_of_either_text_is_lost(old, new):
    found = changes(old, new)
    assert "".join(change.text for change in found if change.op is not Op.NEW) == old
    assert "".join(change.text for change in found if change.op is not Op.GONE) == new
    assert all(change.text for change in found)


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(old, new):
    found = changes(old, new)
    assert "".join(change.text for change in found if change.op is not Op.NEW) == old
    assert "".join(change.text for change in found if change.op is not Op.GONE) == new


@given(st.text())
def test_the_words_of_a_text_are_the_text(text):
    assert "".join(word.space + word.text for word in words(text)) == text
    assert all(text[word.start : word.end] == word.text for word in words(text))


@given(TEXTS, TEXTS)
def test_the_share_changed_is_a_share(old, new):
    assert 0 <= share_changed(old, new) <= 1
    assert share_changed(old, old) == 0


def test_half_of_the_words_changed_is_a_half():
    assert share_changed("one two", "one three") == 0.5
    assert share_changed("one two", "three four") == 1
    assert share_changed("", "") == 0


def standings(old, new):
    return [
        (change.key, change.standing.value)
        for change in paragraph_changes([(key, key) for key in old], [(key, key) for key in new])
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", [("a", "same"), ("b", "same"), ("c", "same")]),
        ("abc", "ac", [("a", "same"), ("b", "gone"), ("c", "same")]),
        ("abc", "bc", [("a", "gone"), ("b", "same"), ("c", "same")]),
        ("ac", "abc", [("a", "same"), ("b", "new"), ("c", "same")]),
        ("abc", "axc", [("a", "same"), ("b", "gone"), ("x", "new"), ("c", "same")]),
        ("abcd", "bcda", [("b", "same"), ("c", "same"), ("d", "same"), ("a", "moved")]),
        ("abcd", "dabc", [("d", "moved"), ("a", "same"), ("b", "same"), ("c", "same")]),
        ("abc", "", [("a", "gone"), ("b", "gone"), ("c", "gone")]),
        ("", "ab", [("a", "new"), ("b", "new")]),
        ("", "", []),
    ],
)
def test_paragraphs_are_told_by_their_keys(old, new, expected):
    assert standings(old, new) == expected


def test_a_paragraph_corrected_where_it_stood_is_changed():
    (change,) = paragraph_changes([("a", "the fund")], [("a", "The fund")])
    assert change.standing is Standing.CHANGED
    assert change.changes == (Change(Op.GONE, "the"), Change(Op.NEW, "The"), Change(Op.SAME, " fund"))


def test_a_paragraph_moved_and_corrected_shows_both():
    found = paragraph_changes([("a", "one"), ("b", "two"), ("c", "six")], [("c", "sixty"), ("a", "one"), ("b", "two")])
    assert found[0].standing is Standing.MOVED
    assert found[0].changes == (Change(Op.GONE, "six"), Change(Op.NEW, "sixty"))


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.lists(st.sampled_from("abcdefgh"), unique=True))
def test_every_paragraph_of_both_articles_is_told_of_once_in_the_new_order(old, new):
    found = standings(old, new)
    assert sorted(key for key, _ in found) == sorted({*old, *new})
    assert [key for key, standing in found if standing != "gone"] == new
    still = [key for key, standing in found if standing == "same"]
    assert still == [key for key in old if key in still]
