"""Letters, live reports, forums and papers that name their authors in other ways are read as well."""

import textwrap

import pytest

from articles.text.roles import Role
from articles.text.scraping import scrape
from articles.text.scraping.captions import caption_rule
from articles.text.scraping.credits import credits_of
from articles.text.scraping.furniture import furniture_rule
from articles.text.scraping.looks import look_at

TITLE = "The old mill of Velna becomes a museum of the millers"
TOLD = (
    "The council of Velna decided on Monday to open the old mill as a museum, with 12 rooms on three floors.",
    "Mayor Ben Doe said that the works begin in May. “We have waited for thirty years”, he added in the yard.",
    "The museum will show 340 tools of the millers, most of them given by families of the town.",
)


def roles(*lines, gap="\n\n"):
    return [(block.role, block.text) for block in scrape(gap.join(lines)).blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Roe, reporter", "Ann Roe, own correspondent", "Ann Roe, Velna Post", "Ann Roe, special for Velna Post",
        "Interview: Ann Roe", "Report: Ann Roe", "of Ann Roe", "Ann Roe | Velna Post",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", [1, 2])
def test_a_name_beside_the_date_is_the_author_s_with_what_the_author_is(line, at):
    head = [TITLE, "14 April 2021"]
    head.insert(at, line)
    scraped = scrape("\n\n".join([*head, *TOLD]))
    assert scraped.byline == "Ann Roe"
    assert (Role.BYLINE, line) in [(block.role, block.text) for block in scraped.blocks]


@pytest.mark.parametrize("line", ["Ann Roe", "Ann Roe, reporter", "A. Roe", "Ann ROE"])
def test_a_name_alone_between_headline_and_article_is_the_author_s(line):
    assert (Role.BYLINE, line) in roles(TITLE, line, *TOLD)


@pytest.mark.parametrize("line", ["Ben Doe", "Breaking News", "OLD MILL", "Velna Museum"])
def test_a_heading_between_headline_and_article_is_nobody_s_name(line):
    told = (*TOLD, "The Velna Museum opens in spring, and who comes first enters without a ticket.")
    assert Role.BYLINE not in dict(roles(TITLE, line, *told))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Text and photos Ann Roe", "Ann Roe"),
        ("Interview and text = Ann Roe, photography = Ben Doe", "Ann Roe"),
        ("Reporting: Ann Roe", "Ann Roe"),
        ("Talked Ann Roe", "Ann Roe"),
        ("The conversation was conducted by Ann Roe", "Ann Roe"),
        ("Writes: Ann Roe", "Ann Roe"),
        ("Prepared by: Ann Roe", "Ann Roe"),
        ("A contribution by Ann Roe", "Ann Roe"),
        ("By Ann ROE, in Velna", "Ann ROE"),
        ("Our Correspondent", "Our Correspondent"),
        ("Web Desk", "Web Desk"),
    ],
)
def test_an_author_is_credited_in_many_ways(line, name):
    assert credits_of(look_at(line)).byline == name


@pytest.mark.parametrize("editor", ["Editor", "Responsible editor", "Editor in charge"])
def test_who_edited_is_no_part_of_the_source(editor):
    assert credits_of(look_at(f"Source: Velna Post {editor}: Ben Doe")).source == "Velna Post"


@pytest.mark.parametrize(
    "line", ["FROM THE BOAT", "The interview was long and nobody asked Ann Roe", "Report: 3 of 4 fail"]
)
def test_what_only_begins_like_a_credit_is_none(line):
    assert credits_of(look_at(line)) is None


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("14.4. 6:00 | Updated 14.4. 9:32", "--04-14"),
        ("14. 4. at 6:00", "--04-14"),
        ("14 April 2021 in Culture", "2021-04-14"),
        ("Posted on 2018-7-3 22:41:07 | View the author only", "2018-07-03"),
        ("Tuesday 14 Farvardin 1400 - 10:20", ""),
        ("Reiwa 3 November 5", ""),
    ],
)
def test_dates_are_printed_in_many_ways(line, dated):
    found = credits_of(look_at(line))
    assert (found.role, found.dated) == (Role.DATELINE, dated)


@pytest.mark.parametrize(
    "line",
    [
        "Photo Søren Bak", "Pictures Marko Siltala / Velna Post", "The dining hall of the mill. Photo from the archive",
        "Author's photo", "【Photo】The mill of Velna", "Frame from the video of a resident",
    ],
)  # fmt: skip
def test_photographers_are_credited_in_many_ways(line):
    assert caption_rule(look_at(line))


@pytest.mark.parametrize(
    "line", ["Photos of the fire show a mill without its roof.", "Picture books sell well in Velna"]
)
def test_a_sentence_about_pictures_is_no_caption(line):
    assert not caption_rule(look_at(line))


