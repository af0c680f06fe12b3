"""Furniture among the paragraphs: words to the readers, and lines that stand between the halves of a sentence."""

import re
from collections.abc import Sequence

from articles.text.roles import Role
from articles.text.scraping.captions import SIGN as CAPTION_SIGN
from articles.text.scraping.credits import PARTICLES
from articles.text.scraping.cues import SERVICES, cue_weight, speaks_of_the_page
from articles.text.scraping.joining import LONG_PIECE, Habits
from articles.text.scraping.lines import Line
from articles.text.scraping.marks import Mark, Marks, dropped, headline_at, unmarked
from articles.text.scraping.prose import (
    begins_closing,
    begins_lower,
    ends_closed,
    ends_dangling,
    ends_sentence,
    is_item,
)

SHOWS = re.compile(
    r"(?:The |An? )?[A-Z0-9][\w.'’-]*(?: [\w.'’-]+){0,6}? (?!during|according|including|being|regarding)"
    r"[a-z]{2,}ing (?:the|a|an|at|in|on|with|from|their|his|her|its|up|to|for)\b"
)
# “Anna Berg at the fair, Monday”, “Anna Berg with her pupils”: who is seen, and where.
SEEN = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w.'’-]+(?: [^\W\d_a-zß-öø-ÿ][\w.'’-]+){1,3}(?: \([^()]{2,30}\))?,?"
    r" (?:at|during|in front of|with (?:his|her|their|the)|next to|outside|beside|on stage|in (?:his|her|the)) "
)
TIME_OF_DAY = re.compile(r"\d{1,2}[:.]\d\d$")
QUESTION_SIGNS = ("■", "□", "▶", "▷", "△", "◆", "◇", "●", "○", "Q", "-", "–", "—")
SHORTEST_CAPTION, SHORTEST_SEEN = 7, 5  # words
FEW = 4
MOST = 3  # lines
LONGEST = 30  # words
LONGEST_NAME = 5


def words_to_readers(lines: Sequence[Line], marks: Marks) -> Marks:
    """Lines that speak of the page or to its readers."""
    free = unmarked(lines, marks)
    return {i: dropped("speaks of the page") for i in free if speaks_of_the_page(lines[i].text)}


def names_in_sentences(lines: Sequence[Line], marks: Marks) -> list[int]:
    """Lines taken for buttons that hold the name a sentence goes on with: “… together with”, “WeChat”, “, …”."""
    between = [i for i in range(1, len(lines) - 1) if i in marks and i - 1 not in marks]
    return [i for i in between if lines[i].text.casefold() in SERVICES and _within(lines[i - 1], lines[i + 1])]


def entries(lines: Sequence[Line], marks: Marks) -> list[int]:
    """The times of day over the entries of a live report, each on a line of its own."""
    times = [i for i in range(len(lines) - 1) if i in marks and TIME_OF_DAY.match(lines[i].text)]
    over = [i for i in times if i + 1 not in marks and lines[i + 1].prose]
    return over if len(over) > 2 else []


def answers(lines: Sequence[Line], marks: Marks) -> list[int]:
    """Lines taken for captions by the sign before them that answer questions: “■ Who came?”, “▲ The whole village.”"""
    signed = [i for i in range(1, len(lines)) if i in marks and marks[i].rule == CAPTION_SIGN]
    told = [i for i in signed if ends_sentence(lines[i].text) and _is_question(lines[i - 1].text)]
    return told if len(told) > 1 else []


def _is_question(text: str) -> bool:
    return text.endswith(("?", "？")) or text.startswith(QUESTION_SIGNS)


def _within(before: Line, after: Line) -> bool:
    return ends_dangling(before.text) and bool(after.text) and (begins_lower(after.text) or begins_closing(after.text))


def among_furniture(lines: Sequence[Line], marks: Marks) -> Marks:
    """Lines of a few words with furniture before and after them, none of them a caption."""
    around = [i in marks and marks[i].role is Role.DROPPED for i in range(len(lines))]
    between = [i for i in range(1, len(lines) - 1) if around[i - 1] and around[i + 1] and i not in marks]
    return {i: dropped("among furniture") for i in between if lines[i].words <= FEW and not _ends_closed(lines[i].text)}


def _ends_closed(text: str) -> bool:
    return ends_closed(text) or text.endswith("?")


def pictures(lines: Sequence[Line], marks: Marks) -> Marks:
    """Lines without a stop that tell what a picture shows: “Pupils holding the bags at the school of Velna”."""
    head = headline_at(marks)
    free = unmarked(lines, marks, head + 1)[1:] if head >= 0 else ()
    open_lines = [i for i in free if lines[i].words <= LONGEST and not ends_closed(lines[i].text)]
    return {i: Mark(Role.CAPTION, "what a picture shows") for i in open_lines if _is_shown(lines[i])}


def _is_shown(line: Line) -> bool:
    doing = line.words >= SHORTEST_CAPTION and SHOWS.match(line.text)
    return bool(doing) or line.words >= SHORTEST_SEEN and SEEN.match(line.text) is not None


def interruptions(lines: Sequence[Line], text: Sequence[int], habits: Habits) -> Marks:
    """Of the lines ``text`` those that interrupt a sentence."""
    found: Marks = {}
    for number, i in enumerate(text):
        if i not in found and _is_open(lines[i]):
            between = _between(lines, text[number : number + MOST + 2], habits)
            found |= {j: dropped("in the middle of a sentence") for j in between}
    return found


def _is_open(line: Line) -> bool:
    return line.words >= LONG_PIECE and not ends_closed(line.text)


def _between(lines: Sequence[Line], run: Sequence[int], habits: Habits) -> Sequence[int]:
    """The lines after the first of ``run`` up to the one with which its sentence goes on."""
    for number in range(1, len(run)):
        line = lines[run[number]]
        if number > 1 and _goes_on(lines[run[0]].text, line, habits, told=_are_told(lines, run[1:number])):
            return run[1:number]
        if not _intrudes(line):
            return ()
    return ()


def _are_told(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """The lines speak of the page by their words, not by their place alone."""
    return all(cue_weight(lines[i].text) >= 2 for i in run)


def _goes_on(begun: str, line: Line, habits: Habits, told: bool) -> bool:
    """The line goes on the sentence begun; ``told``: what stands between is known for furniture by its words."""
    if is_item(line.text):
        return False
    if begins_lower(line.text):
        return not habits.lower_starts or ends_dangling(begun)
    if told and line.text[0].isdigit() and ends_sentence(line.text):
        return True
    return ends_dangling(begun) and line.prose and (told or line.words >= 2 * LONG_PIECE)


def _intrudes(line: Line) -> bool:
    """The line reads as one of its own: a notice, a caption, another article's headline; not as a few words, such as
    a name, that the sentence goes on with."""
    text = line.text
    weight = cue_weight(text)
    if line.words > LONGEST or begins_lower(text) or begins_closing(text) or (ends_dangling(text) and weight < 2):
        return False
    words = text.split()
    if len(words) <= LONGEST_NAME and all(not w[0].islower() or w in PARTICLES for w in words):
        return weight >= 2 and len(words) > 1 or not text[0].isalnum()
    small = sum(w[0].islower() and w not in PARTICLES for w in words)
    apart = len(words) >= 3 and small >= 2 and not text[0].isdigit()
    return weight > 0 or apart
