"""``import_seeds``: what an operator gives it, and what becomes of each file."""

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Seed
from articles.steps import preparing
from articles.text.facts import suggest

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"
TEXT = (CORPUS / "d01.txt").read_text(encoding="utf-8")


def other(word, text=TEXT):
    """The same article with a word more, so that its bytes are others."""
    return text.replace(" the ", f" the {word} ", 1)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command in a folder of its own and tells its lines and whether it failed."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, stdin=b""):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(stdin))))
        out, err = io.StringIO(), io.StringIO()
        try:
            call_command("import_seeds", *map(str, arguments), stdout=out, stderr=err)
        except CommandError as error:
            return SimpleNamespace(out=out.getvalue(), err=f"{err.getvalue()}{error}", failed=True)
        return SimpleNamespace(out=out.getvalue(), err=err.getvalue(), failed=False)

    return run


@pytest.fixture
def write(tmp_path):
    def write(name, content=TEXT):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def identities():
    return sorted(Seed.objects.values_list("identity", flat=True))


@pytest.mark.django_db
def test_a_folder_of_seeds_becomes_articles_and_again_changes_nothing(run, write):
    write("seeds/one.txt")
    write("seeds/2016/two.txt", other("large"))
    first = run("seeds")
    assert "2 created, 0 unchanged, 0 changed, 0 refused" in first.out
    assert not first.failed
    before = list(Article.objects.order_by("pk").values())
    assert "0 created, 2 unchanged, 0 changed, 0 refused" in run("seeds").out
    assert list(Article.objects.order_by("pk").values()) == before


@pytest.mark.django_db
def test_without_a_path_the_bundled_seeds_are_imported(run):
    assert not run().failed
    assert Article.objects.filter(seed__identity__endswith="seeds/000_ffe9435999e86a28.txt").count() == 1


@pytest.mark.django_db
def test_a_changed_file_flags_its_article_and_makes_no_second_one(run, write):
    write("seeds/one.txt")
    run("seeds")
    write("seeds/one.txt", other("large"))
    assert "0 created, 0 unchanged, 1 changed, 0 refused" in run("seeds").out
    assert Article.objects.source_changed().count() == 1
    assert Article.objects.count() == 1


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n ", "white space"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
    "program.txt": (bytes(range(256)) * 20, "binary"),
    "nul.txt": (TEXT.encode().replace(b" the ", b" \0 the ", 1), "NUL"),
    "list.txt": (b"milk\neggs\nbread\nbutter\n6 apples\n", ""),
    "code.txt": (Path(__file__).read_bytes(), ""),
    "letter.txt": (TEXT.encode("utf-8") + b"\n\n\xed\xa0\x80\n", "surrogate"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_reason_and_the_rest_is_imported(run, write, name):
    content, word = BAD[name]
    write("seeds/a-good.txt")
    write(f"seeds/{name}", content)
    write("seeds/z-good.txt", other("large"))
    done = run("seeds")
    assert done.failed
    assert "2 created, 0 unchanged, 0 changed, 1 refused" in done.out
    [line] = [line for line in done.err.splitlines() if f"seeds/{name}: " in line]
    assert word in line
    assert "Galley failed" not in line
    assert identities() == ["seeds/a-good.txt", "seeds/z-good.txt"]


@pytest.mark.django_db
def test_a_huge_file_is_refused_before_it_is_read(run, write):
    os.truncate(write("seeds/huge.txt"), 50 * 2**30)
    done = run("seeds")
    assert "seeds/huge.txt: It has 53,687,091,200 bytes; the most" in done.err


@pytest.mark.django_db
def test_a_fault_of_our_own_stops_no_other_seed(run, write, monkeypatch):
    write("seeds/one.txt")
    write("seeds/two.txt", other("large"))
    faults = iter([ZeroDivisionError("division by zero")])

    def faulty(texts, dated):
        for fault in faults:
            raise fault
        return suggest(texts, dated)

    monkeypatch.setattr(preparing, "suggest", faulty)
    done = run("seeds")
    assert "1 created, 0 unchanged, 0 changed, 1 refused" in done.out
    assert "seeds/one.txt: Galley failed on it (ZeroDivisionError" in done.err


@pytest.mark.django_db
def test_only_seeds_are_taken_from_a_folder(run, write):
    for name in (".hidden.txt", ".git/x.txt", "notes.md", "one.correction.json", "picture.png"):
        write(f"seeds/{name}")
    write("seeds/one.txt")
    assert "1 created" in run("seeds").out


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("notes.md", "By its name"),
        ("gone.txt", "no such file"),
        ("bare", "no seed in this folder"),
        ("x*.txt", "no such"),
    ],
)
def test_what_was_named_and_is_no_seed_is_refused_by_name(run, write, given, reason):
    write("notes.md")
    write("bare/readme.md")
    done = run(given)
    assert done.failed
    assert f"{given}: " in done.err
    assert reason in done.err


