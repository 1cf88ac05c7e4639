"""What shall become of grids from a day on, and what became of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def _person(name, **more):
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=name,
                             **more)


class AreaChangeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Changes that lie wholly in an area of which `user` may see them."""
        from ..jurisdiction import scope_q  # jurisdiction reads posts, which this module helps to define

        return self.filter(scope_q(user, "change.view"))

    def pending(self):
        """Planned, neither done nor cancelled."""
        return self.filter(done_at=None, cancelled_at=None)


class AreaChange(models.Model):
    """区划调整. From a day on some grids end and others begin.

    `area_key` is the key of the smallest area that holds all of it: the community, for a grid that moves between
    communities the town, between towns the county. `heir` takes over the open work of a grid that is closed; else
    one of the new grids does for what has no point. `handed_over_at` is when the open work had been handed over.
    """

    class Kind(models.TextChoices):
        SPLIT = "split", _("Split")
        MERGE = "merge", _("Merge")
        MOVE = "move", _("Move to another community")
        CLOSE = "close", _("Close down")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    area_key = models.BigIntegerField(editable=False)
    starts_on = models.DateField(_("from the day"))
    ends = models.ManyToManyField("grids.Area", related_name="ended_by", verbose_name=_("grids that end"))
    heir = models.ForeignKey("grids.Area", models.PROTECT, null=True, related_name="inherits",
                             verbose_name=_("takes over the open work"))
    reason = models.CharField(_("reason"), max_length=500)
    document = models.CharField(_("document number"), max_length=100, blank=True)
    planned_by = _person(_("planned by"))
    planned_at = models.DateTimeField(_("planned at"))
    cancelled_by = _person(_("cancelled by"))
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True)
    obstacle = models.CharField(_("why it could not be carried out"), max_length=500, blank=True)
    done_at = models.DateTimeField(_("carried out at"), null=True)
    handed_over_at = models.DateTimeField(_("open work handed over at"), null=True)

    objects = AreaChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of boundaries")
        verbose_name_plural = _("changes of boundaries")
        indexes = [
            models.Index(fields=["area_key", "-id"], name="change_area"),
            models.Index(fields=["starts_on"], name="change_pending",
                         condition=Q(done_at__isnull=True, cancelled_at__isnull=True)),
            models.Index(fields=["done_at"], name="change_done", condition=Q(done_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="change_kind_known", condition=Q(kind__in=["split", "merge", "move", "close"])),
            models.CheckConstraint(name="change_heir_when_closed", condition=Q(kind="close", heir__isnull=False)
                                   | ~Q(kind="close") & Q(heir=None)),
            models.CheckConstraint(name="change_cancelled_by", condition=Q(cancelled_at=None, cancelled_by=None)
                                   | Q(cancelled_at__isnull=False, cancelled_by__isnull=False)),
            models.CheckConstraint(name="change_done_or_cancelled",
                                   condition=Q(done_at=None) | Q(cancelled_at=None)),
            models.CheckConstraint(name="change_handed_over_when_done",
                                   condition=Q(handed_over_at=None) | Q(done_at__isnull=False)),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.starts_on:%F}"

    def get_absolute_url(self):
        return reverse("grids:change-detail", args=[self.pk])

    @property
    def is_pending(self) -> bool:
        return self.done_at is None and self.cancelled_at is None

    @property
    def state(self) -> str:
        """For the badge: planned, done or cancelled."""
        return "cancelled" if self.cancelled_at else "done" if self.done_at else "planned"

    @property
    def state_label(self) -> str:
        return {"cancelled": _("Called off"), "done": _("Carried out"), "planned": _("Planned")}[self.state]


class PlannedGrid(models.Model):
    """新设网格. A grid that a change makes; `area` once it exists. `takes_rest`: it gets the open work without a point
    of its own."""

    change = models.ForeignKey(AreaChange, models.CASCADE, related_name="makes", verbose_name=_("change of boundaries"))
    code = models.CharField(_("code"), max_length=15)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=12)
    community = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", verbose_name=_("belongs to"))
    outline = models.JSONField(_("outline"), null=True)
    worker = _person(_("grid worker"))
    takes_rest = models.BooleanField(_("takes the rest"), default=False)
    area = models.OneToOneField("grids.Area", models.PROTECT, null=True, related_name="made_by",
                                verbose_name=_("grid"))

    class Meta:
        verbose_name = _("planned grid")
        verbose_name_plural = _("planned grids")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["change", "code"], name="planned_grid_once"),
            models.UniqueConstraint(fields=["change"], condition=Q(takes_rest=True),
                                    name="planned_grid_one_takes_rest"),
        ]

    def __str__(self):
        return f"{self.code} {self.name}"
