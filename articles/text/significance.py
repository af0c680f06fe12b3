"""Whether a new edition changes more than its readers may be left unaware of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.text.changes import Op, ParagraphChange, Standing
from articles.text.checks import names, numbers
from articles.text.checks.capitals import Name
from articles.text.checks.numbers import Number
from articles.text.checks.problem import Checked, CheckedParagraph
from articles.text.document import PublicDocument, PublicFact
from articles.text.moves import BREAK, Told, reshaped
from articles.text.roles import Role

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]|«([^«»]+)»|「([^「」]+)」")
# A sentence is left for the editor to read, not a catalogue.
_MOST = 5


def beyond_minor(old: PublicDocument, new: PublicDocument) -> tuple[str, ...]:
    """Why the change from one edition to the next is not minor, a sentence each; none where it may be.

    A changed number, name, quotation or published fact needs a public note, as does a paragraph that came or went; one
    that was only joined, split or moved does not.
    """
    return tuple(reason for reason in (*_about_words(old, new), *_about_facts(old, new)))[:_MOST]


@dataclass(frozen=True, slots=True)
class Differing:
    """The numbers, names or quotations of a paragraph that stand in one of its two wordings alone, as printed."""

    paragraph: str
    kind: str
    gone: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def told(self) -> str:
        """``“3 million” became “30 million”``."""
        gone, new = (" and ".join(f"“{_shown(each)}”" for each in side) for side in (self.gone, self.new))
        return f"{gone} became {new}" if gone and new else f"{gone} is gone" if gone else f"{new} is new"


def differing(paragraphs: Sequence[CheckedParagraph]) -> Iterator[Differing]:
    """What the guards see between two wordings of each paragraph; ``machine`` is the earlier one, whoever wrote it."""
    article = Checked(tuple(paragraphs))
    for each in paragraphs:
        if each.text == each.machine:
            continue
        quoted = _quotations(each.machine), _quotations(each.text)
        found = {
            "number": _printed(numbers.differing(each.machine, each.text), each),
            "name": _printed(names.differing(each, article, each.machine), each),
            "quotation": (tuple(quoted[0] - quoted[1]), tuple(quoted[1] - quoted[0])),
        }
        for kind, (gone, new) in found.items():
            if gone or new:
                yield Differing(each.key, kind, gone, new)


def _printed(
    found: tuple[Sequence[Number | Name], Sequence[Number | Name]], paragraph: CheckedParagraph
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gone, new = found
    return (
        tuple(paragraph.machine[each.start : each.end] for each in gone),
        tuple(paragraph.text[each.start : each.end] for each in new),
    )


def _about_words(old: PublicDocument, new: PublicDocument) -> Iterator[str]:
    found = reshaped(*([Told(each.key, each.text) for each in side.paragraphs] for side in (old, new)))
    if any(each.change.standing in {Standing.NEW, Standing.GONE} for each in found):
        yield "A paragraph came or went."
    roles = {each.key: each.role for side in (old, new) for each in side.paragraphs}
    kept = [each.change for each in found if each.change.standing not in {Standing.NEW, Standing.GONE}]
    for each in differing([two_wordings(change, roles[change.key]) for change in kept]):
        yield f"A {each.kind} changed: {each.told}"


def two_wordings(change: ParagraphChange, role: Role) -> CheckedParagraph:
    """The paragraph as the guards read it: its new text, and its old one as if a machine had written that."""
    old, new = ("".join(run.text for run in change.changes if run.op is not out) for out in (Op.NEW, Op.GONE))
    return CheckedParagraph(change.key, role, new.replace(BREAK, " "), old.replace(BREAK, " "))


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
