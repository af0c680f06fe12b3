"""The name guard: names that the correction took out of the machine's words, or put in.

Names are compared word by word and without regard to case, spaces or order: what an editor capitalised, joined or
moved is no change. The hard part is to tell a name from a word that begins a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.text.changes import Gap, aligned, words
from articles.text.checks.machine import place_of, printed
from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import COMMON, DAYS, FUNCTION_WORDS, MONTHS, PEOPLES
from articles.text.roles import Role


def changed(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """Each name that stands only in the machine's words, or only in the correction, or took another's place."""
    if paragraph.text == paragraph.machine:
        return
    machine = printed(paragraph.machine, paragraph.text)
    if _capitals(machine) == _capitals(paragraph.text):
        return
    sides = _Sides(_names(machine), _names(paragraph.text))
    gone, new = sides.missing()
    if not gone and not new and not sides.replaced():
        return
    sure = _Certainty(paragraph, article, machine)
    gone = [name for name in gone if sure.is_name(name)]
    new = [name for name in new if sure.is_name(name)]
    gone, new = _of_their_kind(gone, new), _of_their_kind(new, gone)
    old_words, new_words = words(machine), words(paragraph.text)
    gaps = aligned(old_words, new_words)
    swapped_out, swapped_in = _swapped(sides, sure, gone, new, old_words, new_words, gaps)
    for name in _runs(new + swapped_in, paragraph.text):
        yield _added(paragraph, name)
    for name in _runs(gone + swapped_out, machine):
        yield _gone(paragraph, name, place_of(name.start, old_words, new_words, gaps))


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word at ``[start, end)``; ``letters`` is what it is compared by."""

    text: str
    letters: str
    start: int
    end: int
    opens: bool = False
    in_run: bool = False


_WORD = re.compile(r"[^\W_]+(?:[’'&][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s\Z|[’']\Z")
# Before a word that begins a sentence, a quotation, an item or the text.
_OPENING = re.compile(r"(?:\A|[.!?:;…\n|•·。！？：；])[\s\"“”‘’'«»„(\[*–—-]*\Z|[\"“‘«„]\Z")
_BETWEEN = re.compile(r"[ \u00a0-]")
# Endings that common words have more often than names.
_COMMON_ENDING = re.compile(r"(?:ing|ed|ly|tion|sion|ment|ness|ity|ers|ors|ists|ives|ties|ants|ents|ous|ful|able)\Z")


class _Sides:
    """The capitalised words and all words of the machine's text and of the correction."""

    def __init__(self, machine: "_Text", correction: "_Text") -> None:
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
    def _only(here: "_Text", there: "_Text") -> list[Name]:
        absent = [name for name in here.names if name.letters not in there.all]
        if not absent:
            return []
        joined = there.joined()
        return [name for name in absent if name.letters not in joined and not _written_apart(name, here, there, joined)]


class _Text:
    """One side's words: the capitalised ones in order, and all of them for looking up."""

    def __init__(self, names: list[Name], order: list[str]) -> None:
        self.names, self.order = names, order
        self.all = frozenset(order)
        self.counted = Counter(name.letters for name in names)

    def joined(self) -> frozenset[str]:
        """All pairs and triples of words that follow each other, written as one."""
        pairs = [first + second for first, second in zip(self.order, self.order[1:], strict=False)]
        triples = [pair + third for pair, third in zip(pairs, self.order[2:], strict=False)]
        return frozenset(pairs + triples)


def _capitals(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.islower()]


def _names(text: str) -> _Text:
    names: list[Name] = []
    order: list[str] = []
    last = None
    for match in _WORD.finditer(text):
        word = match[0]
        if word == word.lower():
            order.append(_bare(word))
            last = None
            continue
        word = _bare(word)
        order.append(word.lower())
        adjoins = last is not None and bool(_BETWEEN.fullmatch(text, last, match.start()))
        if adjoins and not names[-1].in_run:
            names[-1] = replace(names[-1], in_run=True)
        opens = not adjoins and bool(_OPENING.search(text, max(0, match.start() - 12), match.start()))
        names.append(Name(word, order[-1], match.start(), match.start() + len(word), opens, adjoins))
        last = match.end()
    return _Text(names, order)


