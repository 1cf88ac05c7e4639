"""Who governs a courtyard, and by which rules."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy import masking
from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.identified import dialled
from shuangliu.privacy.personal import Data, Personal

from .courtyards import Courtyard
from .parts import Sent, Voted, someone, votes_fit

MEMBERS = {
    "whose": _("members of the committees of courtyards"),
    "purpose": _("to know who speaks for a courtyard, and to reach them"),
    "basis": _("their election by the residents (Property Management Regulation; Organic Law of Urban Residents' "
               "Committees); statutory duty of the offices (Personal Information Protection Law, article 13)"),
    "recipients": _("workstation and sub-centre of the place; others see masked names"),
    "retention": "courtyard.member",
}


class Committee(Sent, Voted):
    """院落自治组织. A committee of residents: candidates until the vote, then a term. Of a vote the result is kept."""

    courtyard = models.ForeignKey(Courtyard, models.CASCADE, related_name="committees", verbose_name=_("courtyard"))
    term_from = models.DateField(_("term from"), null=True)
    term_until = models.DateField(_("term until"), null=True)
    entered_by = someone(_("entered by"))

    class Meta:
        verbose_name = _("committee of a courtyard")
        verbose_name_plural = _("committees of courtyards")
        constraints = [
            votes_fit("committee_votes_fit"),
            models.CheckConstraint(name="committee_elected_has_term", condition=Q(
                voted_on=None, term_from=None, term_until=None)
                | Q(voted_on__isnull=False, term_from__isnull=False, term_until__gt=F("term_from"))),
        ]

    def __str__(self):
        return f"{self.term_from or ''} – {self.term_until or ''}"

    def is_in_term(self, day) -> bool:
        return self.term_until is not None and self.term_from <= day <= self.term_until


class CommitteeMember(models.Model):
    """自治组织成员. Somebody who stands for the committee or sits on it. Names and phones are encrypted and shown
    masked; of whoever was not elected nothing is kept. `left_on`: the term is over; the name is forgotten later."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="members", verbose_name=_(
        "committee of a courtyard"))
    name = EncryptedTextField(_("full name"))
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    phone_hash = LookupHashField(of="phone", plain=dialled, blank=True, default="")
    is_chair = models.BooleanField(_("in the chair"), default=False)
    left_on = models.DateField(_("left on"), null=True)

    personal = Personal(**MEMBERS, fields={"name": Data.NAME, "phone": Data.PHONE, "phone_hash": Data.MARK})

    class Meta:
        verbose_name = _("member of a committee")
        verbose_name_plural = _("members of committees")
        ordering = ["-is_chair", "id"]
        indexes = [models.Index(fields=["left_on", "id"], name="committee_member_left",
                                condition=Q(left_on__isnull=False) & ~Q(name=""))]
        constraints = [
            models.UniqueConstraint(fields=["committee"], condition=Q(is_chair=True), name="committee_one_chair"),
        ]

    def __str__(self):
        return self.masked_name

    @property
    def masked_name(self) -> str:
        return masking.mask_name(self.name)

    @property
    def masked_phone(self) -> str:
        return masking.mask_phone(self.phone)


class Charter(Sent, Voted):
    """院落章程. The rules that the residents gave themselves; the paper itself is attached."""

    courtyard = models.ForeignKey(Courtyard, models.CASCADE, related_name="charters", verbose_name=_("courtyard"))
    entered_by = someone(_("entered by"))

    class Meta:
        verbose_name = _("charter of a courtyard")
        verbose_name_plural = _("charters of courtyards")
        constraints = [votes_fit("charter_votes_fit"),
                       models.CheckConstraint(name="charter_was_voted", condition=Q(voted_on__isnull=False))]

    def __str__(self):
        return f"{self.voted_on}"
