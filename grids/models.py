"""Where, and who serves there."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.personal import STAFF, Data, Personal

from .keys import LENGTH, area_key, span
from .roles import HANDED_OVER, Role


class Level(models.TextChoices):
    COUNTY = "county", _("County")
    TOWN = "town", _("Town (subdistrict)")
    COMMUNITY = "community", _("Community (village)")
    GRID = "grid", _("Grid")


class AreaQuerySet(models.QuerySet):
    def within(self, area: "Area"):
        """The area itself and everything below it."""
        return self.filter(key__gte=area.low, key__lt=area.high)

    def at(self, level: str):
        return self.filter(level=level)

    def current(self, on: date):
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)

    def by_code(self, code: str):
        """The area that has, or ever had, this code: the newest one where a code was used again."""
        return self.filter(codes__code=code).order_by("-codes__valid_from").first()


class Area(models.Model):
    """区域. A county, town, community or grid, whatever it is called this year.

    `code` and `name` are those of today; AreaCode keeps those of other years. Nothing points at a code.
    """

    class Kind(models.TextChoices):
        TOWN = "town", _("Town")
        SUBDISTRICT = "subdistrict", _("Subdistrict")
        URBAN = "urban", _("Community")
        VILLAGE = "village", _("Village")
        GENERAL = "general", _("General grid")
        DEDICATED = "dedicated", _("Dedicated grid")

    class GridMode(models.TextChoices):
        KEY = "key", _("Key community")
        GENERAL = "general", _("General community")

    level = models.CharField(_("level"), max_length=10, choices=Level)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children",
                               verbose_name=_("belongs to"))
    code = models.CharField(_("code"), max_length=15)
    name = models.CharField(_("name"), max_length=100)
    key = models.BigIntegerField(_("key"), unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, blank=True)
    grid_mode = models.CharField(_("grid mode"), max_length=8, choices=GridMode, blank=True)
    outline = models.JSONField(_("outline"), null=True, blank=True, help_text=_("GeoJSON geometry, WGS-84"))
    west = models.FloatField(null=True, editable=False)
    south = models.FloatField(null=True, editable=False)
    east = models.FloatField(null=True, editable=False)
    north = models.FloatField(null=True, editable=False)
    is_schematic = models.BooleanField(_("schematic outline"), default=False)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["key"]
        indexes = [
            models.Index(fields=["level", "key"], name="area_level_key"),
            models.Index(fields=["level", "updated_at"], name="area_level_updated"),
        ]
        constraints = [
            models.CheckConstraint(
                name="area_only_county_is_root",
                condition=Q(level="county", parent=None) | (~Q(level="county") & Q(parent__isnull=False))),
            models.CheckConstraint(name="area_valid_range",
                                   condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))),
        ]

    def __str__(self):
        return self.name

    @property
    def low(self) -> int:
        """The first key that belongs to this area."""
        return self.key

    @property
    def high(self) -> int:
        """The first key beyond this area."""
        return self.key + span(self.level)

    def clean(self):
        if self.level and len(self.code) != LENGTH[self.level]:
            raise ValidationError({"code": _("A code of this level has %(n)d digits.") % {"n": LENGTH[self.level]}})
        if self.parent and not self.code.startswith(self.parent.code):
            raise ValidationError({"code": _("The code starts with the code of the area above.")})

    def save(self, *args, **kwargs):
        self.key = area_key(self.code)
        self.west, self.south, self.east, self.north = bounds(self.outline) if self.outline else (None,) * 4
        super().save(*args, **kwargs)


def bounds(outline: dict) -> tuple[float, float, float, float]:
    """West, south, east, north of a GeoJSON Polygon or MultiPolygon."""
    parts = [outline["coordinates"]] if outline["type"] == "Polygon" else outline["coordinates"]
    points = [point for part in parts for ring in part for point in ring]
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


class AreaCode(models.Model):
    """区划代码. The code and name an area had in some years: 双流县 510122 until 2015, 双流区 510116 since."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="codes", verbose_name=_("area"))
    code = models.CharField(_("code"), max_length=15)
    name = models.CharField(_("name"), max_length=100)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("area code")
        verbose_name_plural = _("area codes")
        ordering = ["area", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="area_code_once"),
            models.UniqueConstraint(fields=["area"], condition=Q(valid_to=None), name="area_one_current_code"),
        ]

    def __str__(self):
        return f"{self.code} {self.name}"


