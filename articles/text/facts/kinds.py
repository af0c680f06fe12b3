"""The four kinds of fact an article states, as values.

Every field is text, empty where the article does not state it, but for ``Claim.quantities``. The fields
``*_key`` name a Person or an Organization of the house and stay empty until an editor accepts the fact.
Dates are partial ISO 8601 dates: ``2016-11-18``, ``--11-18`` (no year), ``2016-11``, ``2016``.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar


class Kind(StrEnum):
    SPEECH = "speech"
    CLAIM = "claim"
    INITIATIVE = "initiative"
    AWARD = "award"


class Comparator(StrEnum):
    """How a printed amount bounds the true one."""

    EXACT = "="
    ABOUT = "~"
    OVER = ">"
    AT_LEAST = ">="
    UNDER = "<"
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` with magnitudes multiplied out, ``unit`` as in the quote (a bare rank: ``rank``)."""

    value: Decimal
    unit: str
    comparator: Comparator = Comparator.EXACT
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """A talk, address, interview or statement given at an occasion."""

    speaker: str = ""
    speaker_key: str = ""
    role: str = ""
    organization: str = ""
    organization_key: str = ""
    title: str = ""
    event: str = ""
    place: str = ""
    date: str = ""
    date_basis: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """An assertion that a reader could check against the world."""

    statement: str = ""
    claimant: str = ""
    person_key: str = ""
    organization_key: str = ""
    quantities: tuple[Quantity, ...] = ()
    date: str = ""
    date_basis: str = ""


@dataclass(frozen=True, slots=True)
class Initiative:
    """A programme, product, platform … that somebody established, launched or runs."""

    name: str = ""
    owner: str = ""
    organization_key: str = ""
    category: str = ""
    date: str = ""
    date_basis: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """A prize, honour, certificate or ranking received."""

    recipient: str = ""
    person_key: str = ""
    organization_key: str = ""
    name: str = ""
    giver: str = ""
    giver_key: str = ""
    event: str = ""
    date: str = ""
    date_basis: str = ""


Values = Speech | Claim | Initiative | Award
V = TypeVar("V", bound=Values, covariant=True)
CLASSES: dict[Kind, type[Values]] = {
    Kind.SPEECH: Speech,
    Kind.CLAIM: Claim,
    Kind.INITIATIVE: Initiative,
    Kind.AWARD: Award,
}


def kind_of(values: Values) -> Kind:
    return _KINDS[type(values)]


_KINDS = {cls: kind for kind, cls in CLASSES.items()}


class InitiativeCategory(StrEnum):
    PROGRAMME = "programme"
    PRODUCT = "product"
    PLATFORM = "platform"
    FUND = "fund"
    CAMPAIGN = "campaign"
    REPORT = "report"
    PARTNERSHIP = "partnership"
    TEAM = "team"
    SERVICE = "service"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Suggestion(Generic[V]):
    """A fact the importer believes a paragraph states.

    ``paragraph`` is the index in the list of texts looked at, ``[start, end)`` the quote's code points in that text,
    ``rule`` the name of the rule that fired, ``confidence`` a whole percentage.
    """

    paragraph: int
    start: int
    end: int
    values: V
    rule: str
    confidence: int


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Facts in reading order; distinct names, each in its most complete form."""

    facts: tuple[Suggestion[Values], ...]
    people: tuple[str, ...]
    organizations: tuple[str, ...]
