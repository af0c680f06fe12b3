"""The correction memory, tallies of the work, merges; indexes for what was done lately. The guards stay as they are."""

import django.db.models.deletion
import django.utils.timezone
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.models import guards


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_proposals_and_replacements"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("person", "person"), ("organization", "organization"), ("theme", "theme")],
                        max_length=12,
                    ),
                ),
                ("gone", models.CharField(max_length=100)),
                ("into", models.CharField(max_length=100)),
                ("was", models.CharField(max_length=200)),
                ("now", models.CharField(max_length=200)),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField()),
                ("kind", models.CharField(choices=[("source", "source"), ("rule", "rule")], max_length=6)),
                ("name", models.CharField(blank=True, help_text="The site or the rule.", max_length=100)),
                ("articles", models.PositiveIntegerField(default=0)),
                ("words_before", models.PositiveBigIntegerField(default=0)),
                ("words_after", models.PositiveBigIntegerField(default=0)),
                ("edits", models.PositiveBigIntegerField(default=0)),
                ("longer", models.PositiveBigIntegerField(default=0)),
                ("problems_before", models.PositiveBigIntegerField(default=0)),
                ("problems_after", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "tallies",
                "ordering": ["-week", "kind", "name"],
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wrong", models.CharField(max_length=80, verbose_name="machine's words")),
                ("right", models.CharField(max_length=80, verbose_name="editors' words")),
                ("key", models.CharField(db_index=True, editable=False, max_length=80)),
                ("kept", models.PositiveIntegerField(default=0, verbose_name="taken over")),
                ("left", models.PositiveIntegerField(default=0, verbose_name="done otherwise")),
            ],
            options={
                "verbose_name": "remembered correction",
                "ordering": ["-kept", "wrong"],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="machine_problems",
            field=models.PositiveIntegerField(
                editable=False, help_text="How many problems it had as it came. Empty: not looked for yet.", null=True
            ),
        ),
        migrations.AddField(
            model_name="theme",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="articles.theme",
            ),
        ),
        migrations.AddIndex(
            model_name="act",
            index=models.Index(fields=["-at"], name="act_newest"),
        ),
        migrations.AddIndex(
            model_name="revision",
            index=models.Index(fields=["-at"], name="revision_newest"),
        ),
        migrations.AddField(
            model_name="merge",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.UniqueConstraint(fields=("week", "kind", "name"), name="tally_once"),
        ),
        migrations.AddConstraint(
            model_name="wording",
            constraint=models.UniqueConstraint(fields=("wrong", "right"), name="wording_once"),
        ),
        migrations.AddIndex(
            model_name="merge",
            index=models.Index(fields=["kind", "-at"], name="merge_of_kind"),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
