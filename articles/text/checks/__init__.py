"""What is wrong, or may be wrong, with an article's words: a paragraph goes in, problems come out.

Each family is a file of pure functions; adding a check is adding a row to ``CHECKS``.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.text.checks import (
    dates,
    determiners,
    encoding,
    fragments,
    glossary,
    headline,
    names,
    numbers,
    phrases,
    punctuation,
    quantities,
    quotes,
    repeats,
    spacing,
)
from articles.text.checks.problem import Check, Checked, CheckedParagraph, CheckedTerm, Level, Problem
from articles.text.checks.vocabulary import FOUNDED, PLURALS
from articles.text.roles import READER_ROLES, Role

__all__ = [
    "CHECKS",
    "Checked",
    "CheckedParagraph",
    "CheckedTerm",
    "Level",
    "Problem",
    "check",
    "check_paragraph",
    "silence",
]

# Every line that is kept was the machine's, so the guards look at credits and dates too.
KEPT = frozenset(Role) - {Role.DROPPED}
HEADLINE, BODY = frozenset({Role.HEADLINE}), frozenset({Role.BODY})


class Row(NamedTuple):
    """A check of paragraphs of these roles.

    Where there are ``cues``, it finds nothing without one of them: a word of the vocabulary or a character.
    ``alone`` is true where it looks at its paragraph alone and not at the article around it.
    """

    find: Check
    roles: frozenset[Role] = READER_ROLES
    cues: frozenset[str] = frozenset()
    alone: bool = True


CHECKS = (
    Row(numbers.changed, roles=KEPT, alone=False),
    Row(names.changed, roles=KEPT, alone=False),
    Row(headline.cut, roles=HEADLINE, alone=False),
    Row(headline.full_stop, roles=HEADLINE),
    Row(spacing.edges),
    Row(spacing.odd, cues=spacing.ODD),
    Row(spacing.doubled),
    Row(spacing.before_mark),
    Row(spacing.inside, cues=frozenset({*"([“‘"})),
    Row(spacing.after_mark),
    Row(spacing.beside, cues=frozenset({*"”“()"})),
    Row(punctuation.doubled),
    Row(punctuation.full_width, cues=frozenset({*map(chr, punctuation.NARROW)})),
    Row(punctuation.corners, cues=frozenset({*punctuation.CORNERS})),
    Row(punctuation.alone),
    Row(punctuation.no_end, roles=BODY),
    Row(quotes.unbalanced, cues=quotes.MARKS, alone=False),
    Row(quotes.mixed, cues=quotes.MARKS),
    Row(quotes.single, cues=frozenset({"‘"})),
    Row(quotes.brackets, cues=frozenset({*"()[]"})),
    Row(encoding.entities, cues=frozenset({"&"})),
    Row(encoding.tags, cues=frozenset({"<"})),
    Row(encoding.control),
    Row(encoding.mojibake, cues=encoding.DAMAGED),
    Row(encoding.lost, cues=frozenset({"\ufffd"})),
    Row(encoding.untranslated),
    Row(fragments.begins_cut),
    Row(fragments.ends_cut, roles=BODY),
    Row(fragments.lower_start, alone=False),
    Row(fragments.lower_sentence, cues=frozenset({*".!?"})),
    Row(fragments.bare_ordinal, cues=fragments.ORDINALS),
    Row(fragments.run_on, cues=frozenset({","})),
    Row(fragments.verbless, roles=BODY),
    Row(fragments.no_subject, roles=BODY),
    Row(repeats.word),
    Row(repeats.phrase),
    Row(repeats.whole, alone=False),
    Row(determiners.indefinite),
    Row(determiners.before_name, cues=frozenset({"the"}), alone=False),
    Row(determiners.missing, cues=FOUNDED),
    Row(quantities.singular, cues=frozenset({*PLURALS})),
    Row(quantities.twice_about, cues=quantities.SECOND_ABOUT),
    Row(quantities.literal, cues=frozenset({"hundred", "ten", "wan", "yi", "million"})),
    Row(quantities.times, cues=frozenset({"times"})),
    Row(quantities.person_times, cues=frozenset({"person", "people"})),
    Row(quantities.percent_points, cues=frozenset({"point", "points"})),
    Row(quantities.money, cues=quantities.MONEY_WORDS),
    Row(quantities.clash, alone=False),
    Row(dates.calque, cues=frozenset({"month", "months"})),
    Row(dates.ordinal),
    Row(dates.impossible),
    Row(phrases.verb_colon, cues=frozenset({":"})),
    Row(phrases.board, cues=frozenset({"directors"})),
    Row(phrases.surname, cues=frozenset({"total", "always"})),
    Row(phrases.calques, cues=phrases.TRIGGERS),
    Row(phrases.pronouns, cues=frozenset({"he", "him", "his", "himself"})),
    Row(glossary.preferred, alone=False),
)


def check(article: Checked) -> tuple[Problem, ...]:
    """Every problem of every paragraph that is kept, in reading order."""
    return tuple(found for paragraph in article.paragraphs for found in check_paragraph(paragraph, article))


def check_paragraph(paragraph: CheckedParagraph, article: Checked) -> list[Problem]:
    """The problems of one paragraph of the article, which may read otherwise than the article has it."""
    found = [*_found_alone(paragraph), *_found(paragraph, article, alone=False)]
    return [problem for *_, problem in sorted(found, key=_place) if problem.rule not in _SILENT]


def silence(rules: Iterable[str]) -> None:
    """These rules find nothing from now on, in this process; the guards and what blocks cannot be silenced."""
    _SILENT.clear()
    _SILENT.update(frozenset(rules) - NEVER_SILENT)


NEVER_SILENT = frozenset({"number.changed", "name.changed", "headline.cut"})
_SILENT: set[str] = set()


# A Problem and the place of its check in the table.
Found = tuple[int, Problem]
_NOTHING = Checked(())


@lru_cache(maxsize=512)
def _found_alone(paragraph: CheckedParagraph) -> tuple[Found, ...]:
    """Kept, as safe fixes and editors change one paragraph of many and the article is looked at again."""
    return tuple(_found(paragraph, _NOTHING, alone=True))


def _found(paragraph: CheckedParagraph, article: Checked, *, alone: bool) -> Iterator[Found]:
    always, cued = _TABLE[paragraph.role, alone]
    there = cued.keys() & paragraph.cues
    for row in always.union(*(cued[cue] for cue in there)) if there else always:
        for problem in CHECKS[row].find(paragraph, article):
            yield row, problem


def _rows(role: Role, alone: bool) -> tuple[frozenset[int], dict[str, set[int]]]:
    """The places of the checks that always look at such a paragraph, and of the others by their cues."""
    mine = [(at, row.cues) for at, row in enumerate(CHECKS) if role in row.roles and row.alone == alone]
    cued: dict[str, set[int]] = {}
    for at, cues in mine:
        for cue in cues:
            cued.setdefault(cue, set()).add(at)
    return frozenset(at for at, cues in mine if not cues), cued


_TABLE = {(role, alone): _rows(role, alone) for role in Role for alone in (True, False)}


def _place(found: Found) -> tuple[int, int, int]:
    row, problem = found
    return problem.start, problem.end, row
