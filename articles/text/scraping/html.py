"""A web page as text: every text node outside head, script, style, template and noscript, in order."""

import re
from html.parser import HTMLParser

# A title stands in the head even where its tags are left out.
HIDDEN = frozenset({"head", "title", "script", "style", "template", "noscript"})
# What may stand in a head; anything else begins the body, whose tag may be left out.
OF_HEAD = frozenset({"base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template", "title"})
_INLINE = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr
"""
INLINE = frozenset(_INLINE.split())
CANONICAL = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def visible_text(page: str) -> str:
    """The page's text nodes, one block element a paragraph, blank lines between."""
    return _read(page).text


def canonical_address(page: str) -> str:
    """The address the page says is its own, empty where it says none."""
    return _read(page).address


def _read(page: str) -> "_Reader":
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hidden: list[str] = []
        self.address = ""

    @property
    def text(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self.pieces).split("\0"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self.hidden == ["head"] and tag not in OF_HEAD:
            self.hidden.clear()
        if tag in HIDDEN:
            self.hidden.append(tag)
        if tag == "link":
            self._note_address(dict(attributes))
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hidden:
            del self.hidden[self.hidden.index(tag) :]
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data.replace("\0", " "))

    def _break(self, tag: str) -> None:
        if not self.hidden and tag not in INLINE and tag not in HIDDEN:
            self.pieces.append("\0" if tag == "br" else "\0\0")

    def _note_address(self, link: dict[str, str | None]) -> None:
        address = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and CANONICAL.fullmatch(address):
            self.address = self.address or address
