"""What was typed about paragraphs: their words, roles, confirmations, order, and what their checks found."""

from collections.abc import Iterator

from articles.models.keys import new_key
from articles.text.anchors import AnchorState, follow
from articles.text.checks.problem import Problem
from articles.text.correction import ParagraphEdit, tidied
from articles.text.document import Judgement, Paragraph
from articles.text.roles import Role
from articles.text.structure import Add, Join, Move, Restructuring, Split

from .sheets import LONGEST
from .shown import TICKED
from .typed import FormRefused, Reading, Typed

# Code points of an article's whole text; more would stop the browser.
LONGEST_ARTICLE = 2_000_000
REASON_IT_IS_RIGHT = "Looked at: it is right as it stands."
STRUCTURE_REASONS = {
    "join": "Joined two paragraphs",
    "split": "Split a paragraph",
    "up": "Moved a paragraph up",
    "down": "Moved a paragraph down",
    "add": "Added a paragraph",
}


def problem_name(problem: Problem) -> str:
    """What tells a problem from all others on a sheet."""
    return f"{problem.paragraph}-{problem.start}-{problem.fingerprint}"


def spoken_of(typed: Typed) -> set[str]:
    """The problems of which a proposal is taken, by their names, and those judged to be none, by their fingerprints."""
    used = {name.removeprefix("use-") for name, value in typed.values.items() if name.startswith("use-") and any(value)}
    return used | {*typed.values.get("judge", ())}


def texts(reading: Reading) -> dict[str, str]:
    """The text wanted for each paragraph on the sheet, chosen proposals in it. Raises FormRefused where it is too
    much."""
    wanted = {key: _text(reading, key) for key in sorted(reading.typed.paragraphs)}
    before = sum(len(each.text) for each in reading.base.paragraphs)
    after = sum(len(wanted.get(each.key, each.text)) for each in reading.base.paragraphs)
    if after > LONGEST_ARTICLE and after > before:
        raise FormRefused(
            {"": f"The article would have {after:,} characters; {LONGEST_ARTICLE:,} is the most."}, status=413
        )
    return wanted


def paragraph_edits(reading: Reading, wanted: dict[str, str]) -> Iterator[ParagraphEdit]:
    """An edit for each paragraph that is to be other than it was, but for those where theirs is to stand."""
    for key, text in wanted.items():
        old = paragraph(reading, key)
        edit = ParagraphEdit(key, text, _role(reading, old), _confirmed(reading, old))
        said = (old.text, old.role, old.confirmed_by is not None)
        if (edit.text, edit.role, edit.confirmed) != said and f"paragraph:{key}" not in reading.typed.theirs:
            yield edit


def structure(reading: Reading, wanted: dict[str, str]) -> Iterator[Restructuring]:
    """The join, split, move or addition whose button was pressed."""
    verb, _, key = reading.typed.pressed.partition(":")
    match verb:
        case "join":
            yield from _join(reading, key)
        case "split":
            yield from _split(reading, paragraph(reading, key), wanted)
        case "up" | "down":
            yield _move(reading, key, verb)
        case "add":
            yield Add(new_key(), key, Role.BODY, "")


def judgements(reading: Reading) -> Iterator[Judgement]:
    """Every problem ticked as none, with its reason."""
    found = {problem.fingerprint: problem for problem in reading.problems}
    for fingerprint in reading.typed.values.get("judge", ()):
        problem = found.get(fingerprint)
        if problem is None:
            raise FormRefused({"": "A problem you ticked is not there any more. Reload the page and look again."})
        reason = tidied(reading.typed.one(f"because-{fingerprint}"))
        if not reason or len(reason) > 300:
            reading.errors[f"because-{fingerprint}"] = "Say in up to 300 characters why it is right as it stands."
        yield Judgement(problem.rule, fingerprint, problem.paragraph, reason, reading.by)