@pytest.mark.parametrize(
    "line",
    [
        "The story continues after the picture.", "Read on below the map", "You receive this letter because you asked.",
        "If you can not see this e-mail, open it in the browser", "The author's opinion does not bind the editors.",
        "I agree with the processing of personal data", "Any copying without a link is forbidden",
        "Home » Culture » The old mill of Velna becomes a museum of the millers", "Enlarge the picture",
        "Picture 1 of 8", "Show all 12 pictures", "4 min", "Ann Roe (@annroe) April 14, 2021", "(AFP/Reuters)",
        "Werbung", "Editor's note: the name was changed.", "In the same series",
    ],
)  # fmt: skip
def test_what_pages_print_around_an_article_is_furniture(line):
    assert furniture_rule(look_at(line))


@pytest.mark.parametrize(
    "line",
    ["Results", "Volume of trade", "Part of the past", "(laughs)", "Today is another day", "Vote"],
)
def test_a_heading_of_an_article_is_no_furniture(line):
    assert not furniture_rule(look_at(line))


def test_the_times_over_the_entries_of_a_live_report_are_the_article_s():
    told = roles("LIVE: The mill", "14 April 2021", *(f"{11 + n}:30\n{text}" for n, text in enumerate(TOLD)))
    assert [text for role, text in told if role is Role.HEADING] == ["11:30", "12:30", "13:30"]


def test_a_time_that_stands_over_nothing_told_is_furniture():
    assert (Role.DROPPED, "11:30") in roles(TITLE, "11:30", *TOLD)


def test_a_letter_wrapped_at_a_width_is_whole_whatever_longer_lines_it_holds():
    long = (
        "If you can not see this e-mail, open it in the browser: https://letters.velna.example/2021/april/47?open=yes"
    )
    wrapped = [
        "The council of Velna decided on Monday to open the old mill as a\nmuseum, with 12 rooms on three floors and a"
        " garden behind the wall\nthat children may plant.",
        "Mayor Ben Doe said that the works begin in May. He had waited for\nthirty years, he added in front of the"
        " people who had come to the\nyard of the mill.",
    ]
    told = roles(long, "=" * 30, "THE MILLERS' LETTER - No. 47", "=" * 30, TITLE, "Dear reader,", *wrapped)
    assert [text for role, text in told if role is Role.HEADLINE] == [TITLE]
    assert [text for role, text in told if role is Role.BODY] == [
        "Dear reader,", *(text.replace("\n", " ") for text in wrapped),
    ]  # fmt: skip


def test_of_a_headline_with_its_kind_and_a_copy_with_a_button_the_plain_one_counts():
    title = f"[Reprint] {TITLE}"
    told = roles("Register | Login", title, f"{title} [Copy link]", "Posted on 2018-7-3 22:41", *TOLD)
    assert told[1:3] == [(Role.HEADLINE, title), (Role.DROPPED, f"{title} [Copy link]")]


def test_what_the_writer_is_stands_under_the_article():
    line = "The writer is a reporter of the Velna Post who has once fallen into the mill race."
    assert roles(TITLE, "Text Ann Roe", *TOLD, "Ann Roe", line)[-1] == (Role.DROPPED, line)


def test_a_letter_is_signed_under_its_close():
    assert (Role.BYLINE, "Ann Roe, editor of the letter") in roles(
        TITLE, *TOLD, "With kind regards,", "Ann Roe, editor of the letter"
    )


@pytest.mark.parametrize(
    "over", ["Ministry of Culture of the Velna Region", "Velna State University - VSU", "Kızılçay Ekspres"]
)
def test_an_institution_s_name_over_the_headline_is_its_site_s(over):
    assert roles(over, TITLE, "14 April 2021", *TOLD)[:2] == [(Role.DROPPED, over), (Role.HEADLINE, TITLE)]


def test_what_is_told_of_an_institution_is_a_headline():
    title = "Velna State University Wins National Prize"
    assert (Role.HEADLINE, title) in roles(
        title, "The filter that costs little serves the villages on the river", *TOLD
    )


def test_a_company_s_name_under_the_headline_of_its_release_is_no_standfirst():
    assert (Role.DROPPED, "Velna Thermos Co., Ltd.") in roles(TITLE, "Velna Thermos Co., Ltd.", "14 April 2021", *TOLD)


LETTER = (
    "The council of Velna decided on Monday to open the old mill as a museum, with 12 rooms on three floors and a"
    " garden behind the wall that children may plant. It is to open in spring.",
    "Mayor Ben Doe said that the works begin in May. He had waited for thirty years, he added in front of the people"
    " who had come to the yard of the mill, and so had they.",
    "The museum will show 340 tools of the millers, most of them given by families of the town. The oldest is a hammer"
    " with which the millstones were sharpened for two centuries.",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lines_wrapped_at_a_width_are_whole_again_however_they_and_the_paragraphs_are_parted(gap):
    wrapped = [line for text in LETTER for line in textwrap.wrap(text, 72)]
    assert [text for role, text in roles(TITLE, "14 April 2021", *wrapped, gap=gap) if role is Role.BODY] == [*LETTER]


def test_headlines_of_other_articles_are_no_wrapped_lines():
    links = [f"The bear came back to the village of Upper Velna for the {n}th time" for n in range(10, 19)]
    told = roles(TITLE, "14 April 2021", *LETTER, "Related articles", *links)
    assert [text for role, text in told if role is Role.DROPPED][1:] == links
