"""Frozen rows: every column of every frozen table is tried, so that a new column cannot slip through."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.utils import timezone

from articles.models import Act, Edition, Revision, Seed, guards

MODELS = {model._meta.db_table: model for model in apps.get_app_config("articles").get_models()}
COLUMNS = [
    (frozen, field)
    for frozen in guards.FROZEN
    for field in MODELS[frozen.table]._meta.concrete_fields
    if field.column not in frozen.movable
]


@pytest.fixture
def archive(newsroom):
    return newsroom.published()


def other_value(field, row):
    value = getattr(row, field.attname)
    if isinstance(field, models.DateTimeField):
        return (value or timezone.now()) + timedelta(seconds=1)
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.ForeignKey | models.IntegerField):
        return (value or 0) + 1
    if isinstance(field, models.BinaryField):
        return b"other"
    return ["other"] if isinstance(field, models.JSONField) else "other"


@pytest.mark.parametrize(("frozen", "field"), COLUMNS, ids=[f"{f.table}.{c.column}" for f, c in COLUMNS])
def test_a_frozen_column_never_changes(archive, frozen, field):
    model = MODELS[frozen.table]
    row = model.objects.order_by("pk").last()
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{field.attname: other_value(field, row)})
    assert getattr(model.objects.get(pk=row.pk), field.attname) == getattr(row, field.attname)


@pytest.mark.parametrize("frozen", guards.FROZEN, ids=lambda frozen: frozen.table)
def test_a_frozen_row_is_not_replaced_by_another(archive, frozen):
    model = MODELS[frozen.table]
    row = model.objects.order_by("pk").last()
    names = [field.column for field in model._meta.concrete_fields]
    columns = ", ".join(f'"{name}"' for name in names)
    replace = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    conflict = (
        "" if connection.vendor == "sqlite" else f" ON CONFLICT (id) DO UPDATE SET {names[1]} = EXCLUDED.{names[1]}"
    )
    sql = f'{replace} INTO "{frozen.table}" ({columns}) SELECT {columns} FROM "{frozen.table}" WHERE id = %s{conflict}'
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [row.pk])


def test_a_saved_frozen_row_is_refused_by_the_orm_too(archive):
    for model in (Seed, Revision, Act, Edition):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.first().save()


def test_loaddata_changes_nothing_frozen(archive, tmp_path):
    fixture = tmp_path / "revision.json"
    call_command("dumpdata", "articles.Revision", output=str(fixture))
    fixture.write_text(fixture.read_text().replace("Corrected", "Forged"))
    with pytest.raises(DatabaseError):
        call_command("loaddata", str(fixture), verbosity=0)
    assert not Revision.objects.filter(reason="Forged").exists()


def test_the_movable_columns_move(archive):
    edition = archive.editions.get()
    Edition.objects.filter(pk=edition.pk).update(live_until=timezone.now() + timedelta(days=2))
    assert Edition.objects.get().live_until is not None


def test_a_missing_guard_is_reported_and_installed_again(archive):
    name = "articles_revision_frozen"
    on = "" if connection.vendor == "sqlite" else ' ON "articles_revision"'
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{on}')
    assert guards.missing(connection) == [name]
    assert [each.id for each in guards.check_guards(databases=["default"])] == ["articles.E001"]
    guards.install(connection)
    guards.install(connection)
    assert guards.missing(connection) == []
    assert guards.check_guards(databases=["default"]) == []
