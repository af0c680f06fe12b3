import io

import pytest
from django.core.management import call_command

from articles.steps import correcting
from articles.steps.importing import import_seed
from articles.steps.weighing import CheckRule, check_rules, fact_rules, line_rules
from articles.text.correction import Correction, FactEdit, ParagraphEdit
from articles.text.document import FactState, Judgement
from articles.text.facts.kinds import Speech
from articles.text.readiness import problems
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


def test_a_check_is_weighed_by_what_became_of_its_findings(newsroom):
    lines = (
        "Mill opens",
        "The mill opened , said Vera Holt.",
        "The broad masses of users came.",
        "It took orders,and letters,too.",
    )
    article = import_seed("\n\n".join(lines).encode(), "mill.txt").article
    document = newsroom.head(article).document
    spaced, phrased = (next(each for each in document.paragraphs if word in each.text) for word in ("Holt", "broad"))
    newsroom.correct(article, key=spaced.key, text=lines[1])
    (found,) = [each for each in problems(document, article.seed.text) if each.rule == "phrase.calque"]
    judged = (Judgement(found.rule, found.fingerprint, found.paragraph, "It is said so there.", newsroom.cora.pk),)
    newsroom.correct(article, key=phrased.key, judgements=judged)
    weighed = {each.rule: each for each in check_rules()}
    assert weighed["space.before_mark"] == CheckRule("space.before_mark", open=1, undone=1)
    assert weighed["space.after_mark"] == CheckRule("space.after_mark", mended=2, by_galley=2)
    assert weighed["phrase.calque"] == CheckRule("phrase.calque", dismissed=1)
    assert weighed["phrase.calque"].false_share == 1
    out = io.StringIO()
    call_command("report_rules", stdout=out)
    assert "phrase.calque" in out.getvalue()
    assert out.getvalue().count("silence it?") == 1
