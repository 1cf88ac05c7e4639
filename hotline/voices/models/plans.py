"""Plans for when it is needed, and whether they were tried."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.roles import Role
from incidents.models.parts import person

from ..querysets import PlanQuerySet


class ContingencyPlan(models.Model):
    """应急预案. Who does what when something happens: the paper in force is attached. `review_on` is the day by
    which it is looked at again; `reminded_on` that day once it has been told that it is over."""

    class Kind(models.TextChoices):
        DISASTER = "disaster", _("Natural disaster")
        ACCIDENT = "accident", _("Accident")
        HEALTH = "health", _("Public health")
        ORDER = "order", _("Public order")
        SERVICE = "service", _("Interrupted supply")
        DECISION = "decision", _("Project or decision")

    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("county"))
    title = models.CharField(_("title"), max_length=100)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    owner = models.ForeignKey("grids.Department", models.PROTECT, related_name="+", verbose_name=_("responsible"))
    version = models.CharField(_("version"), max_length=30)
    valid_from = models.DateField(_("in force from"))
    review_on = models.DateField(_("look at again on"))
    is_active = models.BooleanField(_("in force"), default=True)
    reminded_on = models.DateField(_("reminded of"), null=True, editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("contingency plan")
        verbose_name_plural = _("contingency plans")
        ordering = ["review_on", "id"]
        indexes = [
            models.Index(fields=["area", "review_on", "id"], name="plan_county"),
            models.Index(fields=["review_on"], name="plan_review", condition=Q(is_active=True)),
        ]
        constraints = [models.CheckConstraint(name="plan_kind_known", condition=Q(kind__in=[
            "disaster", "accident", "health", "order", "service", "decision"]))]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("hotline:plan-detail", args=[self.pk])

    @property
    def area_key(self) -> int:
        return self.area.key

    def is_due(self, today: date) -> bool:
        return self.is_active and self.review_on < today

    def allows(self, act: str, post) -> bool:
        return post.role != Role.DEPT_HANDLER or post.department_id == self.owner_id


class PlanDrill(models.Model):
    """预案演练. A plan was tried."""

    plan = models.ForeignKey(ContingencyPlan, models.CASCADE, related_name="drills", verbose_name=_("contingency plan"))
    held_on = models.DateField(_("date"))
    summary = models.CharField(_("what was found"), max_length=500)
    by = person(_("written by"))

    class Meta:
        verbose_name = _("drill of a plan")
        verbose_name_plural = _("drills of plans")
        ordering = ["-held_on", "-id"]

    def __str__(self):
        return f"{self.plan} {self.held_on}"
