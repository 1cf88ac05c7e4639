"""What a post opens, where, and from when to when."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from grids.jurisdiction import holds, may, posts_of, scope_q
from grids.keys import area_key
from grids.models import Area, Post
from grids.roles import RIGHTS, Role


def matter(code: str):
    return SimpleNamespace(area_key=area_key(code))


def test_a_clerk_acts_in_the_own_community_only(cast):
    assert may(cast.zhao, "incident.accept", matter("510116001001002"))
    assert not may(cast.zhao, "incident.accept", matter("510116002001001"))
    assert not may(cast.wang, "incident.accept", matter("510116001001001"))


def test_scope_is_a_range_of_keys(cast):
    keys = set(Area.objects.filter(scope_q(cast.sun, "area.view", field="key")).values_list("code", flat=True))
    assert keys == {"510116001", "510116001001", "510116001001001", "510116001001002"}
    assert not Area.objects.filter(scope_q(cast.nobody, "area.view", field="key")).exists()


def test_a_stranger_holds_nothing(cast):
    assert posts_of(AnonymousUser()) == []
    assert not any(holds(AnonymousUser(), act) for act in RIGHTS)
    assert not any(holds(cast.nobody, act) for act in RIGHTS)


@pytest.mark.parametrize(
    ("starts", "ends", "open_today"), [(0, 0, True), (1, 5, False), (-5, -1, False), (-5, None, True)])
def test_a_post_opens_from_its_first_to_its_last_day(cast, now, starts, ends, open_today):
    today = now.date()
    Post.objects.create(user=cast.nobody, role=Role.WORKSTATION, area=cast.community,
                        valid_from=today + timedelta(days=starts),
                        valid_to=None if ends is None else today + timedelta(days=ends))
    assert holds(cast.nobody, "incident.accept") is open_today


def test_a_delegation_passes_on_the_same_role_in_the_same_area(cast, now):
    own = Post.objects.get(user=cast.zhao)
    stand_in = Post(user=cast.li, role=Role.WORKSTATION, area=cast.community, delegated_by=own,
                    valid_from=now.date(), valid_to=now.date() + timedelta(days=7))
    stand_in.full_clean()
    stand_in.area = cast.town
    with pytest.raises(ValidationError):
        stand_in.full_clean()
    stand_in.area, stand_in.valid_to = cast.community, None
    with pytest.raises(ValidationError):
        stand_in.full_clean()


def test_an_old_code_finds_the_area(cast):
    assert Area.objects.by_code("510122001001") == cast.community == Area.objects.by_code("510116001001")
    assert Area.objects.by_code("510122999") is None


def test_a_code_fits_its_level_and_parent(cast):
    for code in ("510116001001", "510116002001009"):  # too short, in another town
        area = Area(level="grid", code=code, name="错", parent=cast.community, valid_from="2020-01-01")
        with pytest.raises(ValidationError):
            area.full_clean()
