"""Nothing that was frozen has changed: digests, chains, gaps, approvals and intervals worked out anew.

What this cannot see is a database rewritten as a whole, with new digests and all: compare with heads kept elsewhere
(``heads`` and ``against``) for that.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

from articles.models import Act, Article, Edition, Revision, Seed, guards
from articles.models.blanks import is_blank
from articles.models.drafts import read_draft
from articles.text.document import canonical
from articles.text.roles import READER_ROLES
from articles.text.scraping import joined
from articles.text.scraping.blocks import Span
from articles.text.showing import public_form

from .approving import judged, wrote
from .merging import stood_for
from .reading import handfuls
from .redacting import redacted, unconfirmed
from .replaying import replay
from .workflow import Action

# Articles looked at with one query a table; the texts of all their revisions are in memory.
_HANDFUL = 50


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
    for kept in _archive(Article.objects.all()):
        yield from _article(kept, drafts)


def of_article(article: Article) -> Iterator[Finding]:
    """What is wrong with one article: its seed, chains, editions, intervals and rows; nothing where all is well."""
    yield from _seed(article.seed)
    for kept in _archive(Article.objects.filter(pk=article.pk)):
        yield from _article(kept, drafts=True)


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


@dataclass(slots=True)
class _Kept:
    """An article with all its frozen rows, each in the order of their numbers; ``gone`` are the digests of redacted
    ones, ``words`` the machine's by paragraph and spans."""

    article: Article
    revisions: list[Revision]
    acts: list[Act]
    editions: list[Edition]
    gone: frozenset[str]
    words: dict[tuple[Span, ...], str] = field(default_factory=dict)


def _archive(articles: QuerySet[Article]) -> Iterator[_Kept]:
    """Every article with its rows, a few queries a handful."""
    found = articles.select_related("seed").defer("seed__data").order_by("pk").iterator(chunk_size=_HANDFUL)
    for handful in handfuls(found, _HANDFUL):
        revisions, acts, editions = (_by_article(model, handful) for model in (Revision, Act, Edition))
        for article in handful:
            told = acts[article.pk]
            kept = _Kept(article, revisions[article.pk], told, editions[article.pk], redacted(told))
            _put_together(kept)
            yield kept


def _by_article(model: type[Model], articles: Iterable[Article]) -> dict[int, list[Any]]:
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in model._default_manager.filter(article__in=articles).order_by("article_id", "number"):
        rows[row.article_id].append(row)
    return rows


def _put_together(kept: _Kept) -> None:
    """Each edition has its Revision, where that is one of the article's."""
    revisions = {each.pk: each for each in kept.revisions}
    for edition in kept.editions:
        if edition.revision_id in revisions:
            edition.revision = revisions[edition.revision_id]


def _article(kept: _Kept, drafts: bool) -> Iterator[Finding]:
    article, revisions, acts = kept.article, kept.revisions, kept.acts
    yield from _chain(article, "revision", revisions, lambda row: row.parent_digest, kept.gone)
    yield from _chain(article, "act", acts, lambda row: row.previous_digest)
    yield from _chain(article, "edition", kept.editions, lambda row: row.previous_digest, kept.gone)
    for number in unconfirmed(acts):
        yield Finding(f"Article {article.pk}, edition {number}: it was redacted by nobody's request but one's own.")
    if not revisions or article.head != revisions[-1].number:
        newest = revisions[-1].number if revisions else "none"
        yield Finding(f"Article {article.pk}: its head is {article.head}, its newest revision {newest}.")
    for edition in kept.editions:
        yield from _edition(kept, edition)
    yield from _intervals(article, kept.editions, acts)
    if drafts and revisions:
        yield from _draft(article, revisions[-1], kept.gone)


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


def _edition(kept: _Kept, edition: Edition) -> Iterator[Finding]:
    here = f"Article {kept.article.pk}, edition {edition.number}"
    revision = edition.revision
    if edition.revision_digest != revision.digest or revision.article_id != kept.article.pk:
        yield Finding(f"{here}: its revision is not the one it was made of.")
        return
    form = _plain(revision.text)
    if edition.digest not in kept.gone and not _says_the_same(kept, edition, form):
        yield Finding(f"{here}: its words are not those of revision {revision.number}.")
    approvals = [
        act
        for act in kept.acts
        if act.action == Action.APPROVE.value
        and act.subject_digest == revision.digest
        and act.at == edition.approved_at
    ]
    if [act.by_id for act in approvals] != [edition.approver_id]:
        yield Finding(f"{here}: no approval of it stands in the log.")
    if edition.four_eyes and _hand_in(kept, edition, form):
        yield Finding(f"{here}: its approver had a hand in it.")
    published = [act for act in kept.acts if act.action == Action.PUBLISH.value and act.edition == edition.number]
    if [act.subject_digest for act in published] != [edition.digest]:
        yield Finding(f"{here}: its publication does not stand in the log.")


def _hand_in(kept: _Kept, edition: Edition, form: dict[str, Any] | None) -> bool:
    """The approver had a hand in it. Whose hand was in what cannot be told any more where an earlier Revision is
    redacted; then its author alone is asked for."""
    revision, who = edition.revision, edition.approver_id
    earlier = [each for each in kept.revisions if each.number <= revision.number]
    if not kept.gone.isdisjoint(each.digest for each in earlier):
        return revision.author_id == who
    before = [each for each in kept.editions if each.revision.number < revision.number]
    last = next((each for each in reversed(before) if each.was_read_by(edition.approved_at)), None)
    if who in wrote(kept.article, revision, last, [(each.number, each.author_id, each.restores) for each in earlier]):
        return True
    return form is not None and who in _named(form) and who in judged(revision, last)


def _named(form: dict[str, Any]) -> set[int | None]:
    """The accounts that a Revision's document names: few approvers are among them."""
    return (
        {each["confirmed_by"] for each in form["paragraphs"]}
        | {each["decided_by"] for each in form["facts"]}
        | {each["by"] for each in form["judgements"]}
    )


def _says_the_same(kept: _Kept, edition: Edition, form: dict[str, Any] | None) -> bool:
    shown = _plain(edition.text)
    if form is None or shown is None:
        return False
    try:
        words, themes = _machine_words(kept, form, shown), _themes(form, shown)
        return shown == public_form({**form, "themes": themes}, words, shown["themes"], shown["names"])
    except (KeyError, TypeError, IndexError):
        return False


def _themes(form: dict[str, Any], shown: dict[str, Any]) -> Collection[str]:
    """The Revision's, and where the edition has others, those that they were merged into."""
    own = form["themes"]
    return own if all(each["key"] in own for each in shown["themes"]) else stood_for(own)


def _machine_words(kept: _Kept, form: dict[str, Any], shown: dict[str, Any]) -> dict[str, str]:
    """What the machine wrote for each paragraph: joined anew, or, where the seed was redacted, as it is printed."""
    if kept.article.seed.sha256 in kept.gone:
        printed = {each["key"]: each["machine"] for each in shown["paragraphs"]}
        return {each["key"]: printed.get(each["key"], "") for each in form["paragraphs"]}
    return {each["key"]: _joined(kept, each["spans"]) for each in form["paragraphs"] if each["role"] in READER_ROLES}


def _joined(kept: _Kept, spans: list[list[int]]) -> str:
    """Once for all editions of the article."""
    place = tuple(map(tuple, spans))
    if place not in kept.words:
        kept.words[place] = joined(kept.article.seed.text, place)
    return kept.words[place]


def _plain(text: str) -> dict[str, Any] | None:
    try:
        return json.loads(text)
    except ValueError:
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
