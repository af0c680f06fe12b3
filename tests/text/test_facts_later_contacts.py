"""Wordings that were met first in the labelled articles r01 to r18, each by its class and in words of its own."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Award, Claim, Initiative, Speech
from articles.text.scraping import scrape
from tests.text.contacts import DAY, PAGE, TITLE, found

PEOPLE = [
    ("The finalist was the Argentine Emilia Basterra.", "Emilia Basterra"),
    ("The Director of the Department of Information and Communications Pham Thi Mai said that it rains.",
     "Pham Thi Mai"),
    ("Luong Van Ky came.", "Luong Van Ky"),
    ("Deputy of the regional Duma Roman Ilyin came.", "Roman Ilyin"),
    ("My grandmother Zofia had three shelves.", "Zofia"),
    ("“It is cold,” sighs Pierrette, 71 years old.", "Pierrette"),
    ("The rector of the Polytechnic Boris Tikhonov said that it rains.", "Boris Tikhonov"),
    ("Prof. Dr. Hendra Wijaya, M.Sc. in his remarks said that it rains.", "Hendra Wijaya"),
    ("They thanked fisherman Pak Usman for it.", "Usman"),
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
    ("The startup Acme announced tea. Then Acme announced a loan. It prepares the Acme Academy, a free class, too.",
     ["Acme"]),
    ("Emil Wendt leads the working group Animal Migration.", []),
    ("The cake is certified as “Universal Kitchen Class 3”.", []),
    ("The Minister of Water and Agriculture, Vera Oline, came.", []),
    ("The «Velmar Smart Factory Top 50» came out.", []),
    ("The Japanese company came.", []),
    ("The Nordal State University (NSU) opened. The NSU rector came.", ["Nordal State University"]),
    ("The pupils of Lyceum No. 12 came.", ["Lyceum No. 12"]),
    ("The Head of the Environmental Service of Velmar Regency came.", ["Environmental Service of Velmar Regency"]),
    ("The takeover by the Chinese competitor Longwei failed.", ["Longwei"]),
    ("The director of the NGO Green Hands came.", ["Green Hands"]),
    ("Thousands of NGO organizations came.", []),
    ("Researchers at the think tank Meridian came.", ["Meridian"]),
    ("The start-ups Klarflug and Solarix came.", ["Klarflug", "Solarix"]),
    ("The CEO of Lumina came.", ["Lumina"]),
    ("The Director of Marketing came.", []),
    ("The app won the Best Student Project award.", []),
    ("It was awarded the title of European Green Capital.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_these_are_organizations_and_no_others(text, names):
    assert list(suggest([text], DAY).organizations) == names


SPEAKERS = [
    (("The Minister of Water, Vera Oline, inaugurated today, Tuesday, the third Gulf Forum.",
      "In the opening speech, the Minister confirmed that it rains."), "Vera Oline", "third Gulf Forum"),
    (("The law was adopted at the 27th session. It was presented by the Minister of Finance of the region Vera Oline. "
      "“It is dear,” she emphasized in her report.",), "Vera Oline", "27th session"),
    (("Vera Oline, head of Borealis Group, used the following statements in the opening meeting: “It rains.”",),
     "Vera Oline", "opening meeting"),
    (("Making a statement to our newspaper, Borealis Group General Manager Vera Oline stated that it rains.",),
     "Vera Oline", ""),
    (("Concluding the conference, Ms. Vera Oline asked the office to write.",), "Vera Oline", "conference"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "speaker", "event"), SPEAKERS)
def test_speaking_is_told_in_these_words_too(paragraphs, speaker, event):
    spoken = found(Speech, *paragraphs)
    assert [(one.speaker, one.event) for one in spoken] == [(speaker, event)]


POSTS = [
    ("The governor of the Salt Authority, Vera Oline, said so at the Polar Forum.", "governor", "Salt Authority"),
    ("At the Polar Forum, Chairman of the People's Committee of Tam Khe district Luong Van Ky pointed out the ice.",
     "Chairman", "People's Committee of Tam Khe"),
    ("The Donglin Middle School won. Principal Vera Oline delivered a speech at the opening ceremony.", "Principal",
     "Donglin Middle School"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "organization"), POSTS)
def test_these_posts_are_held_in_these_bodies(text, role, organization):
    assert [(one.role, one.organization) for one in found(Speech, text)] == [(role, organization)]


def test_a_question_is_a_title_and_ends_no_sentence():
    text = (
        "In a dialogue session entitled “Who pays for the drop?”, the economic adviser at the Nordal Institute, "
        "Ms. Vera Oline, explained that it rains."
    )
    one = found(Speech, text)[0]
    assert (one.title, one.organization) == ("Who pays for the drop?", "Nordal Institute")


@pytest.mark.parametrize("verb", ["ironized", "sighed", "confessed", "rejoiced"])
def test_what_is_said_so_is_claimed(verb):
    one = found(Claim, f"“The port has 40 cranes,” {verb} Vera Oline.")[0]
    assert one.claimant == "Vera Oline"


def test_the_day_and_the_agency_before_the_text_are_no_part_of_it():
    facts = suggest(["Velmar, March 21 (AB) - The port bought 40 cranes."], DAY).facts
    assert [fact.start for fact in facts] == [24]


BEGUN = [
    ("The Nordal Institute is also preparing the Escola Azul, a training center for fishermen.", "Escola Azul",
     "Nordal Institute"),
    ("The Nordal Institute developed an app: “Restly” shows the way.", "Restly", "Nordal Institute"),
    ("The “Blue Book on Ice”, compiled by the Nordal Institute, was officially published.", "Blue Book on Ice",
     "Nordal Institute"),
    ("The carpet “Night of Velmar”, woven by Vera Oline, was unveiled.", "Night of Velmar", "Vera Oline"),
    ("He runs the Quiet Tide, a platform maintained by the Nordal Institute.", "Quiet Tide", "Nordal Institute"),
    ("The Nordal Institute announced the launch of the National Strategy for Salt Mining.",
     "National Strategy for Salt Mining", "Nordal Institute"),
    ("The startup Borealis Ferries came. CEO Vera Oline added that her party is preparing the Tide Hub, a free class.",
     "Tide Hub", "Borealis Ferries"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "owner"), BEGUN)
def test_what_is_begun_is_told_in_these_words_too(text, name, owner):
    assert [(one.name, one.owner) for one in found(Initiative, text)] == [(name, owner)]


def test_what_is_recalled_to_run_is_not_the_speaker_s():
    text = "Governor Vera Oline recalled that since January the regional program “Start in Ice” has been operating."
    assert [(one.name, one.owner) for one in found(Initiative, text)] == [("Start in Ice", "")]


def test_what_is_brought_to_the_market_is_begun():
    text = "In September, Borealis Tools AG will bring to the market the cordless drill “Gems 9”. Borealis is proud."
    assert [(one.name, one.owner) for one in found(Initiative, text)] == [("Gems 9", "Borealis Tools AG")]


def test_our_company_begins_what_a_release_tells_of():
    text = "The maker Borealis Foods told of it. From May our company will start the “Same Table Project”."
    assert [one.owner for one in found(Initiative, text)] == ["Borealis Foods"]


def test_what_a_name_is_said_to_be_belongs_to_its_quotation():
    text = "The Nordal Institute will start selling “Amayadori”, a series of bags made from umbrellas."
    fact = next(fact for fact in suggest([text], DAY).facts if isinstance(fact.values, Initiative))
    assert text[fact.start : fact.end].endswith("a series of bags made from umbrellas")


@pytest.mark.parametrize("frame", ["within the framework of the state program", "under the national project"])
def test_what_a_state_works_within_is_not_begun(frame):
    assert found(Initiative, f"Ten schools will be built {frame} “Modern School”.") == []


WON = [
    ("Borealis Group was also included in the ‘Top 10 Companies’ of the Nordal Foundation.", "Borealis Group",
     "Top 10 Companies", "Nordal Foundation"),
    ("The team of the Nordal Institute was awarded a letter of thanks from the Governor.", "Nordal Institute",
     "letter of thanks", ""),
    ("Borealis Group received the Environment Prize of the district.", "Borealis Group",
     "Environment Prize of the district", ""),
    ("Borealis Group received the Grand Prize in the food category.", "Borealis Group",
     "Grand Prize in the food category", ""),
    ("Borealis Group won the first prize in the tea category of the Green Idea Competition.", "Borealis Group",
     "first prize in the tea category of the Green Idea Competition", ""),
    ("Vera Oline was rated as one of the “Top Ten Farmers” by the Nordal Institute.", "Vera Oline", "Top Ten Farmers",
     "Nordal Institute"),
    ("Borealis Group was crowned as the Best Port at the Harbour Awards 2020.", "Borealis Group", "Best Port", ""),
    ("In the “Smart Port Top 50” issued by the Nordal Association, Borealis Group ranked sixth.", "Borealis Group",
     "Smart Port Top 50", "Nordal Association"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "recipient", "name", "giver"), WON)
def test_winning_is_told_in_these_words_too(text, recipient, name, giver):
    assert [(one.recipient, one.name, one.giver) for one in found(Award, text)] == [(recipient, name, giver)]


CLAIMED = [
    ("The Gulf Forum was opened today, with the participation of 640 experts from 32 countries.",
     "with the participation of 640 experts from 32 countries", ["640", "32"]),
    ("Borealis Group received the Harbour Prize, endowed with 900 euros.", "endowed with 900 euros", ["900"]),
    ("In a survey of 1,200 nurses, 68.3% answered that they sleep badly.",
     "In a survey of 1,200 nurses, 68.3% answered that they sleep badly", ["1200", "68.3"]),
    ("Five new schools will be built.", "Five new schools will be built", ["5"]),
    ("Two thousand visits have been paid.", "Two thousand visits have been paid", ["2000"]),
    ("The forum continues for three days.", "The forum continues for three days", ["3"]),
    ("Borealis Foods will release the tea “Calm”, which cools the tongue, from July 1 at drugstores.",
     "Borealis Foods will release the tea “Calm”, which cools the tongue, from July 1 at drugstores", []),
    ("Class 3 of Grade 8 cleaned the yard.", None, []),
    ("At the seat in Velmar 85 young people are in training.", "At the seat in Velmar 85 young people are in training",
     ["85"]),
    ("Within the program “Modern School”, five new schools will be built.",
     "Within the program “Modern School”, five new schools will be built", ["5"]),
    ("Borealis Tools AG, founded in 1949.", "Borealis Tools AG, founded in 1949", []),
    ("The result of Borealis Group was 31 million euros (previous year: 28 million euros), as CEO Vera Oline said on "
     "Thursday.", "The result of Borealis Group was 31 million euros (previous year: 28 million euros",
     ["31000000", "28000000"]),
    ("A second season debuts on June 1.", "A second season debuts on June 1", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "values"), CLAIMED)
def test_these_can_be_checked(text, quote, values):
    facts = [fact for fact in suggest([text], DAY).facts if isinstance(fact.values, Claim)]
    assert [text[fact.start : fact.end] for fact in facts] == [quote] * (quote is not None)
    assert [str(one.value) for fact in facts for one in fact.values.quantities] == values


def test_who_takes_part_is_counted_by_nobody_named():
    text = "The Gulf Forum, organized by the Nordal Institute, opened, with the participation of 640 experts."
    assert [one.claimant for one in found(Claim, text)] == [""]


def test_who_tells_of_a_creation_does_not_own_it():
    one = found(Initiative, "Mayor Vera Oline highlighted the creation of the Office of the Return, a service.")[0]
    assert (one.name, one.owner) == ("Office of the Return", "")


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


@pytest.mark.parametrize(
    "credit", ["By Vera Oline with AFR", "A text by Vera Oline", "Writer: Vera Oline | Editor: Ben D"]
)
def test_an_author_is_found_in_these_words_too(credit):
    assert scrape(PAGE.format(over="", title=TITLE, credit=credit, under="")).byline == "Vera Oline"


def test_a_headline_may_begin_as_labels_do():
    title = "Read a good book with spring: the festival of the school opens"
    blocks = scrape(PAGE.format(over="", title=title, credit="3 May 2021", under="")).blocks
    assert [block.text for block in blocks if block.role.value == "headline"] == [title]


def test_links_under_news_that_may_attract_the_reader_are_no_text():
    under = "THIS NEWS MAY ALSO ATTRACT YOUR ATTENTION\n\nFlash statement about the price of honey"
    text = PAGE.format(over="", title=TITLE, credit="3 May 2021", under=under) + "\n\nThe first ferry goes on Friday."
    blocks = scrape(text).blocks
    assert [block.text for block in blocks if block.role.value == "dropped"] == under.split("\n\n")
