"""Speeches: a named person who speaks at an occasion."""

import pytest

from articles.text.facts import suggest
from articles.text.facts.kinds import Speech


def speeches(*paragraphs, dated=""):
    return [fact.values for fact in suggest(paragraphs, dated).facts if isinstance(fact.values, Speech)]


SPOKEN = [
    (
        "The Polar Forum opened. For the economy spoke Vera Oline, head of Borealis Group.",
        "Vera Oline",
        "head",
        "Borealis Group",
        "",
        "Polar Forum",
    ),
    (
        "The district council debated. Innovation director Vera Oline defended the harbour.",
        "Vera Oline",
        "Innovation director",
        "",
        "",
        "district council",
    ),
    (
        "The Polar Forum opened. Mayor Vera Oline, who made a statement there, praised it.",
        "Vera Oline",
        "Mayor",
        "",
        "",
        "Polar Forum",
    ),
    ("In his word of thanks, the poet Emil Kast praised the rain.", "Emil Kast", "poet", "", "", ""),
    (
        "Managing director Vera Oline told analysts on an earnings call.",
        "Vera Oline",
        "Managing director",
        "",
        "",
        "earnings call",
    ),
    (
        "At the Polar Annual Meeting, Vera Oline shared her story with the theme of “Ice on wheels”.",
        "Vera Oline",
        "",
        "",
        "Ice on wheels",
        "Polar Annual Meeting",
    ),
    (
        "The Polar Forum opened. In her opening speech, Vera Oline stated that it rains.",
        "Vera Oline",
        "",
        "",
        "",
        "Polar Forum",
    ),
    (
        "The Polar Forum opened. The closing lecture was given by Vera Oline, director of the Nordal Institute.",
        "Vera Oline",
        "director",
        "Nordal Institute",
        "",
        "Polar Forum",
    ),
    (
        "The Polar Forum opened. Vera Oline, director of the Nordal Institute, who has grown roses for years, told it.",
        "Vera Oline",
        "director",
        "Nordal Institute",
        "",
        "Polar Forum",
    ),
    (
        "Vera Oline, a glaciologist, came. During the conference, the glaciologist recalled that ice melts.",
        "Vera Oline",
        "glaciologist",
        "",
        "",
        "conference",
    ),
    (
        "It rained at the citizens' meeting. Objection came from the fisherman Hinner Claas.",
        "Hinner Claas",
        "fisherman",
        "",
        "",
        "citizens' meeting",
    ),
    (
        "The ‘2022 Farm Forum’, hosted by Borealis Group, was held at the Velmar Convention Hall. Director "
        "Oh Sejun said in his opening remarks, “We will help 500 farmers.”",
        "Oh Sejun",
        "Director",
        "Borealis Group",
        "",
        "‘2022 Farm Forum’",
    ),
    (
        "The monument conservator Ole Peters from the Nordal Institute presented at the assembly the results.",
        "Ole Peters",
        "monument conservator",
        "Nordal Institute",
        "",
        "assembly",
    ),
    (
        "The Polar Forum finished its work on May 2. For her part, Vera Oline, director of the Nordal Institute, "
        "reviewed the "
        "year.",
        "Vera Oline",
        "director",
        "Nordal Institute",
        "",
        "Polar Forum",
    ),
    (
        "The Polar Forum finished. Opening the session, the First Deputy Head of the Administration of the Nordvik "
        "District Oksana Teresh reminded that snow is white.",
        "Oksana Teresh",
        "First Deputy Head",
        "Administration of the Nordvik District",
        "",
        "Polar Forum",
    ),
    (
        "He knows that a harbour is old, the oceanographer Caio Berlin, of the Nordal Institute, said at a "
        "gathering at the Velmar Book Fair.",
        "Caio Berlin",
        "oceanographer",
        "Nordal Institute",
        "",
        "Velmar Book Fair",
    ),
    (
        'The "Silver Table" harbour salon sponsored by the Nordal Institute opened. Vera Oline, a professor from the '
        "University of Karsk, took over the topic.",
        "Vera Oline",
        "professor",
        "University of Karsk",
        "",
        '"Silver Table" harbour salon',
    ),
    (
        "The club celebrated with a boat festival. Mayor Ines Quiroga paid tribute to the rowers in her greeting word.",
        "Ines Quiroga",
        "Mayor",
        "",
        "",
        "boat festival",
    ),
    (
        "The guests of the press tour were addressed by the acting mayor of Velmar Vadim Shub.",
        "Vadim Shub",
        "acting mayor of Velmar",
        "",
        "",
        "press tour",
    ),
    ("We met CEO Mina Park at the Harbour Expo.", "Mina Park", "CEO", "", "", "Harbour Expo"),
    (
        "The farmer Tran Van Sang called for patience at the seminar.",
        "Tran Van Sang",
        "farmer",
        "",
        "",
        "seminar",
    ),
    # sentence, speaker, role, organization, title, event
    (
        'On May 3, Borealis Group chairman Lin Kexin delivered a keynote speech entitled "The quiet factory" at the '
        "second Harbour Industry Conference.",
        "Lin Kexin",
        "chairman",
        "Borealis Group",
        "The quiet factory",
        "second Harbour Industry Conference",
    ),
    (
        "Speaking at the Coastal Towns Forum, Mayor Ines Quiroga said that the port will reopen.",
        "Ines Quiroga",
        "Mayor",
        "",
        "",
        "Coastal Towns Forum",
    ),
    (
        "Tomas Berg, director of the Nordal Institute, told reporters at a press conference that the dam is safe.",
        "Tomas Berg",
        "director",
        "Nordal Institute",
        "",
        "press conference",
    ),
    (
        "At the opening ceremony, the rector of the University of Karsk, Vera Oline, thanked everybody and said that "
        "books are bread.",
        "Vera Oline",
        "rector",
        "University of Karsk",
        "",
        "opening ceremony",
    ),
    (
        "The Minister of Public Health Adela Marn noted during the annual session of the council that nurses lack.",
        "Adela Marn",
        "Minister of Public Health",
        "",
        "",
        "annual session of the council",
    ),
    (
        "In his lecture „Stones that speak“ at the Geology Days, Professor Emil Kast showed maps of the valley.",
        "Emil Kast",
        "Professor",
        "",
        "Stones that speak",
        "Geology Days",
    ),
    (
        'Mr. Daniel Obi, general manager of Savanna Foods, gave a talk on the topic "Salt and trust" at the seminar.',
        "Daniel Obi",
        "general manager",
        "Savanna Foods",
        "Salt and trust",
        "seminar",
    ),
    (
        "This was announced by the Governor of the Lower region Pavel Zorin at a meeting of the cabinet.",
        "Pavel Zorin",
        "Governor of the Lower region",
        "",
        "",
        "meeting of the cabinet",
    ),
    (
        "Addressing the gathering, Chief Minister Rakesh Anand said schools would get new roofs.",
        "Rakesh Anand",
        "Chief Minister",
        "",
        "",
        "gathering",
    ),
    (
        "CEO Mina Park of Lumen Robotics gave a presentation at the investor briefing.",
        "Mina Park",
        "CEO",
        "Lumen Robotics",
        "",
        "investor briefing",
    ),
    (
        "In an interview with Radio Costa, the president of the Fishers Union, Joan Serra, said that the sea is empty.",
        "Joan Serra",
        "president",
        "Fishers Union",
        "",
        "",
    ),
    (
        "Sofia Lund, head of research at Nordvind, took the floor at the panel and warned that turbines age.",
        "Sofia Lund",
        "head of research",
        "Nordvind",
        "",
        "panel",
    ),
    (
        "We have interviewed the poet Ettore Bassan on Saturday at the margins of the Festival of the Slow Word.",
        "Ettore Bassan",
        "poet",
        "",
        "",
        "Festival of the Slow Word",
    ),
    (
        "Dr. Omar Haddad delivered a lecture on water.",
        "Omar Haddad",
        "",
        "",
        "",
        "",
    ),
    (
        "Said at the Wednesday conference «Repair and Reuse» the president of the Nordal Institute, Emil Kast.",
        "Emil Kast",
        "president",
        "Nordal Institute",
        "",
        "conference «Repair and Reuse»",
    ),
    (
        "Not the ship is the problem, found Hetty Brower, chairman of the Fishers Union, in the debate afterwards.",
        "Hetty Brower",
        "chairman",
        "Fishers Union",
        "",
        "debate",
    ),
    (
        "At the delivery of the prize, the rector of the University of Karsk, Vera Oline, has presented the results.",
        "Vera Oline",
        "rector",
        "University of Karsk",
        "",
        "delivery of the prize",
    ),
    (
        "Dr. Laila Hash, Professor of Ports, presented to the Ports Forum a working paper entitled «The port thinks».",
        "Laila Hash",
        "Professor of Ports",
        "",
        "The port thinks",
        "Ports Forum",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "role", "organization", "title", "event"), SPOKEN)
