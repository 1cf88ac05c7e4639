"""Channels of the cast, and the servers they lead to."""

import pytest

from shuangliu.notices.models import Channel

from . import servers


@pytest.fixture
def bot():
    with servers.bot() as running:
        yield running


@pytest.fixture
def post(settings):
    """A mail server on loopback that the product is set to use."""
    with servers.post() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = servers.LOOPBACK, running.port
        settings.EMAIL_USE_SSL = settings.EMAIL_USE_TLS = False
        yield running


@pytest.fixture
def group(cast, bot) -> Channel:
    """The group of Guo's department."""
    return Channel.objects.create(medium="wecom", department=cast.departments["dongsheng-urban-management"],
                                  address=bot.url)


@pytest.fixture
def mailbox(cast, settings) -> Channel:
    """Wang's."""
    settings.EMAIL_HOST = "post.test"
    return Channel.objects.create(medium="mail", user=cast.wang, address="wang@example.cn")
