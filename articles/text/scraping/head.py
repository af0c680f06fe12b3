"""The head of an article: its headline, its standfirst, its credits, and what sites print between them."""

import re
from collections.abc import Sequence

from articles.text.roles import Role
from articles.text.scraping.bylines import FOREIGN_PAPERS, NAME_AND_PAPER, PAPERS
from articles.text.scraping.credits import PARTICLES
from articles.text.scraping.cues import speaks_of_the_page
from articles.text.scraping.furniture import LABEL, RIGHTS, furniture_rule
from articles.text.scraping.interruptions import TIME_OF_DAY
from articles.text.scraping.lines import Line
from articles.text.scraping.looks import look_at
from articles.text.scraping.marks import Mark, Marks, dropped, headline_at, unmarked
from articles.text.scraping.phrases import WHOLE
from articles.text.scraping.prose import (
    begins_closing,
    begins_lower,
    ends_dangling,
    ends_sentence,
    is_item,
    is_prose,
    is_quotation,
    sentence_count,
    word_count,
    word_set,
)

# What Korean papers print before a headline.
KIND = re.compile(r"[\[【](?:photos?|video|card news|photo news)[\]】] ?\S+ \S+ \S+", re.IGNORECASE)
MOST_OVER = 5  # lines over the credits
LONGEST_STANDFIRST = 60  # words
MOST_STANDFIRSTS = 3  # lines
LONGEST_HEADLINE = 45
SHORTEST_LABELLED = 7  # words of a headline that begins as labels do
LONGEST_SUMMARY, LONG_OPENING = 30, 30  # words
# Behind these a name is a speaker, and no byline.
SAYING = word_set("said says told tells asked announced")
BUTTON = 3
MOST_OF_RIGHTS = 2_000  # characters
LONGEST_TOLD = 20_000
# A company's name over its press release ends with one of these.
LEGAL_FORMS = word_set("ltd inc corp gmbh llc plc ag sa s.a srl spa s.p.a bv nv ab oy oyj asa kk bhd tbk")
CONTENT_WORD = re.compile(r"[^\W_]{4,}")
PLACE = re.compile(
    r"^(?P<place>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3})"
    r"(?P<date>,? (?:\d{1,2}\.? [A-Z]\w+|[A-Z]\w+ \d{1,2})(?:,? \d{4})?)?(?: ?\([^()]{2,40}\))?"
    r"(?P<mark>\s[-–—]|[-–—](?=\s)|\s?:|\.(?= [A-Z]))\s?\S"
)
DEFINED = re.compile(r",? (?:\([^()]*\),? )?(?:is|was|are|were) (?:an?|the|one) ")
DEFINITION = 300  # characters
BAR = re.compile(r"\s[|｜/>»]\s")
# What a public body's page is headed with (Официальный портал администрации), and a magazine's (Ausgabe 11/2019).
SITE_NAME = re.compile(
    r"(?:the )?official (?:\w+ )?(?:portal|site|website|web site|page) of\b|(?:issue|edition|volume|vol\.|no\.) ?\d"
    r"|.{1,60}\b(?:issue|edition|volume|vol\.|no\.|number|№|letter|bulletin|newsletter) ?#?\d+(?: ?/ ?\d+)?$",
    re.IGNORECASE,
)
# What a blog says of itself under its name.
TAGLINE = re.compile(
    r"(?:an? |the )?(?:\w+ )?(?:blog|diary|site|website|magazine|portal) (?:about|on|for|of|by|from)\b"
)
# What an institution is called by; its press office heads pages with its name.
INSTITUTIONS = word_set(
    "university college school academy institute faculty polytechnic conservatory ministry department agency office"
    " authority administration government governorate municipality prefecture council parliament assembly senate court"
    " committee commission board bureau chamber association federation union society foundation fund institution centre"
    " center hospital clinic museum library theatre theater company corporation group bank cooperative party church"
    " diocese embassy consulate police inspectorate service services hall secretariat observatory laboratory"
)
# What headlines tell of institutions; a name holds none of these.
HEADLINE_VERBS = word_set(
    "wins win won opens open opened launches launch launched says say said signs sign signed gets get receives received"
    " gives gave awards awarded announces announced plans plan to will can is are has have holds held hosts hosted"
    " builds built starts started begins began ends ended closes closed rises rose falls fell grows grew sees calls"
    " called asks asked warns warned names named celebrates celebrated presents presented shows showed joins joined"
    " takes took makes made helps helped supports supported invests invested reports reported honors honored honours"
    " creates created develops developed wants leads led visits visited meets met adopts adopted approves approved"
)
LONGEST_INSTITUTION = 10  # words
STANDFIRST_LABEL = re.compile(
    r"^\W*(?:abstract|summary|introduction|intro|core tips?|core reading|guide|lead|guide reading|digest"
    r"|key points?|in brief|in short|tl;dr|highlights?)\s?[:：\]】]",
    re.IGNORECASE,
)


