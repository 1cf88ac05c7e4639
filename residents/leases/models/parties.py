"""The two sides of a lease."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from residents.declared import LEASES
from shuangliu.privacy import id_number
from shuangliu.privacy.documents import CITIZEN
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.identified import Identified
from shuangliu.privacy.personal import Data, Personal

from ...models.people import Person
from .leases import Lease, six_digits


class Party(Identified):
    """租赁当事人. A landlord or a tenant of one lease, as the papers name them.

    `person` is the row of the register with the same number, once the registrar has found it; nothing is written into
    the register from here. `code` lets this party follow the lease by number and code. `left_on` is the day on which a
    tenant ended the own entry. Name, number and phone are encrypted, and shown masked.
    """

    class Role(models.TextChoices):
        LANDLORD = "landlord", _("Landlord")
        TENANT = "tenant", _("Tenant")

    lease = models.ForeignKey(Lease, models.CASCADE, related_name="parties", verbose_name=_("lease"))
    role = models.CharField(_("side"), max_length=8, choices=Role)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="lease_parties",
                               verbose_name=_("resident"))
    code = EncryptedTextField(_("query code"), default=six_digits, editable=False)
    left_on = models.DateField(_("left on"), null=True)

    personal = Personal(**LEASES, fields={
        "name": Data.NAME, "document": Data.IDENTITY, "id_number": Data.IDENTITY, "id_hash": Data.MARK,
        "phone": Data.PHONE, "phone_hash": Data.MARK, "code": Data.MARK})

    class Meta:
        verbose_name = _("party of a lease")
        verbose_name_plural = _("parties of leases")
        ordering = ["lease", "role", "id"]
        indexes = [
            models.Index(fields=["id_hash"], name="lease_party_by_number", condition=~Q(id_hash="")),
            models.Index(fields=["phone_hash"], name="lease_party_by_phone", condition=~Q(phone_hash="")),
        ]
        constraints = [
            models.CheckConstraint(name="lease_party_role_known", condition=Q(role__in=["landlord", "tenant"])),
            models.CheckConstraint(name="lease_party_left", condition=Q(left_on=None) | Q(role="tenant")),
        ]

    def hash_numbers(self):
        """A number of 15 digits is kept as that of 18, so that it finds the same person."""
        if self.id_number and self.document in {"", *CITIZEN}:
            self.id_number = id_number.upgraded(self.id_number)
        return super().hash_numbers()
