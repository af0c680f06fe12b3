"""Organizations and people that stand side by side are told apart."""

import pytest

from articles.text.facts import suggest


@pytest.mark.parametrize(
    ("text", "people", "organizations"),
    [
        ("The director of Velna Waterworks Pavel Ryabov reported.", ["Pavel Ryabov"], ["Velna Waterworks"]),
        ("President of the Chamber Hakan Subaşı said so.", ["Hakan Subaşı"], ["Chamber"]),
        ("The head of the Department of Health Zlata Morzh came.", ["Zlata Morzh"], ["Department of Health"]),
        ("The head of the company Severlink Pavel Ryabov came.", ["Pavel Ryabov"], ["Severlink"]),
        ("The baker Rikka, of the roaster Torre Adriatica, came.", ["Rikka"], ["Torre Adriatica"]),
        ("The organization Patients First opened a line.", [], ["Patients First"]),
        ("The association Vagonul cu Povești opened a library.", [], ["Vagonul cu Povești"]),
        ("The prize of the National Rescue Service went on.", [], ["National Rescue Service"]),
        ("The Lantern Prize of the National Rescue Service went on.", [], ["National Rescue Service"]),
        ("The Upazila Education Officer Abdul Motaleb came.", ["Abdul Motaleb"], []),
        ("Honourable Neema Mkapala said so.", ["Neema Mkapala"], []),
        ("The boat was built by Milla Ojala and Eero Kallio.", ["Milla Ojala", "Eero Kallio"], []),
        ("In Dong Nai province it rained.", [], []),
        ("The Company said so.", [], []),
        (
            "The Ministry of Health of the Velna region said so.",
            [],
            ["Ministry of Health of the Velna region"],
        ),
    ],
)
def test_who_is_named_behind_an_organization_is_no_part_of_its_name(text, people, organizations):
    found = suggest([text], "2021-03-16")
    assert (list(found.people), list(found.organizations)) == (people, organizations)