# The headline


def headline(lines: Sequence[Line], marks: Marks) -> Marks:
    """The headline, what stands above it and its copies."""
    free = unmarked(lines, marks)
    body = next((i for i in free if _is_paragraph(lines[i])), len(lines))
    if body == len(lines):  # a short piece of news: its headline and its sentences
        body = next((i for i in free[1:] if _ends_as_text(lines[i].text)), body)
    candidates = [i for i in free if i < body]
    if not candidates or (_ends_as_text(lines[candidates[0]].text) and _begins_the_body(candidates[0], lines, marks)):
        return {}
    chosen = _chosen(candidates, body, lines, _rights(lines, marks))
    above = {i: dropped("above the headline") for i in candidates if i < chosen}
    return above | {chosen: Mark(Role.HEADLINE, "first line of the article")} | _repeated(chosen, lines, marks)


def bracketed_headline(lines: Sequence[Line], marks: Marks) -> list[int]:
    """ "[Photo] The forum was held": a headline taken for a caption, where nothing else stands over the credits."""
    credit = next((i for i, mark in marks.items() if mark.credits), 0)
    over = range(min(credit, MOST_OVER))
    taken = [i for i in over if i in marks and marks[i].role is Role.CAPTION and KIND.match(lines[i].text)]
    return taken[:1] if len(unmarked(lines, marks, 0, credit)) == 0 else []


def labelled_headline(lines: Sequence[Line], marks: Marks) -> list[int]:
    """ "Read a good book with spring": a headline taken for a label, where nothing else stands over the credits."""
    credit = next((i for i, mark in marks.items() if mark.credits), 0)
    over = range(min(credit, MOST_OVER))
    taken = [i for i in over if i in marks and marks[i].rule == LABEL and lines[i].words >= SHORTEST_LABELLED]
    return taken[-1:] if len(unmarked(lines, marks, 0, credit)) == 0 else []


def _ends_as_text(text: str) -> bool:
    return text.endswith((".", "。")) and not text.endswith("..") and is_prose(text)


def _begins_the_body(first: int, lines: Sequence[Line], marks: Marks) -> bool:
    """The first line is a sentence of the article rather than its headline: long, with no credit after it."""
    after = next((i for i in range(first + 1, len(lines)) if i not in marks or marks[i].credits), first)
    credited = after in marks and marks[after].credits is not None
    return not credited and (lines[first].words >= 12 or len(unmarked(lines, marks)) == 1)


def _is_paragraph(line: Line) -> bool:
    return line.words > LONGEST_HEADLINE or (line.words >= 25 and sentence_count(line.text) >= 2)


def _rights(lines: Sequence[Line], marks: Marks) -> str:
    """The lines in which the site states its rights: they name it."""
    return "\n".join(lines[i].text for i, mark in marks.items() if mark.rule == RIGHTS)[-MOST_OF_RIGHTS:]


def _chosen(candidates: list[int], body: int, lines: Sequence[Line], rights: str) -> int:
    """The first line that speaks of what the article speaks of, unless a longer one follows a mere label."""
    told = [line.text for line in [*lines[body:], *(lines[i] for i in candidates)] if line.prose]
    defined = next((i for i in candidates if _is_defined(lines[i].text, told)), -1)
    if defined >= 0:
        return defined
    labels = set()
    longer = max((i for i in candidates if lines[i].words >= 5 and not lines[i].prose), default=-1)
    for number, i in enumerate(candidates):
        words = _content_words(lines[i].text)
        named = number + 1 < len(candidates) and TAGLINE.match(lines[candidates[number + 1]].text)
        if i < longer and (named or _is_label(lines[i], rights)):
            labels.add(i)
            continue
        if number and _ends_as_text(lines[i].text):
            break
        if not words or _speak_of(told, words):
            return _fuller_copy(i, candidates, lines)
    return next((i for i in candidates if i not in labels), candidates[0])


