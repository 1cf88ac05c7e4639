"""The pool of experts that a county centre keeps."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import NOTHING, posts_for, scope_q
from mediation.personal import NETWORK
from shuangliu.privacy import masking
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ...models.categories import DisputeCategory
from ...models.network import MediationCenter, keys_above


class ExpertQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of centres in the user's areas and of the centres above: a town calls the county's experts."""
        above = {key for post in posts_for(user, "expert.view") for key in keys_above(post.area.key)}
        return self.filter(scope_q(user, "expert.view", "center__area__key")
                           | (Q(center__area__key__in=above) if above else NOTHING))

    def active(self):
        return self.filter(is_active=True)


class Expert(models.Model):
    """调解专家. Somebody of the pool (调解专家库) whom a panel can be made of: lawyers, doctors, engineers."""

    center = models.ForeignKey(MediationCenter, models.PROTECT, related_name="experts", verbose_name=_("kept by"))
    name = models.CharField(_("full name"), max_length=64)
    field = models.CharField(_("field"), max_length=60)
    employer = models.CharField(_("employer"), max_length=100, blank=True)
    title = models.CharField(_("title or position"), max_length=60, blank=True)
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    categories = models.ManyToManyField(DisputeCategory, blank=True, related_name="experts",
                                        verbose_name=_("disputes they advise on"))
    is_active = models.BooleanField(_("active"), default=True)

    personal = Personal(**NETWORK, fields={"name": Data.NAME, "employer": Data.WORK, "title": Data.WORK,
                                              "phone": Data.PHONE})
    objects = ExpertQuerySet.as_manager()

    class Meta:
        verbose_name = _("expert")
        verbose_name_plural = _("experts")
        ordering = ["center", "field", "id"]
        constraints = [
            models.UniqueConstraint(fields=["center", "name", "employer"], name="expert_once",
                                    violation_error_message=_("This expert is in the pool already.")),
        ]

    def __str__(self):
        return self.name

    @property
    def area_key(self) -> int:
        return self.center.area_key

    @property
    def standing(self) -> str:
        """For papers: 区第一人民医院 主任医师."""
        return " ".join(filter(None, (self.employer, self.title)))

    @property
    def masked_phone(self) -> str:
        return masking.mask_phone(self.phone)
