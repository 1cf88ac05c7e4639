"""Disputes of many people: one problem, one leader, one plan, one team, followed to the end."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..models.cases import Case
from ..models.kept import Kept


class MajorRule(models.Model):
    """重大纠纷标准. One row: from how many people on a dispute is major. Without it thirty."""

    PEOPLE = 30

    people = models.PositiveSmallIntegerField(_("major from so many people on"), default=PEOPLE,
                                              validators=[MinValueValidator(2)])

    class Meta:
        verbose_name = _("rule of major disputes")
        verbose_name_plural = _("rules of major disputes")
        constraints = [
            models.CheckConstraint(name="major_rule_one_row", condition=Q(pk=1)),
            models.CheckConstraint(name="major_rule_people", condition=Q(people__gte=2)),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)


class MajorMark(Kept):
    """列为重大纠纷. The county treats a dispute as major that is not so by its size."""

    reason = models.CharField(_("reason"), max_length=200)

    class Meta(Kept.Meta):
        verbose_name = _("mark of a major dispute")
        verbose_name_plural = _("marks of major disputes")
        constraints = [models.UniqueConstraint(fields=["case"], name="major_mark_once")]

    def __str__(self):
        return str(self.case)


class FiveOnes(models.Model):
    """五个一. One problem, one leader, one plan, one team, one line of follow-through. May be written bit by bit."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="five_ones", verbose_name=_("mediation case"))
    problem = models.TextField(_("one problem: what has to be solved"), blank=True)
    leader = models.CharField(_("one leader: who answers for it"), max_length=60, blank=True)
    plan = models.TextField(_("one plan: how and until when"), blank=True)
    team = models.CharField(_("one team: who works on it"), max_length=200, blank=True)
    follow_through = models.TextField(_("follow-through: who checks what until it is settled"), blank=True)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+",
                                   verbose_name=_("changed by"))

    PARTS = ("problem", "leader", "plan", "team", "follow_through")

    class Meta:
        verbose_name = _("five ones")
        verbose_name_plural = _("five ones")

    def __str__(self):
        return str(self.case)

    @property
    def missing(self) -> list[str]:
        """The labels of what is not written yet."""
        return [str(self._meta.get_field(name).verbose_name) for name in self.PARTS if not getattr(self, name)]


class ProgressNote(Kept):
    """进展报告. How far a major dispute has come, once a week."""

    text = models.TextField(_("progress"))
    next_step = models.CharField(_("next step"), max_length=200)

    class Meta(Kept.Meta):
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")

    def __str__(self):
        return f"{self.recorded_at:%F}"


class SupervisionOrder(Kept):
    """督办. The county wants to know by a day how a case stands; no names of parties in order or reply."""

    text = models.TextField(_("what is asked"))
    reply_by = models.DateField(_("reply until"))
    reply = models.TextField(_("reply"), blank=True)
    replied_at = models.DateTimeField(_("replied at"), null=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                   verbose_name=_("replied by"))

    class Meta(Kept.Meta):
        verbose_name = _("supervision order")
        verbose_name_plural = _("supervision orders")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(replied_at=None), name="supervision_order_one_open"),
            models.CheckConstraint(name="supervision_replied_whole", condition=(
                Q(reply="", replied_at=None, replied_by=None)
                | Q(replied_at__gte=F("recorded_at"), replied_by__isnull=False) & ~Q(reply=""))),
        ]

    def __str__(self):
        return f"{self.case} {self.reply_by:%F}"
