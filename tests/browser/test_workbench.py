"""An editor's morning at the workbench in a real browser: by the keyboard alone, and whatever breaks down."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from playwright.sync_api import Error as PlaywrightError

from articles.models import Article, Note, Person, Term, Wording, WorkingCopy
from articles.steps.importing import import_seed
from articles.text.roles import Role
from tests.cast import PASSWORD
from tests.newsroom import Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.prove, pytest.mark.django_db(transaction=True)]
SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_ffe9435999e86a28.txt"
HEADLINE = "WeChat and QQ have become the foundation of mass communication, says Ma Huateng"
WORDS = "Half a day’s work, said Vera Holt."
LATER = 6_000  # milliseconds in which typing that is two seconds old has been kept


@pytest.fixture
def newsroom(people):
    return Newsroom(people)


@pytest.fixture
def article(newsroom):
    return newsroom.article()


def address(article):
    return f"/admin/articles/article/{article.pk}/change/"


@pytest.fixture
def cora(desk_of, article):
    page = desk_of("cora")
    page.goto(address(article))
    return page


def text(page, key="p1"):
    return page.locator(f"#id_text-{key}")


def told(page):
    return page.locator("#told")


def wait_until(page, condition, within=LATER):
    """The condition has come true; a page's events go on meanwhile."""
    for _ in range(within // 100):
        if condition():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it did not come true")


def kept(page):
    page.locator("#kept-state").filter(has_text="Kept at").wait_for(timeout=LATER)


def type_in(page, words=WORDS, key="p1"):
    text(page, key).fill(words)


# An editor's morning, without a mouse


class Keyboard:
    """Keys pressed by somebody who sees where the focus is."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words):
        self.page.keyboard.type(words)

    def tab_to(self, selector, most=200):
        """The focus is on what this selects, as many tabs as it takes."""
        for _ in range(most):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} is not reached")

    def focused(self):
        return self.page.evaluate("document.activeElement.closest('.problem, .fact, .para')?.id || ''")

    def until(self, done, *keys, most=150):
        """Presses the keys again and again until it is done."""
        for _ in range(most):
            if done():
                return
            self.press(*keys)
        raise AssertionError(f"{keys} never lead there: {self.page.locator('#told').inner_text()}")


def load(page, action):
    with page.expect_navigation():
        action()


def open_from_desk(keyboard, page):
    keyboard.tab_to(f"a.what[href$='{Article.objects.get().pk}/change/']")
    load(page, lambda: keyboard.press("Enter"))


def say_the_rights(keyboard, page):
    keyboard.tab_to("#id_meta-rights")
    keyboard.type("quot")
    keyboard.press("Tab")
    keyboard.type("Quotation for research")
    keyboard.press("Escape")


def rewrite_the_headline(keyboard):
    keyboard.press("Alt+j", "Enter", "Control+a")
    keyboard.type(HEADLINE)


def confirm_every_paragraph(keyboard, page):
    """From wherever she is, round to where she began."""
    keyboard.press("Escape")
    waiting = page.locator("input[name^=confirmed-]:not(:checked)")
    for _ in range(3 * waiting.count()):
        here = "document.activeElement.closest('.para')?.querySelector('[name^=confirmed-]:not(:checked)') != null"
        keyboard.press("c" if page.evaluate(here) else "j")
    assert waiting.count() == 0


def accept_every_fact(keyboard, page):
    keyboard.press("f")
    keyboard.until(lambda: page.locator(".fact input[value=suggested]:checked").count() == 0, "y")


def take_what_is_proposed(keyboard, page):
    """Goes from problem to problem and takes the first proposal in each paragraph; what else is there waits."""
    seen, done = page.locator(".problem").count(), set()
    for _ in range(seen):
        keyboard.press("n")
        paragraph = page.evaluate(
            """document.activeElement.querySelector("input[name^='use-'][value='0']:not(:checked)")
                ?.closest(".para").id ?? ''"""
        )
        if paragraph and paragraph not in done:
            done.add(paragraph)
            keyboard.press("a")
    return len(done)


def dismiss_the_rest(keyboard, page):
    """What is open and right as it stands is dismissed, one by one."""
    rest = page.locator(".problem:not([data-level=judged]) input[name=judge]:not(:checked)")
    for _ in range(rest.count()):
        keyboard.until(
            lambda: page.evaluate(
                "document.activeElement.matches('.problem:has([name=judge]:not(:checked)):not([data-level=judged])')"
            ),
            "n",
        )
        keyboard.press("d")
    assert rest.count() == 0


def save(keyboard, page, reason):
    """Saves by a key, and says why where the page asks."""
    keyboard.press("s")
    keyboard.type(reason)
    load(page, lambda: keyboard.press("Enter"))


def test_the_real_seed_is_corrected_and_submitted_by_keys_alone(people, desk_of):
    article = import_seed(SEED.read_bytes(), SEED.name).article
    page = desk_of("cora")
    keyboard = Keyboard(page)
    open_from_desk(keyboard, page)
    say_the_rights(keyboard, page)
    rewrite_the_headline(keyboard)
    keyboard.press("Escape")
    assert take_what_is_proposed(keyboard, page) > 3
    save(keyboard, page, "Corrected against the body")
    confirm_every_paragraph(keyboard, page)
    accept_every_fact(keyboard, page)
    save(keyboard, page, "Read once more")
    dismiss_the_rest(keyboard, page)
    save(keyboard, page, "Checked the numbers and names")
    assert page.get_by_text("Nothing keeps this revision from review").is_visible()
    assert page.get_by_role("link", name="0 open problems, 0 blocking").is_visible()
    keyboard.tab_to("form[action$='/act/submit/'] button")
    load(page, lambda: keyboard.press("Enter"))
    article.refresh_from_db()
    assert (article.stage, article.headline, article.open_problems) == ("in review", HEADLINE, 0)


def test_keys_never_take_what_is_typed(cora):
    text(cora).focus()
    cora.keyboard.press("Control+a")
    cora.keyboard.type("npadjkcfgyxseo? and so on")
    assert text(cora).input_value() == "npadjkcfgyxseo? and so on"
    assert cora.locator("input[name^=confirmed-]:checked").count() == 0
    cora.keyboard.press("Alt+c")
    assert cora.locator("#id_confirmed-p1").is_checked()


def test_single_keys_can_be_switched_off(cora, article):
    cora.keyboard.press("?")
    cora.get_by_label("keys without Alt").uncheck()
    cora.keyboard.press("Escape")
    cora.goto(address(article))
    cora.keyboard.press("j")
    assert Keyboard(cora).focused() == ""
    cora.keyboard.press("Alt+j")
    assert Keyboard(cora).focused() == "p-p0"


def test_the_list_of_keys_opens_and_gives_the_focus_back(cora):
    cora.keyboard.press("j")
    cora.keyboard.press("?")
    assert cora.evaluate("document.activeElement.closest('dialog').id") == "keys"
    cora.keyboard.press("Escape")
    assert Keyboard(cora).focused() == "p-p0"


def test_a_save_by_key_comes_back_to_the_next_paragraph(cora):
    text(cora).fill(WORDS)
    cora.locator("#id_reason").fill("Better English")
    text(cora).focus()
    load(cora, lambda: cora.keyboard.press("Alt+e"))
    wait_until(cora, lambda: cora.evaluate("document.activeElement.id") == "id_text-p2")
    assert Article.objects.get().head == 2


def test_what_a_key_did_is_told(cora):
    cora.keyboard.press("f")
    told(cora).filter(has_text="Fact 1 of 1").wait_for()
    cora.keyboard.press("x")
    told(cora).filter(has_text="Rejected").wait_for()
    assert cora.locator("#f-f0 input[value=rejected]").is_checked()


def test_a_note_is_written_and_resolved_beside_the_typing(cora):
    text(cora).fill(WORDS)
    cora.keyboard.press("Escape")
    cora.keyboard.press("o")
    cora.get_by_label("About").select_option("p1")
    cora.get_by_label("Note", exact=True).fill("Is it Monday?")
    cora.get_by_label("Words you propose").fill("on Tuesday")
    cora.get_by_role("button", name="Write the note").click()
    cora.locator(".notes-panel .note").filter(has_text="on Tuesday").wait_for()
    assert Note.objects.get().about == "p1"
    cora.get_by_role("button", name="Resolve").click()
    cora.locator(".notes-panel .empty").wait_for()
    assert Note.objects.get().resolved_at
    assert text(cora).input_value() == WORDS


# Facts and their words


def select(page, words, key="p1"):
    """The words are selected in the text, as with shift and arrows."""
    text(page, key).evaluate(
        """(field, words) => {
            field.focus();
            const at = field.value.indexOf(words);
            field.setSelectionRange(at, at + words.length);
        }""",
        words,
    )
    page.locator(".of-selection").wait_for()


def height(page):
    return page.evaluate("document.documentElement.scrollHeight")


def test_a_facts_words_light_up_and_nothing_moves(cora):
    cora.evaluate("document.querySelector('#f-f0').scrollIntoView({block: 'center'})")
    before = height(cora)
    cora.locator("#f-f0 legend").hover()
    assert cora.locator(".mirror mark").inner_text() == "The mill in Dorn opened on Monday, said Vera Holt"
    field, mirror = text(cora).bounding_box(), cora.locator(".mirror").bounding_box()
    assert {name: round(value) for name, value in field.items()} == {
        name: round(value) for name, value in mirror.items()
    }
    assert height(cora) == before
    cora.locator("h1").hover()
    assert cora.locator(".mirror").count() == 0


def test_its_words_stay_in_view_while_a_fact_has_the_focus(cora):
    cora.set_viewport_size({"width": 1280, "height": 480})
    cora.keyboard.press("f")
    cora.evaluate("document.querySelector('#f-f0').scrollIntoView({block: 'start'})")
    top = cora.locator(".mirror mark").bounding_box()["y"]
    assert 0 <= top < 480


def test_words_typed_over_are_looked_for_and_light_where_they_are(cora):
    type_in(cora, "🏭🏭 At last: The mill in Dorn opened on Monday, said Vera Holt.")
    cora.keyboard.press("Alt+f")
    assert cora.locator(".mirror mark").inner_text() == "The mill in Dorn opened on Monday, said Vera Holt"


def test_a_fact_is_made_of_selected_words_by_keys(cora):
    type_in(cora, "🏭 The mill in Dorn opened on Monday and serves 300 villages, said Vera Holt.")
    select(cora, "serves 300 villages")
    cora.keyboard.press("Alt+m")
    cora.keyboard.press("ArrowRight")
    cora.keyboard.press("Enter")
    told(cora).filter(has_text="save").wait_for()
    assert cora.locator("#id_new-quote").input_value() == "serves 300 villages"
    assert cora.evaluate("document.activeElement.id") == "id_new-who"
    cora.locator("#id_new-who").fill("Vera Holt")
    cora.keyboard.press("Escape")
    save(Keyboard(cora), cora, "A claim")
    facts = Article.objects.get().revisions.last().document.facts
    assert ("claim", "serves 300 villages") in [(str(each.kind), each.quote) for each in facts]


def test_a_name_the_house_has_not_is_said_to_be_new(cora, people):
    Person.objects.create(name="Vera Holt")
    cora.evaluate("document.querySelector('#f-f0 details').open = true")
    field = cora.locator("#id_fact-f0-speaker_key")
    field.fill("Vera Nobody")
    cora.locator(".is-new").filter(has_text="new").wait_for()
    field.fill("Vera Holt")
    cora.locator(".is-new").filter(has_text="new").wait_for(state="hidden")


def test_the_difference_against_the_last_save_follows_the_typing(cora, newsroom, article):
    newsroom.correct(article, text="Visitors came from many towns nearby.", key="p2")
    cora.goto(address(article))
    words = cora.locator("#p-p2 .machine .diff")
    cora.get_by_role("button", name="the last save").click()
    wait_until(cora, lambda: words.locator("del").count() == 0)
    type_in(cora, "Visitors came from three towns nearby.", "p2")
    words.locator("ins").filter(has_text="three").wait_for()
    assert words.locator("del").inner_text() == "many"
    cora.get_by_role("button", name="the machine’s words").click()
    words.locator("del").filter(has_text="villages").wait_for()


def test_a_term_is_proposed_without_leaving_the_text(cora):
    select(cora, "mill in Dorn")
    cora.keyboard.press("Alt+m")
    cora.keyboard.press("ArrowLeft")
    cora.keyboard.press("Enter")
    assert cora.evaluate("document.activeElement.id") == "id_term-preferred"
    cora.keyboard.type("Dornmill")
    cora.keyboard.press("Enter")
    told(cora).filter(has_text="is proposed").wait_for()
    term = Term.objects.get(preferred="Dornmill")
    assert (term.wrong, term.proposed_by.username) == ("mill in Dorn", "cora")


def test_words_are_found_in_the_text_one_after_the_other(cora):
    def found():
        return cora.evaluate("[document.activeElement.id, document.activeElement.selectionStart]")

    cora.keyboard.press("/")
    cora.keyboard.type("OPEN")
    cora.keyboard.press("Enter")
    assert found() == ["id_text-p0", 5]
    cora.keyboard.press("Alt+/")
    cora.keyboard.press("Enter")
    assert found() == ["id_text-p1", 17]


@pytest.fixture
def long_article(newsroom):
    """Paragraphs for three sheets."""
    lines = tuple(f"Paragraph of the mill, number {number}." for number in range(1, 95))
    return newsroom.article(lines=lines, roles=(Role.HEADLINE, *(Role.BODY,) * 93), facts=False)


def test_words_on_another_sheet_are_found_and_reached_by_keys(desk_of, long_article):
    page = desk_of("cora")
    page.goto(address(long_article))
    page.keyboard.press("/")
    page.keyboard.type("number 90")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="“number 90” on other sheets").wait_for()
    load(page, lambda: page.keyboard.press("Enter"))
    assert "sheet=3" in page.url
    assert page.locator("#p-p89").is_visible()


def test_one_fact_after_the_other_is_made_before_a_save(cora):
    for words in ("opened on Monday", "The mill in Dorn"):
        select(cora, words)
        cora.get_by_role("button", name="New claim").click()
        wait_until(cora, lambda: cora.evaluate("document.activeElement.name").startswith("new-who"))
    assert cora.locator("#id_new-quote").input_value() == "opened on Monday"
    assert cora.locator("#id_new-quote-2").input_value() == "The mill in Dorn"
    cora.keyboard.press("Escape")
    save(Keyboard(cora), cora, "Two claims")
    assert len(Article.objects.get().revisions.last().document.facts) == 3


def test_a_note_on_a_fact_is_begun_by_a_key_and_resolved_at_the_fact(cora):
    cora.keyboard.press("f")
    cora.keyboard.press("o")
    assert cora.locator("#id_note-about").input_value() == "f0"
    cora.keyboard.type("Which Monday?")
    cora.get_by_role("button", name="Write the note").click()
    cora.locator(".notes-panel .note").filter(has_text="Which Monday?").wait_for()
    cora.goto(cora.url)
    cora.locator("#f-f0").get_by_role("button", name="Resolve").click()
    cora.locator("#f-f0 .note").wait_for(state="detached")
    assert Note.objects.get().resolved_at


def test_what_was_put_before_is_taken_by_one_key(cora, article):
    Wording.objects.create(wrong="many villages", right="the villages", key="many villages", kept=2)
    cora.goto(address(article))
    cora.keyboard.press("n")
    told(cora).filter(has_text="Problem 1 of 1").wait_for()
    cora.keyboard.press("a")
    save(Keyboard(cora), cora, "As before")
    assert "from the villages nearby" in Article.objects.get().revisions.last().document.paragraph("p2").text


# Whatever breaks down, the typing is there


def test_typing_survives_a_cut_connection(cora):
    cora.context.set_offline(True)
    type_in(cora)
    told(cora).filter(has_text="No connection").wait_for(timeout=LATER)
    assert text(cora).input_value() == WORDS
    cora.context.set_offline(False)
    type_in(cora, WORDS + " Again.")
    wait_until(cora, lambda: "Again" in "".join(WorkingCopy.objects.values_list("form", flat=True)))


def test_more_than_can_be_sent_stays_on_the_page(cora, article):
    cora.evaluate("document.getElementById('bench').dataset.most = '900'")
    type_in(cora, WORDS * 40)
    cora.locator("#id_reason").fill("Too much")
    cora.get_by_role("button", name="Save", exact=True).click()
    told(cora).filter(has_text="longer than can be sent at once").wait_for()
    assert text(cora).input_value() == WORDS * 40
    assert Article.objects.get().head == 1


def test_two_hundred_thousand_characters_in_one_paragraph_come_back_to_the_editor(cora):
    type_in(cora, "word " * 40_000)
    cora.locator("#id_reason").fill("Too much")
    load(cora, lambda: cora.get_by_role("button", name="Save", exact=True).click())
    assert cora.get_by_role("alert").filter(has_text="Make it several paragraphs").is_visible()
    assert len(text(cora).input_value().strip()) == 5 * 40_000 - 1
    assert Article.objects.get().head == 1


def test_typing_survives_a_closed_tab(cora, article):
    type_in(cora)
    kept(cora)
    other = cora.context.new_page()
    cora.close(run_before_unload=False)
    other.goto(address(article))
    assert text(other).input_value() != WORDS
    load(other, lambda: other.get_by_role("link", name="Use it").click())
    assert text(other).input_value() == WORDS
    save(Keyboard(other), other, "Better English")
    assert Article.objects.get().revisions.last().document.paragraph("p1").text == WORDS
    assert not WorkingCopy.objects.exists()
    assert other.locator(".banner:visible").count() == 0


def test_typing_taken_back_is_not_kept(cora):
    before = text(cora).input_value()
    type_in(cora)
    kept(cora)
    type_in(cora, before)
    wait_until(cora, lambda: not WorkingCopy.objects.exists())


def test_leaving_with_unsaved_typing_asks(cora):
    asked = []
    cora.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    type_in(cora)
    cora.evaluate("location.assign('/admin/')")
    wait_until(cora, lambda: asked == ["beforeunload"])
    assert text(cora).input_value() == WORDS


def test_leaving_without_typing_asks_nothing(cora):
    asked = []
    cora.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    text(cora).focus()
    cora.goto("/admin/")
    assert asked == []


class Server:
    """A server in a process of its own, on the same database, that can be killed and started again."""

    def __init__(self, host):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://{host}:{self.port}"
        self.start()

    def start(self):
        command = [sys.executable, "manage.py", "runserver", "--noreload", "--insecure", f"127.0.0.1:{self.port}"]
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": database_url()}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, env=environment, cwd=SEED.parents[1], **quiet)
        for _ in range(300):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.1)
        raise AssertionError("the server does not start")

    def kill(self):
        self.process.kill()
        self.process.wait()


def database_url():
    """The tests' database, as the site is told of one."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{said['NAME']}"
    return f"postgres://{said['USER']}:{said['PASSWORD']}@{said['HOST']}:{said['PORT']}/{said['NAME']}"


@pytest.fixture
def server(live_server):
    running = Server(urlsplit(live_server.url).hostname)
    yield running
    running.kill()


def test_typing_survives_a_killed_server(cora, article, server):
    page = cora.context.new_page()
    page.goto(server.url + address(article))
    server.kill()
    type_in(page)
    told(page).filter(has_text="No connection").wait_for(timeout=LATER)
    with pytest.raises(PlaywrightError, match="ERR_CONNECTION_REFUSED"):
        page.context.new_page().goto(server.url)
    page.close(run_before_unload=False)
    server.start()
    again = cora.context.new_page()
    again.goto(server.url + address(article))
    again.get_by_role("heading", name="Typing that never reached the newsroom").wait_for()
    load(again, lambda: again.get_by_role("button", name="Use it").click())
    again.wait_for_url("**kept=1**")
    assert text(again).input_value() == WORDS


def test_a_save_that_finds_no_server_loses_nothing(cora, article, server):
    page = cora.context.new_page()
    page.goto(server.url + address(article))
    type_in(page)
    page.locator("#id_reason").fill("Better English")
    server.kill()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("chrome-error://**")
    server.start()
    page.goto(server.url + address(article))
    load(page, lambda: page.locator("#local-copy [data-use]").click())
    page.wait_for_url("**kept=1**")
    assert text(page).input_value() == WORDS
    assert page.locator("#id_reason").input_value() == "Better English"


def test_typing_survives_an_expired_login(cora, article):
    Session.objects.all().delete()
    type_in(cora)
    told(cora).filter(has_text="logged out").wait_for(timeout=LATER)
    cora.locator("#id_reason").fill("Better English")
    cora.get_by_role("button", name="Save", exact=True).click()
    cora.get_by_label("User name").fill("cora")
    cora.get_by_label("Password").fill(PASSWORD)
    load(cora, lambda: cora.get_by_role("button", name="Log in and send it again").click())
    assert Article.objects.get().revisions.last().document.paragraph("p1").text == WORDS
    cora.goto(address(article))
    assert cora.locator(".banner:visible").count() == 0


def test_a_login_in_another_window_lets_typing_be_kept_again(cora, article):
    Session.objects.all().delete()
    type_in(cora)
    told(cora).filter(has_text="logged out").wait_for(timeout=LATER)
    other = cora.context.new_page()
    other.goto("/admin/")
    other.get_by_label("Username").fill("cora")
    other.get_by_label("Password").fill(PASSWORD)
    other.get_by_role("button", name="Log in").click()
    type_in(cora, WORDS + " Again.")
    kept(cora)
    cora.locator("#id_reason").fill("Better English")
    load(cora, lambda: cora.get_by_role("button", name="Save", exact=True).click())
    assert Article.objects.get().head == 2


def test_two_browsers_on_one_paragraph_keep_both(cora, article, desk_of):
    carl = desk_of("carl")
    carl.goto(address(article))
    type_in(cora, "Cora’s words, said Vera Holt.")
    type_in(carl, "Carl’s words, said Vera Holt.")
    kept(carl)
    cora.locator("#id_reason").fill("Mine")
    load(cora, lambda: cora.get_by_role("button", name="Save", exact=True).click())
    carl.locator("#id_reason").fill("Mine too")
    load(carl, lambda: carl.get_by_role("button", name="Save", exact=True).click())
    assert carl.get_by_role("heading", name="Both of you changed this").is_visible()
    assert text(carl).input_value() == "Carl’s words, said Vera Holt."
    kept(carl)
    carl.close(run_before_unload=False)
    again = carl.context.new_page()
    again.goto(address(article))
    assert text(again).input_value() == "Cora’s words, said Vera Holt."
    load(again, lambda: again.get_by_role("link", name="Use it").click())
    assert text(again).input_value() == "Carl’s words, said Vera Holt."


# Everybody can use it


def test_nothing_on_the_page_breaks_its_own_rules(cora, article):
    said = []
    cora.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    cora.on("pageerror", lambda error: said.append(str(error)))
    cora.goto(address(article))
    type_in(cora)
    kept(cora)
    assert said == []


def test_the_form_is_whole_without_a_script(people, chromium, live_server, article, desk_of):
    page = desk_of("cora", java_script_enabled=False)
    page.goto(address(article))
    type_in(page)
    page.locator("#id_reason").fill("Better English")
    page.get_by_role("button", name="Save", exact=True).click()
    assert Article.objects.get().revisions.last().document.paragraph("p1").text == WORDS
    assert page.locator("#show-keys").is_hidden()
