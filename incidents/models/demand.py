"""What one office asks of another about an incident."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.models import Step

from ..demands.querysets import DemandQuerySet
from ..demands.rights import allows, grants
from ..demands.states import ALIVE, CALLED, DECIDED_ABOVE, SORTS, Kind, Sort, Stage, State
from .limit import check_limit
from .parts import both_or_none, person

LIVE = Q(state__in=sorted(ALIVE))


def _office(name):
    return models.ForeignKey("grids.Department", models.PROTECT, null=True, related_name="+", db_index=False,
                             verbose_name=name)


class Demand(models.Model):
    """交办. An extension or suspension asked for, a supervision order, a whistle to one department, a joint task.

    Asked by an office: `asked_tier` is a desk of the incident's area, `asked_department` a department; `asked_by` is
    empty when the clock did it. Asked of one: `department`, or the desk of `tier`; of a whistle that is still to be
    passed on, `tier` is the desk that does so. `round` is the handling it belongs to, counted by reopenings;
    `is_granted` says yes or no where that was the question; `due_at` is when the running stage ends, empty once
    nobody waits. Several departments called at once share `call`. Progress is in the moves.
    """

    incident = models.ForeignKey("incidents.Incident", models.CASCADE, related_name="demands", db_index=False,
                                 verbose_name=_("incident"))
    area_key = models.BigIntegerField(_("area key"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    sort = models.CharField(_("reason for it"), max_length=12, choices=Sort, blank=True)
    call = models.UUIDField(_("called together"), null=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.ASKED)
    round = models.PositiveSmallIntegerField(_("round of handling"))
    is_urgent = models.BooleanField(_("urgent"), default=False)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)

    asked_by = person(_("asked by"))
    asked_at = models.DateTimeField(_("asked at"))
    asked_tier = models.PositiveSmallIntegerField(_("asking tier"), null=True)
    asked_department = _office(_("asking department"))
    tier = models.PositiveSmallIntegerField(_("tier that is asked"), null=True)
    department = _office(_("department that is asked"))
    text = models.TextField(_("what is asked"))
    amount = models.PositiveSmallIntegerField(_("how much longer"), null=True)
    unit = models.CharField(_("unit"), max_length=16, choices=Unit, blank=True)
    review_on = models.DateField(_("to be looked at again on"), null=True)

    taken_by = person(_("taken on by"))
    taken_at = models.DateTimeField(_("taken on at"), null=True)
    arrived_at = models.DateTimeField(_("arrived at"), null=True)
    answered_by = person(_("answered by"))
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answer = models.TextField(_("answer"), blank=True)
    is_granted = models.BooleanField(_("granted"), null=True)
    rating = models.PositiveSmallIntegerField(_("rating"), null=True)
    comment = models.CharField(_("comment"), max_length=500, blank=True)
    ended_by = person(_("ended by"))
    ended_at = models.DateTimeField(_("ended at"), null=True)

    objects = DemandQuerySet.as_manager()
    allows, grants = allows, grants

    class Meta:
        verbose_name = _("demand")
        verbose_name_plural = _("demands")
        indexes = [
            models.Index(fields=["incident", "id"], name="demand_of_incident"),
            models.Index(fields=["department", "due_at", "id"], name="demand_department_queue",
                         condition=LIVE & Q(department__isnull=False)),
            models.Index(fields=["tier", "due_at", "id"], name="demand_desk_queue",
                         condition=LIVE & Q(tier__isnull=False)),
            models.Index(fields=["asked_tier", "due_at", "id"], name="demand_answered_queue",
                         condition=Q(state="answered")),
            models.Index(fields=["due_at", "id"], name="demand_open", condition=LIVE),
            models.Index(fields=["asked_by", "-id"], name="demand_asked_by"),
        ]
        constraints = [
            models.CheckConstraint(name="demand_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="demand_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="demand_alive_has_deadline",
                                   condition=LIVE & Q(due_at__isnull=False) | ~LIVE & Q(due_at=None)),
            models.CheckConstraint(name="demand_of_somebody",
                                   condition=Q(department__isnull=False) | Q(tier__isnull=False)),
            models.CheckConstraint(name="demand_by_one_office",
                                   condition=Q(asked_tier=None, asked_department__isnull=False)
                                   | Q(asked_tier__isnull=False, asked_department=None)),
            models.CheckConstraint(name="demand_longer_by",
                                   condition=Q(kind="extension", amount__isnull=False, amount__gt=0)
                                   | ~Q(kind="extension") & Q(amount=None)),
            models.CheckConstraint(name="demand_review_on", condition=Q(kind="suspension", review_on__isnull=False)
                                   | ~Q(kind="suspension") & Q(review_on=None)),
            models.CheckConstraint(name="demand_sort_fits", condition=~Q(kind__in=sorted(SORTS)) & Q(sort="")
                                   | Q(kind="supervision", sort__in=sorted(SORTS[Kind.SUPERVISION]))
                                   | Q(kind="whistle", sort__in=sorted(SORTS[Kind.WHISTLE]))),
            models.CheckConstraint(name="demand_rated", condition=Q(rating=None)
                                   | Q(kind="whistle", state="ended", rating__in=[1, 2, 3])),
            models.CheckConstraint(name="demand_answered", condition=both_or_none("answered_by", "answered_at")),
            # Somebody says yes or no, and never to themselves.
            models.CheckConstraint(name="demand_decided", condition=~Q(kind__in=sorted(DECIDED_ABOVE), state="ended")
                                   | Q(is_granted__isnull=False, answered_by__isnull=False)
                                   & ~Q(answered_by=models.F("asked_by"))),
            models.UniqueConstraint(fields=["incident", "kind"], name="demand_one_waits",
                                    condition=LIVE & Q(kind__in=sorted(DECIDED_ABOVE))),
            models.UniqueConstraint(fields=["incident", "round"], name="demand_one_extension",
                                    condition=Q(kind="extension", is_granted=True)),
            models.UniqueConstraint(fields=["incident", "sort"], name="demand_one_order_of_a_sort",
                                    condition=LIVE & Q(kind="supervision")),
            models.UniqueConstraint(fields=["incident", "kind", "department"], name="demand_one_of_a_department",
                                    condition=LIVE & Q(kind__in=sorted(CALLED))),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return f"{reverse('incidents:incident-detail', args=[self.incident_id])}#demand-{self.pk}"

    @property
    def number(self) -> str:
        """What people call it: XB (协办) and its key."""
        return f"XB{self.pk:06d}"

    @property
    def is_alive(self) -> bool:
        return self.state in ALIVE

    @cached_property
    def line(self) -> list:
        """What was done about it, oldest first."""
        return list(self.moves.select_related("by"))

    @property
    def longer_by(self) -> Limit:
        """The extension that is asked for."""
        return Limit(self.amount, self.unit)


class DemandLimit(models.Model):
    """交办时限. How long a stage of a kind of demand may take, for urgent ones and for the others."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    stage = models.CharField(_("stage"), max_length=12, choices=Stage)
    is_urgent = models.BooleanField(_("for urgent incidents"), default=False)
    amount = models.DecimalField(_("limit"), max_digits=9, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=16, choices=Unit)

    class Meta:
        verbose_name = _("limit of a demand")
        verbose_name_plural = _("limits of demands")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "stage", "is_urgent"], name="demand_limit_once"),
            models.CheckConstraint(name="demand_limit_above_zero", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="demand_limit_unit_known", condition=Q(unit__in=Unit.values)),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.get_stage_display()} {self.limit}"

    def clean(self):
        """Raises ValidationError for a stage that demands of this kind do not go through."""
        from ..demands.limits import DEFAULTS

        check_limit("amount", self.amount, self.unit)
        if (self.kind, self.stage) not in DEFAULTS:
            raise ValidationError({"stage": _("Demands of this kind have no such stage.")})

    @property
    def limit(self) -> Limit:
        return Limit(self.amount, self.unit)
