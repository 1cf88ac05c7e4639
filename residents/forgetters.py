"""What the register forgets by rule."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from residents.visits.models import Visit
from shuangliu.retention.registry import forgetter


@forgetter("visit.new_name", _("Names of people newly found on visits"), model=Visit, moment="received_at", days=90,
           due=~Q(new_name=""), fields=["new_name"],
           source=_("Personal Information Protection Law, articles 19 and 47: what nobody entered in time"))
def forget_names(visits, *, at):
    Visit.objects.filter(pk__in=[visit.pk for visit in visits]).update(new_name="")