@pytest.mark.django_db
def test_a_file_has_one_identity_however_it_is_named(run, write, tmp_path):
    path = write("seeds/one.txt")
    for given in (path, "seeds/one.txt", "seeds", "./seeds/", "seed?/*.txt", "**/one.txt"):
        run(given)
    assert identities() == ["seeds/one.txt"]
    write("seeds/one.txt", other("large"))
    run(path)
    assert identities() == ["seeds/one.txt"] * 2


@pytest.mark.django_db
def test_files_of_one_name_in_two_folders_are_two_articles(run, write):
    write("monday/one.txt")
    write("tuesday/one.txt", other("large"))
    assert "2 created" in run("monday", "tuesday").out


@pytest.mark.django_db
def test_text_in_another_encoding_is_read_as_told(run, write):
    write("seeds/one.txt", TEXT.replace("the", "thé", 1).encode("cp1252"))
    assert run("--encoding", "utf-8", "seeds").failed
    assert not run("--encoding", "cp1252", "seeds").failed
    assert "thé" in Seed.objects.get().text
    assert "1 unchanged" in run("--encoding", "windows-1252", "seeds").out


@pytest.mark.django_db
def test_known_bytes_are_read_anew_in_another_encoding_once(run, write):
    write("seeds/one.txt", TEXT.replace("the", "thé", 1).encode("cp1252"))
    run("--encoding", "cp1252", "seeds")
    assert "1 read anew" in run("--encoding", "cp1251", "seeds").out
    assert "1 unchanged" in run("--encoding", "cp1251", "seeds").out
    assert "thй" in Seed.objects.get().text


def test_an_unknown_encoding_is_refused_before_anything_is_read(run):
    with pytest.raises(CommandError, match="no encoding 'klingon'"):
        call_command("import_seeds", "--encoding", "klingon", "seeds")


PAGE = "<!doctype html><title>Paper</title><body><h1>{}</h1>{}"


def page(text=TEXT, head=""):
    headline, *rest = [block for block in text.split("\n\n") if block.strip()]
    return head + PAGE.format(headline, "".join(f"<p>{block}</p>" for block in rest))


@pytest.mark.django_db
def test_a_web_page_is_an_article_under_the_address_it_gives(run, write):
    address = "https://paper.example/mill"
    data = page(head=f'<link rel="canonical" href="{address}">').encode()
    write("seeds/one.html", data)
    assert "1 created" in run("seeds").out
    seed = Seed.objects.get()
    assert (seed.identity, seed.media_type, bytes(seed.data)) == (address, "text/html", data)
    assert "<p>" not in seed.text
    assert seed.article.url == address


@pytest.mark.django_db
def test_each_line_of_a_json_lines_file_is_an_article(run, write):
    records = [
        {"text": TEXT, "url": "https://paper.example/1"},
        {"text": other("large"), "title": "A headline of its own for this one"},
    ]
    write("seeds/all.jsonl", "\n".join(json.dumps(each) for each in records))
    assert "2 created" in run("seeds").out
    known, bare = Seed.objects.order_by("pk")
    assert known.identity == known.article.url == "https://paper.example/1"
    assert bare.identity.startswith("seeds/all.jsonl#")
    assert bare.text.startswith("A headline of its own for this one\n\n")
    assert bytes(bare.data).decode() == bare.text


