"""Bars side by side, step after step, drawn on the server: places and sizes for an SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, FOOT, HEAD = 640, 120, 22, 16
# The axis names about so many steps.
NAMED = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """``kind`` gives it its colour."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Step:
    """``told`` says its values in words; ``named`` whether the axis has its label."""

    label: str
    told: str
    x: float
    named: bool
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """``highest`` is the value of the highest bar, told at the top."""

    steps: tuple[Step, ...]
    kinds: tuple[str, ...]
    highest: str

    @property
    def size(self) -> str:
        return f"0 0 {WIDTH} {HEAD + HEIGHT + FOOT}"

    @property
    def base(self) -> int:
        return HEAD + HEIGHT

    @property
    def foot(self) -> int:
        return HEAD + HEIGHT + FOOT - 6


def drawn(rows: Sequence[tuple[str, str, Sequence[float]]], kinds: Sequence[str]) -> Bars | None:
    """Bars of [label, told, a value for each kind]; nothing where every value is nothing."""
    highest = max((value for _, _, values in rows for value in values), default=0)
    if not highest:
        return None
    width, every = WIDTH / len(rows), -(-len(rows) // NAMED)
    steps = (
        Step(label, told, round(i * width, 1), i % every == 0, _bars(i * width, width, values, highest, kinds))
        for i, (label, told, values) in enumerate(rows)
    )
    return Bars(tuple(steps), tuple(kinds), f"{highest:,.4g}")


def _bars(x: float, width: float, values: Sequence[float], highest: float, kinds: Sequence[str]) -> tuple[Bar, ...]:
    gap = min(8.0, width / 5)
    each = min(48.0, (width - gap) / len(kinds))
    return tuple(
        Bar(
            kind, round(x + at * each, 1), round(HEAD + HEIGHT * (1 - value / highest), 1), round(each - 1, 1),
            round(HEIGHT * value / highest, 1),
        )
        for at, (kind, value) in enumerate(zip(kinds, values, strict=True))
    )  # fmt: skip
