"""Experts who advise the mediators."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mediation.personal import HELPERS
from shuangliu.privacy.personal import Data, Personal

from ..models.kept import Kept
from ..network.models.experts import Expert


class Panel(Kept):
    """专家会诊. A question to experts and their written opinion, which guides the mediation. The limit of mediation
    runs on meanwhile: no rule lets it rest (若干规定 2002 art. 33; only an appraisal stops the clock, 条例 art. 38)."""

    question = models.TextField(_("question to the experts"))
    opinion = models.TextField(_("written opinion"), blank=True)
    plan = models.TextField(_("guidance for the mediation"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                    verbose_name=_("entered by"))

    class Meta(Kept.Meta):
        verbose_name = _("expert panel")
        verbose_name_plural = _("expert panels")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(answered_at=None), name="panel_one_sits"),
            models.CheckConstraint(name="panel_answered_whole", condition=(
                Q(answered_at=None, opinion="", plan="", answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(opinion="") & ~Q(plan=""))),
        ]

    def __str__(self):
        return f"{self.case} {self.recorded_at:%F}"


class PanelMember(models.Model):
    """会诊专家. Who sits on a panel, and for which field. Of one of the pool (`expert`) name, field and title are what
    they were then: papers do not change with the register."""

    panel = models.ForeignKey(Panel, models.CASCADE, related_name="members", verbose_name=_("expert panel"))
    name = models.CharField(_("full name"), max_length=64)
    field = models.CharField(_("field"), max_length=60)
    title = models.CharField(_("employer and title"), max_length=161, blank=True)
    expert = models.ForeignKey(Expert, models.PROTECT, null=True, related_name="+", verbose_name=_("expert"))

    personal = Personal(**HELPERS, fields={"name": Data.NAME, "title": Data.WORK})

    class Meta:
        verbose_name = _("member of a panel")
        verbose_name_plural = _("members of panels")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["panel", "name", "title"], name="panel_member_once"),
            models.UniqueConstraint(fields=["panel", "expert"], condition=Q(expert__isnull=False),
                                    name="panel_member_one_expert"),
        ]

    def __str__(self):
        return " · ".join(filter(None, (self.name, self.field, self.title)))
