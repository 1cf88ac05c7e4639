"""Where the product listens, and by which names it may be asked."""

import socket

import pytest

from shuangliu.management.addresses import answers, hosts_of, obstacle, url_of


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_is_taken_is_noticed(taken):
    assert obstacle("127.0.0.1", taken) == "is taken"


def test_a_port_that_is_free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert obstacle("127.0.0.1", port) == ""


def test_a_host_that_is_not_ours_is_not_called_taken():
    assert obstacle("192.0.2.7", 8000).startswith("cannot be used: ")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_on_this_machine_alone_it_has_only_local_names(host):
    assert hosts_of(host) == ["localhost", "127.0.0.1", "[::1]"]


def test_in_the_office_it_has_its_address_too():
    assert "10.1.2.3" in hosts_of("10.1.2.3")
    assert "[fd00::7]" in hosts_of("fd00::7")
    assert socket.gethostname() in hosts_of("0.0.0.0")


@pytest.mark.parametrize(("host", "url"), [
    ("127.0.0.1", "http://127.0.0.1:8000/"),
    ("0.0.0.0", "http://127.0.0.1:8000/"),
    ("::1", "http://[::1]:8000/"),
    ("10.1.2.3", "http://10.1.2.3:8000/"),
])
def test_the_address_can_be_typed_into_a_browser(host, url):
    assert url_of(host, 8000) == url



def test_who_is_not_there_is_not_ready():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert not answers("127.0.0.1", port, as_host="localhost")
