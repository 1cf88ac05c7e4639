"""Where disputes go by the rules: which rule wins, what it finds, what the clerk may choose instead."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grids.models import Level
from mediation import actions
from mediation.forms import AssignForm
from mediation.models import Case, MediationCenter, MediationOrg, MediationRoute, Mediator
from mediation.routing.finding import destination
from shuangliu import audit
from shuangliu.reference import exporting, importing
from shuangliu.spreadsheets import read
from tests.conftest import NOW
from tests.mediation.story import accepted, assigned, category, county_committee, registered

DAY = NOW.date()
URL = reverse("mediation:route-list")
FREE = {"elsewhere": "no"}


@pytest.fixture
def above(story):
    """The committees of the town and the county, and the county's specialised one for traffic accidents."""
    cast, net = story.cast, story.net
    trade = MediationCenter.objects.create(name="交通事故纠纷调解中心", area=cast.county, kind="specialised")
    traffic = MediationOrg.objects.create(name="交通事故人民调解委员会", area=cast.county, place="specialised",
                                          center=trade, specialty=category("0503"))
    Mediator.objects.create(name="交通老何", org=traffic, skills="交通事故")
    town = MediationOrg.objects.create(name="东升街道人民调解委员会", area=cast.town, place="town",
                                       center=net.centers[cast.town.code])
    Mediator.objects.create(name="街道老田", org=town)
    return {"traffic": traffic, "town": town, "county": county_committee(cast, net)}


def rule(code, **more) -> MediationRoute:
    return MediationRoute.objects.create(code=code, is_draft=False, **more)


@pytest.mark.parametrize(("given", "goes", "level", "code"), [
    ({}, "here", "community", "individual"), ({"scale": "02"}, "town", "town", "group"),
    ({"scale": "03"}, "county", "county", "major"), ({"code": "0503"}, "traffic", "county", "traffic"),
    ({"code": "0503", "scale": "02"}, "traffic", "county", "traffic"),
])
def test_the_rules_that_every_county_starts_with(given, goes, level, code, story, above):
    found = destination(registered(story.cast, **given), DAY)
    assert found.org == (above | {"here": story.net.here})[goes]
    assert (found.level, found.route.code) == (level, code)


def test_without_a_specialised_organisation_the_next_rule_decides(story, above):
    found = destination(registered(story.cast, code="0502"), DAY)
    assert (found.org, found.route.code) == (story.net.here, "individual")


def test_without_any_rule_the_committee_of_the_place(story):
    MediationRoute.objects.update(is_draft=True)
    found = destination(registered(story.cast), DAY)
    assert (found.org, found.level, found.route) == (story.net.here, "community", None)


def test_where_a_level_has_nobody_the_next_one_up(story, above):
    MediationOrg.objects.filter(pk=story.net.here.pk).update(is_active=False)
    found = destination(registered(story.cast), DAY)
    assert (found.org, found.level) == (above["town"], "town")


def test_the_rule_that_says_most_wins(story, above):
    MediationRoute.objects.update(is_draft=True)
    case = registered(story.cast, source="court")
    for code, more in [
        ("any", {}), ("source", {"source": "court"}), ("scale", {"scale": "01"}),
        ("both", {"scale": "01", "source": "court"}), ("county", {"area": story.cast.county}),
        ("town", {"area": story.cast.town}), ("community", {"area": story.cast.community}),
        ("by-group", {"category": category("02")}), ("kind", {"category": category("0299")}),
        ("kind-town", {"category": category("0299"), "area": story.cast.town}),
        ("kind-newer", {"category": category("0299"), "area": story.cast.town, "valid_from": DAY}),
        ("first", {"priority": 1}),
    ]:
        rule(code, **more)
        assert destination(case, DAY).route.code == code


@pytest.mark.parametrize("more", [
    {"scale": "02"}, {"source": "court"}, {"valid_from": DAY + timedelta(days=1)},
    {"valid_to": DAY - timedelta(days=1)}])
def test_a_rule_that_does_not_fit(more, story):
    rule("R", priority=9, **more)
    assert destination(registered(story.cast), DAY).route.code == "individual"


def test_a_named_organisation(story, above):
    rule("named", priority=5, finds="named", org=above["county"], level="county")
    assert destination(registered(story.cast), DAY).org == above["county"]
    MediationOrg.objects.filter(pk=above["county"].pk).update(is_active=False)
    assert destination(registered(story.cast), DAY).org == story.net.here


@pytest.mark.parametrize(("more", "field"), [
    ({"finds": "named"}, "org"), ({"org": "here"}, "org"), ({"area": "grid"}, "area"),
    ({"valid_from": DAY, "valid_to": DAY - timedelta(days=1)}, "__all__"), ({"code": "规则"}, "code")])
def test_rules_that_cannot_be(more, field, story):
    known = {"here": story.net.here, "grid": story.cast.grid}
    with pytest.raises(ValidationError) as refusal:
        MediationRoute(**{"code": "R", **{name: known.get(value, value) for name, value in more.items()}}).full_clean()
    assert field in refusal.value.message_dict


def test_acceptance_sends_it_there_and_says_why(story, above, browser):
    case = registered(story.cast, code="0503")
    wu = browser(story.cast.wu)
    page = wu.get(f"/mediation/cases/{case.pk}/accept/")
    assert "交通事故人民调解委员会" in page.text
    assert "《道路交通事故处理程序规定》第八十五条" in page.text
    wu.post(f"/mediation/cases/{case.pk}/accept/", FREE)
    case = Case.objects.get(pk=case.pk)
    assert (case.org, case.level, case.round.org, case.round.route.code) == (
        above["traffic"], "county", above["traffic"], "traffic")
    assert (case.host_key, case.center) == (None, story.net.centers["510116001"]), "the centre that took it keeps it"
    assert audit.history(case).last().detail["rule"] == "traffic"
    text = wu.get(case.get_absolute_url()).text
    assert "依据规则 traffic" in text
    assert "交通事故人民调解委员会" in text


