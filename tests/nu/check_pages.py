"""Every kind of page, the readers' and the editors', by the W3C's Nu HTML checker. It needs Java, and what ``npm ci``
installs beside this file; ``make html`` runs it, apart from the tests."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.everything import publish_everything
from tests.walking import walk

CHECKER = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
READERS = ("/", "/nowhere/", "/articles/3/", "/search/?q=turns", "/search/?q=zebra", "/claims/?from=2030", "/?before=x")

# What Django's own widgets for picking a row, a password's digest and the hints about one have always written.
DJANGOS = (
    "Element “option” without attribute “label” must not be empty.",
    "Attribute “disabled” not allowed on element “div” at this point.",
    "No “p” element in scope but a “p” end tag seen. '</li></ul></p>",
)


@pytest.fixture
def faults(tmp_path):
    """What the checker says of pages, by their addresses."""
    addresses = {}

    def add(found):
        file = tmp_path / f"{len(addresses):03}.html"
        file.write_bytes(found.response.content)
        addresses[file.name] = found.address

    def told():
        java = ["java", "-Xss2m", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always"]
        ran = subprocess.run([*java, *map(str, sorted(tmp_path.iterdir()))], capture_output=True, check=True, text=True)
        said = json.loads(ran.stderr or ran.stdout)["messages"]
        return [
            f"{addresses[Path(each['url']).name]}: {each['message']} {each.get('extract', '')!r}"
            for each in said
            if each["type"] != "info"
        ]

    told.add, told.addresses = add, addresses
    return told


def test_readers_pages_are_html(client, newsroom, faults):
    publish_everything(newsroom)
    for found in walk(client, *READERS, each_kind=2):
        if found.is_page:
            faults.add(found)
    assert len(faults.addresses) > 40
    said = faults()
    assert not said, "\n".join(said)


def test_editors_pages_are_html(admin_client, newsroom, faults):
    publish_everything(newsroom)
    for stage in (newsroom.article, newsroom.submitted, newsroom.approved):
        stage()
    for found in walk(admin_client, "/admin/", each_kind=2):
        if found.is_page and found.address.startswith("/admin/"):
            faults.add(found)
    assert len(faults.addresses) > 100
    said = [fault for fault in faults() if not any(known in fault for known in DJANGOS)]
    assert not said, "\n".join(said)
