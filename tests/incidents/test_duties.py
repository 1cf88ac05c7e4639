"""The duties of a grid worker, counted from what they reported."""

from datetime import timedelta

from grids.duties import DUTIES, done
from incidents.models import Category
from tests.conftest import NOW

from .story import DISPUTE, MAJOR, PIPE

TODAY = NOW.date()


def counted(user, start=TODAY, end=TODAY) -> dict:
    """The first count of each duty, and of all work."""
    names = [*DUTIES, "all"]
    return {name: lines[0][1] for name, (_label, lines) in zip(names, done(user, start, end), strict=True) if lines}


def test_each_duty_counts_its_own_reports(story):
    parent = Category.objects.create(code="E15", name="社情民意", handle_amount=7, handle_unit="working_days")
    story.kinds["E15-01"] = Category.objects.create(code="E15-01", name="意见建议", parent=parent, handle_amount=7,
                                                    handle_unit="working_days")
    for kind in ("E15-01", "E15-01", DISPUTE, PIPE, MAJOR):
        story.report(kind=kind)
    story.report(is_urgent=True)
    story.report(by=story.cast.li)
    assert counted(story.cast.wang) == {"opinions": 2, "disputes": 1, "major": 3, "all": 6}
    assert counted(story.cast.li)["all"] == 1


def test_days_are_those_of_the_county(story):
    story.at = NOW.replace(hour=0, minute=5) - timedelta(minutes=10)  # just before midnight
    story.report()
    story.at = NOW.replace(hour=0, minute=5)
    story.report()
    yesterday = TODAY - timedelta(days=1)
    assert counted(story.cast.wang)["all"] == 1
    assert counted(story.cast.wang, yesterday, yesterday)["all"] == 1
