"""One JSON request to an address that an administrator typed in: encrypted, in time, and to nowhere else."""

import json
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import NotCarried

TIMEOUT = 10  # seconds for each answer of the other side
LONGEST = 64 * 1024  # bytes of an answer
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def check_url(url: str) -> None:
    """Raises ValidationError unless it is https, or http on this machine."""
    try:
        parts = urlsplit(url)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        raise ValidationError(_("This is not an address of a bot.")) from None
    plain = url.isascii() and url.isprintable() and " " not in url
    if not (plain and parts.hostname and port_fits) or parts.username or parts.fragment:
        raise ValidationError(_("This is not an address of a bot."))
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise ValidationError(_("The address of a bot begins with https://."))


def post_json(url: str, content: dict) -> dict:
    """The JSON answer. Raises NotCarried for whatever else comes: a redirect is not followed, the bot has moved."""
    try:
        check_url(url)
        status, answer = _exchange(url, json.dumps(content).encode())
    except ValidationError:
        raise NotCarried("not an address of a bot", is_final=True) from None
    except (OSError, HTTPException) as error:
        # Its text would name the address.
        raise NotCarried(f"no connection ({type(error).__name__})") from None
    if status != 200:
        raise NotCarried(f"HTTP {status}", is_final=status < 500 and status != 429)
    try:
        said = json.loads(answer)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise NotCarried("the answer is not JSON")
    return said


def _exchange(url: str, content: bytes) -> tuple[int, bytes]:
    parts = urlsplit(url)
    if parts.scheme == "https":
        connection = HTTPSConnection(parts.hostname, parts.port, timeout=TIMEOUT, context=ssl.create_default_context())
    else:
        connection = HTTPConnection(parts.hostname, parts.port, timeout=TIMEOUT)
    try:
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        connection.request("POST", path, content, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.read(LONGEST)
    finally:
        connection.close()
