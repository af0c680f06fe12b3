"""The guards let a redaction pass that an Act tells of, and nothing else."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.models import guards


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_preview_links")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
