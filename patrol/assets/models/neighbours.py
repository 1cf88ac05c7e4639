"""Who watches over the area next door, outside the county."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from residents.models.parts import someone
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.masking import mask_name, mask_phone
from shuangliu.privacy.personal import Data, Personal

from ..querysets import NeighbourQuerySet


class Neighbour(AreaKeyed):
    """边界协作联系单位. An organisation next door with which patrols work together (区域边际协作).

    `area` is the town of ours that borders on it, `beyond` the area next door. `duty_line` is the phone of its duty
    room, nobody's own; `contact_name` and `contact_phone` are somebody's and masked. `shifts` says how joint shifts go.
    `checked_on` is the day on which somebody has last made sure of it.
    """

    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False,
                             verbose_name=_("our town on the border"))
    beyond = models.CharField(_("area next door"), max_length=60)
    organisation = models.CharField(_("organisation next door"), max_length=80)
    duty_line = models.CharField(_("phone of the duty room"), max_length=20)
    contact_name = EncryptedTextField(_("contact person"), blank=True, default="")
    contact_phone = EncryptedTextField(_("phone of the contact person"), blank=True, default="")
    shifts = models.TextField(_("how joint shifts go"), blank=True)
    checked_on = models.DateField(_("made sure on"))
    checked_by = someone(_("made sure by"))
    is_active = models.BooleanField(_("in use"), default=True)

    personal = Personal(
        whose=_("contact persons of offices next door"),
        purpose=_("to agree on patrols along the border"),
        basis=_("statutory duty of the offices (Personal Information Protection Law, article 13)"),
        recipients=_("dispatchers and patrol leaders on the border"),
        fields={"contact_name": Data.NAME, "contact_phone": Data.PHONE}, retention="neighbour.contact")
    objects = NeighbourQuerySet.as_manager()

    class Meta:
        verbose_name = _("neighbour")
        verbose_name_plural = _("neighbours")
        indexes = [
            models.Index(fields=["county_key", "beyond", "id"], name="neighbour_county"),
            models.Index(fields=["town_key", "beyond", "id"], name="neighbour_town"),
            models.Index(fields=["checked_on"], name="neighbour_to_forget", condition=~Q(contact_name="")
                         | ~Q(contact_phone="")),
        ]

    def __str__(self):
        return f"{self.beyond} {self.organisation}"

    def get_absolute_url(self):
        return reverse("patrol:neighbour-detail", args=[self.pk])

    @property
    def masked_name(self) -> str:
        return mask_name(self.contact_name) if self.contact_name else ""

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.contact_phone) if self.contact_phone else ""
