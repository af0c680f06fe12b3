from dataclasses import replace

import pytest

from articles.text.anchors import AnchorState
from articles.text.correction import (
    CannotApply,
    Correction,
    FactEdit,
    NewFact,
    ParagraphEdit,
    apply,
    clashes,
    needed,
    tidied,
    tidied_lines,
)
from articles.text.document import Document, Fact, FactState, Judgement, Metadata, Paragraph, Significance
from articles.text.facts.kinds import Claim, Speech
from articles.text.roles import Role
from articles.text.structure import Add, Join, Move, Split

CORA, CARL = 1, 2
SEED = "Mill opens\n\nThe mill in Dorn opened on Monday.\n\nVisitors came."
BODY = "The mill in Dorn opened on Monday."


@pytest.fixture
def base():
    return Document(
        Metadata(slug="mill"),
        (
            Paragraph("h", Role.HEADLINE, "Mill opens", ((0, 10),)),
            Paragraph("a", Role.BODY, BODY, ((12, 46),)),
            Paragraph("b", Role.BODY, "Visitors came.", ((48, 62),)),
        ),
        (Fact("f", "a", "mill in Dorn", 4, 16, Claim(statement="mill"), machine_start=4, machine_end=16),),
        ("trade",),
    )


def edit(key, text, role=Role.BODY, confirmed=False):
    return Correction(paragraphs=(ParagraphEdit(key, text, role, confirmed),))


def judged(state, values=None, quote="", checked=False):
    return Correction(facts=(FactEdit("f", state, values or Claim(statement="mill"), quote, checked),))


def corrected(base, correction, head=None, by=CORA):
    return apply(needed(correction, base), base, head or base, by, SEED)


def found(correction, base, head):
    return [each.unit for each in clashes(needed(correction, base), base, head)]


def test_a_correction_of_nothing_changes_nothing(base):
    same = Correction(
        paragraphs=tuple(ParagraphEdit(p.key, p.text, p.role, False) for p in base.paragraphs),
        facts=(FactEdit("f", FactState.SUGGESTED, Claim(statement="mill"), "mill in Dorn"),),
        themes=frozenset({"trade"}),
        metadata=base.metadata,
    )
    assert corrected(base, same) == base


def test_a_quote_follows_its_words_through_the_edit(base):
    new = corrected(base, edit("a", "On Monday the mill in Dorn opened."))
    fact = new.fact("f")
    assert new.paragraph("a").text[fact.start : fact.end] == fact.quote == "mill in Dorn"
    assert fact.anchor is AnchorState.MOVED


def test_a_quote_whose_words_are_gone_is_lost(base):
    assert corrected(base, edit("a", "Nothing of this.")).fact("f").anchor is AnchorState.LOST


def test_a_reworded_quote_stays_open_until_somebody_checks_it(base):
    accepted = corrected(base, judged(FactState.ACCEPTED))
    reworded = corrected(accepted, edit("a", "The old mill at Dorn opened on Monday."))
    assert reworded.fact("f").anchor is AnchorState.REWORDED
    moved = corrected(reworded, edit("a", "Well: the old mill at Dorn opened on Monday."))
    assert moved.fact("f").anchor is AnchorState.REWORDED
    assert corrected(moved, judged(FactState.ACCEPTED, checked=True)).fact("f").anchor is AnchorState.EXACT


def test_a_lost_fact_is_found_again_by_new_words_only(base):
    lost = corrected(base, edit("a", "Nothing of this."))
    assert corrected(lost, judged(FactState.ACCEPTED)).fact("f").anchor is AnchorState.LOST
    again = corrected(lost, judged(FactState.ACCEPTED, quote="of this"))
    assert (again.fact("f").anchor, again.fact("f").start) == (AnchorState.EXACT, 8)


def test_words_that_do_not_stand_in_the_paragraph_once_are_no_evidence(base):
    for words, said in (("a mill in Rome", "does not stand"), ("o", "stands 4 times")):
        with pytest.raises(CannotApply, match=said):
            corrected(base, judged(FactState.ACCEPTED, quote=words))


def test_a_confirmation_is_for_this_very_text(base):
    confirmed = corrected(base, edit("a", BODY, confirmed=True))
    assert confirmed.paragraph("a").confirmed_by == CORA
    assert corrected(confirmed, edit("a", BODY, confirmed=True), by=CARL) == confirmed
    assert corrected(confirmed, edit("a", "Other words.", confirmed=True), by=CARL).paragraph("a").confirmed_by == CARL
    assert corrected(confirmed, edit("a", "Other words."), by=CARL).paragraph("a").confirmed_by is None


def test_an_editors_fact_is_accepted_with_its_words(base):
    speech = Speech(speaker="Vera Holt")
    new = corrected(base, Correction(new_facts=(NewFact("n", "b", "Visitors", speech),)))
    fact = new.fact("n")
    assert (fact.state, fact.quote, fact.start, fact.end, fact.decided_by) == (
        FactState.ACCEPTED,
        "Visitors",
        0,
        8,
        CORA,
    )
    assert (fact.suggested, fact.machine_start) == (None, None)


