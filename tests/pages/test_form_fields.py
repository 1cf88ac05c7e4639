"""How a field is printed: what a reader of the screen hears, and what is asked of a phone."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from shuangliu.pages.forms import Chips, PhotosField, TwoTapPicker

GROUPS = [("市容环境", [("E0101", "暴露垃圾")]), ("街面秩序", [("E0501", "占道经营"), ("E0502", "乱停放")])]


class ReportForm(forms.Form):
    title = forms.CharField(label="标题", help_text="一句话说清。")
    phone = forms.CharField(label="电话", required=False)
    kind = forms.ChoiceField(label="类别", choices=GROUPS, widget=TwoTapPicker)
    urgency = forms.ChoiceField(label="紧急程度", choices=[("n", "一般"), ("u", "紧急")], widget=Chips)
    consent = forms.BooleanField(label="同意联系")
    photos = PhotosField(label="照片", most=2)


def photo(name="a.jpg", content=b"jpeg"):
    return SimpleUploadedFile(name, content)


def sent(data=None, photos=()):
    return ReportForm(data or {}, MultiValueDict({"photos": list(photos)}))


def html(form, name):
    return str(form[name].as_field_group())


def test_a_plain_field_has_a_label_and_its_help():
    printed = html(ReportForm(), "title")
    assert '<label class="field__label" for="id_title">标题</label>' in printed
    assert 'id="id_title_helptext">一句话说清。' in printed
    assert 'aria-describedby="id_title_helptext"' in printed
    assert "选填" not in printed


def test_only_what_may_stay_empty_says_so():
    assert "（选填）" in html(ReportForm(), "phone")


def test_an_error_stands_at_its_field_and_is_read_with_it():
    printed = html(sent(), "title")
    assert "field--error" in printed
    assert 'aria-invalid="true"' in printed
    assert 'aria-describedby="id_title_helptext id_title_error"' in printed
    assert 'id="id_title_error"' in printed


def test_a_group_is_a_fieldset_with_a_legend():
    printed = html(ReportForm(), "urgency")
    assert '<legend class="field__label">紧急程度</legend>' in printed
    assert printed.count('class="chip__text"') == 2
    assert 'for="id_urgency_1"' in printed


def test_one_box_comes_before_its_label():
    printed = html(ReportForm(), "consent")
    assert printed.index("<input") < printed.index("<label")


def test_the_picker_opens_the_group_that_was_chosen():
    printed = html(sent({"kind": "E0502"}), "kind")
    groups = printed.split("<details")[1:]
    assert [" open>" in group for group in groups] == [False, True]
    assert printed.count("checked") == 1


def test_the_picker_leaves_required_to_the_server():
    """In a closed group a browser could not show what is missing, and would silently send nothing."""
    assert "required" not in html(ReportForm(), "kind")
    assert sent().errors["kind"]


def test_the_summary_names_every_field_in_error():
    printed = str(sent())
    assert 'role="alert"' in printed
    for name, label in [("title", "标题"), ("photos", "照片")]:
        assert f'<a href="#id_{name}">{label}</a>' in printed


def test_photos_are_cleaned_to_a_list():
    form = sent({"title": "t", "kind": "E0101", "urgency": "n", "consent": "on"}, [photo("a.jpg"), photo("b.jpg")])
    assert form.is_valid(), form.errors
    assert [file.name for file in form.cleaned_data["photos"]] == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize(("photos", "message"), [
    ([], "请至少添加一张照片。"),
    ([photo(), photo(), photo()], "照片最多 2 张。"),
    ([photo("x.jpg", b"")], "“x.jpg”是空文件，请重新拍摄。"),
])
def test_photos_that_cannot_be_taken(photos, message):
    assert sent(photos=photos).errors["photos"] == [message]


def test_what_the_server_keeps_already_counts():
    """After an error elsewhere the photos are staged: nobody is asked for them twice."""
    form = sent()
    form.fields["photos"].widget.staged = [type("Photo", (), {"url": "/attachments/1/"})] * 2
    assert "photos" not in form.errors
    printed = html(form, "photos")
    assert printed.count("photos__tile--staged") == 2
    assert "required" not in printed


def test_text_is_escaped():
    assert "<script>" not in html(sent({"title": "<script>"}), "title")
