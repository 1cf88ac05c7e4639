"""What came is counted by topic and place, and what is suddenly frequent is said by one rule."""

from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from hotline import actions as hotline
from hotline.voices.few import told
from hotline.voices.rises import rise
from hotline.voices.topics import voices as read
from shuangliu.indicators.periods import Period
from tests.hotline.story import Calls
from tests.incidents.story import Story

from .story import FEBRUARY, TODAY

PAGE, EXPORT = reverse("hotline:voices"), reverse("hotline:voices-export")


def weeks(*counts: int) -> dict[date, int]:
    """The last seven days first."""
    return {TODAY - timedelta(days=7 * back): count for back, count in enumerate(counts)}


@pytest.mark.parametrize(("counts", "is_rise"), [
    ((5,), True), ((4,), False),
    ((9, 2, 2, 2, 2, 2, 2, 2, 2), True), ((9, 9, 9, 9, 9, 9, 9, 9, 9), True), ((8, 9, 9, 9, 9, 9, 9, 9, 9), False),
    ((10, 0, 10, 0, 10, 0, 10, 0, 10), False), ((15, 0, 10, 0, 10, 0, 10, 0, 10), True)])
def test_the_rule_of_a_rise(counts, is_rise):
    assert (rise(weeks(*counts), TODAY) is not None) == is_rise


def test_days_before_nine_weeks_and_after_today_do_not_count():
    days = weeks(6) | {TODAY - timedelta(days=63): 500, TODAY + timedelta(days=1): 500}
    assert rise(days, TODAY).mean == 0


@pytest.mark.parametrize(("counts", "shown"), [
    ([12, 9, 0], [12, 9, 0]), ([12, 9, 3], [12, None, None]), ([12, 3, 2], [12, None, None]),
    ([12, 2, 1], [None, None, None]), ([3], [None]), ([], [])])
def test_what_is_few_is_not_told_and_cannot_be_reckoned(counts, shown):
    assert told(counts) == shown


def test_topics_places_and_trend(voices, cast):
    voices.came(9, date(2026, 2, 3))
    voices.came(4, date(2026, 2, 20), category="E01-02", area=cast.areas["510116002001"])
    voices.came(2, date(2026, 2, 21), category=None, area=cast.county)
    voices.came(5, date(2026, 1, 8))
    found = read(cast.county, FEBRUARY, today=TODAY)
    assert (found.count, found.before, found.unsorted, found.elsewhere) == (15, 5, 2, 2)
    assert [(topic.category.code, topic.count, topic.before) for topic in found.topics] == [
        ("E01-01", 9, 5), ("E01-02", 4, 0)]
    assert [(place.area, place.count) for place in found.places] == [(cast.town, 9), (cast.areas["510116002"], 4)]
    assert sum(count for _day, count in found.steps) == 15
    assert [place.area for place in read(cast.town, FEBRUARY, today=TODAY).places] == [cast.community]


def test_a_rise_is_shown_with_the_rule(voices, cast, browser):
    voices.came(6, TODAY)
    answer = browser(cast.mu).get(PAGE)
    assert [topic.rise.count for topic in answer.context["voices"].risen] == [6]
    assert [place.area for place in answer.context["voices"].risen_places] == [cast.town]
    assert "标准差" in answer.content.decode()


def test_a_call_counts_under_its_category_until_it_is_no_concern(cast, now, voices):
    calls = Calls(Story(cast, voices.kinds))
    ticket = calls.receive(uuid=uuid4())
    whole = Period("", "", TODAY, TODAY)
    assert [(topic.category, topic.count) for topic in read(cast.county, whole, today=TODAY).topics] == [
        (ticket.category, 1)]
    hotline.invalidate(ticket, by=cast.ma, at=calls.later(), reason="无声电话")
    assert (read(cast.county, whole, today=TODAY).count, read(cast.county, whole, today=TODAY).topics) == (0, [])




def test_the_file_tells_nothing_below_five(voices, cast, browser):
    for count, category in [(20, "E01-01"), (7, "E01-02"), (3, "E01-03")]:
        voices.came(count, date(2026, 2, 3), category=category)
    answer = browser(cast.mu).get(EXPORT, {"start": "2026-02-01", "end": "2026-02-28"})
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).worksheets[0]
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [20, "不列示", "不列示", 0]


def test_another_county_or_town_is_not_there(voices, cast, browser):
    assert browser(cast.mu).get(PAGE, {"area": cast.community.code}).status_code == 404
    assert browser(cast.mu).get(PAGE, {"area": cast.town.code}).status_code == 200
