"""The admin keeps the network; of a case it shows the outline, read-only."""

import pytest

from mediation.models import Case, Mediator
from shuangliu.accounts.models import User
from tests.mediation.story import agreed


@pytest.fixture
def admin(db, browser):
    return browser(User.objects.create_superuser("root", password=None, name="管理员", must_change_password=False))


def test_a_case_shows_no_content(admin, story):
    case = agreed(story.cast)
    text = admin.get(f"/admin/mediation/case/{case.pk}/change/").text
    assert case.number in text
    for secret in [case.title, case.summary, case.place, case.round.agreement, "张"]:
        assert secret not in text, secret
    assert case.title not in admin.get("/admin/mediation/case/").text


def test_states_are_read_only(admin, story):
    case = agreed(story.cast)
    assert admin.post(f"/admin/mediation/case/{case.pk}/change/", {"state": "registered"}).status_code == 403
    assert admin.get("/admin/mediation/case/add/").status_code == 403
    assert admin.post(f"/admin/mediation/case/{case.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Case.objects.get(pk=case.pk).state == "agreed"


def test_parties_and_sessions_are_not_in_the_admin(admin, story):
    assert admin.get("/admin/mediation/party/").status_code == 404
    assert admin.get("/admin/mediation/session/").status_code == 404


def test_a_mediator_can_be_taken_out_of_service(admin, story):
    feng = story.net.feng
    url = f"/admin/mediation/mediator/{feng.pk}/change/"
    sent = {"user": feng.user_id, "name": feng.name, "org": feng.org_id, "rank": "expert", "skills": "邻里"}
    assert admin.post(url, sent).status_code == 302
    feng.refresh_from_db()
    assert (feng.rank, feng.is_active) == ("expert", False)
    assert Mediator.objects.active().filter(pk=feng.pk).count() == 0
