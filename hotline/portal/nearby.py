"""Open matters of the street that everybody may know of: what kind, about where, since when, how far it is.

Never a dispute, a clue for the police, somebody in need, a home, a group event, an opinion (domain.md §7); no words,
no photo, no number, no house. A point is moved to the middle of its cell of about 100 m, and distances are measured to
there: asking from several sides finds no house either.
"""

from dataclasses import dataclass
from datetime import date, datetime
from math import cos, hypot, radians

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Area
from hotline.coarse import coarse
from hotline.progress import INCIDENT
from incidents import similar
from incidents.models import Category, Incident

# Whatever the catalogue says: E08 disputes, E09 clues, E10 personal services, E13 homes, E15 opinions, E16 major ones.
NEVER = ("E08", "E09", "E10", "E13", "E15", "E16")
MOST, MOST_SHOWN = 5, 200


@dataclass(frozen=True)
class Nearby:
    """One open matter as everybody may see it."""

    pk: int
    category: str
    progress: str
    since: date
    longitude: float
    latitude: float
    metres: int | None = None

    @property
    def distance(self) -> str:
        return "" if self.metres is None else _("about %(metres)d m") % {"metres": self.metres}


def is_public(category: Category) -> bool:
    """What the catalogue opens to the public, and none that is nobody else's business."""
    return category.is_public and category.code.partition("-")[0] not in NEVER


def public(incidents: QuerySet) -> QuerySet:
    """Those of public categories that are open: one rule for list, map and joining."""
    kinds = [kind.pk for kind in Category.objects.filter(is_public=True) if is_public(kind)]
    return incidents.filter(category__in=kinds, due_at__isnull=False, state__in=list(INCIDENT))


def around(at: datetime, category: Category | None, longitude: float, latitude: float) -> list[Nearby]:
    """At most five of the same group near a point, nearest first: is it one of these?"""
    if category is not None and not is_public(category):
        return []
    rows = public(similar.near(at, category, longitude, latitude)).select_related("category")
    if category is not None:
        rows = rows.filter(category__parent=category.parent)
    found = [_seen(row, longitude, latitude) for row in rows.order_by("-id")[:MOST_SHOWN]]
    return sorted(found, key=lambda one: one.metres)[:MOST]


def may_join(pk: int, at: datetime, category: Category, longitude: float, latitude: float) -> Incident | None:
    """The incident that a report may join: one of those that `around` shows."""
    if not any(one.pk == pk for one in around(at, category, longitude, latitude)):
        return None
    return Incident.objects.select_related("category__parent").get(pk=pk)


def in_area(area: Area) -> list[Nearby]:
    """The newest open ones of a town, or of the county, as many as a map can show."""
    rows = public(Incident.objects.filter(**{f"{area.level}_key": area.key}, longitude__isnull=False))
    newest = rows.select_related("category").order_by("-id")
    return [_seen(row) for row in newest[:MOST_SHOWN]]


def _seen(incident: Incident, longitude: float | None = None, latitude: float | None = None) -> Nearby:
    east, north = coarse(incident.longitude), coarse(incident.latitude)
    metres = None
    if longitude is not None:
        away = hypot((north - latitude) * similar.DEGREE, (east - longitude) * similar.DEGREE * cos(radians(latitude)))
        metres = max(round(away, -2), 100)
    return Nearby(incident.pk, incident.category.name, str(INCIDENT[incident.state]), localdate(incident.reported_at),
                  east, north, metres and int(metres))
