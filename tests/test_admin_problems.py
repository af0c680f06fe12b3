"""Many problems are dismissed at once, for one reason; what blocks is not among them."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.steps.revising import glossary
from articles.text.readiness import open_problems
from tests.browser_form import sent
from tests.cast import PASSWORD

SHABBY = ("Mill opens", "the mill opened on Monday , said Vera Holt .", "more came , and more .", "x")


@pytest.fixture
def shabby(newsroom):
    return newsroom.article(SHABBY, facts=False)


@pytest.fixture
def cora(client, newsroom):
    client.login(username="cora", password=PASSWORD)
    return client


def page(article):
    return reverse("admin:articles_article_problems", args=[article.pk])


def still_open(article, newsroom):
    return open_problems(newsroom.head(article).document, article.seed.text, glossary())


def dismiss(client, article, fingerprints, reason="Verse is set so.", base="1"):
    return client.post(page(article), {"base": base, "judge": fingerprints, "reason": reason})


def test_all_of_a_rule_are_dismissed_with_one_reason_in_one_revision(cora, shabby, newsroom):
    mine = [each for each in still_open(shabby, newsroom) if each.rule == "fragment.lower_start"]
    assert len(mine) == 2
    assert dismiss(cora, shabby, [each.fingerprint for each in mine]).status_code == 302
    document = newsroom.head(shabby).document
    assert {each.fingerprint for each in document.judgements} == {each.fingerprint for each in mine}
    assert {(each.reason, each.by) for each in document.judgements} == {("Verse is set so.", newsroom.cora.pk)}
    assert newsroom.head(shabby).number == 2
    assert not {each.rule for each in still_open(shabby, newsroom)} & {"fragment.lower_start"}


def test_the_list_has_every_open_problem_by_its_rule(cora, shabby, newsroom):
    rules = cora.get(page(shabby)).context["rules"]
    shown = {row.problem.fingerprint for rule in rules for row in rule.rows}
    assert shown == {each.fingerprint for each in still_open(shabby, newsroom)}
    assert [rule.name for rule in rules] == sorted({each.rule for each in still_open(shabby, newsroom)})


def test_what_blocks_is_not_dismissed_with_others(cora, newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="Visitors came from 300 villages nearby.", key="p2")
    blocking = [each for each in still_open(article, newsroom) if each.level == "block"]
    assert blocking
    assert dismiss(cora, article, [each.fingerprint for each in blocking], base="2").status_code == 400
    assert newsroom.head(article).number == 2
    assert f'value="{blocking[0].fingerprint}"' not in cora.get(page(article)).content.decode()


def test_a_dismissal_needs_its_reason_and_keeps_its_ticks(cora, shabby, newsroom):
    one = still_open(shabby, newsroom)[0].fingerprint
    response = dismiss(cora, shabby, [one], reason=" ")
    assert response.status_code == 400
    assert sent(response, action="")["judge"] == [one]
    assert newsroom.head(shabby).number == 1


@pytest.mark.parametrize(("ticks", "base"), [([], "1"), (["0" * 16], "1"), (["0" * 16], "7")])
def test_what_is_not_there_is_not_dismissed(cora, shabby, newsroom, ticks, base):
    assert dismiss(cora, shabby, ticks, base=base).status_code == 400
    assert newsroom.head(shabby).number == 1


def test_who_only_reads_sees_them_and_dismisses_none(client, shabby, newsroom):
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.login(username="rex", password=PASSWORD)
    assert 'type="checkbox"' not in client.get(page(shabby)).content.decode().partition('id="content"')[2]
    one = still_open(shabby, newsroom)[0].fingerprint
    assert dismiss(client, shabby, [one]).status_code == 403
    assert newsroom.head(shabby).number == 1
