import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey

from articles.models import Act, Article, Dismissal, Edition, Merge, Paragraph, Revision, Seed, Theme, guards
from articles.models.drafts import METADATA
from articles.models.fact import Speech
from articles.steps import merging, publishing
from articles.steps.verifying import against, heads, verify
from articles.text.document import Judgement
from tests.test_guards import other_value

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."


def findings(**options):
    return [each.sentence for each in verify(**options)]


@pytest.fixture
def archive(newsroom, tomorrow):
    """An article with a replaced, a live and a scheduled edition, one that was withdrawn, and a draft."""
    article = newsroom.published()
    newsroom.again(article, SMILING)
    newsroom.again(article, SMILING.replace("smiling", "beaming"), at=tomorrow)
    withdrawn = newsroom.published(
        newsroom.article(
            lines=("Mill", "The mill in Dorn opened on Monday, said Vera Holt.", "Visitors.", "Leave a Reply")
        )
    )
    publishing.withdraw(withdrawn, newsroom.ada, "Wrong")
    newsroom.ready(
        newsroom.article(
            lines=("Mills", "The mill in Dorn opened on Monday, said Vera Holt.", "Guests.", "Leave a Reply")
        )
    )
    return article


@pytest.fixture
def by_hand(archive):
    """SQL past every guard, as somebody with the database in their hands would."""

    def forge(sql, *values):
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                for name in TRIGGERS:
                    cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
                cursor.execute(sql, values)
            else:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET session_replication_role = replica")
                cursor.execute(sql, values)
                cursor.execute("SET session_replication_role = DEFAULT")
        guards.install(connection)

    return forge


TRIGGERS = [name for frozen in guards.FROZEN for name in guards._names("sqlite", frozen)]


def test_an_honest_archive_is_sound(archive):
    assert findings(drafts=True) == []


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("articles_revision", "text", "text || ' '", "is not what its digest says"),
        ("articles_revision", "author_id", "NULL", "is not what its digest says"),
        ("articles_act", "reason", "'forged'", "is not what its digest says"),
        ("articles_edition", "note", "'forged'", "is not what its digest says"),
        ("articles_edition", "text", "text || ' '", "is not what its digest says"),
        ("articles_edition", "text", "replace(text, 'Visitors', 'Guests')", "are not those of revision"),
        ("articles_edition", "live_until", "NULL", "interval is not what the log says"),
        ("articles_seed", "text", "text || 'x'", "does not encode back"),
    ],
)
def test_one_forged_value_is_found(archive, by_hand, table, column, value, said):
    pk = {"articles_edition": Edition, "articles_revision": Revision, "articles_act": Act, "articles_seed": Seed}[table]
    row = pk.objects.order_by("pk").exclude(number=0).first() if table != "articles_seed" else Seed.objects.first()
    if (table, column) == ("articles_revision", "author_id"):
        row = Revision.objects.filter(author__isnull=False).first()
    by_hand(f"UPDATE {table} SET {column} = {value} WHERE id = {row.pk}")
    assert [each for each in findings() if said in each]


def forged_in_turn(by_hand, row, forged):
    """Each field while the row has its forged value; afterwards it is as it was. What the database refuses is left
    out."""
    for field, value in forged.items():
        update = f'UPDATE {row._meta.db_table} SET "{field.column}" = %s WHERE id = %s'
        try:
            with transaction.atomic():
                by_hand(update, field.get_db_prep_save(value, connection), row.pk)
        except IntegrityError:
            continue
        yield field
        by_hand(update, field.get_db_prep_save(getattr(row, field.attname), connection), row.pk)


@pytest.mark.parametrize("model", [Revision, Act, Edition], ids=lambda model: model.__name__)
def test_whichever_column_of_a_frozen_row_is_forged_is_found(archive, by_hand, model):
    """Past the guards, which refuse it; a number or an article that another row has is refused all the same."""
    row = model.objects.filter(article=archive).order_by("number").first()
    forged = {field: other_value(field, row) for field in model._meta.concrete_fields if not field.primary_key}
    unseen = [field.column for field in forged_in_turn(by_hand, row, forged) if not findings()]
    assert unseen == []
    assert findings() == []


def test_one_byte_of_a_seed_is_found(archive, by_hand):
    seed = Seed.objects.first()
    by_hand("UPDATE articles_seed SET data = %s WHERE id = %s", bytes(seed.data)[:-1] + b"!", seed.pk)
    assert [each for each in findings() if "not those that came" in each]


@pytest.mark.parametrize("table", ["articles_act", "articles_edition", "articles_revision"])
def test_a_gap_in_the_middle_is_found(archive, by_hand, table):
    by_hand(f"UPDATE {table} SET number = 99 WHERE number = 1 AND article_id = %s", archive.pk)
    assert [each for each in findings() if "1 is missing" in each]


@pytest.mark.parametrize("model", [Revision, Act, Edition], ids=lambda model: model.__name__)
def test_the_newest_row_deleted_is_found_by_heads_kept_elsewhere(archive, by_hand, model):
    kept = [json.dumps(each) for each in heads()]
    assert list(against(kept)) == []
    last = model.objects.filter(article=archive).order_by("-number").first()
    with transaction.atomic():
        by_hand(f"DELETE FROM {model._meta.db_table} WHERE id = %s", last.pk)
        assert [each.sentence for each in against(kept)] == [
            f"Article {archive.pk} has lost {model._meta.model_name} {last.number} as it was kept."
        ]
        transaction.set_rollback(True)  # rows that name it would be left without it


