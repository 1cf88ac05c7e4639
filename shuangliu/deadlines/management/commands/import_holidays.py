"""manage.py import_holidays FILE: special days of a year from JSON, as holiday-cn publishes them."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from shuangliu.deadlines.models import SpecialDay


class Command(BaseCommand):
    help = 'All or none of {"days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}, …]} is read.'

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options):
        days = [_day(n, entry) for n, entry in enumerate(_entries(file), start=1)]
        with transaction.atomic():
            new = sum(SpecialDay.objects.update_or_create(date=day, defaults=what)[1] for day, what in days)
        self.stdout.write(f"{len(days)} special days read, {new} of them new.")


def _entries(file: Path) -> list:
    try:
        entries = json.loads(file.read_text(encoding="utf-8-sig"))["days"]
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise CommandError(f'{file} is not JSON with a list "days".') from error
    if not isinstance(entries, list) or not entries:
        raise CommandError(f"{file} lists no days.")
    return entries


def _day(number: int, entry) -> tuple[date, dict]:
    try:
        name, is_off = entry["name"], entry["isOffDay"]
        if not (isinstance(is_off, bool) and isinstance(name, str) and 0 < len(name) <= 32):
            raise ValueError
        return date.fromisoformat(entry["date"]), {"name": name, "is_working": not is_off}
    except (ValueError, TypeError, KeyError) as error:
        said = json.dumps(entry, ensure_ascii=False)
        raise CommandError(f"Day number {number} is not understood: {said}") from error
