"""python -m bench [--rows 100000,1000000] [--only queue,detail] [--quick]; DATABASE_URL is an empty PostgreSQL."""

import argparse
import os
import sys
import warnings

import django


def main() -> None:
    asked = _asked()
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        sys.exit("bench: DATABASE_URL must name an empty PostgreSQL database (make bench brings its own)")
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    warnings.filterwarnings("ignore", "No directory at")  # nobody asks for assets
    django.setup()

    from django.core.management import call_command
    from django.utils.timezone import now

    from . import fill
    from .measure import Case, growth, measure, table
    from .paths import PATHS

    only = asked.only or list(PATHS)
    if strange := set(only) - set(PATHS):
        sys.exit(f"bench: no path {', '.join(sorted(strange))}; there are {', '.join(PATHS)}")
    call_command("migrate", verbosity=0)
    world = fill.county(now())
    results = []
    for rows in asked.rows:
        fill.incidents(rows, world.at)
        for path in (PATHS[name] for name in only):
            for case in path(world):
                results.append((measure(case, rows) if isinstance(case, Case) else case).say())
    results += [result.say() for result in growth(results)]
    table(results)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="What pages and jobs cost above their floors.")
    parser.add_argument("--rows", type=_numbers, default=[100_000, 1_000_000], help="incidents, fewest first")
    parser.add_argument("--quick", dest="rows", action="store_const", const=[10_000], help="10,000 incidents alone")
    parser.add_argument("--only", type=lambda text: text.split(","), help="some paths: queue,detail")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return sorted(int(number) for number in text.split(","))


if __name__ == "__main__":
    main()
