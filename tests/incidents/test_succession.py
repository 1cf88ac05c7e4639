"""Somebody leaves: their post and what they have signed for pass to the successor in one act."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from grids.models import Post
from grids.roles import Role
from grids.successions import actions as successions
from grids.successions.actions import PostMoved
from grids.successions.models import Succession
from incidents import actions
from incidents.models import Incident
from shuangliu import audit
from shuangliu.accounts.models import User
from tests.conftest import NOW

TODAY = NOW.date()
LATER = TODAY + timedelta(days=10)


def post_of(user) -> Post:
    return Post.objects.select_related("area", "user", "department").get(user=user, valid_to=None)


def hand_over(leaver, successor, by, *, first_day=TODAY) -> Succession:
    return successions.hand_over(post_of(leaver), by=by, at=NOW, successor=successor, first_day=first_day,
                                 reason="调离")


@pytest.fixture
def hu(db) -> User:
    """Hu is new in the office of urban management."""
    return User.objects.create(username="hu", name="胡接任")


def test_post_and_matters_pass_in_one_act(story, hu):
    cast = story.cast
    mine, answered = story.tell("in_progress"), story.tell("resolved")
    untouched, ended = story.tell("assigned"), story.tell("closed")
    succession = hand_over(cast.guo, hu, cast.sun)
    for incident, handler in ((mine, hu), (answered, hu), (untouched, None), (ended, cast.guo)):
        incident.refresh_from_db()
        assert incident.handler == handler
    assert (succession.passed, succession.kept) == (2, 0)
    assert Post.objects.get(user=cast.guo).valid_to == TODAY - timedelta(days=1)
    new = post_of(hu)
    assert (new.role, new.department, new.valid_from) == (
        Role.DEPT_HANDLER, cast.departments["dongsheng-urban-management"], TODAY)


def test_each_matter_says_so(story, hu):
    incident = story.tell("in_progress")
    hand_over(story.cast.guo, hu, story.cast.sun)
    move = incident.moves.last()
    assert (move.act, move.by, move.note) == ("hand-over", story.cast.sun, "郭执法移交给胡接任")
    assert [entry.verb for entry in audit.history(incident)][-1] == "incident.handed-over"
    assert [entry.verb for entry in audit.history(Post.objects.get(user=story.cast.guo))] == [
        "post.handed-over", "post.passed-on"]


def test_the_successor_goes_on_and_cannot_check(story, hu):
    incident = story.tell("in_progress")
    hand_over(story.cast.guo, hu, story.cast.sun)
    incident.refresh_from_db()
    actions.resolve(incident, by=hu, at=story.later(), reply="已清运")
    with pytest.raises(PermissionDenied):
        actions.verify(incident, by=hu, at=story.later())
    story.verified(incident)


def test_what_the_successor_has_checked_stays(story):
    """Wang checked it; it came to be handled again, and Wang shall take over from Guo."""
    cast, incident = story.cast, story.tell("verified")
    Incident.objects.filter(pk=incident.pk).update(state="in_progress", resolved_by=None, resolved_at=None)
    other = story.tell("in_progress")
    succession = hand_over(cast.guo, cast.wang, cast.sun)
    incident.refresh_from_db(), other.refresh_from_db()
    assert (succession.passed, succession.kept) == (1, 1)
    assert (incident.handler, other.handler) == (cast.guo, cast.wang)


def test_a_desk_passes_what_no_department_has_in_its_own_area(story, hu):
    cast = story.cast
    own = story.tell("accepted")
    actions.assign(own, by=cast.zhao, at=story.later(), department=None)
    actions.sign(own, by=cast.zhao, at=story.later())
    theirs = story.tell("in_progress")
    assert hand_over(cast.zhao, hu, cast.sun).passed == 1
    own.refresh_from_db(), theirs.refresh_from_db()
    assert (own.handler, theirs.handler) == (hu, cast.guo)


def test_later_the_post_is_dated_at_once_and_the_matters_wait(story, hu):
    incident = story.tell("in_progress")
    succession = hand_over(story.cast.guo, hu, story.cast.sun, first_day=LATER)
    assert (succession.done_at, post_of(hu).valid_from) == (None, LATER)
    assert not successions.carry_out_due(NOW + timedelta(days=9))
    assert successions.carry_out_due(NOW + timedelta(days=10))["passed"] == 1
    assert not successions.carry_out_due(NOW + timedelta(days=11))
    incident.refresh_from_db()
    assert incident.handler == hu
    assert incident.moves.filter(act="hand-over").count() == 1


def test_a_post_is_handed_over_once(story, hu):
    cast, post = story.cast, post_of(story.cast.guo)
    hand_over(cast.guo, hu, cast.sun)
    with pytest.raises(PostMoved):
        successions.hand_over(post, by=cast.sun, at=NOW, successor=cast.wang, first_day=TODAY, reason="调离")


def page(post, name="hand-over"):
    return reverse(f"grids:post-{name}", args=[post.pk])


def typed(**more):
    return {"successor": "hu", "first_day": str(TODAY), "reason": "调离", **more}


def test_the_whole_act_in_the_browser(story, hu, browser):
    story.tell("in_progress")
    post, sun = post_of(story.cast.guo), browser(story.cast.sun)
    assert sun.get(page(post)).context["held"][0][1] == 1
    assert sun.post(page(post), typed())["Location"] == page(post, "detail")
    assert "胡接任" in sun.get(page(post, "detail")).content.decode()
    assert sun.post(page(post), typed()).status_code == 409
    assert Succession.objects.count() == 1


@pytest.mark.parametrize(("wrong", "field"), [
    ({"successor": "unknown"}, "successor"), ({"successor": "guo"}, "successor"),
    ({"first_day": str(TODAY - timedelta(days=1))}, "first_day"), ({"reason": ""}, "reason")])
def test_what_is_wrong_is_said_at_its_field(story, hu, browser, wrong, field):
    response = browser(story.cast.sun).post(page(post_of(story.cast.guo)), typed(**wrong))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Succession.objects.exists()


def test_another_town_and_those_below_cannot(story, hu, browser):
    cast = story.cast
    post = post_of(cast.guo)
    assert browser(cast.zhao).post(page(post), typed()).status_code == 403
    assert browser(cast.sun).post(page(post_of(cast.qian)), typed()).status_code == 404
    assert browser(cast.sun).post(page(post_of(cast.zhou)), typed()).status_code == 404
    assert browser(cast.sun).post(page(post_of(cast.feng)), typed()).status_code == 404