def _is_defined(text: str, told: Sequence[str]) -> bool:
    """ "Ada Roe (Velna, 1931 – 2012) was a teacher": so an entry of an encyclopedia repeats what it is headed with."""
    entries = (line[len(text) : DEFINITION] for line in told if line.startswith(text) and " " in text)
    return any(DEFINED.match(entry) for entry in entries)


def _speak_of(texts: Sequence[str], words: set[str]) -> bool:
    """A tenth of the words at least is in the texts; or those have none."""
    left = set(words)
    for folded in map(_folded, texts):
        left -= {word for word in left if _is_told(word, folded)}
        if len(words) - len(left) >= 0.1 * len(words):
            return True
    return not any(CONTENT_WORD.search(_folded(text)) for text in texts)


def _is_told(word: str, folded: str) -> bool:
    """The text has the word, not as a part of another."""
    at = folded.find(word)
    while at >= 0:
        end = at + len(word)
        if not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
            return True
        at = folded.find(word, at + 1)
    return False


def _folded(text: str) -> str:
    return text[:LONGEST_TOLD].casefold()


def _is_label(line: Line, rights: str) -> bool:
    """A section, a menu, a paper's name, a word to the reader."""
    name = NAME_AND_PAPER.split(line.text, maxsplit=1)[0]
    folded = line.text.casefold().split()
    names_paper = (
        line.words <= 6
        and (folded[-1] in PAPERS or folded[-1].strip(".") in LEGAL_FORMS or not FOREIGN_PAPERS.isdisjoint(folded))
        or name in rights
    )
    of_the_site = SITE_NAME.match(line.text) or TAGLINE.match(line.text) or _is_institution(line.text)
    return line.words <= 3 or len(line.columns) > 2 or names_paper or bool(of_the_site) or _is_menu(line.text)


def _is_institution(text: str) -> bool:
    """An institution's name as its site is headed with it: capitals but for particles, and nothing told of it."""
    name = NAME_AND_PAPER.split(text, maxsplit=1)[0]
    words = [word.strip(",()") for word in name.split()]
    if len(words) > LONGEST_INSTITUTION or any(w[:1].islower() and w not in PARTICLES for w in words):
        return False
    folded = set(map(str.casefold, words))
    return not INSTITUTIONS.isdisjoint(folded) and HEADLINE_VERBS.isdisjoint(folded)


def _is_menu(text: str) -> bool:
    words = text.casefold().split()
    if any(part in WHOLE for part in BAR.split(text.casefold())[1:]):
        return True
    return speaks_of_the_page(text) or 2 * sum(word in WHOLE for word in words) >= len(words)


def _content_words(text: str) -> set[str]:
    return set(CONTENT_WORD.findall(_folded(text)))


def _fuller_copy(chosen: int, candidates: list[int], lines: Sequence[Line]) -> int:
    """Of a headline printed twice, the whole one rather than the cut one, and the one without the site's name."""
    text = lines[chosen].text
    for i in candidates:
        other = lines[i].text
        whole = other.startswith(text.rstrip(".…")) and not _is_furniture(other[len(text.rstrip(".…")) :])
        if i > chosen and len(other) > 15 and (whole or text.startswith(other + " ")):
            return i
    return chosen


def _is_furniture(text: str) -> bool:
    """What stands behind a copy of the headline is a button, a count, nothing."""
    return not text.strip() or furniture_rule(look_at(text.strip())) != ""


def _repeated(chosen: int, lines: Sequence[Line], marks: Marks) -> Marks:
    text = lines[chosen].text
    copies = [i for i in unmarked(lines, marks) if i != chosen and lines[i].text.startswith(text)]
    again = [i for i in copies if lines[i].text == text or _is_furniture(lines[i].text[len(text) :])]
    return {i: dropped("headline again") for i in again}


# The standfirst


def standfirst(lines: Sequence[Line], marks: Marks) -> Marks:
    head = headline_at(marks)
    if head < 0:
        return {}
    free = [i for i in unmarked(lines, marks, head + 1) if not _is_company(lines[i])]
    near = free[: MOST_STANDFIRSTS + 1]
    datelined = next((i for i in near if _begins_with_a_place(lines[i], lines[head].text)), -1)
    credit = next((i for i, mark in marks.items() if i > head and mark.credits), datelined)
    over = [i for i in free if i < datelined]
    if (
        datelined > credit
        and over
        and len(over) <= MOST_STANDFIRSTS
        and _leaves_an_article(over, free[len(over) :], lines)
    ):
        return {i: Mark(Role.STANDFIRST, "above the place that news begins with") for i in over}
    above = [i for i in free if i < credit]
    rest = [i for i in free if i > credit]
    if above and len(above) <= MOST_STANDFIRSTS and _leaves_an_article(above, rest, lines):
        return {i: Mark(Role.STANDFIRST, "between headline and credits") for i in above}
    if above or not rest:
        rest = free
    return _by_its_look(rest, lines)


