"""The same story from another site is known again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.urls import reverse

from articles.models import Article, Band, Sketch
from articles.steps.importing import Outcome, import_seed, store
from articles.steps.likening import liken
from articles.steps.moving import head_of
from articles.steps.preparing import Given, prepare

BODY = json.loads((Path(__file__).parent / "corpus" / "d01.gold.json").read_text())["body"]
OTHER = json.loads((Path(__file__).parent / "corpus" / "d02.gold.json").read_text())["body"]


def page(site, body=BODY, skip=0):
    return "\n\n".join([f"A headline of {site}", *body[skip:], f"© {site}"]).encode()


@pytest.fixture
def first(db):
    return import_seed(page("The Post"), "https://post.example/1").article


def test_the_same_story_from_another_site_links_to_the_first(first):
    second = import_seed(page("The Times", skip=1), "https://times.example/9")
    assert second.outcome is Outcome.CREATED
    article = Article.objects.get(pk=second.article.pk)
    assert article.like == first
    assert 60 <= article.likeness <= 100


def test_the_editor_sees_which_article_it_is_like(first, client, newsroom):
    article = import_seed(page("The Times", skip=1), "https://times.example/9").article
    client.force_login(newsroom.cora)
    html = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert f'href="{reverse("admin:articles_article_change", args=[first.pk])}">Tells the same story' in html


def test_another_story_links_to_nothing(first):
    assert import_seed(page("The Times", OTHER), "https://times.example/9").article.like is None


def test_two_copies_in_one_batch_find_each_other(db):
    given = [Given(page(site), f"https://{site}.example/") for site in ("post", "times")]
    one, two = (each.article for each in store([prepare(each) for each in given]))
    assert (one.like, Article.objects.get(pk=two.pk).like_id) == (None, one.pk)


def test_a_look_costs_the_same_however_many_copies_there_are(first, django_assert_max_num_queries):
    bands = Band.objects.count()
    for site in range(5):
        import_seed(page(f"Site {site}"), f"https://{site}.example/")
    assert Band.objects.count() == bands
    assert set(Article.objects.exclude(pk=first.pk).values_list("like", flat=True)) == {first.pk}


def test_a_batch_is_stored_in_a_few_statements(db, django_assert_max_num_queries):
    given = [Given(page(f"Site {n}", OTHER if n % 2 else BODY), f"https://{n}.example/") for n in range(20)]
    batch = [prepare(each) for each in given]
    with django_assert_max_num_queries(25):
        assert len(store(batch)) == 20


def test_one_that_the_database_refuses_stops_no_other(db):
    good, bad = (prepare(Given(page(site, body), site)) for site, body in (("post", BODY), ("times", OTHER)))
    forged = replace(bad, open_problems=-1)
    created, refused = store([good, forged])
    assert created.outcome is Outcome.CREATED
    assert "does not take it" in str(refused)
    assert Article.objects.count() == 1


def test_problems_nobody_looked_for_are_not_told_as_none(db, client, newsroom):
    store([prepare(Given(page("The Post"), "post"), checks=False)])
    client.force_login(newsroom.cora)
    for address in ("admin:index", "admin:articles_article_changelist"):
        html = client.get(reverse(address)).content.decode()
        assert "not looked for yet" in html
    newsroom.correct(
        Article.objects.get(), text="A new headline", key=head_of(Article.objects.get()).document.paragraphs[0].key
    )
    assert Article.objects.get().open_problems is not None


def test_what_comes_beside_an_article_does_not_change_what_it_is_like(db):
    """Another of the batch leads to an archived article; to this one it leads only by a band of its own."""
    archived, alone, beside = (
        import_seed(page(site, [f"{site} {line}" for line in BODY]), f"https://{site}.example/").article
        for site in ("post", "times", "mail")
    )
    Sketch.objects.all().delete()
    numbers = tuple(range(64))
    apart = tuple(1_000 + each if each % 5 == 0 else each for each in numbers)  # 51 of 64 places, and no band
    liken([(archived, numbers)])
    liken([(alone, apart), (beside, numbers)])
    assert (alone.like_id, beside.like_id) == (None, archived.pk)
