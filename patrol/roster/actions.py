"""Acts on a whole week, and on templates."""

from collections.abc import Iterable
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit

from ..shifts import actions
from ..shifts.models import Route, Shift
from ..shifts.states import State
from .models import RosterTemplate, TemplateLine
from .weeks import Week


def to_publish(week: Week, user, at: datetime):
    """The planned shifts of a week that can still be walked."""
    return Shift.objects.of_desk(user, "shift.publish").filter(
        state=State.PLANNED, starts_at__gte=max(week.starts_at, at), starts_at__lt=week.ends_at)


def publish_week(week: Week, *, by, at: datetime) -> int:
    """Publish what is planned of a week; how many. What somebody else publishes meanwhile is theirs."""
    count = 0
    for shift in to_publish(week, by, at).order_by("starts_at", "id"):
        try:
            actions.publish(shift, by=by, at=at)
            count += 1
        except actions.ShiftMoved:
            continue
    return count


@transaction.atomic
def make_template(*, by, at: datetime, name: str, area: Area) -> RosterTemplate:
    """An empty one. Raises ValidationError when the name is taken."""
    try:
        with transaction.atomic():
            template = RosterTemplate.objects.create(name=name, area=area, area_key=area.key)
    except IntegrityError:
        raise ValidationError({"name": _("There is a template of this name.")}) from None
    audit.record("template.make", template, by=by, at=at)
    return template


@transaction.atomic
def add_lines(template: RosterTemplate, *, by, at: datetime, weekdays: Iterable[int], starts: time, ends: time,
              route: Route, people: Iterable, with_police: bool = False) -> int:
    """One line for each day. Raises ValidationError where the route begins at that time already."""
    people, count = list(people), 0
    for weekday in weekdays:
        try:
            with transaction.atomic():
                line = TemplateLine.objects.create(template=template, weekday=weekday, starts=starts, ends=ends,
                                                   route=route, with_police=with_police)
        except IntegrityError:
            raise ValidationError({"starts": _("This route begins at that time already.")}) from None
        line.people.set(people)
        count += 1
    audit.record("template.add", template, by=by, at=at, lines=count, route=route.pk)
    return count


@transaction.atomic
def remove_line(line: TemplateLine, *, by, at: datetime) -> None:
    audit.record("template.remove", line.template, by=by, at=at, line=str(line.pk))
    line.delete()


@transaction.atomic
def drop_template(template: RosterTemplate, *, by, at: datetime) -> None:
    """Shifts that were planned from it stay."""
    audit.record("template.drop", template, by=by, at=at)
    template.delete()
