import json
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.anchors import AnchorState
from articles.text.document import (
    Document,
    Fact,
    FactState,
    Judgement,
    Metadata,
    Named,
    Paragraph,
    Significance,
    canonical,
    digest,
    parse,
    parse_public,
    plain,
)
from articles.text.facts.kinds import Award, Claim, Comparator, Initiative, Quantity, Speech
from articles.text.roles import Role
from articles.text.showing import public

words = st.text(max_size=8)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12)
quantities = st.builds(Quantity, decimals, words, st.sampled_from(Comparator), words)
kinds = (
    st.builds(Speech, speaker=words, title=words),
    st.builds(Claim, statement=words, quantities=st.lists(quantities, max_size=1).map(tuple)),
    st.builds(Initiative, name=words),
    st.builds(Award, recipient=words, giver_key=words),
)
valued = st.one_of([st.tuples(values, st.none() | values) for values in kinds])
paragraphs = st.builds(
    Paragraph,
    words,
    st.sampled_from(Role),
    words,
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=2).map(tuple),
)
facts = st.builds(
    lambda valued, **fields: Fact(values=valued[0], suggested=valued[1], **fields),
    valued, key=words, paragraph=words, quote=words, start=st.integers(0, 9), end=st.integers(0, 9),
    state=st.sampled_from(FactState), anchor=st.sampled_from(AnchorState), decided_by=st.none() | st.integers(1, 9),
)  # fmt: skip
documents = st.builds(
    Document,
    st.builds(Metadata, slug=words, original_text=words),
    st.lists(paragraphs, max_size=3).map(tuple),
    st.lists(facts, max_size=3).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    st.lists(st.builds(Judgement, words, words, words, words, st.none() | st.integers(1, 9)), max_size=2).map(tuple),
    st.sampled_from(Significance),
    words,
)


@given(documents)
@settings(max_examples=50)
def test_a_document_reads_back_as_it_was_written(document):
    assert parse(canonical(document)) == document
    assert canonical(parse(canonical(document))) == canonical(document)


@given(documents)
def test_a_document_is_written_as_json_with_its_keys_in_order(document):
    assert canonical(document) == json.dumps(plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@given(documents, documents)
@settings(max_examples=25)
def test_two_documents_read_alike_only_if_they_are_the_same(one, other):
    assert (canonical(one) == canonical(other)) == (one == other)


def test_no_two_lists_of_parts_have_one_digest():
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", ""), digest("", "abc")}) == 5
    assert digest("1:a") != digest("a")


def a_document():
    return Document(
        Metadata(slug="mill", headline_cut=True),
        (
            Paragraph("h", Role.HEADLINE, "Mill opens"),
            Paragraph("a", Role.BODY, "It cost 3 million."),
            Paragraph("z", Role.DROPPED, "Leave a Reply"),
        ),
        (
            Fact(
                "f",
                "a",
                "cost 3 million",
                3,
                17,
                Claim(organization_key="k1"),
                machine_start=0,
                machine_end=4,
                state=FactState.ACCEPTED,
            ),
            Fact("g", "a", "It", 0, 2, Claim(), state=FactState.REJECTED),
            Fact("i", "a", "It", 0, 2, Claim(), state=FactState.SUGGESTED),
            Fact("j", "z", "Leave", 0, 5, Claim(), state=FactState.ACCEPTED),
        ),
        ("trade",),
    )


def published(document):
    themes = [Named("trade", "Trade"), Named("sport", "Sport")]
    names = [Named("k1", "The Mill"), Named("k2", "Somebody else")]
    return public(document, lambda paragraph: f"machine {paragraph.key}", themes, names)


def test_readers_get_no_dropped_line_and_no_fact_that_was_not_accepted():
    shown = published(a_document())
    assert [each.key for each in shown.paragraphs] == ["h", "a"]
    assert [each.key for each in shown.facts] == ["f"]


def test_readers_get_the_machine_words_and_the_names_that_are_used():
    shown = published(a_document())
    assert shown.paragraphs[1].machine == "machine a"
    assert shown.facts[0].machine_quote == "mach"
    assert (shown.themes, shown.names) == ((Named("trade", "Trade"),), (Named("k1", "The Mill"),))


def test_a_public_document_reads_back_as_it_was_written():
    shown = published(a_document())
    assert parse_public(canonical(shown)) == shown


def test_a_value_is_written_the_same_however_it_was_given():
    one, other = Quantity(Decimal("1.50E+3"), "t"), Quantity(Decimal("1500"), "t")
    first, second = (Fact("f", "a", "q", 0, 1, Claim(quantities=(each,))) for each in (one, other))
    assert canonical(Document(facts=(first,))) == canonical(Document(facts=(second,)))