def test_facts_stay_in_reading_order_whatever_is_added_or_moved(base):
    new = corrected(base, Correction(new_facts=(NewFact("n", "h", "Mill", Claim()),)))
    assert [each.key for each in new.facts] == ["n", "f"]
    moved = corrected(new, Correction(structure=(Move("h", "b"),)))
    assert [each.key for each in moved.facts] == ["f", "n"]


def test_edits_of_different_paragraphs_both_win(base):
    head = corrected(base, edit("b", "Guests came."), by=CARL)
    mine = edit("a", "The mill opened.")
    assert found(mine, base, head) == []
    new = corrected(base, mine, head)
    assert [p.text for p in new.paragraphs] == ["Mill opens", "The mill opened.", "Guests came."]


def test_edits_of_one_paragraph_clash_unless_they_say_the_same(base):
    head = corrected(base, edit("a", "The mill opened."), by=CARL)
    assert found(edit("a", "A mill opened."), base, head) == ["paragraph:a"]
    assert found(edit("a", "The mill opened."), base, head) == []


def test_a_clash_tells_base_theirs_and_mine(base):
    head = corrected(base, edit("a", "Theirs."), by=CARL)
    (clash,) = clashes(needed(edit("a", "Mine."), base), base, head)
    assert (clash.base, clash.theirs, clash.mine) == (f"[body] {BODY}", "[body] Theirs.", "[body] Mine.")


def test_a_fact_judged_while_its_paragraph_is_edited_wins_too(base):
    head = corrected(base, edit("a", "Today the mill in Dorn opened."), by=CARL)
    mine = judged(FactState.ACCEPTED, Claim(statement="better"))
    assert found(mine, base, head) == []
    assert corrected(base, mine, head).fact("f").state is FactState.ACCEPTED


def test_two_judgements_of_one_fact_clash(base):
    head = corrected(base, judged(FactState.REJECTED), by=CARL)
    assert found(judged(FactState.ACCEPTED), base, head) == ["fact:f"]


@pytest.mark.parametrize(
    "change",
    [Join("h", "a"), Split("a", 8, "n"), Move("a", ""), Add("n", "a", Role.BODY, "More.")],
    ids=lambda c: c.told,
)
def test_a_change_of_structure_clashes_with_any_edit_of_what_it_names(base, change):
    head = corrected(base, edit("a", "Theirs."), by=CARL)
    assert "paragraph:a" in found(Correction(structure=(change,)), base, head)


def test_an_edit_of_a_paragraph_that_was_joined_away_clashes(base):
    head = corrected(base, Correction(structure=(Join("a", "b"),)), by=CARL)
    assert found(edit("b", "Guests came."), base, head) == ["paragraph:b"]


def test_dropping_a_paragraph_clashes_with_its_edit(base):
    head = corrected(base, edit("a", "Theirs."), by=CARL)
    assert found(edit("a", BODY, Role.DROPPED), base, head) == ["paragraph:a"]


def test_two_moves_clash(base):
    head = corrected(base, Correction(structure=(Move("b", ""),)), by=CARL)
    assert "order" in found(Correction(structure=(Move("h", "a"),)), base, head)


def test_metadata_merges_by_field_and_themes_by_theme(base):
    head = corrected(
        base,
        Correction(metadata=replace(base.metadata, source="The Post"), themes=frozenset({"trade", "art"})),
        by=CARL,
    )
    mine = Correction(metadata=replace(base.metadata, byline="V. Holt"), themes=frozenset())
    assert found(mine, base, head) == []
    new = corrected(base, mine, head)
    assert (new.metadata.source, new.metadata.byline, new.themes) == ("The Post", "V. Holt", ("art",))
    assert found(Correction(metadata=replace(base.metadata, source="The Times")), base, head) == ["metadata:source"]


def test_significance_and_note_are_parts_of_the_document(base):
    new = corrected(base, Correction(significance=Significance.MINOR, note="Spelling."))
    assert (new.significance, new.note) == (Significance.MINOR, "Spelling.")
    assert found(Correction(note="Other."), base, new) == ["metadata:note"]


def test_a_judgement_is_made_once_and_can_be_undone(base):
    judgement = Judgement("numbers.changed", "abc", "a", "checked", CORA)
    once = corrected(base, Correction(judgements=(judgement,)))
    assert corrected(once, Correction(judgements=(judgement,))) == once
    assert corrected(base, Correction(judgements=(judgement, judgement))) == once
    assert corrected(once, Correction(judgements_undone=(("numbers.changed", "abc"),))) == base


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("a\r\nb", "a b"), ("  a   b ", "a b"), ("e\u0301", "é"), ("a\x00b\x07", "a b"), ("a\u2028b", "a b"), ("", "")],
)
def test_typing_is_stored_tidied(typed, stored):
    assert tidied(typed) == stored
    assert tidied(stored) == stored


def test_lines_stay_lines():
    assert tidied_lines(" a  b \r\n\r\nc\n") == "a b\n\nc"
