"""Random people do random things in random order; whatever they are refused, the house stays sound."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from articles.errors import Refused
from articles.models import Act, Article, Edition, Published
from articles.steps import approving, correcting, noting, publishing
from articles.steps.verifying import verify
from articles.text.correction import Correction, FactEdit, NewFact, ParagraphEdit
from articles.text.document import FactState, Judgement, Significance
from articles.text.facts.kinds import Claim
from articles.text.readiness import open_problems
from articles.text.roles import Role
from articles.text.structure import Join, Move, Split
from tests.conftest import prove_share
from tests.newsroom import LINES, Newsroom

people = st.sampled_from(["cora", "carl", "ada", "bea", "rex"])
keys = st.sampled_from(["p0", "p1", "p2", "p3"])
texts = st.sampled_from([LINES[1], LINES[2], f"{LINES[1]} Today.", "Nothing of the kind.", "Guests came."])
hours = st.integers(-1, 30)


class TheHouse(RuleBasedStateMachine):
    cast = None  # set by the test: the accounts live in its database

    @initialize()
    def open_house(self):
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.traveller = time_machine.travel(timezone.now(), tick=True)
        self.clock = self.traveller.__enter__()
        self.room = Newsroom(self.cast)
        self.room.made = Article.objects.count()
        self.article = self.room.article()
        self.found = 0

    def teardown(self):
        if not hasattr(self, "savepoint"):
            return
        self.traveller.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    @property
    def now(self):
        return Article.objects.get(pk=self.article.pk)

    def attempt(self, act):
        """The act as a door calls it: whole or refused."""
        try:
            with transaction.atomic():
                return act()
        except Refused:
            return None

    def save(self, who, correction, scheduled="keep", behind=0):
        base = max(1, self.now.head - behind)
        return self.attempt(
            lambda: correcting.save(self.article, self.cast[who], base, correction, "A reason", scheduled)
        )

    @rule(
        who=people,
        key=keys,
        text=texts,
        role=st.sampled_from([Role.BODY, Role.DROPPED]),
        confirmed=st.booleans(),
        behind=st.integers(0, 2),
    )
    def correct(self, who, key, text, role, confirmed, behind):
        role = Role.HEADLINE if key == "p0" else role
        self.save(who, Correction(paragraphs=(ParagraphEdit(key, text, role, confirmed),)), behind=behind)

    @rule(who=people, state=st.sampled_from(FactState), behind=st.integers(0, 1))
    def judge(self, who, state, behind):
        values = self.room.head(self.article).document.fact("f0").values
        self.save(who, Correction(facts=(FactEdit("f0", state, values, ""),)), behind=behind)

    @rule(
        who=people, change=st.sampled_from([Join("p1", "p2"), Split("p1", 9, "s1"), Move("p2", "p0"), Join("p1", "s1")])
    )
    def reshape(self, who, change):
        self.save(who, Correction(structure=(change,)))

    @rule(
        who=people,
        paragraph=st.sampled_from(["p0", "p1", "p2"]),
        quote=st.sampled_from(["Mill", "Visitors came", "opened"]),
    )
    def find_a_fact(self, who, paragraph, quote):
        self.found += 1
        claim = Claim(statement=quote, claimant="Vera Holt")
        self.save(who, Correction(new_facts=(NewFact(f"n{self.found}", paragraph, quote, claim),)))

    @rule(who=people, significance=st.sampled_from(Significance), note=st.sampled_from(["", "What changed."]))
    def grade(self, who, significance, note):
        self.save(who, Correction(significance=significance, note=note), scheduled="cancel")

    @rule(who=st.sampled_from(["cora", "carl", "ada"]))
    def make_ready(self, who):
        self.settle(who)
        document = self.room.head(self.article).document
        self.save(
            who,
            Correction(
                paragraphs=tuple(ParagraphEdit(p.key, p.text, p.role, True) for p in document.paragraphs),
                facts=tuple(FactEdit(f.key, kept_if_found(f), f.values, "", True) for f in document.facts),
                metadata=type(document.metadata)(slug="mill", rights="own", rights_basis="Ours"),
                significance=Significance.UPDATE,
                note="What changed.",
            ),
        )
        found = open_problems(self.room.head(self.article).document, self.now.seed.text)
        checked = (Judgement(p.rule, p.fingerprint, p.paragraph, "checked", self.cast[who].pk) for p in found)
        self.save(who, Correction(judgements=tuple(checked)))
        self.attempt(lambda: correcting.submit(self.article, self.cast[who]))

    @rule(who=st.sampled_from(["ada", "bea"]), delay=st.none() | hours)
    def carry_on(self, who, delay):
        match self.now.stage:
            case "imported" | "correcting":
                self.make_ready("cora")
            case "in review":
                self.approve(who, stale=False)
            case "approved":
                self.publish(who, delay)
            case "done":
                self.correct("carl", "p2", "Guests came by the dozen.", Role.BODY, confirmed=False, behind=0)

    @rule(who=people, number=st.integers(1, 6))
    def restore(self, who, number):
        self.attempt(lambda: correcting.restore(self.article, self.cast[who], number, self.now.head, "keep"))

    @rule(
        who=people,
        act=st.sampled_from(
            [correcting.submit, correcting.recall, correcting.take, correcting.revive, publishing.countersign]
        ),
    )
    def hand_over(self, who, act):
        self.attempt(lambda: act(self.article, self.cast[who]))

    @rule(who=people, act=st.sampled_from([correcting.spike, approving.revoke, publishing.withdraw]))
    def end(self, who, act):
        self.attempt(lambda: act(self.article, self.cast[who], "A reason"))

    @rule(who=people, number=st.integers(1, 3))
    def withdraw_one(self, who, number):
        self.attempt(lambda: publishing.withdraw(self.article, self.cast[who], "A reason", number))

    @rule(who=people)
    def send_back(self, who):
        self.attempt(lambda: approving.send_back(self.article, self.cast[who], "facts", "A reason"))

    @rule(who=people, stale=st.booleans())
    def approve(self, who, stale):
        head = self.room.head(self.article)
        had_a_hand = self.cast[who].pk in approving.contributors(self.now, head)
        digest = "0" * 64 if stale else head.digest
        act = self.attempt(lambda: approving.approve(self.article, self.cast[who], digest))
        assert act is None or not (stale or had_a_hand)

    @rule(who=people, delay=st.none() | hours)
    def publish(self, who, delay):
        at = None if delay is None else timezone.now() + timedelta(hours=delay)
        was = self.now
        edition = self.attempt(lambda: publishing.publish(self.article, self.cast[who], at))
        if edition is not None:
            assert was.stage == "approved"
            assert edition.revision.number == was.head

    @rule(who=people, number=st.integers(1, 3), delay=hours)
    def reschedule(self, who, number, delay):
        at = timezone.now() + timedelta(hours=delay)
        self.attempt(lambda: publishing.reschedule(self.article, self.cast[who], number, at))

    @rule(who=people, number=st.integers(1, 3))
    def cancel(self, who, number):
        self.attempt(lambda: publishing.cancel(self.article, self.cast[who], number))

    @rule(hours=st.integers(1, 20))
    def time_passes(self, hours):
        self.clock.shift(timedelta(hours=hours))

    @precondition(lambda self: self.article.notes.open().count() < 2)
    @rule(who=people)
    def remark(self, who):
        self.attempt(lambda: noting.note(self.article, self.cast[who], "Really?"))

    @rule(who=people)
    def settle(self, who):
        for note in self.article.notes.open():
            self.attempt(lambda note=note: noting.resolve(note, self.cast[who]))

    @invariant()
    def the_archive_is_sound(self):
        if hasattr(self, "article"):
            assert [each.sentence for each in verify(drafts=True)] == []

    @invariant()
    def at_most_one_edition_is_live(self):
        if not hasattr(self, "article"):
            return
        for moment in (timezone.now() + timedelta(hours=hour) for hour in (-40, -1, 0, 1, 40)):
            assert Edition.objects.filter(article=self.article).live(moment).count() <= 1

    @invariant()
    def readers_get_only_what_another_approved(self):
        if not hasattr(self, "article"):
            return
        for edition in self.article.editions.all():
            approvals = Act.objects.filter(article=self.article, action="approve", revision=edition.revision.number)
            assert [act.by_id for act in approvals][-1:] == [edition.approver_id]
            hands = approving.contributors(self.now, edition.revision, edition.approved_at)
            assert edition.approver_id not in hands

    @invariant()
    def the_index_has_the_editions_interval(self):
        for row in Published.objects.select_related("edition"):
            edition = row.edition
            assert (row.live_from, row.live_until) == (edition.live_from, edition.live_until)
            assert row.withheld == (edition.withheld_at is not None)


def kept_if_found(fact):
    return FactState.REJECTED if fact.anchor == "lost" else FactState.ACCEPTED


def run(cast, examples, steps):
    house = type("House", (TheHouse,), {"cast": cast})
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        house,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=slow, database=None
        ),
    )


def test_random_people_leave_the_house_sound(cast):
    run(cast, examples=6, steps=25)


@pytest.mark.prove
def test_thousands_of_random_acts_leave_the_house_sound(cast):
    assert connection.vendor in {"sqlite", "postgresql"}
    run(cast, examples=max(10, int(400 * prove_share())), steps=50)
