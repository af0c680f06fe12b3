"""Two at once. Threads on real connections: of two who would both win, exactly one does, and nothing is half done."""

import threading

import pytest
from django.db import connection

from articles.errors import Conflict, Refused, WrongMoment
from articles.models import Article, Revision, Seed
from articles.steps import approving, correcting, publishing
from articles.steps.importing import Outcome, import_seed
from articles.steps.verifying import verify
from articles.text.correction import Correction, ParagraphEdit
from articles.text.roles import Role
from tests.cast import hire
from tests.newsroom import Newsroom

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room():
    return Newsroom(hire())


def at_once(*acts):
    """What each act returned or was refused with, all begun at the same moment."""
    start, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place, act):
        start.wait()
        try:
            results[place] = act()
        except Refused as refusal:
            results[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def sound():
    return [each.sentence for each in verify(drafts=True)] == []


def winners(results):
    return [each for each in results if not isinstance(each, Exception)]


def test_of_two_approving_at_once_exactly_one_wins(room):
    article = room.submitted()
    digest = room.head(article).digest
    results = at_once(*(lambda who=who: approving.approve(article, who, digest) for who in (room.ada, room.bea)))
    assert len(winners(results)) == 1
    assert [type(each) for each in results if isinstance(each, Exception)] == [WrongMoment]
    assert article.acts.filter(action="approve").count() == 1
    assert sound()


def test_of_two_publishing_at_once_exactly_one_wins(room):
    article = room.approved()
    results = at_once(*(lambda who=who: publishing.publish(article, who) for who in (room.ada, room.bea)))
    assert len(winners(results)) == 1
    assert article.editions.count() == 1
    assert sound()


def edit(key, text):
    return Correction(paragraphs=(ParagraphEdit(key, text, Role.BODY, False),))


def test_two_saving_different_paragraphs_at_once_both_win(room):
    article = room.article()
    results = at_once(
        lambda: correcting.save(article, room.cora, 1, edit("p1", "Cora's words."), "Cora"),
        lambda: correcting.save(article, room.carl, 1, edit("p2", "Carl's words."), "Carl"),
    )
    assert len(winners(results)) == 2
    document = room.head(article).document
    assert [document.paragraph(key).text for key in ("p1", "p2")] == ["Cora's words.", "Carl's words."]
    assert sound()


def test_two_saving_the_same_paragraph_at_once_lose_nothing(room):
    article = room.article()
    results = at_once(
        lambda: correcting.save(article, room.cora, 1, edit("p1", "Cora's words."), "Cora"),
        lambda: correcting.save(article, room.carl, 1, edit("p1", "Carl's words."), "Carl"),
    )
    assert len(winners(results)) == 1
    (refused,) = [each for each in results if isinstance(each, Conflict)]
    kept = room.head(article).document.paragraph("p1").text
    (clash,) = refused.clashes
    assert {kept, clash.mine.removeprefix("[body] ")} == {"Cora's words.", "Carl's words."}
    assert sound()


def test_a_correction_and_an_approval_at_once_end_in_one_order_or_the_other(room):
    article = room.submitted()
    head = room.head(article)
    results = at_once(
        lambda: correcting.save(article, room.cora, head.number, edit("p2", "Guests came."), "Late"),
        lambda: approving.approve(article, room.ada, head.digest),
    )
    stage = Article.objects.get(pk=article.pk).stage
    assert not isinstance(results[0], Exception)
    assert stage == "correcting"
    assert approving.approval_of(Article.objects.get(pk=article.pk)) is None
    assert sound()


def test_two_importing_the_same_bytes_at_once_make_one_article(room):
    data = b"Mill opens its doors\n\nThe mill in Dorn opened its doors on Monday, said Vera Holt, its owner."
    results = at_once(*(lambda: import_seed(data, "mill.txt") for _ in range(3)))
    assert sorted(each.outcome for each in results) == [Outcome.CREATED, Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert (Seed.objects.count(), Article.objects.count(), Revision.objects.count()) == (1, 1, 1)
    assert sound()
