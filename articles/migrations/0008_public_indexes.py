"""Indexes for what readers ask of editions: what was withdrawn, what was put right, what one states. The guards stay as they are."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.models import guards


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_registry")]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["-withheld_at", "-id"],
                name="edition_withheld",
                condition=models.Q(withheld_at__isnull=False),
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["significance", "-live_from", "-id"], name="edition_told"),
        ),
        migrations.AddIndex(
            model_name="published",
            index=models.Index(fields=["edition", "kind"], name="published_of_edition"),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
