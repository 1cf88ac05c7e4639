"""Who did or saw what. `audit.record(…)` writes, `audit.history(matter)` reads."""


def record(verb, matter, *, by, at, **detail):
    """Write one entry in the running transaction; see recording.record."""
    from .recording import record

    return record(verb, matter, by=by, at=at, **detail)


def history(matter):
    """The entries of a matter, oldest first; see recording.history."""
    from .recording import history

    return history(matter)
