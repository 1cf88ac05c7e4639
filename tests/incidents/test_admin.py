"""The admin keeps categories and limits, on record; incidents it only shows."""

import pytest
from django.urls import reverse

from incidents.models import Category, StageLimit
from shuangliu.accounts.models import User
from shuangliu.audit.models import Entry


@pytest.fixture
def admin(browser, db):
    user = User(username="root", name="系统管理员", is_staff=True, is_superuser=True, must_change_password=False)
    user.set_unusable_password()
    user.save()
    return browser(user)


def test_a_limit_is_changed_on_record(admin):
    limit = StageLimit.objects.create(stage="accept", amount=4, unit="work_hours")
    url = reverse("admin:incidents_stagelimit_change", args=[limit.pk])
    admin.post(url, {"stage": "accept", "amount": "2", "unit": "natural_hours"})
    limit.refresh_from_db()
    assert (limit.amount, limit.unit) == (2, "natural_hours")
    entry = Entry.objects.get(verb="stage-limit.set")
    assert entry.detail["changed"] == {"amount": "2", "unit": "natural_hours"}


@pytest.mark.parametrize("amount", ["0", "1.5", "-1", "viel"])
def test_a_limit_that_cannot_be_is_refused_at_its_field(admin, amount):
    url = reverse("admin:incidents_stagelimit_add")
    answer = admin.post(url, {"stage": "check", "amount": amount, "unit": "working_days"})
    assert answer.status_code == 200
    assert "amount" in answer.context["adminform"].form.errors
    assert not StageLimit.objects.exists()


def test_a_category_is_retired_not_deleted(admin, kinds):
    kind = kinds["E01-01"]
    assert admin.get(reverse("admin:incidents_category_changelist")).status_code == 200
    assert admin.get(reverse("admin:incidents_category_delete", args=[kind.pk])).status_code == 403
    assert Category.objects.filter(pk=kind.pk).exists()


def test_incidents_are_only_looked_at(admin, story):
    incident = story.tell("assigned")
    url = reverse("admin:incidents_incident_change", args=[incident.pk])
    assert admin.get(url).status_code == 200
    assert admin.get(reverse("admin:incidents_incident_changelist"), {"q": str(incident.pk)}).status_code == 200
    assert admin.post(url, {"state": "closed"}).status_code == 403
    incident.refresh_from_db()
    assert incident.state == "assigned"
