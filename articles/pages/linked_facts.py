"""Accepted facts in the words of schema.org: claims, events with who spoke there, quotations, projects, awards."""

import re
from collections.abc import Iterator
from typing import Any

from articles.text.document import PublicDocument, PublicFact
from articles.text.facts.kinds import Award, Claim, Comparator, Initiative, Quantity, Speech

# Words between marks of quotation: three or more, so that no name or title is taken for what somebody said.
_SAID = re.compile(r"[“\"]((?:[^\s“”\"]+\s+){2,}[^\s“”\"]+)[”\"]")
_VALUES = {
    Comparator.OVER: "minValue",
    Comparator.AT_LEAST: "minValue",
    Comparator.UNDER: "maxValue",
    Comparator.AT_MOST: "maxValue",
}
DATED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def mentions(document: PublicDocument, address: str) -> list[dict[str, Any]]:
    """Each fact at the address of its words on the page at ``address``, in the order of the text."""
    return [_known(each) for fact in document.facts for each in _told(fact, document, address)]


def _told(fact: PublicFact, document: PublicDocument, address: str) -> Iterator[dict[str, Any]]:
    here = {"@id": f"{address}#f-{fact.key}"}
    match fact.values:
        case Claim() as claim:
            yield {
                "@type": "Claim",
                **here,
                "text": claim.statement or fact.quote,
                "author": _claimant(claim, document),
                "about": [_quantity(each) for each in claim.quantities],
                "appearance": {"@id": address},
            }
        case Speech() as speech:
            yield {"@type": "Event", **here, **_event(speech, document)}
            yield from _quotations(fact, speech, document)
        case Initiative() as initiative:
            owner = _somebody("Organization", document.name_of(initiative.organization_key) or initiative.owner)
            founded = _date(initiative.date)
            yield {"@type": "Project", **here, "name": initiative.name, "founder": owner, "foundingDate": founded}
        case Award() as award:
            yield {**(_claimant(award, document) or {"@type": "Thing"}), **here, "award": _award(award)}


def _event(speech: Speech, document: PublicDocument) -> dict[str, Any]:
    return {
        "name": speech.title or speech.event,
        "startDate": _date(speech.date),
        "location": _somebody("Place", speech.place),
        "performer": _speaker(speech, document),
        "superEvent": {"@type": "Event", "name": speech.event} if speech.title and speech.event else None,
    }


def _quotations(fact: PublicFact, speech: Speech, document: PublicDocument) -> Iterator[dict[str, Any]]:
    for words in _SAID.findall(fact.quote):
        yield {"@type": "Quotation", "text": words, "creator": _speaker(speech, document), "inLanguage": "en"}


def _speaker(speech: Speech, document: PublicDocument) -> dict[str, Any] | None:
    speaker = _somebody("Person", document.name_of(speech.speaker_key) or speech.speaker)
    if speaker is None:
        return None
    of = _somebody("Organization", document.name_of(speech.organization_key) or speech.organization)
    return _known({**speaker, "jobTitle": speech.role, "affiliation": of})


def _claimant(values: Claim | Award, document: PublicDocument) -> dict[str, Any] | None:
    """Who claimed or received; an organization where it is not known to be a person."""
    printed = values.claimant if isinstance(values, Claim) else values.recipient
    name = document.name_of(values.person_key or values.organization_key) or printed
    return _somebody("Person" if values.person_key else "Organization", name)


def _quantity(quantity: Quantity) -> dict[str, Any]:
    """An amount; ``minValue`` or ``maxValue`` where it is a bound."""
    name, value = _VALUES.get(quantity.comparator, "value"), quantity.value
    number = int(value) if value == value.to_integral_value() else float(value)
    return _known({"@type": "QuantitativeValue", "unitText": quantity.unit}) | {name: number}


def _award(award: Award) -> str:
    given = f", given by {award.giver}" if award.giver else ""
    return f"{award.name}{given}"


def _somebody(kind: str, name: str) -> dict[str, Any] | None:
    return {"@type": kind, "name": name} if name else None


def _date(partial: str) -> str:
    """A date that has its year; schema.org knows no other."""
    return partial if DATED.fullmatch(partial) else ""


def _known(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}
