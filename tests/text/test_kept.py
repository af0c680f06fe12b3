"""The markup of a web page tells which of its lines are the article, where a package that reads it is there."""

import importlib
import sys
import time

import pytest

from articles.text.roles import Role
from articles.text.scraping import kept, scrape
from articles.text.scraping.html import visible_text

ARTICLE = [
    "The council of Velna decided on Monday to build a school of straw for 200 children. It costs 3 million euros.",
    "It is to open in May 2023, the mayor said after the vote in the town hall of Velna.",
    "What the children say",
    "“We want a slide out of the roof”, said Ada, who is nine, in the hall of the town on Monday.",
]
ASIDE = "Every morning the best of Velna lies in the box of 3,000 people, free of charge and at any time."
PAGE = f"""<html><body><nav><ul><li><a href=/>Velna</a></li></ul></nav>
<article><h1>Velna builds a school of straw</h1><p>{ARTICLE[0]}</p>
<p>{ARTICLE[1]}</p><h2>{ARTICLE[2]}</h2><p>{ARTICLE[3]}</p></article>
<aside class="teaser newsletter"><p>{ASIDE}</p></aside><footer>Velna Post</footer></body></html>"""
trafilatura = pytest.mark.skipif(not kept.INSTALLED, reason="the extra package is not installed")


def body(scraped):
    return [block.text for block in scraped.blocks if block.role in {Role.BODY, Role.HEADING}]


def test_without_the_package_the_words_alone_decide(monkeypatch):
    monkeypatch.setattr(kept, "INSTALLED", False)
    assert kept.kept_texts(PAGE) == frozenset()
    assert body(scrape(visible_text(PAGE), kept.kept_texts(PAGE))) == [*ARTICLE, ASIDE]


def test_the_package_may_be_absent(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert importlib.reload(kept).INSTALLED is False
    assert kept.kept_texts(PAGE) == frozenset()
    monkeypatch.undo()
    importlib.reload(kept)


@trafilatura
def test_with_the_package_what_stands_beside_the_article_is_dropped_and_kept_in_the_text():
    scraped = scrape(visible_text(PAGE), kept.kept_texts(PAGE))
    assert body(scraped) == ARTICLE
    assert ASIDE in [block.text for block in scraped.blocks if block.role is Role.DROPPED]


@trafilatura
@pytest.mark.parametrize(
    "page", ["", "<p>", "no markup at all", "<div><b>" * 20_000, "<a " * 100_000, "\0<p>\ud800</p>"]
)
def test_no_page_stops_the_reading(page):
    assert isinstance(kept.kept_texts(page), frozenset)


def test_sentences_between_two_of_the_article_stay_though_the_markup_leaves_them_out():
    text = "Velna builds a school of straw\n\n" + "\n\n".join(ARTICLE)
    assert body(scrape(text, [ARTICLE[0], ARTICLE[2], ARTICLE[3]])) == ARTICLE


def test_markup_that_leaves_out_half_of_the_article_is_not_believed():
    text = "Velna builds a school of straw\n\n" + "\n\n".join(ARTICLE)
    assert body(scrape(text, [ARTICLE[1]])) == ARTICLE
    assert body(scrape(text, ["Something else"])) == ARTICLE


def test_marks_and_spaces_that_differ_do_not_part_the_two_readings():
    text = "Velna builds a school of straw\n\n" + "\n\n".join([*ARTICLE, ASIDE])
    other = [line.replace("“", '"').replace(" ", "  ").replace(".", " .") for line in ARTICLE]
    assert body(scrape(text, other)) == ARTICLE


@trafilatura
def test_a_page_too_long_to_be_read_in_a_second_is_read_without_the_markup():
    page = "<p><a href=x>Go on now</a></p>" * 35_000
    start = time.process_time()
    assert kept.kept_texts(page) == frozenset()
    assert time.process_time() - start < 0.1
