"""Galley's safe fixes: made while importing, told by rule, taken back in one."""

import io

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Article, Term
from articles.models.drafts import read_draft
from articles.steps import approving, correcting, mending, replacing
from articles.steps.importing import Outcome, import_seed
from articles.steps.moving import head_of
from articles.steps.verifying import of_article
from articles.text.correction import Correction, ParagraphEdit
from articles.text.document import canonical
from articles.text.roles import Role

HEADLINE = "Mill opens its doors"
LINES = ("The mill in Dorn opened on Monday , said Vera Holt.", "the the visitors came from many villages nearby.")
SEED = "\n\n".join((HEADLINE, *LINES))
FIXED = ["The mill in Dorn opened on Monday, said Vera Holt.", "The visitors came from many villages nearby."]


def brought_in(text=SEED, **more):
    return import_seed(text.encode(), "mill.txt", **more).article


def body(revision):
    return [each.text for each in revision.document.paragraphs if each.role == "body"]


@pytest.fixture
def article(newsroom):
    return brought_in()


def test_the_machines_words_are_revision_one_and_the_safe_fixes_revision_two(article):
    first, second = article.revisions.order_by("number")
    assert body(first) == list(LINES)
    assert body(second) == FIXED
    assert (second.author, first.reason, article.head, article.stage) == (None, "Imported", 2, "imported")
    assert second.reason == "Safe fixes: space.before_mark 1, fragment.lower_start 1, repeat.word 1"
    assert canonical(read_draft(article)) == second.text
    assert not list(of_article(article))
    assert article.open_problems == 0


def test_text_without_a_safe_fix_has_one_revision(db):
    article = brought_in("\n\n".join((HEADLINE, *FIXED)))
    assert article.revisions.count() == article.head == 1


def test_importing_again_changes_nothing(article):
    assert import_seed(SEED.encode(), "mill.txt").outcome is Outcome.UNCHANGED
    assert article.revisions.count() == 2


def test_without_checks_nothing_is_fixed(db, tmp_path):
    (tmp_path / "mill.txt").write_text(SEED)
    call_command("import_seeds", str(tmp_path), "--no-checks", stdout=io.StringIO())
    assert Article.objects.get().head == 1


def test_a_quote_stays_tied_to_its_words(article):
    facts = head_of(article).document.facts
    assert facts
    for fact in facts:
        paragraph = head_of(article).document.paragraph(fact.paragraph)
        assert paragraph.text[fact.start : fact.end] == fact.quote
        assert (fact.values, fact.anchor) == (fact.suggested, "exact")
        assert " ," not in str(fact.values)


def test_reading_anew_in_another_encoding_fixes_anew(db):
    data = "Café opens\n\nThe café in Köln opened its doors on Monday , said its owner.".encode("cp1252")
    import_seed(data, "cafe.txt", encoding="cp1250")
    again = import_seed(data, "cafe.txt", encoding="cp1252").article
    assert again.head == 4
    assert body(head_of(again)) == ["The café in Köln opened its doors on Monday, said its owner."]
    assert not list(of_article(again))


def test_galleys_fixes_are_nobodys_hand(article, cast):
    assert approving.contributors(article, head_of(article)) == set()


def test_a_term_that_is_never_right_is_put_and_not_asked_about(db):
    Term.objects.create(wrong="micro-letter", preferred="WeChat", safe=True)
    article = brought_in(f"{SEED}\n\nThe mill has a micro-letter account with 300 readers.")
    assert "The mill has a WeChat account with 300 readers." in body(head_of(article))
    assert (article.open_problems, article.blocking_problems) == (0, 0)


def test_they_are_taken_back_in_one(article, newsroom):
    revision = mending.take_back(article, newsroom.cora)
    assert (revision.number, revision.author, revision.restores) == (3, newsroom.cora, 1)
    assert revision.text == article.revisions.get(number=1).text


def test_words_changed_since_are_left_when_they_are_taken_back(article, newsroom):
    key = next(each.key for each in head_of(article).document.paragraphs if each.text == FIXED[0])
    newsroom.correct(article, key=key, text="The mill in Dorn is open, said Vera Holt.")
    revision = mending.take_back(article, newsroom.cora)
    assert body(revision) == ["The mill in Dorn is open, said Vera Holt.", LINES[1]]
    assert not list(of_article(Article.objects.get()))
    with pytest.raises(WrongMoment, match="Nothing of Galley's"):
        mending.take_back(article, newsroom.cora)


def test_who_may_not_correct_takes_nothing_back(article, newsroom):
    with pytest.raises(NotAllowed):
        mending.take_back(article, newsroom.rex)
    assert article.revisions.count() == 2


