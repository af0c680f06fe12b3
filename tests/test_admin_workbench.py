"""The workbench: an editor corrects an article sheet by sheet, and nothing she types is ever lost."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.admin.selecting import widened
from articles.models import Article, Person, Wording
from articles.steps import correcting, noting
from articles.steps.importing import import_seed
from articles.steps.revising import glossary
from articles.text.changes import bare_words
from articles.text.document import canonical
from articles.text.readiness import problems, problems_and_remarks
from articles.text.roles import Role
from tests.browser_form import sent
from tests.cast import PASSWORD
from tests.newsroom import LINES

SEED = Path("seeds/000_ffe9435999e86a28.txt")


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def article(newsroom):
    return newsroom.article()


@pytest.fixture
def cora(client, newsroom):
    client.login(username="cora", password=PASSWORD)
    return client


@pytest.fixture
def carl(newsroom):
    client = Client()
    client.login(username="carl", password=PASSWORD)
    return client


def save(client, article, changes=None, response=None, **more):
    """The article's first sheet as a browser sends it, with these fields typed."""
    data = sent(response or client.get(change(article)))
    data.update({name: value for name, value in (changes or {}).items() if value is not None})
    for name in [name for name, value in (changes or {}).items() if value is None]:
        data.pop(name, None)
    data.update({"reason": "Better English", **more})
    return client.post(change(article), data)


def head(article):
    return Article.objects.get(pk=article.pk).revisions.order_by("-number").first()


# It works


def test_a_paragraph_is_corrected_and_confirmed(cora, article, newsroom):
    response = save(cora, article, {"text-p1": "The mill in Dorn opened its doors on Monday, said Vera Holt.",
                                    "confirmed-p1": "1"})  # fmt: skip
    assert response.status_code == 302
    assert response.url.endswith("?sheet=1#p-p1")
    paragraph = head(article).document.paragraph("p1")
    assert paragraph.text == "The mill in Dorn opened its doors on Monday, said Vera Holt."
    assert paragraph.confirmed_by == newsroom.cora.pk
    assert head(article).reason == "Better English"


def test_pressing_save_unchanged_makes_no_revision(cora, article):
    response = save(cora, article)
    assert response.status_code == 302
    assert head(article).number == 1


def test_pressing_save_unchanged_on_a_real_article_makes_no_revision(cora, newsroom):
    article = import_seed(SEED.read_bytes(), "seeds/a.txt").article
    before = head(article).number
    assert save(cora, article).status_code == 302
    assert head(article).number == before


def test_untidy_words_of_the_importer_survive_a_save_of_something_else(cora, newsroom):
    article = newsroom.article(lines=("Mill", "Two  spaces\u00a0here, said Vera Holt.", "More.", "x"), facts=False)
    save(cora, article, {"text-p2": "More of it."})
    assert head(article).document.paragraph("p1").text == "Two  spaces\u00a0here, said Vera Holt."


def test_a_dropped_line_is_brought_back(cora, article):
    save(cora, article, {"role-p3": "body"})
    assert str(head(article).document.paragraph("p3").role) == "body"


def test_a_fact_is_accepted_with_its_person_picked_by_name(cora, article):
    save(cora, article, {"fact-f0-state": "accepted", "fact-f0-speaker_key": "Vera Holt-Dorn"})
    fact = head(article).document.fact("f0")
    assert str(fact.state) == "accepted"
    assert Person.objects.get(key=fact.values.speaker_key).name == "Vera Holt-Dorn"
    assert "Vera Holt-Dorn" in cora.get(change(article)).content.decode()


def test_the_persons_name_as_shown_is_no_change(cora, article):
    save(cora, article, {"fact-f0-state": "accepted"})
    number = head(article).number
    save(cora, article)
    assert head(article).number == number


def test_a_reworded_quote_is_settled_by_a_tick(cora, article):
    save(cora, article, {"text-p1": "The mill in Dorn opened its doors on Monday, Vera Holt said.",
                         "fact-f0-state": "suggested"})  # fmt: skip
    assert str(head(article).document.fact("f0").anchor) == "reworded"
    assert "Its words were reworded" in cora.get(change(article)).content.decode()
    save(cora, article, {"fact-f0-checked": "1"})
    assert str(head(article).document.fact("f0").anchor) == "exact"


