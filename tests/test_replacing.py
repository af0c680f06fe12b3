"""Words are found and replaced in many articles, one correction each, and put back as one act."""

import time
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Article, Replacement
from articles.steps import correcting, replacing
from articles.steps.replacing import Search
from articles.text.document import canonical
from tests.cast import PASSWORD

PAGE = "/admin/articles/article/replace/"


@pytest.fixture
def three(newsroom):
    return [newsroom.article() for _ in range(3)]


def head(article):
    return Article.objects.get(pk=article.pk).revisions.order_by("-number").first()


def choose(hits):
    """Every hit ticked, as the page that showed them was sent."""
    heads = dict(Article.objects.values_list("pk", "head"))
    return {
        pk: (heads[pk], frozenset(each.name for each in hits if each.article == pk))
        for pk in {each.article for each in hits}
    }


def replace_all(by, search, reason="House style"):
    return replacing.run(by, search, choose(replacing.find(search)), reason)


# It works


def test_words_are_replaced_in_every_article_by_one_correction_each(three, newsroom):
    outcome = replace_all(newsroom.cora, Search("villages", "hamlets"))
    assert (outcome.done, outcome.refused) == (3, ())
    for article in three:
        revision = head(article)
        assert revision.document.paragraph("p2").text == "Visitors came from many hamlets nearby."
        assert (revision.number, revision.author, revision.reason) == (
            2, newsroom.cora, "Replaced “villages” by “hamlets”: House style",
        )  # fmt: skip


def test_facts_go_with_the_words_or_are_marked(three, newsroom):
    replace_all(newsroom.cora, Search("Vera Holt", "Vera Holt-Dorn"))
    fact = head(three[0]).document.fact("f0")
    assert "Vera Holt-Dorn" in fact.quote
    assert str(fact.anchor) == "reworded"


def test_only_what_is_ticked_is_replaced(newsroom):
    article = newsroom.article(("Mill", "The mill by the mill.", "A mill.", "x"), facts=False)
    hits = replacing.find(Search("mill", "works"))
    names = frozenset(each.name for each in hits if each.before.endswith("by the "))
    replacing.run(newsroom.cora, Search("mill", "works"), {article.pk: (1, names)}, "One of them")
    document = head(article).document
    assert document.paragraph("p1").text == "The mill by the works."
    assert document.paragraph("p2").text == "A mill."


@pytest.mark.parametrize(
    ("search", "found"),
    [
        (Search("mill"), ["mill", "mill"]),
        (Search("mill", case=False), ["Mill", "mill", "mill"]),
        (Search("mill", whole=False), ["mill", "mill", "mill"]),
        (Search("the   mill"), ["the mill"]),
        (Search(r"m.ll(s|er)?", pattern=True), ["mill", "mill", "miller"]),
        (Search("m.ll"), []),
    ],
)
def test_words_are_found_whole_or_not_by_case_or_not_by_pattern_or_not(newsroom, search, found):
    newsroom.article(("Mill opens", "In the mill, a mill.", "The miller.", "The mill"), facts=False)
    assert [each.words for each in replacing.find(search)] == found


def test_a_pattern_puts_its_groups_where_they_are_named(newsroom):
    article = newsroom.article(("Mill", "Holt, Vera spoke.", "More.", "x"), facts=False)
    search = Search(r"(\w+), (\w+) spoke", r"\2 \1 spoke", pattern=True)
    replace_all(newsroom.cora, search)
    assert head(article).document.paragraph("p1").text == "Vera Holt spoke."


def test_a_confirmed_paragraph_with_other_words_is_to_be_confirmed_again(newsroom):
    article = newsroom.ready()
    replace_all(newsroom.carl, Search("villages", "hamlets"))
    assert head(article).document.paragraph("p2").confirmed_by is None
    assert head(article).document.paragraph("p1").confirmed_by == newsroom.cora.pk


def test_dropped_lines_and_spiked_articles_are_left_alone(newsroom):
    article = newsroom.article()
    assert replacing.find(Search("Reply")) == []
    correcting.spike(article, newsroom.cora, "A hoax")
    assert replacing.find(Search("villages")) == []


# Undone as one act


def test_a_replacement_is_undone_as_one_act(three, newsroom):
    before = [canonical(head(each).document) for each in three]
    row = replace_all(newsroom.cora, Search("villages", "hamlets")).replacement
    outcome = replacing.undo(row, newsroom.carl)
    assert outcome.done == 3
    assert [canonical(head(each).document) for each in three] == before
    assert head(three[0]).author == newsroom.carl
    with pytest.raises(WrongMoment):
        replacing.undo(row, newsroom.carl)


def test_what_was_corrected_since_keeps_its_words_when_it_is_undone(three, newsroom):
    row = replace_all(newsroom.cora, Search("villages", "hamlets")).replacement
    newsroom.correct(three[0], text="The mill opened, said Vera Holt.", key="p1")
    newsroom.correct(three[1], text="Carl’s words.", key="p2", by=newsroom.carl)
    outcome = replacing.undo(row, newsroom.cora)
    assert [article.pk for article, _ in outcome.refused] == [three[1].pk]
    assert head(three[0]).document.paragraph("p1").text == "The mill opened, said Vera Holt."
    assert head(three[0]).document.paragraph("p2").text == "Visitors came from many villages nearby."
    assert head(three[1]).document.paragraph("p2").text == "Carl’s words."


# Who may not, wrong moment, bad input


