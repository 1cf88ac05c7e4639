"""What was said, found, brought and deposited besides the sessions."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mediation.personal import HELPERS, PARTIES
from shuangliu.privacy import masking
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ..models.kept import Kept
from ..models.parties import Party, Side
from ..models.sessions import Session


class Addendum(models.Model):
    """补充记录. What a record of a session got wrong or left out; the record itself stays as it was signed."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="addenda", verbose_name=_("mediation session"))
    text = models.TextField(_("addendum"))
    recorded_at = models.DateTimeField(_("recorded at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"))

    class Meta:
        verbose_name = _("addendum")
        verbose_name_plural = _("addenda")
        ordering = ["id"]

    def __str__(self):
        return f"{self.recorded_at:%F %H:%M}"


class PrivateNote(Kept):
    """背靠背谈话. What one side said in confidence: for the mediators of the case and the manager, in no paper."""

    side = models.CharField(_("side"), max_length=12, choices=Side)
    held_at = models.DateTimeField(_("held at"))
    text = EncryptedTextField(_("what was said"))

    personal = Personal(**PARTIES, fields={"text": Data.WORDS})

    class Meta(Kept.Meta):
        verbose_name = _("private talk")
        verbose_name_plural = _("private talks")
        constraints = [models.CheckConstraint(name="private_note_side_known", condition=Q(side__in=Side.values))]

    def __str__(self):
        return f"{self.get_side_display()} {self.held_at:%F}"


class Investigation(Kept):
    """调查记录. What witnesses and places told (dossier item 5)."""

    held_at = models.DateTimeField(_("held at"))
    place = models.CharField(_("place"), max_length=100)
    asked = EncryptedTextField(_("who was asked"))
    record = models.TextField(_("what was found"))

    personal = Personal(**HELPERS, fields={"asked": Data.NAME, "record": Data.WORDS})

    class Meta(Kept.Meta):
        verbose_name = _("investigation")
        verbose_name_plural = _("investigations")

    def __str__(self):
        return f"{self.place} {self.held_at:%F}"

    @property
    def masked_asked(self) -> str:
        return masking.mask_name(self.asked)


class Evidence(Kept):
    """证据材料. Something that was brought to prove a claim (dossier item 6); scans hang on it as files."""

    class BroughtBy(models.TextChoices):
        APPLICANT = "applicant", _("Applicant")
        RESPONDENT = "respondent", _("Respondent")
        COMMITTEE = "committee", _("Collected by the committee")

    name = models.CharField(_("what it is"), max_length=100)
    brought_by = models.CharField(_("brought by"), max_length=12, choices=BroughtBy)
    is_original = models.BooleanField(_("is the original"), default=False)
    pieces = models.PositiveSmallIntegerField(_("pieces"), default=1)
    received_on = models.DateField(_("received on"))
    returned_on = models.DateField(_("given back on"), null=True)
    returned_to = models.CharField(_("given back to"), max_length=12, choices=Side, blank=True)

    class Meta(Kept.Meta):
        verbose_name = _("piece of evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            models.CheckConstraint(name="evidence_pieces", condition=Q(pieces__gt=0)),
            models.CheckConstraint(name="evidence_returned_whole", condition=(
                Q(returned_on=None, returned_to="") | Q(returned_on__gte=F("received_on"),
                                                        returned_to__in=Side.values))),
        ]

    def __str__(self):
        return self.name


class Deposit(Kept):
    """保证金、担保. What a party gives so that the other side can rely on the outcome. It is no fee: mediation is free
    (art. 4). What was returned and applied never is more than it."""

    class Kind(models.TextChoices):
        DEPOSIT = "deposit", _("Deposit of money")
        GUARANTEE = "guarantee", _("Guarantee by a third person")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2)
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("given by"))
    held_by = models.CharField(_("held by"), max_length=100)
    received_on = models.DateField(_("received on"))

    class Meta(Kept.Meta):
        verbose_name = _("deposit or guarantee")
        verbose_name_plural = _("deposits and guarantees")
        constraints = [models.CheckConstraint(name="deposit_amount", condition=Q(amount__gt=0))]

    def __str__(self):
        return f"{self.get_kind_display()} {self.amount}"

    def sum_of(self, kind: str) -> Decimal:
        """What was returned or applied so far. Costs nothing after prefetching `moves`."""
        return sum((move.amount for move in self.moves.all() if move.kind == kind), Decimal("0.00"))

    @property
    def returned(self) -> Decimal:
        return self.sum_of(DepositMove.Kind.RETURNED)

    @property
    def applied(self) -> Decimal:
        return self.sum_of(DepositMove.Kind.APPLIED)

    @property
    def left(self) -> Decimal:
        return self.amount - self.returned - self.applied


class DepositMove(Kept):
    """保证金处置. That a part of a deposit went back, or was used for what was agreed."""

    class Kind(models.TextChoices):
        RETURNED = "returned", _("Given back")
        APPLIED = "applied", _("Used for what was agreed")

    deposit = models.ForeignKey(Deposit, models.CASCADE, related_name="moves", verbose_name=_("deposit or guarantee"))
    kind = models.CharField(_("what was done"), max_length=12, choices=Kind)
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2)
    on = models.DateField(_("on"))

    class Meta(Kept.Meta):
        verbose_name = _("use of a deposit")
        verbose_name_plural = _("uses of deposits")
        constraints = [models.CheckConstraint(name="deposit_move_amount", condition=Q(amount__gt=0))]

    def __str__(self):
        return f"{self.get_kind_display()} {self.amount}"
