"""People, organizations and themes that are one, and themes by another name: looked at first, logged, undone."""

import pytest
from django.urls import reverse

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Article, Merge, Organization, Person, Theme
from articles.steps import merging
from articles.steps.naming import pick_or_make
from articles.text.document import canonical

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(db):
    return Person.objects.create(name="Vera Holt"), Person.objects.create(name="V. Holt", native_name="维拉")


@pytest.fixture
def mills(db):
    return Theme.objects.create(name="Mills", slug="mills"), Theme.objects.create(name="Watermills", slug="watermills")


def themed(newsroom, slug):
    article = newsroom.ready()
    newsroom.correct(article, themes=frozenset({slug}))
    return newsroom.published(article)


# It works


def test_a_merged_person_points_on_and_her_names_lead_to_the_one_that_stands(newsroom, two):
    vera, short = two
    merging.merge(short, vera, newsroom.ada, "The same")
    assert {pick_or_make(Person, name) for name in ("V. Holt", "维拉", "vera holt")} == {vera.key}
    assert Person.objects.count() == 2


def test_no_draft_and_no_document_is_touched(newsroom, two):
    article = newsroom.ready()
    before, head = canonical(newsroom.head(article).document), Article.objects.get(pk=article.pk).head
    merging.merge(*reversed(two), newsroom.ada, "The same")
    assert (canonical(newsroom.head(article).document), Article.objects.get(pk=article.pk).head) == (before, head)


def test_what_a_merge_would_do_is_told_first(newsroom):
    article = newsroom.published()
    vera, other = Person.objects.get(), Person.objects.create(name="Vera Holt of Dorn")
    seen = merging.preview(vera, other)
    assert (seen.drafts, seen.editions) == (1, 1)
    assert article.editions.count() == 1


def test_a_merge_is_logged_and_undone(newsroom, two):
    vera, short = two
    merged = merging.merge(short, vera, newsroom.ada, "The same")
    assert (merged.was, merged.now, merged.by, merged.reason) == ("V. Holt", "Vera Holt", newsroom.ada, "The same")
    merging.undo(merged, newsroom.bea)
    assert pick_or_make(Person, "V. Holt") == short.key
    assert Merge.objects.get().undone_by == newsroom.bea


def test_merging_into_one_that_was_merged_leads_to_the_one_that_stands(newsroom, two):
    vera, short = two
    third = Person.objects.create(name="Holt")
    merging.merge(short, vera, newsroom.ada, "The same")
    merging.merge(third, short, newsroom.ada, "The same")
    assert pick_or_make(Person, "Holt") == vera.key


def test_a_theme_renamed_is_published_by_its_new_name_and_drafts_keep_what_they_say(newsroom, mills):
    article = newsroom.ready()
    newsroom.correct(article, themes=frozenset({"mills"}))
    merging.rename(mills[0], "Mills and millers", newsroom.ada, "Wider")
    edition = newsroom.published(article).editions.get()
    assert [(each.key, each.name) for each in edition.document.themes] == [("mills-and-millers", "Mills and millers")]
    assert newsroom.head(article).document.themes == ("mills",)
    assert Theme.objects.get(slug="mills").merged_into.name == "Mills and millers"


def test_a_theme_spelt_otherwise_keeps_its_address(newsroom, mills):
    renamed = merging.rename(mills[0], "MILLS", newsroom.ada, "House style")
    assert Theme.objects.get(slug="mills").name == "MILLS"
    merging.undo(renamed, newsroom.ada)
    assert Theme.objects.get(slug="mills").name == "Mills"


# Who may not, and what cannot be


def test_what_readers_see_is_merged_only_by_who_may_approve(newsroom, mills):
    newsroom.published()
    vera, other = Person.objects.get(), Person.objects.create(name="Somebody")
    for gone, into in ((vera, other), (other, vera)):
        with pytest.raises(NotAllowed, match="right to approve"):
            merging.merge(gone, into, newsroom.cora, "The same")
    with pytest.raises(NotAllowed, match="may not change a theme"):
        merging.merge(*mills, newsroom.cora, "The same")