def test_there_is_nothing_to_take_back_where_nothing_was_fixed(newsroom):
    with pytest.raises(WrongMoment, match="fixed nothing"):
        mending.take_back(newsroom.article(), newsroom.cora)


def test_the_history_takes_them_back_with_one_button(article, newsroom, client):
    client.force_login(newsroom.cora)
    page = client.get(reverse("admin:articles_article_history", args=[article.pk]))
    assert "Take back what Galley fixed by itself" in page.text
    assert client.post(reverse("admin:articles_article_take_back", args=[article.pk])).status_code == 302
    assert body(head_of(Article.objects.get())) == list(LINES)
    again = client.post(reverse("admin:articles_article_take_back", args=[article.pk]))
    assert (again.status_code, "Nothing of Galley" in again.text) == (409, True)


def test_a_save_on_the_machines_words_meets_the_fixes(article, newsroom):
    first = article.revisions.get(number=1).document
    key = next(each.key for each in first.paragraphs if each.text == LINES[0])
    other = next(each for each in first.paragraphs if each.text == HEADLINE)
    edit = ParagraphEdit(other.key, "A mill opens", other.role, confirmed=True)
    revision = correcting.save(article, newsroom.cora, 1, Correction(paragraphs=(edit,)), "Shorter")
    assert revision.document.paragraph(key).text == FIXED[0]


# Many drafts at once


@pytest.fixture
def drafts(newsroom):
    """Three articles that were brought in before anybody looked for what can be fixed: one waits in review."""
    lines = ("Mill opens", "The mill opened , said Vera Holt.", "Many visitors came from the villages.")
    roles = (Role.HEADLINE, Role.BODY, Role.BODY)
    return [newsroom.article(lines, roles, facts=False), newsroom.article(lines, roles, facts=False),
            newsroom.submitted(newsroom.article(lines, roles, facts=False))]  # fmt: skip


def chosen():
    found, further = mending.waiting()
    assert further is None
    return {each.article.pk: each.article.head for each in found}


def test_drafts_are_mended_as_one_act_and_it_is_undone_as_one(drafts, newsroom):
    outcome = mending.put_in_place(newsroom.cora, chosen(), "A new rule")
    assert (outcome.done, outcome.refused) == (3, ())
    for article in drafts:
        revision = newsroom.head(article)
        assert revision.document.paragraph("p1").text == "The mill opened, said Vera Holt."
        assert (revision.author, revision.reason) == (newsroom.cora, "Safe fixes put in place: A new rule")
    assert not mending.waiting()[0]
    replacing.undo(outcome.replacement, newsroom.cora)
    assert newsroom.head(drafts[0]).document.paragraph("p1").text == "The mill opened , said Vera Holt."


def test_what_a_colleague_judges_is_unticked(drafts, newsroom, client):
    client.force_login(newsroom.cora)
    page = client.get(reverse("admin:articles_article_mend")).text
    assert page.count('name="mend"') == 3
    assert page.count(" checked> ") == 2
    ticked = [f"{article.pk}-{newsroom.head(article).number}" for article in drafts[:2]]
    client.post(reverse("admin:articles_article_mend"), {"mend": ticked, "reason": "A new rule"})
    assert [Article.objects.get(pk=article.pk).stage for article in drafts] == ["correcting", "correcting", "in review"]


def test_a_draft_that_moved_on_is_mended_where_nobody_was(drafts, newsroom):
    seen = chosen()
    newsroom.correct(drafts[0], key="p1", text="The mill is open.")
    outcome = mending.put_in_place(newsroom.cora, seen, "A new rule")
    assert [article for article, _ in outcome.refused] == [drafts[0]]
    assert newsroom.head(drafts[0]).document.paragraph("p1").text == "The mill is open."


def test_who_may_not_correct_mends_nothing(drafts, newsroom, client):
    with pytest.raises(NotAllowed):
        mending.put_in_place(newsroom.rex, chosen(), "A new rule")
    with pytest.raises(BadInput, match="Tick"):
        mending.put_in_place(newsroom.cora, {}, "A new rule")
    client.force_login(newsroom.rex)
    assert client.get(reverse("admin:articles_article_mend")).status_code == 403
    client.force_login(newsroom.cora)
    assert client.post(reverse("admin:articles_article_mend"), {"mend": "x-1", "reason": "A"}).status_code == 400


def test_many_drafts_are_looked_at_page_by_page(drafts, monkeypatch):
    monkeypatch.setattr(mending, "MOST_SHOWN", 2)
    found, further = mending.waiting()
    assert (len(found), further) == (2, drafts[1].pk)
    assert [each.article for each in mending.waiting(further)[0]] == [drafts[2]]
