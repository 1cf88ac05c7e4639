"""manage.py forget [--dry-run] [--only NAME]: forget what the rules say is over, or say what that would be."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime, now

from shuangliu.retention import dry_run as looking
from shuangliu.retention import forgetting
from shuangliu.retention.registry import forgetters


class Command(BaseCommand):
    help = "Forget the personal data whose time is over, by the retention rules."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say what would be forgotten")
        parser.add_argument("--only", default="", metavar="NAME", help="one rule, as ticket.contact")

    def handle(self, *, dry_run, only, **options):
        if only and only not in forgetters:
            raise CommandError(f"There is no {only}. There are: {', '.join(forgetters)}.")
        if dry_run:
            for one in looking.outlooks(now()):
                if only in ("", one.rule.what):
                    self.stdout.write(self.line(one))
            return
        counts = forgetting.forget(at=now(), only=only)
        failed = counts.pop("failed", 0)
        for name, count in counts.items():
            self.stdout.write(f"{name}: {count} forgotten")
        if failed:
            raise CommandError(f"{failed} rules failed; the log says why. Nothing of their batch was changed.")
        self.stdout.write(f"{sum(counts.values())} forgotten.")

    def line(self, one: looking.Outlook) -> str:
        force = "" if one.rule.is_active else " (not in force)"
        many = f"more than {looking.MOST}" if one.is_more else str(one.due)
        since = f", since {localtime(one.oldest):%Y-%m-%d}" if one.oldest else ""
        held = f", {one.held} held back" if one.held else ""
        return f"{one.rule.what}{force}: {many} due{since}{held}; {one.rule.does} after {one.rule.days} days"
