"""manage.py rotate_keys: bring all that is encrypted or hashed under the newest key (docs/operations.md)."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from shuangliu import audit
from shuangliu.privacy import rotation
from shuangliu.privacy.cipher import mark
from shuangliu.privacy.keys import new_key


class Command(BaseCommand):
    help = "Encrypt and hash everything anew under the newest key. May be killed and started again."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count what stands under which key")
        parser.add_argument("--new", action="store_true", help="make a key with the next number, change no data")

    def handle(self, *, dry_run, new, **options):
        if new:
            return self.make()
        tables = list(rotation.tables())
        try:
            for table in tables:
                rotation.try_keys(table)
            self.tell(tables)
            if not dry_run:
                self.rotate(tables)
        except rotation.WrongKey as error:
            raise CommandError(f"{error}. Nothing of this batch was written, and nothing before it is lost.") from error

    def make(self) -> None:
        """Into the file of keys; where keys come from the environment, as a line to be put there."""
        keys = settings.FIELD_KEYS | {max(settings.FIELD_KEYS) + 1: new_key()}
        path = settings.DATA_DIR / "field.keys"
        if settings.EMBEDDED:
            path.touch(mode=0o600)
            path.write_text("".join(f"{number}={secret}\n" for number, secret in sorted(keys.items())))
            self.stdout.write(f"Key {max(keys)} is in {path}. Restart every server and worker, then: rotate_keys")
        else:
            self.stdout.write("Add to SHUANGLIU_FIELD_KEYS (with the old keys), restart everything, then: rotate_keys")
            self.stdout.write(f"{max(keys)}={keys[max(keys)]}")

    def tell(self, tables) -> None:
        self.stdout.write(f"The newest is {mark()}")
        for table in tables:
            counts = rotation.counted(table)
            said = ", ".join(f"{begins} {n}" for begins, n in sorted(counts.items())) or "nothing"
            self.stdout.write(f"{table.name}: {said}")

    def rotate(self, tables) -> None:
        rows, refused = 0, []
        for table in tables:
            done, left = 0, table.left().count()
            for number, keys in rotation.rotate(table):
                done += number
                refused += [f"{table.name} {key}" for key in keys]
                self.stdout.write(f"{table.name}: {done} of {left}")
            rows += done
        if refused:
            self.stderr.write("Another row has their number under the new key: " + ", ".join(refused[:50]))
        left, wrong = sum(table.left().count() for table in tables), sum(map(rotation.wrong_hashes, tables))
        audit.record("keys.rotated", None, by=None, at=now(), mark=mark(), rows=rows, left=left, wrong=wrong)
        if left or wrong:
            raise CommandError(f"{left} rows and {wrong} hashes are not under the newest key. Run it again.")
        tokens = sum(sum(rotation.counted(table).values()) for table in tables)
        self.stdout.write(f"Done: {rows} rows changed. All {tokens} texts and their hashes are under {mark()} "
                          "nothing is left under another key.")
        for field in rotation.alone():
            held = field.model._base_manager.exclude(**{field.attname: ""}).count()
            if held and len(settings.FIELD_KEYS) > 1:
                self.stdout.write(f"{field.model._meta.label}.{field.name}: {held} hashes without their text cannot be "
                                  "made anew. They hold as long as the old key stays in the list.")
