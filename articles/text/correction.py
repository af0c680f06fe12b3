"""What an editor asks to change in a Document, apart from the Document itself.

A Correction is made on the Document that was on the editor's screen (its base) and applied to the newest one (the
head). ``needed`` leaves out what the base says already, ``clashes`` finds what somebody else changed meanwhile, and
``apply`` gives the new Document; words of others that the Correction does not name stay as they are.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.text.anchors import AnchorState, follow
from articles.text.document import Document, Fact, FactState, Judgement, Metadata, Paragraph, Significance, in_order
from articles.text.facts.kinds import Values
from articles.text.roles import Role
from articles.text.structure import Restructuring, reshape


class CannotApply(ValueError):
    """A Correction names something that is not there; the message is a sentence for its author."""


@dataclass(frozen=True, slots=True)
class ParagraphEdit:
    """The paragraph as its editor wants it. ``confirmed`` is the editor's word for this very text."""

    key: str
    text: str
    role: Role
    confirmed: bool


@dataclass(frozen=True, slots=True)
class FactEdit:
    """A judgement of a fact. ``quote`` are its words in the paragraph as its editor wants them, empty where they go
    with the text; ``checked`` settles a reworded quote, and finds a lost one where its words are back."""

    key: str
    state: FactState
    values: Values
    quote: str
    checked: bool = False


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact an editor found: ``quote`` must stand in the paragraph's text exactly once."""

    key: str
    paragraph: str
    quote: str
    values: Values


@dataclass(frozen=True, slots=True)
class Clash:
    """Two people changed ``unit`` (``paragraph:key``, ``fact:key``, ``metadata:field``, ``order``) at once."""

    unit: str
    base: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Correction:
    """``themes`` and ``metadata`` are the whole as wanted, None where the editor's page did not show them."""

    paragraphs: tuple[ParagraphEdit, ...] = ()
    facts: tuple[FactEdit, ...] = ()
    new_facts: tuple[NewFact, ...] = ()
    structure: tuple[Restructuring, ...] = ()
    themes: frozenset[str] | None = None
    metadata: Metadata | None = None
    judgements: tuple[Judgement, ...] = ()
    judgements_undone: tuple[tuple[str, str], ...] = ()
    significance: Significance | None = None
    note: str | None = None


def tidied(text: str) -> str:
    """Text as it is stored: NFC, no control characters, every run of white space one space, none outside."""
    return " ".join(unicodedata.normalize("NFC", _UNPRINTED.sub(" ", text)).split())


# What Unicode calls control characters, line and paragraph separators.
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def tidied_lines(text: str) -> str:
    """Text of several lines as it is stored: line ends ``\\n``, each line tidied, no blank lines outside."""
    return "\n".join(tidied(line) for line in text.splitlines()).strip()


def needed(correction: Correction, base: Document) -> Correction:
    """The Correction without what its base says already."""
    return replace(
        correction,
        paragraphs=tuple(each for each in correction.paragraphs if _changes_paragraph(each, base)),
        facts=tuple(_requoted(each, base) for each in correction.facts if _changes_fact(each, base)),
    )


def clashes(correction: Correction, base: Document, head: Document) -> tuple[Clash, ...]:
    """What the (needed) Correction and somebody else changed at once, differently."""
    if base == head:
        return ()
    return (
        *_paragraph_clashes(correction, base, head),
        *_fact_clashes(correction, base, head),
        *_structure_clashes(correction, base, head),
        *_metadata_clashes(correction, base, head),
    )


def apply(correction: Correction, base: Document, head: Document, by: int | None, seed_text: str) -> Document:
    """The head with the (needed) Correction in it; quotes follow their text or are marked lost.

    Raises CannotApply where a fact's words do not stand in its paragraph, or a paragraph named is not there.
    """
    document = head
    for edit in correction.paragraphs:
        document = _edit_paragraph(document, edit, by)
    for change in correction.structure:
        document = reshape(document, change, seed_text)
    for fact_edit in correction.facts:
        document = _edit_fact(document, fact_edit, by)
    for new in correction.new_facts:
        document = replace(document, facts=(*document.facts, _new_fact(document, new, by)))
    return _about_the_whole(document, correction, base)


def rewrite(document: Document, paragraph: Paragraph) -> Document:
    """The document with this paragraph in place of the one of its key, its facts' quotes carried along."""
    old = document.paragraph(paragraph.key)
    facts = document.facts
    if old is not None and old.text != paragraph.text:
        facts = tuple(followed(each, old.text, paragraph.text) if each.paragraph == old.key else each for each in facts)
    paragraphs = tuple(paragraph if each.key == paragraph.key else each for each in document.paragraphs)
    return replace(document, paragraphs=paragraphs, facts=facts)


