"""Figures per area and period. `indicators.add(…)` writes down that a number changed; reading.py reads."""


def add(measure, area_key, day, amount=1):
    """Write one change in the running transaction; see recording.add."""
    from .recording import add

    add(measure, area_key, day, amount)


def add_many(changes):
    """Write many changes in the running transaction; see recording.add_many."""
    from .recording import add_many

    add_many(changes)
