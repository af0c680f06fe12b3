"""What corrections took, added up by week, site and rule as articles are published."""

from datetime import date

import pytest
from django.core.management import call_command

from articles.models import Article, Tally
from articles.steps.tallying import monday, site

pytestmark = pytest.mark.django_db
BETTER = "On Monday the mill in Dorn opened, said Vera Holt."


def of(kind):
    return {each.name: each for each in Tally.objects.filter(kind=kind)}


def test_an_article_is_added_to_its_week_and_site(newsroom):
    article = newsroom.article()
    newsroom.correct(article, text=BETTER)
    newsroom.published(article)
    [sums] = of("source").values()
    assert (sums.name, sums.articles, sums.week.weekday()) == ("", 1, 0)
    assert 0 < sums.edits < sums.longer
    assert sums.words_before == sums.words_after


def test_a_second_article_is_added_to_the_same_row_and_a_second_edition_is_not(newsroom):
    done = newsroom.published()
    newsroom.published()
    newsroom.again(done, BETTER)
    assert [each.articles for each in of("source").values()] == [2]


def test_problems_are_counted_before_and_after_rule_by_rule(newsroom):
    lines = ("Mill opens", "The the mill opened ,said Vera Holt.", "They came.", "Reply")
    article = newsroom.article(lines=lines, facts=False)
    newsroom.correct(article, text="The mill opened, said Vera Holt.")
    before = Article.objects.get(pk=article.pk).machine_problems
    assert before > Article.objects.get(pk=article.pk).open_problems
    newsroom.published(article)
    sums = of("rule")
    assert (sums["repeat.word"].problems_before, sums["repeat.word"].problems_after) == (1, 0)


def test_a_site_is_the_originals_host_or_else_its_source():
    assert site(Article(url="https://www.news.example/a/1", source="The News")) == "news.example"
    assert site(Article(source="The News")) == "The News"
    assert monday(date(2026, 11, 24)) == date(2026, 11, 23)


def test_rebuilding_adds_up_the_same(newsroom):
    newsroom.published()
    before = list(Tally.objects.order_by("kind", "name").values_list("name", "articles", "edits", "problems_before"))
    Tally.objects.update(edits=99)
    call_command("rebuild", verbosity=0)
    after = list(Tally.objects.order_by("kind", "name").values_list("name", "articles", "edits", "problems_before"))
    assert after == before
