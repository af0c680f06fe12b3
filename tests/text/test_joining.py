"""Paragraphs that the scraper broke are put together, and no others."""

import pytest

from articles.text.roles import Role
from articles.text.scraping import joined, scrape
from articles.text.scraping.repairing import repaired

HEAD = "Velna builds a school of straw\n\n12 March 2021\n\n"
OPENING = (
    "The council of Velna decided on Monday to build a school of straw for 200 children. It will cost 3 million euros."
)
CLOSING = "The school is to open in May 2023, the mayor said after the vote in the town hall."


def body(*lines, gap="\n\n"):
    """The body's paragraphs of a page with these lines between two whole ones."""
    text = HEAD + gap.join([OPENING, *lines, CLOSING])
    blocks = [b for b in scrape(text).blocks if b.role in {Role.BODY, Role.HEADING}]
    assert blocks[0].text == OPENING
    assert blocks[-1].text == CLOSING
    return [(b.text, b.rule) for b in blocks[1:-1]]


LONG = "The mayor of Velna told the council that the children of the town"


@pytest.mark.parametrize(
    ("lines", "text", "rule"),
    [
        (["In addition to", ", the council buys a field."], "In addition to, the council buys a field.", "closing"),
        (["The field cost 3 million euros", "."], "The field cost 3 million euros.", "closing"),
        (["The council bought it from Velna Inc.", ", which sold it."], "Velna Inc., which sold it.", "closing"),
        ([LONG, "who live far away will get a bus."], f"{LONG} who live far away will get a bus.", "small letters"),
        ([LONG + " and", "Anna Berg", ", the teacher, agree."], f"{LONG} and Anna Berg, the teacher, agree.", "middle"),
        (["The field was bought from", "Berg and Sons of Velna."], "The field was bought from Berg", "middle"),
        (["The straw comes from Mr.", "Berg of Velna, a farmer."], "The straw comes from Mr. Berg of Velna", "middle"),
        ([LONG, "Advertisement", "Of Velna are in favour."], f"{LONG} Of Velna are in favour.", "advert"),
        ([LONG, "Anna Berg", "taught are in favour."], f"{LONG} Anna Berg taught are in favour.", "link"),
    ],
)
def test_a_broken_paragraph_is_one_again(lines, text, rule):
    [(found, why)] = body(*lines)
    assert text in found
    assert rule in why


@pytest.mark.parametrize(
    "lines",
    [
        ["The straw comes from a farmer.", "in Velna nobody was against it."],  # many sites begin so
        ["The mayor gave three reasons:", "- Straw is warm.", "- Straw is cheap."],
        ["What the school is made of", "Straw, clay and wood are used, the mayor said on Monday."],
        ["He said:", "the school is ours, and it was a good day for all of the town."],
        ["“We waited for it for ten years”", "The mayor was a pupil of the old school himself, he said."],
        ["1. Straw is warm and cheap.", "2. Clay is there already."],
    ],
)
def test_whole_paragraphs_stay_as_they_are(lines):
    assert [text for text, _ in body(*lines)] == lines


def test_sentences_on_lines_that_follow_each_other_are_one_paragraph_where_blank_lines_part_them():
    one, two = "The straw comes from Velna.", "The clay comes from the river."
    text = HEAD + f"{OPENING}\n\n{one}\n{two}\n\n{CLOSING}"
    assert [b.text for b in scrape(text).blocks if b.role is Role.BODY] == [OPENING, f"{one} {two}", CLOSING]


def test_an_advert_in_a_paragraph_stays_a_block_of_its_own():
    text = HEAD + f"{OPENING}\n\n{LONG}\n\nAdvertisement\n\nare in favour.\n\n{CLOSING}"
    [around] = [b for b in scrape(text).blocks if len(b.spans) > 1]
    assert joined(text, around.spans) == f"{LONG} are in favour."
    assert [b.text for b in scrape(text).blocks if b.role is Role.DROPPED] == ["Advertisement"]


def test_pieces_are_joined_by_one_space_and_by_none_before_closing_punctuation():
    text = "  In \n addition\tto |, the  town| went on"
    spans = [(2, 18), (20, 31), (33, 40)]
    assert joined(text, spans) == "In addition to, the town went on"


@pytest.mark.parametrize(
    ("scraped", "text"),
    [
        ("R&amp;D cost &quot;3&quot; million", 'R&D cost "3" million'),
        ("said &ldquo;so& rdquo;", "said “so”"),
        ("AT&T and R&D; R&X; stay", "AT&T and R&D; R&X; stay"),
        ("The cafÃ© “Sol” and the companyâ€™s plan", "The café “Sol” and the company’s plan"),
        ("a <b>big</b>, <a href='x'>red</a> thing<br/>here</p>", "a big, red thing here"),
        ("<Copyright Velna Post> 3 < 4 and 5 > 4", "<Copyright Velna Post> 3 < 4 and 5 > 4"),
        ("zero\u200bwidth and so\u00adft \ufeff", "zerowidth and soft"),
        ("“curly” ‘quotes’ and ，full-width！ stay", "“curly” ‘quotes’ and ，full-width！ stay"),
        ("  many \t spaces\xa0here ", "many spaces here"),
    ],
)
def test_mojibake_entities_and_tags_are_repaired_and_nothing_else(scraped, text):
    assert repaired(scraped) == text
