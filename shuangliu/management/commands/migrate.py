"""manage.py migrate: Django's own, but no database is passed over in silence."""

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


class Command(migrate.Command):
    def handle(self, *args, **options):
        refuse_half_way(options["database"])
        return super().handle(*args, **options)


def refuse_half_way(database: str) -> None:
    """Of a folded migration a database has had all old ones or none. With some of them Django would do nothing."""
    done = MigrationRecorder(connections[database]).applied_migrations()
    for folded in MigrationLoader(None).replacements.values():
        missing = [name for app, name in folded.replaces if (app, name) not in done]
        if 0 < len(missing) < len(folded.replaces):
            raise CommandError(f"This database is older than {folded} and lacks {', '.join(missing)}: "
                               "docs/decisions/0035-one-migration-per-app.md says what to do.")
