"""Awards: prizes, honours, certificates and places in a ranking that somebody received."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Award, Claim


def awards(*paragraphs, dated=""):
    return [fact.values for fact in suggest(paragraphs, dated).facts if isinstance(fact.values, Award)]


WON = [
    (
        'Borealis Group won the "Quiet Harbour Award" issued by the Nordal Institute.',
        "Borealis Group",
        "Quiet Harbour Award",
        "Nordal Institute",
    ),
    (
        "Borealis Group was awarded the title of «Clean Employer» by the Fishers Union.",
        "Borealis Group",
        "Clean Employer",
        "Fishers Union",
    ),
    ("Borealis Group received the Innovation Award at the fair in Velmar.", "Borealis Group", "Innovation Award", ""),
    (
        'Borealis Group ranked 12th in the "Harbour 500" list released by the Nordal Institute.',
        "Borealis Group",
        "Harbour 500",
        "Nordal Institute",
    ),
    (
        "Borealis Group took second place in the national contest «Smart Quay», which is held by the Fishers Union.",
        "Borealis Group",
        "second place in the national contest «Smart Quay»",
        "Fishers Union",
    ),
    (
        "DockPay won the first prize of the Delta Contest organized by the Fishers Union.",
        "DockPay",
        "first prize of the Delta Contest",
        "Fishers Union",
    ),
    (
        "The Nordal Institute presented its 'Golden Buoy' award to the company Borealis Group.",
        "Borealis Group",
        "Golden Buoy",
        "Nordal Institute",
    ),
    (
        'Dr. Vera Oline has been named in the list "Forty Voices" chosen by the Nordal Institute.',
        "Vera Oline",
        "Forty Voices",
        "Nordal Institute",
    ),
    (
        'Borealis Group was rated as "Best Employer" by the Fishers Union.',
        "Borealis Group",
        "Best Employer",
        "Fishers Union",
    ),
    (
        "Borealis Group obtained the ‘Safe Dock’ certification from the Nordal Institute.",
        "Borealis Group",
        "Safe Dock",
        "Nordal Institute",
    ),
    (
        "In 2019, Borealis Group was honoured with the Blue Medal of the Fishers Union.",
        "Borealis Group",
        "Blue Medal",
        "Fishers Union",
    ),
    (
        "Borealis Group bagged the National Safety Award from the Ministry of Ports.",
        "Borealis Group",
        "National Safety Award",
        "Ministry of Ports",
    ),
    ("The Silver Anchor prize went to Borealis Group.", "Borealis Group", "Silver Anchor prize", ""),
]


@pytest.mark.parametrize(("text", "recipient", "name", "giver"), WON)
def test_an_award_is_found_with_recipient_name_and_giver(text, recipient, name, giver):
    [found] = awards(text)
    assert (found.recipient, found.name, found.giver) == (recipient, name, giver)


@pytest.mark.parametrize(
    "text",
    [
        "Borealis Group was nominated for the Innovation Award.",
        "Borealis Group hopes to win the Innovation Award.",
        "The Innovation Award is endowed with 20,000 euros.",
        "Borealis Group received a letter.",
        "Borealis Group won the award.",
    ],
)
def test_nominations_hopes_and_bare_mentions_are_no_awards(text):
    assert awards(text) == []


def test_an_award_whose_winner_follows_in_the_next_sentence_is_quoted_over_both():
    text = "The „Buoy Prize“ was awarded, which the Fishers Union donates. It went to the Start-up Borealis."
    [fact] = [f for f in suggest([text]).facts if isinstance(f.values, Award)]
    assert (fact.values.recipient, fact.values.name, fact.values.giver) == ("Borealis", "Buoy Prize", "Fishers Union")
    assert text[fact.start : fact.end].endswith("Borealis")


def test_a_rank_is_also_a_claim_of_whoever_ranks():
    text = 'Borealis Group ranked 12th in the "Harbour 500" list released by the Nordal Institute.'
    [claim] = [f.values for f in suggest([text]).facts if isinstance(f.values, Claim)]
    assert claim.claimant == "Nordal Institute"
    assert [(quantity.value, quantity.unit) for quantity in claim.quantities] == [(12, "rank")]
