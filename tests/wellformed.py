"""HTML read as strictly as it was meant."""

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img"}


class Wellformed(HTMLParser):
    """Collects faults: an element closed that is not the one open, an id used twice; and what no page of ours may hold,
    as ``strange``: a script that runs, an attribute that runs one or styles, an address that does."""

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.ids, self.text, self.strange = [], [], [], [], []
        self.feed(text)
        self.faults += [f"<{tag}> is never closed" for tag in self.open]
        self.faults += [f"id {each} stands twice" for each in set(self.ids) if self.ids.count(each) > 1]

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "script" and said.get("type") != "application/ld+json":
            self.strange.append("script")
        self.strange += [name for name in said if name.startswith("on") or name == "style"]
        self.strange += [value for value in said.values() if (value or "").strip().lower().startswith("javascript:")]
        self.ids += [value for name, value in attributes if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open")

    def handle_data(self, data):
        self.text.append(data)
