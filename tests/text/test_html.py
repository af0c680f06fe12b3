"""A web page as text."""

import pytest

from articles.text.scraping.html import canonical_address, visible_text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo\n"),
        ("<p>One\n  line</p>", "One line\n"),
        ("One<br>Two", "One\nTwo\n"),
        ("<p>An <b>im</b>portant <a href=x>link</a>.</p>", "An important link.\n"),
        ("<p>Fish &amp; chips &lt;b&gt;</p>", "Fish & chips <b>\n"),
        ("<html><head><title>Paper</title></head><body>Text</body></html>", "Text\n"),
        ("<title>Paper</title><p>Text", "Text\n"),
        ("<head><title>Paper</title><p>The head was never closed", "The head was never closed\n"),
        ("<p>A<script>if (a < b) document.write('<p>no</p>')</script>B</p>", "AB\n"),
        ("<style>p { color: red }</style><noscript>No</noscript><template><p>No</p></template><p>Yes</p>", "Yes\n"),
        ("<!-- no --><ul><li>One<li>Two</ul>", "One\n\nTwo\n"),
        ("<div><div><p>Deep</p></div></div>\n\n\n<p>Next</p>", "Deep\n\nNext\n"),
        ("<td>One</td><td>Two</td>", "One\n\nTwo\n"),
        ("a</script>b", "ab\n"),
        ("<p>Caf\xe9 小米</p>", "Caf\xe9 小米\n"),
        ("", "\n"),
    ],
)
def test_a_pages_text_nodes_are_its_text_in_order(page, text):
    assert visible_text(page) == text


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ('<link rel="canonical" href="https://paper.example/1">', "https://paper.example/1"),
        ("<LINK HREF=' https://paper.example/1 ' REL=Canonical>", "https://paper.example/1"),
        ('<link rel="canonical" href="/1">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<link rel="stylesheet" href="https://paper.example/1">', ""),
        ("<p>https://paper.example/1</p>", ""),
    ],
)
def test_a_page_states_its_own_address_or_none(page, address):
    assert canonical_address(page) == address
