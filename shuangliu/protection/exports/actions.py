"""Asking for an export in clear, deciding on it, fetching it."""

from datetime import datetime
from typing import IO
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .. import news, purposes
from ..models import ExportRequest
from ..models.exports import KEPT
from . import files
from .registry import MOST, get

State = ExportRequest.State


class TooMany(Exception):
    """More rows than one request may ask for."""


class Nothing(Exception):
    """No row fits."""


@transaction.atomic
def ask(*, by, at: datetime, uuid: UUID, what: str, filters: dict, chosen: dict, fields: list[str], purpose: str,
        words: str, recipient: str) -> ExportRequest:
    """Write down what is wanted, and tell who decides. The same form sent twice asks once. Raises TooMany, Nothing.

    `filters` is what was typed, `chosen` what the form of the exporter made of it.
    """
    if known := ExportRequest.objects.filter(uuid=uuid, by=by).first():
        return known
    exporter = get(what)
    count = exporter.rows(by, **chosen).order_by()[: MOST + 1].count()
    if count > MOST:
        raise TooMany(_("More than %(most)s rows. Ask for parts.") % {"most": f"{MOST:,}"})
    if not count:
        raise Nothing(_("No row fits."))
    request = ExportRequest.objects.create(
        uuid=uuid, by=by, at=at, what=what, filters=filters, fields=sorted(fields), purpose=purpose, words=words,
        recipient=recipient, count=count, area_key=exporter.area_key(by))
    audit.record("export.asked", request, by=by, at=at, purpose=purposes.said(purpose, words), what=what, rows=count,
                 fields=request.fields)
    news.asked(request)
    return request


@transaction.atomic
def approve(request: ExportRequest, *, by, at: datetime) -> None:
    """A job makes the file within a minute. Raises Conflict."""
    _decide(request, State.APPROVED, by=by, at=at)
    audit.record("export.approved", request, by=by, at=at)


@transaction.atomic
def refuse(request: ExportRequest, *, by, at: datetime, reason: str) -> None:
    """Raises Conflict."""
    _decide(request, State.REFUSED, by=by, at=at, reason=reason)
    audit.record("export.refused", request, by=by, at=at)
    news.told(request, news.REFUSED, at=at)


@transaction.atomic
def fetch(request: ExportRequest, *, by, at: datetime) -> IO[bytes]:
    """The file; each time is counted and logged. Raises Conflict when it is not there, or not any more."""
    there = ExportRequest.objects.filter(pk=request.pk, made_at__gt=at - KEPT).exclude(file="")
    if not there.update(state=State.FETCHED, fetched_count=F("fetched_count") + 1):
        raise Conflict(_("There is no file to fetch: it is not made yet, or its day is over."), matter=request)
    ExportRequest.objects.filter(pk=request.pk, fetched_at=None).update(fetched_at=at)
    request.refresh_from_db()
    audit.record("export.fetched", request, by=by, at=at, times=request.fetched_count)
    return files.read(request.file)


def _decide(request: ExportRequest, state: str, *, by, at: datetime, **more) -> None:
    waiting = ExportRequest.objects.filter(pk=request.pk, state=State.ASKED).exclude(by=by)
    if not waiting.update(state=state, decided_by=by, decided_at=at, **more):
        raise Conflict(_("This has been decided already, or its time is over."), matter=request)

