"""Nobody approves what she had a hand in: every trick, by every door and path."""

import json
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command, get_commands
from django.urls import reverse
from django.utils import timezone

from articles.errors import NotAllowed, WrongMoment
from articles.models import Act, Article, Stage
from articles.steps import approving, correcting, publishing
from articles.steps.importing import import_seed
from articles.steps.verifying import verify
from articles.text.correction import Correction, FactEdit, ParagraphEdit
from articles.text.document import FactState, Judgement
from articles.text.readiness import open_problems
from articles.text.roles import Role
from articles.text.structure import Join
from tests.cast import PASSWORD

BETTER = "The mill in Dorn opened at last on Monday, said Vera Holt."
NUMBER = "The mill in Dorn opened on Monday at 9, said Vera Holt."


def now(article):
    return Article.objects.get(pk=article.pk)


def save(newsroom, article, by, **change):
    head = newsroom.head(article).number
    return correcting.save(article, by, head, Correction(**change), "A reason", "keep")


def approve_and_see_it_refused(newsroom, article, by):
    correcting.submit(article, newsroom.cora)
    with pytest.raises(NotAllowed, match="had a hand in"):
        approving.approve(article, by, newsroom.head(article).digest)
    assert now(article).stage == Stage.IN_REVIEW
    assert approving.approve(article, newsroom.bea, newsroom.head(article).digest).by == newsroom.bea


# One hand in it, however small


def a_comma(newsroom, article):
    newsroom.correct(article, by=newsroom.ada, text=BETTER)


def a_comma_taken_back(newsroom, article):
    newsroom.correct(article, by=newsroom.ada, text=BETTER)
    newsroom.correct(article, text="The mill in Dorn opened on Monday, said Vera Holt.")


def a_theme(newsroom, article):
    save(newsroom, article, newsroom.ada, themes=frozenset({"education"}))


def a_fact(newsroom, article):
    values = newsroom.head(article).document.fact("f0").values
    edit = FactEdit("f0", FactState.ACCEPTED, replace(values, event="the opening"), "")
    save(newsroom, article, newsroom.ada, facts=(edit,))


def the_metadata(newsroom, article):
    metadata = newsroom.head(article).document.metadata
    save(newsroom, article, newsroom.ada, metadata=replace(metadata, byline="Somebody"))


def a_confirmation(newsroom, article):
    newsroom.correct(article, confirmed=False)
    newsroom.correct(article, by=newsroom.ada, confirmed=True)


def a_join(newsroom, article):
    save(newsroom, article, newsroom.ada, structure=(Join("p1", "p2"),))
    newsroom.ready(article)


def a_role(newsroom, article):
    edit = ParagraphEdit("p3", "Leave a Reply", Role.CAPTION, True)
    save(newsroom, article, newsroom.ada, paragraphs=(edit,))


def a_guard(newsroom, article):
    newsroom.correct(article, text=NUMBER)
    document = newsroom.head(article).document
    found = open_problems(document, now(article).seed.text)
    assert found
    judged = tuple(Judgement(p.rule, p.fingerprint, p.paragraph, "checked", newsroom.ada.pk) for p in found)
    save(newsroom, article, newsroom.ada, judgements=judged)


def a_restored_revision(newsroom, article):
    newsroom.correct(article, by=newsroom.ada, text=BETTER)
    newsroom.correct(article, text="The mill in Dorn opened again on Monday, said Vera Holt.")
    head = newsroom.head(article).number
    correcting.restore(article, newsroom.cora, head - 1, head)


HANDS = (a_comma, a_comma_taken_back, a_theme, a_fact, the_metadata, a_confirmation, a_join, a_role, a_guard,
         a_restored_revision)  # fmt: skip


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.__name__)
def test_who_had_any_hand_in_it_does_not_approve_it(newsroom, hand):
    article = newsroom.ready()
    hand(newsroom, article)
    approve_and_see_it_refused(newsroom, article, newsroom.ada)


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.__name__)
def test_a_colleague_who_touches_a_comma_afterwards_clears_nobody(newsroom, hand):
    article = newsroom.ready()
    hand(newsroom, article)
    newsroom.correct(article, key="p0", text="The mill opens its doors", by=newsroom.carl)
    approve_and_see_it_refused(newsroom, article, newsroom.ada)


def test_who_brought_the_seed_in_through_the_site_does_not_approve_it(newsroom):
    article = newsroom.ready(newsroom.article(uploaded_by=newsroom.ada))
    approve_and_see_it_refused(newsroom, article, newsroom.ada)


def test_bringing_known_words_in_again_makes_nobody_a_contributor(newsroom):
    article = newsroom.article()
    import_seed(bytes(article.seed.data), "again.txt", uploaded_by=newsroom.ada)
    newsroom.submitted(article)
    assert approving.approve(article, newsroom.ada, newsroom.head(article).digest)


@pytest.mark.parametrize("end", ["scheduled", "cancelled", "withheld"])
def test_an_edition_readers_never_had_or_lost_clears_nobody(newsroom, tomorrow, end):
    article = newsroom.submitted(by=newsroom.ada)
    approving.approve(article, newsroom.bea, newsroom.head(article).digest)
    publishing.publish(article, newsroom.bea, None if end == "withheld" else tomorrow)
    if end == "cancelled":
        publishing.cancel(article, newsroom.bea, 1)
    elif end == "withheld":
        publishing.withdraw(article, newsroom.bea, "Wrong")
    newsroom.correct(article, text=BETTER, significance="clarification", note="At last.")
    approve_and_see_it_refused(newsroom, article, newsroom.ada)


