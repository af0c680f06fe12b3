"""Every page of the newsroom, in a newsroom whose every field holds what could end an attribute or an element."""

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Person, Term, Wording
from articles.steps import noting

from .admin_pages import addresses
from .everything import HOSTILE, publish_everything
from .wellformed import Wellformed

RAW = "<script>alert"


@pytest.fixture
def everything(newsroom):
    edition = publish_everything(newsroom).edition
    article = Article.objects.get(pk=edition.article_id)
    for about in ("", "p2", article.claim_set.first().key):
        noting.note(article, newsroom.ada, f"Is it? {HOSTILE}", about, HOSTILE)
    Wording.objects.create(wrong="by wind", right=HOSTILE, key="by wind", kept=3)
    Term.objects.create(wrong=HOSTILE, preferred=f"x{HOSTILE}")
    return article


@pytest.fixture
def admin_(client, newsroom):
    client.force_login(User.objects.create_superuser("chief", first_name="Chief", last_name=HOSTILE))
    return client


def test_every_page_is_whole_and_shows_markup_as_text(admin_, everything):
    seen, faults = 0, {}
    for address in addresses(everything, Person.objects.last().pk):
        response = admin_.get(address)
        assert response.status_code in {200, 302, 400, 403, 404, 405}, f"{address}: {response.status_code}"
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        page = response.content.decode()
        assert RAW not in page, address
        if response.status_code == 200:
            read = Wellformed(page)
            faults[address] = [each for each in (*read.faults, *read.strange) if each != "script"]
            seen += 1
    assert {address: found for address, found in faults.items() if found} == {}
    assert seen > 60