class DepartmentQuerySet(models.QuerySet):
    def staffed(self, day: date):
        """In use, with somebody who serves there on this day: without one nobody could sign for anything."""
        handlers = Post.objects.filter(department=OuterRef("pk"), role=Role.DEPT_HANDLER).on(day)
        return self.filter(Exists(handlers), is_active=True)


class Department(models.Model):
    """职能部门. Police, urban management …: an office that incidents are dispatched to."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=100)
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("serves"),
                             limit_choices_to={"level__in": ["county", "town"]})
    is_active = models.BooleanField(_("active"), default=True)

    objects = DepartmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["area__key", "code"]

    def __str__(self):
        return self.name


class PostQuerySet(models.QuerySet):
    def on(self, day: date):
        """Posts held on this day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def visible_to(self, user):
        """Posts that a desk sees to hand them over: those of grids, tiers and departments in its area."""
        from .jurisdiction import scope_q  # which reads posts itself

        return self.filter(scope_q(user, "post.view", "area__key"), role__in=HANDED_OVER)

    def with_area_key(self):
        """With the key of the area as a field, to list along the tree."""
        return self.annotate(at_key=F("area__key"))


class Post(models.Model):
    """任职. A person holds a role in an area from a day to a day; a delegation names the post it stands for."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts", verbose_name=_("user"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    area = models.ForeignKey(Area, models.PROTECT, related_name="posts", verbose_name=_("area"))
    department = models.ForeignKey(Department, models.PROTECT, null=True, blank=True, related_name="posts",
                                   verbose_name=_("department"))
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)
    delegated_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="delegations",
                                     verbose_name=_("stands in for"))

    personal = Personal(**STAFF, fields={"user": Data.WORK})
    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        indexes = [models.Index(fields=["area", "role"], name="post_area_role")]
        constraints = [
            models.CheckConstraint(name="post_range", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))),
            models.CheckConstraint(
                name="post_handler_has_department",
                condition=~Q(role="dept_handler") | Q(department__isnull=False)),
            models.CheckConstraint(
                name="post_delegation_ends", condition=Q(delegated_by=None) | Q(valid_to__isnull=False)),
            models.UniqueConstraint(
                fields=["user", "role", "area"], condition=Q(valid_to=None), name="post_held_once"),
        ]

    def __str__(self):
        return f"{self.area} {self.get_role_display()}"

    def get_absolute_url(self):
        return reverse("grids:post-detail", args=[self.pk])

    @property
    def area_key(self) -> int:
        return self.area.key

    def allows(self, act: str, post) -> bool:
        """Desks hand over posts of grids, tiers and departments; mediators are their centre's."""
        return self.role in HANDED_OVER

    def clean(self):
        if self.role == Role.DEPT_HANDLER and self.department is None:
            raise ValidationError({"department": _("A department handler belongs to a department.")})
        if self.delegated_by_id:
            if self.valid_to is None:
                raise ValidationError({"valid_to": _("A delegation has a last day.")})
            if (self.delegated_by.role, self.delegated_by.area_id) != (self.role, self.area_id):
                raise ValidationError(_("A delegation passes on the same role in the same area."))


# Defined beside their pages; Django looks for models here.
from .changes.models import AreaChange, PlannedGrid  # noqa: E402, F401
from .successions.models import Succession  # noqa: E402, F401
from .workers.models import Certificate, Skill, Training, WorkerFile  # noqa: E402, F401