def test_a_speech_is_found_with_who_what_and_where(text, speaker, role, organization, title, event):
    [speech] = speeches(text)
    assert (speech.speaker, speech.role, speech.organization) == (speaker, role, organization)
    assert (speech.title, speech.event) == (title, event)


@pytest.mark.parametrize(
    "text",
    [
        "At the summit, Borealis Group also won a prize.",
        "Lin Kexin said that the harbour is old.",
        "It is reported that 300 people attended the conference.",
        "Borealis Group announced that it received the prize at the Harbour Awards.",
        "The hearing aids of the company are sold in nine countries, Lin Kexin said.",
        "He gave his word that the factory stays.",
        "The Polar Forum finished. The trustee Meher Contra said in a press statement that books are heavy.",
        "The Polar Forum finished. The ceremony concluded with a song for the farmer Tran Van Sang.",
        "The club will hold a gala. Mayor Ines Quiroga called the harbour old.",
        "The baker Josie Petit called her boat the Great Meeting.",
        "Velmar has spoken first. The salon sponsored by Borealis Group is blue.",
        "We met a farmer at the fair.",
        "The chairman Lin Kexin took the microphone home.",
        "Mayor Ines Quiroga presented the medal to the winners.",
        "The minister Adela Marn is known for the plaque of «Demonstration Workshop».",
    ],
)
def test_words_without_a_named_speaker_and_an_occasion_are_no_speech(text):
    assert speeches(text) == []


