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
from articles.models.blanks import is_blank
from articles.models.drafts import read_draft
from articles.text.document import Document, Paragraph, canonical, parse, public
from articles.text.readiness import machine_words

from .approving import contributors
from .redacting import redacted, unconfirmed
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


def redacted_editions() -> int:
    """How many editions were blanked for good, as the log says."""
    told = Act.objects.filter(action=Action.REDACT.value).values("subject_digest")
    return Edition.objects.filter(digest__in=told).count()


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
    if is_blank(seed) and redacted(Act.objects.filter(subject_digest=seed.sha256)):
        return
    if hashlib.sha256(data).hexdigest() != seed.sha256:
        yield Finding(f"Seed {seed.pk} ({seed}): its bytes are not those that came.")
    if seed.media_type == "text/plain" and not data.endswith(seed.text.encode(seed.encoding, "replace")):
        yield Finding(f"Seed {seed.pk} ({seed}): its text does not encode back to its bytes.")


def _article(article: Article, drafts: bool) -> Iterator[Finding]:
    revisions = list(article.revisions.order_by("number"))
    acts = list(article.acts.order_by("number"))
    editions = list(article.editions.select_related("revision").order_by("number"))
    gone = redacted(acts)
    yield from _chain(article, "revision", revisions, lambda row: row.parent_digest, gone)
    yield from _chain(article, "act", acts, lambda row: row.previous_digest)
    yield from _chain(article, "edition", editions, lambda row: row.previous_digest, gone)
    for number in unconfirmed(acts):
        yield Finding(f"Article {article.pk}, edition {number}: it was redacted by nobody's request but one's own.")
    if not revisions or article.head != revisions[-1].number:
        newest = revisions[-1].number if revisions else "none"
        yield Finding(f"Article {article.pk}: its head is {article.head}, its newest revision {newest}.")
    for edition in editions:
        yield from _edition(article, edition, acts, gone)
    yield from _intervals(article, editions, acts)
    if drafts and revisions:
        yield from _draft(article, revisions[-1], gone)


def _chain(
    article: Article,
    name: str,
    rows: list[Revision] | list[Act] | list[Edition],
    previous: Callable[..., str],
    gone: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    digest = ""
    for place, row in enumerate(rows, 1):
        if row.number != place:
            yield Finding(f"Article {article.pk}: {name} {place} is missing.")
            return
        if row.digest in gone:
            if not is_blank(row):
                yield Finding(f"Article {article.pk}: {name} {place} was redacted and is not blank.")
        elif row.digest != row.true_digest:
            yield Finding(f"Article {article.pk}: {name} {place} is not what its digest says.")
        if previous(row) != digest:
            yield Finding(f"Article {article.pk}: {name} {place} does not follow the one before.")
        digest = row.digest


def _edition(article: Article, edition: Edition, acts: list[Act], gone: frozenset[str]) -> Iterator[Finding]:
    here = f"Article {article.pk}, edition {edition.number}"
    revision = edition.revision
    if edition.revision_digest != revision.digest or revision.article_id != article.pk:
        yield Finding(f"{here}: its revision is not the one it was made of.")
    elif edition.digest not in gone and not _says_the_same(article, edition, revision, gone):
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
    if edition.four_eyes and _hand_in(article, edition, gone):
        yield Finding(f"{here}: its approver had a hand in it.")
    published = [act for act in acts if act.action == Action.PUBLISH.value and act.edition == edition.number]
    if [act.subject_digest for act in published] != [edition.digest]:
        yield Finding(f"{here}: its publication does not stand in the log.")


def _hand_in(article: Article, edition: Edition, gone: frozenset[str]) -> bool:
    """The approver had a hand in it. Whose hand was in what cannot be told any more where an earlier Revision is
    redacted; then its author alone is asked for."""
    earlier = article.revisions.filter(number__lte=edition.revision.number)
    if not gone.isdisjoint(earlier.values_list("digest", flat=True)):
        return edition.revision.author_id == edition.approver_id
    return edition.approver_id in contributors(article, edition.revision, edition.approved_at)


def _says_the_same(article: Article, edition: Edition, revision: Revision, gone: frozenset[str]) -> bool:
    document = _document(revision)
    shown = edition.document
    if document is None:
        return False
    printed = {each.key: each.machine for each in shown.paragraphs}
    redone = article.seed.sha256 not in gone

    def machine(paragraph: Paragraph) -> str:
        return machine_words(paragraph, article.seed.text) if redone else printed.get(paragraph.key, "")

    again = public(document, machine, shown.themes, shown.names)
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


def _draft(article: Article, head: Revision, gone: frozenset[str]) -> Iterator[Finding]:
    if canonical(read_draft(article)) != head.text:
        yield Finding(f"Article {article.pk}: its rows are not its newest revision.")
    if {head.digest, article.seed.sha256} & gone:
        return
    spans = sorted(span for each in article.paragraphs.all() for span in map(tuple, each.spans))
    words = "".join(article.seed.text[start:end] for start, end in spans)
    if "".join(words.split()) != "".join(article.seed.text.split()):
        yield Finding(f"Article {article.pk}: its paragraphs do not hold every word of the seed once.")
