"""manage.py demo [--scale tiny|county] [--if-empty] [--yes-really]: load the demo county 双流."""

from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from grids.models import Area
from shuangliu.demo.accounts import ACCOUNTS, password
from shuangliu.demo.load import load


class Command(BaseCommand):
    help = "Load the demo county: real places, invented persons, accounts that everybody may use."

    def add_arguments(self, parser):
        parser.add_argument("--scale", choices=["tiny", "county"], default="county")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where areas are already")
        parser.add_argument("--yes-really", action="store_true", help="even in production (DEBUG off)")

    def handle(self, *, scale, if_empty, yes_really, **options):
        if not (settings.DEBUG or yes_really):
            raise CommandError("Refused: this is production (DEBUG is off). To load demo data, add --yes-really.")
        if Area.objects.exists():
            if if_empty:
                self.stdout.write("The database holds areas already: nothing loaded.")
                return
            raise CommandError("Refused: the database holds areas already. The demo wants an empty one.")
        began = perf_counter()
        load(scale, at=now(), report=self._report)
        self.stdout.write(f"Demo county loaded in {perf_counter() - began:.1f} s.")
        self.stdout.write(f"Accounts: {' '.join(account.username for account in ACCOUNTS)}")
        self.stdout.write(f"Password: {password()}")

    def _report(self, name: str, count: int, seconds: float) -> None:
        self.stdout.write(f"  {name:<24}{count:>8,}{seconds:>8.1f} s")
        self.stdout.flush()
