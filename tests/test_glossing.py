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
from articles.steps.tallying import tally_anew
from articles.text.document import Judgement
from articles.text.readiness import problems
from articles.text.roles import Role
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


def test_a_proposal_is_refused_with_its_reason_and_whoever_proposes_it_again_reads_it(newsroom):
    term = glossing.suggest(newsroom.cora, "grind house", "Dornmill")
    with pytest.raises(NotAllowed):
        glossing.refuse(term, newsroom.cora, "No")
    with pytest.raises(BadInput, match="reason"):
        glossing.refuse(term, newsroom.ada, "  ")
    glossing.refuse(term, newsroom.ada, "A grind house is a mill of its own kind.")
    assert list(Term.objects.refused()) == [term]
    assert not Term.objects.proposed()
    assert "Dornmill" not in read_by_the_checks()
    with pytest.raises(WrongMoment, match="of its own kind"):
        glossing.suggest(newsroom.carl, "grind house", "Dornmill")
    with pytest.raises(WrongMoment, match="accepted or refused"):
        glossing.refuse(term, newsroom.bea, "No")


def test_what_was_refused_can_still_be_accepted(newsroom):
    term = glossing.suggest(newsroom.cora, "grind house", "Dornmill")
    glossing.refuse(term, newsroom.ada, "Not yet.")
    glossing.accept(term, newsroom.bea)
    assert "Dornmill" in read_by_the_checks()
    assert not Term.objects.refused()


def test_a_proposal_is_refused_by_its_button(client, newsroom):
    term = glossing.suggest(newsroom.cora, "grind house", "Dornmill")
    refuse = reverse("admin:articles_term_refuse", args=[term.pk])
    client.login(username="cora", password=PASSWORD)
    assert client.post(refuse, {"because": "No."}).status_code == 403
    client.login(username="ada", password=PASSWORD)
    change = reverse("admin:articles_term_change", args=[term.pk])
    assert refuse in client.get(change).text
    assert client.post(refuse, {"because": ""}).url == change
    client.post(refuse, {"because": "It is <b>another</b> thing."})
    page = client.get(change).text
    assert "It is &lt;b&gt;another&lt;/b&gt; thing." in page
    assert refuse not in page
    assert "grind house" in client.get(reverse("admin:articles_term_changelist") + "?proposed=refused").text


def test_a_forbidden_form_is_told_of_and_nothing_is_proposed(newsroom):
    Term.objects.create(wrong="broad masses", preferred="")
    article = newsroom.article(
        lines=("Mill opens", "It was opened for the broad masses."), roles=(Role.HEADLINE, Role.BODY)
    )
    found = problems(newsroom.head(article).document, article.seed.text, glossary())
    (forbidden,) = [each for each in found if each.rule == "glossary.preferred"]
    assert (forbidden.message, forbidden.proposals) == ("The house never writes “broad masses”.", ())


def test_a_forbidden_form_cannot_be_put_right_unasked(newsroom):
    taken = glossing.take_table(newsroom.ada, b"wrong,preferred,safe\nbroad masses,,yes\nrelevant parties,,\n")
    assert (taken.added, [line for line, _ in taken.refused]) == (1, [2])


def test_a_term_counts_how_often_a_wrong_form_gave_way(newsroom):
    term = Term.objects.create(wrong="grind house", preferred="Dornmill", inflections="grind houses")
    lines = ("Mill opens", "The grind house opened.", "Grind houses of stone, a grind house, said Vera Holt.")
    article = newsroom.article(lines=lines, roles=(Role.HEADLINE, Role.BODY, Role.BODY), facts=False)
    newsroom.correct(article, text="The Dornmill opened.", key="p1")
    for problem in problems(newsroom.head(article).document, article.seed.text, glossary()):
        if problem.rule == "name.changed":
            judged = (Judgement(problem.rule, problem.fingerprint, problem.paragraph, "It is.", newsroom.cora.pk),)
            newsroom.correct(article, key="p1", judgements=judged)
    newsroom.published(article)
    term.refresh_from_db()
    assert term.used == 1
    tally_anew()
    term.refresh_from_db()
    assert term.used == 1


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
