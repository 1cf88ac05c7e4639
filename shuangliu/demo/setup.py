"""What this county has set up beyond the catalogues: questions, standard texts, routing rules, read as any county
reads its own (shuangliu.reference)."""

from importlib.resources import files

from shuangliu.reference import importing
from shuangliu.spreadsheets import read

from .world import World


def load(world: World) -> int:
    """Import the tables of the folder `reference`; returns how many rows."""
    grids = []
    for path in sorted(files(__package__).joinpath("reference").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".csv"):
            with path.open("rb") as file:
                grids += read(file, name=path.name)
    result = importing.load(grids, by=None, at=world.at, dry_run=False)
    if not result.is_stored:
        raise ValueError("; ".join(f"{line.key}: {line.said}" for line in result.refused))
    return len(result.lines)
