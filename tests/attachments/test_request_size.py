"""A request that is far too large."""

import io

import pytest

from shuangliu.attachments.middleware import RequestSizeMiddleware

MEGABYTE = 1024 * 1024


class Endless(io.RawIOBase):
    """A body of so many bytes that takes no room, and remembers how much of it was read."""

    def __init__(self, size):
        self.left, self.largest = size, 0

    def read(self, size=-1):
        assert size >= 0, "read in one piece"
        size = min(size, self.left)
        self.left -= size
        self.largest = max(self.largest, size)
        return bytes(size)


def post(rf, size, path="/"):
    body = Endless(size)
    return rf.post(path, CONTENT_LENGTH=str(size), **{"wsgi.input": body}), body


@pytest.mark.parametrize(("path", "words"), [("/incidents/new/", "413"), ("/api/v1/incidents/", "too_large")])
def test_it_is_refused_without_keeping_anything(rf, path, words):
    request, body = post(rf, 61 * MEGABYTE, path)
    response = RequestSizeMiddleware(lambda request: pytest.fail("let through"))(request)
    assert response.status_code == 413
    assert words in response.content.decode()
    assert body.largest <= 64 * 1024
    assert body.left == 0  # the browser could finish, and shows the answer


def test_patience_ends(rf):
    request, body = post(rf, 5000 * MEGABYTE)
    assert RequestSizeMiddleware(None)(request).status_code == 413
    assert body.left > 4000 * MEGABYTE


@pytest.mark.parametrize("length", ["", "x", str(60 * MEGABYTE)])
def test_others_pass(rf, length):
    request = rf.post("/", CONTENT_LENGTH=length)
    assert RequestSizeMiddleware(lambda request: "through")(request) == "through"
