"""The headline, which readers see first."""

import re
from collections.abc import Iterator

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.roles import Role

# Not an ellipsis, an initial or a short form of a company's kind.
_STOPPED = re.compile(r"(?<!\.)(?<!\b[A-Z])(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)(?<!\bJr)[.。]\Z")
_LAST = re.compile(r"\S*\s*\Z")


def cut(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """A headline that was cut off where it was found, until an editor has rewritten it."""
    untouched = paragraph.text.strip() == paragraph.machine.strip()
    if paragraph.role is Role.HEADLINE and article.headline_cut and untouched:
        yield problem(
            paragraph,
            "headline.cut",
            _LAST.search(paragraph.text).span(),
            "The headline was cut off where it was found.",
            level=Level.BLOCK,
        )


def full_stop(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A headline that ends with a full stop."""
    text = paragraph.text.rstrip()
    if paragraph.role is Role.HEADLINE and text.endswith((".", "。")) and _STOPPED.search(text):
        yield problem(
            paragraph,
            "headline.full_stop",
            (len(text) - 1, len(text)),
            "A headline has no full stop.",
            "",
            level=Level.INFO,
        )