# A superuser is nobody special


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root", password=PASSWORD)


def test_a_superuser_who_wrote_it_is_refused_by_the_button_and_by_the_bare_form(client, newsroom, root):
    article = newsroom.submitted(by=root)
    client.login(username="root", password=PASSWORD)
    assert (
        "/act/approve/" not in client.get(reverse("admin:articles_article_review", args=[article.pk])).content.decode()
    )
    form = {"digest": newsroom.head(article).digest, "page": "review"}
    response = client.post(reverse("admin:articles_article_act", args=[article.pk, "approve"]), form)
    assert response.status_code == 403
    assert now(article).stage == Stage.IN_REVIEW


@pytest.mark.parametrize(
    "given",
    [
        {"action": "approve", "_selected_action": "1"},
        {"action": "delete_selected", "_selected_action": "1", "post": "yes"},
        {
            "_save": "1",
            "form-TOTAL_FORMS": "1",
            "form-INITIAL_FORMS": "1",
            "form-0-id": "1",
            "form-0-stage": "approved",
        },
    ],
)
def test_the_list_of_articles_approves_and_changes_nothing(client, newsroom, root, given):
    article = newsroom.submitted(by=root)
    client.login(username="root", password=PASSWORD)
    given = {name: str(article.pk) if value == "1" and name in ("_selected_action", "form-0-id") else value
             for name, value in given.items()}  # fmt: skip
    acts = Act.objects.count()
    client.post(reverse("admin:articles_article_changelist"), given)
    assert now(article).stage == Stage.IN_REVIEW
    assert Act.objects.count() == acts


def test_the_forms_of_an_article_take_no_stage_and_no_approval(client, newsroom, root):
    article = newsroom.submitted(by=root)
    client.login(username="root", password=PASSWORD)
    head = newsroom.head(article)
    form = {"base": head.number, "sheet": 1, "do": "save", "reason": "x", "stage": "approved", "approver": root.pk}
    client.post(reverse("admin:articles_article_change", args=[article.pk]), form)
    client.post(f"/admin/articles/article/{article.pk}/", form)
    assert now(article).stage == Stage.IN_REVIEW
    assert not article.acts.filter(action="approve").exists()
    assert client.post(reverse("admin:articles_act_add"), {"action": "approve"}).status_code == 403


# Operators


def test_no_command_of_ours_approves_but_the_demonstration_by_an_account_of_its_own(newsroom, settings):
    settings.DEBUG = True
    ours = {name for name, app in get_commands().items() if app == "articles"}
    assert not [name for name in ours if "approve" in name or "publish" in name]
    article = newsroom.submitted(by=newsroom.ada)
    call_command("demo")
    assert now(article).stage == Stage.IN_REVIEW
    assert not article.acts.filter(action="approve").exists()
    assert [each.sentence for each in verify(drafts=True)] == []


def forged(newsroom, article, by, path, **other):
    """A fixture with an Act of approval that nobody gave, its digest right, and the article at that stage."""
    head, last = newsroom.head(article), article.acts.order_by("-number").first()
    act = Act(
        pk=10**6, article=article, number=last.number + 1, action="approve", by=by, at=timezone.now(),
        revision=head.number, subject_digest=head.digest, previous_digest=last.digest,
    )  # fmt: skip
    for name, value in other.items():
        setattr(act, name, value)
    act.digest = other.get("digest", act.true_digest)
    fields = {field.name: field.value_from_object(act) for field in Act._meta.concrete_fields if field.name != "id"}
    fields = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in fields.items()}
    path.write_text(json.dumps([{"model": "articles.act", "pk": act.pk, "fields": fields}]))
    call_command("loaddata", str(path), verbosity=0)
    Article.objects.filter(pk=article.pk).update(stage=Stage.APPROVED)


def test_an_approval_loaded_as_data_publishes_nothing_that_its_giver_wrote(newsroom, tmp_path):
    article = newsroom.submitted(by=newsroom.ada)
    forged(newsroom, article, newsroom.ada, tmp_path / "act.json")
    assert approving.approval_of(now(article)) is None
    with pytest.raises(WrongMoment):
        publishing.publish(article, newsroom.bea)
    assert not article.editions.exists()


@pytest.mark.parametrize("other", [{"subject_digest": "0" * 64}, {"digest": "0" * 64}, {"revision": 1}])
def test_an_approval_of_other_words_or_with_another_digest_publishes_nothing(newsroom, tmp_path, other):
    article = newsroom.submitted()
    forged(newsroom, article, newsroom.bea, tmp_path / "act.json", **other)
    with pytest.raises(WrongMoment):
        publishing.publish(article, newsroom.ada)
    assert not article.editions.exists()


def test_a_stage_set_by_hand_publishes_nothing(newsroom):
    article = newsroom.submitted()
    Article.objects.filter(pk=article.pk).update(stage=Stage.APPROVED)
    with pytest.raises(WrongMoment):
        publishing.publish(article, newsroom.ada)


def test_an_approval_by_its_writer_on_a_one_person_desk_ends_with_that_desk(newsroom, settings):
    settings.FOUR_EYES = False
    article = newsroom.submitted(by=newsroom.ada)
    approving.approve(article, newsroom.ada, newsroom.head(article).digest)
    settings.FOUR_EYES = True
    with pytest.raises(WrongMoment):
        publishing.publish(article, newsroom.ada)
    settings.FOUR_EYES = False
    assert not publishing.publish(article, newsroom.ada).four_eyes