def test_a_lost_quote_is_found_again_by_a_tick_once_its_words_are_back(cora, article):
    save(cora, article, {"text-p1": "Nobody came."})
    assert str(head(article).document.fact("f0").anchor) == "lost"
    response = save(cora, article, {"fact-f0-checked": "1"})
    assert response.status_code == 400
    save(cora, article, {"text-p1": LINES[1], "fact-f0-checked": "1"})
    fact = head(article).document.fact("f0")
    assert (str(fact.anchor), fact.quote) == ("exact", LINES[1].removesuffix("."))


def test_the_machines_value_is_shown_beside_a_changed_one(cora, article):
    save(cora, article, {"fact-f0-event": "opening of the mill"})
    assert "The machine: opening" in cora.get(change(article)).content.decode()


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [("speech", "title", "On mills"), ("claim", "statement", "On mills"), ("initiative", "name", "On mills"),
     ("award", "name", "On mills")],
)  # fmt: skip
def test_a_fact_of_any_kind_is_added_without_script(cora, article, kind, field, value):
    given = {
        "new-kind": kind,
        "new-paragraph": "p2",
        "new-quote": "many villages",
        "new-what": value,
        "new-who": "Dorn",
    }
    assert save(cora, article, given).status_code == 302
    [fact] = [each for each in head(article).document.facts if each.key != "f0"]
    assert str(fact.kind) == kind
    assert getattr(fact.values, field) == value
    page = cora.get(change(article)).content.decode()
    assert f'name="fact-{fact.key}-date_basis"' in page


def test_a_form_sent_twice_adds_its_fact_once(cora, article):
    given = {"new-kind": "claim", "new-paragraph": "p2", "new-quote": "many villages", "new-what": "Many came"}
    page = cora.get(change(article))
    save(cora, article, given, response=page)
    assert save(cora, article, given, response=page).status_code == 400
    assert len(head(article).document.facts) == 2


def test_quantities_are_typed_a_line_each(cora, article):
    given = {"new-kind": "claim", "new-paragraph": "p2", "new-quote": "many villages", "new-what": "Many came"}
    save(cora, article, given)
    key = next(each.key for each in head(article).document.facts if each.key != "f0")
    save(cora, article, {f"fact-{key}-quantities": "1,200 | villages | about | many\r\n3.5 | hours | at least"})
    quantities = head(article).document.fact(key).values.quantities
    assert [(str(q.value), q.unit, q.comparator.value, q.printed) for q in quantities] == [
        ("1200", "villages", "~", "many"), ("3.5", "hours", ">=", ""),
    ]  # fmt: skip
    number = head(article).number
    save(cora, article)
    assert head(article).number == number


def test_the_metadata_and_themes_are_saved_from_the_first_sheet(cora, article):
    save(cora, article, {"meta-rights": "licensed", "meta-rights_basis": "Agreement of 2026", "themes": ["education"]})
    document = head(article).document
    assert (document.metadata.rights, document.metadata.rights_basis) == ("licensed", "Agreement of 2026")
    assert document.themes == ("education",)


def test_joining_splitting_moving_and_adding_are_buttons_of_the_form(cora, article):
    def order():
        return [each.text for each in head(article).document.paragraphs if each.role != "dropped"]

    save(cora, article, do="split:p2", **{"split-p2": "from many"})
    assert order()[2:] == ["Visitors came", "from many villages nearby."]
    save(cora, article, do="join:p2")
    assert order() == list(LINES[:3])
    save(cora, article, do="up:p2")
    assert order() == [LINES[0], LINES[2], LINES[1]]
    save(cora, article, do="down:p2")
    assert order() == list(LINES[:3])
    save(cora, article, do="add:p2", reason="")
    assert order() == [*LINES[:3], ""]
    assert head(article).reason == "Added a paragraph"


def test_a_paragraph_is_joined_over_the_dropped_line_that_broke_it(cora, newsroom):
    lines = ("Mill opens", "The mill opened", "Advertisement", "on Monday.")
    article = newsroom.article(lines, ("headline", "body", "dropped", "body"), facts=False)
    save(cora, article, do="join:p1")
    assert head(article).document.paragraph("p1").text == "The mill opened on Monday."


def test_typing_and_a_join_are_saved_together(cora, article):
    save(cora, article, {"text-p1": "The mill opened,"}, do="join:p1")
    assert head(article).document.paragraph("p1").text == "The mill opened, Visitors came from many villages nearby."


