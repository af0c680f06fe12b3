"""What every installation needs before its first article: the two groups, the glossary, the starter themes."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

# Everything of the newsroom may be looked at by whoever works in it.
VIEWED = (
    "seed", "article", "paragraph", "speech", "claim", "initiative", "award", "person", "organization", "theme", "term",
    "revision", "act", "edition", "note", "readerreport",
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
    """The groups have their permissions. Idempotent; what an administrator added stays."""
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*Permission.objects.filter(content_type__app_label="articles", codename__in=codenames))
