"""Authors named without a label: beside the dateline, under the headline, under the last paragraph."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from articles.text.roles import Role
from articles.text.scraping.credits import NAME_PREFIX, OFFICE, PARTICLES, Credits
from articles.text.scraping.cues import cue_weight
from articles.text.scraping.lines import Line
from articles.text.scraping.marks import Mark, Marks, headline_at, unmarked
from articles.text.scraping.phrases import WHOLE
from articles.text.scraping.prose import word_set

PAPERS = word_set(
    "daily news times post herald press agency media tv online journal today network magazine weekly portal gazette"
    " tribune radio channel courier observer website newspaper bulletin"
)
# What papers are called in their own languages.
FOREIGN_PAPERS = word_set(
    "voz vanguardia prensa gaceta heraldo tribuna faro stampa messaggero corriere gazzetta giornale diario "
    "periódico jornal correio folha courrier journal quotidien zeitung tagblatt anzeiger kurier nachrichten dagblad "
    "krant gazeta dziennik vestnik izvestia haber gazetesi tidningen avisen noticias notícias zpravodaj noviny "
    "hírlap ziarul shimbun shinpo ilbo koran berita express expres ekspres ekspress sabah gündem postası medya "
    "haberleri pravda vesti novosti novyny visnyk dnevnik novine delo lehti sanomat uutiset tidende bladet "
    "dagbladet posten blad samachar patrika dainik khabar kompas harian warta bao hebdo dépêche républicain libre "
    "avvenire mattino resto "
)
OFFICES = word_set("office department ministry service bureau board team desk directorate centre center information")
NO_NAMES = PAPERS | FOREIGN_PAPERS | OFFICES
NAME_AND_PAPER = re.compile(r"\s[-–—|/]\s")
# What stands behind an author's name: “Anna Berg, reporter”, “Anna Berg, Velna Post”, “Anna Berg, for the Velna Post”.
OFFICE_OR_PAPER = re.compile(
    rf"{OFFICE.pattern}|, (?:special(?:ly)? )?for (?:the )?[A-Z].{{1,40}}$|, (?:[A-Z][\w.’'-]* ){{0,3}}"
    rf"(?:{'|'.join(sorted(PAPERS))})$",
    re.IGNORECASE,
)
NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")
# The kind of a piece before its author's name, beside the dateline: “Interview: Anna Berg”.
KIND = re.compile(r"^(?i:interview|report|story|opinion|analysis|commentary|column)\s?[:：]\s+(?=[^\W\d_a-z])")
LONGEST_CLOSE = 6  # words of “With kind regards,”
PAPER_NAME = re.compile(r"(?:[^\W\d_]+\s?){1,4}")
SIGNATURE = re.compile(
    r"^[(（\[【/–—-]*\s*(?P<name>[^()（）\[\]【】/]+?)\s*[)）\]】/]*(?:\s*\((?P<of>[^()]{2,60})\))?$"
)


def bare_names(lines: Sequence[Line], marks: Marks) -> Marks:
    """A name on a line of its own, beside the dateline or under the last paragraph, is the author's, where no author
    is named otherwise."""
    if any(mark.credits and mark.credits.byline for mark in marks.values()):
        return {}
    free = unmarked(lines, marks)
    first = next((i for i in free if lines[i].prose), len(lines))
    last = next((i for i in reversed(free) if lines[i].prose), len(lines))
    head = headline_at(marks)
    dated = [i for i, mark in marks.items() if mark.role is Role.DATELINE and i < first]
    told = [i for i in free if lines[i].prose and i > head]
    late = [i for i, mark in marks.items() if mark.role is Role.DATELINE and first < i and told[1:2] > [i]]
    places = [i + step for step in (-1, 1, -2, 2) for i in dated if head < i + step < first]
    places += [i + step for step in (-1, 1) for i in late if 0 <= i + step < len(lines)]
    for i in places:
        name = bare_name(lines[i].text) if i not in marks else ""
        if name:
            return {i: Mark(Role.BYLINE, "name beside the dateline", Credits(Role.BYLINE, byline=name))}
    under = free[bisect_right(free, head) :][:2] if head >= 0 and not dated else []
    name = _author_alone(lines[under[0]].text, lines, told) if len(under) > 1 and lines[under[1]].prose else ""
    if name:
        return {under[0]: Mark(Role.BYLINE, "name under the headline", Credits(Role.BYLINE, byline=name))}
    closed = last + 2 < len(lines) and lines[last + 1].words <= LONGEST_CLOSE and lines[last + 1].text.endswith(",")
    at = last + 2 if closed else last + 1
    signed = _signature(lines[at].text) if at < len(lines) and at not in marks else ""
    return {at: Mark(Role.BYLINE, "signature", Credits(Role.BYLINE, byline=signed))} if signed else {}


def _author_alone(text: str, lines: Sequence[Line], told: Sequence[int]) -> str:
    """The name on a line between headline and article, if the article does not speak of it: a heading's would be."""
    name = bare_name(text)
    plain = name and not name.isupper() and not any(word.casefold() in WHOLE for word in name.split())
    return name if plain and not any(name.split()[-1] in lines[i].text for i in told) else ""


def bare_name(text: str) -> str:
    """The name on a line that holds nothing else, but perhaps the paper's after a dash or bar, or what the author is;
    else nothing."""
    name, *paper = NAME_AND_PAPER.split(NAME_PREFIX.sub("", KIND.sub("", text)), maxsplit=1)
    name = OFFICE_OR_PAPER.sub("", name)
    if paper and " " not in name.strip() and " " in paper[0].strip():  # "Cairo - Mona Shawky": the place first
        name, paper = paper[0], []
    if paper and not PAPER_NAME.fullmatch(paper[0]):
        return ""
    words = name.split()
    if not 2 <= len(words) <= 4 or not NO_NAMES.isdisjoint(map(str.casefold, words)) or cue_weight(name):
        return ""
    return name if all(NAME_WORD.fullmatch(w) and (w[0].isupper() or w in PARTICLES) for w in words) else ""


def _signature(text: str) -> str:
    """The name that an article is signed with: alone, in brackets, or before a place in brackets."""
    found = SIGNATURE.match(text) if len(text) <= 90 else None
    return bare_name(found["name"]) if found else ""
