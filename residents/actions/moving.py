"""People move in and out; where they live now is one place."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ..models import Dwelling, Person, Residence
from ..models.living import Kind, Left
from ..models.trail import Source
from ..signals import person_moved
from .households import end_with_home
from .trail import write_down

DAY = timedelta(days=1)


@transaction.atomic
def move_in(person: Person, dwelling: Dwelling, *, by, at: datetime, kind: str, tenure: str = "", reason: str = "",
            since: date | None = None, source: str = Source.COUNTER, is_first: bool = False) -> Residence:
    """`person` lives in `dwelling` from `since` on; the home before ends the day before. Twice changes nothing.

    Raises ValidationError for a day before the last home began, or a day to come.
    """
    row = Person.objects.select_for_update().get(pk=person.pk)
    home = row.residences.filter(until=None).first()
    if home and home.dwelling_id == dwelling.pk and home.kind == kind:
        return home
    if since and since > localdate(at):
        raise ValidationError({"since": _("This day is still to come.")})
    if home:
        _end(home, until=(since or localdate(at)) - DAY, why=Left.MOVED, since=since)
    residence = Residence.objects.create(person=row, dwelling=dwelling, kind=kind, tenure=tenure, since=since,
                                         reason=reason if kind == Kind.FLOATING else "", created_by=by)
    before, row.area_key, row.confirmed_at = row.area_key, dwelling.area_key, at
    row.save(update_fields=["area_key", "confirmed_at"])
    if not is_first:
        old = home.dwelling.address if home else ""
        write_down(row, "move-in", by=by, at=at, source=source, pairs={"home": (old, dwelling.address)})
    Dwelling.objects.filter(pk=dwelling.pk).update(standing=Dwelling.Standing.LIVED_IN)
    person_moved.send(Person, person=row, home=residence, before=home, area_key_before=before, by=by, at=at)
    person.refresh_from_db()
    return residence


@transaction.atomic
def move_out(person: Person, *, by, at: datetime, until: date, left: str, source: str = Source.COUNTER) -> None:
    """`person` has left the home of today; whoever has none stays as they are. Who went away or died leaves the
    household too; who moved within the county stays registered in it (人户分离).

    Raises ValidationError for a day before it began, or a day to come.
    """
    row = Person.objects.select_for_update().get(pk=person.pk)
    home = row.residences.filter(until=None).select_related("dwelling__building").first()
    if home is None:
        return
    if until > localdate(at):
        raise ValidationError({"until": _("This day is still to come.")})
    _end(home, until=until, why=left)
    write_down(row, "move-out", by=by, at=at, source=source, pairs={"home": (home.dwelling.address, "")},
               note=Left(left).label)
    if left in {Left.AWAY, Left.DIED}:
        end_with_home(row, by=by, at=at, until=until, source=source)
    person_moved.send(Person, person=row, home=None, before=home, area_key_before=row.area_key, by=by, at=at)


def _end(home: Residence, *, until: date, why: str, since: date | None = None) -> None:
    """`since`: the first day of the next home, where there is one; then the day before may be that of moving in."""
    if home.since and (since or until) < home.since:
        raise ValidationError({"since" if since else "until": _("That is before they moved in, on %(day)s.") % {
            "day": home.since.isoformat()}})
    home.until, home.left = max(until, home.since) if home.since else until, why
    home.save(update_fields=["until", "left"])
