"""Whether an article can be submitted and approved, and if not, why."""

from articles.errors import Blocked
from articles.models import Article
from articles.text.document import Document, Significance
from articles.text.readiness import obstacles, open_problems
from articles.text.significance import beyond_minor

from .moving import head_of
from .revising import glossary
from .showing import public_document


def require_ready(article: Article) -> None:
    """Raises Blocked where the head cannot be submitted or approved."""
    reasons = readiness(article, head_of(article).document)
    if reasons:
        told = "one thing is" if len(reasons) == 1 else f"{len(reasons)} things are"
        raise Blocked(f"“{article}” is not ready: {told} open.", reasons)


def readiness(article: Article, document: Document) -> tuple[str, ...]:
    """Why the article cannot be submitted or approved, a sentence each."""
    found = open_problems(document, article.seed.text, glossary())
    notes = article.notes.open().count()
    said = (f"{notes} note{'s are' if notes > 1 else ' is'} open: resolve what colleagues remarked.",) if notes else ()
    first = not article.editions.given().exists()
    return (*obstacles(document, found, first=first), *_called_minor(article, document), *said)


def more_than_minor(article: Article, document: Document) -> tuple[str, ...]:
    """What this edition changes that its readers must be told, whatever it is called, a sentence each."""
    last = article.editions.given().order_by("-number").first()
    return () if last is None else beyond_minor(last.document, public_document(article, document))


def _called_minor(article: Article, document: Document) -> tuple[str, ...]:
    if document.significance is not Significance.MINOR:
        return ()
    return tuple(f"This edition is not minor. {each}" for each in more_than_minor(article, document))
