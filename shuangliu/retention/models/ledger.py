"""What was forgotten, without what it was."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..registry import forgetters


class Forgetting(models.Model):
    """遗忘台账. One batch that was forgotten: by which version of which rule, from when to when, how many.

    Written in the transaction of the batch. `run` is common to the batches of one run of the job.
    """

    rule = models.ForeignKey("retention.RetentionRule", models.PROTECT, related_name="+", db_index=False,
                             verbose_name=_("rule"))
    what = models.CharField(_("what"), max_length=48)
    version = models.PositiveIntegerField(_("version of the rule"))
    days = models.PositiveIntegerField(_("kept for (days)"))
    does = models.CharField(_("done"), max_length=8)
    first = models.DateTimeField(_("from"))
    last = models.DateTimeField(_("to"))
    count = models.PositiveIntegerField(_("how many"))
    at = models.DateTimeField(_("at"))
    run = models.UUIDField(_("run"), editable=False)

    class Meta:
        verbose_name = _("forgetting")
        verbose_name_plural = _("forgettings")
        ordering = ["-id"]
        indexes = [models.Index(fields=["what", "-id"], name="forgetting_what")]

    def __str__(self):
        return f"{self.what} {self.at:%F} ({self.count})"

    @property
    def label(self) -> str:
        found = forgetters.get(self.what)
        return str(found.label) if found else self.what


class Forgotten(models.Model):
    """遗忘明细. That one matter was forgotten, and a keyed digest of what it held.

    Whoever still has the data can prove by it what was here; nobody can read it back.
    """

    forgetting = models.ForeignKey(Forgetting, models.CASCADE, related_name="items", verbose_name=_("forgetting"))
    matter_type = models.CharField(_("kind of matter"), max_length=64)
    matter_id = models.BigIntegerField(_("number of the matter"))
    moment = models.DateTimeField(_("counted from"))
    digest = models.CharField(_("digest"), max_length=64)
    at = models.DateTimeField(_("forgotten at"))

    class Meta:
        verbose_name = _("forgotten matter")
        verbose_name_plural = _("forgotten matters")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["matter_type", "matter_id"], name="forgotten_matter"),
            models.Index(fields=["at"], name="forgotten_at"),
        ]

    def __str__(self):
        return f"{self.matter_type} {self.matter_id}"
