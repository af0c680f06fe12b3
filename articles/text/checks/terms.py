"""The house's terms, and which of them a text may hold."""

from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase


@dataclass(frozen=True)
class CheckedTerm:
    """A glossary entry. With ``context``, one of its words must stand in the article too."""

    wrong: tuple[str, ...]
    preferred: str
    safe: bool
    context: tuple[str, ...] = ()
    case: str = "as-is"

    @cached_property
    def wordings(self) -> tuple[frozenset[str], ...]:
        """The plain words of each wrong form, in lower case: where one is missing, the form cannot stand."""
        return tuple(frozenset(plain_words(form.lower())) for form in self.wrong if form.strip())

    def is_possible(self, vocabulary: frozenset[str]) -> bool:
        """True where a wrong form may stand among these words."""
        return any(map(vocabulary.issuperset, self.wordings))


def possible(terms: tuple[CheckedTerm, ...], vocabulary: frozenset[str]) -> list[CheckedTerm]:
    """The terms of which a wrong form may stand among these words, in their order."""
    words, places = _by_word(terms)
    if words.isdisjoint(vocabulary) and "" not in places:
        return []
    met = {at for word in words & vocabulary for at, wording in places[word] if wording <= vocabulary}
    met.update(at for at, _ in places.get("", ()))
    return [terms[at] for at in sorted(met)]


def plain_words(small: str) -> list[str]:
    """The runs of a to z in a text in lower case."""
    return small.encode("ascii", "replace").translate(_PLAIN).decode("ascii").split()


# Each byte as itself where it is a to z, else a space.
_PLAIN = bytes(each if chr(each) in ascii_lowercase else 32 for each in range(256))

# A word of each wrong form → where its term stands, and the form's words; under no word, forms without a plain one.
Places = dict[str, list[tuple[int, frozenset[str]]]]
# By their identity, as they are kept with it: to compare them would cost more than to look for all of them.
_known: dict[int, tuple[tuple[CheckedTerm, ...], frozenset[str], Places]] = {}
_MOST_KNOWN = 8


def _by_word(terms: tuple[CheckedTerm, ...]) -> tuple[frozenset[str], Places]:
    known = _known.get(id(terms))
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        places = _places(terms)
        known = _known[id(terms)] = (terms, frozenset(places), places)
    return known[1:]


def _places(terms: tuple[CheckedTerm, ...]) -> Places:
    places: Places = {}
    for at, term in enumerate(terms):
        for wording in term.wordings:
            # The longest word is the rarest.
            places.setdefault(max(wording, key=len, default=""), []).append((at, wording))
    return places
