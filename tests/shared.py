"""Real data that lies beside the repository and is not part of it: tests that want it are skipped where it is not."""

from pathlib import Path

FOLDERS = [Path(__file__).resolve().parents[2] / "shared/data/test-only", Path("/work/shared/data/test-only")]


def shared(name: str) -> Path | None:
    """The file of this name, if it is here."""
    return next((folder / name for folder in FOLDERS if (folder / name).exists()), None)
