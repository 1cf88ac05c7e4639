"""A courtyard is seen: entered, looked at again, begun anew after a relapse."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.keys import truncate
from grids.locate import grid_at
from grids.models import Area, Level
from shuangliu import attachments
from shuangliu.attachments.forms import part_of
from shuangliu.pages.conflict import Conflict
from shuangliu.pages.written import believed

from ..catalogue import Defence, Standing
from ..models import Courtyard, CourtyardSurvey, DefenceCheck
from ..states import Act, State
from .moving import locked, move, turn, write_down

HAS = ("has_guard", "has_property_mgmt", "has_organisation")
COUNTS = ("households", "residents")


def enter(*, by, at: datetime, uuid: UUID, area: Area, name: str, address: str, defences: Mapping[str, str],
          longitude: float | None = None, latitude: float | None = None, needs: str = "",
          noted_at: datetime | None = None, **seen) -> tuple[Courtyard, bool]:
    """The courtyard with its first survey, and whether it is new: the same form sent again gives the same one. The
    grid is that of the point, where there is one. `seen` are HAS and COUNTS.

    Raises Conflict for a form of somebody else's, ValidationError when the community has one of this name.
    """
    if sent := _sent_before(uuid, by):
        return sent, False
    grid = grid_at(longitude, latitude) if longitude is not None else None
    area, day = grid or area, localdate(believed(noted_at, at))
    courtyard = Courtyard(uuid=uuid, area=area, area_key=area.key, name=name, address=address, longitude=longitude,
                          latitude=latitude, entered_by=by, entered_at=at, surveyed_on=day, **seen)
    try:
        with transaction.atomic():
            courtyard.save(force_insert=True)
            _keep(courtyard, uuid, by=by, at=at, day=day, defences=defences, needs=needs, seen=seen)
            turn(courtyard, "", at)
            courtyard.save(update_fields=["due_at", "alert", "turn"])
            write_down(courtyard, Act.ENTER, by=by, at=at, old="", area=area.code, lacks=len(courtyard.lacking))
    except IntegrityError:
        if sent := _sent_before(uuid, by):
            return sent, False
        if Courtyard.objects.existing().filter(name=name, community_key=_community(area)).exists():
            raise ValidationError({"name": _("This community has a courtyard of this name already.")}) from None
        raise
    courtyard.refresh_from_db()
    return courtyard, True


@transaction.atomic
def survey(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, defences: Mapping[str, str], needs: str = "",
           **seen) -> None:
    """Seen again: what it has and lacks is as of today. A form sent twice counts once."""
    if CourtyardSurvey.objects.filter(uuid=uuid).exists():
        return
    row, day = locked(courtyard, Act.SURVEY, by=by), localdate(at)
    _keep(row, uuid, by=by, at=at, day=day, defences=defences, needs=needs, seen=seen)
    move(courtyard, Act.SURVEY, by=by, at=at, surveyed_on=day, said={"lacks": _lacks(seen)}, **seen)


@transaction.atomic
def restart(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, defences: Mapping[str, str], needs: str = "",
            **seen) -> None:
    """After a relapse: seen anew. Where committee and charter still stand a plan is next, else the beginning."""
    if CourtyardSurvey.objects.filter(uuid=uuid).exists():
        return
    row, day = locked(courtyard, Act.RESTART, by=by), localdate(at)
    _keep(row, uuid, by=by, at=at, day=day, defences=defences, needs=needs, seen=seen)
    committee = row.committee
    stands = bool(committee and committee.is_in_term(day) and row.charter)
    move(courtyard, Act.RESTART, by=by, at=at, to=State.GOVERNED if stands else State.SURVEYED, surveyed_on=day,
         approved_at=None, governed_at=row.governed_at if stands else None, said={"lacks": _lacks(seen)}, **seen)


def _keep(courtyard: Courtyard, uuid: UUID, *, by, at, day, defences, needs, seen) -> None:
    found = CourtyardSurvey.objects.create(
        uuid=uuid, courtyard=courtyard, surveyed_on=day, needs=needs, by=by, received_at=at,
        **{name: seen[name] for name in HAS + COUNTS})
    attachments.claim(uuid, found, by=by)
    for defence, standing in defences.items():
        check = DefenceCheck.objects.create(courtyard=courtyard, survey=found, defence=Defence(defence),
                                            standing=Standing(standing))
        attachments.claim(part_of(uuid, defence), check, by=by)


def _lacks(seen: dict) -> int:
    return sum(not seen[name] for name in HAS)


def _community(area: Area) -> int:
    return truncate(area.key, Level.COMMUNITY)


def _sent_before(uuid: UUID, by) -> Courtyard | None:
    courtyard = Courtyard.objects.filter(uuid=uuid).first()
    if courtyard and courtyard.entered_by_id != by.pk:
        raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
    return courtyard
