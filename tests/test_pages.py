import html
import json
import re
from decimal import Decimal

import pytest

from articles.models import FinishedPage, Person
from articles.pages import article as article_page
from articles.pages.credit import share_in_words, source_type
from articles.pages.facts import in_one_line, lines
from articles.pages.marks import marks, pieces
from articles.pages.wording import amount_in_words, date_in_words, people, shortened
from articles.steps import publishing
from articles.text.document import Metadata, PublicFact, PublicParagraph
from articles.text.facts.kinds import Award, Claim, Comparator, Initiative, Quantity, Speech
from articles.text.roles import Role

from .printing import corrected, document, printed
from .wellformed import Wellformed


def marked(text, *spans):
    facts = [PublicFact(f"f{i}", "p", text[a:b], a, b, "", Claim()) for i, (a, b) in enumerate(spans)]
    return pieces(text, marks(facts, 1))


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [(0, 4)],
        [(0, 9), (2, 5)],  # one inside the other
        [(0, 6), (3, 9)],  # one across the other
        [(0, 9), (0, 9)],  # the same words twice
        [(0, 3), (3, 9)],  # side by side
        [(0, 9), (0, 4), (2, 7), (4, 9)],
    ],
)
def test_however_quotes_overlap_the_text_stays_to_the_letter(spans):
    text = "abcdefghi"
    cut = marked(text, *spans)
    assert "".join(piece.text for piece in cut) == text
    for i, (start, end) in enumerate(spans):
        inside = "".join(piece.text for piece in cut if f"f{i}" in {mark.fact.key for mark in piece.inside})
        assert inside == text[start:end]
        assert [mark.fact.key for piece in cut for mark in piece.begins].count(f"f{i}") == 1
        assert [mark.fact.key for piece in cut for mark in piece.ends].count(f"f{i}") == 1


def test_a_quote_that_is_lost_or_out_of_the_text_marks_nothing():
    assert [piece.inside for piece in marked("abc", (0, 0), (2, 9))] == [()]


def test_an_empty_paragraph_has_no_pieces():
    assert marked("") == ()


@pytest.mark.parametrize(
    ("partial", "said"),
    [
        ("2016-11-18", "18 November 2016"),
        ("--11-18", "18 November"),
        ("2016-11", "November 2016"),
        ("2016", "2016"),
        ("--11", "November"),
        ("last spring", "last spring"),
        ("2016-13-01", "2016-13-01"),
    ],
)
def test_partial_dates_are_said_as_far_as_they_go(partial, said):
    assert date_in_words(partial) == said


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (Quantity(Decimal("17000000"), "users", Comparator.OVER), "more than 17,000,000 users"),
        (Quantity(Decimal("12.50"), "%"), "12.5%"),
        (Quantity(Decimal("1E+3"), "yuan", Comparator.ABOUT), "about 1,000 yuan"),
        (Quantity(Decimal("3"), "rank"), "rank 3"),
        (Quantity(Decimal("0"), "complaints", Comparator.AT_MOST), "at most 0 complaints"),
    ],
)
def test_amounts_are_said_in_english(quantity, said):
    assert amount_in_words(quantity) == said


def test_a_house_of_any_size_can_be_counted():
    assert [people(n) for n in (0, 1, 2, 30)] == ["nobody", "one person", "two people", "30 people"]


def test_a_long_text_is_cut_at_a_word():
    assert shortened("one two three", 9) == "one two…"
    assert shortened("onetwothree", 5) == "onet…"
    assert shortened("one", 5) == "one"


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (
            Speech("A", "", "chair", "B", "", "On mills", "fair", "Dorn", "2016-11-18", "from the dateline"),
            ["Speaker", "Role", "Organization", "Title", "Occasion", "Place", "Date"],
        ),
        (
            Claim("It grew", "A", "", "", (Quantity(Decimal(3), "mills"),), "2016"),
            ["Claim", "Made by", "Amount", "Date"],
        ),
        (Initiative("Fund", "B", "", "fund", "2016"), ["Name", "Owner", "Kind", "Date"]),
        (
            Award("A", "", "", "Prize", "B", "", "fair", "2016"),
            ["Award", "Received by", "Given by", "Occasion", "Date"],
        ),
    ],
)
def test_every_field_of_a_fact_is_explained(values, labels):
    assert [line.label for line in lines(values, lambda key: "", lambda key: "")] == labels


def test_a_name_printed_otherwise_is_told_beside_the_houses():
    (line,) = lines(Claim(claimant="Vera Holte", person_key="k"), {"k": "Vera Holt"}.get, {"k": "/people/1/"}.get)
    assert (line.text, line.url, line.remark) == ("Vera Holt", "/people/1/", "printed “Vera Holte”")


def test_a_date_tells_how_it_was_resolved_and_what_it_lacks():
    said = in_one_line(Claim(date="--11-18", date_basis="as printed"), lambda key: "")
    assert said == "Date: 18 November (as printed; year not stated)"


