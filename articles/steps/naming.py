"""Accepted facts point to people and organizations of the house: one is picked by its name, or made."""

from dataclasses import replace

from articles.models import Organization, Person
from articles.text.document import Document, Fact, FactState
from articles.text.facts.kinds import Award, Claim, Initiative, Speech, Values

from .merging import standing

# A key field that begins so holds a name as an editor typed it, to be picked or made.
TYPED = "name:"


def with_names(new: Document, old: Document) -> Document:
    """The document whose newly accepted facts have keys of people and organizations where they name somebody."""
    settled = {each.key: each for each in old.facts}
    facts = tuple(
        replace(each, values=_named(each.values, new))
        if each.state is FactState.ACCEPTED and settled.get(each.key) != each
        else _untyped(each)
        for each in new.facts
    )
    return replace(new, facts=facts)


def pick_or_make(model: type[Person] | type[Organization], name: str) -> str:
    """The key of the one called so; a new one where nobody is."""
    name = " ".join(name.split())[:200]
    found = model.objects.called(name).first()
    return (standing(found) if found else model.objects.create(name=name)).key


def _named(values: Values, document: Document) -> Values:
    match values:
        case Speech():
            return replace(
                values,
                speaker_key=_key(Person, values.speaker_key, values.speaker),
                organization_key=_key(Organization, values.organization_key, values.organization),
            )
        case Claim():
            return _somebody(values, values.claimant, document)
        case Initiative():
            return replace(values, organization_key=_key(Organization, values.organization_key, values.owner))
        case Award():
            somebody = _somebody(values, values.recipient, document)
            return replace(somebody, giver_key=_key(Organization, values.giver_key, values.giver))


def _key(model: type[Person] | type[Organization], key: str, printed: str) -> str:
    """The key as chosen; of the name typed, else of the name printed, where none is."""
    if key.startswith(TYPED):
        printed, key = key.removeprefix(TYPED), ""
    return key or (pick_or_make(model, printed) if printed else "")


def _somebody(values: Claim | Award, printed: str, document: Document) -> Claim | Award:
    """A claimant or recipient, who may be a person or an organization."""
    person, organization = values.person_key, values.organization_key
    if person:
        return replace(values, person_key=_key(Person, person, ""), organization_key="")
    if organization or not printed:
        return replace(values, organization_key=_key(Organization, organization, ""))
    if Person.objects.called(printed).exists() or printed in _speakers(document):
        return replace(values, person_key=pick_or_make(Person, printed))
    return replace(values, organization_key=pick_or_make(Organization, printed))


def _speakers(document: Document) -> set[str]:
    return {each.values.speaker for each in document.facts if isinstance(each.values, Speech)}


def _untyped(fact: Fact) -> Fact:
    """A fact that is not accepted points to nobody by a typed name."""
    fields = {
        name: ""
        for name in ("speaker_key", "person_key", "organization_key", "giver_key")
        if getattr(fact.values, name, "").startswith(TYPED)
    }
    return replace(fact, values=replace(fact.values, **fields)) if fields else fact
