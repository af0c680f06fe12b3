"""An article's rows and its Document: the same thing, written two ways."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from django.db import transaction

from articles.text import document
from articles.text.document import Document, Metadata, plain_part
from articles.text.facts.kinds import Kind
from articles.text.roles import Role
from articles.text.skimming import written

from .article import Article
from .dismissal import Dismissal
from .fact import FACT_MODELS, Fact
from .paragraph import Paragraph
from .rows import InStep, Row, insert, read
from .theme import Theme, ThemedArticle

Plain = dict[str, Any]
METADATA = tuple(field.name for field in dataclasses.fields(Metadata))


def read_draft(article: Article) -> Document:
    """The Document that the article's rows are now."""
    (text,) = draft_texts((article.pk, article.pk))
    return document.parse(text.decode())


def draft_texts(articles: tuple[int, int]) -> Iterator[bytes]:
    """Of each article from the first of these ids to the last, the canonical text, in UTF-8, of what its rows are now;
    one query a table."""
    paragraphs, judgements = InStep(Paragraph, articles, "position"), InStep(Dismissal, articles)
    facts = [(model, InStep(model, articles)) for model in FACT_MODELS.values()]
    themes: dict[int, list[str]] = defaultdict(list)
    for pk, slug in ThemedArticle.objects.filter(content_object__pk__range=articles).values_list(*_THEMED):
        themes[pk].append(slug)
    for row in read(Article, "id BETWEEN %s AND %s ORDER BY id", articles):
        known = paragraphs.of(row.id)
        form = {
            "format": document.FORMAT,
            "metadata": {name: getattr(row, name) for name in METADATA},
            "paragraphs": [Paragraph.plain(each) for each in known],
            "facts": _plain_facts(known, [(model, rows.of(row.id)) for model, rows in facts]),
            "themes": sorted(themes[row.id]),
            "judgements": sorted(map(Dismissal.plain, judgements.of(row.id)), key=itemgetter("rule", "fingerprint")),
            "significance": row.significance,
            "note": row.note,
        }
        yield written(form)


_THEMED = ("content_object_id", "tag__slug")


def _plain_facts(paragraphs: list[Row], facts: list[tuple[type[Fact], list[Row]]]) -> list[dict[str, Any]]:
    """In the order of ``in_order``."""
    places = {row.id: (place, row.key) for place, row in enumerate(paragraphs)}
    found = [(places[row.paragraph_id], row.start, row.key, model, row) for model, rows in facts for row in rows]
    return [model.plain(row, key) for (_, key), _, _, model, row in sorted(found, key=itemgetter(0, 1, 2))]


def write_draft(article: Article, new: Document, old: Document) -> None:
    """The article's rows are ``new`` where they were ``old``; only rows that differ are written.

    Sets the article's own columns without saving it: the step that moves its head saves both at once.
    """
    with transaction.atomic():
        set_columns(article, new)
        _write_paragraphs(article, new, old)
        if new.facts != old.facts:
            _write_facts(article, new, old)
        if gone := {each.key for each in old.paragraphs} - {each.key for each in new.paragraphs}:
            article.paragraphs.filter(key__in=gone).delete()
        if new.themes != old.themes:
            _write_themes(article, new)
        if new.judgements != old.judgements:
            _write_dismissals(article, new)


def create_drafts(drafts: Sequence[tuple[Article, Plain]]) -> None:
    """The rows of articles that have none yet, from their documents in plain form, in a few statements for all; the
    articles' own columns are stored already."""
    paragraphs = [
        {"article_id": article.pk, **Paragraph.columns(position, each)}
        for article, plain in drafts
        for position, each in enumerate(plain["paragraphs"])
    ]
    insert(Paragraph, paragraphs)
    mine = Paragraph.objects.filter(article__in=[article.pk for article, _ in drafts]).order_by()
    rows = {(article, key): pk for article, key, pk in mine.values_list("article_id", "key", "pk")}
    facts: dict[str, list[Plain]] = defaultdict(list)
    for article, plain in drafts:
        for each in plain["facts"]:
            columns = FACT_MODELS[Kind(each["kind"])].columns(each)
            at = rows[article.pk, each["paragraph"]]
            facts[each["kind"]].append({"article_id": article.pk, "paragraph_id": at, **columns})
    for kind, columns in facts.items():
        insert(FACT_MODELS[Kind(kind)], columns)


