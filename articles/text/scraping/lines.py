"""A seed's text as lines: where each stands and how it reads once repaired; lines wrapped at a width are one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from articles.text.scraping.blocks import Span
from articles.text.scraping.prose import CLOSING, ends_closed, ends_sentence, is_item, is_prose, word_count
from articles.text.scraping.repairing import repaired

# Line ends, the typographic ones included; next line (U+0085) is in scraped text a misread ellipsis.
RARE_ENDS = "\r\v\f\u2028\u2029"
LINE, PLAIN_LINE = re.compile(f"[^\n{RARE_ENDS}]+"), re.compile("[^\n]+")
LINE_END = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")
WIDE = re.compile("[\t\u3000]+|\\s{2,}")
LONGEST_ROW = 300  # characters: no row of menu entries is longer
NARROWEST, WIDEST = 40, 130  # characters: nobody wraps at less, nobody's wrapping shows beyond
FULL = 0.93  # of the width: a line that the next word would have passed


@dataclass(slots=True)
class Line:
    """``spans`` in the seed's text without the white space around them, one but for a wrapped line; ``text`` repaired
    and folded; ``gap`` is how many blank lines stand before it; ``columns`` are the pieces of a line that wide white
    space parts, empty where none does; ``words`` counts its words, ``prose`` says whether it is a
    sentence rather than a label."""

    spans: tuple[Span, ...]
    text: str
    gap: int
    columns: tuple[str, ...] = ()
    words: int = field(init=False, compare=False)
    prose: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        self.words = word_count(self.text)
        self.prose = is_prose(self.text)


def lines_of(text: str, most: int | None = None) -> tuple[Line, ...]:
    """The lines of the text that are not blank, in order; all, or as many as ``most``."""
    return tuple(islice(_lines(text), most))


def _lines(text: str) -> Iterator[Line]:
    last_end = 0
    rare = any(end in text for end in RARE_ENDS)
    for found in (LINE if rare else PLAIN_LINE).finditer(text):
        raw = found[0]
        bare = raw.strip()
        if not bare:
            continue
        start = found.start() + raw.index(bare[0])
        breaks = len(LINE_END.findall(text, last_end, start)) if rare else text.count("\n", last_end, start)
        last_end = start + len(bare)
        whole = repaired(bare)
        yield Line(((start, last_end),), whole, max(0, breaks - 1), () if whole == bare else _columns(raw))


def _columns(raw: str) -> tuple[str, ...]:
    bare = raw.strip() if len(raw) < LONGEST_ROW else ""
    return tuple(repaired(piece) for piece in WIDE.split(bare)) if WIDE.search(bare) else ()


def unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that were wrapped at a width put together again."""
    gap = 0 if sum(line.gap == 0 for line in lines[1:]) >= len(lines) / 4 else 1
    width = _width(lines, gap)
    return tuple(_together(run) for run in _runs(lines, width, gap)) if width else tuple(lines)


def _width(lines: Sequence[Line], gap: int) -> int:
    """The width that lines were wrapped at: most lines that go on in the next, ``gap`` blank lines further, are nearly
    as long as the longest of them, and few lines are longer: an address, a menu, a headline left as it was."""
    least = max(4, len(lines) / (2 if gap else 4))
    pairs = [pair for pair in zip(lines, lines[1:], strict=False) if pair[1].gap == gap]
    if len(lines) < 8 or len(pairs) < least:
        return 0
    run_on = sorted(len(a.text) for a, b in pairs if _tells(b.text) and not ends_closed(a.text))
    widest = run_on[-1 - len(run_on) // 20] if len(run_on) >= least else 0
    full = sum(length >= 0.75 * widest for length in run_on)
    longer = sum(len(line.text) > widest for line in lines)
    wrapped = NARROWEST <= widest <= WIDEST and full >= 0.7 * len(run_on)
    return widest if wrapped and (not gap or longer <= 0.1 * len(lines)) else 0


def _tells(text: str) -> bool:
    return any(map(str.isalnum, text))


def _runs(lines: Sequence[Line], width: int, gap: int) -> list[list[Line]]:
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if last and line.gap == gap and not is_item(line.text) and _full(last.text, line.text, width):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _full(text: str, following: str, width: int) -> bool:
    if len(text) > width or not _tells(following):
        return False
    reached = len(text) + 1 + len(following.split(None, 1)[0])
    return reached > (width if ends_sentence(text) else FULL * width)


def _together(run: list[Line]) -> Line:
    if len(run) == 1:
        return run[0]
    text = "".join(("" if line.text[0] in CLOSING else " ") + line.text for line in run if line.text)
    return Line(tuple(span for line in run for span in line.spans), text.strip(), run[0].gap)
