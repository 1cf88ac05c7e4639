"""/mediation/: how many of what by town, and the lists behind the numbers."""

import pytest

from mediation.models import MediationCenter, MediationOrg, Mediator
from mediation.network.parts import PARTS

URL = "/mediation/"


def totals(response) -> dict:
    return {kind: number for kind, _label, number in response.context["totals"]}


def test_the_county_sees_all_by_town(story, browser):
    response = browser(story.cast.chen).get(URL)
    assert totals(response) == {"centers": 3, "orgs": 2, "windows": 1, "mediators": 3, "points": 1}
    assert [(area.name, [number for _kind, number in cells]) for area, cells in response.context["table"]] == [
        ("双流区", [1, 0, 0, 0, 0]), ("东升街道", [1, 1, 1, 2, 1]), ("西航港街道", [1, 1, 0, 1, 0])]


def test_a_town_sees_its_own(story, browser):
    response = browser(story.cast.wu).get(URL)
    assert totals(response) == {"centers": 1, "orgs": 1, "windows": 1, "mediators": 2, "points": 1}


def test_what_is_out_of_service_is_not_counted(story, browser):
    Mediator.objects.filter(pk=story.net.feng.pk).update(is_active=False)
    assert totals(browser(story.cast.chen).get(URL))["mediators"] == 2


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("query", ["", "?area=510116001", "?area=510116&only=1"])
def test_every_number_opens_its_rows(kind, query, story, browser):
    client = browser(story.cast.chen)
    table = client.get(URL).context["table"]
    expected = {
        "": totals(client.get(URL))[kind],
        "?area=510116001": dict(table[1][1])[kind],
        "?area=510116&only=1": dict(table[0][1])[kind],
    }[query]
    response = client.get(f"{URL}network/{kind}/{query}")
    assert len(response.context["lines"]) == expected


def test_long_lists_have_pages(story, browser):
    for number in range(60):
        Mediator.objects.create(name=f"调解员{number:02d}", org=story.net.here)
    client = browser(story.cast.wu)
    first = client.get(f"{URL}network/mediators/")
    second = client.get(f"{URL}network/mediators/?after={first.context['page'].next_cursor}")
    assert (len(first.context["lines"]), len(second.context["lines"])) == (50, 12)


def test_a_town_does_not_list_another(story, browser):
    text = browser(story.cast.wu).get(f"{URL}network/mediators/?area=510116002").text
    assert "外街道调解员" not in text


@pytest.mark.parametrize("path", ["network/unknown/", "network/orgs/?area=999999"])
def test_what_does_not_exist(path, story, browser):
    assert browser(story.cast.chen).get(URL + path).status_code == 404


def test_an_empty_network_says_where_to_fill_it(cast, browser):
    MediationOrg.objects.all().delete()
    response = browser(cast.wu).get(f"{URL}network/orgs/")
    assert "暂无数据" in response.text


def test_a_specialised_centre_takes_no_general_cases(story):
    """The nearest general centre takes a case in, whatever else sits in the county."""
    MediationCenter.objects.create(name="劳动争议调解中心", area=story.cast.town, kind="specialised")
    assert MediationCenter.of(story.cast.community.key) == story.net.centers["510116001"]
