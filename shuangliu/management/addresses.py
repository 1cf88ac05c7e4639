"""Where the product is to be reached: is the port free, which hosts are ours, does it answer."""

import errno
import http.client
import ipaddress
import socket

LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]


def obstacle(host: str, port: int) -> str:
    """Why no server can listen there ("is taken"); nothing when one can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return "is taken" if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror}"
    return ""


def hosts_of(host: str) -> list[str]:
    """The names by which browsers may ask for a server that listens on `host`."""
    if host in LOOPBACK or host == "::1":
        return LOOPBACK
    if _is_everywhere(host):
        return [*LOOPBACK, socket.gethostname(), *_own_address()]
    return [*LOOPBACK, f"[{host}]" if ":" in host else host]


def url_of(host: str, port: int) -> str:
    """An address to type into a browser on this machine."""
    if _is_everywhere(host):
        host = "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def answers(host: str, port: int, *, as_host: str) -> bool:
    """Does /readyz say 200? Asked without any proxy; `as_host` is the name the server knows itself by."""
    connection = http.client.HTTPConnection("127.0.0.1" if _is_everywhere(host) else host, port, timeout=2)
    try:
        connection.request("GET", "/readyz", headers={"Host": as_host})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _is_everywhere(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def _own_address() -> list[str]:
    """The address by which this machine reaches others, where there is one. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return []
        return [probe.getsockname()[0]]
