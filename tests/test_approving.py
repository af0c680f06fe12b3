import pytest
from django.contrib.auth.models import User

from articles.errors import BadInput, Blocked, MovedOn, NotAllowed, WrongMoment
from articles.models import Article
from articles.steps import approving, correcting, noting, publishing
from articles.text.correction import Correction, FactEdit
from articles.text.document import FactState


def stage(article):
    return Article.objects.get(pk=article.pk).stage


def approve(newsroom, article, by=None):
    return approving.approve(article, by or newsroom.ada, newsroom.head(article).digest)


SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."


def test_somebody_who_wrote_none_of_it_approves(newsroom):
    article = newsroom.submitted()
    act = approve(newsroom, article)
    assert (act.action, act.by, act.revision, act.subject_digest) == (
        "approve",
        newsroom.ada,
        2,
        newsroom.head(article).digest,
    )
    assert stage(article) == "approved"


def test_an_editor_cannot_approve(newsroom):
    article = newsroom.submitted()
    with pytest.raises(NotAllowed, match="may not approve"):
        approve(newsroom, article, newsroom.carl)


def test_a_superuser_who_wrote_some_of_it_cannot_approve(newsroom):
    root = User.objects.create_superuser("root")
    article = newsroom.submitted(by=root)
    with pytest.raises(NotAllowed, match="had a hand in"):
        approve(newsroom, article, root)
    assert stage(article) == "in review"


def test_edit_and_let_a_colleague_touch_a_comma(newsroom):
    article = newsroom.ready(by=newsroom.ada)
    newsroom.correct(article, text=SMILING)
    correcting.submit(article, newsroom.cora)
    with pytest.raises(NotAllowed):
        approve(newsroom, article)
    approve(newsroom, article, newsroom.bea)


def test_who_changed_a_theme_or_a_fact_cannot_approve(newsroom):
    article = newsroom.ready()
    fact = newsroom.head(article).document.fact("f0")
    values = type(fact.values)(speaker="Vera Holt", event="the opening")
    edit = Correction(facts=(FactEdit("f0", FactState.ACCEPTED, values, ""),))
    correcting.save(article, newsroom.ada, newsroom.head(article).number, edit, "The event")
    correcting.submit(article, newsroom.cora)
    with pytest.raises(NotAllowed):
        approve(newsroom, article)


def test_who_confirmed_a_paragraph_cannot_approve(newsroom):
    article = newsroom.ready()
    newsroom.correct(article, confirmed=False)
    newsroom.correct(article, by=newsroom.ada, confirmed=True)
    correcting.submit(article, newsroom.cora)
    with pytest.raises(NotAllowed):
        approve(newsroom, article)


def test_who_uploaded_the_seed_cannot_approve(newsroom):
    article = newsroom.submitted(newsroom.article(uploaded_by=newsroom.ada))
    with pytest.raises(NotAllowed):
        approve(newsroom, article)


def test_whose_old_words_were_restored_cannot_approve(newsroom):
    article = newsroom.published()
    newsroom.again(article, SMILING, approver=newsroom.ada)
    old = newsroom.correct(
        article, by=newsroom.bea, text="Bea wrote: the mill in Dorn opened on Monday, said Vera Holt."
    )
    newsroom.again(article, SMILING.replace("smiling", "beaming"), approver=newsroom.ada)
    head = newsroom.head(article).number
    correcting.restore(article, newsroom.cora, old.number, head)
    assert newsroom.bea.pk in approving.contributors(article, newsroom.head(article))


def test_an_edition_that_readers_had_starts_the_count_anew(newsroom):
    article = newsroom.submitted(by=newsroom.ada)
    approve(newsroom, article, newsroom.bea)
    publishing.publish(article, newsroom.bea)
    newsroom.again(article, SMILING, approver=newsroom.ada)
    assert article.editions.count() == 2


def test_a_scheduled_and_cancelled_edition_starts_nothing_anew(newsroom, tomorrow):
    article = newsroom.submitted(by=newsroom.ada)
    approve(newsroom, article, newsroom.bea)
    publishing.publish(article, newsroom.bea, tomorrow)
    publishing.cancel(article, newsroom.bea, 1)
    newsroom.correct(article, text=SMILING)
    correcting.submit(article, newsroom.cora)
    with pytest.raises(NotAllowed):
        approve(newsroom, article)


def test_a_withheld_edition_starts_nothing_anew(newsroom):
    article = newsroom.submitted(by=newsroom.ada)
    approve(newsroom, article, newsroom.bea)
    publishing.publish(article, newsroom.bea)
    publishing.withdraw(article, newsroom.bea, "Wrong")
    newsroom.correct(article, text=SMILING, significance="minor")
    correcting.submit(article, newsroom.cora)
    with pytest.raises(NotAllowed):
        approve(newsroom, article)


def test_a_one_person_desk_may_say_so(newsroom, settings):
    settings.FOUR_EYES = False
    article = newsroom.submitted(by=newsroom.ada)
    approve(newsroom, article)
    assert publishing.publish(article, newsroom.ada).four_eyes is False


def test_approval_is_of_the_words_on_the_screen(newsroom):
    article = newsroom.submitted()
    on_screen = newsroom.head(article).digest
    newsroom.correct(article, text=SMILING)
    correcting.submit(article, newsroom.cora)
    with pytest.raises(MovedOn, match="Read what changed"):
        approving.approve(article, newsroom.ada, on_screen)
    assert stage(article) == "in review"


def test_an_open_note_keeps_an_article_from_approval(newsroom):
    article = newsroom.submitted()
    remark = noting.note(article, newsroom.bea, "Which Monday?", "p1")
    with pytest.raises(Blocked):
        approve(newsroom, article)
    noting.resolve(remark, newsroom.cora)
    approve(newsroom, article)


def test_the_wrong_moment_is_told(newsroom):
    article = newsroom.ready()
    with pytest.raises(WrongMoment, match="you can approve only what is in review"):
        approve(newsroom, article)


def test_it_goes_back_with_a_category_and_a_reason(newsroom):
    article = newsroom.submitted()
    with pytest.raises(BadInput, match="Choose why"):
        approving.send_back(article, newsroom.ada, "mood", "No")
    with pytest.raises(BadInput, match="Give the reason"):
        approving.send_back(article, newsroom.ada, "names", " ")
    act = approving.send_back(article, newsroom.ada, "names", "Who is Vera?")
    assert (act.category, act.reason, stage(article)) == ("names", "Who is Vera?", "correcting")


def test_a_correction_ends_the_approval(newsroom):
    article = newsroom.approved()
    newsroom.correct(article, text=SMILING)
    with pytest.raises(WrongMoment):
        publishing.publish(article, newsroom.ada)


def test_a_revoked_approval_publishes_nothing(newsroom):
    article = newsroom.approved()
    approving.revoke(article, newsroom.bea, "Second thoughts")
    correcting.submit(article, newsroom.cora)
    with pytest.raises(WrongMoment):
        publishing.publish(article, newsroom.ada)
    assert approving.approval_of(Article.objects.get(pk=article.pk)) is None


def test_approving_twice_is_refused_the_second_time(newsroom):
    article = newsroom.approved()
    with pytest.raises(WrongMoment):
        approve(newsroom, article, newsroom.bea)
    assert article.acts.filter(action="approve").count() == 1
