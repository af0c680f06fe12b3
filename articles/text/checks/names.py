"""The name guard: names that the correction took out of the machine's words, or put in.

Names are compared word by word and without regard to case, spaces or order: what an editor capitalised, joined or
moved is no change. The hard part is to tell a name from a word that begins a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.text.changes import Word
from articles.text.checks.capitals import BETWEEN, WORD, Name, Words, read
from articles.text.checks.machine import Alignment, alignment, place_of, printed
from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import COMMON, DAYS, FUNCTION_WORDS, MONTHS, PEOPLES
from articles.text.roles import Role


def changed(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """Each name that stands only in the machine's words, or only in the correction, or took another's place."""
    if paragraph.text == paragraph.machine:
        return
    machine = printed(paragraph.machine, paragraph.text, article)
    if paragraph.text == machine:
        return
    gone, new = differing(paragraph, article, machine)
    for name in new:
        yield _added(paragraph, name)
    for name in gone:
        yield _gone(paragraph, name, place_of(name.start, alignment(machine, paragraph.text)))


def differing(paragraph: CheckedParagraph, article: Checked, old: str) -> tuple[list[Name], list[Name]]:
    """The names that stand in one text alone or took another's place: those of ``old``, those of the paragraph."""
    if _capitals(old) == _capitals(paragraph.text):
        return [], []
    sides = _Sides(read(old), read(paragraph.text))
    gone, new = sides.missing()
    if not gone and not new and not sides.replaced():
        return [], []
    sure = _Certainty(paragraph, article, old)
    gone = [name for name in gone if sure.is_name(name)]
    new = [name for name in new if sure.is_name(name)]
    gone, new = _of_their_kind(gone, new), _of_their_kind(new, gone)
    swapped_out, swapped_in = _swapped(sides, sure, alignment(old, paragraph.text))
    return _runs(gone + swapped_out, old), _runs(new + swapped_in, paragraph.text)


# Endings that common words have more often than names.
_COMMON_ENDING = re.compile(r"(?:ing|ed|ly|tion|sion|ment|ness|ity|ers|ors|ists|ives|ties|ants|ents|ous|ful|able)\Z")


class _Sides:
    """The capitalised words and all words of the machine's text and of the correction."""

    def __init__(self, machine: Words, correction: Words) -> None:
        self.machine, self.correction = machine, correction

    def missing(self) -> tuple[list[Name], list[Name]]:
        return (
            self._only(self.machine, self.correction),
            self._only(self.correction, self.machine),
        )

    def replaced(self) -> bool:
        """True if some word stands less often than it did and another more often, both still there."""
        return bool(self.fewer()) and bool(self.more())

    def fewer(self) -> set[str]:
        return set(self.machine.counted - self.correction.counted)

    def more(self) -> set[str]:
        return set(self.correction.counted - self.machine.counted)

    @staticmethod
    def _only(here: Words, there: Words) -> list[Name]:
        absent = [name for name in here.names if name.letters not in there.all]
        if not absent:
            return []
        joined = there.joined()
        return [name for name in absent if name.letters not in joined and not _written_apart(name, here, there, joined)]


@lru_cache(maxsize=256)
def _capitals(text: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(text) if not word.islower())


def _written_apart(name: Name, here: Words, there: Words, joined: frozenset[str]) -> bool:
    """True if the name and a neighbour are one word on the other side ("We Chat", "WeChat")."""
    places = [index for index, letters in enumerate(here.order) if letters == name.letters]
    known = there.all | joined
    return any(
        "".join(here.order[first:last]) in known
        for index in places
        for first in range(max(0, index - 2), index + 1)
        for last in range(index + 1, min(len(here.order), first + 3) + 1)
        if last - first > 1
    )


