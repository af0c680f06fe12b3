"""The readers' pages in a real browser: what can be seen, reached and read, without a script."""

from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.models import Organization, Person
from articles.public import corrections as corrections_page
from articles.public.paging import page
from articles.steps import publishing
from articles.text.facts.kinds import Claim, Initiative, Speech
from articles.text.roles import Role
from tests.cast import hire
from tests.newsroom import Newsroom
from tests.printing import corrected, printed

LONG = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
BODY = "Vera Holt of Dornmill spoke on mills, and Dornmill has founded a fund for mills of every kind."
FACTS = (
    (
        "p2",
        "Vera Holt of Dornmill spoke on mills",
        Speech(speaker="Vera Holt", organization=LONG, title=LONG, date="2014"),
    ),
    ("p2", "spoke on mills, and Dornmill has founded a fund", Claim(statement=f"{LONG} {LONG}", claimant="Dornmill")),
    ("p2", "a fund for mills", Initiative(name="Fund", owner="Dornmill")),
)

# What is wrong on our side; what was asked wrongly; what is not there.
BROKEN = "/corrections/?before=2016-11-18T00:00Z_1"
STATUS = {BROKEN: 500, "/claims/?before=never": 400, "/nowhere/": 404}
FACTS_BEFORE = (("p2", "Vera Holt of Dornmill spoke on mills", Speech("Vera Holt", organization=LONG, date="2001")),)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def edition():
    newsroom = Newsroom(hire())
    lines = [f"Mills: {LONG}", "الرئيس التنفيذي يتحدث", BODY, "腾讯的责任有三点", LONG]
    roles = [Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.HEADING, Role.BODY]
    first = printed(newsroom, lines, roles, FACTS, [("mills", "Mills")], byline=LONG, source=LONG, slug="mills")
    printed(newsroom, lines, roles, FACTS_BEFORE, [("mills", "Mills")], slug="before")
    gone = printed(newsroom, lines, roles, slug="gone")
    publishing.withdraw(gone.article, newsroom.ada, "The source has retracted it.")
    return corrected(
        newsroom, first, BODY.replace("spoke", "has spoken"), key="p2", significance="correction", note="She has.",
    )  # fmt: skip


def addresses(edition):
    here = f"/articles/{edition.address}/"
    named = [each.get_absolute_url() for each in (*Person.objects.all()[:1], *Organization.objects.all()[:1])]
    return [
        *named, "/speeches/", "/claims/", "/claims/?from=2016&sort=oldest", "/claims/?theme=mills", "/claims/?to=1999",
        "/claims/?before=never", "/initiatives/", "/awards/", "/", "/themes/", "/themes/mills/", "/corrections/",
        BROKEN, "/how-we-edit/", "/search/", "/search/?q=mills", "/search/?q=zebra", "/api/", "/nowhere/",
        here, f"{here}history/", f"{here}compare/0..2/", f"{here}compare/1..2/", f"{here}editions/1/",
        f"{here}report/?p=p2", f"{here}report/?sent", f"/articles/gone-{edition.article_id + 2}/",
        f"{here}#f-{edition.document.facts[0].key}",
    ]  # fmt: skip


def _broken_where_more_is_asked(request, *rows, **how):
    return 1 / 0 if request.GET else page(request, *rows, **how)


@contextmanager
def reader(chromium, live_server, **how):
    """A page of a browser that knows nothing of the others."""
    context = chromium.new_context(base_url=live_server.url, **how)
    yield context.new_page()
    context.close()


@pytest.mark.prove
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_everybody_can_read_every_page(chromium, live_server, edition, monkeypatch, scheme, width):
    pages, viewport = addresses(edition), {"width": width, "height": 900}
    monkeypatch.setattr(corrections_page, "page", _broken_where_more_is_asked)
    with reader(chromium, live_server, viewport=viewport, color_scheme=scheme, bypass_csp=True) as browser:
        for address in pages:
            assert browser.goto(address).status == STATUS.get(address, 410 if "/gone-" in address else 200), address
            browser.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            found = Axe().run(
                browser, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
            )
            assert found.violations_count == 0, f"{address}: {found.generate_report()}"
            assert browser.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} is too wide"


