"""For migrations: `AddSearch("incident", ["description", "place"])`."""

from django.db.migrations.operations.base import Operation

from . import postgres


class AddSearch(Operation):
    """The index over the pairs of these text fields, which hold no nulls. The model names them in `searched`, too.

    On PostgreSQL alone: on SQLite what makes the index is put right after every migrate, so also after this one.
    """

    reduces_to_sql = reversible = True

    def __init__(self, model_name: str, fields: list[str]):
        self.model_name, self.fields = model_name, fields

    def state_forwards(self, app_label, state):
        """Nothing that Django's models know of."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            postgres.create(schema_editor, to_state.apps.get_model(app_label, self.model_name), self.fields)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            postgres.drop(schema_editor, to_state.apps.get_model(app_label, self.model_name))

    def describe(self):
        return f"Search {self.model_name} by pairs of characters"
