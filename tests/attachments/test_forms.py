"""A form with photos: what was good once is kept while the rest is put right."""

from uuid import uuid4

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

from shuangliu import attachments
from shuangliu.attachments.forms import StagedPhotosField, WithFiles, status
from shuangliu.attachments.models import Attachment, Role

from . import images

pytestmark = pytest.mark.django_db


class ReportForm(WithFiles):
    text = forms.CharField()
    photos = StagedPhotosField(role=Role.REPORT, most=3)


def send(user, *files, draft=None, **fields) -> ReportForm:
    request = RequestFactory().post("/", {"uuid": str(draft or uuid4()), **fields})
    return ReportForm(request.POST, MultiValueDict({"photos": list(files)}), by=user)


def test_all_well(cast):
    form = send(cast.wang, images.photo("一.jpg"), images.photo("二.jpg", "blue"), text="井盖缺失")
    assert form.is_valid(), form.errors
    assert [photo.name for photo in form.cleaned_data["photos"]] == ["一.jpg", "二.jpg"]
    assert attachments.claim(form.cleaned_data["uuid"], cast.grid, by=cast.wang) == 2


def test_an_empty_form_brings_a_new_uuid(cast):
    first, second = ReportForm(by=cast.wang), ReportForm(by=cast.wang)
    assert first["uuid"].value() != second["uuid"].value()


def test_photos_survive_a_mistake_elsewhere(cast):
    draft = uuid4()
    form = send(cast.wang, images.photo("一.jpg"), draft=draft, text="")
    assert not form.is_valid()
    (photo,) = Attachment.objects.all()
    html = str(form["photos"])
    assert photo.thumbnail_url in html
    assert f'name="photos-remove" value="{photo.pk}"' in html
    assert "required" not in html
    assert str(draft) in str(form["uuid"])

    again = send(cast.wang, draft=draft, text="井盖缺失")
    assert again.is_valid(), again.errors
    assert again.cleaned_data["photos"] == [photo]


def test_one_bad_file_does_not_lose_the_good_one(cast):
    form = send(cast.wang, images.photo("好.jpg"), SimpleUploadedFile("坏.jpg", images.HTML),
                SimpleUploadedFile("大.jpg", bytes(11 * 1024 * 1024)), text="井盖缺失")
    assert not form.is_valid()
    assert len(form.errors["photos"]) == 2
    assert "“坏.jpg”不是照片" in form.errors["photos"][0]
    assert "“大.jpg”" in form.errors["photos"][1]
    assert status(form) == 413
    assert "好.jpg" in str(form["photos"])


def test_other_mistakes_are_422(cast):
    form = send(cast.wang, SimpleUploadedFile("坏.jpg", images.HTML), text="井盖缺失")
    assert not form.is_valid()
    assert status(form) == 422


def test_no_photo_at_all(cast):
    form = send(cast.wang, text="井盖缺失")
    assert form.errors["photos"] == ["请至少添加一张照片。"]


def test_those_sent_before_count(cast):
    draft = uuid4()
    send(cast.wang, images.photo("一.jpg"), images.photo("二.jpg", "blue"), draft=draft).is_valid()
    more = send(cast.wang, images.photo("三.jpg", "red"), images.photo("四.jpg", "gold"), draft=draft, text="x")
    assert "photos" in more.errors


def test_one_is_taken_back(cast):
    draft = uuid4()
    send(cast.wang, images.photo("一.jpg"), images.photo("二.jpg", "blue"), draft=draft).is_valid()
    first = Attachment.objects.get(name="一.jpg")
    form = send(cast.wang, draft=draft, text="x", **{"photos-remove": [first.pk, "x", "99999"]})
    assert form.is_valid()
    assert [photo.name for photo in form.cleaned_data["photos"]] == ["二.jpg"]


def test_anothers_draft_is_not_shown(cast):
    draft = uuid4()
    send(cast.wang, images.photo(), draft=draft).is_valid()
    form = send(cast.li, draft=draft, text="x")
    assert "photos" in form.errors
    assert "photos-remove" not in str(form["photos"])


@pytest.mark.parametrize("draft", ["", "no-uuid", "\x00"])
def test_a_broken_uuid_stages_nothing(cast, draft):
    request = RequestFactory().post("/", {"uuid": draft, "text": "x"})
    form = ReportForm(request.POST, MultiValueDict({"photos": [images.photo()]}), by=cast.wang)
    assert not form.is_valid()
    assert "uuid" in form.errors
    assert not Attachment.objects.exists()
