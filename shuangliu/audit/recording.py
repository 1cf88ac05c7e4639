"""Writing entries and reading them back."""

from datetime import datetime

from django.db import models

from shuangliu.pages.requests import current_request
from shuangliu.privacy.masking import mask_numbers

from .chain import mac_of
from .models import Entry


def entry(
    verb: str, matter: models.Model | None, *, by, at: datetime, purpose: str = "", request=None, **detail
) -> Entry:
    """An unsaved Entry with its mac: for bulk_create. `by` is a User or None for the system itself."""
    request = request or current_request()
    new = Entry(
        at=at,
        verb=verb,
        actor_id=by.pk if by else None,
        actor_name=(by.name or by.username) if by else "",
        matter_type=matter._meta.label_lower if matter is not None else "",
        matter_id=matter.pk if matter is not None else None,
        area_key=getattr(matter, "area_key", None),
        # Whoever says why is asked for no numbers; should there be one, it stands here for years.
        purpose=mask_numbers(purpose),
        detail={name: mask_numbers(value) if isinstance(value, str) else value
                for name, value in detail.items() if value not in (None, "")},
        address=request.META.get("REMOTE_ADDR") or None if request else None,
        request_number=getattr(request, "number", ""),
    )
    new.mac = mac_of(new)
    return new


def record(verb: str, matter: models.Model | None, *, by, at: datetime, **detail) -> Entry:
    """Write that `by` (None: the system) did `verb` ("case.closed") to `matter` at `at`.

    Call it inside the transaction of the act, so that both happen or neither. `purpose=` says why personal
    data was looked at. The detail must hold no personal data in clear.
    """
    new = entry(verb, matter, by=by, at=at, **detail)
    new.save(force_insert=True)
    return new


def history(matter: models.Model) -> models.QuerySet[Entry]:
    """The entries of one matter, oldest first."""
    return Entry.objects.filter(matter_type=matter._meta.label_lower, matter_id=matter.pk).order_by("id")
