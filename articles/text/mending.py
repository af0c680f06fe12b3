"""Safe fixes: what the checks propose so surely that it is put in place without asking.

A paragraph is mended until nothing safe is left in it. It stays as it is where a fix would change a number or a name
in it (the guards would ask), or take a fact's words away.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.text.anchors import AnchorState, follow
from articles.text.checks import check_paragraph
from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem
from articles.text.correction import rewrite, tidied
from articles.text.document import Document, Fact, Paragraph
from articles.text.facts.kinds import Claim, Quantity, Values
from articles.text.readiness import judged
from articles.text.roles import Role


@dataclass(frozen=True, slots=True)
class Mended:
    """``document`` with its safe fixes, which are ``fixes``, in the order they were made."""

    document: Document
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
    if not wanted:
        return Mended(document, ())
    for each in found:
        if each.paragraph in wanted:
            wanted[each.paragraph].append(each)
    known = judged(document)
    fixes: list[Problem] = []
    for key, problems in wanted.items():
        paragraph = document.paragraph(key)
        if paragraph is None or (paragraph.role is Role.HEADLINE and document.metadata.headline_cut):
            continue
        text, made = _text(article.paragraphs[article.position[key]], problems, article, known)
        new = _rewritten(document, paragraph, text)
        if new is not None:
            document, fixes = new, fixes + made
    return Mended(document, tuple(fixes))


# More rounds than any text was seen to need; each one's fixes may bring the next one's about ("&nbsp;" is a space).
_ROUNDS = 10
# Letters are read before marks and words are looked at.
_LETTERS = ("text.mojibake", "text.entity", "text.control")


Judged = frozenset[tuple[str, str]]


def _text(
    paragraph: CheckedParagraph, found: Sequence[Problem], article: Checked, known: Judged
) -> tuple[str, list[Problem]]:
    """The paragraph's text with nothing safe left in it, and the fixes; as it was where a guard would ask."""
    was, fixes, asked = paragraph, [], _asked(found)
    for _ in range(_ROUNDS):
        safe = [each for each in found if each.safe]
        if not safe:
            break
        now = list(_side_by_side(safe))
        paragraph = replace(paragraph, text=tidied(_put(paragraph.text, now)))
        found = [each for each in check_paragraph(paragraph, article) if (each.rule, each.fingerprint) not in known]
        fixes += now
    return (was.text, []) if _asked(found) - asked else (paragraph.text, fixes)


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


def _rewritten(document: Document, paragraph: Paragraph, text: str) -> Document | None:
    """The document with this text, its facts' words and values carried along; None where nothing changes or a fact
    would lose its words."""
    if text == paragraph.text:
        return None
    new = rewrite(document, replace(paragraph, text=text, confirmed_by=None))
    facts = tuple(
        _carried(each, was, paragraph.text, text) if each != was else each
        for each, was in zip(new.facts, document.facts, strict=True)
    )
    lost = any(
        each.anchor is AnchorState.LOST and was.anchor is not AnchorState.LOST
        for each, was in zip(facts, document.facts, strict=True)
    )
    return None if lost else replace(new, facts=facts)


def _carried(fact: Fact, was: Fact, old: str, new: str) -> Fact:
    """A fix is no other wording: the quote stands as it stood, and the values are mended as the text is."""
    anchor = fact.anchor if fact.anchor is AnchorState.LOST else was.anchor
    values = _followed(fact.values, old, new)
    suggested = values if fact.suggested == fact.values else fact.suggested
    return replace(fact, anchor=anchor, values=values, suggested=suggested)


def _followed(values: Values, old: str, new: str) -> Values:
    """The values with those words that stand in the old text as they stand in the new."""
    names = [name for name in values.__dataclass_fields__ if not name.endswith("_key") and name != "quantities"]
    put: dict[str, object] = {name: _words(getattr(values, name), old, new) for name in names}
    if isinstance(values, Claim):
        put["quantities"] = tuple(_quantity(each, old, new) for each in values.quantities)
    return replace(values, **put)


def _quantity(quantity: Quantity, old: str, new: str) -> Quantity:
    return replace(quantity, printed=_words(quantity.printed, old, new), unit=_words(quantity.unit, old, new))


def _words(value: str, old: str, new: str) -> str:
    if not value or value in new or value not in old:
        return value
    start = old.index(value)
    anchor = follow(value, start, start + len(value), old, new)
    return value if anchor.state is AnchorState.LOST else anchor.quote
