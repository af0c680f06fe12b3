"""The checks of a whole article, and what is true of all of them."""

import json
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.text.checks import CHECKS, Checked, CheckedParagraph, CheckedTerm, Level, check, check_paragraph
from articles.text.correction import tidied
from articles.text.roles import Role

GOLD = Path(__file__).parents[1] / "corpus" / "000_ffe9435999e86a28.gold.json"


@pytest.fixture(scope="module")
def article():
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    texts = [
        ("headline", Role.HEADLINE, gold["title"]),
        ("standfirst", Role.STANDFIRST, gold["standfirst"]),
        *((f"body-{index}", Role.BODY, text) for index, text in enumerate(gold["body"])),
        *((f"dropped-{index}", Role.DROPPED, text) for index, text in enumerate(gold["dropped"])),
    ]
    paragraphs = tuple(CheckedParagraph(key, role, text, text) for key, role, text in texts)
    return Checked(paragraphs, gold["title_truncated"], (*gold["people"], *gold["organizations"]))


def words(article, rule):
    texts = {paragraph.key: paragraph.text for paragraph in article.paragraphs}
    return [
        (problem.paragraph, texts[problem.paragraph][problem.start : problem.end])
        for problem in check(article)
        if problem.rule == rule
    ]


def test_the_unbalanced_quotations_are_found(article):
    assert words(article, "quote.unbalanced") == [
        ("standfirst", 'there is no reference."'),
        ("body-1", 'is an adult ceremony"'),
    ]


def test_the_lower_case_starts_are_found(article):
    assert words(article, "fragment.lower_start") == [
        ("standfirst", "the"),
        ("body-3", "followed"),
        ("body-4", "third"),
        ("body-6", "in"),
    ]


def test_the_translated_counts_and_titles_are_found(article):
    assert [key for key, _ in words(article, "fragment.bare_ordinal")] == ["body-3", "body-4"]
    assert words(article, "phrase.board") == [
        ("body-0", "the board of directors of the Tencent chairman and CEO"),
    ]
    assert words(article, "quantity.times") == [("body-4", "times")]


def test_the_article_before_a_name_is_found(article):
    assert words(article, "article.before_name") == [
        ("body-3", "the Tencent"),
        ("body-4", "the Tencent"),
        ("body-6", "the Tencent"),
    ]


def test_the_cut_headline_is_all_that_blocks(article):
    assert [problem.rule for problem in check(article) if problem.level is Level.BLOCK] == ["headline.cut"]


def test_dropped_lines_are_not_checked(article):
    assert not [problem for problem in check(article) if problem.paragraph.startswith("dropped")]


def test_problems_come_in_reading_order(article):
    order = [paragraph.key for paragraph in article.paragraphs]
    places = [(order.index(problem.paragraph), problem.start) for problem in check(article)]
    assert places == sorted(places)


def test_no_check_is_listed_twice():
    finds = [row.find for row in CHECKS]
    assert len(finds) == len(set(finds))


def test_a_dismissal_outlives_edits_elsewhere_in_the_paragraph():
    before = "It rained a lot that day. He sold a IPO to them in May."
    after = "It snowed. He sold a IPO to them in May, the paper said."
    changed = "It rained a lot that day. He sold a IPO for them in May."
    marks = [
        {problem.fingerprint for problem in check(Checked((CheckedParagraph("p", Role.BODY, text, text),)))}
        for text in (before, after, changed)
    ]
    assert len(marks[0]) == 1
    assert marks[0] == marks[1]
    assert marks[0] != marks[2]


PIECES = st.lists(
    st.sampled_from(
        [
            "the",
            "Tencent",
            "said",
            ":",
            '"',
            "“",
            "”",
            "„",
            "«",
            "(",
            ")",
            "17",
            "million",
            "times",
            " ",
            "  ",
            ",",
            ".",
            "，",
            "小米",
            "the the",
            "a IPO",
            "2015 year 3 month 8 day",
            "â€",
            "&amp;",
            "<b>",
            "Monday, May 17, 2019",
            "\n",
            "「",
            "Third",
        ]
    ),
    max_size=20,
)
ANY_TEXT = st.one_of(PIECES.map("".join), PIECES.map(" ".join), st.text(max_size=60))
TERM = CheckedTerm(("Third", "said"), "told", safe=True, context=("Tencent",), case="any")


@st.composite
def articles(draw):
    texts = draw(st.lists(st.tuples(st.sampled_from(list(Role)), ANY_TEXT, ANY_TEXT), max_size=3))
    paragraphs = tuple(CheckedParagraph(str(index), *one) for index, one in enumerate(texts))
    return Checked(paragraphs, draw(st.booleans()), ("Tencent", "Ma Huateng"), (TERM,))


@given(articles())
@example(Checked((CheckedParagraph("0", Role.HEADLINE, "\u00ce\u00a2", ""),)))  # would be U+03A2, which is no letter
def test_any_text_can_be_checked(article):
    texts = {paragraph.key: paragraph.text for paragraph in article.paragraphs}
    for problem in check(article):
        text = texts[problem.paragraph]
        assert 0 <= problem.start <= problem.end <= len(text)
        assert problem.message
        assert len(problem.fingerprint) == 16
        assert not problem.safe or (problem.proposals and problem.level is not Level.BLOCK)
        for proposal in problem.proposals:
            mended = text[: problem.start] + proposal + text[problem.end :]
            assert mended != text
            stored, before = tidied(mended), tidied(text)
            assert stored == tidied(stored)
            assert not any(category(letter) in {"Cc", "Cs", "Cn"} for letter in set(stored) - set(before))


@given(articles())
def test_a_check_that_was_not_called_for_finds_nothing(article):
    """By its cues; and what looks at its paragraph alone finds the same whatever stands around it."""
    for paragraph in article.paragraphs:
        rows = [row for row in CHECKS if paragraph.role in row.roles]
        every = [each for row in rows for each in row.find(paragraph, article)]
        found = check_paragraph(paragraph, article)
        assert sorted(map(repr, found)) == sorted(map(repr, every))


def mended(text):
    """The text after its first safe proposal, or None if there is none."""
    for problem in check(Checked((CheckedParagraph("p", Role.BODY, text, text),))):
        if problem.safe:
            return text[: problem.start] + problem.proposals[0] + text[problem.end :]
    return None


@given(ANY_TEXT)
def test_safe_proposals_come_to_an_end(text):
    for _ in range(3 * len(text) + 10):
        text, last = mended(text), text
        if text is None:
            return
    pytest.fail(f"still mending {last!r}")
