"""Listening again: a random part of each agent's work is read by the supervisor, to help and not to rank."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for, scope_q
from grids.roles import Role
from incidents.models.parts import person

from .tickets import Ticket


class Result(models.TextChoices):
    OK = "ok", _("Well done")
    IMPROVE = "improve", _("To be improved")


class Point(models.TextChoices):
    """What is listened for."""

    ASKED = "asked", _("Asked for place, time and what happened")
    WRITTEN = "written", _("Wrote down what was said, no more and no less")
    KIND = "kind", _("Right kind and category")
    PLACE = "place", _("Place found")
    ANSWER = "answer", _("The answer is right and can be understood")
    TOLD = "told", _("Told how long it takes and how to follow it")
    MANNER = "manner", _("Polite, to the end")
    CALL_BACK = "call_back", _("Asked openly at the call-back")


class QualityCheckQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Supervisors what was drawn in their county; agents what was noted about their own work."""
        leads = [post for post in posts_for(user, "quality.view") if post.role == Role.HOTLINE_LEAD]
        if leads:
            return self.filter(scope_q(user, "quality.note", "ticket__area_key"))
        return self.filter(scope_q(user, "quality.view", "ticket__area_key"), agent=user).exclude(result="")

    def waiting(self):
        return self.filter(result="")

    def for_queue(self):
        return self.select_related("ticket", "agent", "by")


class QualityCheck(models.Model):
    """质检. One ticket drawn to be listened to or read again, and what the supervisor found.

    Drawn by a job from the tickets of a day, by nobody's choice; `points` are those to be improved. It is told to the
    agent it is about, and adds up to no figure of a person.
    """

    ticket = models.OneToOneField(Ticket, models.CASCADE, related_name="quality_check", verbose_name=_("ticket"))
    agent = person(_("work of"))
    day = models.DateField(_("of the day"))
    result = models.CharField(_("result"), max_length=7, choices=Result, blank=True)
    points = models.JSONField(_("to be improved"), default=list, blank=True)
    words = models.CharField(_("what was noticed"), max_length=500, blank=True)
    by = person(_("by"))
    at = models.DateTimeField(_("at"), null=True)

    objects = QualityCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("quality check")
        verbose_name_plural = _("quality checks")
        indexes = [
            models.Index(fields=["day", "id"], name="quality_check_waiting", condition=Q(result="")),
            models.Index(fields=["agent", "-id"], name="quality_check_of_agent"),
        ]
        constraints = [
            models.CheckConstraint(name="quality_check_result_known", condition=Q(result__in=["", *Result.values])),
            models.CheckConstraint(name="quality_check_noted_by", condition=Q(result="", by=None, at=None)
                                   | ~Q(result="") & Q(by__isnull=False, at__isnull=False)),
        ]

    def __str__(self):
        return f"{self.ticket} {self.day}"

    @property
    def area_key(self) -> int:
        """Where it counts: with its ticket."""
        return self.ticket.area_key

    @property
    def point_labels(self) -> list[str]:
        return [Point(point).label for point in self.points if point in Point.values]