# Problems and proposals


def problem_of(article, rule):
    """The rule's problem in the article, and the name of its choice."""
    found = problems(head(article).document, article.seed.text, glossary())
    each = next(each for each in found if each.rule == rule)
    return each, f"use-{each.paragraph}-{each.start}-{each.fingerprint}"


@pytest.fixture
def shabby(newsroom):
    """A paragraph that begins in lower case, which has one proposal."""
    return newsroom.article(
        ("Mill opens", "the mill opened on Monday , said Vera Holt.", "More came.", "x"), facts=False
    )


def test_a_proposal_is_ticked_and_stands_in_the_text(cora, shabby):
    _, name = problem_of(shabby, "fragment.lower_start")
    save(cora, shabby, {name: "0"})
    assert head(shabby).document.paragraph("p1").text.startswith("The mill")


def test_a_proposal_goes_where_its_words_stand_after_the_typing(cora, shabby):
    _, name = problem_of(shabby, "space.before_mark")
    save(cora, shabby, {name: "0", "text-p1": "At last the mill opened on Monday , said Vera Holt."})
    assert head(shabby).document.paragraph("p1").text == "At last the mill opened on Monday, said Vera Holt."


def test_a_proposal_about_words_typed_over_is_refused_and_the_typing_kept(cora, shabby):
    _, name = problem_of(shabby, "fragment.lower_start")
    response = save(cora, shabby, {name: "0", "text-p1": "Nobody came."})
    assert response.status_code == 400
    assert "Nobody came." in response.content.decode()
    assert head(shabby).number == 1


def test_a_problem_judged_right_is_dismissed_with_its_reason_and_opened_again(cora, shabby, newsroom):
    problem, _ = problem_of(shabby, "fragment.lower_start")
    save(cora, shabby, {"judge": problem.fingerprint, f"because-{problem.fingerprint}": "A poem begins so."})
    [judgement] = head(shabby).document.judgements
    assert (judgement.rule, judgement.reason, judgement.by) == (problem.rule, "A poem begins so.", newsroom.cora.pk)
    assert "A poem begins so." in cora.get(change(shabby)).content.decode()
    save(cora, shabby, {"undo": problem.fingerprint})
    assert head(shabby).document.judgements == ()


def test_a_judgement_needs_its_reason(cora, shabby):
    problem, _ = problem_of(shabby, "fragment.lower_start")
    response = save(cora, shabby, {"judge": problem.fingerprint, f"because-{problem.fingerprint}": " "})
    assert response.status_code == 400


# Two editors at once


def test_edits_of_different_paragraphs_both_win(cora, carl, article):
    page = carl.get(change(article))
    save(cora, article, {"text-p1": "Cora’s words, said Vera Holt."})
    save(carl, article, {"text-p2": "Carl’s words."}, response=page)
    document = head(article).document
    assert document.paragraph("p1").text == "Cora’s words, said Vera Holt."
    assert document.paragraph("p2").text == "Carl’s words."


def test_a_second_editor_keeps_her_typing(cora, carl, article):
    page = carl.get(change(article))
    save(cora, article, {"text-p1": "Cora’s words.", "text-p2": "Cora was here too."})
    response = save(carl, article, {"text-p1": "Carl’s words.", "reason": "Mine"}, response=page)
    assert response.status_code == 409
    shown = sent(response)
    assert shown["text-p1"] == ["Carl’s words."]
    assert shown["text-p2"] == ["Cora was here too."]
    assert shown["base"] == ["2"]
    html = response.content.decode()
    for words in ("The mill in Dorn opened on Monday, said Vera Holt.", "Cora’s"):
        assert words in html
    assert head(article).number == 2


def test_after_a_conflict_a_second_save_wins_knowingly(cora, carl, article):
    page = carl.get(change(article))
    save(cora, article, {"text-p1": "Cora’s words.", "text-p2": "Cora was here too."})
    clash = save(carl, article, {"text-p1": "Carl’s words."}, response=page)
    assert save(carl, article, response=clash).status_code == 302
    document = head(article).document
    assert document.paragraph("p1").text == "Carl’s words."
    assert document.paragraph("p2").text == "Cora was here too."


