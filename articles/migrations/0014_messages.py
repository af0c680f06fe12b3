"""Messages on the desk. No frozen table is touched."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_refused_terms_and_uses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "act",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.act",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="articles.article"
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.note",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("to"),
                        models.OrderBy(models.F("id"), descending=True),
                        condition=models.Q(("seen_at__isnull", True)),
                        name="message_unseen",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(models.F("to"), models.F("act"), name="message_of_act_once"),
                    models.UniqueConstraint(models.F("to"), models.F("note"), name="message_of_note_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("act__isnull", True), ("note__isnull", False)),
                            models.Q(("act__isnull", False), ("note__isnull", True)),
                            _connector="OR",
                        ),
                        name="message_of_one_thing",
                    ),
                ],
            },
        ),
    ]
