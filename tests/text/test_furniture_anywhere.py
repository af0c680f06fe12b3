"""Furniture is told from the article by its place and its words, not by whole phrases alone."""

import pytest

from articles.text.roles import Role
from articles.text.scraping import scrape
from articles.text.scraping.captions import caption_rule
from articles.text.scraping.cues import speaks_of_the_page
from articles.text.scraping.looks import look_at
from tests.text.more_scraped_pages import MORE_PAGES

ROLES = {
    "H": {Role.HEADLINE}, "S": {Role.STANDFIRST}, "c": {Role.SOURCE}, "b": {Role.BYLINE}, "d": {Role.DATELINE},
    "P": {Role.BODY, Role.HEADING}, "h": {Role.BODY, Role.HEADING}, "+": {Role.BODY},
    "C": {Role.CAPTION, Role.DROPPED}, "-": {Role.CAPTION, Role.DROPPED},
}  # fmt: skip
# Pieces that begin with a capital and a name go on nothing for certain.
UNKNOWABLE = {"Labor Day weekend."}


TOLD = (
    "The council of Velmar decided on Monday to build a second ferry, and nobody in the hall said a word against it.",
    "The ferry will cross the fjord four times a day, and bicycles will be carried without a ticket for a year.",
    "The mayor said that the old ferry, which was built in 1974, will be kept as a museum for the pupils of the town.",
)
BETWEEN = """This content is only available to subscribers.
You have 3 free articles left this month.
Sign up and never miss a story again.
This is a machine translation of the original article.
The views of the author may not coincide with the position of the editors.
Picture for reference only. Source: Internet
The picture is for illustration.
Most popular this week
Exchange rates
Video of the day
(Reporting by Vera Oline; Editing by Pavel Zorin)
Published in: Economy
Also in the section Economy
The above is the whole content of this article.
(The author is a professor at the Nordal University)
The text continues below the advertisement
Friendship links""".splitlines()


@pytest.mark.parametrize("line", BETWEEN)
def test_what_a_page_says_between_two_paragraphs_is_no_text(line):
    text = "\n\n".join(("A second ferry for the fjord", "3 May 2021", TOLD[0], line, *TOLD[1:]))
    told = [block.text for block in scrape(text).blocks if block.role in {Role.BODY, Role.HEADING, Role.STANDFIRST}]
    assert told == list(TOLD)


@pytest.mark.parametrize(
    "line",
    [
        "The views of the author on the sea were those of his father, who had fished there for forty years.",
        "Image for image, the two maps of the fjord are the same, and yet nobody would mistake one for the other.",
    ],
)
def test_sentences_that_begin_alike_are_text(line):
    text = "\n\n".join(("A second ferry for the fjord", "3 May 2021", TOLD[0], line, *TOLD[1:]))
    assert line in [block.text for block in scrape(text).blocks if block.role is Role.BODY]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("origin", MORE_PAGES)
def test_article_and_furniture_are_told_apart_on_pages_of_many_origins(origin, gap):
    labelled = [(line[0], line[2:]) for line in MORE_PAGES[origin].strip().splitlines()]
    text = gap.join(line for _, line in labelled)
    found = {text[a:b]: (block.role, a > block.spans[0][0]) for block in scrape(text).blocks for a, b in block.spans}
    for letter, line in labelled:
        role, goes_on = found[line]
        assert role in ROLES[letter], line
        assert goes_on == (letter == "+") or line in UNKNOWABLE, line


HEAD = "Velna builds a school of straw\n\n12 March 2021\n\n"
OPENING = (
    "The council of Velna decided on Monday to build a school of straw for 200 children. It costs 3 million euros."
)
CLOSING = "The school is to open in May 2023, the mayor said after the vote in the town hall."
FIRST, SECOND = "The mayor of Velna told the council that the children of the town", "who live far away will get a bus."


def told(*lines):
    return [(b.role, b.text) for b in scrape(HEAD + "\n\n".join(lines)).blocks][2:]


