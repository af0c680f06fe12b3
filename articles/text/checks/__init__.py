"""What is wrong, or may be wrong, with an article's words: a paragraph goes in, problems come out.

Each family is a file of pure functions; adding a check is adding a row to ``CHECKS``.
"""

from collections.abc import Iterable
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
from articles.text.checks.vocabulary import FIGURES, FOLDED, FOUNDED, PLURALS, SAYING
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

    Where there are ``cues``, it finds nothing unless one of each set of them stands there: a word of the vocabulary or
    a mark. ``alone`` is true where it looks at its paragraph alone and not at the article around it.
    """

    find: Check
    roles: frozenset[Role] = READER_ROLES
    cues: tuple[frozenset[str], ...] = ()
    alone: bool = True


CHECKS = (
    Row(numbers.changed, roles=KEPT, alone=False),
    Row(names.changed, roles=KEPT, alone=False),
    Row(headline.cut, roles=HEADLINE, alone=False),
    Row(headline.full_stop, roles=HEADLINE, cues=(frozenset(".。"),)),
    Row(spacing.edges),
    Row(spacing.odd, cues=(spacing.ODD,)),
    Row(spacing.doubled),
    Row(spacing.before_mark),
    Row(spacing.inside, cues=(frozenset("([“‘"),)),
    Row(spacing.after_mark),
    Row(spacing.beside, cues=(frozenset("”“()"),)),
    Row(punctuation.doubled),
    Row(punctuation.full_width, cues=(frozenset(map(chr, punctuation.NARROW)),)),
    Row(punctuation.corners, cues=(frozenset(punctuation.CORNERS),)),
    Row(punctuation.alone),
    Row(punctuation.no_end, roles=BODY),
    Row(quotes.unbalanced, cues=(quotes.MARKS,), alone=False),
    Row(quotes.mixed, cues=(quotes.MARKS,)),
    Row(quotes.single, cues=(frozenset("‘"),)),
    Row(quotes.brackets, cues=(frozenset("()[]"),)),
    Row(encoding.entities, cues=(frozenset("&"),)),
    Row(encoding.tags, cues=(frozenset("<"),)),
    Row(encoding.control),
    Row(encoding.mojibake, cues=(encoding.DAMAGED,)),
    Row(encoding.lost, cues=(frozenset("\ufffd"),)),
    Row(encoding.untranslated),
    Row(fragments.begins_cut),
    Row(fragments.ends_cut, roles=BODY),
    Row(fragments.lower_start, alone=False),
    Row(fragments.lower_sentence, cues=(frozenset(".!?"),)),
    Row(fragments.bare_ordinal, cues=(fragments.ORDINALS,)),
    Row(fragments.run_on, cues=(frozenset(","),)),
    Row(fragments.verbless, roles=BODY),
    Row(fragments.no_subject, roles=BODY, cues=(fragments.WILLING,)),
    Row(repeats.word),
    Row(repeats.phrase),
    Row(repeats.whole, alone=False),
    Row(determiners.indefinite),
    Row(determiners.before_name, cues=(frozenset({"the"}),), alone=False),
    Row(determiners.missing, cues=(FOUNDED, determiners.FOUNDING)),
    Row(quantities.singular, cues=(frozenset(PLURALS), quantities.COUNTS)),
    Row(quantities.twice_about, cues=(quantities.SECOND_ABOUT, FIGURES, quantities.FIRST_ABOUT)),
    Row(quantities.literal, cues=(frozenset({"hundred", "ten", "wan", "yi", "million"}),)),
    Row(quantities.times, cues=(frozenset({"times"}),)),
    Row(quantities.person_times, cues=(frozenset({"person", "people"}), frozenset({"time", "times", *FOLDED}))),
    Row(quantities.percent_points, cues=(frozenset({"point", "points"}), frozenset({"percent", "percents", "cent"}))),
    Row(quantities.money, cues=(frozenset({"million", "billion"}), FIGURES, quantities.PRICED)),
    Row(quantities.pieces, cues=(quantities.PIECES, FIGURES, quantities.PRICED)),
    Row(quantities.clash, cues=(FIGURES,), alone=False),
    Row(dates.calque, cues=(frozenset({"month", "months"}),)),
    Row(dates.ordinal, cues=(dates.MONTH_WORDS, FIGURES)),
    Row(dates.impossible, cues=(FIGURES,)),
    Row(dates.impossible_in_words, cues=(dates.MONTH_WORDS, FIGURES)),
    Row(phrases.verb_colon, cues=(frozenset(":"), SAYING | {"pointed", "told"})),
    Row(phrases.board, cues=(frozenset({"directors"}),)),
    Row(phrases.surname, cues=(frozenset({"total", "always"}), phrases.HEARD)),
    Row(phrases.calques, cues=(phrases.TRIGGERS,)),
    Row(phrases.pronouns, cues=(phrases.HE, phrases.SHE)),
    Row(glossary.preferred, alone=False),
)


def check(article: Checked) -> tuple[Problem, ...]:
    """Every problem of every paragraph that is kept, in reading order."""
    return tuple(found for paragraph in article.paragraphs for found in check_paragraph(paragraph, article))


def check_paragraph(paragraph: CheckedParagraph, article: Checked) -> list[Problem]:
    """The problems of one paragraph of the article, which may read otherwise than the article has it."""
    found, others = _by_itself(paragraph)
    found = [*found, *_found(others, paragraph, article)]
    return [problem for _, problem in sorted(found, key=_place) if problem.rule not in _SILENT]


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
def _by_itself(paragraph: CheckedParagraph) -> tuple[tuple[Found, ...], tuple[int, ...]]:
    """What is found by the checks that look at the paragraph alone, and the places of the others that it calls.

    Kept, as safe fixes and editors change one paragraph of many and the article is looked at again.
    """
    called = _called(paragraph)
    return tuple(_found(called & _ALONE, paragraph, _NOTHING)), tuple(called - _ALONE)


def _found(called: Iterable[int], paragraph: CheckedParagraph, article: Checked) -> list[Found]:
    return [(at, problem) for at in called for problem in _FIND[at](paragraph, article)]


def _called(paragraph: CheckedParagraph) -> frozenset[int]:
    """The places of the checks whose cues stand in the paragraph."""
    always, cued, rows = _TABLE[paragraph.role]
    cues = paragraph.cues
    called = always.union(*map(rows.__getitem__, cued & cues))
    return called - {at for at in called & _WITH_MORE if any(map(cues.isdisjoint, CHECKS[at].cues))}


def _rows(role: Role) -> tuple[frozenset[int], frozenset[str], dict[str, frozenset[int]]]:
    """The places of the checks that always look at such a paragraph; the cues, and the places by the first of them."""
    mine = [(at, row.cues) for at, row in enumerate(CHECKS) if role in row.roles]
    first = frozenset().union(*(cues[0] for _, cues in mine if cues))
    rows = {cue: frozenset(at for at, cues in mine if cues and cue in cues[0]) for cue in first}
    return frozenset(at for at, cues in mine if not cues), first, rows


_FIND = [row.find for row in CHECKS]
_ALONE = frozenset(at for at, row in enumerate(CHECKS) if row.alone)
_WITH_MORE = frozenset(at for at, row in enumerate(CHECKS) if len(row.cues) > 1)
_TABLE = {role: _rows(role) for role in Role}


def _place(found: Found) -> tuple[int, int, int]:
    row, problem = found
    return problem.start, problem.end, row
