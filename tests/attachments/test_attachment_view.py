"""/attachments/<pk>/: seen by whoever sees the matter, and never run by a browser."""

from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from shuangliu import attachments
from shuangliu.attachments import guards

from . import images
from .test_checks import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def guarded(monkeypatch):
    """The files of areas are seen by Wang and Zhao."""
    monkeypatch.setattr(guards, "_GUARDS", {})
    attachments.guard("grids.area", lambda user, matter_id: user.username in {"wang", "zhao"})


@pytest.fixture
def photo(cast, now):
    draft = uuid4()
    photo = attachments.stage(draft, images.photo("井盖.jpg"), "report", cast.wang, at=now)
    attachments.claim(draft, cast.grid, by=cast.wang)
    photo.refresh_from_db()
    return photo


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_whoever_sees_the_matter_sees_its_photo(cast, browser, guarded, photo):
    response = browser(cast.zhao).get(photo.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"].startswith("inline; filename*=utf-8''")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "private, no-cache"
    assert len(body(response)) == photo.size
    assert len(body(browser(cast.zhao).get(photo.thumbnail_url))) < photo.size


def test_a_stranger_gets_404(cast, browser, guarded, photo):
    assert browser(cast.qian).get(photo.url).status_code == 404
    assert browser(cast.qian).get(photo.thumbnail_url).status_code == 404
    assert browser(cast.qian).get(reverse("attachments:attachment", kwargs={"pk": 987654})).status_code == 404


def test_who_is_not_signed_in_is_sent_to_the_sign_in(browser, guarded, photo):
    response = browser().get(photo.url)
    assert response.status_code == 302
    assert reverse("accounts:login") in response["Location"]


def test_files_of_matters_that_nobody_guards_are_seen_by_nobody(cast, browser, monkeypatch, photo):
    monkeypatch.setattr(guards, "_GUARDS", {})
    assert browser(cast.wang).get(photo.url).status_code == 404


def test_a_staged_file_is_its_uploaders_alone(cast, browser, guarded, now):
    photo = attachments.stage(uuid4(), images.photo(), "report", cast.wang, at=now)
    assert browser(cast.wang).get(photo.url).status_code == 200
    assert browser(cast.zhao).get(photo.url).status_code == 404


def test_a_browser_that_has_it_is_told_so_but_asks_each_time(cast, browser, guarded, photo):
    client = browser(cast.wang)
    etag = client.get(photo.url)["ETag"]
    again = client.get(photo.url, headers={"If-None-Match": etag})
    assert (again.status_code, again["Cache-Control"]) == (304, "private, no-cache")
    assert browser(cast.qian).get(photo.url, headers={"If-None-Match": etag}).status_code == 404


def test_a_paper_is_downloaded_not_shown(cast, browser, now):
    paper = attachments.stage(uuid4(), SimpleUploadedFile("协议.pdf", PDF), "paper", cast.feng, at=now)
    response = browser(cast.feng).get(paper.url)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment;")
    assert browser(cast.feng).get(paper.thumbnail_url).status_code == 404


def test_a_file_that_is_lost_is_404(cast, browser, guarded, photo):
    default_storage.delete(photo.file.name)
    assert browser(cast.wang).get(photo.url).status_code == 404


def test_it_cannot_be_posted_to(cast, browser, guarded, photo):
    assert browser(cast.wang).post(photo.url).status_code == 405


def test_the_admin_only_looks(admin_client, photo):
    url = reverse("admin:attachments_attachment_change", args=[photo.pk])
    response = admin_client.get(url)
    assert response.status_code == 200
    assert photo.file.name not in response.content.decode()
    assert admin_client.post(url, {"role": "after"}).status_code == 403
    assert admin_client.get(reverse("admin:attachments_attachment_add")).status_code == 403
