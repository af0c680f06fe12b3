"""Where an article ends: readers' comments, lists of links, contacts, and what else stands after its last words."""

from collections.abc import Sequence

from articles.text.roles import Role
from articles.text.scraping.furniture import AUTHOR_BOX, COMMENTS, CONTACT, HANDLED, LINK_LIST, PAGE_DATA, RIGHTS
from articles.text.scraping.lines import Line
from articles.text.scraping.marks import Marks, dropped, unmarked
from articles.text.scraping.prose import BULLET, begins_closing, begins_lower, ends_sentence, is_prose

# Furniture that stands at an article's end: the share of its words that must stand before for it to be the end.
END_MARKS = {COMMENTS: 0.6, RIGHTS: 0.8, HANDLED: 0.8, PAGE_DATA: 0.8}
LONG_PARAGRAPH = 40  # words
LONGEST_LINK = 25
LONGEST_NOTE = 60
LONGEST_OF_A_CONTACT = 15
NOTE_SIGNS = ("※", "*", "＊", "†")


def after_the_end(lines: Sequence[Line], marks: Marks) -> Marks:
    """From a mark of the article's end on nothing is the article's, if most of it stands before and nothing long
    after."""
    words = [line.words if i not in marks and line.prose else 0 for i, line in enumerate(lines)]
    last_long = max((i for i, count in enumerate(words) if count >= LONG_PARAGRAPH), default=-1)
    before, total = 0, sum(words)
    for i, count in enumerate(words):
        rule = marks[i].rule if i in marks else ""
        if rule in END_MARKS and before >= max(1, END_MARKS[rule] * total) and (rule == COMMENTS or i > last_long):
            after = range(i + 1, len(lines)) if rule == COMMENTS else unmarked(lines, marks, i)
            return {j: dropped("after the article") for j in after}
        before += count
    return {}


def under_headings(lines: Sequence[Line], marks: Marks) -> Marks:
    """What stands under the heading of a list of links or of a contact, until the article goes on. Above the article,
    where its headline follows such a list, bulleted lines only."""
    found: Marks = {}
    under, told, last = "", False, ""
    for i, line in enumerate(lines):
        if i in marks:
            under = _heading_of(marks[i].rule) or (under if marks[i].role is Role.DROPPED else "")
        elif under and _goes_with(under, line, last) and (told or BULLET.match(line.text)):
            found[i] = dropped(f"under {under}")
        else:
            under, last = "", line.text
            told = told or line.prose
    return found


def _heading_of(rule: str) -> str:
    return rule if rule in {LINK_LIST, CONTACT, AUTHOR_BOX} else ""


def _goes_with(heading: str, line: Line, open_before: str) -> bool:
    if heading == AUTHOR_BOX:
        return line.words <= LONGEST_NOTE
    if heading == CONTACT:
        return line.words <= LONGEST_OF_A_CONTACT and not ends_sentence(line.text)
    return _may_be_link(line, open_before)


def _may_be_link(line: Line, open_before: str) -> bool:
    text = line.text
    if begins_closing(text) or (begins_lower(text) and open_before and not ends_sentence(open_before)):
        return False
    if BULLET.match(text):
        return line.words <= 2 * LONGEST_LINK
    return line.words <= LONGEST_LINK and not (text.endswith((".", "。")) and line.words >= 6)


def notes(lines: Sequence[Line], marks: Marks) -> Marks:
    """Lines under the last paragraph that begin with the sign of a note."""
    found: Marks = {}
    for i in reversed(unmarked(lines, marks)):
        text = lines[i].text
        if text.startswith(NOTE_SIGNS) and not text.startswith("**") and lines[i].words <= LONGEST_NOTE:
            found[i] = dropped("note under the article")
        elif is_prose(text):
            break
    return found


def about_the_author(lines: Sequence[Line], marks: Marks) -> Marks:
    """A sentence under the last paragraph that begins with the author's name, or with “the author”, and says who that
    is."""
    names = {mark.credits.byline for mark in marks.values() if mark.credits and len(mark.credits.byline) > 5}
    prose = [i for i in unmarked(lines, marks) if lines[i].prose]
    if len(prose) < 3 or not names:
        return {}
    text = lines[prose[-1]].text
    told = any(text.startswith(f"{name} {verb} ") for name in (*names, *AUTHORS) for verb in VERBS_OF_A_LIFE)
    return {prose[-1]: dropped("about the author")} if told and lines[prose[-1]].words <= LONGEST_NOTE else {}


AUTHORS = (
    "The author",
    "The writer",
    "The columnist",
    "The reporter",
    "The journalist",
    "The reviewer",
    "The essayist",
)
VERBS_OF_A_LIFE = ("is", "writes", "covers", "reports", "works", "has", "was", "joined", "studied", "lives")