@pytest.mark.django_db
def test_a_record_whose_address_is_known_flags_the_article(run, write):
    for text in (TEXT, other("large")):
        write("seeds/all.jsonl", json.dumps({"text": text, "url": "https://paper.example/1"}))
        done = run("seeds")
    assert "1 changed" in done.out
    assert Article.objects.source_changed().count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ('["a"]', "no object"),
        ('{"title": "a"}', 'no object with "text"'),
        ('{"text": 5}', 'no object with "text"'),
        ('{"text": "a", "url": "javascript:alert(1)"}', "no address"),
        ('{"text": "a", "url": 5}', "must be text"),
        ('{"text": "a\\ud800b"}', "surrogate"),
        ("[" * 100_000, "no JSON"),
        (b"\xff\xfe", "no JSON"),
    ],
)
def test_a_bad_record_is_refused_by_its_line_and_the_rest_is_imported(run, write, line, reason):
    line = line if isinstance(line, bytes) else line.encode()
    good = json.dumps({"text": TEXT}).encode()
    write("all.jsonl", b"\n".join([line, b"", good]))
    done = run("all.jsonl")
    assert "1 created, 0 unchanged, 0 changed, 1 refused" in done.out
    assert "all.jsonl:1: " in done.err
    assert reason in done.err


@pytest.mark.django_db
def test_packed_files_are_the_files_they_hold(run, write):
    write("seeds/one.txt")
    run("seeds")
    write("seeds/one.txt.gz", gzip.compress(other("large").encode()))
    (Path("seeds") / "one.txt").unlink()
    assert "1 changed" in run("seeds").out
    write("seeds/two.jsonl.gz", gzip.compress(json.dumps({"text": other("small")}).encode()))
    write("seeds/three.html.gz", gzip.compress(page(other("wide")).encode()))
    assert "2 created" in run("seeds").out


def zipped(*members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.django_db
def test_each_seed_in_an_archive_is_an_article(run, write):
    members = (
        ("news/one.txt", TEXT),
        ("news/two.txt", other("large")),
        ("news/three.jsonl", json.dumps({"text": other("small")})),
        ("news/readme.md", "no"),
        ("__MACOSX/news/._one.txt", "no"),
        ("inner.zip", zipped(("x.txt", other("hidden")))),
    )
    write("all.zip", zipped(*members))
    assert "3 created, 0 unchanged, 0 changed, 0 refused" in run("all.zip").out
    assert "all.zip/news/one.txt" in identities()


def link():
    member = zipfile.ZipInfo("link.txt")
    member.external_attr = 0o120777 << 16
    return member


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("../up.txt", TEXT, "out of the archive"),
        ("/etc/up.txt", TEXT, "out of the archive"),
        ("C:/up.txt", TEXT, "out of the archive"),
        (link(), "/etc/passwd", "a link"),
        ("bomb.txt", b"a " * 15_000_000, "would unpack to 30,000,000 bytes"),
        ("bomb.jsonl", b"\n" * 30_000_000, "would unpack to 30,000,000 bytes"),
    ],
)
def test_a_trick_in_an_archive_is_refused_and_the_rest_imported(run, write, name, content, reason):
    write("all.zip", zipped((name, content), ("good.txt", other("large"))))
    done = run("all.zip")
    assert "1 created, 0 unchanged, 0 changed, 1 refused" in done.out
    assert reason in done.err
    assert identities() == ["all.zip/good.txt"]