def test_a_facts_permalink_lights_its_words_and_no_others_without_a_script(chromium, live_server, edition):
    fact = edition.document.facts[1]
    address, key = f"/articles/{edition.address}/", fact.key
    with reader(chromium, live_server) as page:
        errors = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}#f-{key}")
        lit = page.evaluate(
            """() => [...document.querySelectorAll("mark")]
                .filter(each => getComputedStyle(each).backgroundColor !== "rgba(0, 0, 0, 0)")
                .map(each => each.textContent).join("")"""
        )
        note = page.locator(f"#n-{key}").evaluate("each => getComputedStyle(each).backgroundColor")
        scripts = page.locator("script:not([type='application/ld+json'])").count()
    assert lit == fact.quote
    assert note != "rgba(0, 0, 0, 0)"
    assert (scripts, errors) == (0, [])


def test_notes_stand_in_the_margin_on_a_desk_and_below_on_a_phone(chromium, live_server, edition):
    address = f"/articles/{edition.address}/"
    with reader(chromium, live_server) as page:
        page.goto(address)
        places = []
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            text, notes = (page.locator(each).bounding_box() for each in ("#p-p2", ".text .notes"))
            places.append((notes["x"] >= text["x"] + text["width"], notes["y"] >= text["y"] + text["height"]))
    assert places == [(True, False), (False, True)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marked_words_can_be_read_in_a_readers_own_colours(chromium, live_server, edition, scheme):
    fact = edition.document.facts[1]
    with reader(chromium, live_server, forced_colors="active", color_scheme=scheme) as page:
        page.goto(f"/articles/{edition.address}/#f-{fact.key}")
        ink, *others = page.evaluate(
            """() => ["#p-p2", "mark", "mark.l1"].map(each => getComputedStyle(document.querySelector(each)).color)"""
        )
        framed = page.locator("mark.l1").first.evaluate("each => getComputedStyle(each).outlineStyle")
    assert others == [ink, ink]
    assert framed == "solid"


@pytest.mark.parametrize("paragraph", ["p2", "p3", "p4"])
def test_on_a_phone_the_sign_ends_the_paragraph_beside_its_last_words(chromium, live_server, edition, paragraph):
    with reader(chromium, live_server, viewport={"width": 360, "height": 900}) as page:
        page.goto(f"/articles/{edition.address}/")
        text, sign = (page.locator(each).first for each in (f"#p-{paragraph}", f"#p-{paragraph} + .under summary"))
        last = text.evaluate(
            """each => {
                const range = document.createRange();
                range.selectNodeContents(each);
                const {right, bottom} = [...range.getClientRects()].filter(box => box.width > 1).at(-1);
                return {right, bottom};
            }"""
        )
        box = sign.bounding_box()
    assert box["x"] >= last["right"] - 1
    assert box["y"] < last["bottom"] <= box["y"] + box["height"] + 4
    assert min(box["width"], box["height"]) >= 24


def test_the_measure_is_one_that_can_be_read(chromium, live_server, edition):
    with reader(chromium, live_server, viewport={"width": 1280, "height": 900}) as page:
        page.goto("/how-we-edit/")
        measure = page.locator(".plain > p").first.evaluate(
            """each => {
                const range = document.createRange(), lines = new Map();
                const text = each.firstChild;
                for (let i = 0; i < text.length; i++) {
                    range.setStart(text, i); range.setEnd(text, i + 1);
                    const top = Math.round(range.getBoundingClientRect().top);
                    lines.set(top, (lines.get(top) || 0) + 1);
                }
                return Math.max(...lines.values());
            }"""
        )
    assert 55 <= measure <= 80


def test_a_reader_reports_an_error_by_keyboard_alone(chromium, live_server, edition):
    with reader(chromium, live_server) as page:
        page.goto(f"/articles/{edition.address}/report/?p=p2")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.get_by_label("What is wrong?").focus()
        page.keyboard.type("It was Tuesday.")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.wait_for_timeout(3500)
        page.keyboard.press("Enter")
        page.wait_for_url("**?sent")
        assert "Thank you" in page.inner_text("main")
