"""Suggested facts leave in the corpus' own form."""

from decimal import Decimal

from articles.text.contract import contract
from articles.text.facts.kinds import Award, Claim, Initiative, Quantity, Speech, Suggestion, Suggestions
from articles.text.scraping import scrape

TEXT = "Velna opens bridge\n\nThe bridge cost 3.5 million euros, said Ana Berg. It won the Bridge Prize of Velna."


def fact(values, quote):
    start = TEXT.index(quote) - TEXT.index("The bridge")
    return Suggestion(0, start, start + len(quote), values, "a rule", 80)


def test_each_kind_of_fact_has_its_keys_and_null_where_nothing_is_stated():
    costs = Claim(
        claimant="Ana Berg", quantities=(Quantity(Decimal("3500000.0"), "euros"), Quantity(Decimal("2.5"), "m"))
    )
    facts = (
        fact(costs, "The bridge cost 3.5 million euros"),
        fact(Award(recipient="The bridge", name="Bridge Prize"), "It won the Bridge Prize"),
        fact(Speech(speaker="Ana Berg", date="2016-11-18"), "said Ana Berg"),
        fact(Initiative(name="The bridge"), "The bridge"),
    )
    found = contract("a", scrape(TEXT), Suggestions(facts, ("Ana Berg",), ("Velna",)))
    claim, award, speech, initiative = found["facts"]
    assert claim == {
        "kind": "claim",
        "quote": "The bridge cost 3.5 million euros",
        "claimant": "Ana Berg",
        "quantities": [{"value": 3500000, "unit": "euros"}, {"value": 2.5, "unit": "m"}],
    }
    assert isinstance(claim["quantities"][0]["value"], int)
    assert award["giver"] is None
    assert award["quote"] == "It won the Bridge Prize"
    assert list(speech) == ["kind", "quote", "speaker", "role", "organization", "title", "event", "date"]
    assert initiative["owner"] is None
    assert (found["people"], found["organizations"]) == (["Ana Berg"], ["Velna"])
