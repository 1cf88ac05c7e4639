"""The member units of a centre, their meetings, and what was decided there."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.models import Department
from mediation.personal import NETWORK
from shuangliu.deadlines.models import Step
from shuangliu.privacy.personal import Data, Personal

from ...models.network import MediationCenter, NetworkQuerySet


class OfCenter(NetworkQuerySet):
    """Rows of a centre, for those who may see its meetings."""

    area_path = "center__area"

    def visible_to(self, user):
        return self.filter(scope_q(user, "meeting.view", f"{self.area_path}__key"))


class DecisionQuerySet(OfCenter):
    area_path = "meeting__center__area"

    def open(self):
        return self.filter(state=MeetingDecision.State.OPEN)

    def waiting_for(self, user):
        """What the managers of its centre have to see to."""
        return self.open().filter(scope_q(user, "meeting.edit", f"{self.area_path}__key"))

    def for_queue(self):
        return self.select_related("unit", "meeting__center__area")


class MemberUnit(models.Model):
    """成员单位. An office, a court, a union that belongs to a centre and sits in its joint meetings."""

    center = models.ForeignKey(MediationCenter, models.PROTECT, related_name="units",
                               verbose_name=_("mediation centre"))
    name = models.CharField(_("name"), max_length=100)
    department = models.ForeignKey(Department, models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name=_("department"))
    liaison = models.CharField(_("liaison officer"), max_length=64, blank=True)
    is_active = models.BooleanField(_("active"), default=True)

    personal = Personal(**NETWORK, fields={"liaison": Data.NAME})
    objects = OfCenter.as_manager()

    class Meta:
        verbose_name = _("member unit")
        verbose_name_plural = _("member units")
        ordering = ["center__area__key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["center", "name"], name="unit_once",
                                    violation_error_message=_("This unit is a member already.")),
        ]

    def __str__(self):
        return self.name

    @property
    def area_key(self) -> int:
        return self.center.area_key


class JointMeeting(models.Model):
    """联席会议. A meeting of the member units of a centre: agenda, who came, minutes; decisions hang on it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # the form that was sent
    center = models.ForeignKey(MediationCenter, models.PROTECT, related_name="meetings",
                               verbose_name=_("mediation centre"))
    subject = models.CharField(_("subject"), max_length=100)
    held_at = models.DateTimeField(_("time of the meeting"))
    place = models.CharField(_("place"), max_length=100)
    agenda = models.TextField(_("agenda"), max_length=4000)
    minutes = models.TextField(_("minutes"), max_length=10000, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+",
                                    verbose_name=_("recorded by"))

    objects = OfCenter.as_manager()

    class Meta:
        verbose_name = _("joint meeting")
        verbose_name_plural = _("joint meetings")
        ordering = ["-held_at", "-id"]
        indexes = [models.Index(fields=["-held_at", "-id"], name="meeting_newest")]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("mediation:meeting-detail", args=[self.pk])

    @property
    def area_key(self) -> int:
        return self.center.area_key


class Attendance(models.Model):
    """参会情况. Whether a unit that was asked to a meeting came."""

    meeting = models.ForeignKey(JointMeeting, models.CASCADE, related_name="attendance",
                                verbose_name=_("joint meeting"))
    unit = models.ForeignKey(MemberUnit, models.PROTECT, related_name="+", verbose_name=_("member unit"))
    is_present = models.BooleanField(_("present"))

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "unit"], name="attendance_once")]

    def __str__(self):
        return str(self.unit)


class MeetingDecision(models.Model):
    """联席会议议定事项. What a unit shall do until a day. A clock runs while it is open; `due_at` stays, to tell
    whether it was done in time."""

    class State(models.TextChoices):
        OPEN = "open", _("To be done")
        DONE = "done", _("Implemented")
        DROPPED = "dropped", _("Withdrawn")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # the form that was sent
    meeting = models.ForeignKey(JointMeeting, models.PROTECT, related_name="decisions", verbose_name=_("joint meeting"))
    text = models.TextField(_("decision"), max_length=1000)
    unit = models.ForeignKey(MemberUnit, models.PROTECT, related_name="decisions", verbose_name=_("responsible unit"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN)
    decided_at = models.DateTimeField(_("written down at"))
    due_at = models.DateTimeField(_("due at"))
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    result = models.TextField(_("result"), max_length=2000, blank=True)  # why, where it was withdrawn

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision of a meeting")
        verbose_name_plural = _("decisions of meetings")
        ordering = ["id"]
        indexes = [models.Index(fields=["due_at", "id"], name="decision_open", condition=Q(state="open"))]
        constraints = [
            models.CheckConstraint(name="decision_ended_with_words", condition=(
                Q(state="open", ended_at=None, result="")
                | Q(state__in=["done", "dropped"], ended_at__isnull=False) & ~Q(result=""))),
        ]

    def __str__(self):
        return self.text[:40]

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#decision-{self.pk}"

    @property
    def area_key(self) -> int:
        return self.meeting.area_key

    @property
    def was_late(self) -> bool:
        return self.state == self.State.DONE and self.ended_at > self.due_at


class DecisionExtension(models.Model):
    """议定事项延期. That a decision got more time, and why."""

    decision = models.ForeignKey(MeetingDecision, models.CASCADE, related_name="extensions",
                                 verbose_name=_("decision of a meeting"))
    was_due_at = models.DateTimeField(_("was due at"))
    due_at = models.DateTimeField(_("due at"))
    reason = models.CharField(_("reason"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("extended by"))
    at = models.DateTimeField(_("extended at"))

    class Meta:
        verbose_name = _("extension of a decision")
        verbose_name_plural = _("extensions of decisions")
        ordering = ["id"]

    def __str__(self):
        return self.reason
