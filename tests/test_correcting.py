import pytest

from articles.errors import BadInput, Blocked, Conflict, NotAllowed, WrongMoment
from articles.models import Article, Person, Revision, Theme
from articles.models.drafts import read_draft
from articles.steps import correcting, noting, publishing
from articles.steps.readiness import readiness
from articles.steps.workflow import Action, open_to
from articles.text.correction import Correction, FactEdit, ParagraphEdit
from articles.text.document import FactState, Significance, canonical
from articles.text.facts.kinds import Speech
from articles.text.roles import Role
from articles.text.structure import Join
from tests.newsroom import LINES, new_claim


def now(article):
    return Article.objects.get(pk=article.pk)


def rows_are_the_head(article, newsroom):
    return canonical(read_draft(now(article))) == newsroom.head(article).text


def test_a_correction_is_one_revision_with_one_author(newsroom):
    article = newsroom.article()
    revision = newsroom.correct(article, text="The mill in Dorn opened on Monday, Vera Holt said.")
    assert (revision.number, revision.author, revision.reason) == (2, newsroom.cora, "Better English")
    assert now(article).stage == "correcting"
    assert rows_are_the_head(article, newsroom)


def test_the_machines_words_stay_as_revision_one(newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="Other words.")
    first = article.revisions.get(number=1)
    assert first.document.paragraph("p1").text == LINES[1]
    assert first.author is None


def test_a_save_that_changes_nothing_creates_nothing(newsroom):
    article = newsroom.ready()
    before = article.changed_at
    assert newsroom.correct(article, confirmed=True) is None
    assert now(article).head == 2
    assert now(article).changed_at == before


def test_a_reader_of_the_desk_cannot_correct(newsroom):
    article = newsroom.article()
    with pytest.raises(NotAllowed, match="may not correct"):
        newsroom.correct(article, by=newsroom.rex, text="Other words.")
    assert now(article).head == 1


def test_a_deactivated_editor_cannot_correct(newsroom):
    article = newsroom.article()
    newsroom.cora.is_active = False
    with pytest.raises(NotAllowed):
        newsroom.correct(article, text="Other words.")


def test_a_correction_without_a_reason_is_refused(newsroom):
    article = newsroom.article()
    with pytest.raises(BadInput, match="Give the reason"):
        newsroom.correct(article, text="Other words.", reason="  ")
    assert now(article).head == 1


def test_a_second_editor_of_other_words_keeps_both(newsroom):
    article = newsroom.article()
    mine = Correction(paragraphs=(ParagraphEdit("p2", "Guests came from many villages.", Role.BODY, True),))
    newsroom.correct(article, text="Theirs.", by=newsroom.carl)
    correcting.save(article, newsroom.cora, 1, mine, "Mine")
    document = newsroom.head(article).document
    assert [document.paragraph(key).text for key in ("p1", "p2")] == ["Theirs.", "Guests came from many villages."]
    assert rows_are_the_head(article, newsroom)


def test_a_second_editor_of_the_same_words_gets_all_three_versions(newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="Theirs.", by=newsroom.carl)
    mine = Correction(paragraphs=(ParagraphEdit("p1", "Mine.", Role.BODY, False),))
    with pytest.raises(Conflict, match="Nothing of yours is lost") as refusal:
        correcting.save(article, newsroom.cora, 1, mine, "Mine")
    (clash,) = refusal.value.clashes
    assert (clash.unit, clash.theirs, clash.mine) == ("paragraph:p1", "[body] Theirs.", "[body] Mine.")
    assert now(article).head == 2


def test_a_base_that_never_was_is_refused(newsroom):
    article = newsroom.article()
    with pytest.raises(BadInput, match="no Revision 7"):
        correcting.save(article, newsroom.cora, 7, Correction(note="x"), "Mine")


def test_an_id_of_another_article_changes_nothing(newsroom):
    article, other = newsroom.article(), newsroom.article()
    stray = Correction(paragraphs=(ParagraphEdit("nowhere", "Mine.", Role.BODY, True),))
    with pytest.raises(BadInput, match="not in this article"):
        correcting.save(article, newsroom.cora, 1, stray, "Mine")
    assert (now(article).head, now(other).head) == (1, 1)


