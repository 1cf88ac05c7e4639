"""Performance, breach and confirmation beside the success rates, which they leave alone."""

from datetime import timedelta

import pytest

from mediation import actions
from mediation.after.models import Confirmation, Performance
from mediation.models import Case
from tests.mediation.story import AT, agreed, mediating

URL = "/mediation/figures/"


def item(case: Case, state: str, due_at=AT, **more) -> Performance:
    """Something that the agreement of the case obliges its first party to."""
    number = Performance.objects.count() + 1
    return Performance.objects.create(
        case=case, round=case.round, batch="00000000-0000-4000-8000-000000000000", number=number,
        party=case.parties.first(), what="赔偿200元", due_at=due_at, state=state, area_key=case.area_key, **more)


@pytest.fixture
def items(story):
    case = agreed(story.cast)
    item(case, "performed", done_on=AT.date())
    item(case, "performed", done_on=AT.date())
    item(case, "breached", broken_on=AT.date())
    item(case, "owed", due_at=AT + timedelta(days=3))
    item(case, "waived")
    return case


def test_what_fell_due_and_how_it_stands(items, story, browser):
    client = browser(story.cast.chen)
    sheet = client.get(URL).context["sheet"]
    assert [(rate.value, rate.numerator.count, rate.denominator.count) for rate in sheet.afterwards] == [
        ("66.67", 2, 3), ("33.33", 1, 3), (None, 0, 0)]
    assert sheet.rates[0].now.text == "100.00 %"
    for rate in sheet.afterwards[:2]:
        for number in (rate.numerator, rate.denominator):
            response = client.get(number.url)
            assert len(response.context["page"].rows) == number.count
            assert "200元" not in response.text


def test_another_town_has_none(items, story, browser, neighbours):
    sheet = browser(neighbours["zheng"]).get(URL).context["sheet"]
    assert [rate.denominator.count for rate in sheet.afterwards] == [0, 0, 0]


def test_written_agreements_and_those_a_court_has_confirmed(story, browser):
    for confirmed in (True, False):
        case = mediating(story.cast)
        actions.agree_case(case, by=story.cast.feng, at=AT, agreement_form="written", agreement="赔偿。")
        if confirmed:
            Confirmation.objects.create(
                case=case, round=case.round, court="区人民法院", applied_on=AT.date(), by=story.cast.wu,
                result="confirmed", decided_on=AT.date(), recorded_at=AT, area_key=case.area_key)
    agreed(story.cast)
    rate = browser(story.cast.chen).get(URL).context["sheet"].afterwards[2]
    assert (rate.value, rate.numerator.count, rate.denominator.count) == ("50.00", 1, 2)