def _bare(word: str) -> str:
    """The word without its possessive ending."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def _written_apart(name: Name, here: _Text, there: _Text, joined: frozenset[str]) -> bool:
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
        self._seen: tuple[frozenset[str], frozenset[str]] | None = None

    def is_name(self, name: Name) -> bool:
        if name.letters in self.listed:
            return True
        if name.letters in MONTHS or len(name.text) < 2:
            return False
        if name.letters in COMMON:
            return name.in_run and not name.opens and not self.title_case and name.letters not in _NEVER
        if name.text[1:] != name.text[1:].lower() or any(letter.isdigit() for letter in name.text):
            return True
        inside, small = self.seen()
        if name.letters in inside:
            return True
        if self.title_case or name.letters in small:
            return False
        return not name.opens or name.in_run or not _COMMON_ENDING.search(name.letters)

    def seen(self) -> tuple[frozenset[str], frozenset[str]]:
        """The article's words that are capitalised inside a sentence, and those in lower case."""
        if self._seen is None:
            self._seen = _seen(self.article)
        return self._seen


_TITLED = frozenset({Role.HEADLINE, Role.HEADING, Role.STANDFIRST, Role.CAPTION})
_NEVER = FUNCTION_WORDS | {"ceo", "cfo", "cto", "coo", "cio", "vip", "mr", "mrs", "ms", "dr"}
_KINDS = (PEOPLES, frozenset(DAYS))


def _letters(name: str) -> Iterator[str]:
    return (word for word in (match[0].lower() for match in _WORD.finditer(name)) if word not in COMMON)


def _is_title_case(text: str) -> bool:
    long = [match[0] for match in _WORD.finditer(text) if len(match[0]) > 3]
    return 2 * sum(word[0].isupper() for word in long) > len(long)


def _seen(article: Checked) -> tuple[frozenset[str], frozenset[str]]:
    inside: set[str] = set()
    small: set[str] = set()
    for paragraph in article.paragraphs:
        for text in {paragraph.text, paragraph.machine}:
            small.update(match[0] for match in _WORD.finditer(text) if match[0].islower())
            if paragraph.role is Role.BODY:
                inside.update(name.letters for name in _names(text).names if not name.opens)
    return frozenset(inside - small - COMMON), frozenset(small)


def _of_their_kind(these: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """Without days, peoples and tongues that no other one replaced."""
    theirs = {name.letters for name in others}
    return [name for name in these if not any(name.letters in kind and not theirs & kind for kind in _KINDS)]


def _swapped(
    sides: _Sides,
    sure: _Certainty,
    gone: Sequence[Name],
    new: Sequence[Name],
    old_words: Sequence,
    new_words: Sequence,
    gaps: Sequence[Gap],
) -> tuple[list[Name], list[Name]]:
    """Names that gave way to another name right there, though both stand elsewhere in the paragraph too."""
    fewer, more = sides.fewer(), sides.more()
    told = {(name.start, name.end) for name in (*gone, *new)}
    out: list[Name] = []
    into: list[Name] = []
    for gap in gaps:
        lost = [name for name in _inside(sides.machine.names, old_words[gap.old]) if name.letters in fewer]
        found = [name for name in _inside(sides.correction.names, new_words[gap.new]) if name.letters in more]
        lost, found = [n for n in lost if sure.is_name(n)], [n for n in found if sure.is_name(n)]
        if lost and found:
            out.extend(name for name in lost if name.letters in sides.correction.all)
            into.extend(name for name in found if name.letters in sides.machine.all)
    return [name for name in out if (name.start, name.end) not in told], [
        name for name in into if (name.start, name.end) not in told
    ]


def _inside(names: Sequence[Name], run: Sequence) -> list[Name]:
    return [name for name in names if run and run[0].start <= name.start and name.end <= run[-1].end]


def _runs(names: Sequence[Name], text: str) -> list[Name]:
    """Adjoining words as one name, each name once."""
    runs: list[Name] = []
    for name in sorted(set(names), key=lambda name: name.start):
        if runs and _BETWEEN.fullmatch(text[runs[-1].end : name.start]):
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