@pytest.mark.parametrize(
    "notice",
    [
        "Rest of the article under the advertisement",
        "Scan with the phone to view the full text",
        "[PR]",
        "Bear appears near the station of Velna",
        "The mayor in front of the bus, in May",
        "Want our news in your pocket? Take the app here.",
    ],
)
def test_what_interrupts_a_sentence_is_furniture_and_the_sentence_is_whole(notice):
    assert told(OPENING, FIRST, notice, SECOND, CLOSING) == [
        (Role.BODY, OPENING), (Role.BODY, f"{FIRST} {SECOND}"), (Role.DROPPED, notice), (Role.BODY, CLOSING),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Anna Berg", "Velna Chamber of Commerce", "WeChat", "the school of Velna"])
def test_a_name_in_the_middle_of_a_sentence_is_part_of_it(name):
    assert (Role.BODY, f"{FIRST} and {name} {SECOND}") in told(OPENING, f"{FIRST} and", name, SECOND, CLOSING)


def test_a_bracket_opened_on_one_line_is_closed_on_the_next():
    begun, ended = "The straw won a prize (given by the Velna", "School Board) in May of the same year."
    assert (Role.BODY, f"{begun} {ended}") in told(OPENING, begun, ended, CLOSING)


def test_a_sentence_that_the_next_paragraph_tells_again_at_length_is_the_standfirst():
    short = "The council of Velna builds a school of straw for its children."
    again = OPENING + " The field by the river was bought from a farmer who keeps geese and goats."
    assert told(short, again, CLOSING)[0] == (Role.STANDFIRST, short)
    other = "Nobody in the town had asked for it, and the river rose."
    assert told(other, again, CLOSING)[0] == (Role.BODY, other)


PAGE = [
    "The continuation after the advertisement",
    "CONTINUES AFTER THE PUBLICITY",
    "You will read this text in 3 minutes",
    "Did you like this text? Give us a coffee",
    "Offer the article Facebook Twitter Print",
    "Please check your email to confirm and complete your registration.",
    "Want to receive the news of Velna on your phone? Click here and join the group.",
    "For all the latest news of the town, download the app of the Velna Post.",
]
NOT_OF_THE_PAGE = [
    "Do you read the comments on your articles?",
    "Facebook shares fell by 8 percent in Velna on Monday",
    "“Subscribe to our newsletter”, the mayor shouted from the roof.",
    "He said that the readers of the newspaper had sent 300 letters about the article.",
    "To read the full text of the law takes a morning.",
    "More than 300 readers wrote to the paper",
]


@pytest.mark.parametrize("line", PAGE)
def test_a_line_that_speaks_to_the_reader_is_the_pages_own(line):
    assert speaks_of_the_page(line)


@pytest.mark.parametrize("line", NOT_OF_THE_PAGE)
def test_a_line_about_readers_and_texts_may_be_the_articles(line):
    assert not speaks_of_the_page(line)


@pytest.mark.parametrize(
    "line",
    [
        "Children at the gate = May, Velna City",
        "The mill of Velna in May. ANNA BERG FOR « THE POST »",
        "The mill of Velna in May. / Ana Berg",
        "The mill of Velna in May © Ana Berg",
        "Students harvest rice on the roof. (Post photo)",
        "Ed Novak paints a horse. (Ana Berg / Velna Post)",
        "The mayor opens the mill in May /AFP",
    ],
)
def test_a_credit_after_a_caption_marks_it(line):
    assert caption_rule(look_at(line))


@pytest.mark.parametrize(
    "line",
    [
        "The price rose from 3 to 5 euros (in May).",
        "The agent of the ASIO/AFP team asked for his name, he said.",
        "The council of Velna (population 3,000) said no.",
        "The plant makes steel for the U.S. and the E.U.",
        "“We are here to stay”, said the head of NASA.",
    ],
)
def test_marks_of_captions_in_a_sentence_make_it_none(line):
    assert not caption_rule(look_at(line))


def body(*lines):
    return [text for role, text in told(OPENING, CLOSING, *lines) if role in {Role.BODY, Role.HEADING}][2:]


def test_a_closing_sentence_of_few_words_belongs_to_the_article():
    assert body("It may snow.") == ["It may snow."]
    assert body("And then?", "Then it rains.") == ["And then?", "Then it rains."]


def test_the_items_of_a_closing_list_belong_to_the_article():
    items = ["The winners are:", "• Ada of Velna", "• Bo of Ulm"]
    assert body(*items, "Share") == items


def test_a_last_line_that_lost_its_stop_belongs_to_the_article_if_nothing_follows():
    assert body("The next bus of straw comes in August") == ["The next bus of straw comes in August"]
    assert body("The next bus of straw comes in August", "Share") == []


def test_contacts_notes_and_the_author_box_at_the_end_are_none():
    assert body("Contact for journalists", "Velna Town Hall", "Bo Berg, spokesman", "Tel. +43 316 000000") == []
    assert body("※ The prices of this release are those of the day and may change.") == []
    assert body("About the author", "Anna Berg has written about schools in Velna for 20 years.") == []
