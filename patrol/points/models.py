"""The points that are guarded: 治安卡口 and 治安联防点, 80 of them in the county (domain.md §1.3, §3.1 P5)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed

from .querysets import PointQuerySet


class PointKind(models.TextChoices):
    CHECKPOINT = "checkpoint", _("Checkpoint")
    JOINT_DEFENCE = "joint_defence", _("Joint-defence point")


class PatrolPoint(AreaKeyed):
    """治安卡口/治安联防点. A place where somebody shall be seen: it carries a sign that is scanned.

    `area` is the smallest one known that holds it (a grid, else a community), the point is in WGS-84 degrees.
    `radius` in metres: how near a phone must stand when its sign cannot be scanned. `sign` counts the signs printed for
    it: a lost one is made worthless by raising it (signs.py). `opens` and `closes` are its hours of duty, neither for
    all day; a night watch closes before it opens.
    """

    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=13, choices=PointKind)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    place = models.CharField(_("place"), max_length=200)
    longitude = models.FloatField(_("longitude"))
    latitude = models.FloatField(_("latitude"))
    radius = models.PositiveSmallIntegerField(_("radius (m)"), default=80)
    unit = models.CharField(_("unit on duty"), max_length=60, blank=True)
    opens = models.TimeField(_("on duty from"), null=True, blank=True)
    closes = models.TimeField(_("on duty until"), null=True, blank=True)
    sign = models.PositiveSmallIntegerField(_("number of the sign"), default=1, editable=False)
    closed_on = models.DateField(_("given up on"), null=True, blank=True)

    objects = PointQuerySet.as_manager()

    class Meta:
        verbose_name = _("patrol point")
        verbose_name_plural = _("patrol points")
        ordering = ["area_key", "id"]
        indexes = [
            models.Index(fields=["town_key", "id"], name="point_town"),
            models.Index(fields=["area_key", "id"], name="point_area"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["name"], name="point_name_once", condition=Q(closed_on=None)),
            models.CheckConstraint(name="point_kind_known", condition=Q(kind__in=PointKind.values)),
            models.CheckConstraint(name="point_on_earth", condition=Q(
                longitude__gte=-180, longitude__lte=180, latitude__gte=-90, latitude__lte=90)),
            models.CheckConstraint(name="point_radius_fit", condition=Q(radius__gte=20, radius__lte=500)),
            models.CheckConstraint(name="point_hours_whole", condition=Q(opens=None, closes=None)
                                   | Q(opens__isnull=False, closes__isnull=False)),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("patrol:point-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What people call it: KD and its key, four digits at least."""
        return f"KD{self.pk:04d}"
