"""`manage.py import_open311`: requests of another Open311 server, out of a JSON file."""

import csv
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from grids.models import Area
from hotline.open311.importing import requests_in, take_over
from incidents.models import Category


class Command(BaseCommand):
    help = "Takes over the requests in FILE; each that is odd is named, none is left out."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--area", required=True, help="code of the area they lie in, such as 510116")
        parser.add_argument("--source", required=True, help="whose they were, such as its jurisdiction_id: sfgov.org")
        parser.add_argument("--categories", type=Path, help="csv with the columns service_code and category")
        parser.add_argument("--other", default="E99-01", help="category of the rest (E99-01)")
        parser.add_argument("--dry-run", action="store_true", help="try it and leave nothing behind")

    def handle(self, *args, file, area, source, categories, other, dry_run, **options):
        known = {category.code: category for category in Category.objects.exclude(parent=None)}
        if other not in known:
            raise CommandError(f"no category {other}")
        try:
            rows = requests_in(file)
            kinds = self._kinds(categories, known) if categories else {}
            place = Area.objects.get(code=area, valid_to=None)
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(str(error)) from error
        except Area.DoesNotExist:
            raise CommandError(f"no area {area}") from None
        report = take_over(rows, source=source, area=place, kinds=kinds, other=known[other], by=None, at=now(),
                           is_trial=dry_run)
        for number, said in report.odd:
            self.stdout.write(f"{number}: {said}")
        counts = ", ".join(f"{count} {fate}" for fate, count in sorted(report.counts.items()))
        self.stdout.write(f"{len(rows)} requests: {counts or 'none'}; {len(report.odd)} oddities"
                          + (" (nothing kept: dry run)" if dry_run else ""))

    def _kinds(self, path: Path, known: dict[str, Category]) -> dict[str, Category]:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            pairs = [(row["service_code"].strip(), row["category"].strip()) for row in csv.DictReader(lines)]
        if strange := sorted({code for _service, code in pairs} - known.keys()):
            raise ValueError(f"{path}: no category {', '.join(strange)}")
        return {service: known[code] for service, code in pairs}