@pytest.mark.django_db
def test_two_files_of_one_name_in_an_archive_are_not_one_after_the_other(run, write):
    with pytest.warns(UserWarning, match="Duplicate"):
        write("all.zip", zipped(("one.txt", TEXT), ("one.txt", other("large"))))
    assert "another file of this name" in run("all.zip").err


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("all.zip", b"PK\x03\x04 no archive"),
        ("one.txt.gz", b"no gzip"),
        ("one.txt.gz", gzip.compress(TEXT.encode())[:-20]),
        ("bomb.txt.gz", gzip.compress(b"a" * 3_000_000)),
        ("bomb.jsonl.gz", gzip.compress(b"\n" * 3_000_000)),
    ],
)
def test_a_packed_file_that_cannot_be_read_is_refused(run, write, settings, name, content):
    settings.SEED_MAX_BYTES = 1_000_000
    write(f"seeds/{name}", content)
    write("seeds/z.txt")
    done = run("seeds")
    assert "1 created, 0 unchanged, 0 changed, 1 refused" in done.out
    assert f"seeds/{name.removesuffix('.gz')}" in done.err


@pytest.mark.django_db
@pytest.mark.parametrize("data", [TEXT, page(), json.dumps({"text": TEXT})])
def test_what_is_piped_in_is_read_as_what_it_is(run, data):
    assert "1 created" in run("-", stdin=data.encode()).out
    assert "1 unchanged" in run("-", stdin=data.encode()).out
    assert "<p>" not in Seed.objects.get().text
    assert "{" not in Seed.objects.get().text


@pytest.mark.django_db
def test_a_dry_run_tells_what_would_be_done_and_stores_nothing(run, write):
    write("seeds/one.txt")
    run("seeds")
    write("seeds/one.txt", other("large"))
    write("seeds/two.txt", other("small"))
    write("seeds/bad.txt", b"")
    done = run("--dry-run", "seeds")
    assert "1 created, 0 unchanged, 1 changed, 1 refused" in done.out
    assert Seed.objects.count() == 1
    assert not Article.objects.source_changed()


def test_a_dry_run_in_json_prints_what_was_found_and_asks_no_database(run, write):
    for name in ("d01", "d07"):
        write(f"{name}.txt", (CORPUS / f"{name}.txt").read_bytes())
    done = run("--dry-run", "--json", "d01.txt", "d07.txt")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [each["name"] for each in found] == ["d01", "d07"]
    gold = json.loads((CORPUS / "d01.gold.json").read_text(encoding="utf-8"))
    assert list(found[0]) == ["name", *gold]
    assert found[0]["title"] == gold["title"]
    assert "refused" in done.err


@pytest.mark.django_db
def test_the_report_tells_what_became_of_each_seed(run, write):
    write("seeds/one.txt")
    write("seeds/bad.txt", b"")
    run("--report", "report.jsonl", "seeds", "--json")
    bad, good = [json.loads(line) for line in Path("report.jsonl").read_text(encoding="utf-8").splitlines()]
    assert good == {"file": "seeds/one.txt", "outcome": "created", "reason": "", "article": Article.objects.get().pk}
    assert (bad["file"], bad["outcome"], bad["article"]) == ("seeds/bad.txt", "refused", None)
    assert "empty" in bad["reason"]


def test_a_report_that_cannot_be_written_stops_the_import_before_it_begins(run, write):
    write("seeds/one.txt")
    assert "cannot be written" in run("--report", "no/such/folder.jsonl", "seeds").err


LOADED = """
from articles.steps.workers import ready_to_read
ready_to_read((), True)
import sys
from articles.steps import reading
print(*sorted(sys.modules))
"""


def test_a_process_that_reads_seeds_loads_neither_door(tmp_path):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings", "DEBUG": "on", "GALLEY_VAR": str(tmp_path)}
    process = subprocess.run([sys.executable, "-c", LOADED], env=environment, cwd=ROOT, capture_output=True, check=True)
    loaded = process.stdout.decode().split()
    assert "articles.steps.preparing" in loaded
    assert {"articles.admin", "articles.public.urls"}.isdisjoint(loaded)
