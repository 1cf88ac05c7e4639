"""Call-ups of volunteers, and their answers."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.keys import AreaKeyed
from residents.models.parts import someone

from ..kinds import Service, Skill, Task
from ..querysets import CallUpQuerySet
from .people import Volunteer
from .teams import Team

OF_COMMUNITIES = frozenset({"call-up.view", "call-up.answer"})


class CallUp(AreaKeyed):
    """召集. Volunteers are asked to come somewhere at a time, for an event, an incident or a drill.

    `wanted` is a field of service or a skill, `team` one team alone. A risky one asks nobody who is under age,
    untrained or not insured on the day (art. 15, 16, 17): `left_out` counts them.
    """

    uuid = models.UUIDField(_("number given by the sender"), unique=True, default=uuid.uuid4, editable=False)
    title = models.CharField(_("occasion"), max_length=60)
    task = models.CharField(_("task"), max_length=12, choices=Task)
    is_risky = models.BooleanField(_("dangerous"), default=False)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+", db_index=False,
                             verbose_name=_("team of volunteers"))
    wanted = models.CharField(_("who is wanted"), max_length=10, blank=True,
                              choices=[*Service.choices, *Skill.choices])
    place = models.CharField(_("where to meet"), max_length=100)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    needed = models.PositiveSmallIntegerField(_("how many are needed"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    left_out = models.PositiveSmallIntegerField(_("not asked: young, untrained or uninsured"), default=0)
    by = someone(_("called up by"))
    at = models.DateTimeField(_("called up at"))
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    objects = CallUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("call-up")
        verbose_name_plural = _("call-ups")
        indexes = [
            models.Index(fields=["community_key", "-starts_at", "-id"], name="call_up_community"),
            models.Index(fields=["town_key", "-starts_at", "-id"], name="call_up_town"),
        ]
        constraints = [
            models.CheckConstraint(name="call_up_range", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(name="call_up_task_known", condition=Q(task__in=Task.values)),
            models.CheckConstraint(name="call_up_cancelled_why",
                                   condition=Q(cancelled_at=None) | ~Q(reason="")),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("patrol:call-up-detail", args=[self.pk])

    @property
    def number(self) -> str:
        return f"ZJ{self.pk:08d}"

    def grants(self, act: str, user) -> bool:
        """A community within its area looks on, and writes down what its own volunteers told it."""
        return act in OF_COMMUNITIES and any(self.area.low <= post.area.key < self.area.high
                                             for post in posts_for(user, act))

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    def is_open_at(self, at) -> bool:
        """May it still be answered?"""
        return not self.is_cancelled and at < self.ends_at


class Invitation(models.Model):
    """召集对象. That a volunteer was asked, and what they said."""

    class Answer(models.TextChoices):
        YES = "yes", _("I come")
        NO = "no", _("I cannot come")
        LATER = "later", _("I say it later")

    class Way(models.TextChoices):
        PORTAL = "portal", _("at the portal")
        ACCOUNT = "account", _("by account")
        PHONE = "phone", _("told by phone")

    call_up = models.ForeignKey(CallUp, models.CASCADE, related_name="invitations", verbose_name=_("call-up"))
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="invitations", verbose_name=_("volunteer"))
    answer = models.CharField(_("answer"), max_length=5, choices=Answer, blank=True)
    way = models.CharField(_("how it was told"), max_length=7, choices=Way, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = someone(_("written down by"))

    class Meta:
        verbose_name = _("invitation to a call-up")
        verbose_name_plural = _("invitations to call-ups")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["call_up", "volunteer"], name="invitation_once"),
            models.CheckConstraint(name="invitation_answer_whole", condition=(
                Q(answer="", way="", answered_at=None)
                | Q(answer__in=["yes", "no", "later"], way__in=["portal", "account", "phone"],
                    answered_at__isnull=False))),
        ]

    def __str__(self):
        return f"{self.call_up_id}: {self.volunteer_id}"

    @property
    def tone(self) -> str:
        return {"yes": "done", "no": "off", "later": "check"}.get(self.answer, "wait")
