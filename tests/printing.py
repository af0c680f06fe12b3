"""Editions of any words, made by the same steps as real ones, for the tests of what readers see."""

from dataclasses import replace

from articles.models import Article, Edition, Theme
from articles.steps import approving, correcting, publishing
from articles.steps.revising import glossary
from articles.text.correction import Correction, NewFact, ParagraphEdit
from articles.text.document import Judgement, PublicDocument, PublicFact, PublicParagraph
from articles.text.facts.kinds import Values
from articles.text.readiness import open_problems
from articles.text.roles import READER_ROLES, Role


def printed(newsroom, lines, roles, facts=(), themes=(), at=None, **metadata) -> Edition:
    """An edition of these paragraphs; ``facts`` are (key of the paragraph, quote, values), ``themes`` (slug, name)."""
    for slug, name in themes:
        Theme.objects.get_or_create(slug=slug, defaults={"name": name})
    article = newsroom.article(tuple(lines), tuple(roles), facts=False)
    head = newsroom.head(article)
    said = {"rights": "licensed", "rights_basis": "Agreement of 2026", **metadata}
    correction = Correction(
        paragraphs=tuple(
            ParagraphEdit(each.key, each.text, each.role, each.role in READER_ROLES)
            for each in head.document.paragraphs
        ),
        new_facts=tuple(NewFact(f"new{i}", *fact) for i, fact in enumerate(facts)),
        themes=frozenset(slug for slug, _ in themes),
        metadata=replace(head.document.metadata, **said),
    )
    correcting.save(article, newsroom.cora, head.number, correction, "Corrected", scheduled="keep")
    return through(newsroom, article, at)


def corrected(newsroom, edition: Edition, text: str, key="p1", significance="minor", **more) -> Edition:
    """The next edition, with one paragraph rewritten."""
    newsroom.correct(edition.article, text=text, key=key, significance=significance, **more)
    return through(newsroom, edition.article)


def through(newsroom, article: Article, at=None) -> Edition:
    """The article judged, approved and published."""
    head = newsroom.head(article)
    found = open_problems(head.document, article.seed.text, glossary())
    if found:
        known = {(each.rule, each.fingerprint): each for each in found}.values()
        judged = tuple(Judgement(each.rule, each.fingerprint, each.paragraph, "Read", None) for each in known)
        correcting.save(article, newsroom.cora, head.number, Correction(judgements=judged), "Judged", scheduled="keep")
    correcting.submit(article, newsroom.cora)
    approving.approve(article, newsroom.ada, newsroom.head(article).digest)
    return publishing.publish(article, newsroom.ada, at)


def document(text: str, *quotes: tuple[str, Values], **more) -> PublicDocument:
    """A public document of one body paragraph, with facts on the quotes in it. No database."""
    facts = tuple(
        PublicFact(f"f{i}", "p1", quote, text.index(quote), text.index(quote) + len(quote), quote, values)
        for i, (quote, values) in enumerate(quotes)
    )
    empty = PublicDocument(
        metadata=more.pop("metadata"), paragraphs=(PublicParagraph("p1", Role.BODY, text, ""),), facts=facts,
        themes=(), names=(), significance="first", note="",
    )  # fmt: skip
    return replace(empty, **more)
