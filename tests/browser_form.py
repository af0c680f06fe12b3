"""What a browser would send: the fields of a page's form, without a browser."""

from html.parser import HTMLParser


class _Forms(HTMLParser):
    """Every form of a page, as [(attributes, [(name, value)])]; ``all_fields`` counts the controls that have names."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms, self.controls = [], []
        self.text = self.select = self.option = None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.forms.append((a, []))
            self.controls.append([])
        elif not self.forms or self.forms[-1][0].get("closed"):
            return
        elif tag == "input":
            self._input(a)
        elif tag == "textarea":
            self.text = (a, "")
        elif tag == "select":
            self.select = (a, [])
        elif tag == "option" and self.select:
            self.option = (a, "")
        if tag in {"input", "textarea", "select", "button"} and a.get("name") and self.forms:
            self.controls[-1].append((tag, a))

    def _input(self, a):
        kind = a.get("type", "text")
        if kind in {"submit", "button", "file"} or not a.get("name") or "disabled" in a:
            return
        if kind in {"checkbox", "radio"} and "checked" not in a:
            return
        self.forms[-1][1].append((a["name"], a.get("value", "on" if kind == "checkbox" else "")))

    def handle_data(self, data):
        if self.text:
            self.text = (self.text[0], self.text[1] + data)
        elif self.option:
            self.option = (self.option[0], self.option[1] + data)

    def handle_endtag(self, tag):
        if tag == "textarea" and self.text:
            a, value = self.text
            # A browser drops the first line end, and sends every line end as two characters.
            value = value.removeprefix("\n").replace("\n", "\r\n")
            if a.get("name"):
                self.forms[-1][1].append((a["name"], value))
            self.text = None
        elif tag == "option" and self.option:
            a, label = self.option
            self.select[1].append(("selected" in a, a.get("value", " ".join(label.split()))))
            self.option = None
        elif tag == "select" and self.select:
            a, options = self.select
            chosen = [value for selected, value in options if selected] or [value for _, value in options[:1]]
            if a.get("name"):
                self.forms[-1][1].extend((a["name"], value) for value in chosen[-1:])
            self.select = None
        elif tag == "form":
            self.forms[-1][0]["closed"] = True


def _read(html):
    parser = _Forms()
    parser.feed(html)
    return parser


def sent(response, action="/change/"):
    """The fields of the form with this in its address, as name → list of values, none of its buttons pressed."""
    data = {}
    for a, fields in _read(response.content.decode()).forms:
        if action in a.get("action", "") and "act/" not in a.get("action", ""):
            for name, value in fields:
                data.setdefault(name, []).append(value)
    data.pop("csrfmiddlewaretoken", None)
    return data


def most_fields(response, action="/change/"):
    """How many fields a browser would send at most: every tick set, a radio group once, one button."""
    parser = _read(response.content.decode())
    for (a, _), controls in zip(parser.forms, parser.controls, strict=True):
        if a.get("action", "").endswith(action):
            radios = {c["name"] for _, c in controls if c.get("type") == "radio"}
            others = [c for tag, c in controls if c.get("type") != "radio" and tag != "button"]
            return len(radios) + len(others) + 1
    return 0
