"""Two rows that may be one person: what a human decides, and what was decided."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed

from ..models.parts import someone
from ..models.people import Person
from .querysets import LikenessQuerySet


class Basis(models.TextChoices):
    """What the two have in common; the strongest that there is."""

    BIRTHDAY = "birthday", _("Same name and birthday")
    NAME = "name", _("Same name and phone")
    PHONE = "phone", _("Same phone and birthday")
    HAND = "hand", _("Compared by hand")


class Likeness(AreaKeyed):
    """疑似重复. Two people of the register who may be one; never decided but by a human.

    `one` is the older row. `area_key` is that of the smallest area in which both live, so that only who sees both sees
    the pair side by side; who keeps one of them learns that somebody in another community may be them, and may ask the
    registrar there (`asked_at`). `apart` remembers that they are two: they are not suggested again.
    """

    class State(models.TextChoices):
        OPEN = "open", _("To be decided")
        APART = "apart", _("Two people")
        MERGED = "merged", _("Merged")

    # Where each of them lives, for the registrar of one side alone: see `elsewhere`.
    one_key = models.BigIntegerField(default=0, editable=False)
    other_key = models.BigIntegerField(default=0, editable=False)
    # Without names on the other side: a merge hands over what hangs on a person, and a pair stays with its two.
    one = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False, verbose_name=_("resident"))
    other = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("other resident"))
    basis = models.CharField(_("in common"), max_length=8, choices=Basis)
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.OPEN)
    found_at = models.DateTimeField(_("found at"))
    asked_by = someone(_("asked by"))
    asked_at = models.DateTimeField(_("asked at"), null=True)
    decided_by = someone(_("decided by"))
    decided_at = models.DateTimeField(_("decided at"), null=True)

    objects = LikenessQuerySet.as_manager()

    class Meta:
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["area_key", "-id"], name="likeness_open", condition=Q(state="open")),
            models.Index(fields=["one_key", "-id"], name="likeness_of_one", condition=Q(state="open")),
            models.Index(fields=["other_key", "-id"], name="likeness_of_other", condition=Q(state="open")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="likeness_once"),
            models.CheckConstraint(name="likeness_older_first", condition=Q(one__lt=F("other"))),
            models.CheckConstraint(name="likeness_basis_known", condition=Q(basis__in=Basis.values)),
            models.CheckConstraint(name="likeness_decided", condition=Q(state="open", decided_at=None)
                                   | Q(state__in=["apart", "merged"], decided_at__isnull=False)),
        ]

    def __str__(self):
        return f"{self.one_id} ≟ {self.other_id}"

    def get_absolute_url(self):
        return reverse("residents:duplicate-detail", args=[self.pk])
