"""The people of the tests: Cora corrects, Ada approves and publishes, Bea is a second approver, Rex only reads."""

from django.contrib.auth.models import Group, User

from articles.steps.setting_up import set_up

PASSWORD = "a long one, for tests only"


def hire() -> dict[str, User]:
    """The cast, with their groups; everyone but the stranger may enter the admin site."""
    set_up()
    editors, approvers = Group.objects.get(name="Editors"), Group.objects.get(name="Approvers")
    cast = {
        name: User.objects.create_user(name, password=PASSWORD, is_staff=True)
        for name in ("cora", "carl", "ada", "bea", "rex")
    }
    for name in ("cora", "carl"):
        cast[name].groups.add(editors)
    for name in ("ada", "bea"):
        cast[name].groups.add(approvers)
    return {name: User.objects.get(pk=user.pk) for name, user in cast.items()}
