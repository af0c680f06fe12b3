"""The search's table is made anew, with what narrows it and the words it knows; ``rebuild`` fills it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles import search


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    search.uninstall(schema_editor.connection)
    search.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_memory_tallies_and_merges")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
