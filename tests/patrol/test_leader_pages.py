"""The leader's pages: routes, roster, shifts, swaps, the desk."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from patrol.models import Route, Shift
from patrol.shifts import actions
from patrol.shifts.states import State
from patrol.swaps import actions as swaps

from . import patrols
from .patrols import END, START
from .roster import weeks
from .swaps.test_swap import agreed, asked

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PLAN = {"day": "2026-03-12", "starts": "22:00", "ends": "02:00", "uuid": "8d0c8a56-0d4b-4b6c-9a3b-1d2f3a4b5c6d"}


def url(name, *args) -> str:
    return reverse(f"patrol:{name}", args=args)


def text(response) -> str:
    return response.content.decode()


def test_a_route_is_made_and_gets_points_without_script(cast, browser, now):
    patrols.point(cast)
    leader = browser(cast.jin)
    made = leader.post(url("route-new"), {"name": "东线", "area": cast.town.pk})
    route = Route.objects.get(name="东线")
    assert made["Location"] == route.get_absolute_url()
    point = patrols.point(cast, "南门卡口")
    assert leader.post(url("route-add", route.pk), {"point": point.pk}).status_code == 302
    assert leader.post(url("route-add", route.pk), {"point": point.pk}).status_code == 422
    assert leader.post(url("route-stop", route.pk), {"point": point.pk, "do": "sideways"}).status_code == 422
    assert "南门卡口" in text(leader.get(route.get_absolute_url()))
    assert leader.post(url("route-stop", route.pk), {"point": point.pk, "do": "remove"}).status_code == 302
    assert not route.stops.exists()
    assert leader.post(url("route-new"), {"name": "东线", "area": cast.town.pk}).status_code == 422
    assert leader.post(url("route-close", route.pk)).status_code == 302
    assert leader.post(url("route-close", route.pk)).status_code == 409


def test_a_shift_is_planned_over_midnight_once(cast, browser, now):
    route, leader = patrols.route(cast), browser(cast.jin)
    given = {**PLAN, "route": route.pk, "people": [cast.hong.pk, cast.wang.pk]}
    for _again in range(2):
        assert leader.post(url("shift-new"), given).status_code == 302
    shift = Shift.objects.get()
    assert shift.ends_at - shift.starts_at == timedelta(hours=4)
    assert shift.duties.count() == 2


@pytest.mark.parametrize("wrong", [
    {"people": []}, {"starts": "25:00"}, {"ends": "21:00"}, {"day": "x"}, {"route": 0}])
def test_a_bad_plan_loses_nothing(cast, browser, now, wrong):
    given = {**PLAN, "route": patrols.route(cast).pk, "people": [cast.hong.pk], "note": "带上手电筒", **wrong}
    answer = browser(cast.jin).post(url("shift-new"), given)
    assert answer.status_code == 422
    assert "带上手电筒" in text(answer)
    assert not Shift.objects.exists()


def test_less_rest_is_said_at_its_field(cast, browser, now):
    weeks.rule()
    patrols.shift(cast, starts_at=START + DAY + 10 * timedelta(hours=1), ends_at=END + DAY + 10 * timedelta(hours=1))
    given = {**PLAN, "route": patrols.route(cast, "夜线").pk, "people": [cast.hong.pk]}
    answer = browser(cast.jin).post(url("shift-new"), given)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"rest_reason"}
    assert browser(cast.jin).post(url("shift-new"), {**given, "rest_reason": "本人同意"}).status_code == 302


def test_nobody_from_another_town_is_offered(cast, browser, now):
    patrols.route(cast)
    page = text(browser(cast.jin).get(url("shift-new")))
    assert {name for name in ("洪袖套", "王网格", "钱他站") if name in page} == {"洪袖套", "王网格"}


def test_acts_on_a_shift(cast, browser, now):
    shift, leader = patrols.planned(cast, starts_at=START + DAY, ends_at=END + DAY), browser(cast.jin)
    assert leader.post(url("shift-staff", shift.pk), {"people": [cast.wang.pk]}).status_code == 302
    assert leader.post(url("shift-correct", shift.pk), {
        "day": "2026-03-12", "starts": "10:00", "ends": "12:00", "with_police": "on"}).status_code == 302
    assert leader.post(url("shift-publish", shift.pk)).status_code == 302
    assert leader.post(url("shift-publish", shift.pk)).status_code == 409
    assert leader.post(url("shift-cancel", shift.pk), {"reason": ""}).status_code == 422
    assert leader.post(url("shift-cancel", shift.pk), {"reason": "暴雨"}).status_code == 302
    shift.refresh_from_db()
    assert (shift.state, shift.with_police, shift.reason) == (State.CANCELLED, True, "暴雨")
    for name in ("shift-staff", "shift-correct", "shift-cancel"):
        assert leader.get(url(name, shift.pk)).status_code == 409
    assert "暴雨" in text(browser(cast.wang).get(shift.get_absolute_url()))


def test_the_page_of_a_shift_tells_doubts_in_words(cast, browser, now):
    shift = patrols.shift(cast)
    patrols.check_in(shift, at=START, by=cast.hong, way="hand", number=2)
    actions.watch(START + timedelta(minutes=60))
    page = text(browser(cast.jin).get(shift.get_absolute_url()))
    for words in ("neither sign nor position", "A point was not visited in time"):
        assert gettext(words) in page


def test_the_roster_and_its_weeks(cast, browser, now):
    patrols.shift(cast)
    leader = browser(cast.jin)
    assert "洪袖套" in text(leader.get(url("roster")))
    assert "洪袖套" in text(leader.get(url("roster"), {"week": "2026-W11", "area": cast.town.code}))
    assert "洪袖套" not in text(leader.get(url("roster"), {"week": "2026-W12"}))
    for name in ("2026-W60", "x", "2025-W53"):
        assert leader.get(url("roster"), {"week": name}).status_code == 400
    assert "洪袖套" in text(browser(cast.chen).get(url("roster"), {"area": "510116001"}))
    assert "洪袖套" not in text(browser(cast.chen).get(url("roster"), {"area": "510116002"}))


def test_the_week_is_filled_and_published(cast, browser, now):
    template, leader = weeks.template(cast, weekdays=[1, 2]), browser(cast.jin)
    looked = leader.get(url("roster-fill"), {"week": "2026-W12", "source": template.pk})
    assert len(looked.context["coming"]) == 2
    assert not Shift.objects.exists()
    given = {"week": "2026-W12", "source": template.pk}
    assert leader.post(url("roster-fill"), given)["Location"].endswith("?week=2026-W12")
    assert leader.post(url("roster-fill"), given).status_code == 302
    assert Shift.objects.count() == 2
    assert leader.post(url("roster-publish"), {"week": "2026-W12"}).status_code == 302
    assert set(Shift.objects.values_list("state", flat=True)) == {State.PUBLISHED}
    assert leader.post(url("roster-fill"), {"week": "2026-W12", "source": "999"}).status_code == 422
    assert leader.get(url("roster-fill"), {"week": "2026-W12", "source": "999"}).status_code == 422


def test_templates_are_made_changed_and_dropped(cast, browser, now):
    template, leader = weeks.template(cast), browser(cast.jin)
    line = {"route": template.lines.get().route_id, "weekdays": [6, 7], "starts": "20:00", "ends": "23:00",
            "people": [cast.wang.pk]}
    assert leader.post(url("template-add", template.pk), line).status_code == 302
    assert template.lines.count() == 3
    assert leader.post(url("template-add", template.pk), line).status_code == 422
    assert leader.post(url("template-add", template.pk), {**line, "weekdays": []}).status_code == 422
    assert leader.post(url("template-line", template.pk), {"line": template.lines.last().pk}).status_code == 302
    assert leader.post(url("template-line", template.pk), {"line": "x"}).status_code == 302
    assert template.lines.count() == 2
    assert leader.post(url("template-new"), {"name": "平常周", "area": cast.town.pk}).status_code == 422
    assert leader.post(url("template-drop", template.pk)).status_code == 302
    assert leader.get(template.get_absolute_url()).status_code == 404


def test_a_week_is_kept_as_a_template_once(cast, browser, now):
    patrols.shift(cast)
    leader, given = browser(cast.jin), {"week": "2026-W11", "name": "汛期"}
    assert leader.post(url("roster-keep"), given).status_code == 302
    again = leader.post(url("roster-keep"), given)
    assert again.status_code == 422
    assert "汛期" in text(again)


def test_a_swap_on_three_phones(cast, browser, now):
    shift = patrols.shift(cast, starts_at=START + DAY, ends_at=END + DAY)
    hong, wang, jin = browser(cast.hong), browser(cast.wang), browser(cast.jin)
    given = {"taker": cast.wang.pk, "reason": "家中有事", "uuid": PLAN["uuid"]}
    for _again in range(2):
        assert hong.post(url("swap-ask", shift.pk), given).status_code == 302
    swap = shift.swaps.get()
    assert wang.get(shift.get_absolute_url()).status_code == 404  # not theirs yet
    assert "家中有事" in text(wang.get(swap.get_absolute_url()))
    assert browser(cast.li).get(swap.get_absolute_url()).status_code == 404
    assert hong.post(url("swap-agree", swap.pk)).status_code == 409  # nobody agrees for the other
    assert jin.post(url("swap-grant", swap.pk)).status_code == 409
    assert wang.post(url("swap-agree", swap.pk)).status_code == 302
    assert hong.post(url("swap-grant", swap.pk)).status_code == 403
    assert jin.post(url("swap-grant", swap.pk)).status_code == 302
    assert wang.get(shift.get_absolute_url()).status_code == 200
    assert hong.get(shift.get_absolute_url()).status_code == 404


def test_what_the_roster_refuses_stands_on_the_page_of_the_swap(cast, browser, now):
    weeks.rule()
    swap = agreed(cast, patrols.shift(cast, starts_at=START + DAY, ends_at=END + DAY))
    patrols.planned(cast, route=patrols.route(cast, "别线"), people=[cast.wang], starts_at=END + DAY,
                    ends_at=END + DAY + timedelta(hours=1))
    answer = browser(cast.jin).post(url("swap-grant", swap.pk))
    assert answer.status_code == 422
    assert "王网格" in text(answer)
    assert browser(cast.jin).post(url("swap-refuse", swap.pk), {"answer": ""}).status_code == 422


def test_desks_say_what_waits(cast, browser, now):
    shift = patrols.shift(cast)  # from nine; it is half past
    later = patrols.shift(cast, route=patrols.route(cast, "晚线"), starts_at=START + DAY, ends_at=END + DAY)
    patrols.planned(cast, route=patrols.route(cast, "夜线"), starts_at=START + 2 * DAY, ends_at=END + 2 * DAY)
    actions.watch(now)
    agreed(cast, later)
    leader = text(browser(cast.jin).get("/"))
    for words in ("正在出问题的巡逻", shift.number, "待批准的换班", "未发布的班次"):
        assert words in leader
    assert "无人处置的巡逻" not in text(browser(cast.sun).get("/"))
    actions.watch(now + timedelta(minutes=15))
    assert "无人处置的巡逻" in text(browser(cast.sun).get("/"))


def test_who_is_asked_sees_it_on_the_desk(cast, browser, now):
    asked(cast, patrols.shift(cast, starts_at=START + DAY, ends_at=END + DAY))
    assert "请您代班的班次" in text(browser(cast.wang).get("/"))


def test_lists_of_shifts(cast, browser, now):
    shift = patrols.shift(cast)
    for person, tab, is_there in (("jin", "today", True), ("hong", "today", True), ("wang", "today", False),
                                  ("lu", "today", False), ("chen", "all", True), ("jin", "coming", False),
                                  ("jin", "missed", False)):
        page = text(browser(getattr(cast, person)).get(url("shift-list"), {"tab": tab}))
        assert (shift.number in page) is is_there, (person, tab)
    assert browser(cast.jin).get(url("shift-list"), {"tab": "x"}).status_code == 400
    assert browser(cast.jin).get(url("shift-list"), {"start": "x"}).status_code == 422
    narrowed = {"route": shift.route_id, "end": "2026-03-11"}
    assert shift.number in text(browser(cast.jin).get(url("shift-list"), narrowed))
    assert shift.number not in text(browser(cast.jin).get(url("shift-list"), {**narrowed, "area": cast.community.code}))


def test_the_api_gives_what_the_page_shows(cast, browser, now):
    shift = patrols.shift(cast)
    answer = browser(cast.jin).get("/api/v1/patrol/shifts/").json()["results"]
    assert [(one["number"], one["people"], len(one["stops"])) for one in answer] == [(shift.number, ["洪袖套"], 2)]
    assert browser(cast.jin).get(f"/api/v1/patrol/shifts/{shift.pk}/").json()["state"] == "published"
    assert browser(cast.lu).get(f"/api/v1/patrol/shifts/{shift.pk}/").status_code == 404
    assert len(browser(cast.jin).get("/api/v1/patrol/routes/").json()["results"][0]["stops"]) == 2
    assert browser(cast.lu).get(f"/api/v1/patrol/routes/{shift.route_id}/").status_code == 404


def test_a_granted_swap_stands_in_the_list_of_both(cast, browser, now):
    swap = swaps.grant(agreed(cast, patrols.shift(cast, starts_at=START + DAY, ends_at=END + DAY)), by=cast.jin, at=now)
    for person in ("hong", "wang", "jin"):
        assert swap.number in text(browser(getattr(cast, person)).get(url("swap-list"), {"all": 1}))
        assert swap.number not in text(browser(getattr(cast, person)).get(url("swap-list")))
