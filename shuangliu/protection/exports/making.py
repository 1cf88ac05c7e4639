"""Making the files that were approved, and ending what is over. May run twice, and be killed at any line."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from shuangliu import audit, spreadsheets
from shuangliu.audit.models import Entry
from shuangliu.audit.recording import entry
from shuangliu.privacy import guards

from .. import looks, news, purposes
from ..kinds import kind_of
from ..models import ExportRequest
from . import files
from .registry import exporters_for, get

State = ExportRequest.State
BATCH = 500


def make_waiting(*, at: datetime) -> int:
    """Make every file that was approved; returns how many."""
    return sum(make(request, at=at) for request in ExportRequest.objects.to_make(at).order_by("id"))


def make(request: ExportRequest, *, at: datetime) -> bool:
    """Unless another worker has it in hand. Who has lost the right since gets nothing: the request expires."""
    if not ExportRequest.objects.to_make(at).filter(pk=request.pk).update(claimed_at=at):
        return False
    exporter = get(request.what)
    form = exporter.form(request.filters)
    if not form.is_valid() or exporter not in exporters_for(request.by):
        _end(request, at)
        return False
    with override(settings.LANGUAGE_CODE):
        writing = Writing(request, exporter.rows(request.by, **form.cleaned_data))
        with spreadsheets.write([writing.sheet()], "xlsx") as content:
            name = files.keep(content)
    with transaction.atomic():
        made = ExportRequest.objects.filter(pk=request.pk, state=State.APPROVED, made_at=None, claimed_at=at).update(
            made_at=at, file=name, count=writing.count)
        if made:
            audit.record("export.made", request, by=request.by, at=at, rows=writing.count)
            _note(request, writing, at)
            news.told(request, news.MADE, at=at)
    if not made:
        files.remove(name)
    return bool(made)


class Writing:
    """The sheet of a request: a line that says what it is for and whose it is, then the rows. Remembers the matters
    whose data it holds; whoever is restricted is left out."""

    def __init__(self, request: ExportRequest, rows):
        self.request, self.rows, self.exporter = request, rows, get(request.what)
        self.count, self.matters = 0, {}

    def sheet(self) -> spreadsheets.Sheet:
        return spreadsheets.Sheet(str(self.exporter.label), [str(one.label) for one in self.exporter.columns],
                                  self._cells(), above=legend(self.request))

    def _cells(self) -> Iterator[list]:
        clear = frozenset(self.request.fields)
        for row in self.rows.iterator(chunk_size=BATCH):
            matter = self.exporter.matter(row)
            if guards.refusal(matter, row):
                continue
            self.matters[matter.pk] = matter
            self.count += 1
            yield [column.cell(row, clear) for column in self.exporter.columns]


def legend(request: ExportRequest) -> str:
    """The line above the table: a file that is found somewhere says whose it was."""
    return _("%(number)s · for %(purpose)s · asked by %(by)s, approved by %(decided_by)s on %(at)s · for %(recipient)s "
             "only; destroy it when the purpose is reached") % {
        "number": request.number, "purpose": purposes.said(request.purpose, request.words), "by": request.by,
        "decided_by": request.decided_by, "at": f"{localtime(request.decided_at):%Y-%m-%d %H:%M}",
        "recipient": request.recipient}


def end_over(*, at: datetime) -> int:
    """Requests that nobody decided in time, and files whose day is over; returns how many."""
    over = list(ExportRequest.objects.over(at).order_by("id"))
    for request in over:
        _end(request, at)
    return len(over)


def _end(request: ExportRequest, at: datetime) -> None:
    with transaction.atomic():
        rows = ExportRequest.objects.select_for_update().filter(pk=request.pk)
        now = rows.get()
        rows.update(file="", state=State.FETCHED if now.state == State.FETCHED else State.EXPIRED)
        audit.record("export.ended", request, by=None, at=at, state=now.state)
    if now.file:
        files.remove(now.file)


def _note(request: ExportRequest, writing: Writing, at: datetime) -> None:
    """Each matter whose data went into the file was looked at, as by a reveal."""
    said = purposes.said(request.purpose, request.words)
    entries = [entry(kind_of(matter).verb, matter, by=request.by, at=at, purpose=said, export=request.number)
               for matter in writing.matters.values()]
    for start in range(0, len(entries), BATCH):
        looks.note(Entry.objects.bulk_create(entries[start:start + BATCH]))
