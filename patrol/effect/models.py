"""What was done against something, and since when: so that the months before and after can be compared."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.keys import AreaKeyed
from shuangliu.privacy.personal import STAFF, Data, Personal


class PrecautionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "precaution.view"))


class Precaution(AreaKeyed):
    """防范措施. A measure of prevention in an area from a day on: lights, a night watch, a parking place (domain.md
    §3.2 Q3, Q5). It names nobody. `withdrawn_on`: it was entered by mistake, or has been given up."""

    title = models.CharField(_("title"), max_length=60)
    text = models.CharField(_("what is done"), max_length=400)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    begun_on = models.DateField(_("since"))
    withdrawn_on = models.DateField(_("given up on"), null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                                    verbose_name=_("recorded by"))
    recorded_at = models.DateTimeField(_("recorded at"))

    personal = Personal(**STAFF, fields={"recorded_by": Data.LINK})
    objects = PrecautionQuerySet.as_manager()

    class Meta:
        verbose_name = _("precaution")
        verbose_name_plural = _("precautions")
        ordering = ["-begun_on", "-id"]
        indexes = [models.Index(fields=["town_key", "-begun_on", "-id"], name="precaution_town"),
                   models.Index(fields=["county_key", "-begun_on", "-id"], name="precaution_county")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("patrol:precaution-detail", args=[self.pk])
