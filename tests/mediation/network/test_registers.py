"""Writing down what belongs to the network, taking it out of service and back: the manager of the area, nobody else."""

from datetime import date

import pytest

from mediation.models import MediationOrg, Mediator, MeetingDecision, MemberUnit, OrgMember
from mediation.network import actions
from shuangliu import audit
from tests.mediation import story as stories
from tests.mediation.network import samples

URL = "/mediation/network/"


@pytest.fixture
def client(story, browser):
    return browser(story.cast.zheng)


def org_sent(story, **changes) -> dict:
    return {"name": "棠湖社区物业纠纷调解委员会", "kind": "people", "place": "specialised",
            "area": story.cast.community.pk, "center": story.net.centers["510116001"].pk,
            "specialty": "", "department": "", "founded_on": "2025-03-01", "filed_on": "",
            "term_from": "2025-04-01", "term_to": "", **changes}


def test_a_new_organisation_is_elected_for_three_years(story, client):
    assert client.post(URL + "orgs/new/", org_sent(story)).status_code == 302
    made = MediationOrg.objects.get(name="棠湖社区物业纠纷调解委员会")
    assert made.term_to == date(2028, 3, 31)
    assert [entry.verb for entry in audit.history(made)] == ["org.added"]
    assert client.post(URL + "orgs/new/", org_sent(story)).status_code == 422  # sent twice
    assert MediationOrg.objects.filter(name=made.name).count() == 1


@pytest.mark.parametrize(("changes", "field"), [
    ({"name": ""}, "name"), ({"center": None}, "center"), ({"term_to": "2025-03-31"}, None),
    ({"filed_on": "2024-01-01"}, None), ({"founded_on": "2027-01-01"}, "founded_on"), ({"kind": "x"}, "kind"),
    ({"area": "0"}, "area"), ({"term_from": "9999-12-31"}, "term_from"),
])
def test_what_cannot_be_is_said_at_its_field(story, client, changes, field):
    if changes.get("center", 1) is None:
        changes = {"center": story.net.centers["510116002"].pk}  # serves the other town
    response = client.post(URL + "orgs/new/", org_sent(story, **changes))
    assert response.status_code == 422
    assert field in response.context["form"].errors or response.context["form"].non_field_errors()
    assert MediationOrg.objects.count() == 2


def test_a_change_is_kept_and_its_fields_are_in_the_history(story, client):
    here = story.net.here
    given = org_sent(story, name=here.name, place="community", founded_on="", term_from="2026-01-01")
    assert client.post(f"{URL}orgs/{here.pk}/edit/", given).status_code == 302
    here.refresh_from_db()
    assert here.term_to == date(2028, 12, 31)
    entry = audit.history(here).get()
    assert (entry.verb, entry.detail["fields"]) == ("org.edited", ["term_from", "term_to"])
    assert "任期止" in client.get(here.get_absolute_url()).text


def test_two_who_change_different_fields_do_not_undo_each_other(story):
    here = story.net.here
    first = MediationOrg.objects.get(pk=here.pk)
    MediationOrg.objects.filter(pk=here.pk).update(founded_on=date(2020, 1, 1))  # meanwhile
    first.name = "棠湖社区调委会"
    actions.keep(first, by=story.cast.zheng, at=story.now, fields=["name"])
    here.refresh_from_db()
    assert (here.name, here.founded_on) == ("棠湖社区调委会", date(2020, 1, 1))


def member_sent(org, **changes) -> dict:
    return {"org": org.pk, "name": "李桂花", "sex": "female", "position": "head", "since": "2026-01-01", "until": "",
            "mediator": "", **changes}


def test_members_come_and_go(story, client):
    here = story.net.here
    client.post(URL + "members/new/", member_sent(here))
    first = OrgMember.objects.get()
    assert client.post(URL + "members/new/", member_sent(here, name="王明")).status_code == 422  # two heads
    client.post(f"{URL}members/{first.pk}/edit/", member_sent(here, until="2026-02-28"))
    assert client.post(URL + "members/new/", member_sent(here, name="王明", since="2026-03-01")).status_code == 302
    page = client.get(here.get_absolute_url())
    assert [one.name for one in page.context["members"]] == ["王明"]
    assert [one.name for one in page.context["former"]] == ["李桂花"]
    assert [entry.verb for entry in audit.history(here)] == [
        "org.member-added", "org.member-edited", "org.member-added"]


def test_a_member_is_a_mediator_of_the_same_organisation(story, client):
    other = story.net.elsewhere
    response = client.post(URL + "members/new/", member_sent(story.net.here, mediator=other.pk))
    assert "mediator" in response.context["form"].errors
    assert client.post(URL + "members/new/", member_sent(story.net.here, mediator=story.net.feng.pk)).status_code == 302
    assert OrgMember.objects.get().mediator == story.net.feng


