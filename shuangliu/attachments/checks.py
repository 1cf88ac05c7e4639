"""Is an uploaded file what it should be? The content decides, never the name or what the browser says.

A refusal is a ValidationError with a code: too_large (answered 413), not_a_picture, heic, damaged, too_many_pixels,
animated, not_a_paper.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from . import pictures
from .models import Role
from .names import clean_name
from .pictures import Kept

# Brands of ISO media files (bytes 4-12: "ftyp" + brand) that phones write as photos and Pillow does not read.
HEIC = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}


class TooLarge(ValidationError):
    """The file is larger than FILE_UPLOAD_MAX_BYTES."""


def check(file: UploadedFile, role: str) -> Kept:
    """What is to be stored of this upload. Raises ValidationError (TooLarge) that says why not, naming the file."""
    name = clean_name(file.name)
    if file.size > settings.FILE_UPLOAD_MAX_BYTES:
        raise TooLarge(
            _("“%(name)s” has %(size)s; at most %(most)s a file."), code="too_large",
            params={"name": name, "size": filesizeformat(file.size),
                    "most": filesizeformat(settings.FILE_UPLOAD_MAX_BYTES)})
    file.seek(0)
    head = file.read(16)
    if role == Role.PAPER and head.startswith(b"%PDF-"):
        return _paper(file, name)
    if head[4:8] == b"ftyp" and head[8:12] in HEIC:
        raise ValidationError(
            _("“%(name)s” is a HEIC photo, which cannot be read here. Send it as JPEG (iPhone: Settings, Camera, "
              "Formats, Most Compatible)."), code="heic", params={"name": name})
    return pictures.keep(file, name)


def _paper(file: UploadedFile, name: str) -> Kept:
    file.seek(0)
    content = file.read()
    # The end mark stands in the last kilobyte: without it the upload broke off.
    if b"%%EOF" not in content[-1024:]:
        raise ValidationError(_("“%(name)s” is damaged or incomplete. Please send it again."), code="damaged",
                              params={"name": name})
    return Kept(name=clean_name(name, ".pdf"), content_type="application/pdf", content=content)
