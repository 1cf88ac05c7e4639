"""python -m bench [--rows 100000,1000000] [--open 5000] [--only queue,detail] [--quick]

DATABASE_URL is an empty PostgreSQL database, whose owner may make others.
"""

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

    from .measure import table
    from .run import run

    table(list(run(asked.rows, asked.open, asked.only)))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="What pages and jobs cost above their floors.")
    parser.add_argument("--rows", type=_numbers, default=[100_000, 1_000_000], help="incidents, fewest first")
    parser.add_argument("--quick", dest="rows", action="store_const", const=[10_000], help="10,000 incidents alone")
    parser.add_argument("--open", type=int, default=5000, help="how many of them wait for somebody")
    parser.add_argument("--only", type=lambda text: text.split(","), default=[], help="some paths: queue,detail")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return sorted(int(number) for number in text.split(","))


if __name__ == "__main__":
    main()
