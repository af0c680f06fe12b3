"""What readers get of an article: no dropped line, no suggested or rejected fact.

The rule is on the plain form of ``json``, so that verifying can ask it of thousands of editions a second without making
a value of each of their words; ``public`` is the same for a Document.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any

from articles.text.document import Document, FactState, Named, Paragraph, PublicDocument, plain, read_public
from articles.text.facts.kinds import CLASSES
from articles.text.roles import READER_ROLES

# Asked of every fact: a member's value takes longer to look up than to compare.
_ACCEPTED = FactState.ACCEPTED.value
# By kind, the fields that hold the key of a person or an organization.
_LINKS = {
    kind.value: tuple(field.name for field in fields(values) if field.name.endswith("_key"))
    for kind, values in CLASSES.items()
}


def public(
    document: Document, machine: Callable[[Paragraph], str], themes: Iterable[Named], names: Iterable[Named]
) -> PublicDocument:
    """The document as readers get it.

    ``machine`` gives a paragraph's machine words, ``themes`` and ``names`` what the document's keys are called now.
    """
    words = {each.key: machine(each) for each in document.paragraphs if each.role in READER_ROLES}
    named = ([{"key": each.key, "name": each.name} for each in side] for side in (themes, names))
    return read_public(public_form(plain(document), words, *named))


def public_form(
    document: Mapping[str, Any],
    words: Mapping[str, str],
    themes: Iterable[Mapping[str, str]],
    names: Iterable[Mapping[str, str]],
) -> dict[str, Any]:
    """The plain form of the PublicDocument; ``words`` are the machine's, by paragraph."""
    shown = {each["key"]: each for each in document["paragraphs"] if each["role"] in READER_ROLES}
    facts = [
        _fact(each, words[each["paragraph"]])
        for each in document["facts"]
        if each["state"] == _ACCEPTED and each["paragraph"] in shown
    ]
    used = {fact["values"][name] for fact in facts for name in _LINKS[fact["kind"]]}
    return {
        "format": document["format"],
        "metadata": {**document["metadata"], "headline_cut": False},
        "paragraphs": [
            {"key": key, "role": each["role"], "text": each["text"], "machine": words[key]}
            for key, each in shown.items()
        ],
        "facts": facts,
        "themes": sorted((each for each in themes if each["key"] in document["themes"]), key=lambda each: each["name"]),
        "names": sorted((each for each in names if each["key"] in used), key=lambda each: each["key"]),
        "significance": document["significance"],
        "note": document["note"],
    }


def _fact(fact: Mapping[str, Any], machine: str) -> dict[str, Any]:
    """``machine_quote`` is empty where an editor added the fact."""
    start = fact["machine_start"]
    kept = {name: fact[name] for name in ("key", "paragraph", "quote", "start", "end", "values", "kind")}
    return {**kept, "machine_quote": "" if start is None else machine[start : fact["machine_end"]]}