def test_a_seed_deleted_is_found_by_heads_kept_elsewhere(archive, by_hand):
    kept = [json.dumps(each) for each in heads()]
    with transaction.atomic():
        by_hand("DELETE FROM articles_seed WHERE id = %s", archive.seed_id)
        assert [each.sentence for each in against(kept)] == [f"Article {archive.pk} is gone."]
        transaction.set_rollback(True)


def test_every_frozen_table_is_among_those_whose_newest_row_is_missed():
    tables = {model._meta.db_table for model in (Revision, Act, Edition, Seed)}
    assert {frozen.table for frozen in guards.FROZEN} == tables


def test_a_theme_shown_by_what_it_was_merged_into_is_sound_whatever_becomes_of_the_merge(newsroom):
    mills, works = (Theme.objects.create(name=name, slug=name.lower()) for name in ("Mills", "Works"))
    article = newsroom.ready()
    newsroom.correct(article, themes=frozenset({"mills"}))
    merged = merging.merge(mills, works, newsroom.ada, "The same")
    edition = newsroom.published(article).editions.get()
    assert [each.key for each in edition.document.themes] == ["works"]
    assert findings() == []
    merging.undo(merged, newsroom.ada)
    assert findings() == []
    Merge.objects.all().delete()
    assert [each for each in findings() if "are not those of revision" in each]


def test_rows_that_are_not_the_head_are_found_with_drafts(archive):
    Paragraph.objects.filter(key="p2").update(text="Slipped in.")
    assert findings() == []
    assert (
        len([each for each in findings(drafts=True) if "rows are not its newest revision" in each])
        == Article.objects.count()
    )


DRAFTS = [Article, Paragraph, Speech, Dismissal]
# Of an article's own columns, those that a Revision has.
REVISED = {*METADATA, "significance", "note"}


@pytest.mark.parametrize("model", DRAFTS, ids=lambda model: model.__name__)
def test_whichever_column_of_a_draft_is_changed_is_found_with_drafts(newsroom, archive, by_hand, model):
    newsroom.correct(archive, judgements=(Judgement("quotes", "ab", "p1", "As printed", newsroom.cora.pk),))
    mine = {"pk": archive.pk} if model is Article else {"article": archive}
    row = model.objects.filter(**mine).order_by("pk").first()
    forged = {}
    for field in model._meta.concrete_fields:
        if field.primary_key or field.name == "article" or (model is Article and field.name not in REVISED):
            continue
        value = "p9" if isinstance(field, ForeignKey) and field.target_field.name == "key" else other_value(field, row)
        forged[field] = {"position": 99, "role": "caption"}.get(field.name, value)
    unseen = [
        field.column
        for field in forged_in_turn(by_hand, row, forged)
        if not [each for each in findings(drafts=True) if "rows are not its newest revision" in each]
    ]
    assert unseen == []
    assert findings(drafts=True) == []


if connection.vendor == "sqlite":  # PostgreSQL stores nothing but text as text, and times as times

    @pytest.mark.parametrize("value", ["CAST(text AS BLOB)", "text || char(0)", "text || CAST(x'ff' AS TEXT)", "5"])
    @pytest.mark.parametrize("table", ["articles_edition", "articles_revision"])
    def test_what_sqlite_stores_as_no_text_is_found(archive, by_hand, table, value):
        with transaction.atomic():
            by_hand(f"UPDATE {table} SET text = {value} WHERE article_id = %s AND number = 1", archive.pk)
            assert [each for each in findings() if "1 is not what its digest says" in each]
            transaction.set_rollback(True)

    @pytest.mark.parametrize("zone", ["+02:00", "Z", "+00:00:01", " "])
    def test_a_time_that_sqlite_stores_in_another_zone_is_found(archive, by_hand, zone):
        with transaction.atomic():
            by_hand("UPDATE articles_act SET at = substr(at, 1, 19) || %s WHERE article_id = %s", zone, archive.pk)
            assert findings()
            transaction.set_rollback(True)


def test_an_article_whose_seed_is_gone_is_found(archive, by_hand):
    with transaction.atomic():
        by_hand("DELETE FROM articles_seed WHERE id = %s", archive.seed_id)
        assert findings() == [f"Article {archive.pk}: its seed is gone."]
        transaction.set_rollback(True)


def test_an_approval_by_one_of_its_authors_is_found(archive, by_hand):
    act = Act.objects.filter(action="approve", article=archive).first()
    revision = Revision.objects.get(article=archive, number=act.revision)
    by_hand("UPDATE articles_revision SET author_id = %s WHERE id = %s", act.by_id, revision.pk)
    assert [each for each in findings() if "had a hand in it" in each]


def test_a_missing_guard_is_found(archive):
    on = "" if connection.vendor == "sqlite" else ' ON "articles_act"'
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "articles_act_frozen"{on}')
    assert findings() == ["The guard articles_act_frozen is missing: run manage.py rebuild."]
    guards.install(connection)
