"""Whether a line is page furniture, by its wording (``phrases``) or by its shape, and which rule says so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from articles.text.scraping import anywhere, button_words, phrases
from articles.text.scraping.cues import cue_weight
from articles.text.scraping.looks import Look
from articles.text.scraping.prose import ends_sentence, word_count

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
LABEL = "beginning of a label"

Openings = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]  # by first word: phrases, and the rule of each

AROUND = " \t*:：·•|/>»›←→↑↓▲▶►▼■□●◆☞★☆#-–—_=~[]<>《》【】()（）\"“”'…."
COUNT_ENDS = tuple("0123456789k+")
COUNT = re.compile(r"\s*[(\[]?\s*\d[\d.,\s]*k?\+?\s*[)\]]?$")
LONGEST_FURNITURE = 60  # words
LONGEST_COUNTED = 120  # characters
LONGEST_LABEL = 30
SHORTEST_SENTENCE = 6
LONGEST_CALL = 40
LONGEST_WORDING = 45
MENU_ENTRY = 4

# How the heading of a list of links opens, before the section or the author that it names.
MORE_OF = ("more from ", "more about ", "more news from ", "more articles ", "more stories ", "other news ")

# A line that is nothing but an address, a handle, or a label before one; the shapes are those of RFC 5322 and of URLs.
EMAIL = re.compile(r"^\W*[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}\W*$")
ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$|^\W*[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/\S*$", re.IGNORECASE)
HANDLES = re.compile(r"^(?:[#@][\w.-]+[\s,]*)+$")
# A label and its figure: “Views: 1,204”, “Font size (14)”.
DATUM_MARK = re.compile(r"[:：(]\s?\(?[\d.,\s]*\d")
DATUM = re.compile(r"[a-z][a-z ]{1,24}(?: ?[:：] ?\(?|\s?\()[\d.,\s]*\d[kKmM]?\+?\)?", re.IGNORECASE)
LINK_MARK = re.compile(r"[:\]】]")
LINK_MARKS = ":]】"
LABELLED_HANDLE = re.compile(r"^\W*(?:\w+ ?[:：] ?)?@[\w.]+\W*$")
LABELLED_ADDRESS = re.compile(r"^\W*\w[\w -]{0,30}[:：]\s*(?:https?://|www\.)\S+$", re.IGNORECASE)
TELEPHONE_WORDS = re.compile(
    r"\b(?:tel|fax|phone|telephone|hotline)\b\.?\s?[:：]?\s?[+(]?\d[\d\s().+-]{4,}\d", re.IGNORECASE
)
TELEPHONES = ("tel", "fax", "phone", "hotl")
PHONE = re.compile(r"^(?:\S+\s+){0,4}\(?\+?\(?\d{2,4}\)?[\s().-]{1,2}\d[\d\s().-]{5,14}$")
CALL = re.compile(
    r"\b(?:contact|visit|call|write|reach|reached|e-?mail|information|inquiries|enquiries|subscribe|register|submit|send)\b"
)
REACHED_AT = re.compile(r"(?:^|\s)@\w|[\w.+-]@[\w-]|https?://|\bwww\.|\+\d{1,3}[\s(-]?\d")
# A figure and what pages count of themselves.
COUNTED = re.compile(
    r"^\W*\d[\d.,\s]*[kKmM]?\+?\s*(?:comments?|views?|likes?|shares?|reads?|clicks?|replies|reactions?|votes?|hits"
    r"|people like this|min(?:ute)?s? read|min(?:ute)?s? to read|followers?|characters?)\b[\w\s]{0,20}$",
    re.IGNORECASE,
)
OF_A_ROW = re.compile(
    r"^(?:picture|photo|image|slide|part|video|page) \d{1,3} ?(?:of|from|/) ?\d{1,3}$"
    r"|^(?:show|see|view|open)(?: all)? \d{1,4} (?:pictures|photos|images|videos|comments|articles|items)$"
    r"|^\d{1,2} min(?:utes)?\.?$"
    # what a forum says of who wrote
    r"|^(?:[\w ]{1,24} )?(?:points|posts|threads|credits|level|lv|fans|followers|reputation|prestige|karma)\.? ?"
    r"\d[\d.,]*$",
    re.IGNORECASE,
)
# “— Anna Berg (@berg) April 14, 2021”, “A post shared by Anna Berg (@berg)”.
POSTED = re.compile(r"^[^.!?]{2,60}\(@[\w.]+\)[^.!?]{0,30}$")
# “(dpa)”, “(AFP/Reuters)”: whose copy it is, on a line of its own.
AGENCIES = re.compile(r"^\((?:[A-Z]{2,8}|dpa|ots|sid)(?:\s?[/,-]\s?(?:[A-Z]{2,8}|Reuters|dpa|ots|sid))*\)$")
THOUGHTS = re.compile(r"^\W*(?:\d+|one|no) (?:thoughts?|comments?|responses?|replies) (?:on|to|for) ")
PAGER = re.compile(r"^(?:\W*(?:\d{1,3}|next|prev|previous|first|last|page|of)){2,}\W*$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\[(?:[^\[\]\s]+\s+){2,11}[^\[\]\s]+\]$")
# A sentence in which the page speaks of itself, not of the news.
OF_ITSELF = re.compile(
    r"(?:this is an? (?:\w+ )?(?:machine|automatic|automated|unofficial) translation"
    r"|you have (?:\w+ ){1,3}(?:free )?articles? (?:left|remaining)"
    r"|this (?:article|page|site|website|post|news item|item of news)"
    r" (?:is|was|has|were|may|can|does|contains|appeared)"
    r"|(?:this|the) (?:article|text|content|material|story|version|interview|translation) (?:was|has been|is) (?:\w+ )?"
    r"(?:translated|published|produced|created|updated|corrected|amended|reprinted|syndicated|sponsored|generated))\b",
    re.IGNORECASE,
)
# A headline with its kind in brackets: “[Reprint] The county where everybody raises bees”.
OF_A_KIND = re.compile(
    r"[\[【](?:re-?print|re-?post|original|share|audio|exclusive)\w*[\]】] ?(?:\S+ ){3}", re.IGNORECASE
)
NUMBER = re.compile(r"\+?\d{1,4}$")
# What players and slide shows print.
CLOCK = re.compile(r"^\W*\d{1,2}:\d\d(?::\d\d)?(?:\s*/\s*\d{1,2}:\d\d(?::\d\d)?)?\W*$")
# Scripts and style sheets that a scraper took for text: how their lines begin in ECMAScript and CSS.
SCRIPT = re.compile(
    r"^\s*(?:var |let |const |function\b.*\{|window[.\[]|document\.|\$\(|\(function|if ?\(.*\{|@media"
    r"|@import|//<!\[CDATA|\}[;)]*$|\{$|\.[\w-]+\s*\{|#[\w-]+\s*\{)"
)
# What stands between the steps of a path and the entries of a menu.
PATH_MARKS = re.compile(r"\s*[>»›＞→]\s*|\s+[/\\]\s+")
MENU_MARK = re.compile(r"[>»›＞→/\\|｜│·•・–—]")
DASH = re.compile(r"\s[-–—:]\s")
HOMES = frozenset({"home", "homepage", "home page", "main", "main page", "front page", "start", "start page"})
ROW_MARKS = re.compile(r"\s*[|｜│]\s*|\s+[·•・]\s+|\s{3,}|\t")


def furniture_rule(line: Look) -> str:
    """The name of the rule by which a line is page furniture; empty if none says so."""
    if line.words > LONGEST_FURNITURE:
        return ""
    return _by_wording(line) or _by_shape(line)


def row_rule(columns: Sequence[str]) -> str:
    """The name of the rule by which a line parted by wide white space is a row of entries; empty if none says so."""
    if len(columns) < 2 or not all(_is_entry(entry) for entry in columns) or any(c.isdigit() for c in columns):
        return ""
    if len(columns) > 2 or sum(map(cue_weight, columns)) > 0 and sum(map(word_count, columns)) <= 6:
        return "row of entries"
    return ""


# By wording


def _by_wording(line: Look) -> str:
    folded = line.folded
    if THOUGHTS.match(folded):
        return COMMENTS
    bare = folded.strip(AROUND)
    counted = bare.endswith(COUNT_ENDS) and len(bare) <= LONGEST_COUNTED
    plain = COUNT.sub("", bare).strip(AROUND) if counted else bare
    rule = WHOLE_LINES.get(bare) or WHOLE_LINES.get(plain)
    if rule:
        return rule
    if bare.startswith(MORE_OF) and len(bare.split()) <= MENU_ENTRY + 1 and not ends_sentence(bare):
        return LINK_LIST
    if _names_a_link(folded):
        return LINK
    begun = folded.lstrip(AROUND)
    return (
        _by_beginning(line, folded)
        or (_by_beginning(line, begun) if begun != folded else "")
        or _by_buttons(folded)
        or ("wording" if anywhere.WORDING in line.met and len(folded.split()) <= LONGEST_WORDING else "")
    )


def _names_a_link(folded: str) -> bool:
    """The heading of a list of links and its one link on a line: ``See also: …``, ``[Related article] …``."""
    begun = folded[:60]
    mark = LINK_MARK.search(begun) if ":" in begun or "]" in begun or "】" in begun else None
    return mark is not None and begun[: mark.start()].strip(AROUND) in phrases.LINK_LISTS


def _by_beginning(line: Look, begun: str) -> str:
    rule = phrase_begun(begun, OPENINGS)
    if rule == LABEL and (
        line.words > LONGEST_LABEL or (line.ended and line.words >= SHORTEST_SENTENCE) or OF_A_KIND.match(line.text)
    ):
        return ""
    return rule


def _by_buttons(folded: str) -> str:
    first = BUTTON_WORD.search(folded)
    if not first or first[0] not in ON_BUTTONS:
        return ""
    words = BUTTON_WORD.findall(folded)
    if len(words) > LONGEST_LABEL or not ON_BUTTONS.issuperset(words):
        return ""
    if not button_words.BUTTONS.isdisjoint(words):
        return "row of buttons"
    if ends_sentence(folded):
        return ""
    return "row of menu entries" if len(words) > 2 and phrases.WHOLE.issuperset(words) else ""


def by_first_word(tables: dict[str, Iterable[str]]) -> Openings:
    """The phrases of tables named by rules, by their first word; a rule's place in the order is its right of way."""
    found = defaultdict(list)
    for rule, table in tables.items():
        for phrase in sorted(table):
            found[_first_word(phrase)].append((phrase, rule))
    return {word: tuple(zip(*rows, strict=True)) for word, rows in found.items()}


