"""A table as a file: csv or xlsx, with an entry in the log."""

from django.core.exceptions import BadRequest
from django.utils.timezone import localtime, now

from shuangliu import audit, spreadsheets


def send(request, sheet: spreadsheets.Sheet, verb: str, **detail):
    """`?format=csv|xlsx`. Raises BadRequest for another."""
    kind = request.GET.get("format", "csv")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    at = now()
    file = spreadsheets.write([sheet], kind)
    audit.record(verb, None, by=request.user, at=at, format=kind, **detail)
    return spreadsheets.download(file, sheet.name + localtime(at).strftime(" %Y-%m-%d %H%M"), kind)
