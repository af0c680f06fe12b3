"""The parts of public addresses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """An article's part of its address: ``words`` as they were asked for, ``article`` its permanent number."""

    words: str
    article: int

    def __str__(self) -> str:
        return self.words


class AddressConverter:
    """``<slug>-<id>`` or ``<id>``; the slug may be of any script."""

    regex = r"(?:[^/\0]*-)?[0-9]{1,18}"

    def to_python(self, value: str) -> Address:
        return Address(value, int(value.rpartition("-")[2]))

    def to_url(self, value: Address | str) -> str:
        return str(value)


class NumberConverter:
    """A number that every database can hold."""

    regex = r"0|[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class WordsConverter:
    """A slug of any script."""

    regex = r"[^/\0]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


class FeedConverter(WordsConverter):
    """A form in which feeds are written."""

    regex = "atom|rss"
