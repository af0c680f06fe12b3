"""E-mail to colleagues: who has one, when, and what cannot be smuggled into it."""

import smtplib

import pytest
from django.core import mail
from django.db import transaction

from articles.models import Act, Article, Message, Note
from articles.steps import approving, correcting, messaging, noting, publishing
from tests.cast import hire
from tests.newsroom import LINES, Newsroom

EVERYONE = ("cora", "carl", "ada", "bea", "rex")


@pytest.fixture
def room(newsroom, settings):
    settings.SITE_URL = "https://news.example"
    return with_addresses(newsroom)


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """What a step sends, once it is committed, as (to, body) in the order of addresses."""

    def sent(step):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            step()
        return sorted((to, each.body) for each in mail.outbox for to in each.recipients())

    return sent


def with_addresses(newsroom):
    for name in EVERYONE:
        user = newsroom.cast[name]
        user.email = f"{name}@news.example"
        user.save()
    return newsroom


def names(messages):
    return [to.partition("@")[0] for to, _ in messages]


def test_approvers_are_told_that_an_article_waits_for_them(room, sent):
    article = room.ready()
    messages = sent(lambda: correcting.submit(article, room.cora))
    assert names(messages) == ["ada", "bea"]
    assert "cora submitted it for review." in messages[0][1]
    assert f"https://news.example/admin/articles/article/{article.pk}/review/" in messages[0][1]


def told_on_the_desk(who):
    return [messaging.told(each.about).said for each in Message.objects.unseen_by(who)]


def test_what_is_mailed_is_on_the_desk_as_well_of_those_without_an_address_too(room, sent):
    article = room.ready()
    room.bea.email = ""
    room.bea.save()
    assert names(sent(lambda: correcting.submit(article, room.cora))) == ["ada"]
    assert told_on_the_desk(room.ada) == told_on_the_desk(room.bea) == ["cora submitted it for review."]
    assert told_on_the_desk(room.cora) == told_on_the_desk(room.rex) == []


def test_each_move_is_told_on_the_desk_once(room):
    article = room.submitted()
    approving.send_back(article, room.ada, "names", "Who is Vera Holt?")
    noting.resolve(noting.note(article, room.ada, "Ask her, @cora! @cora"), room.cora)
    room.approved(article)
    publishing.publish(article, room.ada)
    publishing.withdraw(article, room.bea, "It was wrong.")
    assert told_on_the_desk(room.cora) == [
        "bea withdrew all its editions. Somebody else must countersign.\n\nIt was wrong.",
        "ada approved it.",
        "ada mentioned you in a note:\n\nAsk her, @cora! @cora",
        "ada sent it back (names):\n\nWho is Vera Holt?",
    ]


def test_a_message_seen_is_gone_from_ones_own_desk_alone(room):
    room.submitted()
    mine, hers = Message.objects.unseen_by(room.ada).get(), Message.objects.unseen_by(room.bea).get()
    assert messaging.see(room.ada, [mine.pk, hers.pk]) == 1
    assert (told_on_the_desk(room.ada), len(told_on_the_desk(room.bea))) == ([], 1)


def test_an_approver_who_corrected_the_article_is_not_asked_to_approve_it(room, sent):
    article = room.ready()
    room.correct(article, by=room.bea, text=f"{LINES[1]} It rained.")
    assert names(sent(lambda: correcting.submit(article, room.cora))) == ["ada"]


def test_the_editors_who_worked_on_it_learn_that_it_was_approved(room, sent):
    article = room.ready()
    room.correct(article, by=room.carl, text=f"{LINES[1]} It rained.")
    correcting.submit(article, room.cora)
    messages = sent(lambda: approving.approve(article, room.ada, room.head(article).digest))
    assert names(messages) == ["carl", "cora"]


def test_an_editor_learns_why_it_was_sent_back(room, sent):
    article = room.submitted()
    [(to, body)] = sent(lambda: approving.send_back(article, room.ada, "names", "Who is Vera Holt?"))
    assert to == "cora@news.example"
    assert "sent it back (names):\n\nWho is Vera Holt?" in body


def test_everyone_who_worked_on_it_and_every_approver_learns_of_a_withdrawal(room, sent):
    article = room.published()
    messages = sent(lambda: publishing.withdraw(article, room.ada, "It was wrong."))
    assert names(messages) == ["bea", "cora"]
    assert "all its editions" in messages[0][1]
    assert "It was wrong." in messages[0][1]


