"""Whatever is joined, split, moved or written anew, every paragraph of both articles is told of once, to the letter."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from articles.text.changes import Op, Standing
from articles.text.moves import BREAK, Told, reshaped

SENTENCES = st.lists(
    st.sampled_from(
        ["The mill opened on Monday.", "Nobody came to see it.", "It cost 3 million euros.", "Why?", "Dorn"]
    ),
    max_size=3,
).map(" ".join)
ARTICLES = st.lists(st.tuples(st.sampled_from("abcdefgh"), SENTENCES), max_size=6, unique_by=lambda pair: pair[0]).map(
    lambda pairs: [Told(key, text) for key, text in pairs]
)


def side(change, left_out):
    return "".join(run.text for run in change.changes if run.op is not left_out)


@given(ARTICLES, ARTICLES)
def test_every_new_paragraph_is_told_of_once_in_its_order(old, new):
    told, keys = [], []
    for each in reshaped(old, new):
        if each.change.standing is not Standing.GONE:
            told += side(each.change, Op.GONE).split(BREAK)
            keys += [each.change.key, *(each.others if each.change.standing is Standing.SPLIT else ())]
    assert sorted(keys) == sorted(each.key for each in new)
    assert Counter(told) == Counter(each.text for each in new)


@given(ARTICLES, ARTICLES)
def test_no_old_paragraph_is_forgotten(old, new):
    told = []
    for each in reshaped(old, new):
        if each.change.standing is not Standing.NEW:
            told += side(each.change, Op.NEW).split(BREAK)
    assert Counter(told) == Counter(each.text for each in old)


@given(ARTICLES)
def test_nothing_is_said_of_an_article_that_stayed_as_it_was(article):
    assert {each.change.standing for each in reshaped(article, article)} <= {Standing.SAME}
