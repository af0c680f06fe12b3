"""Galley's safe fixes: made while importing, told by rule, taken back in one."""

import io

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.errors import NotAllowed, WrongMoment
from articles.models import Article, Term
from articles.models.drafts import read_draft
from articles.steps import approving, correcting, mending
from articles.steps.importing import Outcome, import_seed
from articles.steps.moving import head_of
from articles.steps.verifying import of_article
from articles.text.correction import Correction, ParagraphEdit
from articles.text.document import canonical

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
