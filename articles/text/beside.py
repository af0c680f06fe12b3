"""The original's paragraphs beside the machine's: loosely, by the place they have in the whole."""

from collections.abc import Sequence
from itertools import accumulate


def beside(original: str, lengths: Sequence[int]) -> tuple[str, ...]:
    """For each of the machine's paragraphs, given by its length, what stands at its place in the original.

    As many paragraphs on both sides are taken one by one; else each of the original's goes where its middle falls
    when both texts are laid out at the same length. None is left out and none is told twice, in their order.
    """
    lines = [line.strip() for line in original.splitlines() if line.strip()]
    if not lengths or len(lines) == len(lengths):
        return tuple(lines[: len(lengths)])
    ends = _shares(lengths)
    laid: list[list[str]] = [[] for _ in lengths]
    at = 0
    for line, middle in zip(lines, _middles([len(line) for line in lines]), strict=True):
        while at < len(lengths) - 1 and middle > ends[at]:
            at += 1
        laid[at].append(line)
    return tuple("\n".join(each) for each in laid)


def _shares(lengths: Sequence[int]) -> list[float]:
    """Where each paragraph ends, as a share of the whole."""
    whole = sum(lengths) or 1
    return [end / whole for end in accumulate(lengths)]


def _middles(lengths: Sequence[int]) -> list[float]:
    whole = sum(lengths) or 1
    return [(end - length / 2) / whole for end, length in zip(accumulate(lengths), lengths, strict=True)]
