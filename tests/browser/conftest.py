"""A real Chromium, headless, on a real server: skipped with its reason where there is none."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, CHROMIUM
from tests.cast import PASSWORD, hire


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no Chromium found: install Debian's chromium or Google Chrome, or name one by CHROMIUM")
    # Playwright runs an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def people(transactional_db):
    return hire()


@pytest.fixture
def desk_of(chromium, live_server, people):
    """A browser of its own in which somebody of the cast has signed in; ``how`` is its window's size and colours."""
    contexts = []

    def sign_in(name, **how):
        context = chromium.new_context(base_url=live_server.url, **how)
        contexts.append(context)
        page = context.new_page()
        page.goto("/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        return page

    yield sign_in
    for context in contexts:
        context.close()
