"""The search engine gets its table; ``rebuild`` fills it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles import search


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    search.install(schema_editor.connection)


def uninstall(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    search.uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_guards")]

    operations = [migrations.RunPython(install, uninstall)]
