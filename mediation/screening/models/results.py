"""What a screening found."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.keys import AreaKeyed
from grids.roles import Role
from mediation.models.cases import Case
from mediation.models.categories import DisputeCategory
from mediation.models.mediators import Mediator
from mediation.models.network import ScreeningPoint
from shuangliu.pages.forms import day_start, midnight_after

from ..periods import Every
from ..places import AtPoint, point_q

LOOK_BACK = timedelta(days=60)  # what was missed longer ago is nobody's work any more


class ScreeningQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(point_q(user, "screening.view", "area_key"))

    def waiting(self, today: date):
        """Begun, not done, the last day not over."""
        return self.filter(done_at=None, closed_at=None, starts_on__lte=today)

    def to_do(self, user, today: date):
        """What this person has to screen now: from the day on which they are reminded."""
        return self.waiting(today).filter(_screened_by(user), ends_on__gte=today, remind_on__lte=today)

    def undone(self, user, today: date):
        """What those who screen, and the managers who plan it, see that was not done of late."""
        planned = area_q([post.area for post in posts_for(user, "screening.plan")], "area_key")
        return self.filter(_screened_by(user) | planned, done_at=None, ends_on__lt=today,
                           ends_on__gte=today - LOOK_BACK)

    def missed(self):
        """The last day passed without a result; one that was written later is not in time, but there."""
        return self.filter(in_time=False, done_at=None)

    def for_list(self):
        return self.select_related("point__org", "point__area__parent", "done_by").defer(
            "point__area__outline", "point__area__parent__outline")


def _screened_by(user) -> Q:
    """Those that the person has to do, as they are reminded of it (news.remind): of the organisation they mediate for,
    or of the community whose workstation they keep."""
    stations = [post.area for post in posts_for(user, "screening.write") if post.role == Role.WORKSTATION]
    orgs = Mediator.objects.active().filter(user=user).values("org")
    return area_q(stations, "area_key") | Q(point__org__in=orgs)


class Screening(AtPoint, AreaKeyed):
    """排查任务. One period of a point's plan, and what was found in it. In time is what was written on its last day
    or before; what comes later is kept and does not count (排查完成率, domain.md §6)."""

    point = models.ForeignKey(ScreeningPoint, models.PROTECT, related_name="screenings",
                              verbose_name=_("screening point"))
    every = models.CharField(_("how often"), max_length=12, choices=Every)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    remind_on = models.DateField(_("reminded on"))
    reminded_at = models.DateTimeField(_("reminded at"), null=True)
    closed_at = models.DateTimeField(_("counted at"), null=True)
    in_time = models.BooleanField(_("done in time"), null=True)

    done_at = models.DateTimeField(_("done at"), null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
                                verbose_name=_("done by"))
    found = models.PositiveSmallIntegerField(_("disputes found"), null=True)
    version = models.PositiveIntegerField(default=0)  # rises with each writing: who saw an older one is told

    objects = ScreeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("screening")
        verbose_name_plural = _("screenings")
        ordering = ["ends_on", "id"]
        indexes = [
            models.Index(fields=["ends_on", "id"], name="screening_to_close", condition=Q(closed_at=None)),
            models.Index(fields=["-ends_on", "-id"], name="screening_by_end"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["point", "starts_on"], name="screening_once_a_period"),
            models.CheckConstraint(name="screening_days_in_order", condition=(
                Q(remind_on__gte=F("starts_on")) & Q(remind_on__lte=F("ends_on")))),
            models.CheckConstraint(name="screening_result_whole", condition=(
                Q(done_at=None, done_by=None, found=None)
                | Q(done_at__isnull=False, done_by__isnull=False, found__isnull=False))),
            models.CheckConstraint(name="screening_counted_whole", condition=(
                Q(closed_at=None, in_time=None) | Q(closed_at__isnull=False, in_time__isnull=False))),
            models.CheckConstraint(name="screening_in_time_is_done", condition=(
                Q(in_time=None) | Q(in_time=False) | Q(done_at__isnull=False))),
        ]

    def __str__(self):
        return f"{self.point} {self.starts_on:%F}—{self.ends_on:%F}"

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    def is_fixed(self, today: date) -> bool:
        """A result can be put right on the day it was written, not later."""
        return self.is_done and localdate(self.done_at) != today

    @property
    def due_at(self) -> datetime:
        return midnight_after(day_start(self.ends_on)) - timedelta(seconds=1)

    def light(self, today: date) -> str:
        """The edge of its row: overdue, soon, or none."""
        if self.is_done:
            return ""
        return "overdue" if self.ends_on < today else "soon" if self.remind_on <= today else ""

    def get_absolute_url(self) -> str:
        return reverse("mediation:screening-write", args=[self.pk])


class FindingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(point_q(user, "screening.view", "screening__area_key"))

    def unregistered(self):
        return self.filter(case=None)


class Finding(AtPoint, models.Model):
    """排查发现的纠纷. One dispute that was found; the case made of it is linked and counted once."""

    screening = models.ForeignKey(Screening, models.CASCADE, related_name="findings", verbose_name=_("screening"))
    category = models.ForeignKey(DisputeCategory, models.PROTECT, db_index=False, verbose_name=_("dispute category"))
    text = models.CharField(_("in a few words"), max_length=60, blank=True)  # without names
    case = models.OneToOneField(Case, models.PROTECT, null=True, related_name="finding",
                                verbose_name=_("mediation case"))

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("dispute found by screening")
        verbose_name_plural = _("disputes found by screening")
        ordering = ["id"]
        indexes = [models.Index(fields=["-id"], name="finding_unregistered", condition=Q(case=None))]

    def __str__(self):
        return str(self.category)

    @property
    def area_key(self) -> int:
        return self.screening.area_key