def test_after_a_conflict_theirs_may_stand_by_a_tick(cora, carl, article):
    page = carl.get(change(article))
    save(cora, article, {"text-p1": "Cora’s words."})
    clash = save(carl, article, {"text-p1": "Carl’s words.", "text-p2": "Carl’s second."}, response=page)
    save(carl, article, {"theirs": ["paragraph:p1"]}, response=clash)
    document = head(article).document
    assert document.paragraph("p1").text == "Cora’s words."
    assert document.paragraph("p2").text == "Carl’s second."


def test_nobody_confirms_unseen_what_a_colleague_wrote_meanwhile(cora, carl, article):
    page = carl.get(change(article))
    save(cora, article, {"text-p1": "Cora’s words."})
    clash = save(carl, article, {"confirmed-p1": "1"}, response=page)
    assert clash.status_code == 409
    assert "confirmed-p1" not in sent(clash)


def test_themes_of_both_stand_after_a_conflict(cora, carl, article):
    page = carl.get(change(article))
    save(cora, article, {"text-p1": "Cora’s words.", "themes": ["education"]})
    clash = save(carl, article, {"text-p1": "Carl’s words.", "themes": ["health"]}, response=page)
    save(carl, article, response=clash)
    assert head(article).document.themes == ("education", "health")


def test_typing_in_a_paragraph_that_was_joined_away_is_given_back(cora, carl, article):
    page = carl.get(change(article))
    save(cora, article, do="join:p1")
    response = save(carl, article, {"text-p2": "Carl’s long labour."}, response=page)
    assert response.status_code == 409
    assert "Carl’s long labour." in response.content.decode()


# Who may not, wrong moment, bad input: the typing is always kept


def kept(response, words):
    return words in response.content.decode()


def test_a_reader_sees_the_workbench_without_a_form(client, article, newsroom):
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.login(username="rex", password=PASSWORD)
    page = client.get(change(article)).content.decode()
    assert LINES[1] in page
    assert "<textarea" not in page
    assert 'name="do"' not in page


def test_a_reader_who_sends_the_form_is_refused_with_the_typing(client, article, newsroom):
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.login(username="rex", password=PASSWORD)
    data = {"base": "1", "sheet": "1", "text-p1": "Rex’s words", "role-p1": "body", "reason": "x"}
    response = client.post(change(article), data)
    assert response.status_code == 403
    assert kept(response, "Rex’s words")
    assert head(article).number == 1


def test_a_spiked_article_is_not_saved_and_the_typing_is_kept(cora, article, newsroom):
    page = cora.get(change(article))
    correcting.spike(article, newsroom.carl, "A hoax")
    response = save(cora, article, {"text-p1": "Too late"}, response=page)
    assert response.status_code == 409
    assert kept(response, "Too late")


def test_a_save_without_a_reason_is_refused_and_the_typing_kept(cora, article):
    response = save(cora, article, {"text-p1": "Half a day’s work."}, reason=" ")
    assert response.status_code == 400
    assert kept(response, "Half a day’s work.")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("meta-dated", "2016-13-01"),
        ("meta-url", "not an address"),
        ("meta-slug", "not a slug!"),
        ("meta-rights", "stolen"),
        ("meta-source", "x" * 301),
        ("fact-f0-date", "yesterday"),
        ("fact-f0-state", "maybe"),
        ("fact-f0-speaker", "x" * 301),
        ("fact-f0-speaker_key", "x" * 201),
        ("role-p1", "poem"),
        ("split-p1", ""),
    ],
)
def test_a_bad_field_is_told_and_everything_typed_kept(cora, article, name, value):
    given = {name: value, "text-p2": "Half a day’s work."}
    response = save(cora, article, given, do="split:p1" if name.startswith("split") else "save")
    assert response.status_code == 400
    assert kept(response, "Half a day’s work.")
    assert f'href="#id_{name}"' in response.content.decode()
    assert head(article).number == 1


def test_words_that_do_not_stand_in_the_paragraph_are_refused_as_a_quote(cora, article):
    response = save(cora, article, {"fact-f0-quote": "The mill closed", "text-p2": "Half a day’s work."})
    assert response.status_code == 400
    assert kept(response, "The mill closed")
    assert kept(response, "Half a day’s work.")


def test_a_monstrous_paragraph_is_refused_and_kept(cora, article):
    response = save(cora, article, {"text-p1": "a" * 200_000})
    assert response.status_code == 413
    assert sent(response)["text-p1"] == ["a" * 200_000]
    assert head(article).number == 1