def test_a_preview_needs_no_edition_and_says_what_it_is(db):
    text = article_page.render_document(document("Mills turn.", metadata=Metadata()), standing="Preview: not approved")
    assert "Preview: not approved" in text
    assert "/report/" not in text
    assert Wellformed(text).faults == []


HOSTILE = '<script>alert("1")</script>&amp;\'</title>'


def test_hostile_text_in_every_field_is_read_as_text(newsroom):
    hostile_speech = Speech(HOSTILE, "", HOSTILE, HOSTILE, "", HOSTILE, HOSTILE, HOSTILE, "2016", HOSTILE)
    edition = printed(
        newsroom,
        [HOSTILE, f"standfirst {HOSTILE}", f"body {HOSTILE}", f"heading {HOSTILE}", f"caption {HOSTILE}"],
        [Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.HEADING, Role.CAPTION],
        facts=[
            ("p2", f"body {HOSTILE}", hostile_speech),
            ("p4", HOSTILE, Claim(HOSTILE, HOSTILE, quantities=(Quantity(Decimal(1), HOSTILE, printed=HOSTILE),))),
        ],
        themes=[("mills", HOSTILE)], source=HOSTILE, byline=HOSTILE, dateline=HOSTILE, rights_basis=HOSTILE,
        url=f"javascript:{HOSTILE}", language="<b>",
    )  # fmt: skip
    text = article_page.render(edition)
    page = Wellformed(text)
    assert page.faults == []
    assert re.findall(r"<script[^>]*>", text) == ['<script type="application/ld+json">']
    assert "javascript:" not in text
    assert "".join(page.text).count(HOSTILE) >= 15
    assert set(re.findall(r"</title>", text)) == {"</title>"}
    assert text.count("</title>") == 1


def test_what_search_engines_are_told_is_right_and_cannot_end_its_element(newsroom):
    edition = printed(
        newsroom, ["</script><b>", "Mills turn in the wind."], [Role.HEADLINE, Role.BODY], byline="Eve", slug="mills"
    )
    inside = re.search(r'<script type="application/ld\+json">(.*?)</script>', article_page.render(edition), re.S)[1]
    assert "<" not in inside
    said = json.loads(inside)
    assert (said["@type"], said["headline"], said["author"]["name"]) == ("NewsArticle", "</script><b>", "Eve")
    assert (said["description"], said["version"]) == ("Mills turn in the wind.", 1)
    assert said["datePublished"] == said["dateModified"] == edition.live_from.isoformat()
    assert "correction" not in said


def test_a_correction_is_told_to_readers_and_machines_alike(newsroom):
    first = newsroom.published().editions.get()
    second = corrected(
        newsroom, first, "The mill in Dorn opened on Monday, said Vera Holt, beaming.", significance="correction",
        note="She beamed.",
    )  # fmt: skip
    text = article_page.render(second)
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)[1])
    assert said["correction"]["text"] == "She beamed."
    assert said["datePublished"] == first.live_from.isoformat()
    assert "She beamed." in Wellformed(text).text
    assert "/compare/1..2/" in text


def label(edition):
    return html.unescape(re.search(r"<summary>(Machine.*?|Written.*?)</summary>", article_page.render(edition))[1])


def test_the_label_counts_who_made_the_edition(newsroom):
    article = newsroom.ready()
    newsroom.correct(article, by=newsroom.carl, text="Visitors came from many villages around.", key="p2")
    edition = newsroom.published(article).editions.get()
    day = f"{edition.approved_at:%-d %B %Y}"
    assert label(edition) == f"Machine translated; corrected by two people; approved by a third on {day}. Edition 1."


@pytest.mark.parametrize(
    ("machine", "text", "said"),
    [
        ("", "They turn", ""),
        ("They turn", "They turn", "The words are the machine’s, unchanged."),
        (f"It {'turns ' * 99}", f"They {'turns ' * 99}", "1 in 100 words differs from the machine’s."),
        ("Mill turn", "Mills turn", "50 in 100 words differ from the machine’s."),
    ],
)
def test_how_many_of_the_machines_words_were_changed_is_said_as_one_counts(machine, text, said):
    assert share_in_words((PublicParagraph("p1", Role.BODY, text, machine),)) == said


def test_a_desk_of_one_says_so_in_public(newsroom, settings):
    settings.FOUR_EYES = False
    edition = newsroom.published().editions.get()
    assert "on a desk of one: nobody else had to read it" in label(edition)


def test_a_fact_is_lit_by_its_permalink_and_explained_beside_its_paragraph(newsroom):
    edition = newsroom.published().editions.get()
    (fact,) = edition.document.facts
    text = article_page.render(edition)
    person = Person.objects.get()
    assert f'<span class="at l0" id="f-{fact.key}"></span><mark class="speech l0">{fact.quote}</mark>' in text
    assert f'<li class="note l0 speech" id="n-{fact.key}">' in text
    assert f'<a href="{person.get_absolute_url()}">Vera Holt</a>' in text
    assert Wellformed(text).faults == []


