"""Who takes over a post, and from when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Succession(models.Model):
    """工作交接. From `first_day` on the successor holds the post (`to_post`) and the leaver's open matters there.

    `done_at` is when the matters had passed: `passed` of them; `kept` could not, since the successor has checked them.
    """

    from_post = models.ForeignKey("grids.Post", models.PROTECT, related_name="successions", verbose_name=_("post"))
    to_post = models.ForeignKey("grids.Post", models.PROTECT, related_name="+", verbose_name=_("post of the successor"))
    first_day = models.DateField(_("from the day"))
    reason = models.CharField(_("reason"), max_length=200)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+",
                                   verbose_name=_("decided by"))
    decided_at = models.DateTimeField(_("decided at"))
    done_at = models.DateTimeField(_("carried out at"), null=True)
    passed = models.PositiveIntegerField(_("matters passed on"), default=0)
    kept = models.PositiveIntegerField(_("matters that stayed"), default=0)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        indexes = [models.Index(fields=["first_day"], name="succession_pending", condition=Q(done_at__isnull=True))]
        constraints = [models.UniqueConstraint(fields=["from_post"], name="succession_once")]

    def __str__(self):
        return f"{self.from_post} {self.first_day:%F}"

    def get_absolute_url(self):
        return reverse("grids:post-detail", args=[self.from_post_id])
