"""What is wrong, or may be wrong, with an article's words: a paragraph goes in, problems come out.

Each family is a file of pure functions; adding a check is adding a row to ``CHECKS``.
"""

from collections.abc import Iterable, Iterator

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

CHECKS: tuple[tuple[Check, frozenset[Role]], ...] = (
    (numbers.changed, KEPT),
    (names.changed, KEPT),
    (headline.cut, READER_ROLES),
    (headline.full_stop, READER_ROLES),
    (spacing.edges, READER_ROLES),
    (spacing.odd, READER_ROLES),
    (spacing.doubled, READER_ROLES),
    (spacing.before_mark, READER_ROLES),
    (spacing.inside, READER_ROLES),
    (spacing.after_mark, READER_ROLES),
    (spacing.beside, READER_ROLES),
    (punctuation.doubled, READER_ROLES),
    (punctuation.full_width, READER_ROLES),
    (punctuation.corners, READER_ROLES),
    (punctuation.alone, READER_ROLES),
    (punctuation.no_end, READER_ROLES),
    (quotes.unbalanced, READER_ROLES),
    (quotes.mixed, READER_ROLES),
    (quotes.single, READER_ROLES),
    (quotes.brackets, READER_ROLES),
    (encoding.entities, READER_ROLES),
    (encoding.tags, READER_ROLES),
    (encoding.control, READER_ROLES),
    (encoding.mojibake, READER_ROLES),
    (encoding.lost, READER_ROLES),
    (encoding.untranslated, READER_ROLES),
    (fragments.begins_cut, READER_ROLES),
    (fragments.ends_cut, READER_ROLES),
    (fragments.lower_start, READER_ROLES),
    (fragments.lower_sentence, READER_ROLES),
    (fragments.bare_ordinal, READER_ROLES),
    (fragments.run_on, READER_ROLES),
    (fragments.verbless, READER_ROLES),
    (fragments.no_subject, READER_ROLES),
    (repeats.word, READER_ROLES),
    (repeats.phrase, READER_ROLES),
    (repeats.whole, READER_ROLES),
    (determiners.indefinite, READER_ROLES),
    (determiners.before_name, READER_ROLES),
    (determiners.missing, READER_ROLES),
    (quantities.singular, READER_ROLES),
    (quantities.twice_about, READER_ROLES),
    (quantities.literal, READER_ROLES),
    (quantities.times, READER_ROLES),
    (quantities.person_times, READER_ROLES),
    (quantities.percent_points, READER_ROLES),
    (quantities.money, READER_ROLES),
    (quantities.clash, READER_ROLES),
    (dates.calque, READER_ROLES),
    (dates.ordinal, READER_ROLES),
    (dates.impossible, READER_ROLES),
    (phrases.verb_colon, READER_ROLES),
    (phrases.board, READER_ROLES),
    (phrases.surname, READER_ROLES),
    (phrases.calques, READER_ROLES),
    (phrases.pronouns, READER_ROLES),
    (glossary.preferred, READER_ROLES),
)


def check(article: Checked) -> tuple[Problem, ...]:
    """Every problem of every paragraph that is kept, in reading order."""
    return tuple(found for paragraph in article.paragraphs for found in check_paragraph(paragraph, article))


def check_paragraph(paragraph: CheckedParagraph, article: Checked) -> list[Problem]:
    """The problems of one paragraph of the article, which may read otherwise than the article has it."""
    return sorted(_problems(paragraph, article), key=_place)


def silence(rules: Iterable[str]) -> None:
    """These rules find nothing from now on, in this process; the guards and what blocks cannot be silenced."""
    _SILENT.clear()
    _SILENT.update(frozenset(rules) - NEVER_SILENT)


NEVER_SILENT = frozenset({"number.changed", "name.changed", "headline.cut"})
_SILENT: set[str] = set()


def _problems(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    for find, roles in CHECKS:
        if paragraph.role in roles:
            yield from (each for each in find(paragraph, article) if each.rule not in _SILENT)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.start, problem.end
