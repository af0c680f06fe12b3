"""Numbers and names that the correction changed against the machine's words are confirmed one by one."""

import pytest

from articles.errors import Blocked
from articles.models import Article
from articles.steps import approving, correcting
from articles.steps.readiness import readiness
from articles.text.checks.problem import Level
from articles.text.correction import Correction
from articles.text.document import Judgement
from articles.text.readiness import open_problems

LINES = ("Mill opens its doors", "The mill cost 3 million euros, said Vera Holt.", "Visitors came.", "Leave a Reply")


@pytest.fixture
def article(newsroom):
    return newsroom.ready(newsroom.article(lines=LINES, facts=False))


def guarded(article, newsroom):
    found = open_problems(newsroom.head(article).document, article.seed.text)
    return [each for each in found if each.level is Level.BLOCK]


def confirm(newsroom, article, problems):
    judged = tuple(
        Judgement(p.rule, p.fingerprint, p.paragraph, "Checked against the source", newsroom.cora.pk) for p in problems
    )
    correcting.save(article, newsroom.cora, newsroom.head(article).number, Correction(judgements=judged), "Checked")


def test_a_changed_number_blocks_until_each_change_is_confirmed(newsroom, article):
    newsroom.correct(article, text="The mill cost 30 million euros, said Vera Holt.")
    problems = guarded(article, newsroom)
    assert len(problems) == 2  # one number gone, one new
    confirm(newsroom, article, problems[:1])
    with pytest.raises(Blocked):
        correcting.submit(article, newsroom.cora)
    confirm(newsroom, article, problems[1:])
    correcting.submit(article, newsroom.cora)


def test_the_same_number_written_otherwise_is_no_change(newsroom, article):
    newsroom.correct(article, text="The mill cost 3,000,000 euros, Vera Holt said.")
    assert guarded(article, newsroom) == []


def test_a_changed_name_blocks_until_it_is_confirmed(newsroom, article):
    newsroom.correct(article, text="The mill cost 3 million euros, said Vera Hold.")
    problems = guarded(article, newsroom)
    assert problems
    assert readiness(article, newsroom.head(article).document)
    confirm(newsroom, article, problems)
    assert readiness(article, newsroom.head(article).document) == ()


def test_who_confirmed_a_number_cannot_approve(newsroom, article):
    newsroom.correct(article, text="The mill cost 30 million euros, said Vera Holt.")
    problems = guarded(article, newsroom)
    judged = tuple(Judgement(p.rule, p.fingerprint, p.paragraph, "Checked", newsroom.ada.pk) for p in problems)
    correcting.save(article, newsroom.ada, newsroom.head(article).number, Correction(judgements=judged), "Checked")
    assert newsroom.ada.pk in approving.contributors(article, newsroom.head(article))


def test_the_list_counts_what_is_open_and_what_blocks(newsroom, article):
    newsroom.correct(article, text="The mill cost 30 million euros , said Vera Holt.")
    row = Article.objects.get(pk=article.pk)
    assert row.blocking_problems == 2
    assert row.open_problems > 2
