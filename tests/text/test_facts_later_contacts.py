"""Wordings that were met first in the labelled articles r01 to r14, each by its class and in words of its own."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Initiative
from articles.text.scraping import scrape

DAY = "2021-05-04"


def found(kind, *paragraphs, dated=DAY):
    return [fact.values for fact in suggest(paragraphs, dated).facts if isinstance(fact.values, kind)]


PEOPLE = [
    ("The finalist was the Argentine Emilia Basterra.", "Emilia Basterra"),
    ("The Director of the Department of Information and Communications Pham Thi Mai said that it rains.",
     "Pham Thi Mai"),
    ("Luong Van Ky came.", "Luong Van Ky"),
    ("Deputy of the regional Duma Roman Ilyin came.", "Roman Ilyin"),
    ("My grandmother Zofia had three shelves.", "Zofia"),
    ("“It is cold,” sighs Pierrette, 71 years old.", "Pierrette"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_these_are_people(text, name):
    assert suggest([text], DAY).people == (name,)


BODIES = [
    ("The Chamber of Control and Accounts came.", ["Chamber of Control and Accounts"]),
    ("She teaches at the Faculty of Nutrition of Nordal Women's University.", ["Nordal Women's University"]),
    ("The book came out in the Compass publishing house.", ["Compass"]),
    ("She reads the list of Harbour magazine.", ["Harbour"]),
    ("The collective Our Water protests.", ["Our Water"]),
    ("Borealis Display said that it rains.", ["Borealis Display"]),
    ("They reached strategic cooperation with Guyun Hall.", ["Guyun Hall"]),
    ("The Regional Duma met.", ["Regional Duma"]),
    ("The startup Acme announced a loan. Yesterday Acme announced tea. Acme prepares the Acme Academy, a free class, in May.", ["Acme"]),
    ("Emil Wendt leads the working group Animal Migration.", []),
    ("The cake is certified as “Universal Kitchen Class 3”.", []),
    ("The Minister of Water and Agriculture, Vera Oline, came.", []),
    ("The «Velmar Smart Factory Top 50» came out.", []),
    ("The Japanese company came.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_these_are_organizations_and_no_others(text, names):
    assert list(suggest([text], DAY).organizations) == names


def test_who_tells_of_a_creation_does_not_own_it():
    one = found(Initiative, "Mayor Vera Oline highlighted the creation of the Office of the Return, a service.")[0]
    assert (one.name, one.owner) == ("Office of the Return", "")


PAGE = """{over}

{title}

{credit}

The council of Velmar decided on Monday to build a second ferry, and nobody in the hall said a word against it.

The ferry will cross the fjord four times a day, and bicycles will be carried without a ticket for the first year.

{under}"""
TITLE = "A second ferry for the fjord"


@pytest.mark.parametrize(
    "over",
    [
        "OFFICIAL PORTAL OF THE ADMINISTRATION OF THE VELMAR REGION\n\nVersion for the visually impaired",
        "Issue 11/2019 · Nature & Technology",
        "The Attic of Old Ferries\n\na blog about what still swims",
    ],
)
def test_the_name_of_the_site_is_no_headline(over):
    blocks = scrape(PAGE.format(over=over, title=TITLE, credit="3 May 2021", under="")).blocks
    assert [block.text for block in blocks if block.role.value == "headline"] == [TITLE]
    assert [block.text for block in blocks if block.role.value == "dropped"] == over.split("\n\n")


@pytest.mark.parametrize("credit", ["By Vera Oline with AFR", "A text by Vera Oline"])
def test_an_author_is_found_in_these_words_too(credit):
    assert scrape(PAGE.format(over="", title=TITLE, credit=credit, under="")).byline == "Vera Oline"


def test_links_under_news_that_may_attract_the_reader_are_no_text():
    under = "THIS NEWS MAY ALSO ATTRACT YOUR ATTENTION\n\nFlash statement about the price of honey"
    text = PAGE.format(over="", title=TITLE, credit="3 May 2021", under=under) + "\n\nThe first ferry goes on Friday."
    blocks = scrape(text).blocks
    assert [block.text for block in blocks if block.role.value == "dropped"] == under.split("\n\n")
