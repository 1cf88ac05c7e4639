"""The door: what no rule opens stays shut, and what was typed before it shut is kept."""

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from shuangliu.pages import unsent
from shuangliu.pages.access import ANYONE, allows
from shuangliu.urls import urlpatterns as the_real_ones


def unstated(request):
    return HttpResponse("open")


@allows("incident.report")
@require_http_methods(["GET", "POST"])
def form(request):
    kept = unsent.take(request)
    return HttpResponse(kept["text"] if kept else "empty")


@allows(ANYONE)
def public(request):
    return HttpResponse("public")


urlpatterns = [
    path("t/unstated/", unstated),
    path("t/form/", form),
    path("t/other/", form),
    path("t/public/", public),
    *the_real_ones,
]


@pytest.fixture(autouse=True)
def _mounted():
    with override_settings(ROOT_URLCONF="tests.grids.test_access"):
        yield


@pytest.mark.parametrize("who", [None, "wang", "chen"])
def test_a_view_without_a_rule_is_shut_for_everybody(cast, browser, who):
    assert browser(getattr(cast, who) if who else None).get("/t/unstated/").status_code == 403


def test_anyone_means_anyone(cast, browser):
    assert browser().get("/t/public/").content == b"public"


def test_a_right_held_nowhere_is_refused(cast, browser):
    assert browser(cast.wang).get("/t/form/").status_code == 200
    assert browser(cast.he).get("/t/form/").status_code == 403


@pytest.fixture
def ended(cast, browser):
    """Wang's browser after his session has ended."""
    client = browser(cast.wang)
    client.get("/t/form/")
    del client.cookies["sessionid"]
    return client


def sign_in(client, user):
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")


def test_what_was_typed_survives_the_end_of_the_session(cast, ended):
    client = ended
    sent = client.post("/t/form/", {"text": "路灯不亮 🚧 𡐓", "csrfmiddlewaretoken": "x"})
    assert sent["Location"] == reverse("accounts:login") + "?next=/t/form/"
    sign_in(client, cast.wang)
    assert client.get("/t/form/").content.decode() == "路灯不亮 🚧 𡐓"
    # Once: the next visit starts afresh.
    assert client.get("/t/form/").content == b"empty"


@pytest.mark.parametrize(("typed", "found"), [("记" * 10_000, "记" * 10_000), ("记" * 21_000, "empty")])
def test_a_long_record_is_kept_and_a_flood_is_not(cast, ended, typed, found):
    ended.post("/t/form/", {"text": typed})
    sign_in(ended, cast.wang)
    assert ended.get("/t/form/").content.decode() == found


def test_only_the_page_it_was_typed_on_gets_it_back(cast, ended):
    ended.post("/t/other/", {"text": "x"})
    ended.post("/t/form/", {"text": "x" * 30_000})
    sign_in(ended, cast.wang)
    assert ended.get("/t/form/").content == b"empty"


def test_nobody_else_at_the_same_computer_gets_it(cast, ended):
    ended.post("/t/form/", {"text": "秘密"})
    sign_in(ended, cast.li)
    assert ended.get("/t/form/").content == b"empty"


def test_the_session_holds_no_text_in_clear(cast, ended):
    ended.post("/t/form/", {"text": "11010519491231002X"})
    assert "11010519491231002X" not in str(dict(ended.session))
