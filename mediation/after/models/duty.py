"""What somebody still has to see to when mediation is over."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import NOTHING, posts_for
from grids.keys import AreaKeyed
from grids.models import Area
from grids.roles import MEDIATORS, Role
from shuangliu.deadlines.models import Step
from shuangliu.pages.forms import midnight_after

from ...models.cases import Case
from ...models.limits import Kind
from ...models.mediators import Mediator
from ...models.queryset import in_areas, mediators_of
from ...models.rounds import Round
from .performance import Performance

# The stages after the end, in the order in which they come.
KINDS = (Kind.SIGN, Kind.PERFORM, Kind.CONFIRM, Kind.FOLLOW_UP, Kind.ARCHIVE)
# Whose they are; what a mediator without an account has to do, the clerk does for them.
OF_MEDIATOR = (Kind.SIGN, Kind.PERFORM, Kind.CONFIRM)
OF_CLERK = (Kind.FOLLOW_UP, Kind.ARCHIVE)


class DutyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the cases that the person sees (CaseQuerySet.visible_to), read along this table's own indexes."""
        posts = posts_for(user, "duty.view")
        seen = in_areas(post.area for post in posts if post.role not in MEDIATORS)
        if any(post.role in MEDIATORS for post in posts):
            seen |= Q(mediator__in=mediators_of(user))
        return self.filter(seen)

    def waiting_for(self, user):
        """What this person has to see to: mediators what they agreed upon, clerks what others than the mediator do and
        what mediators without an account cannot, managers what is long overdue."""
        waiting = NOTHING
        for post in posts_for(user, "duty.view"):
            here = in_areas([post.area])
            if post.role == Role.MED_CLERK:
                waiting |= here & (Q(kind__in=OF_CLERK) | Q(kind__in=OF_MEDIATOR, mediator__user=None))
            elif post.role == Role.CENTER_MANAGER:
                waiting |= here & Q(alert=Step.RAISED)
            elif post.role in MEDIATORS:
                waiting |= Q(mediator__in=mediators_of(user), kind__in=OF_MEDIATOR)
        return self.open().filter(waiting)

    def open(self):
        return self.filter(done_at=None)

    def overdue(self, at: datetime):
        return self.filter(due_at__lte=at)

    def today(self, at: datetime):
        return self.filter(due_at__gt=at, due_at__lt=midnight_after(at))

    def coming(self, at: datetime):
        return self.filter(due_at__gte=midnight_after(at))

    def in_area(self, area: Area):
        return self.filter(in_areas([area]))

    def for_queue(self):
        """What a row of the list prints."""
        return self.select_related("case__category__parent", "case__area__parent__parent", "case__mediator",
                                   "mediator", "performance__party")


class Duty(AreaKeyed):
    """后续事项. One thing to see to by a time when mediation is over: signatures, a performance, the application to the
    court, the follow-up, the filing of the dossier.

    Open ones are those without `done_at`; a clock runs on each. `is_void`: it need not be done any more (another round
    began, its time is over, the agreement changed).
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="duties", verbose_name=_("mediation case"))
    round = models.ForeignKey(Round, models.CASCADE, related_name="duties", verbose_name=_("round of mediation"))
    mediator = models.ForeignKey(Mediator, models.PROTECT, null=True, db_index=False, related_name="+",
                                 verbose_name=_("mediator"))
    performance = models.ForeignKey(Performance, models.CASCADE, null=True, related_name="duties",
                                    verbose_name=_("performance item"))
    kind = models.CharField(_("what is due"), max_length=16, choices=[(kind.value, kind.label) for kind in KINDS])
    due_at = models.DateTimeField(_("due at"))
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    done_at = models.DateTimeField(_("done at"), null=True)
    is_void = models.BooleanField(_("need not be done any more"), default=False)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty after mediation")
        verbose_name_plural = _("duties after mediation")
        ordering = ["due_at", "id"]
        indexes = [
            *(models.Index(fields=[f"{level}_key", "due_at", "id"], name=f"duty_open_{level}",
                           condition=Q(done_at=None)) for level in ("county", "town", "community")),
            models.Index(fields=["mediator", "due_at", "id"], name="duty_open_mediator", condition=Q(done_at=None)),
        ]
        constraints = [
            models.CheckConstraint(name="duty_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="duty_alert_known", condition=Q(alert__in=Step.values)),
            models.CheckConstraint(name="duty_of_an_item", condition=(
                Q(kind="perform", performance__isnull=False) | ~Q(kind="perform") & Q(performance=None))),
            models.CheckConstraint(name="duty_void_is_over", condition=Q(is_void=False) | Q(done_at__isnull=False)),
            models.UniqueConstraint(fields=["round", "kind"], condition=Q(done_at=None, performance=None),
                                    name="duty_one_open_of_a_kind"),
            models.UniqueConstraint(fields=["performance"], condition=Q(done_at=None), name="duty_one_open_of_an_item"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.case_id}"

    def allows(self, act: str, post) -> bool:
        """As the case does: a mediator has to do with their own only."""
        return self.case.allows(act, post)

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()
