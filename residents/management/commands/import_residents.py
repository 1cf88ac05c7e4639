"""manage.py import_residents FILE --as USER [--area CODE] [--dry-run]: what the page does, for tables of any length."""

import uuid

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from grids.models import Area
from residents.imports import carrying, checking, marking, uploading
from residents.imports.models import Batch
from residents.imports.places import areas_for
from residents.imports.states import Outcome, State
from shuangliu.accounts.models import User


class Command(BaseCommand):
    help = ("Bring an office spreadsheet into the register. It is always looked through first; --dry-run stops there, "
            "and the import can be seen and carried out on the page.")

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--as", dest="user", default="registrar", help="the registrar whose table it is")
        parser.add_argument("--area", help="code of the unit, where the registrar keeps several")
        parser.add_argument("--kind", choices=["registered", "floating"], default="", help="who is in it")
        parser.add_argument("--dry-run", action="store_true", help="only say what would become of each row")
        parser.add_argument("--marked", help="write the table with result and reason to this .xlsx")

    def handle(self, *, file, user, area, kind, dry_run, marked, **options):
        by = User.objects.filter(username=user).first()
        if by is None:
            raise CommandError(f"There is no user {user}.")
        batch = self._check(file, by, self._area(by, area), kind)
        self.stdout.write(f"{batch}: {batch.counts['rows']} rows")
        for outcome in Outcome:
            self.stdout.write(f"  {outcome.label}: {batch.counts[outcome.value]}")
        if marked:
            with marking.marked(batch) as source, open(marked, "wb") as target:
                target.write(source.read())
        if dry_run:
            return
        carrying.carry_out(batch, by=by, at=now())
        carrying.do_carry(batch)
        if batch.state != State.CARRIED:
            raise CommandError("The register changed meanwhile: it is checked again.")
        self.stdout.write("  ".join(f"{name} {batch.result[name]}" for name in
                                    ("new", "changed", "same", "refused", "left")))

    def _area(self, by: User, code: str | None) -> Area:
        areas = areas_for(by)
        found = [area for area in areas if code in {None, area.code}]
        if len(found) != 1:
            raise CommandError(f"--area must be one of: {', '.join(area.code for area in areas) or '(none)'}")
        return found[0]

    def _check(self, path: str, by: User, area: Area, kind: str) -> Batch:
        try:
            with open(path, "rb") as file:
                batch = uploading.upload(file, by=by, at=now(), uuid=uuid.uuid4(), area=area, kind=kind,
                                         name=path.rpartition("/")[2])
            uploading.map_columns(batch, by=by, at=now(), columns=batch.columns, filled=batch.filled, kind=batch.kind)
        except (OSError, ValueError) as error:  # Unreadable among them
            raise CommandError(str(error)) from error
        checking.check(batch, at=now())
        if batch.state != State.CHECKED:
            raise CommandError(batch.failure or "somebody else checks it")
        return batch
