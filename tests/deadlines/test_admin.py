"""Special days are edited in the admin and leave a trace; clocks are only looked at."""

import pytest
from django.urls import reverse

from shuangliu.accounts.models import User
from shuangliu.audit.models import Entry
from shuangliu.deadlines.models import SpecialDay
from tests.deadlines.story import at, start


@pytest.fixture
def admin(db, browser):
    return browser(User.objects.create_superuser("root", "a-long-password", name="管理员"))


def test_a_special_day_is_added_changed_and_removed(admin):
    day = {"date": "2027-10-01", "name": "国庆节"}
    admin.post(reverse("admin:deadlines_specialday_add"), day)
    added = SpecialDay.objects.get()
    admin.post(reverse("admin:deadlines_specialday_change", args=[added.pk]), day | {"is_working": "on"})
    assert SpecialDay.objects.get().is_working
    admin.post(reverse("admin:deadlines_specialday_changelist"),
               {"action": "delete_selected", "_selected_action": [added.pk], "post": "yes"})
    assert not SpecialDay.objects.exists()
    entries = Entry.objects.filter(matter_type="deadlines.specialday").order_by("id")
    assert [entry.verb for entry in entries] == ["special-day.set", "special-day.set", "special-day.removed"]


def test_the_list_says_which_year_is_missing(admin, time_machine):
    time_machine.move_to(at("2026-11-23 12:00"))
    assert "2027 年的节假日安排尚未录入" in admin.get(reverse("admin:deadlines_specialday_changelist")).text


def test_a_clock_cannot_be_moved_by_hand(admin, matter):
    clock = start(matter)
    url = reverse("admin:deadlines_deadline_change", args=[clock.pk])
    assert "4 个工作小时" in admin.get(reverse("admin:deadlines_deadline_changelist")).text
    assert admin.get(url).status_code == 200
    assert admin.post(url, {"amount": 40}).status_code == 403
    assert admin.get(reverse("admin:deadlines_deadline_add")).status_code == 403
    delete = reverse("admin:deadlines_deadline_delete", args=[clock.pk])
    assert admin.post(delete, {"post": "yes"}).status_code == 403
