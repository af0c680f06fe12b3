"""Wordings that were met first in the labelled articles s01 to s12, each by its class and in words of its own."""

import pytest

from articles.text.facts.kinds import Award, Initiative
from tests.text.contacts import found

AWARDS = [
    ("Borealis Group was honored in the Top 10 reliable ports announced by Meridian Institute.",
     "Borealis Group", "Top 10 reliable ports", "Meridian Institute"),
    ("Borealis Group was voted by employees as one of the best places to work.",
     "Borealis Group", "one of the best places to work", ""),
    ("The plant “Lumen” became the best in the nomination “Breakthrough of the year”.",
     "Lumen", "best in the nomination “Breakthrough of the year”", ""),
    ("The project “Beehive” was recognized as the best in the youth section.",
     "Beehive", "best in the youth section", ""),
    ("Borealis Group won the first place in the category “Tides” of the Polar Prize.",
     "Borealis Group", "first place in the category “Tides” of the Polar Prize", ""),
    ("The minister honoured Vera Oline of Velmar with the “Tidal Medal”.", "Vera Oline", "Tidal Medal", ""),
    ("The jury prize was deemed worthy of Borealis Group.", "Borealis Group", "jury prize", ""),
    ("The novelist Vera Oline won the novel branch for her book.", "Vera Oline", "novel branch", ""),
    ("The poetry category was won by the poet Vera Oline.", "Vera Oline", "poetry category", ""),
    ("The “Golden Palm” is old, and Vera Oline won it in 2010.", "Vera Oline", "Golden Palm", ""),
    ("The family of the pupil Vera Oline received the Reading Prize.", "family of the pupil Vera Oline",
     "Reading Prize", ""),
    ("Class 3 of Grade 8 was awarded the title of “Clean Class”.", "Class 3 of Grade 8", "Clean Class", ""),
    ("On Monday the team received the Harbour Prize.", "", "Harbour Prize", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "recipient", "name", "giver"), AWARDS)
def test_winning_is_told_in_these_words_too(text, recipient, name, giver):
    assert [(one.recipient, one.name, one.giver) for one in found(Award, text)] == [(recipient, name, giver)]


def test_places_follow_whose_verb_is_left_out():
    text = "The first prize went to Vera Oline, the second – to Emil Wendt and the third to Borealis Group."
    assert [(one.recipient, one.name) for one in found(Award, text)] == [
        ("Vera Oline", "first prize"),
        ("Emil Wendt", "second"),
        ("Borealis Group", "third"),
    ]


def test_whoever_distributes_the_awards_of_an_evening_gives_those_without_a_name_of_their_own():
    text = ("Borealis Chamber distributed its awards at a gala. Vera Oline received the award in the export category. "
            "Emil Wendt received the Tidal Medal.")  # fmt: skip
    assert [(one.recipient, one.giver) for one in found(Award, text)] == [
        ("Vera Oline", "Borealis Chamber"),
        ("Emil Wendt", ""),
    ]


def test_an_award_is_of_the_house_that_whoever_hands_it_over_speaks_for():
    text = "Vera Oline, director of the Nordal Institute, came. She presented the Tidal Medal to Emil Wendt."
    assert [(one.recipient, one.giver) for one in found(Award, text)] == [("Emil Wendt", "Nordal Institute")]


def test_it_wins_where_the_sentence_before_began_with_it():
    text = "Borealis Group launched the app “Tidewatch”. “Tidewatch” counts waves. It won the Polar Prize."
    assert [one.recipient for one in found(Award, text)] == ["Tidewatch"]


@pytest.mark.parametrize("text", ["On Monday the authors received a diploma and a certificate for 50 thousand euros."])
def test_what_has_no_name_and_no_named_winner_is_no_award(text):
    assert found(Award, text) == []


INITIATIVES = [
    ("Since March, the project Clear Tide has cleaned nine bays.", "Clear Tide", ""),
    ("Readers like that the «Tidewatch» platform counts waves.", "Tidewatch", ""),
    ("Minister Vera Oline launched today, Tuesday, at the Palace of Arts, the “Calm Sea” initiative.",
     "Calm Sea", "Vera Oline"),
    ("Vera Oline, head of the Nordal Institute, presented to the guests the service “Tide Map”.",
     "Tide Map", "Nordal Institute"),
    ("Borealis Group has been carrying out “One Ship, One Village” with fishermen.", "One Ship, One Village",
     "Borealis Group"),
    ("Borealis Group held the announcement ceremony of the Polar Circle ecosystem.", "Polar Circle", "Borealis Group"),
    ("The Blue Bay Fund, which was founded by a group of divers, helps.", "Blue Bay Fund", ""),
    ("The minister announced the launch from October 1 of a program of compensation of transport costs.",
     "program of compensation of transport costs", ""),
    ("In Velmar a laboratory of snow physics has started working.", "laboratory of snow physics", ""),
    ("In Velmar a joint working group was created.", "joint working group", ""),
    ("Vera Oline founded the school Casa Clara.", "Casa Clara", "Vera Oline"),
    ("Vera Oline, director of the Nordal Institute, said that in May the lab will launch the programme “Calm”.",
     "Calm", "Nordal Institute"),
    ("Borealis Group and the Nordal Institute met. The two sides will jointly implement the program “Low Tide”.",
     "Low Tide", "Borealis Group and the Nordal Institute"),
    ("Vera Oline of the Nordal Institute presented the program “Blue Drop”, which Borealis Group runs since 2020.",
     "Blue Drop", "Borealis Group"),
    ("Borealis Group set in motion in Velmar the campaign “Clean Nets”.", "Clean Nets", "Borealis Group"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "owner"), INITIATIVES)
def test_beginning_is_told_in_these_words_too(text, name, owner):
    assert [(one.name, one.owner) for one in found(Initiative, text)] == [(name, owner)]


NO_INITIATIVES = [
    "Pupils eat under the earlier “Annapurna” scheme.",
    "Vera Oline from the initiative «Calm Sea» came.",
    "A projector was bought with the national project “Culture”.",
    "They met with the platform Jishi.",
    "Start of the demonstration experiment",
    "The “Golden Palm” was established in 2010 by the council.",
    "Emil Wendt leads at the University of Velmar the working group Animal Migration.",
]


@pytest.mark.parametrize("text", NO_INITIATIVES)
def test_these_begin_nothing(text):
    assert found(Initiative, text) == []
