"""Who speaks where an occasion is told of, in the turns that machines render."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Speech

OPENED = "The forum “Clean Rivers 2021” opened in Velna on Tuesday. More than 300 guests came to it."


def speeches(text):
    found = suggest([OPENED, text, "The organizers want to hold it every year."], "2021-03-16")
    return [fact.values for fact in found.facts if isinstance(fact.values, Speech)]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Roe also addressed the guests.",
        "The floor was then given to Mayor Ada Roe.",
        "The word was taken by Mayor Ada Roe.",
        "Professor Ada Roe lectured on the fish that came back.",
        "Professor Ada Roe sent words to the guests with the topic of “Water without borders”.",
        "Director Ada Roe told journalists that the plant needs money.",
        "In declarations to Radio Velna, director Ada Roe announced a new plant.",
        "In statements to the press, director Ada Roe announced a new plant.",
        "At the opening day of the school on Tuesday spoke also Professor Ada Roe.",
        "Director Ada Roe, who made the opening speech of the night, stated that the plant needs money.",
        "Professor Ada Roe came forward with a report at the plenary session.",
        "At the plenary session, a report was presented by the head of the institute, Ada Roe.",
    ],
)
def test_these_speak(text):
    assert [speech.speaker for speech in speeches(text)] == ["Ada Roe"]


@pytest.mark.parametrize(
    "text",
    [
        "Professor Ada Roe told me afterwards that she has no watch.",
        "Mayor Ada Roe was addressed in a letter of the guests.",
        "The word for water was taken by the settlers from Ada Roe.",
        "Director Ada Roe wrote to journalists that the plant needs money.",
    ],
)
def test_these_do_not(text):
    assert speeches(text) == []


def test_what_is_said_to_a_medium_is_said_at_no_occasion():
    assert speeches("In declarations to Radio Velna, director Ada Roe announced a new plant.")[0].event == ""


def test_a_speech_somebody_gave_is_quoted_up_to_who_it_was():
    text = "Minister Ada Roe came. In a speech she delivered on the occasion, the minister affirmed that water is dear."
    (fact,) = [each for each in suggest([text], "2021-03-16").facts if isinstance(each.values, Speech)]
    assert text[fact.start : fact.end].endswith("In a speech she delivered on the occasion, the minister affirmed")


ASKED = (
    "Kaoru Shino, born in 1979, repairs clocks in Velna.",
    "――You were an office worker, right?",
    "Yes. I closed the shop for 3 years.",
    "――There were 412 clocks in the back room.",
    "I made calls. 260 owners came.",
    "――In October, you gave a lecture titled “Time can be oiled” at the Velna Craft Meeting.",
    "I was nervous.",
)


def test_who_is_asked_behind_two_dashes_answers_for_the_answers_and_gave_the_lecture():
    facts = suggest(list(ASKED), "2021-11-05").facts
    assert [each.values.speaker for each in facts if isinstance(each.values, Speech)] == ["Kaoru Shino"]
    assert {each.values.claimant for each in facts if each.paragraph in (2, 4)} == {"Kaoru Shino"}


@pytest.mark.parametrize(
    "ceremony", ["laying of the foundation stone", "dedication", "swearing-in", "reopening", "farewell"]
)
def test_a_ceremony_is_an_occasion(ceremony):
    text = f"“It is a great day,” said Mayor Ada Roe at the {ceremony} on Tuesday."
    (said,) = (fact.values for fact in suggest([text], "2021-03-16").facts if isinstance(fact.values, Speech))
    assert said.speaker == "Ada Roe"


def test_a_date_of_what_is_said_is_none_of_the_speech():
    (said,) = speeches("At a press conference, Minister of Transport Ada Roe announced that the line opens in May.")
    assert (said.event, said.date) == ("press conference", "2021-03-16")
