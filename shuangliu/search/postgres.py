"""PostgreSQL: a GIN index over the pairs of a row, cut by a function, so that no row carries them.

Measured over a million incidents (docs/decisions/0013): as a text vector the index is as large as one of an array of
pairs, needs no care with collations, and its statistics know which pairs are frequent.
"""

# Only what is built in, so that the function means the same wherever a dump is restored.
FUNCTION = r"""
CREATE OR REPLACE FUNCTION bigrams(said text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
    marks text[] := string_to_array(lower(said COLLATE "C"), NULL);
    pairs text[] := '{}';
BEGIN
    FOR place IN 1 .. coalesce(array_length(marks, 1), 0) - 1 LOOP
        pairs[place] := marks[place] || marks[place + 1];
    END LOOP;
    RETURN array_to_tsvector(pairs);
END $$
"""


def create(editor, model, fields: list[str]) -> None:
    said = r" || E'\n' || ".join(editor.quote_name(model._meta.get_field(name).column) for name in fields)
    editor.execute(FUNCTION)
    editor.execute(f"CREATE INDEX {_name(editor, model)} ON {editor.quote_name(model._meta.db_table)} "
                   f"USING gin (bigrams({said}))", params=None)


def drop(editor, model) -> None:
    """The index; the function may serve others."""
    editor.execute(f"DROP INDEX {_name(editor, model)}")


def _name(editor, model) -> str:
    return editor.quote_name(f"{model._meta.db_table}_search")
