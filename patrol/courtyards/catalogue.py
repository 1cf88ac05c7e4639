"""What can be chosen of a courtyard: closed lists."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Defence(TextChoices):
    """四防 (domain.md §1.3)."""

    PEOPLE = "people", _("Defence by people")
    PHYSICAL = "physical", _("Physical defence")
    TECHNICAL = "technical", _("Technical defence")
    FIRE = "fire", _("Fire safety")


# What to look at on the spot (domain.md Q6: evidence, not form).
LOOK_AT = {
    Defence.PEOPLE: _("Guard, patrol of the residents, somebody on duty at night"),
    Defence.PHYSICAL: _("Gate, wall, locks, lights, places for bicycles and cars"),
    Defence.TECHNICAL: _("Access control, video intercom, cameras with a sign"),
    Defence.FIRE: _("Free ways, extinguishers, hydrants, no charging in the stairs"),
}


class Standing(TextChoices):
    """How one of the defences is found."""

    GOOD = "good", _("in place")
    PARTLY = "partly", _("in part")
    MISSING = "missing", _("not there")


class Lack(TextChoices):
    """三无."""

    GUARD = "guard", _("no guard")
    PROPERTY = "property", _("no property manager")
    ORGANISATION = "organisation", _("no organisation")


class Works(TextChoices):
    """Kinds of works (domain.md §5.6, Q3)."""

    GATE = "gate", _("Gate and wall")
    GUARD_ROOM = "guard_room", _("Guard room")
    LIGHTS = "lights", _("Lights")
    ACCESS = "access", _("Access control and cameras")
    FIRE = "fire", _("Fire protection")
    PARKING = "parking", _("Parking for bicycles and cars")
    PAVING = "paving", _("Paving")
    DRAINS = "drains", _("Drains")
    LINES = "lines", _("Cables and pipes")
    GREEN = "green", _("Green and seats")
    OTHER = "other", _("Other works")


class Source(TextChoices):
    """Who pays."""

    PROGRAMME = "programme", _("County programme")
    TOWN = "town", _("Town budget")
    RESIDENTS = "residents", _("The residents themselves")
    OTHERS = "others", _("Owners of the site and others")


class Unit(TextChoices):
    """Who takes part in the joint acceptance."""

    COMMITTEE = "committee", _("Courtyard committee")
    COMMUNITY = "community", _("Community")
    TOWN = "town", _("Town government")
    SECURITY = "security", _("Comprehensive-management office")
    POLICE = "police", _("Police station")
    FIRE = "fire", _("Fire service")
    BUILDER = "builder", _("Who built it")


MUST_BE_THERE = (Unit.COMMITTEE, Unit.COMMUNITY, Unit.TOWN)


class Care(TextChoices):
    """How it is looked after in the long run."""

    GUARD = "guard", _("Guard paid by the residents")
    PROPERTY = "property", _("Property manager")
    SELF = "self", _("Self-management by the residents")


class Struck(TextChoices):
    """Why a courtyard is struck off."""

    RAZED = "razed", _("Razed")
    JOINED = "joined", _("Part of another courtyard")
    MISTAKE = "mistake", _("Entered by mistake")
