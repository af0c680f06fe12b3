"""Code imports only from floors below its own."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = (
    ("articles.text",),
    ("articles.errors",),
    ("articles.models",),
    ("articles.search",),
    ("articles.pages",),
    ("articles.steps",),
    ("articles.admin", "articles.public", "articles.management", "articles.tasks", "articles.apps"),
)
FILES = sorted(path for path in (ROOT / "articles").rglob("*.py") if "migrations" not in path.parts)


def module_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def floor_of(module):
    for level, names in enumerate(FLOORS):
        if any(module == name or module.startswith(f"{name}.") for name in names):
            return level
    return None


def imports(path):
    """Every module a file imports, and whether the import hides in a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = module_of(path).split(".") if path.name == "__init__.py" else module_of(path).split(".")[:-1]
    hidden = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in hidden) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*above, *([node.module] if node.module else [])])
            yield stem, node in hidden
            yield from ((f"{stem}.{alias.name}", node in hidden) for alias in node.names)


def ours(module):
    return module.split(".")[0] in {"articles", "cms"}


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_code_imports_only_from_floors_below(path):
    mine = floor_of(module_of(path))
    upstairs = [
        name
        for name, _ in imports(path)
        if (theirs := floor_of(name)) is not None and mine is not None and theirs > mine
    ]
    assert not upstairs


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_no_import_of_ours_hides_in_a_function(path):
    assert not [name for name, hidden in imports(path) if hidden and ours(name)]


@pytest.mark.parametrize("path", [p for p in FILES if "text" in p.parts], ids=module_of)
def test_words_know_no_django_no_clock_no_disk(path):
    forbidden = {"django", "datetime.now", "time", "os", "pathlib", "io", "random", "secrets"}
    assert not [name for name, _ in imports(path) if name.split(".")[0] in forbidden]


def test_the_site_knows_of_the_app_by_name_alone():
    for path in (ROOT / "cms").rglob("*.py"):
        assert not [name for name, _ in imports(path) if name.split(".")[0] == "articles"]


def test_a_floor_that_imports_upstairs_is_found(tmp_path):
    assert floor_of("articles.text.changes") < floor_of("articles.models") < floor_of("articles.steps.publishing")
    assert floor_of("articles.public.views") > floor_of("articles.pages.article")
