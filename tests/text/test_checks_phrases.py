"""Turns of phrase, headlines, and the words of the house."""

import pytest

from articles.text.checks import Checked, CheckedParagraph, CheckedTerm, Level, check
from articles.text.roles import Role
from tests.text.checking import assert_found, expected, plain, problems, rows

HITS = {
    "phrase.pronoun": [
        "She said that {his} company would grow.",
        "Vera Holt founded the mill in 1990. He sold it when {she} was forty.",
        "He opened the fair. {Her} speech was short.",
        "The founder left when she was tired of {him}.",
        "Jan Brand said she would stay, as {his} plan was not ready.",
    ],
    "phrase.verb_colon": [
        "He {said: →said that }the market grew",
        "Ma {believes that: →believes that }it grew",
        "He {pointed out: →pointed out that }users grew",
        "He {thinks:→thinks that }users grew",
        "She {added : →added that }it grew",
    ],
    "phrase.board": [
        "{the board of directors of the Baidu chairman→Baidu chairman} Robin Li",
        "{The board of directors of Tencent chairman and CEO→Tencent chairman and CEO} Ma Huateng",
        "{the board of directors of the Li Ning Group president→Li Ning Group president} Li Ning",
        "{the board of directors Tencent CEO→Tencent CEO} Ma Huateng",
        "{the board of directors of Vanke vice chairman→Vanke vice chairman} Yu Liang",
    ],
    "phrase.surname": [
        "{Ma total →Mr Ma }said it",
        "{Horse always →Mr Horse }smiled",
        "{Li total →Mr Li }believes it",
        "{Thunder always →Mr Thunder }added",
        "{Wang total →Mr Wang }revealed it",
    ],
    "phrase.calque": [
        "the {APP→app} grew",
        "{In addition to,→In addition,} it",
        "a {related person in charge→an official} said",
        "it {was grandly held→was held} here",
        "gave a {theme speech→keynote speech} on it",
        "about {3,5 millions}",
        "{Recall,} it grew",
    ],
}
MISSES = {
    "phrase.pronoun": [
        "He said his firm would grow.",
        "Her wife said he was late.",
        "Vera Holt met Jan Brand. She showed him her mill.",
        "She told the man that his car was ready.",
        "Whoever finds it says what he or she wants.",
        "He met Mrs Holt, and she showed the mill.",
        "It is the mill's own, said the firm.",
    ],
    "phrase.verb_colon": [
        'He said: "yes"',
        "He said: The end",
        "the result: it grew",
        "He said that it",
        "as he said. it: no",
    ],
    "phrase.board": [
        "the board of directors of Baidu met",
        "Baidu chairman Robin Li",
        "the board of directors and the chairman",
        "a board of directors",
        "the board of directors of Baidu: chairman Li",
    ],
    "phrase.surname": ["In total he said", "The total said it", "Ma said", "Ma always wins", "He always said"],
    "phrase.calque": [
        "the app",
        "APPLE",
        "In addition to this",
        "millions of users",
        "I recall, it grew",
        "WhatsAPP-like",
    ],
}


@pytest.mark.parametrize(("rule", "marked"), rows(HITS))
def test_the_fault_is_found_where_it_stands(rule, marked):
    assert_found(rule, marked)


@pytest.mark.parametrize(("rule", "text"), rows(MISSES))
def test_what_only_looks_like_the_fault_is_left_alone(rule, text):
    assert problems(rule, text) == []


@pytest.mark.parametrize(
    "marked", ["It grew{.→}", "Tencent grows up{。→}", "He is 18{.→}", "The end of it{.→}", "We grow, says Ma{.→}"]
)
def test_a_headline_has_no_full_stop(marked):
    assert_found("headline.full_stop", marked, role=Role.HEADLINE)


@pytest.mark.parametrize(
    "text", ["It grew", "Then it grew...", "He joins Tencent Inc.", "Made in the U.S.", "Did it grow?"]
)
def test_some_headlines_end_with_a_point(text):
    assert problems("headline.full_stop", text, role=Role.HEADLINE) == []
    assert problems("headline.full_stop", "It grew.") == []


def headline(text, machine, cut=True, role=Role.HEADLINE):
    return [
        problem
        for problem in check(Checked((CheckedParagraph("h", role, text, machine),), headline_cut=cut))
        if problem.rule == "headline.cut"
    ]


def test_a_headline_that_was_cut_blocks_until_it_is_rewritten():
    machine = "Tencent is the foundation for the development o"
    (problem,) = headline(machine, machine)
    assert (problem.level, machine[problem.start : problem.end]) == (Level.BLOCK, "o")
    assert headline(machine + " ", machine) != []
    assert headline("Tencent is the foundation", machine) == []
    assert headline(machine, machine, cut=False) == []
    assert headline(machine, machine, role=Role.BODY) == []


WECHAT = CheckedTerm(wrong=("micro-letter", "micro letter"), preferred="WeChat", safe=True)
MOMENTS = CheckedTerm(wrong=("circle of friends",), preferred="Moments", safe=False, context=("WeChat", "Tencent"))
MI_FANS = CheckedTerm(wrong=("rice noodles",), preferred="Mi fans", safe=False, case="any")
APPS = CheckedTerm(wrong=("Applet", "applet"), preferred="mini program", safe=True)
TERMS = (WECHAT, MOMENTS, MI_FANS, APPS)


@pytest.mark.parametrize(
    "marked",
    [
        "the {micro-letter→WeChat} grew",
        "the {micro letter→WeChat} of Tencent",
        "Tencent opened its {circle of friends→Moments}.",
        "{Rice Noodles→Mi fans} came",
        "{Applet→Mini program} grew",
        "the {applet→mini program} grew",
        "a {micro\nletter→WeChat}",
    ],
)
def test_the_house_form_is_proposed(marked):
    assert_found("glossary.preferred", marked, terms=TERMS)


@pytest.mark.parametrize(
    "text",
    [
        "WeChat grew",
        "the micro-letters grew",
        "the Micro-Letter grew",
        "a circle of friends",
        "an applets",
    ],
)
def test_other_words_are_not_the_terms(text):
    assert problems("glossary.preferred", text, terms=TERMS) == []


def test_the_context_may_stand_in_another_paragraph():
    found = problems("glossary.preferred", "its circle of friends", terms=TERMS, before=("Tencent grew.",))
    assert [problem.proposals for problem in found] == [("Moments",)]
    assert not found[0].safe


def test_a_safe_term_may_be_put_unasked():
    assert problems("glossary.preferred", "the micro-letter", terms=TERMS)[0].safe


def test_marked_examples_are_read_as_they_are_meant():
    assert plain("sales{ →}, {up}") == "sales , up"
    assert expected("sales{ →}, {up}") == [(5, 6, ""), (8, 10, None)]
