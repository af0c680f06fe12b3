"""Whether an article can be submitted and approved, and if not, why."""

from articles.errors import Blocked
from articles.models import Article, Edition
from articles.text.document import Document
from articles.text.readiness import obstacles, open_problems

from .moving import head_of
from .revising import glossary


def require_ready(article: Article) -> None:
    """Raises Blocked where the head cannot be submitted or approved."""
    reasons = readiness(article, head_of(article).document)
    if reasons:
        raise Blocked(f"“{article}” is not ready: {len(reasons)} things are open.", reasons)


def readiness(article: Article, document: Document) -> tuple[str, ...]:
    """Why the article cannot be submitted or approved, a sentence each."""
    found = open_problems(document, article.seed.text, glossary())
    notes = article.notes.open().count()
    said = (f"{notes} note{'s are' if notes > 1 else ' is'} open: resolve what colleagues remarked.",) if notes else ()
    return (*obstacles(document, found, first=not follows_an_edition(article)), *said)


def follows_an_edition(article: Article) -> bool:
    """Readers have seen an edition of the article, withheld since or not, or will before the next."""
    seen = Edition.objects.filter(article=article)
    return seen.readable().exists() or seen.withheld().exists() or seen.scheduled().exists()
