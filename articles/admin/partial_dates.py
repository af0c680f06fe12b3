"""Dates as far as they are known: 2016-11-18, --11-18, 2016-11, 2016."""

import re
from datetime import date

_PARTIAL = re.compile(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)-(\d\d))")


def is_partial_date(text: str) -> bool:
    """A day, a month or a year of the calendar; a day without its year may be the 29th of February."""
    found = _PARTIAL.fullmatch(text)
    if not found:
        return False
    year, month, day, yearless_month, yearless_day = found.groups()
    try:
        date(int(year or 2000), int(month or yearless_month or 1), int(day or yearless_day or 1))
    except ValueError:
        return False
    return True