def test_an_article_grown_beyond_measure_is_refused_and_kept(cora, article, monkeypatch):
    monkeypatch.setattr("articles.admin.form_paragraphs.LONGEST_ARTICLE", 150)
    response = save(cora, article, {"text-p1": "More words. " * 9})
    assert response.status_code == 413
    assert kept(response, "More words. More words.")
    assert save(cora, article, {"text-p1": "Fewer words."}).status_code == 302


def test_another_articles_paragraphs_and_facts_are_refused(cora, article, newsroom):
    other = newsroom.article(("Other", "Other words of Vera Holt.", "x", "y"))
    before = canonical(head(other).document)
    for name, value in (("text-zzz", "a"), ("role-zzz", "body"), ("confirmed-zzz", "1"), ("fact-zzz-state", "rejected"),
                        ("split-zzz", "a"), ("do", "join:zzz"), ("do", "burn:p1")):  # fmt: skip
        response = save(cora, article, {name: value, "text-p1": "Half a day’s work."})
        assert response.status_code == 400, name
        assert kept(response, "Half a day’s work.")
    assert head(article).number == 1
    assert canonical(head(other).document) == before


def test_a_page_without_its_base_is_refused_with_the_typing(cora, article):
    response = save(cora, article, {"base": "77", "text-p1": "Half a day’s work."})
    assert response.status_code == 400
    assert kept(response, "Half a day’s work.")


def test_a_scheduled_edition_is_asked_about_before_the_save(cora, newsroom):
    article = newsroom.published(at=timezone.now() + timedelta(days=1))
    response = save(cora, article, {"text-p1": "The mill opened, said Vera Holt."})
    assert response.status_code == 409
    assert kept(response, "The mill opened, said Vera Holt.")
    assert 'value="cancel"' not in response.content.decode()
    assert save(cora, article, response=response, scheduled="keep").status_code == 302
    assert article.editions.scheduled().exists()


def test_whoever_publishes_may_cancel_the_scheduled_edition_with_a_save(client, newsroom):
    article = newsroom.published(at=timezone.now() + timedelta(days=1))
    client.login(username="ada", password=PASSWORD)
    assert save(client, article, {"text-p1": "The mill opened, said Vera Holt."}, scheduled="cancel").status_code == 302
    assert not article.editions.scheduled().exists()


def test_a_later_edition_says_what_it_changes(cora, newsroom):
    article = newsroom.published()
    save(cora, article, {"text-p1": "The mill opened, said Vera Holt."})
    save(cora, article, {"significance": "correction", "note": "The day was wrong."})
    document = head(article).document
    assert (str(document.significance), document.note) == ("correction", "The day was wrong.")


# Where to look


def test_every_obstacle_leads_to_its_paragraph(cora, article):
    page = cora.get(change(article)).content.decode()
    assert 'href="?sheet=1#p-p1"' in page
    assert 'href="?sheet=1#f-f0"' in page
    assert 'href="?sheet=1#id_meta-rights"' in page


def test_a_paragraph_on_another_sheet_is_found_by_its_key(cora, newsroom):
    lines = ("Mill", *(f"Paragraph number {i} says little." for i in range(60)))
    article = newsroom.article(lines, ("headline", *["body"] * 60), facts=False)
    assert "Paragraph number 59" not in cora.get(change(article)).content.decode()
    assert "Paragraph number 59" in cora.get(change(article), {"at": "p60"}).content.decode()
    response = save(cora, article, {"text-p60": "The end."}, response=cora.get(change(article), {"sheet": "2"}))
    assert response.url.endswith("?sheet=2#p-p60")
    assert head(article).document.metadata == article.revisions.get(number=1).document.metadata


# Notes


def write(client, article, **given):
    return client.post(reverse("admin:articles_article_write_note", args=[article.pk]), given)


def test_a_note_is_written_and_resolved_at_the_workbench(cora, carl, article):
    response = write(cora, article, about="f0", text="Was it Monday?", proposed="on Tuesday")
    assert response.url.endswith("/change/#notes")
    page = carl.get(change(article)).content.decode()
    assert "Was it Monday?" in page
    assert "on Tuesday" in page
    note = article.notes.get()
    assert carl.post(reverse("admin:articles_article_settle_note", args=[article.pk, note.pk])).status_code == 302
    assert article.notes.get().resolved_by.username == "carl"


