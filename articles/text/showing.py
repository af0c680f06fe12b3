"""What readers get of an article: no dropped line, no suggested or rejected fact.

The rule is on canonical text as ``skimming`` reads it, so that verifying can ask it of thousands of editions a second
without making a value of each of their words; ``public`` is the same for a Document.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import fields

from msgspec import Raw, Struct, defstruct, json
from msgspec.structs import astuple

from articles.text import skimming
from articles.text.document import Document, FactState, Named, Paragraph, PublicDocument, canonical, parse_public
from articles.text.facts.kinds import CLASSES
from articles.text.roles import READER_ROLES
from articles.text.skimming import Skimmed, skimmed, written

# Asked of every fact: a member's value takes longer to look up than to compare.
_ACCEPTED = FactState.ACCEPTED.value
# Of a fact's values, whatever its kind, the fields that hold the key of a person or an organization.
_LINKS = {field.name for values in CLASSES.values() for field in fields(values) if field.name.endswith("_key")}
_links = json.Decoder(list[defstruct("_Links", [(name, str, "") for name in sorted(_LINKS)], gc=False)])
_NOT_CUT = Raw(b"false")


class _Paragraph(Struct, gc=False):
    key: str
    machine: str
    role: str
    text: Raw


class _Fact(Struct, gc=False):
    end: int
    key: str
    kind: str
    machine_quote: str
    paragraph: str
    quote: Raw
    start: int
    values: Raw


class _Public(Struct, gc=False):
    facts: list[_Fact]
    format: int
    metadata: dict[str, Raw]
    names: list[Named]
    note: str
    paragraphs: list[_Paragraph]
    significance: str
    themes: list[Named]


def public(
    document: Document, machine: Callable[[Paragraph], str], themes: Iterable[Named], names: Collection[Named]
) -> PublicDocument:
    """The document as readers get it.

    ``machine`` gives a paragraph's machine words, ``themes`` and ``names`` what the document's keys are called now.
    """
    words = {each.key: machine(each) for each in document.paragraphs if each.role in READER_ROLES}
    form = skimmed(canonical(document).encode())
    return parse_public(public_text(form, lambda each: words[each.key], themes, names).decode())


def public_text(
    document: Skimmed, machine: Callable[[skimming.Paragraph], str], themes: Iterable[Named], names: Collection[Named]
) -> bytes:
    """The canonical text, in UTF-8, of the PublicDocument."""
    shown = {
        each.key: _Paragraph(each.key, machine(each), each.role, each.text)
        for each in document.paragraphs
        if each.role in READER_ROLES
    }
    facts = [
        _fact(each, shown[each.paragraph].machine)
        for each in document.facts
        if each.state == _ACCEPTED and each.paragraph in shown
    ]
    return written(
        _Public(
            facts=facts,
            format=document.format,
            metadata={**document.metadata, "headline_cut": _NOT_CUT},
            names=sorted(_used(names, facts), key=lambda each: each.key),
            note=document.note,
            paragraphs=list(shown.values()),
            significance=document.significance,
            themes=sorted((each for each in themes if each.key in document.themes), key=lambda each: each.name),
        )
    )


def _fact(fact: skimming.Fact, machine: str) -> _Fact:
    """``machine_quote`` is empty where an editor added the fact."""
    start = fact.machine_start
    quote = "" if start is None else machine[start : fact.machine_end]
    return _Fact(fact.end, fact.key, fact.kind, quote, fact.paragraph, fact.quote, fact.start, fact.values)


def _used(names: Collection[Named], facts: Iterable[_Fact]) -> list[Named]:
    """Those that the facts point to."""
    if not names:
        return []
    values = b",".join([fact.values for fact in facts])
    keys = {key for linked in _links.decode(b"[%b]" % values) for key in astuple(linked)}
    return [each for each in names if each.key in keys]
