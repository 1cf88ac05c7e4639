"""Photographs: read whatever a phone makes, keep a plain JPEG of it without what the phone wrote into the file."""

import io
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from .names import clean_name

LONG_SIDE, QUALITY = 2560, 85  # pixels; reads a door plate across the street, about 1 MB
THUMBNAIL_SIDE, THUMBNAIL_QUALITY = 480, 80
# A JPEG is decoded at a reduced scale, others in full: that is what their pixels cost in memory.
MOST_PIXELS = {"JPEG": 65_000_000, "MPO": 65_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)


@dataclass(frozen=True)
class Kept:
    """What is stored of an upload; thumbnail, width and height (pixels) of pictures only."""

    name: str
    content_type: str
    content: bytes
    thumbnail: bytes = b""
    width: int | None = None
    height: int | None = None


def keep(file: UploadedFile, name: str) -> Kept:
    """The picture as JPEG, upright, at most LONG_SIDE, without EXIF (place, time, device). Raises ValidationError."""
    image = _open(file, name)
    try:
        picture = _plain(image)
    except BROKEN as error:
        raise ValidationError(_("“%(name)s” is damaged or incomplete. Please send it again."), code="damaged",
                              params={"name": name}) from error
    width, height = picture.size
    content = _jpeg(picture, QUALITY)
    picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    return Kept(clean_name(name, ".jpg"), "image/jpeg", content, _jpeg(picture, THUMBNAIL_QUALITY), width, height)


def _open(file: UploadedFile, name: str) -> Image.Image:
    """The header only: nothing is decoded before its size is known to be bearable."""
    file.seek(0)
    try:
        image = Image.open(file, formats=["JPEG", "PNG", "WEBP"])
        frames = getattr(image, "n_frames", 1)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(name) from error
    except (UnidentifiedImageError, *BROKEN) as error:
        raise ValidationError(_("“%(name)s” is not a photo. JPEG, PNG or WebP is needed."), code="not_a_picture",
                              params={"name": name}) from error
    if image.width * image.height > MOST_PIXELS[image.format]:
        raise _too_many_pixels(name)
    # Phones put a depth map or a preview as a second frame into a JPEG (MPO): the first is the photo.
    if frames > 1 and image.format != "MPO":
        raise ValidationError(_("“%(name)s” is an animation. Please send a photo."), code="animated",
                              params={"name": name})
    return image


def _too_many_pixels(name: str) -> ValidationError:
    return ValidationError(_("“%(name)s” has too many pixels. Please send a smaller picture."), code="too_many_pixels",
                           params={"name": name})


def _plain(image: Image.Image) -> Image.Image:
    """Decoded, reduced, upright, RGB, and nothing else."""
    image.draft("RGB", (LONG_SIDE, LONG_SIDE))
    image.load()
    with suppress(*BROKEN):  # what a camera wrote about the picture may be broken where the picture is not
        ImageOps.exif_transpose(image, in_place=True)
    image.thumbnail((LONG_SIDE, LONG_SIDE))
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image)
    image = image.convert("RGB")
    image.info.clear()
    return image


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
