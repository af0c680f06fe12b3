"""Two at once. Threads on real connections: of two who would both win, exactly one does, and nothing is half done."""

import contextlib
import functools
import itertools
import threading
from dataclasses import replace

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.errors import Conflict, Refused, WrongMoment
from articles.models import Article, Revision, Seed, Wording
from articles.steps import approving, correcting, noting, previewing, publishing
from articles.steps.importing import Outcome, import_seed
from articles.steps.moving import locked
from articles.steps.verifying import verify
from articles.text.correction import Correction, ParagraphEdit
from articles.text.document import Judgement, Significance
from articles.text.readiness import open_problems
from articles.text.roles import Role
from tests.cast import hire
from tests.conftest import prove_share
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


# A whole desk on one article


class Desk:
    """People on threads who each try one move of the article again and again, whoever else does what."""

    def __init__(self, room, article):
        self.room, self.article = room, article
        self.done = {move: [] for move in ("correct", "submit", "approve", "publish")}

    def run(self, threads, turns):
        people = itertools.cycle((self.approve, self.correct, self.publish, self.submit))
        acts = [functools.partial(self.turns, next(people), place, turns) for place in range(threads)]
        assert at_once(*acts) == [None] * threads

    def turns(self, move, place, turns):
        for turn in range(turns):
            with contextlib.suppress(Refused):
                self.done[move.__name__].append(move(place, turn))

    def approve(self, place, turn):
        return approving.approve(self.article, self.one_of("ada", "bea", place), self.head.digest)

    def publish(self, place, turn):
        return publishing.publish(self.article, self.one_of("ada", "bea", place))

    def submit(self, place, turn):
        return correcting.submit(self.article, self.one_of("cora", "carl", place))

    def correct(self, place, turn):
        words = f"Visitors came from many villages nearby, told {place} to {turn}."
        edit = ParagraphEdit("p2", words, Role.BODY, True)
        judged = tuple(self.judgements(words))
        change = Correction(paragraphs=(edit,), significance=Significance.UPDATE, note=words, judgements=judged)
        return correcting.save(self.article, self.one_of("cora", "carl", place), self.head.number, change, "Told")

    def judgements(self, words):
        """The numbers in her words are right: she says so."""
        document = self.head.document
        new = replace(document, paragraphs=tuple(
            replace(each, text=words) if each.key == "p2" else each for each in document.paragraphs
        ))  # fmt: skip
        for found in open_problems(new, self.article.seed.text):
            yield Judgement(found.rule, found.fingerprint, found.paragraph, "checked", self.room.cora.pk)

    def one_of(self, one, other, place):
        return self.room.cast[(one, other)[place % 8 < 4]]

    @property
    def head(self):
        return self.room.head(self.article)


BECOMES = {"approve": ("in review", "approved"), "publish": ("approved", "done"), "submit": ("correcting", "in review")}


def told_by_the_log(article, start):
    """The stage that the article's Revisions and Acts lead to, each from the stage it needs."""
    stage = "in review"
    saved = [(each.at, "correct") for each in article.revisions.filter(at__gt=start)]
    for _, action in sorted(saved + [(each.at, each.action) for each in article.acts.filter(at__gt=start)]):
        needs, becomes = BECOMES.get(action, (stage, "correcting"))
        assert stage == needs, f"{action} at {stage}"
        stage = becomes
    return stage


def everybody_at_once(room, threads, turns):
    article = room.submitted()
    start = timezone.now()
    desk = Desk(room, article)
    desk.run(threads, turns)
    article = Article.objects.get(pk=article.pk)
    assert article.stage == told_by_the_log(article, start)
    for move in ("submit", "approve", "publish"):
        assert article.acts.filter(action=move, at__gt=start).count() == len(desk.done[move]), move
    assert article.editions.count() == len(desk.done["publish"])
    assert article.revisions.filter(at__gt=start).count() == len([each for each in desk.done["correct"] if each])
    assert sound()
    return desk


def test_a_desk_of_people_on_one_article_leaves_what_the_log_explains(room):
    desk = everybody_at_once(room, threads=8, turns=3)
    assert desk.done["correct"]


@pytest.mark.prove
def test_fifty_people_on_one_article_leave_what_the_log_explains(room):
    fifty, rounds = connection.vendor == "postgresql", max(1, round(4 * prove_share()))
    won = set()
    for each in range(30):
        desk = everybody_at_once(room, threads=50 if fifty else 12, turns=4)
        won |= {move for move, done in desk.done.items() if done}
        if each + 1 >= rounds and {"correct", "approve"} <= won:
            return
    raise AssertionError(f"Of all the moves, only these were ever made: {won}")


def test_work_on_another_article_does_not_wait(room):
    busy, other = room.article(), room.article()
    held, release, finished = threading.Event(), threading.Event(), threading.Event()
    base = room.head(other).number

    def hold():
        with transaction.atomic():
            locked(busy)
            held.set()
            release.wait(30)

    def work():
        held.wait(30)
        saved = correcting.save(other, room.carl, base, edit("p1", "Carl's words."), "Carl")
        finished.set()
        return saved

    def watch():
        held.wait(30)
        # SQLite has one writer at a time: there the other waits for its turn, and gets it.
        in_time = finished.wait(10 if connection.vendor == "postgresql" else 0.3)
        release.set()
        return in_time

    _, saved, in_time = at_once(hold, work, watch)
    assert saved.number == base + 1
    assert in_time is (connection.vendor == "postgresql")
    assert sound()


def test_all_who_publish_what_the_memory_knows_at_once_are_counted(room):
    """Half of them keep what others leave, and the other way round."""
    words = (
        "It pays by micro letter.",
        "It pays by messenger.",
        "It floats on water face.",
        "It floats on the surface.",
    )
    right = {words[0]: words[1], words[2]: words[3]}
    approved = []
    for each in range(14):
        machine = (words[0], words[2]) if each % 2 else (words[2], words[0])
        article = room.article((f"Mill {each}", *machine), (Role.HEADLINE, Role.BODY, Role.BODY), facts=False)
        changed = [("p1", right[machine[0]]), ("p2", right[machine[1]])]
        for key, text in changed if each < 2 else changed[:1]:
            room.correct(article, text=text, key=key)
        if each < 2:
            room.published(article)
        else:
            approved.append(room.approved(article))
    before = dict(Wording.objects.values_list("right", "kept"))
    results = at_once(*(functools.partial(publishing.publish, article, room.ada) for article in approved))
    assert winners(results) == results
    assert {
        right: kept - before[right] for right, kept in Wording.objects.values_list("right", "kept")
    } == dict.fromkeys(before, 6)
    assert sound()


def test_one_note_is_resolved_by_one_of_two(room):
    remark = noting.note(room.article(), room.bea, "Which Monday?")
    results = at_once(*(lambda who=who: noting.resolve(remark, who) for who in (room.cora, room.carl)))
    assert len(winners(results)) == 1
    assert [type(each) for each in results if isinstance(each, Exception)] == [WrongMoment]


def test_every_opening_of_a_preview_is_counted(room):
    article = room.article()
    made = previewing.make(article, room.cora, room.head(article).digest, 1)
    at_once(*(lambda: previewing.opened(made.token) for _ in range(6)))
    made.link.refresh_from_db()
    assert made.link.openings == 6
