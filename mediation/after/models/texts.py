"""Standard words for agreements."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.categories import DisputeCategory


class AgreementTextQuerySet(models.QuerySet):
    def for_category(self, category: DisputeCategory):
        """Those of the category, of the one above it, and the general ones."""
        return self.filter(Q(category=None) | Q(category__in=[category.pk, category.parent_id]), is_active=True)


class AgreementText(models.Model):
    """协议范本. Words that an agreement of this kind of dispute begins with, by its parts (人民调解法 art. 29)."""

    category = models.ForeignKey(DisputeCategory, models.CASCADE, null=True, blank=True,
                                 verbose_name=_("dispute category"))
    name = models.CharField(_("name"), max_length=60)
    responsibility = models.TextField(_("responsibility of each side"), blank=True)
    agreement = models.TextField(_("content of the agreement"))
    manner = models.CharField(_("manner of performance"), max_length=200, blank=True)
    term = models.CharField(_("time of performance"), max_length=200, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    PARTS = ("responsibility", "agreement", "manner", "term")

    objects = AgreementTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("words of agreements")
        verbose_name_plural = _("words of agreements")
        ordering = ["category__code", "name"]
        constraints = [
            models.UniqueConstraint(fields=["category", "name"], name="agreement_text_once"),
        ]

    def __str__(self):
        return self.name

    @property
    def parts(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in self.PARTS}