def _first_word(text: str) -> str:
    found = FIRST_WORD.match(text)
    return found[0] if found else ""


def phrase_begun(folded: str, openings: Openings) -> str:
    """The rule of the first phrase that the text begins with, up to a word's end; empty if there is none."""
    begun, rules = openings.get(_first_word(folded), NONE_BEGUN)
    if not folded.startswith(begun):
        return ""
    for phrase, rule in zip(begun, rules, strict=True):
        if folded.startswith(phrase) and not (phrase[-1].isalnum() and folded[len(phrase) : len(phrase) + 1].isalnum()):
            return rule
    return ""


NONE_BEGUN = ((), ())
BUTTON_WORD = re.compile(r"[^\W\d_][\w-]*")
FIRST_WORD = re.compile(r"\w+|\W")
ON_BUTTONS = button_words.BUTTONS | button_words.SMALL_WORDS | phrases.WHOLE
WHOLE_LINES = {
    phrase: rule
    for rule, table in (
        ("whole line", phrases.WHOLE),
        (AUTHOR_BOX, phrases.AUTHOR_BOXES),
        (LINK_LIST, phrases.LINK_LISTS),
        (COMMENTS, phrases.COMMENT_SECTIONS),
        (ADVERT, phrases.ADVERTS),
    )
    for phrase in table
}
OPENINGS = by_first_word(phrases.OPENINGS | {LABEL: phrases.OPENINGS_OF_NO_SENTENCE})