def test_nobody_is_merged_into_herself_or_twice(newsroom, two):
    vera, short = two
    with pytest.raises(BadInput, match="the same already"):
        merging.merge(vera, vera, newsroom.ada, "The same")
    merging.merge(short, vera, newsroom.ada, "The same")
    with pytest.raises(BadInput, match="the same already"):
        merging.merge(vera, short, newsroom.ada, "The same")
    with pytest.raises(WrongMoment, match="already"):
        merging.merge(Person.objects.get(pk=short.pk), Person.objects.create(name="X"), newsroom.ada, "The same")


def test_an_undo_is_done_once(newsroom, two):
    merged = merging.merge(*two, newsroom.ada, "The same")
    merging.undo(merged, newsroom.ada)
    with pytest.raises(WrongMoment, match="undone before"):
        merging.undo(merged, newsroom.ada)


def test_a_theme_takes_no_name_that_another_has(newsroom, mills):
    with pytest.raises(BadInput, match="Merge this one into it"):
        merging.rename(mills[0], "watermills", newsroom.ada, "Wider")
    with pytest.raises(BadInput, match="letter or digit"):
        merging.rename(mills[0], "…", newsroom.ada, "Wider")


# The pages


@pytest.fixture
def ada(client, newsroom):
    client.force_login(newsroom.ada)
    return client


def page(what, row):
    return reverse(f"admin:articles_{row._meta.model_name}_{what}", args=[row.pk])


def test_the_page_finds_tells_merges_and_undoes_without_a_script(ada, two):
    vera, short = two
    assert f"?into={vera.pk}" in ada.get(page("merge", short), {"q": "vera"}).content.decode()
    assert "0 articles point to it" in ada.get(page("merge", short), {"into": vera.pk}).content.decode()
    assert ada.post(page("merge", short), {"into": vera.pk, "reason": "The same"}).status_code == 302
    assert Person.objects.get(pk=short.pk).merged_into == vera
    undo = reverse("admin:articles_person_undo_merge", args=[Merge.objects.get().pk])
    assert undo in ada.get(page("merge", vera)).content.decode()
    ada.post(undo)
    assert Person.objects.get(pk=short.pk).merged_into is None


def test_without_a_reason_nothing_is_merged(ada, two):
    vera, short = two
    assert ada.post(page("merge", short), {"into": vera.pk, "reason": " "}).status_code == 400
    assert not Merge.objects.exists()


def test_a_theme_is_renamed_on_its_page(ada, mills):
    assert page("rename", mills[0]) in ada.get(page("change", mills[0])).content.decode()
    assert ada.post(page("rename", mills[0]), {"name": "Windmills", "reason": "Clearer"}).status_code == 302
    assert Theme.objects.get(slug="mills").merged_into.slug == "windmills"


def test_a_merged_theme_is_offered_no_more_but_stays_where_it_was_chosen(ada, newsroom, mills):
    article = newsroom.ready()
    newsroom.correct(article, themes=frozenset({"mills"}))
    other = newsroom.article()
    merging.merge(*mills, newsroom.ada, "The same")
    address = "admin:articles_article_change"
    assert 'value="mills" checked' in ada.get(reverse(address, args=[article.pk])).content.decode()
    assert 'value="mills"' not in ada.get(reverse(address, args=[other.pk])).content.decode()


def test_markup_in_a_name_is_shown_as_text(ada):
    odd = Organization.objects.create(name="<b>Mills & Co</b>")
    text = ada.get(page("merge", odd)).content.decode()
    assert "&lt;b&gt;Mills &amp; Co&lt;/b&gt;" in text
    assert "<b>Mills" not in text


@pytest.mark.parametrize("what", ["merge", "rename"])
def test_an_editor_without_the_right_is_refused(client, newsroom, mills, what):
    client.force_login(newsroom.cora)
    assert client.get(page(what, mills[0])).status_code == 403
    assert client.post(page(what, mills[0]), {"into": mills[1].pk, "name": "X", "reason": "Y"}).status_code == 403
