"""All that can befall a camera. Actor and time come in as keywords; `by=None` is its incident."""

import uuid
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Area
from incidents import whereabouts
from incidents.actions import report as report_incident
from incidents.models import Category, Incident
from incidents.states import OPEN
from shuangliu import audit
from shuangliu.pages.conflict import Conflict
from shuangliu.privacy.forbidden import told

from .models import Camera, CameraMove
from .states import TRANSITIONS, Act, State, allowed

CATEGORY = "E06-07"  # 监控设备故障: closed to the public, for an incident tells where the camera stands


class CameraMoved(Conflict):
    """Somebody was faster, or the camera is in a state that does not allow the act: the 409 page."""

    def __init__(self, camera: Camera, act: str):
        super().__init__(_("“%(act)s” is no longer possible: the camera is now “%(state)s”.") % {
            "act": Act(act).label, "state": camera.get_state_display()}, matter=camera)


def check(camera: Camera, act: str) -> None:
    """Raises CameraMoved when the state of the camera does not allow `act`."""
    if not allowed(act, camera.state):
        raise CameraMoved(camera, act)


@transaction.atomic
def register(*, by, at: datetime, code: str, area: Area, **given) -> Camera:
    """A camera that is new to the register. Raises ValidationError where the number is taken."""
    try:
        with transaction.atomic():
            camera = Camera.objects.create(code=code, area=area, area_key=area.key, **given)
    except IntegrityError:
        raise ValidationError({"code": _("There is a camera with this number.")}) from None
    _write_down(camera, Act.REGISTER, by=by, at=at)
    return camera


@transaction.atomic
def correct(camera: Camera, *, by, at: datetime, **given) -> None:
    """What the register says of it. Raises CameraMoved, ValidationError where the number is another's."""
    if "area" in given:
        given["area_key"] = given["area"].key
    changed = sorted(name for name, value in given.items() if getattr(camera, name) != value and name != "area_key")
    if Camera.objects.filter(code=given.get("code", camera.code)).exclude(pk=camera.pk).exists():
        raise ValidationError({"code": _("There is a camera with this number.")})
    labels = [str(Camera._meta.get_field(name).verbose_name) for name in changed]
    _move(camera, Act.CORRECT, by=by, at=at, note=_(", ").join(labels), **given)


@transaction.atomic
def report(camera: Camera, *, by, at: datetime, fault: str, number: uuid.UUID | None = None) -> Incident:
    """报修. A fault opens an incident at the station of its place; the camera works again when that is closed. Raises
    CameraMoved, Conflict where one is open already, ValidationError for words about persons or where the catalogue has
    no such category. `number` is the uuid of the incident where somebody has one for it."""
    row = Camera.objects.select_for_update(of=("self",)).select_related("area", "incident").get(pk=camera.pk)
    check(row, Act.REPORT)
    if row.incident and row.incident.state in OPEN:
        raise Conflict(_("An incident is open for it already."), matter=camera)
    if word := told(fault):
        raise ValidationError({"fault": _("Leave “%(word)s” out: this is about a thing, not about a person.") % {
            "word": word}})
    category = Category.objects.reportable().filter(code=CATEGORY).first()
    if category is None:
        raise ValidationError(_("The catalogue has no category %(code)s for cameras in use.") % {"code": CATEGORY})
    incident, _new = report_incident(
        by=by, at=at, uuid=number or uuid.uuid4(), category=category, place=row.site, longitude=row.longitude,
        latitude=row.latitude, where=whereabouts.place(row.area, row.longitude, row.latitude),
        description=_("Camera %(code)s is out of order: %(fault)s") % {"code": row.code, "fault": fault})
    _move(camera, Act.REPORT, by=by, at=at, note=f"{incident.number} {fault}", fault=fault, incident=incident,
          faulty_since=row.faulty_since or at)
    return incident


@transaction.atomic
def restore(camera: Camera, *, by, at: datetime, note: str = "") -> None:
    """It works again: by hand where no incident is open, else by its incident alone (`by=None`). Raises CameraMoved,
    Conflict."""
    row = Camera.objects.select_for_update(of=("self",)).select_related("incident").get(pk=camera.pk)
    if by and row.incident and row.incident.state in OPEN:
        raise Conflict(_("It works again when its incident is closed."), matter=camera)
    _move(camera, Act.RESTORE, by=by, at=at, note=note, faulty_since=None, fault="")


@transaction.atomic
def break_again(camera: Camera, *, at: datetime, incident: Incident) -> None:
    """Its incident was reopened."""
    _move(camera, Act.BREAK, by=None, at=at, note=incident.number, faulty_since=at, incident=incident,
          fault=_("Reopened: %(number)s") % {"number": incident.number})


@transaction.atomic
def follow(camera: Camera, *, incident: Incident) -> None:
    """Its incident was merged into this one."""
    Camera.objects.filter(pk=camera.pk).update(incident=incident)


@transaction.atomic
def lose(camera: Camera, *, at: datetime, incident: Incident) -> None:
    """Its incident was withdrawn or not accepted: it is still out of order, and may be reported anew."""
    _move(camera, Act.LOSE, by=None, at=at, note=f"{incident.number} {incident.get_state_display()}", incident=None)


@transaction.atomic
def remove(camera: Camera, *, by, at: datetime, removed_on: date, note: str = "") -> None:
    """Taken down: what it lacks is nobody's concern any more. Raises CameraMoved, ValidationError for a day to come or
    before it was there."""
    check(camera, Act.REMOVE)
    if not camera.installed_on <= removed_on <= localdate(at):
        raise ValidationError({"removed_on": _("A day since it is in use, today at the latest.")})
    _move(camera, Act.REMOVE, by=by, at=at, note=note, removed_on=removed_on, faulty_since=None, fault="",
          incident=None)


def _move(camera: Camera, act: str, *, by, at: datetime, note: str = "", **changes) -> None:
    """Row, trail and audit entry together. Raises CameraMoved; then nothing has changed."""
    sources, goal = TRANSITIONS[act]
    if goal:
        changes["state"] = goal
    if not Camera.objects.filter(pk=camera.pk, state__in=sources).update(**changes):
        camera.refresh_from_db()
        raise CameraMoved(camera, act)
    for name, value in changes.items():
        setattr(camera, name, value)
    _write_down(camera, act, by=by, at=at, note=note)


def _write_down(camera: Camera, act: str, *, by, at: datetime, note: str = "") -> None:
    CameraMove.objects.create(camera=camera, act=act, to_state=State(camera.state), by=by, at=at, note=note)
    audit.record(f"camera.{act}", camera, by=by, at=at, code=camera.code)
