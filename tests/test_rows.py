"""Rows stored without models read back as they were given."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from articles.models import Paragraph, Revision, Seed, Speech
from articles.models.rows import insert, insert_models, insert_told

pytestmark = pytest.mark.django_db

ODD = "tab\tquote\"' back\\slash\\N line\nend {a,b} “…” 漢字 \U0001f600"


def seed(sha256, **more):
    return Seed(identity=ODD, sha256=sha256 * 64, data=bytes(range(256)), encoding="utf-8", text=ODD, **more)


def test_what_is_odd_in_a_value_is_stored_as_it_is():
    at = datetime(2016, 11, 18, 9, 30, 0, 123456, tzinfo=UTC)
    insert_models([seed("a", received_at=at, bom=True), seed("b", received_at=at)])
    first, second = Seed.objects.order_by("sha256")
    assert (first.identity, first.text, bytes(first.data), first.received_at) == (ODD, ODD, bytes(range(256)), at)
    assert (first.bom, second.bom, first.uploaded_by) == (True, False, None)


def test_nothing_is_no_value_of_json(newsroom):
    article = newsroom.article()
    paragraph = article.paragraphs.first()
    columns = {
        "article_id": article.pk, "paragraph_id": paragraph.pk, "key": "new", "quote": ODD, "start": 0, "end": 3,
        "machine_start": None, "machine_end": None, "anchor": "exact", "state": "accepted", "rule": "",
        "confidence": 0, "suggested": None, "decided_by_id": None, "speaker": "", "person_id": None, "role": "",
        "organization": "", "organization_named_id": None, "title": "", "event": "", "place": "", "date": "",
        "date_basis": "",
    }  # fmt: skip
    insert(Speech, [columns])
    assert Speech.objects.filter(key="new", suggested__isnull=True, quote=ODD).count() == 1


def test_lists_are_read_back_as_lists(newsroom):
    article = newsroom.article()
    row = {"key": "new", "position": 9, "role": "body", "spans": ((0, 3), (5, 8)), "text": ODD, "rule": ""}
    insert(Paragraph, [{"article_id": article.pk, **row, "confirmed_by_id": None}])
    assert article.paragraphs.get(key="new").spans == [[0, 3], [5, 8]]


def test_one_row_too_many_stores_none():
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_models([seed("a"), seed("b"), seed("a")])
    assert Seed.objects.count() == 0


def test_rows_are_told_their_keys_whatever_their_order():
    insert_models([seed("b")])
    rows = [seed("c"), seed("a")]
    insert_told(rows, "sha256")
    assert [each.pk for each in rows] == [Seed.objects.get(sha256=each.sha256).pk for each in rows]
    rows[0].encoding = "cp1252"
    rows[0].save(update_fields=["encoding"])
    assert Seed.objects.get(sha256="c" * 64).encoding == "cp1252"


def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert(Revision, [])
        insert_models([])
        insert_told([], "sha256")
