"""What the parties were told, and what they said to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .parties import Party


class Consent(models.Model):
    """告知与同意. One statement of a party, or that it was told its rights. Never changed: the latest on a subject
    holds.

    Mediation is voluntary and ends when a party clearly refuses (人民调解法 art. 3, 17); the parties may choose
    whether it is public (art. 23).
    """

    class What(models.TextChoices):
        TOLD = "told", _("Told of rights and duties")
        AGREES = "agrees", _("Agrees to mediation")
        REFUSES = "refuses", _("Refuses mediation")
        PUBLIC = "public", _("Agrees to public mediation")
        CLOSED = "closed", _("Wants mediation not to be public")

    class Form(models.TextChoices):
        WRITTEN = "written", _("In writing")
        ORAL = "oral", _("Orally")
        ELECTRONIC = "electronic", _("Electronically")

    party = models.ForeignKey(Party, models.CASCADE, related_name="consents", verbose_name=_("party"))
    what = models.CharField(_("what"), max_length=8, choices=What)
    form = models.CharField(_("form"), max_length=10, choices=Form)
    said_at = models.DateTimeField(_("said at"))
    recorded_at = models.DateTimeField(_("recorded at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("recorded by"))

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["party", "said_at", "id"]
        constraints = [
            models.CheckConstraint(name="consent_known", condition=Q(what__in=[
                "told", "agrees", "refuses", "public", "closed"])),
            models.CheckConstraint(name="consent_form_known", condition=Q(form__in=["written", "oral", "electronic"])),
        ]

    def __str__(self):
        return f"{self.party}: {self.get_what_display()}"


class Standing:
    """What holds of one party now: `told`, `answer` (agrees or refuses), `openness`; each a Consent or None."""

    def __init__(self, party: Party):
        self.party = party
        self.told = self.answer = self.openness = None
        for one in party.consents.all():
            name = {"told": "told", "agrees": "answer", "refuses": "answer"}.get(one.what, "openness")
            setattr(self, name, one)

    @property
    def agrees(self) -> bool:
        return self.answer is not None and self.answer.what == Consent.What.AGREES

    @property
    def refuses(self) -> bool:
        return self.answer is not None and self.answer.what == Consent.What.REFUSES

    @property
    def is_open(self) -> bool:
        return self.openness is not None and self.openness.what == Consent.What.PUBLIC
