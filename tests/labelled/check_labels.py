#!/usr/bin/env python3
"""Checks this folder's labels by the corpus' own checker, which is taught three ways of writing a number, and that a
source or an author may stand on the line of the date.

    python3 check_labels.py             every article of this folder
    python3 check_labels.py n01 n02     these only
    python3 check_labels.py --counts    and a table of what is labelled

`tests/corpus/check_gold.py` says what is checked. It knows neither lakh and crore, nor the abbreviations mln and
mld, nor thousands parted by spaces (96 000) or in the Indian way (2,45,000); these are added here, nothing is
taken away. Exit status 0: no fault. Standard library only.
"""

import importlib.util
import pathlib
import re
import sys
from types import ModuleType
from typing import Any

HERE = pathlib.Path(__file__).resolve().parent
CHECKER = HERE.parent / "corpus" / "check_gold.py"
MAGNITUDES = {"lakh": 10**5, "crore": 10**7, "mln": 10**6, "mld": 10**9}
SPACED_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
INDIAN = re.compile(r"\d{1,2}(,\d\d)+,\d{3}")


def loaded() -> ModuleType:
    """The corpus' checker as a module."""
    spec = importlib.util.spec_from_file_location("check_gold", CHECKER)
    if spec is None or spec.loader is None:
        raise ImportError(str(CHECKER))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def taught(checker: ModuleType) -> ModuleType:
    """The checker, reading this folder and the further ways of writing a number."""
    plain = checker.values

    def values(text: str) -> set[float]:
        together = SPACED_THOUSANDS.sub("", text)
        together = INDIAN.sub(lambda found: found[0].replace(",", ""), together)
        return plain(text) | plain(together)

    by_line = checker.Check.lines

    def lines(check: Any, txt: str, gold: dict[str, Any], body: list[str], dropped: list[str]) -> None:
        dateline = gold["dateline"] or ""
        shared = {key: None for key in ("source", "byline") if gold[key] and gold[key] in dateline}
        by_line(check, txt, {**gold, **shared}, body, dropped)

    checker.MAGNITUDES.update(MAGNITUDES)
    checker.values = values
    checker.Check.lines = lines
    checker.__file__ = __file__
    return checker


if __name__ == "__main__":
    sys.exit(taught(loaded()).main(sys.argv[1:]))
