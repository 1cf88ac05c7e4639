"""What the law asks of an organisation and what is missing: said, and never in the way."""

from datetime import date, timedelta

import pytest

from mediation.models import DisputeCategory, MediationOrg, Mediator, OrgMember
from mediation.network.lacks import lacks_of, with_strength

TODAY = date(2026, 3, 11)


@pytest.fixture
def org(story):
    """In order: three members, a woman heads it, half a term ahead, filed, two mediators."""
    here = story.net.here
    MediationOrg.objects.filter(pk=here.pk).update(
        founded_on=date(2024, 1, 2), filed_on=date(2024, 1, 20), term_from=date(2024, 6, 1), term_to=date(2027, 5, 31))
    for n, sex in enumerate(["female", "male", "male"]):
        OrgMember.objects.create(org=here, name=f"委员{n}", sex=sex, position="member" if n else "head",
                                 since=date(2024, 6, 1))
    return here


def codes(org, day=TODAY) -> list[str]:
    return [lack.code for lack in lacks_of(with_strength(MediationOrg.objects.all(), day).get(pk=org.pk), day)]


def change(org, **fields) -> None:
    MediationOrg.objects.filter(pk=org.pk).update(**fields)


def test_one_in_order_lacks_nothing(org):
    assert codes(org) == []


def test_fewer_than_three_or_more_than_nine_members(org):
    OrgMember.objects.filter(name="委员2").update(until=TODAY - timedelta(days=1))
    assert codes(org) == ["few"]
    for n in range(7):
        OrgMember.objects.create(org=org, name=f"新委员{n}", sex="male", since=TODAY)
    assert codes(org) == []
    OrgMember.objects.filter(name="委员2").update(until=None)
    assert codes(org) == ["many"]


def test_members_of_tomorrow_and_yesterday_do_not_count(org):
    OrgMember.objects.filter(name="委员2").update(since=TODAY + timedelta(days=1))
    assert codes(org) == ["few"]
    assert codes(org, TODAY + timedelta(days=1)) == []


def test_no_woman_and_no_head(org):
    OrgMember.objects.filter(name="委员0").update(sex="male")
    assert codes(org) == ["woman"]
    OrgMember.objects.filter(name="委员0").update(position="member")
    assert codes(org) == ["head", "woman"]


@pytest.mark.parametrize(("last", "expected"), [
    (TODAY - timedelta(days=1), ["over"]), (TODAY, ["ending"]), (TODAY + timedelta(days=90), ["ending"]),
    (TODAY + timedelta(days=91), []), (None, ["unknown"])])
def test_the_term(org, last, expected):
    change(org, term_to=last)
    assert codes(org) == expected


def test_nobody_who_could_be_appointed(org):
    Mediator.objects.filter(org=org).update(is_active=False)
    assert codes(org) == ["mediator"]


def test_one_that_is_not_filed(org):
    change(org, filed_on=None)
    assert codes(org) == ["unfiled"]


# 30 working days after Monday 2026-01-05; the thirtieth is Saturday 02-14, which is worked.
@pytest.mark.parametrize(("day", "expected"), [(date(2026, 2, 14), ["unfiled"]), (date(2026, 2, 15), ["late"])])
def test_a_medical_one_is_filed_within_thirty_working_days(org, day, expected):
    change(org, filed_on=None, founded_on=date(2026, 1, 5), specialty=DisputeCategory.objects.get(code="0502"))
    assert codes(org, day) == expected


def test_of_a_court_only_mediators_are_asked(org):
    OrgMember.objects.filter(org=org).delete()
    change(org, kind="judicial", filed_on=None, term_to=None)
    assert codes(org) == []


def test_each_names_its_law(org, browser, story):
    change(org, term_to=TODAY - timedelta(days=1))
    page = browser(story.cast.zheng).get(f"/mediation/network/orgs/{org.pk}/").text
    assert "任期已于" in page
    assert "《人民调解法》第9条" in page


def test_the_page_of_all_counts_by_town_and_narrows(org, browser, story):
    client = browser(story.cast.zheng)
    change(org, term_to=TODAY - timedelta(days=1))
    everything = client.get("/mediation/network/lacks/")
    table = {area.name: dict(cells) for area, cells in everything.context["table"]}
    assert table["东升街道"]["over"] == 1
    assert table["西航港街道"]["few"] == 1
    narrowed = client.get("/mediation/network/lacks/?lack=over&area=510116001")
    (_area, group), = narrowed.context["groups"]
    assert [one.name for one, _lacks in group] == ["棠湖社区人民调解委员会"]
    assert client.get("/mediation/network/lacks/?lack=nonsense&area=x").status_code == 200


def test_a_town_counts_its_own(org, browser, story):
    table = browser(story.cast.wu).get("/mediation/network/lacks/").context["table"]
    assert "西航港街道" not in {area.name for area, _cells in table}
