"""What editors put in place of a machine's words, learnt from an approved text and offered in the next."""

import pytest

from articles.text.checks.problem import CheckedParagraph, Level, problem
from articles.text.roles import Role
from articles.text.wordings import Remembered, key_of, keys, offers, places, put

MEMORY = (Remembered("the broad masses of users", "most users", 3, 1),)


def paragraph(text):
    return CheckedParagraph("p", Role.BODY, text, text)


@pytest.mark.parametrize(
    ("machine", "corrected", "learnt"),
    [
        ("It serves the broad masses of users there.", "It serves most users there.",
         {("the broad masses of", "most")}),
        ("He pays with micro letter daily, they say.", "He pays with WeChat daily, they say.",
         {("micro letter", "WeChat")}),
        ("The APP sells well in all of China now.", "The app sells well in all of China now.", {("APP", "app")}),
        ("It opened in the town on a Monday.", "It opened at the town on a Monday.", set()),
        ("It sold 17 million of them last year.", "It sold 1.7 million of them last year.", set()),
        ("The mill opened. Many came to see it.", "The mill opened and many came to see it.", set()),
        ("Second is the talent.", "What counts next, he said, is people.", set()),
        ("Nothing was changed here.", "Nothing was changed here.", set()),
        ("", "An editor wrote this.", set()),
    ],
)  # fmt: skip
def test_phrases_that_gave_way_are_learnt_but_no_number_and_no_little_word(machine, corrected, learnt):
    assert put(machine, corrected) == learnt


def test_a_phrase_is_found_by_its_first_two_words_whatever_their_case():
    assert key_of("The broad masses") == "the broad"
    assert key_of("APP") == "app"
    for wrong in ("the broad masses", "APP", "micro letter"):
        assert key_of(wrong) in keys(f"Here {wrong} stands, and more.")
    assert keys("of the and") == {"of the", "the and"}


def test_only_whole_words_are_a_place():
    assert list(places("app", "An app, apps and an app")) == [(3, 6), (20, 23)]
    assert list(places("micro letter", "a micro  letter")) == [(2, 15)]


def test_an_offer_tells_how_often_it_was_kept():
    [found] = offers(paragraph("It pleases the broad masses of users."), MEMORY, ())
    assert (found.start, found.end, found.proposals) == (11, 36, ("most users",))
    assert (found.rule, found.level, found.safe) == ("memory", Level.INFO, False)
    assert found.message == "Put as “most users” in 3 of 4 approved articles."


def test_what_a_check_proposes_already_is_not_offered_again():
    text = paragraph("It pleases the broad masses of users.")
    same = problem(text, "phrases.calque", (11, 36), "A calque.", "most users")
    other = problem(text, "phrases.calque", (11, 36), "A calque.", "many users")
    assert list(offers(text, MEMORY, (same,))) == []
    assert len(list(offers(text, MEMORY, (other,)))) == 1


def test_words_that_are_right_already_are_left_alone():
    memory = (Remembered("Internet Conference", "World Internet Conference", 5, 0),)
    assert list(offers(paragraph("At the World Internet Conference he spoke."), memory, ())) == []
    assert len(list(offers(paragraph("At the Internet Conference he spoke."), memory, ()))) == 1


def test_two_offers_for_the_same_words_are_told_apart():
    memory = (Remembered("net red", "internet star", 2, 0), Remembered("net red", "influencer", 2, 0))
    found = list(offers(paragraph("A net red came."), memory, ()))
    assert len({each.fingerprint for each in found}) == 2
