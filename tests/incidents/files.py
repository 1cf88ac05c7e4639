"""Files that are no photos."""

from django.core.files.uploadedfile import SimpleUploadedFile


def html_called_jpg() -> SimpleUploadedFile:
    return SimpleUploadedFile("照片.jpg", b"<html><script>alert(1)</script></html>", "image/jpeg")


def huge() -> SimpleUploadedFile:
    """20 MB that begin like a JPEG."""
    return SimpleUploadedFile("大图.jpg", b"\xff\xd8\xff\xe0" + bytes(20 * 1024 * 1024), "image/jpeg")
