"""Review, history, source and the lists: what an editor reads before she decides."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.admin.source import aligned
from articles.models import Article, Edition, Note, Organization, Person, ReaderReport, Term, Theme
from articles.steps import correcting, noting, reporting
from articles.steps.importing import import_seed
from articles.text.correction import Correction
from tests.cast import PASSWORD
from tests.newsroom import new_claim
from tests.test_admin_workbench import SEED


def url(name, *args):
    return reverse(f"admin:articles_{name}", args=args)


@pytest.fixture
def ada(client, newsroom):
    client.login(username="ada", password=PASSWORD)
    return client


@pytest.fixture
def cora(client, newsroom):
    client.login(username="cora", password=PASSWORD)
    return client


# Review


def test_the_first_review_shows_what_became_of_the_machines_words(ada, newsroom):
    article = newsroom.submitted(newsroom.article())
    newsroom.correct(article, text="The mill in Dorn opened its gates on Monday, said Vera Holt.")
    html = ada.get(url("article_review", article.pk)).content.decode()
    assert "What was made of the machine’s words" in html
    assert "<ins> its gates</ins>" in html


def test_a_later_review_shows_what_changed_since_the_last_edition(ada, newsroom):
    article = newsroom.published()
    newsroom.correct(article, key="p2", text="Visitors came from all villages nearby.", themes=frozenset({"education"}),
                     new_facts=(new_claim("Dorn"),))  # fmt: skip
    response = ada.get(url("article_review", article.pk))
    shown = response.context["differences"]
    assert shown.changed_paragraphs == 1
    assert [(each.standing, each.kind) for each in shown.facts] == [("added", "claim")]
    assert shown.themes_added == ("Education",)
    assert "What changed since edition 1" in response.content.decode()
    assert "<del>many</del><ins>all</ins>" in response.content.decode()


def test_an_approval_carries_the_digest_that_was_on_the_screen(ada, newsroom):
    article = newsroom.submitted()
    assert (
        f'name="digest" value="{newsroom.head(article).digest}"'
        in ada.get(url("article_review", article.pk)).content.decode()
    )


def test_the_preview_is_the_page_of_the_words_as_they_are_now_and_kept_by_nobody(ada, newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="The mill in Dorn opened its gates, said Vera Holt.")
    response = ada.get(url("article_preview", article.pk))
    assert "opened its gates" in response.content.decode()
    assert "Leave a Reply" not in response.content.decode()
    assert response["Cache-Control"].startswith("no-store")
    assert "noindex" in response["X-Robots-Tag"]


def test_a_note_is_written_stands_beside_its_paragraph_and_is_resolved(ada, newsroom):
    article = newsroom.article()
    ada.post(url("article_add_note", article.pk), {"about": "p1", "text": "Who says so?", "proposed": "said Ms Holt"})
    note = Note.objects.get()
    assert (note.by, note.about, note.proposed) == (newsroom.ada, "p1", "said Ms Holt")
    for name in ("review", "change"):
        assert "Who says so?" in ada.get(url(f"article_{name}", article.pk)).content.decode()
    ada.post(url("article_resolve_note", article.pk, note.pk))
    note.refresh_from_db()
    assert note.resolved_by == newsroom.ada


def test_an_empty_note_is_refused_and_its_proposal_kept(ada, newsroom):
    article = newsroom.article()
    response = ada.post(url("article_add_note", article.pk), {"text": " ", "proposed": "said Ms Holt"})
    assert response.status_code == 400
    assert "said Ms Holt" in response.content.decode()


def test_a_note_on_another_articles_words_or_of_another_article_is_not_there(ada, newsroom):
    article, other = newsroom.article(), newsroom.article()
    note = noting.note(other, newsroom.cora, "Look")
    assert ada.post(url("article_add_note", article.pk), {"text": "x", "about": "zzz"}).status_code == 404
    assert ada.post(url("article_resolve_note", article.pk, note.pk)).status_code == 404
    note.refresh_from_db()
    assert note.resolved_at is None


def test_a_reader_with_view_rights_writes_no_notes(client, newsroom):
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.login(username="rex", password=PASSWORD)
    response = client.post(url("article_add_note", newsroom.article().pk), {"text": "Half a day’s work"})
    assert response.status_code == 403
    assert not Note.objects.exists()


# History


def test_history_tells_revisions_and_acts(ada, newsroom):
    html = ada.get(url("article_history", newsroom.published().pk)).content.decode()
    for words in ("Imported", "Corrected", "Approve", "Publish", "Edition 1"):
        assert words in html


def test_any_two_revisions_are_compared_and_the_machines_words_are_number_nought(ada, newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="The mill in Dorn shut on Monday, said Vera Holt.")
    newsroom.correct(article, text="The mill in Dorn burnt on Monday, said Vera Holt.")
    html = ada.get(url("article_compare", article.pk, 2, 3)).content.decode()
    assert "<del>shut</del><ins>burnt</ins>" in html
    html = ada.get(url("article_compare", article.pk, 0, 3)).content.decode()
    assert "<del>opened</del><ins>burnt</ins>" in html
    chosen = ada.get(url("article_history", article.pk), {"from": "3", "to": "2"})
    assert chosen.url == url("article_compare", article.pk, 3, 2)
    assert ada.get(url("article_compare", article.pk, 2, 9)).status_code == 404


def test_an_earlier_revision_is_brought_back_as_a_new_one(cora, newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="The mill in Dorn shut on Monday, said Vera Holt.")
    assert cora.post(url("article_restore", article.pk), {"number": "1", "base": "2"}).status_code == 302
    head = newsroom.head(article)
    assert (head.number, head.restores, head.author) == (3, 1, newsroom.cora)


def test_a_restore_on_an_old_page_or_of_nothing_is_refused(cora, newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="The mill in Dorn shut on Monday, said Vera Holt.")
    assert cora.post(url("article_restore", article.pk), {"number": "1", "base": "1"}).status_code == 409
    assert cora.post(url("article_restore", article.pk), {"number": "9", "base": "2"}).status_code == 404
    assert newsroom.head(article).number == 2


# Source


def test_a_changed_source_is_read_three_ways_and_settled(cora, newsroom):
    article = import_seed(SEED.read_bytes(), "a.txt").article
    import_seed(
        SEED.read_bytes().replace(b"17 million", b"18 million") + b"\n\nA paragraph that is quite new.\n", "a.txt"
    )
    response = cora.get(url("article_source", article.pk))
    changed = [row for row in response.context["rows"] if row.changed]
    assert any("18 million" in row.now and "17 million" in row.was and "17 million" in row.ours for row in changed)
    assert len(changed) < len(response.context["rows"])
    act = reverse("admin:articles_article_act", args=[article.pk, "settle-source"])
    assert cora.post(act, {"reason": "", "page": "source"}).status_code == 400
    assert cora.post(act, {"reason": "A slip of theirs", "page": "source"}).status_code == 302
    assert Article.objects.get(pk=article.pk).newer_seed is None


def test_paragraphs_of_two_texts_are_matched_in_reading_order():
    old = ["One house by the sea.", "Two houses by the lake.", "Three cats slept all day long."]
    new = ["New words came first.", "One house by the sea.", "Two houses by the river.", "Nobody knows why it rained."]
    assert list(aligned(old, new)) == [(None, 0), (0, 1), (1, 2), (2, None), (None, 3)]


# Lists


def test_the_list_of_articles_tells_what_readers_see(ada, newsroom):
    newsroom.article()
    newsroom.published()
    html = ada.get(url("article_changelist")).content.decode()
    assert ">never<" in html
    assert ">live<" in html
    assert "0 of 3" in html


@pytest.mark.parametrize(
    "query",
    ["q=villages", "q=Dorn", "stage__exact=imported", "waiting=correct", "blocking=no",
     "rights__exact=unknown", "theme=education", "waiting=source"],
)  # fmt: skip
def test_articles_are_found_and_filtered(ada, newsroom, query):
    article, other = (
        newsroom.article(),
        newsroom.published(newsroom.article(("Else", "Otherwise, said Vera Holt.", "x", "y"))),
    )
    correcting.save(article, newsroom.cora, 1, Correction(themes=frozenset({"education"})), "Theme")
    Article.objects.filter(pk=other.pk).update(blocking_problems=1)
    if "imported" in query:
        Article.objects.filter(pk=article.pk).update(stage="imported")
    if "source" in query:
        Article.objects.filter(pk=article.pk).update(newer_seed=other.seed)
    found = ada.get(f"{url('article_changelist')}?{query}").context["cl"].result_list
    assert [each.pk for each in found] == [article.pk]
    assert found[0].shown == 3


def test_the_list_asks_few_questions_however_long_it_is(ada, newsroom, django_assert_max_num_queries):
    for _ in range(8):
        newsroom.article()
    with django_assert_max_num_queries(14):
        ada.get(url("article_changelist"))


def test_an_article_comes_in_through_the_site_once(cora, newsroom):
    text = SEED.read_text(encoding="utf-8")
    assert cora.post(url("article_add"), {"text": text, "url": "https://example.org/a"}).status_code == 302
    article = Article.objects.get()
    assert article.seed.uploaded_by == newsroom.cora
    assert article.seed.identity == "https://example.org/a"
    cora.post(url("article_add"), {"text": text})
    assert Article.objects.count() == 1


def test_what_is_no_article_is_refused_and_kept(cora):
    response = cora.post(url("article_add"), {"text": "", "url": "https://example.org/a"})
    assert response.status_code == 400
    assert "https://example.org/a" in response.content.decode()
    assert not Article.objects.exists()


def test_facts_are_listed_with_links_to_the_workbench(ada, newsroom):
    article = newsroom.article()
    html = ada.get(url("speech_changelist"), {"q": "Vera"}).content.decode()
    assert f"{url('article_change', article.pk)}?at=f0#f-f0" in html


def test_a_public_name_is_changed_only_by_those_who_approve_and_the_log_has_both(client, newsroom):
    newsroom.published()
    person = Person.objects.get(name="Vera Holt")
    client.login(username="cora", password=PASSWORD)
    given = {"name": "Vera Hold", "native_name": "", "wikidata": ""}
    client.post(url("person_change", person.pk), given)
    person.refresh_from_db()
    assert person.name == "Vera Holt"
    assert "A live edition shows this name" in client.get(url("person_change", person.pk)).content.decode()
    client.login(username="ada", password=PASSWORD)
    client.post(url("person_change", person.pk), given)
    person.refresh_from_db()
    assert person.name == "Vera Hold"
    assert "“Vera Holt” to “Vera Hold”" in LogEntry.objects.latest("pk").change_message


def test_a_name_no_reader_sees_is_changed_by_an_editor(cora, newsroom):
    house = Organization.objects.create(name="Dorn Mill")
    cora.post(url("organization_change", house.pk), {"name": "Mill of Dorn", "native_name": "", "wikidata": ""})
    house.refresh_from_db()
    assert house.name == "Mill of Dorn"


def test_a_themes_name_and_address_are_changed_by_renaming_alone(ada):
    ada.post(url("theme_add"), {"name": "Mills", "slug": "mills", "description": "", "keywords": "mill"})
    theme = Theme.objects.get(slug="mills")
    given = {"name": "Old mills", "slug": "old-mills", "description": "Of Dorn", "keywords": ""}
    ada.post(url("theme_change", theme.pk), given)
    theme.refresh_from_db()
    assert (theme.name, theme.slug, theme.description) == ("Mills", "mills", "Of Dorn")


def test_a_glossary_term_is_made(ada):
    given = {"wrong": "milling house", "preferred": "mill", "kind": "phrase", "case": "any"}
    assert ada.post(url("term_add"), given).status_code == 302
    assert Term.objects.filter(wrong="milling house").exists()


def test_a_reader_is_answered_once(cora, newsroom):
    newsroom.published()
    report = reporting.report(Edition.objects.get(), "p1", "It was Tuesday.")
    page = url("readerreport_change", report.pk)
    assert "said Vera Holt" in cora.get(page).content.decode()
    assert cora.post(page, {"answer": " "}).status_code == 400
    assert cora.post(page, {"answer": "Mended in edition 2."}).status_code == 302
    late = cora.post(page, {"answer": "I did it too."})
    assert late.status_code == 409
    assert "I did it too." in late.content.decode()
    assert ReaderReport.objects.get().answer == "Mended in edition 2."
