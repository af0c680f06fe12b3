"""Nothing that was frozen has changed: digests, chains, gaps, approvals and intervals worked out anew.

What this cannot see is a database rewritten as a whole, with new digests and all: compare with heads kept elsewhere
(``heads`` and ``against``) for that.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from articles.models import Act, Article, Edition, Revision, Seed, guards
from articles.models.drafts import read_draft
from articles.text.document import Document, canonical, parse, public
from articles.text.readiness import machine_words

from .approving import contributors
from .replaying import replay
from .workflow import Action


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was left; ``sentence`` names the row."""

    sentence: str


def verify(drafts: bool = False) -> Iterator[Finding]:
    """What is wrong with the archive; nothing where all is well. ``drafts`` looks at the articles' own rows too."""
    for name in guards.missing(connection):
        yield Finding(f"The guard {name} is missing: run manage.py rebuild.")
    for seed in Seed.objects.order_by("pk").iterator(chunk_size=100):
        yield from _seed(seed)
    for article in Article.objects.select_related("seed").order_by("pk").iterator(chunk_size=100):
        yield from _article(article, drafts)


def of_article(article: Article) -> Iterator[Finding]:
    """What is wrong with one article: its seed, chains, editions, intervals and rows; nothing where all is well."""
    yield from _seed(article.seed)
    yield from _article(article, drafts=True)


def heads() -> Iterator[dict[str, object]]:
    """For each article the numbers and digests of its newest Revision, Act and Edition."""
    for article in Article.objects.order_by("pk").iterator(chunk_size=100):
        yield {"article": article.pk, "seed": article.seed.sha256, **_newest(article)}


def against(kept: Iterable[str]) -> Iterator[Finding]:
    """What the heads kept earlier (JSON Lines, as ``heads`` gives them) have and the database has no more."""
    for line in kept:
        then = json.loads(line)
        article = Article.objects.filter(pk=then["article"], seed__sha256=then["seed"]).first()
        if article is None:
            yield Finding(f"Article {then['article']} is gone.")
            continue
        for name, model in (("revision", Revision), ("act", Act), ("edition", Edition)):
            number, digest = then[name]
            if number and not model.objects.filter(article=article, number=number, digest=digest).exists():
                yield Finding(f"Article {article.pk} has lost {name} {number} as it was kept.")


def _newest(article: Article) -> dict[str, tuple[int, str]]:
    rows = {"revision": article.revisions, "act": article.acts, "edition": article.editions}
    newest = {name: row.order_by("-number").values_list("number", "digest").first() for name, row in rows.items()}
    return {name: found or (0, "") for name, found in newest.items()}


def _seed(seed: Seed) -> Iterator[Finding]:
    data = bytes(seed.data)
    if hashlib.sha256(data).hexdigest() != seed.sha256:
        yield Finding(f"Seed {seed.pk} ({seed}): its bytes are not those that came.")
    if seed.media_type == "text/plain" and not data.endswith(seed.text.encode(seed.encoding, "replace")):
        yield Finding(f"Seed {seed.pk} ({seed}): its text does not encode back to its bytes.")


def _article(article: Article, drafts: bool) -> Iterator[Finding]:
    revisions = list(article.revisions.order_by("number"))
    acts = list(article.acts.order_by("number"))
    editions = list(article.editions.select_related("revision").order_by("number"))
    yield from _chain(article, "revision", revisions, lambda row: row.parent_digest)
    yield from _chain(article, "act", acts, lambda row: row.previous_digest)
    yield from _chain(article, "edition", editions, lambda row: row.previous_digest)
    if not revisions or article.head != revisions[-1].number:
        newest = revisions[-1].number if revisions else "none"
        yield Finding(f"Article {article.pk}: its head is {article.head}, its newest revision {newest}.")
    for edition in editions:
        yield from _edition(article, edition, acts)
    yield from _intervals(article, editions, acts)
    if drafts and revisions:
        yield from _draft(article, revisions[-1])


def _chain(
    article: Article, name: str, rows: list[Revision] | list[Act] | list[Edition], previous: Callable[..., str]
) -> Iterator[Finding]:
    digest = ""
    for place, row in enumerate(rows, 1):
        if row.number != place:
            yield Finding(f"Article {article.pk}: {name} {place} is missing.")
            return
        if row.digest != row.true_digest:
            yield Finding(f"Article {article.pk}: {name} {place} is not what its digest says.")
        if previous(row) != digest:
            yield Finding(f"Article {article.pk}: {name} {place} does not follow the one before.")
        digest = row.digest


def _edition(article: Article, edition: Edition, acts: list[Act]) -> Iterator[Finding]:
    here = f"Article {article.pk}, edition {edition.number}"
    revision = edition.revision
    if edition.revision_digest != revision.digest or revision.article_id != article.pk:
        yield Finding(f"{here}: its revision is not the one it was made of.")
    elif not _says_the_same(article, edition, revision):
        yield Finding(f"{here}: its words are not those of revision {revision.number}.")
    approvals = [
        act
        for act in acts
        if act.action == Action.APPROVE.value
        and act.subject_digest == revision.digest
        and act.at == edition.approved_at
    ]
    if [act.by_id for act in approvals] != [edition.approver_id]:
        yield Finding(f"{here}: no approval of it stands in the log.")
    if edition.four_eyes and edition.approver_id in contributors(article, revision, edition.approved_at):
        yield Finding(f"{here}: its approver had a hand in it.")
    published = [act for act in acts if act.action == Action.PUBLISH.value and act.edition == edition.number]
    if [act.subject_digest for act in published] != [edition.digest]:
        yield Finding(f"{here}: its publication does not stand in the log.")


def _says_the_same(article: Article, edition: Edition, revision: Revision) -> bool:
    document = _document(revision)
    shown = edition.document
    if document is None:
        return False
    again = public(document, lambda each: machine_words(each, article.seed.text), shown.themes, shown.names)
    return canonical(again) == edition.text


def _document(revision: Revision) -> Document | None:
    try:
        return parse(revision.text)
    except (ValueError, KeyError, TypeError):
        return None


def _intervals(article: Article, editions: list[Edition], acts: list[Act]) -> Iterator[Finding]:
    try:
        told = replay(acts)
    except (KeyError, TypeError):
        yield Finding(f"Article {article.pk}: its log speaks of editions that are not there.")
        return
    for edition in editions:
        due = told.get(edition.number)
        stored = (edition.live_from, edition.live_until, edition.withheld_at)
        if due is None or stored != (due.start, due.until, due.withheld):
            yield Finding(f"Article {article.pk}, edition {edition.number}: its interval is not what the log says.")


def _draft(article: Article, head: Revision) -> Iterator[Finding]:
    if canonical(read_draft(article)) != head.text:
        yield Finding(f"Article {article.pk}: its rows are not its newest revision.")
    spans = sorted(span for each in article.paragraphs.all() for span in map(tuple, each.spans))
    words = "".join(article.seed.text[start:end] for start, end in spans)
    if "".join(words.split()) != "".join(article.seed.text.split()):
        yield Finding(f"Article {article.pk}: its paragraphs do not hold every word of the seed once.")
