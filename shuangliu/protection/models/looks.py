"""Whose data an entry of the log was about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.roles import Role
from shuangliu.privacy.fields import LookupHashField
from shuangliu.privacy.personal import Data, Personal


class LookQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "look.search"))


class Look(models.Model):
    """查看索引. A person whose data were seen by an act of the log, found by the keyed hash of an ID number or phone.

    Written with the entry, so that it says whose data it were then, and still does when the matter has forgotten them
    (PIPL art. 45, 69). `office` and `role` are those of whoever looked, on that day.
    """

    subject = LookupHashField()
    # No promise to the database: the log outlives what points to it, and is cut off by its own rule.
    entry = models.ForeignKey("audit.Entry", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+",
                              verbose_name=_("audit entry"))
    area_key = models.BigIntegerField(null=True, editable=False)
    at = models.DateTimeField(_("at"))
    office = models.CharField(_("office"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role, blank=True)

    personal = Personal(
        whose=_("people whose data somebody looked at"), purpose=_("to tell them who looked, when and why"),
        basis=_("Personal Information Protection Law, articles 45 and 51"),
        recipients=_("the person; the auditor"), fields={"subject": Data.MARK}, kept=_("three years at least"))
    objects = LookQuerySet.as_manager()

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks")
        indexes = [models.Index(fields=["subject", "-entry"], name="look_at_subject")]
        constraints = [models.UniqueConstraint(fields=["entry", "subject"], name="look_once")]

    def __str__(self):
        return f"{self.entry_id}"
