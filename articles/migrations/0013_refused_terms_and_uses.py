"""A proposed term can be refused, a form can be forbidden, and uses of terms are counted."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_monthly_counts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="term",
            name="refused_because",
            field=models.CharField(blank=True, editable=False, max_length=300),
        ),
        migrations.AddField(
            model_name="term",
            name="refused_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="term",
            name="used",
            field=models.PositiveIntegerField(
                default=0, editable=False, help_text="How often a wrong form gave way in an article's first edition."
            ),
        ),
        migrations.AlterField(
            model_name="term",
            name="preferred",
            field=models.CharField(
                blank=True,
                help_text="Empty: a forbidden form, for which the editor finds a word.",
                max_length=200,
                verbose_name="preferred form",
            ),
        ),
    ]
