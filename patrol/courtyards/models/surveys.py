"""What was seen on the spot."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.personal import STAFF, Data, Personal

from ..catalogue import Defence, Standing
from .courtyards import Courtyard
from .parts import Sent, someone


class CourtyardSurvey(Sent):
    """院落摸排. One look at a courtyard: what it has, how the four defences stand, what the residents need. Photos
    of the whole are attached here, those that prove a defence to its DefenceCheck."""

    courtyard = models.ForeignKey(Courtyard, models.CASCADE, related_name="surveys", db_index=False,
                                  verbose_name=_("courtyard"))
    surveyed_on = models.DateField(_("surveyed on"))
    has_guard = models.BooleanField(_("has a guard"))
    has_property_mgmt = models.BooleanField(_("has a property manager"))
    has_organisation = models.BooleanField(_("has an organisation"))
    households = models.PositiveIntegerField(_("Number of households"))
    residents = models.PositiveIntegerField(_("Number of residents"))
    needs = models.TextField(_("what the residents need"), blank=True)
    by = someone(_("surveyed by"))
    received_at = models.DateTimeField(_("received at"))

    personal = Personal(**STAFF, fields={"by": Data.LINK})

    class Meta:
        verbose_name = _("survey of a courtyard")
        verbose_name_plural = _("surveys of courtyards")
        ordering = ["-id"]
        indexes = [models.Index(fields=["courtyard", "-id"], name="courtyard_survey_of")]

    def __str__(self):
        return f"{self.surveyed_on}"


class DefenceCheck(models.Model):
    """四防检查. One of the four defences as a survey or a joint acceptance found it; its photos are attached to it."""

    courtyard = models.ForeignKey(Courtyard, models.CASCADE, related_name="+", db_index=False,
                                  verbose_name=_("courtyard"))
    survey = models.ForeignKey(CourtyardSurvey, models.CASCADE, null=True, related_name="defences",
                               verbose_name=_("survey of a courtyard"))
    acceptance = models.ForeignKey("patrol.JointAcceptance", models.CASCADE, null=True, related_name="defences",
                                   verbose_name=_("joint acceptance"))
    defence = models.CharField(_("defence"), max_length=10, choices=Defence)
    standing = models.CharField(_("how it was found"), max_length=8, choices=Standing)

    class Meta:
        verbose_name = _("check of a defence")
        verbose_name_plural = _("checks of defences")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="defence_of_one", condition=Q(survey=None, acceptance__isnull=False)
                                   | Q(survey__isnull=False, acceptance=None)),
            models.CheckConstraint(name="defence_known", condition=Q(defence__in=Defence.values,
                                                                     standing__in=Standing.values)),
            models.UniqueConstraint(fields=["survey", "defence"], name="defence_once_a_survey"),
            models.UniqueConstraint(fields=["acceptance", "defence"], name="defence_once_an_acceptance"),
            # Accepted is what is in place, and nothing less.
            models.CheckConstraint(name="defence_accepted_is_good", condition=Q(acceptance=None)
                                   | Q(standing="good")),
        ]

    def __str__(self):
        return f"{self.get_defence_display()}: {self.get_standing_display()}"

    @property
    def tone(self) -> str:
        return {"good": "done", "partly": "check", "missing": "alert"}[self.standing]
