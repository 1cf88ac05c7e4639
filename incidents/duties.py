"""What incidents say of the duties of a grid worker: their own reports, along the index of the reporter."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.duties import ALL, duty
from shuangliu.pages.forms import day_start

from .models import Incident


def _reported(user, start: date, end: date):
    return Incident.objects.filter(reporter=user, reported_at__gte=day_start(start),
                                   reported_at__lt=day_start(end + timedelta(days=1)))


@duty("opinions", _("Opinions and suggestions reported"))
def opinions(user, start: date, end: date) -> int:
    return _reported(user, start, end).filter(category__parent__code="E15").count()


@duty("disputes", _("Disputes reported"))
def disputes(user, start: date, end: date) -> int:
    return _reported(user, start, end).filter(category__is_dispute=True).count()


@duty("major", _("Urgent and major incidents reported"))
def major(user, start: date, end: date) -> int:
    return _reported(user, start, end).filter(Q(is_urgent=True) | Q(category__parent__code="E16")).count()


@duty(ALL, _("Incidents reported"))
def reports(user, start: date, end: date) -> int:
    return _reported(user, start, end).count()
