"""manage.py check_holidays: fails, and names the years, when clocks need holidays that nobody has entered."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from shuangliu.deadlines.calendars import missing_years


class Command(BaseCommand):
    help = "Fails when the holidays of a year that clocks need are not known, and names the year."

    def handle(self, **options):
        if years := missing_years(now()):
            raise CommandError(
                f"Unknown holidays: {', '.join(map(str, years))}. Weeks are plain Monday to Friday until "
                "you enter them: in the admin under special days, or by `manage.py import_holidays FILE`.")
        self.stdout.write("The holidays of every year that clocks need are known.")
