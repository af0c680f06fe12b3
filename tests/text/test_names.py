"""People and organizations, each in its most complete form."""

import pytest

from articles.text.facts import suggest


def people(*paragraphs):
    return list(suggest(paragraphs).people)


def organizations(*paragraphs):
    return list(suggest(paragraphs).organizations)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The board chairman Lin Kexin spoke.", "Lin Kexin"),
        ("Lin Kexin said that cranes rust.", "Lin Kexin"),
        ("CEO Mina Park-Lee came.", "Mina Park-Lee"),
        ("Dr. Vera Oline came.", "Vera Oline"),
        ("The president of the union, Joan Serra, came.", "Joan Serra"),
        ("Emil Kast, Professor of geology, came.", "Emil Kast"),
        ("The head of the Lower settlement Tamara Ivlova came.", "Tamara Ivlova"),
        ("The Minister of Public Health Adela Marn came.", "Adela Marn"),
        ("Board Secretary He Ming came.", "He Ming"),
        ("«The sea is empty», - said Pavel Zorin.", "Pavel Zorin"),
        ("Boats are slow (President: Kenji Aoki).", "Kenji Aoki"),
        ("Its director, Pilar Sants, came.", "Pilar Sants"),
        ("The farmer Tran Van Sang came.", "Tran Van Sang"),
        ("Khalid bin Omar Al Faris, Director General of the port, came.", "Khalid bin Omar Al Faris"),
        ("Asha Menon, 34, came.", "Asha Menon"),
    ],
)
def test_a_person_is_known_by_the_words_about_the_name(text, name):
    assert people(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Borealis Harbours founder Lin Kexin came.", "Borealis Harbours"),
        ("The operator Telemar pays.", "Telemar"),
        ("The company «Severlin» pays.", "Severlin"),
        ("Lumen Robots (CEO Mina Park) came.", "Lumen Robots"),
        ("The Nordal Institute of Coastal Technology came.", "Nordal Institute of Coastal Technology"),
        ("It was read at the University of Karsk.", "University of Karsk"),
        ("Telemar launched a boat.", "Telemar"),
        ("It was paid by the Foundation Horizon.", "Foundation Horizon"),
        ("The government of the Lower region pays.", "government of the Lower region"),
        ("Aozora Boats Co., Ltd. pays.", "Aozora Boats Co., Ltd"),
        ("It was won by the Start-up Hofgut Sens.", "Hofgut Sens"),
        ("Brandt & Kern, a manufacturer of screws, pays.", "Brandt & Kern"),
    ],
)
def test_an_organization_is_known_by_the_words_about_the_name(text, name):
    assert organizations(f"Then again: {text}", text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "In Velmar the sea is empty.",
        "The Harbour Industry Conference was long.",
        "Overseas revenue rose.",
        "The Innovation Award is blue.",
        "On Monday in January it rained.",
        "Everything flows.",
    ],
)
def test_places_events_awards_and_sentence_starts_are_neither(text):
    assert people(text) == []
    assert organizations(text) == []


def test_a_family_name_leads_to_the_whole_name():
    assert people("Governor Pavel Zorin came.", "Zorin said that it rains.", "Mr. Zorin said so.") == ["Pavel Zorin"]


def test_a_family_name_that_speaks_makes_the_longer_name_a_person():
    assert people("The room liked Yuki Arima.", "Arima said that it rains.") == ["Yuki Arima"]


def test_a_shorter_form_of_an_organization_leads_to_its_whole_name():
    found = organizations("The Manos del Mar Foundation paid.", "Manos del Mar was quick, said the Foundation.")
    assert found == ["Manos del Mar Foundation"]


def test_names_come_in_reading_order():
    text = "Governor Pavel Zorin and CEO Mina Park met."
    assert people(text) == ["Pavel Zorin", "Mina Park"]
