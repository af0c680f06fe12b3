"""Every page of the newsroom in a real browser, light and dark, wide and narrow: nobody is shut out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User

from articles.models import Person, Wording
from articles.steps import noting
from articles.steps.importing import import_seed
from tests.admin_pages import addresses
from tests.browser.test_workbench import SEED
from tests.cast import PASSWORD
from tests.conftest import prove_share
from tests.everything import LONG, publish_everything
from tests.newsroom import Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.prove, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def article(people):
    """The real seed in work, with notes; beside it something of every kind, in words meant to break pages."""
    newsroom = Newsroom(people)
    publish_everything(newsroom)
    Wording.objects.create(wrong="the broad masses", right=LONG, key="the broad", kept=3)
    article = import_seed(SEED.read_bytes(), SEED.name).article
    for about in ("", article.paragraphs.first().key, article.speech_set.first().key):
        noting.note(article, people["cora"], "Is this so?", about, "It is.")
    User.objects.create_superuser("chief", password=PASSWORD)
    return article


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_no_page_of_the_newsroom_shuts_anybody_out(desk_of, article, scheme, width):
    size = {"width": width, "height": 900}
    # Without motion, as a colour on its way to another is read by nobody.
    page = desk_of("chief", color_scheme=scheme, viewport=size, bypass_csp=True, reduced_motion="reduce")
    found = {}
    for address in _a_share_of([*addresses(article, Person.objects.last().pk)]):
        asked = page.request.get(address)
        if not asked.ok or not asked.headers["content-type"].startswith("text/html"):
            continue
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        faults = Axe().run(page, options=RULES)
        for fault in faults.response["violations"]:
            found.setdefault(fault["id"], []).append((address, fault["nodes"][0]["html"][:160]))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.setdefault("too wide", []).append((address, page.evaluate("document.documentElement.scrollWidth")))
    assert not found, "\n".join(f"{rule}: {where}" for rule, where in found.items())


def _a_share_of(pages):
    """All of them, or every so many: a continuous run looks at some in each colour."""
    return pages[:: max(1, round(1 / max(prove_share(), 0.25)))]
