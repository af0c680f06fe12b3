"""Safe fixes: an editor takes Galley's back in one, or puts those of many drafts in place as one act."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Article, Revision
from articles.text.checks.problem import CheckedTerm
from articles.text.correction import Correction, ParagraphEdit
from articles.text.document import Document, parse
from articles.text.mending import Mended, mend
from articles.text.readiness import checked, open_in

from . import correcting, replacing
from .moving import given, head_of, locked
from .preparing import SAFE_FIXES
from .revising import glossary
from .workflow import MOVES, Action, may, require

# Articles looked at for one page, and shown on it.
MOST_LOOKED_AT, MOST_SHOWN = 500, 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article whose newest Revision has safe fixes to be made: ``words`` are its paragraphs before and after."""

    article: Article
    told: str
    words: tuple[tuple[str, str], ...]


def waiting(after: int = 0) -> tuple[list[Waiting], int | None]:
    """Articles in work that came after the article ``after`` and have safe fixes to be made; where to look on, None
    where all were looked at. One query, beside the glossary's."""
    head = Revision.objects.filter(article=OuterRef("pk"), number=OuterRef("head"))
    rows = Article.objects.filter(pk__gt=after, stage__in=MOVES[Action.CORRECT].stages).exclude(open_problems=0)
    rows = rows.select_related("seed").defer("seed__data").order_by("pk")
    found, terms = list[Waiting](), glossary()
    for count, article in enumerate(rows.annotate(words=Subquery(head.values("text"))).iterator(chunk_size=50), 1):
        document = parse(article.words)
        mended = _mended(article, document, terms)
        if mended.fixes:
            found.append(Waiting(article, mended.told, tuple(_changed(document, mended.document))))
        if len(found) == MOST_SHOWN or count == MOST_LOOKED_AT:
            return found, article.pk
    return found, None


def put_in_place(by: Any, chosen: Mapping[int, int], reason: str) -> replacing.Outcome:
    """The safe fixes of the chosen articles (each with the Revision that was looked at) are made as corrections of
    this editor, all of them one act that can be undone. Raises NotAllowed or BadInput."""
    if not may(by, Action.CORRECT):
        raise NotAllowed("Your account may not correct articles.")
    if not chosen:
        raise BadInput("Tick the articles that are to be mended.")
    said = f"{SAFE_FIXES} put in place: {given(reason, 'reason')}"
    return replacing.as_one_act(by, chosen, lambda article: _put(article, by, chosen[article.pk], said), said)


def _put(article: Article, by: Any, base: int, said: str) -> Revision | None:
    seen = article.revisions.filter(number=base).first()
    if seen is None:
        raise BadInput(f"“{article}” has no Revision {base}. Look again.")
    old = seen.document
    new = _mended(article, old, glossary()).document
    edits = tuple(
        ParagraphEdit(each.key, each.text, each.role, confirmed=False)
        for each, was in zip(new.paragraphs, old.paragraphs, strict=True)
        if each.text != was.text
    )
    return correcting.save(article, by, base, Correction(paragraphs=edits), said, "keep")


def _mended(article: Article, document: Document, terms: tuple[CheckedTerm, ...]) -> Mended:
    seen = checked(document, article.seed.text, terms)
    return mend(document, seen, open_in(seen, document))


def _changed(old: Document, new: Document) -> list[tuple[str, str]]:
    pairs = zip(old.paragraphs, new.paragraphs, strict=True)
    return [(before.text, after.text) for before, after in pairs if before.text != after.text]


def safe_fixes(article: Article) -> Revision | None:
    """Galley's Revision that holds nothing but its safe fixes, if the article has one."""
    mine = article.revisions.filter(author=None, reason__startswith=f"{SAFE_FIXES}:")
    return mine.order_by("-number").first()


@transaction.atomic
def take_back(article: Article | int, by: Any, scheduled: str = "") -> Revision:
    """The words before Galley's safe fixes stand again, wherever nobody has changed them since.

    Raises NotAllowed, and WrongMoment where nothing of them is left as Galley wrote it.
    """
    article = locked(article)
    require(article, by, Action.CORRECT)
    fixes = safe_fixes(article)
    if fixes is None:
        raise WrongMoment(f"Galley fixed nothing in “{article}” by itself.")
    revision = (
        correcting.restore(article, by, fixes.number - 1, fixes.number, scheduled)
        if article.head == fixes.number
        else _words_before(article, by, fixes, scheduled)
    )
    if revision is None:
        raise WrongMoment(f"Nothing of Galley's safe fixes is left in “{article}” as it was made.")
    return revision


def _words_before(article: Article, by: Any, fixes: Revision, scheduled: str) -> Revision | None:
    before, after = article.revisions.get(number=fixes.number - 1).document, fixes.document
    edits = tuple(_edits(before, after, head_of(article).document))
    said = f"Took back Galley's safe fixes (revision {fixes.number})"
    return correcting.save(article, by, article.head, Correction(paragraphs=edits), said, scheduled)


def _edits(before: Document, after: Document, now: Document) -> list[ParagraphEdit]:
    """Each paragraph that reads as Galley left it, as it read before; whoever confirmed it confirmed other words."""
    words = {each.key: each.text for each in before.paragraphs}
    fixed = {each.key: each.text for each in after.paragraphs if words.get(each.key, each.text) != each.text}
    return [
        ParagraphEdit(each.key, words[each.key], each.role, confirmed=False)
        for each in now.paragraphs
        if fixed.get(each.key) == each.text
    ]