def test_a_note_without_words_is_refused_and_its_proposal_kept(cora, article):
    response = write(cora, article, text=" ", proposed="on Tuesday")
    assert response.status_code == 400
    assert kept(response, "on Tuesday")
    assert not article.notes.exists()


def test_a_note_is_about_something_of_this_article(cora, article, newsroom):
    assert write(cora, article, about="nothing", text="Well?").status_code == 404
    other = newsroom.article()
    note = noting.note(other, newsroom.cora, "Theirs")
    assert cora.post(reverse("admin:articles_article_settle_note", args=[article.pk, note.pk])).status_code == 404


def test_who_only_reads_writes_no_notes(client, article, newsroom):
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.login(username="rex", password=PASSWORD)
    assert write(client, article, text="Mine").status_code == 403
    assert not article.notes.exists()


def test_a_script_gets_the_notes_alone(cora, article):
    response = write(cora, article, text="Well?")
    response = cora.post(
        reverse("admin:articles_article_write_note", args=[article.pk]),
        {"text": "Again?"},
        headers={"X-Requested-With": "fetch"},
    )
    assert (response.status_code, response.headers["X-Notes"]) == (200, "1")
    assert "<html" not in response.content.decode()
    assert "Again?" in response.content.decode()


# Words selected in the text


def selected(client, article, words, kind="claim", text=None, before="", after="", key="p1"):
    given = {"paragraph": key, "kind": kind, "selected": words, "before": before, "after": after}
    given["text"] = LINES[1] if text is None else text
    return client.post(reverse("admin:articles_article_suggest_fact", args=[article.pk]), given)


def test_selected_words_become_a_quote_with_its_fields_filled(cora, newsroom):
    lines = ("Mill opens", "Vera Holt said in a speech that the mill serves 17 million users.", "More.", "x")
    article = newsroom.article(lines, facts=False)
    answer = selected(cora, article, "the mill serves 17 million users", text=lines[1]).json()
    assert answer["quote"] == "the mill serves 17 million users"
    assert answer["who"] == "Vera Holt"
    assert "17 million" in answer["what"]


def test_words_are_found_by_their_neighbours_whatever_stands_before_them(cora, article):
    text = "🏭 The mill opened. The mill closed."
    answer = selected(cora, article, "The mill", text=text, before="opened. ", after=" closed").json()
    assert answer["quote"] == "The mill closed."


def test_words_that_stand_there_twice_are_widened_until_they_stand_once():
    assert widened("a b a c", 0, 1) == (0, 3)
    assert widened("c a b a", 6, 7) == (4, 7)
    assert widened("a a", 0, 1) == (0, 3)


@pytest.mark.parametrize(
    "given",
    [{"words": "not there"}, {"words": ""}, {"words": "mill", "kind": "poem"}, {"words": "mill", "key": "nobody"},
     {"words": "mill", "text": "mill " * 20_000}],
)  # fmt: skip
def test_words_that_cannot_be_found_are_refused_with_a_sentence(cora, article, given):
    answer = selected(cora, article, **given)
    assert answer.status_code == 400
    assert answer.json()["refusal"]


def test_names_of_the_house_are_offered_and_new_ones_told(cora, article, newsroom):
    Person.objects.create(name="Vera Holt")
    address = reverse("admin:articles_article_known_names", args=[article.pk])
    assert cora.get(address, {"of": "people", "name": "vera"}).json() == {"names": ["Vera Holt"], "known": False}
    assert cora.get(address, {"of": "people", "name": "VERA HOLT"}).json()["known"]
    assert cora.get(address, {"of": "cities", "name": "Dorn"}).status_code == 404


def test_who_only_reads_is_told_no_names_and_suggested_no_facts(client, article, newsroom):
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.login(username="rex", password=PASSWORD)
    assert selected(client, article, "mill").status_code == 403
    address = reverse("admin:articles_article_known_names", args=[article.pk])
    assert client.get(address, {"of": "people", "name": "a"}).status_code == 403


# What is typed against what it was


def differs_from(client, article, against, *typed):
    keys, texts = zip(*typed, strict=True)
    given = {"against": against, "paragraph": keys, "text": texts}
    return client.post(reverse("admin:articles_article_difference", args=[article.pk]), given)


