"""What is different between two Documents, as an editor reads it: text, facts, themes, and what is said about it."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.text.changes import Change, ParagraphChange, Standing, changes
from articles.text.document import Document, Fact, FactState, Metadata, Paragraph, Significance
from articles.text.moves import Reshaped, Told, in_words, reshaped, with_marks
from articles.text.readiness import machine_words
from articles.text.roles import READER_ROLES, Role
from articles.text.significance import Differing, differing, two_wordings

from .shown import told_field
from .workbench_rows import LABELS


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph readers see in one of the two; ``told`` is what became of it, ``roles`` where it plays another part
    now, ``place`` its place in the newer article, 0 where it is gone."""

    change: ParagraphChange
    role: str
    roles: str
    told: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said differently."""

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """``standing`` is added, removed or changed."""

    standing: str
    kind: str
    quote: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """``guarded`` are the numbers, names and quotations that differ, each with its paragraph's place."""

    paragraphs: tuple[TextChange, ...]
    guarded: tuple[tuple[int, Differing], ...]
    facts: tuple[FactChange, ...]
    themes_added: tuple[str, ...]
    themes_removed: tuple[str, ...]
    metadata: tuple[Said, ...]

    @property
    def changed_paragraphs(self) -> int:
        return sum(each.change.standing is not Standing.SAME or bool(each.roles) for each in self.paragraphs)

    @property
    def none(self) -> bool:
        same = not self.changed_paragraphs and not self.facts and not self.metadata
        return same and not self.themes_added and not self.themes_removed


def as_machine(document: Document, seed_text: str) -> Document:
    """The document with the machine's words in its paragraphs, and nothing anybody decided since."""
    paragraphs = tuple(
        dataclasses.replace(each, text=machine_words(each, seed_text)) for each in document.paragraphs if each.spans
    )
    return Document(paragraphs=paragraphs, significance=document.significance)


def differences(old: Document, new: Document, names: Mapping[str, str]) -> Differences:
    """What leads from ``old`` to ``new``, as far as readers may see it; facts count where they are accepted."""
    before, after = set(old.themes), set(new.themes)
    found = _reshaped(old, new)
    texts = tuple(_texts(found, old, new))
    return Differences(
        paragraphs=texts,
        guarded=tuple(_guarded(found, texts)),
        facts=tuple(_facts(old, new, names)),
        themes_added=tuple(sorted(names.get(each, each) for each in after - before)),
        themes_removed=tuple(sorted(names.get(each, each) for each in before - after)),
        metadata=tuple(_metadata(old, new)),
    )


def _reshaped(old: Document, new: Document) -> tuple[Reshaped, ...]:
    sides = ([Told(each.key, each.text, each.spans) for each in _shown(side).values()] for side in (old, new))
    return reshaped(*sides)


def _texts(all_found: Sequence[Reshaped], old: Document, new: Document) -> Iterator[TextChange]:
    before, after = _shown(old), _shown(new)
    places = {each.key: at for at, each in enumerate(new.paragraphs, 1)}
    for found in all_found:
        change, was, now = found.change, before.get(found.change.key), after.get(found.change.key)
        marked = tuple(with_marks(change.changes))
        roles = f"{was.role} → {now.role}" if was and now and was.role is not now.role else ""
        role, place = (str(now.role), places[now.key]) if now else (str(was.role), 0)
        yield TextChange(dataclasses.replace(change, changes=marked), role, roles, in_words(found), place)


def _shown(document: Document) -> dict[str, Paragraph]:
    return {each.key: each for each in document.paragraphs if each.role in READER_ROLES}


def _guarded(found: Sequence[Reshaped], texts: Sequence[TextChange]) -> Iterator[tuple[int, Differing]]:
    """A paragraph that came or went is read as a whole, so its numbers and names are not told apart."""
    shown = {each.change.key: each for each in texts}
    kept = [each.change for each in found if each.change.standing not in {Standing.NEW, Standing.GONE}]
    for each in differing([two_wordings(change, Role(shown[change.key].role)) for change in kept]):
        yield shown[each.paragraph].place, each


def _facts(old: Document, new: Document, names: Mapping[str, str]) -> Iterator[FactChange]:
    before, after = (
        {each.key: each for each in document.facts if each.state is FactState.ACCEPTED} for document in (old, new)
    )
    for key, fact in after.items():
        if key not in before:
            yield FactChange("added", str(fact.kind), fact.quote, tuple(_fields(None, fact, names)))
        elif said := tuple(_fields(before[key], fact, names)):
            yield FactChange("changed", str(fact.kind), fact.quote, said)
    for key, fact in before.items():
        if key not in after:
            yield FactChange("removed", str(fact.kind), fact.quote, tuple(_fields(fact, None, names)))


def _fields(old: Fact | None, new: Fact | None, names: Mapping[str, str]) -> Iterator[Said]:
    """The fields that differ; all that say something where one of the two is missing."""
    fact = new or old
    for field in dataclasses.fields(fact.values) if fact else ():
        was = told_field(old, field.name, names) if old else ""
        now = told_field(new, field.name, names) if new else ""
        if was != now:
            yield Said(LABELS[field.name], changes(was, now))
    if old and new and old.quote != new.quote:
        yield Said("Quoted words", changes(old.quote, new.quote))


def _metadata(old: Document, new: Document) -> Iterator[Said]:
    for field in dataclasses.fields(Metadata):
        was, now = (_told(getattr(document.metadata, field.name)) for document in (old, new))
        if was != now:
            yield Said(field.name.replace("_", " ").capitalize(), changes(was, now))
    for label, was, now in (
        ("Significance", str(old.significance), str(new.significance)),
        ("Public note", old.note, new.note),
    ):
        if was != now and now != Significance.UNSAID:
            yield Said(label, changes(was, now))


def _told(value: object) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)
