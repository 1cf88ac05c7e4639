"""Models and migrations say the same; a database from before the fold (decision 0035) goes on or is refused."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

pytestmark = pytest.mark.django_db


def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_database_with_all_the_old_ones_has_nothing_to_do():
    recorder = MigrationRecorder(connection)
    assert len(folded()) > 10
    for app, name in folded():
        recorder.record_unapplied(app, name)
    assert plan() == []

    call_command("migrate", verbosity=0)
    assert set(folded()) <= set(recorder.applied_migrations())


@pytest.mark.parametrize(("app", "last"), [("hotline", "0012_whole"), ("grids", "0005_landlord")])
def test_a_database_that_stopped_half_way_is_refused(app, last):
    """Else Django says nothing, and the product runs on tables of another day."""
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied(app, "0001_tables")
    recorder.record_unapplied(app, last)
    with pytest.raises(CommandError, match=f"{app}.0001_tables.*{last}"):
        call_command("migrate", verbosity=0)


def folded() -> list[tuple[str, str]]:
    return list(MigrationExecutor(connection).loader.replacements)


def plan() -> list:
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())
