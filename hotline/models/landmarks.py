"""Places that people name instead of an address."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents import whereabouts


class Landmark(models.Model):
    """地标. What a caller says instead of street and house number: a market, a school gate, a bus stop.

    `aliases` are what people call it besides, with blanks between; `area` is the smallest that is known.
    """

    code = models.SlugField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=60)
    aliases = models.CharField(_("other names"), max_length=200, blank=True,
                               help_text=_("What people call it besides, with blanks between."))
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", verbose_name=_("area"))
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("landmark")
        verbose_name_plural = _("landmarks")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(name="landmark_point_whole", condition=Q(longitude=None, latitude=None)
                                   | Q(longitude__isnull=False, latitude__isnull=False)),
        ]

    def __str__(self):
        return self.name

    @property
    def names(self) -> list[str]:
        return [self.name, *self.aliases.split()]

    def clean(self):
        if (self.longitude is None) != (self.latitude is None):
            raise ValidationError({"latitude": _("A point has a longitude and a latitude.")})
        if self.longitude is not None and self.area_id:
            try:
                whereabouts.place(self.area, self.longitude, self.latitude)
            except ValidationError as error:
                raise ValidationError({"latitude": error.messages}) from error
