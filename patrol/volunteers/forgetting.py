"""A year after the end nobody is named any more (domain.md §7 rule 6): the hours stay, as counts of nobody."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu import audit
from shuangliu.retention.registry import forgetter

from .models import Ability, Insurance, Training, Volunteer

BLANK = dict.fromkeys(("name", "name_hash", "document", "id_number", "id_hash", "phone", "phone_hash", "code",
                       "guardian_name", "guardian_phone", "reason"), "")


@forgetter("volunteer.gone", _("Volunteers who withdrew or were not taken on"), model=Volunteer, moment="ended_on",
           days=365, due=Q(ended_on__isnull=False, forgotten_at=None),
           fields=["name", "id_number", "phone", "guardian_name", "guardian_phone"],
           source=_("Personal Information Protection Law, articles 19 and 47; Regulation on voluntary service, "
                    "article 19"))
def forget_gone(volunteers, *, at):
    for volunteer in volunteers:
        audit.record("volunteer.forget", volunteer, by=None, at=at)
    for model in (Ability, Insurance, Training):
        model.objects.filter(volunteer__in=volunteers).delete()
    Volunteer.objects.filter(pk__in=[one.pk for one in volunteers]).update(
        **BLANK, born_on=None, user=None, insured_until=None, forgotten_at=at)
