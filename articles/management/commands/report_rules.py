"""``report_rules``: how often editors agreed with the importer, rule by rule."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.steps.weighing import check_rules, fact_rules, line_rules


class Command(BaseCommand):
    help = (
        "Tells for each rule of the importer what editors did with its suggestions and with the lines it placed, and "
        "for each check how often it was right."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{'FACTS':52} accepted  edited  rejected    open   agreed")
        for each in fact_rules():
            share = "-" if each.share is None else f"{each.share:.0%}"
            numbers = f"{each.accepted:8} {each.edited:7} {each.rejected:9} {each.open:7} {share:>8}"
            self.stdout.write(f"{each.kind:10} {each.rule:41} {numbers}")
        self.stdout.write(f"\n{'LINES':52}    given  changed")
        for line in line_rules():
            self.stdout.write(f"{line.rule:52} {line.given:8} {line.changed:8}  {line.changed / line.given:6.0%}")
        self.stdout.write(f"\n{'CHECKS':26}   mended  by Galley  undone  dismissed    open    false")
        for check in check_rules():
            share = "-" if check.false_share is None else f"{check.false_share:.0%}"
            numbers = f"{check.mended:8} {check.by_galley:10} {check.undone:7} {check.dismissed:10} {check.open:7}"
            wrong = "  silence it?" if (check.false_share or 0) > 0.5 else ""
            self.stdout.write(f"{check.rule:26} {numbers} {share:>8}{wrong}")
