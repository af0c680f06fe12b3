"""Words found in many articles at once and replaced where they are ticked: one correction each, undone as one act."""

import json
import re
import subprocess  # noqa: S404
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from articles.errors import BadInput, NotAllowed, Refused, WrongMoment
from articles.models import Article, Paragraph, Replacement, Revision, Stage
from articles.text.correction import Correction, ParagraphEdit, tidied
from articles.text.document import Document
from articles.text.roles import Role

from . import correcting, matching
from .moving import given, locked
from .workflow import MOVES, Action, may, require

# Hits on one page: each is a tick of its form.
MOST_HITS = 400
LONGEST_PATTERN = 300
# Seconds a regular expression may take over everything it is asked to look at.
LONGEST_SEARCH = 5
# Code points looked at by one regular expression.
LONGEST_TEXTS = 20_000_000
NEAR = 60


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for and what is to stand there. ``pattern`` reads both as a regular expression."""

    wanted: str
    put: str = ""
    whole: bool = True
    case: bool = True
    pattern: bool = False

    @property
    def expression(self) -> str:
        inner = self.wanted if self.pattern else r"\s+".join(map(re.escape, self.wanted.split()))
        return rf"(?<!\w)(?:{inner})(?!\w)" if self.whole else inner

    @property
    def told(self) -> str:
        return f"Replaced “{self.wanted[:60]}” by “{self.put[:60]}”"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: ``words`` at ``start`` of the paragraph's text, with what stands around them."""

    article: int
    paragraph: str
    start: int
    words: str
    put: str
    before: str
    after: str

    @property
    def name(self) -> str:
        return f"{self.article}-{self.paragraph}-{self.start}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a replacement: the row that undoes it (None where nothing was done), and refusals by article."""

    replacement: Replacement | None
    done: int
    refused: tuple[tuple[Article, str], ...]


def find(search: Search, article: Article | None = None) -> list[Hit]:
    """The hits in one article, or in all that are in work, in their order. Raises BadInput."""
    _check(search)
    rows = Paragraph.objects.exclude(role=Role.DROPPED.value).filter(article__stage__in=MOVES[Action.CORRECT].stages)
    if article is not None:
        rows = rows.filter(article=article)
    if not search.pattern:
        for word in search.wanted.split():
            rows = rows.filter(text__icontains=word)
    found = rows.order_by("article_id", "position").values_list("article_id", "key", "text")
    return _hits(search, list(found.iterator() if article is None else found))


def run(by: Any, search: Search, chosen: Mapping[int, tuple[int, frozenset[str]]], reason: str) -> Outcome:
    """The ticked hits are replaced, one correction an article, all of them one act that can be undone.

    ``chosen`` has for each article the Revision that was looked at and the names of its ticked hits. An article that
    refuses (a colleague was there meanwhile, or it may not be corrected) is left as it is and told.
    """
    _require(by)
    _check(search)
    said = f"{search.told}: {given(reason, 'reason')}"
    if not any(names for _, names in chosen.values()):
        raise BadInput("Tick what is to be replaced.")
    return as_one_act(by, chosen, lambda article: _replace(article, by, search, *chosen[article.pk], said), said)


def as_one_act(by: Any, chosen: Iterable[int], correct: Callable[[Article], Revision | None], said: str) -> Outcome:
    """The articles are corrected one by one, and all of it can be undone at once."""
    places, refused = [], []
    for article in Article.objects.select_related("seed").filter(pk__in=list(chosen)).order_by("pk"):
        try:
            revision = correct(article)
        except Refused as refusal:
            refused.append((article, str(refusal)))
        else:
            places += [[article.pk, revision.number]] if revision else []
    row = None
    if places:
        row = Replacement.objects.create(by=by, reason=said[:300], places=places)
    return Outcome(row, len(places), tuple(refused))


def undo(replacement: Replacement, by: Any) -> Outcome:
    """Every article says again what it said before the replacement, but for words that were changed since."""
    _require(by)
    places, refused = [], []
    with transaction.atomic():
        if not Replacement.objects.filter(pk=replacement.pk, undone_at=None).update(
            undone_at=timezone.now(), undone_by=by
        ):
            raise WrongMoment("This replacement was undone before.")
    for pk, number in replacement.places:
        article = Article.objects.get(pk=pk)
        try:
            if _undo(article, by, number, f"Undone: {replacement.reason}"):
                places.append(pk)
        except Refused as refusal:
            refused.append((article, str(refusal)))
    return Outcome(replacement, len(places), tuple(refused))


