"""Faults of sentences: cut, run on, without a verb, repeated, with the wrong article."""

import pytest

from articles.text.checks import Level
from articles.text.roles import Role
from tests.text.checking import assert_found, problems, rows

LONG = "the fund, which grew, was opened, by the city, for the people, and " + "then it grew " * 12 + "again"

HITS = {
    "fragment.begins_cut": ["{,} Lenovo will", "{.} The end", "{;} then", "{)} and then", "{:} yes"],
    "fragment.ends_cut": ["Together {with}", "It was {the}", "He came {and}", "So he {said,}", "It is {of}"],
    "fragment.lower_start": [
        "{the→The} fund",
        "“{yes→Yes},” he said",
        "{users→Users} came",
        "{in→In} addition",
        "({see→See} below)",
    ],
    "fragment.lower_sentence": [
        "It opened. {t→T}he fund grew",
        "It was closed! {t→T}hen he",
        "Was it closed? {h→H}e said",
        "It was done. “{w→W}e know",
        "The boys came. {w→W}e saw",
    ],
    "fragment.bare_ordinal": [
        "{second is→Second,} the talent",
        "{followed by→Next comes} the industry",
        "{third is→Third,} a platform",
        "{The first is→First,} talent",
        "{Second is that→Second,} it grew",
    ],
    "fragment.run_on": [
        "{" + LONG[0].upper() + LONG[1:] + "}.",
        "It grew. {Then " + LONG + "}.",
        "{Then " + LONG + "}. It grew.",
        "{Now " + LONG + "}. {Then " + LONG + "}.",
        "Yes! {So " + LONG + "}.",
    ],
    "fragment.verbless": [
        "{The development of the whole industry}.",
        "It grew. {The construction of a platform}.",
        "{A platform for the whole industry}.",
        "{The future of the internet in China}.",
        "{An open platform for all of China}.",
    ],
    "fragment.no_subject": [
        "{Hope to} serve more users.",
        "{Will continue to grow} in May.",
        "It grew. {Can be seen} here.",
        "{Plans to} open a fund.",
        "{Should also pay} for it.",
    ],
    "repeat.word": [
        "{the the→the} plan",
        "one {of of→of} them",
        "it {is is→is} new",
        "a {fund fund→fund}",
        "{The the→The} plan",
    ],
    "repeat.phrase": [
        "{in the in the→in the} city",
        "{of the fund of the fund→of the fund} grew",
        "it {will be will be→will be} new",
        "he said {that he that he→that he} left",
        "{to open a to open a→to open a} fund",
    ],
    "article.a_an": [
        "{a→an} IPO",
        "{a→an} hour",
        "{an→a} university",
        "{A→An} open fund",
        "{a→an} 18-year-old",
        "{an→a} one-off",
        "{a→an} MBA",
        "{an→a} user",
    ],
    "article.before_name": [
        "{the Tencent→Tencent} said",
        "{The Tencent→Tencent}, he said",
        "{the Ma Huateng→Ma Huateng} said",
        "{the Tencent→Tencent}'s fund",
        "of {the Tencent→Tencent}.",
        "{the Tencent→Tencent} focusing on",
    ],
    "article.missing": [
        "it set up {fund→a fund} for them",
        "it launched {website→a website}.",
        "it has established {alliance→an alliance} with it",
        "they built {new school→a new school} in May",
        "it became {university→a university}.",
    ],
}

