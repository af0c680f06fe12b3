"""The whole way through the real doors: the command, the admin pages as two people, the public pages."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.models import Act, Article
from articles.steps.moving import head_of
from tests.browser_form import sent
from tests.cast import PASSWORD

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_ffe9435999e86a28.txt"
HEADLINE = "WeChat and QQ have become the foundation of mass communication, says Ma Huateng"


class Desk:
    """Somebody of the cast at the admin site, who fills in what the page shows and presses its buttons."""

    def __init__(self, name):
        self.client = Client()
        assert self.client.login(username=name, password=PASSWORD)

    def correct(self, reason, **typed):
        """The first sheet sent with every paragraph confirmed, every fact accepted and every guard checked."""
        address = reverse("admin:articles_article_change", args=[Article.objects.get().pk])
        page = self.client.get(address)
        data = sent(page)
        html = page.content.decode()
        data |= {name: ["1"] for name in re.findall(r'name="(confirmed-\w+)"', html)}
        data |= {name: ["accepted"] for name in re.findall(r'name="(fact-\w+-state)"', html)}
        blocking = re.findall(r'data-level="block".*?name="judge" value="([^"]+)"', html, re.DOTALL)
        return self.client.post(address, {**data, "judge": blocking, "reason": reason, "do": "save", **typed})

    def press(self, action, **fields):
        address = reverse("admin:articles_article_act", args=[Article.objects.get().pk, action])
        return self.client.post(address, {"page": "review", **fields})


def headline_of(document):
    return next(each for each in document.paragraphs if each.role == "headline")


def test_an_article_from_seed_to_reader_and_back(cast, client):
    call_command("import_seeds", str(SEED), verbosity=0)
    cora, ada, bea = Desk("cora"), Desk("ada"), Desk("bea")
    article = Article.objects.get()
    text = f"text-{headline_of(head_of(article).document).key}"

    rights = {"meta-rights": "quotation", "meta-rights_basis": "Quotation for research"}
    assert cora.correct("Corrected against the body", **rights, **{text: HEADLINE}).status_code == 302
    assert cora.correct("Checked the names").status_code == 302
    assert cora.press("submit").status_code == 302
    assert cora.press("approve", digest=head_of(Article.objects.get()).digest).status_code == 403
    assert ada.press("publish").status_code == 409

    assert ada.press("approve", digest="0" * 64).status_code == 409
    assert ada.press("approve", digest=head_of(Article.objects.get()).digest).status_code == 302
    assert client.get(f"/articles/{article.pk}/").status_code == 404
    assert ada.press("publish").status_code == 302

    assert HEADLINE in client.get("/").content.decode()
    address = client.get(f"/articles/{article.pk}/").headers["Location"]
    public = client.get(address).content.decode()
    assert HEADLINE in public
    assert "17 million" in public
    assert "Leave a Reply" not in public

    changed = {text: HEADLINE.replace("says", "said"), "significance": "minor"}
    assert cora.correct("A tense", **changed).status_code == 302
    assert HEADLINE in client.get(address).content.decode()
    assert cora.press("submit").status_code == 302
    assert ada.press("approve", digest=head_of(Article.objects.get()).digest).status_code == 302
    assert ada.press("publish").status_code == 302
    second = client.get(f"/articles/{article.pk}/", follow=True)
    assert "said Ma Huateng" in second.content.decode()
    assert client.get(f"{second.request['PATH_INFO']}editions/1/").status_code == 200

    assert ada.press("withdraw", reason="The source withdrew it.", confirmed="1").status_code == 302
    gone = client.get(second.request["PATH_INFO"])
    assert gone.status_code == 410
    assert "The source withdrew it." in gone.content.decode()
    assert HEADLINE not in client.get("/").content.decode()
    assert ada.press("countersign").status_code == 403
    assert bea.press("countersign").status_code == 302

    told = [act.action for act in Act.objects.all()]
    assert told == ["import", "submit", "approve", "publish", "submit", "approve", "publish", "withdraw", "countersign"]
    call_command("verify_editions", drafts=True)


def test_nothing_on_the_way_is_done_by_who_only_reads(cast):
    call_command("import_seeds", str(SEED), verbosity=0)
    rex = Desk("rex")
    article = Article.objects.get()
    assert rex.client.get(reverse("admin:articles_article_change", args=[article.pk])).status_code == 403
    for action in ("take", "submit", "approve", "publish", "withdraw", "countersign", "spike"):
        assert rex.press(action, reason="No", confirmed="1").status_code == 403
    assert Act.objects.count() == 1


@pytest.mark.parametrize(
    "action", ["submit", "approve", "publish", "withdraw", "countersign", "recall", "revoke", "revive"]
)
def test_nothing_is_done_at_the_wrong_moment(cast, action):
    call_command("import_seeds", str(SEED), verbosity=0)
    response = Desk("ada").press(action, reason="No", confirmed="1")
    assert response.status_code == 409
    assert Article.objects.get().stage == "imported"