def test_the_page_holds_each_paragraphs_machine_words(newsroom):
    first = newsroom.published().editions.get()
    second = corrected(newsroom, first, "The mill in Dorn opened on Monday, said Vera Holt, beaming.")
    text = article_page.render(second)
    assert '<blockquote dir="auto">The mill in Dorn opened on Monday, said Vera Holt.</blockquote>' in text
    assert "which the editors left as they were" in text


def test_a_rescheduled_editions_page_says_its_new_day(newsroom, tomorrow):
    article = newsroom.published(at=tomorrow)
    later = tomorrow.replace(year=tomorrow.year + 1)
    publishing.reschedule(article, newsroom.ada, 1, later)
    page = FinishedPage.objects.get()
    assert f"{later:%-d %B %Y}" in page.html
    assert f"{tomorrow:%-d %B %Y}" not in page.html
    assert page.etag == article_page.etag(page.html)


def told(edition):
    text = article_page.render(edition)
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)[1])


def test_machines_are_told_each_kind_of_fact_at_its_words(newsroom):
    words = "Vera Holt of Dornmill said “mills turn by wind” and founded a fund and won a prize."
    facts = [
        ("p1", "Vera Holt of Dornmill said “mills turn by wind”",
         Speech("Vera Holt", "", "chair", "Dornmill", "", "On mills", "fair", "Dorn", "2016-11-18")),
        ("p1", "mills turn by wind",
         Claim("Mills turn", "Dornmill", quantities=(Quantity(Decimal(3), "mills", Comparator.OVER),), date="2016")),
        ("p1", "founded a fund", Initiative("Mill fund", "Dornmill", date="--11-18")),
        ("p1", "won a prize", Award("Vera Holt", name="Mill prize", giver="Boatyard")),
    ]  # fmt: skip
    edition = printed(newsroom, ["Mills", words], [Role.HEADLINE, Role.BODY], facts, language="zh")
    said = told(edition)
    known = {each["@type"]: each for each in said["mentions"]}
    assert (known["Event"]["name"], known["Event"]["startDate"]) == ("On mills", "2016-11-18")
    speaker = {"@type": "Person", "name": "Vera Holt", "jobTitle": "chair"}
    assert known["Event"]["performer"] == {**speaker, "affiliation": {"@type": "Organization", "name": "Dornmill"}}
    assert known["Quotation"]["text"] == "mills turn by wind"
    assert known["Claim"]["text"] == "Mills turn"
    assert known["Claim"]["author"] == {"@type": "Organization", "name": "Dornmill"}
    assert known["Claim"]["about"] == [{"@type": "QuantitativeValue", "unitText": "mills", "minValue": 3}]
    assert said["interpretedAsClaim"] == [{"@id": known["Claim"]["@id"]}]
    assert known["Project"]["name"] == "Mill fund"
    assert "foundingDate" not in known["Project"]
    assert known["Person"]["award"] == "Mill prize, given by Boatyard"
    keys = {f"{said['@id']}#f-{fact.key}" for fact in edition.document.facts}
    assert {each["@id"] for each in said["mentions"] if "@id" in each} == keys
    assert "ClaimReview" not in json.dumps(said)
    assert said["translationOfWork"] == {"@type": "CreativeWork", "inLanguage": "zh"}


def test_how_the_words_came_about_is_told_in_the_iptcs_terms(newsroom):
    first = newsroom.published().editions.get()
    second = corrected(newsroom, first, "The mill in Dorn opened on Monday, said Vera Holt, beaming.")
    terms = [told(each)["digitalSourceType"].rpartition("/")[2] for each in (first, second)]
    assert terms == ["TrainedAlgorithmicMediaDigitalSource", "CompositeWithTrainedAlgorithmicMediaDigitalSource"]
    assert source_type(document("Mills turn.", metadata=Metadata())) == ""


def test_the_publishers_policies_lead_to_their_words(client, newsroom, settings):
    settings.SITE_URL = "https://mills.example"
    publisher = told(newsroom.published().editions.get())["publisher"]
    page = client.get("/how-we-edit/").content.decode()
    for name in ("correctionsPolicy", "verificationFactCheckingPolicy", "actionableFeedbackPolicy"):
        address, anchor = publisher[name].split("#")
        assert address == "https://mills.example/how-we-edit/"
        assert f'id="{anchor}"' in page


def test_a_shared_link_is_told_its_whole_address(newsroom, settings):
    settings.SITE_URL = "https://mills.example"
    edition = newsroom.published().editions.get()
    text = article_page.render(edition)
    assert f'<meta property="og:url" content="https://mills.example/articles/{edition.address}/">' in text
    assert '<meta property="og:type" content="article">' in text