def judgements_undone(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every dismissal whose “open it again” is ticked."""
    again = set(reading.typed.values.get("undo", ()))
    yield from ((each.rule, each.fingerprint) for each in reading.base.judgements if each.fingerprint in again)


def paragraph(reading: Reading, key: str) -> Paragraph:
    """The base's paragraph of this key, which is there: see ``require_own``."""
    return next(each for each in reading.base.paragraphs if each.key == key)


def require_own(reading: Reading) -> None:
    """Raises FormRefused where the sheet names a paragraph or fact that is not this article's, or no button."""
    verb, _, key = reading.typed.pressed.partition(":")
    if verb not in {"save", *STRUCTURE_REASONS}:
        raise FormRefused({"": "There is no such button on this page. Reload it."})
    paragraphs = {each.key for each in reading.base.paragraphs}
    strangers = (reading.typed.paragraphs | ({key} if verb != "save" else set())) - paragraphs
    strangers |= reading.typed.facts - {each.key for each in reading.base.facts}
    if strangers:
        raise FormRefused({"": f"“{min(strangers)[:20]}” is no part of this article. Reload the page."})


def _text(reading: Reading, key: str) -> str:
    old, name = paragraph(reading, key), f"text-{key}"
    text = tidied(reading.typed.one(name)) if reading.changed(name) else old.text
    text = _with_proposals(reading, old, text)
    if len(text) > LONGEST and text != old.text:
        sentence = f"This paragraph has {len(text):,} characters; {LONGEST:,} is the most. Make it several paragraphs."
        raise FormRefused({name: sentence}, status=413)
    return text


def _with_proposals(reading: Reading, old: Paragraph, text: str) -> str:
    """The text with every proposal ticked, the last one first so that places stay where they are."""
    mine = [problem for problem in reading.problems if problem.paragraph == old.key]
    for problem in sorted(mine, key=lambda each: (-each.start, -each.end)):
        proposal = _chosen(reading, problem)
        if proposal is not None:
            text = _put(reading, old, text, problem, proposal)
    return text


def _chosen(reading: Reading, problem: Problem) -> str | None:
    picked = reading.typed.one(f"use-{problem_name(problem)}")
    at = int(picked) if picked.isascii() and picked.isdigit() else len(problem.proposals)
    return problem.proposals[at] if at < len(problem.proposals) else None


def _put(reading: Reading, old: Paragraph, text: str, problem: Problem, proposal: str) -> str:
    """The text with the proposal in place of the words it is about, wherever they stand now."""
    place = _place(old.text, text, problem)
    if place is not None:
        return tidied(text[: place[0]] + proposal + text[place[1] :])
    words = old.text[problem.start : problem.end]
    reading.errors[f"use-{problem_name(problem)}"] = (
        f"You changed “{words[:60]}” as well, so “{proposal[:60]}” has no place. Untick it, or type it."
    )
    return text


def _place(old: str, text: str, problem: Problem) -> tuple[int, int] | None:
    """Where the problem's words stand in the text typed: all before or all after them is as it was, or they can be
    followed."""
    start, end = problem.start, problem.end
    if text[:end] == old[:end]:
        return start, end
    by = len(text) - len(old)
    if start + by >= 0 and text[start + by :] == old[start:]:
        return start + by, end + by
    place = follow(old[start:end], start, end, old, text)
    return (place.start, place.end) if place.state in (AnchorState.EXACT, AnchorState.MOVED) else None


def _role(reading: Reading, old: Paragraph) -> Role:
    name = reading.typed.one(f"role-{old.key}") or str(old.role)
    if name in set(Role):
        return Role(name)
    reading.errors[f"role-{old.key}"] = f"“{name[:20]}” is no role. Choose one from the list."
    return old.role


def _confirmed(reading: Reading, old: Paragraph) -> bool:
    shown = reading.typed.values.get(f"confirmed-{old.key}")
    return old.confirmed_by is not None if shown is None else shown == TICKED


def _join(reading: Reading, key: str) -> Iterator[Restructuring]:
    order = [each.key for each in reading.base.paragraphs]
    following = _neighbour(reading, key, 1)
    if following is None:
        raise FormRefused({"": "There is no paragraph after this one to join it with."})
    if order.index(following) != order.index(key) + 1:
        # Dropped lines stand between: they go behind.
        yield Move(following, key)
    yield Join(key, following)


def _split(reading: Reading, old: Paragraph, wanted: dict[str, str]) -> Iterator[Restructuring]:
    name, text = f"split-{old.key}", wanted.get(old.key, old.text)
    words = tidied(reading.typed.one(name))
    times = text.count(words) if words else 0
    if times == 1 and text.index(words):
        yield Split(old.key, text.index(words), new_key())
        return
    how = {0: "does not stand in the paragraph", 1: "begins the paragraph"}.get(times, f"stands there {times} times")
    said = f"“{words[:60]}” {how}." if words else "You gave no words to split before."
    reading.errors[name] = f"{said} Copy the first words of what is to be the next paragraph."


def _move(reading: Reading, key: str, verb: str) -> Move:
    order = [each.key for each in reading.base.paragraphs]
    neighbour = _neighbour(reading, key, -1 if verb == "up" else 1)
    if neighbour is None:
        raise FormRefused({"": f"The paragraph is the {'first' if verb == 'up' else 'last'} already."})
    at = order.index(neighbour)
    return Move(key, neighbour if verb == "down" else (order[at - 1] if at else ""))


def _neighbour(reading: Reading, key: str, step: int) -> str | None:
    """The next paragraph in that direction that is no dropped line."""
    kept = [each.key for each in reading.base.paragraphs if each.role is not Role.DROPPED or each.key == key]
    at = kept.index(key) + step
    return kept[at] if 0 <= at < len(kept) else None
