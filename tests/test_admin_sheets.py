"""An article's form is cut into sheets that a browser and the server can take, whatever the article is like."""

import dataclasses

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.admin.sheets import LONGEST, MOST_CHARACTERS, MOST_FIELDS, MOST_PARAGRAPHS, cut, fields_of
from articles.models import Article, Stage, Theme
from articles.steps.revising import revise
from articles.text.checks.problem import Level, Problem
from articles.text.document import Document, Fact, Paragraph
from articles.text.facts.kinds import Claim, Speech
from articles.text.roles import Role
from tests.browser_form import most_fields, sent
from tests.cast import PASSWORD


def paragraph(i, text="A few words.", role=Role.BODY):
    return Paragraph(f"p{i}", role, text)


def fact(i, paragraph, values=None):
    return Fact(f"f{i}", paragraph, "few", 2, 5, values or Speech(speaker="Vera Holt"))


def problem(i, paragraph):
    return Problem("rule", Level.WARN, paragraph, 0, 1, "Look.", ("a",), False, f"{i:016x}")


def keys(sheets):
    return [part.paragraph.key for sheet in sheets for part in sheet if part.opens]


def test_forty_paragraphs_make_a_sheet():
    sheets = cut(Document(paragraphs=tuple(paragraph(i) for i in range(81))), ())
    assert [len(sheet) for sheet in sheets] == [MOST_PARAGRAPHS, MOST_PARAGRAPHS, 1]


def test_an_empty_article_has_one_sheet():
    assert cut(Document(), ()) == ((),)


def test_a_paragraph_of_very_many_facts_goes_on_on_the_next_sheet_with_its_text_read_only():
    facts = tuple(fact(i, "p0") for i in range(100))
    sheets = cut(Document(paragraphs=(paragraph(0), paragraph(1)), facts=facts), ())
    assert len(sheets) > 1
    assert [part.opens for sheet in sheets for part in sheet] == [True, False, True]
    assert [each.key for sheet in sheets for part in sheet for each in part.facts] == [each.key for each in facts]


def test_long_texts_fill_a_sheet_sooner():
    long = "word " * (LONGEST // 5)
    sheets = cut(Document(paragraphs=tuple(paragraph(i, long) for i in range(12))), ())
    assert all(sum(len(part.paragraph.text) for part in sheet) <= MOST_CHARACTERS for sheet in sheets)
    assert len(sheets) == 3


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 200), st.sampled_from(list(Role))), max_size=60),
    st.integers(0, 330),
)
def test_no_sheet_passes_the_limit_and_nothing_is_left_out(shape, about):
    paragraphs = tuple(paragraph(i, role=role) for i, (_, _, role) in enumerate(shape))
    facts = tuple(fact(f"{i}-{n}", f"p{i}") for i, (many, _, _) in enumerate(shape) for n in range(many))
    found = tuple(problem(i * 1000 + n, f"p{i}") for i, (_, many, _) in enumerate(shape) for n in range(many))
    sheets = cut(Document(paragraphs=paragraphs, facts=facts), found, about)
    assert keys(sheets) == [each.key for each in paragraphs]
    assert [each.key for s in sheets for part in s for each in part.facts] == [each.key for each in facts]
    assert [each.fingerprint for s in sheets for part in s for each in part.problems] == [p.fingerprint for p in found]
    for at, sheet in enumerate(sheets):
        fields = sum(sum(map(fields_of, part.facts)) + 3 * len(part.problems) + 2 * part.opens for part in sheet)
        assert fields + (about if at == 0 else 0) <= MOST_FIELDS


@pytest.fixture
def crowded(newsroom):
    """An article of fifty paragraphs, the first of them with ninety facts of many quantities, and 500 themes."""
    lines = ("Mill", *(f"the   mill number {i} opened on Monday , said Vera Holt." for i in range(50)))
    article = newsroom.article(lines, ("headline", *["body"] * 50), facts=False)
    old = article.revisions.get().document
    claims = tuple(fact(f"{i:010x}", "p1", Claim(statement=f"Claim {i}", claimant="Vera Holt")) for i in range(90))
    new = dataclasses.replace(old, facts=tuple(dataclasses.replace(each, quote="   ") for each in claims))
    Theme.objects.bulk_create(Theme(name=f"Theme {i}", slug=f"theme-{i}") for i in range(500))
    revise(Article.objects.get(pk=article.pk), new, old, by=None, reason="Crowded", stage=Stage.CORRECTING)
    return Article.objects.get(pk=article.pk)


def test_no_page_of_a_crowded_article_sends_nine_hundred_fields(client, crowded):
    client.login(username="cora", password=PASSWORD)
    address = reverse("admin:articles_article_change", args=[crowded.pk])
    first = client.get(address)
    for sheet in first.context["sheets"]:
        page = client.get(address, {"sheet": sheet})
        assert 0 < most_fields(page) < 900
        assert client.post(address, sent(page)).status_code == 302
    assert Article.objects.get(pk=crowded.pk).head == crowded.head


def test_a_theme_without_a_box_is_chosen_by_its_name(client, crowded):
    client.login(username="cora", password=PASSWORD)
    address = reverse("admin:articles_article_change", args=[crowded.pk])
    data = sent(client.get(address)) | {"more-themes": "theme 499, Theme 498", "reason": "Themes"}
    assert client.post(address, data).status_code == 302
    assert set(crowded.revisions.last().document.themes) == {"theme-498", "theme-499"}
    refused = client.post(address, sent(client.get(address)) | {"more-themes": "No such", "reason": "Themes"})
    assert refused.status_code == 400
    assert "No such" in refused.content.decode()
