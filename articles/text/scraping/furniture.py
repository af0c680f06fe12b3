"""Whether a line is page furniture, by its wording (``phrases``) or by its shape, and which rule says so."""

import re
from collections import defaultdict
from collections.abc import Iterable

from articles.text.scraping import phrases
from articles.text.scraping.prose import ends_sentence, is_prose, word_count

# Rules that others ask for by name.
ADVERT = "advert"
LINK_LIST = "heading of a list of links"
COMMENTS = "heading of the readers' comments"

AROUND = " \t*:：·•|/>»›←→↑↓▲▶►▼■□●◆☞★☆#-–—_=~[]<>《》【】()（）\"“”'…."
COUNT = re.compile(r"\s*[(\[]?\s*\d[\d.,\s]*k?\+?\s*[)\]]?$")
LONGEST_FURNITURE = 60  # words
LONGEST_LABEL = 30
MENU_ENTRY = 4

EMAIL = re.compile(r"^\W*[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}\W*$")
ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$|^\W*[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/\S*$", re.IGNORECASE)
HANDLES = re.compile(r"^(?:[#@][\w.-]+[\s,]*)+$")
DATUM = re.compile(r"[a-z][a-z ]{1,24}(?: ?[:：] ?\(?|\s?\()[\d.,\s]*\d[kKmM]?\+?\)?", re.IGNORECASE)
COUNTED = re.compile(
    r"^\W*\d[\d.,\s]*[kKmM]?\+?\s*(?:comments?|views?|likes?|shares?|reads?|clicks?|replies|reactions?|votes?|hits"
    r"|people like this|min(?:ute)?s? read|min(?:ute)?s? to read|followers?|characters?)\b[\w\s]{0,20}$",
    re.IGNORECASE,
)
PAGER = re.compile(r"^(?:\W*(?:\d{1,3}|next|prev|previous|first|last|page|of)){2,}\W*$", re.IGNORECASE)
CLOCK = re.compile(r"^\W*\d{1,2}:\d\d(?::\d\d)?(?:\s*/\s*\d{1,2}:\d\d(?::\d\d)?)?\W*$")
SCRIPT = re.compile(
    r"^\s*(?:var |let |const |function\b.*\{|window[.\[]|document\.|\$\(|\(function|if ?\(.*\{|@media|@import"
    r"|//<!\[CDATA|\}[;)]*$|\{$|\.[\w-]+\s*\{|#[\w-]+\s*\{)|\(adsbygoogle|googletag\."
)
PATH_MARKS = re.compile(r"\s*[>»›＞→]\s*|\s+[/\\]\s+")
ROW_MARKS = re.compile(r"\s*[|｜│]\s*|\s+[·•・]\s+|\s{3,}|\t")


def furniture_rule(text: str) -> str:
    """The name of the rule by which a line is page furniture; empty if none says so."""
    if word_count(text) > LONGEST_FURNITURE:
        return ""
    return _by_wording(text) or _by_shape(text)


def caption_rule(text: str) -> str:
    """The name of the rule by which a line is a caption or a photo credit; empty if none says so."""
    if word_count(text) > LONGEST_FURNITURE:
        return ""
    if text.startswith(phrases.CAPTION_SIGNS) and not _is_link(text):
        return "caption sign"
    folded = _folded(text)
    if _begins_with(folded, CAPTION_OPENINGS):
        return "caption wording"
    return "caption mark" if any(mark in folded for mark in phrases.CAPTION_MARKS) and _mostly_caption(text) else ""


def _is_link(text: str) -> bool:
    return word_count(text) < 3


def _mostly_caption(text: str) -> bool:
    """Not a paragraph that tells of a photo: at most two sentences."""
    return word_count(text) <= 45


# By wording


def _by_wording(text: str) -> str:
    folded = _folded(text)
    bare = folded.strip(AROUND)
    plain = COUNT.sub("", bare).strip(AROUND)
    for rule, table in (
        (ADVERT, phrases.ADVERTS),
        (COMMENTS, phrases.COMMENT_SECTIONS),
        (LINK_LIST, phrases.LINK_LISTS),
        ("whole line", phrases.WHOLE),
    ):
        if bare in table or plain in table:
            return rule
    return _by_beginning(text, folded.lstrip(AROUND_LEFT)) or _by_buttons(folded) or _by_anywhere(folded)


def _by_beginning(text: str, begun: str) -> str:
    if _begins_with(begun, OPENINGS):
        return "beginning"
    if word_count(text) <= LONGEST_LABEL and not is_sentence(text) and _begins_with(begun, LABELS):
        return "beginning of a label"
    return ""


def is_sentence(text: str) -> bool:
    return ends_sentence(text) and word_count(text) >= 6


def _by_buttons(folded: str) -> str:
    words = re.findall(r"[^\W\d_][\w-]*", folded)
    if not words or len(words) > LONGEST_LABEL or ends_sentence(folded):
        return ""
    if all(w in phrases.BUTTONS or w in phrases.SMALL_WORDS for w in words) and any(
        w in phrases.BUTTONS for w in words
    ):
        return "row of buttons"
    return ""


def _by_anywhere(folded: str) -> str:
    return "wording" if len(folded.split()) <= 45 and ANYWHERE.search(folded) else ""


def _folded(text: str) -> str:
    return text[:600].casefold().replace("’", "'").replace("‘", "'").replace("：", ":")


def _by_first_word(table: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found = defaultdict(list)
    for phrase in table:
        found[_first_word(phrase)].append(phrase)
    return {word: tuple(sorted(group)) for word, group in found.items()}


def _first_word(text: str) -> str:
    found = re.match(r"\w+|\W", text)
    return found[0] if found else ""


def _begins_with(folded: str, table: dict[str, tuple[str, ...]]) -> bool:
    for phrase in table.get(_first_word(folded), ()):
        if folded.startswith(phrase) and not (phrase[-1].isalnum() and folded[len(phrase) : len(phrase) + 1].isalnum()):
            return True
    return False


AROUND_LEFT = AROUND.translate({ord(c): None for c in "[(（"})
OPENINGS = _by_first_word(phrases.OPENINGS)
LABELS = _by_first_word(phrases.OPENINGS_OF_NO_SENTENCE)
CAPTION_OPENINGS = _by_first_word(phrases.CAPTION_OPENINGS)
ANYWHERE = re.compile("|".join(re.escape(p) for p in sorted(phrases.ANYWHERE)))


# By shape


def _by_shape(text: str) -> str:
    if not any(c.isalnum() for c in text):
        return "ornament"
    for rule, shape in SHAPES:
        if shape.search(text[:600]):
            return rule
    return _menu(text) or _data(text)


SHAPES = (
    ("e-mail address", EMAIL),
    ("web address", ADDRESS),
    ("hashtags", HANDLES),
    ("count", COUNTED),
    ("page numbers", PAGER),
    ("clock", CLOCK),
    ("script", SCRIPT),
)


def _menu(text: str) -> str:
    """A path (``News > Economy``) or a row of entries (``News | Sport | Weather``)."""
    if ends_sentence(text) or len(text) > 300:
        return ""
    path, row = PATH_MARKS.split(text), ROW_MARKS.split(text)
    if len(path) > 1 and all(_is_entry(entry) for entry in path if entry):
        return "path"
    return "menu" if len(row) > 2 and all(_is_entry(entry) for entry in row if entry) else ""


def _is_entry(text: str) -> bool:
    return len(text.split()) <= MENU_ENTRY and not ends_sentence(text)


def _data(text: str) -> str:
    """Nothing but labels with numbers: ``Views: 2 418``, ``Like (35) Collection (12)``."""
    if len(text) > 120 or is_prose(text):
        return ""
    rest, found = DATUM.subn("", text)
    return "labels with numbers" if found and len(rest.split()) <= 1 else ""
