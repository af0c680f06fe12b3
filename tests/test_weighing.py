import io

import pytest
from django.core.management import call_command

from articles.steps import correcting
from articles.steps.weighing import fact_rules, line_rules
from articles.text.correction import Correction, FactEdit, ParagraphEdit
from articles.text.document import FactState
from articles.text.facts.kinds import Speech
from articles.text.roles import Role


@pytest.fixture
def judge(newsroom):
    def judge(state, values=None):
        article = newsroom.article()
        edit = FactEdit("f0", state, values or newsroom.head(article).document.fact("f0").values, "")
        correcting.save(article, newsroom.cora, 1, Correction(facts=(edit,)), "Judged")

    return judge


def test_a_rule_is_weighed_by_what_editors_did_with_its_suggestions(newsroom, judge):
    judge(FactState.ACCEPTED)
    judge(FactState.ACCEPTED, Speech(speaker="Vera Holt", event="the opening"))
    judge(FactState.REJECTED)
    newsroom.article()
    (rule,) = fact_rules()
    assert (rule.kind, rule.rule) == ("speech", "test")
    # An accepted fact points to a person of the house, which no suggestion does: that is no other value.
    assert (rule.accepted, rule.edited, rule.rejected, rule.open) == (1, 1, 1, 1)
    assert rule.share == pytest.approx(2 / 3)


def test_a_line_whose_role_was_changed_counts_against_its_rule(newsroom):
    newsroom.article()
    article = newsroom.article()
    edit = ParagraphEdit("p3", "Leave a Reply", Role.BODY, False)
    correcting.save(article, newsroom.cora, 1, Correction(paragraphs=(edit,)), "It is text")
    (rule,) = line_rules()
    assert (rule.rule, rule.given, rule.changed) == ("test", 5, 1)


def test_the_report_names_each_rule(newsroom, judge):
    judge(FactState.REJECTED)
    out = io.StringIO()
    call_command("report_rules", stdout=out)
    (line,) = [line for line in out.getvalue().splitlines() if line.startswith("speech")]
    assert line.split() == ["speech", "test", "0", "0", "1", "0", "0%"]


def test_an_empty_house_reports_nothing(db):
    assert (fact_rules(), line_rules()) == ([], [])
