"""Where a pattern matches texts, and what would stand there. Run as a program it can be stopped: a pattern can be
written so that it never ends.

The program reads one JSON object (pattern, flags, put, texts, most) from standard input and writes the matches.
"""

import json
import re
import sys
from collections.abc import Sequence

Match = tuple[int, int, int, str]


def matches(pattern: str, flags: int, put: str | None, texts: Sequence[str], most: int) -> list[Match]:
    """(index of the text, start, end, what stands there instead) of at most so many matches that are not empty.

    ``put`` may name groups of the pattern; None leaves the words. Raises re.error or IndexError.
    """
    compiled, found = re.compile(pattern, flags), []
    for at, text in enumerate(texts):
        for match in compiled.finditer(text):
            if match[0]:
                found.append((at, match.start(), match.end(), match[0] if put is None else match.expand(put)))
            if len(found) == most:
                return found
    return found


if __name__ == "__main__":
    try:
        json.dump({"matches": matches(**json.load(sys.stdin))}, sys.stdout)
    except (re.error, IndexError, OverflowError, RecursionError) as error:
        json.dump({"error": str(error)}, sys.stdout)
