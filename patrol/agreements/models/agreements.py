"""The agreement, and who signed it."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from residents.models.parts import someone
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.masking import mask_name
from shuangliu.privacy.personal import Data, Personal

from ..querysets import AgreementQuerySet
from ..states import ALL_SIGNED, OPEN, RUNNING, TONES, WAS_IN_FORCE, State
from ..terms import Ground, Loss, Side

RUNS = Q(state=State.ACTIVE)
MONEY = {"max_digits": 12, "decimal_places": 2}
FOUR = len(Side)


class FourPartyAgreement(AreaKeyed):
    """四方合作协议. Community (village), community police officer, residents and an insurer against petty theft.

    `area` is the community, `place` which groups or courtyards of it (empty: all). `households` live there, `covered`
    of them are insured. Money in yuan for the whole term: `premium`, of it `subsidy` by the town or village, and
    `fund`, what the insurer gives back to the patrol team; `cover` is paid at most for one household. `insures` are
    kinds of loss. `signed_count` counts the signatures: the database lets no agreement into force without four.
    `policy` is the number of the insurance. `renews` leads to the agreement before it. `forgotten_at`: signers and
    scans are gone.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False,
                             verbose_name=_("Village or community"))
    place = models.CharField(_("groups or courtyards"), max_length=100, blank=True)
    households = models.PositiveIntegerField(_("households that live there"))
    covered = models.PositiveIntegerField(_("households insured"))
    insurer = models.CharField(_("Insurance company"), max_length=80)
    insures = models.JSONField(_("what is insured"), default=list)
    premium = models.DecimalField(_("premium (yuan)"), **MONEY)
    subsidy = models.DecimalField(_("of it public money (yuan)"), default=0, **MONEY)
    fund = models.DecimalField(_("insurer's grant to the patrol team (yuan)"), default=0, **MONEY)
    cover = models.DecimalField(_("cover of a household (yuan)"), **MONEY)
    starts_on = models.DateField(_("first day of the agreement"))
    ends_on = models.DateField(_("last day of the agreement"))

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    signed_count = models.PositiveSmallIntegerField(_("signatures"), default=0)
    policy = models.CharField(_("policy number"), max_length=40, blank=True)
    activated_at = models.DateTimeField(_("in force since"), null=True)
    ended_on = models.DateField(_("ended on"), null=True)
    ground = models.CharField(_("ground of ending"), max_length=10, choices=Ground, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    renews = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="successor",
                                  verbose_name=_("renews"))
    reminded_at = models.DateTimeField(_("reminded of the end at"), null=True)
    forgotten_at = models.DateTimeField(_("signers taken out at"), null=True)
    drafted_by = someone(_("drafted by"))
    drafted_at = models.DateTimeField(_("drafted at"))

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("four-party agreement")
        verbose_name_plural = _("four-party agreements")
        indexes = [
            *(models.Index(fields=[f"{level}_key", "-id"], name=f"agreement_{level}")
              for level in ("county", "town", "community")),
            # Few are in force: what the lists of running ones and the job of each night read.
            models.Index(fields=["ends_on", "id"], name="agreement_running", condition=RUNS),
            models.Index(fields=["ended_on"], name="agreement_to_forget",
                         condition=Q(ended_on__isnull=False, forgotten_at=None)),
        ]
        constraints = [
            models.CheckConstraint(name="agreement_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="agreement_four_signatures", condition=Q(
                state__in=sorted(ALL_SIGNED), signed_count=FOUR) | Q(state="draft", signed_count__lt=FOUR)
                | Q(state="terminated", signed_count__lte=FOUR)),
            models.CheckConstraint(name="agreement_in_force_has_policy", condition=Q(state__in=["draft", "signed"])
                                   | Q(activated_at__isnull=False) & ~Q(policy="")
                                   | Q(state="terminated", activated_at=None)),
            models.CheckConstraint(name="agreement_ended_when", condition=Q(
                state__in=sorted(OPEN), ended_on=None) | ~Q(state__in=sorted(OPEN)) & Q(ended_on__isnull=False)),
            models.CheckConstraint(name="agreement_terminated_why", condition=Q(
                state="terminated", ground__in=Ground.values) & ~Q(reason="") | ~Q(state="terminated") & Q(ground="")),
            models.CheckConstraint(name="agreement_households", condition=Q(
                covered__gt=0, covered__lte=F("households"))),
            models.CheckConstraint(name="agreement_money", condition=Q(
                premium__gte=0, subsidy__gte=0, subsidy__lte=F("premium"), fund__gte=0, cover__gt=0)),
            models.CheckConstraint(name="agreement_days", condition=Q(ends_on__gt=F("starts_on"))),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("patrol:agreement-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What people call it: SF and its key, six digits at least."""
        return f"SF{self.pk:06d}"

    @property
    def where(self) -> str:
        """The village, and which part of it."""
        return f"{self.area.name} {self.place}".strip()

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")

    @property
    def is_running(self) -> bool:
        return self.state in RUNNING

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def was_in_force(self) -> bool:
        return self.state in WAS_IN_FORCE and self.activated_at is not None

    @property
    def insures_words(self) -> list:
        return [Loss(one).label for one in self.insures]

    def left(self, today: date) -> int:
        """Days until it ends."""
        return (self.ends_on - today).days


class Signature(models.Model):
    """协议签字. Who signed for which of the four, as what, and when; the scan is attached to it."""

    agreement = models.ForeignKey(FourPartyAgreement, models.CASCADE, related_name="signatures",
                                  verbose_name=_("four-party agreement"))
    side = models.CharField(_("signed for"), max_length=10, choices=Side)
    name = EncryptedTextField(_("who signed"), blank=True, default="")
    capacity = models.CharField(_("as what"), max_length=40)
    signed_on = models.DateField(_("signed on"))
    entered_by = someone(_("entered by"))
    entered_at = models.DateTimeField(_("entered at"))

    personal = Personal(
        whose=_("people who sign four-party agreements"),
        purpose=_("to prove who has bound each of the four sides"),
        basis=_("contract (Personal Information Protection Law, article 13; Civil Code, article 490)"),
        recipients=_("the four sides; the workstation of the village"),
        fields={"name": Data.NAME}, retention="agreement.signers")

    class Meta:
        verbose_name = _("signature of an agreement")
        verbose_name_plural = _("signatures of agreements")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "side"], name="signature_once_a_side"),
            models.CheckConstraint(name="signature_side_known", condition=Q(side__in=Side.values)),
        ]

    def __str__(self):
        return f"{self.agreement_id} {self.get_side_display()}"

    @property
    def masked_name(self) -> str:
        return mask_name(self.name) if self.name else ""