def test_typing_is_compared_with_the_machine_the_last_save_and_the_last_edition(cora, newsroom):
    article = newsroom.published()
    newsroom.correct(article, text="Visitors came from many towns nearby.", key="p2")
    typed = ("p2", "Visitors came from three towns nearby.")
    for against, gone in (("machine", "many villages"), ("save", "many"), ("edition", "many villages")):
        told = differs_from(cora, article, against, typed).json()["p2"]
        assert "".join(text for op, text in told["changes"] if op == "gone") == gone
        assert "".join(text for op, text in told["changes"] if op != "gone") == typed[1]
        assert 0 < told["rate"] < 100


def test_there_is_no_edition_to_compare_with_before_the_first(cora, article):
    assert differs_from(cora, article, "edition", ("p1", "x")).status_code == 400
    assert differs_from(cora, article, "yesterday", ("p1", "x")).status_code == 400


def test_the_page_tells_what_the_correction_took(cora, article):
    assert "Rewritten so far: 0 %" in cora.get(change(article)).content.decode()
    save(cora, article, {"text-p2": "Nobody came."})
    words = [len(bare_words(each)) for each in (*LINES[:2], "Nobody came.")]
    # Of “Visitors came from many villages nearby.”, seven words and marks, “came” and the full stop stay.
    assert f"HTER {round(100 * 5 / sum(words))} %" in cora.get(change(article)).content.decode()


def test_the_page_tells_problems_for_each_thousand_words_before_and_after(cora, newsroom):
    lines = ("Mill opens", "The the mill opened ,said Vera Holt.", "They came.", "Reply")
    article = newsroom.article(lines=lines, facts=False)
    save(cora, article, {"text-p1": "The mill opened, said Vera Holt."})
    came, words = Article.objects.get(pk=article.pk).machine_problems, sum(len(bare_words(each)) for each in lines[:3])
    told = " ".join(cora.get(change(article)).content.decode().split())
    assert f"Problems per 1,000 words: {round(1000 * came / words, 1)} as it came" in told


def test_several_facts_are_added_in_one_save(cora, article):
    given = {}
    for number, quote in (("", "many villages"), ("-3", "Visitors"), ("-4", "nearby")):
        given |= {f"new-kind{number}": "claim", f"new-paragraph{number}": "p2", f"new-quote{number}": quote}
    assert save(cora, article, given).status_code == 302
    quotes = [each.quote for each in head(article).document.facts if each.key != "f0"]
    assert quotes == ["Visitors", "many villages", "nearby"]
    assert head(article).number == 2


def test_a_new_fact_that_cannot_be_used_keeps_the_others_typed(cora, article):
    given = {"new-quote": "many villages", "new-paragraph": "p2", "new-kind": "claim", "new-who-2": "Vera Holt"}
    response = save(cora, article, given)
    assert response.status_code == 400
    page = response.content.decode()
    assert "Copy the words that state it from the paragraph." in page
    assert "many villages</textarea>" in page
    assert 'value="Vera Holt"' in page
    assert len(head(article).document.facts) == 1


# The correction memory


@pytest.fixture
def memory(db):
    return Wording.objects.create(wrong="many villages", right="the villages", key="many villages", kept=3, left=1)


def offer(page):
    found = re.search(r'name="(use-p2-[^"]+)" value="0"', page)
    return found and found[1]


def test_what_was_put_before_is_offered_under_the_word_and_taken(cora, article, memory):
    page = cora.get(change(article))
    assert "Put as “the villages” in 3 of 4 approved articles." in page.content.decode()
    save(cora, article, {offer(page.content.decode()): "0"}, response=page)
    assert head(article).document.paragraph("p2").text == "Visitors came from the villages nearby."


def test_an_offer_is_no_open_problem_and_can_be_dismissed(cora, article, memory):
    page = cora.get(change(article)).content.decode()
    assert "0 open problems" in page
    fingerprint = offer(page).rpartition("-")[2]
    save(cora, article, {"judge": fingerprint, f"because-{fingerprint}": "Not here"})
    again = cora.get(change(article)).content.decode()
    assert "“Not here”" in again
    assert offer(again) is None


def test_an_offer_forgotten_meanwhile_refuses_no_save(cora, article, memory):
    page = cora.get(change(article))
    Wording.objects.update(left=9)
    name = offer(page.content.decode())
    assert save(cora, article, {name: "0", "text-p1": "It opened."}, response=page).status_code == 302
    assert head(article).document.paragraph("p2").text == "Visitors came from the villages nearby."