class _Certainty:
    """Whether a capitalised word is a name, going by its article."""

    def __init__(self, paragraph: CheckedParagraph, article: Checked, machine: str) -> None:
        self.article = article
        titled = paragraph.role in _TITLED
        self.title_case = titled and (_is_title_case(paragraph.text) or _is_title_case(machine))
        self.listed = {letters for name in article.names for letters in _letters(name)}

    def is_name(self, name: Name) -> bool:
        if name.letters in self.listed:
            return True
        if name.letters in MONTHS or len(name.text) < 2:
            return False
        if name.letters in COMMON:
            return name.in_run and not name.opens and not self.title_case and name.letters not in _NEVER
        if name.text[1:] != name.text[1:].lower() or any(letter.isdigit() for letter in name.text):
            return True
        if name.letters in self.article.capitalised:
            return True
        if self.title_case or name.letters in self.article.uncapitalised:
            return False
        return not name.opens or name.in_run or not _COMMON_ENDING.search(name.letters)


_TITLED = frozenset({Role.HEADLINE, Role.HEADING, Role.STANDFIRST, Role.CAPTION})
_NEVER = FUNCTION_WORDS | {"ceo", "cfo", "cto", "coo", "cio", "vip", "mr", "mrs", "ms", "dr"}
_KINDS = (PEOPLES, frozenset(DAYS))


def _letters(name: str) -> Iterator[str]:
    return (word for word in (match[0].lower() for match in WORD.finditer(name)) if word not in COMMON)


def _is_title_case(text: str) -> bool:
    long = [match[0] for match in WORD.finditer(text) if len(match[0]) > 3]
    return 2 * sum(word[0].isupper() for word in long) > len(long)


def _of_their_kind(these: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """Without days, peoples and tongues that no other one replaced."""
    theirs = {name.letters for name in others}
    return [name for name in these if not any(name.letters in kind and not theirs & kind for kind in _KINDS)]


def _swapped(sides: _Sides, sure: _Certainty, pair: Alignment) -> tuple[list[Name], list[Name]]:
    """Names that gave way to another name right there, though both stand elsewhere in the paragraph too."""
    fewer, more = sides.fewer(), sides.more()
    out: list[Name] = []
    into: list[Name] = []
    for gap in pair.gaps if fewer and more else ():
        lost = [name for name in _inside(sides.machine, pair.old[gap.old], fewer) if sure.is_name(name)]
        found = [name for name in _inside(sides.correction, pair.new[gap.new], more) if sure.is_name(name)]
        if lost and found:
            out.extend(name for name in lost if name.letters in sides.correction.all)
            into.extend(name for name in found if name.letters in sides.machine.all)
    return out, into


def _inside(side: Words, run: Sequence[Word], wanted: set[str]) -> list[Name]:
    """The wanted words of one side that stand in a run of its text."""
    if not run:
        return []
    start, end = run[0].start, run[-1].end
    return [name for name in side.names if name.letters in wanted and start <= name.start and name.end <= end]


def _runs(names: Sequence[Name], text: str) -> list[Name]:
    """Adjoining words as one name, each name once."""
    runs: list[Name] = []
    for name in sorted(set(names), key=lambda name: name.start):
        if runs and BETWEEN.fullmatch(text[runs[-1].end : name.start]):
            start = runs[-1].start
            runs[-1] = Name(text[start : name.end], text[start : name.end].lower(), start, name.end)
        else:
            runs.append(name)
    return list({run.letters: run for run in reversed(runs)}.values())[::-1]


def _added(paragraph: CheckedParagraph, name: Name) -> Problem:
    return problem(
        paragraph,
        "name.changed",
        (name.start, name.end),
        f"“{name.text}” is not in the machine's words. Is it right?",
        level=Level.BLOCK,
        about=(paragraph.key, "new", name.letters),
    )


def _gone(paragraph: CheckedParagraph, name: Name, place: tuple[int, int]) -> Problem:
    return problem(
        paragraph,
        "name.changed",
        place,
        f"“{name.text}” is in the machine's words and no longer here. Is that right?",
        level=Level.BLOCK,
        about=(paragraph.key, "gone", name.letters),
    )
