"""What is different between two Documents, as an editor reads it: text, facts, themes, and what is said about it."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.text.changes import Change, ParagraphChange, Standing, changes, paragraph_changes
from articles.text.document import Document, Fact, FactState, Metadata
from articles.text.readiness import machine_words
from articles.text.roles import READER_ROLES

from .shown import told_field
from .workbench_rows import LABELS


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph readers see in one of the two; ``roles`` where it plays another part now."""

    change: ParagraphChange
    role: str
    roles: str


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
    paragraphs: tuple[TextChange, ...]
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
    return Differences(
        paragraphs=tuple(_texts(old, new)),
        facts=tuple(_facts(old, new, names)),
        themes_added=tuple(sorted(after - before)),
        themes_removed=tuple(sorted(before - after)),
        metadata=tuple(_metadata(old, new)),
    )


def _texts(old: Document, new: Document) -> Iterator[TextChange]:
    before, after = (
        {each.key: each for each in document.paragraphs if each.role in READER_ROLES} for document in (old, new)
    )
    pairs = [[(key, each.text) for key, each in shown.items()] for shown in (before, after)]
    for change in paragraph_changes(*pairs):
        was, now = before.get(change.key), after.get(change.key)
        moved = was is not None and now is not None and was.role is not now.role
        yield TextChange(change, str((now or was).role), f"{was.role} → {now.role}" if moved else "")


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
        if was != now:
            yield Said(label, changes(was, now))


def _told(value: object) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)