# The original beside the machine's words


def test_the_original_stands_beside_in_its_own_language_and_direction(cora, article):
    original = "磨坊开门\n维拉·霍尔特说，多恩的磨坊周一开门了。\n附近许多村庄的人都来了。"
    save(cora, article, {"meta-original_text": original, "meta-language": "zh-Hans"})
    page = cora.get(change(article)).content.decode()
    for line in original.split("\n"):
        assert f'<p dir="auto" lang="zh-Hans">{line}</p>' in page
    assert '<textarea name="meta-original_text" id="id_meta-original_text" rows="3" dir="auto" lang="zh-Hans">' in page


def test_a_language_in_words_is_no_language_tag(cora, article):
    save(cora, article, {"meta-original_text": "فتحت المطحنة", "meta-language": "Arabic, I think"})
    page = cora.get(change(article)).content.decode()
    assert '<p dir="auto">فتحت المطحنة</p>' in page
    assert 'lang="Arabic' not in page


# Words found on every sheet


@pytest.fixture
def long_article(newsroom):
    lines = tuple(f"Paragraph of the mill, number {number}." for number in range(1, 95))
    return newsroom.article(lines=lines, roles=(Role.HEADLINE, *(Role.BODY,) * 93), facts=False)


def test_words_are_found_on_whatever_sheet_they_stand(cora, long_article):
    address = reverse("admin:articles_article_find_words", args=[long_article.pk])
    found = cora.get(address, {"words": "NUMBER 9"}).json()["found"]
    assert [(each["place"], each["words"]) for each in found] == [
        (9, "number 9"),
        *((n, "number 9") for n in (90, 91, 92, 93, 94)),
    ]
    assert {each["sheet"] for each in found} == {1, 3}
    assert cora.get(address, {"words": "  "}).json()["found"] == []


def test_words_are_found_without_a_script(cora, long_article):
    page = cora.get(change(long_article), {"find": "number 90", "sheet": "2"}).content.decode()
    assert '<a href="?sheet=3#p-p89">Paragraph 90, sheet 3</a>' in page
    assert "does not stand in the article" in cora.get(change(long_article), {"find": "<b>"}).content.decode()


# Notes on facts


def test_a_note_on_a_fact_stands_at_the_fact_with_the_words_it_proposes(cora, article, newsroom):
    note = noting.note(article, newsroom.ada, "Was it Monday?", "f0", "opened on Tuesday")
    page = cora.get(change(article)).content.decode()
    fact = page[page.index('id="f-f0"') : page.index("</fieldset>", page.index('id="f-f0"'))]
    assert "Was it Monday?" in fact
    assert "<q>opened on Tuesday</q>" in fact
    assert f'form="settle-{note.pk}"' in fact


def test_a_remark_on_the_grammar_is_shown_and_counts_as_no_problem(cora, newsroom):
    lines = ("Mill opens", "The minister did not went to the mill in Dorn, said Vera Holt.")
    article = newsroom.article(lines=lines, roles=(Role.HEADLINE, Role.BODY), facts=False)
    page = cora.get(change(article)).text
    assert "grammar.DidPast" in page
    assert "0 open problems, 0 blocking" in page
    assert ", 0.0 now" in page
    document = head(article).document
    (remark,) = [each for each in problems_and_remarks(document, article.seed.text) if each.is_remark]
    save(cora, article, {f"use-{remark.paragraph}-{remark.start}-{remark.fingerprint}": "0"})
    assert head(article).document.paragraph("p1").text == lines[1].replace("went", "go")


def test_a_remark_on_the_grammar_can_be_dismissed(cora, newsroom):
    lines = ("Mill opens", "The minister did not went to the mill in Dorn, said Vera Holt.")
    article = newsroom.article(lines=lines, roles=(Role.HEADLINE, Role.BODY), facts=False)
    (remark,) = [each for each in problems_and_remarks(head(article).document, article.seed.text) if each.is_remark]
    because = {"judge": [remark.fingerprint], f"because-{remark.fingerprint}": "He speaks so."}
    save(cora, article, because)
    assert [(each.rule, each.reason) for each in head(article).document.judgements] == [
        ("grammar.DidPast", "He speaks so.")
    ]
