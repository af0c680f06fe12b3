"""Whether a line is page furniture, by its wording (``phrases``) or by its shape, and which rule says so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from articles.text.scraping import phrases
from articles.text.scraping.cues import cue_weight
from articles.text.scraping.prose import ends_sentence, is_prose, word_count

# Rules that others ask for by name.
ADVERT = "advert"
LINK_LIST = "heading of a list of links"
COMMENTS = "heading of the readers' comments"
LINK = "link to another article"
RIGHTS = "rights and warnings"
AUTHOR_BOX = "heading of a note on the author"
CONTACT = "contact"
HANDLED = "who handled the text"
PAGE_DATA = "page data"

AROUND = " \t*:：·•|/>»›←→↑↓▲▶►▼■□●◆☞★☆#-–—_=~[]<>《》【】()（）\"“”'…."
COUNT = re.compile(r"\s*[(\[]?\s*\d[\d.,\s]*k?\+?\s*[)\]]?$")
LONGEST_FURNITURE = 60  # words
LONGEST_CAPTION = 45
LONGEST_LABEL = 30
LONGEST_CALL = 40
MENU_ENTRY = 4

EMAIL = re.compile(r"^\W*[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}\W*$")
ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$|^\W*[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/\S*$", re.IGNORECASE)
HANDLES = re.compile(r"^(?:[#@][\w.-]+[\s,]*)+$")
DATUM = re.compile(r"[a-z][a-z ]{1,24}(?: ?[:：] ?\(?|\s?\()[\d.,\s]*\d[kKmM]?\+?\)?", re.IGNORECASE)
LABELLED_HANDLE = re.compile(r"^\W*(?:\w+ ?[:：] ?)?@[\w.]+\W*$")
PHOTO_RIGHTS = re.compile(r"^[©ⓒ]\s?(?:[^\W\d]\S*\s?(?:/\s?)?){1,4}$")
PHOTO_CREDIT = re.compile(
    r"(?:^|[\s(\[.|/])(?:file |archive |press |courtesy )?(?:photo|photograph|image|picture|illustration|credit)s?"
    r"(?: (?:by|credits?|source|courtesy(?: of)?|provided by))?"
    r"(?:\s?[:=©]|\s/|(?<=by)|(?<=courtesy of)|(?<=provided by))"
    r"\s?[^.!?]{1,60}[.)\]]{0,2}$",
    re.IGNORECASE,
)
# “Children at the gate = May, Velna City”, as Japanese papers part a caption from its place and time.
PLACED = re.compile(r"^[^=＝.!?。]{3,200} ?[=＝] ?[^\W\d_][^=＝.!?。]{0,60}$")
# A credit in capitals after the caption's sentence: “The mill of Velna in May. ANNA BERG FOR «THE POST»”.
CAPITALS = re.compile(
    r"[.!?»”)]\s+[(/]?(?:[A-ZÀ-ÝĀ-Ž][A-ZÀ-ÝĀ-Ž.'’-]*\s?[/|,]?\s?){2,8}(?:[«“\"][^»”\"a-z]{2,40}[»”\"])?[)]?\s*$"
)
# One after a slash, a bar or the sign of rights: “The mill of Velna / Ana Berg”, “The mill of Velna © Ana Berg”.
SIGNED = re.compile(
    r"[^\s©ⓒ]\s?[©ⓒ]\s?(?:\d{4}\s)?(?:[^\W\d_][^\s.!?]*\s?){1,5}$|[.!?]\s?[/|]\s?(?:[A-ZÀ-ÝĀ-Ž][\w.’'-]*\s?){1,4}$"
)
LABELLED_ADDRESS = re.compile(r"^\W*\w[\w -]{0,30}[:：]\s*(?:https?://|www\.)\S+$", re.IGNORECASE)
TELEPHONE = re.compile(r"\b(?:tel|fax|phone|telephone|hotline)\b\.?\s?[:：]?\s?[+(]?\d[\d\s().+-]{4,}\d", re.IGNORECASE)
PHONE = re.compile(r"^(?:\S+\s+){0,4}\(?\+?\(?\d{2,4}\)?[\s().-]{1,2}\d[\d\s().-]{5,14}$")
CALL = re.compile(
    r"\b(?:contact|visit|call|write|reach|reached|e-?mail|information|inquiries|enquiries|subscribe|register|submit|send)\b"
)
REACHED_AT = re.compile(r"[\w.+-]@[\w-]|https?://|\bwww\.|\+\d{1,3}[\s(-]?\d")
COUNTED = re.compile(
    r"^\W*\d[\d.,\s]*[kKmM]?\+?\s*(?:comments?|views?|likes?|shares?|reads?|clicks?|replies|reactions?|votes?|hits"
    r"|people like this|min(?:ute)?s? read|min(?:ute)?s? to read|followers?|characters?)\b[\w\s]{0,20}$",
    re.IGNORECASE,
)
THOUGHTS = re.compile(r"^\W*(?:\d+|one|no) (?:thoughts?|comments?|responses?|replies) (?:on|to|for) ")
PAGER = re.compile(r"^(?:\W*(?:\d{1,3}|next|prev|previous|first|last|page|of)){2,}\W*$", re.IGNORECASE)
CLOCK = re.compile(r"^\W*\d{1,2}:\d\d(?::\d\d)?(?:\s*/\s*\d{1,2}:\d\d(?::\d\d)?)?\W*$")
SCRIPT = re.compile(
    r"^\s*(?:var |let |const |function\b.*\{|window[.\[]|document\.|\$\(|\(function|if ?\(.*\{|@media"
    r"|@import|//<!\[CDATA|\}[;)]*$|\{$|\.[\w-]+\s*\{|#[\w-]+\s*\{)|\(adsbygoogle|googletag\."
)
PATH_MARKS = re.compile(r"\s*[>»›＞→]\s*|\s+[/\\]\s+")
ROW_MARKS = re.compile(r"\s*[|｜│]\s*|\s+[·•・]\s+|\s{3,}|\t")


def furniture_rule(text: str) -> str:
    """The name of the rule by which a line is page furniture; empty if none says so."""
    if word_count(text) > LONGEST_FURNITURE:
        return ""
    return _by_wording(text) or _by_shape(text)


def row_rule(columns: Sequence[str]) -> str:
    """The name of the rule by which a line parted by wide white space is a row of entries; empty if none says so."""
    if len(columns) < 2 or not all(_is_entry(entry) for entry in columns) or any(c.isdigit() for c in columns):
        return ""
    if len(columns) > 2 or sum(map(cue_weight, columns)) > 0 and sum(map(word_count, columns)) <= 6:
        return "row of entries"
    return ""


def caption_rule(text: str) -> str:
    """The name of the rule by which a line is a caption or a photo credit; empty if none says so."""
    if word_count(text) > LONGEST_CAPTION:
        return ""
    if PHOTO_RIGHTS.match(text) or PHOTO_CREDIT.search(text):
        return "photo credit"
    if _credits_a_photo(text):
        return "credit after a caption"
    if text.startswith(phrases.CAPTION_SIGNS) and word_count(text) > 2 and not _by_wording(text):
        return "caption sign"
    folded = _folded(text)
    if _begins_with(folded, CAPTION_OPENINGS):
        return "caption wording"
    return "caption mark" if any(mark in folded for mark in phrases.CAPTION_MARKS) else ""


def _credits_a_photo(text: str) -> bool:
    if word_count(text) < 4:
        return False
    placed = PLACED.match(text) is not None and not text.isupper()
    return placed or CAPITALS.search(text) is not None or SIGNED.search(text) is not None


# By wording


def _by_wording(text: str) -> str:
    folded = _folded(text)
    if THOUGHTS.match(folded):
        return COMMENTS
    bare = folded.strip(AROUND)
    plain = COUNT.sub("", bare).strip(AROUND)
    for rule, table in (
        (ADVERT, phrases.ADVERTS),
        (COMMENTS, phrases.COMMENT_SECTIONS),
        (LINK_LIST, phrases.LINK_LISTS),
        (AUTHOR_BOX, phrases.AUTHOR_BOXES),
        ("whole line", phrases.WHOLE),
    ):
        if bare in table or plain in table:
            return rule
    if _names_a_link(folded):
        return LINK
    return (
        _by_beginning(text, folded)
        or _by_beginning(text, folded.lstrip(AROUND))
        or _by_buttons(folded)
        or _by_anywhere(folded)
    )


def _names_a_link(folded: str) -> bool:
    """The heading of a list of links and its one link on a line: ``See also: …``, ``[Related article] …``."""
    head = re.split(r"[:\]】]", folded[:60], maxsplit=1)
    return len(head) > 1 and head[0].strip(AROUND) in phrases.LINK_LISTS


def _by_beginning(text: str, begun: str) -> str:
    for rule, table in OPENINGS:
        if _begins_with(begun, table):
            return rule
    if word_count(text) <= LONGEST_LABEL and not is_sentence(text) and _begins_with(begun, LABELS):
        return "beginning of a label"
    return ""


def is_sentence(text: str) -> bool:
    return ends_sentence(text) and word_count(text) >= 6


def _by_buttons(folded: str) -> str:
    words = re.findall(r"[^\W\d_][\w-]*", folded)
    if not words or len(words) > LONGEST_LABEL:
        return ""
    if all(w in ON_BUTTONS for w in words) and any(w in phrases.BUTTONS for w in words):
        return "row of buttons"
    if ends_sentence(folded):
        return ""
    return "row of menu entries" if len(words) > 2 and all(w in phrases.WHOLE for w in words) else ""


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


ON_BUTTONS = phrases.BUTTONS | phrases.SMALL_WORDS | phrases.WHOLE
OPENINGS = tuple((rule, _by_first_word(table)) for rule, table in phrases.OPENINGS.items())
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
    return _menu(text) or _data(text) or _call(text)


SHAPES = (
    ("e-mail address", EMAIL),
    ("web address", ADDRESS),
    ("web address", LABELLED_ADDRESS),
    ("phone number", PHONE),
    ("phone number", TELEPHONE),
    ("hashtags", HANDLES),
    ("handle", LABELLED_HANDLE),
    ("count", COUNTED),
    ("page numbers", PAGER),
    ("clock", CLOCK),
    ("script", SCRIPT),
)


def _menu(text: str) -> str:
    """A path (``News > Economy``) or a row of entries (``News | Sport | Weather``)."""
    if ends_sentence(text) or len(text) > 300:
        return ""
    if _is_path_by_dashes(text):
        return "path"
    path, row = _entries(PATH_MARKS, text), _entries(ROW_MARKS, text)
    if len(path) > 1 and "«" not in text and all(_is_entry(entry) for entry in path):
        return "path"
    return "menu" if len(row) > 2 and all(_is_entry(entry) for entry in row) else ""


def _is_path_by_dashes(text: str) -> bool:
    first, *others = re.split(r"\s[-–—:]\s", text)
    return bool(others) and first.casefold() in phrases.WHOLE and all(_is_entry(entry) for entry in others)


def _entries(marks: re.Pattern[str], text: str) -> list[str]:
    return [entry for entry in marks.split(text) if entry]


def _is_entry(text: str) -> bool:
    return len(text.split()) <= MENU_ENTRY and not ends_sentence(text)


def _data(text: str) -> str:
    """Nothing but labels with numbers: ``Views: 2 418``, ``Like (35) Collection (12)``."""
    if len(text) > 120 or is_prose(text):
        return ""
    rest, found = DATUM.subn("", text)
    return "labels with numbers" if found and len(rest.split()) <= 1 else ""


def _call(text: str) -> str:
    """An invitation to write, call or look elsewhere, with the address to do it."""
    asks = word_count(text) <= LONGEST_CALL and REACHED_AT.search(text) and CALL.search(text.casefold())
    return "call with an address" if asks else ""
