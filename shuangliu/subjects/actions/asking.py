"""A request comes in: by the portal, or at a counter; and somebody with its number and code comes to another one."""

from datetime import datetime
from uuid import UUID

from django.db import models, transaction

from shuangliu import deadlines

from ..limits import CLOCK, LIMIT
from ..models import SubjectRequest
from ..rights import Desk
from ..states import Act, State, turn_of
from .moving import move, write_down


@transaction.atomic
def ask(*, at: datetime, uuid: UUID, kind: str, area_key: int, desk: str = Desk.HOTLINE, by=None,
        channel: str = SubjectRequest.Channel.PORTAL, about: models.Model | None = None, phone: str = "",
        name: str = "", text: str = "", earlier: SubjectRequest | None = None,
        asker: str = SubjectRequest.Asker.SELF) -> tuple[SubjectRequest, bool]:
    """The request, and whether it is new: the same form sent twice asks once. `by=None`: the person themselves."""
    if known := SubjectRequest.objects.filter(uuid=uuid).first():
        return known, False
    made = SubjectRequest(
        uuid=uuid, kind=kind, area_key=area_key, desk=desk, channel=channel, phone=phone, name=name, text=text, at=at,
        earlier=earlier, asker=asker, about_type=about._meta.label_lower if about else "",
        about_id=about and about.pk, turn=turn_of(State.RECEIVED, kind, is_referred=False), due_at=at)
    made, is_new = _save(made)
    if is_new:
        made.due_at = deadlines.start(made, CLOCK, limit=LIMIT, at=at).due_at
        SubjectRequest.objects.filter(pk=made.pk).update(due_at=made.due_at)
        write_down(made, Act.RECEIVE, by=by, at=at, old="", kind=kind, channel=channel)
    return made, is_new


def _save(made: SubjectRequest) -> tuple[SubjectRequest, bool]:
    """Saved, unless the same form was stored at the same moment."""
    made.hash_numbers()
    values = {field.attname: getattr(made, field.attname) for field in SubjectRequest._meta.concrete_fields
              if field.attname not in {"id", "uuid"}}
    return SubjectRequest.objects.get_or_create(uuid=made.uuid, defaults=values)


def take(request: SubjectRequest, *, by, at: datetime, area_key: int) -> None:
    """The person stands at another counter: it is checked and answered there. Raises RequestMoved."""
    move(request, Act.TAKE, by=by, at=at, desk=Desk.COUNTER, area_key=area_key)
