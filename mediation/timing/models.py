"""What makes the time of mediation begin, rest and last longer."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..models.kept import Kept


class Event(models.TextChoices):
    """From when police mediation of a traffic accident counts (道路交通事故处理程序规定 art. 86–90)."""

    FUNERAL = "funeral", _("End of the funeral")
    TREATMENT = "treatment", _("End of the treatment")
    DISABILITY = "disability", _("Disability rated")
    LOSS = "loss", _("Loss fixed")


class ClockStart(Kept):
    """调解起算. From which event the limit of a case counts whose law names one."""

    event = models.CharField(_("counts from"), max_length=12, choices=Event)
    on = models.DateField(_("day of the event"))

    class Meta(Kept.Meta):
        verbose_name = _("beginning of the limit")
        verbose_name_plural = _("beginnings of the limit")
        constraints = [
            models.UniqueConstraint(fields=["case"], name="clock_start_once"),
            models.CheckConstraint(name="clock_start_event_known", condition=Q(event__in=Event.values)),
        ]

    def __str__(self):
        return f"{self.get_event_display()} {self.on:%F}"


class Appraisal(Kept):
    """鉴定. Something is being appraised; meanwhile the clock of mediation rests (医疗纠纷预防和处理条例 art. 38)."""

    subject = models.CharField(_("what is appraised"), max_length=200)
    institution = models.CharField(_("institution"), max_length=100)
    began_on = models.DateField(_("handed in on"))
    ended_on = models.DateField(_("report received on"), null=True)
    result = models.TextField(_("result in short"), blank=True)

    class Meta(Kept.Meta):
        verbose_name = _("appraisal")
        verbose_name_plural = _("appraisals")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_on=None), name="appraisal_one_runs"),
            models.CheckConstraint(name="appraisal_ended_with_result", condition=(
                Q(ended_on=None, result="") | Q(ended_on__gte=models.F("began_on")) & ~Q(result=""))),
        ]

    def __str__(self):
        return self.institution


class Extension(Kept):
    """延长期限. The committee and both sides have agreed to go on longer; without one of the three there is none."""

    agreed_on = models.DateField(_("agreed on"))
    committee = models.CharField(_("agreed for the committee"), max_length=100)
    applicant_agrees = models.BooleanField(_("the applicant side agrees"))
    respondent_agrees = models.BooleanField(_("the respondent side agrees"))
    amount = models.PositiveSmallIntegerField(_("longer by"))
    record = models.TextField(_("how it was agreed"))

    class Meta(Kept.Meta):
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        constraints = [
            models.CheckConstraint(name="extension_all_three_agree", condition=(
                Q(applicant_agrees=True, respondent_agrees=True, amount__gt=0) & ~Q(committee=""))),
        ]

    def __str__(self):
        return f"+{self.amount}"
