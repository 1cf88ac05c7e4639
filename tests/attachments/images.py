"""Pictures made for tests, as uploads."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F
HTML = b"<!doctype html><html><script>alert(1)</script></html>"


def picture(width=1200, height=800, colour="teal", mode="RGB") -> Image.Image:
    """One colour, with a red mark in the upper left corner that tells which way is up."""
    image = Image.new(mode, (width, height), colour)
    image.paste(Image.new(mode, (width // 4, height // 4), "red"), (0, 0))
    return image


def upload(image: Image.Image, form="JPEG", name="现场.jpg", **options) -> SimpleUploadedFile:
    out = io.BytesIO()
    image.save(out, form, **options)
    return SimpleUploadedFile(name, out.getvalue())


def photo(name="现场.jpg", colour="teal") -> SimpleUploadedFile:
    """An ordinary photo; another colour is another photo."""
    return upload(picture(colour=colour), name=name)


def phone_photo() -> SimpleUploadedFile:
    """Held upright (stored on its side, EXIF orientation 6), with the place and the maker's name in it."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = 6, "Phone of Wang"
    exif.get_ifd(GPS).update({1: "N", 2: (30.0, 34.0, 12.0), 3: "E", 4: (103.0, 55.0, 12.0)})
    return upload(picture(), exif=exif, comment=b"taken by Wang", quality=90)


def bomb() -> SimpleUploadedFile:
    """A PNG of 50,000 x 50,000 black pixels in a few kilobytes: 2.5 GB when decoded."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 0, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(bytes(100_000))), chunk(b"IEND", b"")]
    return SimpleUploadedFile("bomb.png", b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def animation() -> SimpleUploadedFile:
    return upload(picture(), "PNG", "move.png", save_all=True, append_images=[picture(colour="blue")])
