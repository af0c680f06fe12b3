"""How many editions a second ``verify_editions`` works out anew, each with its revisions, acts, approval and interval.
``bench_verify.py [N]``: N articles (200 by default) of two editions each."""

import json
import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import manage, median, migrated, seeds, start  # noqa: E402

RUNS = 5


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    var = migrated()
    manage(var, "import_seeds", "--no-checks", seeds(count))
    start(var)
    from tests.bench.printing import print_twice

    print_twice()
    from django.db import connection

    from articles.models import Act, Edition, Revision
    from articles.steps.verifying import against, heads, verify

    editions, revisions, acts = (each.objects.count() for each in (Edition, Revision, Act))
    size = sum(map(len, Edition.objects.values_list("text", flat=True))) / editions / 1024
    print(f"{editions} editions of {size:.1f} KB, {revisions} revisions and {acts} acts on {connection.vendor}")
    kept = [json.dumps(each) for each in heads()]
    for what, act in (
        ("verify_editions", lambda: list(verify())),
        ("  with --drafts", lambda: list(verify(drafts=True))),
        ("  --against alone", lambda: list(against(kept))),
    ):
        took = []
        for _ in range(RUNS):
            begun = process_time()
            found = act()
            took.append(process_time() - begun)
            assert not found, found[:3]
        rate = editions / median(took)
        print(f"{what:<20} median {median(took):6.2f} s of the processor, {rate:8,.0f} editions a second")


if __name__ == "__main__":
    main()