def test_a_colleagues_words_are_not_replaced_unseen(three, newsroom):
    search = Search("villages", "hamlets")
    chosen = choose(replacing.find(search))
    newsroom.correct(three[0], text="Many villages, said Carl.", key="p2", by=newsroom.carl)
    outcome = replacing.run(newsroom.cora, search, chosen, "House style")
    assert outcome.done == 2
    assert [article.pk for article, _ in outcome.refused] == [three[0].pk]
    assert head(three[0]).document.paragraph("p2").text == "Many villages, said Carl."


def test_who_only_reads_replaces_and_undoes_nothing(three, newsroom):
    search = Search("villages", "hamlets")
    with pytest.raises(NotAllowed):
        replace_all(newsroom.rex, search)
    row = replace_all(newsroom.cora, search).replacement
    with pytest.raises(NotAllowed):
        replacing.undo(row, newsroom.rex)
    assert Replacement.objects.get().undone_at is None


@pytest.mark.parametrize(
    "search",
    [Search(" "), Search("x" * 301), Search("x", "y" * 301), Search("(", pattern=True),
     Search("a", r"\7", pattern=True), Search("(?P<a", pattern=True)],
)  # fmt: skip
def test_what_cannot_be_looked_for_is_refused(newsroom, search):
    newsroom.article(("Mill", "a b", "c", "x"), facts=False)
    with pytest.raises(BadInput):
        replacing.find(search)


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(a|a)*b", r"(a|aa)+$", r"(.*a){25}b"])
def test_a_pattern_that_never_ends_is_ended(newsroom, pattern, monkeypatch):
    monkeypatch.setattr(replacing, "LONGEST_SEARCH", 0.7)
    newsroom.article(("Mill", "a" * 60 + "!", "c", "x"), facts=False)
    began = time.monotonic()
    with pytest.raises(BadInput, match="seconds"):
        replacing.find(Search(pattern, whole=False, pattern=True))
    assert time.monotonic() - began < 30


def test_a_replacement_needs_its_reason_and_a_tick(three, newsroom):
    search = Search("villages", "hamlets")
    with pytest.raises(BadInput):
        replace_all(newsroom.cora, search, " ")
    with pytest.raises(BadInput):
        replacing.run(newsroom.cora, search, {three[0].pk: (1, frozenset())}, "House style")
    with pytest.raises(BadInput):
        replacing.run(newsroom.cora, search, {}, "House style")


def test_a_tick_that_names_no_hit_is_refused(three, newsroom):
    names = frozenset({f"{three[0].pk}-p2-3"})
    outcome = replacing.run(newsroom.cora, Search("villages", "x"), {three[0].pk: (1, names)}, "House style")
    assert (outcome.done, len(outcome.refused), outcome.replacement) == (0, 1, None)


# The page


def test_what_is_in_review_or_approved_comes_unticked(client, newsroom):
    newsroom.article()
    newsroom.submitted()
    newsroom.approved()
    newsroom.published()
    client.login(username="cora", password=PASSWORD)
    page = client.get(PAGE, {"wanted": "villages", "put": "hamlets", "whole": "1", "case": "1"})
    ticked = {str(each.article.stage): [tick for _, tick in each.hits] for each in page.context["found"]}
    assert ticked == {"imported": [True], "in review": [False], "approved": [False], "done": [False]}


def test_an_editor_looks_ticks_replaces_and_undoes(client, three, newsroom):
    client.login(username="cora", password=PASSWORD)
    asked = {"wanted": "villages", "put": "hamlets", "whole": "1", "case": "1"}
    page = client.get(PAGE, asked)
    hits = [hit.name for each in page.context["found"] for hit, _ in each.hits]
    bases = [f"{each.pk}-1" for each in three]
    assert client.post(PAGE, {**asked, "hit": hits[:2], "base": bases, "reason": "House style"}).status_code == 302
    assert [head(each).number for each in three] == [2, 2, 1]
    row = Replacement.objects.get()
    assert client.post(reverse("admin:articles_article_undo_replacement", args=[row.pk])).status_code == 302
    assert [head(each).number for each in three] == [3, 3, 1]
    assert "undone by cora" in client.get(PAGE).content.decode()


def test_a_refused_replacement_gives_the_page_back_with_its_ticks(client, three, newsroom):
    client.login(username="cora", password=PASSWORD)
    asked = {"wanted": "villages", "put": "hamlets", "whole": "1", "case": "1"}
    name = f"{three[0].pk}-p2-24"
    page = client.post(PAGE, {**asked, "hit": [name], "base": [f"{three[0].pk}-1"], "reason": " "})
    assert page.status_code == 400
    assert [hit.name for each in page.context["found"] for hit, tick in each.hits if tick] == [name]


def test_one_article_alone_is_looked_at(client, three):
    client.login(username="cora", password=PASSWORD)
    page = client.get(PAGE, {"wanted": "villages", "article": three[1].pk})
    assert [each.article.pk for each in page.context["found"]] == [three[1].pk]


def test_who_only_reads_is_not_shown_the_page(client, newsroom):
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.login(username="rex", password=PASSWORD)
    assert client.get(PAGE).status_code == 403


def test_a_scheduled_edition_stays_scheduled(newsroom):
    article = newsroom.published(at=timezone.now() + timedelta(days=1))
    replace_all(newsroom.cora, Search("villages", "hamlets"))
    assert article.editions.scheduled().exists()
