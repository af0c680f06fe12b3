"""Numbers and names that a correction changed are confirmed one by one; an ordinary correction raises none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.checks import Checked, CheckedParagraph, Level, check
from articles.text.checks.numbers import numbers
from articles.text.roles import Role


def guarded(rule, machine, text, names=(), role=Role.BODY):
    article = Checked((CheckedParagraph("p1", role, text, machine),), names=names)
    return [problem for problem in check(article) if problem.rule == rule]


def told(rule, machine, text, **more):
    return sorted(problem.message.split("”")[0].strip("“") for problem in guarded(rule, machine, text, **more))


@pytest.mark.parametrize(
    ("machine", "text", "expected"),
    [
        ("sold 17 million phones", "sold 18 million phones", ["17 million", "18 million"]),
        ("sold 17 million phones", "sold phones", ["17 million"]),
        ("sold phones", "sold 17 phones", ["17"]),
        ("grew 3%", "grew 3 percentage points", ["3 percentage points", "3%"]),
        ("grew 3% in May 2016", "grew 3% in June 2016", ["June", "May"]),
        ("on November 18", "on November 19", ["18", "19"]),
        ("the third session", "the fourth session", ["fourth", "third"]),
        ("2.6 hundred million users", "26 million users", ["2.6 hundred million", "26 million"]),
        ("thousands of users", "hundreds of users", ["hundreds", "thousands"]),
        ("in 2016 and 2016", "in 2016", ["2016"]),
        ("3.200 square metres", "3,200 square metres", ["3,200", "3.200"]),
        ("a loss of -3%", "a loss of 3%", ["-3%", "3%"]),
        ("", "founded in 2016 by 5 people", ["2016", "5"]),
        ("half of the users", "all of the users", ["half"]),
    ],
)
def test_a_changed_number_is_told_of_once_for_each_side(machine, text, expected):
    assert told("number.changed", machine, text) == expected


@pytest.mark.parametrize(
    ("machine", "text"),
    [
        ("17 million times", "17,000,000 cases"),
        ("seventeen million", "17 million"),
        ("November 18th", "18 November"),
        ("the eighteenth of November", "18 November"),
        ("the third session", "the 3rd session"),
        ("third is a platform", "Third, a platform"),
        ("second is the talent", "The talent comes next"),
        ("one of the founder", "a founder"),
        ("1 billion 340 million parcels", "1.34 billion parcels"),
        ("21 thousand and 600 stations", "21,600 stations"),
        ("2.6 hundred million", "260 million"),
        ("3 percent points", "3 percentage points"),
        ("38 percent", "38%"),
        ("2,3 billion rubles", "2.3 billion roubles"),
        ("1.250.000 euros", "1,250,000 euros"),
        ("2015 year 3 month 8 day", "8 March 2015"),
        ("2016-11-18", "18 November 2016"),
        ("08.11.2022", "8 November 2022"),
        ("1700万", "17 million"),
        ("two hundred and five", "205"),
        ("twenty-one people", "21 people"),
        ("first of all, users", "Users"),
        ("it may grow", "it can grow"),
        ("30&nbsp;000 &amp; 5", "30 000 & 5"),
        ("QQ2016B and H1N1", "that"),
    ],
)
def test_another_way_to_write_a_value_is_no_change(machine, text):
    assert told("number.changed", machine, text) == []


def test_numbers_are_read_with_their_magnitudes_and_signs():
    text = "Since 2016, between 17 and 18 million users, up 2.5%."
    assert [(number.value, number.kind) for number in numbers(text)] == [
        ("2016", ""),
        ("17", ""),
        ("18000000", ""),
        ("2.5", "%"),
    ]


def test_a_long_number_keeps_all_its_figures():
    long = "1234567890123456789012345678901234567890"
    assert told("number.changed", f"call {long}", f"call {long[:-1]}1") == [long, f"{long[:-1]}1"]


def test_each_changed_number_blocks_and_points_at_the_words_in_its_place():
    machine, text = "It sold 17 million phones in May.", "It sold 18 million phones in May."
    found = guarded("number.changed", machine, text)
    assert {problem.level for problem in found} == {Level.BLOCK}
    assert {text[problem.start : problem.end] for problem in found} == {"18 million", "18"}
    assert len({problem.fingerprint for problem in found}) == 2


def test_a_confirmation_outlives_edits_elsewhere_but_not_of_the_number():
    machine = "Early on it rained. It sold 17 million phones in May."
    first = guarded("number.changed", machine, "Early on it rained. It sold 18 million phones in May.")
    edited = guarded("number.changed", machine, "At first it snowed. It sold 18 million phones in May.")
    other = guarded("number.changed", machine, "Early on it rained. It sold 19 million phones in May.")
    marks = [{problem.fingerprint for problem in found} for found in (first, edited, other)]
    assert marks[0] == marks[1]
    assert not {problem.fingerprint for problem in first if "18" in problem.message} & marks[2]


def test_the_same_change_in_two_paragraphs_is_confirmed_twice():
    article = Checked(tuple(CheckedParagraph(key, Role.BODY, "sold 18 phones", "sold 17 phones") for key in "ab"))
    found = [problem for problem in check(article) if problem.rule == "number.changed"]
    assert len({problem.fingerprint for problem in found}) == len(found) == 4


@pytest.mark.parametrize(
    ("machine", "text", "expected"),
    [
        ("said Ma Huateng of Tencent.", "said Pony Ma of Tencent.", ["Huateng", "Pony"]),
        ("he said that Tencent grew", "he said that Alibaba grew", ["Alibaba", "Tencent"]),
        ("it grew in Beijing", "it grew", ["Beijing"]),
        ("it grew", "WeChat grew", ["WeChat"]),
        ("it grew", "the company QQ grew", ["QQ"]),
        ("it grew", "Li Yanhong said it grew", ["Li Yanhong"]),
        ("it grew on Tuesday", "it grew on Wednesday", ["Tuesday", "Wednesday"]),
        ("a Chinese firm", "a Korean firm", ["Chinese", "Korean"]),
        (
            "Tencent bought it, and Alibaba sold it. Tencent and Alibaba fell.",
            "Alibaba bought it, and Alibaba sold it. Tencent and Alibaba fell.",
            ["Alibaba", "Tencent"],
        ),
        ("", "The report came from Siemens in Berlin.", ["Berlin", "Siemens"]),
        ("the iPhone sold well", "the phone sold well", ["iPhone"]),
    ],
)
def test_a_changed_name_is_told_of_once_for_each_side(machine, text, expected):
    assert told("name.changed", machine, text) == expected


@pytest.mark.parametrize(
    ("machine", "text"),
    [
        ("the Tencent chairman", "Tencent's chairman"),
        ("the World Conference on the Internet", "the World Internet Conference"),
        ("We Chat and QQ has become", "WeChat and QQ have become"),
        ("WeChat has", "We Chat has"),
        ("followed by the industry", "Next comes the industry. Users were happy. Additionally, it grew."),
        ("Ma Huateng said that it grew.", "It grew, Ma Huateng said."),
        ("it launched, Tencent said", "Tencent launched it, Tencent said"),
        ("QQ IOT shoes and the APP", "QQ IoT shoes and the app"),
        ("a Speech under the title", "a talk entitled"),
        ("JoÃ£o said", "João said"),
        ("R&amp;D of AT&amp;T", "R&D of AT&T"),
        ("he said on Tuesday", "he said"),
        ("a Chinese firm", "a firm"),
        ("the CEO Ma Huateng", "the chief executive, Ma Huateng"),
        ("founders were happy", "Founders were happy. Supporting them took time. Consumers agreed."),
        ("in May 2016", "in June 2016"),
        ("I think so", "we think so"),
        ("Tencent TENCENT", "Tencent"),
    ],
)
def test_an_ordinary_correction_changes_no_name(machine, text):
    assert told("name.changed", machine, text) == []


def test_a_sentence_may_begin_with_a_name_the_article_knows():
    assert told("name.changed", "it grew.", "Boeing grew.", names=("Boeing",)) == ["Boeing"]
    assert told("name.changed", "it grew.", "Hoping for more, it grew.", names=("Boeing",)) == []


def test_a_headline_in_title_case_is_no_list_of_names():
    machine = "Ma Huateng WeChat and QQ has become basic tool"
    assert (
        told("name.changed", machine, "Ma Huateng: WeChat and QQ Are Tools Everybody Needs", role=Role.HEADLINE) == []
    )


def test_dropped_lines_are_not_guarded():
    assert guarded("number.changed", "17", "18", role=Role.DROPPED) == []
    assert guarded("number.changed", "17", "18", role=Role.DATELINE) != []


MACHINE = (
    "third is a platform and social responsibility. Tencent products such as WeChat and QQ has become a basic tool for "
    "national communications. Since 2016, the Tencent acceptance and disposal of bad information users report amounted "
    "to 17 million times, but also to build a WeChat rumor platform. Ma Huateng said that the evolution of an "
    "enterprise's responsibility, but the foundation will not change."
)
CORRECTED = (
    "Third, Tencent is a platform with a responsibility to society. Products such as WeChat and QQ have become basic "
    "tools of communication nationwide. Since 2016 the company has received and handled 17 million reports of harmful "
    "information from users, and WeChat has built a platform against rumours. Responsibilities evolve, Ma Huateng "
    "said, but their foundation does not."
)


def test_a_thorough_correction_of_bad_english_raises_nothing():
    assert guarded("name.changed", MACHINE, CORRECTED) == []
    assert guarded("number.changed", MACHINE, CORRECTED) == []


PIECES = st.lists(
    st.sampled_from(
        ["Tencent", "17", "million", "and", "3%", "May", "2016", "third", ".", ",", "the", "Ma", "万", "-", "one"]
    ),
    max_size=14,
).map(" ".join)


@given(st.one_of(PIECES, st.text()), st.one_of(PIECES, st.text()))
def test_any_correction_can_be_guarded(machine, text):
    for rule in ("number.changed", "name.changed"):
        for problem in guarded(rule, machine, text):
            assert 0 <= problem.start <= problem.end <= len(text)


@given(PIECES)
def test_untouched_words_are_never_guarded(text):
    assert guarded("number.changed", text, text) == guarded("name.changed", text, text) == []
