"""A sheet as it came back from a browser, before anybody knows whether it can be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from articles.errors import BadInput
from articles.text.checks.problem import Problem
from articles.text.document import Document

from .shown import Values, differs


class FormRefused(BadInput):
    """Fields that cannot be used as they are; ``errors`` has a sentence for each, by its name ('' for the whole)."""

    def __init__(self, errors: Mapping[str, str], status: int = 400) -> None:
        said = next(iter(errors.values())) if len(errors) == 1 else f"{len(errors)} fields need another look."
        super().__init__(f"Nothing was saved, and nothing you typed is lost. {said}")
        self.errors = dict(errors)
        self.status = status


@dataclass(frozen=True, slots=True)
class Typed:
    """A sheet as it was sent. ``values`` has every field the sheet showed, unticked boxes as ().

    ``pressed`` is ``save`` or a change of structure (``join:key``); ``theirs`` are the units of a conflict in which
    the colleague's words are to stand.
    """

    values: Values
    base: int = 0
    sheet: int = 1
    pressed: str = "save"
    theirs: frozenset[str] = frozenset()

    def one(self, name: str) -> str:
        return next(iter(self.values.get(name, ())), "")

    @property
    def paragraphs(self) -> frozenset[str]:
        return self._keys("role-") | self._keys("text-") | self._keys("confirmed-") | self._keys("split-")

    @property
    def facts(self) -> frozenset[str]:
        return frozenset(name.split("-")[1] for name in self.values if name.startswith("fact-"))

    @property
    def has_metadata(self) -> bool:
        return "meta-slug" in self.values

    def _keys(self, prefix: str) -> frozenset[str]:
        return frozenset(name.removeprefix(prefix) for name in self.values if name.startswith(prefix))


def typed(data: QueryDict) -> Typed:
    """What a browser sent, as it was typed."""
    values: Values = {name: tuple(data.getlist(name)) for name in data if name != "csrfmiddlewaretoken"}
    for name in list(values):
        kind, _, key = name.partition("-")
        if kind == "role" and f"text-{key}" in values:
            values.setdefault(f"confirmed-{key}", ())
        elif kind == "fact" and name.endswith("-state"):
            values.setdefault(name.removesuffix("state") + "checked", ())
    if "meta-slug" in values:
        values.setdefault("meta-headline_cut", ())
        values.setdefault("themes", ())
    pressed = next(iter(values.pop("do", ())), "") or "save"
    theirs = frozenset(values.pop("theirs", ()))
    return Typed(values, number(values, "base"), number(values, "sheet") or 1, pressed, theirs)


def number(values: Values, name: str) -> int:
    """A whole number typed in a field, 0 where there is none."""
    text = next(iter(values.get(name, ())), "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


@dataclass(slots=True)
class Reading:
    """A sheet being read: it was ``typed`` on ``base``, whose fields showed ``shown`` and whose checks found
    ``problems``. ``errors`` gathers a sentence for each field that cannot be used."""

    typed: Typed
    base: Document
    shown: Values
    problems: Sequence[Problem]
    by: int
    errors: dict[str, str] = field(default_factory=dict)

    def changed(self, name: str) -> bool:
        """The sheet showed this field, and something else was typed there."""
        values = self.typed.values
        return name in values and differs(name, values[name], self.shown.get(name, ()))
