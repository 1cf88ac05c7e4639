"""Files are staged with a form, claimed by a matter, or forgotten."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from shuangliu import attachments
from shuangliu.attachments.models import Attachment
from shuangliu.retention import forgetting

from . import images

pytestmark = pytest.mark.django_db


def stored_files(folder="") -> list[str]:
    folders, files = default_storage.listdir(folder) if default_storage.exists(folder) else ([], [])
    return files + [file for name in folders for file in stored_files(f"{folder}/{name}".strip("/"))]


def test_stage_claim_show(cast, now):
    draft = uuid4()
    first = attachments.stage(draft, images.photo("一.jpg"), "report", cast.wang, at=now)
    attachments.stage(draft, images.photo("二.jpg", "blue"), "reply", cast.wang, at=now)
    assert [file.name for file in attachments.staged(draft, cast.wang)] == ["一.jpg", "二.jpg"]
    assert first.file.name.startswith("2026/03/")
    assert "一" not in first.file.name
    assert first.size == default_storage.size(first.file.name)

    assert attachments.claim(draft, cast.grid, by=cast.wang, role="report") == 1
    assert attachments.claim(draft, cast.grid, by=cast.wang) == 1
    assert attachments.claim(draft, cast.grid, by=cast.wang) == 0
    assert [file.name for file in attachments.of(cast.grid)] == ["一.jpg", "二.jpg"]
    assert [file.name for file in attachments.of(cast.grid, "reply")] == ["二.jpg"]
    assert not attachments.of(cast.town).exists()


def test_sent_twice_kept_once(cast, now):
    draft = uuid4()
    pks = {attachments.stage(draft, images.photo(), "report", cast.wang, at=now).pk for _ in range(2)}
    assert len(pks) == 1
    assert len(stored_files()) == 2  # the photo and its thumbnail


def test_nobody_claims_or_removes_what_another_has_staged(cast, now):
    draft = uuid4()
    photo = attachments.stage(draft, images.photo(), "report", cast.wang, at=now)
    assert attachments.claim(draft, cast.grid, by=cast.li) == 0
    assert not attachments.remove(photo, by=cast.li)
    assert not attachments.staged(draft, cast.li)
    assert attachments.staged(draft, cast.wang).get() == photo


def test_taken_back_it_is_gone_from_the_disk(cast, now):
    photo = attachments.stage(uuid4(), images.photo(), "report", cast.wang, at=now)
    assert attachments.remove(photo, by=cast.wang)
    assert not attachments.remove(photo, by=cast.wang)
    assert stored_files() == []


def test_what_is_claimed_cannot_be_taken_back(cast, now):
    draft = uuid4()
    photo = attachments.stage(draft, images.photo(), "report", cast.wang, at=now)
    attachments.claim(draft, cast.grid, by=cast.wang)
    assert not attachments.remove(photo, by=cast.wang)
    assert default_storage.exists(photo.file.name)


def test_a_refused_file_leaves_nothing(cast, now):
    with pytest.raises(ValidationError):
        attachments.stage(uuid4(), SimpleUploadedFile("a.jpg", images.HTML), "report", cast.wang, at=now)
    assert not Attachment.objects.exists()
    assert stored_files() == []


def test_a_full_disk_leaves_no_row(cast, now, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "save", full)
    with pytest.raises(OSError, match="No space"):
        attachments.stage(uuid4(), images.photo(), "report", cast.wang, at=now)
    assert not Attachment.objects.exists()


def forgotten(at) -> int:
    return forgetting.forget(at=at, only="attachment.draft")["attachment.draft"]


def test_drafts_are_forgotten_after_three_days(cast, now):
    old, young, claimed = uuid4(), uuid4(), uuid4()
    attachments.stage(old, images.photo("old.jpg"), "report", cast.wang, at=now - timedelta(days=3, minutes=1))
    attachments.stage(young, images.photo("young.jpg"), "report", cast.wang, at=now - timedelta(days=2))
    attachments.stage(claimed, images.photo("claimed.jpg"), "report", cast.wang, at=now - timedelta(days=30))
    attachments.claim(claimed, cast.grid, by=cast.wang)
    assert forgotten(now) == 1
    assert {file.name for file in Attachment.objects.all()} == {"young.jpg", "claimed.jpg"}
    assert len(stored_files()) == 4
    assert forgotten(now) == 0


def test_a_crash_before_the_bytes_is_cleared_away_later(cast, now):
    """The row is there, its file is not."""
    photo = attachments.stage(uuid4(), images.photo(), "report", cast.wang, at=now)
    default_storage.delete(photo.file.name)
    assert forgotten(now + timedelta(days=4)) == 1
    assert stored_files() == []


@pytest.mark.parametrize("change", [
    {"matter_type": "grids.area", "matter_id": 7},
    {"draft": None},
    {"role": "selfie"},
    {"thumbnail": ""},
])
def test_the_database_keeps_the_promises(cast, now, change):
    photo = attachments.stage(uuid4(), images.photo(), "report", cast.wang, at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=photo.pk).update(**change)
