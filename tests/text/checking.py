"""Tables of examples for the checks.

``"sales{ →}, up"`` marks what a rule finds and what it proposes, ``"the {pers}"`` does not say what is proposed.
"""

import re

from articles.text.checks import Checked, CheckedParagraph, check
from articles.text.roles import Role

_MARKED = re.compile(r"\{([^{}→]*)(?:(→)([^{}]*))?\}")


def plain(marked):
    return _MARKED.sub(lambda match: match[1], marked)


def expected(marked):
    """The offsets in the plain text, with the words proposed or None."""
    places, shift = [], 0
    for match in _MARKED.finditer(marked):
        start = match.start() - shift
        places.append((start, start + len(match[1]), match[3] if match[2] else None))
        shift += len(match[0]) - len(match[1])
    return places


def problems(rule, text, role=Role.BODY, names=(), terms=(), before=(), after=()):
    """What the rule finds in an untouched paragraph between others."""
    paragraph = CheckedParagraph("p", role, text, text)
    paragraphs = (*_body("b", before), paragraph, *_body("a", after))
    article = Checked(paragraphs, names=names, terms=terms)
    return [problem for problem in check(article) if problem.rule == rule and problem.paragraph == "p"]


def _body(side, texts):
    return [CheckedParagraph(f"{side}{index}", Role.BODY, text, text) for index, text in enumerate(texts)]


def assert_found(rule, marked, **more):
    found = problems(rule, plain(marked), **more)
    wanted = expected(marked)
    assert [(problem.start, problem.end) for problem in found] == [place[:2] for place in wanted]
    for problem, (_, _, proposal) in zip(found, wanted, strict=True):
        assert proposal is None or problem.proposals[:1] == ((proposal,) if proposal is not None else ())


def rows(table):
    """One parameter for each example: the rule and the marked text."""
    return [(rule, example) for rule, examples in table.items() for example in examples]
