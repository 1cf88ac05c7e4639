"""Visits that are asked for, what each try found, and how well each grid is covered."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from shuangliu.deadlines.models import Step
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ..declared import VISITS
from ..models.homes import Dwelling
from ..models.parts import someone
from .querysets import CoverageQuerySet, VisitTaskQuerySet
from .states import OVER, TO_ENTER, TONES, State


class Purpose(models.TextChoices):
    """Why somebody knocks: an errand at a door, and nothing about whoever opens it (domain.md §7)."""

    CHECK = "check", _("Check who lives here")
    MOVED_IN = "moved_in", _("Somebody moved in: ask them to register")
    PERMIT = "permit", _("A permit expires: remind of it")
    LEASE = "lease", _("A lease ends: ask what follows")
    AID = "aid", _("Something to deliver")


class Result(models.TextChoices):
    """What was found, in one tap. Somebody new: the details are taken by the registrar."""

    CONFIRMED = "confirmed", _("All as in the register")
    MOVED_AWAY = "moved_away", _("Somebody moved away")
    SOMEBODY_NEW = "new", _("Somebody new")
    EMPTY = "empty", _("Empty")
    NOT_LIVED_IN = "not_lived_in", _("Shop, office or store")
    NOBODY = "nobody", _("Nobody opened")


class VisitTask(AreaKeyed):
    """走访任务. A visit to one dwelling, for one purpose, by the grid worker of the place.

    It names no person: who lives there is looked up in the register by whoever may see it. `area_key` is the grid's;
    a dwelling without a grid cannot be visited by anybody. `result` is what the visit found that ended it; `due_on` is
    the day that the registrar named, `due_at` what the clock makes of it while it runs.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="visits", db_index=False,
                                 verbose_name=_("dwelling"))
    purpose = models.CharField(_("purpose of the visit"), max_length=8, choices=Purpose)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    due_on = models.DateField(_("to be made by"))
    due_at = models.DateTimeField(_("due at"), null=True)
    limit_at = models.DateTimeField(_("limit"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE, blank=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    result = models.CharField(_("found on the visit"), max_length=12, choices=Result, blank=True)
    asked_by = someone(_("asked by"))
    asked_at = models.DateTimeField(_("asked at"))
    done_by = someone(_("visited by"))
    done_at = models.DateTimeField(_("visited at"), null=True)
    closed_by = someone(_("entered or cancelled by"))
    closed_at = models.DateTimeField(_("entered or cancelled at"), null=True)

    objects = VisitTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["grid_key", "due_at", "id"], name="visit_to_make", condition=Q(state="open")),
            models.Index(fields=["community_key", "due_on", "id"], name="visit_open", condition=Q(state="open")),
            models.Index(fields=["community_key", "done_at", "id"], name="visit_to_enter",
                         condition=Q(state__in=["done", "nobody"])),
            models.Index(fields=["community_key", "-id"], name="visit_community"),
            models.Index(fields=["dwelling", "-id"], name="visit_of_dwelling"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["dwelling", "purpose"], name="visit_one_waiting",
                                    condition=Q(state__in=["open", "nobody", "done"])),
            models.CheckConstraint(name="visit_purpose_known", condition=Q(purpose__in=Purpose.values)),
            models.CheckConstraint(name="visit_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="visit_done_whole", condition=Q(done_at=None, result="")
                                   | Q(done_at__isnull=False) & ~Q(result="")),
            models.CheckConstraint(name="visit_closed_whole", condition=Q(state__in=sorted(OVER),
                                   closed_at__isnull=False) | ~Q(state__in=sorted(OVER)) & Q(closed_at=None)),
            models.CheckConstraint(name="visit_result_to_enter", condition=~Q(state__in=sorted(TO_ENTER))
                                   | ~Q(result="")),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("residents:visit-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What the office calls it: RH and its key, eight digits at least."""
        return f"RH{self.pk:08d}"

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")

    @property
    def is_late(self) -> bool:
        return self.state == State.OPEN and self.due_on < localdate()

    @property
    def new_name(self) -> str:
        """Of somebody new who is still to be entered."""
        return next((tried.new_name for tried in self.tries_made.all() if tried.new_name), "")


class Visit(models.Model):
    """走访记录. One try at a door, told once for each form however often the phone sends it.

    `visited_at` is the phone's time, `received_at` the server's; no point is kept: the address says where. Of somebody
    new, a name and how many they are; the name goes when the result is entered. `note` names nobody.
    """

    uuid = models.UUIDField(_("number given by the sender"), unique=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey(VisitTask, models.CASCADE, related_name="tries_made", verbose_name=_("visit"))
    result = models.CharField(_("found on the visit"), max_length=12, choices=Result)
    new_name = EncryptedTextField(_("name of somebody new"), blank=True, default="")
    new_count = models.PositiveSmallIntegerField(_("how many are new"), default=0)
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("visited by"))
    visited_at = models.DateTimeField(_("visited at"))
    received_at = models.DateTimeField(_("received at"))

    personal = Personal(**VISITS, fields={"new_name": Data.NAME})

    class Meta:
        verbose_name = _("try of a visit")
        verbose_name_plural = _("tries of visits")
        ordering = ["id"]
        indexes = [
            # What the job that forgets names reads.
            models.Index(fields=["received_at"], name="visit_new_name", condition=~Q(new_name="")),
        ]
        constraints = [
            models.CheckConstraint(name="try_result_known", condition=Q(result__in=Result.values)),
            models.CheckConstraint(name="try_before_received", condition=Q(visited_at__lte=F("received_at"))),
            models.CheckConstraint(name="try_new_counted", condition=Q(result="new", new_count__gt=0)
                                   | ~Q(result="new") & Q(new_count=0, new_name="")),
        ]

    def __str__(self):
        return f"{self.task_id} {self.get_result_display()}"

    def get_absolute_url(self):
        return self.task.get_absolute_url()

    @property
    def number(self) -> str:
        """That of the visit: what the receipt says."""
        return self.task.number


class Coverage(AreaKeyed):
    """登记覆盖. How well the register knows one grid (or what lies in no grid of a community), as counted last night.

    `fresh` and `known` are dwellings that somebody checked within the two periods of the settings; `stale` are people
    whom nobody has confirmed for the longer one.
    """

    counted_at = models.DateTimeField(_("counted at"))
    dwellings = models.PositiveIntegerField(_("dwellings"), default=0)
    fresh = models.PositiveIntegerField(_("checked lately"), default=0)
    known = models.PositiveIntegerField(_("checked within a year"), default=0)
    unseen = models.PositiveIntegerField(_("not seen yet"), default=0)
    people = models.PositiveIntegerField(_("residents"), default=0)
    unnumbered = models.PositiveIntegerField(_("without a number"), default=0)
    stale = models.PositiveIntegerField(_("not confirmed for a year"), default=0)

    objects = CoverageQuerySet.as_manager()

    class Meta:
        verbose_name = _("coverage of the register")
        verbose_name_plural = _("coverage of the register")
        constraints = [models.UniqueConstraint(fields=["area_key"], name="coverage_once")]

    def __str__(self):
        return f"{self.area_key} {self.counted_at:%F}"
