"""Marks on single matters: what must not be forgotten yet, and what must not be used any more.

No foreign keys: any matter of any app can bear them.
"""

from datetime import date

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q


class MarkQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "retention.view"))

    def of(self, matter: models.Model):
        return self.filter(matter_type=matter._meta.label_lower, matter_id=matter.pk)

    def on_kind(self, kind: str):
        """Not lifted, on matters of one kind."""
        return self.filter(matter_type=kind, lifted_at=None)


class Mark(models.Model):
    """Something that holds for one matter from a moment until it is lifted."""

    matter_type = models.CharField(_("kind of matter"), max_length=64)
    matter_id = models.BigIntegerField(_("number of the matter"))
    area_key = models.BigIntegerField(editable=False)
    reason = models.CharField(_("reason"), max_length=200)
    basis = models.CharField(_("legal basis"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False,
                           verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    lifted_at = models.DateTimeField(_("lifted at"), null=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                  db_index=False, verbose_name=_("lifted by"))
    lifted_why = models.CharField(_("lifted because"), max_length=200, blank=True)

    objects = MarkQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.kind_label} {self.matter_id}"

    @property
    def kind_label(self) -> str:
        """The kind of matter in words; its name in the code where no app has it any more."""
        try:
            return str(apps.get_model(self.matter_type)._meta.verbose_name)
        except LookupError:
            return self.matter_type


LIFTED_WHOLE = Q(lifted_at=None, lifted_by=None, lifted_why="") | Q(lifted_at__isnull=False) & ~Q(lifted_why="")


class HoldQuerySet(MarkQuerySet):
    def in_force(self, today: date):
        return self.filter(Q(until=None) | Q(until__gte=today), lifted_at=None)


class Hold(Mark):
    """暂停删除. A matter that must not be forgotten yet: a court, an audit or the person needs it.

    The job skips it and the dry run lists it. Without `until` it holds until somebody lifts it.
    """

    until = models.DateField(_("until"), null=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        ordering = ["-id"]
        indexes = [models.Index(fields=["matter_type", "matter_id"], name="hold_in_force",
                                condition=Q(lifted_at=None))]
        constraints = [models.CheckConstraint(name="hold_lifted_whole", condition=LIFTED_WHOLE)]

    @property
    def is_in_force(self) -> bool:
        return self.lifted_at is None and (self.until is None or self.until >= localdate())


class Restriction(Mark):
    """限制处理. A matter that is stored and used for nothing else (PIPL art. 47 (2)): in no list, export, figure with
    persons, and never revealed, until somebody lifts it."""

    class Meta:
        verbose_name = _("restriction of processing")
        verbose_name_plural = _("restrictions of processing")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["matter_type", "matter_id"], condition=Q(lifted_at=None),
                                    name="restriction_once"),
            models.CheckConstraint(name="restriction_lifted_whole", condition=LIFTED_WHOLE),
        ]
