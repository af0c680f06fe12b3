"""The correction memory: what editors put in published articles is remembered, counted, and offered."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Wording
from articles.steps import publishing, redacting
from articles.steps.remembering import remembered

pytestmark = pytest.mark.django_db

MACHINE = "Most people there pay with micro letter every day, said Vera Holt."
BETTER = "Most people there pay with a messenger every day, said Vera Holt."
HEAD, LAST = "Mill opens its doors", "Visitors came from many villages nearby."


def article(newsroom, number, machine=MACHINE):
    return newsroom.article(lines=(HEAD + " again" * number, machine, LAST, "Leave a Reply"), facts=False)


def publish(newsroom, number, text=BETTER):
    made = article(newsroom, number)
    if text != MACHINE:
        newsroom.correct(made, text=text)
    return newsroom.published(made)


def counts():
    return {each.right: (each.kept, each.left) for each in Wording.objects.all()}


def test_what_was_put_in_a_published_article_is_remembered(newsroom):
    publish(newsroom, 1)
    assert counts() == {"a messenger": (1, 0)}
    [one] = remembered([f"They use Micro letter. {MACHINE}"])
    assert (one.wrong, one.right) == ("micro letter", "a messenger")


def test_a_draft_teaches_nothing(newsroom):
    newsroom.correct(article(newsroom, 1), text=BETTER)
    assert counts() == {}


def test_each_article_is_counted_whether_it_kept_to_it_or_not(newsroom):
    for number in (1, 2):
        publish(newsroom, number)
    publish(newsroom, 3, MACHINE)
    publish(newsroom, 4, BETTER.replace("a messenger", "their telephones"))
    assert counts() == {"a messenger": (2, 2), "their telephones": (1, 0)}


def test_a_later_edition_teaches_only_what_is_new_in_it(newsroom):
    done = publish(newsroom, 1)
    newsroom.again(done, BETTER.replace("Most people", "Many people"))
    assert counts()["a messenger"] == (1, 0)


def test_what_was_left_more_often_than_taken_is_offered_no_more(newsroom):
    publish(newsroom, 1)
    assert remembered([MACHINE])
    for number in (2, 3):
        publish(newsroom, number, MACHINE)
    assert remembered([MACHINE]) == ()


def test_a_lone_word_is_offered_once_two_articles_put_it_so(newsroom):
    machine = "The millet phone sells well there, said Vera Holt."
    for number, offered in ((1, 0), (2, 1)):
        made = article(newsroom, number, machine)
        newsroom.correct(made, text=machine.replace("millet", "rice"))
        newsroom.published(made)
        assert len(remembered(["A millet shop"])) == offered


def test_asking_costs_the_same_however_much_is_remembered(newsroom):
    rows = [Wording(wrong=f"word{i} letter", right="x", key=f"word{i} letter", kept=1) for i in range(3000)]
    Wording.objects.bulk_create(rows)
    with CaptureQueriesContext(connection) as asked:
        assert len(remembered(["word7 letter stands here"])) == 1
    assert len(asked) == 1


def test_rebuilding_learns_the_same_again(newsroom):
    publish(newsroom, 1)
    publish(newsroom, 2, MACHINE)
    before = counts()
    Wording.objects.update(kept=99)
    call_command("rebuild", verbosity=0)
    assert counts() == before


def test_what_a_court_takes_away_is_forgotten(newsroom):
    done = publish(newsroom, 1)
    publishing.withdraw(done, newsroom.ada, "A court’s order")
    redacting.request(done, newsroom.ada, 1, "A court’s order")
    redacting.confirm(done, newsroom.bea, 1)
    assert counts() == {}
