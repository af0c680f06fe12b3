"""A page as scraped is told apart line by line, whatever site it comes from."""

import contextlib
import textwrap
import time

import pytest

from articles.text.roles import Role
from articles.text.scraping import NotAnArticle, scrape
from articles.text.scraping.captions import caption_rule
from articles.text.scraping.credits import credits_of
from articles.text.scraping.dates import date_in
from articles.text.scraping.furniture import furniture_rule
from articles.text.scraping.headline import is_cut
from articles.text.scraping.layout import parts_of
from articles.text.scraping.lines import lines_of
from articles.text.scraping.looks import look_at
from tests.text.scraped_pages import PAGES

ROLES = {
    "H": Role.HEADLINE,
    "S": Role.STANDFIRST,
    "c": Role.SOURCE,
    "b": Role.BYLINE,
    "d": Role.DATELINE,
    "P": Role.BODY,
    "h": Role.HEADING,
    "C": Role.CAPTION,
    "-": Role.DROPPED,
}


def labelled(page):
    return [(line[0], line[2:]) for line in page.strip().splitlines()]


def written(page, gap="\n\n"):
    return gap.join(text for _, text in labelled(page))


def told(text):
    """(role, lines of the block) in the order of the page, furniture inside a paragraph after it."""
    return [(block.role, [text[start:end] for start, end in block.spans]) for block in scrape(text).blocks]


def expected(page):
    parts = []
    for letter, text in labelled(page):
        if letter == "+":
            next(part for part in reversed(parts) if part[0] is Role.BODY)[1].append(text)
        else:
            parts.append((ROLES[letter], [text]))
    return parts


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n", "\n \n\n"])
@pytest.mark.parametrize("origin", PAGES)
def test_every_line_of_a_page_gets_its_role(origin, gap):
    assert told(written(PAGES[origin], gap)) == expected(PAGES[origin])


@pytest.mark.parametrize("origin", ["french", "turkish", "portuguese"])
def test_paragraphs_wrapped_at_a_width_are_whole_again(origin):
    page = PAGES[origin]
    wrapped = "\n\n".join(textwrap.fill(text, 76, break_on_hyphens=False) for _, text in labelled(page))
    whole = [b.text for b in scrape(written(page)).blocks if b.role is Role.BODY]
    assert [b.text for b in scrape(wrapped).blocks if b.role is Role.BODY] == whole


def test_the_headline_of_a_cut_title_tag_gives_way_to_the_whole_one():
    page = "Mayor of Velna opens the first school built of...\n\n"
    page += "Mayor of Velna opens the first school built of straw\n\nThe school of straw in Velna was opened on Monday."
    found = scrape(page)
    assert [b.text for b in found.blocks if b.role is Role.HEADLINE] == [
        "Mayor of Velna opens the first school built of straw"
    ]


def test_credits_are_given_without_their_labels():
    found = scrape(written(PAGES["chinese"]))
    assert (found.source, found.byline, found.dated) == ("Donghai Evening News", "Fang Yu", "2017-03-09")
    assert found.dateline == "2017-03-09 10:21 Source: Donghai Evening News Author: Fang Yu"
    assert found.headline_cut


@pytest.mark.parametrize(
    ("line", "source", "byline", "dated"),
    [
        ("source: Velna conference site", "Velna conference site", "", ""),
        ("Source: Xin Post - City channel", "Xin Post - City channel", "", ""),
        ("(Source: Litoral Agency)", "Litoral Agency", "", ""),
        ("Article source | Evening Post", "Evening Post", "", ""),
        ("By Thu Ha", "", "Thu Ha", ""),
        ("From Katrin Holm", "", "Katrin Holm", ""),
        ("Text / Lao Qiao", "", "Lao Qiao", ""),
        ("Reporter Seo Yun-ah seo.yunah@daily.example", "", "Seo Yun-ah", ""),
        ("By Ana de la Cruz and Ines Prado", "", "Ana de la Cruz and Ines Prado", ""),
        ("BY ANNA BERG | 12 MARCH 2021", "", "ANNA BERG", "2021-03-12"),
        ("Anna Berg | 12 March 2021", "", "Anna Berg", "2021-03-12"),
        ("Posted on March 4, 2018 by admin", "", "admin", "2018-03-04"),
        ("Source: Daily News Time: 2018-03-04 08:00", "Daily News", "", "2018-03-04"),
        ("Stand: 08.11.2022, 17:40 Clock", "", "", "2022-11-08"),
        ("CASTELLÓN - 21 DEC 2020 - 13:05", "", "", "2020-12-21"),
        ("2023. 6. 14. 15:21", "", "", "2023-06-14"),
    ],
)
def test_a_credit_line_credits(line, source, byline, dated):
    found = credits_of(look_at(line))
    assert (found.source, found.byline, found.dated) == (source, byline, dated)


