"""The glossary grows: terms are proposed, accepted, and come and go as tables."""

import csv
import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Term
from articles.steps import glossing
from articles.steps.revising import glossary
from tests.cast import PASSWORD


def read_by_the_checks():
    return {term.preferred for term in glossary()}


def take(by, text):
    return glossing.take_table(by, text.encode())


# Proposed and accepted


def test_what_an_editor_proposes_counts_once_somebody_who_may_accepts_it(newsroom):
    term = glossing.suggest(newsroom.cora, "grind house", "Dornmill")
    assert term.proposed_by == newsroom.cora
    assert "Dornmill" not in read_by_the_checks()
    with pytest.raises(NotAllowed):
        glossing.accept(term, newsroom.cora)
    glossing.accept(term, newsroom.ada)
    assert "Dornmill" in read_by_the_checks()
    with pytest.raises(WrongMoment):
        glossing.accept(term, newsroom.bea)


def test_who_may_add_terms_adds_them_at_once(newsroom):
    glossing.suggest(newsroom.ada, "grind house", "Dornmill")
    assert "Dornmill" in read_by_the_checks()


def test_a_term_is_proposed_once_and_by_editors_only(newsroom):
    glossing.suggest(newsroom.cora, "grind  house", "Dornmill")
    with pytest.raises(WrongMoment):
        glossing.suggest(newsroom.carl, "grind house", "Dornmill")
    with pytest.raises(NotAllowed):
        glossing.suggest(newsroom.rex, "a", "b")


@pytest.mark.parametrize(("wrong", "preferred"), [("", "b"), ("a", ""), ("same", "same"), ("x" * 201, "b")])
def test_what_is_no_term_is_refused(newsroom, wrong, preferred):
    with pytest.raises(ValidationError):
        glossing.suggest(newsroom.ada, wrong, preferred)


def test_selected_words_become_a_proposal_from_the_workbench(client, newsroom):
    client.login(username="cora", password=PASSWORD)
    address = reverse("admin:articles_article_suggest_term", args=[newsroom.article().pk])
    answer = client.post(address, {"wrong": "grind house", "preferred": "Dornmill"})
    assert "proposed" in answer.json()["told"]
    assert client.post(address, {"wrong": "grind house", "preferred": "Dornmill"}).status_code == 409
    assert client.post(address, {"wrong": "", "preferred": "Dornmill"}).json()["refusal"]


def test_a_proposal_is_accepted_by_its_button(client, newsroom):
    term = glossing.suggest(newsroom.cora, "grind house", "Dornmill")
    accept = reverse("admin:articles_term_accept", args=[term.pk])
    client.login(username="cora", password=PASSWORD)
    assert client.post(accept).status_code == 403
    client.login(username="ada", password=PASSWORD)
    assert accept in client.get(reverse("admin:articles_term_change", args=[term.pk])).content.decode()
    assert client.post(accept).status_code == 302
    assert "Dornmill" in read_by_the_checks()


# Tables


def test_the_glossary_comes_back_from_its_own_table(newsroom):
    Term.objects.create(wrong="=1+1", preferred="-two", inflections="a\nb", context="c\nd", safe=True, note="e, “f”")
    before = list(Term.objects.order_by("pk").values_list("wrong", "preferred", "inflections", "context", "safe"))
    taken = take(newsroom.ada, glossing.table())
    assert (taken.added, taken.changed, taken.same, taken.refused) == (0, 0, len(before), ())
    table = glossing.table()
    Term.objects.all().delete()
    assert take(newsroom.ada, table).added == len(before)
    after = list(Term.objects.values_list("wrong", "preferred", "inflections", "context", "safe"))
    assert sorted(after) == sorted(before)


def test_no_cell_of_the_table_is_a_formula(newsroom):
    Term.objects.create(wrong="=HYPERLINK(1)", preferred="@x")
    cells = [cell for row in csv.reader(io.StringIO(glossing.table())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_rows_that_cannot_be_are_refused_by_line_and_the_others_stand(newsroom):
    taken = take(
        newsroom.ada, "wrong,preferred,kind\ngrind house,Dornmill,\n,nothing,\nmill,works,poem\nold,new,phrase\n"
    )
    assert taken.added == 2
    assert [line for line, _ in taken.refused] == [3, 4]
    assert Term.objects.get(wrong="old").kind == "phrase"


def test_a_row_that_says_something_else_changes_its_term(newsroom):
    take(newsroom.ada, "wrong,preferred,safe\ngrind house,Dornmill,\n")
    assert take(newsroom.ada, "wrong,preferred,safe\ngrind house,Dornmill,yes\n").changed == 1
    assert Term.objects.get(preferred="Dornmill").safe


@pytest.mark.parametrize(
    "data",
    [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b'wrong,preferred\n"a,b\n', b"wrong,preferred\n" + b"a,b\n" * 5001,
     b"x" * 3_000_000],
)  # fmt: skip
def test_what_is_no_table_is_refused_whole(newsroom, data):
    before = Term.objects.count()
    with pytest.raises(BadInput):
        glossing.take_table(newsroom.ada, data)
    assert Term.objects.count() == before


def test_a_table_is_taken_and_fetched_by_who_may(client, newsroom):
    client.login(username="ada", password=PASSWORD)
    file = SimpleUploadedFile("g.csv", b"wrong,preferred\ngrind house,Dornmill\n,x\n")
    page = client.post(reverse("admin:articles_term_table"), {"file": file}).content.decode()
    assert "1 added" in page
    assert "Line 3" in page
    response = client.get(reverse("admin:articles_term_export"))
    assert response.headers["Content-Type"].startswith("text/csv")
    assert "grind house,Dornmill" in response.content.decode()
    client.login(username="cora", password=PASSWORD)
    file.seek(0)
    assert client.post(reverse("admin:articles_term_table"), {"file": file}).status_code == 403
