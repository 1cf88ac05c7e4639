"""What every county starts with, demo or not: categories, time limits, wrap-up codes; and the period of the report."""

from datetime import date

from hotline import catalogue as hotline
from incidents import catalogue as incidents
from mediation import catalogue as mediation
from shuangliu.indicators.models import NamedPeriod

from .world import World

REPORT = (date(2011, 8, 1), date(2014, 7, 31))  # first and last day (domain.md §2 no. 20)


def load(world: World) -> int:
    """Add what is missing of it; returns how many rows."""
    start, end = REPORT
    NamedPeriod.objects.update_or_create(name="2014 年报告期", defaults={"start": start, "end": end, "order": 1})
    return incidents.load() + mediation.load() + hotline.load() + 1
