"""A sign is scanned: the place is filled in. A station prints those of its own community."""

import re

from hotline.models import Sign, Ticket
from tests.cast import HERE, OTHER_TOWN

SIGNS = "/hotline/signs/"


def test_the_sign_of_a_grid_fills_the_place(resident, client, cast):
    door = client.get(f"/public/at/{cast.grid.code}/")
    assert door["Location"] == f"/public/report/?at={cast.grid.code}"
    assert cast.grid.name in client.get(door["Location"]).content.decode()
    resident.reports(at=cast.grid.code, longitude="", latitude="", place="")
    assert (Ticket.objects.get().area, Ticket.objects.get().place) == (cast.grid, cast.grid.name)


def test_a_station_hangs_a_sign_with_its_point(resident, client, cast, browser):
    desk = browser(cast.zhao)
    desk.post(SIGNS, {"place": "菜市场东门", "longitude": HERE.longitude, "latitude": HERE.latitude})
    sign = Sign.objects.get()
    assert (sign.area, len(sign.slug)) == (cast.grid, 8)
    resident.reports(at=sign.slug, longitude="", latitude="", place="")
    ticket = Ticket.objects.get()
    assert (ticket.longitude, ticket.place, ticket.incident.grid) == (HERE.longitude, "菜市场东门", cast.grid)
    desk.post(f"{SIGNS}{sign.pk}/remove/")
    assert client.get(f"/public/at/{sign.slug}/").status_code == 404


def test_an_invented_sign_is_none(client, cast):
    assert client.get("/public/at/nowhere/").status_code == 404
    assert client.get("/public/at/510116/").status_code == 404


def test_the_sheet_has_a_code_for_each_grid(cast, browser, now):
    page = browser(cast.zhao).get(SIGNS).content.decode()
    assert len(re.findall(r'<figure class="sign">\s*<svg', page)) == 2


def test_a_sign_hangs_in_its_own_community(cast, browser, now):
    far = browser(cast.zhao).post(SIGNS, {"place": "别处", "longitude": OTHER_TOWN.longitude, "latitude": 30.5})
    assert "latitude" in far.context["form"].errors
    assert browser(cast.zhao).get(SIGNS, {"area": "510116002001"}).status_code == 404
