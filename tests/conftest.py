"""Shared by all tests: the cast, and the rule that a continuous run skips nothing."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings

# How long one example takes says more about the machine than about the code; timings live in tests/bench.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def cast(db):
    from tests.cast import hire  # tests of words load no Django models

    return hire()


@pytest.fixture
def newsroom(cast):
    from tests.newsroom import Newsroom

    return Newsroom(cast)


@pytest.fixture(autouse=True)
def _search_forgets(request):
    """The search table is no model's, so the flush after a test with real transactions leaves its rows."""
    marker = request.node.get_closest_marker("django_db")
    real = marker is not None and marker.kwargs.get("transaction", False)
    yield
    if real or {"transactional_db", "live_server"} & set(request.fixturenames):
        from django.db import connection

        from articles import search

        with request.getfixturevalue("django_db_blocker").unblock(), connection.cursor() as cursor:
            for table in search.TABLES:
                cursor.execute(f"DELETE FROM {table}")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session, exitstatus):
    """With GALLEY_NO_SKIP set, a skipped test fails the run: nothing is left out unseen."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("GALLEY_NO_SKIP") and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def prove_share() -> float:
    """How much of the long tests to run: 1 is all, as ``make prove`` does."""
    return float(os.environ.get("GALLEY_PROVE_SHARE", "1"))


@pytest.fixture
def tomorrow():
    return datetime.now(UTC) + timedelta(days=1)
