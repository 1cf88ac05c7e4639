"""Words for telling what happens to clocks."""

from datetime import datetime

from shuangliu import deadlines
from shuangliu.deadlines.workdays import SHANGHAI

KEY = 510116001001001000  # where the matters of these stories lie


def at(text: str) -> datetime:
    """`at("2026-03-11 09:30")`: a moment in the county."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def start(matter, kind="handle", amount=4, unit="work_hours", when="2026-03-11 09:30"):
    """A clock started on a Wednesday morning, unless said otherwise."""
    return deadlines.start(matter, kind, limit=deadlines.Limit(amount, unit), at=at(when), area_key=KEY)
