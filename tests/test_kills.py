"""Two hundred kills at random moments of import, correct, approve and publish leave nothing half done.

``test_faults`` kills at each statement; here it is by the clock, wherever that falls.
"""

import os
import random
import signal
import time

import pytest
from django.db import connection

from articles.models import Article, Edition, FinishedPage, Published
from articles.steps import approving, correcting, publishing
from articles.steps.importing import import_seed
from articles.steps.preparing import sha256_of
from articles.text.correction import Correction, ParagraphEdit
from articles.text.roles import Role
from tests.cast import hire
from tests.desks import CORPUS
from tests.newsroom import Newsroom
from tests.test_faults import KILLS, SMILING, sound


@pytest.fixture
def room(transactional_db):
    return Newsroom(hire())


def imports(room, number):
    data = CORPUS[number % len(CORPUS)].read_bytes().replace(b" the ", b" the %d " % number, 1)
    known = sha256_of(data)
    return lambda: import_seed(data, f"{number}.txt"), lambda: Article.objects.filter(seed__sha256=known).exists()


def corrects(room, number):
    article = room.article()
    edit = Correction(paragraphs=(ParagraphEdit("p1", SMILING, Role.BODY, True),))
    return lambda: correcting.save(article, room.cora, 1, edit, "Better"), lambda: room.head(article).number == 2


def approves(room, number):
    article = room.submitted()
    approved = article.acts.filter(action="approve")
    return lambda: approving.approve(article, room.ada, room.head(article).digest), approved.exists


def publishes(room, number):
    article = room.approved()
    return lambda: publishing.publish(article, room.ada), article.editions.exists


@pytest.mark.prove
@pytest.mark.parametrize("act", [imports, corrects, approves, publishes])
def test_a_process_killed_at_any_moment_of_its_work_leaves_all_right(room, act):
    """Kills by the clock, wherever they fall: from the first moment to well after an undisturbed one is done."""
    chance, killed, finished = random.Random(7), max(2, round(KILLS * 2.5)), 0
    took = _killed_after(act(room, 10**6)[0], 60)
    for number in range(killed):
        do, done = act(room, number)
        _killed_after(do, chance.uniform(0, 1.5 * took))
        finished += done()
        if not done():
            do()
        assert done()
    assert sound()
    assert index_is_as_made_anew()
    print(f"{killed} kills of {act.__name__}, {killed - finished} before it was done, on {connection.vendor}")


def index_is_as_made_anew():
    """The reading index and the pages say what they would say if they were made from the editions now;
    which articles are near depends on the order in which they came."""
    before = _derived()
    for edition in Edition.objects.all():
        publishing.derive(edition)
    return before == _derived()


def _derived():
    own = (each for each in Published._meta.concrete_fields if not each.primary_key)
    columns = [each.attname for each in own if each.related_model is not Published]
    pages = FinishedPage.objects.order_by("edition").values_list("edition", "etag")
    rows = Published.objects.exclude(kind=Published.Kind.RELATED).values_list(*columns)
    return sorted(map(repr, rows)), list(pages)


def _killed_after(do, seconds):
    """How long a process lived that does it and is killed after so many seconds, if it is not done by then."""
    connection.close()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            do()
        finally:
            os._exit(0)
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if time.monotonic() - start >= seconds:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            break
        time.sleep(0.0005)
    return time.monotonic() - start
