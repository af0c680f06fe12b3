"""Wordings that were met first in the labelled articles s01 to s12, each by its class and in words of its own."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Award, Claim, Initiative, Speech
from tests.text.contacts import DAY, found

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
    ("The minister honoured Vera Oline of Borealis Group with the “Tidal Medal”.", "Vera Oline", "Tidal Medal", ""),
    ("The jury prize was deemed worthy of Borealis Group.", "Borealis Group", "jury prize", ""),
    ("The novelist Vera Oline won the novel branch for her book.", "Vera Oline", "novel branch", ""),
    ("The poetry category was won by the poet Vera Oline.", "Vera Oline", "poetry category", ""),
    ("The “Golden Palm” is old, and Vera Oline won it in 2010.", "Vera Oline", "Golden Palm", ""),
    ("The family of the pupil Vera Oline received the Reading Prize.", "family of the pupil Vera Oline",
     "Reading Prize", ""),
    ("Class 3 of Grade 8 was awarded the title of “Clean Class”.", "Class 3 of Grade 8", "Clean Class", ""),
    ("On Monday the team received the Harbour Prize.", "", "Harbour Prize", ""),
    ("The grand prize of 10,000 euros was taken by the start-up Acme.", "Acme", "grand prize", ""),
    ("Third place was occupied by Borealis Group.", "Borealis Group", "Third place", ""),
    ("Runner Vera Oline won gold in the 800 meters.", "Vera Oline", "gold", ""),
    ("The lyceum was recognised by the Ministry of Education as a “School of Health”.", "lyceum", "School of Health",
     "Ministry of Education"),
    ("Borealis Group entered the list of the 50 most innovative companies of Europe.", "Borealis Group",
     "list of the 50 most innovative companies of Europe", ""),
    ("The Polar Prize goes this year to Vera Oline for a novel.", "Vera Oline", "Polar Prize", ""),
    ("With the Polar Prize was distinguished the writer Vera Oline.", "Vera Oline", "Polar Prize", ""),
    ("The laureate of the Tide Prize is the physicist Vera Oline.", "Vera Oline", "Tide Prize", ""),
    ("Vera Oline was elected best player of the tournament.", "Vera Oline", "best player of the tournament", ""),
    ("Velmar was chosen European City of Books 2025.", "Velmar", "European City of Books 2025", ""),
    ("The app “Tidewatch” was named App of the Day by Borealis Group.", "Tidewatch", "App of the Day",
     "Borealis Group"),
    ("Vera Oline has been conferred the title of Professor Emeritus by Nordal University.", "Vera Oline",
     "Professor Emeritus", "Nordal University"),
    ("A gratitude letter was handed to librarian Vera Oline.", "Vera Oline", "gratitude letter", ""),
    ("Vera Oline received from the hands of the governor the Medal of the Sea.", "Vera Oline", "Medal of the Sea", ""),
    ("Nordal University rose to 12th place in the Meridian University Ranking.", "Nordal University",
     "12th place in the Meridian University Ranking", ""),
    ("The title of best young farmer fell on Vera Oline.", "Vera Oline", "best young farmer", ""),
    ("Borealis Dairy was named, for the third time, Exporter of the Year.", "Borealis Dairy", "Exporter of the Year",
     ""),
    ("Vera Oline was crowned champion of Europe in judo.", "Vera Oline", "champion of Europe", ""),
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


def test_one_house_gives_two_awards_in_a_breath():
    text = "Borealis Chamber gave its Innovation Award to Vera Oline and its Export Award to Emil Wendt."
    assert [(one.recipient, one.name, one.giver) for one in found(Award, text)] == [
        ("Vera Oline", "Innovation Award", "Borealis Chamber"),
        ("Emil Wendt", "Export Award", "Borealis Chamber"),
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


def test_who_gives_an_award_may_be_told_in_the_next_sentence():
    text = "Vera Oline won the Polar Novel Prize. The award, convened by Borealis Foundation, is worth 5,000 euros."
    assert [(one.recipient, one.giver) for one in found(Award, text)] == [("Vera Oline", "Borealis Foundation")]


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
    ("Under the name “Silver Net”, Borealis Group offers courses for the old.", "Silver Net", "Borealis Group"),
    ("The “Warm Winter” donation drive, now in its fifth year, is run by Borealis Group.", "Warm Winter",
     "Borealis Group"),
    ("Borealis Group will push ahead with the “Blue Pier” project.", "Blue Pier", "Borealis Group"),
    ("The Velmar Marathon of Readings, organized by Borealis Group, is over.", "Velmar Marathon of Readings",
     "Borealis Group"),
    ("Borealis Group gives start to the campaign “Clean Nets”.", "Clean Nets", "Borealis Group"),
    ("Borealis Group launches with Acme the Blue Lab.", "Blue Lab", "Borealis Group"),
    ("The Nordal Association opened a hotline for victims of fraud.", "hotline for victims of fraud",
     "Nordal Association"),
    ("Borealis Group has a loyalty program called Harbor Club.", "Harbor Club", "Borealis Group"),
    ("Borealis Group has created the Coast Observatory.", "Coast Observatory", "Borealis Group"),
    ("The joint venture, named SeaGrid, will be based in Velmar.", "SeaGrid", ""),
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
    "The Polar Foundation, established in 2015, helps musicians.",
    "■ Start of the demonstration experiment with Velmar City",
    "The “Golden Palm” was established in 2010 by the council.",
    "Emil Wendt leads at the University of Velmar the working group Animal Migration.",
]


@pytest.mark.parametrize("text", NO_INITIATIVES)
def test_these_begin_nothing(text):
    assert found(Initiative, text) == []


CLAIMS = [
    ("The share of ferries has decreased from %11,8 to %9,3 in two years.", "", [11.8, 9.3, 2]),
    ("The new hall holds 60,000 boxes in phase 1.", "", [60000]),
    ("Fares are refunded up to 80% of the price, but not more than 30 euros.", "", [80, 30]),
    ("The mayor Vera Oline informed that the Borealis Bank will give 40 loans without guarantee to the groups.",
     "Vera Oline", [40]),
    ("The project was funded by Borealis Group with 80,000 euros.", "", [80000]),
    ("Vera Oline, who for 25 years guarded the bay, came with Borealis Group.", "", [25]),
    ("Borealis Group grows, and for this year CFO Vera Oline expects 40 million euros.", "Vera Oline", [40000000]),
    ("The budget is €2.3bn.", "", [2300000000]),
    ("The line is 12.5km long.", "", [12.5]),
    ("Vera Oline warned that four in every ten ferries leak.", "Vera Oline", [4, 10]),
    ("Vera Oline is convinced that 40 ships will come.", "Vera Oline", [40]),
    ("Vera Oline drew attention to the fact that 40 ships came late.", "Vera Oline", [40]),
    ("Borealis Group is going to open a pier in November 2022.", "Borealis Group", []),
    ("Borealis Group will start the ferry “Mago”, a ship that carries bicycles, on October 1, 2022.", "Borealis Group",
     []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claimant", "values"), CLAIMS)
def test_figures_are_told_and_answered_for_in_these_words_too(text, claimant, values):
    told = [(one.claimant, [float(q.value) for q in one.quantities]) for one in found(Claim, text)]
    assert told == [(claimant, values)]


def test_we_of_a_release_is_the_company_that_tells_of_itself():
    opening = "Borealis Group (Headquarters: Velmar) sails."
    text = "We launched a project with the Nordal Institute. The project has 200 members."
    assert [one.claimant for one in found(Claim, opening, text)] == ["Borealis Group"]


@pytest.mark.parametrize(
    "text",
    [
        "Grandmother boils water at 6 every morning.",
        "The light is off from 11 p.m. in Velmar.",
        "Since 2019 Borealis Group has been operating the project “Calm Sea”.",
    ],
)
def test_hours_and_what_lasts_are_no_figures(text):
    assert found(Claim, text) == []


def test_a_name_in_marks_is_an_occasion_where_it_is_said_to_be_held():
    first = "Borealis Group (CEO Vera Oline) unveiled an app at the ‘Velmar Plus 2021’ held at the port."
    spoken = found(Speech, first, "CEO Oline said in a presentation on the day, “It is calm.”")
    assert [(one.speaker, one.event) for one in spoken] == [("Vera Oline", "Velmar Plus 2021")]


def test_a_program_organized_somewhere_is_an_occasion():
    first = "Minister Vera Oline opened a pier in a program organized at the port."
    spoken = found(Speech, first, "Addressing the gathering, the minister said that it rains.")
    assert [one.event for one in spoken] == ["program"]


def test_who_signs_in_brackets_is_not_in_the_news():
    signed = suggest(["[Nordal Times = Reporter Emil Wendt] Borealis Group announced on the 6th that it rains."], DAY)
    assert (signed.people, signed.organizations) == ((), ("Borealis Group",))


def test_a_chamber_ends_before_its_president():
    named = suggest(["President of the Chamber Hakan Yılmaz said that it rains."], DAY)
    assert named.people == ("Hakan Yılmaz",)


def test_a_joint_stock_company_goes_by_its_first_words():
    named = suggest(["Borealis Plastic Joint Stock Company opened. The director of Borealis Plastic came."], DAY)
    assert named.organizations == ("Borealis Plastic Joint Stock Company",)
