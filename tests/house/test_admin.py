"""The admin: for staff only, every list opens, nothing that tells the past can be deleted."""

import pytest
from django.contrib import admin
from django.urls import reverse

from grids.models import Area, Post
from shuangliu.accounts.models import User
from shuangliu.audit.models import Entry

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
# What is told and never taken back: closed or ended instead of deleted.
KEPT = ["accounts.User", "audit.Entry", "grids.Area", "incidents.Incident", "mediation.Case", "deadlines.Deadline",
        "notices.Channel", "notices.Message"]


@pytest.fixture
def boss(cast):
    user = User.objects.create_superuser("boss", "a long password 9", name="系统管理员")
    cast.people["boss"] = user
    return user


def page(model, name: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


@pytest.mark.parametrize("who", [None, "wang", "chen", "he"])
def test_nobody_without_staff_gets_in(cast, browser, who):
    response = browser(getattr(cast, who) if who else None).get(reverse("admin:index"))
    assert response.status_code == 302


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_list_and_form_opens(model, boss, browser, now):
    client = browser(boss)
    assert client.get(page(model, "changelist")).status_code == 200
    add = client.get(page(model, "add")).status_code
    assert add in {200, 403}
    if row := model._default_manager.first():
        assert client.get(page(model, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("label", KEPT)
def test_the_past_is_not_deleted(label, boss, rf):
    request = rf.get("/")
    request.user = boss
    model_admin = next(site for model, site in admin.site._registry.items() if model._meta.label == label)
    assert not model_admin.has_delete_permission(request)


def test_what_is_done_in_the_admin_is_recorded(boss, cast, browser):
    client = browser(boss)
    given = {"user": cast.nobody.pk, "role": "workstation", "area": cast.community.pk, "valid_from": "2026-03-01"}
    client.post(page(Post, "add"), given)
    post = Post.objects.get(user=cast.nobody)
    client.post(page(Post, "change", post.pk), {**given, "valid_to": "2026-04-01"})
    client.post(page(Post, "delete", post.pk), {"post": "yes"})
    entries = Entry.objects.filter(verb__startswith="admin.").order_by("id")
    assert [entry.verb for entry in entries] == ["admin.added", "admin.changed", "admin.deleted"]
    assert {(entry.actor_id, entry.detail["model"], entry.detail["key"]) for entry in entries} == {
        (boss.pk, "grids.post", str(post.pk))}
    assert "2026" not in str([entry.detail for entry in entries])


def test_a_password_set_for_somebody_must_be_changed(boss, cast, browser):
    secret = "another long password 9"
    browser(boss).post(reverse("admin:auth_user_password_change", args=[cast.wang.pk]),
                       {"password1": secret, "password2": secret, "usable_password": "true"})
    cast.wang.refresh_from_db()
    assert cast.wang.check_password(secret)
    assert cast.wang.must_change_password


def test_the_code_of_an_area_is_not_edited(boss, cast, browser):
    response = browser(boss).get(page(Area, "change", cast.town.pk))
    assert not {"code", "level", "parent"} & set(response.context["adminform"].form.fields)
