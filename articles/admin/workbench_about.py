"""The first sheet's fields about the article itself: its metadata, themes, and what a later edition changes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from articles.models import Article, Rights, Theme
from articles.text.document import Document, Significance

from .shown import Values
from .workbench_rows import Field

# Django's limit on fields leaves room for so many boxes; further themes are chosen by name.
MOST_THEMES = 300
# Beside the themes: eleven of metadata, significance, note, further themes, and “take theirs” for each.
FIELDS = 30

_ORDER = ("rights", "rights_basis", "slug", "source", "byline", "dateline", "dated", "url", "language",
          "headline_cut", "original_text")  # fmt: skip
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
SIGNIFICANCES = {
    Significance.MINOR: "minor: a comma, a typing error",
    Significance.CLARIFICATION: "clarification: it was right, and is said better",
    Significance.CORRECTION: "correction: it was wrong",
    Significance.UPDATE: "update: there is news",
}


@dataclass(frozen=True, slots=True)
class ThemeBox:
    slug: str
    name: str
    ticked: bool
    suggested: bool


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    name: str
    boxes: tuple[ThemeBox, ...]


@dataclass(frozen=True, slots=True)
class About:
    """``more`` are the themes there is no box for."""

    fields: tuple[Field, ...]
    groups: tuple[ThemeGroup, ...]
    more: tuple[str, ...]
    typed_more: str
    follows: bool
    significance: str
    significances: tuple[tuple[str, str], ...]
    note: str
    errors: Mapping[str, str]


def about(document: Document, values: Values, errors: Mapping[str, str], themes: list[Theme], follows: bool) -> About:
    """The fields with their values, typed or shown."""
    chosen = set(values.get("themes", ()))
    text = " ".join(each.text for each in document.paragraphs if each.role != "dropped").casefold()
    merged = {each.pk: each.merged_into_id for each in themes if each.merged_into_id}
    # One merged is offered no more, but an article that has it keeps it until its editor says otherwise.
    themes = [each for each in themes if each.pk not in merged or each.slug in chosen]
    boxed = sorted(themes, key=lambda each: (each.slug not in chosen, not suggests(each, text)))[:MOST_THEMES]
    shown = {each.slug for each in boxed}
    return About(
        fields=tuple(_field(name, values, errors) for name in _ORDER),
        groups=_groups([each for each in themes if each.slug in shown], chosen, text, merged),
        more=tuple(each.name for each in themes if each.slug not in shown),
        typed_more=_one(values, "more-themes"),
        follows=follows,
        significance=_one(values, "significance"),
        significances=tuple((str(key), label) for key, label in SIGNIFICANCES.items()),
        note=_one(values, "note"),
        errors=errors,
    )


def language_tag(language: str) -> str:
    """What an element's ``lang`` may say of the original; nothing where the language is written in words."""
    return language if _TAG.fullmatch(language) else ""


def suggests(theme: Theme, text: str) -> bool:
    """One of the theme's keywords stands in the text (in lower case)."""
    keywords = [word.strip().casefold() for word in theme.keywords.splitlines() if word.strip()]
    return any(word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in keywords)


def _one(values: Values, name: str) -> str:
    return next(iter(values.get(name, ())), "")


def _groups(themes: list[Theme], chosen: set[str], text: str, merged: Mapping[int, int]) -> tuple[ThemeGroup, ...]:
    """Themes under the broader theme they belong to; those that stand alone come last."""
    names = {each.pk: each.name for each in themes}
    broader = {each.pk: merged.get(each.broader_id, each.broader_id) for each in themes}
    broad = set(broader.values()) & names.keys()
    gathered: dict[str, list[ThemeBox]] = {names[pk]: [] for pk in sorted(broad, key=lambda pk: names[pk])}
    for each in themes:
        group = names[each.pk] if each.pk in broad else names.get(broader[each.pk], "")
        box = ThemeBox(each.slug, each.name, each.slug in chosen, each.slug not in chosen and suggests(each, text))
        gathered.setdefault(group, []).append(box)
    alone = gathered.pop("", [])
    found = [ThemeGroup(name, tuple(boxes)) for name, boxes in gathered.items()]
    return (*found, ThemeGroup("Others" if found else "Themes", tuple(alone))) if alone else tuple(found)


def _field(field: str, values: Values, errors: Mapping[str, str]) -> Field:
    name, column = f"meta-{field}", Article._meta.get_field(field)
    value = _one(values, name)
    control = {"rights": "choice", "headline_cut": "tick", "original_text": "lines"}.get(field, "text")
    return Field(
        name,
        str(column.verbose_name).capitalize(),
        value,
        control,
        error=errors.get(name, ""),
        help=str(column.help_text),
        rows=min(12, max(3, len(value) // 80)),
        options=tuple((str(value), str(label)) for value, label in Rights.choices) if field == "rights" else (),
    )
