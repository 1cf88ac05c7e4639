"""Whether it has been reported already, asked while somebody types."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from rest_framework.test import APIClient

from incidents import actions
from incidents.models import Incident
from incidents.similar import METRES, MOST, OFTEN, similar
from shuangliu import attachments
from shuangliu.attachments.models import Role
from shuangliu.pages.conflict import Conflict
from tests.attachments.images import photo
from tests.cast import HERE, NEXT_DOOR

from .story import DISPUTE, PIPE, RUBBISH, sent_report

URL = reverse("incidents:incident-similar")
METRE = 1 / 111_320  # degrees of latitude


def north(metres, of=HERE):
    return SimpleNamespace(longitude=of.longitude, latitude=of.latitude + metres * METRE)


def found(story, who="wang", kind=RUBBISH, point=HERE, text="", **more):
    user = getattr(story.cast, who)
    return similar(user, story.at, category=story.kinds[kind], longitude=point.longitude, latitude=point.latitude,
                   text=text, **more)


def test_the_same_kind_nearby_with_its_distance(story):
    incident = story.report(point=north(30))
    story.report(point=north(METRES + 20))
    one, = found(story)
    assert (one.pk, one.metres, one.distance, one.category, one.state) == (
        incident.pk, 30, "30 米", "暴露垃圾", "待受理")


def test_nearer_and_liker_ones_first(story):
    far = story.report(point=north(100), description="路边一堆建筑垃圾没人收")
    near = story.report(point=north(20), description="绿化带里有动物尸体")
    assert [one.pk for one in found(story)] == [near.pk, far.pk]
    assert [one.pk for one in found(story, text="路边一堆建筑垃圾")] == [far.pk, near.pk]


def test_of_another_group_only_what_says_the_same(story):
    leak = story.report(kind=PIPE, point=north(10), description="桥头自来水管破裂，路面积水")
    same = story.report(point=north(90))
    assert [one.pk for one in found(story, text="井盖坏了")] == [same.pk]
    assert [one.pk for one in found(story, text="桥头水管破裂路面积水")] == [same.pk, leak.pk]


def test_what_is_over_or_old_is_not_shown(story, now):
    story.tell("evaluated", point=north(10))
    closed = story.tell("closed", point=north(20))
    old = story.report(point=north(30))
    Incident.objects.filter(pk=old.pk).update(reported_at=now - timedelta(days=31))
    one, = found(story)
    assert (one.pk, one.is_open) == (closed.pk, False)


def test_at_most_five_and_never_itself(story):
    rows = [story.report(point=north(10 * n)) for n in range(MOST + 3)]
    assert [one.pk for one in found(story)] == [row.pk for row in rows[:MOST]]
    assert rows[0].pk not in [one.pk for one in found(story, besides=rows[0].pk)]


def test_the_category_says_how_far(story):
    story.report(point=north(200))
    assert found(story) == []
    category = story.kinds[RUBBISH]
    category.parent.nearby = 300
    category.parent.save()
    assert len(found(story)) == 1
    category.nearby = 50
    category.save()
    assert found(story) == []


def test_east_is_measured_like_north(story):
    """A degree of longitude is shorter: 0.001 degrees are 96 metres at this latitude."""
    story.report(point=SimpleNamespace(longitude=HERE.longitude + 0.001, latitude=HERE.latitude))
    one, = found(story)
    assert one.metres == 100


def of_the_street(category):
    category.parent.nearby = METRES
    category.parent.save()


def test_what_is_no_matter_of_the_street_is_nobodys_business(story, browser):
    """A quarrel next door is not told to who may not open it, nor joined by its key."""
    quarrel = story.report(by=story.cast.li, point=NEXT_DOOR, kind=DISPUTE, description="夫妻吵架")
    assert found(story, kind=DISPUTE, point=NEXT_DOOR) == []
    assert [one.pk for one in found(story, who="li", kind=DISPUTE, point=NEXT_DOOR)] == [quarrel.pk]
    sent = sent_report(category=DISPUTE, longitude=NEXT_DOOR.longitude, latitude=NEXT_DOOR.latitude, joins=quarrel.pk)
    assert browser(story.cast.wang).post(reverse("incidents:incident-new"), sent).status_code == 422
    assert browser(story.cast.li).post(reverse("incidents:incident-new"), sent).status_code == 302


def test_of_a_foreign_grid_no_word_and_no_photo(story):
    of_the_street(story.kinds[RUBBISH])
    incident = story.report(by=story.cast.li, point=NEXT_DOOR, description="王某家门口堆放垃圾")
    attachments.stage(incident.uuid, photo(), Role.REPORT, story.cast.li)
    attachments.claim(incident.uuid, incident, by=story.cast.li)
    foreign, = found(story, point=north(10, of=NEXT_DOOR))
    assert (foreign.text, foreign.url, foreign.number, foreign.photo) == ("", "", "", "")
    assert (foreign.metres, foreign.category) == (10, "暴露垃圾")
    own, = found(story, who="li", point=NEXT_DOOR)
    assert (own.text, own.number, bool(own.photo)) == ("王某家门口堆放垃圾", incident.number, True)


def test_the_page_answers_with_a_piece_of_html(story, phone):
    incident = story.report(point=north(30), description="<b>垃圾</b>")
    asked = {"category": RUBBISH, "longitude": HERE.longitude, "latitude": HERE.latitude, "text": "垃圾"}
    for answer in (phone.get(URL, asked), phone.post(URL, asked)):
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "30 米" in page
        assert "&lt;b&gt;垃圾" in page
        assert f'name="joins" value="{incident.pk}"' in page
        assert "<html" not in page


def test_json_when_asked(story, phone):
    incident = story.report(point=north(30))
    asked = {"longitude": HERE.longitude, "latitude": HERE.latitude, "category": RUBBISH}
    answer = phone.post(URL, asked, headers={"accept": "application/json"}).json()
    assert [(one["pk"], one["metres"]) for one in answer["results"]] == [(incident.pk, 30)]


@pytest.mark.parametrize("asked", [{}, {"longitude": "x", "latitude": 1}, {"longitude": 999, "latitude": 1},
                                   {"longitude": 1, "latitude": 1, "category": "X"}])
def test_without_a_point_there_is_nothing_to_say(phone, asked):
    answer = phone.post(URL, asked)
    assert (answer.status_code, answer.content.strip()) == (422, b"")


def test_at_the_pole_nobody_divides_by_nothing(story):
    assert found(story, point=SimpleNamespace(longitude=0, latitude=90)) == []


def test_applications_ask_too(story):
    incident = story.report(point=north(30))
    client = APIClient()
    client.force_authenticate(story.cast.wang)
    answer = client.post(reverse("api:incident-similar"), {
        "category": RUBBISH, "longitude": HERE.longitude, "latitude": HERE.latitude, "text": "垃圾"}, format="json")
    assert [one["pk"] for one in answer.json()] == [incident.pk]
    assert client.post(reverse("api:incident-similar"), {}, format="json").status_code == 400


def test_five_cost_no_more_than_one(story):
    story.report(point=north(10))
    with CaptureQueriesContext(connection) as one:
        found(story)
    for n in range(4):
        story.report(point=north(10 + n))
    with CaptureQueriesContext(connection) as five:
        found(story)
    assert len(five) == len(one)


def joined(phone, into, **more):
    return phone.post(reverse("incidents:incident-new"), sent_report(joins=into.pk, **more), follow=True)


def test_one_tap_joins_and_tells_the_number_that_goes_on(story, phone):
    main = story.report(point=north(30))
    answer = joined(phone, main, photos=[photo()])
    mine = Incident.objects.latest("pk")
    assert (mine.state, mine.merged_into) == ("merged", main)
    assert attachments.of(mine).count() == 1
    assert [move.act for move in mine.line] == ["report", "merge"]
    assert f"并入 {main.number} 继续办理" in answer.content.decode()


def test_its_receipt_names_the_number_that_goes_on_too(story, phone):
    main = story.report(point=north(30))
    sent = sent_report(joins=main.pk)
    said = [phone.post(reverse("incidents:incident-new"), sent, headers={"Accept": "application/json"}).json()
            for _ in range(2)]
    assert [(one["goes_on_as"], one["is_new"]) for one in said] == [(main.number, True), (main.number, False)]


def test_sent_twice_it_joins_once(story, phone):
    main, sent = story.report(point=north(30)), sent_report()
    for _ in range(2):
        phone.post(reverse("incidents:incident-new"), {**sent, "joins": main.pk})
    assert main.merged.count() == 1


def test_a_worker_may_join_what_lies_in_the_next_grid(story, phone):
    of_the_street(story.kinds[RUBBISH])
    main = story.report(by=story.cast.li, point=NEXT_DOOR)
    answer = joined(phone, main, longitude=NEXT_DOOR.longitude, latitude=NEXT_DOOR.latitude + 20 * METRE)
    assert main.merged.count() == 1
    assert main.number in answer.content.decode()
    assert phone.get(main.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("case", ["far", "over", "unknown", "without a point"])
def test_what_was_not_shown_cannot_be_joined(story, phone, case):
    main = story.tell("closed" if case == "over" else "reported", point=north(2000 if case == "far" else 30))
    if case == "unknown":
        main.pk = 999
    point = {"longitude": "", "latitude": ""} if case == "without a point" else {}
    answer = phone.post(reverse("incidents:incident-new"), sent_report(joins=main.pk, description="我写的话", **point))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "请单独提交上报" in page
    assert "我写的话" in page
    assert Incident.objects.count() == 1


def test_merged_meanwhile_nothing_is_half_written(story):
    main, other = story.report(point=north(30)), story.report(point=north(40))
    actions.merge(main, by=story.cast.zhao, at=story.later(), into=other)
    with pytest.raises(Conflict):
        story.report(joins=main)
    assert Incident.objects.count() == 2


def test_applications_join_too(story):
    main = story.report(point=north(30))
    client = APIClient()
    client.force_authenticate(story.cast.wang)
    answer = client.post(reverse("api:incident-list"), sent_report(joins=main.pk), format="json")
    assert (answer.status_code, answer.json()["merged_into"]) == (201, main.number)


def test_the_desk_sees_duplicates_with_a_prefilled_way_to_merge(story, browser):
    old, new = story.report(point=north(30)), story.report()
    zhao = browser(story.cast.zhao)
    page = zhao.get(new.get_absolute_url()).content.decode()
    link = f"{reverse('incidents:incident-merge', args=[new.pk])}?into={old.number}"
    assert "附近类似事件" in page
    assert link in page
    assert f'value="{old.number}"' in zhao.get(link).content.decode()
    assert "附近类似事件" not in browser(story.cast.wang).get(new.get_absolute_url()).content.decode()
    actions.accept(new, by=story.cast.zhao, at=story.later())
    assert "附近类似事件" not in zhao.get(new.get_absolute_url()).content.decode()


def test_who_asks_too_often_is_told_kindly_when_to_ask_again(phone, story, now):
    asked = {"longitude": HERE.longitude, "latitude": HERE.latitude}
    story.report()
    for _ in range(OFTEN):
        assert phone.post(URL, asked).status_code == 200
    answer = phone.post(URL, asked)
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "请继续填写" in answer.content.decode()
    said = phone.post(URL, asked, headers={"Accept": "application/json"})
    assert (said.status_code, list(said.json())) == (429, ["detail"])
    assert phone.post("/api/v1/incidents/similar/", asked, content_type="application/json")["Retry-After"] == "60"
    with time_machine.travel(now + timedelta(minutes=1), tick=False):
        assert phone.post(URL, asked).status_code == 200


def test_one_who_asks_often_hinders_nobody_else(phone, browser, story, now):
    asked = {"longitude": HERE.longitude, "latitude": HERE.latitude}
    for _ in range(OFTEN + 1):
        phone.post(URL, asked)
    assert browser(story.cast.li).post(URL, asked).status_code == 200
