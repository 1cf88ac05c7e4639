"""Are the photos on the server those of the phone? The server makes each anew (no EXIF), so its own making of the
phone's very bytes is what its digest must be: equal bytes in, equal picture stored."""

import hashlib

from django.core.files.uploadedfile import SimpleUploadedFile

from shuangliu.attachments import pictures


def digests_of(files) -> list[str]:
    """SHA-256 of what the product stores of these photos: dicts with `name` and `buffer`."""
    made = [pictures.keep(SimpleUploadedFile(file["name"], file["buffer"]), file["name"]) for file in files]
    return [hashlib.sha256(kept.content).hexdigest() for kept in made]
