"""Static files as the site itself serves them: for ever under the name that says what is in them, shortly under any
other."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client, override_settings

from cms import settings as as_for_readers

A_YEAR = 365 * 24 * 3600
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """A browser at a site whose files were collected as for readers."""
    as_served = override_settings(
        STORAGES=as_for_readers.STORAGES, STATIC_ROOT=tmp_path_factory.mktemp("static"), WHITENOISE_AUTOREFRESH=False
    )
    with as_served:
        call_command("collectstatic", interactive=False, verbosity=0)
        yield Client()


@pytest.mark.parametrize("name", ["articles/readers.css", "articles/readers.svg", "articles/workbench/form.js"])
def test_a_file_named_for_what_is_in_it_may_be_kept_for_years_and_never_asked_for_again(collected, name):
    hashed = staticfiles_storage.url(name)
    assert hashed != f"/static/{name}"
    response, _ = asked(collected, hashed)
    age, *others = response["Cache-Control"].split(", ")
    assert int(age.removeprefix("max-age=")) >= A_YEAR
    assert others == ["public", "immutable"]
    assert_safe(response)


def test_a_file_under_its_own_name_is_asked_for_again_within_minutes(collected):
    response, _ = asked(collected, "/static/articles/readers.css")
    assert response["Cache-Control"] == "max-age=60, public"
    assert_safe(response)


def test_a_style_sheet_comes_packed_to_who_takes_that(collected):
    response, packed = asked(collected, staticfiles_storage.url("articles/readers.css"), accept_encoding="gzip")
    whole = Path(finders.find("articles/readers.css")).read_bytes()
    assert response["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed) == whole
    assert len(packed) < len(whole) / 3


def asked(browser, address, **headers):
    """The answer and its bytes; a file that is not read to its end stays open."""
    response = browser.get(address, headers=headers)
    return response, response.getvalue()


def assert_safe(response):
    assert response.status_code == 200
    assert {name: response.headers.get(name) for name in SAFE} == SAFE
    assert "Set-Cookie" not in response.headers