def ticked_first(article: Article) -> bool:
    """Whether an article's hits are ticked before anybody looks: not where a colleague's judgement would be undone."""
    return article.stage in {Stage.IMPORTED, Stage.CORRECTING}


def _require(by: Any) -> None:
    if not may(by, Action.CORRECT):
        raise NotAllowed("Your account may not correct articles.")


def _check(search: Search) -> None:
    if not search.wanted.strip():
        raise BadInput("Say what to look for.")
    if max(len(search.wanted), len(search.put)) > LONGEST_PATTERN:
        raise BadInput(f"Look for {LONGEST_PATTERN} characters at most.")


def _hits(search: Search, rows: Sequence[tuple[int, str, str]], most: int = MOST_HITS) -> list[Hit]:
    texts = [text for _, _, text in rows]
    return [
        Hit(
            *rows[at][:2], start, texts[at][start:end], put,
            texts[at][max(0, start - NEAR) : start], texts[at][end : end + NEAR],
        )
        for at, start, end, put in _matches(search, texts, most)
    ]  # fmt: skip


def _matches(search: Search, texts: Sequence[str], most: int) -> Iterable[matching.Match]:
    flags = 0 if search.case else re.IGNORECASE
    if not search.pattern:
        found = matching.matches(search.expression, flags, None, texts, most)
        return [(at, start, end, search.put) for at, start, end, _ in found]
    if sum(map(len, texts)) > LONGEST_TEXTS:
        raise BadInput("That is more text than a regular expression may look at. Search one article.")
    asked = {"pattern": search.expression, "flags": int(flags), "put": search.put, "texts": texts, "most": most}
    answer = _in_time(json.dumps(asked))
    if "error" in answer:
        raise BadInput(f"The regular expression cannot be read: {answer['error']}.")
    return [tuple(each) for each in answer["matches"]]


def _in_time(asked: str) -> dict[str, Any]:
    """The answer of a process of its own, which is ended if it takes too long."""
    command = [sys.executable, "-I", str(Path(matching.__file__).resolve())]
    try:
        ended = subprocess.run(command, input=asked, capture_output=True, text=True, timeout=LONGEST_SEARCH)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise BadInput(
            f"The regular expression took more than {LONGEST_SEARCH} seconds. Make it simpler, without a repeat "
            "inside a repeat, or search one article."
        ) from None
    return json.loads(ended.stdout or '{"error": "it could not be tried"}')


def _replace(
    article: Article, by: Any, search: Search, base: int, names: frozenset[str], reason: str
) -> Revision | None:
    seen = article.revisions.filter(number=base).first()
    if seen is None:
        raise BadInput(f"“{article}” has no Revision {base}. Search again.")
    document = seen.document
    shown = [(article.pk, each.key, each.text) for each in document.paragraphs if each.role is not Role.DROPPED]
    hits = [each for each in _hits(search, shown, MOST_HITS * 10) if each.name in names]
    if {each.name for each in hits} != set(names):
        raise BadInput(f"What you ticked in “{article}” does not stand there. Search again.")
    edits = tuple(_edit(document, key, [each for each in hits if each.paragraph == key]) for key in _keys(hits))
    return correcting.save(article, by, base, Correction(paragraphs=edits), reason, "keep")


def _keys(hits: Iterable[Hit]) -> list[str]:
    return list(dict.fromkeys(each.paragraph for each in hits))


def _edit(document: Document, key: str, hits: Sequence[Hit]) -> ParagraphEdit:
    """The paragraph with its hits replaced, the last one first; whoever confirmed it confirmed other words."""
    old = next(each for each in document.paragraphs if each.key == key)
    text = old.text
    for hit in sorted(hits, key=lambda each: -each.start):
        text = text[: hit.start] + hit.put + text[hit.start + len(hit.words) :]
    return ParagraphEdit(key, tidied(text), old.role, confirmed=False)


@transaction.atomic
def _undo(article: Article, by: Any, number: int, reason: str) -> Revision | None:
    article = locked(article)
    require(article, by, Action.CORRECT)
    if article.head == number:
        return correcting.restore(article, by, number - 1, number, "keep")
    before, after = (article.revisions.get(number=each).document for each in (number - 1, number))
    words = {each.key: each for each in before.paragraphs}
    edits = tuple(
        ParagraphEdit(each.key, words[each.key].text, each.role, confirmed=False)
        for each in after.paragraphs
        if each.key in words and words[each.key].text != each.text
    )
    return correcting.save(article, by, number, Correction(paragraphs=edits), reason[:300], "keep")


def recent() -> models.QuerySet[Replacement]:
    """The newest replacements."""
    return Replacement.objects.select_related("by", "undone_by").order_by("-at")[:20]
