"""What is still open in a Document, and what keeps it from review and approval."""

from collections.abc import Iterator

from articles.text.anchors import AnchorState
from articles.text.checks import check
from articles.text.checks.grammar import second_opinion
from articles.text.checks.problem import Checked, CheckedParagraph, CheckedTerm, Level, Problem
from articles.text.document import Document, Fact, FactState, Paragraph, Significance
from articles.text.facts.kinds import Award, Claim, Initiative, Speech, Values
from articles.text.roles import READER_ROLES, Role
from articles.text.scraping import joined


def machine_words(paragraph: Paragraph, seed_text: str) -> str:
    """What the machine wrote for this paragraph: its spans, joined."""
    return joined(seed_text, paragraph.spans)


def problems(document: Document, seed_text: str, terms: tuple[CheckedTerm, ...] = ()) -> tuple[Problem, ...]:
    """Every problem of the document, dismissed ones too, in reading order."""
    return check(checked(document, seed_text, terms))


def problems_and_remarks(
    document: Document, seed_text: str, terms: tuple[CheckedTerm, ...] = ()
) -> tuple[Problem, ...]:
    """Every problem, dismissed ones too, with what Harper remarks on the grammar, in reading order."""
    article = checked(document, seed_text, terms)
    found = check(article)
    remarks = tuple(second_opinion(article, found))
    if not remarks:
        return found
    place = article.position
    return tuple(sorted((*found, *remarks), key=lambda each: (place[each.paragraph], each.start, each.end)))


def checked(document: Document, seed_text: str, terms: tuple[CheckedTerm, ...] = ()) -> Checked:
    """The document as the checks see it."""
    paragraphs = tuple(
        CheckedParagraph(each.key, each.role, each.text, machine_words(each, seed_text))
        for each in document.paragraphs
        if each.role is not Role.DROPPED
    )
    names = {name for fact in document.facts if fact.state is FactState.ACCEPTED for name in _names(fact.values)}
    return Checked(paragraphs, document.metadata.headline_cut, tuple(sorted(names)), terms)


def open_problems(document: Document, seed_text: str, terms: tuple[CheckedTerm, ...] = ()) -> tuple[Problem, ...]:
    """The problems nobody has dismissed."""
    return open_in(checked(document, seed_text, terms), document)


def open_in(article: Checked, document: Document) -> tuple[Problem, ...]:
    """The problems nobody has dismissed; ``article`` is the document as the checks see it."""
    known = judged(document)
    return tuple(each for each in check(article) if (each.rule, each.fingerprint) not in known)


def judged(document: Document) -> frozenset[tuple[str, str]]:
    """(rule, fingerprint) of what somebody judged to be no problem."""
    return frozenset((each.rule, each.fingerprint) for each in document.judgements)


def obstacles(document: Document, open_problems: tuple[Problem, ...], *, first: bool) -> tuple[str, ...]:
    """Why the document can be neither submitted nor approved, a sentence each; none where it can.

    ``first`` tells whether readers have never yet seen an edition of the article.
    """
    return (
        *_about_the_article(document, first),
        *_about_paragraphs(document),
        *(
            f"{each.message} ({_where(document, each.paragraph)})"
            for each in open_problems
            if each.level is Level.BLOCK
        ),
        *_about_facts(document),
    )


def _names(values: Values) -> tuple[str, ...]:
    match values:
        case Speech():
            named = (values.speaker, values.organization)
        case Claim():
            named = (values.claimant,)
        case Initiative():
            named = (values.owner,)
        case Award():
            named = (values.recipient, values.giver)
    return tuple(name for name in named if name)


def _about_the_article(document: Document, first: bool) -> Iterator[str]:
    if document.metadata.rights == "unknown":
        yield "The rights are not known: say by what licence, permission or exception the article may be published."
    elif not document.metadata.rights_basis:
        yield "The basis of the rights is not said: name the licence, the permission or the exception."
    if not document.headline:
        yield "There is no headline: give one paragraph that role."
    if not first and document.significance in {Significance.UNSAID, Significance.FIRST}:
        yield "Say how much this edition changes for its readers."
    if not first and document.significance not in {Significance.UNSAID, Significance.MINOR} and not document.note:
        yield "Write the public note: what does this edition change?"


def _about_paragraphs(document: Document) -> Iterator[str]:
    for paragraph in document.paragraphs:
        if paragraph.role not in READER_ROLES:
            continue
        if not paragraph.text:
            yield f"{_where(document, paragraph.key)} is empty: write it or drop it."
        elif paragraph.confirmed_by is None:
            yield f"{_where(document, paragraph.key)} is not confirmed."


def _about_facts(document: Document) -> Iterator[str]:
    for fact in document.facts:
        if fact.state is FactState.SUGGESTED:
            yield f"The {fact.kind} “{_short(fact)}” is neither accepted nor rejected."
        elif fact.state is FactState.ACCEPTED and _is_lost(document, fact):
            yield f"The {fact.kind} “{_short(fact)}” has lost its words: quote them anew or reject it."


def _is_lost(document: Document, fact: Fact) -> bool:
    paragraph = document.paragraph(fact.paragraph)
    return fact.anchor is AnchorState.LOST or paragraph is None or paragraph.role not in READER_ROLES


def _short(fact: Fact) -> str:
    return fact.quote if len(fact.quote) <= 60 else f"{fact.quote[:59]}…"


def _where(document: Document, key: str) -> str:
    place = next((i for i, each in enumerate(document.paragraphs, 1) if each.key == key), 0)
    return f"Paragraph {place}"