def followed(fact: Fact, old: str, new: str) -> Fact:
    """The fact with its quote carried along as its paragraph's text is changed; itself where nothing of it moves."""
    if fact.anchor is AnchorState.LOST:
        return fact
    anchor = follow(fact.quote, fact.start, fact.end, old, new)
    state = anchor.state
    # A reworded quote stays so until somebody has looked at it, wherever it moves.
    if fact.anchor is AnchorState.REWORDED and state is not AnchorState.LOST:
        state = AnchorState.REWORDED
    if (anchor.quote, anchor.start, anchor.end, state) == (fact.quote, fact.start, fact.end, fact.anchor):
        return fact
    return replace(fact, quote=anchor.quote, start=anchor.start, end=anchor.end, anchor=state)


def _changes_paragraph(edit: ParagraphEdit, base: Document) -> bool:
    old = base.paragraph(edit.key)
    return old is None or (edit.text, edit.role, edit.confirmed) != (old.text, old.role, old.confirmed_by is not None)


def _changes_fact(edit: FactEdit, base: Document) -> bool:
    old = base.fact(edit.key)
    if old is None or (edit.state, edit.values) != (old.state, old.values) or edit.quote not in ("", old.quote):
        return True
    return edit.checked and old.anchor in (AnchorState.REWORDED, AnchorState.LOST)


def _requoted(edit: FactEdit, base: Document) -> FactEdit:
    """The edit without the quote that its base has: that one follows the text."""
    old = base.fact(edit.key)
    return replace(edit, quote="") if old is not None and old.quote == edit.quote else edit


def _words(paragraph: Paragraph | None) -> tuple[str, Role, tuple[tuple[int, int], ...]] | None:
    return None if paragraph is None else (paragraph.text, paragraph.role, paragraph.spans)


def _paragraph_clashes(correction: Correction, base: Document, head: Document) -> Iterator[Clash]:
    for edit in correction.paragraphs:
        old, now = base.paragraph(edit.key), head.paragraph(edit.key)
        if _words(old) == _words(now) or (now is not None and (edit.text, edit.role) == (now.text, now.role)):
            continue
        yield Clash(f"paragraph:{edit.key}", _shown(old), _shown(now), f"[{edit.role}] {edit.text}")


def _shown(paragraph: Paragraph | None) -> str:
    return "" if paragraph is None else f"[{paragraph.role}] {paragraph.text}"


def _judged(fact: Fact | None) -> tuple[FactState, Values] | None:
    return None if fact is None else (fact.state, fact.values)


def _fact_clashes(correction: Correction, base: Document, head: Document) -> Iterator[Clash]:
    for edit in correction.facts:
        old, now = base.fact(edit.key), head.fact(edit.key)
        if _judged(old) == _judged(now) or _judged(now) == (edit.state, edit.values):
            continue
        yield Clash(f"fact:{edit.key}", _told(old), _told(now), f"[{edit.state}] {edit.quote} {_fields(edit.values)}")
    for new in correction.new_facts:
        old_paragraph, now_paragraph = base.paragraph(new.paragraph), head.paragraph(new.paragraph)
        if now_paragraph is None or (old_paragraph != now_paragraph and new.quote not in now_paragraph.text):
            yield Clash(f"fact:{new.key}", _shown(old_paragraph), _shown(now_paragraph), new.quote)


def _told(fact: Fact | None) -> str:
    return "" if fact is None else f"[{fact.state}] {fact.quote} {_fields(fact.values)}"


def _fields(values: Values) -> str:
    named = dataclasses.asdict(values).items()
    told = {name: value for name, value in named if value and not name.endswith("_key") and name != "quantities"}
    return "; ".join(f"{name}: {value}" for name, value in told.items())


def _structure_clashes(correction: Correction, base: Document, head: Document) -> Iterator[Clash]:
    for change in correction.structure:
        for key in change.names:
            old, now = base.paragraph(key), head.paragraph(key)
            if _words(old) != _words(now):
                yield Clash(f"paragraph:{key}", _shown(old), _shown(now), change.told)
        if change.order_matters and _order(base) != _order(head):
            yield Clash("order", "the order you saw", "another order", change.told)


def _order(document: Document) -> list[str]:
    return [each.key for each in document.paragraphs]