def test_accepting_a_fact_makes_the_person_once(newsroom):
    article, other = newsroom.ready(), newsroom.ready()
    person = Person.objects.get()
    assert person.name == "Vera Holt"
    assert {newsroom.head(each).document.fact("f0").values.speaker_key for each in (article, other)} == {person.key}


def test_a_person_is_picked_by_the_name_an_editor_types(newsroom):
    article = newsroom.article()
    house = Person.objects.create(name="V. Holt")
    values = Speech(speaker="Vera Holt", speaker_key="name:V. Holt")
    correcting.save(article, newsroom.cora, 1, Correction(facts=(FactEdit("f0", FactState.ACCEPTED, values, ""),)), "x")
    assert newsroom.head(article).document.fact("f0").values.speaker_key == house.key


def test_a_fact_that_loses_its_words_blocks(newsroom):
    article = newsroom.ready()
    newsroom.correct(article, text="Something else altogether.")
    with pytest.raises(Blocked) as refusal:
        correcting.submit(article, newsroom.cora)
    assert any("lost its words" in each for each in refusal.value.reasons)
    assert now(article).stage == "correcting"


@pytest.mark.parametrize(
    ("undone", "said"),
    [
        (lambda room, article: room.correct(article, confirmed=False), "is not confirmed"),
        (lambda room, article: unsaid_rights(room, article), "rights are not known"),
        (lambda room, article: noting.note(article, room.ada, "Which Monday?"), "note is open"),
    ],
    ids=["unconfirmed", "rights", "note"],
)
def test_what_is_open_keeps_an_article_from_review(newsroom, undone, said):
    article = newsroom.ready()
    undone(newsroom, article)
    with pytest.raises(Blocked) as refusal:
        correcting.submit(article, newsroom.cora)
    assert [each for each in refusal.value.reasons if said in each]
    assert f"{'one thing is' if len(refusal.value.reasons) == 1 else '2 things are'} open" in str(refusal.value)


def unsaid_rights(newsroom, article):
    head = newsroom.head(article)
    metadata = type(head.document.metadata)(slug="mill")
    correcting.save(article, newsroom.cora, head.number, Correction(metadata=metadata), "Rights unclear")


def test_a_fresh_import_lists_everything_that_is_open(newsroom):
    reasons = readiness(newsroom.article(), newsroom.head(Article.objects.get()).document)
    assert len([each for each in reasons if "not confirmed" in each]) == 3
    assert [each for each in reasons if "neither accepted nor rejected" in each]


def test_only_who_may_sees_a_button(newsroom):
    article = newsroom.submitted()
    assert set(open_to(article, newsroom.cora)) == {
        Action.CORRECT,
        Action.TAKE,
        Action.ASSIGN,
        Action.RECALL,
        Action.SPIKE,
    }
    assert {Action.APPROVE, Action.SEND_BACK} < set(open_to(article, newsroom.ada))
    assert open_to(article, newsroom.rex) == ()


def test_an_article_in_review_is_recalled_or_corrected_back(newsroom):
    article = newsroom.submitted()
    correcting.recall(article, newsroom.cora)
    assert now(article).stage == "correcting"
    correcting.submit(article, newsroom.cora)
    newsroom.correct(article, text="The mill in Dorn opened on Monday, said Vera Holt, smiling.")
    assert now(article).stage == "correcting"


def test_taking_an_approved_article_leaves_its_approval(newsroom):
    article = newsroom.approved()
    correcting.take(article, newsroom.carl)
    assert (now(article).stage, now(article).assignee) == ("approved", newsroom.carl)


def test_an_article_is_assigned_only_to_who_can_correct_it(newsroom):
    article = newsroom.article()
    with pytest.raises(BadInput, match="may not correct"):
        correcting.assign(article, newsroom.ada, newsroom.rex)
    correcting.assign(article, newsroom.ada, newsroom.carl)
    assert now(article).assignee == newsroom.carl


