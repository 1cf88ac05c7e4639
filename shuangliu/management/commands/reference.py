"""manage.py reference export|import: the tables a county is set up by, as a folder of csv files or one xlsx."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now
from django.utils.translation import override

from shuangliu.reference import exporting, importing
from shuangliu.reference.results import Outcome
from shuangliu.spreadsheets import Grid, Unreadable, read


class Command(BaseCommand):
    help = "export PATH writes all reference data; import PATH reads it, all rows or none (--dry-run: only says what)."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["export", "import"])
        parser.add_argument("path", type=Path, help="FILE.xlsx, FILE.csv (import) or a folder of csv files")
        parser.add_argument("--dry-run", action="store_true", help="say what an import would do, and do nothing")

    def handle(self, *, what: str, path: Path, dry_run: bool, **options):
        with override(settings.LANGUAGE_CODE):  # commands speak no language; the tables do
            try:
                (self._export if what == "export" else self._import)(path, dry_run)
            except (OSError, Unreadable) as error:
                raise CommandError(f"{path}: {error}") from error

    def _export(self, path: Path, dry_run: bool) -> None:
        if path.suffix == ".xlsx":
            with exporting.workbook() as file:
                path.write_bytes(file.read())
            self.stdout.write(f"{path} written.")
        else:
            self.stdout.write(f"{len(exporting.write_folder(path))} tables written to {path}.")

    def _import(self, path: Path, dry_run: bool) -> None:
        result = importing.load(grids(path), by=None, at=now(), dry_run=dry_run)
        for line in result.telling:
            self.stdout.write(f"{line.table} {line.number}: {line.outcome} {line.key} {line.said}".rstrip())
        counts = ", ".join(f"{result.counts[outcome]} {outcome.value}" for outcome in Outcome)
        if result.refused and not dry_run:
            raise CommandError(f"{counts}. Nothing is stored.")
        self.stdout.write(f"{counts}. {'Stored.' if result.is_stored else 'Nothing is stored.'}")


def grids(path: Path) -> list[Grid]:
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    found = []
    for file in files:
        with file.open("rb") as opened:
            found += read(opened, name=file.name)
    if not found:
        raise Unreadable("no csv files here")
    return found
