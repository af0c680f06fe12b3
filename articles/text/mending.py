"""Safe fixes: what the checks propose so surely that it is put in place without asking.

A paragraph is mended until nothing safe is left in it. It stays as it is where a fix would change a number or a name
in it (the guards would ask), or take a fact's words away.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from articles.text.anchors import AnchorState, follow
from articles.text.checks import check_paragraph
from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem
from articles.text.correction import followed, tidied
from articles.text.document import Document, Fact
from articles.text.facts.kinds import Claim, Quantity, Values
from articles.text.readiness import judged
from articles.text.roles import Role


@dataclass(frozen=True, slots=True)
class Mended:
    """``document`` with its safe fixes, which are ``fixes``, in the order they were made; ``article`` is it as the
    checks see it."""

    document: Document
    article: Checked
    fixes: tuple[Problem, ...]

    @property
    def told(self) -> str:
        """The fixes by rule, the most frequent first: ``space.before_mark 3, article.a_an 1``."""
        return ", ".join(f"{rule} {count}" for rule, count in Counter(each.rule for each in self.fixes).most_common())


def mend(document: Document, article: Checked, found: Sequence[Problem]) -> Mended:
    """The document with everything safe in place. ``article`` is it as the checks see it, ``found`` its open problems.

    What somebody dismissed is left, and so is a headline that was cut: an editor must write it.
    """
    wanted: dict[str, list[Problem]] = {each.paragraph: [] for each in found if each.safe}
    for each in found:
        if each.paragraph in wanted:
            wanted[each.paragraph].append(each)
    known = judged(document)
    fixes: list[Problem] = []
    facts = list(document.facts)
    texts: dict[str, CheckedParagraph] = {}
    for key, problems in wanted.items():
        was = article.paragraphs[article.position[key]]
        if was.role is Role.HEADLINE and document.metadata.headline_cut:
            continue
        now, made = _fixed(was, problems, article, known)
        carried = _carried(facts, key, was.text, now.text) if now.text != was.text else None
        if carried is not None:
            texts[key], facts, fixes = now, carried, fixes + made
    if not texts:
        return Mended(document, article, ())
    return Mended(_with(document, texts, facts), _seen(article, texts), tuple(fixes))


# More rounds than any text was seen to need; each one's fixes may bring the next one's about ("&nbsp;" is a space).
_ROUNDS = 10
# Letters are read before marks and words are looked at.
_LETTERS = ("text.mojibake", "text.entity", "text.control")


Judged = frozenset[tuple[str, str]]


def _fixed(
    paragraph: CheckedParagraph, found: Sequence[Problem], article: Checked, known: Judged
) -> tuple[CheckedParagraph, list[Problem]]:
    """The paragraph with nothing safe left in it, and the fixes; as it was where a guard would ask."""
    was, fixes, asked = paragraph, [], _asked(found)
    for _ in range(_ROUNDS):
        safe = [each for each in found if each.safe]
        if not safe:
            break
        now = list(_side_by_side(safe))
        text = tidied(_put(paragraph.text, now))
        paragraph = CheckedParagraph(paragraph.key, paragraph.role, text, paragraph.machine)
        found = [each for each in check_paragraph(paragraph, article) if (each.rule, each.fingerprint) not in known]
        fixes += now
    return (was, []) if _asked(found) - asked else (paragraph, fixes)


def _asked(found: Sequence[Problem]) -> set[str]:
    return {each.fingerprint for each in found if each.level is Level.BLOCK}


def _side_by_side(found: Sequence[Problem]) -> Iterator[Problem]:
    """Those that do not touch each other, from the first; only those about letters where there are such."""
    letters = [each for each in found if each.rule in _LETTERS]
    end = -1
    for each in sorted(letters or found, key=lambda each: (each.start, each.end)):
        if each.start > end:
            yield each
            end = each.end


def _put(text: str, fixes: Sequence[Problem]) -> str:
    for fix in reversed(fixes):
        text = text[: fix.start] + fix.proposals[0] + text[fix.end :]
    return text


def _with(document: Document, texts: dict[str, CheckedParagraph], facts: Sequence[Fact]) -> Document:
    """The document with these texts, which nobody has confirmed, and these facts."""
    paragraphs = (
        replace(each, text=texts[each.key].text, confirmed_by=None) if each.key in texts else each
        for each in document.paragraphs
    )
    return replace(document, paragraphs=tuple(paragraphs), facts=tuple(facts))


def _seen(article: Checked, texts: dict[str, CheckedParagraph]) -> Checked:
    """The article with these texts, by the names it had."""
    return replace(article, paragraphs=tuple(texts.get(each.key, each) for each in article.paragraphs))


def _carried(facts: Sequence[Fact], key: str, old: str, new: str) -> list[Fact] | None:
    """All facts, the words and values of this paragraph's carried along; None where one would lose its words."""
    carried = [_moved(each, old, new) if each.paragraph == key else each for each in facts]
    lost = any(
        each.anchor is AnchorState.LOST and was.anchor is not AnchorState.LOST
        for each, was in zip(carried, facts, strict=True)
    )
    return None if lost else carried


def _moved(was: Fact, old: str, new: str) -> Fact:
    """A fix is no other wording: the quote stands as it stood, and the values are mended as the text is."""
    fact = followed(was, old, new)
    if fact is was or fact.anchor is AnchorState.LOST:
        return fact
    values = _followed(fact.values, old, new)
    suggested = values if fact.suggested == fact.values else fact.suggested
    return replace(fact, anchor=was.anchor, values=values, suggested=suggested)


def _followed(values: Values, old: str, new: str) -> Values:
    """The values with those words that stand in the old text as they stand in the new."""
    put = _put_otherwise(values, _worded(type(values)), old, new)
    if isinstance(values, Claim):
        quantities = tuple(_quantity(each, old, new) for each in values.quantities)
        if quantities != values.quantities:
            put["quantities"] = quantities
    return replace(values, **put) if put else values


@lru_cache
def _worded(kind: type[Values]) -> tuple[str, ...]:
    """The names of the fields that hold words of the text."""
    return tuple(name for name in kind.__dataclass_fields__ if not name.endswith("_key") and name != "quantities")


def _quantity(quantity: Quantity, old: str, new: str) -> Quantity:
    put = _put_otherwise(quantity, ("printed", "unit"), old, new)
    return replace(quantity, **put) if put else quantity


def _put_otherwise(values: Values | Quantity, names: Iterable[str], old: str, new: str) -> dict[str, Any]:
    """Those of the fields that read otherwise in the new text."""
    words = {name: getattr(values, name) for name in names}
    put = {name: _words(value, old, new) for name, value in words.items()}
    return {name: value for name, value in put.items() if value != words[name]}


def _words(value: str, old: str, new: str) -> str:
    if not value or value in new or value not in old:
        return value
    start = old.index(value)
    anchor = follow(value, start, start + len(value), old, new)
    return value if anchor.state is AnchorState.LOST else anchor.quote
