"""The network of the cast's county, and cases at every stage."""

from types import SimpleNamespace

import pytest

from grids.roles import Role
from tests.mediation.story import someone


@pytest.fixture
def net(cast, props):
    """The mediation network of tests/mediation/story.py: Feng mediates for 棠湖社区's committee."""
    return props["net"]


@pytest.fixture
def story(cast, net, now):
    """`story.cast`, `story.net`, `story.now`: what most stories begin with."""
    return SimpleNamespace(cast=cast, net=net, now=now)


@pytest.fixture
def neighbours(cast) -> dict:
    """The people of another town with the roles of Wu, Zheng and Feng, by whom they resemble."""
    other = cast.areas["510116002"]
    return {
        name: someone(f"other-{name}", role, other)
        for name, role in [("wu", Role.MED_CLERK), ("zheng", Role.CENTER_MANAGER), ("feng", Role.MEDIATOR)]
    }
