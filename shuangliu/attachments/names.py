"""File names as people may see and download them."""

import re
import unicodedata
from pathlib import PurePosixPath

MOST = 100  # characters
# What a file system forbids, controls, and marks that turn the direction of writing (exe.gnp shown as png.exe).
UNWANTED = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff<>:"|?*%]')


def clean_name(name: str | None, suffix: str | None = None) -> str:
    """A name without folders and without characters that do harm; `suffix` (".jpg") replaces its own."""
    last = PurePosixPath(unicodedata.normalize("NFC", name or "").replace("\\", "/")).name
    path = PurePosixPath(UNWANTED.sub("", last).strip(" .") or "file")
    end = path.suffix[:10] if suffix is None else suffix
    return path.stem[: MOST - len(end)] + end
