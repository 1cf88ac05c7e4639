"""Who may see the paper of a plan, and what is told of plans."""

from django.utils.translation import gettext_lazy as _

from shuangliu import notices

from .models import ContingencyPlan


def sees(user, pk: int) -> bool:
    return ContingencyPlan.objects.visible_to(user).filter(pk=pk).exists()


def name_kinds() -> None:
    notices.kind("plan.due", _("A contingency plan has to be looked at again"))
