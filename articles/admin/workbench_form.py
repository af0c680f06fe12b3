"""The workbench's form: what was typed becomes a Correction, or is refused field by field with the typing kept."""

import dataclasses
from typing import Any

from django.core.exceptions import ValidationError

from articles.models import Article, Theme
from articles.text.correction import Correction, tidied, tidied_lines
from articles.text.document import Metadata, Significance

from .form_facts import fact_edits, new_facts
from .form_paragraphs import judgements, judgements_undone, paragraph_edits, require_own, structure, texts
from .partial_dates import is_partial_date
from .shown import TICKED, Values, differs
from .typed import FormRefused, Reading, Typed

LONGEST_ORIGINAL = 200_000
LONGEST_NOTE = 2_000


def correction(reading: Reading) -> Correction:
    """What the editor wants changed. Raises FormRefused with every field that cannot be used."""
    require_own(reading)
    wanted = texts(reading)
    asked = Correction(
        paragraphs=tuple(paragraph_edits(reading, wanted)),
        facts=tuple(fact_edits(reading)),
        new_facts=tuple(new_facts(reading)),
        structure=tuple(structure(reading, wanted)),
        judgements=tuple(judgements(reading)),
        judgements_undone=tuple(judgements_undone(reading)),
        metadata=_metadata(reading),
        themes=_themes(reading),
        significance=_significance(reading),
        note=_note(reading),
    )
    if reading.errors:
        raise FormRefused(reading.errors)
    return asked


def rebased(typed: Typed, base: Values, head: Values, number: int) -> Typed:
    """The sheet as if typed on another Revision: what was typed stays, what was only shown is as it is there."""
    values = {name: _rebased(name, value, base, head) for name, value in typed.values.items()}
    for key in typed.paragraphs:
        text, tick = f"text-{key}", f"confirmed-{key}"
        # Nobody confirms words that a colleague wrote meanwhile before having read them.
        if tick in values and values.get(text) != typed.values.get(text):
            values[tick] = head.get(tick, ())
    return dataclasses.replace(typed, values=values, base=number)


def _rebased(name: str, value: tuple[str, ...], base: Values, head: Values) -> tuple[str, ...]:
    if name not in base or name not in head:
        return value
    if name == "themes":
        added, removed = set(value) - set(base[name]), set(base[name]) - set(value)
        return tuple(sorted((set(head[name]) | added) - removed))
    return value if differs(name, value, base[name]) else head[name]


def _metadata(reading: Reading) -> Metadata | None:
    if not reading.typed.has_metadata:
        return None
    said = reading.base.metadata
    return dataclasses.replace(said, **{name: _about(reading, name) for name in _METADATA})


_METADATA = tuple(field.name for field in dataclasses.fields(Metadata))


def _about(reading: Reading, field: str) -> Any:
    """One field about the article, as typed; as it was where nothing else was typed or theirs is to stand."""
    name, old = f"meta-{field}", getattr(reading.base.metadata, field)
    if not reading.changed(name) or f"metadata:{field}" in reading.typed.theirs:
        return old
    if field == "headline_cut":
        return reading.typed.values[name] == TICKED
    text = (tidied_lines if field == "original_text" else tidied)(reading.typed.one(name))
    if field == "original_text" and len(text) > LONGEST_ORIGINAL:
        sentence = f"The original text has {len(text):,} characters; {LONGEST_ORIGINAL:,} is the most."
        raise FormRefused({name: sentence}, status=413)
    if field == "dated" and text and not is_partial_date(text):
        reading.errors[name] = f"“{text[:20]}” is no date. Write 2016-11-18, 2016-11 or 2016."
    return _clean(reading, name, field, text)


def _clean(reading: Reading, name: str, field: str, text: str) -> str:
    try:
        Article._meta.get_field(field).clean(text, None)
    except ValidationError as error:
        reading.errors.setdefault(name, " ".join(error.messages))
    return text


def _themes(reading: Reading) -> frozenset[str] | None:
    if not reading.typed.has_metadata:
        return None
    return frozenset(reading.typed.values.get("themes", ())) | _named_themes(reading)


def _named_themes(reading: Reading) -> set[str]:
    """Themes typed by name, where the house has more of them than a sheet can show."""
    wanted = {tidied(each).casefold(): tidied(each) for each in reading.typed.one("more-themes").split(",")}
    wanted.pop("", None)
    if not wanted:
        return set()
    known = {name.casefold(): slug for name, slug in Theme.objects.values_list("name", "slug")}
    for folded, name in wanted.items():
        if folded not in known:
            reading.errors["more-themes"] = f"There is no theme “{name[:60]}”. Check its name in the list of themes."
    return {known[folded] for folded in wanted if folded in known}


def _significance(reading: Reading) -> Significance | None:
    if not reading.changed("significance") or "metadata:significance" in reading.typed.theirs:
        return None
    chosen = reading.typed.one("significance")
    if chosen in set(Significance):
        return Significance(chosen)
    reading.errors["significance"] = "Choose how much this edition changes for its readers."
    return None


def _note(reading: Reading) -> str | None:
    if not reading.changed("note") or "metadata:note" in reading.typed.theirs:
        return None
    text = tidied_lines(reading.typed.one("note"))
    if len(text) > LONGEST_NOTE:
        reading.errors["note"] = f"The public note has {len(text):,} characters; {LONGEST_NOTE:,} is the most."
    return text
