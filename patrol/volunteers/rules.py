"""Who may be asked for what (志愿服务条例 art. 15, 16, 17; 未成年人保护法)."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from residents.models.people import OF_AGE

from .kinds import Course
from .models import Insurance, Training, Volunteer


def why_unfit(volunteer: Volunteer, day: date) -> str:
    """Why somebody may not be asked for a dangerous task on this day; "" where nothing is against it."""
    if volunteer.is_minor_on(day):
        return _("Under 18: not for dangerous tasks.")
    if not volunteer.insurances.filter(starts_on__lte=day, ends_on__gte=day).exists():
        return _("No accident insurance runs on this day.")
    if not volunteer.trainings.filter(course=Course.SAFETY).exists():
        return _("No training in safety yet.")
    return ""


def fit(volunteers, day: date):
    """Those of `volunteers` who may be asked for a dangerous task on this day: the same rule, in one query."""
    born_by = date(day.year - OF_AGE, day.month, min(day.day, 28) if day.month == 2 else day.day)
    insured = Insurance.objects.filter(volunteer=OuterRef("pk"), starts_on__lte=day, ends_on__gte=day)
    trained = Training.objects.filter(volunteer=OuterRef("pk"), course=Course.SAFETY)
    return volunteers.filter(Exists(insured), Exists(trained), born_on__lte=born_by)
