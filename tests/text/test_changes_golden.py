"""Twenty kinds of edit that editors of translated news really make, and exactly what the difference says of each.

``[gone]`` and ``‹new›`` stand for the runs that went and came; everything else is unmarked, and so must it be shown.
"""

import pytest

from articles.text.changes import Op, Standing, changes
from articles.text.moves import BREAK, Told, reshaped

LEAD = "The bridge over the Aller was closed on Tuesday after a crack was found in its second pillar."
QUOTE = "“We will not reopen it before we understand the crack,” said the engineer Ilse Rahn."
COST = "Repairs are expected to cost 3.4 million euros and to take until June."


def told(runs):
    marks = {Op.SAME: "{}", Op.GONE: "[{}]", Op.NEW: "‹{}›"}
    return "".join(marks[run.op].format(run.text.replace(BREAK, "¶")) for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("It reaches 17 million users.", "It reaches 17 million people.",
                     "It reaches 17 million [users]‹people›.", id="a wrong word"),
        pytest.param("WeChat have grown.", "WeChat has grown.", "WeChat [have]‹has› grown.", id="agreement"),
        pytest.param("He went to summit in Wuzhen.", "He went to the summit in Wuzhen.",
                     "He went to‹ the› summit in Wuzhen.", id="a missing article"),
        pytest.param("The sales , he said , rose.", "The sales, he said, rose.",
                     "The sales[ ], he said[ ], rose.", id="blanks before commas"),
        pytest.param("He said:\"No\".", "He said: “No.”", "He said:[\"]‹ “›No[\"].‹”›", id="quotation marks turned"),
        pytest.param("sales grew by 1.5 %", "sales grew by 1.5%", "sales grew by 1.5[ ]%", id="a blank before %"),
        pytest.param("up to 1,000,000 units", "up to 1,200,000 units",
                     "up to [1,000,000]‹1,200,000› units", id="a number"),
        pytest.param("said Ma Hua Teng today", "said Ma Huateng today", "said Ma [Hua Teng]‹Huateng› today",
                     id="a name joined"),
        pytest.param("the World Internet conference", "the World Internet Conference",
                     "the World Internet [conference]‹Conference›", id="a capital"),
        pytest.param("a well known firm", "a well-known firm", "a [well known]‹well-known› firm", id="a hyphen"),
        pytest.param("It opened Monday in Dorn.", "On Monday it opened in Dorn.",
                     "[It]‹On Monday it› opened[ Monday] in Dorn.", id="words put first"),
        pytest.param("It is a very, very big dam.", "It is a big dam.", "It is a[ very, very] big dam.",
                     id="words struck out"),
        pytest.param("The mayor spoke.", "The mayor spoke, visibly tired.", "The mayor spoke‹, visibly tired›.",
                     id="words added at the end"),
        pytest.param("The price rose. Nobody complained.", "The price rose, but nobody complained.",
                     "The price rose[. Nobody]‹, but nobody› complained.", id="two sentences made one"),
        pytest.param("It is not clear,and nobody asks.", "It is not clear, and nobody asks.",
                     "It is not clear,‹ ›and nobody asks.", id="a blank after a comma"),
        pytest.param("达到1700万次", "达到1800万次", "达到[1700]‹1800›万次", id="a number in Chinese text"),
    ],
)  # fmt: skip
def test_an_edit_inside_a_paragraph_is_told_word_by_word(old, new, expected):
    assert told(changes(old, new)) == expected


def article(**texts):
    return [Told(key, text) for key, text in texts.items()]


def told_of(old, new):
    return [(each.change.key, each.change.standing.value, each.others, told(each.change.changes))
            for each in reshaped(old, new)]  # fmt: skip


def test_a_paragraph_joined_to_the_one_before_shows_nothing_but_the_break():
    found = told_of(article(a=LEAD, b=QUOTE, c=COST), article(a=f"{LEAD} {QUOTE}", c=COST))
    assert found == [("a", "joined", ("b",), f"{LEAD}[¶]‹ ›{QUOTE}"), ("c", "same", (), COST)]


def test_a_paragraph_joined_to_the_one_behind_shows_nothing_but_the_break():
    found = told_of(article(a=LEAD, b=QUOTE, c=COST), article(b=f"{LEAD} {QUOTE}", c=COST))
    assert found == [("b", "joined", ("a",), f"{LEAD}[¶]‹ ›{QUOTE}"), ("c", "same", (), COST)]


def test_three_paragraphs_made_one():
    found = told_of(article(a=LEAD, b=QUOTE, c=COST), article(a=f"{LEAD} {QUOTE} {COST}"))
    assert found == [("a", "joined", ("b", "c"), f"{LEAD}[¶]‹ ›{QUOTE}[¶]‹ ›{COST}")]


def test_a_paragraph_split_in_two_shows_nothing_but_the_break():
    found = told_of(article(a=f"{LEAD} {QUOTE}", c=COST), article(a=LEAD, n=QUOTE, c=COST))
    assert found == [("a", "split", ("n",), f"{LEAD}[ ]‹¶›{QUOTE}"), ("c", "same", (), COST)]


def test_a_paragraph_joined_and_corrected_shows_the_correction_alone():
    found = told_of(article(a=LEAD, b=QUOTE), article(a=f"{LEAD} {QUOTE}".replace("second", "third")))
    (key, standing, others, runs) = found[0]
    assert (key, standing, others) == ("a", "joined", ("b",))
    assert runs == f"{LEAD}[¶]‹ ›{QUOTE}".replace("second", "[second]‹third›")


def test_a_paragraph_moved_is_called_moved_and_no_word_of_it_is_marked():
    found = told_of(article(a=LEAD, b=QUOTE, c=COST), article(c=COST, a=LEAD, b=QUOTE))
    assert found == [("c", "moved", (), COST), ("a", "same", (), LEAD), ("b", "same", (), QUOTE)]


def test_a_paragraph_dropped_here_and_pasted_there_is_moved_not_gone_and_new():
    found = told_of(article(a=LEAD, b=QUOTE, c=COST), article(x=COST, a=LEAD, b=QUOTE))
    assert found == [("x", "moved", (), COST), ("a", "same", (), LEAD), ("b", "same", (), QUOTE)]


def test_a_paragraph_really_gone_and_another_really_new_are_called_so():
    found = told_of(article(a=LEAD, b=QUOTE), article(a=LEAD, n=COST))
    assert [each[:2] for each in found] == [("a", "same"), ("b", "gone"), ("n", "new")]


def test_a_paragraph_that_took_over_a_few_words_of_a_dropped_one_was_not_joined():
    some = f"{LEAD} The engineer Ilse Rahn was there."
    assert [each[1] for each in told_of(article(a=LEAD, b=QUOTE), article(a=some))] == ["changed", "gone"]


def test_a_joined_paragraph_rewritten_beyond_recognition_is_known_by_its_place_in_the_seed():
    old = [Told("a", LEAD, ((0, 90),)), Told("b", QUOTE, ((92, 170),))]
    new = [Told("a", "Nobody crosses the Aller there before summer.", ((0, 90), (92, 170)))]
    (only,) = reshaped(old, new)
    assert (only.change.standing, only.others) == (Standing.JOINED, ("b",))


def test_a_dropped_paragraph_is_not_joined_to_its_neighbour_by_its_place_alone():
    old = [Told("a", LEAD, ((0, 90),)), Told("b", QUOTE, ((92, 170),))]
    assert [each.change.standing for each in reshaped(old, [Told("a", LEAD, ((0, 90),))])] == ["same", "gone"]
