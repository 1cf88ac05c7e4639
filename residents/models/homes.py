"""Where people live: buildings and the dwellings in them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed

from ..querysets import BuildingQuerySet, DwellingQuerySet
from .parts import someone


class BuildingUse(models.TextChoices):
    """GB/T 31000-2015 table 52."""

    HOUSING = "01", _("Housing")
    COMMERCE = "02", _("Commerce")
    OFFICES = "03", _("Offices")
    INDUSTRY = "04", _("Industry")
    STORAGE = "05", _("Storage")
    MIXED = "06", _("Shops and housing")
    OTHER = "99", _("Other use")


class Building(AreaKeyed):
    """楼栋. A building of an estate, or a farmhouse: 棠湖小区3栋, 白鹤村4组12号.

    `area` is the grid it stands in, or the community while no grid is known; `name` is unique in the community.
    Coordinates are WGS-84 degrees, both or neither.
    """

    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    name = models.CharField(_("name"), max_length=100)
    address = models.CharField(_("street address"), max_length=200, blank=True)
    use = models.CharField(_("use"), max_length=2, choices=BuildingUse, default=BuildingUse.HOUSING)
    storeys = models.PositiveSmallIntegerField(_("storeys"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)

    objects = BuildingQuerySet.as_manager()
    searched = ("name", "address")

    class Meta:
        verbose_name = _("building")
        verbose_name_plural = _("buildings")
        ordering = ["community_key", "name"]
        indexes = [
            models.Index(fields=["grid_key", "id"], name="building_grid"),
            models.Index(fields=["name"], name="building_by_name"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["community_key", "name"], name="building_once"),
            models.CheckConstraint(name="building_use_known", condition=Q(use__in=BuildingUse.values)),
            models.CheckConstraint(name="building_point_whole", condition=Q(longitude=None, latitude=None)
                                   | Q(longitude__isnull=False, latitude__isnull=False)),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("residents:building-detail", args=[self.pk])


class Dwelling(AreaKeyed):
    """房屋. What has a door of its own: 2单元501. A farmhouse has one, without unit and room.

    `code` is its number in a register of another office, if it has one. `floor_area` in m². `checked_at` is when
    somebody last made sure who lives in it; `standing` what they found.
    """

    class Standing(models.TextChoices):
        UNKNOWN = "unknown", _("Not seen yet")
        LIVED_IN = "lived_in", _("Lived in")
        EMPTY = "empty", _("Empty")
        OTHER = "other", _("Not lived in: shop, office, store")

    building = models.ForeignKey(Building, models.PROTECT, related_name="dwellings", db_index=False,
                                 verbose_name=_("building"))
    unit = models.CharField(_("unit of the building"), max_length=20, blank=True)
    room = models.CharField(_("room"), max_length=20, blank=True)
    code = models.CharField(_("number in another register"), max_length=50, blank=True)
    use = models.CharField(_("use"), max_length=2, choices=BuildingUse, default=BuildingUse.HOUSING)
    floor_area = models.DecimalField(_("floor area (m²)"), max_digits=8, decimal_places=2, null=True, blank=True)
    rooms = models.PositiveSmallIntegerField(_("rooms to live in"), null=True, blank=True)
    standing = models.CharField(_("standing"), max_length=8, choices=Standing, default=Standing.UNKNOWN)
    checked_at = models.DateTimeField(_("last checked at"), null=True)
    created_at = models.DateTimeField(_("entered at"), default=timezone.now)
    created_by = someone(_("entered by"))

    objects = DwellingQuerySet.as_manager()

    class Meta:
        verbose_name = _("dwelling")
        verbose_name_plural = _("dwellings")
        ordering = ["building", "unit", "room"]
        indexes = [
            models.Index(fields=["grid_key", "checked_at", "id"], name="dwelling_stale"),
            models.Index(fields=["community_key", "id"], name="dwelling_community"),
            models.Index(fields=["code"], name="dwelling_code", condition=~Q(code="")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["building", "unit", "room"], name="dwelling_once"),
            models.CheckConstraint(name="dwelling_use_known", condition=Q(use__in=BuildingUse.values)),
            models.CheckConstraint(name="dwelling_standing_known",
                                   condition=Q(standing__in=["unknown", "lived_in", "empty", "other"])),
            models.CheckConstraint(name="dwelling_area_positive",
                                   condition=Q(floor_area=None) | Q(floor_area__isnull=False, floor_area__gt=0)),
        ]

    def __str__(self):
        return self.address

    def get_absolute_url(self):
        return reverse("residents:dwelling-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What the office calls it: FW and its key, eight digits at least."""
        return f"FW{self.pk:08d}"

    @property
    def door(self) -> str:
        """What tells it from its neighbours: 2单元501."""
        return f"{self.unit}{self.room}"

    @property
    def address(self) -> str:
        """As people write it. One query unless the building is there."""
        return f"{self.building.name}{self.door}"