def _is_company(line: Line) -> bool:
    """Nothing but a company's name, as it stands under the headline of its press release."""
    return 2 <= line.words <= 6 and line.text.split()[-1].casefold().strip(".") in LEGAL_FORMS


def _begins_with_a_place(line: Line, title: str) -> bool:
    """A paragraph of news with its place before it: “Velna (AB) – The council”, “VELNA, 3 May – ”, “Velna: ”."""
    found = PLACE.match(line.text) if line.words >= 15 else None
    if found is None or found["date"] or found["mark"].strip() in "-–—":
        return found is not None
    return len(found["place"]) > 3 and re.search(rf"\b{re.escape(found['place'])}\b", title) is not None


def _leaves_an_article(above: list[int], rest: list[int], lines: Sequence[Line]) -> bool:
    taken = [lines[i].words for i in above]
    left = sum(lines[i].words for i in rest if lines[i].prose)
    return max(taken) <= LONGEST_STANDFIRST and left > sum(taken)


def _by_its_look(free: list[int], lines: Sequence[Line]) -> Marks:
    """The first line, if it is labelled a summary, or is no paragraph but more than a heading over one."""
    if len(free) < 2:
        return {}
    text, following = lines[free[0]].text, lines[free[1]].text
    if STANDFIRST_LABEL.match(text):
        return {free[0]: Mark(Role.STANDFIRST, "labelled a summary")}
    if not is_prose(following) or begins_closing(following) or word_count(text) > LONGEST_STANDFIRST:
        return {}
    if is_quotation(text) and sentence_count(text) <= 3:
        return {free[0]: Mark(Role.STANDFIRST, "quotation under the headline")}
    short = 6 <= word_count(text) <= 40 and not ends_sentence(text) and not is_item(text)
    if short and not ends_dangling(text) and not text.endswith((":", "：")) and not begins_lower(following):
        return {free[0]: Mark(Role.STANDFIRST, "line without a stop under the headline")}
    if _sums_up(lines[free[0]], lines[free[1]]):
        return {free[0]: Mark(Role.STANDFIRST, "sums up the paragraph after it")}
    return {}


def _sums_up(line: Line, following: Line) -> bool:
    """A sentence or two that the paragraph after it tells again at length."""
    if (
        is_item(line.text)
        or not 6 <= line.words <= LONGEST_SUMMARY
        or not SAYING.isdisjoint(line.text.casefold().split())
    ):
        return False
    if PLACE.match(line.text) or following.words < LONG_OPENING:
        return False
    told, again = _content_words(line.text), _content_words(following.text)
    return len(told & again) >= 0.35 * len(told) and following.words >= 1.3 * line.words


# What is left between them


def buttons_under_credits(lines: Sequence[Line], marks: Marks) -> Marks:
    """Lines of a few words among credits and furniture, before the first paragraph: places, sections,
    buttons."""
    head = headline_at(marks)
    body = next((i for i in unmarked(lines, marks, head + 1) if lines[i].prose), head)
    other = any(i in marks for i in range(head + 1, body))
    under = [
        i for i in unmarked(lines, marks, head + 1, body) if other and (_is_button(lines[i]) or _is_company(lines[i]))
    ]
    return {i: dropped("short line under the credits") for i in under}


def _is_button(line: Line) -> bool:
    return (
        line.words <= BUTTON
        and not TIME_OF_DAY.match(line.text)
        and (line.text[0].isalnum() or line.text[0] in "([")
        and not line.text.endswith(("?", ":", "：", ".", "。", ",", "，"))
    )


def spare_credits(lines: Sequence[Line], marks: Marks) -> Marks:
    """Each credit once: the date of first publication, the first byline and source; further ones are furniture."""
    head = headline_at(marks)
    body = next((i for i in unmarked(lines, marks, head + 1) if lines[i].prose), len(lines))
    kept: set[int] = set()
    for role in (Role.DATELINE, Role.BYLINE, Role.SOURCE):
        found = [i for i, mark in marks.items() if mark.role is role and mark.credits]
        found.sort(key=lambda i: (not head < i < body, marks[i].credits.later, i))
        kept |= set(found[:1])
    return {i: dropped("credited before") for i, mark in marks.items() if mark.credits and i not in kept}