# By shape


def _by_shape(line: Look) -> str:
    text = line.text
    if not (text[0].isalnum() or any(map(str.isalnum, text))):
        return "ornament"
    begun = text[:600]
    held = _held(line)
    for rule, shape in _shapes_of(held):
        if shape.match(begun):
            return rule
    if "(adsbygoogle" in begun or "googletag." in begun:
        return "script"
    if held[FIGURE] and any(map(line.folded.__contains__, TELEPHONES)) and TELEPHONE_WORDS.search(begun):
        return "phone number"
    return _menu(line) or _data(line) or _call(line)


def _held(line: Look) -> tuple[bool, ...]:
    """What a line holds of what the shapes need, in their order."""
    text, figure = line.text, line.figure
    first, sign = text[0].casefold(), not text[0].isalpha()
    return (
        figure,
        figure and sign,
        figure and not text[-2:-1].isalpha(),
        "@" in text,
        "/" in text or "www." in line.folded,
        sign,
        sign or first in BEGIN_PAGES,
        sign or first in BEGIN_SCRIPTS,
        first in BEGIN_ITSELF,
    )


@cache
def _shapes_of(held: tuple[bool, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, shape) for rule, shape, needed in SHAPES if held[needed])


BEGIN_PAGES, BEGIN_SCRIPTS, BEGIN_ITSELF = "npflo", "vlcfwdi", "ty"
# With each shape what it needs: a digit; one, and no letter at its beginning, or before its last character; an @; a
# slash or “www.”; no letter at its beginning, or one of these.
FIGURE, FIGURE_FIRST, FIGURE_LAST, AT, SLASH, SIGN, PAGES, SCRIPTS, ITSELF = range(9)
SHAPES = (
    ("e-mail address", EMAIL, AT),
    ("web address", ADDRESS, SLASH),
    ("web address", LABELLED_ADDRESS, SLASH),
    ("phone number", PHONE, FIGURE_LAST),
    ("hashtags", HANDLES, SIGN),
    ("handle", LABELLED_HANDLE, AT),
    ("count", COUNTED, FIGURE_FIRST),
    ("one of a row", OF_A_ROW, FIGURE),
    ("post elsewhere", POSTED, AT),
    ("agencies", AGENCIES, SIGN),
    ("page numbers", PAGER, PAGES),
    ("clock", CLOCK, FIGURE_FIRST),
    ("number", NUMBER, FIGURE_FIRST),
    ("line in brackets", IN_BRACKETS, SIGN),
    ("speaks of itself", OF_ITSELF, ITSELF),
    ("script", SCRIPT, SCRIPTS),
)


