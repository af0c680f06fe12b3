"""Every line of a seed is in exactly one block, every word once, whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.roles import Role
from articles.text.scraping import NotAnArticle, joined, scrape
from articles.text.scraping.lines import LINE
from tests.text.scraped_pages import PAGES

LINES = [line[2:] for page in PAGES.values() for line in page.strip().splitlines()]
GAPS = ["\n", "\n\n", "\r\n", "\r", "\u2028", " \n\n\n", "\x0b", "\t\n"]
page = st.lists(st.tuples(st.sampled_from(LINES) | st.text(max_size=30), st.sampled_from(GAPS)), max_size=12)
wrapped = st.builds(
    lambda words, width: "\n".join(" ".join(words[i : i + width]) for i in range(0, len(words), width)),
    st.lists(st.sampled_from(["Velna", "school", "of", "straw,", "opened.", "“so”", "3", "-"]), max_size=120),
    st.integers(5, 12),
)


def unspaced(text):
    return "".join(text.split())


def check(text):
    try:
        blocks = scrape(text).blocks
    except NotAnArticle:
        return
    spans = sorted(span for block in blocks for span in block.spans)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    assert unspaced("".join(text[start:end] for start, end in spans)) == unspaced(text)
    lines = [m.span() for m in LINE.finditer(text) if m[0].strip()]
    assert [any(a <= s and e <= b for s, e in spans) for a, b in lines] == [True] * len(lines)
    assert len(spans) == len(lines)
    assert [b.spans[0] for b in blocks] == sorted(b.spans[0] for b in blocks)
    assert all(len(b.spans) == 1 for b in blocks if b.role is Role.DROPPED and b.rule != "after the last paragraph")
    assert all(unspaced(joined(text, b.spans)) for b in blocks)
    assert all(block.text == " ".join(block.text.split()) and block.text for block in blocks)


@settings(max_examples=150, deadline=None)
@given(page)
def test_any_page_is_refused_or_cut_without_loss(parts):
    check("".join(line + gap for line, gap in parts))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_is_refused_or_cut_without_loss(text):
    check(text)
    check("The bridge of Velna was opened on Monday.\n" + text)


@settings(max_examples=60, deadline=None)
@given(wrapped)
def test_any_wrapped_text_is_refused_or_cut_without_loss(text):
    check(text)
