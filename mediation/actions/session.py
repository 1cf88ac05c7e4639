"""Meeting the parties."""

import uuid as uuids
from datetime import datetime

from django.db import transaction

from shuangliu import audit, indicators
from shuangliu.indicators.counting import local_day

from ..models import Case, Session
from ..models.sessions import IN_TIME
from .moving import move


@transaction.atomic
def hold_session(case: Case, *, by, at: datetime, held_at: datetime, place: str, participants: str, record: str,
                 uuid: uuids.UUID | None = None) -> Session:
    """Keep the record of a meeting. The same `uuid` sent again changes nothing. Raises CaseMoved."""
    uuid = uuid or uuids.uuid4()
    if found := Session.objects.filter(uuid=uuid, case=case).first():
        return found
    move(case, "session", **({} if case.met_at else {"met_at": held_at}))
    session, is_new = Session.objects.get_or_create(
        uuid=uuid, case=case,
        defaults={"round": case.round, "held_at": held_at, "place": place, "participants": participants,
                  "record": record, "recorded_at": at, "by": by})
    if is_new:
        in_time = at <= held_at + IN_TIME
        indicators.add_many([("session.recorded", case.area_key, local_day(at), 1),
                             ("session.in_time", case.area_key, local_day(at), int(in_time))])
        audit.record("case.session_held", case, by=by, at=at, session=session.pk, held_at=held_at)
    return session
