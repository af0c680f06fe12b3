"""What operators do to the archive: verify it, rebuild what is derived from it."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles import search
from articles.models import Act, Edition, FinishedPage, Paragraph, Published


def verified(*arguments):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("verify_editions", *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return f"{err.getvalue()}{error}"
    return out.getvalue()


def test_an_archive_as_it_was_left_verifies(newsroom):
    newsroom.published()
    assert "1 edition is as it was left" in verified("--drafts")


def test_a_deleted_act_is_found_and_named(newsroom):
    article = newsroom.published()
    Act.objects.filter(article=article, action="submit").delete()
    said = verified()
    assert "1 finding." in said
    assert "act" in said


def test_a_draft_changed_behind_the_steps_is_found_only_when_drafts_are_looked_at(newsroom):
    article = newsroom.published()
    Paragraph.objects.filter(article=article, key="p1").update(text="Other words")
    assert "as it was left" in verified()
    assert "1 finding." in verified("--drafts")


def test_heads_kept_earlier_find_what_is_gone_without_a_trace(newsroom, tmp_path):
    kept = tmp_path / "heads.jsonl"
    article = newsroom.published()
    assert "Their heads are in" in verified("--keep", str(kept))
    assert "as it was left" in verified("--against", str(kept))
    last = article.acts.order_by("-number").first()
    Act.objects.filter(pk=last.pk).delete()
    assert f"Article {article.pk} has lost act {last.number}" in verified("--against", str(kept))


@pytest.mark.parametrize("content", ["no json", '{"article": 1}', "[]"])
def test_a_file_that_holds_no_heads_is_refused(newsroom, tmp_path, content):
    kept = tmp_path / "heads.jsonl"
    kept.write_text(content, encoding="utf-8")
    newsroom.published()
    assert "does not hold heads" in verified("--against", str(kept))
    assert "cannot be read" in verified("--against", str(tmp_path / "gone"))


def test_what_is_derived_is_made_again_the_same(newsroom):
    newsroom.published()
    columns = ("edition", "kind", "key", "title", "fields", "sort_date", "live_from", "withheld")
    rows = list(Published.objects.order_by("kind", "key").values(*columns))
    page = FinishedPage.objects.get().etag
    assert rows
    Published.objects.all().delete()
    FinishedPage.objects.all().delete()
    search.remove(Edition.objects.get())
    call_command("rebuild", stdout=io.StringIO())
    assert list(Published.objects.order_by("kind", "key").values(*columns)) == rows
    assert FinishedPage.objects.get().etag == page
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM articles_searchentry")
        assert cursor.fetchone() == (1,)


def test_kept_heads_are_a_json_object_a_line(newsroom, tmp_path):
    kept = tmp_path / "heads.jsonl"
    newsroom.published()
    newsroom.article()
    verified("--keep", str(kept))
    lines = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [each["edition"][0] for each in lines] == [1, 0]


def test_a_guard_somebody_dropped_is_made_again_by_a_rebuild(newsroom):
    newsroom.published()
    on = "" if connection.vendor == "sqlite" else ' ON "articles_revision"'
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "articles_revision_frozen"{on}')
    assert "articles_revision_frozen is missing" in verified()
    call_command("rebuild", stdout=io.StringIO())
    assert "as it was left" in verified()
