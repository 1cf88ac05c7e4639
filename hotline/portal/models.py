"""Tables: the signs that know where they hang."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from incidents.models.parts import person


def new_slug() -> str:
    """Eight letters that are not mistaken for each other."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz") for _ in range(8))


class SignQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "sign.view"))


class Sign(models.Model):
    """点位牌. A printed sign that hangs somewhere: who scans it need not say where they are. The signs of grids need no
    row: their code is on them."""

    slug = models.SlugField(_("code"), max_length=20, unique=True, default=new_slug, editable=False)
    place = models.CharField(_("place"), max_length=100)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    area_key = models.BigIntegerField(editable=False, db_index=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    made_by = person(_("made by"))
    made_at = models.DateTimeField(_("made at"))

    objects = SignQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign")
        verbose_name_plural = _("signs")
        ordering = ["area_key", "id"]
        constraints = [
            models.CheckConstraint(name="sign_point_whole", condition=Q(longitude=None, latitude=None)
                                   | Q(longitude__isnull=False, latitude__isnull=False)),
        ]

    def __str__(self):
        return self.place
