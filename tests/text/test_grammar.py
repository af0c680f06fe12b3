"""Harper's second opinion: what it is asked, what is taken of it, and that Galley does without."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.text.checks import Checked, CheckedParagraph, CheckedTerm, check, grammar
from articles.text.document import Document, Paragraph
from articles.text.readiness import open_problems, problems, problems_and_remarks
from articles.text.roles import Role
from tests.text.sentences import PAIRS

FAULTY = "The minister did not went to the opening."


def remarks(text, role=Role.BODY, **more):
    article = Checked((CheckedParagraph("p", role, text, text),), **more)
    return list(grammar.second_opinion(article, check(article)))


def test_a_remark_says_where_what_and_what_else_to_write():
    (remark,) = remarks(FAULTY)
    assert (remark.rule, remark.level, remark.safe) == ("grammar.DidPast", "info", False)
    assert (FAULTY[remark.start : remark.end], remark.proposals) == ("went", ("go",))


def test_places_are_counted_in_code_points():
    (remark,) = remarks("😀😀 " + FAULTY)
    assert ("😀😀 " + FAULTY)[remark.start : remark.end] == "went"


def test_a_mended_sentence_gets_no_remark():
    assert {mended: remarks(mended) for _, mended in PAIRS if remarks(mended)} == {}


def test_a_quarter_of_the_faulty_sentences_gets_one():
    assert sum(bool(remarks(faulty)) for faulty, _ in PAIRS) >= len(PAIRS) // 4


@pytest.mark.parametrize("rule", sorted(grammar.RULES))
def test_every_rule_on_the_list_finds_a_fault(rule):
    words = {"CapitalizePersonalPronouns": "He said that i think so."}
    faulty = [words[rule]] if rule in words else [faulty for faulty, _ in PAIRS]
    assert any(remark.rule == f"grammar.{rule}" for text in faulty for remark in remarks(text))


def test_what_a_check_of_our_own_says_is_not_said_again():
    article = Checked((CheckedParagraph("p", Role.BODY, FAULTY, FAULTY),))
    (remark,) = grammar.second_opinion(article)
    assert not list(grammar.second_opinion(article, [remark]))


def test_names_are_taught():
    terms = (CheckedTerm(("x",), "Qingling Yulan", safe=False),)
    remarks("The people of Liushu sold it to Botao.", terms=terms, names=("Geng",))
    assert {"Qingling", "Yulan", "Geng", "Botao"} <= grammar._HARPER.taught


def test_dropped_lines_get_no_remark():
    assert not remarks(FAULTY, role=Role.DROPPED)


def test_many_threads_may_ask_at_once():
    texts = [f"{FAULTY} It was number {number}." for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert all(len(found) == 1 for found in pool.map(remarks, texts))


def test_a_remark_counts_as_no_problem_and_stands_in_reading_order():
    text = "He came , he saw. " + FAULTY + " He left  it."
    document = Document(paragraphs=(Paragraph("p", Role.BODY, text, ((0, len(text)),)),))
    assert [each.rule for each in problems_and_remarks(document, text)] == [
        "space.before_mark",
        "grammar.DidPast",
        "space.doubled",
    ]
    assert not any(each.is_remark for each in (*problems(document, text), *open_problems(document, text)))


def test_galley_works_without_harper(monkeypatch):
    monkeypatch.setattr(grammar, "harper", None)
    assert remarks(FAULTY) == []
