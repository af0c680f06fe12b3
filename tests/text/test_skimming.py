"""Canonical text read in part and written back is what ``canonical`` writes, and what readers get is the same."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.document import Document, Metadata, Paragraph, canonical, plain
from articles.text.roles import Role
from articles.text.showing import public, public_text
from articles.text.skimming import named, skimmed, written

words = st.text(st.characters(exclude_categories=["Cs"]))


@given(words, words)
def test_what_is_written_is_canonical(text, source):
    document = Document(Metadata(source=source), (Paragraph("p1", Role.BODY, text, ((0, 3),), "a rule", 7),))
    assert written(json.loads(canonical(document))) == canonical(document).encode()


@given(words)
def test_what_readers_get_is_the_same_from_a_part_of_the_document(text):
    document = Document(paragraphs=(Paragraph("p1", Role.BODY, text), Paragraph("p2", Role.DROPPED, text)))
    due = canonical(public(document, lambda paragraph: paragraph.text, (), ()))
    form, shown = skimmed(canonical(document).encode()), named(due.encode())
    assert public_text(form, lambda paragraph: text, shown.themes, shown.names) == due.encode()


@pytest.mark.parametrize(
    "text", [b"", b"{}", b"null", b"[1]", b"{", b'{"themes": 3, "names": []}', b"\xed\xa0\x80", b'{"themes": "\xff"}']
)
def test_what_is_no_document_is_none(text):
    assert skimmed(text) is None
    assert named(text) is None


def test_a_field_that_is_missing_makes_it_no_document():
    form = plain(replace(Document(), note="Why"))
    del form["note"]
    assert skimmed(json.dumps(form).encode()) is None
