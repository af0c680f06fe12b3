"""The reading index leads to facts by whom, theme and amount. Empty until ``rebuild`` has come by."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_redaction")]

    operations = [
        migrations.AddField(
            model_name="published",
            name="fact",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pointers",
                to="articles.published",
            ),
        ),
        migrations.AlterField(
            model_name="published",
            name="key",
            field=models.CharField(
                help_text="The fact's, person's or organization's key, the theme's slug, a related article's number, or "
                "whose amount it is, of which year, in which unit.",
                max_length=100,
            ),
        ),
        migrations.AlterField(
            model_name="published",
            name="kind",
            field=models.CharField(
                choices=[
                    ("speech", "speech"),
                    ("claim", "claim"),
                    ("initiative", "initiative"),
                    ("award", "award"),
                    ("theme", "theme"),
                    ("person", "person"),
                    ("organization", "organization"),
                    ("speech of", "speech of"),
                    ("claim of", "claim of"),
                    ("initiative of", "initiative of"),
                    ("award of", "award of"),
                    ("speech on", "speech on"),
                    ("claim on", "claim on"),
                    ("initiative on", "initiative on"),
                    ("award on", "award on"),
                    ("amount", "amount"),
                    ("related", "related"),
                ],
                max_length=16,
            ),
        ),
        migrations.AddIndex(
            model_name="published",
            index=models.Index(
                condition=models.Q(("fact__isnull", False)),
                fields=["key", "-sort_date", "-id"],
                name="published_pointers",
            ),
        ),
    ]
