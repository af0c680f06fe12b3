"""What an article states, tied to the words it came from: speeches, claims, initiatives, awards."""

import dataclasses
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.text.anchors import AnchorState
from articles.text.document import FactState
from articles.text.facts.kinds import CLASSES, InitiativeCategory, Kind

from .article import Article
from .paragraph import Paragraph
from .people import Organization, Person


def _link(model: type[models.Model]) -> models.ForeignKey:
    """A link by permanent key: what a document holds is what the column holds."""
    return models.ForeignKey(model, models.PROTECT, to_field="key", null=True, blank=True, related_name="+")


def _text(length: int = 300) -> models.CharField:
    return models.CharField(max_length=length, blank=True)


def _date() -> models.CharField:
    return models.CharField(max_length=10, blank=True, help_text="2016-11-18, --11-18, 2016-11 or 2016.")


class Fact(models.Model):
    """The quote's offsets are code points: ``start`` and ``end`` in the paragraph's text, ``machine_start`` and
    ``machine_end`` in its machine words. ``suggested`` are the importer's own values, for ever."""

    KIND: ClassVar[Kind]
    # The field of the value that names a person or an organization, and the column that links to it.
    LINKS: ClassVar[dict[str, str]] = {}

    article = models.ForeignKey(Article, models.CASCADE, related_name="%(class)s_set")
    key = models.CharField(max_length=16)
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="%(class)s_set")
    quote = models.TextField(help_text="The words of the paragraph that state it.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    machine_start = models.PositiveIntegerField(null=True, blank=True)
    machine_end = models.PositiveIntegerField(null=True, blank=True)
    anchor = models.CharField(max_length=8, choices=[(each.value, each.value) for each in AnchorState])
    state = models.CharField(max_length=9, choices=[(each.value, each.value) for each in FactState])
    rule = models.CharField(max_length=60, blank=True)
    confidence = models.PositiveSmallIntegerField(default=0, help_text="Per cent.")
    suggested = models.JSONField(null=True, blank=True, help_text="What the importer suggested.")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
        ordering = ["paragraph__position", "start", "pk"]
        constraints = [
            models.UniqueConstraint("article", "key", name="%(class)s_key_once"),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in FactState]), name="%(class)s_state_known"
            ),
            models.CheckConstraint(
                condition=Q(anchor=AnchorState.LOST, start=0, end=0) | Q(start__lt=F("end")),
                name="%(class)s_quote_or_lost",
            ),
        ]

    def __str__(self) -> str:
        return self.quote[:80]

    @classmethod
    def plain(cls, row: Any, paragraph: str) -> dict[str, Any]:
        """The fact of these columns as a Document has it, in the plain form of ``json``; ``paragraph`` is its key."""
        own = {name: getattr(row, name) for name in _SAME}
        return {
            **own, "kind": cls.KIND.value, "paragraph": paragraph, "values": cls.plain_values(row),
            "decided_by": row.decided_by_id,
        }  # fmt: skip

    @classmethod
    def plain_values(cls, row: Any) -> dict[str, Any]:
        """The fact's own fields, in the plain form of ``json``."""
        named = (each.name for each in dataclasses.fields(CLASSES[cls.KIND]) if each.name not in cls.LINKS)
        linked = {name: getattr(row, f"{column}_id") or "" for name, column in cls.LINKS.items()}
        return {**{name: getattr(row, name) for name in named}, **linked}

    @classmethod
    def columns(cls, plain: dict[str, Any]) -> dict[str, Any]:
        """The columns of the row that holds this fact of a document in plain form, its article and paragraph left
        out."""
        values = dict(plain["values"])
        linked = {f"{column}_id": values.pop(name) or None for name, column in cls.LINKS.items()}
        return {**values, **linked, **{name: plain[name] for name in _SAME}, "decided_by_id": plain["decided_by"]}


# Columns that hold what the Document's fact does, under the same names.
_SAME = (
    "key", "quote", "start", "end", "machine_start", "machine_end", "anchor", "state", "rule", "confidence",
    "suggested",
)  # fmt: skip


class Speech(Fact):
    """A talk, address, interview or statement given at an occasion."""

    KIND = Kind.SPEECH
    LINKS = {"speaker_key": "person", "organization_key": "organization_named"}

    speaker = _text()
    person = _link(Person)
    role = _text()
    organization = _text()
    organization_named = _link(Organization)
    title = _text(500)
    event = _text()
    place = _text()
    date = _date()
    date_basis = _text()

    class Meta(Fact.Meta):
        verbose_name_plural = "speeches"


class Claim(Fact):
    """An assertion that a reader could check against the world."""

    KIND = Kind.CLAIM
    LINKS = {"person_key": "person", "organization_key": "organization_named"}

    statement = models.TextField(blank=True)
    claimant = _text()
    person = _link(Person)
    organization_named = _link(Organization)
    quantities = models.JSONField(default=list, blank=True)
    date = _date()
    date_basis = _text()


class Initiative(Fact):
    """A programme, product, platform … that somebody established, launched or runs."""

    KIND = Kind.INITIATIVE
    LINKS = {"organization_key": "organization_named"}

    name = _text(500)
    owner = _text()
    organization_named = _link(Organization)
    category = models.CharField(
        max_length=12, blank=True, choices=[(each.value, each.value) for each in InitiativeCategory]
    )
    date = _date()
    date_basis = _text()


class Award(Fact):
    """A prize, honour, certificate or ranking received."""

    KIND = Kind.AWARD
    LINKS = {"person_key": "person", "organization_key": "organization_named", "giver_key": "giver_named"}

    recipient = _text()
    person = _link(Person)
    organization_named = _link(Organization)
    name = _text(500)
    giver = _text()
    giver_named = _link(Organization)
    event = _text()
    date = _date()
    date_basis = _text()


FACT_MODELS: dict[Kind, type[Fact]] = {model.KIND: model for model in (Speech, Claim, Initiative, Award)}
