"""Claims: statements a reader could check, and who makes them."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Claim


def claims(*paragraphs, dated=""):
    return [fact.values for fact in suggest(paragraphs, dated).facts if isinstance(fact.values, Claim)]


STATED = [
    (
        "Stating that they collect 6 thousand tons of nets, Vera Oline noted that the sea is empty.",
        "Stating that they collect 6 thousand tons of nets", "Vera Oline", [6000],
    ),
    (
        "“We need 40 boats”, the president of the Nordal Institute, Vera Oline, has said in his speech at the fair.",
        "We need 40 boats", "Vera Oline", [40],
    ),
    # text, statement, claimant, values
    ("The trustee Meher Contra announced 18 lakh for bicycles.", "18 lakh for bicycles", "Meher Contra", [1800000]),
    (
        "The canteen lends 900 bowls, as explained yesterday by the farmer Vera Oline at the fair.",
        "The canteen lends 900 bowls", "Vera Oline", [900],
    ),
    (
        "Borealis Group holds third place in the region in fishing.",
        "Borealis Group holds third place in the region in fishing", "", [3],
    ),
    (
        "The 71-year-old keeper has installed 220 square meters of roof.",
        "The 71-year-old keeper has installed 220 square meters of roof", "", [220],
    ),
    (
        "Chairman Lin Kexin said that Borealis Group runs 40 cranes.",
        "Borealis Group runs 40 cranes", "Lin Kexin", [40],
    ),
    (
        "According to the Nordal Institute, 34 % of the boats are old.",
        "34 % of the boats are old", "Nordal Institute", [34],
    ),
    (
        "The system has cost 340.000 euros, said Governor Pavel Zorin.",
        "The system has cost 340.000 euros", "Pavel Zorin", [340000],
    ),
    (
        "The prize is endowed with 20.000 euros, so the Nordal Institute.",
        "The prize is endowed with 20.000 euros", "Nordal Institute", [20000],
    ),
    (
        "Borealis Group plans to attract investment worth 15 billion won.",
        "Borealis Group plans to attract investment worth 15 billion won", "Borealis Group", [15 * 10**9],
    ),
    (
        "Around 600 visitors have discussed in the harbour.",
        "Around 600 visitors have discussed in the harbour", "", [600],
    ),
    (
        "Borealis Group was established in 2018.",
        "Borealis Group was established in 2018", "", [],
    ),
    (
        "Governor Pavel Zorin said that the bridge will open in March 2023.",
        "the bridge will open in March 2023", "Pavel Zorin", [],
    ),
    (
        "– We have mended 12 boats – said at the conference the president of the Nordal Institute, Emil Kast.",
        "We have mended 12 boats", "Emil Kast", [12],
    ),
    (
        "VELMAR, May 3 (Agency) -- Borealis Group said that it employs 400 people.",
        "it employs 400 people", "Borealis Group", [400],
    ),
    (
        "The shares of Borealis Group closed at 350 won.",
        "The shares of Borealis Group closed at 350 won", "", [350],
    ),
    (
        "Chairman Lin Kexin promised that Borealis Group will not raise fares in the next three years.",
        "Borealis Group will not raise fares in the next three years", "Lin Kexin", [3],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement", "claimant", "values"), STATED)
def test_a_claim_is_found_with_its_claimant_and_its_figures(text, statement, claimant, values):
    [claim] = claims(text)
    assert (claim.statement, claim.claimant) == (statement, claimant)
    assert [quantity.value for quantity in claim.quantities] == values


@pytest.mark.parametrize(
    "text",
    [
        "The village station is the living room of the village.",
        "If ten thousand people stand in the wind, the wind is not yours.",
        "If the company sells 40 cranes, the harbour is empty.",
        "Perhaps 40 cranes were sold there.",
        "There are three points of responsibility.",
        "How many of the 40 cranes are red?",
        "One hundred people is a company.",
        "Trust is like a well of water.",
        "Ten years later the wind will come to you.",
        "The pupil of Lyceum No. 4 is glad, and the masonry from 1884 is damp.",
        "The exchange took place on March 8, 2020.",
        "The 71-year-old is a keeper of the age of 75, and aged 9 she swam.",
    ],
)
def test_opinions_conditions_questions_and_counting_in_speech_are_no_claims(text):
    assert claims(text) == []


def test_each_clause_with_a_figure_of_its_own_is_a_claim():
    text = (
        "Borealis Group has delivered 4,812 boats in 57 towns, of which wooden boats accounted for 25%, and 3,400 "
        "volunteers have helped with the ropes."
    )
    assert [[int(quantity.value) for quantity in claim.quantities] for claim in claims(text)] == [
        [4812, 57],
        [25],
        [3400],
    ]


def test_a_growth_in_apposition_belongs_to_its_amount():
    [claim] = claims("Borealis Group delivered 1 billion parcels, an increase of 38% over the previous year.")
    assert [(int(q.value), q.unit) for q in claim.quantities] == [(10**9, "parcels"), (38, "%")]


def test_a_sentence_that_says_who_stated_it_answers_for_the_one_before():
    [claim] = claims(
        "In all, 236 towns will receive boats. This was stated by the Governor of the Lower region Pavel Zorin."
    )
    assert claim.claimant == "Pavel Zorin"


def test_a_quotation_over_two_sentences_is_of_whoever_closes_it():
    [claim] = claims("“Eight boats sank in 2 years. We could not stand still”, tells Vera Oline.")
    assert claim.claimant == "Vera Oline"


def test_a_pronoun_is_the_person_named_last():
    found = claims("Governor Pavel Zorin came late. He said that 40 bridges were built.")
    assert [claim.claimant for claim in found] == ["Pavel Zorin"]


def test_an_article_without_facts_yields_none():
    found = suggest(["The night before dawn is the longest.", "Who can slow down the breath, who can see the sun."])
    assert found.facts == ()
    assert found.people == ()
    assert found.organizations == ()


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Borealis Group was founded in 1962 and currently has 320 cranes.",
            ["Borealis Group was founded in 1962", "currently has 320 cranes"],
        ),
        (
            "The ship takes 96 containers and sails 110 kilometers on a charge.",
            ["The ship takes 96 containers", "sails 110 kilometers on a charge"],
        ),
        (
            "Now 412 of the 5,300 vessels sail so, while only 17 quays have sockets.",
            ["Now 412 of the 5,300 vessels sail so", "only 17 quays have sockets"],
        ),
        (
            "In four years, 214 towns have joined and 96 000 books have been lent, has she specified.",
            ["In four years, 214 towns have joined", "96 000 books have been lent"],
        ),
        (
            "The canteen now cooks 640 lunches every day, and each meal is sold for 8 yuan.",
            ["The canteen now cooks 640 lunches every day", "each meal is sold for 8 yuan"],
        ),
    ],
)
def test_two_statements_in_one_sentence_are_two_claims(text, statements):
    assert [claim.statement for claim in claims(f"Director Vera Oline came. {text}")] == statements


def test_a_press_release_answers_for_its_own_figures():
    text = "Borealis Group (headquarters: Velmar) has started the rental of the lamp «Lux»."
    [claim] = claims(text, "The lamp needs 42 watts.")
    assert claim.claimant == "Borealis Group"
    [claim] = claims("Borealis Group has started the rental of the lamp «Lux».", "The lamp needs 42 watts.")
    assert claim.claimant == ""


INTERVIEW = (
    "The harbour has a new head. We met Vera Oline, director of the Nordal Institute, in her office.",
    "How many boats are there?",
    "There are 412 boats.",
    "Who owns them?",
    "Some 60 percent belong to the Fishers Club.",
    "And the rest?",
    "The rest rusts.",
)


def test_figures_in_answers_are_of_the_one_who_is_asked():
    assert [claim.claimant for claim in claims(*INTERVIEW)] == ["Vera Oline"] * 2


def test_words_behind_a_name_and_a_colon_are_of_that_person():
    [claim] = claims("Vera Oline came.", "VERA OLINE (keeper of the harbour): There are 412 boats.")
    assert (claim.claimant, claim.statement) == ("Vera Oline", "There are 412 boats")


@pytest.mark.parametrize(
    "text",
    [
        "300 g of flour",
        "On Tuesday it will be cloudy in the north.",
        "In the second half the guests opened.",
        "“It rains”, tells Vera Oline, 17.",
        "The Polar Forum opened its doors on May 3, 2021.",
    ],
)
def test_entries_of_a_recipe_and_occasions_that_are_over_are_no_claims(text):
    assert claims(text) == []
