"""The line that every change leaves, and its audit entry."""

from datetime import datetime

from shuangliu import audit

from ..models import Change, Dwelling, Person


def write_down(matter: Person | Dwelling, act: str, *, by, at: datetime, source: str, pairs: dict | None = None,
               note: str = "") -> Change:
    """`pairs` are field to (before, after), as text; the audit entry names the fields and no values."""
    change = Change.objects.create(act=act, source=source, values=Change.sealed(pairs or {}), note=note, by=by, at=at,
                                   **{matter._meta.model_name: matter})
    audit.record(f"{matter._meta.model_name}.{act}", matter, by=by, at=at, source=source, fields=sorted(pairs or {}))
    return change
