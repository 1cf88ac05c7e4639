"""What volunteers offer, and what they are asked for. All of it is said by themselves, and none of it is a mark."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Service(TextChoices):
    """Fields of service (domain.md §3 3.2)."""

    URBAN = "urban", _("Urban management")
    SECURITY = "security", _("Public security")
    RESCUE = "rescue", _("Rescue")
    LEGAL = "legal", _("Legal aid")
    MEDIATION = "mediation", _("Mediation of disputes")


class Skill(TextChoices):
    FIRST_AID = "first_aid", _("First aid")
    FIRE = "fire", _("Firefighting")
    DRIVING = "driving", _("Driving")
    ELECTRIC = "electric", _("Electrician's work")
    LAW = "law", _("Law")
    COUNSEL = "counsel", _("Psychological counselling")
    SIGNING = "signing", _("Sign language")
    ENGLISH = "english", _("English language")


class Time(TextChoices):
    """When somebody can serve (art. 7: the basic data that volunteers register)."""

    WORKDAYS = "workdays", _("On workdays")
    EVENINGS = "evenings", _("In the evening")
    WEEKENDS = "weekends", _("At the weekend")


ABILITIES = [*Service.choices, *Skill.choices, *Time.choices]
WANTED = [(_("Fields of service"), Service.choices), (_("Skills"), Skill.choices)]


class Task(TextChoices):
    """What a call-up is for."""

    ORDER = "order", _("Keep order at an event")
    DAY_PATROL = "day_patrol", _("Walk by day")
    NIGHT_PATROL = "night_patrol", _("Walk by night")
    RESCUE = "rescue", _("Help at a rescue")
    SEARCH = "search", _("Look for somebody missing")
    TRAFFIC = "traffic", _("Help at crossings")
    TELL = "tell", _("Tell people, hand out leaflets")
    DRILL = "drill", _("Emergency drill")


# Dangerous ones: adults with training and a running insurance alone (art. 15, 16, 17).
RISKY = frozenset({Task.NIGHT_PATROL, Task.RESCUE, Task.SEARCH})


class Course(TextChoices):
    """What a training was about (art. 16)."""

    BASIC = "basic", _("Introduction: what volunteers may do, and what not")
    SAFETY = "safety", _("Safety on dangerous tasks")
    FIRST_AID = "first_aid", _("First aid course")
    PRIVACY = "privacy", _("Discretion about those served")


class TeamKind(TextChoices):
    """domain.md §1.3: what 红袖套 are made of."""

    SERVICE = "service", _("Comprehensive governance service team")
    PEACE = "peace", _("Peace volunteers")
    COMMITTEE = "committee", _("Public security committee")
