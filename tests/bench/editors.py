"""Editors at work on a running site, as browsers are: signed in, a page opened, a form sent, the answer looked at."""

import http.client
import random
import re
import threading
import time
from types import SimpleNamespace
from urllib.parse import urlencode

from tests.browser_form import sent

PASSWORD = "only while a bench is measured"


class Browser:
    """One editor's cookies; ``took`` has the milliseconds and the status of each answer."""

    def __init__(self, port, name):
        self.port, self.name, self.cookies, self.took = port, name, {}, []

    def sign_in(self):
        self.ask("GET", "/admin/login/")
        self.post("/admin/login/", {"username": [self.name], "password": [PASSWORD], "next": ["/admin/"]})
        if "sessionid" not in self.cookies:
            raise SystemExit(f"{self.name} cannot sign in")
        return self

    def post(self, path, fields):
        return self.ask("POST", path, urlencode({**fields, "csrfmiddlewaretoken": [self.cookies["csrftoken"]]}, True))

    def ask(self, method, path, body=None):
        headers = {"Host": "localhost", "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        self.took.append((method, response.status, (time.perf_counter() - begun) * 1000))
        for name, value in re.findall(r"(\w+)=([^;]*)", "; ".join(response.headers.get_all("Set-Cookie") or [])):
            if name in {"sessionid", "csrftoken"}:
                self.cookies[name] = value
        return SimpleNamespace(status=response.status, content=content)


class Editor(threading.Thread):
    """Saves one paragraph of one article again and again; ``acknowledged`` are the words of each save that was."""

    def __init__(self, browser, article, part, until, pause):
        super().__init__(daemon=True)
        self.browser, self.page, self.part = browser, f"/admin/articles/article/{article}/change/", part
        self.until, self.pause, self.acknowledged, self.refused = until, pause, [], []

    def run(self):
        chance = random.Random(self.browser.name)
        while time.monotonic() < self.until:
            time.sleep(chance.uniform(0.5, 1.5) * self.pause)
            self.save(len(self.acknowledged))

    def save(self, number):
        fields = sent(self.browser.ask("GET", self.page), self.page)
        name = [each for each in fields if each.startswith("text-")][self.part]
        words = f"Paragraph as {self.browser.name} saves it for the {number}th time."
        fields |= {name: [words], "reason": [words]}
        answer = self.browser.post(self.page, fields)
        if answer.status == 302:
            self.acknowledged.append(words)
            self.browser.ask("GET", self.page)
        else:
            self.refused.append(answer.status)


class Publishers(threading.Thread):
    """Two who press Publish on the same article at the same moment; ``won`` are the winners of each article."""

    def __init__(self, browsers, articles, until):
        super().__init__(daemon=True)
        self.browsers, self.articles, self.until, self.won = browsers, articles, until, {}

    def run(self):
        pause = max(0.1, (self.until - time.monotonic()) / (len(self.articles) + 1))
        for article in self.articles:
            time.sleep(pause)
            if time.monotonic() > self.until:
                return
            both = [threading.Thread(target=self.press, args=(each, article)) for each in self.browsers]
            for each in both:
                each.start()
            for each in both:
                each.join()

    def press(self, browser, article):
        answer = browser.post(f"/admin/articles/article/{article}/act/publish/", {"when": ["now"], "page": ["change"]})
        if answer.status == 302:
            self.won[article] = self.won.get(article, 0) + 1
