"""Drawn pictures in the place of photographs: a street, and in it what was reported, or nothing any more."""

import functools
import io
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from .street import SIZE, SKIES, draw_street
from .things import THINGS

VARIANTS = 4


def picture(scene: str, variant: int, *, settled: bool = False) -> SimpleUploadedFile:
    """A JPEG of the scene (a key of THINGS), one of VARIANTS; `settled` shows the place with nothing left to do."""
    name = f"{scene}-{'after' if settled else 'before'}.jpg"
    return SimpleUploadedFile(name, _jpeg(scene, variant % VARIANTS, settled), "image/jpeg")


@functools.cache
def _jpeg(scene: str, variant: int, settled: bool) -> bytes:
    random = Random(f"{scene} {variant}")  # noqa: S311 - no secrets here
    image = Image.new("RGB", SIZE, random.choice(SKIES))
    draw = ImageDraw.Draw(image)
    draw_street(draw, random)
    if not settled:
        THINGS[scene](draw, random)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=82)
    return out.getvalue()