@pytest.mark.parametrize(
    "line",
    [
        "By noon the streets of Velna were empty.",
        "By the end of 2023 the bridge is to be open",
        "Summit opens on 12 March 2021",
        "Text messages cost nothing from 12 March 2021 on, the operator said.",
        "The source of the river lies in Velna",
        "Sources: the ministry, the mayor and three members of the council who asked that their names be kept secret",
        "From 12 March 2021 all of the trains stop in Velna",
    ],
)
def test_a_line_of_the_article_credits_nothing(line):
    assert credits_of(look_at(line)) is None


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("08.11.2022", "2022-11-08"),
        ("11/25/2022", "2022-11-25"),
        ("2015 year 3 month 8 day", "2015-03-08"),
        ("November 18th", "--11-18"),
        ("3 of May 2020", "2020-05-03"),
        ("Sept. 9, 2020", "2020-09-09"),
        ("June 2020", "2020-06"),
        ("2022年5月18日", "2022-05-18"),
        ("31.02.2022", ""),
        ("version 3.14.2", ""),
    ],
)
def test_a_printed_date_is_read_day_first_unless_impossible(line, iso):
    found = date_in(line)
    assert (found.iso if found else "") == iso


FURNITURE = [
    "Leave a Reply Cancel reply",
    "Your email address will not be published. Required fields are marked *",
    "Share Facebook Zalo",
    "Like (35) Collection (12) Report",
    "Views: 2 418",
    "category:Internet click:873",
    "Home > Industry > Start-ups",
    "News | Business | Science | Education | Video",
    "Main / News / Society",
    "[Related article] Bread made of old rice is popular",
    "© 2021 Lake Inform. 16+",
    "editor.name@daily.example",
    "https://daily.example/a/1",
    "For more information write to press@velna.example or call the office.",
    "window.dataLayer = window.dataLayer || [];",
    "3 min read",
    "* * *",
    "ADVERTISEMENT",
    "Comments (7)",
]
ARTICLE = [
    "Share prices fell in Velna on Monday, the exchange said.",
    "Follow-up talks are planned for May.",
    "Advertising revenue rose by 8 percent.",
    "Comments by the minister were met with silence in the hall.",
    "Read with the eyes of a child, the law is simple.",
    "Tags on the coats say where the wool comes from.",
    "The company changed its privacy policy in May, it said.",
    "Subscribe or leave: that was the choice of the readers.",
    "Please, said the nurse, let him sleep.",
    "Photo albums are back, says the printer Ana Ruiz.",
    "Editors of three papers signed the letter.",
    "Print runs of 3,000 copies are the rule.",
    "Related costs of 3 million euros were not paid.",
    "Home prices > wages: how long can Velna pay?",
    "He left the contact at the bank 500 euros.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_page_furniture_is_known_by_its_wording_or_shape(line):
    assert furniture_rule(look_at(line))


@pytest.mark.parametrize("line", ARTICLE)
def test_a_sentence_of_the_article_is_no_furniture(line):
    assert not furniture_rule(look_at(line))
    assert not caption_rule(look_at(line))


COPY = "The president of the foundation hands over the keys of the great librarians' house in Velna."


@pytest.mark.parametrize(
    ("headline", "cut"),
    [
        ("Ma Li says that the messenger has become a basic tool of communication for the development o", True),
        ("The last kilometre of the countryside is not a business of subsidies but a business of tr", True),
        ("The person who listens to salt: from a lunch box sized machine to the young scientists of As", True),
        ("The president of the foundation hands over the keys of the new library to the", True),
        ("The president of the foundation hands over the keys of the great libra", True),
        ("The president of the foundation hands over the keys of the new library to...", True),
        ("The president of the foundation hands over the keys of the new library (photo", True),
        ("The president of the foundation hands over the keys of the new library to the mayor", False),
        ("The president of the foundation hands over the keys: what the library stands for, who we are", False),
        ("Overseas revenue exceeded domestic for the first time, plans to send 3.5 yuan for 10 shares", False),
        ("Why the night before dawn is longest, and what entrepreneurs of Velna do in it?", False),
        ("The mayor of Velna sells the great library, and the price is a record high", False),
        ("Nothing to", False),
    ],
)
def test_a_headline_that_stops_in_the_middle_was_cut(headline, cut):
    assert (
        is_cut(
            headline,
            "The young scientists of Asia build trust in the Library of Velna, on development, the highest. " + COPY,
        )
        is cut
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "blank"),
        (" \n\n", "blank"),
        ("Milk\nEggs\nBread\n2 kg flour\nButter", "sentence"),
        ("Leave a Reply\nYour email address will not be published. Required fields are marked *\nName *", "sentence"),
        ("We use cookies, in order to improve our offer. More in the privacy policy. Accept\nHome\nShare", "furniture"),
        ("import os\n\ndef main():\n    x = 1\n    return x\n\nmain()", "source code"),
        ('{\n "title": "A",\n "body": "The council said that the road is closed today."\n}', "source code"),
        ("word\n" * 10_001, "10,000"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(text, why):
    with pytest.raises(NotAnArticle, match=why):
        scrape(text)


@pytest.mark.parametrize(
    "text",
    [
        "New bridge opens in Velna\n\nThe bridge was opened on Monday.",
        "The bridge over the Velna was opened to traffic on Monday.",
        "Velna builds a bridge\n\n«We waited for it forty years», said the mayor.",
    ],
)
def test_a_short_article_is_one(text):
    assert any(block.role is Role.BODY for block in scrape(text).blocks)


HOSTILE = {
    "one endless line": "word " * 200_000,
    "one endless word": "a" * 1_000_000,
    "quotes": '"so" ' * 200_000,
    "only quotes": '"' * 1_000_000,
    "deep tags": "<div><b>" * 120_000,
    "open tags": "<a " * 330_000,
    "entities": "&amp" * 250_000,
    "mojibake": "â€™ word " * 110_000,
    "short lines": "a\n" * 500_000,
    "broken lines": "the town of\n" * 83_000,
    "lists of links": "Related articles\n" * 9_900 + "The council said that the road is closed today.",
    "dates": "12 March 2021 " * 70_000,
    "menus": "a > " * 250_000,
    "addresses": "a@a." * 250_000,
    "labels": "source: a by A " * 66_000,
    "white space": " " * 1_000_000 + "x",
    "signs of rights": "a © " + "a" * 900_000 + " b c d e f g h",
    "rights first": "©" + "a" * 900_000 + " b c d e f",
    "capitals": "So it is. " + "A" * 900_000 + " b",
    "brackets": "(" * 500_000 + ")" * 500_000,
    "pictures": "Photo of a photo " * 60_000,
    "equals": "a = " * 250_000,
    "wide space": "a\t" * 500_000,
    "labels over labels": "Velna says so\n" * 9_900 + "The council said that the road is closed today.",
    "rights lines": "© Velna Post and all the other papers\nVelna says that it is\n" * 4_900,
    "open lines": ("The mayor of Velna told the council that all\nRead more\n" * 4_900),
    "names": "Anna Berg\n12 March 2021\n" * 4_900,
    "contacts": "Press contact\nAnna Berg\n" * 4_900 + "The council said that the road is closed today.",
    "items": "The council said that the road is closed:\n" + "• a\n" * 9_900,
    "telephones": "tel 0 " * 160_000,
    "figures and commas": "1," * 500_000,
    "captions": "Pupils " + "of Velna holding " * 60_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_megabyte_of_hostile_text_is_read_in_two_seconds(kind):
    start = time.process_time()
    with contextlib.suppress(NotAnArticle):
        scrape(HOSTILE[kind])
    assert time.process_time() - start < 2


INTERVIEW = """The publisher of silent books

Velna Books prints books without a word. Ahead of its tenth year we met the woman who began it in a cellar.

■ How did it begin?

▲ With a press that nobody wanted. It stood in the rain for a year.

■ Who reads such books?

▲ Those who were told that they could not read. They read them twice.

Anna Berg with her first press"""


def test_answers_behind_a_sign_are_no_captions_and_who_is_seen_where_is_one():
    roles = {part.text: part.role for part in parts_of(lines_of(INTERVIEW))}
    assert [text for text, role in roles.items() if role is Role.CAPTION] == ["Anna Berg with her first press"]
    assert sum(role is Role.BODY for role in roles.values()) == 5


def test_a_headline_that_says_it_has_photos_is_no_caption():
    page = "[Photo] The smart farm forum was held\n\nPublished 2022-05-19 17:12\n\n" + INTERVIEW.partition("\n\n")[2]
    assert parts_of(lines_of(page))[0].role is Role.HEADLINE


def test_a_first_paragraph_that_begins_with_a_name_in_marks_is_no_quotation():
    sold = "‘Pillow’, which reads snoring, has sold 70,000 times within a year. The maker was founded in 2019."
    page = "The sleeper\n\n2022.11.30 08:00\n\n" + sold + "\n\nWe met the head of the company at the fair of sleep."
    assert {part.text: part.role for part in parts_of(lines_of(page))}[sold] is Role.BODY


def test_entries_of_a_list_stay_apart_whatever_their_first_letter():
    boiled, served = "Boil it as long as the rain falls on the roof.", "Serve it hot to all who came in from the rain."
    page = "\n\n".join(("A soup", boiled, "4 cloves of garlic", "a handful of mint", served))
    assert [part.text for part in parts_of(lines_of(page))][2:4] == ["4 cloves of garlic", "a handful of mint"]