def test_what_somebody_will_explain_is_no_speech_yet():
    assert speeches("Vera Oline, director of the Nordal Institute, will explain it at the Polar Forum.") == []


def test_far_from_the_occasion_whoever_says_something_is_no_speaker_of_it():
    paragraphs = ["The Polar Forum opened on May 3."] + ["It rained."] * 2
    assert speeches(*paragraphs, "The director of the Nordal Institute, Vera Oline, said that it rains.") == []


def test_one_speaker_after_another_goes_on_with_the_occasion():
    one = "The {} of Borealis Group, {}, said that it rains."
    found = speeches(
        "The Polar Forum opened on May 3.",
        one.format("director", "Vera Oline"),
        one.format("engineer", "Emil Kast"),
        one.format("secretary", "Pavel Zorin"),
    )
    assert [speech.speaker for speech in found] == ["Vera Oline", "Emil Kast", "Pavel Zorin"]


def test_one_occasion_makes_one_speech_however_often_he_said():
    found = speeches(
        "On May 3, chairman Lin Kexin delivered a speech at the Harbour Industry Conference.",
        "Lin Kexin recalled in his speech that a crane was red. Lin Kexin said at the conference that cranes rust.",
    )
    assert [speech.speaker for speech in found] == ["Lin Kexin"]


def test_two_speakers_of_one_event_are_two_speeches_on_its_day():
    found = speeches(
        "At the Harbour Industry Conference on May 3, Mayor Ines Quiroga said that the port reopens.",
        "Also speaking at the conference, Tomas Berg, director of the Nordal Institute, said that the dam is safe.",
        dated="2022-05-04",
    )
    assert [(speech.speaker, speech.event, speech.date) for speech in found] == [
        ("Ines Quiroga", "Harbour Industry Conference", "2022-05-03"),
        ("Tomas Berg", "Harbour Industry Conference", "2022-05-03"),
    ]
    assert found[0].date_basis == "year by the dateline"


