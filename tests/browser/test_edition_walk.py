"""An edition's whole life in real browsers: sent back, scheduled, live, corrected, withdrawn, and back again.

Each step leaves a picture beside the test's temporary files.
"""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.utils import timezone

from articles.models import Article
from articles.steps.verifying import verify
from tests.newsroom import Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BETTER = "The mill in Dorn opened on Monday, Vera Holt said."
AT_LAST = "The mill in Dorn opened at last on Monday, Vera Holt said."
AGAIN = "At last the mill in Dorn opened on Monday, Vera Holt said."


@pytest.fixture
def article(people):
    return Newsroom(people).ready()


SCREENS = {"desktop, light": ("light", 1280, 900), "phone, dark": ("dark", 390, 844)}


@pytest.fixture(params=SCREENS.values(), ids=SCREENS)
def walk(request, article, desk_of, chromium, live_server, tmp_path):
    scheme, width, height = request.param
    screen = {"color_scheme": scheme, "viewport": {"width": width, "height": height}}
    new_reader = partial(chromium.new_page, base_url=live_server.url, **screen)
    walk = Walk(article, partial(desk_of, **screen), new_reader, tmp_path)
    yield walk
    walk.reader.close()


class Walk:
    """Cora corrects, Ada judges and publishes, Bea countersigns; the reader has no account."""

    def __init__(self, article, desk_of, new_reader, pictures):
        self.article, self.new_reader, self.pictures, self.taken = article, new_reader, pictures, 0
        self.reader = new_reader()
        self.cora, self.ada, self.bea = (desk_of(name) for name in ("cora", "ada", "bea"))

    def open(self, page, name):
        page.goto(f"/admin/articles/article/{self.article.pk}/{name}/")

    def picture(self, page, name):
        self.taken += 1
        page.screenshot(path=self.pictures / f"{self.taken:02}-{name}.png", full_page=True)

    def correct(self, text, significance="", note=""):
        self.open(self.cora, "change")
        if significance:
            if not self.cora.locator("#about").get_attribute("open"):
                self.cora.locator("#about > summary").click()
            self.cora.locator(f"input[name=significance][value={significance}]").check()
            self.cora.locator("#id_note").fill(note)
        self.cora.locator("textarea[name=text-p1]").fill(text)
        self.cora.locator("#id_reason").fill("Better English")
        self.cora.get_by_role("button", name="Save", exact=True).click()
        assert "Saved as revision" in self.cora.locator(".messagelist").inner_text()

    def submit(self):
        self.open(self.cora, "change")
        self.cora.get_by_role("button", name="Submit for review").click()

    def approve(self):
        self.open(self.ada, "review")
        self.ada.get_by_role("button", name="Approve this version").click()

    def publish(self, at=None):
        if at:
            self.ada.get_by_role("radio", name="at", exact=True).check()
            self.ada.get_by_label("Day and time").fill(timezone.localtime(at).strftime("%Y-%m-%dT%H:%M"))
        self.ada.get_by_role("button", name="Publish", exact=True).click()

    def read(self):
        """What a reader who was not here before is told at the article's address: (status, words)."""
        self.reader.close()
        self.reader = self.new_reader()
        answer = self.reader.goto(f"/articles/mill-opens-its-doors-{self.article.pk}/")
        return answer.status, self.reader.locator("main").inner_text()

    @property
    def stage(self):
        return Article.objects.get(pk=self.article.pk).stage


@pytest.mark.prove
def test_an_edition_from_review_to_withdrawal_and_back(walk):
    sent_back_and_corrected(walk)
    soon = timezone.now() + timedelta(hours=1)
    approved_and_scheduled(walk, soon)
    with time_machine.travel(soon + timedelta(minutes=5)):
        assert "opened on Monday" in walk.read()[1]
        walk.picture(walk.reader, "live")
        corrected(walk)
        withdrawn_and_countersigned(walk)
        back_again(walk)
        the_record_tells_all_of_it(walk)
        assert [each.sentence for each in verify(drafts=True)] == []


def sent_back_and_corrected(walk):
    walk.submit()
    walk.open(walk.ada, "review")
    walk.picture(walk.ada, "first-review")
    walk.ada.locator("summary", has_text="Send back").click()
    walk.ada.get_by_label("Why").select_option("language")
    walk.ada.get_by_label("What its editor should do").fill("Say who said it at the end.")
    walk.ada.get_by_role("button", name="Send back", exact=True).click()
    assert walk.stage == "correcting"
    walk.cora.goto("/admin/")
    assert "Say who said it at the end." in walk.cora.locator("#content").inner_text()
    walk.picture(walk.cora, "sent-back")
    walk.correct(BETTER)
    walk.submit()


def approved_and_scheduled(walk, soon):
    walk.approve()
    assert walk.stage == "approved"
    assert "stays unseen until somebody publishes it" in walk.ada.locator(".masthead").inner_text()
    walk.publish(soon)
    assert "edition 1 goes live" in walk.ada.locator(".masthead").inner_text()
    walk.picture(walk.ada, "scheduled")
    assert walk.read()[0] == 404


def corrected(walk):
    walk.correct(AT_LAST, "clarification", "It opened at last.")
    walk.submit()
    walk.open(walk.ada, "review")
    beside = walk.ada.locator(".beside").inner_text()
    assert "It opened at last." in beside
    walk.picture(walk.ada, "second-review")
    # A browser's own chord for access keys cannot be pressed from outside it.
    walk.ada.locator("[accesskey=v]").click()
    assert walk.ada.url.endswith("/preview/")
    walk.picture(walk.ada, "as-readers-see-it")
    walk.approve()
    walk.publish()
    assert "It opened at last." in walk.read()[1]
    walk.picture(walk.reader, "corrected")


def withdrawn_and_countersigned(walk):
    walk.open(walk.ada, "withdraw")
    walk.ada.get_by_label("Reason, as readers will read it").fill("The owner of the text asked for it.")
    walk.ada.get_by_label("Yes, take it from readers now").check()
    walk.picture(walk.ada, "withdrawing")
    walk.ada.get_by_role("button", name="Withdraw", exact=True).click()
    status, words = walk.read()
    assert (status, "The owner of the text asked for it." in words) == (410, True)
    walk.picture(walk.reader, "withdrawn")
    walk.open(walk.bea, "review")
    walk.bea.get_by_role("button", name="Countersign").click()
    assert not Article.objects.get(pk=walk.article.pk).withdrawal_open


def back_again(walk):
    walk.correct(AGAIN, "update", "Its owner has agreed.")
    assert walk.read()[0] == 410
    walk.submit()
    walk.approve()
    walk.publish()
    status, words = walk.read()
    assert (status, "Its owner has agreed." in words) == (200, True)
    walk.picture(walk.reader, "back")


def the_record_tells_all_of_it(walk):
    walk.open(walk.ada, "timeline")
    told = [row.inner_text() for row in walk.ada.locator("table").first.locator("td b").all()]
    assert [each for each in told if not each.startswith("Revision")] == [
        "Submit", "Send back", "Submit", "Approve", "Publish", "Submit", "Approve", "Publish", "Withdraw",
        "Countersign", "Submit", "Approve", "Publish",
    ]  # fmt: skip
    walk.picture(walk.ada, "record")
    walk.ada.emulate_media(media="print")
    walk.picture(walk.ada, "record-printed")
