"""The network of the cast's county, and cases at every stage."""

from types import SimpleNamespace

import pytest

from tests.mediation.story import network


@pytest.fixture
def net(cast):
    """The mediation network of tests/mediation/story.py: Feng mediates for 棠湖社区's committee."""
    return network(cast)


@pytest.fixture
def story(cast, net, now):
    """`story.cast`, `story.net`, `story.now`: what most stories begin with."""
    return SimpleNamespace(cast=cast, net=net, now=now)
