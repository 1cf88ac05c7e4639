"""Whether somebody has reported this already: open matters near a point, of the same kind or in like words.

Somebody who may not open a matter learns of it what its neighbours see in the street anyway: a matter of this
category, so far away, so old, in this state. No text, no photo, no number (domain.md §5.1.2). Of what is no matter of
the street, a quarrel in a family or somebody in need, they learn nothing: a group for which the catalogue does not say
how far apart two reports may be is none.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import cos, hypot, radians

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from shuangliu import attachments, search
from shuangliu.attachments.models import Role
from shuangliu.pages import clocks
from shuangliu.pages.tones import tone

from .models import Category, Incident

METRES = 150  # unless the category says otherwise
RECENT = timedelta(days=30)
ALIKE = 0.3  # of all pairs shared: what is of another group must say the same to be shown
MOST = 5
OFTEN = 30  # times a minute: who pauses between words asks less
LOOK = 50  # of which so many are shown at most: those of other grids may be nobody's business
NEAR = 300  # and so many are read at most, should everybody report the same
DEGREE = 111_320  # metres, of latitude


@dataclass(frozen=True)
class Similar:
    """A matter that may be the same, as much of it as the asker may see: of a foreign one the texts are empty."""

    pk: int
    category: str
    metres: int  # to the next ten
    age: str
    state: str
    tone: str
    is_open: bool
    number: str = ""
    text: str = ""
    url: str = ""
    photo: str = ""

    @property
    def distance(self) -> str:
        return _("%(metres)d m") % {"metres": self.metres}


def similar(user, at: datetime, *, category: Category | None, longitude: float, latitude: float, text: str = "",
            besides: int | None = None) -> list[Similar]:
    """At most five for `user`, the likeliest first: of the same group, in like words, nearer. `besides` is left out."""
    group = category and category.parent_id
    ranked = []
    around = near(at, category, longitude, latitude).exclude(pk=besides).select_related("category__parent")
    for incident in around[:NEAR]:
        metres = distance(incident, longitude, latitude)
        likeness = search.likeness(text, incident.description)
        is_same = incident.category.parent_id == group
        if metres <= reach(category) and (is_same or likeness >= ALIKE):
            ranked.append((not is_same, -round(likeness, 1), metres, incident.pk, incident))
    found = [(incident, metres) for *_rank, metres, _pk, incident in sorted(ranked)[:LOOK]]
    return _shown(user, at, found)


def near(at: datetime, category: Category | None, longitude: float, latitude: float) -> QuerySet:
    """What was reported lately in the square round the point and is open, or closed and not judged yet."""
    high = reach(category) / DEGREE
    wide = high / max(cos(radians(latitude)), 0.01)
    return Incident.objects.filter(
        due_at__isnull=False, longitude__isnull=False, reported_at__gte=at - RECENT,
        latitude__range=(latitude - high, latitude + high), longitude__range=(longitude - wide, longitude + wide))


def is_of_the_street(category: Category) -> bool:
    """Whether a matter of this category is there for everybody to see, whoever may open it."""
    return bool(category.nearby or (category.parent and category.parent.nearby))


def may_join(user, incident: Incident) -> bool:
    """Whether `user` is shown enough of it to say that it is the same."""
    return is_of_the_street(incident.category) or Incident.objects.visible_to(user).filter(pk=incident.pk).exists()


def reach(category: Category | None) -> int:
    """How far apart two reports of this category may be of one matter, in metres."""
    if category is None:
        return METRES
    return category.nearby or (category.parent and category.parent.nearby) or METRES


def distance(incident: Incident, longitude: float, latitude: float) -> float:
    """Metres, as on a plane: over some hundred metres the earth is flat."""
    north = (incident.latitude - latitude) * DEGREE
    east = (incident.longitude - longitude) * DEGREE * cos(radians(latitude))
    return hypot(north, east)


def _shown(user, at: datetime, ranked: list[tuple[Incident, float]]) -> list[Similar]:
    keys = [incident.pk for incident, _metres in ranked]
    seen = set(Incident.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    ranked = [(incident, metres) for incident, metres in ranked
              if incident.pk in seen or is_of_the_street(incident.category)][:MOST]
    seen &= {incident.pk for incident, _metres in ranked}
    photos = attachments.first_pictures(Incident, seen, Role.REPORT) if seen else {}
    found = []
    for incident, metres in ranked:
        more = {}
        if incident.pk in seen:
            photo = photos.get(incident.pk)
            more = {"number": incident.number, "text": search.excerpt(incident.description, [], 60),
                    "url": incident.get_absolute_url(), "photo": photo.thumbnail_url if photo else ""}
        found.append(Similar(
            pk=incident.pk, category=incident.category.name, metres=max(round(metres, -1), 10),
            age=clocks.spoken(at - incident.reported_at), state=incident.get_state_display(),
            tone=tone(incident.state), is_open=incident.is_open, **more))
    return found
