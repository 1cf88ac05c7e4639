"""What a grid worker is asked to do at a door."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from shuangliu.privacy import masking
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ...declared import CARE
from ...models.parts import someone
from ..querysets import TaskQuerySet
from ..services import Done, Errand, Hours
from .referrals import CareReferral


class CareTask(AreaKeyed):
    """帮扶任务. An errand at a door: deliver a form, fetch papers, bring word.

    The worker sees the errand, the door and the masked name: not the service, the need, the agency, nor that there is a
    referral. All that can be said of it is chosen from lists. `address` is a copy: it stays while the task is open.
    """

    referral = models.ForeignKey(CareReferral, models.CASCADE, related_name="tasks", verbose_name=_("care referral"))
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                               verbose_name=_("grid worker"))
    errand = models.CharField(_("errand"), max_length=10, choices=Errand)
    address = EncryptedTextField(_("address"))
    hours = models.CharField(_("when"), max_length=10, choices=Hours, default=Hours.ANY)
    due_on = models.DateField(_("last day of the errand"))
    asked_by = someone(_("asked by"))
    asked_at = models.DateTimeField(_("asked at"))
    done = models.CharField(_("what became of it"), max_length=8, choices=Done, blank=True)
    done_at = models.DateTimeField(_("done at"), null=True)

    personal = Personal(**{**CARE, "retention": "", "kept": _("until the errand is done")},
                        fields={"address": Data.ADDRESS})
    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("care task")
        verbose_name_plural = _("care tasks")
        ordering = ["-id"]
        indexes = [models.Index(fields=["worker", "due_on", "id"], name="care_task_open", condition=Q(done_at=None))]
        constraints = [
            models.CheckConstraint(name="care_task_errand_known", condition=Q(errand__in=Errand.values)),
            models.CheckConstraint(name="care_task_done_whole", condition=Q(done="", done_at=None)
                                   | Q(done__in=Done.values, done_at__isnull=False)),
        ]

    def __str__(self):
        return f"{self.get_errand_display()} {self.due_on}"

    def get_absolute_url(self):
        return reverse("residents:care-task-detail", args=[self.pk])

    def grants(self, act: str, user) -> bool:
        """The worker who was asked, wherever in the community the door is: nobody may know its grid."""
        return act == "care-task.view" and user.pk == self.worker_id

    @property
    def ask_for(self) -> str:
        """The name that the worker asks for at the door: as little of it as finds somebody."""
        return masking.mask_name(self.referral.who)
