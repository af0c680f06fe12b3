"""Counts over time as bars: places and sizes for an SVG, and the same in words for who does not see it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .wording import date_in_words

HEIGHT, WIDTH, FOOT, HEAD = 96, 640, 26, 18
# More years than these are drawn without the empty ones between.
MOST_STEPS = 60
# The axis names so many steps, and none where its name (as wide as this on a phone) would leave the drawing.
NAMED, _WORD = 5, 90
MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Part:
    """A coloured piece of a bar, in units of the drawing."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year. ``label`` is its name, ``told`` its counts in words, ``named`` whether the axis names it."""

    x: float
    width: float
    label: str
    told: str
    count: int
    named: bool
    parts: tuple[Part, ...]

    @property
    def short(self) -> str:
        """``Nov 2016`` for November 2016."""
        month, _, year = self.label.rpartition(" ")
        return f"{month[:3]} {year}".strip()

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Plot:
    bars: tuple[Bar, ...]
    kinds: tuple[str, ...]

    @property
    def size(self) -> str:
        return f"0 {-HEAD} {WIDTH} {HEAD + HEIGHT + FOOT}"

    @property
    def top(self) -> Bar:
        """The first of the highest bars, which gives the others their measure."""
        return max(self.bars, key=lambda bar: bar.count)

    @property
    def base(self) -> int:
        return HEIGHT

    @property
    def foot(self) -> int:
        return HEIGHT + FOOT - 5

    @property
    def told(self) -> str:
        return "; ".join(f"{bar.label}: {bar.told}" for bar in self.bars if bar.count)


def plot(counts: Iterable[Sequence], words: dict[str, tuple[str, str]]) -> Plot | None:
    """Bars of [kind, ``2016-11`` or ``2016``, count]; ``words`` gives each kind its singular and plural. Months where
    they are known and few, else years; nothing where there is one step only."""
    steps = _by_step([(kind, str(day), count) for kind, day, count in counts])
    if len(steps) < 2:
        return None
    names = _without_gaps(sorted(steps))
    highest, width = max(sum(each.values()) for each in steps.values()), WIDTH / len(names)
    every = -(-len(names) // NAMED)
    bars = (
        _bar(
            i * width,
            width,
            name,
            steps.get(name, Counter()),
            highest,
            words,
            i % every == 0 and i * width < WIDTH - _WORD,
        )
        for i, name in enumerate(names)
    )
    kinds = {kind for each in steps.values() for kind in each}
    return Plot(tuple(bars), tuple(kind for kind in words if kind in kinds))


def _by_step(rows: list[tuple[str, str, int]]) -> dict[str, Counter[str]]:
    years = {day[:4] for _, day, _ in rows}
    months = all(len(day) == 7 for _, day, _ in rows) and len(years) * 12 <= MOST_MONTHS
    steps: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, day, count in rows:
        steps[day if months else day[:4]][kind] += count
    return steps


def _without_gaps(steps: list[str]) -> list[str]:
    """The steps with the empty ones between them, where they are not too many."""
    first, last = (_place(step) for step in (steps[0], steps[-1]))
    if last - first >= MOST_STEPS:
        return steps
    return [_name(place, len(steps[0]) == 7) for place in range(first, last + 1)]


def _place(step: str) -> int:
    return int(step[:4]) * 12 + int(step[5:]) - 1 if len(step) == 7 else int(step)


def _name(place: int, month: bool) -> str:
    return f"{place // 12:04}-{place % 12 + 1:02}" if month else f"{place:04}"


def _bar(
    x: float,
    width: float,
    step: str,
    counts: Counter[str],
    highest: int,
    words: dict[str, tuple[str, str]],
    named: bool,
) -> Bar:
    parts, top = [], float(HEIGHT)
    for kind in words:
        if counts[kind]:
            height = counts[kind] * (HEIGHT - 4) / highest
            top -= height
            parts.append(Part(kind, round(top, 1), round(height, 1)))
    told = ", ".join(f"{counts[kind]:,} {words[kind][counts[kind] != 1]}" for kind in words if counts[kind])
    gap = min(6.0, width / 4)
    return Bar(
        round(x + gap / 2, 1),
        round(width - gap, 1),
        date_in_words(step),
        told,
        sum(counts.values()),
        named,
        tuple(parts),
    )
