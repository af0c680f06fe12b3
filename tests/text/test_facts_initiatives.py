"""Initiatives: what somebody launches, founds, publishes or runs."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Initiative


def initiatives(*paragraphs, dated=""):
    return [fact.values for fact in suggest(paragraphs, dated).facts if isinstance(fact.values, Initiative)]


LAUNCHED = [
    (
        "Borealis Group has entered into a strategic partnership with the Nordal Institute.",
        "strategic partnership",
        "Borealis Group",
        "partnership",
    ),
    (
        "Borealis Group announced a scholarship programme for young fishers.",
        "scholarship programme",
        "Borealis Group",
        "programme",
    ),
    (
        "The Nordal Institute launched with the pupils the campaign «A tree in each yard».",
        "A tree in each yard",
        "Nordal Institute",
        "campaign",
    ),
    (
        "Borealis Group has opened registrations for Sweet Zone, an accelerator programme.",
        "Sweet Zone",
        "Borealis Group",
        "programme",
    ),
    ("Borealis Group introduced the bioplastic Betapack in 2017.", "Betapack", "Borealis Group", "product"),
    ("Borealis Group works. The app is called Zunt.", "Zunt", "Borealis Group", "product"),
    ("Borealis Group has developed the cookies named «Sweet Zunt».", "Sweet Zunt", "Borealis Group", "other"),
    (
        "The manager of Borealis Group Vera Oline presented the control system «Silent Drive».",
        "Silent Drive",
        "Borealis Group",
        "product",
    ),
    ("Borealis Group pays. The project, called Zunt, took its time.", "Zunt", "Borealis Group", "programme"),
    ("Borealis Group said that from May the application «Sea» will be available.", "Sea", "Borealis Group", "product"),
    (
        "The Nordal Institute signed an agreement with the Fishers Club to establish a center for sea research.",
        "center for sea research",
        "Nordal Institute",
        "team",
    ),
    (
        "The Nordal Institute obtained a seal from the Fishers Union, and launched the platform «Blue Net».",
        "Blue Net",
        "Nordal Institute",
        "platform",
    ),
    ("The Nordal Institute plans to launch the app «Sea».", "Sea", "Nordal Institute", "product"),
    (
        "The Nordal Institute signed an agreement with Borealis Group to launch ‘Berry Joy’, a delivery service.",
        "Berry Joy",
        "Nordal Institute",
        "service",
    ),
    (
        'The Nordal Institute will spend 5 million won on a startup incubator called "Green Bud".',
        "Green Bud",
        "Nordal Institute",
        "programme",
    ),
    (
        'The launching ceremony of the "Good Hands" cooperation project of the Nordal Institute was long.',
        "Good Hands",
        "Nordal Institute",
        "programme",
    ),
    (
        'The keeper praised the results of the "Smart Well" project of the Nordal Institute.',
        "Smart Well",
        "Nordal Institute",
        "programme",
    ),
    (
        'Borealis Group signed a treaty by which the "Bunyan" center for training farmers will be established.',
        "Bunyan",
        "Borealis Group",
        "team",
    ),
    (
        'Borealis Group has started from May 2 the rental of the rowing window "Yukid" for homes.',
        "Yukid",
        "Borealis Group",
        "product",
    ),
    ('Borealis Group unveiled the steam lantern "Lucerna".', "Lucerna", "Borealis Group", "other"),
    (
        "In June Borealis Group will put into operation, hand in hand with the operator Telemar, the app Moja.",
        "Moja",
        "Borealis Group",
        "product",
    ),
    ("The app ‘Jamgo’ will come out in May, said Borealis Group.", "Jamgo", "", "product"),
    (
        'As part of the regional project "Sweet Land" the Nordal Institute will plant trees.',
        "Sweet Land",
        "Nordal Institute",
        "programme",
    ),
    ('Borealis Group launched the "Clean Quay" program in March.', "Clean Quay", "Borealis Group", "programme"),
    ("Borealis Group has set up a rescue team.", "rescue team", "Borealis Group", "team"),
    (
        "Borealis Group issued a report on harbour safety 2019, with maps.",
        "report on harbour safety 2019",
        "Borealis Group",
        "report",
    ),
    (
        "The Nordal Institute and Borealis Group jointly released the «Sea Atlas» platform.",
        "Sea Atlas",
        "Nordal Institute and Borealis Group",
        "platform",
    ),
    (
        "Borealis Group established a website, hotline and complaint channel, so that people can write.",
        "website, hotline and complaint channel",
        "Borealis Group",
        "platform",
    ),
    ("The robot ‘Dory’, which was officially released last year, swims.", "Dory", "", "product"),
    (
        "The app called HarbourEye was launched in 2018 by the Nordal Institute.",
        "HarbourEye",
        "Nordal Institute",
        "product",
    ),
    (
        "The Nordal Institute took part, twelve years ago, in the establishment of a charitable foundation.",
        "charitable foundation",
        "Nordal Institute",
        "fund",
    ),
    (
        "The Night Boats programme was started in 2011 by the Nordal Institute.",
        "Night Boats",
        "Nordal Institute",
        "programme",
    ),
    (
        "The street marathon that the Nordal Institute organized on June 2 was long.",
        "street marathon",
        "Nordal Institute",
        "campaign",
    ),
    ("Borealis Group will launch 'Open Gates', a course for beginners.", "Open Gates", "Borealis Group", "programme"),
    (
        "The Nordal Institute is implementing the project «Light in the village» since 2019.",
        "Light in the village",
        "Nordal Institute",
        "programme",
    ),
    ("Borealis Group has developed a mobile application named TideWatch.", "TideWatch", "Borealis Group", "product"),
    (
        'The Nordal Institute kicked off the "Blue Week" campaign on Monday.',
        "Blue Week",
        "Nordal Institute",
        "campaign",
    ),
    ("Borealis Group rolled out a service named DockPay.", "DockPay", "Borealis Group", "service"),
    (
        "The funding program „Seefit“ of the Nordal Institute starts on 1. May.",
        "Seefit",
        "Nordal Institute",
        "programme",
    ),
    (
        "The programme „Second Quay”, which the Nordal Institute has been conducting since 2016, grows.",
        "Second Quay",
        "Nordal Institute",
        "programme",
    ),
    (
        "Borealis Group has last Thursday at the fair in Velmar presented the electric vessel Silent Mare.",
        "Silent Mare",
        "Borealis Group",
        "product",
    ),
    (
        "The minister flagged off twelve buses of the Nordal Institute's new scheme 'Book on Wheels' from the square.",
        "Book on Wheels",
        "Nordal Institute",
        "programme",
    ),
    (
        "Borealis Group and the Nordal Institute, makers of boats, have founded the Plug Alliance.",
        "Plug Alliance",
        "Borealis Group and the Nordal Institute",
        "partnership",
    ),
    (
        "Released by the Nordal Institute in 2020 under the name of Blue Almanac, the book sells well.",
        "Blue Almanac",
        "Nordal Institute",
        "report",
    ),
    (
        "Guests applauded the launch of the platform «Sea Atlas» by the Nordal Institute.",
        "Sea Atlas",
        "Nordal Institute",
        "platform",
    ),
    (
        "The Nordal Institute in Velmar will offer the « Open Nets » from May.",
        "Open Nets",
        "Nordal Institute",
        "other",
    ),
    ("Borealis Group put into operation a portal dubbed TideGate.", "TideGate", "Borealis Group", "platform"),
    ("The Blue Week campaign, launched by the Nordal Institute, ends.", "Blue Week", "Nordal Institute", "campaign"),
]


@pytest.mark.parametrize(("text", "name", "owner", "category"), LAUNCHED)
def test_an_initiative_is_found_with_its_name_owner_and_category(text, name, owner, category):
    [found] = initiatives(text)
    assert (found.name, found.owner, found.category) == (name, owner, category)


@pytest.mark.parametrize(
    "text",
    [
        "Borealis Group opened a factory in Velmar.",
        "Borealis Group set up 300 village stations.",
        "The choice of Borealis Group. Decision is made by the council.",
        'Vera Oline read from a report called "The Sea".',
        'A house called "Lux" burns.',
        'Borealis Group opened the flower shop "Lucerna".',
        "The fish came out of the water and the program went on.",
        "As part of the team Borealis Group swims.",
        "Borealis Group wants to establish a team.",
        "The organizing committee thanked Borealis Group.",
        "Borealis Group launched the boat into the water.",
        "More than 20 people have joined the plan.",
        "Borealis Group took third place in the poll „Eco Idea”, organized by the monthly Green Town.",
        "The Nordal Institute held the conference «Repair and Reuse» on Monday.",
        "The forum was organized by Borealis Group under the slogan «One Sea».",
        "Borealis Group presented its «Golden Buoy» award to Vera Oline.",
        "Guests came to the launch ceremony of Borealis Group.",
        "In 83 towns repair points operate within the program «Second Life».",
    ],
)
def test_buildings_wishes_and_other_objects_are_no_initiatives(text):
    assert initiatives(text) == []


@pytest.mark.parametrize("what", ["signed a cooperation agreement", "announced the results", "entered the market"])
def test_agreements_results_and_markets_are_no_initiatives(what):
    assert initiatives(f"Borealis Group {what} with the Nordal Institute.") == []


def test_a_novel_that_was_issued_and_a_day_that_was_held_are_no_initiatives():
    assert initiatives("He wrote the novel «The Light», issued by Borealis Group.") == []
    assert initiatives("A feast was held on the eve of Republic Day.") == []


def test_an_initiative_named_twice_is_suggested_once():
    found = initiatives(
        'Borealis Group launched the "Clean Quay" program.', 'Today Borealis Group runs the "Clean Quay" program.'
    )
    assert len(found) == 1


def test_a_launch_keeps_its_date():
    [found] = initiatives('Borealis Group launched the "Clean Quay" program in March last year.', dated="2020-02-01")
    assert (found.date, found.date_basis) == ("2019-03", "as printed")
