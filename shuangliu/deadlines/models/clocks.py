"""Clocks and the steps they took."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..limits import Limit, Unit
from ..workdays import SHANGHAI


class Step(models.TextChoices):
    """How far a clock has gone: 80 %, 100 %, 150 % of its limit. It may warn several times, at points of its own."""

    NONE = "none", _("in time")
    WARNED = "warned", _("due soon")
    OVERDUE = "overdue", _("overdue")
    RAISED = "raised", _("raised to the next tier")


class DeadlineQuerySet(models.QuerySet):
    def of(self, matter: models.Model):
        """All clocks of a matter, running or not."""
        return self.filter(matter_type=matter._meta.label_lower, matter_id=matter.pk)

    def running(self):
        """Clocks that have not stopped; paused ones too."""
        return self.filter(stopped_at=None)

    def to_check(self, at: datetime):
        """Clocks that have a step to take at `at`, longest waiting first."""
        return self.filter(next_check_at__lte=at).order_by("next_check_at", "id")


class Deadline(models.Model):
    """时限. A clock on a matter of any kind: within `amount` of `unit` from `started_at`.

    No foreign key leads to the matter, so that clocks can sit below every app that uses them.
    `next_check_at` is the moment of the next step, and empty while there is none to take.
    """

    matter_type = models.CharField(_("kind of matter"), max_length=64)
    matter_id = models.BigIntegerField(_("number of the matter"))
    area_key = models.BigIntegerField(_("area key"))
    kind = models.SlugField(_("stage"), max_length=32, db_index=False)
    amount = models.DecimalField(_("limit"), max_digits=9, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=16, choices=Unit)
    warn_days = models.JSONField(_("warns so many days before the end"), default=list, blank=True)
    extensions = models.PositiveSmallIntegerField(_("times extended"), default=0)

    started_at = models.DateTimeField(_("started at"))
    warn_at = models.DateTimeField(_("warns at"))
    due_at = models.DateTimeField(_("due at"))
    raise_at = models.DateTimeField(_("raised at"))
    paused_at = models.DateTimeField(_("paused at"), null=True, blank=True)
    remaining = models.DurationField(_("left when paused"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped at"), null=True, blank=True)
    is_cancelled = models.BooleanField(_("does not count"), default=False)

    step = models.CharField(_("step"), max_length=8, choices=Step, default=Step.NONE)
    reminders = models.PositiveSmallIntegerField(_("warnings after the first"), default=0)
    next_check_at = models.DateTimeField(_("next step at"), null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        indexes = [
            models.Index(fields=["matter_type", "matter_id"], name="deadline_matter"),
            models.Index(fields=["next_check_at", "id"], name="deadline_to_check",
                         condition=Q(next_check_at__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["matter_type", "matter_id", "kind"], condition=Q(stopped_at__isnull=True),
                name="deadline_one_running_of_a_kind"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="deadline_amount_above_zero"),
            models.CheckConstraint(condition=Q(unit__in=Unit.values), name="deadline_unit_known"),
            models.CheckConstraint(condition=Q(step__in=Step.values), name="deadline_step_known"),
            models.CheckConstraint(condition=Q(warn_at__lte=F("due_at"), raise_at__gt=F("due_at")),
                                   name="deadline_moments_in_order"),
            models.CheckConstraint(condition=Q(paused_at__isnull=True, remaining__isnull=True)
                                   | Q(paused_at__isnull=False, remaining__isnull=False),
                                   name="deadline_paused_with_remaining"),
            models.CheckConstraint(condition=Q(stopped_at__isnull=True) | Q(paused_at__isnull=True),
                                   name="deadline_stopped_or_paused"),
            models.CheckConstraint(condition=Q(is_cancelled=False) | Q(stopped_at__isnull=False),
                                   name="deadline_cancelled_is_stopped"),
            models.CheckConstraint(
                condition=Q(next_check_at__isnull=False, stopped_at__isnull=True, paused_at__isnull=True)
                & ~Q(step=Step.RAISED)
                | Q(next_check_at__isnull=True)
                & (Q(stopped_at__isnull=False) | Q(paused_at__isnull=False) | Q(step=Step.RAISED)),
                name="deadline_checked_while_it_runs"),
        ]

    def __str__(self):
        return f"{self.matter_type} {self.matter_id} {self.kind}: {self.limit}"

    @property
    def limit(self) -> Limit:
        """The limit with all its extensions."""
        return Limit(self.amount, self.unit, tuple(self.warn_days))

    @property
    def is_met(self) -> bool | None:
        """Whether the clock was stopped in time; None while it runs and for one that does not count."""
        if self.stopped_at is None or self.is_cancelled:
            return None
        return self.stopped_at <= self.due_at

    @property
    def was_overdue_when_paused(self) -> bool:
        """Whether a paused clock had passed its limit before it was paused."""
        return self.step in (Step.OVERDUE, Step.RAISED) or self.paused_at > self.due_at

    @property
    def upcoming(self) -> tuple[tuple[Step, datetime], ...]:
        """The steps not yet taken and their moments, in order."""
        return self.steps_by(self.warn_at, self.due_at, self.raise_at)[self.taken:]

    @property
    def taken(self) -> int:
        """How many steps were taken."""
        if self.step in (Step.NONE, Step.WARNED):
            return (self.step == Step.WARNED) + self.reminders
        return max(len(self.warn_days), 1) + Step.values.index(self.step) - 1

    def steps_by(self, warn_at: datetime, due_at: datetime, raise_at: datetime) -> tuple[tuple[Step, datetime], ...]:
        """All steps of a clock with these moments, in order."""
        last = due_at.astimezone(SHANGHAI).date()
        again = (datetime.combine(last - timedelta(days=days), time(0), SHANGHAI) for days in self.warn_days[1:])
        return ((Step.WARNED, warn_at), *((Step.WARNED, moment) for moment in again), (Step.OVERDUE, due_at),
                (Step.RAISED, raise_at))

    @property
    def next_moment(self) -> datetime | None:
        """When the next step is due, were the clock going; None after the last."""
        return self.upcoming[0][1] if self.upcoming else None


class DeadlineStep(models.Model):
    """时限步骤. That a clock took a step; once for each step, and again only after an extension."""

    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="steps", verbose_name=_("deadline"))
    extensions = models.PositiveSmallIntegerField(_("times extended"))
    step = models.CharField(_("step"), max_length=8, choices=Step)
    reminder = models.PositiveSmallIntegerField(_("warnings before"), default=0)
    at = models.DateTimeField(_("taken at"))

    class Meta:
        verbose_name = _("step of a deadline")
        verbose_name_plural = _("steps of deadlines")
        constraints = [
            models.UniqueConstraint(fields=["deadline", "step", "extensions", "reminder"], name="deadline_step_once"),
            models.CheckConstraint(condition=Q(step__in=Step.values) & ~Q(step=Step.NONE),
                                   name="deadline_step_taken_known"),
        ]

    def __str__(self):
        return f"{self.get_step_display()} {self.at:%F %T}"
