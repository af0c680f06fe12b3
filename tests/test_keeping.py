"""Typing is kept for its editor before she saves it, and given back where she left it."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from articles.errors import BadInput, NotAllowed
from articles.models import Article, WorkingCopy
from articles.steps import correcting, keeping
from tests.browser_form import sent
from tests.cast import PASSWORD
from tests.newsroom import LINES

WORDS = "Half a day’s work, said Vera Holt."


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def sign_in(name):
    client = Client()
    assert client.login(username=name, password=PASSWORD)
    return client


@pytest.fixture
def article(newsroom):
    return newsroom.article()


@pytest.fixture
def cora(newsroom):
    return sign_in("cora")


def keep(client, article, page=None, **typed):
    """The sheet as a browser keeps it, with these fields typed."""
    data = sent(page or client.get(change(article))) | typed
    return client.post(reverse("admin:articles_article_keep", args=[article.pk]), data)


def restored(client, article, sheet=1):
    return client.get(change(article), {"kept": "1", "sheet": sheet})


# It works


def test_typing_is_kept_and_given_back(cora, article):
    answer = keep(cora, article, **{"text-p1": WORDS, "reason": "Better"})
    assert answer.status_code == 200
    assert answer.json()["told"]
    page = cora.get(change(article))
    assert "You typed here and did not save" in page.content.decode()
    assert sent(page)["text-p1"] == [LINES[1]]
    back = sent(restored(cora, article))
    assert (back["text-p1"], back["reason"], back["base"]) == ([WORDS], ["Better"], ["1"])


def test_ticks_and_choices_are_kept_too(cora, article):
    keep(cora, article, **{"confirmed-p1": "1", "fact-f0-state": "accepted", "themes": ["education"]})
    back = sent(restored(cora, article))
    assert back["confirmed-p1"] == ["1"]
    assert back["fact-f0-state"] == ["accepted"]
    assert back["themes"] == ["education"]


def test_later_typing_takes_the_place_of_earlier(cora, article):
    keep(cora, article, **{"text-p1": "First"})
    keep(cora, article, **{"text-p1": WORDS})
    assert sent(restored(cora, article))["text-p1"] == [WORDS]
    assert WorkingCopy.objects.count() == 1


def test_keeping_makes_no_revision(cora, article):
    keep(cora, article, **{"text-p1": WORDS})
    assert Article.objects.get().head == 1
    assert Article.objects.get().stage == "imported"


def test_a_save_leaves_nothing_kept(cora, article):
    keep(cora, article, **{"text-p1": WORDS})
    response = cora.post(change(article), sent(restored(cora, article)) | {"reason": "Better"})
    assert response.status_code == 302
    assert not WorkingCopy.objects.exists()


def test_a_refused_save_leaves_it_kept(cora, article):
    keep(cora, article, **{"text-p1": WORDS})
    assert cora.post(change(article), sent(restored(cora, article)) | {"reason": " "}).status_code == 400
    assert sent(restored(cora, article))["text-p1"] == [WORDS]


def test_typing_that_arrives_after_its_save_is_not_offered(cora, article):
    page = cora.get(change(article))
    cora.post(change(article), sent(page) | {"text-p1": WORDS, "reason": "Better"})
    keep(cora, article, page=page, **{"text-p1": WORDS})
    assert "did not save" not in cora.get(change(article)).content.decode()


def test_typing_is_discarded_by_its_button(cora, article):
    keep(cora, article, **{"text-p1": WORDS})
    response = cora.post(reverse("admin:articles_article_discard", args=[article.pk]), {"sheet": "1"}, follow=True)
    assert "did not save" not in response.content.decode()
    assert not WorkingCopy.objects.exists()


@pytest.fixture
def long(newsroom):
    lines = ("Mill", *(f"Paragraph number {i} says little." for i in range(60)))
    return newsroom.article(lines, ("headline", *["body"] * 60), facts=False)


def test_each_sheet_keeps_its_own_typing(cora, long):
    keep(cora, long, **{"text-p1": "One, on the first sheet."})
    keep(cora, long, page=cora.get(change(long), {"sheet": "2"}), **{"text-p60": "The end."})
    assert sent(restored(cora, long))["text-p1"] == ["One, on the first sheet."]
    assert sent(restored(cora, long, 2))["text-p60"] == ["The end."]
    assert "?sheet=2" in cora.get(change(long)).content.decode()
    cora.post(change(long), sent(restored(cora, long, 2)) | {"reason": "The end"})
    assert sent(restored(cora, long))["text-p1"] == ["One, on the first sheet."]


# A colleague saved meanwhile


def test_kept_typing_goes_with_what_a_colleague_saved_elsewhere(cora, article, newsroom):
    keep(cora, article, **{"text-p1": WORDS})
    newsroom.correct(article, newsroom.carl, "Carl’s words.", key="p2")
    back = sent(restored(cora, article))
    assert (back["text-p1"], back["text-p2"], back["base"]) == ([WORDS], ["Carl’s words."], ["2"])


def test_kept_typing_stands_beside_what_a_colleague_made_of_the_same_words(cora, article, newsroom):
    keep(cora, article, **{"text-p1": WORDS})
    newsroom.correct(article, newsroom.carl, "Carl’s words.", key="p1")
    page = restored(cora, article)
    assert sent(page)["text-p1"] == [WORDS]
    assert "Both of you changed this" in page.content.decode()
    assert "Carl’s" in page.content.decode()


def test_kept_typing_in_a_paragraph_that_is_gone_is_shown(cora, article, newsroom):
    keep(cora, article, **{"text-p2": WORDS})
    carl = sign_in("carl")
    carl.post(change(article), sent(carl.get(change(article))) | {"do": "join:p1", "reason": "One thought"})
    assert WORDS in restored(cora, article).content.decode()


def test_letting_a_colleagues_words_stand_is_kept(cora, article, newsroom):
    page = cora.get(change(article))
    newsroom.correct(article, newsroom.carl, "Carl’s words.", key="p1")
    clash = cora.post(change(article), sent(page) | {"text-p1": WORDS, "text-p2": "Mine.", "reason": "x"})
    keep(cora, article, page=clash, **{"theirs": ["paragraph:p1"]})
    back = sent(restored(cora, article))
    assert (back["text-p1"], back["text-p2"]) == (["Carl’s words."], ["Mine."])


def test_what_cannot_be_read_is_given_back_as_it_was_typed(cora, article, newsroom):
    keep(cora, article, **{"text-p1": WORDS, "meta-dated": "some time"})
    newsroom.correct(article, newsroom.carl, "Carl’s words.", key="p1")
    page = restored(cora, article)
    assert (sent(page)["text-p1"], sent(page)["meta-dated"], sent(page)["base"]) == ([WORDS], ["some time"], ["1"])


# Whose it is, and what is refused


def test_nobody_else_sees_it(cora, article):
    keep(cora, article, **{"text-p1": WORDS})
    carl = sign_in("carl")
    assert WORDS not in carl.get(change(article)).content.decode()
    assert WORDS not in carl.get(change(article), {"kept": "1"}, follow=True).content.decode()
    carl.post(reverse("admin:articles_article_discard", args=[article.pk]), {"sheet": "1"})
    assert sent(restored(cora, article))["text-p1"] == [WORDS]


def test_nothing_is_kept_for_who_may_not_correct(article, newsroom):
    newsroom.rex.user_permissions.add(Permission.objects.get(codename="view_article"))
    answer = sign_in("rex").post(reverse("admin:articles_article_keep", args=[article.pk]), {"base": "1", "sheet": "1"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/json")
    assert not WorkingCopy.objects.exists()
    with pytest.raises(NotAllowed):
        keeping.keep(article, newsroom.rex, 1, 1, "text-p1=x")


def test_typing_without_a_token_is_not_taken(article, newsroom):
    client = Client(enforce_csrf_checks=True)
    client.login(username="cora", password=PASSWORD)
    address = reverse("admin:articles_article_keep", args=[article.pk])
    assert client.post(address, {"base": "1", "sheet": "1", "text-p1": WORDS}).status_code == 403
    assert not WorkingCopy.objects.exists()


def test_a_logged_out_browser_is_not_told_that_its_typing_is_kept(article):
    answer = Client().post(reverse("admin:articles_article_keep", args=[article.pk]), {"base": "1", "text-p1": WORDS})
    assert answer.status_code == 403
    assert "json" not in answer.headers["Content-Type"]
    assert not WorkingCopy.objects.exists()


@pytest.mark.parametrize(
    ("base", "sheet", "form"), [(7, 1, "a=b"), (1, 0, "a=b"), (1, 1001, "a=b"), (1, 1, "x" * 6_000_000)]
)
def test_what_cannot_be_kept_is_refused(article, newsroom, base, sheet, form):
    with pytest.raises(BadInput):
        keeping.keep(article, newsroom.cora, base, sheet, form)
    assert not WorkingCopy.objects.exists()


def test_typing_on_a_spiked_article_is_kept(cora, article, newsroom):
    page = cora.get(change(article))
    correcting.spike(article, newsroom.carl, "A hoax")
    assert keep(cora, article, page=page, **{"text-p1": WORDS}).status_code == 200


def test_any_words_come_back_as_they_were_typed(cora, article):
    odd = "a&b=c %20 + 汉字 🏭\nsecond line  “quoted”"
    keep(cora, article, **{"meta-original_text": odd})
    form = keeping.kept(article, article.working_copies.get().editor).sheets[1]
    assert urlencode({"meta-original_text": odd}) in form
    assert sent(restored(cora, article))["meta-original_text"] == [odd.replace("\n", "\r\n")]
