"""The part of a page that the page asks for again by itself (static/js/behaviours/refresh.js)."""

import hashlib

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

HEADER = "X-Fragment"


def mark_of(*parts) -> str:
    """A word that changes when any of `parts` does."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def is_asked(request) -> bool:
    """Does the page ask for the part alone?"""
    return HEADER in request.headers


def answer(request, template: str, context: dict, mark: str) -> HttpResponse:
    """The part; 304 and nothing more when what the browser has (If-None-Match) is still true."""
    etag = quote_etag(mark)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = render(request, template, context)
        response["ETag"] = etag
    patch_vary_headers(response, [HEADER, "Cookie"])
    response["Cache-Control"] = "private, no-cache"
    return response
