"""Where cameras stand is restricted (domain.md §7), so every opening of their list, map, gaps and pages is on record:
who, when, and what was asked for."""

from datetime import datetime

from shuangliu import audit

from .models import Camera


def note(verb: str, *, by, at: datetime, camera: Camera | None = None, **asked) -> None:
    """`verb` is listed, mapped, checked (for what they lack) or opened."""
    audit.record(f"camera.{verb}", camera, by=by, at=at, **asked)
