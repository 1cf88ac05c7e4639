"""All that can befall a note: it is written, once for each form however often that is sent."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from grids.jurisdiction import covers, posts_for
from grids.locate import grid_at
from grids.models import Area
from shuangliu import attachments, audit
from shuangliu.pages.conflict import Conflict
from shuangliu.pages.written import believed

from .models import Note


@transaction.atomic
def write_note(*, by, at: datetime, uuid: UUID, kind: str, text: str, purpose: str = "", place: str = "",
               longitude: float | None = None, latitude: float | None = None,
               noted_at: datetime | None = None) -> tuple[Note, bool]:
    """The note, and whether it is new. Files staged under `uuid` become its own.

    Raises Conflict when somebody else has sent this form.
    """
    if sent := _sent_before(uuid, by):
        return sent, False
    area = _area_of(by, longitude, latitude)
    note = Note(uuid=uuid, kind=kind, purpose=purpose, text=text, place=place, longitude=longitude, latitude=latitude,
                area=area, area_key=area.key, by=by, noted_at=believed(noted_at, at), received_at=at)
    try:
        with transaction.atomic():
            note.save(force_insert=True)
    except IntegrityError:
        # The form came twice at the same time, and the other one was faster.
        if sent := _sent_before(uuid, by):
            return sent, False
        raise
    attachments.claim(uuid, note, by=by)
    audit.record("note.written", note, by=by, at=at, kind=kind, noted_at=note.noted_at, area=area.code)
    return note, True


def _area_of(user, longitude: float | None, latitude: float | None) -> Area:
    """The grid of the writer: of several the one that holds the point, else the first."""
    posts = list(posts_for(user, "note.write"))
    if longitude is not None and len(posts) > 1 and (grid := grid_at(longitude, latitude)):
        posts.sort(key=lambda post: not covers(post, grid.key))
    return posts[0].area


def _sent_before(uuid: UUID, by) -> Note | None:
    note = Note.objects.filter(uuid=uuid).first()
    if note and note.by_id != by.pk:
        raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
    return note