def test_what_goes_to_the_county_is_the_countys(story, above):
    case = accepted(story.cast, scale="03")
    assert (case.center, case.host_key) == (story.net.centers["510116"], story.cast.county.key)
    assert case in Case.objects.waiting_for(story.cast.zheng)
    assert case in Case.objects.visible_to(story.cast.wu)


def test_the_clerk_chooses_another_and_says_why(story, above, browser):
    case = registered(story.cast)
    wu, url = browser(story.cast.wu), f"/mediation/cases/{case.pk}/accept/"
    silent = wu.post(url, FREE | {"org": above["town"].pk})
    assert silent.status_code == 422
    assert "chosen_why" in silent.context["form"].errors
    foreign = wu.post(url, FREE | {"org": story.net.there.pk, "chosen_why": "x"})
    assert foreign.status_code == 422, "it does not serve the place"
    assert wu.post(url, FREE | {"org": above["town"].pk, "chosen_why": "社区调解员与一方有亲属关系"}).status_code == 302
    case = Case.objects.get(pk=case.pk)
    assert (case.org, case.level, case.round.chosen_why) == (above["town"], "town", "社区调解员与一方有亲属关系")
    assert "社区调解员与一方有亲属关系" in wu.get(case.get_absolute_url()).text


def test_choosing_what_the_rule_says_is_no_choice(story):
    case = registered(story.cast)
    actions.accept_case(case, by=story.cast.wu, at=story.now, org=story.net.here, chosen_why="照规则")
    assert case.round.chosen_why == ""


def test_the_routed_organisation_comes_first_where_a_mediator_is_appointed(story, above, browser):
    case = accepted(story.cast, code="0503")
    field = browser(story.cast.zheng).get(f"/mediation/cases/{case.pk}/assign/").context["form"].fields["mediator"]
    groups = [group for group, _options in field.choices[1:]]
    assert groups[0] == "交通事故人民调解委员会"
    assert set(groups) >= {"双流区联合人民调解委员会", "东升街道人民调解委员会", "棠湖社区人民调解委员会"}


def test_who_is_skilled_comes_before_who_is_free(story):
    Mediator.objects.filter(pk=story.net.feng.pk).update(skills="邻里关系")
    assigned(story.cast)  # feng has one open case, the other none
    case = accepted(story.cast)
    found = [str(label) for _pk, label in _options(story, case)]
    assert found[0].startswith(story.net.feng.name)


def _options(story, case):
    return AssignForm(case=Case.objects.for_detail().get(pk=case.pk)).fields["mediator"].choices[1][1]


def test_the_rules_are_tried_on_the_past_and_move_nothing(story, above, browser):
    kept, changed = accepted(story.cast), assigned(story.cast)
    rule("D", area=story.cast.community, finds="named", org=above["town"], level=Level.TOWN)
    MediationRoute.objects.filter(code="D").update(is_draft=True)
    before = list(Case.objects.order_by("pk").values())
    page = browser(story.cast.zheng).get(URL, {"rules": "in-force", "days": "30"})
    assert page.context["report"].verdicts == {"same": 2}
    page = browser(story.cast.zheng).get(URL, {"rules": "drafts", "days": "30"})
    assert page.context["report"].verdicts == {"changed": 2}
    assert kept.number in page.text
    assert changed.number in page.text
    assert list(Case.objects.order_by("pk").values()) == before
    assert browser(story.cast.zheng).get(URL, {"rules": "none", "days": "30"}).status_code == 422


def test_who_may_look_at_the_rules(story, browser):
    for person, status in [("wu", 200), ("zheng", 200), ("chen", 200), ("feng", 403), ("sun", 403), ("nobody", 403)]:
        assert browser(getattr(story.cast, person)).get(URL).status_code == status, person


def test_rules_of_other_towns_are_not_listed(story, browser):
    rule("other", area=story.cast.areas["510116002"])
    rule("mine", area=story.cast.town)
    codes = [row.code for row in browser(story.cast.wu).get(URL).context["page"].rows]
    assert "mine" in codes
    assert "other" not in codes


def test_more_cases_cost_no_more_queries(story, above, browser):
    client, costs = browser(story.cast.zheng), []
    for more in (3, 20):
        for _ in range(more):
            accepted(story.cast, code="0503")
        client.get(URL, {"rules": "in-force", "days": "30"})
        with CaptureQueriesContext(connection) as queries:
            client.get(URL, {"rules": "in-force", "days": "30"})
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_rules_travel_as_a_table(story, above, tmp_path):
    rule("named", finds="named", org=above["town"], level="town", basis="街道会议纪要")
    before = list(MediationRoute.objects.order_by("code").values())
    path = next(path for path in exporting.write_folder(tmp_path) if path.name == "mediation-routes.csv")
    MediationRoute.objects.filter(code="named").delete()
    with path.open("rb") as file:
        result = importing.load(read(file, name=path.name), by=None, at=story.now, dry_run=False)
    assert result.is_stored, [line.said for line in result.refused]
    after = list(MediationRoute.objects.order_by("code").values())
    assert [{**row, "id": 0} for row in before] == [{**row, "id": 0} for row in after]
