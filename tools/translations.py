"""Compile the translations: every locale/**/*.po that is newer than its .mo. (polib: no gettext to install.)"""

from pathlib import Path

import polib

for source in (Path(__file__).resolve().parent.parent / "locale").rglob("*.po"):
    compiled = source.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
        polib.pofile(str(source)).save_as_mofile(str(compiled))
