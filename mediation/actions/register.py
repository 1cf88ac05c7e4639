"""Registering a dispute."""

import uuid as uuids
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit, indicators

from .. import news
from ..measures import counted, differences
from ..models import Case, DisputeCategory, MediationCenter
from ..models.cases import Scale
from ..models.limits import Kind
from .moving import CaseMoved, start_clock
from .parties import PartyGiven, write_down


@transaction.atomic
def register_case(*, source: str, category: DisputeCategory, title: str, summary: str, area_key: int,
                  happened_on: date, place: str, people: int, by, at: datetime, external_ref: str = "",
                  brought_by: str = "", parties: Iterable[PartyGiven] = (), scale: str = Scale.INDIVIDUAL,
                  uuid: uuids.UUID | None = None) -> Case:
    """Write a dispute down and start the clock for the decision on acceptance.

    `area_key` is the key of an area, the smallest known; its nearest centre gets the case. The same `uuid` sent
    again by the same person gives the case made the first time. Raises Area.DoesNotExist, CaseMoved (a uuid of
    somebody else's).
    """
    uuid = uuid or uuids.uuid4()
    case, is_new = Case.objects.get_or_create(
        uuid=uuid,
        defaults={
            "source": source, "category": category, "title": title, "summary": summary, "scale": scale,
            "area_key": area_key, "area": Area.objects.get(key=area_key), "center": MediationCenter.of(area_key),
            "happened_on": happened_on, "place": place, "people": people, "external_ref": external_ref,
            "brought_by": brought_by,
            "registered_at": at, "registered_by": by, "due_at": at,
        })
    if not is_new:
        if case.registered_by_id != by.pk:
            raise CaseMoved(_("This form has been sent before."))
        return case
    case.due_at = start_clock(case, Kind.TRIAGE, at=at)
    Case.objects.filter(pk=case.pk).update(due_at=case.due_at)
    write_down(case, parties, by=by, at=at)
    indicators.add_many(differences(Counter(), counted(case)))
    audit.record("case.registered", case, by=by, at=at, source=source, category=category.code)
    news.tell(case, "register", by=by, at=at)
    return case
