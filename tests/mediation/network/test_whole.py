"""The network as a tree, and the fields that nobody specialises in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mediation.models import MediationCenter, MediationOrg
from tests.mediation import story as stories
from tests.mediation.network import samples

URL = "/mediation/network/"


def test_the_tree_hangs_towns_and_specialised_centres_below_the_county(story, browser):
    MediationCenter.objects.create(name="医疗纠纷调解中心", area=story.cast.county, kind="specialised")
    nodes = browser(story.cast.zheng).get(URL + "tree/").context["nodes"]
    assert [node.center.kind for node in nodes] == ["county"]
    assert [node.center.name for node in nodes[0].below] == [
        "医疗纠纷调解中心", "东升街道“大调解”协调中心", "西航港街道“大调解”协调中心"]
    assert (nodes[0].orgs, nodes[0].mediators, nodes[0].all_windows) == (2, 3, 1)
    assert nodes[0].lacking == 2


def test_a_town_sees_its_own_branch(story, browser):
    nodes = browser(story.cast.wu).get(URL + "tree/").context["nodes"]
    assert [(node.center.area, node.orgs) for node in nodes] == [(story.cast.town, 1)]


def test_organisations_of_one_place_stand_together(story, browser):
    samples.orgs(story.cast, 3)
    MediationOrg.objects.create(name="商贸市场调委会", area=story.cast.community, place="enterprise",
                                center=story.net.centers["510116001"])
    town = browser(story.cast.wu).get(URL + "tree/").context["nodes"][0]
    assert [(branch.label, len(branch.leaves)) for branch in town.branches] == [("社区（村）", 4), ("企业", 1)]


@pytest.fixture
def medical(story):
    """Two medical disputes in the first town this year, one two years ago, one in the other town."""
    stories.registered(story.cast, code="0502")
    stories.registered(story.cast, code="0502", at=stories.AT - timedelta(days=300))
    stories.registered(story.cast, code="0502", at=stories.AT - timedelta(days=700))
    other = story.cast.areas["510116002001"]
    stories.registered(story.cast, code="0502", area=other)
    stories.registered(story.cast, code="0299")


def gaps(browser, user, name="medical"):
    found = browser(user).get(URL + "gaps/").context["specialties"]
    one = next(one for one in found if one.name == name)
    return one, [(gap.town.name, gap.category.code, gap.cases) for gap in one.gaps]


def test_wanted_medical(story, medical, browser):
    one, found = gaps(browser, story.cast.zheng)
    assert (one.is_wanted, one.cases) == (True, 3)
    assert found == [("东升街道", "0502", 2), ("西航港街道", "0502", 1)]
    page = browser(story.cast.zheng).get(URL + "gaps/").text
    assert page.index("医患纠纷") < page.index("劳动人事争议")  # wanted first
    assert "category=0502&amp;area=510116001" in page


def specialised(story, center) -> MediationOrg:
    return MediationOrg.objects.create(name="医调委", area=center.area, place="specialised", center=center,
                                       specialty=stories.category("0502"))


def test_one_of_the_county_serves_all_towns(story, medical, browser):
    specialised(story, story.net.centers["510116"])
    one, found = gaps(browser, story.cast.zheng)
    assert (one.is_wanted, found) == (False, [])


def test_one_of_a_town_serves_its_town(story, medical, browser):
    made = specialised(story, story.net.centers["510116001"])
    assert gaps(browser, story.cast.zheng)[1] == [("西航港街道", "0502", 1)]
    MediationOrg.objects.filter(pk=made.pk).update(is_active=False)
    assert len(gaps(browser, story.cast.zheng)[1]) == 2


def test_a_town_sees_its_own_gaps(story, medical, browser):
    assert gaps(browser, story.cast.wu)[1] == [("东升街道", "0502", 2)]


def test_the_page_of_an_organisation_costs_the_same_for_many_members(story, browser):
    client, url = browser(story.cast.zheng), story.net.here.get_absolute_url()

    def cost() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    samples.members(story.cast, 3)
    few = cost()
    samples.members(story.cast, 20)
    assert cost() == few
