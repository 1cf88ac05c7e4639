"""manage.py verify_audit: prove that the audit log is whole."""

from django.core.management.base import BaseCommand, CommandError

from shuangliu.audit import chain
from shuangliu.audit.models import Entry


class Command(BaseCommand):
    help = "Check every entry and link, then seal what is not sealed yet. Exits 1 when something is wrong."

    def handle(self, *args, **options):
        faults = list(chain.verify())
        for fault in faults[:100]:
            self.stderr.write(f"{fault.kind}: number {fault.seq}, entry {fault.entry_id or '-'}")
        if faults:
            raise CommandError(f"{len(faults)} faults in {Entry.objects.count()} entries.")
        chain.seal()
        self.stdout.write(f"{Entry.objects.count()} entries, chain whole.")
