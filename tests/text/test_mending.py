"""What is safe to fix, and what a fix leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.anchors import AnchorState
from articles.text.checks import CheckedTerm, Level
from articles.text.correction import tidied
from articles.text.document import Document, Fact, Judgement, Metadata, Paragraph
from articles.text.facts.kinds import Claim
from articles.text.mending import mend
from articles.text.readiness import checked, open_problems, problems
from articles.text.roles import Role

TERM = CheckedTerm(("micro letter",), "WeChat", safe=True)


def document(text, role=Role.BODY, facts=(), judgements=(), **about):
    paragraph = Paragraph("p", role, text, ((0, len(text)),))
    return Document(Metadata(**about), (paragraph,), facts, judgements=judgements)


def mended(text, terms=(), **more):
    before = document(text, **more)
    return mend(before, checked(before, text, terms), open_problems(before, text, terms))


def assert_becomes(after, text, **more):
    assert mended(text, **more).document.paragraphs[0].text == after


def test_one_fix_may_bring_the_next_about():
    assert_becomes("Sales rose, he said.", "Sales&nbsp;&nbsp;rose , he said.")


def test_letters_come_before_marks():
    assert_becomes("The company’s sales rose.", "The companyâ\x80\x99s sales rose.")
    assert_becomes("The company’s sales rose.", "The company\x92s sales rose.")


def test_a_cut_headline_is_left_to_an_editor():
    assert_becomes("The mill opens to the the", "The mill opens to the the", role=Role.HEADLINE, headline_cut=True)
    assert_becomes("The mill opens to the", "The mill opens to the the", role=Role.HEADLINE)


@pytest.mark.parametrize(
    "text",
    [
        "He sent an e-mail to an x-ray lab in a Utah town, with a Ugandan and a Uyghur.",
        "What it is is clear, and Plan A a success.",
        "It is N,N-dimethyl, said Asia Pulp (APP).",
        "NEW APP OUT",
        "He drives a SUV.",
        "He waited … and left with ”yes.",
        "a) the first of all.",
    ],
)
def test_what_may_be_right_is_left(text):
    assert_becomes(text, text)


def test_what_somebody_dismissed_is_left():
    text = "He sent it to an an old friend."
    (found,) = [each for each in problems(document(text), text) if each.safe]
    judged = (Judgement(found.rule, found.fingerprint, "p", "It is right.", 1),)
    assert_becomes(text, text, judgements=judged)
    assert_becomes("He sent it to an old friend.", text)


def test_a_fix_that_changes_a_number_is_not_made():
    assert_becomes("It has 1,,000 users.", "It has 1,,000 users.")
    assert_becomes("It has 1,000 users.", "It has 1，000 users.")


def test_a_term_that_may_be_right_is_not_put():
    assert_becomes(
        "A micro letter came.", "A micro letter came.", terms=(CheckedTerm(("micro letter",), "WeChat", False),)
    )
    assert_becomes("The WeChat team.", "The micro letter team.", terms=(TERM,))


def test_no_guard_asks_about_a_fix():
    for text in ("The micro letter team of Tencent has １２ people.", "In 2016， 5 %"):
        done = mended(text, (TERM,)).document
        assert done.paragraphs[0].text != text
        assert not [each for each in problems(done, text, (TERM,)) if each.level is Level.BLOCK]


def test_an_editor_is_asked_about_a_name_that_is_no_safe_term():
    text, unsafe = "The micro letter team.", CheckedTerm(("micro letter",), "WeChat", safe=False)
    edited = document(text.replace("micro letter", "WeChat"))
    assert [each.rule for each in problems(edited, text, (unsafe,)) if each.level is Level.BLOCK] == ["name.changed"]


def test_no_guard_asks_about_another_word_for_what_a_safe_term_is_about():
    text = "They pay with micro letter there."
    edited = document(text.replace("micro letter", "a messenger"))
    assert not [each for each in problems(edited, text, (TERM,)) if each.level is Level.BLOCK]


def test_a_quote_and_its_values_go_with_the_words():
    text = "He said sales rose by 38 % , a record."
    quote = "sales rose by 38 % , a record"
    values = Claim(statement=quote, claimant="He")
    fact = Fact("f", "p", quote, 8, 8 + len(quote), values, values, 8, 8 + len(quote))
    (kept,) = mended(text, facts=(fact,)).document.facts
    assert kept.quote == kept.values.statement == "sales rose by 38%, a record"
    assert (kept.anchor, kept.suggested, kept.machine_end) == (AnchorState.EXACT, kept.values, 8 + len(quote))


def test_the_fixes_are_told_by_rule():
    assert mended("A  big , red  dog.").told == "space.doubled 2, space.before_mark 1"


PIECES = (
    "the", "The", "Tencent", "micro letter", '"', "“", "”", "(", ")", "17", "1，000", " ", "  ", ",", ".", "，", "。",
    "the the",
    "a IPO", "an European", "â€™", "Ã©", "&amp;", "&nbsp;", "&#8217;", "\u00a0", "\u200b", "APP", "WIFI", "\x92",
    "e\u0301",
    "%", "…", "～", "１２", "said", "\ufeff",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=50),
)


@given(TEXTS, st.sampled_from([Role.BODY, Role.HEADLINE]))
def test_mending_leaves_sound_text_with_nothing_safe_in_it_and_no_guard_asking(text, role):
    before = document(text, role)
    done = mend(before, checked(before, text, (TERM,)), open_problems(before, text, (TERM,)))
    after = done.document.paragraphs[0].text
    left = problems(done.document, text, (TERM,))
    if not done.fixes:
        assert after == text
        return
    assert after == tidied(after)
    assert not [each for each in left if each.safe or each.rule in {"number.changed", "name.changed"}]
    assert mend(done.document, checked(done.document, text, (TERM,)), left).document == done.document


@given(st.data())
def test_a_quote_is_where_it_is_said_to_be_after_mending(data):
    text = data.draw(TEXTS.filter(lambda text: len(text) > 3))
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    values = Claim(statement=text[start:end])
    fact = Fact("f", "p", text[start:end], start, end, values, values, start, end)
    done = mended(text, (TERM,), facts=(fact,)).document
    (kept,) = done.facts
    assert kept.anchor is not AnchorState.LOST
    assert done.paragraphs[0].text[kept.start : kept.end] == kept.quote
