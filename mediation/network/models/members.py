"""Who sits in an organisation."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mediation.personal import NETWORK
from shuangliu.privacy.personal import Data, Personal

from ...models.mediators import Mediator
from ...models.network import MediationOrg, NetworkQuerySet


class OrgMemberQuerySet(NetworkQuerySet):
    area_path = "org__area"

    def on(self, day: date):
        """Who sits there on this day."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class OrgMember(models.Model):
    """调委会委员. Somebody elected into an organisation, from a day to a day (People's Mediation Law art. 8, 9)."""

    class Position(models.TextChoices):
        HEAD = "head", _("Head")
        DEPUTY = "deputy", _("Deputy head")
        MEMBER = "member", _("Member")

    class Sex(models.TextChoices):
        """Kept because the law wants a woman among the members, and for nothing else."""

        FEMALE = "female", _("Female")
        MALE = "male", _("Male")

    org = models.ForeignKey(MediationOrg, models.PROTECT, related_name="members",
                            verbose_name=_("mediation organisation"))
    name = models.CharField(_("full name"), max_length=64)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex)
    position = models.CharField(_("position"), max_length=8, choices=Position, default=Position.MEMBER)
    since = models.DateField(_("member since"))
    until = models.DateField(_("member until"), null=True, blank=True)
    mediator = models.ForeignKey(Mediator, models.PROTECT, null=True, blank=True, related_name="memberships",
                                 verbose_name=_("as a mediator"))

    personal = Personal(**NETWORK, fields={"name": Data.NAME, "sex": Data.BIRTH})
    objects = OrgMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["org", "-since", "id"]
        constraints = [
            models.CheckConstraint(name="member_range", condition=Q(until=None) | Q(until__gte=F("since")),
                                   violation_error_message=_("The last day is not before the first.")),
            models.UniqueConstraint(fields=["org"], condition=Q(position="head", until=None), name="member_one_head",
                                    violation_error_message=_("There is a head already. Enter the last day of theirs "
                                                              "first.")),
            models.UniqueConstraint(fields=["org", "name", "since"], name="member_once",
                                    violation_error_message=_("This member is written down already.")),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return self.org.get_absolute_url()

    @property
    def area_key(self) -> int:
        return self.org.area_key
