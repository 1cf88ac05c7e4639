"""What is accepted as a photo or paper, and what is kept of it."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from shuangliu.attachments.checks import TooLarge, check
from shuangliu.attachments.names import clean_name

from . import images

PDF = b"%PDF-1.7\n" + b"0" * 3000 + b"\n%%EOF\n"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00" + bytes(500)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_each_form_becomes_a_jpeg(form):
    kept = check(images.upload(images.picture(), form, "a.bin"), "report")
    assert (kept.name, kept.content_type, kept.width, kept.height) == ("a.jpg", "image/jpeg", 1200, 800)
    assert opened(kept.content).format == "JPEG"
    assert opened(kept.thumbnail).size == (480, 320)


def test_a_large_photo_becomes_2560_pixels_long():
    kept = check(images.upload(images.picture(3000, 6000)), "report")
    assert opened(kept.content).size == (kept.width, kept.height) == (1280, 2560)


def test_what_the_phone_wrote_is_gone_and_the_photo_stands_upright():
    file = images.phone_photo()
    assert Image.open(file).getexif().get_ifd(images.GPS)
    kept = check(file, "report")
    for content in (kept.content, kept.thumbnail):
        image = opened(content)
        assert not image.getexif()
        assert not {"exif", "comment", "xmp"} & set(image.info)
        assert b"Wang" not in content
        assert image.height > image.width
        # Turned by a quarter to the right, the red corner is on the right.
        red, green, blue = image.getpixel((image.width - 20, 20))
        assert red > 200
        assert max(green, blue) < 60


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_exif_does_not_lose_the_photo():
    kept = check(images.upload(images.picture(), exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff"), "report")
    assert kept.width == 1200


def test_a_transparent_picture_lies_on_white():
    kept = check(images.upload(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG"), "report")
    assert opened(kept.content).getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "CMYK", "1"])
def test_other_colour_modes(mode):
    form = "PNG" if mode == "1" else "JPEG"
    assert opened(check(images.upload(Image.new(mode, (40, 40)), form), "report").content).mode == "RGB"


def test_a_phones_second_frame_is_left_out():
    """Portrait photos carry a depth map (MPO): they are photos, not animations."""
    file = images.upload(images.picture(), "MPO", save_all=True, append_images=[images.picture(200, 200)])
    assert Image.open(file).format == "MPO"
    assert check(file, "report").width == 1200


@pytest.mark.parametrize(
    ("file", "code", "words"),
    [
        (SimpleUploadedFile("现场.jpg", images.HTML, "image/jpeg"), "not_a_picture", "“现场.jpg”不是照片"),
        (SimpleUploadedFile("a.gif", b"GIF89a" + bytes(100)), "not_a_picture", "不是照片"),
        (SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "not_a_picture", "不是照片"),
        (SimpleUploadedFile("a.jpg", PDF), "not_a_picture", "不是照片"),
        (SimpleUploadedFile("IMG_1.HEIC", HEIC), "heic", "兼容性最佳"),
        (SimpleUploadedFile("a.jpg", images.photo().read()[:3000]), "damaged", "已损坏"),
        (SimpleUploadedFile("a.png", images.upload(images.picture(), "PNG").read()[:600]), "damaged", "已损坏"),
        (images.bomb(), "too_many_pixels", "像素过大"),
        (images.animation(), "animated", "动图"),
    ],
    ids=["html", "gif", "svg", "pdf", "heic", "truncated jpeg", "truncated png", "bomb", "animation"],
)
def test_what_is_not_a_photo_is_refused_with_the_reason(file, code, words):
    with pytest.raises(ValidationError) as refusal:
        check(file, "report")
    assert refusal.value.code == code
    assert words in refusal.value.messages[0]


def test_a_photo_of_too_many_pixels_is_refused_before_it_is_decoded():
    with pytest.raises(ValidationError) as refusal:
        check(images.upload(Image.new("L", (6000, 5000)), "PNG"), "report")
    assert refusal.value.code == "too_many_pixels"


def test_20_megabytes_are_too_large():
    with pytest.raises(TooLarge) as refusal:
        check(SimpleUploadedFile("大.jpg", bytes(20 * 1024 * 1024)), "report")
    assert refusal.value.messages == ["“大.jpg”大小为 20.0\xa0MB，每个文件不得超过 10.0\xa0MB。"]


def test_a_pdf_is_a_paper_and_kept_as_it_is():
    kept = check(SimpleUploadedFile("协议书.docx", PDF), "paper")
    assert (kept.name, kept.content_type, kept.content) == ("协议书.pdf", "application/pdf", PDF)
    assert (kept.thumbnail, kept.width) == (b"", None)


def test_a_paper_may_be_photographed():
    assert check(images.photo(), "paper").content_type == "image/jpeg"


def test_half_a_pdf_is_damaged():
    with pytest.raises(ValidationError, match="已损坏"):
        check(SimpleUploadedFile("a.pdf", PDF[:2000]), "paper")


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\照片\\现场.jpg", "现场.jpg"),
        ("a\x00b\r\n.jpg", "ab.jpg"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("𠮷野家😀.jpg", "𠮷野家😀.jpg"),
        ("..", "file"),
        ("", "file"),
        (None, "file"),
        ("长" * 300 + ".jpg", "长" * 96 + ".jpg"),
    ],
)
def test_names_lose_what_does_harm(given, cleaned):
    assert clean_name(given) == cleaned
