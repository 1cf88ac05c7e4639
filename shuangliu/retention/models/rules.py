"""How long what is kept, as data."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..registry import Does, Forgetter, forgetters


class RetentionRule(models.Model):
    """保存期限规则. How long one kind of personal data is kept, and what happens then (domain.md §7 rule 6).

    `what` is a name of the registry. `version` rises with every change, so that the ledger can say by which rule
    something was forgotten.
    """

    what = models.CharField(_("what"), max_length=48, unique=True, editable=False)
    days = models.PositiveIntegerField(_("kept for (days)"))
    does = models.CharField(_("then"), max_length=8, choices=Does)
    source = models.CharField(_("legal source"), max_length=200)
    is_active = models.BooleanField(_("in force"), default=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        verbose_name = _("retention rule")
        verbose_name_plural = _("retention rules")
        ordering = ["what"]
        constraints = [
            models.CheckConstraint(name="retention_does_known", condition=Q(does__in=Does.values)),
            models.CheckConstraint(name="retention_some_days", condition=Q(days__gt=0)),
        ]

    def __str__(self):
        return self.label

    @property
    def forgetter(self) -> Forgetter | None:
        """None for a name that no app declares any more."""
        return forgetters.get(self.what)

    @property
    def label(self) -> str:
        return str(self.forgetter.label) if self.forgetter else self.what

    def clean(self):
        if self.forgetter is None:
            raise ValidationError(_("Nothing of this name can be forgotten any more."))
        if self.days is not None and self.days < self.forgetter.at_least:
            raise ValidationError({"days": _("A law wants it kept for %(days)d days at least: %(source)s.") % {
                "days": self.forgetter.at_least, "source": self.forgetter.source}})
        if self.does not in (self.forgetter.does, Does.RESTRICT):
            raise ValidationError({"does": _("This can be: %(does)s; or restricted.") % {
                "does": self.forgetter.does.label}})