def test_a_spiked_article_rests_until_it_is_revived(newsroom):
    article = newsroom.article()
    correcting.spike(article, newsroom.cora, "A duplicate")
    with pytest.raises(WrongMoment):
        newsroom.correct(article, text="Other words.")
    correcting.revive(article, newsroom.cora)
    assert now(article).stage == "correcting"


def test_what_is_public_cannot_be_spiked(newsroom):
    article = newsroom.published()
    with pytest.raises(WrongMoment, match="Withdraw it first"):
        correcting.spike(article, newsroom.cora, "A duplicate")


def test_an_old_revision_comes_back_as_a_new_one(newsroom):
    article = newsroom.article()
    newsroom.correct(article, text="Worse words.")
    revision = correcting.restore(article, newsroom.carl, 1, 2)
    assert (revision.number, revision.restores, revision.author) == (3, 1, newsroom.carl)
    assert revision.text == article.revisions.get(number=1).text
    assert rows_are_the_head(article, newsroom)


def test_restoring_facts_that_a_join_had_moved_gives_them_back(newsroom):
    article = newsroom.article()
    correcting.save(article, newsroom.cora, 1, Correction(structure=(Join("p0", "p1"),)), "Joined")
    assert newsroom.head(article).document.fact("f0").paragraph == "p0"
    correcting.restore(article, newsroom.cora, 1, 2)
    assert rows_are_the_head(article, newsroom)


def test_a_new_fact_stays_through_later_saves(newsroom):
    article = newsroom.article()
    correcting.save(article, newsroom.cora, 1, Correction(new_facts=(new_claim("The mill in Dorn opened"),)), "A claim")
    newsroom.correct(article, text="At last the mill in Dorn opened on Monday, said Vera Holt.")
    fact = newsroom.head(article).document.fact("new")
    text = newsroom.head(article).document.paragraph("p1").text
    assert text[fact.start : fact.end] == fact.quote
    assert fact.quote.endswith("mill in Dorn opened")
    assert rows_are_the_head(article, newsroom)


def test_an_unknown_theme_is_refused_and_a_known_one_kept(newsroom):
    article = newsroom.article()
    theme = Theme.objects.create(name="Windmills")
    with pytest.raises(BadInput, match="no theme “sails”"):
        correcting.save(article, newsroom.cora, 1, Correction(themes=frozenset({"sails"})), "Themes")
    correcting.save(article, newsroom.cora, 1, Correction(themes=frozenset({theme.slug})), "Themes")
    assert list(now(article).themes.all()) == [theme]
    assert rows_are_the_head(article, newsroom)


def test_correcting_what_is_published_asks_how_much_it_changes(newsroom):
    article = newsroom.published()
    newsroom.correct(article, text="The mill in Dorn opened on Monday, said Vera Holt, smiling.")
    assert newsroom.head(article).document.significance is Significance.UNSAID
    with pytest.raises(Blocked) as refusal:
        correcting.submit(article, newsroom.cora)
    assert [each for each in refusal.value.reasons if "how much this edition changes" in each]


def test_a_correction_asks_about_the_scheduled_edition_before_it_saves(newsroom, tomorrow):
    article = newsroom.published(at=tomorrow)
    head = newsroom.head(article)
    mine = Correction(paragraphs=(ParagraphEdit("p1", "Mine.", Role.BODY, True),))
    with pytest.raises(WrongMoment, match="keep or cancel"):
        correcting.save(article, newsroom.cora, head.number, mine, "Mine")
    assert Revision.objects.count() == head.number
    with pytest.raises(NotAllowed):
        correcting.save(article, newsroom.cora, head.number, mine, "Mine", scheduled="cancel")
    correcting.save(article, newsroom.ada, head.number, mine, "Mine", scheduled="cancel")
    assert not article.editions.scheduled().exists()


def test_a_kept_edition_stays_scheduled(newsroom, tomorrow):
    article = newsroom.approved()
    edition = publishing.publish(article, newsroom.ada, tomorrow)
    newsroom.correct(article, text="The mill in Dorn opened on Monday, said Vera Holt, smiling.")
    assert article.editions.scheduled().get() == edition
