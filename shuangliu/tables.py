"""For migrations: all the first tables of an app at once."""

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class CreateTables(Operation):
    """Many `CreateModel` in one.

    After each operation Django draws every model anew that is related to the changed one by any number of steps: here
    nearly all of them. One by one, 190 tables take ten times as long.
    """

    reduces_to_sql = reversible = True

    def __init__(self, models: list[CreateModel]):
        self.models = models

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # drawn again when somebody asks for it
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.models)} tables"