def _menu(line: Look) -> str:
    """A path (``News > Economy``) or a row of entries (``News | Sport | Weather``)."""
    text = line.text
    if len(text) > 300 or line.ended or not (MENU_MARK.search(text) or " - " in text):
        return ""
    if _is_path_by_dashes(text):
        return "path"
    path, row = _entries(PATH_MARKS, text), _entries(ROW_MARKS, text)
    if len(path) > 1 and "«" not in text and (all(map(_is_entry, path)) or _leads_to_a_page(path)):
        return "path"
    return "menu" if len(row) > 2 and all(_is_entry(entry) for entry in row) else ""


def _leads_to_a_page(path: list[str]) -> bool:
    """``Home » Culture » The old mill becomes a museum of the millers``: its last entry is a page's own headline."""
    return len(path) > 2 and path[0].strip(AROUND).casefold() in HOMES and all(map(_is_entry, path[:-1]))


def _is_path_by_dashes(text: str) -> bool:
    first, *others = DASH.split(text)
    return bool(others) and first.casefold() in HOMES and all(_is_entry(entry) for entry in others)


def _entries(marks: re.Pattern[str], text: str) -> list[str]:
    return [entry for entry in marks.split(text) if entry]


def _is_entry(text: str) -> bool:
    return len(text.split()) <= MENU_ENTRY and not ends_sentence(text)


def _data(line: Look) -> str:
    """Nothing but labels with numbers: ``Views: 2 418``, ``Like (35) Collection (12)``."""
    if not line.figure or line.prose or len(line.text) > 120 or not DATUM_MARK.search(line.text):
        return ""
    rest, found = DATUM.subn("", line.text)
    return "labels with numbers" if found and len(rest.split()) <= 1 else ""


def _call(line: Look) -> str:
    """An invitation to write, call or look elsewhere, with the address to do it."""
    text = line.text
    if line.words > LONGEST_CALL or not ("@" in text or "://" in text or "www." in text or "+" in text):
        return ""
    return "call with an address" if REACHED_AT.search(text) and CALL.search(text.casefold()) else ""
