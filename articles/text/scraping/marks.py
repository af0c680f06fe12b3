"""What is known of a page's lines so far: a mark for each line that is no plain text of the article."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.roles import Role
from articles.text.scraping.credits import Credits
from articles.text.scraping.lines import Line


@dataclass(frozen=True, slots=True)
class Mark:
    """The role of a line and the rule that gave it; for a credit, what it credits."""

    role: Role
    rule: str
    credits: Credits | None = None


Marks = dict[int, Mark]  # by the line's number


def dropped(rule: str) -> Mark:
    return Mark(Role.DROPPED, rule)


def unmarked(lines: Sequence[Line], marks: Marks, start: int = 0, stop: int | None = None) -> list[int]:
    """Lines that nothing is known of yet."""
    return [i for i in range(start, len(lines) if stop is None else stop) if i not in marks]


def headline_at(marks: Marks) -> int:
    """The headline's line; -1 where there is none."""
    return next((i for i, mark in marks.items() if mark.role is Role.HEADLINE), -1)
