"""What the correction memory offers for the words of a sheet, as notes under them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from articles.steps.remembering import recalled, remembered
from articles.text.checks.problem import CheckedParagraph, Problem
from articles.text.document import Paragraph
from articles.text.readiness import machine_words
from articles.text.roles import READER_ROLES
from articles.text.wordings import Remembered, offers

from .sheets import MOST_OFFERS, Sheet
from .typed import Typed


def with_offers(sheet: Sheet, seed_text: str) -> Sheet:
    """The sheet with what is offered for its words among the problems, as much as there is room for."""
    opened = [part.paragraph for part in sheet if part.opens and part.paragraph.role in READER_ROLES]
    memory, found = remembered(each.text for each in opened), [each for part in sheet for each in part.problems]
    room = _offers(opened, seed_text, memory, found)[:MOST_OFFERS] if memory else []
    return tuple(
        replace(
            part, problems=_in_place(part.problems, [each for each in room if each.paragraph == part.paragraph.key])
        )
        if part.opens
        else part
        for part in sheet
    )


def offered_then(sent: Typed, paragraphs: Iterable[Paragraph], seed_text: str) -> tuple[Problem, ...]:
    """Every offer that the sheet sent may speak of, whatever else was learnt since it was drawn."""
    typed = [each for each in paragraphs if each.key in sent.paragraphs and each.role in READER_ROLES]
    return tuple(_offers(typed, seed_text, recalled(each.text for each in typed), ()))


def _offers(
    paragraphs: Iterable[Paragraph], seed_text: str, memory: Sequence[Remembered], found: Sequence[Problem]
) -> list[Problem]:
    checked = (CheckedParagraph(each.key, each.role, each.text, machine_words(each, seed_text)) for each in paragraphs)
    return [offer for each in checked for offer in offers(each, memory, found)]


def _in_place(problems: tuple[Problem, ...], more: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted((*problems, *more), key=lambda each: (each.start, each.end))) if more else problems
