"""Nothing that was frozen has changed: digests, chains, gaps, approvals and intervals worked out anew.

What this cannot see is a database rewritten as a whole, with new digests and all: compare with heads kept elsewhere
(``heads`` and ``against``) for that.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

from articles.models import Act, Article, Edition, Revision, Seed, guards
from articles.models.blanks import is_blank
from articles.models.drafts import read_drafts
from articles.text.document import Document, canonical
from articles.text.roles import READER_ROLES
from articles.text.scraping import joined
from articles.text.scraping.blocks import Span
from articles.text.showing import public_form
from articles.text.skimming import Named, Skimmed, named, skimmed, written

from .approving import judged, wrote
from .merging import stood_for
from .reading import handfuls
from .redacting import redacted, unconfirmed
from .replaying import replay
from .workflow import Action

# Articles looked at with one query a table; the texts of all their revisions are in memory.
_HANDFUL = 50
# Asked of every row: a member's value takes longer to look up than to compare.
_APPROVE, _PUBLISH = Action.APPROVE.value, Action.PUBLISH.value


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
    for kept in _archive(Article.objects.all(), drafts):
        yield from _article(kept)


def of_article(article: Article) -> Iterator[Finding]:
    """What is wrong with one article: its seed, chains, editions, intervals and rows; nothing where all is well."""
    yield from _seed(article.seed)
    for kept in _archive(Article.objects.filter(pk=article.pk), drafts=True):
        yield from _article(kept)


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


# A row of columns alone, by their names, as Django makes them of a query: a model's takes four times as long to make.
_Row = Any


@dataclass(slots=True)
class _Kept:
    """An article with all its frozen rows, each in the order of their numbers; ``gone`` are the digests of redacted
    ones, ``draft`` what its own rows are if that is asked for, ``words`` the machine's by spans."""

    article: Article
    revisions: list[_Row]
    acts: list[_Row]
    editions: list[Edition]
    gone: frozenset[str]
    draft: Document | None
    words: dict[tuple[Span, ...], str] = field(default_factory=dict)

    def revision_of(self, edition: Edition) -> _Row | None:
        """None where it is not one of the article's."""
        return next((each for each in self.revisions if each.id == edition.revision_id), None)

    def last_read(self, revision: _Row, at: datetime) -> Edition | None:
        """The newest edition, with its Revision, that was made of an earlier one and had been read by then."""
        for edition in reversed(self.editions):
            made_of = self.revision_of(edition)
            if made_of and made_of.number < revision.number and edition.was_read_by(at):
                edition.revision = _whole(made_of)
                return edition
        return None


def _whole(row: _Row) -> Revision:
    return Revision(**row._asdict())


def _archive(articles: QuerySet[Article], drafts: bool) -> Iterator[_Kept]:
    """Every article with its rows, a few queries a handful."""
    found = articles.select_related("seed").defer("seed__data").order_by("pk").iterator(chunk_size=_HANDFUL)
    for handful in handfuls(found, _HANDFUL):
        revisions, acts = (_by_article(_rows(model), handful) for model in (Revision, Act))
        editions = _by_article(Edition.objects.all(), handful)
        documents = read_drafts(handful) if drafts else {}
        for article in handful:
            pk, told = article.pk, acts[article.pk]
            yield _Kept(article, revisions[pk], told, editions[pk], redacted(told), documents.get(pk))


def _rows(model: type[Model]) -> QuerySet:
    return model._default_manager.values_list(*(each.attname for each in model._meta.concrete_fields), named=True)


