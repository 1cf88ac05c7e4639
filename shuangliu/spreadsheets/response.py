"""A file as a download with a Chinese name."""

from typing import IO

from django.http import FileResponse

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(file: IO[bytes], name: str, kind: str) -> FileResponse:
    """`name` without its ending. Sent from disk in pieces; never shown by the browser, never kept by a proxy."""
    response = FileResponse(file, as_attachment=True, filename=f"{name}.{kind}", content_type=TYPES[kind])
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
