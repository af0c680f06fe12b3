"""Importers as real processes on a database file: killed with no warning, and two at once."""

import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.conftest import prove_share
from tests.desks import Desk

ROUNDS = max(1, round(40 * prove_share()))
KILLS = max(2, round(20 * prove_share()))


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def desk(empty, tmp_path):
    """A newsroom without an article, so that what is verified does not grow from test to test."""
    return Desk(shutil.copytree(empty.folder, tmp_path / "desk"))


@pytest.mark.prove
@pytest.mark.parametrize("round", range(ROUNDS))
def test_a_killed_import_leaves_whole_articles_and_the_next_run_completes_it(desk, round):
    folder, before = desk.seeds(f"killed{round}", 100), desk.count("article")
    process = desk.start("import_seeds", folder)
    while process.poll() is None and desk.count("article") < before + 1 + round % 20:
        time.sleep(0.001 * (round % 7))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    done = desk.count("article") - before
    assert process.returncode == -signal.SIGKILL
    assert 0 < done < 100
    assert desk.count("seed") == desk.count("act") == before + done
    code, out = desk.run("verify_editions", "--drafts")
    assert code == 0, out
    code, out = desk.run("import_seeds", folder)
    assert f"{100 - done} created, {done} unchanged, 0 changed, 0 refused" in out


@pytest.mark.prove
@pytest.mark.parametrize("round", range(max(1, ROUNDS // 4)))
def test_two_importers_at_once_make_one_article_a_seed(desk, round):
    folder, before = desk.seeds(f"twice{round}", 24), desk.count("article")
    both = [desk.start("import_seeds", folder) for _ in range(2)]
    told = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert desk.count("article") == desk.count("seed") == before + 24
    created = sum(int(out.partition(" created")[0].split()[-1]) for out in told)
    assert created == 24
    code, out = desk.run("verify_editions", "--drafts")
    assert code == 0, out


@pytest.mark.prove
def test_twenty_kills_in_a_row_of_two_importers_on_one_folder_leave_one_article_a_seed(desk):
    count = 24 * KILLS
    folder, before = desk.seeds("again", count), desk.count("article")
    for _ in range(KILLS):
        both = [desk.start("import_seeds", "--workers", str(number), folder) for number in (1, 2)]
        known = desk.count("article")
        while all(process.poll() is None for process in both) and desk.count("article") == known:
            time.sleep(0.01)
        for process in both:
            process.kill()
            process.communicate()
    code, out = desk.run("import_seeds", folder)
    assert code == 0, out
    assert desk.count("article") == desk.count("seed") == before + count
    code, out = desk.run("verify_editions", "--drafts")
    assert code == 0, out


@pytest.mark.prove
def test_the_processes_that_read_end_with_the_importer_that_was_killed(desk):
    folder, before = desk.seeds("beside", 96), desk.count("article")
    importer = desk.start("import_seeds", "--workers", "2", folder)
    while importer.poll() is None and desk.count("article") == before:
        time.sleep(0.01)
    readers = _children(importer)
    importer.kill()
    importer.communicate()
    assert len(readers) >= 2
    until = time.monotonic() + 60
    while any(map(_lives, readers)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [reader for reader in readers if _lives(reader)]


def _children(process):
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def _lives(pid):
    """Neither gone nor a dead process that nobody has asked after."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False
