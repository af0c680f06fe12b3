"""A newsroom with something on every kind of page, in words meant to break pages, for who reads them all."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from articles.models import Edition, Organization, Person, Theme
from articles.steps import noting, publishing, reporting
from articles.text.facts.kinds import Award, Claim, Comparator, Initiative, Quantity, Speech
from articles.text.roles import Role

from .printing import corrected, printed

HOSTILE = '<script>alert("1")</script>&amp;\'</title>]]>--><b>\\u003c{{ 7 }}{% now %}'
LONG = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ARABIC, CHINESE = "الرئيس التنفيذي يتحدث عن الطواحين", "腾讯的责任有三点，风车转动"
SPOKEN = f"Vera Holt of Dornmill said “{HOSTILE} turns by wind alone” at the fair, founded a fund and won a prize."


@dataclass(frozen=True, slots=True)
class Everything:
    """``edition`` is the newest of an article that has three, ``gone`` was withdrawn, ``later`` is scheduled."""

    edition: Edition
    gone: Edition
    later: Edition


def publish_everything(newsroom) -> Everything:
    first = _hostile(newsroom)
    _plain(newsroom)
    gone = printed(newsroom, ["Gone", "It was."], [Role.HEADLINE, Role.BODY], themes=[("mills", HOSTILE)], slug="gone")
    publishing.withdraw(gone.article, newsroom.ada, HOSTILE)
    later = _dated(newsroom, timezone.now() + timedelta(days=1))
    corrected(newsroom, first, f"It turns. {HOSTILE}", key="p4", significance="correction", note=HOSTILE)
    edition = corrected(newsroom, first, "It turns at last.", key="p4", significance="update", note=f"News {HOSTILE}")
    reporting.report(edition, "p4", f"Wrong {HOSTILE}", HOSTILE)
    noting.note(newsroom.ready(), newsroom.cora, f"Look {HOSTILE}")
    _among_others()
    return Everything(edition, gone, later)


def _hostile(newsroom) -> Edition:
    """Every field of every noun holds what could end an attribute, an element, a script or a template's tag."""
    facts = [
        ("p2", SPOKEN[:-1], Speech(HOSTILE, "", HOSTILE, HOSTILE, "", HOSTILE, HOSTILE, HOSTILE, "2016", HOSTILE)),
        ("p2", "turns by wind alone", _users(17, HOSTILE)),
        ("p2", "founded a fund", Initiative(f"Fund {HOSTILE}", LONG, category="<b>'&</b>", date="--11-18")),
        ("p2", "won a prize", Award("Vera Holt", name=HOSTILE, giver=f"{HOSTILE} {LONG}", event=HOSTILE, date="2015")),
        ("p3", ARABIC, Speech(ARABIC, organization=CHINESE, title=CHINESE, date="2016-11-18")),
    ]
    lines = [HOSTILE, f"{ARABIC} {HOSTILE}", SPOKEN, f"{ARABIC} {HOSTILE}", CHINESE, f"Caption {LONG} {HOSTILE}"]
    roles = [Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.BODY, Role.HEADING, Role.CAPTION]
    return printed(
        newsroom, lines, roles, facts, [("mills", HOSTILE), ("wind", CHINESE)], source=HOSTILE, byline=HOSTILE,
        dateline=HOSTILE, rights_basis=HOSTILE, url=f"https://example.com/?a=\"'<b>&{LONG}", language="zh",
        slug="水车-mills", dated="2016-11-18",
    )  # fmt: skip


def _plain(newsroom) -> Edition:
    facts = [("p1", "It turns", _users(20)), ("p1", "It turns", Speech(speaker="Vera Holt", date="2017-01"))]
    return printed(newsroom, ["Mill", "It turns in the wind."], [Role.HEADLINE, Role.BODY], facts, [("power", "Power")])


def _dated(newsroom, at) -> Edition:
    return printed(newsroom, ["Later", "It will turn."], [Role.HEADLINE, Role.BODY], at=at, slug="later")


def _users(number: int, more: str = "") -> Claim:
    amount = Quantity(Decimal(number), "users", Comparator.OVER, printed=more)
    return Claim(f"{number} users {more}", "Dornmill", quantities=(amount,), date="2016")


def _among_others() -> None:
    """Broader and narrower themes, a person of two names and scripts, an organization with a number of its own."""
    power = Theme.objects.get(slug="power")
    Theme.objects.filter(slug="mills").update(broader=power, description=HOSTILE, keywords=HOSTILE)
    Theme.objects.filter(slug="wind").update(broader=Theme.objects.get(slug="mills"))
    kept = Person.objects.create(name=f"Vera {HOSTILE}", native_name=ARABIC, wikidata='Q1"><b>')
    Person.objects.filter(name="Vera Holt").update(merged_into=kept)
    Organization.objects.filter(name="Dornmill").update(native_name=f"{CHINESE}{HOSTILE}", wikidata="Q42")
