"""Who may be given a case."""

import pytest

from grids.models import Post
from mediation import actions
from mediation.models import Case, Mediator
from shuangliu import deadlines
from tests.mediation.story import accepted, assigned, mediating, registered


@pytest.fixture
def case(story) -> Case:
    return accepted(story.cast)


def assignable(case: Case) -> set[str]:
    return set(Mediator.objects.assignable_to(case).values_list("name", flat=True))


def test_the_mediators_whose_centre_serves_the_place(case, story):
    assert assignable(case) == {story.net.feng.name, "老支书"}


@pytest.mark.parametrize("change", ["inactive", "org", "post"])
def test_who_does_not_serve_is_not_offered(change, case, story):
    feng = story.net.feng
    if change == "inactive":
        Mediator.objects.filter(pk=feng.pk).update(is_active=False)
    elif change == "org":
        feng.org.is_active = False
        feng.org.save()
    else:  # an account without a post today could not open the case
        Post.objects.filter(user=story.cast.feng).update(valid_to="2026-03-10")
    assert feng.name not in assignable(case)
    with pytest.raises(actions.NotServing):
        actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=feng)
    case.refresh_from_db()
    assert case.mediator is None


def test_a_mediator_of_another_town_is_refused_at_the_field(case, story, browser):
    response = browser(story.cast.zheng).post(
        f"/mediation/cases/{case.pk}/assign/", {"mediator": story.net.elsewhere.pk})
    assert response.status_code == 422
    assert "不包括纠纷发生地" in str(response.context["form"].errors["mediator"])


def test_the_organisation_of_the_mediator_handles_the_case(story):
    case = assigned(story.cast)
    assert (case.org, case.channel, case.assigned_at) == (story.net.here, "people", story.now)


def test_the_choice_shows_who_is_busy(case, story, browser):
    assigned(story.cast)
    text = browser(story.cast.zheng).get(f"/mediation/cases/{case.pk}/assign/").text
    assert text.index("老支书") < text.index(story.net.feng.name)
    assert "在办 1 件" in text


def test_the_clerk_writes_for_a_mediator_without_an_account(case, story, browser):
    actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=story.net.without_account)
    assert case in Case.objects.waiting_for(story.cast.wu)
    assert browser(story.cast.wu).get(f"/mediation/cases/{case.pk}/session/").status_code == 200
    own = assigned(story.cast)
    assert browser(story.cast.wu).get(f"/mediation/cases/{own.pk}/session/").status_code == 403


def test_a_mediator_sees_the_own_cases_only(story):
    mine, unassigned = assigned(story.cast), registered(story.cast)
    theirs = accepted(story.cast)
    actions.assign_case(theirs, by=story.cast.zheng, at=story.now, mediator=story.net.without_account)
    assert set(Case.objects.visible_to(story.cast.feng)) == {mine}
    assert {mine, unassigned, theirs} == set(Case.objects.visible_to(story.cast.wu))


def test_another_mediator_takes_over_with_all_records(story, browser):
    case = mediating(story.cast)
    actions.reassign_case(case, by=story.cast.zheng, at=story.now, mediator=story.net.without_account, reason="recusal")
    assert case not in Case.objects.visible_to(story.cast.feng)
    text = browser(story.cast.wu).get(case.get_absolute_url()).text
    assert "双方陈述了事实。" in text
    assert "老支书 · 棠湖社区人民调解委员会 · 回避" in text
    assert deadlines.running(case).get().due_at == case.due_at


def test_the_same_mediator_is_no_change(story):
    case = assigned(story.cast)
    with pytest.raises(actions.CaseMoved):
        actions.reassign_case(case, by=story.cast.zheng, at=story.now, mediator=story.net.feng, reason="absent")
