"""The reading index is counted by months, and what readers and editors ask of many articles has its index.

On a million articles this takes minutes, in which nothing can be written: each index is made from the whole table, and
the counts are taken from the whole reading index. The guards stay as they are.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.models import guards, monthly


def count(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    monthly.recount(schema_editor.connection)


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_search_narrowed")]

    operations = [
        migrations.CreateModel(
            name="Monthly",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16)),
                ("key", models.CharField(max_length=100)),
                ("month", models.CharField(help_text="2016-11, or 2016.", max_length=7)),
                ("since", models.DateTimeField()),
                ("count", models.IntegerField()),
            ],
        ),
        migrations.AddConstraint(
            model_name="monthly",
            constraint=models.UniqueConstraint(fields=("kind", "key", "month", "since"), name="monthly_once"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["source", "-live_from", "-id"], name="edition_of_source"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-changed_at", "-id"], name="article_newest"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("withdrawal_open", True)), fields=["changed_at"], name="article_countersign"
            ),
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