def test_who_closes_the_day_spoke_at_its_occasion():
    found = speeches(
        "On May 3, Mayor Ines Quiroga said at the Harbour Industry Conference that the port reopens.",
        "The minister Adela Marn, who closed the day, has announced new boats.",
        dated="2022-05-04",
    )
    assert [(speech.speaker, speech.date) for speech in found] == [
        ("Ines Quiroga", "2022-05-03"),
        ("Adela Marn", "2022-05-03"),
    ]


def test_an_occasion_without_a_day_is_of_the_day_the_news_is_of():
    [speech] = speeches(
        "The Nordal Institute launched a boat on Monday.",
        "Mayor Ines Quiroga said at the launching event that the port reopens.",
        dated="2022-09-13",
    )
    assert speech.date == "2022-09-12"


def test_the_same_day_is_the_day_named_before():
    [speech] = speeches(
        "The Nordal Institute won a prize on the 3rd.",
        "At the Sea Festival opened on the same day, Mayor Ines Quiroga said that the port reopens.",
        dated="2022-09-13",
    )
    assert speech.date == "2022-09-03"


def test_without_a_dateline_a_speech_has_no_year():
    [speech] = speeches("On May 3, Mayor Ines Quiroga said at the Coastal Towns Forum that the port reopens.")
    assert speech.date == "--05-03"


def test_the_place_is_kept_where_it_is_stated():
    [speech] = speeches("At the Coastal Towns Forum held in Velmar, Mayor Ines Quiroga said that the port reopens.")
    assert speech.place == "Velmar"


def test_a_speech_reported_over_two_sentences_is_quoted_whole():
    text = "Then came Emil Kast, Professor at Karsk. In his lecture „Stones that speak“ he showed maps."
    [fact] = [f for f in suggest([f"Many came to the Geology Days. {text}"]).facts if isinstance(f.values, Speech)]
    assert fact.values.title == "Stones that speak"
    assert f"Many came to the Geology Days. {text}"[fact.start : fact.end].startswith("Then came Emil Kast")


@pytest.mark.parametrize(
    "text",
    [
        'Group chairman Lin Zhengyuaned delivered a speech entitled "the last mile" ats1 the sixth Rural Summit held '
        "in Velmar, he put forward that logistics must solve the problem of trust.",
        "Vera Oline said. The Harbour Forum was held. Farmer Lin Kexin spoke first",
    ],
)
def test_a_speech_s_quote_is_never_empty_however_broken_its_words(text):
    found = [fact for fact in suggest([text]).facts if isinstance(fact.values, Speech)]
    assert found
    for fact in found:
        quote = text[fact.start : fact.end]
        assert fact.start < fact.end
        assert quote == quote.strip()
        assert "Lin" in quote


def test_a_post_behind_the_name_of_whoever_spoke_before_is_of_whoever_speaks_now():
    found = speeches(
        "Mayor Nermin Aks spoke at a meeting. Speaking after Aks, the head of the Deaf Youth Federation, Tolga Erb, "
        "thanked the town."
    )
    assert [(speech.speaker, speech.role, speech.organization) for speech in found] == [
        ("Nermin Aks", "Mayor", ""),
        ("Tolga Erb", "head", "Deaf Youth Federation"),
    ]


def test_in_a_list_of_guests_a_post_behind_a_comma_is_of_the_name_before_it():
    found = speeches(
        "Zhou Ming, vice president of Borealis Group, Tan Liq, secretary of the Nordal Institute, came to a forum. "
        "In her welcome speech, Tan Liq said that hands are hands."
    )
    assert [(speech.speaker, speech.role, speech.organization) for speech in found] == [
        ("Tan Liq", "secretary", "Nordal Institute")
    ]


def test_a_titled_speech_is_kept_before_the_invitation_to_it():
    [speech] = speeches(
        "At the Polar Forum, Vera Oline, director of the Nordal Institute, was invited to deliver a keynote.",
        'In the speech with the title of "Ice on wheels", Vera Oline shared what she knew.',
    )
    assert (speech.title, speech.event) == ("Ice on wheels", "Polar Forum")
