"""The pictures of README and docs, made from the demonstration so that they stay true: ``make pictures``.

A newsroom of its own goes from the seed as imported to the article as read; each page is taken on its way, as WebP.
"""

import base64
import sys
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import sync_playwright  # noqa: E402

from tests.bench.place import ROOT, migrated, start  # noqa: E402
from tests.bench.running import serve  # noqa: E402
from tests.browser.chromium import ARGUMENTS, CHROMIUM  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
PASSWORD = "only while pictures are taken"
SCREEN = {"width": 1280, "height": 860}
QUALITY = 82
SHEET = ROOT / "seeds" / "000_ffe9435999e86a28.correction.json"


def main():
    if CHROMIUM is None:
        raise SystemExit("There is no Chromium: install Debian's chromium, or name one by CHROMIUM.")
    FOLDER.mkdir(exist_ok=True)
    var = migrated()
    article, people = furnish(var)
    site = serve(var)
    try:
        with Camera(site.port) as camera:
            take(camera, article, people)
    finally:
        site.end()


def take(camera, article, people):
    """Every picture, in the order in which an article comes to look so."""
    from articles.steps import approving, correcting, demonstrating, publishing
    from articles.steps.moving import head_of

    bench = f"/admin/articles/article/{article.pk}/change/"
    with camera.of("cora") as page:
        camera.take(page, "/admin/", "desk")
        camera.take(page, bench, "workbench", at=".para")
        camera.take(page, bench, "facts", at=".fact")
    demonstrating.save_sheet(article, demonstrating.read_sheet(SHEET), people["cora"])
    correcting.submit(article.pk, people["cora"])
    with camera.of("ada") as page:
        camera.take(page, bench.replace("/change/", "/review/"), "review")
    article.refresh_from_db()
    approving.approve(article.pk, people["ada"], head_of(article).digest)
    edition = publishing.publish(article.pk, people["ada"])
    with camera.of() as page:
        camera.take(page, f"/articles/{edition.address}/", "article")


def furnish(var):
    """The demonstration's accounts, and its seed as imported."""
    start(var, DJANGO_ALLOW_ASYNC_UNSAFE="true")  # Playwright runs an event loop in this thread
    from articles.steps.demonstrating import ACCOUNTS, hire
    from articles.steps.importing import import_seed

    people = {each.name: hire(each, PASSWORD) for each in ACCOUNTS}
    seed = SHEET.with_name(SHEET.name.replace(".correction.json", ".txt"))
    return import_seed(seed.read_bytes(), f"seeds/{seed.name}").article, people


class Camera:
    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}"

    def __enter__(self):
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        return self

    def __exit__(self, *_):
        self.browser.close()
        self.playwright.stop()

    @contextmanager
    def of(self, name=""):
        """A browser's page, of an account that has signed in or of a reader."""
        context = self.browser.new_context(base_url=self.address, viewport=SCREEN, reduced_motion="reduce")
        page = context.new_page()
        if name:
            page.goto("/admin/")
            page.get_by_label("Username").fill(name)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Log in").click()
        yield page
        context.close()

    def take(self, page, address, name, at=""):
        """What the window shows of the page, from the first of ``at`` where that is named."""
        page.goto(address, wait_until="networkidle")
        if at:
            page.locator(at).first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 90)")
        asked = {"format": "webp", "quality": QUALITY}
        taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
        data = base64.b64decode(taken["data"])
        (FOLDER / f"{name}.webp").write_bytes(data)
        print(f"docs/pictures/{name}.webp  {len(data) // 1024} KB")


if __name__ == "__main__":
    main()
