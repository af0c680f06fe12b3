"""What every installation needs before its first article: the two groups, the glossary, the starter themes."""

import csv
from collections.abc import Iterator
from pathlib import Path

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.text import slugify

from articles.models import Term, Theme

STARTER = Path(__file__).resolve().parent.parent / "starter"
# Everything of the newsroom may be looked at by whoever works in it.
VIEWED = (
    "seed", "article", "paragraph", "speech", "claim", "initiative", "award", "person", "organization", "theme", "term",
    "revision", "act", "edition", "note", "readerreport", "wording",
)  # fmt: skip
EDITORS = (
    *(f"view_{name}" for name in VIEWED),
    "add_article", "change_article", "add_person", "change_person", "add_organization", "change_organization",
    "change_readerreport",
)  # fmt: skip
APPROVERS = (
    *EDITORS, "approve_article", "publish_article", "withdraw_article", "add_theme", "change_theme", "add_term",
    "change_term",
)  # fmt: skip
GROUPS = {"Editors": EDITORS, "Approvers": APPROVERS}


@transaction.atomic
def set_up() -> None:
    """The groups have their permissions; a glossary and themes are there. Idempotent; what people changed stays.

    Starter terms and themes are made once, as long as there are none: what an editor deleted does not come back.
    """
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*Permission.objects.filter(content_type__app_label="articles", codename__in=codenames))
    if not Term.objects.exists():
        Term.objects.bulk_create(_term(row) for row in _rows("glossary.csv"))
    if not Theme.objects.exists():
        _make_themes()


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (STARTER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _term(row: dict[str, str]) -> Term:
    wrong, *inflections = row["wrong"].split("|")
    return Term(
        wrong=wrong, inflections="\n".join(inflections), preferred=row["preferred"], native=row["native"],
        kind=row["kind"], case=row["case"], context=_lines(row["context"]), safe=row["safe"] == "yes",
        note=row["note"],
    )  # fmt: skip


def _make_themes() -> None:
    """The widest first, so that each finds its broader theme made."""
    rows, made = list(_rows("themes.csv")), {"": None}
    while rows:
        ready = [row for row in rows if row["broader"] in made]
        rows = [row for row in rows if row["broader"] not in made]
        themes = Theme.objects.bulk_create(_theme(row, made[row["broader"]]) for row in ready)
        made |= {theme.name: theme for theme in themes}


def _theme(row: dict[str, str], broader: Theme | None) -> Theme:
    return Theme(
        name=row["name"], slug=slugify(row["name"]), description=row["description"], keywords=_lines(row["keywords"]),
        broader=broader,
    )  # fmt: skip


def _lines(field: str) -> str:
    return field.replace("|", "\n")
