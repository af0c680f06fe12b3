"""Whether a new edition changes more than its readers may be left unaware of."""

import re
from collections import Counter
from collections.abc import Iterator

from articles.text.checks import names, numbers
from articles.text.checks.problem import Checked, CheckedParagraph
from articles.text.document import PublicDocument, PublicFact, PublicParagraph

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]|«([^«»]+)»|「([^「」]+)」")
# A sentence is left for the editor to read, not a catalogue.
_MOST = 5


def beyond_minor(old: PublicDocument, new: PublicDocument) -> tuple[str, ...]:
    """Why the change from one edition to the next is not minor, a sentence each; none where it may be.

    A changed number, name, quotation or published fact needs a public note, as does a paragraph that came or went.
    """
    return tuple(reason for reason in (*_about_words(old, new), *_about_facts(old, new)))[:_MOST]


def _about_words(old: PublicDocument, new: PublicDocument) -> Iterator[str]:
    before = {each.key: each for each in old.paragraphs}
    after = {each.key: each for each in new.paragraphs}
    if before.keys() != after.keys():
        yield "A paragraph came or went."
    for key, paragraph in after.items():
        if key in before and before[key].text != paragraph.text:
            yield from _about_paragraph(before[key], paragraph)


def _about_paragraph(old: PublicParagraph, new: PublicParagraph) -> Iterator[str]:
    checked = CheckedParagraph(new.key, new.role, new.text, old.text)
    article = Checked((checked,))
    if problem := next(numbers.changed(checked, article), None):
        yield f"A number changed: {_shown(problem.message)}"
    if problem := next(names.changed(checked, article), None):
        yield f"A name changed: {_shown(problem.message)}"
    if _quotations(old.text) != _quotations(new.text):
        yield f"A quotation changed: {_shown(new.text)}"


def _quotations(text: str) -> Counter[str]:
    """The words between quotation marks, whatever the marks."""
    return Counter(" ".join("".join(groups).split()) for groups in _QUOTED.findall(text))


def _about_facts(old: PublicDocument, new: PublicDocument) -> Iterator[str]:
    before = {each.key: each for each in old.facts}
    after = {each.key: each for each in new.facts}
    for key in before.keys() - after.keys():
        yield f"A published {before[key].kind} is gone: {_shown(before[key].quote)}"
    for key in after.keys() - before.keys():
        yield f"A {after[key].kind} is new: {_shown(after[key].quote)}"
    for key in before.keys() & after.keys():
        if _told(before[key], old) != _told(after[key], new):
            yield f"A published {after[key].kind} changed: {_shown(after[key].quote)}"


def _told(fact: PublicFact, document: PublicDocument) -> object:
    """What readers are told of it, by the names they see."""
    return fact.values, tuple(each for each in document.names if each.key in repr(fact.values))


def _shown(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79]}…"
