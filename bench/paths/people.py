"""Browsers of the demo accounts, and one that passes no middleware."""

from django.test import Client, override_settings

from shuangliu.accounts.models import User

HERE = {"SERVER_NAME": "localhost", "headers": {"accept-language": "zh-hans"}}


def browser(username: str) -> Client:
    """Signed in, and past the first page, which writes the session."""
    client = Client(**HERE)
    client.force_login(User.objects.get(username=username), "django.contrib.auth.backends.ModelBackend")
    client.get("/")
    return client


def bare_browser() -> Client:
    """Reaches the view without any middleware."""
    client = Client(**HERE)
    with override_settings(MIDDLEWARE=[]):
        client.handler.load_middleware()
    return client


def get(client: Client, url: str) -> bytes:
    """The page. Raises RuntimeError for anything but a page."""
    response = client.get(url)
    if response.status_code != 200:
        raise RuntimeError(f"{url}: {response.status_code}")
    return response.content