def set_columns(article: Article, document: Document) -> None:
    """The article's own columns are the document's; not saved."""
    own = _own_columns(plain_part(document.metadata), document.significance, document.note, document.headline)
    for name, value in own.items():
        setattr(article, name, value)


def own_columns(plain: Plain) -> Plain:
    """An article's own columns, from its document in plain form."""
    headlines = (each["text"] for each in plain["paragraphs"] if each["role"] == Role.HEADLINE)
    return _own_columns(plain["metadata"], plain["significance"], plain["note"], next(headlines, ""))


def _own_columns(metadata: Plain, significance: str, note: str, headline: str) -> Plain:
    return {**metadata, "significance": significance, "note": note, "headline": headline[:500]}


def _write_paragraphs(article: Article, new: Document, old: Document) -> None:
    before = {each.key: (position, each) for position, each in enumerate(old.paragraphs)}
    changed = [
        _paragraph_row(article, position, each)
        for position, each in enumerate(new.paragraphs)
        if before.get(each.key) != (position, each)
    ]
    fields = ["position", "role", "spans", "text", "rule", "confirmed_by"]
    _write_rows(Paragraph, article, changed, {each.key for each in old.paragraphs}, fields)


def _paragraph_row(article: Article, position: int, value: document.Paragraph) -> Paragraph:
    return Paragraph(article=article, **Paragraph.columns(position, plain_part(value)))


def _write_facts(article: Article, new: Document, old: Document) -> None:
    before = {each.key: each for each in old.facts}
    changed = [each for each in new.facts if before.get(each.key) != each]
    rows = dict(article.paragraphs.values_list("key", "pk"))
    gone = set(before) - {each.key for each in new.facts}
    for kind, model in FACT_MODELS.items():
        mine = [_fact_row(model, article, each, rows[each.paragraph]) for each in changed if each.kind is kind]
        fields = [f.name for f in model._meta.concrete_fields if f.name not in {"id", "article", "key"}]
        _write_rows(model, article, mine, _keys(old, kind), fields)
        if gone:
            model.objects.filter(article=article, key__in=gone).delete()


def _fact_row(model: type[Fact], article: Article, value: document.Fact, paragraph: int) -> Fact:
    return model(article=article, paragraph_id=paragraph, **model.columns(plain_part(value)))


def _keys(old: Document, kind: Kind) -> set[str]:
    return {each.key for each in old.facts if each.kind is kind}


def _write_rows(model: type, article: Article, rows: list, known: set[str], fields: list[str]) -> None:
    """Rows of known keys are updated, the others inserted."""
    kept = [row for row in rows if row.key in known]
    if added := [row for row in rows if row.key not in known]:
        model.objects.bulk_create(added)
    if kept:
        ids = dict(model.objects.filter(article=article, key__in=[row.key for row in kept]).values_list("key", "pk"))
        for row in kept:
            row.pk = ids[row.key]
        model.objects.bulk_update(kept, fields)


def _write_themes(article: Article, new: Document) -> None:
    themes = dict(Theme.objects.filter(slug__in=new.themes).values_list("slug", "pk"))
    article.themed.exclude(tag__slug__in=new.themes).delete()
    ThemedArticle.objects.bulk_create(
        [ThemedArticle(content_object=article, tag_id=pk) for pk in themes.values()], ignore_conflicts=True
    )


def _write_dismissals(article: Article, new: Document) -> None:
    article.dismissals.all().delete()
    Dismissal.objects.bulk_create(
        [
            Dismissal(
                article=article, rule=each.rule, fingerprint=each.fingerprint, paragraph=each.paragraph,
                reason=each.reason, by_id=each.by,
            )
            for each in new.judgements
        ]
    )  # fmt: skip
