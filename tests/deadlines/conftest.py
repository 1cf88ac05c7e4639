import pytest

from shuangliu.accounts.models import User
from shuangliu.deadlines.signals import step_reached


@pytest.fixture
def matter(db):
    """Clocks run on anything that is saved."""
    return User.objects.create(username="matter")


@pytest.fixture
def heard():
    """What the clocks have said: a list of (clock, step, at)."""
    news = []

    def listen(sender, deadline, step, at, **kwargs):
        news.append((deadline, step, at))

    step_reached.connect(listen)
    yield news
    step_reached.disconnect(listen)
