"""Seeds brought in through the site: every kind of file; what is refused is told by name, the others come in."""

import gzip
import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.admin import bringing_in
from articles.models import Article, Seed
from articles.steps import approving
from articles.steps.moving import head_of


def text(name):
    return f"{name} opens its doors\n\nThe {name} in Dorn opened its doors on Monday, said Vera Holt, its owner.\n"


def file(name, data):
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def archive(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as into:
        for name, data in members.items():
            into.writestr(name, data)
    return packed.getvalue()


@pytest.fixture
def bring(client, newsroom):
    client.force_login(newsroom.cora)

    def send(*files, **fields):
        return client.post(reverse("admin:articles_article_add"), {"file": list(files), **fields})

    return send


def test_one_file_opens_its_article(bring, newsroom):
    response = bring(file("mill.txt", text("Mill")), url="https://post.example/mill")
    article = Article.objects.get()
    assert response.headers["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.url, article.seed.identity) == ("https://post.example/mill", "https://post.example/mill")
    assert newsroom.cora.pk in approving.contributors(article, head_of(article))


def test_an_archive_brings_all_its_seeds(bring):
    packed = archive(**{"a/mill.txt": text("Mill"), "b/mill.txt": text("Bakery"), "notes.md": "not a seed"})
    response = bring(file("two.zip", packed))
    assert response.status_code == 200
    assert {each.headline for each in Article.objects.all()} == {"Mill opens its doors", "Bakery opens its doors"}


def test_packed_records_come_in_by_their_own_addresses(bring):
    records = [{"text": text(name), "url": f"https://post.example/{name}"} for name in ("Mill", "Bakery")]
    lines = "\n".join(json.dumps(each) for each in records)
    bring(file("two.jsonl.gz", gzip.compress(lines.encode())))
    assert set(Seed.objects.values_list("identity", flat=True)) == {each["url"] for each in records}


def test_a_page_comes_in_as_its_visible_text(bring):
    shown = text("Mill").replace("\n\n", "</p><p>")
    html = f"<html><head><title>x</title><script>bad()</script></head><body><p>{shown}</p></body></html>"
    bring(file("mill.html", html))
    seed = Seed.objects.get()
    assert seed.media_type == "text/html"
    assert "bad()" not in seed.text


def test_a_bad_file_is_told_by_name_and_the_rest_come_in(bring):
    response = bring(
        file("mill.txt", text("Mill")), file("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00"), file("x.exe", b"MZ")
    )
    said = response.content.decode()
    assert response.status_code == 400
    assert Article.objects.count() == 1
    assert "picture.txt" in said
    assert "x.exe</strong>: By its name it is no seed" in said


def test_a_path_that_leads_out_of_an_archive_is_refused(bring):
    response = bring(file("trick.zip", archive(**{"../../etc/mill.txt": text("Mill")})))
    assert "leads out of the archive" in response.content.decode()
    assert not Article.objects.exists()


def test_more_than_a_page_can_take_is_refused_whole(bring, monkeypatch):
    monkeypatch.setattr(bringing_in, "MOST", 1)
    response = bring(file("a.txt", text("Mill")), file("b.txt", text("Bakery")))
    assert response.status_code == 400
    assert "more than 1 seeds" in response.content.decode()
    assert not Article.objects.exists()


def test_refused_text_is_given_back(bring):
    response = bring(text="eggs\nmilk\nbread")
    assert response.status_code == 400
    assert "eggs\nmilk\nbread" in response.content.decode().replace("\r", "")


def test_the_same_file_twice_opens_the_same_article(bring):
    for _ in range(2):
        assert bring(file("mill.txt", text("Mill"))).status_code == 302
    assert Article.objects.count() == 1


def test_markup_in_a_name_is_shown_as_text(bring):
    response = bring(file("<b>.exe", b"x"), file("y.exe", b"y"))
    assert "<b>.exe" not in response.content.decode()