def _metadata_clashes(correction: Correction, base: Document, head: Document) -> Iterator[Clash]:
    for name, mine in _wanted(correction):
        old, now = _said(base, name), _said(head, name)
        if mine != old and now not in (old, mine):
            yield Clash(f"metadata:{name}", str(old), str(now), str(mine))


def _wanted(correction: Correction) -> Iterator[tuple[str, object]]:
    if correction.metadata is not None:
        yield from ((field.name, getattr(correction.metadata, field.name)) for field in dataclasses.fields(Metadata))
    yield from ((n, v) for n in ("significance", "note") if (v := getattr(correction, n)) is not None)


def _said(document: Document, name: str) -> object:
    return getattr(document if name in {"significance", "note"} else document.metadata, name)


def _edit_paragraph(document: Document, edit: ParagraphEdit, by: int | None) -> Document:
    old = document.paragraph(edit.key)
    if old is None:
        raise CannotApply(f"Paragraph {edit.key} is not in this article any more.")
    same = (old.text, old.role) == (edit.text, edit.role)
    confirmer = old.confirmed_by if same and old.confirmed_by is not None else by
    edited = replace(old, text=edit.text, role=edit.role, confirmed_by=confirmer if edit.confirmed else None)
    return rewrite(document, edited)


def _edit_fact(document: Document, edit: FactEdit, by: int | None) -> Document:
    old = document.fact(edit.key)
    if old is None:
        raise CannotApply(f"Fact {edit.key} is not in this article any more.")
    facts = tuple(_judge(document, each, edit, by) if each.key == edit.key else each for each in document.facts)
    return replace(document, facts=facts)


def _judge(document: Document, fact: Fact, edit: FactEdit, by: int | None) -> Fact:
    judged = replace(fact, state=edit.state, values=edit.values, decided_by=by)
    if edit.state is FactState.REJECTED:
        return judged
    lost = fact.anchor is AnchorState.LOST
    quote = edit.quote or (fact.quote if lost and edit.checked else "")
    if quote and (lost or quote != fact.quote):
        start, end = _place(document, fact.paragraph, quote)
        return replace(judged, quote=quote, start=start, end=end, anchor=AnchorState.EXACT)
    return judged if _still_open(fact, edit) else replace(judged, anchor=AnchorState.EXACT)


def _still_open(fact: Fact, edit: FactEdit) -> bool:
    """A lost quote is lost until it has new words; a reworded one open until accepted or checked."""
    if fact.anchor is AnchorState.REWORDED:
        return not edit.checked and fact.state is edit.state
    return fact.anchor is AnchorState.LOST


def _place(document: Document, key: str, quote: str) -> tuple[int, int]:
    paragraph = document.paragraph(key)
    found = paragraph.text.count(quote) if paragraph is not None and quote else 0
    if paragraph is None or found != 1:
        how = "does not stand" if not found else f"stands {found} times"
        raise CannotApply(f"“{quote[:80]}” {how} in the paragraph. Copy words from it that stand there once.")
    start = paragraph.text.index(quote)
    return start, start + len(quote)


def _new_fact(document: Document, new: NewFact, by: int | None) -> Fact:
    if document.fact(new.key) is not None:
        raise CannotApply(f"There is a fact {new.key} already. Reload the page and try again.")
    start, end = _place(document, new.paragraph, new.quote)
    return Fact(
        new.key, new.paragraph, new.quote, start, end, new.values, state=FactState.ACCEPTED, rule="editor",
        confidence=100, decided_by=by,
    )  # fmt: skip


def _about_the_whole(document: Document, correction: Correction, base: Document) -> Document:
    undone = set(correction.judgements_undone)
    kept = [each for each in document.judgements if (each.rule, each.fingerprint) not in undone]
    judged = {(each.rule, each.fingerprint): each for each in (*reversed(correction.judgements), *kept)}
    changed = {n: v for n, v in _wanted(correction) if v != _said(base, n)}
    about = {name: changed.pop(name) for name in ("significance", "note") if name in changed}
    return replace(
        document,
        facts=in_order(document.facts, document.paragraphs),
        metadata=replace(document.metadata, **changed),
        themes=_themes(document, correction, base),
        judgements=tuple(judged[key] for key in sorted(judged)),
        **about,
    )


def _themes(document: Document, correction: Correction, base: Document) -> tuple[str, ...]:
    if correction.themes is None:
        return document.themes
    added, removed = correction.themes - set(base.themes), set(base.themes) - correction.themes
    return tuple(sorted((set(document.themes) | added) - removed))
