"""What a phone keeps to open without a network."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from patrol.field import addresses_of
from tests.incidents.story import make_kinds

from .story import sent_note

BUDGET = 100 * 1024  # bytes of script, gzipped, for a page of a phone


def test_the_manifest_can_be_installed(client):
    answer = client.get("/manifest.webmanifest")
    said = answer.json()
    assert answer["Content-Type"] == "application/manifest+json"
    assert (said["start_url"], said["display"]) == ("/patrol/", "standalone")
    assert {(icon["sizes"], icon["purpose"]) for icon in said["icons"]} == {
        ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    for size, purpose in [(192, "any"), (512, "any"), (512, "maskable")]:
        assert finders.find(f"img/app/{purpose}-{size}.png")


def test_the_service_worker_knows_what_to_keep(client):
    answer = client.get("/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert "no-cache" in answer["Cache-Control"]
    kept = json.loads(re.match(r"self\.shell = (.*);", answer.content.decode())[1])
    assert kept["offline"] == reverse("offline")
    assert re.fullmatch(r"[0-9a-f]{12}", kept["version"])
    assert len(kept["static"]) == len(set(kept["static"])) > 8


def test_the_offline_page_names_nobody_and_asks_for_no_session(phone, cast):
    page = phone.get(reverse("offline"))
    assert cast.wang.name not in page.content.decode()
    assert reverse("patrol:outbox") in page.content.decode()


def test_a_worker_keeps_pages_and_outlines_and_nobody_else_theirs(cast):
    kept = addresses_of(cast.wang)
    assert kept[-2:] == ["/grids/outlines/?area=510116001001", "/grids/outlines/?area=510116001001001"]
    assert {"/patrol/", "/incidents/new/", "/patrol/notes/new/", "/patrol/outbox/"} <= set(kept)
    assert "/patrol/" not in addresses_of(cast.zhao)
    assert addresses_of(cast.zhou) == []


@pytest.mark.parametrize("path", ["/patrol/", "/incidents/new/", "/patrol/notes/new/", "/patrol/outbox/"])
def test_what_is_kept_opens_and_says_where_the_outbox_is(phone, path):
    make_kinds()
    page = phone.get(path).content.decode()
    assert 'data-behaviour="unsent"' in page
    assert 'rel="manifest"' in page


def test_a_copy_spends_nothing_that_is_shown_once(phone, cast):
    make_kinds()
    phone.post(reverse("patrol:note-new"), sent_note())
    copy = phone.get("/patrol/", headers={"X-Offline-Copy": "1"})
    assert "已记录" not in copy.content.decode()
    assert "已记录" in phone.get("/patrol/").content.decode()


def test_script_of_a_page_fits_a_bad_line(phone):
    """All that the pages of the field load, together."""
    shell = json.loads(Path(finders.find("built/field/shell.json")).read_text())
    scripts = [name for name in [*shell["named"], *shell["hashed"]] if name.endswith(".js")]
    total = sum(len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in scripts)
    assert total < BUDGET
