from dataclasses import replace

import pytest

from articles.text.checks.problem import CheckedParagraph
from articles.text.document import Metadata, Named, PublicDocument, PublicFact, PublicParagraph, Significance
from articles.text.facts.kinds import Claim
from articles.text.roles import Role
from articles.text.significance import beyond_minor, differing

TEXT = "The mill cost 3 million euros, said Vera Holt. “We are glad,” she added."
BODY = PublicParagraph("a", Role.BODY, TEXT, "machine")
FACT = PublicFact("f", "a", "cost 3 million euros", 9, 29, "", Claim(claimant="Vera Holt", person_key="k1"))
OLD = PublicDocument(
    Metadata(),
    (PublicParagraph("h", Role.HEADLINE, "Mill opens", ""), BODY),
    (FACT,),
    (),
    (Named("k1", "Vera Holt"),),
    Significance.FIRST,
    "",
)


def rewritten(text):
    return replace(OLD, paragraphs=(OLD.paragraphs[0], replace(BODY, text=text)))


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("cost", "has cost"),
        TEXT.replace("3 million", "3,000,000"),
        TEXT.replace("“We are glad,”", '"We are glad,"'),
        TEXT.replace("The mill", "the mill"),
    ],
)
def test_a_better_wording_may_be_minor(text):
    assert beyond_minor(OLD, rewritten(text)) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT.replace("3 million", "30 million"), "A number changed"),
        (TEXT.replace("3 million euros", "a lot"), "A number changed"),
        (TEXT.replace("Vera Holt", "Vera Hold"), "A name changed"),
        (TEXT.replace("“We are glad,”", "“We are proud,”"), "A quotation changed"),
        (TEXT.replace("“We are glad,” she added", "She was glad"), "A quotation changed"),
    ],
)
def test_numbers_names_and_quotations_are_never_minor(text, told):
    assert [each for each in beyond_minor(OLD, rewritten(text)) if each.startswith(told)]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ((), "is gone"),
        ((FACT, replace(FACT, key="g")), "is new"),
        ((replace(FACT, values=Claim(claimant="Somebody")),), "changed"),
    ],
)
def test_published_facts_are_never_minor(facts, told):
    (reason,) = beyond_minor(OLD, replace(OLD, facts=facts))
    assert told in reason


def test_a_fact_that_only_moved_may_be_minor():
    assert beyond_minor(OLD, replace(OLD, facts=(replace(FACT, start=10, end=30),))) == ()


def test_a_persons_other_name_is_never_minor():
    assert beyond_minor(OLD, replace(OLD, names=(Named("k1", "V. Holt"),)))


def test_a_paragraph_that_came_or_went_is_never_minor():
    assert beyond_minor(OLD, replace(OLD, paragraphs=OLD.paragraphs[:1]))[:1] == ("A paragraph came or went.",)


@pytest.mark.parametrize(
    ("old", "new", "kind", "told"),
    [
        ("It cost 3 million.", "It cost 30 million.", "number", "“3 million” became “30 million”"),
        ("It cost 3 million.", "It cost a lot.", "number", "“3 million” is gone"),
        ("It rose.", "It rose by 4 %.", "number", "“4 %” is new"),
        ("The mayor, Vera Holt, spoke.", "The mayor, Vera Hold, spoke.", "name", "“Holt” became “Hold”"),
        ("She said “yes” twice.", "She said “no” twice.", "quotation", "“yes” became “no”"),
    ],
)
def test_what_the_guards_see_is_told_with_the_words_of_both(old, new, kind, told):
    found = {each.kind: each.told for each in differing([CheckedParagraph("a", Role.BODY, new, old)])}
    assert found == {kind: told}


def test_a_better_wording_differs_in_nothing_that_is_guarded():
    assert not list(differing([CheckedParagraph("a", Role.BODY, "It has cost 3,000,000.", "It cost 3 million.")]))


def test_a_paragraph_only_split_joined_or_moved_may_be_minor():
    first, second = TEXT[: TEXT.index(" “")], TEXT[TEXT.index("“") :]
    split = replace(OLD, paragraphs=(OLD.paragraphs[0], replace(BODY, text=first), replace(BODY, key="b", text=second)))
    assert beyond_minor(OLD, split) == ()
    assert beyond_minor(split, OLD) == ()
    assert beyond_minor(split, replace(split, paragraphs=split.paragraphs[::-1])) == ()


def test_a_number_changed_in_a_joined_paragraph_is_not_minor():
    first, second = TEXT[: TEXT.index(" “")], TEXT[TEXT.index("“") :]
    split = replace(OLD, paragraphs=(OLD.paragraphs[0], replace(BODY, text=first), replace(BODY, key="b", text=second)))
    (reason,) = beyond_minor(split, rewritten(TEXT.replace("3 million", "30 million")))
    assert reason == "A number changed: “3 million” became “30 million”"
