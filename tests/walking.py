"""A walk through the site by its own links, as a crawler goes."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse, HttpResponseNotFound
from django.urls import resolve
from django.urls.exceptions import Resolver404

HERE = "http://testserver"
LEADS = {"a": "href", "link": "href", "form": "action", "script": "src", "img": "src", "use": "href"}


@dataclass(frozen=True, slots=True)
class Found:
    """What is at an address, and the page that led there."""

    address: str
    by: str
    response: HttpResponse

    @property
    def is_page(self) -> bool:
        return self.response.status_code // 100 != 3 and self.response.get("Content-Type", "").startswith("text/html")

    @property
    def text(self) -> str:
        return self.response.content.decode()


class Links(HTMLParser):
    """The addresses that a page leads to and the anchors it has; of forms, those that are asked by GET."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found, self.anchors = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        self.anchors.add(said.get("id"))
        asks = tag != "form" or said.get("method", "get").lower() == "get"
        if asks and said.get(LEADS.get(tag, "")) is not None:
            self.found.append(said[LEADS[tag]])


def walk(client, *starts: str, each_kind: int = 1_000) -> Iterator[Found]:
    """Every address of this site that can be reached, once; ``each_kind`` is how many of one kind are gone to."""
    ahead, seen, kinds = [(start, "") for start in starts], set(starts), {}
    while ahead:
        address, by = ahead.pop(0)
        found = Found(address, by, ask(client, address))
        yield found
        for there in dict.fromkeys(urldefrag(each)[0] for each in leads(found)):
            kind = kind_of(there)
            if there not in seen and kinds.get(kind, 0) < each_kind:
                kinds[kind] = kinds.get(kind, 0) + 1
                seen.add(there)
                ahead.append((there, address))


def ask(client, address: str) -> HttpResponse:
    """The answer; static files as the site's own server finds them."""
    if not address.startswith(settings.STATIC_URL):
        return client.get(address)
    file = finders.find(unquote(address.removeprefix(settings.STATIC_URL)))
    return HttpResponse(Path(file).read_bytes(), content_type="") if file else HttpResponseNotFound()


def leads(found: Found) -> list[str]:
    """The addresses on this site that an answer leads to, from its root on."""
    if 300 <= found.response.status_code < 400:
        led = [found.response["Location"]]
    elif found.is_page:
        led = Links(found.text).found
    else:
        told = re.sub("<at:deleted-entry.*?>", "", found.text)  # names what is gone, and leads nowhere
        led = re.findall(rf'{HERE}[^\s"<>]*', html.unescape(told))
    led += re.findall(r"<([^>]*)>", found.response.get("Link", ""))
    whole = (urljoin(HERE + found.address, each) for each in led)
    return [each.removeprefix(HERE) or "/" for each in whole if f"{each}/".startswith(f"{HERE}/")]


def kind_of(address: str) -> tuple:
    """Two addresses of one kind show the same template: those of one view, asked for the same first thing."""
    parts = urlsplit(address)
    try:
        match = resolve(unquote(parts.path))
        view = (match.view_name, *(str(match.kwargs.get(name, "")) for name in ("kind", "form")))
    except Resolver404:
        view = (parts.path,)
    return (*view, *sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))[:1])
