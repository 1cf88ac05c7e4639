"""Error pages say in Chinese what is wrong and what to do, and need nothing that may be broken."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.template.loader import render_to_string
from django.test import override_settings
from django.urls import path
from django.utils.translation import override

from shuangliu.pages.access import ANYONE, allows
from shuangliu.pages.conflict import Conflict

FAILURES = {
    "bad": (SuspiciousOperation(), 400, "无法识别这次请求"),
    "denied": (PermissionDenied(), 403, "您的岗位没有这项权限"),
    "absent": (Http404(), 404, "没有找到您要的内容"),
    "moved": (Conflict("该事项已由赵敏受理。"), 409, "该事项已由赵敏受理。"),
    "broken": (ZeroDivisionError(), 500, "系统出现故障"),
}


@allows(ANYONE)
def fail(request, kind):
    raise FAILURES[kind][0]


urlpatterns = [path("<kind>/", fail)]


@pytest.mark.parametrize("kind", FAILURES)
@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.django_db
def test_page(client, kind):
    client.raise_request_exception = False
    response = client.get(f"/{kind}/")
    _, status, sentence = FAILURES[kind]
    page = response.content.decode()
    assert response.status_code == status
    assert sentence in page
    assert f"请求编号 {response['X-Request-Number']}" in page


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.django_db
def test_conflict_gives_back_what_was_typed(client):
    page = client.post("/moved/", {"note": "现场已围挡 <b>", "uuid": "1"}).content.decode()
    assert "现场已围挡 &lt;b&gt;" in page
    assert page.count("<textarea") == 1


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.django_db
def test_page_in_english_says_that_it_is(client):
    with override("zh-hans"):  # and after the request as before it
        page = client.get("/absent/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="en">' in page
    assert "There is nothing here for you" in page


def test_broken_page_needs_no_database_and_no_request():
    assert "系统出现故障" in render_to_string("500.html")
    assert "提交的内容过大" in render_to_string("413.html")
