"""Whether an export of Galley is whole and says what was approved: needs Python alone, nothing of Galley.

python3 verify_export.py FOLDER [OLDER-HEADS.jsonl]
"""

import base64
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REVISION = "article_id number author_id reason at restores parent_digest format text"
ACT = "article_id number action by_id at effective_at revision edition category reason subject_digest previous_digest"
EDITION = (
    "article_id number key slug headline standfirst source significance note contributors approver_id approver_name "
    "approved_at four_eyes format text revision_digest previous_digest created_at"
)
PARTS = {
    "revisions": (REVISION, "parent_digest"),
    "acts": (ACT, "previous_digest"),
    "editions": (EDITION, "previous_digest"),
}
Rows = dict[str, list[dict[str, Any]]]


def digest(row: dict[str, Any], columns: str) -> str:
    """SHA-256 over the columns in this order, each preceded by its length in bytes and a colon."""
    whole = hashlib.sha256()
    for name in columns.split():
        value = row[name]
        value = "\n".join(value) if isinstance(value, list) else int(value) if isinstance(value, bool) else value
        data = ("" if value is None else str(value)).encode()
        whole.update(b"%d:%b" % (len(data), data))
    return whole.hexdigest()


def files(folder: Path) -> Iterator[str]:
    for name, told in json.loads((folder / "manifest.json").read_text("utf-8"))["parts"].items():
        if hashlib.sha256((folder / f"{name}.jsonl").read_bytes()).hexdigest() != told["sha256"]:
            yield f"{name}.jsonl is not as it was written"


def chains(rows: Rows, redacted: set[str]) -> Iterator[str]:
    for name, (columns, previous) in PARTS.items():
        last: dict[int, tuple[int, str]] = {}
        for row in sorted(rows[name], key=lambda row: (row["article_id"], row["number"])):
            here = f"{name} {row['number']} of article {row['article_id']}"
            number, before = last.get(row["article_id"], (0, ""))
            if row["digest"] not in redacted and row["digest"] != digest(row, columns):
                yield f"{here} is not what its digest says"
            if (row["number"], row[previous]) != (number + 1, before):
                yield f"{here} does not follow the one before"
            last[row["article_id"]] = row["number"], row["digest"]


def seeds(rows: Rows, redacted: set[str]) -> Iterator[str]:
    for seed in rows["seeds"]:
        data = base64.b64decode(seed["data"])
        if seed["sha256"] not in redacted and hashlib.sha256(data).hexdigest() != seed["sha256"]:
            yield f"seed {seed['id']} is not the bytes that came"


def approvals(rows: Rows) -> Iterator[str]:
    done = {(row["action"], row["subject_digest"]): row["by_id"] for row in rows["acts"]}
    authors = {row["digest"]: row["author_id"] for row in rows["revisions"]}
    for edition in rows["editions"]:
        here, approver = f"edition {edition['number']} of article {edition['article_id']}", edition["approver_id"]
        approved = done.get(("approve", edition["revision_digest"])) == approver
        if not approved or ("publish", edition["digest"]) not in done:
            yield f"{here} was not approved and published as it says"
        elif edition["four_eyes"] and authors.get(edition["revision_digest"], approver) == approver:
            yield f"{here} was approved by who wrote it"


def against(rows: Rows, heads: Path) -> Iterator[str]:
    there = {(name, row["article_id"], row["digest"]) for name in PARTS for row in rows[name]}
    for head in map(json.loads, heads.read_text("utf-8").splitlines()):
        for name in ("revision", "act", "edition"):
            number, kept = head[name]
            if number and (f"{name}s", head["article"], kept) not in there:
                yield f"{name} {number} of article {head['article']} is gone or another"


def main(folder: Path, heads: Path | None = None) -> bool:
    rows = {
        name: [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").split("\n") if line]
        for name in (*PARTS, "seeds")
    }
    redacted = {row["subject_digest"] for row in rows["acts"] if row["action"] == "redact"}
    wrong = [*files(folder), *chains(rows, redacted), *seeds(rows, redacted), *approvals(rows)]
    wrong += against(rows, heads) if heads else []
    print("\n".join(wrong) or f"{len(rows['editions'])} editions are as they were published.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
