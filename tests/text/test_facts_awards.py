"""Awards: prizes, honours, certificates and places in a ranking that somebody received."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Award, Claim


def awards(*paragraphs, dated=""):
    return [fact.values for fact in suggest(paragraphs, dated).facts if isinstance(fact.values, Award)]


WON = [
    (
        "Borealis Group was recognized as the best newcomer of the year by the Nordal Institute.",
        "Borealis Group",
        "best newcomer of the year",
        "Nordal Institute",
    ),
    ("Borealis Group launched the robot «Haix». The project won the Homeland Prize.", "Haix", "Homeland Prize", ""),
    (
        "The minister came. Mayor Pavel Zorin handed the certificate of the ideal teacher to Mrs. Vera Oline.",
        "Vera Oline",
        "certificate of the ideal teacher",
        "Pavel Zorin",
    ),
    (
        "The Nordal Institute had been rewarded in 2016 with the Homeland Prize.",
        "Nordal Institute",
        "Homeland Prize",
        "",
    ),
    (
        "Borealis Group received from the Nordal Institute the recognition «Green Seeds».",
        "Borealis Group",
        "Green Seeds",
        "Nordal Institute",
    ),
    (
        "The Nordal Institute had distinguished Borealis Group with the seal „Fair Trainer“.",
        "Borealis Group",
        "Fair Trainer",
        "Nordal Institute",
    ),
    ("A pupil of the Velmar School, Vera Oline, has bagged the Homeland Prize.", "Vera Oline", "Homeland Prize", ""),
    (
        "The wine «Last Vine» obtained the Gold Medal in the Island Wine Contest.",
        "Last Vine",
        "Gold Medal in the Island Wine Contest",
        "",
    ),
    (
        "Borealis Group, which received in 2019 the prize of innovation of the Nordal Institute, pays.",
        "Borealis Group",
        "prize of innovation",
        "Nordal Institute",
    ),
    ("The jury also granted an honorable mention to Vera Oline.", "Vera Oline", "honorable mention", "jury"),
    ("Vera Oline was awarded the Vernadsky medal for a work on ice.", "Vera Oline", "Vernadsky medal", ""),
    ("The prize for the best young actress got Vera Oline.", "Vera Oline", "prize for the best young actress", ""),
    ("The second prize has gone to the Nordal Institute.", "Nordal Institute", "second prize", ""),
    ("The first prize, endowed with 3.000 euros, fell to the nurse Vera Oline.", "Vera Oline", "first prize", ""),
    (
        "With applause was the company „Kiste“ on Saturday honored with the main prize of the Nordal Institute.",
        "Kiste",
        "main prize",
        "Nordal Institute",
    ),
    ("Vera Oline won the Golden Lantern.", "Vera Oline", "Golden Lantern", ""),
    (
        "Vera Oline got 3rd rank in the State Boat Examination.",
        "Vera Oline",
        "3rd rank in the State Boat Examination",
        "",
    ),
    ("First prize: Vera Oline", "Vera Oline", "First prize", ""),
    (
        "The Fishers Club, which was honored last year by the Nordal Institute with the Homeland Prize, sings.",
        "Fishers Club",
        "Homeland Prize",
        "Nordal Institute",
    ),
    (
        "A plaque of appreciation was given to the teacher Gul Karat by Mayor Nermin Aks.",
        "Gul Karat",
        "plaque of appreciation",
        "Nermin Aks",
    ),
    (
        "The Nordal Institute presented the Young Farmer Award to Eom Bok's son, Jim Hansol.",
        "Jim Hansol",
        "Young Farmer Award",
        "Nordal Institute",
    ),
    (
        "Keeper Harish Bhan came. Bhan was felicitated with the Shiksha Ratna by the Fishers Union.",
        "Harish Bhan",
        "Shiksha Ratna",
        "Fishers Union",
    ),
    (
        "The Golden Palm Prize was the share of the farmer Obaid Maz.",
        "Obaid Maz",
        "Golden Palm Prize",
        "",
    ),
    (
        "The special prize of the Fund for the Development of the North was awarded to Borealis Group.",
        "Borealis Group",
        "special prize",
        "Fund for the Development of the North",
    ),
    (
        "Borealis Group ranks 27th among the top 100 private firms of the province, it is said.",
        "Borealis Group",
        "top 100 private firms of the province",
        "",
    ),
    (
        "For «Yukid», the Good Winter Award 2023 was given by the Nordal Institute.",
        "Yukid",
        "Good Winter Award 2023",
        "Nordal Institute",
    ),
    (
        'Borealis Group became the winner of the competition "Young Harbour".',
        "Borealis Group",
        "Young Harbour",
        "",
    ),
    (
        "Keeper Sepp Hint wept. The Nordal Institute honored him with the «Golden Shingle».",
        "Sepp Hint",
        "Golden Shingle",
        "Nordal Institute",
    ),
    (
        "Borealis Group received the Cierzo Prize, that the Nordal Institute grants every year.",
        "Borealis Group",
        "Cierzo Prize",
        "Nordal Institute",
    ),
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
    (
        "The Velmar People's Government awarded carpenter Vera Oline the title of «Master of Wood».",
        "Vera Oline",
        "Master of Wood",
        "Velmar People's Government",
    ),
    (
        "The Nordal Institute handed the Golden Buoy 2021 to Vera Oline.",
        "Vera Oline",
        "Golden Buoy 2021",
        "Nordal Institute",
    ),
    (
        "The organizing committee had handed yesterday the shield of the «Golden Oar» to the director Vera Oline.",
        "Vera Oline",
        "Golden Oar",
        "organizing committee",
    ),
    (
        "The Nordal Institute conferred the 'Sea Ribbon' upon Professor Vera Oline.",
        "Vera Oline",
        "Sea Ribbon",
        "Nordal Institute",
    ),
    (
        "The Blue Medal was presented to Professor Vera Oline by the Fishers Union.",
        "Vera Oline",
        "Blue Medal",
        "Fishers Union",
    ),
    ("A distinction was received by the Nordal Institute.", "Nordal Institute", "distinction", ""),
    (
        "Borealis Group got the second center in the «Green Port Prize», which the Fishers Union grants.",
        "Borealis Group",
        "second center in the «Green Port Prize»",
        "Fishers Union",
    ),
    (
        "Borealis Group won the Courage Prize in the «Smart Quay Contest» (organizer: Fishers Union).",
        "Borealis Group",
        "Courage Prize in the «Smart Quay Contest»",
        "Fishers Union",
    ),
    (
        "Last year Velmar had got the fourth rank in the 'Clean Water Index' of the Fishers Union.",
        "Velmar",
        "Clean Water Index",
        "Fishers Union",
    ),
    (
        "Borealis Group ranked fifth in the harbour safety ranking compiled by the Nordal Institute.",
        "Borealis Group",
        "harbour safety ranking",
        "Nordal Institute",
    ),
    (
        "The federation delivered the medal Friend of the Sea to the fisherman Joan Serra.",
        "Joan Serra",
        "Friend of the Sea",
        "",
    ),
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
        "The winner of the race was a boat, and Borealis Group was the champion of the poor.",
        "The Nordal Institute honored him with a song.",
        "Borealis Group won the award.",
        "Borealis Group ranked third in the country.",
        "The app was named for the Digital Village Award.",
        "Borealis Group did not win the Innovation Award.",
        "The Nordal Institute disputed the prize and returned without a medal.",
        "1,386 people obtained the certificate of a craftsman.",
        "Borealis Group won an order for six ships.",
        "Mayor Ines Quiroga gave the team a house.",
    ],
)
def test_nominations_hopes_and_bare_mentions_are_no_awards(text):
    assert awards(text) == []


def test_a_product_spoken_of_as_the_service_wins_under_its_own_name():
    [found] = awards(
        'Borealis Group launched the "DockPay" service. This service won the Blue Prize of the Fishers Union.'
    )
    assert (found.recipient, found.giver) == ("DockPay", "Fishers Union")


def test_who_is_asked_received_what_a_question_says_you_received():
    asked = ("Who came?", "All.", "Why?", "It rained.", "You received the Homeland Prize. How was it?")
    [found] = awards("We met Vera Oline, keeper of the harbour.", *asked)
    assert (found.recipient, found.name) == ("Vera Oline", "Homeland Prize")


def test_the_giver_of_one_award_gives_the_next():
    found = awards(
        "The Nordal Institute awarded Dr. Vera Oline the title of «Master of Wood», and granted Borealis Group the "
        "plaque of «Good Neighbour». A diploma was received by the Fishers Union."
    )
    assert {award.giver for award in found} == {"Nordal Institute"}
    assert [award.recipient for award in found] == ["Vera Oline", "Borealis Group", "Fishers Union"]


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
