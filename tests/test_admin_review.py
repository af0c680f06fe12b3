"""Review, the words about what will happen, and the record: what an approver must have seen before she approves."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from articles.models import Act, Revision
from articles.steps import approving, correcting, noting, previewing, publishing
from articles.text.correction import Correction, FactEdit, ParagraphEdit
from articles.text.document import FactState
from articles.text.roles import Role
from articles.text.structure import Join, Move, Split
from tests.cast import PASSWORD
from tests.newsroom import new_claim

AT_LAST = "The mill in Dorn opened at last on Monday, said Vera Holt."
LINES = (
    "Mill opens its doors",
    "The mill in Dorn opened on Monday, said Vera Holt. It cost 3 million euros, and nobody complained.",
    "Visitors came from many villages nearby to see it.",
    "Leave a Reply",
)


def url(name, *args):
    return reverse(f"admin:articles_article_{name}", args=args)


@pytest.fixture
def ada(client, newsroom):
    client.login(username="ada", password=PASSWORD)
    return client


def review(client, article):
    return client.get(url("review", article.pk))


def reshape(newsroom, article, *structure):
    head = newsroom.head(article).number
    return correcting.save(article, newsroom.cora, head, Correction(structure=structure), "Reshaped", "keep")


def told(response):
    return [each.told for each in response.context["differences"].paragraphs]


# Text


def test_a_joined_paragraph_is_called_joined_and_no_word_of_it_is_new(ada, newsroom):
    article = newsroom.published()
    reshape(newsroom, article, Join("p1", "p2"))
    response = review(ada, article)
    assert told(response) == ["same", "joined from 2 paragraphs"]
    assert "<del> ¶</del> Visitors came" in response.content.decode()
    assert "<ins>" not in response.content.decode().replace("<ins>green and underlined</ins>", "")


def test_a_split_and_a_moved_paragraph_are_called_so(ada, newsroom):
    article = newsroom.published(newsroom.article(LINES))
    reshape(newsroom, article, Split("p1", LINES[1].index(" It cost"), "s1"))
    assert told(review(ada, article)) == ["same", "split into 2 paragraphs", "same"]
    reshape(newsroom, article, Move("p2", "p0"))
    assert told(review(ada, article)) == ["same", "moved", "split into 2 paragraphs"]


def test_the_machines_words_are_compared_as_they_were_joined(ada, newsroom):
    article = newsroom.article()
    reshape(newsroom, article, Join("p1", "p2"))
    assert told(review(ada, article)) == ["same", "same"]


def test_numbers_and_names_that_changed_are_listed_apart(ada, newsroom):
    article = newsroom.published(newsroom.article(LINES))
    newsroom.correct(article, text=LINES[1].replace("3 million", "30 million").replace("Holt", "Hold"))
    response = review(ada, article)
    found = {each.kind: (each.gone, each.new) for _, each in response.context["differences"].guarded}
    assert found == {"number": (("3 million",), ("30 million",)), "name": (("Holt",), ("Hold",))}
    assert 'href="#d-2"' in response.content.decode()
    assert 'id="d-2"' in response.content.decode()


def test_a_number_in_a_joined_paragraph_is_not_called_new(ada, newsroom):
    article = newsroom.published(newsroom.article((*LINES[:2], "Some 400 visitors came from nearby.", LINES[3])))
    reshape(newsroom, article, Join("p1", "p2"))
    assert review(ada, article).context["differences"].guarded == ()


def test_facts_and_themes_are_told_field_by_field(ada, newsroom):
    article = newsroom.published()
    fact = newsroom.head(article).document.fact("f0")
    values = type(fact.values)(speaker="Vera Holt", event="the opening of the mill")
    edit = Correction(facts=(FactEdit("f0", FactState.ACCEPTED, values, ""),), new_facts=(new_claim("Dorn"),),
                      themes=frozenset({"education"}))  # fmt: skip
    correcting.save(article, newsroom.cora, newsroom.head(article).number, edit, "The event", "keep")
    response = review(ada, article)
    html = response.content.decode()
    shown = {each.standing: [said.label for said in each.said] for each in response.context["differences"].facts}
    assert shown == {"changed": ["Event"], "added": ["Statement", "Claimant, as printed", "Person, house name"]}
    assert "<ins>the </ins>opening" in html
    assert "<ins>Education</ins>" in html


# What readers are told


def test_what_is_more_than_minor_is_said_before_anybody_approves(ada, newsroom):
    article = newsroom.published(newsroom.article(LINES))
    newsroom.correct(article, text=LINES[1].replace("3 million", "30 million"), significance="correction",
                     note="It cost 30 million, not 3.")  # fmt: skip
    html = review(ada, article).content.decode()
    assert "It is more than minor" in html
    assert "A number changed: “3 million” became “30 million”" in html
    assert "It cost 30 million, not 3." in html


def test_a_better_wording_is_said_to_be_minor_perhaps(ada, newsroom):
    article = newsroom.published(newsroom.article(LINES))
    newsroom.correct(article, text=LINES[1].replace("and nobody", "but nobody"))
    html = review(ada, article).content.decode()
    assert "it may be called minor" in html
    assert "nobody has said how much it changes" in html


def test_a_first_edition_is_neither(ada, newsroom):
    assert "What readers are told" not in review(ada, newsroom.submitted()).content.decode()


def test_the_page_as_readers_will_see_it_is_one_key_away(ada, newsroom):
    article = newsroom.submitted()
    assert f'href="{url("preview", article.pk)}" accesskey="v"' in review(ada, article).content.decode()


# Approving


def test_whoever_approves_an_older_revision_reads_what_changed_since(ada, newsroom):
    article = newsroom.submitted()
    digest = newsroom.head(article).digest
    newsroom.correct(article, key="p2", text="Visitors came from all villages nearby.")
    correcting.submit(article, newsroom.cora)
    response = ada.post(url("act", article.pk, "approve"), {"digest": digest, "page": "review"})
    assert response.status_code == 409
    assert response.context["read"].number == 2
    assert [each.told for each in response.context["since"].paragraphs] == ["same", "same", "changed"]
    html = response.content.decode()
    assert "What changed since revision 2, which you had before you" in html
    assert f'value="{newsroom.head(article).digest}"' in html


def test_a_form_of_approval_sent_twice_approves_once(ada, newsroom):
    article = newsroom.submitted()
    form = {"digest": newsroom.head(article).digest, "page": "review"}
    assert ada.post(url("act", article.pk, "approve"), form).status_code == 302
    again = ada.post(url("act", article.pk, "approve"), form)
    assert again.status_code == 409
    assert "you can approve only what is in review" in again.content.decode()
    assert article.acts.filter(action="approve").count() == 1


# Notes


def test_words_proposed_for_a_paragraph_are_shown_against_its_own(ada, newsroom):
    article = newsroom.submitted()
    noting.note(article, newsroom.bea, "Better?", "p2", "Visitors came from many hamlets nearby.")
    noting.note(article, newsroom.bea, "And here?", "p2", "Ask the mayor first")
    html = review(ada, article).content.decode()
    assert "<del>villages</del><ins>hamlets</ins>" in html
    assert "<q>Ask the mayor first</q>" in html


def test_a_note_leads_to_the_fact_it_is_about_or_says_that_its_words_are_gone(ada, newsroom):
    article = newsroom.submitted()
    noting.note(article, newsroom.bea, "Was it she?", "f0")
    noting.note(article, newsroom.bea, "And this?", "p2")
    reshape(newsroom, article, Join("p1", "p2"))
    html = review(ada, article).content.decode()
    assert "?at=f0#f-f0" in html
    assert "on words that are gone" in html


# What will happen


def tomorrow(days=1):
    return timezone.now() + timedelta(days=days)


def test_the_page_says_what_will_happen_when(ada, newsroom):
    article = newsroom.published()
    newsroom.again(article, AT_LAST, significance="update", note="At last.", at=tomorrow())
    html = review(ada, article).content.decode()
    assert "edition 2 goes live, and edition 1 stays in the history." in html
    assert "needs an approval of its own" not in html
    newsroom.correct(article, key="p2", text="Visitors came from all villages nearby.")
    assert "What is being corrected now is not in it" in review(ada, article).content.decode()


def test_publishing_is_told_with_what_it_does_to_the_others(ada, newsroom):
    article = newsroom.published()
    newsroom.again(article, AT_LAST, significance="update", note="At last.", at=tomorrow())
    newsroom.correct(
        article, text="Visitors came from all villages nearby.", key="p2", significance="update", note="Again."
    )
    correcting.submit(article, newsroom.cora)
    approving.approve(article, newsroom.bea, newsroom.head(article).digest)
    html = review(ada, article).content.decode()
    assert "Edition 1 is live until this one is, and then stays in the history." in html
    assert "It is cancelled if this one goes live then or earlier" in html
    publishing.publish(article, newsroom.ada, tomorrow(2))
    assert article.editions.scheduled().count() == 2
    newsroom.correct(article, text="Visitors came from everywhere.", key="p2", significance="update", note="Again.")
    correcting.submit(article, newsroom.cora)
    approving.approve(article, newsroom.bea, newsroom.head(article).digest)
    publishing.publish(article, newsroom.ada)
    assert article.editions.scheduled().count() == 0


def test_what_is_approved_says_that_nobody_sees_it_yet(ada, newsroom):
    assert "stays unseen until somebody publishes it" in review(ada, newsroom.approved()).content.decode()


def test_bringing_a_revision_back_asks_whether_to_keep_what_is_scheduled(client, newsroom):
    article = newsroom.published(at=tomorrow())
    client.login(username="cora", password=PASSWORD)
    html = client.get(url("history", article.pk)).content.decode()
    assert "Edition 1 is due" in html
    assert "Only who publishes may cancel it." in html
    form = {"number": "1", "base": "2"}
    unsaid = client.post(url("restore", article.pk), form)
    assert unsaid.status_code == 409
    assert "Say whether to keep or cancel it" in unsaid.content.decode()
    assert client.post(url("restore", article.pk), {**form, "scheduled": "cancel"}).status_code == 403
    assert newsroom.head(article).number == 2
    assert article.editions.scheduled().exists()
    assert client.post(url("restore", article.pk), {**form, "scheduled": "keep"}).status_code == 302
    assert article.editions.scheduled().exists()


def test_who_publishes_may_cancel_it_with_the_correction(ada, newsroom):
    article = newsroom.published(at=tomorrow())
    assert "cancel it: readers never get it" in ada.get(url("history", article.pk)).content.decode()
    form = {"number": "1", "base": "2", "scheduled": "cancel"}
    assert ada.post(url("restore", article.pk), form).status_code == 302
    assert not article.editions.scheduled().exists()


# The record


def test_the_record_has_every_revision_and_act_with_who_when_and_its_digest(ada, newsroom):
    article = newsroom.published()
    link = previewing.make(article, newsroom.cora, newsroom.head(article).digest, 1).link
    previewing.revoke(link, newsroom.ada)
    response = ada.get(url("timeline", article.pk))
    html = response.content.decode()
    for row in (*Revision.objects.all(), *Act.objects.all(), article.editions.get()):
        assert row.digest in html
    entries = response.context["entries"]
    assert [each.what for each in entries][-2:] == ["Preview link made", "Preview link revoked"]
    assert [each.at for each in entries] == sorted(each.at for each in entries)
    assert {each.who for each in entries} == {"Galley", "cora", "ada"}
    assert response.context["findings"] == []
    assert "every digest is that of its words" in html
    assert url("timeline", article.pk) in ada.get(url("history", article.pk)).content.decode()


def forged_by(who, act):
    """Past every guard, as somebody with the database in their hands would."""
    past, back = {
        "sqlite": ("DROP TRIGGER articles_act_frozen", "SELECT 1"),
        "postgresql": ("SET session_replication_role = replica", "SET session_replication_role = DEFAULT"),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(past)
        cursor.execute("UPDATE articles_act SET by_id = %s WHERE id = %s", [who.pk, act.pk])
        cursor.execute(back)


def test_the_record_of_a_tampered_article_says_so(ada, newsroom):
    article, other = newsroom.published(), newsroom.published()
    act = article.acts.get(action="approve")
    forged_by(newsroom.bea, act)
    html = ada.get(url("timeline", article.pk)).content.decode()
    assert "this record is not as it was left" in html
    assert f"act {act.number} is not what its digest says" in html
    assert ada.get(url("timeline", other.pk)).context["findings"] == []


def test_the_record_of_an_article_nobody_touched_is_short(ada, newsroom):
    response = ada.get(url("timeline", newsroom.article().pk))
    assert [each.what for each in response.context["entries"]] == ["Revision 1"]


def test_a_paragraph_that_came_back_from_what_was_dropped_is_new(ada, newsroom):
    article = newsroom.published()
    edit = Correction(paragraphs=(ParagraphEdit("p3", "Leave a Reply", Role.BODY, True),))
    correcting.save(article, newsroom.cora, newsroom.head(article).number, edit, "Kept", "keep")
    assert told(review(ada, article)) == ["same", "same", "same", "new"]
