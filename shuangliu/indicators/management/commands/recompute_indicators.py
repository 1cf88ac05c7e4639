"""manage.py recompute_indicators [measure …] [--start --end] [--check]"""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from shuangliu.indicators import recompute
from shuangliu.indicators.registry import UnknownMeasure


class Command(BaseCommand):
    help = "Count the figures again from the rows and put them right; with --check only report."

    def add_arguments(self, parser):
        parser.add_argument("measures", nargs="*", help="names of measures; none: all")
        parser.add_argument("--start", type=date.fromisoformat, default=recompute.EVER[0], help="first day, YYYY-MM-DD")
        parser.add_argument("--end", type=date.fromisoformat, default=recompute.EVER[1], help="last day, YYYY-MM-DD")
        parser.add_argument("--check", action="store_true", help="change nothing, fail when something differs")

    def handle(self, *, measures, start, end, check, **options):
        try:
            if check:
                wrong = recompute.compare(measures or None, start, end, at=now())
            else:
                wrong = recompute.rebuild(measures or None, start, end)
        except UnknownMeasure as error:
            raise CommandError(f"There is no measure {error}.") from error
        if check and wrong:
            raise CommandError(f"{wrong} figures differ from the rows: see Differences in the admin.")
        self.stdout.write(f"{wrong} figures differed and are put right." if wrong else "All figures agree.")
