"""What was typed about facts: their state, their words, the fields of their kind, and new ones."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from articles.models import FACT_MODELS
from articles.steps.naming import TYPED
from articles.text.correction import FactEdit, NewFact, tidied
from articles.text.document import Fact, FactState
from articles.text.facts.kinds import Award, Claim, Initiative, Kind, Speech
from articles.text.facts.kinds import Values as FactValues

from .partial_dates import is_partial_date
from .sheets import MOST_NEW_FACTS
from .shown import TICKED, BadQuantity, quantities
from .typed import FormRefused, Reading

LONGEST_STATEMENT = 5_000
LONGEST_NAME = 200
NEW_FIELDS = ("quote", "who", "what", "date")
# What the names of each empty form's fields end in.
NEW_FORMS = ("", *(f"-{number}" for number in range(2, MOST_NEW_FACTS + 1)))


def fact_edits(reading: Reading) -> Iterator[FactEdit]:
    """An edit for each fact on the sheet that is to be other than it was, but for those where theirs is to stand."""
    for fact in reading.base.facts:
        names = [f"fact-{fact.key}-{name}" for name in ("state", "quote", "checked", *_fields(fact))]
        if f"fact:{fact.key}" not in reading.typed.theirs and any(reading.changed(name) for name in names):
            yield _edit(reading, fact)


def new_facts(reading: Reading) -> Iterator[NewFact]:
    """The facts of the sheet's empty forms in which anything was typed."""
    for form in NEW_FORMS:
        given = {name: tidied(reading.typed.one(f"new-{name}{form}")) for name in NEW_FIELDS}
        key = reading.typed.one(f"new-key{form}")
        if any(given.values()) and f"fact:{key}" not in reading.typed.theirs:
            _require_key(key)
            yield from _new_fact(reading, form, key, given)


def _new_fact(reading: Reading, form: str, key: str, given: dict[str, str]) -> Iterator[NewFact]:
    paragraph, kind = reading.typed.one(f"new-paragraph{form}"), reading.typed.one(f"new-kind{form}")
    missing = {
        f"new-paragraph{form}": reading.base.paragraph(paragraph) is None and "Choose the paragraph that states it.",
        f"new-kind{form}": kind not in set(Kind) and "Choose what kind of fact it is.",
        f"new-quote{form}": not given["quote"] and "Copy the words that state it from the paragraph.",
    }
    if any(missing.values()):
        reading.errors |= {name: said for name, said in missing.items() if said}
        return
    for name in NEW_FIELDS[1:]:
        column = _NEW_COLUMNS[Kind(kind)].get(name, name)
        _check(reading, f"new-{name}{form}", Kind(kind), column, given[name])
    yield NewFact(key, paragraph, given["quote"], _new_values(Kind(kind), given))


def _require_key(key: str) -> None:
    """The key the form came with: sent twice it is refused the second time, as there is such a fact."""
    if len(key) != 10 or set(key) - set("0123456789abcdef"):
        raise FormRefused({"": "The new fact's form is not complete. Reload the page and add it again."})


def _new_values(kind: Kind, given: dict[str, str]) -> FactValues:
    who, what, date = given["who"], given["what"], given["date"]
    match kind:
        case Kind.SPEECH:
            return Speech(speaker=who, title=what, date=date)
        case Kind.CLAIM:
            return Claim(claimant=who, statement=what or given["quote"], date=date)
        case Kind.INITIATIVE:
            return Initiative(owner=who, name=what, date=date)
        case Kind.AWARD:
            return Award(recipient=who, name=what, date=date)


_NEW_COLUMNS = {
    Kind.SPEECH: {"who": "speaker", "what": "title"},
    Kind.CLAIM: {"who": "claimant", "what": "statement"},
    Kind.INITIATIVE: {"who": "owner", "what": "name"},
    Kind.AWARD: {"who": "recipient", "what": "name"},
}


def _fields(fact: Fact) -> list[str]:
    return [field.name for field in dataclasses.fields(fact.values)]


def _edit(reading: Reading, fact: Fact) -> FactEdit:
    quote = f"fact-{fact.key}-quote"
    return FactEdit(
        fact.key,
        _state(reading, fact),
        dataclasses.replace(fact.values, **{name: _value(reading, fact, name) for name in _fields(fact)}),
        tidied(reading.typed.one(quote)) if reading.changed(quote) else "",
        reading.typed.values.get(f"fact-{fact.key}-checked") == TICKED,
    )


def _state(reading: Reading, fact: Fact) -> FactState:
    name = f"fact-{fact.key}-state"
    chosen = reading.typed.one(name) or str(fact.state)
    if chosen in set(FactState):
        return FactState(chosen)
    reading.errors[name] = "Choose suggested, accepted or rejected."
    return fact.state


def _value(reading: Reading, fact: Fact, field: str) -> Any:
    """The field as typed; as it was where nothing else was typed."""
    name = f"fact-{fact.key}-{field}"
    if not reading.changed(name):
        return getattr(fact.values, field)
    if field == "quantities":
        return _quantities(reading, name, fact)
    text = tidied(reading.typed.one(name))
    if field.endswith("_key"):
        return _name(reading, name, text)
    _check(reading, name, fact.kind, field, text)
    return text


def _quantities(reading: Reading, name: str, fact: Fact) -> Any:
    try:
        return quantities(reading.typed.one(name))
    except BadQuantity as error:
        reading.errors[name] = str(error)
        return getattr(fact.values, "quantities", ())


def _name(reading: Reading, name: str, text: str) -> str:
    """A name as the step that picks or makes its person or organization expects it."""
    if len(text) > LONGEST_NAME:
        reading.errors[name] = f"A name has at most {LONGEST_NAME} characters."
    return TYPED + text if text else ""


def _check(reading: Reading, name: str, kind: Kind, field: str, text: str) -> None:
    """The field's column takes this text, or an error says why not."""
    if field == "date" and text and not is_partial_date(text):
        reading.errors[name] = f"“{text[:20]}” is no date. Write 2016-11-18, --11-18, 2016-11 or 2016."
    elif len(text) > LONGEST_STATEMENT:
        reading.errors[name] = f"It has {len(text):,} characters; {LONGEST_STATEMENT:,} is the most."
    else:
        try:
            FACT_MODELS[kind]._meta.get_field(field).clean(text, None)
        except ValidationError as error:
            reading.errors[name] = " ".join(error.messages)