@pytest.mark.parametrize("org", ["", "x", "9" * 30, "-1", "²"])
def test_a_member_of_no_organisation(story, client, org):
    assert client.post(URL + "members/new/", {**member_sent(story.net.here), "org": org}).status_code == 422


def test_a_mediator_whose_cases_are_open_stays_until_they_are_handed_over(story, client):
    case = stories.assigned(story.cast)
    feng = story.net.feng
    page = client.get(f"{URL}mediators/{feng.pk}/retire/")
    assert case.number in page.text
    assert client.post(f"{URL}mediators/{feng.pk}/retire/", {"reason": "退休"}).status_code == 409
    feng.refresh_from_db()
    assert feng.is_active


def test_out_of_service_and_back(story, client):
    feng = story.net.feng
    assert client.post(f"{URL}mediators/{feng.pk}/retire/", {"reason": ""}).status_code == 422
    assert client.post(f"{URL}mediators/{feng.pk}/retire/", {"reason": "退休"}).status_code == 302
    feng.refresh_from_db()
    assert (feng.is_active, feng.active_until) == (False, date(2026, 3, 11))
    assert client.post(f"{URL}mediators/{feng.pk}/retire/", {"reason": "退休"}).status_code == 409
    assert client.post(f"{URL}mediators/{feng.pk}/restore/").status_code == 302
    assert client.post(f"{URL}mediators/{feng.pk}/restore/").status_code == 409
    feng.refresh_from_db()
    assert (feng.is_active, feng.active_until) == (True, None)
    assert [entry.verb for entry in audit.history(feng)] == ["mediator.retired", "mediator.restored"]


def test_an_organisation_goes_with_its_mediators_and_windows_and_comes_back_with_them(story, client):
    here = story.net.here
    assert client.post(f"{URL}orgs/{here.pk}/retire/", {"reason": "合并"}).status_code == 409  # a point is screened
    story.net.point.__class__.objects.update(is_active=False)
    assert client.post(f"{URL}orgs/{here.pk}/retire/", {"reason": "合并"}).status_code == 302
    totals = {kind: n for kind, _label, n in client.get("/mediation/").context["totals"]}
    assert (totals["orgs"], totals["mediators"], totals["windows"]) == (1, 1, 0)
    client.post(f"{URL}orgs/{here.pk}/restore/")
    totals = {kind: n for kind, _label, n in client.get("/mediation/").context["totals"]}
    assert (totals["orgs"], totals["mediators"], totals["windows"]) == (2, 3, 1)


def test_a_unit_with_decisions_stays(cast, browser, now):
    decision = samples.decision(cast)
    url = f"{URL}units/{decision.unit_id}/retire/"
    assert browser(cast.zheng).post(url, {"reason": "撤并"}).status_code == 409
    MeetingDecision.objects.update(state="done", ended_at=now, result="已完成")
    assert browser(cast.zheng).post(url, {"reason": "撤并"}).status_code == 302
    assert not MemberUnit.objects.get().is_active


@pytest.mark.parametrize("kind", ["points", "members", "x"])
def test_what_is_no_register_is_not_there(story, client, kind):
    assert client.get(f"{URL}{kind}/1/retire/").status_code == 404


@pytest.mark.parametrize("kind", ["orgs", "windows", "mediators"])
@pytest.mark.parametrize("act", ["edit", "retire"])
def test_a_manager_of_another_town_finds_nothing(story, neighbours, browser, kind, act):
    row = {"orgs": story.net.here, "windows": story.net.window, "mediators": story.net.feng}[kind]
    assert browser(neighbours["zheng"]).get(f"{URL}{kind}/{row.pk}/{act}/").status_code == 404
    assert browser(story.cast.wu).get(f"{URL}{kind}/{row.pk}/{act}/").status_code == 403


def test_a_manager_of_a_town_writes_only_there(story, neighbours, browser):
    client = browser(neighbours["zheng"])
    response = client.post(URL + "orgs/new/", org_sent(story))
    assert {"area", "center"} <= set(response.context["form"].errors)
    new = {"name": "新人", "org": story.net.here.pk, "rank": "mediator", "skills": ""}
    assert "org" in client.post(URL + "mediators/new/", new).context["form"].errors


@pytest.mark.parametrize("kind", ["orgs", "members", "windows", "mediators", "experts", "units"])
def test_every_empty_form_opens_and_refuses_emptiness(story, client, kind):
    assert client.get(f"{URL}{kind}/new/").status_code == 200
    assert client.post(f"{URL}{kind}/new/", {}).status_code == 422


def test_a_mediator_of_the_same_name_is_written_down_once(story, client):
    new = {"name": "新调解员", "org": story.net.here.pk, "rank": "chief", "skills": "手语",
           "specialties": [stories.category("0502").pk], "active_from": "2026-01-01"}
    assert client.post(URL + "mediators/new/", new).status_code == 302
    assert client.post(URL + "mediators/new/", new).status_code == 422
    made = Mediator.objects.get(name="新调解员")
    assert [category.code for category in made.specialties.all()] == ["0502"]
