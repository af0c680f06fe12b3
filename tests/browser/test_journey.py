"""The main job in a real browser: the real seed from import to reader, by two people."""

from pathlib import Path

import pytest

from articles.models import Article
from articles.steps.importing import import_seed
from articles.steps.verifying import verify
from tests.newsroom import Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_ffe9435999e86a28.txt"
HEADLINE = "WeChat and QQ have become the foundation of mass communication, says Ma Huateng"


@pytest.fixture
def article(people):
    return import_seed(SEED.read_bytes(), SEED.name).article


def save(page, reason):
    page.locator("#id_reason").fill(reason)
    page.get_by_role("button", name="Save", exact=True).click()


def settle_everything(page):
    """As an editor would: the headline restored, each paragraph confirmed, each fact accepted, each guard checked."""
    page.get_by_label("Rights", exact=True).select_option("quotation")
    page.get_by_label("Rights basis").fill("Quotation for research")
    page.locator("textarea[name^=text-]").first.fill(HEADLINE)
    for tick in page.locator("input[name^=confirmed-]").all():
        tick.check()
    for accepted in page.locator("input[name^=fact-][value=accepted]").all():
        accepted.check()
    save(page, "Corrected against the body")
    for tick in page.locator(".problem[data-level=block] input[name=judge]").all():
        tick.check()
    save(page, "Checked the names")


def test_the_seed_travels_from_import_to_reader(article, desk_of, chromium, live_server):
    cora = desk_of("cora")
    cora.get_by_role("link", name="Ma Huateng WeChat and QQ").first.click()
    settle_everything(cora)
    cora.get_by_role("button", name="Submit").click()
    assert Article.objects.get().stage == "in review"
    assert cora.get_by_role("button", name="Approve").count() == 0

    ada = desk_of("ada")
    ada.get_by_role("link", name=HEADLINE).first.click()
    ada.get_by_role("link", name="Review", exact=True).first.click()
    ada.get_by_role("button", name="Approve").first.click()
    ada.get_by_role("button", name="Publish").first.click()
    assert Article.objects.get().stage == "done"

    reader = chromium.new_page()
    reader.goto(live_server.url)
    reader.get_by_role("link", name=HEADLINE).click()
    assert reader.get_by_role("heading", level=1).inner_text() == HEADLINE
    assert "17 million" in reader.locator("main").inner_text()
    assert "Leave a Reply" not in reader.locator("main").inner_text()
    reader.close()
    assert [each.sentence for each in verify(drafts=True)] == []


def test_two_browsers_on_one_paragraph_lose_nothing(article, desk_of):
    address = f"/admin/articles/article/{article.pk}/change/"
    cora, carl = desk_of("cora"), desk_of("carl")
    for page, words in ((cora, "Cora's headline"), (carl, "Carl's headline")):
        page.goto(address)
        page.locator("textarea[name^=text-]").first.fill(words)
    save(cora, "A headline")
    save(carl, "Another headline")
    told = carl.locator("main, #content").first.inner_text()
    assert "Cora's headline" in told
    assert carl.locator("textarea[name^=text-]").first.input_value() == "Carl's headline"
    save(carl, "Mine, after reading hers")
    assert Article.objects.get().headline == "Carl's headline"
    texts = [each.document.headline for each in Article.objects.get().revisions.order_by("number")]
    assert texts[-2:] == ["Cora's headline", "Carl's headline"]


def test_an_editor_cannot_reach_what_she_has_no_right_to(article, desk_of, people):
    submitted = Newsroom(people).submitted()
    cora = desk_of("cora")
    for path in (
        f"/admin/articles/article/{submitted.pk}/act/approve/",
        f"/admin/articles/article/{submitted.pk}/act/publish/",
    ):
        response = cora.request.post(path, headers={"Referer": cora.url}, form={"csrfmiddlewaretoken": token(cora)})
        assert response.status == 403
    assert Article.objects.get(pk=submitted.pk).stage == "in review"
    rex = desk_of("rex")
    for path in (f"/admin/articles/article/{article.pk}/change/", f"/admin/articles/article/{article.pk}/history/"):
        assert rex.goto(path).status == 403


def token(page):
    return page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
