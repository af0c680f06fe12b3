"""What must be true of an article at every moment, whatever was done to it: asked of the rows alone."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from articles.models import Edition, Published
from articles.steps.verifying import of_article
from articles.steps.workflow import MOVES, Action
from articles.text.document import FactState
from articles.text.roles import READER_ROLES

HOURS = (-40, -1, 0, 1, 40)


def archive_is_sound(article):
    """Digests, chains, approvals, intervals; every word of the seed once; the rows are the head."""
    assert [each.sentence for each in of_article(article)] == []


def one_edition_is_live_at_most(editions):
    for moment in (timezone.now() + timedelta(hours=hour) for hour in HOURS):
        assert len([each for each in live_at(moment, editions) if each.withheld_at is None]) <= 1
    live = live_at(timezone.now(), editions)
    assert set(Edition.objects.live()) >= {each for each in live if each.withheld_at is None}


def another_approved_what_readers_get(revisions, acts, editions):
    """Told from the log and the authors alone."""
    approvals = {act.revision: act.by_id for act in acts if act.action == "approve"}
    before = 0
    for edition in editions:
        number = edition.revision.number
        assert approvals[number] == edition.approver_id
        assert edition.approver_id not in {each.author_id for each in revisions[before:number]}
        before = number


def index_has_the_editions_intervals(article):
    names = ("live_from", "live_until", "withheld", "edition__live_from", "edition__live_until", "edition__withheld_at")
    rows = Published.objects.filter(edition__article=article).order_by().values_list(*names).distinct()
    for start, until, withheld, edition_start, edition_until, edition_withheld in rows:
        assert (start, until, withheld) == (edition_start, edition_until, edition_withheld is not None)


def quotes_stand_where_they_say(document):
    """Of an article's head: an accepted fact's words are at their place, or known to be lost."""
    words = {each.key: each.text for each in document.paragraphs}
    for fact in document.facts:
        if fact.state is FactState.ACCEPTED and fact.anchor != "lost":
            assert words.get(fact.paragraph, "")[fact.start : fact.end] == fact.quote


def is_fit_for_readers(article, document):
    """What was just approved: nothing is open in it."""
    assert document.metadata.rights != "unknown"
    assert not article.notes.open().exists()
    shown = {each.key: each for each in document.paragraphs if each.role in READER_ROLES}
    assert all(each.confirmed_by for each in shown.values())
    for fact in document.facts:
        assert fact.state is not FactState.SUGGESTED
        assert fact.state is FactState.REJECTED or (fact.anchor != "lost" and fact.paragraph in shown)


def nothing_is_shown(article):
    """What was just withdrawn as a whole."""
    assert not article.editions.readable().exists()
    assert not article.editions.scheduled().exists()


def moves_are_of_the_table(stage, act, by, now):
    """The act was open to whoever did it, at the stage the article was at, and led where the table says."""
    move = MOVES.get(Action(act.action))
    if move is not None:
        assert stage in move.stages
        assert by.has_perm(f"articles.{move.permission}")
        assert move.becomes is None or now == move.becomes


class Past:
    """What was once so stays so: rows that were written, and which edition was live when."""

    def __init__(self, article):
        self.article, self.kept, self.live = article, {}, []

    def look(self):
        """The article's frozen rows as they are now, in order, without their texts, and how many notes are open."""
        self.revisions = list(self.article.revisions.defer("text").order_by("number"))
        self.acts = list(self.article.acts.order_by("number"))
        editions = self.article.editions.select_related("revision").defer("text", "revision__text")
        self.editions = list(editions.order_by("number"))
        self.open_notes = self.article.notes.open().count()

    def holds(self):
        """Of what was looked at last."""
        self._has_every_row()
        now = timezone.now()
        one_edition_is_live_at_most(self.editions)
        another_approved_what_readers_get(self.revisions, self.acts, self.editions)
        for moment, live in self.live:
            assert live_at(moment, self.editions) == live, moment
        self.live.append((now, live_at(now, self.editions)))

    def _has_every_row(self):
        for name in ("revisions", "acts", "editions"):
            rows = {each.number: each.digest for each in getattr(self, name)}
            assert list(rows) == list(range(1, len(rows) + 1)), f"{name} have a gap"
            assert self.kept.get(name, {}).items() <= rows.items(), f"{name} were changed or lost"
            self.kept[name] = rows


def live_at(moment, editions):
    """The editions whose interval covers the moment, withheld since or not."""
    covering = (each for each in editions if each.live_from <= moment and not each.is_cancelled)
    return [each for each in covering if each.live_until is None or each.live_until > moment]


def readers_are_answered(article):
    """Each edition's address: its page, that it is gone, or that there is no such thing, and no word of the others."""
    client, now = Client(), timezone.now()
    for edition in article.editions.all():
        seen = edition.live_from <= now and not edition.is_cancelled
        withheld = edition.withheld_at is not None and edition.live_from <= edition.withheld_at
        answer = client.get(edition.get_absolute_url(), follow=True)
        assert answer.status_code == (410 if withheld else 200 if seen else 404), edition.number
        if answer.status_code != 200 and edition.document.paragraphs:
            assert edition.document.paragraphs[-1].text not in answer.content.decode()
