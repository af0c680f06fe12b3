"""What the workbench's template draws: rows of paragraphs, problems and facts, with what was typed in their fields."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from articles.models import FACT_MODELS, Note
from articles.text.anchors import AnchorState
from articles.text.beside import beside
from articles.text.changes import Change, changes
from articles.text.checks.problem import Level, Problem
from articles.text.document import Document, Fact, FactState, Judgement, Paragraph
from articles.text.facts.kinds import InitiativeCategory
from articles.text.readiness import machine_words
from articles.text.roles import Role
from articles.text.wordings import RULE as MEMORY

from .field_html import field_html
from .form_paragraphs import REASON_IT_IS_RIGHT, problem_name
from .sheets import LONGEST, Sheet
from .shown import Values, told_field

LABELS = {
    "speaker": "Speaker, as printed",
    "speaker_key": "Speaker, house name",
    "role": "Role",
    "organization": "Organization, as printed",
    "organization_key": "Organization, house name",
    "title": "Title",
    "event": "Event",
    "place": "Place",
    "date": "Date",
    "date_basis": "How the date is known",
    "statement": "Statement",
    "claimant": "Claimant, as printed",
    "person_key": "Person, house name",
    "quantities": "Quantities",
    "name": "Name",
    "owner": "Owner, as printed",
    "category": "Kind",
    "recipient": "Recipient, as printed",
    "giver": "Giver, as printed",
    "giver_key": "Giver, house name",
}
_HELP = {
    "quantities": "One a line: value | unit | about, over, at least, under, at most or exactly | as printed",
}
_PLACEHOLDERS = {"date": "2016-11-18, --11-18, 2016"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a fact. ``machine`` is what the importer suggested, where it is something else."""

    name: str
    label: str
    value: str
    control: str
    machine: str = ""
    error: str = ""
    help: str = ""
    rows: int = 1
    options: tuple[tuple[str, str], ...] = ()
    placeholder: str = ""

    @property
    def html(self) -> SafeString:
        return field_html(
            self.name, self.label, self.value, self.control, machine=self.machine, error=self.error, help=self.help,
            rows=self.rows, options=self.options, placeholder=self.placeholder,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactRow:
    fact: Fact
    label: str
    state: str
    quote: str
    machine_quote: str
    checked: bool
    fields: tuple[Field, ...]
    open: bool
    errors: Mapping[str, str]
    notes: tuple[Note, ...]
    asks: str = ""

    @property
    def name(self) -> str:
        return f"fact-{self.fact.key}"

    @property
    def summary(self) -> str:
        """The fact in a line: what its fields say, as far as they say something."""
        said = [field.value for field in self.fields if field.value and field.control != "lines" and not field.help]
        return " · ".join(dict.fromkeys(said[:4]))


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """``judgement`` is there where somebody judged it to be none."""

    problem: Problem
    words: str
    name: str
    simple: tuple[tuple[int, str], ...]
    picked: str
    judged: bool
    reason: str
    error: str
    judgement: Judgement | None
    judge: str = ""

    @property
    def blocks(self) -> bool:
        return self.problem.level is Level.BLOCK and self.judgement is None

    @property
    def is_memory(self) -> bool:
        """No problem, but what editors put for these words before."""
        return self.problem.rule == MEMORY


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    paragraph: Paragraph
    place: int
    opens: bool
    text: str
    role: str
    confirmed: bool
    confirmer: str
    split: str
    machine: str
    original: str
    changes: tuple[Change, ...]
    problems: tuple[ProblemRow, ...]
    facts: tuple[FactRow, ...]
    notes: tuple[Note, ...]
    errors: Mapping[str, str]

    @property
    def key(self) -> str:
        return self.paragraph.key

    @property
    def dropped(self) -> bool:
        return self.paragraph.role is Role.DROPPED

    @property
    def too_long(self) -> bool:
        return len(self.paragraph.text) > LONGEST

    @property
    def lines(self) -> int:
        """About how many lines the text takes on a desk."""
        return max(2, len(self.text) // 62 + 1)

    @property
    def rewritten(self) -> bool:
        return any(change.op != "same" for change in self.changes)

    @property
    def open_problems(self) -> int:
        return sum(
            each.judgement is None and not each.is_memory and not each.problem.is_remark for each in self.problems
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that follow one another: ``folded`` where all are dropped lines with nothing to settle."""

    folded: bool
    rows: tuple[ParagraphRow, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What rows are drawn from. ``values`` are the fields' values, typed or shown; ``people`` names by account."""

    document: Document
    seed_text: str
    values: Values
    errors: Mapping[str, str]
    names: Mapping[str, str]
    people: Mapping[int, str]
    notes: Sequence[Note]
    originals: Mapping[str, str]

    def notes_on(self, key: str) -> tuple[Note, ...]:
        return tuple(note for note in self.notes if note.about == key)

    def one(self, name: str, default: str = "") -> str:
        return next(iter(self.values.get(name, (default,))), "")

    def ticked(self, name: str, value: str = "1") -> bool:
        return value in self.values.get(name, ())

    def judgement(self, problem: Problem) -> Judgement | None:
        wanted = (problem.rule, problem.fingerprint)
        return next((each for each in self.document.judgements if (each.rule, each.fingerprint) == wanted), None)


def rows(drawing: Drawing, sheet: Sheet) -> tuple[ParagraphRow, ...]:
    """The sheet's paragraphs as they are drawn."""
    place = {each.key: at for at, each in enumerate(drawing.document.paragraphs, 1)}
    asked: set[str] = set()
    return tuple(
        _paragraph_row(drawing, part.paragraph, place[part.paragraph.key], part.opens, part.problems, part.facts, asked)
        for part in sheet
    )


def originals(document: Document) -> dict[str, str]:
    """What stands in the original at about the place of each paragraph, by its key; nothing where nobody pasted it."""
    text, kept = (
        document.metadata.original_text,
        [each for each in document.paragraphs if each.role is not Role.DROPPED],
    )
    if not text:
        return {}
    lengths = [sum(end - start for start, end in each.spans) for each in kept]
    return {each.key: words for each, words in zip(kept, beside(text, lengths), strict=False) if words}


def groups(drawn: Iterable[ParagraphRow]) -> tuple[Group, ...]:
    """Runs of dropped lines folded together, everything else as it is."""
    found: list[Group] = []
    for row in drawn:
        folded = row.dropped and not row.facts and not row.errors
        if found and found[-1].folded == folded:
            found[-1] = Group(folded, (*found[-1].rows, row))
        else:
            found.append(Group(folded, (row,)))
    return tuple(found)


def _paragraph_row(
    drawing: Drawing,
    paragraph: Paragraph,
    place: int,
    opens: bool,
    problems: Iterable[Problem],
    facts: Iterable[Fact],
    asked: set[str],
) -> ParagraphRow:
    key, machine = paragraph.key, machine_words(paragraph, drawing.seed_text)
    names = [f"{name}-{key}" for name in ("text", "role", "split")]
    return ParagraphRow(
        paragraph,
        place,
        opens,
        text=drawing.one(f"text-{key}", paragraph.text),
        role=drawing.one(f"role-{key}", str(paragraph.role)),
        confirmed=drawing.ticked(f"confirmed-{key}"),
        confirmer="" if paragraph.confirmed_by is None else drawing.people.get(paragraph.confirmed_by, "a colleague"),
        split=drawing.one(f"split-{key}"),
        machine=machine,
        original=drawing.originals.get(key, ""),
        changes=changes(machine, paragraph.text) if machine else (),
        problems=tuple(_problem_row(drawing, paragraph, each, asked) for each in problems),
        facts=tuple(_fact_row(drawing, each, machine) for each in facts),
        notes=drawing.notes_on(key) if opens else (),
        errors={name.partition("-")[0]: drawing.errors[name] for name in names if name in drawing.errors},
    )


def _problem_row(drawing: Drawing, paragraph: Paragraph, problem: Problem, asked: set[str]) -> ProblemRow:
    """The same words twice are judged once: only the first row has the tick."""
    name, because = problem_name(problem), f"because-{problem.fingerprint}"
    first = problem.fingerprint not in asked
    asked.add(problem.fingerprint)
    return ProblemRow(
        problem,
        words=paragraph.text[problem.start : problem.end],
        name=f"use-{name}",
        simple=tuple((at, each) for at, each in enumerate(problem.proposals) if len(each) <= 200),
        picked=drawing.one(f"use-{name}"),
        judged=drawing.ticked("judge", problem.fingerprint),
        reason=drawing.one(because, REASON_IT_IS_RIGHT),
        error=drawing.errors.get(because, "") or drawing.errors.get(f"use-{name}", ""),
        judgement=drawing.judgement(problem),
        judge=problem.fingerprint if first else "",
    )


def _fact_row(drawing: Drawing, fact: Fact, machine: str) -> FactRow:
    prefix = f"fact-{fact.key}"
    fields = tuple(_field(drawing, fact, field.name) for field in dataclasses.fields(fact.values))
    errors = {name.removeprefix(f"{prefix}-"): text for name, text in drawing.errors.items() if name.startswith(prefix)}
    state = drawing.one(f"{prefix}-state", str(fact.state))
    asks = _asks(fact)
    quoted = "" if fact.machine_start is None else machine[fact.machine_start : fact.machine_end]
    quote = drawing.one(f"{prefix}-quote", fact.quote)
    return FactRow(
        fact,
        label=str(fact.kind).capitalize(),
        state=state,
        quote=quote,
        machine_quote=quoted if quoted != fact.quote else "",
        checked=drawing.ticked(f"{prefix}-checked"),
        fields=fields,
        open=bool(errors or asks) or state == FactState.SUGGESTED,
        errors=errors,
        notes=drawing.notes_on(fact.key),
        asks=asks,
    )


def _asks(fact: Fact) -> str:
    """What an editor must do about the fact's words."""
    if fact.state is FactState.REJECTED:
        return ""
    match fact.anchor:
        case AnchorState.LOST:
            return "Its words are not in the paragraph any more: quote them anew, or reject it."
        case AnchorState.REWORDED:
            return "Its words were reworded: read them again."
        case _:
            return ""


def _field(drawing: Drawing, fact: Fact, field: str) -> Field:
    name = f"fact-{fact.key}-{field}"
    before = told_field(fact, field, drawing.names)
    suggested = "" if fact.suggested is None or field.endswith("_key") else _suggested(fact, field, drawing.names)
    value = drawing.one(name, before)
    control, options = _control(fact, field)
    return Field(
        name,
        LABELS[field],
        value,
        control,
        machine=suggested if suggested != before else "",
        error=drawing.errors.get(name, ""),
        help=_HELP.get(field, ""),
        rows=max(2, value.count("\n") + 2) if field == "quantities" else max(1, len(value) // 60 + 1),
        options=options,
        placeholder=_PLACEHOLDERS.get(field, ""),
    )


def _suggested(fact: Fact, field: str, names: Mapping[str, str]) -> str:
    return told_field(dataclasses.replace(fact, values=fact.suggested), field, names)


def _control(fact: Fact, field: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """How the field is drawn, with the choices it has."""
    if field == "category":
        return "choice", (("", "—"), *((each.value, each.value) for each in InitiativeCategory))
    if field == "quantities" or field == "statement":
        return "lines", ()
    if field.endswith("_key"):
        column = FACT_MODELS[fact.kind].LINKS[field]
        return ("people" if column == "person" else "organizations"), ()
    return "text", ()
