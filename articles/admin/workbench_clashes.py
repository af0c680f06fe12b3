"""Two editors on the same words: before, theirs and mine side by side, and what has no place any more."""

from dataclasses import dataclass

from articles.text.changes import changes
from articles.text.correction import Clash
from articles.text.document import Document

from .typed import Reading, Typed
from .workbench_page import Bench


@dataclass(frozen=True, slots=True)
class SideBySide:
    clash: Clash
    what: str
    link: str
    theirs: tuple
    mine: tuple


def side_by_side(clash: Clash, document: Document) -> SideBySide:
    kind, _, key = clash.unit.partition(":")
    fact = document.fact(key)
    place = {each.key: at for at, each in enumerate(document.paragraphs, 1)}
    what = {
        "paragraph": f"Paragraph {place.get(key, 'that is gone')}",
        "fact": f"The {fact.kind} “{fact.quote[:60]}”" if fact else "The new fact",
        "metadata": key.replace("_", " ").capitalize(),
    }.get(kind, "The order of paragraphs")
    link = {"paragraph": f"#p-{key}", "fact": f"#f-{key}", "metadata": f"#id_meta-{key}"}.get(kind, "#about")
    return SideBySide(
        clash, what, link, changes(str(clash.base), str(clash.theirs)), changes(str(clash.base), str(clash.mine))
    )


def without_place(sent: Typed, old: Bench, bench: Bench) -> list[tuple[str, str]]:
    """What was typed about paragraphs and facts that are gone: (what it was, what was typed)."""
    reading = old.reading(sent, 0)
    gone = (sent.paragraphs - {p.key for p in bench.document.paragraphs}) | (
        sent.facts - {f.key for f in bench.document.facts}
    )
    return told(sent, reading, gone)


def told(sent: Typed, reading: Reading, about: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """What was typed otherwise than shown (about these paragraphs and facts), with what it is."""
    names = [name for name in sent.values if reading.changed(name)]
    wanted = [name for name in names if about is None or set(name.split("-")[1:2]) & about]
    return [(name.replace("-", " "), " ".join(sent.values[name])) for name in wanted]