def test_a_colleague_named_in_a_note_is_told(room, sent):
    article = room.article()
    messages = sent(lambda: noting.note(article, room.cora, "Is this right, @ada? @carl. And @ada again"))
    assert names(messages) == ["ada", "carl"]


@pytest.mark.parametrize("text", ["her address is no@ada", "ada", "@adam", "@ ada", "@@ada", "@cora"])
def test_who_is_not_named_is_not_told(room, sent, text):
    assert sent(lambda: noting.note(room.article(), room.cora, text)) == []


def test_who_may_see_no_article_is_sent_no_note_about_one(room, sent):
    assert sent(lambda: noting.note(room.article(), room.cora, "@rex look")) == []


def test_a_note_that_names_a_crowd_is_kept_and_tells_the_first_of_them(room, sent):
    crowd = " ".join(f"@nobody{number}" for number in range(40_000))
    assert names(sent(lambda: noting.note(room.article(), room.cora, f"@ada {crowd} @bea"))) == ["ada"]
    assert Note.objects.count() == 1


def test_who_has_no_address_or_has_left_is_sent_nothing(room, sent):
    article = room.ready()
    room.ada.email = ""
    room.ada.save()
    room.bea.is_active = False
    room.bea.save()
    assert sent(lambda: correcting.submit(article, room.cora)) == []


def test_an_editor_who_has_left_does_not_learn_of_the_approval(room, sent):
    article = room.submitted()
    room.cora.is_active = False
    room.cora.save()
    assert sent(lambda: approving.approve(article, room.ada, room.head(article).digest)) == []


def test_two_accounts_with_one_address_have_one_message(room, sent):
    room.bea.email = "ADA@news.example"
    room.bea.save()
    assert len(sent(lambda: correcting.submit(room.ready(), room.cora))) == 1


def test_nobody_learns_who_else_was_told(room, sent):
    sent(lambda: correcting.submit(room.ready(), room.cora))
    assert [len(each.recipients()) for each in mail.outbox] == [1, 1]


def test_a_headline_or_a_name_cannot_add_a_header(room, sent):
    lines = ("Mill\u2028opens\x85its doors", *LINES[1:])
    article = room.ready(room.article(lines=lines))
    Article.objects.filter(pk=article.pk).update(headline="Mill\r\nBcc: all@news.example")
    room.cora.first_name = "Cora\r\nBcc: all@news.example\r\n\r\n<b>"
    room.cora.save()
    assert names(sent(lambda: correcting.submit(article, room.cora))) == ["ada", "bea"]
    message = mail.outbox[0].message()
    assert message["Subject"] == "[Galley] Mill Bcc: all@news.example"
    assert message["Bcc"] is None
    assert message.get_content_type() == "text/plain"
    assert "<b>" in mail.outbox[0].body


def test_an_address_that_would_add_a_header_is_logged_and_the_others_are_told(room, sent, caplog):
    room.ada.email = "ada@news.example\nBcc: all@news.example"
    room.ada.save()
    assert names(sent(lambda: correcting.submit(room.ready(), room.cora))) == ["bea"]
    assert "could not be sent" in caplog.text


@pytest.mark.parametrize("fault", [ConnectionRefusedError("no server"), smtplib.SMTPException("no")])
def test_a_mail_server_that_fails_is_logged_and_undoes_no_step(room, sent, caplog, monkeypatch, fault):
    def fail(*_):
        raise fault

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", fail)
    article = room.ready()
    assert sent(lambda: correcting.submit(article, room.cora)) == []
    assert "2 messages could not be sent" in caplog.text
    assert Article.objects.get(pk=article.pk).stage == "in review"


@pytest.mark.django_db(transaction=True)
def test_a_step_undone_tells_nobody():
    room = with_addresses(Newsroom(hire()))
    article = room.ready()
    mail.outbox.clear()
    with transaction.atomic():
        correcting.submit(article, room.cora)
        transaction.set_rollback(True)
    assert not Act.objects.filter(action="submit").exists()
    assert not Message.objects.exists()
    assert mail.outbox == []
    correcting.submit(article, room.cora)
    assert len(mail.outbox) == 2
