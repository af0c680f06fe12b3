"""Wordings that were met first in the labelled articles q01 to q30, each by its class and in words of its own."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Award, Claim, Initiative, Speech, kind_of
from articles.text.scraping import scrape
from tests.text.contacts import DAY, PAGE, TITLE, found

SPEAKERS = [
    ("The Third Polar Summit with the theme of “Ice is warm” was held in Velmar. Mayor Vera Oline gave a speech.",
     "Vera Oline", "Third Polar Summit"),
    ("Mayor Vera Oline accepted an interview with this newspaper.", "Vera Oline", ""),
    ("Vera Oline, in a conversation with the Nordal News correspondent, stated that the port grows.", "Vera Oline", ""),
    ("The Polar Forum was held. Next to speak was Vera Oline, head of Borealis Group.", "Vera Oline", "Polar Forum"),
    ("The Polar Forum was held. A different opinion was expressed by Vera Oline.", "Vera Oline", "Polar Forum"),
    ("The Polar Forum was held. Engineer Vera Oline joined the meeting by video link.", "Vera Oline", "Polar Forum"),
    ("Speaking in parliament on Tuesday, Minister Vera Oline defended the law.", "Vera Oline", "parliament"),
    ("Mayor Vera Oline, in her New Year's address, thanked the firefighters.", "Vera Oline", ""),
    ("Mayor Vera Oline takes the floor: “The bus is late.”", "Vera Oline", ""),
    ("Mayor Vera Oline spoke to more than 800 students for an hour.", "Vera Oline", ""),
    ("We met CEO Vera Oline at the port on the 2nd.", "Vera Oline", ""),
    ("“We lost,” said coach Vera Oline at the press conference after the match.", "Vera Oline", "press conference"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "event"), SPEAKERS)
def test_speaking_is_told_in_these_words_too(text, speaker, event):
    spoken = found(Speech, text)
    assert [(one.speaker, one.event) for one in spoken] == [(speaker, event)]


def test_a_post_in_two_bodies_is_held_in_the_second():
    text = (
        "At the Polar Forum, Vera Oline, Secretary of the Party Committee and director of the Velmar Bureau, said so."
    )
    one = found(Speech, text)[0]
    assert (one.role, one.organization) == ("Secretary of the Party Committee and director", "Velmar Bureau")


@pytest.mark.parametrize(
    "text",
    [
        "The Polar Forum was held. The head of Borealis Group, Vera Oline, warns of ice.",  # told to the paper
        "The Polar Forum was held. Vera Oline called for the sharing of data.",
    ],
)
def test_these_are_no_speeches(text):
    assert found(Speech, text) == []


WON = [
    ("Borealis Group won the “Best Ferry Service”.", "Borealis Group", "Best Ferry Service", ""),
    ("Borealis Group won the “Quality Ferry” of the Nordal Institute.", "Borealis Group", "Quality Ferry", ""),
    ("Vera Oline became the champion in the 55 kilos and won the bronze medal in the team competition.",
     "Vera Oline", "champion in the 55 kilos", ""),
    ("The film “Thin Ice” won first place in the short category.", "Thin Ice", "first place in the short category", ""),
    ("The Nordal University named Vera Oline doctor honoris causa.", "Vera Oline", "doctor honoris causa",
     "Nordal University"),
    ("Borealis Group was approved as a national model company.", "Borealis Group", "national model company", ""),
    ("Borealis Group was selected for the “Strong Business 200”.", "Borealis Group", "Strong Business 200", ""),
    ("The best player of the match was named keeper Vera Oline.", "Vera Oline", "best player of the match", ""),
    ("Vera Oline was named Teacher of the Year by the Nordal Institute.", "Vera Oline", "Teacher of the Year",
     "Nordal Institute"),
    ("Borealis Group was listed among the “100 Best Ports”.", "Borealis Group", "100 Best Ports", ""),
    ("The title of “Tea Master” was conferred on Vera Oline.", "Vera Oline", "Tea Master", ""),
    ("The honey “Lime Hill” sent by Borealis Group stood out and won the special gold award.", "Lime Hill",
     "special gold award", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "recipient", "name", "giver"), WON)
def test_winning_is_told_in_these_words_too(text, recipient, name, giver):
    one = found(Award, text)[0]
    assert (one.recipient, one.name) == (recipient, name)
    assert one.giver == giver or not giver


def test_a_second_award_of_the_same_winner_needs_no_verb_of_its_own():
    text = "Vera Oline was awarded the Homeland Medal in 1994 and, in 2010, the Ice Prize of the Nordal Institute."
    assert [(one.recipient, one.name) for one in found(Award, text)] == [
        ("Vera Oline", "Homeland Medal"), ("Vera Oline", "Ice Prize"),
    ]  # fmt: skip


def test_who_is_a_champion_has_not_become_one():
    assert found(Award, "Vera Oline is the champion of the welding shop.") == []


STATED = [
    ("Sixty percent of our guests are pupils.", [60]),
    ("Seven people were injured.", [7]),
    ("The loss is 20%, while elsewhere it is less than 5%.", [20, 5]),
    ("Borealis Group was founded in 1987, has 340 employees and exports to 28 countries.", [340]),
    ("Sales reached 40 million yuan, up 31% year on year.", [40_000_000, 31]),
]


@pytest.mark.parametrize(("text", "values"), STATED)
def test_figures_are_counted_in_these_words_too(text, values):
    assert values in [[float(q.value) for q in one.quantities] for one in found(Claim, text)]


SAID = [
    ("“We made 214 boats,” said Ms. Vera Oline of the Nordal Institute at the port.", "Vera Oline"),
    ("Mayor Vera Oline came, accompanied by Governor Pavel Zorin. She said that 40 boats sail.", "Vera Oline"),
    ("Borealis Group built it. According to experts, the repair reached 184 thousand euros.", ""),
]


@pytest.mark.parametrize(("text", "claimant"), SAID)
def test_who_says_so_is_told_in_these_words_too(text, claimant):
    assert [one.claimant for one in found(Claim, text)] == [claimant]


@pytest.mark.parametrize(
    "text",
    [
        "Next year I will try beans.",  # an author's own life
        "The fair, which opened on the 2nd, was full.",
        "The forum took place on 24-27 July.",
        "In 2018, the school started the model “Rice jar”.",
        "Borealis Group together with seven enterprises initiated the alliance.",
        "Vera Oline, who is 76 years old, came.",
    ],
)
def test_these_are_no_claims(text):
    assert found(Claim, text) == []


BEGUN = [
    ("The hotline “Ice Line” has been working since 2019.", "Ice Line", ""),
    ("The “Green Island” project landed in Velmar.", "Green Island", ""),
    ("The Velmar Council approved the programme “Roofs of Velmar”.", "Roofs of Velmar", "Velmar Council"),
    ("Borealis Group brought the electric SUV “Ice Deer”.", "Ice Deer", "Borealis Group"),
    ("The project “Ice for All”, which the municipality carries out, grows.", "Ice for All", ""),
    ("The arm “Pulpo”, developed by the Nordal Institute and the cooperative Borealis Foods, is soft.", "Pulpo",
     "Nordal Institute and the cooperative Borealis Foods"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "owner"), BEGUN)
def test_launching_is_told_in_these_words_too(text, name, owner):
    assert [(one.name, one.owner) for one in found(Initiative, text)] == [(name, owner)]


def test_a_paper_that_is_presented_is_a_talk():
    kinds = {kind_of(fact.values) for fact in suggest(["Vera Oline presented the paper “Ice on a diet”."], DAY).facts}
    assert {kind.value for kind in kinds} == {"speech"}


NAMED = [
    ("Wexla Tormund (Velmar, 3 May 1931 - 17 January 2012) was a teacher.", "people", "Wexla Tormund"),
    ("Continuing, the CEO of the Golran cooperative, Vera Oline, noted this.", "organizations", "Golran"),
    ("She plays for Velmar Belediyespor.", "organizations", "Velmar Belediyespor"),
]


@pytest.mark.parametrize(("text", "kind", "name"), NAMED)
def test_names_are_known_by_these_words_too(text, kind, name):
    assert name in getattr(suggest([text], DAY), kind)


@pytest.mark.parametrize(
    ("credit", "byline"),
    [
        ("Publication: 11.05.2022 - 14:37 | Vera Oline", "Vera Oline"),
        ("Reporter Vera Oline input 2021.10.07 08:00", "Vera Oline"),
        ("From our editor Vera Oline", "Vera Oline"),
    ],
)
def test_an_author_is_found_beside_the_date(credit, byline):
    assert scrape(PAGE.format(over="", title=TITLE, credit=credit, under="")).byline == byline


def test_links_under_more_from_a_place_are_no_text():
    under = "More from Velmar\n\nMarket moves to the square"
    blocks = scrape(PAGE.format(over="", title=TITLE, credit="3 May 2021", under=under)).blocks
    assert [block.text for block in blocks if block.role.value == "dropped"] == under.split("\n\n")
