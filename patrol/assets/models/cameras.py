"""A camera as a thing that somebody owns and has to keep in order."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from residents.models.parts import someone

from ..querysets import CameraQuerySet
from ..rules import LACKS
from ..states import STANDING, TONES, Act, State

FAULTY = Q(state=State.FAULTY)


class Camera(AreaKeyed):
    """视频监控资产. One camera in a public place: where it stands, whose it is, whether it is filed, signed and works.

    Nothing that it sees comes here: no stream, no address of one, no picture; a test lets no such field in (domain.md
    §7, P4). `code` is its asset number, `area` its grid or community. `filing` is the number of its filing with the
    police, `retention_days` how long its owner keeps pictures. `incident` is that of its last fault.
    """

    class Owner(models.TextChoices):
        POLICE = "police", _("Police")
        TOWN = "town", _("Town or community")
        UNIT = "unit", _("Company, shop or school")
        PROPERTY = "property", _("Property management")
        COURT = "court", _("Residents of a courtyard")

    class Purpose(models.TextChoices):
        STREET = "street", _("Public order of a street or square")
        ENTRANCE = "entrance", _("Entrance of a courtyard or village")
        SCHOOL = "school", _("Surroundings of a school or hospital")
        PARKING = "parking", _("Parking of bicycles and vehicles")
        FIRE = "fire", _("Fire lane or danger spot")

    code = models.CharField(_("asset number"), max_length=30, unique=True)
    site = models.CharField(_("where it stands"), max_length=120)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False,
                             verbose_name=_("grid or community"))
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    owner = models.CharField(_("kind of owner"), max_length=10, choices=Owner)
    owned_by = models.CharField(_("organisation that owns it"), max_length=80)
    filing = models.CharField(_("filing number"), max_length=40, blank=True)
    has_sign = models.BooleanField(_("sign in place"), default=False)
    retention_days = models.PositiveSmallIntegerField(_("days for which pictures are kept"))
    purpose = models.CharField(_("what it is for"), max_length=10, choices=Purpose)
    installed_on = models.DateField(_("in use since"))

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WORKING)
    faulty_since = models.DateTimeField(_("out of order since"), null=True)
    fault = models.CharField(_("what is wrong"), max_length=200, blank=True)
    # Two incidents of two cameras may be merged into one.
    incident = models.ForeignKey("incidents.Incident", models.PROTECT, null=True, related_name="cameras",
                                 verbose_name=_("incident of the fault"))
    removed_on = models.DateField(_("taken down on"), null=True)

    objects = CameraQuerySet.as_manager()

    class Meta:
        verbose_name = _("camera")
        verbose_name_plural = _("cameras")
        indexes = [
            *(models.Index(fields=[f"{level}_key", "code"], name=f"camera_{level}") for level in ("county", "town")),
            models.Index(fields=["faulty_since"], name="camera_faulty", condition=FAULTY),
        ]
        constraints = [
            models.CheckConstraint(name="camera_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="camera_kinds_known", condition=Q(
                owner__in=["police", "town", "unit", "property", "court"],
                purpose__in=["street", "entrance", "school", "parking", "fire"])),
            models.CheckConstraint(name="camera_faulty_since", condition=Q(
                state="faulty", faulty_since__isnull=False) & ~Q(fault="")
                | ~Q(state="faulty") & Q(faulty_since=None, fault="")),
            models.CheckConstraint(name="camera_removed_when", condition=Q(state="removed", removed_on__isnull=False)
                                   | ~Q(state="removed") & Q(removed_on=None)),
            models.CheckConstraint(name="camera_retention", condition=Q(retention_days__gte=1,
                                                                         retention_days__lte=3650)),
            models.CheckConstraint(name="camera_point_whole", condition=Q(longitude=None, latitude=None) | Q(
                longitude__isnull=False, latitude__isnull=False,  # said, because unknown passes a check
                longitude__gte=-180, longitude__lte=180, latitude__gte=-90, latitude__lte=90)),
        ]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("patrol:camera-detail", args=[self.pk])

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")

    @property
    def stands(self) -> bool:
        return self.state in STANDING

    def lacks(self) -> list:
        """What it lacks, of a row out of `with_lacks`."""
        return [lack for code, lack in LACKS.items() if getattr(self, f"is_{code}")]


class CameraMove(models.Model):
    """监控资产变动记录. One act on a camera. `by` is empty for what the incident of its fault brought about."""

    camera = models.ForeignKey(Camera, models.CASCADE, related_name="moves", db_index=False, verbose_name=_("camera"))
    act = models.CharField(_("act"), max_length=10, choices=Act)
    to_state = models.CharField(_("to"), max_length=10, choices=State)
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("move of a camera")
        verbose_name_plural = _("moves of cameras")
        ordering = ["id"]
        indexes = [models.Index(fields=["camera", "id"], name="camera_move_of")]

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%F %T}"
