"""A year without holidays is said aloud, never guessed silently."""

from django.core.checks import Tags, Warning, register
from django.db import DatabaseError
from django.utils.timezone import now

from .calendars import missing_years


@register(Tags.database)
def holidays_known(app_configs, databases, **kwargs):
    """W001: holidays of years that clocks need are not known. Runs with `migrate` and `check --database`."""
    if not databases:
        return []
    try:
        years = missing_years(now())
    except DatabaseError:  # before the first migration there are no clocks either
        return []
    return [Warning(
        f"The holidays of {year} are not known: its weeks count as plain Monday to Friday.",
        hint="Enter them in the admin under special days, or run `manage.py import_holidays FILE`.",
        id="deadlines.W001",
    ) for year in years]
