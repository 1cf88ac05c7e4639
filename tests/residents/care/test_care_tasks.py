"""A grid worker sees an errand at a door, and nothing of a need."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from residents.care import actions
from residents.care.models import CareTask
from shuangliu import audit
from shuangliu.protection import looks

from .story import NEED


def test_the_page_tells_door_and_masked_name_alone(caring, cast, browser):
    task = caring.task()
    page = browser(cast.wang).get(task.get_absolute_url()).content.decode()
    assert "棠湖小区3栋2单元501" in page
    assert "罗**" in page
    for secret in ("罗永贵", NEED, "补贴", "13800001234", task.referral.number, "民政"):
        assert secret not in page.replace(cast.min.name, ""), secret
    assert audit.history(task).filter(verb="care-task.opened", actor_id=cast.wang.pk).exists()
    assert [seen.entry.verb for seen in looks.of(caring.luo())] == ["care-task.opened"]


def test_only_the_worker_asked_sees_it(caring, cast, browser):
    task = caring.task()
    for who in (cast.li,):
        assert browser(who).get(task.get_absolute_url()).status_code == 404
    assert browser(cast.wang).get(task.referral.get_absolute_url()).status_code == 403


def test_a_door_of_which_only_the_community_is_known(caring, cast, browser):
    task = caring.task(caring.referral("accepted", name="张三丰", area=cast.community, address="白鹤村4组12号"))
    assert browser(cast.wang).get(task.get_absolute_url()).status_code == 200


def test_said_from_a_list_and_the_door_is_forgotten(caring, cast, browser):
    task = caring.task()
    wang = browser(cast.wang)
    assert wang.post(task.get_absolute_url(), {"done": "其他"}).status_code == 422
    assert wang.post(task.get_absolute_url(), {"done": "done"}).status_code == 302
    task.refresh_from_db()
    assert (task.done, task.address) == ("done", "")
    assert not actions.report(task, by=cast.wang, at=caring.at, done="nobody")
    assert [move.act for move in task.referral.moves.all()][-2:] == ["assign", "report"]
    caring.at += timedelta(days=1)


def test_without_a_door_or_by_a_worker_of_elsewhere_it_is_refused(caring, cast):
    with pytest.raises(ValidationError):
        caring.task(caring.referral("accepted", name="张三丰"))
    with pytest.raises(ValidationError):
        caring.task(worker=cast.zhao)
    with pytest.raises(ValidationError):
        caring.task(due_on=caring.today - timedelta(days=1))
    assert not CareTask.objects.exists()


def test_it_stands_on_the_desk_of_the_worker(caring, cast, browser):
    caring.task()
    piles = browser(cast.wang).get(reverse("desk")).context["piles"]
    assert [row.title for pile in piles for row in pile.rows] == ["送达表格"]