MISSES = {
    "fragment.begins_cut": ["The end", "... and then", ".NET grew", "(a) the", "“Yes”"],
    "fragment.ends_cut": ["He came in.", "It is on", "He said so", "the plan B", "It opened."],
    "fragment.lower_start": [
        "The fund",
        "iQIYI said",
        "eBay said",
        "vivo said",
        "e-commerce grew",
        "18 people",
        "ofo said",
    ],
    "fragment.lower_sentence": [
        "It opened. The",
        "e.g. the fund",
        "approx. ten",
        "It opened. iQIYI grew",
        "U.S. firms",
    ],
    "fragment.bare_ordinal": [
        "The second half is over",
        "Second, it grew",
        "First of all, it",
        "A third of it is left",
        "This is followed by it",
    ],
    "fragment.run_on": [
        "It grew.",
        "It grew, and grew, and grew, and grew, and grew.",
        "a " * 60 + ".",
        "",
        "One. " * 50,
    ],
    "fragment.verbless": [
        "The development of the industry is fast.",
        "The industry developed in May for us.",
        "It grew.",
        "The users of the fund like it and has grown.",
        "The boy on the hill sings.",
    ],
    "fragment.no_subject": [
        "Will it grow?",
        "Can you see it?",
        "The plan will grow.",
        "May came.",
        "Will the fund grow?",
    ],
    "repeat.word": ["the theme", "Duran Duran", "in in-house use", "the plan", "all allies", "it's its"],
    "repeat.phrase": [
        "in the city in the fund",
        "of the fund",
        "to be or not to be",
        "so on and so forth",
        "in the in",
    ],
    "article.a_an": [
        "an IPO",
        "an hour",
        "a university",
        "A and B",
        "vitamin A is",
        "a European fund",
        "a NASA fund",
        "an FBI man",
        "a UK fund",
        "Series A investment",
        "a SIM card",
        "an MBA",
        "a one-off",
        "an 8 percent fall",
        "a LED lamp",
        "a and an",
    ],
    "article.before_name": [
        "the Tencent chairman",
        "the Tencent-backed fund",
        "Tencent said",
        "the World Bank said",
        "the Tencent WeChat team",
        "breathe Tencent said",
        "the QQ said",
    ],
    "article.missing": [
        "it set up a fund",
        "it set up funds",
        "it built school buses",
        "it launched website tools",
        "the website.",
    ],
}

NAMES = ("Tencent", "Ma Huateng", "World Bank", "QQ")


@pytest.mark.parametrize(("rule", "marked"), rows(HITS))
def test_the_fault_is_found_where_it_stands(rule, marked):
    assert_found(rule, marked, names=NAMES)


@pytest.mark.parametrize(("rule", "text"), rows(MISSES))
def test_what_only_looks_like_the_fault_is_left_alone(rule, text):
    assert problems(rule, text, names=NAMES) == []


def test_a_capital_is_put_unasked_only_where_a_new_sentence_begins():
    assert problems("fragment.lower_start", "the fund", before=("It ended.",))[0].safe
    assert not problems("fragment.lower_start", "the fund", before=("Together with",))[0].safe


def test_a_name_in_lower_case_may_begin_a_paragraph():
    assert problems("fragment.lower_start", "xiami said", names=("xiami",)) == []


def test_words_that_may_stand_twice_are_only_mentioned():
    (had,) = problems("repeat.word", "he had had it")
    assert (had.level, had.safe) == (Level.INFO, False)


SAID = "Tencent has established a website, a hotline and a channel for reporting bad products to it."


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        (SAID, SAID),
        (SAID, SAID.upper()),
        (SAID, SAID.replace("bad ", "poor ")),
        ("Yes.", "Yes"),
        (SAID, SAID.replace(", a hotline", ", hotline")),
    ],
)
def test_a_paragraph_that_was_there_before_is_found(earlier, text):
    assert len(problems("repeat.paragraph", text, before=("Another one.", earlier))) == 1


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        (SAID, "Tencent has established a fund, a school and a prize for the young engineers of the town."),
        ("Yes.", "No."),
        ("It is one.", "It is two."),
        (SAID, SAID + " " + SAID),
        ("", ""),
    ],
)
def test_paragraphs_that_differ_may_both_stay(earlier, text):
    assert problems("repeat.paragraph", text, before=(earlier,)) == []


def test_the_first_of_two_equal_paragraphs_is_not_the_repeat():
    assert problems("repeat.paragraph", SAID, after=(SAID,)) == []


def test_a_heading_needs_no_verb_and_may_end_anywhere():
    for rule in ("fragment.verbless", "fragment.ends_cut", "fragment.no_subject"):
        assert problems(rule, "The development of the industry with", role=Role.HEADING) == []