def _by_article(rows: QuerySet, articles: Iterable[Article]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows.filter(article__in=[each.pk for each in articles]).order_by("article_id", "number"):
        found[row.article_id].append(row)
    return found


def _article(kept: _Kept) -> Iterator[Finding]:
    article, revisions, acts = kept.article, kept.revisions, kept.acts
    yield from _chain(article, Revision, revisions, "parent_digest", kept.gone)
    yield from _chain(article, Act, acts, "previous_digest")
    yield from _chain(article, Edition, kept.editions, "previous_digest", kept.gone)
    for number in unconfirmed(acts):
        yield Finding(f"Article {article.pk}, edition {number}: it was redacted by nobody's request but one's own.")
    if not revisions or article.head != revisions[-1].number:
        newest = revisions[-1].number if revisions else "none"
        yield Finding(f"Article {article.pk}: its head is {article.head}, its newest revision {newest}.")
    for edition in kept.editions:
        yield from _edition(kept, edition)
    yield from _intervals(article, kept.editions, acts)
    if kept.draft is not None and revisions:
        yield from _draft(article, kept.draft, revisions[-1], kept.gone)


def _chain(
    article: Article, model: type[Model], rows: list[_Row], previous: str, gone: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    digest, name, true_digest = "", model._meta.model_name, model.true_digest.fget
    for place, row in enumerate(rows, 1):
        if row.number != place:
            yield Finding(f"Article {article.pk}: {name} {place} is missing.")
            return
        if row.digest in gone:
            if not is_blank(row, model):
                yield Finding(f"Article {article.pk}: {name} {place} was redacted and is not blank.")
        elif row.digest != true_digest(row):
            yield Finding(f"Article {article.pk}: {name} {place} is not what its digest says.")
        if getattr(row, previous) != digest:
            yield Finding(f"Article {article.pk}: {name} {place} does not follow the one before.")
        digest = row.digest


def _edition(kept: _Kept, edition: Edition) -> Iterator[Finding]:
    here = f"Article {kept.article.pk}, edition {edition.number}"
    revision = kept.revision_of(edition)
    if revision is None or edition.revision_digest != revision.digest:
        yield Finding(f"{here}: its revision is not the one it was made of.")
        return
    form = skimmed(revision.text)
    if edition.digest not in kept.gone and not _says_the_same(kept, edition, form):
        yield Finding(f"{here}: its words are not those of revision {revision.number}.")
    approvals = [
        act
        for act in kept.acts
        if act.action == _APPROVE and act.subject_digest == revision.digest and act.at == edition.approved_at
    ]
    if [act.by_id for act in approvals] != [edition.approver_id]:
        yield Finding(f"{here}: no approval of it stands in the log.")
    if edition.four_eyes and _hand_in(kept, edition, revision, form):
        yield Finding(f"{here}: its approver had a hand in it.")
    published = [act for act in kept.acts if act.action == _PUBLISH and act.edition == edition.number]
    if [act.subject_digest for act in published] != [edition.digest]:
        yield Finding(f"{here}: its publication does not stand in the log.")


def _hand_in(kept: _Kept, edition: Edition, revision: _Row, form: Skimmed | None) -> bool:
    """The approver had a hand in it. Whose hand was in what cannot be told any more where an earlier Revision is
    redacted; then its author alone is asked for."""
    who = edition.approver_id
    earlier = [each for each in kept.revisions if each.number <= revision.number]
    if not kept.gone.isdisjoint(each.digest for each in earlier):
        return revision.author_id == who
    last = kept.last_read(revision, edition.approved_at)
    written_by = [(each.number, each.author_id, each.restores) for each in earlier]
    if who in wrote(kept.article, revision, last, written_by):
        return True
    return form is not None and who in _accounts(form) and who in judged(_whole(revision), last)


def _accounts(form: Skimmed) -> set[int | None]:
    """The accounts that a Revision's document names: few approvers are among them."""
    return (
        {each["confirmed_by"] for each in form["paragraphs"]}
        | {each["decided_by"] for each in form["facts"]}
        | {each["by"] for each in form["judgements"]}
    )


def _says_the_same(kept: _Kept, edition: Edition, form: Skimmed | None) -> bool:
    shown = named(edition.text)
    if form is None or shown is None:
        return False
    try:
        words, themes = _machine_words(kept, form, edition), _themes(form, shown)
        due = public_form({**form, "themes": themes}, words, shown["themes"], shown["names"])
        return edition.text.encode() == written(due)
    except (KeyError, IndexError):
        return False


def _themes(form: Skimmed, shown: Named) -> Collection[str]:
    """The Revision's, and where the edition has others, those that they were merged into."""
    own = form["themes"]
    return own if all(each["key"] in own for each in shown["themes"]) else stood_for(own)


def _machine_words(kept: _Kept, form: Skimmed, edition: Edition) -> dict[str, str]:
    """What the machine wrote for each paragraph: joined anew, or, where the seed was redacted, as it is printed."""
    if kept.article.seed.sha256 in kept.gone:
        printed = {each.key: each.machine for each in edition.document.paragraphs}
        return {each["key"]: printed.get(each["key"], "") for each in form["paragraphs"]}
    return {each["key"]: _joined(kept, each["spans"]) for each in form["paragraphs"] if each["role"] in READER_ROLES}


def _joined(kept: _Kept, spans: list[Span]) -> str:
    """Once for all editions of the article."""
    place = tuple(spans)
    if place not in kept.words:
        kept.words[place] = joined(kept.article.seed.text, place)
    return kept.words[place]


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


def _draft(article: Article, draft: Document, head: _Row, gone: frozenset[str]) -> Iterator[Finding]:
    if canonical(draft) != head.text:
        yield Finding(f"Article {article.pk}: its rows are not its newest revision.")
    if {head.digest, article.seed.sha256} & gone:
        return
    spans = sorted(span for each in draft.paragraphs for span in each.spans)
    words = "".join(article.seed.text[start:end] for start, end in spans)
    if "".join(words.split()) != "".join(article.seed.text.split()):
        yield Finding(f"Article {article.pk}: its paragraphs do not hold every word of the seed once.")
